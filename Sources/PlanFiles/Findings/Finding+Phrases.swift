import ScheduleModel

// What can be said of rules that are written in words.
extension Finding {
  static func phraseNotUnderstood(
    _ text: String, known: String, unknown: String, at span: SourceSpan
  ) -> Finding {
    let what: Words
    if unknown.isEmpty {
      what = Words(
        vi: "“\(known)” chưa đủ để biết là những ngày nào", en: "“\(known)” does not tell which days")
    } else if known.isEmpty {
      what = Words(vi: "không hiểu “\(unknown)”", en: "“\(unknown)” is not understood")
    } else {
      what = Words(
        vi: "sau “\(known)” không hiểu “\(unknown)”", en: "after “\(known)”, “\(unknown)” is not understood"
      )
    }
    return Finding(
      .badRule, .error, at: span,
      Words(
        vi: "Quy tắc lặp \(text.quoted): \(what.vi).", en: "The recurrence rule \(text.quoted): \(what.en)."),
      remedy: Words(
        vi:
          "Viết như: thứ Hai và thứ Năm hằng tuần; hằng ngày trừ Chủ nhật; ngày 5 và 20 hằng tháng; thứ Sáu cuối tháng; "
          + "thứ Sáu thứ ba của tháng; thứ Năm cách tuần (kèm from); hoặc theo RRULE: FREQ=WEEKLY;BYDAY=MO,TH",
        en:
          "Write it like: thứ Hai và thứ Năm hằng tuần; hằng ngày trừ Chủ nhật; ngày 5 và 20 hằng tháng; thứ Sáu cuối "
          + "tháng; thứ Sáu thứ ba của tháng; thứ Năm cách tuần (with from); or as an RRULE: FREQ=WEEKLY;BYDAY=MO,TH"
      ))
  }

  static func phraseAmbiguous(
    _ text: String, _ readings: [RulePhrase.Reading], from first: CivilDay, at span: SourceSpan
  ) -> Finding {
    let differing = RulePhrase.firstDifference(readings, from: first)
    func list(_ language: ReaderLanguage) -> String {
      readings.map { "\($0.words[language]) (\(days($0.days(3, from: differing))))" }.joined(
        separator: Words(vi: "; hoặc ", en: "; or ")[language])
    }
    let isLater = readings.contains { $0.days(1, from: first).first.map { $0 < differing } ?? false }
    let before =
      isLater
      ? Words(
        vi: " Trước ngày \(differing.forPeople) các cách như nhau.",
        en: " Before \(differing.forPeople) they are the same.") : Words("")
    // In quotes where a comma would end the value inside { }.
    let rules = readings.map { $0.rule.contains(",") ? "rule: \"\($0.rule)\"" : "rule: \($0.rule)" }
    return Finding(
      .badRule, .error, at: span,
      Words(
        vi: "\(text.quoted) có hai cách hiểu: \(list(.vietnamese)).\(before.vi)",
        en: "\(text.quoted) can be meant in two ways: \(list(.english)).\(before.en)"),
      remedy: Words(
        vi: "Chọn một: " + rules.joined(separator: " hoặc "),
        en: "Choose one: " + rules.joined(separator: " or ")))
  }

  static func fortnightWithoutStart(
    _ text: String, weeks: Int, _ weekdays: [Weekday], from first: CivilDay, at span: SourceSpan
  ) -> Finding {
    let ways = (0..<weeks).map { later in
      RulePhrase.days(3, everyWeeks: weeks, on: weekdays, from: first, weeksLater: later)
    }.sorted { ($0.first ?? first) < ($1.first ?? first) }
    let starts = ways.compactMap { $0.first.map { "from: \($0)" } }
    let shown = ways.map(days)
    return Finding(
      .badRule, .error, at: span,
      Words(
        vi: "\(text.quoted) không nói tuần nào đi trước: \(shown.joined(separator: "; hoặc ")).",
        en: "\(text.quoted) does not say which week comes first: \(shown.joined(separator: "; or "))."),
      remedy: Words(
        vi: "Ghi ngày bắt đầu (có thể từ năm trước): " + starts.joined(separator: " hoặc "),
        en: "Say with which day it begins (one of the year before will do): "
          + starts.joined(separator: " or ")))
  }

  private static func days(_ days: [CivilDay]) -> String {
    days.map(\.forPeople).joined(separator: ", ") + ", …"
  }
}
