/// How one log is written: its separator, and what its columns mean.
///
/// A byte order mark, blank lines and Excel's line `sep=;` may come before the names of the columns. Of
/// comma, semicolon and tab that one parts the fields with which the most names are known.
struct LogHeader {
  /// The byte between two fields.
  let separator: UInt8
  /// The names of the columns, in the file's order, without the blanks around them.
  let names: [String]
  /// How many fields a row has to have; empty names at the end are no columns.
  let width: Int
  /// Where each ``LogColumn`` is, by its raw value; of two columns with the same meaning, the first.
  private let columns: [Int?]
  /// The seconds of a number in the column of lengths: 60, unless the heading names another unit.
  let lengthUnit: Int
  /// Columns that mean nothing to the program, by their index.
  let unknown: [Int]
  /// Columns that mean the same as an earlier one, by their index.
  let repeated: [Int]

  /// The byte order mark of UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let separators: [UInt8] = [.comma, .semicolon, .tab]

  /// A scanner that stands at the line with the names of the columns.
  ///
  /// - Parameter knows: Whether a column of that name means something.
  static func scanner(
    of bytes: [UInt8], knows: (String) -> Bool = { LogColumn.named($0) != nil }
  ) -> RecordScanner {
    var position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var line = 1
    var given: UInt8?
    while true {
      var scanner = RecordScanner(bytes, separator: given ?? .comma, position: position, line: line)
      guard let record = scanner.next(), record.fault == nil else { break }
      if given == nil, let separator = separator(givenBy: bytes[record.range]) {
        given = separator
      } else if !bytes[record.range].allSatisfy(\.isBlank) {
        break
      }
      position = scanner.position
      line = scanner.line
    }
    let choices = given.map { [$0] } ?? separators
    let scanners = choices.map { RecordScanner(bytes, separator: $0, position: position, line: line) }
    return scanners.reduce(scanners[0]) { knownNames(at: $1, knows) > knownNames(at: $0, knows) ? $1 : $0 }
  }

  /// A scanner that stands at the names of the columns where lines such as a title come before them; `nil` when none of
  /// the first lines has the columns that a log must have.
  static func scanner(below bytes: [UInt8], _ dialect: LogDialect) -> RecordScanner? {
    scanner(below: bytes) { scanner in
      let header = LogHeader(readBy: scanner)
      return header.knowsSeveral && LogColumn.missing(in: header, dialect).isEmpty
    }
  }

  /// A scanner that stands at the first line that is a header, titles above it passed over; `nil` when none of the first
  /// lines is one.
  ///
  /// - Parameter isHeader: Whether the record that a scanner has just read is the header.
  static func scanner(below bytes: [UInt8], isHeader: (RecordScanner) -> Bool) -> RecordScanner? {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    for separator in separators {
      var scanner = RecordScanner(bytes, separator: separator, position: start, line: 1)
      for _ in 0..<mostTitleLines {
        let here = scanner
        guard let record = scanner.next(), record.fault == nil else { break }
        if isHeader(scanner) { return here }
      }
    }
    return nil
  }

  /// The rows of a table from its first line on, titles included, parted by the separator with which the most columns
  /// of a line are known.
  ///
  /// - Parameter knows: Whether a heading means something; `nil` where any heading may stand. Then the separator is taken
  ///   that makes the most lines of equally many cells.
  static func scannerFromTop(of bytes: [UInt8], knows: ((String) -> Bool)?) -> RecordScanner {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let tops = separators.map { RecordScanner(bytes, separator: $0, position: start, line: 1) }
    let scores = tops.map { top -> Int in
      var scanner = top
      var known = 0
      var widths: [Int: Int] = [:]
      for _ in 0..<mostTitleLines {
        if let knows { known = max(known, knownNames(at: scanner, knows)) }
        guard scanner.next() != nil else { break }
        if scanner.fields.count > 1 { widths[scanner.fields.count, default: 0] += 1 }
      }
      return knows == nil ? widths.values.max() ?? 0 : known
    }
    let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    // Excel's line `sep=;` and a header of one column are read as before.
    return scores[best] > 1 ? tops[best] : scanner(of: bytes, knows: knows ?? { !$0.isEmpty })
  }

  /// So many lines at most come before the names of the columns.
  private static let mostTitleLines = 30

  private static func separator(givenBy line: ArraySlice<UInt8>) -> UInt8? {
    let letters = line.filter { $0 != .quote }
    guard letters.count == 5, String(decoding: letters.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let last = letters.last,
      last == .tab || (0x21...0x2F).contains(last) || (0x3A...0x40).contains(last)
        || last == 0x7C
    else { return nil }
    return last
  }

  private static func knownNames(at scanner: RecordScanner, _ knows: (String) -> Bool) -> Int {
    var scanner = scanner
    guard scanner.next() != nil else { return 0 }
    return scanner.fields.prefix(mostColumns).count { knows(scanner.text(of: $0)) }
  }

  /// A log with more columns is none; they have a dozen.
  static let mostColumns = 200

  /// The header in the fields of the record that `scanner` has just read.
  init(readBy scanner: RecordScanner) {
    separator = scanner.separator
    names = scanner.fields.map(scanner.text)
    var columns = [Int?](repeating: nil, count: LogColumn.allCases.count)
    var unknown: [Int] = []
    var repeated: [Int] = []
    for (index, name) in names.enumerated() where !name.isEmpty {
      if let column = LogColumn.named(name) {
        if columns[column.rawValue] == nil {
          columns[column.rawValue] = index
        } else {
          repeated.append(index)
        }
      } else {
        unknown.append(index)
      }
    }
    width = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
    self.columns = columns
    lengthUnit = Self.lengthUnit(columns, names)
    self.unknown = unknown
    self.repeated = repeated
  }

  /// Whether columns of it are kept unread.
  var keepsOthers: Bool {
    !unknown.isEmpty || !repeated.isEmpty || index(of: .note) != nil || index(of: .weekday) != nil
  }

  private static func lengthUnit(_ columns: [Int?], _ names: [String]) -> Int {
    columns[LogColumn.minutes.rawValue].map { LogColumn.lengthUnit(of: names[$0]) } ?? 60
  }

  /// The index of the column that tells this; `nil` when the log has none.
  func index(of column: LogColumn) -> Int? { columns[column.rawValue] }

  /// What the column of an index tells; `nil` when it is kept unread.
  func column(at index: Int) -> LogColumn? { columns.firstIndex(of: index).flatMap(LogColumn.init) }

  /// The columns of a log that was taken apart already, by what they tell; the others are kept unread.
  init(names: [String], columns known: [LogColumn: Int]) {
    separator = .comma
    self.names = names
    width = names.count
    var columns = [Int?](repeating: nil, count: LogColumn.allCases.count)
    for (column, index) in known { columns[column.rawValue] = index }
    unknown = names.indices.filter { index in !known.values.contains(index) }
    repeated = []
    self.columns = columns
    lengthUnit = Self.lengthUnit(columns, names)
  }

  /// The same by the names that columns usually have.
  init(named names: [String]) {
    let known = names.enumerated().compactMap { index, name in LogColumn.named(name).map { ($0, index) } }
    self.init(names: names, columns: Dictionary(known, uniquingKeysWith: { first, _ in first }))
  }
}
