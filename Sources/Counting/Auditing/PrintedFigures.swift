import ScheduleModel

/// The numbers that the words of a source have, each with what stands around it.
struct PrintedFigures {
  private struct Figure: Hashable {
    let amount: Quantity.Amount
    let qualifier: Quantity.Qualifier
    let isTime: Bool
    /// `nil` for a total, which a number for each year is too.
    let rate: Quantity.Rate?

    init(_ quantity: Quantity) {
      (amount, qualifier) = (quantity.amount, quantity.qualifier)
      isTime = quantity.unit.time != nil
      rate = quantity.rate == .every(1, .year) ? nil : quantity.rate
    }
  }

  private struct Fraction: Hashable {
    let part: Int
    let whole: Int
  }

  private let figures: Set<Figure>
  /// What stands as “182/222” there.
  private let fractions: [Fraction]
  private let percentages: Set<Percentage>
  /// Whether there are digits anywhere.
  let hasDigits: Bool

  /// The numbers in a text, by the grammar of quantities from each of its words on.
  init(in text: String) {
    let read = Quantity.printed(in: text)
    figures = Set(read.map(Figure.init))
    fractions = text.matches(of: /([0-9][0-9.]*) ?\/ ?([0-9][0-9.]*)/).compactMap { match in
      guard let part = Int(match.1.filter { $0 != "." }), let whole = Int(match.2.filter { $0 != "." }) else {
        return nil
      }
      return Fraction(part: part, whole: whole)
    }
    percentages = Set(
      text.split(whereSeparator: { !($0.isASCII && $0.isNumber) && $0 != "," && $0 != "." })
        .compactMap {
          Percentage(String($0.drop { !$0.isNumber }.reversed().drop { !$0.isNumber }.reversed()))
        })
    hasDigits = text.contains { $0.isASCII && $0.isNumber }
  }

  /// Whether the number, the range or the words stand there, whatever their qualifier.
  func has(_ quantity: Quantity) -> Bool {
    figures.contains { $0.amount == quantity.amount && $0.isTime == (quantity.unit.time != nil) }
  }

  /// Whether they stand there with the same qualifier and the same rate.
  func hasQualified(_ quantity: Quantity) -> Bool { figures.contains(Figure(quantity)) }

  /// Whether they stand there only for another stretch of time, or as a total where this is a rate.
  func hasOnlyOtherRate(_ quantity: Quantity) -> Bool {
    let meant = Figure(quantity)
    let found = figures.filter { $0.amount == meant.amount && $0.isTime == meant.isTime }
    return !found.isEmpty && !found.contains { $0.rate == meant.rate }
  }

  /// Whether a part and its whole stand there the other way round, and not this way.
  func turnsRound(_ part: Int, of whole: Int) -> Bool {
    part != whole && fractions.contains(Fraction(part: whole, whole: part))
      && !fractions.contains(Fraction(part: part, whole: whole))
  }

  /// Whether a whole number stands there.
  func has(_ number: Int) -> Bool { figures.contains { $0.amount == .number(number) } }

  /// Whether a percentage stands there with the same digits.
  func has(_ percentage: Percentage) -> Bool { percentages.contains(percentage) }
}
