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
  ///
  /// - Parameter placement: Where it is; a copy would count up its texts one by one.
  func has(_ placement: UnsafePointer<Placement>, digits: Int) -> Bool {
    self.digits == digits && outcome == nil && line == placement.pointee.line
      && outlet == placement.pointee.outlet && language == placement.pointee.language
      && run == placement.pointee.run && runNumber == placement.pointee.number
      && form == Form(placement.pointee.timing)
  }

  fileprivate static func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number.magnitude / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}

/// The kinds that came last, so that a placement of one of them is not hashed.
struct RecentKinds {
  private var kinds: [Known?] = Array(repeating: nil, count: 256)

  /// A class, for a copy of a kind would count up its texts one by one.
  private final class Known {
    private let kind: PlacementKind
    let number: UInt32

    init(_ kind: PlacementKind, _ number: UInt32) { (self.kind, self.number) = (kind, number) }

    func has(_ placement: UnsafePointer<Placement>, digits: Int) -> Bool {
      kind.has(placement, digits: digits)
    }
  }

  /// The number of a placement's kind, if it came lately; for placements of which nobody knows what became.
  func number(of placement: UnsafePointer<Placement>) -> UInt32? {
    let digits = PlacementKind.digits(of: placement.pointee.edition)
    guard
      let known = kinds[
        Self.place(
          placement.pointee.line, digits, placement.pointee.run, placement.pointee.number)],
      known.has(placement, digits: digits)
    else {
      return nil
    }
    return known.number
  }

  /// Notes the kind of a placement.
  mutating func note(_ kind: PlacementKind, _ number: UInt32) {
    kinds[Self.place(kind.line, kind.digits, kind.run, kind.runNumber)] = Known(kind, number)
  }

  private static func place(
    _ line: String, _ digits: Int, _ run: Placement.Run, _ number: Int
  ) -> Int {
    let letters = line.utf8
    var place = letters.count &* 7 &+ digits
    for letter in letters.suffix(2) { place = place &* 31 &+ Int(letter) }
    return (place &+ (run == .first ? 0 : 97 &+ number)) & 255
  }
}
