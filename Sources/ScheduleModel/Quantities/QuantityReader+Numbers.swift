// Numbers, ranges and times.
extension QuantityReader {
  /// What stands where the number does.
  struct Amount {
    var amount: Quantity.Amount
    /// The unit that belongs to it: time, or what both ends of a range name.
    var unit: CountingUnit?
    /// Whether the words may be "some" rather than one issue: "một số".
    var mayBeSome = false

    /// Takes a number without a unit for time.
    mutating func turn(
      into time: CountingUnit.TimeMeasure, _ phrase: String, _ limit: Int
    ) throws(QuantityRefusal) {
      guard time == .hours else { return }
      switch amount {
      case .number(let value): amount = .number(value * 60)
      case .range(let low, let high): amount = .range(low * 60, high * 60)
      case .words: return
      }
      if case .number(let value) = amount, value > limit { throw .tooLarge(phrase, limit: limit) }
      if case .range(_, let value) = amount, value > limit { throw .tooLarge(phrase, limit: limit) }
    }
  }

  /// A number, with what is known of it before a second end says more.
  struct End {
    /// The digits without the comma, and how many of them are decimals.
    var digits: Int
    var decimals = 0
    /// What powers of ten in words made of it, with the power where there is only one; `nil` without any.
    var scaled: (value: Int, power: Int?)?
    /// In minutes, when it is a time.
    var minutes: Int?
    var measure: CountingUnit.TimeMeasure?
    /// `12:30`, which is a time only with "giờ" behind it.
    var isClock = false
    var text: String

    /// Whether "15m" may follow on it: of `2h`, not of `2h15`.
    var isWholeHours: Bool { minutes == digits * 60 }

    /// The whole number; `nil` with decimals that nothing takes away.
    var whole: Int? { scaled?.value ?? (decimals == 0 && !isClock ? digits : nil) }
  }

  /// A number, a range or words; `nil` when none comes next.
  mutating func amount() throws(QuantityRefusal) -> Amount? {
    if let words = wordsWithoutNumber() { return words }
    let mayBeSome = next?.low == "một" && ahead(1)?.low == "số" && index + 2 == tokens.count
    let isFrom = take(["từ"]) || take(["from"]) || take(["between"])
    let start = index
    guard var first = try end() else {
      if isFrom { index -= 1 }
      return nil
    }
    var reader = self
    let firstUnit = first.measure == nil ? reader.countingUnit() : nil
    let isEither = reader.isAlternative
    let isRange =
      isEither
      || reader.next.map { QuantityWords.through.contains($0.low) || isFrom && $0.low == "and" } ?? false
    guard isRange else {
      // "từ 12 kỳ" alone says from where and not to where; "từ 12 kỳ trở lên" says that too.
      if isFrom, !["trở", "or"].contains(reader.next?.low) { throw unread(from: reader.index) }
      return Amount(amount: .number(try value(first)), unit: timeUnit(first), mayBeSome: mayBeSome)
    }
    reader.index += 1
    guard var last = try reader.end() else { throw reader.unread(from: reader.index) }
    // “2 hoặc 3” is a range; two numbers with others between them are none.
    if isEither, first.decimals > 0 || last.decimals > 0 || last.digits != first.digits + 1 {
      let rest = reader.text(reader.tokens[reader.index...])
      let readings = [first.text, last.text, "\(first.text) - \(last.text)"].map { amount in
        rest.isEmpty || rest.hasPrefix("/") ? amount + rest : "\(amount) \(rest)"
      }
      throw .twoReadings(phrase, readings.joined(separator: "; "))
    }
    self = reader
    if first.scaled == nil, first.measure == nil, !first.isClock, let power = last.scaled?.power,
      first.digits * Self.power(of: last.decimals) < last.digits * Self.power(of: first.decimals)
    {
      first.scaled = (try times(first, power), power)
    }
    if first.measure == nil, firstUnit == nil, let measure = last.measure { try time(&first, in: measure) }
    guard (first.measure == nil) == (last.measure == nil) else { throw unread(from: start) }
    var unit = firstUnit
    if last.measure != nil {
      if last.measure == .minutes, first.measure == .hours { last.measure = .hours }
      unit = timeUnit(last)
    } else if let firstUnit {
      // Both ends may name the unit, and then it is the same.
      let before = index
      if let lastUnit = countingUnit(), lastUnit != firstUnit { throw unread(from: before) }
    }
    let (low, high) = (try value(first), try value(last))
    guard low <= high else { throw .contradictory(text(tokens[start..<index]), .backwards) }
    return Amount(amount: low == high ? .number(low) : .range(low, high), unit: unit)
  }

  /// Whether “hoặc” and a second number come next, and not “hoặc hơn”.
  private var isAlternative: Bool {
    var reader = self
    guard reader.take(["hoặc"]) || reader.take(["hay"]) || reader.take(["or"]) else { return false }
    return ((try? reader.end()) ?? nil) != nil
  }

