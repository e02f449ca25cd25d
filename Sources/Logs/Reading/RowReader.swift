import ScheduleModel

/// Turns the records of one log into entries.
struct RowReader {
  /// The names that the log may use.
  var vocabulary: LogVocabulary
  /// Finds the row that a correction replaces; `nil` in the ledger itself, whose rows stand by themselves.
  var corrected: ((String) -> NamedRow)? = { _ in .none }

  private var fields: FieldReader
  /// What the columns mean.
  var header: LogHeader { fields.header }
  /// Who imports the log; `nil` when not stated.
  var author: String? {
    get { fields.author }
    set { fields.author = newValue }
  }
  /// How the log writes what it says.
  var dialect: LogDialect {
    get { fields.dialect }
    _modify { yield &fields.dialect }
  }
  /// Whether the whole file is known to be UTF-8 without control characters.
  var isClean = false
  private var lastSeconds = 0

  /// A row that was read, or what keeps it from being read.
  enum Reading {
    /// Every field is empty.
    case blank
    /// A line of it is too long.
    case tooLong
    /// It is not UTF-8; the byte with which that begins.
    case notUTF8(at: Int)
    /// It says this.
    case record(LogRecord)
    /// It cannot be read, for these reasons, with the bytes that they concern.
    case faults([(fault: RowFault, range: Range<Int>)])
  }

  /// Reads rows of a log.
  init(
    header: LogHeader, vocabulary: LogVocabulary,
    corrected: ((String) -> NamedRow)? = { _ in .none }
  ) {
    fields = FieldReader(header: header)
    self.vocabulary = vocabulary
    self.corrected = corrected
  }

  /// Whether a row begins its date, or its time where the log has no date, like no row of data does.
  func mayBeRemark(_ row: LogRow) -> Bool {
    guard header.index(of: .replaces) == nil else { return false }
    let column: LogColumn = header.index(of: .date) == nil ? .time : .date
    guard header.index(of: column) != nil else { return false }
    let cell = row.cell(column, header)
    guard let first = cell.first else { return !row.isBlank }
    // “Thứ Hai, 06/04/2026”, “ngày 6 tháng 4 năm 2026”
    if column == .date, !(0x30...0x39).contains(first), LogValue.day(cell) != .notADay { return false }
    return !(0x30...0x39).contains(first) || cell.count <= 2
  }

  /// What a row that could not be read says of its work all the same; `nil` when it does not name its outlet and day.
  mutating func unread(_ row: LogRow, file: String) -> AsRunEntry? {
    guard let told = fields.told else { return nil }
    func text(_ column: LogColumn) -> String { header.index(of: column).map { row.text(at: $0) } ?? "" }
    let language = text(.language).isEmpty ? nil : vocabulary.language(text(.language))
    return AsRunEntry(
      place: SourcePlace(file: file, line: row.line), day: told.day, time: nil, outlet: told.outlet,
      line: vocabulary.line(text(.line)), edition: nil, language: language ?? .vietnamese,
      title: text(.title),
      minutes: nil, status: .unclear, uid: nil, evidence: nil)
  }

  /// Reads a row of a file.
  mutating func read(_ row: LogRow, file: String) -> Reading {
    read(row, at: SourcePlace(file: file, line: row.line))
  }

  /// Reads a row that is named after another place than the one where it is.
  ///
  /// - Parameter recording: The entry of the Book that it stands in; `nil` for a row that is not recorded.
  mutating func read(_ row: LogRow, at place: SourcePlace, in recording: AsRunEntry.Recording? = nil)
    -> Reading
  {
    if row.fault == .tooLong { return .tooLong }
    if row.isBlank { return .blank }
    if !isClean || row.fault != nil {
      if let invalid = Self.firstInvalidUTF8(in: row.bytes, row.range) { return .notUTF8(at: invalid) }
      if let broken = Self.brokenText(row.fault, in: row.bytes, row.range) { return .faults([broken]) }
    }
    // A row with too few may have been cut off, and its status with it. Empty ones too many lose nothing.
    let surplus = row.fields.dropFirst(header.width)
    guard row.fields.count >= header.width, surplus.allSatisfy({ row.trimmed($0).isEmpty }) else {
      let fault = RowFault.fieldCount(found: row.fields.count, expected: header.width)
      return .faults([(fault, row.range.lowerBound..<row.range.lowerBound + 1)])
    }
    let record = fields.record(of: row, at: place, in: recording, &vocabulary, corrected: corrected)
    // Rows without a day of their own go on into the next one where the clock goes back.
    if dialect.rollsOver, let day = dialect.day, let seconds = fields.seconds {
      if seconds < lastSeconds {
        lastSeconds = seconds
        dialect.day = day.advanced(by: 1)
        return read(row, at: place, in: recording)
      }
      lastSeconds = seconds
    }
    return record.map(Reading.record) ?? .faults(fields.faults)
  }

  /// The contents of the columns that tell nothing of a work, by which two rows may still differ.
  func unread(in row: LogRow) -> String {
    (header.unknown + header.repeated + [.note, .weekday].compactMap(header.index(of:)))
      .compactMap { index in
        let text = row.text(at: index)
        return text.isEmpty ? nil : "\(header.names[index])=\(text)"
      }.sorted().joined(separator: "; ")
  }

  /// What is wrong with a record as a text, whatever its fields mean, and the byte that shows it.
  static func brokenText(
    of record: RecordScanner.Record, in scanner: RecordScanner
  ) -> (fault: RowFault, range: Range<Int>)? {
    brokenText(record.fault, in: scanner.bytes, record.range)
  }

  /// The same of bytes in which the scanner found that fault.
  static func brokenText(
    _ fault: RecordScanner.Fault?, in bytes: [UInt8], _ range: Range<Int>
  ) -> (fault: RowFault, range: Range<Int>)? {
    switch fault {
    case .quoteNotClosed(let at): (.quoteNotClosed, at..<at + 1)
    case .textAfterQuote(let at): (.textAfterQuote, at..<at + 1)
    case .overBorder(let word): (.overBorder(String(decoding: bytes[word], as: UTF8.self)), word)
    default:
      firstControl(in: bytes, range).map { at in (.controlCharacter(bytes[at]), at..<at + 1) }
    }
  }

  /// Whether all bytes of a file are UTF-8 without control characters, so that no row needs to be looked at for that.
  static func isClean(_ bytes: [UInt8]) -> Bool {
    let letters = bytes.span
    // To the end whatever there is: so the compiler looks at many bytes at once.
    var hasControl = false
    for index in letters.indices {
      let byte = letters[index]
      let isAllowed = byte == .tab || byte == .lineFeed || byte == .carriageReturn
      hasControl = hasControl || byte == 0x7F || (byte < 0x20 && !isAllowed)
    }
    return !hasControl && firstInvalidUTF8(in: bytes, bytes.indices) == nil
  }

  private static func firstControl(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      range.first { index in
        let byte = buffer[index]
        return byte == 0x7F || (byte < 0x20 && byte != .tab && byte != .lineFeed && byte != .carriageReturn)
      }
    }
  }

  /// The first byte that is not UTF-8; `nil` when all is.
  static func firstInvalidUTF8(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }
}
