/// Reads a phrase for a quantity to its last word; docs/quantities.md has the grammar.
///
/// A value that is copied to try a reading: what does not fit leaves the original where it was.
struct QuantityReader {
  let tokens: [QuantityToken]
  var index = 0
  /// Whether the phrase is "2 tuần/số", one in so long, which has no number of its own.
  var isOneEach = false
  /// The unit that is meant when the phrase names none, and may be named whatever its words are.
  let unit: CountingUnit?
  /// Whether days, weeks and months may be counted.
  let countsCalendar: Bool
  /// The largest number; of time, in minutes.
  let limit: Int
  /// Whether a refusal names what may have been meant.
  var offers = true

  init(
    _ text: String, unit: CountingUnit?, countsCalendar: Bool = false, limit: Int, namesInQuotes: Bool = true
  ) {
    tokens = QuantityToken.tokens(of: text, namesInQuotes: namesInQuotes)
    self.unit = unit
    self.countsCalendar = countsCalendar
    self.limit = limit
  }

  /// The whole phrase.
  ///
  /// - Parameter isFrequency: Whether a rate may stand without a number: "hằng tuần" is once a week.
  mutating func quantity(isFrequency: Bool = false) throws(QuantityRefusal) -> Quantity {
    guard !tokens.isEmpty else { throw .empty }
    try fiveOrYear()
    var rate = rateFirst()
    if isFrequency, isAtEnd, let rate { return Quantity(.number(1), .exact, Self.times, rate: rate) }
    if isOneEach, let rate, let unit = countingUnit() {
      return Quantity(.number(1), .exact, unit, rate: rate)
    }
    let begin = index
    let prefix = qualifier(among: QuantityWords.qualifiers)
    // "ít nhất mỗi tuần 1 kỳ"
    if prefix != nil, rate == nil, next.map({ QuantityWords.eachFirst.contains($0.low) }) ?? false {
      rate = rateFirst()
    }
    if prefix != nil { try fiveOrYear() }
    guard var amount = try amount() else {
      if next?.low == "không", next?.isQuoted == false { throw .negation(phrase) }
      throw unread(from: index)
    }
    let named = amount.unit ?? countingUnit()
    let suffix = prefix == nil ? qualifier(among: QuantityWords.suffixes) : nil
    if rate == nil { rate = rateLast() }
    guard isAtEnd else { throw unread(from: index) }
    guard let unit = named ?? self.unit ?? (isFrequency ? Self.times : nil) else {
      throw .noUnit(phrase)
    }
    if named == nil, let time = self.unit?.time { try amount.turn(into: time, phrase, limit) }
    if rate == nil, amount.mayBeSome, named != nil {
      throw .twoReadings(phrase, "1 số; vài \(self.unit.map(\.description) ?? "tin")")
    }
    let qualifier = prefix ?? suffix ?? .exact
    if case .words = amount.amount, qualifier != .exact { throw unread(from: begin) }
    if case .range = amount.amount, qualifier != .exact, qualifier != .about {
      throw .contradictory(phrase, .qualifiedRange)
    }
    return Quantity(amount.amount, qualifier, unit, rate: rate)
  }

  /// What a frequency counts that does not say.
  static let times = CountingUnit(["lần"])

  // MARK: - Tokens

  var isAtEnd: Bool { index >= tokens.count }
  var next: QuantityToken? { isAtEnd ? nil : tokens[index] }
  func ahead(_ count: Int) -> QuantityToken? {
    index + count < tokens.count ? tokens[index + count] : nil
  }

  /// Takes some words when they come next.
  mutating func take(_ words: [String]) -> Bool {
    guard index + words.count <= tokens.count,
      zip(words, tokens[index...]).allSatisfy({ $0 == $1.low && !$1.isQuoted })
    else { return false }
    index += words.count
    return true
  }

  mutating func qualifier(
    among phrases: [([String], Quantity.Qualifier)]
  ) -> Quantity.Qualifier? {
    for (words, meaning) in phrases where take(words) { return meaning }
    return nil
  }

  // MARK: - Refusing

  /// The phrase, its blanks made even.
  var phrase: String { text(tokens[...]) }

