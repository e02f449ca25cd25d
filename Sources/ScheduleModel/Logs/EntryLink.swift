/// What somebody said by hand about one row of the logs: which placement it shows or makes good, or that it belongs
/// to nothing; or about all rows with a title: of which line they are; or that what was said before is taken back.
///
/// The row is named by what it says, never by its number alone, so that a link holds when rows are added before it,
/// or the log is exported anew.
public struct EntryLink: Hashable, Sendable {
  /// What the link says.
  public let meaning: Meaning
  /// The row that is meant.
  public let row: RowDescription
  /// Who says so.
  public let author: String
  /// Why.
  public let reason: String
  /// Where the link is.
  public let place: SourcePlace

  /// What a link says of its row.
  public enum Meaning: Hashable, Sendable {
    /// It shows the placement with this UID.
    case shows(uid: String)
    /// It makes the placement with this UID good.
    case makesGood(uid: String)
    /// It belongs to nothing that the plan has.
    case nothing
    /// All rows with its title are of the line with this id.
    case titles(line: String)
    /// What was said before about the row, or about all rows with its title, does not hold any more.
    case withdrawn

    /// The UID of the placement; `nil` when there is none.
    public var uid: String? {
      switch self {
      case .shows(let uid), .makesGood(let uid): uid
      case .nothing, .titles, .withdrawn: nil
      }
    }
  }

  /// The line of which all rows with the title are; `nil` for a link about one row.
  public var titledLine: String? {
    if case .titles(let line) = meaning { line } else { nil }
  }

  /// The title about which it speaks, and not about one row; `nil` for a link about a row.
  public var titleMeant: FoldedText? {
    switch meaning {
    case .titles: row.title.map { FoldedText($0) }
    case .withdrawn where row.id == nil && row.day == nil: row.title.map { FoldedText($0) }
    case .shows, .makesGood, .nothing, .withdrawn: nil
    }
  }

  /// What a row says, as far as the link tells; `nil` is not compared.
  public struct RowDescription: Hashable, Sendable {
    /// Its id in the ledger.
    public var id: String?
    /// The day.
    public var day: CivilDay?
    /// The time.
    public var time: TimeOfDay?
    /// The outlet's id.
    public var outlet: String?
    /// The line's id, as the row states it.
    public var line: String?
    /// The number of the work, as the row states it.
    public var edition: Int?
    /// The language.
    public var language: LanguageTag?
    /// The title; case and diacritics do not matter.
    public var title: String?
    /// The last part of the name of the log.
    public var file: String?

    /// A description that says nothing yet.
    public init() {}

    /// All that a row says of itself, by which it is found again.
    public init(_ entry: AsRunEntry) {
      id = entry.id
      day = entry.day
      time = entry.time
      outlet = entry.outlet
      line = entry.line
      edition = entry.edition
      language = entry.language
      title = entry.title.isEmpty ? nil : entry.title
      file = nil
    }
  }

  /// A link.
  public init(meaning: Meaning, row: RowDescription, author: String, reason: String, place: SourcePlace) {
    self.meaning = meaning
    self.row = row
    self.author = author
    self.reason = reason
    self.place = place
  }
}

extension EntryLink.RowDescription {
  /// Whether a row says the same, as far as the description goes.
  public func fits(_ entry: AsRunEntry) -> Bool {
    func agrees<Value: Equatable>(_ wanted: Value?, _ said: Value?) -> Bool {
      wanted == nil || wanted == said
    }
    return agrees(id, entry.id) && agrees(day, entry.day) && agrees(time, entry.time)
      && agrees(outlet, entry.outlet) && agrees(line, entry.line) && agrees(edition, entry.edition)
      && agrees(language, entry.language)
      && (title.map { $0 == entry.title || FoldedText($0) == FoldedText(entry.title) } ?? true)
      && (file.map { entry.place.file == $0 || entry.place.file.hasSuffix("/" + $0) } ?? true)
  }
}
