public import ScheduleModel

/// What whoever closes a period has to know before it is signed, in both languages.
extension Finding {
  /// No log tells of any day of the period.
  ///
  /// - Parameter asOf: The last day of any log.
  public static func closeWithoutLog(_ period: ReportingPeriod, asOf: CivilDay) -> Finding {
    let last = period.days.upperBound.advanced(by: -1)
    return Finding(
      .closeLogShort, .warning,
      Words(
        vi:
          "Chưa có nhật ký nào của kỳ \(period): nhật ký chỉ đến hết ngày \(asOf.forPeople). Số thực hiện của cả kỳ được chốt là "
          + "chưa biết (“–”), không phải là 0.",
        en:
          "No log tells of any day of \(period): the logs end on \(asOf). All that went out in the period is closed as not known "
          + "(“–”), which is not 0."),
      remedy: Words(
        vi:
          "Nhập nhật ký của kỳ rồi mới chốt; nếu từ sau ngày \(asOf.forPeople) đến hết kỳ không phát gì thì thêm --as-of \(last).",
        en:
          "Import the logs of the period first; if nothing went out from after \(asOf) to its end, add --as-of \(last)."
      ))
  }

  /// Rows of the period are neither of a line nor said to belong to nothing, so that they count for nothing.
  ///
  /// - Parameters:
  ///   - rows: The first of them, by file and line.
  ///   - count: How many there are.
  public static func closeRowsUnmatched(_ period: ReportingPeriod, rows: [String], count: Int) -> Finding {
    let list = rows.joined(separator: ", ") + (count > rows.count ? ", …" : "")
    return Finding(
      .closeRowsUnmatched, .warning,
      Words(
        vi:
          "\(grouped(count, in: .vietnamese)) dòng nhật ký trong kỳ \(period) chưa rõ thuộc chỉ tiêu nào, không được tính vào bản chốt: \(list).",
        en:
          "\(counted(count, "row")) of the logs of \(period) \(count == 1 ? "is" : "are") of no line that is known, and the close does not count \(count == 1 ? "it" : "them"): \(list)."
      ),
      remedy: Words(
        vi:
          "Nói từng dòng là gì (lichsong link KẾ-HOẠCH TỆP:DÒNG), kể cả khi dòng đó không thuộc kế hoạch, rồi chốt.",
        en:
          "Say what each row is (lichsong link PLAN FILE:LINE), also where it belongs to nothing, then close."
      ))
  }

  /// Earlier periods of the same sort are not closed.
  public static func closeEarlierOpen(_ period: ReportingPeriod, _ open: [ReportingPeriod]) -> Finding {
    let list = open.map(\.description).joined(separator: ", ")
    return Finding(
      .closeEarlierOpen, .warning,
      Words(
        vi: "Kỳ trước chưa chốt: \(list). Chốt kỳ \(period) không chốt các kỳ đó.",
        en: "Earlier periods are not closed: \(list). Closing \(period) does not close them."),
      remedy: Words(
        vi:
          "Nếu các kỳ đó cũng phải ký thì chốt trước: lichsong close KẾ-HOẠCH --period \(open.first.map { "\($0)" } ?? "").",
        en:
          "If they are to be signed too, close them first: lichsong close PLAN --period \(open.first.map { "\($0)" } ?? "")."
      ))
  }
}
