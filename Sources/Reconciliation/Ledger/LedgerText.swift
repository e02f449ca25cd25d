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

  /// What comes before the rows.
  static func head(_ source: LedgerImport.Source, recorded: LocalTime, author: String?) -> [UInt8] {
    var text = TextBytes()
    text.append(signature)
    let head: [(String, String?)] = [
      ("source", source.name), ("sha256", source.digest), ("form", source.form),
      ("left-out", String(source.rowsLeftOut)), ("recorded", recorded.description), ("author", author),
    ]
    for (name, value) in head {
      guard let value else { continue }
      text.append(name)
      text.field(value)
      text.end()
    }
    text.end()
    for (index, name) in names.enumerated() { index == 0 ? text.append(name) : text.field(name) }
    text.end()
    return text.bytes
  }

  /// What its columns mean.
  static let header = LogHeader(named: names)

  private static let names =
    [OwnColumn.row.rawValue] + columns.map { $0.names[0] } + [OwnColumn.other.rawValue]

  /// One row.
  ///
  /// - Parameter trust: How far it can be relied on where it does not say it.
  static func append(_ record: LogRecord, trust: AsRunEntry.Trust?, to text: inout TextBytes) {
    let entry = record.entry
    text.cell(record.row)
    appendWork(entry, isWithdrawal: record.isWithdrawal, to: &text)
    text.field((entry.trust ?? trust)?.rawValue ?? "")
    text.field(entry.author ?? "")
    text.field(record.replaces ?? "")
    text.field(record.reason ?? "")
    appendRest(entry, other: record.other, to: &text)
    text.end()
  }

  /// All that a row says went out, without where it stands and who says it.
  static func append(
    contentOf entry: AsRunEntry, other: String, isWithdrawal: Bool, to text: inout TextBytes
  ) {
    appendWork(entry, isWithdrawal: isWithdrawal, to: &text)
    appendRest(entry, other: other, to: &text)
  }

  private static func appendWork(_ entry: AsRunEntry, isWithdrawal: Bool, to text: inout TextBytes) {
    text.field(entry.day)
    text.field(entry.time)
    text.field(entry.outlet)
    text.field(entry.line ?? "")
    text.field(entry.edition)
    text.field(entry.language.tag)
    text.field(entry.title)
    text.field(entry.minutes)
    text.field(isWithdrawal ? LogVocabulary.withdrawn : entry.status.rawValue)
    text.field(entry.uid ?? "")
    text.field(entry.evidence ?? "")
  }

  private static func appendRest(_ entry: AsRunEntry, other: String, to text: inout TextBytes) {
    text.field(entry.houseNumber ?? "")
    text.field(entry.makesGood ?? "")
    text.field(other)
  }
}
