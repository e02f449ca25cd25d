/// A day of the week; the raw value is that of ISO 8601, as in ``CivilDay/weekday``.
public enum Weekday: Int, CaseIterable, Comparable, Sendable {
  /// 1 is Monday, 7 Sunday.
  case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The weekday of a day.
  public init(of day: CivilDay) { self = Self.allCases[day.weekday - 1] }

  /// Reads `MO`, `Monday`, `thứ Hai`, `thứ 2`, `T2` or `Chủ nhật`, `CN`, whatever the case; `nil` otherwise.
  public init?(named text: String) {
    let word = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let day = Self.allCases.first(where: { $0.spellings.contains(word) }) else { return nil }
    self = day
  }

  /// The two letters of RFC 5545 (`BYDAY`).
  public var code: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .monday: Words(vi: "thứ Hai", en: "Monday")
    case .tuesday: Words(vi: "thứ Ba", en: "Tuesday")
    case .wednesday: Words(vi: "thứ Tư", en: "Wednesday")
    case .thursday: Words(vi: "thứ Năm", en: "Thursday")
    case .friday: Words(vi: "thứ Sáu", en: "Friday")
    case .saturday: Words(vi: "thứ Bảy", en: "Saturday")
    case .sunday: Words(vi: "Chủ nhật", en: "Sunday")
    }
  }

  /// Monday comes first.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }

  private var spellings: [String] {
    let short = self == .sunday ? ["cn"] : ["thứ \(rawValue + 1)", "t\(rawValue + 1)"]
    return [code, name.vi, name.en].map { $0.lowercased() } + short
  }
}
