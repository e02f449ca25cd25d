import ScheduleModel

/// The octets of all events of a kind, with the places where the digits of the number and the time stand.
///
/// Writing an event is then copying some hundred octets and putting in some fifty digits, twenty times as
/// fast as composing it. The places are found, not declared: two events of the kind are composed that
/// differ in every digit of their numbers, days and hours, and laid side by side. Where the texts differ
/// otherwise than in the digits of their numbers (because a description tells the day, for instance), there
/// is no template, and each event of the kind is composed by itself.
struct ComponentTemplate: Sendable {
  private let head: [UInt8]
  private let body: [UInt8]
  /// The places of the number's digits, the first to the last, time after time.
  private let headDigits: [Int]
  private let bodyDigits: [Int]
  private let digits: Int
  /// Where the values of DTSTART and DTEND begin.
  private let start: Int
  private let end: Int?
  /// How many lines an event has without those of its revision, folds counted.
  let lines: Int

  /// The template of the events like one; `nil` when there can be none.
  init?(like placement: Placement, _ result: AirResult, _ components: PlacementComponents, plan: String) {
    digits = PlacementKind(placement).digits
    guard placement.edition > 0, digits < 18,
      let low = Self.sample(placement, plan, digit: 1, digits, at: Self.morning, Self.inWinter),
      let high = Self.sample(placement, plan, digit: 2, digits, at: Self.evening, Self.inSummer)
    else { return nil }
    let (first, second) = (components.event(of: low, result), components.event(of: high, result))
    guard let headDigits = Self.digits(in: first.head, second.head, every: digits, but: []) else {
      return nil
    }
    let times = Self.times(in: first.body)
    guard times == Self.times(in: second.body), let start = times.first, times.count <= 2,
      let bodyDigits = Self.digits(in: first.body, second.body, every: digits, but: times)
    else { return nil }
    (head, body) = (first.head, first.body)
    (self.headDigits, self.bodyDigits) = (headDigits, bodyDigits)
    self.start = start.lowerBound
    end = times.count == 2 ? times[1].lowerBound : nil
    lines = (head + body).count { $0 == 0x0A }
    // The event itself, composed both ways.
    let draft = components.event(of: placement, result)
    var octets: [UInt8] = []
    append(placement, revision: [], to: &octets)
    guard octets == draft.head + draft.body else { return nil }
  }

  /// How many octets an event has without the lines of its revision.
  var size: Int { head.count + body.count }

  /// The event of a placement of the kind, with the lines of its revision.
  func append(_ placement: Placement, revision: some Collection<UInt8>, to octets: inout [UInt8]) {
    let headStart = octets.count
    octets.append(contentsOf: head)
    octets.append(contentsOf: revision)
    let bodyStart = octets.count
    octets.append(contentsOf: body)
    octets.withUnsafeMutableBufferPointer { octets in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digits) { number in
        var rest = placement.edition
        for place in stride(from: digits - 1, through: 0, by: -1) {
          number[place] = 0x30 + UInt8(rest % 10)
          rest /= 10
        }
        Self.put(number, at: headDigits, from: headStart, in: octets)
        Self.put(number, at: bodyDigits, from: bodyStart, in: octets)
      }
      switch placement.timing {
      case .timed(let first, let minutes):
        Self.put(first, at: bodyStart + start, in: octets)
        if let end { Self.put(first.adding(minutes: minutes), at: bodyStart + end, in: octets) }
      case .allDay(let day):
        Self.put(day, at: bodyStart + start, in: octets)
        if let end { Self.put(day.advanced(by: 1), at: bodyStart + end, in: octets) }
      case .inMonth(let days):
        Self.put(days.lowerBound, at: bodyStart + start, in: octets)
        if let end { Self.put(days.upperBound, at: bodyStart + end, in: octets) }
      }
    }
  }

  // MARK: Digits

  private static func put(
    _ number: UnsafeMutableBufferPointer<UInt8>, at places: [Int], from start: Int,
    in octets: UnsafeMutableBufferPointer<UInt8>
  ) {
    var digit = 0
    for place in places {
      octets[start + place] = number[digit]
      digit = digit + 1 == number.count ? 0 : digit + 1
    }
  }

  private static func put(_ time: LocalTime, at place: Int, in octets: UnsafeMutableBufferPointer<UInt8>) {
    let day = time.day
    put(day, at: place, in: octets)
    let seconds = time.seconds - day.daysSince1970 * 86_400
    two(seconds / 3600, at: place + 9, in: octets)
    two(seconds / 60 % 60, at: place + 11, in: octets)
    two(seconds % 60, at: place + 13, in: octets)
  }

  private static func put(_ day: CivilDay, at place: Int, in octets: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, day) = day.components
    two(year / 100, at: place, in: octets)
    two(year % 100, at: place + 2, in: octets)
    two(month, at: place + 4, in: octets)
    two(day, at: place + 6, in: octets)
  }

  private static func two(_ number: Int, at place: Int, in octets: UnsafeMutableBufferPointer<UInt8>) {
    octets[place] = 0x30 + UInt8(number / 10 % 10)
    octets[place + 1] = 0x30 + UInt8(number % 10)
  }

  // MARK: Samples

  private static let (morning, evening) = (TimeOfDay("03:47"), TimeOfDay("14:58:21"))
  private static let inWinter = CivilDay(year: 1911, month: 1, day: 11)
  private static let inSummer = CivilDay(year: 2022, month: 12, day: 22)

  /// The same placement with another number, day and hour.
  private static func sample(
    _ placement: Placement, _ plan: String, digit: Int, _ digits: Int, at time: TimeOfDay?, _ day: CivilDay?
  ) -> Placement? {
    guard let day, let time, let edition = Int(String(repeating: "\(digit)", count: digits)) else {
      return nil
    }
    let timing: SlotTiming =
      switch placement.timing {
      // Lengths that differ, and that end on the same day.
      case .timed(_, let minutes):
        .timed(start: LocalTime(day, time), minutes: minutes > 0 ? 20 + 11 * digit : minutes)
      case .allDay: .allDay(day)
      case .inMonth: .inMonth(day..<day.advanced(by: 2 + digit))
      }
    let slot = Slot(
      outlet: placement.outlet, grid: "", ruleDay: day, timing: timing, pieces: 1, languages: [])
    return Placement(
      plan: plan, line: placement.line, edition: edition, language: placement.language, run: placement.run,
      slot: slot, number: placement.number)
  }

  /// The places of the values of DTSTART and DTEND.
  private static func times(in body: [UInt8]) -> [Range<Int>] {
    ContentLines(body).compactMap { line in
      let text = body[line.range]
      guard !line.isFolded, text.starts(with: "DTSTART".utf8) || text.starts(with: "DTEND".utf8),
        let colon = text.lastIndex(of: 0x3A)
      else { return nil }
      return colon + 1..<line.range.upperBound - ComponentText.lineEnd.count
    }
  }

  /// The places outside some ranges where one text has the digit 1 and the other 2; `nil` when they differ
  /// otherwise, or not in whole numbers.
  private static func digits(
    in first: [UInt8], _ second: [UInt8], every digits: Int, but times: [Range<Int>]
  ) -> [Int]? {
    guard first.count == second.count else { return nil }
    let places = first.indices.filter { place in
      first[place] != second[place] && !times.contains { $0.contains(place) }
    }
    guard places.count % digits == 0, places.allSatisfy({ first[$0] == 0x31 && second[$0] == 0x32 }) else {
      return nil
    }
    return places
  }
}
