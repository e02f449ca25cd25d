import Foundation
import ScheduleModel

/// Which calendars there are, and which of them carry a placement.
///
/// The feeds of the newest plan exist, and names and titles are its own; which placements a calendar carries is said
/// by the plan with which each was published.
struct CalendarSelection {
  /// A calendar that there may be.
  struct Feed {
    /// The file's name without `.ics`.
    let name: String
    let title: Words
    /// Whether it is a feed of the plan, which shows a selection: it is written even when it is empty, and what
    /// it does not select any more leaves it without a trace.
    var isView = false
    /// The parts of the year that have a file of their own whatever their size.
    var part: YearPart?
    /// How it shows the work before air.
    var tasks = CalendarFeed.Tasks.todos
    /// Whose work before air it shows.
    var works = TaskOwner.anybody
  }

  /// Whose work before air a calendar shows, as the list for the wall parts it: of a version, what is translated is the
  /// translator's, and the rest is that of who answers for the line.
  enum TaskOwner: CaseIterable {
    case anybody, translator, responsible

    /// Whether it does a piece of work.
    ///
    /// - Parameter hasTranslator: Whether the plan names who translates the placement.
    func does(_ work: Deadline.Work, hasTranslator: Bool) -> Bool {
      switch self {
      case .anybody: true
      case .translator: work == .translation
      case .responsible: work != .translation || !hasTranslator
      }
    }
  }

  /// The calendars that carry the placements of a kind.
  struct Carriers {
    var feeds: [Int] = []
    /// Those that show some days only.
    var windows: [(feed: Int, days: Range<CivilDay>)] = []
    /// Those that are no selection of the plan's own.
    var series: [Int] = []
  }

  private let newest: Plan
  private let further: Set<CalendarPolicy.Series>
  private let windows: [Int: Range<CivilDay>]
  private(set) var feeds: [Feed] = []
  private var numbers: [String: Int] = [:]

  /// - Parameter day: The day from which the days of feeds are counted.
  init(newest: Plan, on day: CivilDay, terms: Publication.Terms) {
    self.newest = newest
    further = terms.further
    var windows: [Int: Range<CivilDay>] = [:]
    for feed in newest.calendars.feeds {
      var part: YearPart?
      switch feed.period {
      case .year: break
      case .parts(let length): part = length
      case .window(let back, let ahead):
        windows[feeds.count] = day.advanced(by: -back)..<day.advanced(by: ahead + 1)
      }
      let name = CalendarName.view + feed.id
      numbers[name] = feeds.count
      feeds.append(
        Feed(
          name: name, title: Words(feed.title ?? feed.id), isView: true, part: part, tasks: feed.shownTasks,
          works: feed.translators.isEmpty
            ? feed.persons.isEmpty ? .anybody : .responsible : feed.persons.isEmpty ? .translator : .anybody))
    }
    self.windows = windows
  }

  /// The title of the calendar that has everything.
  private static func whole(_ plan: Plan) -> Words {
    guard plan.yearAfter > plan.year + 1 else {
      return Words(vi: "Cả năm \(plan.year)", en: "The whole year \(plan.year)")
    }
    let years = "\(plan.year)–\(plan.yearAfter - 1)"
    return Words(vi: "Cả kỳ kế hoạch \(years)", en: "The whole plan \(years)")
  }

  /// The calendars that carry a placement, new ones among them.
  ///
  /// - Parameter plan: The plan with which it was published.
  mutating func carriers(of placement: Placement, in plan: Plan) -> Carriers {
    let line = plan.line(placement.line)
    let who = line?.responsibility ?? Responsibility()
    let newest = newest
    var series = [
      number("year") { Self.whole(newest) },
      number("outlet-\(placement.outlet)") {
        Words((newest.outlet(placement.outlet) ?? plan.outlet(placement.outlet))?.name ?? placement.outlet)
      },
    ]
    let spoken = plan.spoken(in: placement)
    series += spoken.map { tag in
      number("language-\(tag)") {
        Words(
          vi: "Tiếng \(BroadcastLanguage.name(of: tag, in: .vietnamese))",
          en: "In \(BroadcastLanguage.name(of: tag, in: .english))")
      }
    }
    func unit(_ id: String) -> String { (newest.unit(id) ?? plan.unit(id))?.name ?? id }
    if let producer = who.producer {
      let name = unit(producer)
      series.append(
        number("producer-\(producer)") { Words(vi: "\(name) sản xuất", en: "Produced by \(name)") })
    }
    if further.contains(.line) {
      let title = (newest.line(placement.line) ?? line)?.title ?? placement.line
      series.append(number("line-\(placement.line)") { Words(title) })
    }
    if further.contains(.lead), let lead = who.lead {
      let name = unit(lead)
      series.append(number("lead-\(lead)") { Words(vi: "\(name) chủ trì", en: "Led by \(name)") })
    }
    let translator = line?.versions?.translators[placement.language]
    if let translator {
      let name = (newest.translator(translator) ?? plan.translator(translator))?.name ?? translator
      series.append(
        number("translator-\(translator)", tasks: .events, works: .translator) {
          Words(vi: "\(name) dịch", en: "Translated by \(name)")
        })
    }
    if further.contains(.person), let person = who.person, let slug = Self.slug(person) {
      series.append(
        number("person-\(slug)", tasks: .events, works: .responsible) {
          Words(vi: "\(person) phụ trách", en: "\(person) is responsible")
        })
    }
    if further.contains(.topic) {
      for topic in line?.topics ?? [] {
        let title = (newest.topic(topic) ?? plan.topic(topic))?.title ?? topic
        let number = number("topic-\(topic)") { Words(title) }
        if !series.contains(number) { series.append(number) }
      }
    }
    var carriers = Carriers(feeds: series, series: series)
    guard let line else { return carriers }
    for (number, feed) in newest.calendars.feeds.enumerated()
    where feed.wants(outlet: placement.outlet, languages: spoken, of: line) && feed.wants(line) {
      carriers.feeds.append(number)
      if let days = windows[number] { carriers.windows.append((number, days)) }
    }
    return carriers
  }

  private mutating func number(
    _ name: String, tasks: CalendarFeed.Tasks = .todos, works: TaskOwner = .anybody, title: () -> Words
  ) -> Int {
    if let number = numbers[name] { return number }
    precondition(name.utf8.allSatisfy(isFileNameByte), "an id of the plan was not checked: \(name)")
    numbers[name] = feeds.count
    feeds.append(Feed(name: name, title: title(), tasks: tasks, works: works))
    return feeds.count - 1
  }

  /// A person's name as a file name has it: "Đỗ Thị Lan" is `do-thi-lan`. `nil` when no letter remains; two
  /// persons who are written alike share a calendar.
  static func slug(_ name: String) -> String? {
    let plain = name.lowercased().replacing("đ", with: "d").decomposedStringWithCanonicalMapping
    let words = plain.unicodeScalars.filter { $0.properties.canonicalCombiningClass == .notReordered }
      .split { !($0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))) }
    let slug = words.map(String.init).joined(separator: "-")
    return slug.isEmpty ? nil : slug
  }
}

/// Lower-case letters, digits and hyphens: nothing that leaves a folder.
private func isFileNameByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
}
