import ArgumentParser
import Console
import Logs
import Planning
import StationDesk
import StationFolder
import StationStore

/// `lichsong-server unit load`: makes and changes units as a table says, all or nothing.
struct UnitLoadCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "load",
      abstract: HelpWords.text(
        vi: "Thêm và sửa các đơn vị theo một bảng CSV.", en: "Add and change units as a CSV table says."),
      discussion: HelpWords.text(
        vi:
          "Dòng đầu là code,name,level,parent; đơn vị cấp trên đứng trước. Đơn vị không có trong bảng giữ nguyên.",
        en:
          "The first line is code,name,level,parent; a unit stands behind the one above it. Units that are not in the table stay."
      ))
  }

  @OptionGroup var place: StoreOptions

  @Argument(help: ArgumentHelp(HelpWords.text(vi: "Bảng CSV.", en: "The CSV table."), valueName: "file"))
  var file: String

  private static let heads = ["code", "name", "level", "parent"]

  mutating func run() async throws {
    let (rows, now) = (try Self.terms(in: try InputFile.read(file)), StoreOptions.now)
    let counts = try await UnitCommand.changing(place, begins: true) { transaction in
      var (made, changed) = (0, 0)
      for terms in rows {
        guard let unit = try transaction.unit(terms.code) else {
          _ = try transaction.makeUnit(terms)
          made += 1
          continue
        }
        if try transaction.change(unit, to: terms) { changed += 1 }
      }
      if made + changed > 0 {
        // One row for the table: each unit as it was would be a row for thousands.
        transaction.note(
          TrailNote(
            at: now, action: "load units", object: "units", after: "\(made) added, \(changed) changed"))
      }
      return (made: made, changed: changed)
    }
    try Terminal.say(
      HelpWords.text(
        vi: "Đã thêm \(counts.made) đơn vị, sửa \(counts.changed) đơn vị.",
        en: "\(counts.made) units added, \(counts.changed) changed."))
  }

  private static func terms(in file: InputFile) throws -> [UnitTerms] {
    guard var rows = SeparatedTable.rows(of: file.bytes, knows: { heads.contains($0) }), !rows.isEmpty,
      case let head = rows.removeFirst().cells, let code = head.firstIndex(of: "code"),
      let name = head.firstIndex(of: "name"), let level = head.firstIndex(of: "level"),
      let parent = head.firstIndex(of: "parent")
    else {
      throw ValidationError(
        HelpWords.text(
          vi: "\(file.name) không có các cột code, name, level, parent ở dòng đầu.",
          en: "\(file.name) does not begin with the columns code, name, level, parent."))
    }
    return try rows.map { line, cells in
      func cell(_ index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }
      guard !cell(code).isEmpty else {
        throw ValidationError(
          HelpWords.text(
            vi: "\(file.name):\(line): thiếu mã đơn vị; chưa có gì thay đổi.",
            en: "\(file.name):\(line): the code is missing; nothing was changed."))
      }
      return UnitTerms(
        code: cell(code), name: cell(name), level: cell(level),
        parent: cell(parent).isEmpty ? nil : cell(parent))
    }
  }
}
