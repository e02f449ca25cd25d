import ScheduleModel

/// Sets figures as cells for readers of a language, on paper or elsewhere.
struct FigureSetter {
  /// The readers' language.
  let language: ReaderLanguage
  /// Whether it is for paper, where Vietnamese offices write quantities below ten with a zero before them.
  var isPaper = false

  /// A number as words.
  func text(_ number: Int) -> String {
    isPaper ? paperNumber(number, in: language) : grouped(number, in: language)
  }

  /// A number; “–” when it is not known.
  func cell(_ number: Int?) -> TextTable.Cell {
    number.map { TextTable.Cell(.number($0), text($0)) } ?? .notStated
  }

  /// A number that is the least where something could not be told; “–” when it is not known.
  func cell(_ number: Int?, isLeast: Bool) -> TextTable.Cell {
    guard isLeast, let number else { return cell(number) }
    return TextTable.Cell(.least(number), "\(Quantity.Qualifier.atLeast.word(in: language)) \(text(number))")
  }

  /// A figure, with its unit where the table does not show the same; “–” when it is not stated.
  func cell(_ quantity: Quantity?, besides unit: CountingUnit? = nil) -> TextTable.Cell {
    guard let quantity else { return .notStated }
    return TextTable.Cell(
      .quantity(quantity), quantity.text(in: language, unit: quantity.unit != unit, number: text))
  }

  /// A figure that was recorded as a text, “8 hội nghị” or “12”: set like any other where it is understood.
  func cell(recorded text: String?) -> TextTable.Cell {
    guard let text else { return .notStated }
    if let number = Int(text) { return cell(number) }
    return Quantity(text, unit: nil, limit: Quantity.largest).map { cell($0) } ?? .stated(text)
  }

  /// A share, without its sign where the heading has it; “–” when it is not known.
  func cell(_ share: Percentage?, hasSign: Bool = true) -> TextTable.Cell {
    guard let share else { return .notStated }
    let text = share.text(in: language)
    return TextTable.Cell(
      .percentage(share), !hasSign && text.hasSuffix("%") ? String(text.dropLast()) : text)
  }

  /// What went out of how many; “–” for what is not known of the two.
  func cell(_ part: Int?, of whole: Int?) -> TextTable.Cell {
    TextTable.Cell(.share(part, of: whole), "\(cell(part).text)/\(cell(whole).text)")
  }
}