  private mutating func wordsWithoutNumber() -> Amount? {
    let start = index
    for words in QuantityWords.unnumbered where take(words) {
      // "hàng trăm giờ" is a time that nobody knows.
      let isHours = next.map { QuantityWords.hours.contains($0.low) } ?? false
      if isHours || next.map({ QuantityWords.minutes.contains($0.low) }) ?? false {
        index += 1
        let text = text(tokens[start..<index])
        return Amount(amount: .words(text), unit: .time(isHours ? .hours : .minutes, of: attributes()))
      }
      return Amount(amount: .words(text(tokens[start..<index])))
    }
    // "một số tin" is some news, "một số" one issue.
    if take(["một", "số"]) {
      var reader = self
      if reader.countingUnit() != nil { return Amount(amount: .words(text(tokens[start..<index]))) }
      index = start
    }
    return nil
  }

  // MARK: - One number

  private mutating func end() throws(QuantityRefusal) -> End? {
    guard let token = next, !token.isQuoted else { return nil }
    let start = index
    guard var end = try digits(token) ?? numberInWords() else { return nil }
    if end.measure == nil { try multiply(&end) }
    if end.measure == nil, let unit = next?.low {
      if QuantityWords.hours.contains(unit) {
        index += 1
        try time(&end, in: .hours)
        try minutesBehind(&end)
      } else if QuantityWords.minutes.contains(unit) {
        index += 1
        try time(&end, in: .minutes)
      }
    } else if end.measure == .hours, end.isWholeHours {
      try minutesBehind(&end)
    }
    end.text = text(tokens[start..<index])
    return end
  }

  /// A number in digits; `nil` when the token begins with none.
  mutating func digits(_ token: QuantityToken) throws(QuantityRefusal) -> End? {
    let text = token.low
    guard text.first?.isASCIIDigit == true else { return nil }
    index += 1
    if let end = Self.glued(text) { return end }
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    if pieces.count == 2, let hours = Self.whole(pieces[0]), hours < 100_000, pieces[1].count == 2,
      let minutes = Self.whole(pieces[1]), minutes < 60
    {
      return End(digits: hours * 60 + minutes, isClock: true, text: text)
    }
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = Self.whole(halves[0], grouped: true) else {
      throw .badNumber(token.text, meant: meant(text))
    }
    guard halves.count == 2 else { return End(digits: whole, text: text) }
    let decimals = halves[1].count
    guard (1...6).contains(decimals), let fraction = Self.whole(halves[1]), whole < 1_000_000 else {
      throw .badNumber(token.text, meant: nil)
    }
    return End(digits: whole * Self.power(of: decimals) + fraction, decimals: decimals, text: text)
  }

  /// `30m`, `2h`, `2h15`, `1h30m`.
  static func glued(_ text: String) -> End? {
    let number = text.prefix { $0.isASCIIDigit }
    let unit = text.dropFirst(number.count).prefix { !$0.isASCIIDigit }
    let more = text.dropFirst(number.count + unit.count).prefix { $0.isASCIIDigit }
    let last = text.dropFirst(number.count + unit.count + more.count)
    guard number.count <= 5, let count = whole(number) else { return nil }
    if QuantityWords.minutes.contains(String(unit)), more.isEmpty, last.isEmpty {
      return End(digits: count, minutes: count, measure: .minutes, text: text)
    }
    guard QuantityWords.hours.contains(String(unit)),
      last.isEmpty || !more.isEmpty && QuantityWords.minutes.contains(String(last))
    else { return nil }
    if more.isEmpty { return End(digits: count, minutes: count * 60, measure: .hours, text: text) }
    guard more.count == 2, let minutes = whole(more), minutes < 60 else { return nil }
    return End(digits: count, minutes: count * 60 + minutes, measure: .hours, text: text)
  }

  /// Digits, and with `grouped` points between groups of three; below 10^12, so that nothing reckoned overflows.
  static func whole(_ text: some StringProtocol, grouped: Bool = false) -> Int? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, grouped || groups.count == 1,
      groups.count == 1
        || (first.count <= 3 && first.first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    let digits = groups.joined()
    guard digits.count <= 12, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(digits)
  }

  /// How a number would be written: `1.2` before "triệu" as `1,2`, `23kỳ` as `23 kỳ`.
  private func meant(_ text: String) -> String? {
    let number = text.prefix { $0.isASCIIDigit }
    let rest = text.dropFirst(number.count)
    if rest.allSatisfy(\.isLetter) { return "\(number) \(rest)" }
    let isScaled = next.map {
      QuantityWords.multipliers[$0.low] != nil || QuantityWords.hours.contains($0.low)
    }
    guard isScaled == true, rest.first == ".", Self.whole(rest.dropFirst()) != nil else { return nil }
    return text.replacing(".", with: ",")
  }

  static func power(of count: Int) -> Int { (0..<count).reduce(1) { power, _ in power * 10 } }

  /// A number in words; `nil` when none comes next.
  mutating func numberInWords() -> End? {
    let start = index
    return numberBelowThousand().map { End(digits: $0, text: text(tokens[start..<index])) }
  }
}
