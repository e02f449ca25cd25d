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

    init(_ timing: SlotTiming) {
      self =
        switch timing {
        case .timed(_, let minutes): minutes > 0 ? .hours : .hourWithoutEnd
        case .allDay: .day
        case .inMonth: .month
        }
    }
  }

  init(_ placement: Placement, _ outcome: Outcome? = nil) {
    self.outcome = outcome
    line = placement.line
    outlet = placement.outlet
    language = placement.language
    run = placement.run
    runNumber = placement.number
    digits = Self.digits(of: placement.edition)
    form = Form(placement.timing)
  }

  /// Whether a placement of which nobody knows what became is of this kind.
  func has(_ placement: borrowing Placement, digits: Int) -> Bool {
    self.digits == digits && outcome == nil && line == placement.line && outlet == placement.outlet
      && language == placement.language && run == placement.run && runNumber == placement.number
      && form == Form(placement.timing)
  }

  fileprivate static func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number.magnitude / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}

/// The kinds that came last, so that a placement of one of them is not hashed.
struct RecentKinds {
  private var kinds: [(kind: PlacementKind, number: UInt32)?] = Array(repeating: nil, count: 256)

  /// The number of a placement's kind, if it came lately; for placements of which nobody knows what became.
  func number(of placement: borrowing Placement) -> UInt32? {
    let digits = PlacementKind.digits(of: placement.edition)
    guard let (kind, number) = kinds[Self.place(placement, digits)], kind.has(placement, digits: digits)
    else {
      return nil
    }
    return number
  }

  /// Notes the kind of a placement.
  mutating func note(_ kind: PlacementKind, _ number: UInt32, like placement: borrowing Placement) {
    kinds[Self.place(placement, kind.digits)] = (kind, number)
  }

  private static func place(_ placement: borrowing Placement, _ digits: Int) -> Int {
    var line = placement.line
    let letters = line.withUTF8 { letters in
      letters.suffix(3).reduce(letters.count) { $0 &* 31 &+ Int($1) }
    }
    return (letters &* 7 &+ digits &+ (placement.run == .first ? 0 : 97 &+ placement.number)) & 255
  }
}
