import ScheduleModel
import Spreadsheets

extension Paper {
  /// The paper as a document for a word processor (WordprocessingML, ECMA-376); the same paper gives the same bytes.
  ///
  /// A4 with 20 mm above and below, 30 mm left, 15 mm right; Times New Roman 13; tables with borders whose
  /// headings come again on every page, and page numbers from the second page on.
  public func docx() -> [UInt8] {
    let parts = WordParts(self)
    return ZipArchive.packed(
      [
        ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.packageLinks),
        ("docProps/core.xml", parts.properties), ("word/document.xml", parts.document),
        ("word/styles.xml", WordParts.styles(language)), ("word/header1.xml", WordParts.pageNumber),
        ("word/_rels/document.xml.rels", WordParts.documentLinks),
      ].map { ZipArchive.Entry(name: $0, bytes: Array($1.utf8)) })
  }
}

/// The parts of a document for a word processor. Lengths are twentieths of a point, sizes half points.
struct WordParts {
  private let paper: Paper
  private let width: Int

  init(_ paper: Paper) {
    self.paper = paper
    width = paper.isLandscape ? 14_287 : 9_354
  }

  var document: String {
    var body = ""
    if let head = paper.letterhead { body += letterhead(head) + paragraph([], after: 0) }
    for (index, line) in paper.title.enumerated() {
      body += paragraph([Run(line, bold: true, size: index == 0 ? 28 : 26)], .centre, after: 0)
    }
    for line in paper.subtitle { body += paragraph([Run(line, italic: true)], .centre, after: 0) }
    body += paragraph([], after: 0)
    for (index, block) in paper.blocks.enumerated() {
      // Two tables that touch would become one.
      if index > 0, case .table = block, case .table = paper.blocks[index - 1] {
        body += paragraph([], after: 0)
      }
      let isLast = index + 1 == paper.blocks.count
      // A sentence stays with the table that it is about.
      var isBeforeTable = false
      if !isLast, case .paragraph = block, case .table = paper.blocks[index + 1] { isBeforeTable = true }
      body += set(block, keepsEnd: isBeforeTable || isLast && !paper.signatures.isEmpty)
    }
    body += end
    let page =
      paper.isLandscape ? #"w:w="16838" w:h="11906" w:orient="landscape""# : #"w:w="11906" w:h="16838""#
    return """
      \(Self.declaration)<w:document xmlns:w="\(Self.namespace)" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>\(body)<w:sectPr>\
      <w:headerReference w:type="default" r:id="rId2"/><w:pgSz \(page)/>\
      <w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>\
      <w:titlePg/></w:sectPr></w:body></w:document>
      """
  }

  var properties: String {
    """
    \(Self.declaration)<cp:coreProperties \
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(Self.escaped(paper.subject))</dc:title>\
    <dc:language>\(paper.language.rawValue)</dc:language>\
    <dcterms:created xsi:type="dcterms:W3CDTF">\(paper.created)T00:00:00Z</dcterms:created></cp:coreProperties>
    """
  }

  // MARK: - Blocks

  /// - Parameter keepsEnd: Whether its end stays with what follows: a signature alone on a page signs nothing. No more than
  ///   its last row or paragraph, or half of the page before would be empty.
  private func set(_ block: Paper.Block, keepsEnd: Bool) -> String {
    switch block {
    case .heading(let text): paragraph([Run(text, bold: true)], before: 120, after: 60, keepsNext: true)
    case .paragraph(let text): paragraph([Run(text)], .both, after: 80, indent: 567, keepsNext: keepsEnd)
    case .table(let table): set(table, keepsEnd: keepsEnd)
    case .notes(let notes):
      paragraph([], after: 0)
        + notes.enumerated().map { index, note in
          paragraph(
            [Run(note, italic: true, size: 22)], after: 20, keepsNext: keepsEnd && index + 1 == notes.count,
            isWhole: true)
        }.joined()
    }
  }

