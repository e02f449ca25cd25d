import Foundation
import ScheduleModel

/// Which calendars there are, and which of them carry a placement.
struct CalendarSelection {
  /// A calendar to be written.
  struct Feed {
    /// The file's name without `.ics`.
    let name: String
    let title: Words
    /// Whether it is a feed of the plan, which shows a selection: it is written even when it is empty, and what
    /// it does not select any more leaves it without a trace.
    var isView = false
    /// The days that it shows; `nil` for all.
    var window: Range<CivilDay>?
    /// The parts of the year that have a file of their own whatever their size.
    var part: YearPart?
  }

  private let plan: Plan
  private let series: Set<CalendarPolicy.Series>
  private(set) var feeds: [Feed] = []
  private var numbers: [String: Int] = [:]

  init(plan: Plan, terms: Publication.Terms) {
    self.plan = plan
    series = terms.further
    for feed in plan.calendars.feeds {
      var (window, part): (Range<CivilDay>?, YearPart?)
      switch feed.period {
      case .year: break
      case .parts(let length): part = length
      case .window(let back, let ahead):
        window = terms.day.advanced(by: -back)..<terms.day.advanced(by: ahead + 1)
      }
      let name = Self.viewPrefix + feed.id
      numbers[name] = feeds.count
      feeds.append(
        Feed(name: name, title: Words(feed.title ?? feed.id), isView: true, window: window, part: part))
    }
  }

  /// How the names of the plan's feeds begin.
  static let viewPrefix = "feed-"

  /// The numbers of the feeds that carry a placement, new ones among them.
  ///
  /// They are the same for all placements of a kind (``PlacementKind``); whether one lies within the days of a feed
  /// is another question.
  mutating func feeds(of placement: Placement, line: PlanLine) -> [Int] {
    let who = line.responsibility
    let plan = plan
    var own = [number("year") { Words(vi: "Cả năm \(plan.year)", en: "The whole year \(plan.year)") }]
    own.append(
      number("outlet-\(placement.outlet)") {
        Words(plan.outlet(placement.outlet)?.name ?? placement.outlet)
      })
    own.append(
      number("language-\(placement.language)") {
        Words(
          vi: "Tiếng \(BroadcastLanguage.name(of: placement.language, in: .vietnamese))",
          en: "In \(BroadcastLanguage.name(of: placement.language, in: .english))")
      })
    if let producer = who.producer {
      let name = plan.unit(producer)?.name ?? producer
      own.append(
        number("producer-\(producer)") { Words(vi: "\(name) sản xuất", en: "Produced by \(name)") })
    }
    if series.contains(.line) { own.append(number("line-\(line.id)") { Words(line.title) }) }
    if series.contains(.lead), let lead = who.lead {
      let name = plan.unit(lead)?.name ?? lead
      own.append(number("lead-\(lead)") { Words(vi: "\(name) chủ trì", en: "Led by \(name)") })
    }
    if series.contains(.person), let person = who.person, let slug = Self.slug(person) {
      own.append(
        number("person-\(slug)") { Words(vi: "\(person) phụ trách", en: "\(person) is responsible") })
    }
    if series.contains(.topic) {
      for topic in line.topics {
        own.append(number("topic-\(topic)") { Words(plan.topic(topic)?.title ?? topic) })
      }
    }
    for (number, feed) in plan.calendars.feeds.enumerated()
    where feed.wants(outlet: placement.outlet, language: placement.language) && feed.wants(line) {
      own.append(number)
    }
    return own
  }

  private mutating func number(_ name: String, title: () -> Words) -> Int {
    if let number = numbers[name] { return number }
    precondition(name.utf8.allSatisfy(isFileNameByte), "an id of the plan was not checked: \(name)")
    numbers[name] = feeds.count
    feeds.append(Feed(name: name, title: title()))
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
