import Digests
public import ScheduleModel

/// Which octets of a calendar are served, and since when.
///
/// The octets are a derived result; since when they are served cannot be made again, and is kept here.
public struct FeedState: Hashable, Sendable {
  /// The calendar's name without `.ics`.
  public let calendar: String
  /// The language of its words.
  public let language: ReaderLanguage
  /// The digest of the plan's publications from which it was made (``StoreTransaction/feedInput(of:)``).
  public let input: String
  /// The first 32 digits of the SHA-256 of its octets; `nil` when the plan does not have this calendar.
  public let tag: String?
  /// Since when its octets are as they are, in UTC.
  public let changedAt: LocalTime

  /// What is served.
  public init(
    calendar: String, language: ReaderLanguage, input: String, tag: String?, changedAt: LocalTime
  ) {
    self.calendar = calendar
    self.language = language
    self.input = input
    self.tag = tag
    self.changedAt = changedAt
  }
}

extension StoreTransaction {
  /// The digest of everything that a plan's calendars are made from: its revisions, its publications, and the working text,
  /// which says what outlets are called now. It reads no document.
  public func feedInput(of plan: Int) throws(StoreRefusal) -> String {
    let entries = try rows(
      "SELECT id FROM entry WHERE plan = $1 AND (kind = 'plan' OR kind = 'publication') ORDER BY id",
      .integer(plan))
    let text = try row(
      """
      SELECT document FROM working_file WHERE plan = $1 AND path = 'plan.yaml' ORDER BY version DESC LIMIT 1
      """, .integer(plan))
    let lines = try entries.map { row throws(StoreRefusal) in try row.text(0) }
    return Digest.sha256((lines + [text?.optionalText(0) ?? ""]).joined(separator: "\n").utf8)
  }

  /// What is served of a calendar; `nil` before it was made.
  public func feedState(
    of plan: Int, _ calendar: String, _ language: ReaderLanguage
  ) throws(StoreRefusal) -> FeedState? {
    try row(
      "SELECT input, tag, changed_at FROM feed_state WHERE plan = $1 AND calendar = $2 AND language = $3",
      .integer(plan), .text(calendar), .text(language.rawValue)
    ).map { row throws(StoreRefusal) in
      FeedState(
        calendar: calendar, language: language, input: try row.text(0), tag: row.optionalText(1),
        changedAt: try row.time(2))
    }
  }

  /// Says what is served of a calendar from now on.
  public func put(_ state: FeedState, of plan: Int) throws(StoreRefusal) {
    try run(
      """
      INSERT INTO feed_state (plan, calendar, language, input, tag, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (plan, calendar, language) DO UPDATE SET input = $4, tag = $5, changed_at = $6
      """, .integer(plan), .text(state.calendar), .text(state.language.rawValue), .text(state.input),
      .text(state.tag), .time(state.changedAt))
  }
}
