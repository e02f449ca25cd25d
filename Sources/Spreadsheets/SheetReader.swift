/// One row of a sheet.
public struct SheetRow: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// Its cells from column A on, concatenated; empty cells add nothing.
  public internal(set) var bytes: [UInt8]
  /// Where each cell lies.
  public internal(set) var cells: [Range<Int>]
  /// The cells whose value is not known, in the order of the columns.
  public internal(set) var unknown: [UnknownCell] = []
  /// The columns, from 0, of cells that are stored as dates or times: their texts are ISO 8601, whatever they show.
  public internal(set) var clockCells: [Int] = []
  /// Whether the office program does not show the row.
  public internal(set) var isHidden = false
  /// Whether every cell with a value has a font that is struck through.
  public internal(set) var isStruckThrough = false
  /// The columns, from 0, of cells that show the value of the first cell of their merged range.
  public internal(set) var continued: [Int] = []

  /// A cell whose value is not known; its text only shows what is wrong.
  public struct UnknownCell: Hashable, Sendable {
    /// The column, from 0.
    public let column: Int
    /// The error that it shows, such as `#N/A`; `nil` for a formula that no program has calculated.
    public let error: String?
  }

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
