/// A rule of repetition as people write it in Vietnamese: `thứ Hai và thứ Năm hằng tuần`, `ngày 5 và 20 hằng tháng`.
///
/// A phrase is understood to its last word, or not at all; one with two meanings is not decided.
public struct RulePhrase: Hashable, Sendable {
  /// What the words mean.
  public let meaning: Meaning

  /// What the words of a phrase mean.
  public enum Meaning: Hashable, Sendable {
    /// One rule of RFC 5545.
    case rule(String)
    /// On these weekdays of every second week, or of every third …; nobody said with which week it begins.
    case everyWeeks(Int, [Weekday])
    /// Two rules, either of which may be meant.
    case readings([Reading])
    /// What comes before the word at which reading stopped, and what comes from it on, as they are written.
    case notUnderstood(known: String, unknown: String)
  }

  /// One meaning of a phrase that has two.
  public struct Reading: Hashable, Sendable {
    /// The rule of RFC 5545.
    public let rule: String
    /// What it means, for a reader.
    public let words: Words
    /// The weekday; `nil` for any.
    let weekday: Weekday?
    /// The days of a month on which it falls.
    let monthDays: [ClosedRange<Int>]
    /// Whether it falls on the last day of a month besides.
    var hasLastDay = false

    /// Its first days from a day on.
    public func days(_ count: Int, from first: CivilDay) -> [CivilDay] {
      let all = first..<first.advanced(by: 62 * count)
      return Array(
        all.lazy.filter { day in
          let isLast = hasLastDay && day.advanced(by: 1).components.day == 1
          return (weekday.map { $0 == Weekday(of: day) } ?? true)
            && (isLast || monthDays.contains { $0.contains(day.components.day) })
        }.prefix(count))
    }
  }

  /// Reads a phrase. A text with `=` is a rule of RFC 5545, not a phrase.
  public init(_ text: String) {
    var reader = RulePhraseReader(text)
    meaning = reader.meaning()
  }

  /// The first day on which one reading falls and another does not, so that a reader sees how they differ; `first` where
  /// they agree for two years.
  public static func firstDifference(_ readings: [Reading], from first: CivilDay) -> CivilDay {
    let sets = readings.map { Set($0.days(100, from: first)) }
    // None of them goes on for longer than the one that ends first.
    let end = readings.compactMap { $0.days(24, from: first).last }.min() ?? first
    let all = sets.reduce(into: Set<CivilDay>()) { $0.formUnion($1) }
    return all.filter { day in day <= end && sets.contains { !$0.contains(day) } }.min() ?? first
  }

  /// The first days of every `n` weeks, beginning with the week of a day or with a later one.
  ///
  /// - Parameter later: How many weeks later it begins, from 0.
  public static func days(
    _ count: Int, everyWeeks weeks: Int, on weekdays: [Weekday], from first: CivilDay, weeksLater later: Int
  ) -> [CivilDay] {
    let monday = first.advanced(by: 1 - first.weekday + 7 * later)
    let days = stride(from: 0, through: weeks * (count + 1), by: weeks).flatMap { week in
      weekdays.map { monday.advanced(by: 7 * week + $0.rawValue - 1) }
    }
    return Array(days.filter { $0 >= first }.prefix(count))
  }
}

/// Reads the words of a phrase one by one.
private struct RulePhraseReader {
  private let words: [Word]
  private var next = 0

  private struct Word {
    let folded: String
    /// Whether a comma or the like comes after it.
    let endsPart: Bool
    /// Whether that is a stroke: `5/20` may be a day and a month.
    let hasStroke: Bool
    /// In which of ``pieces`` it is.
    let piece: Int
  }

  /// The phrase between its blanks, as it is written.
  private let pieces: [Substring]

  init(_ text: String) {
    pieces = text.split(whereSeparator: \.isWhitespace)
    words = pieces.enumerated().flatMap { number, written in
      Self.undashed(written).flatMap { piece -> [Word] in
        let signs = piece.filter { ",;/".contains($0) }.map(\.self)
        let parts = piece.split(omittingEmptySubsequences: false) { ",;/".contains($0) }
        return parts.enumerated().compactMap { index, part in
          let folded = FoldedText(String(part)).text
          return folded.isEmpty
            ? nil
            : Word(
              folded: folded, endsPart: index < signs.count,
              hasStroke: index < signs.count && signs[index] == "/", piece: number)
        }
      }
    }
  }

