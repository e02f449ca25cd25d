/// Splits the bytes of a log into records, by RFC 4180 as Excel writes it.
///
/// Lines end in CRLF, LF or CR. A field in quotation marks may hold separators, line ends and quotation marks
/// written twice; a mark inside an unquoted field is a letter like any other. A broken quotation never
/// swallows what follows it: reading goes on behind the line in which its mark was opened.
struct RecordScanner {
  /// The longest line, in bytes.
  static let longestLine = 1_000_000
  /// The most lines, and the most bytes, over which one quoted field may go.
  static let longestQuote = (lines: 64, bytes: 65_536)

  /// The whole file.
  let bytes: [UInt8]
  /// The byte between two fields.
  let separator: UInt8
  /// Where the next record begins.
  private(set) var position: Int
  /// The line, from 1, on which it begins.
  private(set) var line: Int
  /// The fields of the record read last; none when it is too long.
  private(set) var fields: [Field] = []

  /// Whether no field of the record read last is in quotation marks: the bytes between two fields are separators alone.
  private(set) var isPlain = true

  /// One field of a record; packed, because every record has a dozen.
  struct Field {
    private let start: UInt32
    private let end: UInt32
    /// Whether quotation marks inside are written twice.
    let hasDoubledQuotes: Bool

    init(range: Range<Int>, hasDoubledQuotes: Bool) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
      self.hasDoubledQuotes = hasDoubledQuotes
    }

    /// Its bytes, without the quotation marks around it.
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// One record.
  struct Record {
    /// Its bytes, without the line end.
    let range: Range<Int>
    /// The line, from 1, on which it begins.
    let line: Int
    /// What keeps it from being read; `nil` when nothing does.
    let fault: Fault?
  }

  /// What keeps a record from being read.
  enum Fault: Hashable {
    /// A line of it is longer than ``longestLine``.
    case tooLong
    /// The quotation mark at this byte is not closed within ``longestQuote``.
    case quoteNotClosed(at: Int)
    /// Text stands between the closing quotation mark before this byte and the next separator.
    case textAfterQuote(at: Int)
    /// A word of a line in fixed columns goes over the border of one; its bytes.
    case overBorder(Range<Int>)
  }

  /// A scanner that begins at a byte, which stands at the start of a line.
  init(_ bytes: [UInt8], separator: UInt8, position: Int, line: Int) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    self.line = line
  }

  /// The next record; `nil` at the end of the file. Its fields are in ``fields``.
  mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    fields.removeAll(keepingCapacity: true)
    isPlain = true
    let (start, firstLine) = (position, line)
    // Nearly every line has no quotation marks: its fields and its end are found in one pass.
    let bytes = bytes
    let letters = bytes.span
    let (separator, highest) = (separator, max(separator, .carriageReturn))
    var cursor = start
    while true {
      let fieldStart = cursor
      if cursor < letters.count, letters[cursor] == .quote {
        return quoted(from: cursor, start: start, line: firstLine)
      }
      while cursor < letters.count {
        let byte = letters[cursor]
        if byte <= highest, byte == separator || byte.isLineEnd { break }
        cursor += 1
      }
      fields.append(Field(range: fieldStart..<cursor, hasDoubledQuotes: false))
      guard cursor < letters.count, letters[cursor] == separator else { break }
      cursor += 1
    }
    moveBehindLine(endingAt: cursor)
    guard cursor - start <= Self.longestLine else {
      fields.removeAll()
      return Record(range: start..<cursor, line: firstLine, fault: .tooLong)
    }
    return Record(range: start..<cursor, line: firstLine, fault: nil)
  }

  /// The rest of a record from the first field on that begins with a quotation mark.
  private mutating func quoted(from first: Int, start: Int, line firstLine: Int) -> Record {
    isPlain = false
    let bytes = bytes
    var cursor = first
    var end = endOfLine(from: first)
    func record(_ fault: Fault?) -> Record { Record(range: start..<end, line: firstLine, fault: fault) }

    guard end - start <= Self.longestLine else {
      fields.removeAll()
      moveBehindLine(endingAt: end)
      return record(.tooLong)
    }
    while true {
      if cursor < end, bytes[cursor] == .quote {
        guard let close = closingQuote(openedAt: cursor) else {
          moveBehindLine(endingAt: end)
          return record(.quoteNotClosed(at: cursor))
        }
        let newEnd = close.linesPassed == 0 ? end : endOfLine(from: close.index)
        guard close.index + 1 == newEnd || bytes[close.index + 1] == separator else {
          moveBehindLine(endingAt: end)
          return record(
            close.linesPassed == 0 ? .textAfterQuote(at: close.index + 1) : .quoteNotClosed(at: cursor))
        }
        fields.append(Field(range: cursor + 1..<close.index, hasDoubledQuotes: close.hasDoubledQuotes))
        line += close.linesPassed
        end = newEnd
        cursor = close.index + 1
        guard end - cursor <= Self.longestLine else {
          moveBehindLine(endingAt: end)
          return record(.tooLong)
        }
      } else {
        let fieldStart = cursor
        while cursor < end, bytes[cursor] != separator { cursor += 1 }
        fields.append(Field(range: fieldStart..<cursor, hasDoubledQuotes: false))
      }
      guard cursor < end else { break }
      cursor += 1
    }
    moveBehindLine(endingAt: end)
    return record(nil)
  }

  private func endOfLine(from start: Int) -> Int {
    let bytes = bytes
    var index = start
    while index < bytes.count, bytes[index] > .carriageReturn || !bytes[index].isLineEnd { index += 1 }
    return index
  }

  private mutating func moveBehindLine(endingAt end: Int) {
    position = end
    guard end < bytes.count else { return }
    let isPair = bytes[end] == .carriageReturn && end + 1 < bytes.count && bytes[end + 1] == .lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  private func closingQuote(openedAt open: Int) -> (index: Int, linesPassed: Int, hasDoubledQuotes: Bool)? {
    var index = open + 1
    var lines = 0
    var hasDoubledQuotes = false
    let limit = min(bytes.count, open + Self.longestQuote.bytes)
    while index < limit {
      switch bytes[index] {
      case .quote:
        guard index + 1 < bytes.count, bytes[index + 1] == .quote else {
          return (index, lines, hasDoubledQuotes)
        }
        hasDoubledQuotes = true
        index += 1
      case .lineFeed, .carriageReturn:
        if bytes[index] == .carriageReturn, index + 1 < bytes.count, bytes[index + 1] == .lineFeed {
          index += 1
        }
        lines += 1
        guard lines < Self.longestQuote.lines else { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B

  /// Whether it ends a line.
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }

  /// Whether it is a space, a tab or a line end.
  var isBlank: Bool { self == 0x20 || self == .tab || self == .lineFeed || self == .carriageReturn }
}
