/// The allocation problem: units of each series into dated slots, as dense arrays of plain values.
///
/// Days are counted from the first day of the first month (0), months are the half-open ranges between
/// ``monthStart``, weeks are seven days, the first cut short by ``weekOffset``. A plan and an `alloc-instance/1` file both become one of
/// these; the engine knows nothing else.
public struct Problem: Hashable, Sendable {
  /// Days of the year.
  public let days: Int
  /// The first day that may be planned; what lies before has aired.
  public let firstOpenDay: Int
  /// The first day of each month, and the day after the last month.
  public let monthStart: [Int]
  /// Days of week 0 that lie before day 0, 0 to 6.
  public let weekOffset: Int
  /// What several series share.
  public let outlets: [Outlet]
  /// The dated openings.
  public let slots: [Slot]
  /// What is to be placed.
  public let series: [Series]
  /// Who makes language versions, and how many a week.
  public let translators: [Translator]

  /// A problem. Call ``ProblemCheck`` before it is solved.
  public init(
    days: Int, firstOpenDay: Int, monthStart: [Int], outlets: [Outlet], slots: [Slot], series: [Series],
    translators: [Translator], weekOffset: Int = 0
  ) {
    self.days = days
    self.firstOpenDay = firstOpenDay
    self.monthStart = monthStart
    self.outlets = outlets
    self.slots = slots
    self.series = series.map { $0.ordered(by: slots) }
    self.translators = translators
    self.weekOffset = weekOffset
  }

  /// The week of a day.
  public func week(of day: Int) -> Int { (day + weekOffset) / 7 }

  /// The unit of ideal lines and deviations: a thousandth of a piece.
  public static let scale = 1000

  /// The places of its months.
  public var months: Range<Int> { 0..<max(0, monthStart.count - 1) }

  /// The month of a day, from 0.
  public func month(of day: Int) -> Int { monthStart.lastIndex { $0 <= day } ?? 0 }

  /// What an outlet takes over all its series.
  public struct Outlet: Hashable, Sendable {
    /// The most on one day; `nil` for no limit but the slots'.
    public let perDay: Int?
    /// The most in each month, what has aired in it not included; `nil` for no limit.
    public let perMonth: [Int]?

    /// The limits of an outlet.
    public init(perDay: Int? = nil, perMonth: [Int]? = nil) {
      self.perDay = perDay
      self.perMonth = perMonth
    }
  }

  /// One dated opening.
  public struct Slot: Hashable, Sendable {
    /// The outlet.
    public let outlet: Int
    /// The day; the last on which it may be, where no day is fixed.
    public let day: Int
    /// On how many days it may be: 1, or more where no day is fixed.
    public let span: Int
    /// How many units it holds.
    public let pieces: Int
    /// How many minutes they may have together; `nil` for no limit.
    public let minutes: Int?

    /// A dated opening.
    public init(outlet: Int, day: Int, span: Int = 1, pieces: Int, minutes: Int? = nil) {
      self.outlet = outlet
      self.day = day
      self.span = span
      self.pieces = pieces
      self.minutes = minutes
    }
  }

  /// Who makes language versions.
  public struct Translator: Hashable, Sendable {
    /// Versions that can be made in each week.
    public let perWeek: [Int]

    /// A translator, or an office of them.
    public init(perWeek: [Int]) { self.perWeek = perWeek }
  }

  /// One row that is placed on its own: a line's originals, its versions in a language, its repeats.
  public struct Series: Hashable, Sendable {
    /// The units of the whole year, aired ones included.
    public let quota: Int
    /// The days on which units have aired, ascending, all before ``Problem/firstOpenDay``.
    public let aired: [Int]
    /// How much each day counts in the ideal line; 0 outside the window and in blackouts.
    public let dayWeights: [Int]
    /// The slots it may use; in a problem by day, span and slot.
    public let choices: [Choice]
    /// Days with a number of units that they must have, in any of its slots there.
    public let dayPins: [DayPin]
    /// The most on one day; times the span, where no day is fixed.
    public let perDay: Int
    /// The least and the most in each month, what has aired in it not included.
    public let perMonth: [ClosedRange<Int>]
    /// The least days from one unit to the next; 0 for no rule.
    public let gapDays: Int
    /// The minutes of one unit; 0 when unsaid.
    public let minutes: Int
    /// What each of its units waits for; `nil` for an original.
    public let follows: Follows?

    /// A series; its problem puts the choices into order.
    public init(
      quota: Int, aired: [Int] = [], dayWeights: [Int], choices: [Choice], dayPins: [DayPin] = [],
      perDay: Int = Int(Int32.max), perMonth: [ClosedRange<Int>], gapDays: Int = 0, minutes: Int = 0,
      follows: Follows? = nil
    ) {
      self.quota = quota
      self.aired = aired
      self.dayWeights = dayWeights
      self.choices = choices
      self.dayPins = dayPins
      self.perDay = perDay
      self.perMonth = perMonth
      self.gapDays = gapDays
      self.minutes = minutes
      self.follows = follows
    }

    /// The same with its choices by day, span and slot.
    fileprivate func ordered(by slots: [Slot]) -> Series {
      func key(_ choice: Choice) -> (Int, Int, Int) {
        guard slots.indices.contains(choice.slot) else { return (Int.max, 0, choice.slot) }
        return (slots[choice.slot].day, slots[choice.slot].span, choice.slot)
      }
      guard zip(choices, choices.dropFirst()).contains(where: { key($0) > key($1) }) else { return self }
      return Series(
        quota: quota, aired: aired, dayWeights: dayWeights, choices: choices.sorted { key($0) < key($1) },
        dayPins: dayPins, perDay: perDay, perMonth: perMonth, gapDays: gapDays, minutes: minutes,
        follows: follows)
    }
  }

  /// A day that must have units of a series.
  public struct DayPin: Hashable, Sendable {
    /// The day.
    public let day: Int
    /// How many there must be.
    public let least: Int

    /// A day and the number of units that it must have.
    public init(day: Int, least: Int) {
      self.day = day
      self.least = least
    }
  }

  /// A slot that a series may use.
  public struct Choice: Hashable, Sendable {
    /// The slot.
    public let slot: Int
    /// How many units of the series it may take.
    public let most: Int
    /// How many it must take: pins.
    public let least: Int
    /// What a unit there costs, the less the better liked.
    public let preference: Int
    /// How many units the published schedule has there: none, or ``most``.
    public let published: Int

    /// A slot that a series may use.
    public init(slot: Int, most: Int = 1, least: Int = 0, preference: Int = 0, published: Int = 0) {
      self.slot = slot
      self.most = most
      self.least = least
      self.preference = preference
      self.published = published
    }
  }

  /// A series whose units wait for those of another: each for one of its own, within a most of days after it.
  public struct Follows: Hashable, Sendable {
    /// The series that it waits for.
    public let source: Int
    /// The least days after the source's unit.
    public let leastDays: Int
    /// The most days after it; `nil` for any later day.
    public let mostDays: Int?
    /// Which unit of the source each one waits for, ascending from 1; `nil` for the one of its own number.
    public let units: [Int]?
    /// Who translates it, in a whole week after the source's and before its own; `nil` for no translator.
    public let translator: Int?

    /// What a series waits for.
    public init(
      source: Int, leastDays: Int, mostDays: Int? = nil, units: [Int]? = nil, translator: Int? = nil
    ) {
      self.source = source
      self.leastDays = leastDays
      self.mostDays = mostDays
      self.units = units
      self.translator = translator
    }
  }
}
