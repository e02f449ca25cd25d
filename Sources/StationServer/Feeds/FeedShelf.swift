import Calendars
import Planning
import ScheduleModel
import Synchronization

/// The calendars of what a plan has published, made once for a publication and served from memory.
final class FeedShelf: Sendable {
  /// When the newest publication was recorded, in UTC; `nil` before the first.
  let published: LocalTime?
  private let schedule: PublishedSchedule?
  private let made = Mutex<[ReaderLanguage: [String: FeedFile]]>([:])

  /// - Parameter schedule: What was published; `nil` for nothing.
  init(_ schedule: PublishedSchedule?) {
    self.schedule = schedule
    published = schedule?.publications.last?.time
  }

  /// The calendars in a language, by name without `.ics`: for each outlet, language, producer, line, lead unit, person,
  /// translator and topic, the whole year, and the plan's own.
  ///
  /// - Complexity: That of composing all calendars, when they are asked for first.
  func files(_ language: ReaderLanguage) -> [String: FeedFile] {
    made.withLock { made in
      if let files = made[language] { return files }
      let files = Self.files(of: schedule, language)
      made[language] = files
      return files
    }
  }

  private static func files(of schedule: PublishedSchedule?, _ language: ReaderLanguage) -> [String: FeedFile]
  {
    guard let schedule, let last = schedule.publications.last else { return [:] }
    let policy = last.plan.calendars
    var terms = Publication.Terms()
    terms.further = Set(CalendarPolicy.Series.allCases)
    terms.link = policy.link
    terms.daysKept = policy.keptDays ?? terms.daysKept
    terms.showsCancelled = policy.showsCancelled
    let day = StationClock(plan: last.plan).local(last.time).day
    guard
      let publication = CalendarExport.publication(of: schedule, on: day, language: language, terms: terms)
    else { return [:] }
    return Dictionary(
      publication.composed().files.map { file in
        (String(file.name.dropLast(4)), FeedFile(title: file.title, octets: file.octets))
      }, uniquingKeysWith: { first, _ in first })
  }
}
