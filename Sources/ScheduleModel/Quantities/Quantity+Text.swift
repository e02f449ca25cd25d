// Quantities as readers see them.
extension Quantity.Qualifier {
  /// The word before the number; empty for an exact one.
  public func word(in language: ReaderLanguage) -> String {
    switch self {
    case .exact: ""
    case .atLeast: Words(vi: "ít nhất", en: "at least")[language]
    case .moreThan: Words(vi: "hơn", en: "more than")[language]
    case .atMost: Words(vi: "tối đa", en: "at most")[language]
    case .lessThan: Words(vi: "dưới", en: "less than")[language]
    case .nearly: Words(vi: "gần", en: "nearly")[language]
    case .about: Words(vi: "khoảng", en: "about")[language]
    case .atLeastAbout: Words(vi: "ít nhất khoảng", en: "at least about")[language]
    }
  }
}

extension Quantity {
  /// The figure for a reader: "hơn 600 tin, bài, ảnh". Thousands have points in Vietnamese, commas in English; words
  /// stand as the source has them.
  ///
  /// - Parameter shown: Whether the unit is told; that of time always is.
  public func text(in language: ReaderLanguage, unit shown: Bool = true) -> String {
    text(in: language, unit: shown) { grouped($0, in: language) }
  }

  /// The same with numbers of another shape: offices write those below ten with a zero before them.
  public func text(in language: ReaderLanguage, unit shown: Bool, number: (Int) -> String) -> String {
    let word = qualifier.word(in: language)
    let figure = (word.isEmpty ? "" : word + " ") + amountText(in: language, number)
    let label = unit.time == nil ? unit.description : unit.timed
    return figure + (shown && !label.isEmpty ? " \(label)" : "") + (rate?.text(in: language) ?? "")
  }

  private func amountText(in language: ReaderLanguage, _ number: (Int) -> String) -> String {
    switch amount {
    case .words(let words): return words
    case .number(let value):
      return unit.time.map { Self.time(value, $0, in: language, number) } ?? number(value)
    case .range(let low, let high):
      guard let measure = unit.time else { return "\(number(low)) - \(number(high))" }
      let last = Self.time(high, measure, in: language, number)
      let isPlain = measure == .minutes || low % 60 == 0 && high % 60 == 0
      let first =
        isPlain
        ? number(measure == .hours ? low / 60 : low) : Self.time(low, measure, in: language, number)
      return "\(first) - \(last)"
    }
  }

  /// Minutes as "1.800 phút", or as hours and minutes.
  private static func time(
    _ minutes: Int, _ measure: CountingUnit.TimeMeasure, in language: ReaderLanguage,
    _ number: (Int) -> String
  ) -> String {
    func text(_ count: Int, _ words: Words) -> String {
      "\(number(count)) \(words[language])\(language == .english && count != 1 ? "s" : "")"
    }
    let (hour, minute) = (Words(vi: "giờ", en: "hour"), Words(vi: "phút", en: "minute"))
    guard measure == .hours else { return text(minutes, minute) }
    let parts = [(minutes / 60, hour), (minutes % 60, minute)].filter { $0.0 > 0 }.map { text($0.0, $0.1) }
    return parts.isEmpty ? text(0, hour) : parts.joined(separator: " ")
  }
}

extension Quantity.Rate {
  /// What comes after the figure: "/quý", " a quarter".
  public func text(in language: ReaderLanguage) -> String {
    switch (self, language) {
    case (.session, .vietnamese): "/buổi"
    case (.session, .english): " a session"
    case (.every(1, let unit), .vietnamese): "/\(unit.name.vi)"
    case (.every(let count, let unit), .vietnamese): "/\(count) \(unit.name.vi)"
    case (.every(1, let unit), .english): " a \(unit.name.en)"
    case (.every(let count, let unit), .english): " every \(count) \(unit.name.en)s"
    }
  }
}

/// A whole number with its thousands separated as the reader's language does.
public func grouped(_ number: Int, in language: ReaderLanguage) -> String {
  let digits = Array(String(number.magnitude))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += language == .vietnamese ? "." : "," }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}

/// A number of things in English: `1 row`, `1,200 rows`.
///
/// - Parameter many: The plural; `nil` for the noun with an s.
public func counted(_ number: Int, _ noun: String, _ many: String? = nil) -> String {
  "\(grouped(number, in: .english)) \(number == 1 ? noun : many ?? noun + "s")"
}

/// Quantities in data, in columns or keys of their own.
extension Quantity {
  /// The number; the lower end of a range; `nil` for words.
  public var dataValue: Int? { isInWords ? nil : value }

  /// The number for a cell whose column has another unit beside it: `nil` for time, which would be minutes there, and for
  /// words and rates.
  public var countValue: Int? { unit.time == nil && rate == nil ? dataValue : nil }

  /// The qualifier's key, or `range` or `words` where the figure is one of these without a qualifier.
  public var dataQualifier: String {
    switch (amount, qualifier) {
    case (.words, _): "words"
    case (.range, .exact): "range"
    default: qualifier.rawValue
    }
  }

  /// The unit of the number; time is in minutes, whatever the source says, and a rate has its period.
  public var dataUnit: String {
    let unit = unit.time == nil ? self.unit : .time(.minutes, of: self.unit.timed)
    return "\(unit)" + (rate?.text(in: .vietnamese) ?? "")
  }
}
