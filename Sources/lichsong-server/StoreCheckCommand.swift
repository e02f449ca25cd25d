import ArgumentParser
import Console
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
    let damages = try await place.withStore { try await $0.damages() }
    guard damages.isEmpty else {
      Terminal.complain(
        (damages
          + [
            HelpWords.text(
              vi: "Kho dữ liệu có chỗ hỏng như trên; khôi phục từ bản sao lưu (lichsong-server restore).",
              en: "The store is damaged as told above; restore it from a backup (lichsong-server restore).")
          ]).joined(separator: "\n"))
      throw ExitCode(1)
    }
    try Terminal.say(HelpWords.text(vi: "Kho dữ liệu nguyên vẹn.", en: "The store is whole."))
  }
}
