import Matching
import ScheduleModel
import TestSupport
import Testing

@Suite("Rows of a log that tell of one broadcast")
struct JoinedRowsTests {
  private static let plan = Plan.sample([
    .sample("a", "Cải cách hành chính", minutes: 15), .sample("tin", "Thời sự", form: "tin"),
  ])

  private func match(_ entries: [AsRunEntry], _ links: [EntryLink] = []) -> (
    story: [String], told: [String], minutes: [Int?]
  ) {
    let placements = [Placement.sample("a", 1, at: "2018-04-05T20:15")]
    let log = AsRunLog.sample(entries)
    let reconciled = Matcher.match(
      plan: Self.plan, schedule: .sample(placements), log: log, links: links, joinsRows: true)
    let told = reconciled.joined.map {
      "\($0.part.place.line) with \($0.head.place.line)\($0.isSure ? "" : "?")"
    }
    return (reconciled.story, told, reconciled.outcomes.map { $0.entry?.minutes })
  }

  private func row(
    _ row: Int, _ time: String, _ minutes: Int? = nil, title: String = "Cải cách hành chính",
    edition: Int? = nil
  ) -> AsRunEntry {
    .sample(row, at: "2018-04-05T\(time)", edition: edition, title: title, minutes: minutes)
  }

  @Test("a broadcast that goes on after a break is one work, as long as its parts together")
  func interrupted() {
    let whole = match([row(2, "20:15", 6), row(3, "20:22:30", 9)])
    #expect(whole.story == ["a.1 aired 2"] && whole.told == ["3 with 2"] && whole.minutes == [15])
    let titled = match([
      row(2, "20:15", 6), row(3, "20:22", 4, title: "CẢI CÁCH HÀNH CHÍNH (tiếp theo)"), row(4, "20:27", 5),
    ])
    #expect(
      titled.story == ["a.1 aired 2"] && titled.told == ["3 with 2", "4 with 2"] && titled.minutes == [15])
  }

  @Test("two rows seconds apart are one broadcast noted twice; the one that says more counts")
  func twice() {
    let noted = match([row(2, "20:15", 15), row(3, "20:15:40", 15, edition: 1)])
    #expect(noted.story == ["a.1 aired 3"] && noted.told == ["2 with 3"] && noted.minutes == [15])
  }

  @Test(
    "parts of an edition that would be too short to count add up, though nobody says how long it is as a whole"
  )
  func partsBelowTheLeast() {
    let line = PlanLine.sample("b", "Tiếp dân", isPlaced: false).counting(from: 5)
    func minutes(_ rows: [(String, Int, String, Int?)], _ plan: Plan) -> [String] {
      let entries = rows.enumerated().map { index, row in
        AsRunEntry.sample(
          index + 2, at: "2018-04-05T\(row.0)", edition: row.3, title: row.2, minutes: row.1)
      }
      return Matcher.match(
        plan: plan, schedule: .sample([]), log: .sample(entries), joinsRows: true
      ).unplanned.map { "\($0.entry.place.line): \($0.entry.minutes ?? 0)" }
    }
    let plan = Plan.sample([line])
    #expect(minutes([("07:00", 3, "Tiếp dân", 4), ("07:08", 4, "Tiếp dân", 4)], plan) == ["2: 7"])
    #expect(
      minutes([("07:00", 3, "Tiếp dân", nil), ("07:08", 4, "Tiếp dân (tiếp theo)", nil)], plan) == ["2: 7"])
    // Long enough by itself, it may have been aired again at once.
    #expect(minutes([("07:00", 5, "Tiếp dân", 4), ("07:08", 5, "Tiếp dân", 4)], plan) == ["2: 5", "3: 5"])
    // Nothing says that the second row goes on with the first.
    #expect(
      minutes([("07:00", 3, "Tiếp dân", nil), ("07:08", 4, "Tiếp dân", nil)], plan) == ["2: 3", "3: 4"])
    #expect(minutes([("07:00", 3, "Tiếp dân", 4), ("07:30", 4, "Tiếp dân", 4)], plan) == ["2: 3", "3: 4"])
    let any = Plan.sample([.sample("b", "Tiếp dân", isPlaced: false)])
    #expect(minutes([("07:00", 3, "Tiếp dân", 4), ("07:08", 4, "Tiếp dân", 4)], any) == ["2: 3", "3: 4"])
  }

  @Test("where it is not clear both count, and it is told")
  func unclear() {
    let overlapping = match([row(2, "20:15", 15), row(3, "20:22", 15)])
    #expect(overlapping.story == ["a.1 aired 2", "a unplanned 3"] && overlapping.told == ["3 with 2?"])
    let longer = match([row(2, "20:15", 10), row(3, "20:26", 14)])
    #expect(longer.story.count == 2 && longer.told == ["3 with 2?"])
  }

  @Test(
    "other editions, whole works after each other, other days and what somebody linked stay what they are")
  func others() {
    #expect(match([row(2, "20:15", 7, edition: 1), row(3, "20:22", 8, edition: 2)]).told == [])
    #expect(match([row(2, "20:15", 15), row(3, "20:30", 15)]).told == [])
    #expect(match([row(2, "20:15", 5), row(3, "21:15", 10)]).told == [])
    let (first, second) = (row(2, "20:15", 5), row(3, "20:20", 10))
    #expect(match([first, second], [.sample(.nothing, second)]).told == [])
  }

  @Test("items of one newscast that share its time stay several")
  func items() {
    let items = (0..<4).map { index in
      AsRunEntry.sample(
        index + 2, at: "2018-04-06T19:45", line: "tin", title: "Tin số \(index): mùa vụ", minutes: 1)
    }
    #expect(match(items).told == [])
    let untitled = (0..<3).map {
      AsRunEntry.sample($0 + 2, at: "2018-04-06T19:45", line: "tin", minutes: $0 + 1)
    }
    #expect(match(untitled).told == [])
  }
}
