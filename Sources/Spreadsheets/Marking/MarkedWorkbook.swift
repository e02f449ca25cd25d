/// A spreadsheet in Office Open XML to which coloured cells with notes are added.
struct MarkedWorkbook {
  private(set) var parts: OfficeParts
  private let author: String
  /// The styles that colour those that are there, by number; empty while none was needed.
  private var coloured: [Int: Int] = [:]

  init(_ parts: OfficeParts, author: String) {
    self.parts = parts
    self.author = author
  }

  /// Adds marks, each at its cell.
  mutating func add(_ marks: [OfficeMark]) throws {
    let sheets = try sheetParts()
    for (index, part) in sheets.enumerated() {
      var notes: [CellPlace: [String]] = [:]
      for mark in marks {
        guard case .cell(index + 1, let row, let column) = mark.place else { continue }
        notes[CellPlace(row: row, column: column), default: []].append(mark.note)
      }
      if !notes.isEmpty { try mark(part, number: index + 1, notes) }
    }
  }

  /// The parts of the sheets, in the order in which ``SpreadsheetFile/sheets`` has them.
  private func sheetParts() throws -> [String] {
    let book = "xl/workbook.xml"
    var ids: [String] = []
    XMLEdits(try parts.needed(book)).each { tag in
      if tag.is("sheet"), tag.kind != .end, let id = tag.attribute("r:id") { ids.append(id) }
    }
    var targets: [String: String] = [:]
    XMLEdits(try parts.needed("xl/_rels/workbook.xml.rels")).each { tag in
      guard tag.is("Relationship"), let id = tag.attribute("Id"), let target = tag.attribute("Target") else {
        return
      }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return ids.compactMap { targets[$0] }
  }

  // MARK: - Cells

  private mutating func mark(_ part: String, number: Int, _ notes: [CellPlace: [String]]) throws {
    let bytes = try parts.needed(part)
    var found: [(place: CellPlace, tag: XMLEdits.Tag)] = []
    var at = CellPlace(row: 0, column: 0)
    var root: XMLEdits.Tag?
    var behind: Int?
    var sheet = XMLEdits(bytes)
    var level = 0
    sheet.each { tag in
      if root == nil { root = tag }
      if tag.kind == .end { level -= 1 }
      // The drawing of the notes comes before these.
      if level == 1, behind == nil, Self.later.contains(where: tag.is) { behind = tag.range.lowerBound }
      if level == 0, tag.kind == .end, behind == nil { behind = tag.range.lowerBound }
      if tag.kind == .start { level += 1 }
      guard tag.kind != .end else { return }
      if tag.is("row") {
        at = CellPlace(row: tag.attribute("r").flatMap { Int($0) } ?? at.row + 1, column: 0)
      } else if tag.is("c") {
        at = tag.attribute("r").flatMap(CellPlace.init) ?? CellPlace(row: at.row, column: at.column + 1)
        if notes[at] != nil { found.append((at, tag)) }
      }
    }
    guard let root, let behind, !found.isEmpty else { return }
    for (_, tag) in found {
      let style = tag.attribute("s").flatMap { Int($0) } ?? 0
      sheet.replace(tag.range, with: tag.setting("s", to: String(try colour(style))))
    }
    let cells = found.map { (place: $0.place, note: (notes[$0.place] ?? []).joined(separator: "\n")) }
    let isNew = try parts.target(of: "vmlDrawing", from: part) == nil
    if isNew {
      let element = root.prefix + "legacyDrawing"
      sheet.insert(
        "<\(element) xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rIdLichSongVml\"/>",
        at: behind)
    }
    parts.put(part, sheet.result)
    let fresh = try put(comments: cells, for: part, number: number)
    try put(shapes: fresh, for: part, number: number)
  }

  /// What follows the drawing of notes in a sheet (CT_Worksheet).
  private static let later = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
  ]

  /// The style that is like another one, but yellow.
  private mutating func colour(_ style: Int) throws -> Int {
    if let known = coloured[style] { return known }
    let name = "xl/styles.xml"
    let bytes = try parts.needed(name)
    var styles = XMLEdits(bytes)
    var (fills, formats) = (0, 0)
    var (inFills, inFormats) = (false, false)
    var from: XMLEdits.Tag?
    var until: Int?
    var lists: [XMLEdits.Tag] = []
    styles.each { tag in
      if tag.is("fills") || tag.is("cellXfs") {
        if tag.kind == .start { lists.append(tag) }
        if tag.is("fills") { inFills = tag.kind == .start } else { inFormats = tag.kind == .start }
        return
      }
      if inFills, tag.is("fill"), tag.kind != .end { fills += 1 }
      guard inFormats, tag.is("xf") else { return }
      if tag.kind != .end {
        if formats == style { from = tag }
        formats += 1
      }
      if tag.kind != .start, from != nil, until == nil { until = tag.range.upperBound }
    }
    guard let from, let until, lists.count == 2 else { throw SpreadsheetFile.Fault.broken(name) }
    let prefix = from.prefix
    // The fill is the last one; it is added with the first style that needs it.
    let fill = coloured.isEmpty ? fills : fills - 1
    if coloured.isEmpty {
      styles.append(
        "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\"><\(prefix)fgColor rgb=\"FFFFFF00\"/>"
          + "<\(prefix)bgColor indexed=\"64\"/></\(prefix)patternFill></\(prefix)fill>", to: "fills")
    }
    var copy = XMLEdits(Array(bytes[from.range.lowerBound..<until]))
    let opened = XMLEdits(from.setting("fillId", to: String(fill)))
    var head: [UInt8] = []
    opened.each { head = $0.setting("applyFill", to: "1") }
    copy.replace(0..<from.range.count, with: head)
    styles.append(String(decoding: copy.result, as: UTF8.self), to: "cellXfs")
    for list in lists where list.attribute("count") != nil {
      let isFills = list.is("fills")
      let count = isFills ? fills + (coloured.isEmpty ? 1 : 0) : formats + 1
      styles.replace(list.range, with: list.setting("count", to: String(count)))
    }
    parts.put(name, styles.result)
    coloured[style] = formats
    return formats
  }

