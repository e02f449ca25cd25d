/// Series of which not all units can be placed, though leaving out any one of them lets the others fit.
///
/// The units of other series are not asked for; their pins stay.
public struct Conflict: Hashable, Sendable {
  /// The series, ascending.
  public let series: [Int]
  /// How many units they need, aired ones not counted.
  public let needed: Int
  /// What bounds them. Together their places, less those held from outside, are the ``places``.
  public let limits: [Limit]
  /// Places among the limits that units from outside hold for certain: pins.
  public let held: Int
  /// The slots they compete for, ascending; where a limit of their own comes first, none behind it.
  public let slots: [Int]
  /// The days of these slots; `nil` where there are none.
  public let days: ClosedRange<Int>?
  /// The month, 0 to 11, whose least is asked for; `nil` for the quotas of the year.
  public let month: Int?

  /// How many of their units find a place.
  public var places: Int { limits.reduce(-held) { $0 + $1.places } }

  /// How many are too many.
  public var excess: Int { needed - places }

  /// Something that takes a limited number of units.
  public struct Limit: Hashable, Sendable {
    /// What it is.
    public let what: Bottleneck
    /// How many units it takes.
    public let places: Int
  }

  /// What can take a limited number of units.
  public enum Bottleneck: Hashable, Sendable {
    /// A slot.
    case slot(Int)
    /// What a slot takes of one series.
    case seriesSlot(series: Int, slot: Int)
    /// What a series may have on a day.
    case seriesDay(series: Int, day: Int)
    /// What an outlet takes on a day.
    case outletDay(outlet: Int, day: Int)
    /// What an outlet takes in a month.
    case outletMonth(outlet: Int, month: Int)
    /// What a translator makes in a week.
    case translatorWeek(translator: Int, week: Int)
    /// The most of a series' months, those up to and with a day together.
    case months(series: Int, through: Int)
    /// The gap from one unit of a series to the next, up to and with a day.
    case gap(series: Int, through: Int)
    /// What a series waits for: so few units of its source air in time for a day and those before it.
    case wait(series: Int, through: Int)
  }
}

extension Conflict.Bottleneck: Comparable {
  /// By kind, then by number.
  public static func < (left: Self, right: Self) -> Bool { left.key < right.key }

  private var key: (Int, Int, Int) {
    switch self {
    case .slot(let slot): (0, slot, 0)
    case .seriesSlot(let series, let slot): (1, series, slot)
    case .seriesDay(let series, let day): (2, series, day)
    case .outletDay(let outlet, let day): (3, outlet, day)
    case .outletMonth(let outlet, let month): (4, outlet, month)
    case .translatorWeek(let translator, let week): (5, translator, week)
    case .months(let series, let day): (6, series, day)
    case .gap(let series, let day): (7, series, day)
    case .wait(let series, let day): (8, series, day)
    }
  }
}
