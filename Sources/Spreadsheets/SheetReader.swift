import ScheduleModel

/// One row of a sheet.
public struct SheetRow: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// Its cells from column A on, behind each other; of a gap nothing.
  public let bytes: [UInt8]
  /// Where each cell lies.
  public let cells: [Range<Int>]

  /// The texts of the cells.
  public var texts: [String] { cells.map { String(decoding: bytes[$0], as: UTF8.self) } }
}

/// The rows of a sheet, one after the other while it is inflated: no more than a piece of it is held.
public struct SheetReader {
  private let part: String
  private let stream: EntryStream
  private var scanner = XMLScanner()
  private var builder: SheetRowBuilder
  private var next = 0
  private var isAtEnd = false

  /// A reader of a part of an archive.
  init(part: String, _ stream: EntryStream, _ builder: SheetRowBuilder) {
    self.part = part
    self.stream = stream
    self.builder = builder
  }

  /// The next row that has a cell; `nil` at the end.
  public mutating func row() throws(SpreadsheetFile.Fault) -> SheetRow? {
    while next == builder.rows.count {
      guard !isAtEnd else { return nil }
      builder.rows.removeAll(keepingCapacity: true)
      next = 0
      let piece: UnsafeRawBufferPointer?
      do { piece = try stream.next() } catch { throw .archive(error) }
      guard let piece else {
        isAtEnd = true
        guard scanner.isFinished else { throw .broken(part) }
        return nil
      }
      do { try Self.feed(piece, &scanner, &builder) } catch { throw .broken(part) }
      guard !builder.isTooLong else { throw .archive(.tooLarge(part)) }
    }
    defer { next += 1 }
    return builder.rows[next]
  }

  private static func feed(
    _ piece: UnsafeRawBufferPointer, _ scanner: inout XMLScanner, _ builder: inout SheetRowBuilder
  ) throws(XMLScanner.Fault) {
    try scanner.feed(piece) { builder.take($0) }
  }
}

/// Makes rows of the marks and texts of a sheet.
struct SheetRowBuilder {
  /// The rows that are complete and not taken yet.
  var rows: [SheetRow] = []
  /// Whether a cell has more letters than any cell may have.
  private(set) var isTooLong = false

  private let texts: SharedTexts
  private let styles: [NumberStyle]
  private let startsIn1904: Bool
  private let mostColumns: Int
  private var bytes: [UInt8] = []
  private var cells: [Range<Int>] = []
  private var number = 0
  private var column = 0
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false

  private enum Kind {
    case shared, number, text
  }

  /// A builder for the sheets of one workbook.
  init(texts: SharedTexts, styles: [NumberStyle], startsIn1904: Bool, mostColumns: Int) {
    self.texts = texts
    self.styles = styles
    self.startsIn1904 = startsIn1904
    self.mostColumns = mostColumns
  }

  /// No office program writes more bytes into a cell.
  private static let longestCell = 1_000_000

  /// Takes the next mark or text.
  mutating func take(_ token: XMLScanner.Token) {
    switch token {
    case .start(let name, let attributes):
      switch Mark(name) {
      case .cell:
        column = XMLScanner.attribute("r", in: attributes).map(Self.column(of:)) ?? column + 1
        kind =
          switch XMLScanner.attribute("t", in: attributes) ?? "n" {
          case "s": .shared
          case "n": .number
          default: .text
          }
        style = XMLScanner.attribute("s", in: attributes).flatMap { Int($0) } ?? 0
        value.removeAll(keepingCapacity: true)
      case .value: isValue = true
      case .row:
        number = XMLScanner.attribute("r", in: attributes).flatMap { Int($0) } ?? number + 1
        bytes = []
        cells = []
        column = 0
      case nil: break
      }
    case .end(let name):
      switch Mark(name) {
      case .cell: endCell()
      case .value: isValue = false
      case .row: if !cells.isEmpty { rows.append(SheetRow(number: number, bytes: bytes, cells: cells)) }
      case nil: break
      }
    case .text(let letters): if isValue { XMLScanner.appendText(letters, to: &value) }
    case .plain(let letters): if isValue { value += letters }
    }
    if value.count > Self.longestCell { isTooLong = true }
  }

  private enum Mark {
    case cell, value, row

    init?(_ name: ArraySlice<UInt8>) {
      let first = name.startIndex
      switch (name.count, name[first]) {
      case (1, UInt8(ascii: "c")): self = .cell
      case (1, UInt8(ascii: "v")), (1, UInt8(ascii: "t")): self = .value
      case (3, UInt8(ascii: "r")) where name[first + 1] == UInt8(ascii: "o"): self = .row
      default: return nil
      }
    }
  }

  private mutating func endCell() {
    guard column > 0 else { return }
    let start = bytes.count
    switch kind {
    case .text: bytes += value
    case .shared:
      if let index = Int(String(decoding: value, as: UTF8.self)) { bytes += texts[index] }
    case .number:
      let style = styles.indices.contains(style) ? styles[style] : .number
      appendNumber(style)
    }
    guard bytes.count > start else { return }
    let index = min(column - 1, mostColumns)
    while cells.count <= index { cells.append(start..<start) }
    cells[index] = start..<bytes.count
  }

  private mutating func appendNumber(_ style: NumberStyle) {
    guard style != .number, let serial = Double(String(decoding: value, as: UTF8.self)), serial >= 0,
      serial < 2_958_466
    else {
      bytes += value.suffix(2).elementsEqual(".0".utf8) ? value.dropLast(2) : value[...]
      return
    }
    let all = Int((serial * 86_400).rounded())
    let (days, seconds) = (all / 86_400, all % 86_400)
    if style == .time { return appendClock(days < 2 ? all : seconds) }
    // 1900 was no leap year, but the first spreadsheet thought so; from 1 March 1900 on both agree.
    let origin = startsIn1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    bytes += CivilDay(daysSince1970: origin + days).description.utf8
    if style == .date && seconds == 0 { return }
    bytes.append(0x20)
    appendClock(seconds)
  }

  private mutating func appendClock(_ seconds: Int) {
    for (index, part) in [seconds / 3600, seconds / 60 % 60, seconds % 60].enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ":")) }
      if part < 10 { bytes.append(UInt8(ascii: "0")) }
      bytes += String(part).utf8
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
}
