import Calendars
import ScheduleModel
import Testing

@Suite("The digest of an event's content follows from the values that it shows")
struct EventContentTests {
  private func plan(
    title: String = "A", plan: String = "P", outlet: String = "TV", person: String? = nil,
    reminder: Int? = nil,
    topic: String = "Một cửa", reverse: Bool = false
  ) throws -> Plan {
    let daily = try Sample.grid(Sample.rule("FREQ=DAILY"))
    return Sample.plan(
      title: plan,
      outlets: [Sample.outlet("tv", name: outlet, grid: [daily]), Sample.outlet("fm", grid: [])],
      topics: [Topic(id: "t", title: topic, place: Sample.place)],
      lines: [
        Sample.line(
          "a", title: title, responsibility: Responsibility(person: person), topics: ["t"],
          deadlines: [Sample.deadline(.approval, 2, reminder: reminder)])
      ])
  }

  private func digest(_ plan: Plan, _ day: String = "2020-03-02", edition: Int = 1, outlet: String = "tv")
    throws -> String
  {
    let slot = Slot(
      outlet: outlet, grid: "g", ruleDay: try Sample.day(day), timing: .allDay(try Sample.day(day)),
      pieces: 1,
      languages: [])
    var content = EventContent(plan: plan)
    return content.digest(
      of: Placement(
        plan: plan.id, line: "a", edition: edition, language: .vietnamese, run: .first, slot: slot))
  }

  @Test("place, time and number are not part of it; every value that is shown is")
  func values() throws {
    let plain = try digest(plan())
    #expect(plain.hasPrefix("1-") && plain.utf8.count == 10)
    #expect(try digest(plan(), "2020-05-02", edition: 7) == plain)
    let others = try [
      digest(plan(title: "B")), digest(plan(plan: "Q")), digest(plan(outlet: "TV2")),
      digest(plan(person: "Lan")),
      digest(plan(reminder: 1)), digest(plan(topic: "Hai cửa")), digest(plan(), outlet: "fm"),
    ]
    #expect(Set(others + [plain]).count == 8)
  }
}
