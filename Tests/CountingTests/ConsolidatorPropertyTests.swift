import ScheduleModel
import TestSupport
import Testing

@testable import Counting
@testable import Logs
@testable import Spreadsheets

@Suite("Sums over random units")
struct ConsolidatorPropertyTests {
  private struct Draw {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// What one unit reports: nothing, no data, or a number; and whose figures are in it.
  private struct Report {
    var value: Int?
    var isThere = true
    var includes: [Int] = []
  }

  @Test(
    "each sum is that of a recount by hand: what lies in the figure of another member counts once, in whatever order the rows come",
    arguments: 1...120)
  func recount(seed: Int) throws {
    var draw = Draw(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let count = 4 + draw.next(9)
    let levels = (0..<count).map { $0 == 0 ? AdminLevel.province : draw.next(3) == 0 ? .district : .commune }
    var parents: [Int?] = [nil]
    for unit in 1..<count {
      let above = (0..<unit).filter { levels[$0] <= levels[unit] && $0 != unit }
      parents.append(above[draw.next(above.count)])
    }
    let units = (0..<count).map {
      AdminUnit.sample("u\($0)", levels[$0], in: parents[$0].map { "u\($0)" })
    }
    var reports = (0..<count).map { _ in Report(value: draw.next(6) == 0 ? nil : draw.next(50)) }
    for unit in 0..<count {
      reports[unit].isThere = draw.next(5) > 0
      // Only later ones, so that none lies in itself.
      if unit + 1 < count, draw.next(3) == 0 {
        reports[unit].includes = (unit + 1..<count).filter { _ in draw.next(3) == 0 }
      }
    }
    let plan = Plan.reporting(units, [.declared("loa", .commune)])
    let period = try #require(ReportingPeriod("2025", profile: .calendarYear))
    var figures = reports.indices.filter { reports[$0].isThere }.map { unit in
      DeclaredFigure(
        unit: "u\(unit)", line: "loa", period: period,
        quantity: reports[unit].value.map { Quantity($0, CountingUnit(["bản tin"])) },
        includes: reports[unit].includes.map { "u\($0)" }, place: SourcePlace(file: "a.csv", line: unit + 2))
    }
    let result = Consolidator.consolidate(plan: plan, declared: figures, tally: plan.unlogged(period))
      .consolidation

    // Who lies in whose figure: only a figure with a number has others in it.
    var within = Array(repeating: Array(repeating: false, count: count), count: count)
    for unit in (0..<count).reversed() where reports[unit].isThere && reports[unit].value != nil {
      for part in reports[unit].includes {
        within[part][unit] = true
        for other in 0..<count
        where within[other][part] && reports[part].isThere && reports[part].value != nil {
          within[other][unit] = true
        }
      }
    }
    func expected(_ members: [Int]) -> Int? {
      let values = members.filter { unit in
        reports[unit].isThere && !members.contains { within[unit][$0] }
      }.compactMap { reports[$0].value }
      return values.isEmpty ? nil : values.reduce(0, +)
    }
    func check(_ sum: ConsolidatedSum, _ members: [Int], _ what: String) {
      #expect(sum.quantities.map(\.value) == (expected(members).map { [$0] } ?? []), "\(what)")
    }
    let line = try #require(result.lines.first)
    check(line.sum, Array(0..<count), "all")
    for level in line.levels {
      check(level.sum, (0..<count).filter { levels[$0] == level.level }, "\(String(describing: level.level))")
    }
    for territory in result.territories {
      let members = territory.members.compactMap { Int($0.dropFirst()) }
      for line in territory.lines { check(line.sum, members, territory.unit) }
    }
    for row in result.rows {
      let unit = try #require(Int(row.figure.unit.dropFirst()))
      let lies = (0..<count).contains { within[unit][$0] }
      #expect(row.fate.key == (lies ? "included" : reports[unit].value == nil ? "no-data" : "counted"))
    }

    for index in figures.indices.reversed() { figures.swapAt(index, draw.next(index + 1)) }
    let shuffled = Consolidator.consolidate(plan: plan, declared: figures, tally: plan.unlogged(period))
      .consolidation
    #expect(shuffled.lines == result.lines && shuffled.territories == result.territories)
  }
}