  private func set(_ table: TextTable, keepsEnd: Bool) -> String {
    let widths = table.widths(of: width, letter: 125, margin: 150)
    let head = row(
      zip(table.columns, widths).map {
        cell([paragraph([Run($0.heading, bold: true, size: 22)], .centre)], $1)
      },
      repeats: true)
    return self.table(
      widths,
      [head]
        + table.rows.indices.map { index in
          set(table, row: index, widths, keepsNext: keepsEnd && index + 1 == table.rows.count)
        }, borders: true)
  }

  private func set(_ table: TextTable, row index: Int, _ widths: [Int], keepsNext: Bool) -> String {
    let line = table.rows[index]
    func content(_ column: Int) -> [String] {
      let cell = line.cells[column]
      let side: Side = table.columns[column].kind == .number || cell.value == .notStated ? .centre : .left
      // What is said of a sum beside its figures need not shout.
      let isBold = line.isGroup && (column < 2 || table.columns[column].kind == .number)
      return [paragraph([Run(cell.text, bold: isBold, size: 22)], side, keepsNext: line.isGroup || keepsNext)]
    }
    // A heading within the table runs over the cells that it leaves empty.
    if line.isHeading {
      return row([
        cell(content(0), widths[0]), cell(content(1), widths[1...].reduce(0, +), spans: widths.count - 1),
      ])
    }
    let isContinued = index + 1 < table.rows.count && table.rows[index + 1].continuesFirst
    return row(
      line.cells.indices.map { column in
        let joins: Joining? = column > 0 ? nil : line.continuesFirst ? .goesOn : isContinued ? .begins : nil
        return cell(content(column), widths[column], joins: joins)
      }, splits: line.cells.contains { $0.text.count > 200 })
  }

  private func letterhead(_ head: Paper.Letterhead) -> String {
    let left = width * 2 / 5
    let leading = [
      head.above.map { paragraph([Run($0, size: 24)], .centre) },
      paragraph([Run(head.office, bold: true, size: 24)], .centre), rule(left, part: 4),
    ]
    let trailing = [
      paragraph([Run(PaperWords.nation[paper.language], bold: true, size: 24)], .centre),
      paragraph([Run(PaperWords.motto[paper.language], bold: true, size: 26)], .centre),
      rule(width - left, part: 5),
    ]
    // Number and date are on one line, however many lines the names above them take.
    let number = [paragraph([Run(head.number ?? "", size: 26)], .centre, before: 60)]
    let date = [paragraph([Run(head.placeAndDate, italic: true, size: 26)], .centre, before: 60)]
    return table(
      [left, width - left],
      [
        row([cell(leading.compactMap(\.self), left), cell(trailing, width - left)]),
        row([cell(number, left), cell(date, width - left)]),
      ], borders: false)
  }

  /// The short rule below a name: an empty line with a border, drawn in from both sides.
  private func rule(_ width: Int, part: Int) -> String {
    let inset = width * part / (2 * (part + 3))
    return "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
      + "<w:spacing w:before=\"40\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>"
      + "<w:ind w:left=\"\(inset)\" w:right=\"\(inset)\"/></w:pPr></w:p>"
  }

  private var end: String {
    guard !paper.signatures.isEmpty else { return "" }
    let half = width / 2
    var left: [String] = []
    if !paper.recipients.isEmpty {
      left.append(paragraph([Run(PaperWords.recipients[paper.language], bold: true, italic: true, size: 24)]))
      left += paper.recipients.map { paragraph([Run("- \($0)", size: 22)]) }
    }
    let parts = paper.signatures.map { signature in
      (
        office: signature.office.map { paragraph([Run($0, bold: true)], .centre, keepsNext: true) },
        hint: [paragraph([Run(signature.hint, italic: true, size: 24)], .centre, keepsNext: true)],
        name: Array(repeating: paragraph([], keepsNext: true), count: 4)
          + [paragraph([Run(signature.name ?? "", bold: true)], .centre)]
      )
    }
    guard parts.count > 1 else {
      let columns = [left.isEmpty ? [paragraph([])] : left] + parts.map { $0.office + $0.hint + $0.name }
      return paragraph([], keepsNext: true)
        + table([half, half], [row(columns.map { cell($0, half) })], borders: false)
    }
    // A row each, so that hints and names stand at one height whatever the offices above them take.
    let part = width / parts.count
    let rows = [parts.map(\.office), parts.map(\.hint), parts.map(\.name)]
    return paragraph([], keepsNext: true)
      + table(parts.map { _ in part }, rows.map { row($0.map { cell($0, part) }) }, borders: false)
  }

