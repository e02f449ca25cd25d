import Calendars
import ScheduleModel
import Testing

@Suite("Exhibitions and contests of several days")
struct SpanTests {
  private func fair(_ days: String..., lasts: Int = 5, inBlackout: GridLine.InBlackout = .drop) throws
    -> GridLine
  {
    GridLine(
      id: "trien-lam", recurrence: .dates(try days.map(Sample.day)), at: nil, minutes: 0, pieces: 1,
      languages: [],
      validity: .always, inBlackout: inBlackout, place: Sample.place, spanDays: lasts)
  }

  private func slots(
    _ grid: GridLine, blackouts: [Blackout] = []
  ) throws -> (slots: [Slot], findings: [Finding]) {
    GridExpansion.slots(
      of: Sample.plan(
        outlets: [Sample.outlet("tt", name: "Trung tâm", kind: .event, grid: [grid])], blackouts: blackouts))
  }

  @Test("are one opening with the first day and the day after the last")
  func oneOpening() throws {
    let (slots, findings) = try slots(fair("2020-05-10", "2020-08-29"))
    #expect(findings == [])
    #expect(
      slots.map(\.timing) == [
        .span(try Sample.days("2020-05-10", "2020-05-14")),
        .span(try Sample.days("2020-08-29", "2020-09-02")),
      ])
    #expect(slots[0].timing.startText == "2020-05-10" && slots[0].timing.endText == "2020-05-15")
  }

  @Test("do not go past the last day of the plan, which is told")
  func pastTheYear() throws {
    let (slots, findings) = try slots(fair("2020-12-27", "2020-12-28"))
    #expect(slots.map(\.id) == ["tt.trien-lam.2020-12-27"])
    #expect(
      findings.map(\.message.en) == [
        "Grid line “trien-lam” (Trung tâm): these openings begin within the plan and end after it, or after `valid:`; not "
          + "used: 2020-12-28."
      ])
  }

  @Test("are lost or moved as a whole where a day of them is closed")
  func blackout() throws {
    let closed = [try Sample.blackout("Nghỉ", "2020-05-12", "2020-05-12")]
    #expect(try slots(fair("2020-05-10"), blackouts: closed).slots == [])
    let moved = try slots(fair("2020-05-10", inBlackout: .shift(days: 7)), blackouts: closed)
    #expect(moved.slots.map(\.timing) == [.span(try Sample.days("2020-05-17", "2020-05-21"))])
  }
}