  /// Tokens as they are written, with a blank where the phrase has any.
  func text(_ tokens: ArraySlice<QuantityToken>) -> String {
    var text = ""
    var end: Int?
    for token in tokens {
      let isGlued =
        token.range.lowerBound == end || token.low == "," || token.low == "/" || text.hasSuffix("/")
        || text.isEmpty
      text += isGlued ? token.text : " " + token.text
      end = token.range.upperBound
    }
    return text
  }

  /// The phrase with a comma between its units, "400 tin, bài" of "400 tin bài", when that is understood.
  private func listed(from start: Int) -> String? {
    guard tokens.count - start <= 6, tokens[start].low != ",", tokens[start - 1].low != "," else {
      return nil
    }
    let phrase = text(tokens[..<start]) + ", " + text(tokens[start...])
    do {
      _ = try Quantity.reading(phrase, unit: unit, limit: limit)
      return phrase
    } catch .notUnderstood(_, _, let near?) {
      return Quantity(near, unit: unit, limit: limit) == nil ? nil : near
    } catch {
      return nil
    }
  }

  /// That the phrase is not understood from a token on.
  func unread(from start: Int) -> QuantityRefusal {
    if offers, let meant = eachIssue() { return .eachIssue(phrase, meant: meant) }
    guard start > 0 else { return .noNumber(phrase) }
    guard start < tokens.count else { return .incomplete(phrase) }
    let word = tokens[start].low
    if offers, let listed = listed(from: start) {
      return .notUnderstood(read: text(tokens[..<start]), rest: text(tokens[start...]), near: listed)
    }
    let name = word.allSatisfy(\.isLetter) ? EditDistance.closest(to: word, among: UnitLexicon.names) : nil
    let near = name.flatMap { name -> String? in
      let behind = text(tokens[(start + 1)...])
      let whole =
        text(tokens[..<start]) + " \(name)" + (behind.isEmpty || behind.hasPrefix("/") ? "" : " ") + behind
      return offers && isUnderstood(whole) ? whole : nil
    }
    return .notUnderstood(read: text(tokens[..<start]), rest: text(tokens[start...]), near: near)
  }

  /// Whether a phrase that is to be offered is understood itself.
  func isUnderstood(_ phrase: String) -> Bool {
    guard phrase.count <= 60 else { return false }
    var reader = QuantityReader(phrase, unit: unit, countsCalendar: countsCalendar, limit: limit)
    reader.offers = false
    return (try? reader.quantity()) != nil
  }
}

extension Quantity {
  /// Reads a phrase to its last word: `23`, `12 - 15 kỳ`, `hơn 600 tin, bài, ảnh`, `5 nghìn tờ`, `hàng chục tin`,
  /// `2 giờ 15 phút`, `3 kỳ/quý`.
  ///
  /// - Parameters:
  ///   - unit: The unit when the text has none; its own words are understood whatever they are.
  ///   - limit: The largest number that is read; of time, in minutes.
  /// - Throws: What was understood, and the forms that would be.
  public static func reading(
    _ text: String, unit: CountingUnit?, limit: Int = Quantity.largest
  ) throws(QuantityRefusal) -> Quantity {
    var reader = QuantityReader(text, unit: unit, limit: limit)
    do {
      return try reader.quantity()
    } catch .badNumber(let number, let meant?) {
      // What is offered is the whole phrase, and is understood itself.
      let whole = reader.phrase.replacing(number, with: meant, maxReplacements: 1)
      throw .badNumber(number, meant: reader.isUnderstood(whole) ? whole : nil)
    }
  }

  /// Reads the length of an interval: `3 tháng`, `more than 10 weeks`.
  ///
  /// - Throws: What was understood, and the forms that would be.
  public static func readingInterval(_ text: String) throws(QuantityRefusal) -> Quantity {
    var reader = QuantityReader(text, unit: nil, countsCalendar: true, limit: 100_000)
    return try reader.quantity()
  }

  /// The same as ``reading(_:unit:limit:)``; `nil` for a phrase that is refused.
  public init?(_ text: String, unit: CountingUnit?, limit: Int = Quantity.largest) {
    guard let quantity = try? Self.reading(text, unit: unit, limit: limit) else { return nil }
    self = quantity
  }
}
