import Calendars
import Foundation
public import ScheduleModel
import Synchronization

/// A folder of calendars over which others are published.
public struct CalendarFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String
  /// Its calendars, to be read piece by piece.
  private let readers: [FileReader]

  /// Whether it has no calendar at all.
  public var isEmpty: Bool { readers.isEmpty }

  /// Looks for the calendars of a folder; a folder that is not there has none. What is no `.ics` file is not
  /// looked at. They are read when others are published over them.
  public init(_ path: String) throws(FileRefusal) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      readers = []
      return
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw FileRefusal(.read, path, code: FileRefusal.systemCode(of: error))
    }
    var readers: [FileReader] = []
    for name in names where name.hasSuffix(".ics") { readers.append(try FileReader("\(path)/\(name)")) }
    self.readers = readers
  }

  /// The calendars, for publishing over them.
  var files: [Publication.EarlierFile] {
    readers.map { reader in
      Publication.EarlierFile(
        name: String(reader.path.dropFirst(path.count + 1)), path: reader.path, size: reader.size,
        read: reader.read)
    }
  }

  /// Makes the folder what a publication says. Files that stay as they are are not touched, so that their
  /// dates tell when they changed.
  ///
  /// A calendar that could not be read to its end is thrown before anything is written, and each file is
  /// written whole or not at all. Memory: a megabyte for each thread.
  ///
  /// - Parameter threads: How many threads compose and write; the octets do not depend on it.
  public func write(_ published: PublishedCalendars, threads: Int = 1) throws(FileRefusal) {
    try write(published, only: nil, threads: threads)
  }

  /// - Parameter name: The one calendar that is written; all when `nil`.
  func write(_ published: PublishedCalendars, only name: String?, threads: Int) throws(FileRefusal) {
    for reader in readers { try reader.check() }
    let folder = try OutputFolder(path)
    let calendars = published.publication.calendars.filter { name == nil || name == $0.name }
    // Some take what remains of another earlier file; they are written while that still stands there.
    let first = calendars.filter { calendar in calendar.sources.contains { $0 != calendar.name } }
    let names = Set(first.map(\.name))
    for group in [first, calendars.filter { !names.contains($0.name) }] {
      try write(group, in: folder, threads)
    }
    for reader in readers { try reader.check() }
    for name in published.publication.removed { try folder.remove(name) }
  }

  /// Writes some calendars: side by side, the largest first, since a file takes octets from one thread at a time; one
  /// by itself with all threads, which compose it together.
  private func write(_ calendars: [CalendarFile], in folder: OutputFolder, _ threads: Int)
    throws(FileRefusal)
  {
    let largestFirst = calendars.sorted { ($1.size, $0.name) < ($0.size, $1.name) }
    let refusal = Mutex<FileRefusal?>(nil)
    let own = calendars.count == 1 ? threads : 1
    Concurrently.each(largestFirst.count, threads) { index, _ in
      guard refusal.withLock({ $0 == nil }) else { return }
      do throws(FileRefusal) {
        try write(largestFirst[index], in: folder, threads: own)
      } catch {
        refusal.withLock { $0 = $0 ?? error }
      }
    }
    if let refusal = refusal.withLock({ $0 }) { throw refusal }
  }

  private func write(_ calendar: CalendarFile, in folder: OutputFolder, threads: Int) throws(FileRefusal) {
    let earlier = readers.first { $0.path == "\(path)/\(calendar.name)" }
    if let earlier, try isSame(calendar, as: earlier, threads) { return }
    try folder.write(calendar.name, pieces: calendar.stretches.map(\.octets), threads: threads) {
      index, octets in
      calendar.append(calendar.stretches[index], to: &octets)
    }
  }

  /// Whether a calendar is what stands in a file.
  private func isSame(_ calendar: CalendarFile, as file: FileReader, _ threads: Int) throws(FileRefusal)
    -> Bool
  {
    guard calendar.size == file.size else { return false }
    switch calendar.difference {
    case .entries: return false
    case .headAtMost: return file.has(calendar.head, at: 0)
    case .unknown: break
    }
    let differs = Mutex(false)
    Concurrently.each(calendar.stretches.count, threads) { index, octets in
      guard !differs.withLock({ $0 }) else { return }
      let stretch = calendar.stretches[index]
      calendar.append(stretch, to: &octets)
      if !file.has(octets, at: stretch.octets.lowerBound) { differs.withLock { $0 = true } }
    }
    try file.check()
    return !differs.withLock { $0 }
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
  /// What there are calendars of besides the usual ones and those that the plan asks for.
  public var further: Set<CalendarPolicy.Series> = []
  /// Before the UID, the address of a placement's page; `nil` for the plan's, if it has one.
  public var link: String?
  /// So many days after its date a cancelled event stays; `nil` for what the plan says, or 90.
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
    var terms =
      switch revised {
      case nil: Publication.Terms(revised: LocalTime(plan.revised))
      case .day(let day): Publication.Terms(revised: LocalTime(day))
      case .time(let time):
        Publication.Terms(revised: time, zone: plan.outlets.first?.zone ?? "Asia/Ho_Chi_Minh")
      }
    let policy = plan.calendars
    terms.further = further.union(policy.series)
    terms.link = link ?? policy.link
    terms.daysKept = keptDays ?? policy.keptDays ?? terms.daysKept
    terms.showsCancelled = showsCancelled || policy.showsCancelled
    return terms
  }
}
