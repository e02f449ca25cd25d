import ScheduleModel

/// The entries of a schedule's calendars: for each placement its event and its tasks, composed when they are
/// asked for.
///
/// The components of all placements have numbers, event before tasks, in the schedule's order. A placement costs
/// four octets here; its components are nowhere in memory.
struct ScheduleEntries: Sendable {
  let placements: [Placement]
  /// How many components there are.
  let count: Int
  private let components: PlacementComponents
  private(set) var kinds: [Kind] = []
  /// The text of the events of each kind, and how their time is written, once more, for what is done for each event.
  private(set) var templates: [ComponentTemplate?] = []
  private var forms: [PlacementKind.Form] = []
  /// The days that each calendar shows; `nil` for all.
  private var windows: [Range<CivilDay>?] = []
  /// The number of each placement's kind.
  private var kindNumbers: [UInt32] = []
  /// The number and time of each; `nil` when one has no room there.
  private var table: EventTable?
  /// The number of each placement's event, where there are tasks at all.
  private var events: [UInt32]?

  /// What the placements of a kind have in common. A class, since it is looked up for each component again and
  /// a copy would count up its parts one by one.
  final class Kind: Sendable {
    /// The numbers of the calendars that carry them.
    let feeds: [Int]
    /// The zones of the hours of their events and tasks; whole days have none.
    let zones: Set<String>
    /// How the UIDs of their tasks begin; the event's UID follows.
    let tasks: [String]
    /// How many days before the last on which they can go out each task is due.
    let dueBefore: [Int]
    /// The text of their events; `nil` where each must be composed by itself.
    let event: ComponentTemplate?

    init(feeds: [Int], zones: Set<String>, tasks: [String], dueBefore: [Int], event: ComponentTemplate?) {
      self.feeds = feeds
      self.zones = zones
      self.tasks = tasks
      self.dueBefore = dueBefore
      self.event = event
    }
  }

  /// An event or a task of a placement.
  struct Place: Hashable, Sendable {
    /// The number of the placement.
    let placement: Int
    /// 0 for the event, 1 for the first task.
    let part: Int
  }

  /// The entries of no placement.
  init(none components: PlacementComponents) {
    (placements, self.components, count) = ([], components, 0)
  }

  init(
    plan: Plan, _ placements: [Placement], _ components: PlacementComponents,
    _ selection: inout CalendarSelection
  ) {
    self.placements = placements
    self.components = components
    var numbers: [PlacementKind: Int] = [:]
    var recent = RecentKinds()
    kindNumbers.reserveCapacity(placements.count)
    var table: EventTable? = EventTable(base: plan.days.lowerBound, capacity: placements.count)
    for index in placements.indices {
      let known = placements.withUnsafeBufferPointer { all -> UInt32? in
        guard let placement = all.baseAddress?.advanced(by: index) else { return nil }
        let (edition, timing) = (placement.pointee.edition, placement.pointee.timing)
        if table?.append(edition: edition, timing) == false { table = nil }
        return components.knowsResults ? nil : recent.number(of: placement)
      }
      if let known {
        kindNumbers.append(known)
        continue
      }
      let placement = placements[index]
      let result = components.result(of: placement)
      let kind = PlacementKind(placement, result.outcome)
      recent.note(kind, UInt32(numbers[kind] ?? kinds.count))
      if let number = numbers[kind] {
        kindNumbers.append(UInt32(number))
        continue
      }
      numbers[kind] = kinds.count
      kindNumbers.append(UInt32(kinds.count))
      let tasks = components.deadlines(of: placement)
      forms.append(kind.form)
      kinds.append(
        Kind(
          feeds: selection.feeds(of: placement, line: components.line(of: placement)),
          zones: components.zones(of: placement), tasks: tasks.map { PlacementTask.prefix(of: $0.work) },
          dueBefore: tasks.map(\.daysBefore),
          event: result.isSaidByItself
            ? nil : ComponentTemplate(like: placement, result, components, plan: plan.id)))
    }
    self.table = table
    templates = kinds.map(\.event)
    windows = selection.feeds.map(\.window)
    guard kinds.contains(where: { !$0.tasks.isEmpty }) else {
      count = placements.count
      return
    }
    var events: [UInt32] = []
    events.reserveCapacity(placements.count)
    var next: UInt32 = 0
    for kind in kindNumbers {
      events.append(next)
      next += 1 + UInt32(kinds[Int(kind)].tasks.count)
    }
    (self.events, count) = (events, Int(next))
  }

  /// The kind of a placement.
  func kind(of placement: Int) -> Kind { kinds[Int(kindNumbers[placement])] }

  /// The number of a placement's kind.
  func kindNumber(of placement: Int) -> Int { Int(kindNumbers[placement]) }

  /// The placements of a period; all when `nil`. They stand in time order.
  func placements(in period: CalendarPeriod?) -> Range<Int> {
    guard let period else { return placements.indices }
    return first(on: period.days.lowerBound)..<first(on: period.days.upperBound)
  }

