public import ScheduleModel

/// The rows of a file of placements or of an as-run log as the matching wants them: column by column, with numbers
/// in place of texts.
///
/// A row takes less than 40 bytes beside the file itself, whose bytes the texts stay in.
public struct Timetable: Sendable {
  /// What a file tells.
  public enum Kind: Sendable {
    /// What is to air; every row has an id.
    case planned
    /// What went out; a row may name the placement's id.
    case asRun
  }

  /// The file, as the user named it.
  let file: String
  /// The file itself.
  let bytes: [UInt8]
  /// For each row the number of its outlet, or ``unread``.
  var outlets: [Int32] = []
  /// Seconds after 1970-01-01T00:00 on the outlet's own clock.
  var starts: [Int] = []
  /// The number of the title, or ``absent``.
  var titles: [Int32] = []
  /// Seconds, or ``absent``.
  var lengths: [Int32] = []
  /// The number of the language, or ``absent``.
  var languages: [Int32] = []
  /// The id as it stands in the file, with its quotation marks if it has some; empty without one.
  var ids: [TextRange] = []
  /// The different outlets.
  var outletNames = NumberedTexts()
  /// The different titles.
  var titleTexts = NumberedTexts()
  /// The different languages.
  var languageNames = NumberedTexts()
  /// The outlet of a row that could not be read.
  static let unread: Int32 = -1
  /// Stands where a field is empty or its column is not there.
  static let absent: Int32 = -1

  /// How many rows there are, those that could not be read among them.
  public var count: Int { outlets.count }

  /// Reads the bytes of a CSV file.
  ///
  /// - Returns: The rows, `nil` when the file cannot be read at all, and what is wrong with them: a row that cannot
  ///   be read is told, and left out of the matching.
  public static func read(_ bytes: [UInt8], file: String, kind: Kind) -> (
    table: Timetable?, findings: [Finding]
  ) {
    TimetableReader.read(bytes, file: file, kind: kind)
  }

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }
}
