import Calendars
import Planning
import ScheduleModel
import StationFolder
import Testing

@Suite("The calendars of a plan are named without composing them")
struct CalendarListTests {
  /// The calendars of a case, of all sorts.
  private func publication(of folder: String, _ language: ReaderLanguage) throws -> Publication {
    var year = try PlanFolder.open("schedules/\(folder)").year()
    var options = CalendarOptions()
    options.further = Set(CalendarPolicy.Series.allCases)
    return try #require(
      PlanningPipeline.calendars(&year, language: language, calendarOptions: options, showsOutcomes: true))
  }

  // dai-mau-2024 has languages, translators, persons and topics.
  @Test(
    "names, titles and sizes are those that composing all gives, and single ones have the same octets",
    arguments: ["lai-chau-2018", "dai-mau-2024", "tan-hong-2020", "examples/khmer", "examples/deadlines"],
    ReaderLanguage.allCases)
  func list_isWhatIsComposed(folder: String, language: ReaderLanguage) throws {
    let publication = try publication(of: folder, language)
    let files = publication.composed().files
    let contents = publication.contents()
    #expect(contents.map(\.name) == files.map(\.name))
    #expect(contents.map(\.title) == files.map(\.title))
    #expect(contents.map(\.size) == files.map(\.octets.count))
    // A calendar, a part of another, and one that there is not.
    let wanted = Set(
      [files[0].name, files.last { $0.name.contains("-20") }?.name, "outlet-khac.ics"].compactMap(\.self))
    let single = publication.composed(wanted)
    #expect(single.map(\.name) == files.map(\.name).filter(wanted.contains))
    let isSame = single == files.filter { wanted.contains($0.name) }
    #expect(isSame)
  }

  @Test("every sort of calendar is in the list of one of the cases")
  func list_hasEverySort() throws {
    let names = try ["dai-mau-2024", "lai-chau-2018", "tan-hong-2020"].flatMap {
      try publication(of: $0, .vietnamese).contents().map(\.name)
    }
    let sorts = ["year", "outlet", "language", "producer", "line", "lead", "person", "translator", "topic"]
    #expect(sorts.filter { sort in !names.contains { $0.hasPrefix(sort) } } == [])
  }
}
