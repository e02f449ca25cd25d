public import ScheduleModel

/// The words of what publishing to a server finds there.
extension Finding {
  /// What is to be told of an update, besides a refusal.
  public static func findings(of result: CalendarCollection.Result, at address: String) -> [Finding] {
    var findings: [Finding] = []
    if !result.changed.isEmpty { findings.append(changed(result.changed, at: address)) }
    if !result.deleted.isEmpty { findings.append(deleted(result.deleted, at: address)) }
    if !result.refused.isEmpty { findings.append(refused(result.refused, at: address)) }
    if result.tasksLeftOut > 0 { findings.append(withoutTasks(result.tasksLeftOut, at: address)) }
    return findings
  }

  /// A password would go unencrypted.
  public static func openConnection(to address: String) -> Finding {
    Finding(
      .collectionOpen, .warning,
      Words(
        vi: "Kết nối đến \(address) không được mã hóa; người khác trong mạng có thể đọc được mật khẩu.",
        en: "The connection to \(address) is not encrypted; others in the network can read the password."),
      remedy: Words(
        vi: "Dùng địa chỉ https:// nếu máy chủ có.", en: "Use an https:// address if the server has one."))
  }

  /// The record of what was sent cannot be read.
  public static func recordDamaged(_ path: String) -> Finding {
    Finding(
      .collectionRecordDamaged, .warning, at: SourcePlace(file: path, line: 1),
      Words(
        vi:
          "Không đọc được ghi nhớ về những gì đã gửi; sự kiện nào trên máy chủ đúng như bây giờ thì được nhận "
          + "lại, khác thì để nguyên.",
        en:
          "The record of what was sent cannot be read; what the server has counts as ours where it is the same "
          + "as now, and stays as it is where not."))
  }

  private static func changed(_ uids: [String], at address: String) -> Finding {
    Finding(
      .collectionChanged, .error,
      Words(
        vi: "\(uids.count) sự kiện ở \(address) đã bị người khác sửa, nên được giữ nguyên: \(list(uids).vi).",
        en:
          "Somebody else has changed \(uids.count) \(uids.count == 1 ? "event" : "events") at \(address), which "
          + "\(uids.count == 1 ? "stays as it is" : "stay as they are"): \(list(uids).en)."),
      remedy: remedy)
  }

  private static func deleted(_ uids: [String], at address: String) -> Finding {
    Finding(
      .collectionChanged, .error,
      Words(
        vi: "\(uids.count) sự kiện ở \(address) đã bị người khác xóa, nên không gửi lại: \(list(uids).vi).",
        en:
          "Somebody else has deleted \(uids.count) \(uids.count == 1 ? "event" : "events") at \(address), which "
          + "\(uids.count == 1 ? "was" : "were") not sent again: \(list(uids).en)."),
      remedy: remedy)
  }

  private static let remedy = Words(
    vi: "Xem lại trên máy chủ; nếu kế hoạch đúng, chạy lại lệnh với --overwrite.",
    en: "Look at them on the server; if the plan is right, run it again with --overwrite.")

  private static func refused(_ refused: [(uid: String, status: Int)], at address: String) -> Finding {
    let codes = Set(refused.map(\.status)).sorted().map(String.init).joined(separator: ", ")
    let list = list(refused.map(\.uid))
    return Finding(
      .collectionRefused, .error,
      Words(
        vi: "Máy chủ ở \(address) không nhận \(refused.count) sự kiện (mã \(codes)): \(list.vi).",
        en: "The server at \(address) does not take \(refused.count) "
          + "\(refused.count == 1 ? "event" : "events") (status \(codes)): \(list.en)."),
      remedy: Words(
        vi: "Thường là do lịch khác của cùng tài khoản đã có sự kiện này; mỗi lịch nên có một địa chỉ riêng.",
        en: "Often another calendar of that account has the same event; give each calendar an account or an "
          + "address of its own."))
  }

  private static func withoutTasks(_ count: Int, at address: String) -> Finding {
    Finding(
      .collectionWithoutTasks, .info,
      Words(
        vi:
          "Lịch ở \(address) không nhận công việc (VTODO), nên \(count) việc phải làm trước giờ phát không được "
          + "gửi.",
        en:
          "The calendar at \(address) takes no tasks (VTODO), so \(count) \(count == 1 ? "task" : "tasks") of "
          + "work before air \(count == 1 ? "was" : "were") not sent."))
  }

  private static func list(_ uids: [String]) -> Words {
    let shown = uids.sorted().prefix(6).joined(separator: ", ")
    let more = uids.count - 6
    return Words(
      vi: shown + (more > 0 ? " và \(more) sự kiện nữa" : ""),
      en: shown + (more > 0 ? " and \(more) more" : ""))
  }
}
