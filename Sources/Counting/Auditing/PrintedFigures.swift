import ScheduleModel

/// The numbers that the words of a source have, each with what stands around it.
struct PrintedFigures {
  private struct Figure: Hashable {
    let amount: Quantity.Amount
    let qualifier: Quantity.Qualifier
    let isTime: Bool
  }

  private let figures: Set<Figure>
  private let percentages: Set<Percentage>
  /// Whether there are digits anywhere.
  let hasDigits: Bool

  /// The numbers in a text, by the grammar of quantities from each of its words on.
  init(in text: String) {
    let read = Quantity.printed(in: text)
    figures = Set(
      read.map { Figure(amount: $0.amount, qualifier: $0.qualifier, isTime: $0.unit.time != nil) })
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

  /// Whether they stand there with the same qualifier.
  func hasQualified(_ quantity: Quantity) -> Bool {
    figures.contains(
      Figure(amount: quantity.amount, qualifier: quantity.qualifier, isTime: quantity.unit.time != nil))
  }

  /// Whether a whole number stands there.
  func has(_ number: Int) -> Bool { figures.contains { $0.amount == .number(number) } }

  /// Whether a percentage stands there with the same digits.
  func has(_ percentage: Percentage) -> Bool { percentages.contains(percentage) }
}
