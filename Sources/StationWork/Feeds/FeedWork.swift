import Calendars
import Digests
public import Planning
public import ScheduleModel
public import StationStore

/// The calendars of what a plan has published, made for those who subscribe, plain and compressed.
///
/// The argument of the job has a line for each calendar that is wanted: `outlet-truyen-hinh vi`. Which calendars there are is
/// told without a job, since nothing is composed for it.
public enum FeedWork {
  /// What there is to subscribe to.
  public struct Choice: Hashable, Sendable {
    /// The calendar's name without `.ics`.
    public let calendar: String
    /// What it holds.
    public let title: Words
  }

  /// Asks for the calendars of a plan.
  ///
  /// - Parameter wanted: The calendars that somebody subscribes to, by name and language.
  public static func ask(
    for wanted: [(calendar: String, language: ReaderLanguage)], of plan: Int, person: Int? = nil,
    on now: LocalTime, _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> StoredJob {
    let argument = Set(wanted.map { "\($0.calendar) \($0.language.rawValue)" }).sorted().joined(
      separator: "\n")
    let input = try transaction.feedInput(of: plan)
    return try transaction.ask(
      JobRequest(
        plan: plan, kind: .feeds, input: Digest.sha256("\(input)\n\(argument)".utf8), argument: argument,
        person: person), on: now)
  }

  /// The calendars that a plan has, parts of large ones among them, by name; empty before anything is published.
  ///
  /// - Complexity: O(placements); few of them are composed.
  public static func choices(of year: inout StationYear, _ language: ReaderLanguage) -> [Choice] {
    (publication(year.publishedSchedule(), language)?.contents() ?? []).map {
      Choice(calendar: String($0.name.dropLast(4)), title: $0.title)
    }
  }

  /// The octets of a calendar; `nil` when they are to be made.
  public static func octets(
    of state: FeedState, isCompressed: Bool, by program: String, _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> [UInt8]? {
    try transaction.derived(
      isCompressed ? "feed-gzip" : "feed", of: key(state.calendar, state.language, state.input), by: program)
  }

  private static func key(_ calendar: String, _ language: ReaderLanguage, _ input: String) -> String {
    "\(input) \(calendar) \(language.rawValue)"
  }

  // MARK: - In the worker process

  static func perform(
    _ order: WorkOrder, _ progress: (Int) throws -> Void, _ say: (InputFile) throws -> Void
  ) throws {
    let (book, files) = order.contents()
    var year = StationYear(book, files)
    let schedule = year.publishedSchedule()
    if let time = schedule?.publications.last?.time {
      try say(InputFile(name: "published", bytes: Array(time.utcText.utf8)))
    }
    // Former versions asked for lists, too.
    let wanted = Set(order.argument.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("list ") })
    let languages = ReaderLanguage.allCases.filter { language in
      wanted.contains { $0.hasSuffix(" \(language.rawValue)") }
    }
    for (number, language) in languages.enumerated() {
      try progress(number * 100 / languages.count)
      let names = wanted.compactMap { line in
        line.hasSuffix(" \(language.rawValue)") ? "\(line.dropLast(language.rawValue.count + 1)).ics" : nil
      }
      for file in publication(schedule, language)?.composed(Set(names)) ?? [] {
        let name = "\(file.name.dropLast(4)) \(language.rawValue)"
        try say(InputFile(name: "feed \(name)", bytes: file.octets))
        try say(InputFile(name: "gzip \(name)", bytes: Gzip.compress(file.octets)))
      }
    }
    for name in wanted { try say(InputFile(name: "wanted \(name)", bytes: [])) }
  }

  /// The calendars in a language: for each outlet, language, producer, line, lead unit, person, translator and topic, the whole
  /// year, and the plan's own. Nothing is composed yet.
  private static func publication(_ schedule: PublishedSchedule?, _ language: ReaderLanguage) -> Publication?
  {
    guard let schedule, let last = schedule.publications.last else { return nil }
    let policy = last.plan.calendars
    var terms = Publication.Terms()
    terms.further = Set(CalendarPolicy.Series.allCases)
    terms.link = policy.link
    terms.daysKept = policy.keptDays ?? terms.daysKept
    terms.showsCancelled = policy.showsCancelled
    let day = StationClock(plan: last.plan).local(last.time).day
    return CalendarExport.publication(of: schedule, on: day, language: language, terms: terms)
  }

  // MARK: - In the transaction that ends the job

  static func keep(
    _ made: [InputFile], of plan: Int, input: String, by program: String, on now: LocalTime,
    _ transaction: StoreTransaction
  ) throws(StoreRefusal) {
    var published = now
    for part in made {
      let words = part.name.split(separator: " ").map(String.init)
      switch (words[0], words.count) {
      case ("published", 1):
        published = LocalTime(utc: String(decoding: part.bytes, as: UTF8.self)) ?? now
      case ("feed", 3), ("gzip", 3):
        guard let language = ReaderLanguage(rawValue: words[2]) else { continue }
        try transaction.keepDerived(
          part.bytes, words[0] == "feed" ? "feed" : "feed-gzip", of: key(words[1], language, input),
          by: program, on: now)
      case ("wanted", 3):
        guard let language = ReaderLanguage(rawValue: words[2]) else { continue }
        let octets = made.first { $0.name == "feed \(words[1]) \(words[2])" }?.bytes
        try serve(words[1], language, octets, of: plan, input: input, published, on: now, transaction)
      default: continue
      }
    }
  }

  /// Serves a calendar from now on; one whose octets are those of before stays what it is to its clients.
  private static func serve(
    _ calendar: String, _ language: ReaderLanguage, _ octets: [UInt8]?, of plan: Int, input: String,
    _ published: LocalTime, on now: LocalTime, _ transaction: StoreTransaction
  ) throws(StoreRefusal) {
    let before = try transaction.feedState(of: plan, calendar, language)
    let tag = octets.map { String(Digest.sha256($0).prefix(32)) }
    let changed = before.map { $0.tag == tag ? $0.changedAt : max(now, $0.changedAt.adding(seconds: 1)) }
    try transaction.put(
      FeedState(
        calendar: calendar, language: language, input: input, tag: tag, changedAt: changed ?? published),
      of: plan)
    guard let before, before.input != input else { return }
    for kind in ["feed", "feed-gzip"] {
      try transaction.forgetDerived(kind, of: key(calendar, language, before.input))
    }
  }
}

extension LocalTime {
  fileprivate func adding(seconds: Int) -> LocalTime { LocalTime(seconds: self.seconds + seconds) }
}
