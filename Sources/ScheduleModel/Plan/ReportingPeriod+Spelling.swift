extension ReportingPeriod {
  /// Reads a period of a profile as people name it: `2025-Q1`, a stretch by its id or name, `Quý I năm 2025`,
  /// `6 tháng đầu năm`.
  ///
  /// - Parameter year: The year that is meant where the words name none.
  /// - Returns: `nil` for other words, and for a part of a year on which the profile has no report.
  public init?(written text: String, in year: Int, profile: ReportingProfile) {
    if let period = ReportingPeriod(text, profile: profile) {
      self = period
    } else if let stretch = profile.stretches.first(where: { FoldedText($0.name) == FoldedText(text) }),
      let period = ReportingPeriod(.stretch(stretch.id), of: stretch.year, profile: profile)
    {
      self = period
    } else if let spelled = Self.spelled(text, in: year),
      // Which year “cả năm” is of a plan of several years, nobody says.
      !(profile.shape.isLong && spelled.part == .year && Self.spelled(text, in: year + 1)?.year == year + 1),
      let period = ReportingPeriod(named: spelled.part, in: spelled.year, profile: profile)
    {
      self = period
    } else {
      return nil
    }
  }

  /// Reads a period as people write it: `Quý I năm 2025`, `quý 2/2025`, `Q2 2025`, `3 tháng đầu năm`,
  /// `6 tháng đầu năm`, `tháng 4/2025`, `năm 2025`, `cả năm`, `cả năm 2025`.
  ///
  /// - Parameters:
  ///   - text: The words; case, diacritics and punctuation do not matter.
  ///   - year: The year that is meant where the words name none.
  /// - Returns: A part of a year and the year; `nil` for other words. Whether a profile has such a report is another
  ///   question.
  public static func spelled(_ text: String, in year: Int) -> (part: Part, year: Int)? {
    var words = FoldedText(String(text.prefix(60))).text.split(separator: " ").map(String.init)
    for filler in [["ky", "bao", "cao"], ["ki", "bao", "cao"], ["bao", "cao"], ["so", "lieu"]]
    where words.starts(with: filler) {
      words.removeFirst(filler.count)
    }
    var named: Int?
    if let last = words.last, last.utf8.count == 4, let number = Int(last), words.count > 1 {
      named = number
      words.removeLast()
      if words.last == "nam", words.count > 1, !isHalf(words), words != ["ca", "nam"] { words.removeLast() }
    }
    guard CivilDay.years.contains(named ?? year), let part = part(words) else { return nil }
    return (part, named ?? year)
  }

  /// `6 thang dau nam`, whose last word belongs to it.
  private static func isHalf(_ words: [String]) -> Bool { words.contains("dau") || words.contains("cuoi") }

  /// How many months a text counts from the year's first when they are more than one report: `9 tháng đầu năm`.
  public static func severalQuarters(_ text: String) -> Int? {
    let words = FoldedText(String(text.prefix(60))).text.split(separator: " ").map(String.init)
    let months = words.first.flatMap { ["9": 9, "09": 9, "chin": 9][$0] }
    return words.count >= 3 && words[1...2] == ["thang", "dau"] ? months : nil
  }

  private static func part(_ words: [String]) -> Part? {
    switch words.count {
    case 1 where words[0].utf8.count == 2 && words[0].first == "q":
      return number(String(words[0].dropFirst()), in: 1...4).map(Part.quarter)
    case 1 where words[0] == "nam": return .year
    case 2 where words[0] == "ca" && words[1] == "nam": return .year
    case 2 where words[0] == "qui" || words[0] == "quy": return number(words[1], in: 1...4).map(Part.quarter)
    case 2 where words[0] == "thang": return number(words[1], in: 1...12).map(Part.month)
    case 3, 4:
      let isWhole = words.count == 3 || words[3] == "nam"
      guard words[1] == "thang", isWhole else { return nil }
      if ["3", "03", "ba"].contains(words[0]), words[2] == "dau" { return .quarter(1) }
      guard ["6", "06", "sau"].contains(words[0]) else { return nil }
      return words[2] == "dau" ? .half(1) : words[2] == "cuoi" ? .half(2) : nil
    default: return nil
    }
  }

  private static func number(_ word: String, in range: ClosedRange<Int>) -> Int? {
    let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    guard let number = roman[word] ?? Int(word), range.contains(number) else { return nil }
    return number
  }
}
