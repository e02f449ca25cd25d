import Planning
import ScheduleModel
import StoreSupport
import Testing

@testable import StationStore

/// Sums over units, made of small rows of each plan; all units and figures are invented.
struct FiguresTests {
  /// A country of two provinces, of which one has a commune, each with a plan.
  private struct Country {
    let top: Unit
    let (north, south): (Unit, Unit)
    let commune: Unit
    let plans: [StoredPlan]

    init(_ transaction: StoreTransaction) throws {
      top = try transaction.addUnit(code: "vn", name: "Cả nước", level: "country")
      north = try transaction.addUnit(code: "bac", name: "Bắc", level: "province", parent: top.number)
      south = try transaction.addUnit(code: "nam", name: "Nam", level: "province", parent: top.number)
      commune = try transaction.addUnit(code: "xa", name: "Xã", level: "commune", parent: north.number)
      plans = try [(north, "bac"), (commune, "xa"), (commune, "xa-moi")].map { unit, slug in
        let plan = try transaction.addPlan(slug: slug, unit: unit.number, at: TestedDatabase.now)
        try transaction.put(
          Array("kế hoạch".utf8), at: "plan.yaml", in: plan.number, seen: 0, on: TestedDatabase.now)
        return plan
      }
    }
  }

  private static func figure(_ name: String, _ scheduled: Int, aired: Int?, planned: Int? = nil) -> PlanFigure
  {
    var counts = FigureCounts()
    counts.planned = planned
    counts.scheduled = scheduled
    counts.aired = aired
    counts.missed = aired.map { scheduled - $0 }
    counts.unlogged = aired == nil ? 1 : 0
    return PlanFigure(section: .kind, name: name, measure: "", counts: counts)
  }

  private static func keep(
    _ figures: [PlanFigure], _ plan: StoredPlan, year: Int? = 2026, logs: String? = "2026-06-30",
    by program: String = "1", _ transaction: StoreTransaction
  ) throws {
    let counted = CountedPlan(
      year: year, title: plan.slug, stage: "published", logsUpTo: logs, figures: figures)
    try transaction.keep(
      counted, of: plan.number, input: try transaction.figureInput(of: plan.number), by: program,
      on: TestedDatabase.now)
  }

