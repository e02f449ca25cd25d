import ScheduleModel

/// All on which a placement's components depend besides its number, its day and its hour.
///
/// A year has hundreds of thousands of placements and some hundred kinds. So what is the same for all of a kind
/// is worked out once: the calendars that carry them, their tasks, their zone and the text of their event.
struct PlacementKind: Hashable {
  let line: String
  let outlet: String
  let language: LanguageTag
  let run: Placement.Run
  /// Which of several such runs of the work it is.
  let runNumber: Int
  /// How many digits the number of the work has; folds depend on it.
  let digits: Int
  let form: Form
  /// What became of it; `nil` while nobody knows.
  let outcome: Outcome?

  /// How its time is written.
  enum Form: Hashable {
    case hours, hourWithoutEnd, day, month
  }

  init(_ placement: Placement, _ outcome: Outcome? = nil) {
    self.outcome = outcome
    line = placement.line
    outlet = placement.outlet
    language = placement.language
    run = placement.run
    runNumber = placement.number
    digits = Self.digits(of: placement.edition)
    form =
      switch placement.timing {
      case .timed(_, let minutes): minutes > 0 ? .hours : .hourWithoutEnd
      case .allDay: .day
      case .inMonth: .month
      }
  }

  private static func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number.magnitude / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}
