import CalendarClients
import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("Real clients accept the calendars")
struct ClientAcceptanceTests {
  @Test("icalendar, recurring-ical-events and khal find the placements, and dateutil the days of the rules")
  func accepted() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "calendars-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = try SampleSchedule.plan()
    let schedule = try SampleSchedule.schedule(of: plan)
    var expected: [String: [[String]]] = [:]
    for file in CalendarExport.files(plan: plan, schedule: schedule, language: .vietnamese) {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
      expected[file.name] = try schedule.placements.filter { isIn(file.name, $0, plan) }
        .map { try occurrence($0, plan) }
    }
    #expect(expected.values.allSatisfy { !$0.isEmpty })
    try JSONEncoder().encode(expected).write(to: folder.appending(path: "expected.json"))
    try JSONEncoder().encode(RandomRules.cases(1000)).write(to: folder.appending(path: "rules.json"))
    let run = try ClientPrograms.accept(folder)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  /// Whether a placement belongs into a file, by the file's name alone.
  private func isIn(_ name: String, _ placement: Placement, _ plan: Plan) -> Bool {
    let producer = plan.line(placement.line)?.responsibility.producer ?? ""
    return [
      "year.ics", "outlet-\(placement.outlet).ics", "language-\(placement.language).ics",
      "producer-\(producer).ics",
    ].contains(name)
  }

  /// UID, start and end, instants in UTC by the system's own time zones.
  private func occurrence(_ placement: Placement, _ plan: Plan) throws -> [String] {
    guard case .timed(let start, let minutes) = placement.timing else {
      return [placement.uid, placement.timing.startText, placement.timing.endText]
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: plan.outlet(placement.outlet)?.zone ?? ""))
    func instant(_ local: LocalTime) throws -> String {
      let (year, month, day) = local.day.components
      let seconds = local.time.seconds
      let parts = DateComponents(
        year: year, month: month, day: day, hour: seconds / 3600, minute: seconds / 60 % 60)
      return try #require(calendar.date(from: parts)).ISO8601Format()
    }
    return [placement.uid, try instant(start), try instant(start.adding(minutes: minutes))]
  }
}
