public import ScheduleModel

/// The calendars of a published schedule, before they are composed.
///
///     PublishedSchedule ──▶ entries in time order ──libical──▶ octets of each, once ──▶ every calendar that carries it
///
/// Editors subscribe once and must from then on see what is planned, what moved and what was cancelled. Nothing is
/// read back for that: all follows from the schedule and from the day on which the calendars are made, so a folder of
/// calendars can be deleted and comes back in the same octets.
///
/// - **Each placement** keeps its UID. `SEQUENCE`, and the time in `DTSTAMP` and `LAST-MODIFIED`, are those of its
///   newest row (RFC 5545 §3.8.7.4), so an event that did not change has the very octets of before.
/// - **What is no longer planned** is a tombstone: the event of before with `STATUS:CANCELLED` and the revision in which
///   it was cancelled, in each calendar that carried it. It stays for ``daysKept`` days after its date and then goes.
/// - **What left a calendar** (moved to another outlet) has a tombstone there, with the revision in which it left. It
///   goes when the placement returns there.
/// - **A feed of the plan** shows a selection, whose days roll on. What it does not select any more and is still planned
///   goes from it without a sign, for the event itself did not change.
/// - **An outcome** changes an event like other things do: its title tells, and its `STATUS` where the row says so.
///
/// A calendar is a head with its zones, its entries in time order (an event, then the tasks before it), and an end.
/// Each entry is composed once and copied into every calendar that carries it. So that memory stays bounded, entries
/// come in chunks; the octets of a chunk do not depend on the others, and chunks may be composed on several threads.
/// The entries of a part of the year are a range of octets of the whole calendar.
public struct Publication: Sendable {
  /// The calendars of the year, by name; their parts follow from their size.
  public let calendars: [Calendar]
  /// How many chunks of entries there are.
  public let chunks: Int
  /// What every calendar ends with.
  public static let end = CalendarHead.end

  let terms: Terms
  let head: CalendarHead
  let entries: CalendarEntries
  let components: PlacementComponents
  /// What each calendar has, by its number.
  let surveys: [Survey]
  /// How each calendar shows the work before air, by its number.
  let taskForms: [CalendarFeed.Tasks]
  /// Whose work before air each calendar shows.
  let taskOwners: [CalendarSelection.TaskOwner]

  /// How a schedule is published.
  public struct Terms: Sendable {
    /// Days after its date during which a cancelled event stays in its calendars.
    public var daysKept = 90
    /// The most octets of a feed. Google Calendar leaves out what is past 1 MB.
    public var largestFeed = 1_000_000
    /// What there are calendars of besides outlets, languages, producers, the year and the plan's own feeds.
    public var further: Set<CalendarPolicy.Series> = []
    /// Whether a cancelled event is written without `STATUS:CANCELLED`, since Google Calendar, among others, hides
    /// such events: its title then says that it is cancelled.
    public var showsCancelled = false
    /// Before the UID, the address of a placement's page: `https://lich.example.vn/`; `nil` for none.
    public var link: String?

    /// The usual terms.
    public init() {}
  }

  /// A calendar of the whole year.
  public struct Calendar: Sendable {
    /// The file's name, such as `outlet-truyen-hinh.ics`: lower-case letters, digits and hyphens.
    public let name: String
    /// What it holds, for a list of calendars: "Tiếng Mông".
    public let title: Words
    /// By which the pieces of a chunk name it; below ``Publication/numbers``.
    public let number: Int
    /// Its octets before the first entry.
    public let head: [UInt8]
    /// The parts that there are whatever its size.
    let part: YearPart?
  }

  /// Some entries in time order, composed.
  public struct Chunk: Sendable {
    /// The octets of all pieces.
    public let octets: [UInt8]
    /// The pieces, one behind the other.
    public let pieces: [Piece]

    /// An event with its tasks.
    public struct Piece: Sendable {
      /// Where in ``Chunk/octets`` it is.
      public let octets: Range<Int>
      /// The month in which it is, counted from that of the year 0.
      public let month: Int
      /// The numbers of the calendars that carry it.
      public let calendars: [Int]
    }
  }

  /// What a calendar has of a month.
  struct Survey: Sendable {
    struct Month: Sendable {
      let month: Int
      /// The names of the zones in use.
      var zones: Set<String> = []
    }

    /// In time order.
    var months: [Month] = []

