// For each of what a quantity is stated.
extension QuantityReader {
  /// A rate at the head of a phrase: "mỗi tuần", "cách tuần", "hai tuần" of "hai tuần một số", "weekly".
  mutating func rateFirst() -> Quantity.Rate? {
    var reader = self
    guard let rate = reader.leadingRate() else { return nil }
    self = reader
    return rate
  }

  private mutating func leadingRate() -> Quantity.Rate? {
    guard let word = next?.low else { return nil }
    if let rate = QuantityWords.adverbs[word] {
      index += 1
      return rate
    }
    if take(["cách"]) {
      guard case .every(1, let unit)? = period() else { return nil }
      return .every(2, unit)
    }
    if QuantityWords.eachFirst.contains(word) {
      index += 1
      return period()
    }
    // "hai tuần một số": the period only leads when a number follows it.
    guard !countsCalendar, let rate = period(), next != nil else { return nil }
    if take(["/"]) {
      // "2 tuần/số": one in so long.
      var reader = self
      guard reader.countingUnit() != nil, reader.isAtEnd else { return nil }
      isOneEach = true
      return rate
    }
    var reader = self
    guard (try? reader.amount()) != nil else { return nil }
    return rate
  }

  /// A rate behind an amount: "/quý", "mỗi 2 tuần", "a week".
  mutating func rateLast() -> Quantity.Rate? {
    guard let word = next?.low, QuantityWords.each.contains(word) else { return nil }
    var reader = self
    reader.index += 1
    guard let rate = reader.period() else { return nil }
    self = reader
    return rate
  }

  /// "tuần", "2 tuần", "hai tuần", "buổi".
  private mutating func period() -> Quantity.Rate? {
    var reader = self
    let count = reader.smallNumber()
    guard let word = reader.next?.low else { return nil }
    reader.index += 1
    if QuantityWords.sessions.contains(word), count == nil || count == 1 {
      self = reader
      return .session
    }
    guard (1...9_999).contains(count ?? 1) else { return nil }
    if word == "fortnight" || word == "fortnights" {
      self = reader
      return .every(2 * (count ?? 1), .week)
    }
    guard let unit = StatedFrequency.TimeUnit(named: word) else { return nil }
    self = reader
    return .every(count ?? 1, unit)
  }

  private mutating func smallNumber() -> Int? {
    guard let token = next else { return nil }
    if (1...4).contains(token.low.utf8.count), token.low.allSatisfy(\.isASCIIDigit) {
      index += 1
      return Int(token.low)
    }
    // "năm" before a unit of the calendar is five, alone it is the year.
    if token.low == "năm", ahead(1).flatMap({ StatedFrequency.TimeUnit(named: $0.low) }) == nil { return nil }
    return numberBelowThousand()
  }

  /// Refuses “năm bảy kỳ”, which is seven a year or five to seven. Digits behind “năm” leave no doubt, and nobody counts
  /// from five to one or two.
  func fiveOrYear() throws(QuantityRefusal) {
    guard offers, next?.low == "năm", next?.isQuoted == false, let word = ahead(1)?.low, word != "năm",
      QuantityWords.digits[word] ?? 0 > 2
    else { return }
    var reader = self
    reader.index += 1
    guard let number = reader.numberBelowThousand() else { return }
    let before = text(tokens[..<index])
    let rest = text(tokens[reader.index...])
    func whole(_ amount: String, _ end: String) -> String {
      [before, amount, rest].filter { !$0.isEmpty }.joined(separator: " ") + end
    }
    let readings = [whole("\(number)", "/năm"), whole("\(min(5, number)) - \(max(5, number))", "")]
      .filter(isUnderstood)
    if !readings.isEmpty { throw .twoReadings(phrase, readings.joined(separator: "; ")) }
  }

  /// The phrase that says the same of openings, “2 tin/buổi” of “2 tin/số” and “mỗi số 2 tin”; `nil` for any other.
  func eachIssue() -> String? {
    guard
      let start = tokens.indices.first(where: { index in
        QuantityWords.each.contains(tokens[index].low) && index + 1 < tokens.count
          && QuantityWords.issues.contains(tokens[index + 1].low)
      })
    else { return nil }
    let isPaper = start + 2 < tokens.count && tokens[start + 2].low == "báo"
    let end = start + (isPaper ? 3 : 2)
    guard start == 0 || end == tokens.count else { return nil }
    let meant = text(start == 0 ? tokens[end...] : tokens[..<start]) + "/buổi"
    return isUnderstood(meant) ? meant : nil
  }
}
