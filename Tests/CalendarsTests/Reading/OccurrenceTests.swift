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
    for (number, rule) in RandomRules.cases(300).enumerated() {
      let octets = Self.calendar(number, rule)
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
    try JSONEncoder().encode(read).write(to: folder.appending(path: "read.json"))
    let run = try ClientPrograms.compareOccurrences(folder)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  /// The grid lines made of a reading open on exactly its days.
  private static func expectSameGrid(_ reading: CalendarReading, _ name: String) {
    let adopted = GridAdoption(reading, CalendarText.terms(), outlet: nil, plan: nil)
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

  /// A recurring event with the things that happen to one, by the digits of its number.
  private static func calendar(_ number: Int, _ rule: RandomRules.Case) -> [UInt8] {
    let start = rule.first.advanced(by: 365 * 6 + number % 400)
    let zones = ["Asia/Ho_Chi_Minh", "Europe/Berlin", "Asia/Tokyo", nil, "DAY"]
    let zone = zones[number % zones.count]
    let hours = ["201500", "000000", "233000", "060000"]
    func time(_ day: CivilDay, _ hour: Int = number % 4) -> String {
      let date = "\(day)".replacing("-", with: "")
      switch zone {
      case "DAY": return ";VALUE=DATE:\(date)"
      case let zone?: return ";TZID=\(zone):\(date)T\(hours[hour])"
      case nil: return ":\(date)T\(hours[hour])Z"
      }
    }
    let length = zone == "DAY" ? "DURATION:P1D" : "DURATION:PT\(10 + number % 50)M"
    let days = RecurrenceDays.days(of: rule.rule, from: start, through: start.advanced(by: 700))
    var lines = ["DTSTART\(time(start))", length, "RRULE:\(rule.rule.text)"]
    if number % 3 == 0 { lines += days.prefix(9).filter { $0.day % 2 == 0 }.map { "EXDATE\(time($0))" } }
    if number % 4 == 0 { lines.append("RDATE\(time(start.advanced(by: 45)))") }
    var events = [CalendarText.event("s", lines)]
    if number % 5 != 1, let moved = days.dropFirst(2).first {
      events.append(
        CalendarText.event(
          "s",
          ["RECURRENCE-ID\(time(moved))", "DTSTART\(time(moved.advanced(by: 1), (number + 1) % 4))", length]))
    }
    if number % 7 == 0, let gone = days.dropFirst(4).first {
      events.append(
        CalendarText.event(
          "s", ["RECURRENCE-ID\(time(gone))", "DTSTART\(time(gone))", length, "STATUS:CANCELLED"]))
    }
    events.append(
      CalendarText.event(
        "x", ["DTSTART\(time(CivilDay.year(2026).lowerBound.advanced(by: number)))", length]))
    return CalendarText.octets(events)
  }

  private static func text(_ time: LocalTime, _ event: ReadEvent) -> String {
    let clock = "\(time.time)"
    return event.kind == .days ? "\(time.day)" : "\(time.day)T\(clock)" + (clock.count == 5 ? ":00" : "")
  }
}

extension CivilDay {
  fileprivate var day: Int { components.day }
}