  /// The first placement on a day or after it.
  private func first(on day: CivilDay) -> Int {
    var (low, high) = (0, placements.count)
    while low < high {
      let middle = (low + high) / 2
      if placements[middle].timing.day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The days of all placements, the ends that are no part of them included, and some others.
  func days(and others: Range<CivilDay>) -> Range<CivilDay> {
    var (first, last) = (others.lowerBound, others.upperBound)
    if let placement = placements.first { first = min(first, placement.timing.day) }
    for index in placements.indices {
      switch variables(of: index).timing {
      case .timed(let start, let minutes):
        last = max(last, start.adding(minutes: minutes).day.advanced(by: 1))
      case .allDay(let day): last = max(last, day.advanced(by: 2))
      case .inMonth(let days): last = max(last, days.upperBound.advanced(by: 1))
      }
    }
    return first..<last
  }

  /// Whether a calendar for the days of some placements carries a placement.
  func carries(_ feed: Int, _ days: Range<Int>, _ placement: Int) -> Bool {
    days.contains(placement) && carries(feed, placement)
  }

  /// Whether a calendar carries a placement: one with a window does when the placement or a task of it is within,
  /// so that a task comes together with what it serves.
  func carries(_ feed: Int, _ placement: Int) -> Bool {
    let kind = kind(of: placement)
    guard kind.feeds.contains(feed) else { return false }
    guard let window = windows[feed] else { return true }
    let days = placements[placement].timing.days
    return days.overlaps(window)
      || kind.dueBefore.contains { window.contains(days.upperBound.advanced(by: -1 - $0)) }
  }

  /// Of each kind, by its number, whether a calendar carries those of its placements that lie within its days.
  func carriedKinds(by feed: Int) -> [Bool] { kinds.map { $0.feeds.contains(feed) } }

  /// The first placement from one on that is of one of these kinds; `end` when none before it is.
  ///
  /// Most calendars carry few of a schedule's placements, and pass the others here.
  ///
  /// - Parameter kinds: Of each kind, by its number, whether it is one of them.
  func first(from placement: Int, until end: Int, of kinds: [Bool]) -> Int {
    kindNumbers.withUnsafeBufferPointer { numbers in
      kinds.withUnsafeBufferPointer { kinds in
        var next = placement
        while next < end, !kinds[Int(numbers[next])] { next += 1 }
        return next
      }
    }
  }

  /// Whether a calendar shows all days.
  func showsAllDays(_ feed: Int) -> Bool { windows[feed] == nil }

  /// The number of a component.
  func number(of place: Place) -> Int {
    (events.map { Int($0[place.placement]) } ?? place.placement) + place.part
  }

  /// The UID of a component.
  func uid(of place: Place) -> String {
    let uid = placements[place.placement].uid
    return place.part == 0 ? uid : kind(of: place.placement).tasks[place.part - 1] + uid
  }

  /// A component composed by itself.
  func draft(of place: Place) -> ComponentDraft {
    let placement = placements[place.placement]
    if place.part == 0, let template = kind(of: place.placement).event {
      var octets: [UInt8] = []
      var days = DayDigits()
      template.append(variables(of: place.placement), revision: [], &days, to: &octets)
      let head = template.headSize
      return ComponentDraft(uid: placement.uid, head: Array(octets[..<head]), body: Array(octets[head...]))
    }
    let result = components.result(of: placement)
    if place.part == 0 { return components.event(of: placement, result) }
    return components.task(components.deadlines(of: placement)[place.part - 1], of: placement, result)
  }

  /// How many octets a component has without the lines of its revision.
  func size(of place: Place) -> Int {
    if place.part == 0, let template = kind(of: place.placement).event { return template.size }
    let draft = draft(of: place)
    return draft.head.count + draft.body.count
  }

  /// When a placement begins.
  func start(of placement: Int) -> LocalTime {
    table?.start(of: placement) ?? LocalTime(placements[placement].timing.day)
  }

  /// In what the event of a placement differs from others of its kind.
  func variables(of placement: Int) -> ComponentTemplate.Variables {
    table?.variables(of: placement, forms[Int(kindNumbers[placement])])
      ?? ComponentTemplate.Variables(
        edition: placements[placement].edition, timing: placements[placement].timing)
  }

  /// Appends a component with the lines of its revision.
  func append(_ place: Place, revision: [UInt8], _ days: inout DayDigits, to octets: inout [UInt8]) {
    if place.part == 0, let template = kinds[Int(kindNumbers[place.placement])].event {
      template.append(variables(of: place.placement), revision: revision, &days, to: &octets)
    } else {
      let draft = draft(of: place)
      octets.append(contentsOf: draft.head)
      octets.append(contentsOf: revision)
      octets.append(contentsOf: draft.body)
    }
  }
}
