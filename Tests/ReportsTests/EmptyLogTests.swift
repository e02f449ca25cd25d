import Reports
import ScheduleModel
import Testing

struct EmptyLogTests {
  @Test("a log without a row tells nothing of what went out: not 0 and not 0 %, unless a day is given")
  func emptyLog_tellsNothing() throws {
    let input = SampleTally.input
    func text(asOf: CivilDay?) -> String {
      let lines = input.tally.lines.map {
        LineTally(
          line: $0.line, planned: $0.planned, published: nil, counts: Counts(), airedInYear: 0,
          months: Array(repeating: Counts(), count: 12), placementsAired: 0, rows: [])
      }
      let tally = Tally(
        period: input.tally.period, asOf: asOf, hasLog: true, lines: lines, versions: [], totals: [],
        groups: [],
        rowsLeftOut: 0, uncounted: [])
      return TallyReport.csv(
        TallyReport.Input(plan: input.plan, tally: tally, coverage: nil, findings: []), language: .english)
    }
    func aired(_ csv: String) -> Set<String> {
      let rows = csv.split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      guard let column = rows.first?.firstIndex(of: "aired") else { return ["no such column"] }
      return Set(rows.dropFirst().filter { $0.count == rows[0].count }.map { String($0[column]) })
    }
    #expect(aired(text(asOf: nil)) == [""])
    #expect(aired(text(asOf: input.tally.period.days.lowerBound)).contains("0"))
  }
}
