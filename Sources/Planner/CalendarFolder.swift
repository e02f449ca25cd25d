import Calendars
import Foundation
public import ScheduleModel

/// A folder of calendars over which others are published.
public struct CalendarFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String
  let files: [Publication.EarlierFile]

  /// Whether it has no calendar at all.
  public var isEmpty: Bool { files.isEmpty }

  /// Reads the calendars of a folder; a folder that is not there has none. What is no `.ics` file is not
  /// looked at.
  public init(_ path: String) throws(FileRefusal) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      files = []
      return
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw FileRefusal(.read, path, code: FileRefusal.systemCode(of: error))
    }
    var files: [Publication.EarlierFile] = []
    for name in names where name.hasSuffix(".ics") {
      let file = try InputFile.read("\(path)/\(name)")
      files.append(Publication.EarlierFile(name: name, path: file.name, octets: file.bytes))
    }
    self.files = files
  }

  /// Makes the folder what a publication says. Files that stay as they are are not touched, so that their
  /// dates tell when they changed.
  public func write(_ published: PublishedCalendars) throws(FileRefusal) {
    let folder = try OutputFolder(path)
    for calendar in published.publication.calendars {
      let octets = calendar.octets
      if files.first(where: { $0.name == calendar.name })?.octets != octets {
        try folder.write(calendar.name, octets: octets)
      }
    }
    for name in published.publication.removed { try folder.remove(name) }
  }
}

/// The calendars of a schedule, as they are to stand in a folder.
public struct PublishedCalendars: Sendable {
  let publication: Publication

  /// How many calendars the folder then has of ours.
  public var count: Int { publication.calendars.count }

  /// What is doubtful in the folder, and which calendars are too large for some clients.
  public var findings: [Finding] { publication.findings }

  /// Those that tell which calendars are too large.
  public var largeFeeds: [Finding] { publication.largeFeeds }

  /// Those that concern the folder as it was, and not the plan.
  public var folderFindings: [Finding] { findings.filter { !largeFeeds.contains($0) } }
}

/// What the user asks of the calendars.
public struct CalendarWishes: Sendable {
  /// When the plan was revised; `nil` for the day that the plan states.
  public var revised: Revision?
  /// Calendars for each `line`, `lead` unit or `person` besides the usual ones.
  public var further: Set<String> = []
  /// Before the UID, the address of a placement's page; `nil` for none.
  public var link: String?

  /// A time of revision.
  public enum Revision: Hashable, Sendable {
    /// The beginning of a day in UTC, as the plan's `revised` means it.
    case day(CivilDay)
    /// A time on the clock of the plan's first outlet.
    case time(LocalTime)

    /// Reads `2026-11-21` and `2026-11-21T09:00`. `nil` for anything else.
    public init?(_ text: String) {
      let parts = text.split(separator: "T", omittingEmptySubsequences: false)
      guard let first = parts.first, let day = CivilDay(iso: first) else { return nil }
      if parts.count == 1 {
        self = .day(day)
      } else if parts.count == 2, let time = TimeOfDay(parts[1]) {
        self = .time(LocalTime(day, time))
      } else {
        return nil
      }
    }
  }

  /// Nothing besides the usual.
  public init() {}

  /// What ``further`` may name.
  public static let feeds = Publication.FurtherFeed.allCases.map(\.rawValue)

  func terms(for plan: Plan) -> Publication.Terms {
    var terms =
      switch revised {
      case nil: Publication.Terms(revised: LocalTime(plan.revised))
      case .day(let day): Publication.Terms(revised: LocalTime(day))
      case .time(let time):
        Publication.Terms(revised: time, zone: plan.outlets.first?.zone ?? "Asia/Ho_Chi_Minh")
      }
    terms.further = Set(further.compactMap(Publication.FurtherFeed.init(rawValue:)))
    terms.link = link
    return terms
  }
}
