import Foundation
import ScheduleModel

/// Which calendars there are, and which of them carry a placement.
struct CalendarSelection {
  /// A calendar to be written.
  struct Feed {
    /// The file's name without `.ics`.
    let name: String
    let title: Words
  }

  private let plan: Plan
  private let further: Set<Publication.FurtherFeed>
  private(set) var feeds: [Feed] = []
  private var numbers: [String: Int] = [:]

  init(plan: Plan, further: Set<Publication.FurtherFeed>) {
    self.plan = plan
    self.further = further
  }

  /// The numbers of the feeds that carry a placement, new ones among them.
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
    if further.contains(.line) { own.append(number("line-\(line.id)") { Words(line.title) }) }
    if further.contains(.lead), let lead = who.lead {
      let name = plan.unit(lead)?.name ?? lead
      own.append(number("lead-\(lead)") { Words(vi: "\(name) chủ trì", en: "Led by \(name)") })
    }
    if further.contains(.person), let person = who.person, let slug = Self.slug(person) {
      own.append(
        number("person-\(slug)") { Words(vi: "\(person) phụ trách", en: "\(person) is responsible") })
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
