import CalendarClients
import Foundation
import Testing

@Suite("Real clients accept the calendars of the cases")
struct CalendarAcceptanceTests {
  @Test(
    "icalendar, recurring-ical-events and khal find every placement, at its time, in each calendar that carries it",
    arguments: ["lai-chau-2018", "nghe-an-2019", "tan-hong-2020"])
  func accepted(name: String) throws {
    let run = try CasesTests.Run(name)
    defer { run.remove() }
    let calendars = URL(filePath: run.folder).appending(path: "calendars")
    let names = try FileManager.default.contentsOfDirectory(atPath: calendars.path).sorted()
    // What something with precedence took the place of is cancelled.
    let cancelled = try run.text("outcomes.csv").split(whereSeparator: \.isNewline)
      .filter { $0.hasPrefix("pre-empted,") }.compactMap { $0.split(separator: ",").dropFirst().first }
    let placements = try allocated(name).filter { !cancelled.contains($0.uid[...]) }
    let producers = try producers(name)
    var expected: [String: [[String]]] = [:]
    for file in names {
      // A part of a calendar is named after it and a half of the year.
      let part = file.firstMatch(of: /^(.*)-2018-h([12])\.ics$/)
      let whole = part.map { "\($0.1).ics" } ?? file
      expected[file] = placements.filter { placement in
        let half = placement.start < "2018-07" ? "1" : "2"
        guard part.map({ $0.2 == half }) ?? true else { return false }
        return [
          "year.ics", "outlet-\(placement.outlet).ics", "language-\(placement.language).ics",
          "producer-\(producers[placement.line] ?? "").ics",
        ].contains(whole)
      }.map { [$0.uid, instant($0.start), instant($0.end)] }
    }
    #expect(expected["year.ics"]?.count == placements.count)
    #expect(expected.values.allSatisfy { !$0.isEmpty })
    for file in names {
      let check = try Command("check", calendars.appending(path: file).path, "--lang", "en")
      #expect(check.output == "No findings.\n", "\(file)")
    }
    try JSONEncoder().encode(expected).write(to: calendars.appending(path: "expected.json"))
    try Data("[]".utf8).write(to: calendars.appending(path: "rules.json"))
    let accepted = try ClientPrograms.accept(calendars)
    #expect(accepted.output == "")
    #expect(accepted.status == 0)
  }

  private struct Allocated: Decodable {
    struct Placement: Decodable {
      let uid, line, language, outlet, start, end: String
    }
    let placements: [Placement]
  }

  private func allocated(_ name: String) throws -> [Allocated.Placement] {
    let output = try Command.firstAllocation(of: name).output
    return try JSONDecoder().decode(Allocated.self, from: Data(output.utf8)).placements
  }

  /// Each line's producer, read from the plan by its keys alone.
  private func producers(_ name: String) throws -> [String: String] {
    let plan = try String(contentsOfFile: Command.root + "/schedules/\(name)/plan.yaml", encoding: .utf8)
    var producers: [String: String] = [:]
    var line = ""
    for row in plan.split(separator: "\n") {
      if let match = row.firstMatch(of: /^  - id: ([a-z0-9-]+)$/) { line = String(match.1) }
      if let match = row.firstMatch(of: /^    producer: ([a-z0-9-]+)$/) { producers[line] = String(match.1) }
    }
    return producers
  }

  /// A local time of Vietnam, seven hours before it in UTC; a day stays a day.
  private func instant(_ local: String) -> String {
    guard local.contains("T") else { return local }
    let formatter = ISO8601DateFormatter()
    guard let date = formatter.date(from: local + ":00+07:00") else { return local }
    return formatter.string(from: date)
  }
}
