import ScheduleModel

/// What the audit of frequencies, durations and copied numbers has to say, in both languages.
extension Finding {
  static func frequencyMismatch(_ audited: AuditedFrequency) -> Finding {
    let figure = audited.figure
    func text(_ language: ReaderLanguage) -> (stated: String, expected: String, days: String) {
      let (low, high) = (audited.expected.lowerBound, audited.expected.upperBound)
      let last = audited.days.upperBound.advanced(by: -1).forPeople
      return (
        figure.quantity?.text(in: language) ?? "–",
        low == high
          ? grouped(low, in: language) : "\(grouped(low, in: language))–\(grouped(high, in: language))",
        "\(audited.days.lowerBound.forPeople)–\(last)"
      )
    }
    let (vi, en) = (text(.vietnamese), text(.english))
    return Finding(
      .frequencyMismatch, .warning, at: figure.place,
      Words(
        vi: "“\(figure.title)”: báo cáo ghi \(vi.stated), còn tần suất “\(audited.frequency.says)” "
          + "trong \(vi.days) thì phải là \(vi.expected).",
        en: "“\(figure.title)”: \(en.stated) stated, but “\(audited.frequency.says)” in \(en.days) "
          + "makes \(en.expected)."),
      remedy: bothKept)
  }

  static func intervalMismatch(_ audited: AuditedInterval) -> Finding {
    let interval = audited.interval
    let (first, last) = (interval.days.lowerBound, interval.days.upperBound.advanced(by: -1))
    let days = first.distance(to: interval.days.upperBound)
    return Finding(
      .intervalMismatch, .error, at: interval.place,
      Words(
        vi: "“\(interval.title)”: báo cáo ghi \(interval.statedText(in: .vietnamese)), "
          + "nhưng từ \(first.forPeople) đến hết \(last.forPeople) là "
          + "\(audited.text(in: .vietnamese)) (\(grouped(days, in: .vietnamese)) ngày).",
        en: "“\(interval.title)”: \(interval.statedText(in: .english)) stated, "
          + "but \(first.forPeople) to \(last.forPeople), both included, is "
          + "\(audited.text(in: .english)) (\(grouped(days, in: .english)) days)."),
      remedy: bothKept)
  }

  static func notInWords(_ quantity: Quantity, _ title: String, at place: SourcePlace) -> Finding {
    Finding(
      .notInWords, .warning, at: place,
      Words(
        vi:
          "“\(title)”: số \(quantity.text(in: .vietnamese, unit: false)) không có trong lời của nguồn (says).",
        en:
          "“\(title)”: \(quantity.text(in: .english, unit: false)) is not in the source's words (says)."
      ),
      remedy: Words(
        vi: "Đối chiếu với trang nguồn: số hay lời trích đã chép sai.",
        en: "Compare with the source: either the number or the words were copied wrongly."))
  }

  static func noiseNumber(_ noise: NoiseNumber, taken figure: PublishedFigure?) -> Finding {
    let note = noise.note.map { " (\($0))" } ?? ""
    guard let figure else {
      return Finding(
        .noiseNumber, .info, at: noise.place,
        Words(
          vi: "“\(noise.says)”\(note) có trên trang nguồn nhưng không phải số liệu báo cáo; không tính.",
          en:
            "“\(noise.says)”\(note) is printed on the source's page but is no figure of the report; it is not counted."
        ))
    }
    return Finding(
      .noiseNumber, .warning, at: figure.place,
      Words(
        vi: "“\(figure.title)” có giá trị của “\(noise.says)”\(note), là số không thuộc báo cáo.",
        en: "“\(figure.title)” has the value of “\(noise.says)”\(note), which is no figure of the report."),
      remedy: Words(
        vi: "Sửa value của “\(figure.id)”, hoặc bỏ “\(noise.says)” khỏi noise.",
        en: "Correct the value of “\(figure.id)”, or take “\(noise.says)” out of noise."))
  }

  private static let bothKept = Words(
    vi: "Đối chiếu với số liệu gốc; cả hai số được giữ lại.",
    en: "Check against the source's own data; both figures are kept.")
}
