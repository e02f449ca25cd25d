import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder

/// What is said when somebody appended to the Book in between.
enum Overtaking {
  /// Says who was faster; what was to be recorded was worked out without that, so nothing is recorded.
  static func refused(_ overtaken: Book.Overtaken, _ language: ReaderLanguage) -> ExitCode {
    let who = overtaken.entries.map { "\($0.head.kind.rawValue), \($0.head.author), \($0.head.time.utcText)" }
      .joined(separator: "; ")
    Terminal.complain(
      Words(
        vi: "Trong lúc đó sổ đã có thêm mục mới (\(who)); chưa ghi gì. Chạy lại lệnh này để tính cả mục đó.",
        en:
          "Meanwhile somebody recorded something else (\(who)); nothing was recorded. Run the command again to take "
          + "it in.")[language])
    return ExitCode(1)
  }
}