  /// A piece without its dashes: `T2-T6` is from one to the other, `2-4-6` a list. Two bare numbers may be either.
  private static func undashed(_ piece: Substring) -> [Substring] {
    let dashes: Set<Character> = ["-", "–", "—"]
    let parts = piece.split(omittingEmptySubsequences: false) { dashes.contains($0) }
    if parts.count == 2 {
      if parts.allSatisfy(\.isEmpty) { return ["đến"] }
      return parts.allSatisfy({ $0.first?.isLetter ?? false }) ? [parts[0], "đến", parts[1]] : [piece]
    }
    guard parts.count > 2, parts.allSatisfy({ !$0.isEmpty && $0.count <= 2 }) else { return [piece] }
    return [parts.joined(separator: ",")[...]]
  }

  mutating func meaning() -> RulePhrase.Meaning {
    if let meaning = phrase(), next == words.count { return meaning }
    // As it is written, strokes and commas included.
    let first = next < words.count ? words[next].piece : pieces.count
    return .notUnderstood(
      known: pieces[..<first].joined(separator: " "), unknown: pieces[first...].joined(separator: " "))
  }

  // MARK: - Words

  /// Takes the words if they come next.
  private mutating func take(_ phrase: String...) -> Bool {
    for phrase in phrase {
      let parts = phrase.split(separator: " ")
      let coming = words.dropFirst(next).prefix(parts.count).map(\.folded)
      if coming.count == parts.count, zip(coming, parts).allSatisfy({ $0 == $1 }) {
        next += parts.count
        return true
      }
    }
    return false
  }

  private var word: String? { next < words.count ? words[next].folded : nil }

  private mutating func takeEvery(_ unit: String) -> Bool { take("hang \(unit)", "moi \(unit)") }

  /// "hằng tháng", "của tháng", "trong tháng", "tháng".
  private mutating func takeMonth() -> Bool {
    let isNamed = take("cua thang", "trong thang", "thang")
    return takeEvery("thang") || isNamed
  }

  // MARK: - Phrases

  private mutating func phrase() -> RulePhrase.Meaning? {
    _ = take("vao")
    _ = take("cac")
    // “mỗi thứ Năm”, “các ngày thứ Ba”
    let every = next
    if take("moi", "hang"), word != "thu", word != "chu" { next = every }
    if takeEvery("ngay") { return daily() }
    if takeEvery("tuan") {
      _ = take("vao")
      return weekdays().flatMap(Self.weekly)
    }
    if takeEvery("thang") {
      _ = take("vao")
      return take("ngay") ? monthDays().map(Self.monthly) : nil
    }
    if let weeks = everyWeeks() {
      _ = take("vao")
      return weekdays().map { .everyWeeks(weeks, $0) }
    }
    if take("ngay cuoi thang", "ngay cuoi cung cua thang", "ngay cuoi cung trong thang") {
      _ = takeEvery("thang")
      return .rule("FREQ=MONTHLY;BYMONTHDAY=-1")
    }
    let start = next
    if take("ngay") {
      if word == "thu" || word == "chu" { return weekly() }
      if let days = monthDays(), takeMonth() { return Self.monthly(days) }
      if next == start + 1 { next = start }
      return nil
    }
    return weekly()
  }

  private mutating func daily() -> RulePhrase.Meaning? {
    if next == words.count { return .rule("FREQ=DAILY") }
    guard take("tru") else { return nil }
    _ = take("ngay")
    guard let off = weekdays() else { return nil }
    return Self.weekly(Weekday.allCases.filter { !off.contains($0) })
  }

  /// "cách tuần", "hai tuần một lần".
  private mutating func everyWeeks() -> Int? {
    if take("cach tuan", "tuan cach tuan") { return 2 }
    let start = next
    let isCounted = take("cu")
    guard let number = word.flatMap(Self.number), (2...12).contains(number) else {
      next = start
      return nil
    }
    next += 1
    if take("tuan mot lan", "tuan 1 lan", "tuan mot ki", "tuan 1 ki", "tuan mot so", "tuan 1 so")
      || isCounted && take("tuan")
    {
      return number
    }
    next = start
    return nil
  }

