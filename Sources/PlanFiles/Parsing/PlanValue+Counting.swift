import ScheduleModel

/// The small forms in which plans write how output is counted.
extension PlanValue {
  /// `year`, `half`, `quarter`, `month`, `day`, `week`, `6 weeks`, `any 6 weeks`, also in Vietnamese; `nil` otherwise.
  static func cycle(_ text: String) -> Cycle? {
    var words = text.lowercased().split(separator: " ").map(String.init)
    switch words.joined(separator: " ") {
    case "year", "năm": return .year
    case "plan", "kế hoạch": return .whole
    case "half", "nửa năm": return .half
    case "quarter", "quý": return .quarter
    case "month", "tháng": return .month
    case "day", "ngày": return .day
    default: break
    }
    let isRolling = words.first == "any" || words.starts(with: ["bất", "kỳ"])
    if isRolling { words.removeFirst(words[0] == "any" ? 1 : 2) }
    let number = words.count == 2 ? Int(words.removeFirst()) : 1
    guard words.count == 1, ["week", "weeks", "tuần"].contains(words[0]), let number,
      (1...52).contains(number)
    else { return nil }
    return isRolling ? .rolling(number) : .weeks(number)
  }

  /// `18:00-23:00`, `22h-2h`; `nil` otherwise, or when they are empty.
  static func hours(_ text: String) -> CountingRule.Hours? {
    let ends = text.split(whereSeparator: { "-–".contains($0) }).map { TimeOfDay($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start.seconds < 86_400, start != end else {
      return nil
    }
    return CountingRule.Hours(from: start, to: end)
  }

  /// `2 a minute`, `3 points a work`, `2 điểm mỗi phút`; `nil` otherwise.
  static func weight(_ text: String) -> CountingRule.Weight? {
    var words = text.lowercased().split(whereSeparator: { " /".contains($0) }).map(String.init)
    guard let points = words.first.flatMap({ Int($0) }), (1...1_000).contains(points) else { return nil }
    words.removeFirst()
    if let word = words.first, ["point", "points", "điểm"].contains(word) { words.removeFirst() }
    if let word = words.first, ["a", "per", "mỗi", "một"].contains(word) { words.removeFirst() }
    switch words.joined(separator: " ") {
    case "minute", "phút": return CountingRule.Weight(points: points, perMinute: true)
    case "work", "tác phẩm": return CountingRule.Weight(points: points, perMinute: false)
    default: return nil
    }
  }

  /// Whether a quota is one work at every opening: `every opening`, `mọi buổi`, `mọi số báo`.
  static func isEveryOpening(_ text: String) -> Bool {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [
      "every opening", "each opening", "all openings", "every issue", "mọi buổi", "mọi buổi phát", "mỗi buổi",
      "tất cả các buổi", "mọi số", "mỗi số", "mọi số báo", "mỗi số báo", "tất cả các số báo",
    ].contains(words)
  }

  /// `quota`, `90%`, `aired`, `never`, or a day; `nil` otherwise.
  static func taskRule(_ text: String) -> TaskRule? {
    switch text {
    case "quota": .quota
    case "aired": .aired
    case "never": .never
    default:
      CivilDay(written: text).map { .on($0) }
        ?? (text.hasSuffix("%") ? percent(text).map { .share($0) } : nil)
    }
  }

  /// `80`, `80%`: 1 to 1,000; `nil` otherwise.
  static func percent(_ text: String) -> Int? {
    let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
    guard let number = Int(digits.filter { $0 != " " }), (1...1_000).contains(number) else { return nil }
    return number
  }

  /// `1,5`, `1.5`, `2` in hundredths, up to 1,000; `nil` otherwise.
  static func hundredths(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { ",.".contains($0) })
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }),
      let whole = Int(parts[0]), whole <= 1_000
    else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard (1...2).contains(parts[1].count), let fraction = Int(parts[1]) else { return nil }
    return whole * 100 + (parts[1].count == 1 ? fraction * 10 : fraction)
  }

  /// A profile's name: capitals, digits and underscores; `nil` otherwise.
  static func profileCode(_ text: String) -> String? {
    let isName = text.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    return isName && text.first?.isLetter == true && text.utf8.count <= 40 ? text : nil
  }

  /// `year`, `H1`, `Q3`, `04`; `nil` otherwise.
  static func part(_ text: String) -> ReportingPeriod.Part? {
    text == "year" ? .year : ReportingPeriod.Part(named: text.uppercased())
  }
}
