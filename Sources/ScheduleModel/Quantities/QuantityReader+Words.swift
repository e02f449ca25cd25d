// Numbers in words, and units.
extension QuantityReader {
  /// A number below 1,000 in words: "hai mươi ba", "một trăm linh năm"; `nil` when none comes next.
  mutating func numberBelowThousand() -> Int? {
    var reader = self
    guard let first = reader.digit() else { return nil }
    var value = first
    if first < 10, reader.take(["trăm"]) {
      value = first * 100
      if reader.take(["linh"]) || reader.take(["lẻ"]) {
        guard let ones = reader.digit(), (1...9).contains(ones) else { return nil }
        value += ones
      } else {
        var rest = reader
        if let tens = rest.numberBelowHundred(), tens >= 10 {
          value += tens
          reader = rest
        }
      }
    } else {
      guard let small = numberBelowHundred() else { return nil }
      return small
    }
    self = reader
    return value
  }

  private mutating func numberBelowHundred() -> Int? {
    guard let first = digit() else { return nil }
    if first == 10, tokens[index - 1].low == "mười" { return 10 + ones(["lăm": 5, "nhăm": 5], upTo: 9) }
    if (2...9).contains(first), take(["mươi"]) {
      return first * 10 + ones(["lăm": 5, "nhăm": 5, "mốt": 1, "tư": 4], upTo: 9)
    }
    return first
  }

  /// The last digit; "năm" there is a year, for five is "lăm".
  private mutating func ones(_ special: [String: Int], upTo most: Int) -> Int {
    guard let word = next?.low else { return 0 }
    if let value = special[word] {
      index += 1
      return value
    }
    guard let value = QuantityWords.digits[word], (1...most).contains(value), word != "năm",
      !(word == "một" && special["mốt"] != nil)
    else { return 0 }
    // "mười một số" is eleven issues; "hai mươi hai" is 22.
    index += 1
    return value
  }

  private mutating func digit() -> Int? {
    guard let token = next, !token.isQuoted, let value = QuantityWords.digits[token.low] else { return nil }
    index += 1
    return value
  }

  // MARK: - Units

  /// Forms with commas or "và" between them.
  mutating func countingUnit() -> CountingUnit? {
    guard let first = form() else { return nil }
    var forms = [first]
    while true {
      var reader = self
      guard reader.take([","]) || reader.take(["và"]) || reader.take(["and"]), let form = reader.form() else {
        break
      }
      if !forms.contains(form) { forms.append(form) }
      self = reader
    }
    return CountingUnit(forms)
  }

  /// One form: one of the line's own, a name in quotation marks, or a head of the lexicon with what goes with it.
  private mutating func form() -> String? {
    for form in unit?.forms ?? [] where take(QuantityToken.tokens(of: form).map(\.low)) { return form }
    let start = index
    if next?.isQuoted == true {
      index += 1
    } else {
      let words = tokens[index...].prefix { !$0.isQuoted }.map(\.low)
      guard let head = UnitLexicon.head(in: words[...]), head.kind != .calendar || countsCalendar else {
        return nil
      }
      index += head.length
      // "24 kỳ chuyên mục": issues of what has a name of its own.
      if head.length == 1, ["kỳ", "số"].contains(words[0]), let column = UnitLexicon.head(in: words[1...]),
        column.kind == .works, column.length > 1
      {
        index += column.length
      }
      if head.kind == .calendar { return text(tokens[start..<index]) }
    }
    _ = attributes()
    return text(tokens[start..<index])
  }

  /// What tells which: words that may follow a head, and names.
  mutating func attributes() -> String {
    let start = index
    while let token = next, token.isQuoted || UnitLexicon.isAttribute(token.low, before: ahead(1)?.low) {
      index += 1
    }
    return text(tokens[start..<index])
  }
}
