import Counting
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("A least length with which an edition counts")
struct LeastLengthTests {
  private static let plan = Plan.sample([
    PlanLine.sample("hoi-dap", "Hỏi đáp pháp luật", quota: "4", versions: .sample(["km"])).counting(from: 5)
  ])
  private static let placements = (1...4).map { edition in
    Placement.sample("hoi-dap", edition, at: "2018-04-0\(edition)T19:00")
  }

  /// An edition on its day, of a length.
  private static func row(_ edition: Int, _ minutes: Int?, at time: String = "19:00") -> AsRunEntry {
    .sample(
      edition + 1, at: "2018-04-0\(edition)T\(time)", line: "hoi-dap", edition: edition, minutes: minutes)
  }

  @Test("what is shorter, or states no length, does not count, and the row is told with its reason")
  func tooShort() throws {
    let counted = tally(
      Self.plan, Self.placements, [Self.row(1, 5), Self.row(2, 4), Self.row(3, nil), Self.row(4, 12)],
      asOf: "2018-04-30")
    #expect(counted.line("hoi-dap")?.counts == .of(scheduled: 4, aired: 2, missed: 2))
    #expect(counted.line("hoi-dap")?.rows.map(\.line) == [2, 5])
    #expect(
      counted.tooShort.map { "\($0.line) \($0.entry.place.line) \($0.reason.name.en)" } == [
        "hoi-dap 3 shorter than 5 minutes", "hoi-dap 4 no length stated",
      ])
    let findings = TallyBuilder.findings(plan: Self.plan, tally: counted, published: nil)
    let told = findings.filter { $0.code == .airedTooShort }
    #expect(
      told.map { TestSupport.told($0) } == [
        "plan.yaml:10:1 ^1 warning AIRED_TOO_SHORT: “Hỏi đáp pháp luật” counts from 5 min on (least-length): 1 row is "
          + "shorter than 5 min (the first: log.csv:3); 1 row states no length (the first: log.csv:4), and do not count. → "
          + "See every row: lichsong report … --explain hoi-dap. Where an edition went out in parts, name it in each row, "
          + "and their lengths add up; where the station's own log has lengths that this file lacks, take them from there."
      ])
    #expect(
      told.map(\.message.vi) == [
        "“Hỏi đáp pháp luật” chỉ tính tác phẩm dài từ 5 phút (least-length): 1 dòng nhật ký ngắn hơn 5 phút (dòng đầu: "
          + "log.csv:3); 1 dòng nhật ký không ghi thời lượng (dòng đầu: log.csv:4), không được tính."
      ])
  }

  @Test(
    "what is shorter by seconds does not count, though it is five minutes to the nearest"
  )
  func seconds() {
    func row(_ line: Int, _ edition: Int, _ time: String, _ length: Int) -> AsRunEntry {
      AsRunEntry.sample(line, at: "2018-04-0\(edition)T\(time)", line: "hoi-dap", edition: edition)
        .lasting(length)
    }
    let entries = [
      row(2, 1, "19:00", 280), row(3, 2, "19:00", 299), row(4, 3, "19:00", 300),
    ]
    let counted = tally(Self.plan, Self.placements, entries, asOf: "2018-04-30")
    #expect(counted.line("hoi-dap")?.rows.map(\.line) == [4])
    #expect(counted.tooShort.map(\.entry.length) == [280, 299])
    #expect(counted.tooShort.map(\.entry.minutes) == [5, 5])
  }

  @Test("every row of the line is explained, whatever the rule counts")
  func explained() throws {
    let log = AsRunLog.sample([
      Self.row(1, 5), Self.row(2, 4),
      .sample(9, at: "2018-05-02T19:00", line: "hoi-dap", edition: 8, minutes: 3),
      .sample(10, at: "2018-05-09T19:00", line: "hoi-dap", edition: 1, in: "km", minutes: 2),
    ])
    let reconciled = Matcher.match(plan: Self.plan, schedule: .sample(Self.placements), log: log)
    let rules = try #require(
      TallyBuilder.explanation(
        of: "hoi-dap", plan: Self.plan, schedule: .sample(Self.placements), reconciled: reconciled,
        period: .of("2018")))
    #expect(rules[0].counted.map(\.entry.place.line) == [2])
    #expect(
      rules[0].uncounted.map { "\($0.entry.place.line) \($0.reason.key)" } == [
        "3 short", "9 short", "10 short",
      ])
  }

  @Test("a work whose first run was too short counts by a repeat that was not, or by what made it good")
  func longEnoughElsewhere() {
    let placements = [
      Placement.sample("hoi-dap", 1, at: "2018-04-01T19:00"),
      .sample("hoi-dap", 1, at: "2018-04-03T07:00", run: .repeat),
      .sample("hoi-dap", 2, at: "2018-04-08T19:00"),
    ]
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-04-01T19:00", line: "hoi-dap", edition: 1, minutes: 2),
      .sample(3, at: "2018-04-03T07:00", line: "hoi-dap", edition: 1, minutes: 6),
      .sample(4, at: "2018-04-08T19:00", line: "hoi-dap", edition: 2, minutes: 2),
      .sample(
        5, at: "2018-04-10T19:00", line: "hoi-dap", edition: 2, minutes: 6, makesGood: placements[2].uid),
    ]
    let counted = tally(Self.plan, placements, entries, asOf: "2018-04-30")
    #expect(counted.line("hoi-dap")?.counts == .of(scheduled: 2, aired: 2, moved: 2))
    #expect(counted.tooShort.map(\.entry.place.line) == [2, 4])
  }

  @Test("lines without a least length count rows of any length")
  func others() {
    let plan = Plan.sample([.sample("hoi-dap", "Hỏi đáp pháp luật", quota: "4")])
    let counted = tally(plan, Self.placements, [Self.row(1, 1), Self.row(2, nil)], asOf: "2018-04-30")
    #expect(counted.line("hoi-dap")?.counts == .of(scheduled: 4, aired: 2, missed: 2))
    #expect(counted.tooShort.isEmpty)
  }
}