  private mutating func weekly() -> RulePhrase.Meaning? {
    guard let days = weekdays() else { return nil }
    if next == words.count || takeEvery("tuan") {
      if next == words.count { return Self.weekly(days) }
      if let weeks = everyWeeks() { return .everyWeeks(weeks, days) }
      return nil
    }
    if let weeks = everyWeeks() { return .everyWeeks(weeks, days) }
    guard days.count == 1 else { return nil }
    return monthly(days[0])
  }

  /// "tuần thứ ba", "thứ ba của tháng", "đầu tháng", "cuối tháng".
  private mutating func monthly(_ day: Weekday) -> RulePhrase.Meaning? {
    _ = take("cua", "trong")
    if take("tuan cuoi cung", "tuan cuoi") {
      return takeMonth() ? .rule("FREQ=MONTHLY;BYDAY=-1\(day.code)") : nil
    }
    if take("cuoi cung", "cuoi") { return takeMonth() ? .rule("FREQ=MONTHLY;BYDAY=-1\(day.code)") : nil }
    let week = next
    if take("tuan dau tien", "tuan dau") {
      if takeMonth() { return Self.meaning(day, [1]) }
      guard next < words.count else { return nil }
      next = week
    }
    if take("dau tien", "dau") { return takeMonth() ? .rule("FREQ=MONTHLY;BYDAY=1\(day.code)") : nil }
    if take("tuan") {
      guard let weeks = ordinals(ofWeeks: true) else { return nil }
      if next < words.count, !takeMonth() { return nil }
      return Self.meaning(day, weeks)
    }
    guard let numbers = ordinals(), takeMonth() else { return nil }
    return .rule("FREQ=MONTHLY;BYDAY=" + numbers.map { "\($0)\(day.code)" }.joined(separator: ","))
  }

  /// "thứ ba", "thứ hai và thứ tư", of weeks also "1 và 3": 1 to 5, ascending, each once.
  private mutating func ordinals(ofWeeks: Bool = false) -> [Int]? {
    var numbers: [Int] = []
    while true {
      let start = next
      _ = take("tuan")
      let isNamed = take("thu")
      let isFirst = word == "nhat" || ofWeeks && word == "dau"
      guard isNamed || ofWeeks, let number = word.flatMap(Self.number) ?? (isFirst ? 1 : nil),
        (1...5).contains(number)
      else {
        next = start
        break
      }
      next += 1
      numbers.append(number)
      guard words[next - 1].endsPart || take("va") else { break }
    }
    return numbers.isEmpty || Set(numbers).count < numbers.count ? nil : numbers.sorted()
  }

  // MARK: - Lists

  /// Weekdays with their words between them, or from one to another; in order, each once.
  private mutating func weekdays() -> [Weekday]? {
    let isRange = take("tu")
    guard let first = weekday(isShort: false) else { return nil }
    if take("den") {
      guard let last = weekday(isShort: true), first < last else { return nil }
      return Weekday.allCases.filter { (first...last).contains($0) }
    }
    guard !isRange else { return nil }
    var days = [first]
    while next < words.count, words[next - 1].endsPart || word == "va" {
      let start = next
      _ = take("va")
      guard let day = weekday(isShort: true) else {
        next = start
        break
      }
      guard !days.contains(day) else { return nil }
      days.append(day)
    }
    return days.sorted()
  }

  /// A weekday; further ones of a list may go without "thứ".
  private mutating func weekday(isShort: Bool) -> Weekday? {
    if take("chu nhat", "cn") { return .sunday }
    if let word, word.count == 2, word.first == "t", let number = Int(word.dropFirst()),
      (2...7).contains(number)
    {
      next += 1
      return Weekday(rawValue: number - 1)
    }
    let start = next
    let isNamed = take("thu")
    // "hai tuần" is no Monday.
    let isWeeks = !isNamed && next + 1 < words.count && words[next + 1].folded == "tuan"
    guard isNamed || isShort && !isWeeks, let number = word.flatMap(Self.number), (2...7).contains(number)
    else {
      next = start
      return nil
    }
    next += 1
    return Weekday(rawValue: number - 1)
  }

