public import ScheduleModel

/// What there is to tell of closed periods, in both languages.
extension Finding {
  /// No close has the hash of a certificate.
  public static func closeMissing(_ hash: String) -> Finding {
    Finding(
      .closeChainBroken, .error,
      Words(
        vi: "Không có bản chốt nào mang mã “\(hash)” như trên biên bản: bản đó đã bị thay hoặc mất.",
        en: "No close has the hash “\(hash)” of the certificate: that close was replaced or is gone."),
      remedy: Words(
        vi: "Lấy lại thư mục book từ bản sao lưu có bản chốt này.",
        en: "Bring the folder book back from a backup that has this close."))
  }

  /// The period has not ended when it is closed.
  public static func closeTooEarly(_ period: ReportingPeriod, at closed: LocalTime) -> Finding {
    let last = period.days.upperBound.advanced(by: -1)
    return Finding(
      .closeTooEarly, .error,
      Words(
        vi:
          "Chưa chốt được kỳ \(period): kỳ kéo dài đến hết ngày \(last.forPeople), nay mới là \(closed.day.forPeople).",
        en: "\(period) cannot be closed yet: it goes on to the end of \(last), and this is \(closed.day)."),
      remedy: Words(
        vi: "Chốt từ ngày \(period.days.upperBound.forPeople), hoặc chốt một kỳ đã qua.",
        en: "Close it from \(period.days.upperBound) on, or close a period that is over."))
  }

  /// A period that is reported on was closed with other figures.
  public static func closedOtherwise(_ record: CloseRecord, _ subjects: [String]) -> Finding {
    let (scope, stamp) = (record.close.scope, record.close.stamp)
    var seen: Set<String> = []
    let ids = subjects.filter { !$0.isEmpty && seen.insert($0).inserted }
    let list = ids.isEmpty ? "" : " (\(ids.prefix(8).joined(separator: ", "))\(ids.count > 8 ? ", …" : ""))"
    return Finding(
      .closeOutdated, .warning, at: SourcePlace(file: record.file, line: 1),
      Words(
        vi: "Kỳ \(scope.period) đã chốt ngày \(stamp.closed.day.forPeople) với số khác báo cáo này\(list).",
        en: "\(scope.period) was closed on \(stamp.closed.day) with other figures than these\(list)."),
      remedy: Words(
        vi: "Xem lichsong verify KẾ-HOẠCH; nếu số mới đúng thì chốt lại bằng lichsong close --restate.",
        en:
          "See lichsong verify PLAN; if the new figures are right, restate them with lichsong close --restate."
      ))
  }

  /// The logs of some outlets do not reach what was due there in the period.
  ///
  /// - Parameters:
  ///   - short: These outlets; without any, the logs end before the period does, and nothing was due after that.
  ///   - asOf: The last day of any log.
  public static func closeLogShort(
    _ period: ReportingPeriod, _ short: [ShortLog], asOf: CivilDay
  ) -> Finding {
    let last = period.days.upperBound.advanced(by: -1)
    guard short.isEmpty else {
      let hasGaps = short.contains { !$0.gaps.isEmpty }
      func list(_ language: ReaderLanguage) -> String {
        let shown = short.prefix(12).map { $0.text(in: language) }.joined(separator: "; ")
        guard short.count > 12 else { return shown }
        return shown
          + (language == .vietnamese ? "; và \(short.count - 12) kênh nữa" : "; and \(short.count - 12) more")
      }
      return Finding(
        .closeLogShort, .warning,
        Words(
          vi: (hasGaps
            ? "Nhật ký của một số kênh không đủ cho kỳ \(period) (đến \(last.forPeople)), những lượt đến hạn ngoài nhật ký được chốt "
              + "là chưa có kết quả: "
            : "Nhật ký của một số kênh chưa đến hết kỳ \(period) (\(last.forPeople)), những lượt đến hạn sau đó được chốt là "
              + "chưa có kết quả: ") + "\(list(.vietnamese)).",
          en: (hasGaps
            ? "The logs of some outlets do not tell of all of \(period) (until \(last)), and what was due on other days is closed as "
              + "not known: "
            : "The logs of some outlets do not reach the end of \(period) (\(last)), and what was due after that is closed as "
              + "not known: ") + "\(list(.english))."),
        remedy: Words(
          vi:
            "Nhập nhật ký còn thiếu rồi chốt lại; nếu nhật ký mọi kênh đã đủ đến hết kỳ thì thêm --as-of \(last).",
          en:
            "Import the logs that are missing and restate; if the logs of all outlets are complete up to the end, add "
            + "--as-of \(last)."))
    }
    return Finding(
      .closeLogShort, .warning,
      Words(
        vi: "Nhật ký chỉ đến hết ngày \(asOf.forPeople), kỳ \(period) đến hết ngày \(last.forPeople): "
          + "những lượt sau đó được chốt là chưa có kết quả.",
        en:
          "The logs end on \(asOf), and \(period) on \(last): what was due after that is closed as not known."
      ),
      remedy: Words(
        vi:
          "Nhập nhật ký còn thiếu rồi chốt lại, hoặc thêm --as-of \(last) nếu sau ngày \(asOf.forPeople) không phát gì.",
        en:
          "Import the logs that are missing and restate, or add --as-of \(last) if nothing went out after \(asOf)."
      ))
  }

  /// What is wrong or doubtful with a close that was worked out again; none when it is confirmed or restated.
  public static func of(_ verified: VerifiedClose) -> Finding? {
    let record = verified.record
    let scope = record.close.scope
    let place = SourcePlace(file: record.file, line: 1)
    func extent(_ difference: CloseDifference?) -> Words {
      let figures = difference?.figures.count ?? 0
      let rows = difference?.rows.count ?? 0
      return Words(
        vi: "\(grouped(figures, in: .vietnamese)) số và \(grouped(rows, in: .vietnamese)) dòng nhật ký",
        en: "\(counted(figures, "figure")) and \(counted(rows, "row")) of the logs")
    }
    switch verified.state {
    case .confirmed, .restated, .unknown: return nil
    case .outdated:
      let found = extent(verified.today)
      return Finding(
        .closeOutdated, .warning, at: place,
        Words(
          vi: "Sau khi chốt kỳ \(scope.period) đã có thêm dữ liệu: khác \(found.vi).",
          en: "Since \(scope.period) was closed more has come to light: \(found.en) differ."),
        remedy: Words(
          vi: "lichsong close KẾ-HOẠCH --period \(scope.period) --profile \(scope.profile) --restate "
            + "--by \"HỌ TÊN\" --reason \"LÝ DO\"",
          en: "lichsong close PLAN --period \(scope.period) --profile \(scope.profile) --restate "
            + "--by \"NAME\" --reason \"WHY\""))
    case .contradicted:
      let found = extent(verified.recount)
      return Finding(
        .closeContradicted, .error, at: place,
        Words(
          vi: "Tính lại kỳ \(scope.period) từ đúng những mục của sổ khi chốt thì khác \(found.vi).",
          en:
            "\(scope.period), worked out again from the entries of the Book that it rests on, gives other results: "
            + "\(found.en) differ."),
        remedy: Words(
          vi:
            "So mã của bản chốt với biên bản đã ký; nếu khớp, báo cho người làm chương trình kèm thư mục này.",
          en:
            "Compare the hash with what was signed; if they agree, send this folder to those who make the program."
        ))
    }
  }
}
