import ScheduleModel
import Testing

@testable import Allocation
@testable import lichsong_engine

@Suite("What a schedule of an instance is worth, and what its result file says")
struct JudgementTests {
  /// Twelve days, each a month; a slot a day on each of two outlets. Two units of series 0 and, linked to it by
  /// its source, one of series 1; nothing has aired before day 0.
  private func instance(_ change: (inout TinyInstance) -> Void = { _ in }) throws -> InstanceFile {
    var instance = TinyInstance()
    instance.days = "12"
    instance.monthStart = "[0,1,2,3,4,5,6,7,8,9,10,11,12]"
    instance.blackouts = "[]"
    instance.slots = "[\((0..<24).map { "[\($0 / 12),\($0 / 12),\($0 % 12),1]" }.joined(separator: ","))]"
    instance.original["quota"] = "2"
    instance.version["quota"] = "1"
    instance.original["to"] = "11"
    instance.version["to"] = "11"
    change(&instance)
    let (read, findings) = instance.read
    #expect(findings.map(\.message.en) == [])
    return try #require(read)
  }

  private func units(_ pairs: [(Int, Int)]) -> [Solution.Unit] {
    pairs.map { Solution.Unit(series: $0.0, slot: $0.1) }
  }

  @Test("an empty schedule is as far from the ideal line as the line is long")
  func empty() throws {
    let judgement = Judgement(of: [], in: try instance())
    // The line of series 0 rises by 2000/12 a day, that of series 1 by 1000/12, rounded half up.
    let lines = (1...12).map { ((4000 * $0 + 12) / 24, (2000 * $0 + 12) / 24) }
    #expect(judgement.shortage == 3)
    #expect(judgement.deviation == 2000)
    #expect(judgement.deviationSum == 2000, "one component, for the source links the outlets")
    #expect(judgement.squares == Int128(lines.reduce(0) { $0 + $1.0 * $1.0 + $1.1 * $1.1 }))
    #expect(judgement.preference == 0 && judgement.moves == 0)
  }

  @Test("outlets that no source links are components of their own")
  func components() throws {
    let file = try instance {
      $0.version["source"] = "null"
      $0.version["translator"] = "null"
    }
    let judgement = Judgement(of: [], in: file)
    #expect(judgement.deviation == 2000 && judgement.deviationSum == 3000)
  }

  @Test("units, preferences, what aired and what was published all count")
  func full() throws {
    let file = try instance {
      $0.airedUntil = "2"
      $0.aired = "[[0,0]]"
      $0.published = "[[0,1],[0,5],[1,20]]"
    }
    let judgement = Judgement(of: units([(0, 6), (1, 20)]), in: file)
    #expect(judgement.shortage == 0)
    // Series 0 has 1 and then 2 from day 6 on, its line rises from 1000 by 100 a day from day 2 on; series 1 has
    // its only unit on day 8.
    let first = (2..<12).map { ($0 >= 6 ? 2000 : 1000) - (1000 + 100 * ($0 - 1)) }
    let second = (2..<12).map { ($0 >= 8 ? 1000 : 0) - 100 * ($0 - 1) }
    #expect(judgement.squares == Int128((first + second).reduce(0) { $0 + $1 * $1 }))
    #expect(judgement.deviation == (first + second).map(abs).max())
    #expect(judgement.preference == 1)
    #expect(judgement.moves == 1, "slot 1 was before the open days, slot 20 is kept")
  }

  @Test("the result file repeats what aired, claims what was judged, and bounds it by the proven gap")
  func resultFile() throws {
    let file = try instance {
      $0.airedUntil = "2"
      $0.aired = "[[0,0]]"
    }
    let placed = units([(0, 6), (1, 20)])
    let judgement = Judgement(of: placed, in: file)
    let levels = [
      Solution.Level(objective: .shortage, value: 0, bound: 0),
      Solution.Level(objective: .deviation, value: 600, bound: 590),
    ]
    let text = ResultFile.text(
      of: placed, levels: levels, judgement, for: file, solver: "lichsong \"x\"", threads: 2,
      microseconds: 1_005_000)
    #expect(
      text == """
        {"format":"alloc-result/1","instance":"nhỏ-1","level":"slot","solver":"lichsong \\"x\\"","threads":2,\
        "seconds":1.005000,"status":"feasible",
        "claim":{"L1":0,"L3a":600,"L3a_sum":600,"L3b":1900000,"L4":1,"L5":0},
        "bound":{"L1":0,"L3a":590,"L3a_sum":590,"L3b":0,"L4":0,"L5":0},
        "placements":[[0,0],[0,6],[1,20]]}

        """)
  }

  @Test("a schedule whose every level is proven is optimal, and its bounds are its claims")
  func optimal() throws {
    let file = try instance()
    let placed = units([(0, 2), (0, 8), (1, 17)])
    let judgement = Judgement(of: placed, in: file)
    let levels = Objective.allCases.map { Solution.Level(objective: $0, value: 7, bound: 7) }
    let text = ResultFile.text(
      of: placed, levels: levels, judgement, for: file, solver: "s", threads: 1, microseconds: 0)
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasSuffix("\"seconds\":0.000000,\"status\":\"optimal\","))
    #expect(lines[1].dropFirst("\"claim\":".count) == lines[2].dropFirst("\"bound\":".count))
  }

  @Test("what the engine says of its schedule is what its schedule is worth")
  func engineAgrees() throws {
    let file = try #require(TinyInstance().read.instance)
    let solution = AllocationEngine.solve(file.problem)
    let judgement = Judgement(of: solution.units, in: file)
    let judged: [Objective: Int128] = [
      .shortage: Int128(judgement.shortage), .deviation: Int128(judgement.deviationSum),
      .squares: judgement.squares, .preference: Int128(judgement.preference), .moves: Int128(judgement.moves),
    ]
    for level in solution.levels { #expect(level.value == judged[level.objective], "\(level.objective)") }
  }
}
