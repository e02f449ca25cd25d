// Powers of ten in words, and times.
extension QuantityReader {
  mutating func multiply(_ end: inout End) throws(QuantityRefusal) {
    guard let power = next.flatMap({ QuantityWords.multipliers[$0.low] }), !end.isClock else { return }
    index += 1
    var (sum, last) = (try times(end, power), power)
    var isSimple = true
    // "chục nghìn": a power of a power.
    while let more = next.flatMap({ QuantityWords.multipliers[$0.low] }), more >= 1_000, last < more {
      index += 1
      sum = try times(End(digits: sum, text: end.text), more)
      last *= more
      isSimple = false
    }
    while let term = try lowerTerm(than: last) {
      sum += term.value
      last = term.power
      isSimple = false
    }
    // “2 triệu rưỡi”: and a half of that.
    if isSimple, power > 1, take(["rưỡi"]) { (sum, isSimple) = (sum + power / 2, false) }
    end.scaled = (sum, isSimple ? power : nil)
  }

  /// What goes on after a power of ten: "200 nghìn" of "1 triệu 200 nghìn", "hai trăm" of "một nghìn hai trăm".
  private mutating func lowerTerm(than power: Int) throws(QuantityRefusal) -> (value: Int, power: Int)? {
    var reader = self
    guard power > 1, let token = reader.next, let small = try reader.digits(token) ?? reader.numberInWords()
    else {
      return nil
    }
    if let lower = reader.next.flatMap({ QuantityWords.multipliers[$0.low] }) {
      guard lower < power else { return nil }
      reader.index += 1
      self = reader
      return (try times(small, lower), lower)
    }
    guard token.low.first?.isASCIIDigit != true, small.digits >= 100, small.digits < power else { return nil }
    self = reader
    return (small.digits, 1)
  }

  func times(_ end: End, _ power: Int) throws(QuantityRefusal) -> Int {
    let scale = Self.power(of: end.decimals)
    let (product, overflow) = end.digits.multipliedReportingOverflow(by: power)
    guard !overflow, product / scale < 1_000_000_000_000 else { throw .tooLarge(phrase, limit: limit) }
    guard product % scale == 0 else { throw .fraction(phrase) }
    return product / scale
  }

  func time(_ end: inout End, in measure: CountingUnit.TimeMeasure) throws(QuantityRefusal) {
    end.measure = measure
    if end.isClock {
      guard measure == .hours else { throw .badNumber(end.text, meant: nil) }
      end.minutes = end.digits
    } else if let scaled = end.scaled {
      end.minutes = measure == .hours ? scaled.value * 60 : scaled.value
    } else {
      end.minutes = try times(end, measure == .hours ? 60 : 1)
    }
  }

  /// The minutes of "2 giờ 15 phút", "2h 15m", "2 giờ 15", "2 giờ rưỡi".
  mutating func minutesBehind(_ end: inout End) throws(QuantityRefusal) {
    guard end.decimals == 0, !end.isClock, end.scaled == nil, let token = next else { return }
    if take(["rưỡi"]) {
      end.minutes = end.minutes.map { $0 + 30 }
      return
    }
    var minutes = Self.glued(token.low).flatMap { $0.measure == .minutes ? $0.minutes : nil }
    var length = 1
    var reader = self
    if minutes == nil, let words = reader.numberBelowThousand(), let unit = reader.next?.low,
      QuantityWords.minutes.contains(unit)
    {
      (minutes, length) = (words, reader.index + 1 - index)
    } else if minutes == nil {
      minutes = Self.whole(token.low)
      if ahead(1).map({ QuantityWords.minutes.contains($0.low) }) ?? false {
        length = 2
      } else if token.low.count != 2 || index + 1 < tokens.count {
        return
      }
    }
    guard let minutes else { return }
    guard minutes < 60 else { throw .contradictory(text(tokens[index..<(index + length)]), .minutes) }
    index += length
    end.minutes = end.minutes.map { $0 + minutes }
  }

  func value(_ end: End) throws(QuantityRefusal) -> Int {
    guard let value = end.minutes ?? end.whole else {
      if !end.isClock, end.decimals != 3 { throw .fraction(end.text) }
      throw .badNumber(end.text, meant: end.isClock ? "\(end.text) giờ" : Self.thousands(end))
    }
    guard value <= limit else {
      // Times are held against the limit in minutes.
      let minutes = end.minutes.map { " (\(grouped($0, in: .vietnamese)) phút)" } ?? ""
      throw .tooLarge(end.text + minutes, limit: limit)
    }
    return value
  }

  /// `1,201` is 1.201 in English.
  private static func thousands(_ end: End) -> String? {
    end.decimals == 3 ? end.text.replacing(",", with: ".") : nil
  }

  /// The unit of a time, with what is timed.
  mutating func timeUnit(_ end: End) -> CountingUnit? {
    end.measure.map { CountingUnit.time($0, of: attributes()) }
  }
}