  // MARK: - Notes

  private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// Adds the notes; a cell that has one already gets ours behind it.
  ///
  /// - Returns: The cells that had none.
  private mutating func put(
    comments cells: [(place: CellPlace, note: String)], for sheet: String, number: Int
  ) throws -> [CellPlace] {
    func comment(_ cell: (place: CellPlace, note: String), author: Int) -> String {
      "<comment xmlns=\"\(Self.namespace)\" ref=\"\(cell.place)\" authorId=\"\(author)\"><text><r>"
        + "<t xml:space=\"preserve\">\(cell.note.inXML)</t></r></text></comment>"
    }
    guard let part = try parts.target(of: "comments", from: sheet) else {
      let name = "xl/lichsong-comments\(number).xml"
      let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"\(Self.namespace)\"><authors>"
        + "<author>\(author.inXML)</author></authors><commentList>"
        + cells.map { comment($0, author: 0) }.joined() + "</commentList></comments>"
      parts.put(name, Array(text.utf8))
      try parts.relate(sheet, to: name, as: "comments", id: "rIdLichSong")
      try parts.declare(
        name, as: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")
      return cells.map(\.place)
    }
    var edits = XMLEdits(try parts.needed(part))
    var authors = 0
    var known: Set<String> = []
    var current: String?
    var ends: [String: XMLEdits.Tag] = [:]
    edits.each { tag in
      if tag.is("author"), tag.kind != .end { authors += 1 }
      if tag.is("comment"), tag.kind != .end { current = tag.attribute("ref") }
      if let current { known.insert(current) }
      if tag.is("text"), tag.kind == .end, let current { ends[current] = tag }
    }
    edits.append("<author xmlns=\"\(Self.namespace)\">\(author.inXML)</author>", to: "authors")
    let fresh = cells.filter { !known.contains("\($0.place)") }
    for cell in cells {
      guard let end = ends["\(cell.place)"] else { continue }
      edits.insert(
        "<r xmlns=\"\(Self.namespace)\"><t xml:space=\"preserve\">\n\(author.inXML): \(cell.note.inXML)</t></r>",
        at: end.range.lowerBound)
    }
    edits.append(fresh.map { comment($0, author: authors) }.joined(), to: "commentList")
    parts.put(part, edits.result)
    return fresh.map(\.place)
  }

  /// Adds the boxes in which the office program shows the notes.
  private mutating func put(shapes cells: [CellPlace], for sheet: String, number: Int) throws {
    let shapes = cells.enumerated().map { offset, cell in
      """
      <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel" id="LichSong\(number)_\(offset + 1)" type="#_x0000_t202" \
      style="position:absolute;width:240px;height:90px;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">\
      <v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note">\
      <x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(cell.column), 15, \(max(0, cell.row - 2)), 10, \
      \(cell.column + 4), 15, \(cell.row + 4), 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>\(cell.row - 1)</x:Row>\
      <x:Column>\(cell.column - 1)</x:Column></x:ClientData></v:shape>
      """
    }.joined()
    if let part = try parts.target(of: "vmlDrawing", from: sheet) {
      var edits = XMLEdits(try parts.needed(part))
      edits.append(shapes)
      return parts.put(part, edits.result)
    }
    let name = "xl/drawings/lichsong-notes\(number).vml"
    let text = """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
      path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>\
      </v:shapetype>\(shapes)</xml>
      """
    parts.put(name, Array(text.utf8))
    try parts.relate(sheet, to: name, as: "vmlDrawing", id: "rIdLichSongVml")
    try parts.declare(ending: "vml", as: "application/vnd.openxmlformats-officedocument.vmlDrawing")
  }
}

/// A cell of a sheet, from 1.
private struct CellPlace: Hashable, CustomStringConvertible {
  let row: Int
  let column: Int

  init(row: Int, column: Int) {
    (self.row, self.column) = (row, column)
  }

  /// Reads `C5`; `nil` when it is none.
  init?(_ reference: String) {
    let letters = reference.prefix(while: \.isLetter)
    guard let row = Int(reference.dropFirst(letters.count)), letters.count <= 3 else { return nil }
    column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    self.row = row
  }

  var description: String {
    var (number, letters) = (column, "")
    while number > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (number - 1) % 26))) + letters
      number = (number - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
