import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("What is doubtful once schedule and log are held against each other")
struct MatcherFindingsTests {
  @Test("an outlet whose logs do not reach as far as others' is told when something was due there")
  func outletWithoutLog() {
    let plan = Plan.sample([.sample("a", "A")])
    let schedule = Schedule.sample([
      .sample("a", 1, at: "2018-04-05T20:15"), .sample("a", 1, at: "2018-04-05", on: "bao", run: .crossPost),
      .sample("a", 2, at: "2018-04-06", on: "bao", run: .crossPost),
      .sample("a", 3, at: "2018-05-06", on: "cong", run: .crossPost),
    ])
    func findings(_ entries: [AsRunEntry], asOf: String? = nil) -> [String] {
      let reconciled = Matcher.match(
        plan: plan, schedule: schedule, log: .sample(entries), asOf: asOf.map(CivilDay.of))
      return Matcher.findings(plan: plan, log: .sample(entries), reconciled: reconciled).flatMap {
        [told($0, in: .vietnamese), told($0)]
      }
    }
    let television = AsRunEntry.sample(2, at: "2018-04-07T20:15", line: "a", edition: 1)
    #expect(
      findings([television]) == [
        "plan.yaml:1:1 ^1 warning OUTLET_WITHOUT_LOG: Nhật ký không có dòng nào của “Báo Lai Châu”: "
          + "2 lượt đến hạn chậm nhất ngày 07/04/2018 chưa có nhật ký, không tính là đã phát hay chưa thực hiện. "
          + "→ Bổ sung nhật ký của kênh này. Nếu nhật ký đã đủ và các lượt đó không phát: thêm --as-of 2018-04-07.",
        "plan.yaml:1:1 ^1 warning OUTLET_WITHOUT_LOG: The logs have no row of “Báo Lai Châu”: "
          + "for 2 placements due by 2018-04-07 there is no log yet; they count neither as aired nor as missed. "
          + "→ Add this outlet's log. If the logs are complete and nothing of it went out, say so with --as-of 2018-04-07.",
      ])
    #expect(
      findings([television, .sample(3, at: "2018-04-05", on: "bao", line: "a", edition: 1)]).last
        == "plan.yaml:1:1 ^1 warning OUTLET_WITHOUT_LOG: The logs of “Báo Lai Châu” end on 2018-04-05, others on "
        + "2018-04-07: for 1 placement due by 2018-04-07 there is no log yet; it counts neither as aired nor as missed. "
        + "→ Add this outlet's log. If the logs are complete and nothing of it went out, say so with --as-of 2018-04-07."
    )
    // Somebody says that the logs are complete.
    #expect(
      findings([television], asOf: "2018-04-07") == [
        "plan.yaml:1:1 ^1 warning OUTLET_WITHOUT_LOG: Nhật ký không có dòng nào của “Báo Lai Châu”; "
          + "số lượt đã đến ngày bị tính là chưa thực hiện: 2. "
          + "→ Bổ sung nhật ký của kênh này; nếu đúng là chưa phát, đăng lượt nào thì không cần sửa.",
        "plan.yaml:1:1 ^1 warning OUTLET_WITHOUT_LOG: The logs have no row of “Báo Lai Châu”; "
          + "placements that were due there and count as missed: 2. "
          + "→ Add this outlet's log; if nothing went out there indeed, nothing needs to be done.",
      ])
    #expect(findings([television, .sample(3, at: "2018-04-06", on: "bao", line: "a", edition: 2)]) == [])
    #expect(findings([]) == [], "without a log nothing is missed")
  }

  @Test(
    "a row that says something else than its UID is told, and so are UIDs that the schedule does not have")
  func uids() {
    let plan = Plan.sample([.sample("a", "A"), .sample("b", "B")])
    let first = Placement.sample("a", 1, at: "2018-04-05T20:15")
    let version = Placement.sample("a", 1, at: "2018-04-06T20:15", in: "hmn")
    let log = AsRunLog.sample([
      .sample(2, at: "2018-04-05", on: "bao", line: "b", edition: 3, uid: first.uid),
      .sample(3, at: "2018-04-06", uid: version.uid), .sample(4, at: "2018-04-06", uid: "x@dai"),
      .sample(5, at: "2018-04-06", on: "vtv5", in: "hmn", status: .sent, uid: version.uid),
      .sample(6, at: "2018-04-07", uid: "y@dai"),
    ])
    let reconciled = Matcher.match(plan: plan, schedule: .sample([first, version]), log: log)
    let findings = Matcher.findings(plan: plan, log: log, reconciled: reconciled)
    let expected = """
      log.csv:2:1 ^1 warning LOG_UID_CONTRADICTED: UID “lai-chau.a.1.vi@lichsong” là của chỉ tiêu a, kỳ 1, kênh \
      truyen-hinh, tiếng Việt; dòng này lại ghi chỉ tiêu b, kỳ 3, kênh bao, tiếng Việt. Tính theo UID. \
      → Đối chiếu với nhật ký gốc của đài. Nếu các cột kia mới đúng, gắn dòng này vào lượt phát đúng: lichsong link.
      log.csv:2:1 ^1 warning LOG_UID_CONTRADICTED: The UID “lai-chau.a.1.vi@lichsong” is that of line a, edition 1, \
      outlet truyen-hinh, language Vietnamese; the row says line b, edition 3, outlet bao, language Vietnamese. \
      The UID counts. → Compare it with the station's own log. If the other columns are right, link the row to its placement: lichsong link.
      log.csv:4:1 ^1 warning LOG_UID_UNKNOWN: Lịch không có UID “x@dai”; số dòng của “log.csv” ghi UID không có \
      trong lịch: 2; các dòng này được đối chiếu theo các cột khác. → Kiểm tra xem nhật ký có đúng của kế hoạch \
      này không; mã riêng của đài thì đổi tên cột.
      log.csv:4:1 ^1 warning LOG_UID_UNKNOWN: The schedule has no UID “x@dai”; rows of “log.csv” with a UID that \
      it does not have: 2; their other columns count. → See whether the log belongs to this plan; if these are \
      the station's own ids, rename the column.
      """
    let all = findings.flatMap { [told($0, in: .vietnamese), told($0)] }.joined(separator: "\n")
    #expect(all == expected)
  }
}

