import ScheduleModel
import Testing

struct TallyTests {
  private func percent(_ aired: Int, of planned: Quantity?, hasLog: Bool = true) -> Int? {
    LineTally(
      line: "a", planned: planned, published: nil, counts: Counts(), airedInYear: aired, months: [],
      placementsAired: aired, rows: []
    ).percent(hasLog: hasLog)
  }

  @Test("the share that went out is rounded half up to hundredths, and may pass a hundred percent")
  func percent_isRoundedHalfUp() {
    let unit = CountingUnit(["kỳ"])
    #expect(percent(182, of: Quantity(222, unit)) == 8198)
    #expect(percent(0, of: Quantity(23, unit)) == 0)
    #expect(percent(23, of: Quantity(12, unit)) == 19_167)
    #expect(percent(1, of: Quantity(20_000, unit)) == 1)
    #expect(percent(1, of: Quantity(20_001, unit)) == 0)
    #expect(percent(23, of: Quantity(23, .atLeast, unit)) == 10_000)
  }

  @Test("no percentage is invented where nothing exact is planned, or no log tells what aired")
  func percent_isNotInvented() {
    let unit = CountingUnit(["kỳ"])
    #expect(percent(5, of: nil) == nil)
    #expect(percent(5, of: Quantity(0, unit)) == nil)
    #expect(percent(5, of: Quantity(600, .moreThan, unit)) == nil)
    #expect(percent(5, of: Quantity(600, .nearly, unit)) == nil)
    #expect(percent(5, of: Quantity(600, .about, unit)) == nil)
    #expect(percent(5, of: Quantity(23, unit), hasLog: false) == nil)
  }

  @Test("counts add figure by figure")
  func counts_addEachFigure() {
    var left = Counts()
    (left.scheduled, left.aired, left.late, left.moved) = (1, 2, 3, 4)
    (left.unplanned, left.missed, left.preempted, left.pending) = (5, 6, 7, 8)
    var right = Counts()
    (right.scheduled, right.aired, right.late, right.moved) = (10, 20, 30, 40)
    (right.unplanned, right.missed, right.preempted, right.pending) = (50, 60, 70, 80)
    let sum = left + right
    #expect([sum.scheduled, sum.aired, sum.late, sum.moved] == [11, 22, 33, 44])
    #expect([sum.unplanned, sum.missed, sum.preempted, sum.pending] == [55, 66, 77, 88])
    #expect(left + Counts() == left)
  }

  @Test("what went out counts as aired, whenever it did; what gave way, is missed or still to come does not")
  func outcomes_countAsAired() {
    #expect(
      Outcome.allCases.filter(\.countsAsAired) == [.aired, .late, .moved, .partial, .unplanned])
  }

  @Test("a log reaches to its last day, in whatever order its rows stand")
  func log_hasLastDay() throws {
    func entry(_ iso: String) throws -> AsRunEntry {
      AsRunEntry(
        place: SourcePlace(file: "log.csv", line: 2), day: try day(iso), time: nil, outlet: "bao", line: nil,
        edition: nil, language: .vietnamese, title: "", minutes: nil, status: .aired, uid: nil, evidence: nil)
    }
    let log = AsRunLog(
      entries: try [entry("2018-03-01"), entry("2018-12-21"), entry("2018-04-05")], rowsLeftOut: 0)
    #expect(try log.lastDay == day("2018-12-21"))
    #expect(AsRunLog(entries: [], rowsLeftOut: 1).lastDay == nil)
  }

  @Test("a topic is covered when any line serves it in any form")
  func topic_isCovered() {
    #expect(!TopicCoverage(topic: "a", lines: [], quarters: nil).isCovered)
    #expect(!TopicCoverage(topic: "a", lines: [[], []], quarters: nil).isCovered)
    #expect(TopicCoverage(topic: "a", lines: [[], ["tin"]], quarters: nil).isCovered)
  }
}
