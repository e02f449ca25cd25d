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

/// How a log is understood: its form, its columns, and its first rows.
public struct LogPreview: Hashable, Sendable {
  /// The file, and the sheet where it has several.
  public let file: String
  /// The form: `CSV (;)`, `Excel (XLSX)`, a saved mapping.
  public let form: String
  /// The encoding; `nil` where there is none to choose.
  public let encoding: String?
  /// The columns in the file's order.
  public var columns: [Column]
  /// The first rows, as they will be recorded.
  public var entries: [AsRunEntry] = []
  /// The first days that could be read in two ways, so that their rows are not recorded.
  public var doubtfulDays: [DayReadings] = []

  /// So many rows are shown.
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
  public init(file: String, form: String, encoding: String?, columns: [Column]) {
    self.file = file
    self.form = form
    self.encoding = encoding
    self.columns = columns
  }
}
