/// Where a plan's year is on a day: what is late against the published schedule, what was missed, what is past its
/// deadline, and what to do next.
public struct YearStatus: Hashable, Sendable {
  /// The day from which it is looked at.
  public let today: CivilDay
  /// How far the schedule has come.
  public let stage: Stage
  /// The last day of which any log tells; `nil` without logs.
  public let asOf: CivilDay?
  /// Of which days the logs of each outlet tell.
  public let coverage: LogCoverage
  /// The scheduled lines, the latest first; empty while nothing is known of what went out.
  public let lines: [Line]
  /// What the published schedule has too few of, in the plan's order.
  public let short: [ScheduleShortage]
  /// Placements that were due and did not go out, in the order of their days.
  public let missed: [Missed]
  /// Published make-goods that are still to come though what they make good has gone out, in the order of their days.
  public let needless: [Placement]
  /// Placements that nothing shows, of which the logs tell something that could not be counted: it is open whether they
  /// aired.
  public let doubtful: [Placement]
  /// Placements that count as aired by rows of which it is not clear whether they show that anything aired.
  public let countedInDoubt: [Placement]
  /// Placements that went out only in part and count all the same, and were not made good.
  public let inPart: [InPart]
  /// Work before air whose deadline is past while its placement is still to come, in the order of the deadlines.
  public let overdue: [Overdue]
  /// What to do next, the most pressing first.
  public let steps: [Step]

  /// How far the schedule has come.
  public enum Stage: Hashable, Sendable {
    /// The plan has this number of errors; nothing else is known.
    case planBroken(errors: Int)
    /// Nothing was published yet.
    case unpublished
    /// A schedule is published.
    case published
  }

  /// A line against its published schedule.
  public struct Line: Hashable, Sendable {
    /// The line's id.
    public let line: String
    /// The year's figure; `nil` when none is stated that can be reached.
    public let quota: Int?
    /// Works that the schedule has up to the last day of the logs.
    public let due: Int
    /// Works that went out up to that day.
    public let aired: Int
    /// Works by the year's end if all that is still scheduled goes out.
    public let expected: Int
    /// The day of the oldest work that was due, did not go out and was not made good; `nil` when there is none.
    public let lateSince: CivilDay?
    /// Whether the logs tell of any of its outlets; without them nobody knows how it stands.
    public let isLogged: Bool
    /// The unit of a quota in time, of which all figures are minutes; `nil` where they are works.
    public let time: CountingUnit?

    /// A line against its published schedule.
    public init(
      line: String, quota: Int?, due: Int, aired: Int, expected: Int, lateSince: CivilDay?,
      isLogged: Bool = true, time: CountingUnit? = nil
    ) {
      self.time = time
      self.isLogged = isLogged
      self.line = line
      self.quota = quota
      self.due = due
      self.aired = aired
      self.expected = expected
      self.lateSince = lateSince
    }

    /// How many works it is behind; 0 when it is not.
    public var behind: Int { max(0, due - aired) }
    /// How many works the schedule itself lacks; 0 when it reaches the year's figure.
    public var short: Int { quota.map { max(0, $0 - expected) } ?? 0 }
  }

  /// A placement that was due and did not go out.
  public struct Missed: Hashable, Sendable {
    /// As it was published.
    public let placement: Placement
    /// The slot that can make it good; `nil` when there is none.
    public let makeGood: Placement?
    /// Why there is none; `nil` with a slot.
    public let reason: Words?

    /// A placement that was due and did not go out.
    public init(placement: Placement, makeGood: Placement?, reason: Words?) {
      self.placement = placement
      self.makeGood = makeGood
      self.reason = reason
    }
  }

  /// A placement that went out only in part.
  public struct InPart: Hashable, Sendable {
    /// As it was published.
    public let placement: Placement
    /// The minutes that went out.
    public let minutes: Int
    /// The most minutes that the plan says.
    public let planned: Int

    /// A placement that went out only in part.
    public init(placement: Placement, minutes: Int, planned: Int) {
      self.placement = placement
      self.minutes = minutes
      self.planned = planned
    }
  }

  /// A deadline that is past.
  public struct Overdue: Hashable, Sendable {
    /// What was to be done.
    public let work: Deadline.Work
    /// The day on which it was due.
    public let day: CivilDay
    /// What it is done for.
    public let placement: Placement
    /// Who translates; `nil` when the plan does not say, or nothing is translated.
    public let translator: String?

    /// A deadline that is past.
    public init(work: Deadline.Work, day: CivilDay, placement: Placement, translator: String?) {
      self.work = work
      self.day = day
      self.placement = placement
      self.translator = translator
    }
  }

  /// Something to do next.
  public enum Step: Hashable, Sendable {
    /// Put the errors of the plan right.
    case correctPlan
    /// Look at the schedule that the plan gives.
    case lookAtSchedule
    /// Publish the draft, or what the plan gives.
    case publish(isDraft: Bool)
    /// Say where placements go that two publications changed without seeing each other; how many there are.
    case settlePublications(Int)
    /// Record these logs, which are in the folder already.
    case importLogs([String])
    /// Get logs: nothing is known of what went out since a day; `nil` for nothing at all.
    case askForLogs(since: CivilDay?)
    /// Get the logs of single outlets that are missing, as the words name them (``LogCoverage/missing(in:)``).
    case askForMissingLogs(Words)
    /// Ask the units of which some did not report for the last period that is over, and some for a part of it.
    case askUnits(ReportingPeriod, silent: Int, partial: Int)
    /// Look at rows of the logs that no placement has.
    case matchRows(Int)
    /// Plan the rest of the year again from a day on, because of a number of misses or a changed plan.
    case replan(from: CivilDay, missed: Int)
    /// Change the plan: this many works have no place in it, however it is planned anew from a day on.
    case openRoom(Int, from: CivilDay)
    /// Read in the report what this many quotas in time take, which no re-plan fills as the plan is.
    case readForecast(Int)
  }

  /// Where a year is.
  public init(
    today: CivilDay, stage: Stage, asOf: CivilDay? = nil, coverage: LogCoverage? = nil, lines: [Line] = [],
    missed: [Missed] = [], needless: [Placement] = [],
    doubtful: [Placement] = [], countedInDoubt: [Placement] = [], inPart: [InPart] = [],
    overdue: [Overdue] = [],
    short: [ScheduleShortage] = [], steps: [Step]
  ) {
    self.today = today
    self.stage = stage
    self.asOf = asOf
    self.coverage = coverage ?? LogCoverage(stated: asOf)
    self.lines = lines
    self.short = short
    self.missed = missed
    self.needless = needless
    self.doubtful = doubtful
    self.countedInDoubt = countedInDoubt
    self.inPart = inPart
    self.overdue = overdue
    self.steps = steps
  }
}
