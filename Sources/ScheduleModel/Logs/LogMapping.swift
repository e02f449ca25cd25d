/// How one station writes its logs, saved under a name in `as-run/mappings.yaml`.
public struct LogMapping: Hashable, Sendable {
  /// The name by which it is asked for.
  public let name: String
  /// What parts the cells of a row.
  public var form = Form.separated
  /// Where each column is, by the name of what it tells (`date`, `title`).
  public var columns: [String: Position] = [:]
  /// How many lines, or rows of a sheet, come before the names of the columns or before the first row.
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
  /// Those of them that say that a work aired again.
  public var repeats: Set<String> = []
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
  /// Whether lengths such as `1:30` are hours and minutes; `nil` for what the column shows.
  public var lengthsInHours: Bool?
  /// Whether a point comes before decimals, as in `1,234.5`; `nil` for what the column shows.
  public var decimalPoint: Bool?
  /// The encoding, one of ``encodings``; `nil` for the one that the content shows.
  public var encoding: String?
  /// Patterns of the names of the files that are read by it without being asked for: `dai-tinh-*.csv`.
  public var files: [String] = []
  /// Where the mapping is.
  public let place: SourcePlace

  /// A mapping that says nothing yet.
  public init(name: String, place: SourcePlace) {
    self.name = name
    self.place = place
  }

  /// The names of encodings that a mapping may name.
  public static let encodings = ["utf-8", "utf-16", "windows-1258", "tcvn3"]

  /// Whether a file is read by it without being asked for: a star in a pattern stands for any letters, a question mark for
  /// one; case does not matter.
  ///
  /// - Parameter path: The file; folders before its name do not count.
  /// - Complexity: The letters of the name times those of the patterns.
  public func isFor(file path: String) -> Bool {
    let name = Array((path.split(separator: "/").last.map(String.init) ?? path).composed.lowercased())
    return files.contains { Self.matches(name, Array($0.composed.lowercased())) }
  }

  private static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
    // The ends in the name to which the pattern read so far may reach.
    var ends: Set<Int> = [0]
    for sign in pattern {
      switch sign {
      case "*": ends = Set((ends.min() ?? 0)...name.count)
      case "?": ends = Set(ends.filter { $0 < name.count }.map { $0 + 1 })
      default: ends = Set(ends.filter { $0 < name.count && name[$0] == sign }.map { $0 + 1 })
      }
      if ends.isEmpty { return false }
    }
    return ends.contains(name.count)
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

  /// Where a column is.
  public enum Position: Hashable, Sendable {
    /// Under this name in the header.
    case name(String)
    /// As the nth column, from 1.
    case index(Int)
    /// In these characters of the line, from 1.
    case characters(ClosedRange<Int>)
  }
}
