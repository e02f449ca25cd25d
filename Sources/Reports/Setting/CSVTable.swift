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
  /// The names of the columns.
  let heading: [String]
  /// The rows; `nil` is an empty cell.
  var rows: [[String?]] = []

  /// The whole file.
  func text() -> String {
    let lines = [heading.map(Optional.some)] + rows
    return "\u{FEFF}" + lines.map { $0.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\r\n" }.joined()
  }

  /// A figure in data: its number, how exactly it is stated, and what it counts.
  static func cells(of quantity: Quantity?) -> [String?] {
    [quantity.map { "\($0.value)" }, quantity?.qualifier.rawValue, quantity?.unit.description]
  }

  /// A percentage in data: with a point, and without the sign.
  static func cell(of percent: Percentage?) -> String? {
    percent.map { String($0.text(in: .english).dropLast()) }
  }

  private static func cell(_ value: String) -> String {
    let safe = isGuarded(value) ? "'" + value : value
    let special = safe.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard special else { return safe }
    // By scalars: a quote followed by a combining mark is one Character, which is no quote.
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The full-width signs are those that spreadsheets take for the plain ones.
  private static func isGuarded(_ value: String) -> Bool {
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
