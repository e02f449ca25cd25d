import ScheduleModel
import Testing

@testable import Calendars

/// A folder of calendars in memory, over which a test publishes again and again.
struct PublishedFolder {
  var files: [String: [UInt8]] = [:]
  private(set) var publication: Publication?

  /// Publishes over what is there, and becomes what the publication says. What is new is held against the strict
  /// checker, so everything that the tests export is.
  mutating func publish(
    _ plan: Plan, _ placements: [Placement], _ terms: Publication.Terms? = nil,
    language: ReaderLanguage = .vietnamese, outcomes: [PlacementOutcome] = []
  ) {
    let publication = CalendarExport.publish(
      plan: plan, schedule: Sample.schedule([], placements), outcomes: outcomes, language: language,
      terms: terms, over: earlier)
    for calendar in publication.calendars {
      let octets = calendar.octets
      if files[calendar.name] != octets,
        let finding = CalendarChecker.findings(in: octets, file: calendar.name).first
      {
        Issue.record("\(finding.told)")
      }
      files[calendar.name] = octets
    }
    for name in publication.removed { files[name] = nil }
    self.publication = publication
  }

  /// The files in an order that does not matter.
  private var earlier: [Publication.EarlierFile] {
    files.sorted { $0.key > $1.key }.map {
      Publication.EarlierFile(name: $0.key, path: "ra/\($0.key)", octets: $0.value)
    }
  }

  /// The finding codes of the last publication.
  var codes: [FindingCode] { publication?.findings.map(\.code) ?? [] }

  func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// The events and tasks of a file, by UID, as a reader sees them who knows nothing of ours.
  func components(_ name: String) -> [String: Component] {
    var components: [String: Component] = [:]
    // A reminder is a part of its task.
    let text = text(name).replacing("BEGIN:VALARM", with: "BEGIN\u{0}ALARM")
    for block in text.split(separator: "BEGIN:V").map({ $0.replacing("\u{0}", with: ":V").description })
    where block.hasPrefix("EVENT") || block.hasPrefix("TODO") {
      let component = Component(octets: block.replacing("END:VCALENDAR\r\n", with: ""))
      components[component["UID"]] = component
    }
    return components
  }

  /// One event or task of a file; an empty one when there is none such.
  func component(_ uid: String, in name: String) -> Component {
    components(name)[uid] ?? Component(octets: "")
  }

  /// A component as it stands in a file.
  struct Component: Equatable {
    let octets: String

    /// The value of a property without folds; empty when there is none.
    subscript(name: String) -> String {
      let line = octets.split(separator: "\r\n").first {
        $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);")
      }
      return line.map { String($0.drop { $0 != ":" }.dropFirst()) } ?? ""
    }

    var sequence: Int { Int(self["SEQUENCE"]) ?? -1 }
    var isCancelled: Bool { self["STATUS"] == "CANCELLED" }
    /// Whether it is no longer planned.
    var isTombstone: Bool {
      self["X-LICHSONG-OUTCOME"] == "cancelled" || isCancelled && self["X-LICHSONG-OUTCOME"].isEmpty
    }
  }
}
