import ArgumentParser
import Console
import StationStore

/// `lichsong-server backup`: copies the store while a server works with it.
struct BackupCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: HelpWords.text(
        vi: "Sao lưu kho dữ liệu ra một tệp, kể cả khi máy chủ đang chạy.",
        en: "Back the store up into one file, even while the server runs."))
  }

  @OptionGroup var place: StoreOptions

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tệp sao lưu; tệp cũ cùng tên được thay.", en: "The backup; one that is there is replaced."),
      valueName: "file"))
  var file: String

  mutating func run() async throws {
    let folder = try place.folder(insteadOf: "pg_dump --format=custom")
    try place.answering { () throws(StoreRefusal) in try Store.backUp(folder, to: file) }
    try Terminal.say(HelpWords.text(vi: "Đã sao lưu vào \(file).", en: "Backed up to \(file)."))
  }
}
