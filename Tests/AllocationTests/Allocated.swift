import Allocation
import ScheduleModel
import Testing

/// A plan with its allocation, which keeps all rules that hold for every schedule.
struct Allocated {
  let plan: Plan
  let slots: [Slot]
  let schedule: Schedule
  let findings: [Finding]

  /// The proof by counting, without the objectives.
  var counted: Schedule.Proof {
    Schedule.Proof(demanded: schedule.proof.demanded, placed: schedule.proof.placed)
  }

  init(_ plan: Plan, _ slots: [Slot], at location: SourceLocation = #_sourceLocation) {
    self.plan = plan
    self.slots = slots.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
    (schedule, findings) = Allocator.allocate(plan: plan, slots: self.slots)
    #expect(violation == nil, sourceLocation: location)
  }

  init(
    _ lines: [PlanLine], in slots: [Slot], year: Int = 2018, outlets: [Outlet] = [],
    blackouts: [Blackout] = [], translators: [Translator] = [],
    at location: SourceLocation = #_sourceLocation
  ) {
    self.init(
      Sample.plan(lines, year: year, outlets: outlets, blackouts: blackouts, translators: translators), slots,
      at: location)
  }

  /// Originals of a line in each month.
  func months(_ line: String = "a") -> [Int] { schedule.months(ofLine: line, of: plan) }

  /// The placements of a line in a language, by edition.
  func placements(
    _ line: String = "a", _ language: String = "vi", _ run: Placement.Run = .first
  ) -> [Placement] {
    schedule.placements.filter { $0.line == line && $0.language.tag == language && $0.run == run }
      .sorted { $0.edition < $1.edition }
  }

  /// The days of a line's works in a language, by edition.
  func days(_ line: String = "a", _ language: String = "vi", _ run: Placement.Run = .first) -> [CivilDay] {
    placements(line, language, run).map(\.timing.day)
  }

  var codes: [FindingCode] { findings.map(\.code) }

  /// What is unplaced: "line language count".
  var unplaced: [String] { schedule.unplaced.map { "\($0.line) \($0.language) \($0.count)" } }
}
