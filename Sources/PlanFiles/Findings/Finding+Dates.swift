import Foundation
import ScheduleModel

// What can be wrong with a day.
extension Finding {
  /// - Parameter year: The year of which an example is given.
  static func badDate(_ text: String, year: Int, at span: SourceSpan) -> Finding {
    let usual = Words(
      vi:
        "Viết năm-tháng-ngày (\(year)-04-04), hoặc ngày trước, tháng sau (04/04/\(year); ngày 4 tháng 4 năm \(year)).",
      en:
        "Write year-month-day (\(year)-04-04), or the day before the month (04/04/\(year); ngày 4 tháng 4 năm \(year))."
    )
    if let (weekday, day) = withWeekday(text) { return badWeekday(text, weekday, day, at: span) }
    if let day = withShortYear(text, near: year) {
      return Finding(
        .badDate, .error, at: span,
        Words(
          vi: "\(text.quoted): năm phải ghi đủ bốn chữ số.",
          en: "\(text.quoted): the year needs all four digits."),
        remedy: Words(vi: "Viết: \(day.forPeople)", en: "Write: \(day.forPeople)"))
    }
    let meant = dayMeant(text)
    let day = meant.flatMap { CivilDay(year: $0.year, month: $0.month, day: $0.day) }
    let length = meant.flatMap { meant in
      CivilDay.years.contains(meant.year) && (1...12).contains(meant.month)
        ? CivilDay.length(ofMonth: meant.month, year: meant.year) : nil
    }
    return Finding(
      .badDate, .error, at: span,
      day == nil
        ? length.map { noSuchDay(text, month: meant?.month ?? 0, length: $0) } ?? noDay(text) : noDay(text),
      remedy: day.map { Words(vi: "Viết: \($0)", en: "Write: \($0)") } ?? usual)
  }

  private static func badWeekday(_ text: String, _ weekday: Weekday, _ day: CivilDay, at span: SourceSpan)
    -> Finding
  {
    let real = Weekday(of: day)
    return Finding(
      .badDate, .error, at: span,
      real == weekday
        ? Words(
          vi: "\(text.quoted) có cả thứ; ở đây chỉ ghi ngày.",
          en: "\(text.quoted) has a weekday; only the day belongs here.")
        : Words(
          vi: "\(text.quoted): ngày đó là \(real.name.vi), không phải \(weekday.name.vi).",
          en: "\(text.quoted): that day is a \(real.name.en), not a \(weekday.name.en)."),
      remedy: real == weekday
        ? Words(vi: "Viết: \(day)", en: "Write: \(day)")
        : Words(
          vi: "Xem trong văn bản thứ hay ngày là đúng, rồi chỉ ghi ngày, ví dụ \(day).",
          en:
            "See in the document whether the weekday or the day holds, and write the day alone, such as \(day)."
        ))
  }

  private static func noDay(_ text: String) -> Words {
    Words(
      vi: "\(text.quoted) không phải một ngày (năm 1900–2199).",
      en: "\(text.quoted) is not a day (years 1900–2199).")
  }

  private static func noSuchDay(_ text: String, month: Int, length: Int) -> Words {
    Words(
      vi: "Không có ngày \(text.quoted): tháng \(month) năm đó có \(length) ngày.",
      en: "There is no day \(text.quoted): month \(month) of that year has \(length) days.")
  }

  /// The parts of `thứ Tư, 01/07/2026`; `nil` for a text that does not begin with a weekday or goes on otherwise.
  private static func withWeekday(_ text: String) -> (Weekday, CivilDay)? {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    for count in 1...2 where words.count > count {
      guard let weekday = Weekday(named: words[..<count].joined(separator: " ")) else { continue }
      let rest = words[count...].joined(separator: " ")
      return CivilDay(written: rest).map { (weekday, $0) }
    }
    return nil
  }

  /// The day of `01/07/26`, where that lies in the year of the plan or beside it.
  private static func withShortYear(_ text: String, near year: Int) -> CivilDay? {
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, parts[2].count == 2, parts[0].count <= 2,
      let day = CivilDay(year: year / 100 * 100 + numbers[2], month: numbers[1], day: numbers[0]),
      (year - 1...year + 1).contains(day.year)
    else { return nil }
    return day
  }

  /// Year, month and day of a Vietnamese date (`4/4/2018`, `04-04-2018`, `ngày 4 tháng 4 năm 2018`), or of one without
  /// hyphens.
  private static func dayMeant(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let said = words.wholeMatch(of: /(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/) {
      return (Int(said.3) ?? 0, Int(said.2) ?? 0, Int(said.1) ?? 0)
    }
    let parts = text.split(whereSeparator: { "/.-".contains($0) }).compactMap { Int($0) }
    switch (parts.count, text.count) {
    case (3, _) where parts[0] > 31: return (parts[0], parts[1], parts[2])
    case (3, _): return (parts[2], parts[1], parts[0])
    case (1, 8): return (parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100)
    default: return nil
    }
  }
}
