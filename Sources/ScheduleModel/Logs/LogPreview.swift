/// A day such as `05/04/2018` of which nothing shows whether day or month comes first.
public struct DayReadings: Hashable, Sendable {
  /// The day as the log writes it.
  public let text: String
  /// What it is when the day comes first.
  public let dayFirst: CivilDay
  /// What it is when the month does.
  public let monthFirst: CivilDay

  /// A text and its two readings.
  public init(text: String, dayFirst: CivilDay, monthFirst: CivilDay) {
    self.text = text
    self.dayFirst = dayFirst
    self.monthFirst = monthFirst
  }
}

/// A length that could be read in two ways, in minutes.
public struct LengthReadings: Hashable, Sendable {
  /// The text as the log writes it.
  public let text: String
  /// What is open.
  public let kind: Kind
  /// What it is as minutes and seconds, or with a comma before decimals.
  public let first: Int
  /// What it is as hours and minutes, or with a point before decimals.
  public let second: Int

  /// What could be meant.
  public enum Kind: Hashable, Sendable {
    /// `1:30`: minutes and seconds, or hours and minutes.
    case colon
    /// `1.500`: thousands, or decimals.
    case signs
  }

  /// A text and its two readings, both in minutes.
  public init(text: String, kind: Kind, first: Int, second: Int) {
    self.text = text
    self.kind = kind
    self.first = first
    self.second = second
  }
}

/// How a log is understood: its form, its columns, and its first rows.
public struct LogPreview: Hashable, Sendable {
  /// The file, and the sheet where it has several.
  public let file: String
  /// The form: `CSV (;)`, `Excel (XLSX)`, a saved mapping.
  public let form: Words
  /// The encoding; `nil` where there is none to choose.
  public let encoding: String?
  /// The columns in the file's order.
  public var columns: [Column]
  /// The first rows, as they will be recorded.
  public var entries: [AsRunEntry] = []
  /// The lines to which each of these rows belongs by what it says; empty for a row of none.
  public var lines: [[String]] = []
  /// How many rows can be recorded, those that are shown included.
  public var rows = 0
  /// The first days that could be read in two ways, so that their rows are not recorded.
  public var doubtfulDays: [DayReadings] = []
  /// The first lengths that could be read in two ways, so that their rows are not recorded.
  public var doubtfulLengths: [LengthReadings] = []

  /// How many rows are shown.
  public static let rowsShown = 5

  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its name or place in the file.
    public let name: String
    /// What it tells; `nil` when it is kept unread.
    public let meaning: Words?
    /// What the first row has there.
    public var sample = ""

    /// A column.
    public init(name: String, meaning: Words?) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// A log of which no row was read yet.
  public init(file: String, form: Words, encoding: String?, columns: [Column]) {
    self.file = file
    self.form = form
    self.encoding = encoding
    self.columns = columns
  }
}
