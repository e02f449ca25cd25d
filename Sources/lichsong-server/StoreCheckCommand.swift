import ArgumentParser
import Console
import ScheduleModel
import StationStore

/// `lichsong-server check`: opens a store and looks whether it is whole.
struct StoreCheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: HelpWords.text(
        vi: "Kiểm tra kho dữ liệu và nhật ký thao tác.",
        en: "Check the store and its audit trail."))
  }

  @OptionGroup var place: StoreOptions

  mutating func run() async throws {
    let brokenRow = try await place.withStore { store in
      try await store.read { try $0.firstBrokenTrailRow() }
    }
    if let brokenRow {
      Terminal.complain(
        HelpWords.text(
          vi: "Dòng \(brokenRow) của nhật ký thao tác không còn như khi ghi.",
          en: "Row \(brokenRow) of the audit trail is not as it was written."))
      throw ExitCode(1)
    }
    try Terminal.say(HelpWords.text(vi: "Kho dữ liệu nguyên vẹn.", en: "The store is whole."))
  }
}
