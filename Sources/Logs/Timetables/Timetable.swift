public import ScheduleModel

/// The rows of a file of placements or of an as-run log, outside any plan.
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
  /// The rows in the file's order; `nil` for one that cannot be read.
  var rows: [Row?] = []

  /// How many rows there are, those that could not be read among them.
  public var count: Int { rows.count }

  /// What one row says.
  struct Row {
    /// The placement's id; empty where a log names none.
    let id: String
    let outlet: String
    /// On the outlet's own clock.
    let start: LocalTime
    /// Empty when the row has none.
    let title: String
    /// Seconds; `nil` when the row does not say.
    let length: Int?
    let language: LanguageTag
  }

  /// Reads the bytes of a CSV file.
  ///
  /// - Returns: The rows, `nil` when the file cannot be read at all, and what is wrong with them: a row that cannot
  ///   be read is told, and left out of the matching.
  public static func read(_ bytes: [UInt8], file: String, kind: Kind) -> (
    table: Timetable?, findings: [Finding]
  ) {
    TimetableReader.read(bytes, file: file, kind: kind)
  }
}
