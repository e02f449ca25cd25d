extension Quantity {
  /// The quantities that stand anywhere in a text, read from each of its words on: every number, range and time with the
  /// qualifier and the rate before or behind it. The unit is not read but for time. Numbers of days and months, “tháng 12”,
  /// are none.
  ///
  /// - Complexity: Linear in the words, for a quantity has few.
  public static func printed(in text: String) -> [Quantity] {
    var reader = QuantityReader(text, unit: nil, limit: 1_000_000_000_000, namesInQuotes: false)
    var quantities: [Quantity] = []
    for start in reader.tokens.indices {
      reader.index = start
      if let quantity = reader.printed() { quantities.append(quantity) }
    }
    return quantities
  }
}

extension QuantityReader {
  /// The quantity that begins here; `nil` when none does. A number behind a qualifier has it.
  fileprivate mutating func printed() -> Quantity? {
    let start = index
    let isBehindQualifier = start > 0 && isQualifierBehind(start)
    let prefix = qualifier(among: QuantityWords.qualifiers)
    guard prefix != nil || !isBehindQualifier, let amount = try? amount() else { return nil }
    let unit = amount.unit ?? countingUnit()
    if unit == nil, prefix == nil, start > 0, ["ngày", "tháng"].contains(tokens[start - 1].low) {
      return nil
    }
    let suffix = prefix == nil ? qualifier(among: QuantityWords.suffixes) : nil
    return Quantity(
      amount.amount, prefix ?? suffix ?? .exact, unit?.time == nil ? Self.times : unit ?? Self.times,
      rate: rateLast() ?? rate(before: start))
  }

  /// The rate that ends just before a token: “mỗi quý” of “mỗi quý 5 kỳ”.
  private func rate(before position: Int) -> Quantity.Rate? {
    for length in 1...3 where position >= length {
      var reader = self
      reader.index = position - length
      let word = tokens[reader.index].low
      let leads =
        QuantityWords.eachFirst.contains(word) || QuantityWords.adverbs[word] != nil || word == "cách"
      if leads, let rate = reader.rateFirst(), reader.index == position { return rate }
    }
    return nil
  }

  /// Whether a qualifier ends just before a token.
  private func isQualifierBehind(_ position: Int) -> Bool {
    (1...3).contains { length in
      guard position >= length else { return false }
      var reader = self
      reader.index = position - length
      return reader.qualifier(among: QuantityWords.qualifiers) != nil && reader.index == position
    }
  }
}
