import ScheduleModel

/// Rows for spreadsheets and scripts, by RFC 4180: commas, quotes doubled, CRLF after each row.
///
/// In UTF-8 with a byte order mark, because Excel takes a file without one for the code page of the machine
/// and breaks every Vietnamese word.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front, and so does one that begins
/// with an apostrophe: who reads the file by program takes one leading apostrophe off, and nothing is lost. A
/// plain number such as `-5` stays a number.
struct CSVTable {
  private var bytes: [UInt8] = Array("\u{FEFF}".utf8)
  private var isRowBegun = false

  /// A table with these names of the columns, and rows.
  init(heading: [String], rows: [[String?]] = []) {
    append(heading)
    append(contentsOf: rows)
  }

  /// The whole file.
  func text() -> String { String(decoding: bytes, as: UTF8.self) }

  /// Adds rows; `nil` is an empty cell.
  mutating func append(contentsOf rows: some Sequence<[String?]>) {
    for row in rows { append(row) }
  }

  /// Adds a row; `nil` is an empty cell.
  mutating func append(_ row: [String?]) {
    for cell in row { add(cell) }
    endRow()
  }

  /// Ends a row of cells that were added one by one.
  mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isRowBegun = false
  }

  /// Adds a cell to the row.
  mutating func add(_ value: String?) {
    beginCell()
    guard let value else { return }
    if Self.isGuarded(value) { return add(quotedIfNeeded: "'" + value) }
    add(quotedIfNeeded: value)
  }

  /// Adds a cell with a number.
  mutating func add(_ number: Int) {
    beginCell()
    bytes.append(contentsOf: number.description.utf8)
  }

  private mutating func beginCell() {
    if isRowBegun { bytes.append(0x2C) }
    isRowBegun = true
  }

  private mutating func add(quotedIfNeeded value: String) {
    let isSpecial = value.utf8.contains { byte in
      byte <= 0x2C && (byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D)
    }
    guard isSpecial else { return bytes.append(contentsOf: value.utf8) }
    bytes.append(0x22)
    for byte in value.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A figure in data: its number, how exactly it is stated, and what it counts.
  static func cells(of quantity: Quantity?) -> [String?] {
    guard let quantity else { return [nil, nil, nil] }
    let number =
      switch quantity.amount {
      case .number(let value): "\(value)"
      case .range(let low, let high): "\(low)..\(high)"
      case .words(let words): words
      }
    return [number, quantity.dataQualifier, quantity.dataUnit]
  }

  /// A percentage in data: with a point, and without the sign.
  static func cell(of percent: Percentage?) -> String? {
    percent.map { String($0.text(in: .english).dropLast()) }
  }

  /// The full-width signs are those that spreadsheets take for the plain ones.
  private static func isGuarded(_ value: String) -> Bool {
    // Nearly every cell begins with a plain letter or digit.
    if let byte = value.utf8.first, byte < 0x80, byte > 0x2D, byte != 0x3D, byte != 0x40 { return false }
    guard let first = value.unicodeScalars.first, "'=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first) else {
      return false
    }
    return !isNumber(value)
  }

  private static func isNumber(_ value: String) -> Bool {
    let digits = value.first == "-" || value.first == "+" ? value.dropFirst() : value[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