  /// Days of a month in order; `nil` when one of them is none, or is there twice.
  private mutating func monthDays() -> [Int]? {
    var days: [Int] = []
    while true {
      let start = next
      _ = take("ngay")
      _ = take("mung", "mong")
      guard let number = word.flatMap({ Int($0) }), (1...31).contains(number) else {
        next = start
        break
      }
      next += 1
      days.append(number)
      if words[next - 1].hasStroke {
        next = start
        return nil
      }
      guard words[next - 1].endsPart || take("va") else { break }
    }
    guard !days.isEmpty, Set(days).count == days.count else { return nil }
    return days.sorted()
  }

  private static func number(_ word: String) -> Int? {
    let names = [
      "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
      "muoi": 10,
    ]
    return names[word] ?? (word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(word) : nil)
  }

  // MARK: - Rules

  private static func weekly(_ days: [Weekday]) -> RulePhrase.Meaning? {
    days.isEmpty ? nil : .rule("FREQ=WEEKLY;BYDAY=" + days.map(\.code).joined(separator: ","))
  }

  /// Days of every month. Not every month has a 29th, 30th and 31st: such a day may be meant for its last.
  private static func monthly(_ days: [Int]) -> RulePhrase.Meaning {
    func rule(_ days: [Int]) -> String {
      "FREQ=MONTHLY;BYMONTHDAY=" + days.map(String.init).joined(separator: ",")
    }
    let always = days.filter { $0 <= 28 }
    guard always.count < days.count else { return .rule(rule(days)) }
    let late = days.filter { $0 > 28 }.map(String.init).joined(separator: ", ")
    return .readings([
      RulePhrase.Reading(
        rule: rule(days),
        words: Words(vi: "chỉ những tháng có ngày \(late)", en: "only in months that have a day \(late)"),
        weekday: nil, monthDays: days.map { $0...$0 }),
      RulePhrase.Reading(
        rule: rule(always + [-1]), words: Words(vi: "ngày cuối tháng", en: "the last day of the month"),
        weekday: nil, monthDays: always.map { $0...$0 }, hasLastDay: true),
    ])
  }

  /// A weekday of numbered weeks; the third Sunday is that of the third week too.
  private static func meaning(_ day: Weekday, _ weeks: [Int]) -> RulePhrase.Meaning {
    let readings = readings(day, weeks)
    return readings.allSatisfy { $0.monthDays == readings[0].monthDays }
      ? .rule(readings[0].rule) : .readings(readings)
  }

  /// The third Friday, and the Friday of the third week; weeks begin on Monday, the first is that of the month's first
  /// day.
  private static func readings(_ day: Weekday, _ weeks: [Int]) -> [RulePhrase.Reading] {
    let ofMonth = weeks.map { week in 7 * week - 6...min(7 * week, 31) }
    let ofWeek = weeks.map { week in
      let last = 7 * (week - 1) + day.rawValue
      return max(1, last - 6)...min(last, 31)
    }
    let numbers = weeks.map(String.init).joined(separator: ", ")
    return [
      RulePhrase.Reading(
        rule: "FREQ=MONTHLY;BYDAY=" + weeks.map { "\($0)\(day.code)" }.joined(separator: ","),
        words: Words(
          vi: "\(day.name.vi) lần thứ \(numbers) của tháng",
          en: "\(day.name.en) number \(numbers) of the month"),
        weekday: day, monthDays: ofMonth),
      RulePhrase.Reading(
        rule: "FREQ=MONTHLY;BYDAY=\(day.code);BYMONTHDAY="
          + Set(ofWeek.joined()).sorted().map(String.init).joined(separator: ","),
        words: Words(
          vi: "\(day.name.vi) trong tuần thứ \(numbers), tuần đầu là tuần có ngày 1",
          en: "the \(day.name.en) of week \(numbers), the first week being that of day 1"),
        weekday: day, monthDays: ofWeek),
    ]
  }
}
