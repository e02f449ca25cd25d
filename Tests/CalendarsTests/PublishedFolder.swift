import ScheduleModel

@testable import Calendars

/// A folder of calendars in memory, over which a test publishes again and again.
struct PublishedFolder {
  var files: [String: [UInt8]] = [:]
  private(set) var publication: Publication?

  /// Publishes over what is there, and becomes what the publication says.
  mutating func publish(
    _ plan: Plan, _ placements: [Placement], _ terms: Publication.Terms? = nil,
    language: ReaderLanguage = .vietnamese
  ) {
    let publication = CalendarExport.publish(
      plan: plan, schedule: Sample.schedule([], placements), language: language, terms: terms, over: earlier)
    for calendar in publication.calendars { files[calendar.name] = calendar.octets }
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
    for block in text(name).split(separator: "BEGIN:V").map(String.init)
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
  }
}
