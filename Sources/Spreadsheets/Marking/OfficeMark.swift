/// A place of an office document that is to be marked, and what a reader is told there.
public struct OfficeMark: Hashable, Sendable {
  /// Where it is.
  public let place: Place
  /// The note on it.
  public let note: String

  /// A place, counted as ``OfficeContents`` counts them.
  public enum Place: Hashable, Sendable {
    /// A cell of a table, or of a sheet; all three from 1.
    case cell(table: Int, row: Int, column: Int)
    /// A paragraph outside of tables that has a text, from 1.
    case paragraph(Int)
  }

  /// A mark.
  public init(_ place: Place, note: String) {
    self.place = place
    self.note = note
  }
}

extension ZipArchive {
  /// The copy of a spreadsheet or a text document in which some places are coloured and have a note.
  ///
  /// Only the marks are added: what else the file holds keeps its octets, and the archive its order and times. Marks at places
  /// that the file does not have are left out.
  /// - Parameter author: Whose the notes are.
  public static func marked(
    _ bytes: [UInt8], _ marks: [OfficeMark], author: String
  ) throws(SpreadsheetFile.Fault) -> [UInt8] {
    do {
      let archive = try ZipArchive(bytes)
      let parts = OfficeParts(archive)
      if archive.names.contains(DocumentTables.part) {
        var document = MarkedDocument(parts, author: author)
        try document.add(marks)
        return try replacing(document.parts.changed, in: bytes)
      }
      var workbook = MarkedWorkbook(parts, author: author)
      try workbook.add(marks)
      return try replacing(workbook.parts.changed, in: bytes)
    } catch let fault as SpreadsheetFile.Fault {
      throw fault
    } catch let fault as Fault {
      throw .archive(fault)
    } catch {
      throw .archive(.notAnArchive)
    }
  }
}

/// The parts of an office document that are changed or added.
struct OfficeParts {
  private let archive: ZipArchive
  /// The parts that differ from the archive's, in the order in which they were first changed.
  private(set) var changed: [ZipArchive.Entry] = []

  init(_ archive: ZipArchive) { self.archive = archive }

  /// The octets of a part as it is by now; `nil` when there is none.
  func part(_ name: String) throws(ZipArchive.Fault) -> [UInt8]? {
    if let entry = changed.first(where: { $0.name == name }) { return entry.bytes }
    return archive.names.contains(name) ? try archive.bytes(of: name) : nil
  }

  /// The octets of a part that such a document must have.
  func needed(_ name: String) throws -> [UInt8] {
    guard let bytes = try part(name) else { throw SpreadsheetFile.Fault.missing(name) }
    return bytes
  }

  /// Puts a part in the place of another, or adds it.
  mutating func put(_ name: String, _ bytes: [UInt8]) {
    let entry = ZipArchive.Entry(name: name, bytes: bytes)
    if let index = changed.firstIndex(where: { $0.name == name }) {
      changed[index] = entry
    } else {
      changed.append(entry)
    }
  }

  /// Says what kind of part an added one is.
  mutating func declare(_ name: String, as type: String) throws {
    var types = XMLEdits(try needed("[Content_Types].xml"))
    types.append("<Override PartName=\"/\(name)\" ContentType=\"\(type)\"/>")
    put("[Content_Types].xml", types.result)
  }

  /// Says what kind of parts have an ending, unless that is said already.
  mutating func declare(ending: String, as type: String) throws {
    let bytes = try needed("[Content_Types].xml")
    var isKnown = false
    var types = XMLEdits(bytes)
    types.each { tag in
      if tag.is("Default"), tag.attribute("Extension")?.lowercased() == ending { isKnown = true }
    }
    guard !isKnown else { return }
    types.insertFirst("<Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>")
    put("[Content_Types].xml", types.result)
  }

  /// The part to which another one is related in some way; `nil` when there is none.
  ///
  /// - Parameter kind: The last piece of the relation's type, such as `comments`.
  func target(of kind: String, from part: String) throws -> String? {
    guard let bytes = try self.part(Self.relations(of: part)) else { return nil }
    var found: String?
    XMLEdits(bytes).each { tag in
      if tag.is("Relationship"), tag.attribute("Type")?.hasSuffix("/\(kind)") == true {
        found = found ?? tag.attribute("Target")
      }
    }
    return found.map { Self.path($0, from: part) }
  }

  /// Relates a part to another.
  mutating func relate(_ part: String, to target: String, as kind: String, id: String) throws {
    let name = Self.relations(of: part)
    let empty =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
    var relations = XMLEdits(try self.part(name) ?? Array(empty.utf8))
    relations.append(
      "<Relationship Id=\"\(id)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)\""
        + " Target=\"/\(target)\"/>")
    put(name, relations.result)
  }

  private static func relations(of part: String) -> String {
    var pieces = part.split(separator: "/").map(String.init)
    let name = pieces.removeLast()
    return (pieces + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  /// The path that a relation's target means, seen from a part.
  private static func path(_ target: String, from part: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var pieces = part.split(separator: "/").dropLast()
    for piece in target.split(separator: "/") {
      if piece == ".." { pieces = pieces.dropLast() } else if piece != "." { pieces.append(piece) }
    }
    return pieces.joined(separator: "/")
  }
}

extension String {
  /// As the text or the attribute of XML, without characters that it cannot have.
  var inXML: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter {
          $0 == "\n" || $0 == "\t" || ($0.value >= 0x20 && $0.value < 0xFFFE) || $0.value > 0xFFFF
        })
    ).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
