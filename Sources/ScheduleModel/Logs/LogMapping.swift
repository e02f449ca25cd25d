/// How one station writes its logs, saved under a name in `as-run/mappings.yaml`.
public struct LogMapping: Hashable, Sendable {
  /// The name by which it is asked for.
  public let name: String
  /// What parts the cells of a row.
  public var form = Form.separated
  /// Where each column stands, by the name of what it tells (`date`, `title`).
  public var columns: [String: Position] = [:]
  /// So many lines, or rows of a sheet, come before the names of the columns or before the first row.
  public var skip = 0
  /// The character between two cells; `nil` for the one with which the header is understood, or a comma.
  public var separator: UInt8?
  /// The sheet of a spreadsheet; `nil` for every one with a header that is understood.
  public var sheet: String?
  /// How days are written; `nil` for the usual forms.
  public var dates: ClockPattern?
  /// How times are written; `nil` for the usual forms.
  public var times: ClockPattern?
  /// The station's own words for what happened.
  public var statuses: [String: AsRunEntry.Status] = [:]
  /// The outlet of rows that name none.
  public var outlet: String?
  /// The language of rows that name none; `nil` for that of the originals of what they name.
  public var language: LanguageTag?
  /// How far rows that do not say it can be relied on.
  public var trust: AsRunEntry.Trust?
  /// The IANA zone of the log's times; `nil` for the outlet's own.
  public var zone: String?
  /// Whether the log's days begin when the outlet's day starts, so that 01:10 is still the day before.
  public var countsBroadcastDays = false
  /// Where the mapping stands.
  public let place: SourcePlace

  /// A mapping that says nothing yet.
  public init(name: String, place: SourcePlace) {
    self.name = name
    self.place = place
  }

  /// What parts the cells of a row.
  public enum Form: String, CaseIterable, Sendable {
    /// A character.
    case separated
    /// Their place in the line.
    case fixed
    /// A spreadsheet does.
    case spreadsheet
  }

  /// Where a column stands.
  public enum Position: Hashable, Sendable {
    /// Under this name in the header.
    case name(String)
    /// As the nth column, from 1.
    case index(Int)
    /// In these characters of the line, from 1.
    case characters(ClosedRange<Int>)
  }
}
