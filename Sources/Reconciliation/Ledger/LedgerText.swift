import ScheduleModel

/// One import as the text that lies in the ledger's folder.
///
///     lichsong-ledger,1
///     source,thang-4.csv
///     sha256,9f86d081…
///     form,csv
///     left-out,0
///     recorded,2018-05-02T09:00
///     author,Nguyễn Thị A
///
///     row,date,time,outlet,line,…
///     2,2018-04-05,20:15,truyen-hinh,chuyen-muc,…
///
/// A head of names and values, a blank line, then a log like any other, with ids for names. The file is named after
/// its own hash and never changed, so that a row is known by the hash and its line for ever.
enum LedgerText {
  /// The first line of every file of the ledger.
  static let signature = "lichsong-ledger,1\n"

  /// The columns that no other log has.
  enum OwnColumn: String {
    /// Where the row stood in the source.
    case row
    /// The contents of the source's columns that mean nothing to the program.
    case other
  }

  /// The columns of a ledger, in order; the row's place comes before them, what is not read after.
  private static let columns: [LogColumn] = [
    .date, .time, .outlet, .line, .edition, .language, .title, .minutes, .status, .uid, .evidence, .trust,
    .author, .replaces, .reason, .houseNumber, .makesGood,
  ]

  /// The whole file.
  static func bytes(of entry: LedgerImport) -> [UInt8] {
    var text = TextBytes()
    text.bytes.reserveCapacity(256 + entry.records.count * 128)
    text.append(signature)
    let head: [(String, String?)] = [
      ("source", entry.source.name), ("sha256", entry.source.digest), ("form", entry.source.form),
      ("left-out", String(entry.source.rowsLeftOut)), ("recorded", entry.recorded.description),
      ("author", entry.author),
    ]
    for (name, value) in head {
      guard let value else { continue }
      text.append(name)
      text.field(value)
      text.end()
    }
    text.end()
    text.append(OwnColumn.row.rawValue)
    for column in columns { text.field(column.names[0]) }
    text.field(OwnColumn.other.rawValue)
    text.end()
    for record in entry.records { append(record, to: &text) }
    return text.bytes
  }

  private static func append(_ record: LogRecord, to text: inout TextBytes) {
    let entry = record.entry
    text.cell(record.row)
    text.field(entry.day.description)
    text.field(entry.time?.description ?? "")
    text.field(entry.outlet)
    text.field(entry.line ?? "")
    text.field(entry.edition.map(String.init) ?? "")
    text.field(entry.language.tag)
    text.field(entry.title)
    text.field(entry.minutes.map(String.init) ?? "")
    text.field(record.isWithdrawal ? LogVocabulary.withdrawn : entry.status.rawValue)
    text.field(entry.uid ?? "")
    text.field(entry.evidence ?? "")
    text.field(entry.trust?.rawValue ?? "")
    text.field(entry.author ?? "")
    text.field(record.replaces ?? "")
    text.field(record.reason ?? "")
    text.field(entry.houseNumber ?? "")
    text.field(entry.makesGood ?? "")
    text.field(record.other)
    text.end()
  }
}

/// A text of cells parted by commas, as it grows.
struct TextBytes {
  var bytes: [UInt8] = []

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// A cell after another.
  mutating func field(_ text: String) {
    bytes.append(.comma)
    cell(text)
  }

  /// A cell, in quotation marks where it has to be.
  mutating func cell(_ text: String) {
    var text = text
    text.withUTF8 { letters in
      guard
        letters.contains(where: { $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn })
      else {
        bytes.append(contentsOf: letters)
        return
      }
      bytes.append(.quote)
      for letter in letters {
        if letter == .quote { bytes.append(.quote) }
        bytes.append(letter)
      }
      bytes.append(.quote)
    }
  }

  mutating func end() { bytes.append(.lineFeed) }
}