  @Test(
    "figures are added up the tree; what no log tells of adds nothing and makes the sum the least",
    arguments: TestedDatabase.allCases)
  func figures_areAdded(database: TestedDatabase) async throws {
    try await database.withStore { store in
      try await store.write(.people) { transaction in
        let country = try Country(transaction)
        try Self.keep([Self.figure("radio", 10, aired: 8, planned: 12)], country.plans[0], transaction)
        try Self.keep(
          [Self.figure("radio", 5, aired: nil), Self.figure("loudspeakers", 7, aired: 7, planned: 7)],
          country.plans[1], logs: nil, transaction)
        try Self.keep([], country.plans[2], year: nil, transaction)

        let sums = try transaction.sums(below: country.top.number, in: 2026, by: "1")
        #expect(sums.map(\.of) == [country.north.number, country.north.number])
        #expect(sums.map(\.figure.name) == ["loudspeakers", "radio"])
        let radio = sums[1].figure.counts
        #expect(radio.planned == 12 && radio.scheduled == 15 && radio.aired == 8 && radio.missed == 2)
        #expect(radio.unlogged == 1)

        let below = try transaction.sums(below: country.north.number, in: 2026, by: "1")
        #expect(below.map(\.figure.counts.aired) == [7, nil])
        let own = try transaction.figures(ofPlansOf: country.north.number, in: 2026, by: "1")
        #expect(own.map(\.of) == [country.plans[0].number] && own[0].figure.counts.aired == 8)

        let coverage = try transaction.coverage(below: country.top.number, in: 2026, by: "1")
        #expect(
          coverage == [
            UnitCoverage(
              unit: country.north.number, units: 2, unitsWithPlan: 2, plans: 2, plansWithoutLog: 1,
              plansCountedAnew: 0, plansUncounted: 0, plansBroken: 1, slug: "bac"),
            UnitCoverage(
              unit: country.south.number, units: 1, unitsWithPlan: 0, plans: 0, plansWithoutLog: 0,
              plansCountedAnew: 0, plansUncounted: 0, plansBroken: 0, slug: nil),
          ])
        #expect(try transaction.figureYears(under: country.top.number, by: "1") == [2026])
        #expect(try transaction.sums(below: country.top.number, in: 2025, by: "1") == [])

        // A unit that is moved takes its figures along, and those of the units below it.
        let moved = Unit(
          number: country.commune.number, parent: country.south.number, code: "xa", name: "Xã",
          level: "commune")
        try transaction.set(moved)
        let south = try transaction.sums(below: country.top.number, in: 2026, by: "1").filter {
          $0.of == country.south.number
        }
        #expect(south.map(\.figure.name) == ["loudspeakers", "radio"])
        #expect(try transaction.sums(below: country.north.number, in: 2026, by: "1") == [])
      }
    }
  }

  @Test(
    "what another program counted is not shown, and counted anew; so is what changed since",
    arguments: TestedDatabase.allCases)
  func figures_areOfThisProgram(database: TestedDatabase) async throws {
    try await database.withStore { store in
      try await store.write(.people) { transaction in
        let country = try Country(transaction)
        let numbers = country.plans.map(\.number)
        #expect(try transaction.plansToCount(by: "1") == numbers)
        for plan in country.plans { try Self.keep([Self.figure("radio", 1, aired: 1)], plan, transaction) }
        #expect(try transaction.plansToCount(by: "1") == [] && transaction.plansToCount(by: "2") == numbers)
        #expect(try transaction.sums(below: country.top.number, in: 2026, by: "2") == [])
        #expect(try transaction.figureYears(under: country.top.number, by: "2") == [])

        let (plan, now) = (country.plans[0], TestedDatabase.now)
        try transaction.put(Array("khác".utf8), at: "plan.yaml", in: plan.number, seen: 1, on: now)
        #expect(
          try transaction.plansToCount(by: "1") == [plan.number] && !transaction.hasFigures(of: plan.number))
        #expect(
          try transaction.coverage(below: country.top.number, in: 2026, by: "1").first?.plansCountedAnew == 1)

        // A job that was begun before the change keeps what it counted, and that is still to be counted anew.
        let counted = CountedPlan(year: 2026, title: "cũ", stage: "plan", logsUpTo: nil, figures: [])
        try transaction.keep(counted, of: plan.number, input: "một trạng thái trước", by: "1", on: now)
        #expect(try transaction.plansToCount(by: "1") == [plan.number])
        try transaction.ask(JobRequest(plan: plan.number, kind: .figures, input: "x"), on: now)
        #expect(try transaction.plansToCount(by: "1") == [] && transaction.isCountingAsked(of: plan.number))

        try transaction.forgetFigures()
        #expect(try transaction.sums(below: country.top.number, in: 2026, by: "1") == [])
        #expect(try transaction.coverage(below: country.top.number, in: 2026, by: "1")[0].plansUncounted == 3)
      }
    }
  }

  @Test("a draft changes the figures as long as nothing is published, and not after that")
  func draft_countsUntilPublished() async throws {
    try await TestedDatabase.sqlite.withStore { store in
      try await store.write(.people) { transaction in
        let country = try Country(transaction)
        let (plan, now) = (country.plans[0], TestedDatabase.now)
        try Self.keep([], plan, transaction)
        try transaction.put([1], at: "draft.csv", in: plan.number, seen: 0, on: now)
        #expect(try !transaction.hasFigures(of: plan.number))
        let head = BookEntry.Head(kind: .publication, time: now, author: "Người thử")
        _ = try transaction.append(
          [Book.Statement(head, body: [])], to: plan.number, seen: try transaction.book(of: plan.number))
        try Self.keep([], plan, transaction)
        try transaction.put([2], at: "draft.csv", in: plan.number, seen: 1, on: now)
        #expect(try transaction.hasFigures(of: plan.number))
      }
    }
  }

  @Test("the counting of plans waits behind what somebody waits for")
  func counting_comesLast() async throws {
    try await TestedDatabase.sqlite.withStore { store in
      try await store.write(.people) { transaction in
        let country = try Country(transaction)
        let now = TestedDatabase.now
        for kind in [StoredJob.Kind.figures, .largePreview, .feeds] {
          try transaction.ask(JobRequest(plan: country.plans[0].number, kind: kind, input: "x"), on: now)
        }
        let kinds = try (1...3).map { _ in try transaction.claimJob(owner: "w", until: now, on: now)?.kind }
        #expect(kinds == [.feeds, .largePreview, .figures])
      }
    }
  }
}
