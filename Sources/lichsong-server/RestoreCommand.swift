import ArgumentParser
import Console
import StationStore

/// `lichsong-server restore`: puts a backup in the place of the store.
struct RestoreCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restore",
      abstract: HelpWords.text(
        vi: "Thay kho dữ liệu bằng một bản sao lưu; máy chủ phải dừng trước.",
        en: "Put a backup in the place of the store; the server must be stopped."))
  }

  @OptionGroup var place: StoreOptions

  @Argument(help: ArgumentHelp(HelpWords.text(vi: "Tệp sao lưu.", en: "The backup."), valueName: "file"))
  var file: String

  mutating func run() async throws {
    let folder = try place.folder(insteadOf: "pg_restore")
    try place.answering { () throws(StoreRefusal) in try Store.restore(file, to: folder) }
    try Terminal.say(
      HelpWords.text(
        vi: "Đã khôi phục; kho cũ còn ở \(folder)/station.sqlite.before-restore.",
        en: "Restored; the former store is in \(folder)/station.sqlite.before-restore."))
  }
}
