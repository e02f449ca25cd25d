public import ScheduleModel
import Spreadsheets

/// The first rows of a file as they stand, for whoever says what its columns are.
public struct LogHead: Hashable, Sendable {
  /// The sheet that they are of; `nil` for a text.
  public let sheet: String?
  /// What parts the cells of a text; `nil` for a workbook.
  public let separator: UInt8?
  /// The rows, each with its number: in a text that of the record, in a workbook that of the row.
  public let rows: [Row]

  /// A row.
  public struct Row: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// Its cells.
    public let cells: [String]
  }

  /// What a column may be said to be: the name by which mappings know it, and its name for people.
  public static let columns: [(name: String, words: Words)] = [
    LogColumn.date, .time, .end, .outlet, .line, .edition, .language, .title, .minutes, .status, .evidence,
    .author,
  ].map { ("\($0)", Words(vi: $0.vietnameseName, en: $0.names[0])) }

  /// What a heading says of its column, by the name of ``columns``; `nil` where it says none of them.
  public static func column(named heading: String) -> String? {
    LogColumn.named(heading).map { "\($0)" }.flatMap { name in
      columns.contains { $0.name == name } ? name : nil
    }
  }

  /// Reads the first rows of a file; `nil` where no table can be made of it.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of a text; `nil` for the one that its content shows.
  ///   - most: How many rows are wanted.
  public init?(_ bytes: [UInt8], encoding: String? = nil, most: Int = 12) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      guard let book = try? SpreadsheetFile(bytes), let sheet = book.sheets.first,
        var reader = try? SheetRows(of: sheet, in: book), let first = try? reader.first(most), !first.isEmpty
      else { return nil }
      (self.sheet, separator) = (sheet, nil)
      rows = first.map { Row(number: $0.number, cells: $0.texts) }
      return
    }
    let text: [UInt8]
    if let asked = encoding.flatMap(TextEncoding.init) {
      text = asked.converted(bytes)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      text = TextEncoding.utf16.converted(bytes)
    } else if RowReader.firstInvalidUTF8(in: bytes, bytes.indices) != nil {
      text = TextEncoding.guess(bytes).map { $0.encoding.converted(bytes) } ?? bytes
    } else {
      text = bytes
    }
    var scanner = LogHeader.scannerFromTop(of: text, knows: nil)
    (sheet, separator) = (nil, scanner.separator)
    // The records are counted from the top, as a mapping skips them.
    scanner = RecordScanner(
      text, separator: scanner.separator,
      position: text.starts(with: LogHeader.byteOrderMark) ? LogHeader.byteOrderMark.count : 0, line: 1)
    var rows: [Row] = []
    while rows.count < most, scanner.next() != nil {
      rows.append(Row(number: rows.count + 1, cells: scanner.fields.map(scanner.text)))
    }
    guard rows.contains(where: { $0.cells.count > 1 }) else { return nil }
    self.rows = rows
  }

  /// The mapping by which a file like this one is read.
  ///
  /// - Parameters:
  ///   - columns: The number of the column, from 1, for each of ``columns`` that the file has.
  ///   - skip: How many rows come before the first broadcast.
  public func mapping(_ columns: [String: Int], skip: Int, file: String) -> LogMapping {
    var mapping = LogMapping(name: "", place: SourcePlace(file: file, line: 1))
    mapping.form = separator == nil ? .spreadsheet : .separated
    (mapping.separator, mapping.sheet, mapping.skip) = (separator, sheet, skip)
    mapping.columns = columns.mapValues { .index($0) }
    return mapping
  }
}
