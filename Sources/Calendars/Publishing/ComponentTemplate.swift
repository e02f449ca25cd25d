import Foundation
import ScheduleModel

/// The octets of all events of a kind, with the places where the digits of the number and the time stand.
///
/// Writing an event is then copying some hundred octets and putting in some fifty digits, twenty times as
/// fast as composing it. The places are found, not declared: two events of the kind are composed that
/// differ in every digit of their numbers, days and hours, and laid side by side. Where the texts differ
/// otherwise than in the digits of their numbers (because a description tells the day, for instance), there
/// is no template, and each event of the kind is composed by itself. A class, since it is looked up for each event again
/// and a copy would count up its parts one by one.
final class ComponentTemplate: Sendable {
  private let head: [UInt8]
  private let body: [UInt8]
  /// The places of the number's digits, the first to the last, time after time.
  private let headDigits: [Int]
  private let bodyDigits: [Int]
  private let digits: Int
  /// Where the values of DTSTART and DTEND begin.
  private let start: Int
  private let end: Int?
  /// The octets that all events of the kind have, between those places.
  private let headFixed: [Range<Int>]
  private let bodyFixed: [Range<Int>]
  /// Whether the time has hours, and not only a day.
  private let hasHours: Bool
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
    if case .timed = placement.timing { hasHours = true } else { hasHours = false }
    let lengths = hasHours ? 15 : 8
    headFixed = Self.gaps(between: headDigits.map { $0..<$0 + 1 }, in: head.count)
    bodyFixed = Self.gaps(
      between: bodyDigits.map { $0..<$0 + 1 } + times.map { $0.lowerBound..<$0.lowerBound + lengths },
      in: body.count)
    lines = (head + body).count { $0 == 0x0A }
    // The event itself, composed both ways.
    let draft = components.event(of: placement, result)
    var octets: [UInt8] = []
    var days = DayDigits()
    append(Variables(placement), revision: [], &days, to: &octets)
    guard octets == draft.head + draft.body else { return nil }
  }

  /// In what events of a kind differ.
  struct Variables {
    let edition: Int
    let timing: SlotTiming

    init(edition: Int, timing: SlotTiming) { (self.edition, self.timing) = (edition, timing) }

    init(_ placement: Placement) { self.init(edition: placement.edition, timing: placement.timing) }
  }

  /// How many octets an event has without the lines of its revision.
  var size: Int { head.count + body.count }

  /// How many octets stand before the lines of the revision.
  var headSize: Int { head.count }
  /// How many octets stand behind them.
  var bodySize: Int { body.count }

  /// Appends an event of the kind with the lines of its revision.
  func append(_ event: Variables, revision: [UInt8], _ days: inout DayDigits, to octets: inout [UInt8]) {
    let headStart = octets.count
    octets.append(contentsOf: head)
    octets.append(contentsOf: revision)
    let bodyStart = octets.count
    octets.append(contentsOf: body)
    let times = Times(event.timing, &days)
    octets.withUnsafeMutableBytes { octets in
      withDigits(of: event.edition) { number in
        Self.put(number, at: headDigits, from: headStart, in: octets)
        Self.put(number, at: bodyDigits, from: bodyStart, in: octets)
      }
      put(times.start, at: bodyStart + start, in: octets)
      if let end { put(times.end, at: bodyStart + end, in: octets) }
    }
  }

  /// Whether the octets begin an event of the kind, up to the lines of its revision.
  ///
  /// - Parameter octets: At least ``headSize`` octets.
  func begins(_ octets: UnsafeRawPointer, as event: Variables) -> Bool {
    Self.stand(head, at: headFixed, in: octets)
      && withDigits(of: event.edition) { Self.stand($0, at: headDigits, in: octets) }
  }

  /// Whether the octets are what follows on the lines of the revision.
  ///
  /// - Parameter octets: At least ``bodySize`` octets.
  func ends(_ octets: UnsafeRawPointer, as event: Variables, _ days: inout DayDigits) -> Bool {
    let times = Times(event.timing, &days)
    return stands(times.start, at: start, in: octets)
      && (end.map { stands(times.end, at: $0, in: octets) } ?? true)
      && Self.stand(body, at: bodyFixed, in: octets)
      && withDigits(of: event.edition) { Self.stand($0, at: bodyDigits, in: octets) }
  }

  // MARK: Times

  /// The values of DTSTART and DTEND, in octets of memory: the eight digits of the day, and `T` with six digits.
  private struct Times {
    typealias Value = (day: UInt64, hour: UInt64)
    let start: Value
    let end: Value

    init(_ timing: SlotTiming, _ days: inout DayDigits) {
      switch timing {
      case .timed(let first, let minutes):
        start = Self.value(first, &days)
        end = minutes > 0 ? Self.value(first.adding(minutes: minutes), &days) : start
      case .allDay(let day):
        start = (days.octets(of: day), 0)
        end = (days.octets(of: day.advanced(by: 1)), 0)
      case .inMonth(let month):
        start = (days.octets(of: month.lowerBound), 0)
        end = (days.octets(of: month.upperBound), 0)
      }
    }

    private static func value(_ time: LocalTime, _ days: inout DayDigits) -> Value {
      let day = time.day
      let seconds = time.seconds - day.daysSince1970 * 86_400
      var text = two(seconds % 60)
      text = text << 16 | two(seconds / 60 % 60)
      text = text << 16 | two(seconds / 3600)
      return (days.octets(of: day), UInt64(littleEndian: text << 8 | 0x54))
    }

    private static func two(_ number: Int) -> UInt64 {
      UInt64(0x30 + number % 10) << 8 | UInt64(0x30 + number / 10)
    }
  }

  private func put(_ value: Times.Value, at place: Int, in octets: UnsafeMutableRawBufferPointer) {
    octets.storeBytes(of: value.day, toByteOffset: place, as: UInt64.self)
    guard hasHours else { return }
    withUnsafeBytes(of: value.hour) { hour in for index in 0..<7 { octets[place + 8 + index] = hour[index] } }
  }

  private func stands(_ value: Times.Value, at place: Int, in octets: UnsafeRawPointer) -> Bool {
    guard octets.loadUnaligned(fromByteOffset: place, as: UInt64.self) == value.day else { return false }
    return !hasHours
      || withUnsafeBytes(of: value.hour) { hour in
        hour.baseAddress.map { memcmp($0, octets + place + 8, 7) == 0 } ?? false
      }
  }

  // MARK: Digits

  private func withDigits<Result>(
    of edition: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digits) { number in
      var rest = edition
      for place in stride(from: digits - 1, through: 0, by: -1) {
        number[place] = 0x30 + UInt8(rest % 10)
        rest /= 10
      }
      return body(number)
    }
  }

  private static func put(
    _ number: UnsafeMutableBufferPointer<UInt8>, at places: [Int], from start: Int,
    in octets: UnsafeMutableRawBufferPointer
  ) {
    var digit = 0
    for place in places {
      octets[start + place] = number[digit]
      digit = digit + 1 == number.count ? 0 : digit + 1
    }
  }

  private static func stand(
    _ number: UnsafeMutableBufferPointer<UInt8>, at places: [Int], in octets: UnsafeRawPointer
  ) -> Bool {
    var digit = 0
    for place in places {
      guard octets.load(fromByteOffset: place, as: UInt8.self) == number[digit] else { return false }
      digit = digit + 1 == number.count ? 0 : digit + 1
    }
    return true
  }

  private static func stand(_ text: [UInt8], at ranges: [Range<Int>], in octets: UnsafeRawPointer) -> Bool {
    text.withUnsafeBytes { text in
      guard let start = text.baseAddress else { return true }
      for range in ranges where memcmp(start + range.lowerBound, octets + range.lowerBound, range.count) != 0
      {
        return false
      }
      return true
    }
  }

  /// What lies between some ranges of so many octets.
  private static func gaps(between ranges: [Range<Int>], in count: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var next = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < range.lowerBound { gaps.append(next..<range.lowerBound) }
      next = range.upperBound
    }
    if next < count { gaps.append(next..<count) }
    return gaps
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