  // MARK: - Elements

  private struct Run {
    let text: String
    var bold = false
    var italic = false
    var size: Int?

    init(_ text: String, bold: Bool = false, italic: Bool = false, size: Int? = nil) {
      self.text = text
      self.bold = bold
      self.italic = italic
      self.size = size
    }
  }

  private enum Side: String { case left, both, centre = "center" }

  private func paragraph(
    _ runs: [Run], _ side: Side = .left, before: Int = 0, after: Int = 0, indent: Int = 0,
    keepsNext: Bool = false, isWhole: Bool = false
  ) -> String {
    let keep = (keepsNext ? "<w:keepNext/>" : "") + (isWhole ? "<w:keepLines/>" : "")
    let first = indent > 0 ? "<w:ind w:firstLine=\"\(indent)\"/>" : ""
    let properties =
      "<w:pPr>\(keep)<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>\(first)"
      + "<w:jc w:val=\"\(side.rawValue)\"/></w:pPr>"
    return "<w:p>\(properties)\(runs.filter { !$0.text.isEmpty }.map(set).joined())</w:p>"
  }

  private func set(_ run: Run) -> String {
    let look =
      (run.bold ? "<w:b/>" : "") + (run.italic ? "<w:i/>" : "")
      + (run.size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? "")
    return "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(Self.escaped(run.text))</w:t></w:r>"
  }

  /// How a cell is one with that below or above it.
  private enum Joining: String { case begins = "restart", goesOn = "continue" }

  private func cell(
    _ paragraphs: [String], _ width: Int, spans: Int = 1, joins: Joining? = nil
  ) -> String {
    let span = spans > 1 ? "<w:gridSpan w:val=\"\(spans)\"/>" : ""
    let join = joins.map { "<w:vMerge w:val=\"\($0.rawValue)\"/>" } ?? ""
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(span)\(join)</w:tcPr>"
      + "\(paragraphs.joined())</w:tc>"
  }

  /// - Parameter splits: Whether it may go on overleaf: a tall row that may not leaves half a page empty.
  private func row(_ cells: [String], repeats: Bool = false, splits: Bool = false) -> String {
    return "<w:tr><w:trPr>\(splits ? "" : "<w:cantSplit/>")\(repeats ? "<w:tblHeader/>" : "")</w:trPr>"
      + "\(cells.joined())</w:tr>"
  }

  private func table(_ widths: [Int], _ rows: [String], borders: Bool) -> String {
    let lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"\(borders ? "single" : "none")\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }.joined()
    return
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:tblBorders>\(lines)</w:tblBorders>"
      + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
      + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>\(rows.joined())</w:tbl>"
  }

  /// Text as XML takes it: what cannot be seen written out, and what means something escaped.
  private static func escaped(_ text: String) -> String { PageEscaping().escapeText(text.visible()) }
}

extension WordParts {
  private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let links = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let contentTypes = """
    \(declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
    <Override PartName="/word/header1.xml" ContentType="\(word).header+xml"/>\
    <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    </Types>
    """

  static let packageLinks = """
    \(declaration)<Relationships xmlns="\(links)">\
    <Relationship Id="rId1" Type="\(kinds)/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" \
    Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/></Relationships>
    """

  static let documentLinks = """
    \(declaration)<Relationships xmlns="\(links)">\
    <Relationship Id="rId1" Type="\(kinds)/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="\(kinds)/header" Target="header1.xml"/></Relationships>
    """

  static func styles(_ language: ReaderLanguage) -> String {
    """
    \(declaration)<w:styles xmlns:w="\(namespace)"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \
    w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>\
    <w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="\(language == .vietnamese ? "vi-VN" : "en-GB")"/></w:rPr></w:rPrDefault><w:pPrDefault/>\
    </w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
    </w:style></w:styles>
    """
  }

  static let pageNumber = """
    \(declaration)<w:hdr xmlns:w="\(namespace)"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>\
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>
    """
}
