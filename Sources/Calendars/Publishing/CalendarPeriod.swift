import ScheduleModel

/// A part of a year for which a calendar has a file of its own, when the whole is too large for a feed.
struct CalendarPeriod: Hashable, Comparable {
  let year: Int
  let length: YearPart
  /// Which one of its year, from 1.
  let number: Int

  /// The period in which a day lies.
  init(_ day: CivilDay, _ length: YearPart) {
    year = day.components.year
    number = (day.month - 1) / length.months + 1
    self.length = length
  }

  /// Reads the end of a file's name, such as `-2018-h1`; `nil` when it is none.
  init?(suffix: Substring) {
    let parts = suffix.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, parts[1].count == 4, let year = Int(parts[1]),
      CivilDay.years.contains(year), parts[2].count == 2, let last = Int(parts[2].suffix(1))
    else { return nil }
    switch parts[2].first {
    case "h": (length, number) = (.half, last)
    case "q": (length, number) = (.quarter, last)
    default:
      guard let month = Int(parts[2]) else { return nil }
      (length, number) = (.month, month)
    }
    guard (1...12 / length.months).contains(number) else { return nil }
    self.year = year
  }

  /// Its days, half-open.
  var days: Range<CivilDay> {
    let last = number * length.months
    let first = CivilDay.month(last - length.months + 1, of: year)
    return first.lowerBound..<CivilDay.month(last, of: year).upperBound
  }

  /// `2018-h1`, `2018-q3`, `2018-04`.
  var name: String {
    switch length {
    case .half: "\(year)-h\(number)"
    case .quarter: "\(year)-q\(number)"
    case .month: "\(year)-\(number < 10 ? "0" : "")\(number)"
    }
  }

  /// "quý 3 năm 2018".
  var words: Words {
    switch length {
    case .half:
      Words(
        vi: "6 tháng \(number == 1 ? "đầu" : "cuối") năm \(year)",
        en: "\(number == 1 ? "first" : "second") half of \(year)")
    case .quarter: Words(vi: "quý \(number) năm \(year)", en: "quarter \(number) of \(year)")
    case .month: Words(vi: "tháng \(number) năm \(year)", en: "month \(number) of \(year)")
    }
  }

  /// In time order.
  static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool {
    (left.year, left.number * left.length.months, left.length.months)
      < (right.year, right.number * right.length.months, right.length.months)
  }
}
