import ScheduleModel
import Testing

@testable import Calendars

/// When and how a test publishes.
@dynamicMemberLookup
struct PublishingTerms {
  /// The time of the publication, in UTC.
  var revised: LocalTime
  /// The day on which the calendars are made.
  var day: CivilDay
  private var terms = Publication.Terms()

  init(revised: LocalTime) {
    self.revised = revised
    day = revised.day
  }

  /// At a time on the clock of a zone.
  init(revised: LocalTime, zone: String) {
    let time = PublicationTime(revised, zone: zone)
    (self.revised, day) = (time.utc, time.day)
  }

  subscript<Value>(dynamicMember path: WritableKeyPath<Publication.Terms, Value>) -> Value {
    get { terms[keyPath: path] }
    set { terms[keyPath: path] = newValue }
  }

  /// How the calendars are made.
  var calendars: Publication.Terms { terms }
}

/// A folder of calendars in memory, into which a test publishes again and again.
struct PublishedFolder {
  private(set) var history: PublishedHistory
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var titles: [String: Words] = [:]
  private(set) var findings: [Finding] = []

  /// An empty folder, perhaps one whose calendars were deleted.
  init(history: PublishedHistory = PublishedHistory()) { self.history = history }

  /// Publishes, and becomes what the calendars are then. What is new is held against the strict checker, so everything
  /// that the tests export is.
  mutating func publish(
    _ plan: Plan, _ placements: [Placement], _ terms: PublishingTerms? = nil,
    language: ReaderLanguage = .vietnamese, outcomes: [PlacementOutcome] = []
  ) {
    let terms = terms ?? PublishingTerms(revised: LocalTime(plan.revised))
    history.publish(plan, placements, outcomes: outcomes, at: terms.revised)
    make(terms, language: language)
  }

  /// Makes the calendars of what was published.
  mutating func make(_ terms: PublishingTerms, language: ReaderLanguage = .vietnamese) {
    let publication = CalendarExport.publication(
      of: history.schedule, on: terms.day, language: language, terms: terms.calendars)
    let before = files
    files = [:]
    titles = [:]
    findings = []
    guard let publication else { return }
    let composed = publication.composed()
    checkContents(of: publication, composed.files)
    for file in composed.files {
      if before[file.name] != file.octets,
        let finding = CalendarChecker.findings(in: file.octets, file: file.name).first
      {
        Issue.record("\(finding.told)")
      }
      files[file.name] = file.octets
      titles[file.name] = file.title
    }
    findings = composed.findings
  }

  /// Holds the list of calendars, and what is composed of single ones, against what composing all gives; so every test of a
  /// publication does.
  private func checkContents(of publication: Publication, _ files: [CalendarFile]) {
    let contents = publication.contents()
    #expect(contents.map(\.name) == files.map(\.name))
    #expect(contents.map(\.title) == files.map(\.title))
    #expect(contents.map(\.size) == files.map(\.octets.count))
    for (index, file) in files.enumerated() where index % 5 == files.count % 5 {
      let isSame = publication.composed([file.name]) == [file]
      #expect(isSame, "\(file.name)")
    }
  }

  /// The finding codes of the last publication.
  var codes: [FindingCode] { findings.map(\.code) }

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
