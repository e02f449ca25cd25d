/// A spreadsheet in Office Open XML (ISO/IEC 29500), read sheet by sheet into rows of texts.
///
/// Dates and times become ISO text by their number format, numbers stay as they are written, texts may be shared or
/// in the cell, and a cell's place is what its reference says, so that gaps stay gaps.
public struct SpreadsheetFile {
  /// Why a spreadsheet cannot be read.
  public enum Fault: Error, Hashable, Sendable {
    /// The archive is none, or cannot be unpacked.
    case archive(ZipArchive.Fault)
    /// A part of it is missing.
    case missing(String)
    /// A part of it is no XML as office programs write it.
    case broken(String)
  }

  /// The names of the sheets, in order.
  public let sheets: [String]

  /// Those of them that the office program does not show.
  public let hiddenSheets: Set<String>

  private let archive: ZipArchive
  private let paths: [String: String]
  private let texts: SharedTexts
  private let styles: [NumberStyle]
  private let struckStyles: Set<Int>
  private let startsIn1904: Bool

  /// Opens a spreadsheet.
  public init(_ bytes: [UInt8]) throws(Fault) {
    let archive: ZipArchive
    do { archive = try ZipArchive(bytes) } catch { throw .archive(error) }
    self.archive = archive
    var names: [(name: String, id: String)] = []
    var hidden: Set<String> = []
    var startsIn1904 = false
    try Self.scan("xl/workbook.xml", in: archive) { token in
      guard case .start(let name, let attributes) = token else { return }
      if name.elementsEqual("sheet".utf8), let title = XMLScanner.attribute("name", in: attributes),
        let id = XMLScanner.attribute("r:id", in: attributes)
      {
        names.append((title, id))
        if ["hidden", "veryHidden"].contains(XMLScanner.attribute("state", in: attributes) ?? "") {
          hidden.insert(title)
        }
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
    hiddenSheets = hidden
    paths = Dictionary(found, uniquingKeysWith: { first, _ in first })
    self.startsIn1904 = startsIn1904
    texts = archive.names.contains("xl/sharedStrings.xml") ? try Self.sharedTexts(in: archive) : SharedTexts()
    (styles, struckStyles) = archive.names.contains("xl/styles.xml") ? try Self.styles(in: archive) : ([], [])
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

  private static func sharedTexts(in archive: ZipArchive) throws(Fault) -> SharedTexts {
    var texts = SharedTexts()
    var isText = false
    var isPhonetic = false
    let part = "xl/sharedStrings.xml"
    try scan(part, in: archive) { token in
      switch token {
      case .start(let name, _):
        if name.elementsEqual("rPh".utf8) { isPhonetic = true }
        if name.elementsEqual("t".utf8) { isText = !isPhonetic }
      case .end(let name):
        if name.elementsEqual("si".utf8) { texts.end() }
        if name.elementsEqual("rPh".utf8) { isPhonetic = false }
        if name.elementsEqual("t".utf8) { isText = false }
      case .text(let bytes): if isText { XMLScanner.appendText(bytes, to: &texts.bytes) }
      case .plain(let bytes): if isText { texts.bytes += bytes }
      }
    }
    guard texts.bytes.count <= SharedTexts.mostBytes else { throw .archive(.tooLarge(part)) }
    return texts
  }

  /// What the numbers of each style are, and which styles have a font that is struck through.
  private static func styles(in archive: ZipArchive) throws(Fault) -> ([NumberStyle], struck: Set<Int>) {
    var formats: [Int: String] = [:]
    var styles: [NumberStyle] = []
    var struck: Set<Int> = []
    var struckFonts: Set<Int> = []
    var fonts = 0
    var (isInCells, isInFonts) = (false, false)
    try scan("xl/styles.xml", in: archive) { token in
      switch token {
      case .start(let name, let attributes):
        if name.elementsEqual("cellXfs".utf8) { isInCells = true }
        if name.elementsEqual("fonts".utf8) { isInFonts = true }
        let id = XMLScanner.attribute("numFmtId", in: attributes).flatMap { Int($0) }
        if name.elementsEqual("numFmt".utf8), let id {
          formats[id] = XMLScanner.attribute("formatCode", in: attributes)
        } else if name.elementsEqual("font".utf8), isInFonts {
          fonts += 1
        } else if name.elementsEqual("strike".utf8), isInFonts {
          let isOff = ["0", "false"].contains(XMLScanner.attribute("val", in: attributes) ?? "")
          if !isOff { struckFonts.insert(fonts - 1) }
        } else if name.elementsEqual("xf".utf8), isInCells {
          let font = XMLScanner.attribute("fontId", in: attributes).flatMap { Int($0) }
          if let font, struckFonts.contains(font) { struck.insert(styles.count) }
          styles.append(style(id ?? 0, formats))
        }
      case .end(let name):
        if name.elementsEqual("cellXfs".utf8) { isInCells = false }
        if name.elementsEqual("fonts".utf8) { isInFonts = false }
      default: break
      }
    }
    return (styles, struck)
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
      if hasDay, !hasTime, !letters.contains("d"), letters.contains("m") { return .month }
      if hasDay || hasTime { return hasDay ? (hasTime ? .dateTime : .date) : .time }
      // The first section is that of numbers above zero; “general” shows a number as it is.
      let shown = letters.prefix { $0 != ";" }
      guard shown.contains("0"), !shown.contains("e") else { return .number }
      let decimals = shown.drop { $0 != "." }.count { $0 == "0" || $0 == "#" || $0 == "?" }
      return shown.contains("%") ? .percent(decimals) : .decimal(decimals)
    }
    return switch id {
    case 1, 3: .decimal(0)
    case 2, 4: .decimal(2)
    case 9: .percent(0)
    case 10: .percent(2)
    case 14...16: .date
    case 17: .month
    case 22: .dateTime
    case 18...21, 45...47: .time
    default: .number
    }
  }

  /// The rows of a sheet, from its first on.
  ///
  /// - Parameters:
  ///   - mostColumns: What is farther to the right becomes one more cell, so that it is not overlooked.
  ///   - numbers: How the text of a number comes about.
  public func rows(
    of sheet: String, mostColumns: Int, numbers: SheetNumbers = .stored
  ) throws(Fault) -> SheetReader {
    guard let path = paths[sheet] else { throw .missing(sheet) }
    do {
      // Merged ranges stand behind the rows, so the sheet is inflated twice; the first time nothing is taken apart.
      let merged = try MergedCells(of: archive.stream(path))
      return SheetReader(
        part: path, try archive.stream(path),
        SheetRowBuilder(
          texts: texts, styles: styles, struckStyles: struckStyles, startsIn1904: startsIn1904,
          mostColumns: mostColumns,
          numbers: numbers, merged))
    } catch {
      if case .noEntry(let name) = error { throw .missing(name) }
      throw .archive(error)
    }
  }
}

/// How the text of a number in a sheet comes about.
public enum SheetNumbers: Sendable {
  /// As it is stored, with a point before its decimals; a day as ISO 8601.
  case stored
  /// As its format shows it: rounded, with the percent sign.
  case shown
  /// As it is stored, but as people write it: with a comma before its decimals, and `5/2027` for a day of which only the
  /// month is shown.
  case written
}

/// What a number of a style is.
enum NumberStyle: Equatable {
  case number, date, dateTime, time
  /// A day of which only the month is shown.
  case month
  /// A number, or a percentage, with a number of decimals.
  case decimal(Int), percent(Int)
}

/// The texts that the cells of a workbook share, one behind the other.
struct SharedTexts {
  /// Their letters.
  var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The most bytes that are held.
  static let mostBytes = 1 << 28

  /// Ends a text.
  mutating func end() {
    ExcelEscape.decode(&bytes, from: ends.last ?? 0)
    ends.append(bytes.count)
  }

  /// The letters of a text; none when there is no such text.
  subscript(index: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(index) else { return [] }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
