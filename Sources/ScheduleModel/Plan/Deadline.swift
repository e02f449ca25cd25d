/// When a piece of work must be done before what it serves goes out.
public struct Deadline: Hashable, Sendable {
  /// What is to be done.
  public let work: Work
  /// Days before the placement; 0 on its own day. For a placement in a month, before the month's last
  /// day.
  public let daysBefore: Int
  /// The hour on the outlet's clock; `nil` for the day as a whole.
  public let at: TimeOfDay?
  /// Days from the reminder to the deadline; `nil` for no reminder.
  public let reminderDays: Int?
  /// Where the plan says so.
  public let place: SourcePlace

  /// The work before air, in the order in which it is done. The raw values stand in plans.
  public enum Work: String, CaseIterable, Hashable, Sendable {
    /// A language version is translated.
    case translation
    /// A work is recorded.
    case recording
    /// A work is approved.
    case approval
    /// A newspaper's page takes nothing more.
    case pageClosing = "page-closing"
  }

  /// A deadline.
  public init(work: Work, daysBefore: Int, at: TimeOfDay?, reminderDays: Int?, place: SourcePlace) {
    self.work = work
    self.daysBefore = daysBefore
    self.at = at
    self.reminderDays = reminderDays
    self.place = place
  }
}
