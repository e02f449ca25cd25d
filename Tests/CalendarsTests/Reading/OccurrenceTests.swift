import CalendarClients
import Foundation
import ScheduleModel
import Testing

@testable import Calendars

@Suite("What is read is what clients show")
struct OccurrenceTests {
  @Test("three hundred random calendars have the occurrences that recurring-ical-events finds")
  func occurrences() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "occurrences-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var read: [String: [[String]]] = [:]
    var oddities = 0
    for (number, rule) in RandomRules.cases(300).enumerated() {
      let calendar = RandomCalendar(number, rule)
      let octets = calendar.octets
      oddities += calendar.oddities
      let name = "\(number).ics"
      try Data(octets).write(to: folder.appending(path: name))
      let reading = CalendarReader.read(octets, CalendarText.terms())
      #expect(reading.findings.allSatisfy { $0.severity < .error }, "\(name)")
      read[name] = reading.events.flatMap { event in
        event.spans.map { [Self.text($0.from, event), Self.text($0.to, event)] }
      }
      Self.expectSameGrid(reading, name)
    }
    #expect(read.values.map(\.count).reduce(0, +) > 5_000)
    #expect(oddities > 1_000)
    try JSONEncoder().encode(read).write(to: folder.appending(path: "read.json"))
    let run = try ClientPrograms.compareOccurrences(folder)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  /// The grid lines made of a reading open on exactly its days.
  private static func expectSameGrid(_ reading: CalendarReading, _ name: String) {
    let adopted = GridAdoption(reading, CalendarText.terms(), outlet: nil, plan: nil)
    // No grid line is as long as two days, or has no length.
    guard !adopted.findings.hasErrors else { return }
    let outlet = Sample.outlet(kind: .website, grid: adopted.lines.map(\.line))
    let plan = Sample.plan(year: 2026, outlets: [outlet])
    let slots = GridExpansion.slots(of: plan).slots.map { slot -> String in
      switch slot.timing {
      case .timed(let start, let minutes): "\(start) \(minutes * 60)"
      default: "\(slot.timing.day)T00:00 86400"
      }
    }
    let spans = reading.events.flatMap(\.spans).filter { plan.days.contains($0.from.day) }
      .map { "\($0.from) \($0.seconds)" }
    #expect(slots.sorted() == spans.sorted(), "\(name)")
  }

  private static func text(_ time: LocalTime, _ event: ReadEvent) -> String {
    let clock = "\(time.time)"
    return event.kind.isWholeDays ? "\(time.day)" : "\(time.day)T\(clock)" + (clock.count == 5 ? ":00" : "")
  }
}
