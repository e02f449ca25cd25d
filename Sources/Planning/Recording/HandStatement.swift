public import ScheduleModel

/// What a person said by hand about rows of the logs, as the Book has it, and whether it holds today.
public struct HandStatement: Hashable, Sendable {
  /// By which it is named when it is taken back: `91d2c7b4a0e1:2`, the entry of the Book and the line there; of the file of
  /// links that nobody recorded yet `links.csv:2`.
  public let id: String
  /// The entry of the Book; `nil` for a link that is not recorded yet.
  public let entry: String?
  /// When it was said, on the station's clock; `nil` for a link that is not recorded yet.
  public let time: LocalTime?
  /// Who said so.
  public let author: String
  /// On what evidence.
  public let reason: String
  /// What was said.
  public let subject: Subject
  /// Whether it holds.
  public let standing: Standing
  /// What it makes of the logs today; `nil` where it does not hold.
  public let effect: Effect?

  /// What is said.
  public enum Subject: Hashable, Sendable {
    /// What one row is.
    case row(EntryLink.RowDescription, EntryLink.Meaning)
    /// Of which line all rows with a title are.
    case title(String, line: String)
    /// That a recorded row says something else, or nothing (`isWithdrawal`).
    case correction(of: String, now: EntryLink.RowDescription, isWithdrawal: Bool)
    /// That something went out of which no log tells.
    case broadcast(EntryLink.RowDescription, evidence: String?)
    /// That an earlier statement does not hold any more.
    case takenBack
  }

  /// Whether a statement holds.
  public enum Standing: Hashable, Sendable {
    /// It does.
    case holds
    /// A later one about the same takes its place, by its id.
    case replaced(by: String)
    /// Somebody took it back, by the id of the statement.
    case takenBack(by: String)
    /// The logs do not have its row any more, or its placement is not in the schedule.
    case notFollowed
  }

  /// What a statement makes of the logs.
  public enum Effect: Hashable, Sendable {
    /// Its row shows a placement, which counts as it aired.
    case shows(Placement, Outcome)
    /// Its row makes a placement good.
    case makesGood(Placement)
    /// Its row counts nowhere.
    case countsNowhere
    /// Its row is of a line and shows no placement.
    case unplanned(line: String?)
    /// How many rows have the title, and how many of them show a placement.
    case rows(Int, placed: Int)
  }
}

/// A statement of which nothing is taken back.
public enum WithdrawalRefusal: Error, Hashable, Sendable {
  /// There is no such statement.
  case unknown
  /// It does not hold any more.
  case holdsNoMore
  /// The Book does not take the entry.
  case findings([Finding])
}