    mutating func add(_ month: Int, zone: String?) {
      if months.last?.month != month { months.append(Month(month: month)) }
      if let zone { months[months.count - 1].zones.insert(zone) }
    }

    func zones(in months: Range<Int>) -> Set<String> {
      self.months.reduce(into: []) { if months.contains($1.month) { $0.formUnion($1.zones) } }
    }
  }

  /// How many entries a chunk has.
  private static let chunkSize = 2_048

  init(
    _ entries: CalendarEntries, _ feeds: [CalendarSelection.Feed], plan: Plan, language: ReaderLanguage,
    terms: Terms
  ) {
    self.terms = terms
    self.entries = entries
    taskForms = feeds.map(\.tasks)
    taskOwners = feeds.map(\.works)
    components = PlacementComponents(
      language: language, link: terms.link, showsCancelled: terms.showsCancelled)
    chunks = (entries.order.count + Self.chunkSize - 1) / Self.chunkSize
    var surveys = Array(repeating: Survey(), count: feeds.count)
    var (first, last) = (plan.days.lowerBound, plan.days.upperBound)
    for entry in entries.order {
      let timing = entries.timing(of: entry)
      first = min(first, timing.day)
      last = max(last, timing.lastDay.advanced(by: 3))
      let zone = entries.hasHours(entry) ? entries.zones[entries.kinds[Int(entry.kind)].zoneNumber] : nil
      let month = timing.month
      for feed in entries.feeds(of: entry) { surveys[feed].add(month, zone: zone) }
    }
    self.surveys = surveys
    let head = CalendarHead(plan: plan, language: language, zones: entries.zones, days: first..<last)
    self.head = head
    calendars = feeds.enumerated().compactMap { number, feed in
      let survey = surveys[number]
      guard feed.isView || !survey.months.isEmpty else { return nil }
      return Calendar(
        name: feed.name + ".ics", title: feed.title, number: number,
        head: head.octets(
          title: feed.title, zones: survey.zones(in: 0..<Int.max), isEmpty: survey.months.isEmpty),
        part: feed.part)
    }.sorted { $0.name < $1.name }
  }

  /// Above the number of every calendar.
  public var numbers: Int { surveys.count }

  /// Composes a chunk; may be called on several threads.
  ///
  /// - Parameter index: Below ``chunks``.
  /// - Complexity: O(octets of the chunk).
  public func compose(_ index: Int) -> Chunk { compose(index, for: nil) }

  /// Composes what some calendars have of a chunk.
  ///
  /// - Parameter wanted: The numbers of these calendars; `nil` for all.
  func compose(_ index: Int, for wanted: Set<Int>?) -> Chunk {
    let first = index * Self.chunkSize
    let order = entries.order[first..<min(first + Self.chunkSize, entries.order.count)]
    var octets: [UInt8] = []
    octets.reserveCapacity(order.count * 1_024)
    var pieces: [Chunk.Piece] = []
    pieces.reserveCapacity(order.count)
    func isPlain(_ calendar: Int) -> Bool {
      taskForms[calendar] == .todos && taskOwners[calendar] == .anybody
    }
    let isUniform = taskForms.indices.allSatisfy(isPlain)
    for entry in order {
      let month = entries.timing(of: entry).month
      let carriers = entries.feeds(of: entry)
      let calendars = wanted.map { wanted in carriers.filter(wanted.contains) } ?? carriers
      guard !calendars.isEmpty else { continue }
      func piece(_ start: Int, _ calendars: [Int]) {
        pieces.append(Chunk.Piece(octets: start..<octets.count, month: month, calendars: calendars))
      }
      let start = octets.count
      entries.append(.event, of: entry, by: components, to: &octets)
      if isUniform || calendars.allSatisfy(isPlain) {
        entries.append(.tasks, of: entry, by: components, to: &octets)
        piece(start, calendars)
        continue
      }
      piece(start, calendars)
      for (part, other) in [(CalendarEntries.Part.tasks, CalendarFeed.Tasks.events), (.taskDays, .todos)] {
        for owner in CalendarSelection.TaskOwner.allCases {
          let own = calendars.filter { taskForms[$0] != other && taskOwners[$0] == owner }
          guard !own.isEmpty else { continue }
          let start = octets.count
          entries.append(part, of: entry, owner: owner, by: components, to: &octets)
          if octets.count > start { piece(start, own) }
        }
      }
    }
    return Chunk(octets: octets, pieces: pieces)
  }
}
