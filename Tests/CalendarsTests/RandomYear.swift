import ScheduleModel

/// A small plan and its placements, edited at random: the same seed gives the same edits on every machine.
struct RandomYear {
  private var state: UInt64
  private(set) var titles = ["a": "A", "b": "B; b", "c": "Cải cách"]
  private(set) var places: [Work: Place] = [:]
  private(set) var plan: Plan
  private let calendars: CalendarPolicy

  /// A work's version.
  struct Work: Hashable, Comparable {
    let line: String
    let edition: Int
    let language: String

    static func < (left: Work, right: Work) -> Bool {
      (left.line, left.edition, left.language) < (right.line, right.edition, right.language)
    }
  }

  /// Where a work is: an outlet and a day of the year.
  struct Place: Hashable {
    var outlet: String
    var day: Int
  }

  init(seed: Int, calendars: CalendarPolicy = .usual) throws {
    self.calendars = calendars
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    plan = try Self.plan(titles, calendars)
    for line in ["a", "b", "c"] {
      for edition in 1...number(1...4) { place(Work(line: line, edition: edition, language: "vi")) }
    }
  }

  /// Two stations and a newspaper.
  private static func plan(_ titles: [String: String], _ calendars: CalendarPolicy) throws -> Plan {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    return Sample.plan(
      units: [Sample.unit("dai", "Đài tỉnh")],
      outlets: [
        Sample.outlet("tv", grid: [daily]),
        Sample.outlet("paris", name: "Paris", kind: .radio, zone: "Europe/Paris", grid: [daily]),
        Sample.outlet("bao", name: "Báo", kind: .newspaper, grid: [daily]),
      ],
      lines: titles.sorted { $0.key < $1.key }.map { id, title in
        Sample.line(
          id, title: title, outlets: ["tv", "paris", "bao"],
          responsibility: Responsibility(producer: id == "a" ? "dai" : nil))
      }, calendars: calendars)
  }

  /// One edit of some kind.
  mutating func edit() throws {
    let works = places.keys.sorted()
    switch number(0...7) {
    case 0, 1: if let work = pick(works) { place(work) }
    case 2:
      if let one = pick(works), let other = pick(works) {
        (places[one], places[other]) = (places[other], places[one])
      }
    case 3: if let work = pick(works) { places[work] = nil }
    case 4:
      let line = ["a", "b", "c"][number(0...2)]
      place(Work(line: line, edition: number(1...5), language: ["vi", "hmn"][number(0...1)]))
    case 5:
      let line = ["a", "b", "c"][number(0...2)]
      for work in works where work.line == line && number(0...3) == 0 { places[work] = nil }
    case 6:
      titles["b"] = "B; b " + String(repeating: "ồ", count: number(0...40))
      plan = try Self.plan(titles, calendars)
    default: break
    }
  }

  private mutating func place(_ work: Work) {
    places[work] = Place(outlet: ["tv", "paris", "bao"][number(0...2)], day: number(0...365))
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((mixed ^ (mixed >> 31)) % UInt64(range.count))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(0...elements.count - 1)]
  }

  /// The placements of the moment.
  func placements() throws -> [Placement] {
    try places.map { work, place in try placement(work, place) }
  }

  func placement(_ work: Work, _ place: Place) throws -> Placement {
    let day = CivilDay.year(2020).lowerBound.advanced(by: place.day)
    let time = TimeOfDay("20:15") ?? .midnight
    let timing: SlotTiming =
      place.outlet == "bao" ? .allDay(day) : .timed(start: LocalTime(day, time), minutes: 15)
    let slot = Slot(
      outlet: place.outlet, grid: "g", ruleDay: day, timing: timing, pieces: 9, languages: [])
    return Placement(
      plan: plan.id, line: work.line, edition: work.edition, language: try Sample.tag(work.language),
      run: .first, slot: slot)
  }
}
