import Logs
public import ScheduleModel

/// Something that went out and of which no log tells, entered by hand with its evidence.
///
/// In the Book it is a log of one row, whose file is called ``source``: it is matched, counted, corrected and taken back as
/// any other row.
public struct HandBroadcast: Hashable, Sendable {
  /// The broadcast day.
  public var day: CivilDay
  /// When it began; `nil` where nobody knows.
  public var time: TimeOfDay?
  /// The outlet's id.
  public var outlet: String
  /// The line's id; `nil` where the title says it.
  public var line: String?
  /// Which work of the line; `nil` where nobody knows.
  public var edition: Int?
  /// The language's tag; `nil` for that of the outlet.
  public var language: String?
  /// The title.
  public var title: String
  /// How many minutes it took; `nil` where nobody knows.
  public var minutes: Int?
  /// What shows that it went out: a sheet, a recording, a printed issue, the digest of a file.
  public var evidence: String
  /// How far that can be relied on.
  public var trust: AsRunEntry.Trust

  /// What its file is called in the Book.
  public static let source = AsRunEntry.sourceByHand

  /// A broadcast.
  public init(
    day: CivilDay, outlet: String, title: String, evidence: String, trust: AsRunEntry.Trust
  ) {
    (self.day, self.outlet, self.title, self.evidence, self.trust) = (day, outlet, title, evidence, trust)
  }

  /// The columns that a row by hand has, as logs name them.
  static let columns = [
    "date", "time", "outlet", "line", "edition", "language", "title", "minutes", "status", "evidence",
    "trust", "author",
  ]

  /// A table of one row.
  static func table(_ cells: [(name: String, text: String)]) -> [UInt8] {
    func row(_ texts: [String]) -> String {
      texts.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    return Array((row(cells.map(\.name)) + "\n" + row(cells.map(\.text)) + "\n").utf8)
  }

  /// The file of one row.
  func file(author: String) -> InputFile {
    let cells: [(name: String, text: String?)] = [
      ("date", day.description), ("time", time?.description), ("outlet", outlet), ("line", line),
      ("edition", edition.map(String.init)), ("language", language), ("title", title),
      ("minutes", minutes.map(String.init)), ("status", "aired"), ("evidence", evidence),
      ("trust", trust.rawValue), ("author", author),
    ]
    return InputFile(
      name: Self.source, bytes: Self.table(cells.compactMap { name, text in text.map { (name, $0) } }))
  }
}

extension StationYear {
  /// Why a broadcast is not recorded by hand.
  public enum HandBroadcastRefusal: Error, Hashable, Sendable {
    /// The logs have a row of it already: to say something else of it is a correction.
    case known
    /// The row cannot be read, for these reasons.
    case findings([Finding])
  }

  /// The statement that something went out of which no log tells.
  ///
  /// - Parameter reason: Why it is entered by hand.
  public func recording(
    _ broadcast: HandBroadcast, author: String, reason: String, time: LocalTime
  ) -> Result<Book.Statement, HandBroadcastRefusal> {
    let prepared = importing(
      [broadcast.file(author: author)], ImportRequest(time: time, author: author))
    let summary = prepared.logs.first
    guard let summary, summary.known == 0, summary.replacing == 0, summary.outranked == 0 else {
      return .failure(summary == nil ? .findings(prepared.findings) : .known)
    }
    guard let statement = prepared.statements.first, summary.leftOut == 0 else {
      return .failure(.findings(prepared.findings.filter { $0.severity == .error }))
    }
    var head = statement.head
    head.comment = reason
    return .success(Book.Statement(head, body: statement.body))
  }
}
