import ScheduleModel

/// Makes rows of the marks and texts of a sheet.
struct SheetRowBuilder {
  /// The rows that are complete and not taken yet.
  var rows: [SheetRow] = []
  /// Whether a cell has more letters than any cell may have.
  private(set) var isTooLong = false

  private let texts: SharedTexts
  private let styles: [NumberStyle]
  /// The styles whose font is struck through.
  private let struckStyles: Set<Int>
  private let startsIn1904: Bool
  private let mostColumns: Int
  private let numbers: SheetNumbers
  private var merged: MergedCells
  private var bytes: [UInt8] = []
  private var cells: [Range<Int>] = []
  private var number = 0
  private var column = 0
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var hasFormula = false
  private var unknown: [SheetRow.UnknownCell] = []
  private var clockCells: [Int] = []
  private var isHidden = false
  private var hasPlainCell = false

  private enum Kind {
    case shared, number, error
    /// A text in the cell: typed, or what a formula gave.
    case text, result
  }

  /// A builder for the sheets of one workbook.
  init(
    texts: SharedTexts, styles: [NumberStyle], struckStyles: Set<Int>, startsIn1904: Bool, mostColumns: Int,
    numbers: SheetNumbers, _ merged: MergedCells
  ) {
    self.numbers = numbers
    self.merged = merged
    self.texts = texts
    self.styles = styles
    self.struckStyles = struckStyles
    self.startsIn1904 = startsIn1904
    self.mostColumns = mostColumns
  }

  /// No office program writes more bytes into a cell.
  private static let longestCell = 1_000_000

  /// Takes the next mark or text.
  mutating func take(_ token: XMLScanner.Token) {
    switch token {
    case .start(let name, let attributes):
      switch Mark(name) {
      case .cell:
        column = XMLScanner.attribute("r", in: attributes).map(Self.column(of:)) ?? column + 1
        kind =
          switch XMLScanner.attribute("t", in: attributes) ?? "n" {
          case "s": .shared
          case "n": .number
          case "e": .error
          case "str": .result
          default: .text
          }
        style = XMLScanner.attribute("s", in: attributes).flatMap { Int($0) } ?? 0
        value.removeAll(keepingCapacity: true)
        hasFormula = false
      case .value: isValue = true
      case .formula: hasFormula = true
      case .row:
        number = XMLScanner.attribute("r", in: attributes).flatMap { Int($0) } ?? number + 1
        bytes = []
        cells = []
        column = 0
        unknown = []
        clockCells = []
        hasPlainCell = false
        isHidden = ["1", "true"].contains(XMLScanner.attribute("hidden", in: attributes) ?? "")
      case nil: break
      }
    case .end(let name):
      switch Mark(name) {
      case .cell: endCell()
      case .value: isValue = false
      case .formula: break
      case .row: if !cells.isEmpty { endRow() }
      case nil: break
      }
    case .text(let letters): if isValue { XMLScanner.appendText(letters, to: &value) }
    case .plain(let letters): if isValue { value += letters }
    }
    if value.count > Self.longestCell { isTooLong = true }
  }

  private enum Mark {
    case cell, value, formula, row

    init?(_ name: ArraySlice<UInt8>) {
      let first = name.startIndex
      switch (name.count, name[first]) {
      case (1, UInt8(ascii: "c")): self = .cell
      case (1, UInt8(ascii: "v")), (1, UInt8(ascii: "t")): self = .value
      case (1, UInt8(ascii: "f")): self = .formula
      case (3, UInt8(ascii: "r")) where name[first + 1] == UInt8(ascii: "o"): self = .row
      default: return nil
      }
    }
  }

