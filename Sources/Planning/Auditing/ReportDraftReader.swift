import Logs
public import ScheduleModel
public import Spreadsheets

/// Reads the tables and the text of a draft report, and proposes the sums and percentages in it.
public enum ReportDraftReader {
  /// Reads a draft: DOCX, XLSX, CSV or plain text.
  ///
  /// - Returns: What was understood; `nil` when there is no figure in it or it cannot be read. A cell that cannot be read is a
  ///   finding, and the others are read all the same.
  public static func read(_ file: InputFile) -> (draft: ReportDraft?, findings: [Finding]) {
    let tables: [OfficeTable]
    var paragraphs: [(line: Int, text: String)] = []
    var isDocument = true
    switch contents(of: file) {
    case .failure(let refusal): return (nil, [.reportUnreadable(refusal, file: file.name)])
    case .success(.office(let contents)):
      tables = contents.tables
      paragraphs = contents.paragraphs.enumerated().map { ($0 + 1, $1) }
    case .success(.text(let text)):
      isDocument = false
      (tables, paragraphs) = (text.tables, text.paragraphs)
    }
    var builder = ReportDraftBuilder()
    var findings: [Finding] = []
    for (index, table) in tables.enumerated() {
      guard table.rows.count <= DraftGridReader.mostRows else {
        findings.append(.reportTableTooLong(table, file: file.name))
        continue
      }
      let reader = DraftGridReader(table, number: index + 1, file: file.name)
      if let grid = reader.grid() { builder.add(grid) } else { reader.addTexts(to: &builder) }
    }
    for (line, text) in paragraphs {
      builder.add(text: text, id: "d\(line)") { offset in
        let number = line + offset
        let at =
          isDocument
          ? Words(vi: "đoạn \(line)", en: "paragraph \(line)")
          : Words(vi: "dòng \(number)", en: "line \(number)")
        return (SourcePlace(file: file.name, line: isDocument ? line : number), at)
      }
    }
    findings += builder.unread.map { .reportFiguresUnread($0.table, $0.cells, file: file.name) }
    findings += builder.above.map { .reportPartAboveWhole($0.part, whole: $0.whole) }
    if !builder.leftOver.isEmpty { findings.append(.reportNumbersLeft(builder.leftOver)) }
    guard !builder.isEmpty || !builder.leftOver.isEmpty else {
      return (nil, findings + [.reportWithoutFigures(tables, file: file.name)])
    }
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return (builder.draft(of: name), findings)
  }

  /// The copy of a draft with marks in it; what else it holds keeps its octets.
  ///
  /// - Returns: The copy; `nil` with the reason when the file has parts that are damaged or missing.
  public static func marked(_ file: InputFile, _ marks: [OfficeMark]) -> (copy: [UInt8]?, findings: [Finding])
  {
    do throws(SpreadsheetFile.Fault) {
      return (try ZipArchive.marked(file.bytes, marks, author: "Lịch Sóng"), [])
    } catch {
      return (nil, [.reportUnreadable(.office(error), file: file.name)])
    }
  }

  /// Why a file is no draft that can be read.
  enum Refusal: Error {
    case pdf, oldOffice, binary
    case office(SpreadsheetFile.Fault)
    case brokenTable
  }

  private enum Contents {
    case office(OfficeContents)
    case text(DraftText)
  }

  private static func contents(of file: InputFile) -> Result<Contents, Refusal> {
    let bytes = file.bytes
    if bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) { return .failure(.pdf) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .failure(.oldOffice) }
    if bytes.starts(with: [0x50, 0x4B]) {
      do throws(SpreadsheetFile.Fault) {
        return .success(.office(try OfficeContents(bytes)))
      } catch {
        return .failure(.office(error))
      }
    }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !isWide, bytes.contains(0) { return .failure(.binary) }
    let utf8: [UInt8]
    if isWide {
      utf8 = TextEncoding.utf16.converted(bytes)
    } else if String(validating: bytes, as: UTF8.self) != nil {
      utf8 = bytes
    } else if let guess = TextEncoding.guess(bytes), guess.isSure {
      utf8 = guess.encoding.converted(bytes)
    } else {
      return .failure(.binary)
    }
    let name = file.name.lowercased()
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
      guard let rows = SeparatedTable.rows(of: utf8, knows: nil) else {
        return .failure(.brokenTable)
      }
      return .success(.text(DraftText(rows: rows)))
    }
    return .success(.text(DraftText(String(decoding: utf8, as: UTF8.self))))
  }
}

/// A plain text: its tables, whose cells are parted by tabs or upright strokes, and its paragraphs.
struct DraftText {
  private(set) var tables: [OfficeTable] = []
  private(set) var paragraphs: [(line: Int, text: String)] = []

