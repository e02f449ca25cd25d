import ScheduleModel

/// The rows of an import as they stand in its entry.
///
///     row,date,time,outlet,line,…
///     2,2018-04-05,20:15,truyen-hinh,chuyen-muc,…
///
/// A log like any other, with ids for names, each row with its place in the station's own file. An entry is never
/// changed, so that a row is known by the entry's id and its line there for ever.
enum LedgerText {
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

  /// The header.
  static var head: [UInt8] { Array((names.joined(separator: ",") + "\n").utf8) }

  /// What its columns mean.
  static let header = LogHeader(named: names)

  private static let names =
    [OwnColumn.row.rawValue] + columns.map { $0.names[0] } + [OwnColumn.other.rawValue]

  /// One row.
  ///
  /// - Parameters:
  ///   - content: What it says went out.
  ///   - trust: How far it can be relied on where it does not say it.
  static func append(
    _ record: LogRecord, _ content: Content, trust: AsRunEntry.Trust?, to text: inout TextBytes
  ) {
    let entry = record.entry
    text.cell(record.row)
    text.bytes += content.text.bytes[..<content.restStart]
    text.field((entry.trust ?? trust)?.rawValue ?? "")
    text.field(entry.author ?? "")
    text.field(record.replaces ?? "")
    text.field(record.reason ?? "")
    text.bytes += content.text.bytes[content.restStart...]
    text.end()
  }

  /// All that a row says went out, without where it is and who says it: written once, for its digest and its row.
  struct Content {
    private(set) var text = TextBytes()
    /// Where the columns begin that come after those of who says it.
    private(set) var restStart = 0

    mutating func set(_ entry: AsRunEntry, other: String, isWithdrawal: Bool) {
      text.bytes.removeAll(keepingCapacity: true)
      LedgerText.appendWork(entry, isWithdrawal: isWithdrawal, to: &text)
      restStart = text.bytes.count
      LedgerText.appendRest(entry, other: other, to: &text)
    }

    mutating func set(_ record: LogRecord) {
      set(record.entry, other: record.other, isWithdrawal: record.isWithdrawal)
    }
  }

  fileprivate static func appendWork(_ entry: AsRunEntry, isWithdrawal: Bool, to text: inout TextBytes) {
    text.field(entry.day)
    text.field(entry.time)
    text.field(entry.outlet)
    text.field(entry.line ?? "")
    if entry.part == nil { text.field(entry.edition) } else { text.field(entry.editionText) }
    text.field(entry.language.tag)
    text.field(entry.title)
    if let length = entry.length, length % 60 == 0 {
      text.field(length / 60)
    } else {
      text.field(entry.lengthText ?? "")
    }
    text.field(isWithdrawal ? LogVocabulary.withdrawn : entry.statusText)
    text.field(entry.uid ?? "")
    text.field(entry.evidence ?? "")
  }

  fileprivate static func appendRest(_ entry: AsRunEntry, other: String, to text: inout TextBytes) {
    text.field(entry.houseNumber ?? "")
    text.field(entry.makesGood ?? "")
    text.field(other)
  }
}
