import ScheduleModel

/// The words of the outcome report.
enum OutcomeWords {
  static let title = Words(vi: "ĐỐI CHIẾU LỊCH VỚI NHẬT KÝ PHÁT SÓNG", en: "SCHEDULE AGAINST AS-RUN LOG")
  static let noLog = Words(
    vi: "Không có nhật ký phát sóng: chưa biết lượt nào đã phát.",
    en: "There is no as-run log: nothing is known to have aired.")
  static let nothing = Words(
    vi: "Không có lượt phát nào để đối chiếu.", en: "There is nothing to hold against each other.")
  static let allPlain = Words(
    vi: "Mọi lượt mà nhật ký cho biết đều phát đúng lịch.",
    en: "All that the logs tell of aired as scheduled.")
  static let plainButOpen = Words(
    vi:
      "Những lượt mà nhật ký cho biết đều phát đúng lịch, trừ những dòng nhật ký còn phải hỏi đài (xem các phát hiện).",
    en:
      "What the logs tell of aired as scheduled, but for rows about which the station has to be asked (see the findings)."
  )
  static let differing = Words(vi: "Những lượt không đúng lịch:", en: "What did not air as scheduled:")

  static let outcome = Words(vi: "Kết quả", en: "Outcome")
  static let count = Words(vi: "Số lượt", en: "Count")
  static let work = Words(vi: "Tác phẩm", en: "Work")
  static let language = Words(vi: "Ngôn ngữ", en: "Language")
  static let outlet = Words(vi: "Kênh", en: "Outlet")
  static let scheduled = Words(vi: "Lịch", en: "Scheduled")
  static let aired = Words(vi: "Thực tế", en: "Aired")
  static let row = Words(vi: "Dòng nhật ký", en: "Row of the log")

  static let sent = Words(vi: "đã gửi phát", en: "sent")
  static let relay = Words(vi: "tiếp sóng", en: "relay")
  static let madeGood = Words(vi: "đã phát bù", en: "made good")
  static let setAside = Words(vi: "gắn tay là không thuộc", en: "set aside by hand")
  static let sign = Words(vi: "Nhận ra nhờ", en: "Recognised by")

  static func minutes(_ count: Int) -> Words {
    Words(vi: "\(count) phút", en: "\(count) \(count == 1 ? "minute" : "minutes")")
  }

  static func asOf(_ day: CivilDay) -> Words {
    Words(
      vi: "Nhật ký có đến hết ngày \(day.forPeople).",
      en: "The log tells of days up to \(day.forPeople), included.")
  }

  /// Until when the logs tell, and where they differ.
  static func reach(_ reconciled: Reconciled, of plan: Plan) -> Words {
    reach(reconciled.asOf, reconciled.coverage, of: plan)
  }

  /// The same by what is known of it.
  static func reach(_ day: CivilDay?, _ coverage: LogCoverage?, of plan: Plan) -> Words {
    guard let day else { return noLog }
    guard let coverage else { return asOf(day) }
    if coverage.isEmpty { return Words(vi: TallyWords.handOnly.vi + ".", en: TallyWords.handOnly.en + ".") }
    guard let differences = coverage.differences(in: plan) else { return asOf(day) }
    return Words(vi: asOf(day).vi + " " + differences.vi, en: asOf(day).en + " " + differences.en)
  }

  static func rowsLeftOut(_ count: Int, in language: ReaderLanguage) -> String {
    let number = grouped(count, in: language)
    return Words(
      vi: "Không tính \(number) dòng nhật ký: không đọc được, lặp lại dòng khác, ngoài năm kế hoạch "
        + "hoặc sau ngày chốt số liệu.",
      en:
        "\(number) \(count == 1 ? "row" : "rows") of the log left out: unreadable, repeating another, outside "
        + "the plan's year, or after the day asked for."
    )[language]
  }

  /// What a row of the log says happened, where that is not simply "aired".
  static func status(_ status: AsRunEntry.Status) -> Words? {
    switch status {
    case .aired: nil
    case .sent: sent
    case .preempted: Words(vi: "nhường sóng", en: "pre-empted")
    case .offAir: Words(vi: "không lên sóng", en: "not on the air")
    case .unclear: Words(vi: "chưa rõ", en: "unclear")
    }
  }
}