  /// A file that is one table.
  init(rows: [(line: Int, cells: [String])]) {
    add(rows.map { OfficeTable.Row(number: $0.line, cells: $0.cells) })
  }

  /// Lines one below the other make a paragraph, up to an empty line or one that ends a sentence. A line that says what is
  /// among the figures above it (“Trong đó: …”), and a list below “trong đó:”, belong to them.
  init(_ text: String) {
    var rows: [OfficeTable.Row] = []
    var paragraph: (line: Int, text: String)?
    // Where the last paragraph ended, when nothing has come between.
    var ended: Int?
    func close() {
      if rows.count > 1 {
        add(rows)
      } else {
        paragraphs += rows.map { ($0.number, $0.cells.joined(separator: " ")) }
      }
      rows = []
      if let paragraph { paragraphs.append(paragraph) }
      paragraph = nil
    }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let cells = Self.cells(of: line)
      if cells.count > 1 {
        if let open = paragraph {
          paragraphs.append(open)
          paragraph = nil
        }
        // A rule below the headings has no letters.
        if cells.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) {
          rows.append(OfficeTable.Row(number: index + 1, cells: cells))
        }
        continue
      }
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").composed
      guard !words.isEmpty else {
        close()
        ended = nil
        continue
      }
      if !rows.isEmpty { close() }
      if paragraph == nil, ended == index, let last = paragraphs.last,
        let more = Self.continuation(words, of: last.text)
      {
        paragraphs.removeLast()
        paragraphs.append((last.line, last.text + "\n" + more))
        ended = index + 1
        continue
      }
      ended = nil
      // “Trong đó: …” below a figure that no sign ends.
      if let open = paragraph, let more = Self.continuation(words, of: open.text) {
        paragraphs.append((open.line, open.text + "\n" + more))
        (paragraph, ended) = (nil, index + 1)
        continue
      }
      let begins =
        words.first.map { "-+•*".contains($0) } ?? false
        || paragraph.map { Self.isTitle($0.text, before: words) } ?? false
      if begins, let open = paragraph {
        paragraphs.append(open)
        paragraph = nil
      }
      paragraph = paragraph.map { ($0.line, $0.text + "\n" + words) } ?? (index + 1, words)
      if ".;:".contains(words.last ?? " "), let open = paragraph {
        paragraphs.append(open)
        paragraph = nil
        ended = index + 1
      }
    }
    close()
  }

  /// A line as it goes on with the paragraph above it: what is among its figures, or an item of its list, which a comma
  /// parts from the next, with or without a sign at its end; `nil` for a line of its own.
  private static func continuation(_ line: String, of above: String) -> String? {
    let among = ["trong do", "bao gom", "gom"]
    let folded = FoldedText(line).text + " "
    let isBullet = line.first.map { "-+•*".contains($0) } ?? false
    if !isBullet { return among.contains { folded.hasPrefix($0 + " ") } ? line : nil }
    let head = FoldedText(above).text
    let isList = above.hasSuffix(":") && among.contains { head.hasSuffix($0) }
    let goesOn = above.hasSuffix(",") && above.contains("\n") && among.contains { head.contains($0 + " ") }
    guard isList || goesOn else { return nil }
    let item = line.drop { "-+•* ".contains($0) }
    if item.hasSuffix(".") { return String(item) }
    return (item.hasSuffix(";") || item.hasSuffix(",") ? item.dropLast() : item) + ","
  }

  /// Whether a line without a full stop is a title: short, or in capitals, and a new sentence begins on the next one.
  private static func isTitle(_ line: String, before next: String) -> Bool {
    guard !line.contains("\n"), !line.hasSuffix(","),
      next.first.map({ $0.isUppercase || $0.isNumber }) ?? false
    else { return false }
    let letters = line.filter(\.isLetter)
    let isCapitals = !letters.isEmpty && letters.allSatisfy(\.isUppercase)
    let isNumbered = DraftMark.leading(line) != nil && next.first?.isUppercase == true
    return isCapitals || isNumbered && line.count < 100 || line.count < 60 && next.first?.isUppercase == true
  }

  private mutating func add(_ rows: [OfficeTable.Row]) {
    let number = tables.count + 1
    tables.append(OfficeTable(name: Words(vi: "bảng \(number)", en: "table \(number)"), rows: rows))
  }

  private static func cells(of line: Substring) -> [String] {
    let separator: Character = line.contains("\t") ? "\t" : "|"
    var cells = line.split(separator: separator, omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").composed
    }
    guard separator == "|" else { return cells }
    // Strokes at both ends belong to no cell.
    if cells.first == "", cells.count > 1 { cells.removeFirst() }
    if cells.last == "", cells.count > 1 { cells.removeLast() }
    return cells
  }
}