  private mutating func endCell() {
    guard column > 0 else { return }
    let start = bytes.count
    switch kind {
    case .text, .result:
      bytes += value
      ExcelEscape.decode(&bytes, from: start)
    case .error: bytes += value
    case .shared:
      if let index = Int(String(decoding: value, as: UTF8.self)) { bytes += texts[index] }
    case .number:
      let style = styles.indices.contains(style) ? styles[style] : .number
      appendNumber(style)
    }
    let index = min(column - 1, mostColumns)
    if kind == .error, !value.isEmpty {
      unknown.append(SheetRow.UnknownCell(column: index, error: String(decoding: value, as: UTF8.self)))
    } else if hasFormula, value.isEmpty, kind != .result {
      // An empty text that a formula gave is a value; no value at all is none.
      unknown.append(SheetRow.UnknownCell(column: index, error: nil))
      bytes += Self.formulaShown
    }
    guard bytes.count > start else { return }
    hasPlainCell = hasPlainCell || !struckStyles.contains(style)
    while cells.count <= index { cells.append(start..<start) }
    cells[index] = start..<bytes.count
  }

  /// What stands for a formula without a value in an excerpt.
  private static let formulaShown = Array("=…".utf8)

  private mutating func endRow() {
    var row = SheetRow(
      number: number, bytes: bytes, cells: cells, unknown: unknown, clockCells: clockCells,
      isHidden: isHidden, isStruckThrough: !hasPlainCell)
    merged.fill(&row, mostColumns: mostColumns)
    rows.append(row)
  }

  private mutating func appendNumber(_ style: NumberStyle) {
    switch style {
    case .decimal(let decimals):
      if numbers == .shown, appendShown(decimals, isPercent: false) { return }
      return appendNumber(.number)
    case .percent(let decimals):
      if numbers == .shown, appendShown(decimals, isPercent: true) { return }
      return appendNumber(.number)
    case .number, .date, .month, .dateTime, .time: break
    }
    guard style != .number, let serial = Double(String(decoding: value, as: UTF8.self)), serial >= 0,
      serial < 2_958_466
    else {
      let plain = value.suffix(2).elementsEqual(".0".utf8) ? value.dropLast(2) : value[...]
      // “7.5” is seven thousand five hundred to nobody: people write it 7,5.
      bytes +=
        numbers == .written ? plain.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 } : Array(plain)
      return
    }
    clockCells.append(min(column - 1, mostColumns))
    let all = Int((serial * 86_400).rounded())
    let (days, seconds) = (all / 86_400, all % 86_400)
    if style == .time { return appendClock(days < 2 ? all : seconds) }
    // 1900 was no leap year, but the first spreadsheet thought so; from 1 March 1900 on both agree.
    let origin = startsIn1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    let day = CivilDay(daysSince1970: origin + days)
    if style == .month, numbers == .written {
      bytes += "\(day.month)/\(day.year)".utf8
      return
    }
    bytes += day.description.utf8
    if style == .date || style == .month, seconds == 0 { return }
    bytes.append(0x20)
    appendClock(seconds)
  }

  /// A number as its format shows it; `false` for one that has too many digits to be a figure.
  private mutating func appendShown(_ decimals: Int, isPercent: Bool) -> Bool {
    guard let number = Double(String(decoding: value, as: UTF8.self)), abs(number) < 1e12, decimals <= 6
    else { return false }
    let scale = (0..<decimals).reduce(isPercent ? 100 : 1) { scale, _ in scale * 10 }
    // Office programs round the decimal number that they show, not the binary one beside it.
    let units = Int((abs(number) * Double(scale) * (1 + 1e-14)).rounded())
    let one = (0..<decimals).reduce(1) { one, _ in one * 10 }
    if number < 0, units > 0 { bytes.append(UInt8(ascii: "-")) }
    bytes += String(units / one).utf8
    if decimals > 0 { bytes += ".\(String(units % one + one).dropFirst())".utf8 }
    if isPercent { bytes.append(UInt8(ascii: "%")) }
    return true
  }

  private mutating func appendClock(_ seconds: Int) {
    for (index, part) in [seconds / 3600, seconds / 60 % 60, seconds % 60].enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ":")) }
      if part < 10 { bytes.append(UInt8(ascii: "0")) }
      bytes += String(part).utf8
    }
  }

  /// The number of the column in a reference such as `AB12`, from 1; beyond the widest sheet, one more than that.
  static func column(of reference: some StringProtocol) -> Int {
    var column = 0
    for letter in reference.utf8.prefix(4) {
      guard (0x41...0x5A).contains(letter) else { break }
      column = column * 26 + Int(letter - 0x40)
    }
    return column
  }
}