@Suite("A length that goes past the end of its opening")
struct OverrunTests {
  private static let plan = Plan.sample(
    [.sample("a", "A", on: .each(["th"]))],
    further: [
      Outlet(
        id: "th", name: "Truyền hình", kind: .television, level: nil, owner: nil, zone: "Asia/Ho_Chi_Minh",
        validity: .always,
        grid: [
          GridLine(
            id: "g", recurrence: .dates([.of("2018-04-05"), .of("2018-04-06")]), at: .of("20:15"),
            minutes: 20, pieces: 1,
            languages: [], validity: .always, inBlackout: .drop, place: .plan(1))
        ], place: .plan(1))
    ])

  @Test("is told once for a file; the tolerance for being on time is none")
  func overrun() {
    let placements = ["2018-04-05T20:15", "2018-04-06T20:15"].enumerated().map {
      Placement.sample("a", $0 + 1, at: $1, on: "th")
    }
    func told(_ minutes: Int...) -> [String] {
      let entries = minutes.enumerated().map { index, minutes in
        AsRunEntry.sample(
          index + 2, at: "2018-04-0\(index + 5)T20:15", on: "th", line: "a", edition: index + 1,
          minutes: minutes)
      }
      let reconciled = Matcher.match(plan: Self.plan, schedule: .sample(placements), log: .sample(entries))
      return Matcher.findings(plan: Self.plan, log: .sample(entries), reconciled: reconciled).map {
        TestSupport.told($0)
      }
    }
    #expect(told(15, 25) == [])
    #expect(
      told(95, 150) == [
        "log.csv:2:1 ^1 warning LOG_LENGTH_DOUBTFUL: By the length that it states, this row went on 75 minutes past the "
          + "end of its opening; the length counts. Such rows of “log.csv”: 2. → See whether the column has minutes, and "
          + "whether the end is right."
      ])
  }

  @Test("a row of an outlet that had ended counts, and is told")
  func outletEnded() {
    let sample = Plan.sample([.sample("a", "A")])
    let outlets = sample.outlets.map { outlet in
      outlet.id == "bao"
        ? Outlet(
          id: outlet.id, name: outlet.name, kind: outlet.kind, level: outlet.level, owner: outlet.owner,
          zone: outlet.zone, validity: Validity(through: .of("2018-03-31")), grid: outlet.grid,
          place: outlet.place)
        : outlet
    }
    let plan = Plan(
      id: sample.id, title: sample.title, year: sample.year, days: sample.days, revised: sample.revised,
      documents: [],
      units: [], outlets: outlets, blackouts: [], topics: [], lines: sample.lines, totals: [],
      matching: sample.matching,
      remarks: [])
    let log = AsRunLog.sample([.sample(3, at: "2018-04-02", on: "bao", line: "a", edition: 1)])
    let reconciled = Matcher.match(plan: plan, schedule: .sample([]), log: log, asOf: nil)
    #expect(
      Matcher.findings(plan: plan, log: log, reconciled: reconciled).map(\.message.en) == [
        "“Báo Lai Châu” ended on 31/03/2018, and the log has a row of 02/04/2018; it counts all the same."
      ])
  }
}
