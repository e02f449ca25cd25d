import ScheduleModel
import ZipArchives

/// A spreadsheet in Office Open XML (ISO/IEC 29500), read sheet by sheet into rows of texts.
///
/// Dates and times become ISO text by their number format, numbers stay as they are written, texts may be shared or
/// in the cell, and a cell's place is what its reference says, so that gaps stay gaps.
struct Workbook {
  /// Why a spreadsheet cannot be read.
  enum Fault: Error, Hashable {
    /// The archive is none, or cannot be unpacked.
    case archive(ZipArchive.Fault)
    /// A part of it is missing.
    case missing(String)
    /// A part of it is no XML as office programs write it.
    case broken(String)
  }

  /// One row of a sheet.
  struct Row {
    /// Its number, from 1.
    let number: Int
    /// Its cells from column A on; empty where there is none.
    let cells: [String]
  }

  /// The names of the sheets, in order.
  let sheets: [String]

  private let archive: ZipArchive
  private let paths: [String: String]
  private let texts: [String]
  private let styles: [NumberStyle]
  private let startsIn1904: Bool

  /// What a number of a style is.
  private enum NumberStyle {
    case number, date, dateTime, time
  }

  /// Opens a spreadsheet.
  init(_ bytes: [UInt8]) throws(Fault) {
    let archive: ZipArchive
    do { archive = try ZipArchive(bytes) } catch { throw .archive(error) }
    self.archive = archive
    var names: [(name: String, id: String)] = []
    var startsIn1904 = false
    try Self.scan("xl/workbook.xml", in: archive) { token in
      guard case .start(let name, let attributes) = token else { return }
      if name.elementsEqual("sheet".utf8), let title = XMLScanner.attribute("name", in: attributes),
        let id = XMLScanner.attribute("r:id", in: attributes)
      {
        names.append((title, id))
      } else if name.elementsEqual("workbookPr".utf8) {
        startsIn1904 = ["1", "true"].contains(XMLScanner.attribute("date1904", in: attributes) ?? "")
      }
    }
    var targets: [String: String] = [:]
    try Self.scan("xl/_rels/workbook.xml.rels", in: archive) { token in
      guard case .start(let name, let attributes) = token, name.elementsEqual("Relationship".utf8),
        let id = XMLScanner.attribute("Id", in: attributes),
        let target = XMLScanner.attribute("Target", in: attributes)
      else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    let found = names.compactMap { sheet in targets[sheet.id].map { (sheet.name, $0) } }
    sheets = found.map(\.0)
    paths = Dictionary(found, uniquingKeysWith: { first, _ in first })
    self.startsIn1904 = startsIn1904
    texts = archive.names.contains("xl/sharedStrings.xml") ? try Self.sharedTexts(in: archive) : []
    styles = archive.names.contains("xl/styles.xml") ? try Self.styles(in: archive) : []
  }

  private static func scan(
    _ part: String, in archive: ZipArchive, _ handle: (XMLScanner.Token) -> Void
  ) throws(Fault) {
    var scanner = XMLScanner()
    var isBroken = false
    do {
      try archive.read(part) { piece in
        do {
          try scanner.feed(piece, handle)
          return true
        } catch {
          isBroken = true
          return false
        }
      }
    } catch {
      if case .noEntry(let name) = error { throw .missing(name) }
      throw .archive(error)
    }
    guard !isBroken, scanner.isFinished else { throw .broken(part) }
  }

  private static func sharedTexts(in archive: ZipArchive) throws(Fault) -> [String] {
    var texts: [String] = []
    var text = ""
    var isText = false
    var isPhonetic = false
    try scan("xl/sharedStrings.xml", in: archive) { token in
      switch token {
      case .start(let name, _):
        if name.elementsEqual("si".utf8) { text = "" }
        if name.elementsEqual("rPh".utf8) { isPhonetic = true }
        if name.elementsEqual("t".utf8) { isText = !isPhonetic }
      case .end(let name):
        if name.elementsEqual("si".utf8) { texts.append(text) }
        if name.elementsEqual("rPh".utf8) { isPhonetic = false }
        if name.elementsEqual("t".utf8) { isText = false }
      case .text(let bytes): if isText { text += XMLScanner.text(bytes) }
      case .plain(let bytes): if isText { text += String(decoding: bytes, as: UTF8.self) }
      }
    }
    return texts
  }

  private static func styles(in archive: ZipArchive) throws(Fault) -> [NumberStyle] {
    var formats: [Int: String] = [:]
    var styles: [NumberStyle] = []
    var isInCells = false
    try scan("xl/styles.xml", in: archive) { token in
      switch token {
      case .start(let name, let attributes):
        if name.elementsEqual("cellXfs".utf8) { isInCells = true }
        let id = XMLScanner.attribute("numFmtId", in: attributes).flatMap { Int($0) }
        if name.elementsEqual("numFmt".utf8), let id {
          formats[id] = XMLScanner.attribute("formatCode", in: attributes)
        } else if name.elementsEqual("xf".utf8), isInCells {
          styles.append(style(id ?? 0, formats))
        }
      case .end(let name): if name.elementsEqual("cellXfs".utf8) { isInCells = false }
      default: break
      }
    }
    return styles
  }

  /// The built-in formats 14 to 22 and 45 to 47 tell days and times; others say it by their letters, outside of
  /// quotation marks and colours.
  private static func style(_ id: Int, _ formats: [Int: String]) -> NumberStyle {
    if let code = formats[id] {
      var letters = ""
      var closing: Character?
      for letter in code.lowercased() {
        if let end = closing {
          if letter == end { closing = nil }
          // [h] is a length of time, not a colour.
          if end == "]", "hms".contains(letter) { letters.append(letter) }
        } else if letter == "\"" {
          closing = "\""
        } else if letter == "[" {
          closing = "]"
        } else {
          letters.append(letter)
        }
      }
      let hasDay = letters.contains("y") || letters.contains("d")
      let hasTime = letters.contains("h") || letters.contains("s")
      return hasDay ? (hasTime ? .dateTime : .date) : hasTime ? .time : .number
    }
    return switch id {
    case 14...17: .date
    case 22: .dateTime
    case 18...21, 45...47: .time
    default: .number
    }
  }

  /// Reads the rows of a sheet to its end.
  ///
  /// - Parameter mostColumns: What stands farther to the right is one more cell, so that nobody overlooks it.
  func read(_ sheet: String, mostColumns: Int, _ row: (Row) -> Void) throws(Fault) {
    guard let path = paths[sheet] else { throw .missing(sheet) }
    var cells: [String] = []
    var number = 0
    var column = 0
    var kind = ""
    var style = 0
    var value = ""
    var isValue = false
    func note() {
      guard column > 0 else { return }
      let shown = Self.text(
        value, kind, styles.indices.contains(style) ? styles[style] : .number, texts, startsIn1904)
      guard !shown.isEmpty else { return }
      let index = min(column - 1, mostColumns)
      while cells.count <= index { cells.append("") }
      cells[index] = shown
    }
    try Self.scan(path, in: archive) { token in
      switch token {
      case .start(let name, let attributes):
        if name.elementsEqual("c".utf8) {
          column = XMLScanner.attribute("r", in: attributes).map(Self.column(of:)) ?? column + 1
          kind = XMLScanner.attribute("t", in: attributes) ?? "n"
          style = XMLScanner.attribute("s", in: attributes).flatMap { Int($0) } ?? 0
          value = ""
        } else if name.elementsEqual("v".utf8) || name.elementsEqual("t".utf8) {
          isValue = true
        } else if name.elementsEqual("row".utf8) {
          number = XMLScanner.attribute("r", in: attributes).flatMap { Int($0) } ?? number + 1
          cells = []
          column = 0
        }
      case .end(let name):
        if name.elementsEqual("c".utf8) {
          note()
        } else if name.elementsEqual("v".utf8) || name.elementsEqual("t".utf8) {
          isValue = false
        } else if name.elementsEqual("row".utf8), !cells.isEmpty {
          row(Row(number: number, cells: cells))
        }
      case .text(let bytes): if isValue { value += XMLScanner.text(bytes) }
      case .plain(let bytes): if isValue { value += String(decoding: bytes, as: UTF8.self) }
      }
    }
  }

  /// The number of the column in a reference such as `AB12`, from 1; beyond the widest sheet, one more than that.
  private static func column(of reference: String) -> Int {
    var column = 0
    for letter in reference.utf8.prefix(4) {
      guard (0x41...0x5A).contains(letter) else { break }
      column = column * 26 + Int(letter - 0x40)
    }
    return column
  }

  private static func text(
    _ value: String, _ kind: String, _ style: NumberStyle, _ texts: [String], _ startsIn1904: Bool
  ) -> String {
    switch kind {
    case "s": return Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    case "n": break
    default: return value
    }
    guard style != .number, let serial = Double(value), serial >= 0, serial < 2_958_466 else {
      return value.hasSuffix(".0") ? String(value.dropLast(2)) : value
    }
    let all = Int((serial * 86_400).rounded())
    let (days, seconds) = (all / 86_400, all % 86_400)
    func clock(_ seconds: Int) -> String {
      [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        .joined(separator: ":")
    }
    if style == .time { return clock(days < 2 ? all : seconds) }
    // 1900 was no leap year, but the first spreadsheet thought so; from 1 March 1900 on both agree.
    let origin = startsIn1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    let day = CivilDay(daysSince1970: origin + days)
    if style == .date && seconds == 0 { return day.description }
    return "\(day) \(clock(seconds))"
  }
}
