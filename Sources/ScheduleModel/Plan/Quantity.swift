/// A figure as a plan or a report states it: "23 kỳ", "hơn 600 tin, bài, ảnh".
///
/// The qualifier and the unit are part of the figure and stay with it through sums, reports and exports.
public struct Quantity: Hashable, Sendable {
  /// The number, 0 or more, in ``unit``.
  public let value: Int
  /// How exactly the source states it.
  public let qualifier: Qualifier
  /// What is counted.
  public let unit: CountingUnit

  /// An exact figure in a unit.
  public init(_ value: Int, _ unit: CountingUnit) { self.init(value, .exact, unit) }

  /// A figure in a unit.
  public init(_ value: Int, _ qualifier: Qualifier, _ unit: CountingUnit) {
    self.value = value
    self.qualifier = qualifier
    self.unit = unit
  }

  /// How exactly a source states a number.
  public enum Qualifier: String, CaseIterable, Sendable {
    /// The number itself.
    case exact
    /// "ít nhất": the number or more.
    case atLeast = "at-least"
    /// "hơn", "trên": more than the number.
    case moreThan = "more-than"
    /// "gần": a little less than the number.
    case nearly
    /// "khoảng": the number, roughly.
    case about
  }

  /// The sum, with the weakest claim that both figures allow: 370 and "hơn 600" make "hơn 970".
  ///
  /// A lower bound plus an upper one bounds nothing, so it is "about". Units are joined, never converted.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(
      left.value + right.value, left.qualifier.combined(with: right.qualifier),
      left.unit.joined(with: right.unit))
  }
}

extension Quantity.Qualifier {
  fileprivate func combined(with other: Self) -> Self {
    switch (self, other) {
    case (.exact, let only), (let only, .exact): only
    case (.about, _), (_, .about): .about
    case (.nearly, .nearly): .nearly
    case (.nearly, _), (_, .nearly): .about
    case (.atLeast, .atLeast): .atLeast
    case (.moreThan, _), (_, .moreThan): .moreThan
    }
  }

  /// The word before the number; empty for an exact one.
  public func word(in language: ReaderLanguage) -> String {
    switch self {
    case .exact: ""
    case .atLeast: Words(vi: "ít nhất", en: "at least")[language]
    case .moreThan: Words(vi: "hơn", en: "more than")[language]
    case .nearly: Words(vi: "gần", en: "nearly")[language]
    case .about: Words(vi: "khoảng", en: "about")[language]
    }
  }
}

/// What a figure counts: one form, or several in one undivided figure.
///
/// "100 tin, bài, ảnh" is one count over three forms; how many are photographs nobody knows.
public struct CountingUnit: Hashable, Sendable {
  /// The forms, as printed and in that order; one or more.
  public let forms: [String]

  /// A unit of one or more forms. An empty list is a mistake of the program.
  public init(_ forms: [String]) {
    precondition(!forms.isEmpty, "a unit counts something")
    self.forms = forms
  }

  /// A unit from its printed form, split at commas.
  public init?(_ text: String) {
    let forms = text.split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    guard !forms.isEmpty else { return nil }
    self.forms = forms
  }

  /// Whether the count lumps several forms together, so that it cannot be split.
  public var isCompound: Bool { forms.count > 1 }

  /// The union of the forms, in order of first appearance.
  public func joined(with other: CountingUnit) -> CountingUnit {
    CountingUnit(forms + other.forms.filter { !forms.contains($0) })
  }
}

extension CountingUnit: CustomStringConvertible {
  /// "tin, bài, ảnh".
  public var description: String { forms.joined(separator: ", ") }
}

extension Quantity {
  /// The largest number that a plan may state. A larger one is a typing error, and sums stay far from overflow.
  public static let largest = 1_000_000

  /// Reads `23`, `23 kỳ`, `hơn 600 tin, bài, ảnh`, `≥ 12 số`, `2.199 lượt`.
  ///
  /// Points between groups of three digits are thousands, as Vietnamese writes them.
  /// - Parameter unit: The unit when the text has none; with `nil`, a text without a unit is not read.
  /// - Returns: `nil` when there is no number, the number passes `limit`, or no unit is known.
  public init?(_ text: String, unit: CountingUnit?, limit: Int = Quantity.largest) {
    var rest = Substring(text.trimmingSpaces)
    var qualifier = Qualifier.exact
    for (word, meaning) in Self.qualifierWords where rest.lowercased().hasPrefix(word) {
      let after = rest.dropFirst(word.count)
      guard after.first.map({ !$0.isLetter }) ?? false else { continue }
      qualifier = meaning
      rest = after.drop(while: \.isWhitespace)
      break
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Self.number(number), value <= limit else { return nil }
    let printed = rest.dropFirst(number.count)
    guard printed.first?.isWhitespace ?? true else { return nil }
    guard let unit = printed.isEmpty ? unit : Self.unit(printed) else { return nil }
    self.init(value, qualifier, unit)
  }

  /// The unit after a number. A form with a digit before its first letter is a second number: `2 199 lượt`,
  /// `23 - 25 kỳ`.
  private static func unit(_ text: Substring) -> CountingUnit? {
    guard let unit = CountingUnit(String(text)) else { return nil }
    let isForm = unit.forms.allSatisfy { $0.first { $0.isLetter || $0.isNumber }?.isLetter == true }
    return isForm ? unit : nil
  }

  private static let qualifierWords: [(String, Qualifier)] = [
    ("ít nhất", .atLeast), ("tối thiểu", .atLeast), ("at least", .atLeast), ("≥", .atLeast), (">=", .atLeast),
    ("more than", .moreThan), ("hơn", .moreThan), ("trên", .moreThan), (">", .moreThan),
    ("nearly", .nearly), ("gần", .nearly), ("about", .about), ("khoảng", .about), ("~", .about),
  ]

  /// A number below 10^12, so that nothing reckoned from it overflows.
  private static func number(_ text: Substring) -> Int? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty else { return nil }
    guard
      groups.count == 1
        || (first.count <= 3 && first.first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    let digits = groups.joined()
    return digits.count <= 12 ? Int(digits) : nil
  }

  /// The figure for a reader: "hơn 600 tin, bài, ảnh". Thousands have points in Vietnamese, commas in English.
  public func text(in language: ReaderLanguage, unit shown: Bool = true) -> String {
    let word = qualifier.word(in: language)
    return (word.isEmpty ? "" : word + " ") + grouped(value, in: language) + (shown ? " \(unit)" : "")
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

extension StringProtocol {
  var trimmingSpaces: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
