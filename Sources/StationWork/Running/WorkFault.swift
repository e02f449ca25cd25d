import ScheduleModel

/// Why a worker process gave no result.
enum WorkFault: Error, Hashable {
  /// It could not be started; the number of the system's error.
  case notStarted(Int32)
  /// It broke off, with this status; a signal is negative.
  case brokeOff(Int32)
  /// What it said was none of ours, or too much.
  case unreadable
  /// It took longer than work of its kind may.
  case tooLong(minutes: Int)
  /// What it works on is not there any more.
  case noInput

  /// What is told of it.
  var words: Words {
    switch self {
    case .notStarted(let code):
      Words(
        vi: "Không khởi động được tiến trình làm việc (lỗi hệ thống \(code)).",
        en: "The worker process could not be started (system error \(code)).")
    case .brokeOff(let status):
      Words(
        vi: "Tiến trình làm việc dừng giữa chừng (\(status < 0 ? "tín hiệu \(-status)" : "mã \(status)")).",
        en: "The worker process broke off (\(status < 0 ? "signal \(-status)" : "status \(status)")).")
    case .unreadable:
      Words(
        vi: "Không đọc được kết quả của tiến trình làm việc.",
        en: "The result of the worker process cannot be read.")
    case .tooLong(let minutes):
      Words(
        vi: "Việc này kéo dài quá \(minutes) phút nên đã dừng.",
        en: "The work took more than \(minutes) minutes and was stopped.")
    case .noInput:
      Words(
        vi: "Tệp cần đọc không còn nữa; hãy gửi lại.",
        en: "The file that was to be read is not there any more; send it again.")
    }
  }
}
