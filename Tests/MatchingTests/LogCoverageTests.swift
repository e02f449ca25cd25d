import Matching
import ScheduleModel
import TestSupport
import Testing

@Suite("Of which days the logs of an outlet tell")
struct LogCoverageTests {
  let plan = Plan.sample([.sample("a", "Cải cách")])
  /// One a day from 1 April to 30 June.
  let daily = (0..<91).map { number in
    Placement.sample("a", number + 1, at: CivilDay.of("2018-04-01").advanced(by: number).description)
  }

  private func rows(_ days: ClosedRange<Int>, file: String) -> [AsRunEntry] {
    days.map { Self.row(CivilDay.of("2018-04-01").advanced(by: $0), line: $0 + 2, file: file) }
  }

  private static func row(_ day: CivilDay, line: Int, file: String, byHand: Bool = false) -> AsRunEntry {
    let entry = AsRunEntry(
      place: SourcePlace(file: file, line: line), day: day, time: nil, outlet: "truyen-hinh", line: "a",
      edition: nil, language: .vietnamese, title: "Cải cách", minutes: nil, status: .aired, uid: nil,
      evidence: nil)
    return byHand ? entry.byHand : entry
  }

  private func held(_ entries: [AsRunEntry]) -> Reconciled {
    Matcher.match(plan: plan, schedule: .sample(daily), log: .sample(entries))
  }

  private func count(_ outcome: Outcome, _ reconciled: Reconciled) -> Int {
    reconciled.outcomes.count { $0.outcome == outcome }
  }

  @Test("a row by hand shows its own work and covers no day")
  func byHand() {
    let april = rows(0...29, file: "4.csv")
    let june = Self.row(.of("2018-06-20"), line: 2, file: "nhap-tay.csv", byHand: true)
    let reconciled = held(april + [june])
    #expect(reconciled.asOf == .of("2018-04-30"))
    #expect(count(.missed, reconciled) == 0)
    #expect(count(.aired, reconciled) == 31)
    let alone = held([june])
    #expect(alone.coverage.isEmpty && alone.asOf == .of("2018-06-20"))
    #expect(count(.missed, alone) == 0 && count(.aired, alone) == 1)
  }

  @Test("a row of another month does not move the end of the logs, and a month without any is a gap")
  func strayRow() {
    let april = rows(0...29, file: "4.csv")
    let stray = held(april + [Self.row(.of("2018-06-20"), line: 2, file: "5.csv")])
    #expect(stray.asOf == .of("2018-04-30"))
    #expect(count(.missed, stray) == 0 && count(.aired, stray) == 31)
    let logs = stray.coverage.logs(of: "truyen-hinh")
    #expect(
      logs?.gaps == [LogGap(days: CivilDay.of("2018-05-01")..<CivilDay.of("2018-06-20"), due: 50)])
    let findings = Matcher.findings(plan: plan, log: .sample(april), reconciled: stray).map(\.code)
    #expect(findings == [.logGap])
    // In the file of April, too: a mistyped date.
    let typed = held(april + [Self.row(.of("2018-06-20"), line: 99, file: "4.csv")])
    #expect(typed.asOf == .of("2018-04-30") && count(.missed, typed) == 0)
    // June came, May did not.
    let june = held(april + rows(61...90, file: "6.csv"))
    #expect(june.asOf == .of("2018-06-30"))
    #expect(june.coverage.logs(of: "truyen-hinh")?.gaps.map(\.due) == [31])
    #expect(count(.missed, june) == 0 && count(.pending, june) == 31)
  }

  @Test("days without a row inside the logs are days on which nothing aired")
  func fewDays() {
    let reconciled = held(rows(0...9, file: "4.csv") + rows(14...29, file: "4.csv"))
    #expect(count(.missed, reconciled) == 4 && reconciled.coverage.logs(of: "truyen-hinh")?.gaps == [])
    // A late row of its own file beside the logs tells of its day alone.
    let late = held(rows(0...20, file: "4.csv") + rows(28...28, file: "muon.csv"))
    #expect(count(.missed, late) == 0 && late.asOf == .of("2018-04-21"))
    // Once the rest of the month is there, nothing is open.
    let whole = held(
      rows(0...20, file: "4.csv") + rows(28...28, file: "muon.csv") + rows(22...29, file: "4-b.csv"))
    #expect(whole.asOf == .of("2018-04-30") && count(.missed, whole) == 1)
  }

  @Test("before the first log nothing is missed")
  func before() {
    let reconciled = held(rows(30...60, file: "5.csv"))
    #expect(count(.missed, reconciled) == 0 && count(.pending, reconciled) == 60)
    #expect(reconciled.coverage.logs(of: "truyen-hinh")?.gaps.map(\.due) == [30])
  }
}
