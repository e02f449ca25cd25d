/// A text document in Office Open XML to which highlighted places with comments are added.
struct MarkedDocument {
  private(set) var parts: OfficeParts
  private let author: String

  init(_ parts: OfficeParts, author: String) {
    self.parts = parts
    self.author = author
  }

  /// Adds marks, each at its place.
  mutating func add(_ marks: [OfficeMark]) throws {
    let text = XMLEdits(try parts.needed(DocumentTables.part))
    var notes: [OfficeMark.Place: [String]] = [:]
    for mark in marks { notes[mark.place, default: []].append(mark.note) }
    let found = DocumentPlaces(text).places.filter { notes[$0.place] != nil }
    guard !found.isEmpty else { return }
    let part = try parts.target(of: "comments", from: DocumentTables.part)
    let first = try nextNumber(in: part)
    var (edits, comments) = (text, "")
    for (offset, place) in found.enumerated() {
      let number = first + offset
      edits.insert("<\(place.prefix)commentRangeStart \(place.prefix)id=\"\(number)\"/>", at: place.start)
      for run in place.runs { run.highlight(in: &edits) }
      edits.insert(
        "<\(place.prefix)commentRangeEnd \(place.prefix)id=\"\(number)\"/><\(place.prefix)r>"
          + "<\(place.prefix)commentReference \(place.prefix)id=\"\(number)\"/></\(place.prefix)r>",
        at: place.end)
      comments += comment(number, notes[place.place] ?? [])
    }
    parts.put(DocumentTables.part, edits.result)
    try put(comments, in: part)
  }

  private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private func comment(_ number: Int, _ notes: [String]) -> String {
    let paragraphs = notes.map {
      "<w:p><w:r><w:t xml:space=\"preserve\">\($0.inXML)</w:t></w:r></w:p>"
    }.joined()
    return "<w:comment xmlns:w=\"\(Self.namespace)\" w:id=\"\(number)\" w:author=\"\(author.inXML)\""
      + " w:initials=\"LS\">\(paragraphs)</w:comment>"
  }

  /// The number after the largest of the comments that are there.
  private func nextNumber(in part: String?) throws -> Int {
    guard let part, let bytes = try parts.part(part) else { return 0 }
    var next = 0
    XMLEdits(bytes).each { tag in
      guard tag.is("comment"), let number = tag.attribute(tag.prefix + "id").flatMap({ Int($0) }) else {
        return
      }
      next = max(next, number + 1)
    }
    return next
  }

  private mutating func put(_ comments: String, in part: String?) throws {
    if let part {
      var edits = XMLEdits(try parts.needed(part))
      edits.append(comments)
      return parts.put(part, edits.result)
    }
    let name = "word/lichsong-comments.xml"
    parts.put(
      name,
      Array(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"\(Self.namespace)\">"
          + comments + "</w:comments>").utf8))
    try parts.relate(DocumentTables.part, to: name, as: "comments", id: "rIdLichSong")
    try parts.declare(
      name, as: "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml")
  }
}

/// Where the cells and paragraphs of a document are, counted as ``DocumentTables`` counts them.
private struct DocumentPlaces {
  private(set) var places: [Place] = []

  struct Place {
    var place: OfficeMark.Place
    /// The prefix of the document's own elements.
    let prefix: String
    /// Where its first paragraph's text begins, and its last one's ends.
    var start: Int
    var end: Int
    var runs: [Run]
  }

  struct Run {
    let start: XMLEdits.Tag
    var properties: XMLEdits.Tag?

    func highlight(in edits: inout XMLEdits) {
      let prefix = start.prefix
      let colour = "<\(prefix)highlight \(prefix)val=\"yellow\"/>"
      guard let properties else {
        return edits.insert("<\(prefix)rPr>\(colour)</\(prefix)rPr>", at: start.range.upperBound)
      }
      if properties.kind == .empty {
        edits.replace(properties.range, with: Array("<\(prefix)rPr>\(colour)</\(prefix)rPr>".utf8))
      } else {
        edits.insert(colour, at: properties.range.upperBound)
      }
    }
  }

  private var main: String?
  private var depth = 0
  private var (table, row, column, span) = (0, 0, 0, 1)
  private var paragraph = 0
  private var open: Place?
  private var (hasText, isText, textStart) = (false, false, 0)
  /// Whether the text of the paragraph has not begun yet, and how deep in its properties we are.
  private var (waits, properties) = (false, 0)
  private var awaitsRunProperties = false

  init(_ text: XMLEdits) {
    text.each { take($0, text) }
  }

  private mutating func take(_ tag: XMLEdits.Tag, _ text: XMLEdits) {
    if main == nil { main = tag.prefix }
    if isText, tag.kind == .end {
      if text.text(textStart..<tag.range.lowerBound).contains(where: { !$0.isWhitespace }) { hasText = true }
      isText = false
    }
    if awaitsRunProperties, tag.kind != .end {
      awaitsRunProperties = false
      if tag.is("rPr"), let last = open?.runs.indices.last { open?.runs[last].properties = tag }
    }
    if tag.is("pPr") { take(properties: tag) }
    switch tag.kind {
    case .start: start(tag)
    case .empty:
      if depth == 1, tag.is("gridSpan") { span = width(tag) }
      if depth == 1, tag.is("gridBefore") { column += width(tag) }
    case .end: end(tag)
    }
  }

  /// The text of a paragraph begins behind its properties.
  private mutating func take(properties tag: XMLEdits.Tag) {
    if tag.kind == .start { properties += 1 }
    if tag.kind == .end { properties -= 1 }
    guard waits, properties == 0 else { return }
    open?.start = tag.range.upperBound
    waits = false
  }

  private mutating func start(_ tag: XMLEdits.Tag) {
    if tag.is("tbl") {
      depth += 1
      if depth == 1 { (table, row) = (table + 1, 0) }
    } else if tag.is("tr"), depth == 1 {
      (row, column) = (row + 1, 0)
    } else if tag.is("tc"), depth == 1 {
      (span, open) = (1, nil)
    } else if tag.is("p") {
      if depth == 0 { (hasText, open) = (false, nil) }
      guard open == nil, tag.prefix == main else { return }
      open = Place(
        place: .cell(table: table, row: row, column: column + 1), prefix: tag.prefix,
        start: tag.range.upperBound,
        end: 0, runs: [])
      (waits, properties) = (true, 0)
    } else if tag.is("r"), tag.prefix == main, open != nil {
      waits = false
      open?.runs.append(Run(start: tag))
      awaitsRunProperties = true
    } else if tag.is("t") {
      (isText, textStart) = (true, tag.range.upperBound)
    }
  }

  private mutating func end(_ tag: XMLEdits.Tag) {
    if tag.is("tbl") {
      depth -= 1
    } else if tag.is("tc"), depth == 1 {
      if let open, open.end > 0 { places.append(open) }
      open = nil
      column += span
    } else if tag.is("p") {
      waits = false
      if tag.prefix == main { open?.end = tag.range.lowerBound }
      guard depth == 0 else { return }
      if hasText {
        paragraph += 1
        if var place = open, place.end > 0 {
          place.place = .paragraph(paragraph)
          places.append(place)
        }
      }
      open = nil
    }
  }

  private func width(_ tag: XMLEdits.Tag) -> Int {
    min(OfficeTable.mostColumns, max(1, tag.attribute(tag.prefix + "val").flatMap { Int($0) } ?? 1))
  }
}
