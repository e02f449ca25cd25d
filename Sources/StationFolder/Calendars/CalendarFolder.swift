public import Calendars
import Foundation
public import ScheduleModel

/// A folder of calendars.
public struct CalendarFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String
  /// The calendars that it has now, by name.
  private let readers: [String: FileReader]

  /// Whether it has no calendar at all.
  public var isEmpty: Bool { readers.isEmpty }

  /// Looks for the calendars of a folder; a folder that is not there has none. What is no `.ics` file is not
  /// looked at.
  public init(_ path: String) throws(FileRefusal) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      readers = [:]
      return
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw FileRefusal(.read, path, code: FileRefusal.systemCode(of: error))
    }
    var readers: [String: FileReader] = [:]
    for name in names where name.hasSuffix(".ics") { readers[name] = try FileReader("\(path)/\(name)") }
    self.readers = readers
  }

  /// Makes the folder what a publication says. Files that stay as they are are not touched, so that their
  /// dates tell when they changed; a file of somebody else is left alone.
  ///
  /// Each file is written whole or not at all. Memory: what is composed at once by each thread, and 32 MB.
  ///
  /// - Parameters:
  ///   - publication: The calendars; `nil` when nothing was published.
  ///   - threads: How many threads compose and write; the octets do not depend on it.
  public func write(_ publication: Publication?, threads: Int = 1) throws(FileRefusal) -> WrittenCalendars {
    let existing = try readers.values.map { (reader) throws(FileRefusal) in
      let head = reader.octets(0..<min(reader.size, Publication.ExistingFile.headSize))
      try reader.check()
      return Publication.ExistingFile(
        name: String(reader.path.dropFirst(path.count + 1)), path: reader.path, head: head)
    }
    var writing = CalendarWriting(
      path, readers, blocked: Set(existing.lazy.filter { !$0.isOurs }.map(\.name)), threads: threads)
    var largeFeeds: [Finding] = []
    if let publication, !publication.calendars.isEmpty {
      _ = try OutputFolder(path)
      do throws(FileRefusal) {
        largeFeeds = try writing.write(publication)
      } catch {
        writing.discard()
        throw error
      }
    }
    let (removed, told) = Publication.tidying(existing, wanted: writing.names)
    if !removed.isEmpty {
      let folder = try OutputFolder(path)
      for name in removed { try folder.remove(name) }
    }
    let blocked = told.count { $0.severity == .error }
    return WrittenCalendars(
      count: writing.names.count - blocked, largeFeeds: largeFeeds, folderFindings: told)
  }
}

/// The calendars that a folder then has.
public struct WrittenCalendars: Sendable {
  /// How many there are, parts included.
  public let count: Int
  /// Which of them are too large for some clients.
  public let largeFeeds: [Finding]
  /// What concerns the folder as it was, and not the plan.
  public let folderFindings: [Finding]

  /// What is doubtful in the folder, and which calendars are too large for some clients.
  public var findings: [Finding] { folderFindings + largeFeeds }
}

/// What the user asks of the calendars.
public struct CalendarOptions: Sendable {
  /// When the plan was revised; `nil` for the day that the plan states.
  public var revised: Revision?
  /// What there are calendars of besides the usual ones and those that the plan asks for.
  public var further: Set<CalendarPolicy.Series> = []
  /// Before the UID, the address of a placement's page; `nil` for the plan's, if it has one.
  public var link: String?
  /// How many days after its date a cancelled event stays; `nil` for what the plan says, or 90.
  public var keptDays: Int?
  /// Whether clients that hide cancelled events are to show them; `false` for what the plan says.
  public var showsCancelled = false

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

  func terms(for plan: Plan) -> Publication.Terms {
    var terms = Publication.Terms()
    let policy = plan.calendars
    terms.further = further.union(policy.series)
    terms.link = link ?? policy.link
    terms.daysKept = keptDays ?? policy.keptDays ?? terms.daysKept
    terms.showsCancelled = showsCancelled || policy.showsCancelled
    return terms
  }

  /// When a plan was revised.
  func time(for plan: Plan) -> PublicationTime {
    switch revised {
    case nil: PublicationTime(utc: LocalTime(plan.revised))
    case .day(let day): PublicationTime(utc: LocalTime(day))
    case .time(let time): PublicationTime(time, zone: plan.outlets.first?.zone ?? "Asia/Ho_Chi_Minh")
    }
  }
}
