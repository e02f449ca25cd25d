import ArgumentParser
import Console
import ScheduleModel
import StationDesk
import StationStore

/// `lichsong-server unit`: the stations, offices and communes of a store, one below another.
struct UnitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unit",
      abstract: HelpWords.text(
        vi: "Các đơn vị trong kho: xem, thêm, sửa, bỏ.",
        en: "The units of the store: list, add, change and remove them."),
      discussion: HelpWords.text(
        vi:
          "Vai trò ở một đơn vị có hiệu lực ở mọi đơn vị bên dưới. Với thư mục dữ liệu, hãy dừng máy chủ trước.",
        en: "A role in a unit holds in all units below it. On a data folder, stop the server first."),
      subcommands: [
        UnitListCommand.self, UnitAddCommand.self, UnitChangeCommand.self, UnitRemoveCommand.self,
        UnitLoadCommand.self,
      ],
      defaultSubcommand: UnitListCommand.self)
  }

  /// Changes units in one transaction; a refusal is told, and nothing is changed then.
  static func changing<Answer: Sendable>(
    _ place: StoreOptions, begins: Bool = false,
    _ work: @escaping @Sendable (StoreTransaction) throws -> Answer
  ) async throws -> Answer {
    try await place.withStore(begins: begins) { store in
      do {
        return try await store.write(.people, work: work)
      } catch let refusal as UnitRefusal {
        throw ValidationError(refusal.words[HelpWords.language])
      }
    }
  }

  /// The unit of a code.
  static func unit(_ code: String, _ transaction: StoreTransaction) throws -> Unit {
    guard let unit = try transaction.unit(code) else { throw UnitRefusal.unknown(code) }
    return unit
  }

  /// The help of a level.
  static var levelHelp: String {
    let list = UnitLevel.allCases.map { "\($0.rawValue) (\($0.name[HelpWords.language]))" }.joined(
      separator: ", ")
    return HelpWords.text(vi: "Cấp: \(list).", en: "What it is: \(list).")
  }
}

/// `lichsong-server unit list`: the units as a tree.
struct UnitListCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: HelpWords.text(vi: "Liệt kê các đơn vị theo cây.", en: "List the units as a tree."))
  }

  @OptionGroup var place: StoreOptions

  mutating func run() async throws {
    let (units, plans) = try await place.withStore { store in
      try await store.read { (try $0.units(), try $0.plans()) }
    }
    let slugs = Dictionary(grouping: plans, by: \.unit)
    for place in UnitTree(units).places {
      let unit = place.unit
      let level = UnitLevel(rawValue: unit.level)?.name[HelpWords.language] ?? unit.level
      let own = slugs[unit.number, default: []].map(\.slug).joined(separator: ", ")
      try Terminal.say(
        String(repeating: "  ", count: place.depth) + "\(unit.code)  \(unit.name) (\(level))"
          + (own.isEmpty ? "" : ": \(own)"))
    }
  }
}
