public import ScheduleModel

/// A rule of a plan that a schedule breaks, with the numbers and the sentences for people.
public struct RuleViolation: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// The line; `nil` where the rule is one of a slot, an outlet or a translator.
  public let line: String?
  /// Which outlet, translator, grid line or series of the line it is about, where the line does not say so; empty elsewhere.
  let subject: String
  /// The UIDs of the placements that break it together, sorted; empty where works are missing.
  public let uids: [String]
  /// The id of the slot; `nil` where the rule is not one of a slot.
  public let slot: String?
  /// The day; of a month its first day, of a week its Monday; `nil` where the rule has no day.
  public let day: CivilDay?
  /// The least or the most that the plan allows, in the rule's unit (works, minutes, days); `nil` where the rule
  /// has no number.
  public let limit: Int?
  /// What the schedule has, in the same unit.
  public let found: Int?
  /// What is wrong.
  public let message: Words
  /// What helps.
  public let remedy: Words

  /// What a schedule must keep. The raw values are stable and go into JSON.
  public enum Rule: String, CaseIterable, Sendable {
    /// The plan does not ask for the work, its language or its repeat.
    case notAskedFor = "not-asked-for"
    /// The same work in the same language and run is there more than once.
    case editionTwice = "edition-twice"
    /// The plan has no such slot, or it opens at another time.
    case slotNotOpen = "slot-not-open"
    /// The slot lies outside the days of the plan.
    case outsidePlan = "outside-plan"
    /// The slot belongs to an outlet that the line does not use for this.
    case outletNotOfLine = "outlet-not-of-line"
    /// The slot belongs to a grid line that the line does not use for this.
    case gridNotOfLine = "grid-not-of-line"
    /// The slot does not carry the language.
    case languageNotCarried = "language-not-carried"
    /// One work is longer than the slot.
    case workTooLong = "work-too-long"
    /// The day lies outside the window of the line.
    case outsideWindow = "outside-window"
    /// The weekday is not one of the line's.
    case weekday = "weekday"
    /// A blackout keeps the line off on that day.
    case blackout = "blackout"
    /// The slot holds fewer works.
    case slotCapacity = "slot-capacity"
    /// The works of the slot are longer than the slot together.
    case slotMinutes = "slot-minutes"
    /// The line may have fewer on a day.
    case perDay = "per-day"
    /// The line must have more in a month.
    case monthLeast = "month-least"
    /// The line may have fewer in a month.
    case monthMost = "month-most"
    /// Two works of the line lie too near to each other.
    case gapDays = "gap-days"
    /// A day that must have a work of the line has none, or too few.
    case pinNotKept = "pin-not-kept"
    /// The outlet takes fewer on a day.
    case outletPerDay = "outlet-per-day"
    /// The outlet takes fewer in a month.
    case outletPerMonth = "outlet-per-month"
    /// The work that a version, a repeat or a further appearance follows is not in the schedule.
    case originalMissing = "original-missing"
    /// A version, a repeat or a further appearance comes before the work that it follows.
    case beforeOriginal = "before-original"
    /// It comes after it, but too early.
    case tooEarly = "too-early"
    /// It comes too late after it.
    case tooLate = "too-late"
    /// The languages of one programme lie in different slots.
    case languagesApart = "languages-apart"
    /// A translator cannot make the versions in time.
    case translatorWeeks = "translator-weeks"
    /// The schedule has fewer works, versions or repeats than the plan asks for.
    case worksMissing = "works-missing"
    /// The schedule has more than the plan asks for.
    case worksTooMany = "works-too-many"
  }

  /// A broken rule; the UIDs are sorted.
  public init(
    _ rule: Rule, line: String? = nil, subject: String = "", uids: [String], slot: String? = nil,
    day: CivilDay? = nil,
    limit: Int? = nil, found: Int? = nil, _ message: Words, remedy: Words
  ) {
    self.rule = rule
    self.line = line
    self.subject = subject
    self.uids = uids.sorted()
    self.slot = slot
    self.day = day
    self.limit = limit
    self.found = found
    self.message = message
    self.remedy = remedy
  }
}
