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
    // Where nobody says how long it is, rows of one edition are one airing of it.
    let any = Plan.sample([.sample("b", "Tiếp dân", isPlaced: false)])
    #expect(minutes([("07:00", 3, "Tiếp dân", 4), ("07:08", 4, "Tiếp dân", 4)], any) == ["2: 7"])
  }

  @Test(
    "a row that says in words that it goes on is no second work, whatever length the opening has or has not",
    arguments: [0, 15, 30],
    ["tiếp theo", "tiếp", "TIẾP TỤC", "phần tiếp", "phần tiếp theo", "cont.", "cont'd", "continued"])
  func goesOnInWords(length: Int, word: String) {
    let rows = [("17:00", "Chuyên mục", 15), ("17:15", "Chuyên mục (\(word))", 10)]
    #expect(held(rows, length: length) == ["cm.1 aired 2", "3 with 2", "25"])
    let later = [("17:00", "Chuyên mục", 15), ("17:25", "Chuyên mục (\(word))", 10)]
    #expect(held(later, length: length) == ["cm.1 aired 2", "3 with 2", "25"])
  }

  @Test(
    "what two rows say to have been on counts once, and a part without a length leaves that of the whole open"
  )
  func lengthsOfParts() {
    #expect(
      held([("17:00", "Chuyên mục", 20), ("17:10", "Chuyên mục (tiếp theo)", 15)])
        == ["cm.1 aired 2", "3 with 2", "25"])
    #expect(
      held([("17:00", "Chuyên mục", nil), ("17:10", "Chuyên mục (tiếp theo)", 15)])
        == ["cm.1 aired 2", "3 with 2", "–"])
    #expect(
      held([("17:00", "Chuyên mục", 15), ("17:20", "Chuyên mục (tiếp theo)", nil)])
        == ["cm.1 aired 2", "3 with 2", "–"])
  }

  @Test(
    "after more than a quarter of an hour it is another, and a live broadcast does not go on because it is called so"
  )
  func notInWords() {
    #expect(
      held([("17:00", "Chuyên mục", 15), ("17:31", "Chuyên mục (tiếp theo)", 10)])
        == ["cm.1 aired 2", "cm unplanned 3", "15"])
    #expect(
      held([("17:00", "Chuyên mục trực tiếp", 15), ("17:15", "Chuyên mục trực tiếp", 10)], length: 15)
        == ["cm.1 aired 2", "cm unplanned 3", "15"])
  }

  @Test("where neither a word nor a length says it, two count and it is told")
  func unsaid() {
    #expect(
      held([("17:00", "Chuyên mục", 15), ("17:15", "Chuyên mục", 10)])
        == ["cm.1 aired 2", "cm unplanned 3", "3 with 2?", "15"])
    #expect(
      held([("17:00", "Chuyên mục", nil), ("17:10", "Chuyên mục", nil)])
        == ["cm.1 aired 2", "cm unplanned 3", "3 with 2?", "–"])
  }

  /// What becomes of rows of a line without a length, planned for 17:00 in an opening of so many minutes.
  private func held(_ rows: [(String, String, Int?)], length: Int = 0) -> [String] {
    let start = LocalTime(.of("2018-04-05"), .of("17:00"))
    let slot = Slot(
      outlet: "truyen-hinh", grid: "g", ruleDay: .of("2018-04-05"),
      timing: .timed(start: start, minutes: length), pieces: 1, languages: [])
    let placement = Placement(
      plan: "lai-chau", line: "cm", edition: 1, language: .vietnamese, run: .first, slot: slot)
    let entries = rows.enumerated().map { index, row in
      AsRunEntry.sample(index + 2, at: "2018-04-05T\(row.0)", title: row.1, minutes: row.2)
    }
    let reconciled = Matcher.match(
      plan: .sample([.sample("cm", "Chuyên mục")]), schedule: .sample([placement]), log: .sample(entries),
      joinsRows: true)
    let told = reconciled.joined.map {
      "\($0.part.place.line) with \($0.head.place.line)\($0.isSure ? "" : "?")"
    }
    return reconciled.story + told
      + reconciled.outcomes.map { $0.entry?.minutes.map(String.init) ?? "–" }
  }

  @Test(
    "parts of one broadcast that the titles number are one work",
    arguments: [
      ("(P1)", "(P2)"), ("- P.1", "- P.2"), ("phần I", "phần II"), ("Phần đầu", "Phần cuối"),
      ("part 1", "part 2"),
      ("(phần một)", "(phần hai)"), ("(Ph. 1)", "(Ph. 2)"), ("", "(P2)"),
    ])
  func numberedParts(first: String, second: String) {
    let title = "Cải cách hành chính "
    let whole = match([row(2, "20:15", 6, title: title + first), row(3, "20:23", 7, title: title + second)])
    #expect(whole.story == ["a.1 aired 2"] && whole.told == ["3 with 2"] && whole.minutes == [13])
  }

  @Test(
    "titles that go on in different ways behind the line's name make two works, and it is told where they may be one",
    arguments: [
      ("(1)", "(2)"), ("1", "2"), ("(1/2)", "(2/2)"), ("(đầu)", "(cuối)"), ("(mở đầu)", "(kết thúc)"),
      ("", "tt"),
      (": ra quân", ": tổng kết"),
    ])
  func pieces(first: String, second: String) {
    let title = "Cải cách hành chính"
    func pair(_ minutes: Int?, _ other: Int?, _ time: String = "20:23") -> [String] {
      match([
        row(2, "20:15", minutes, title: "\(title) \(first)"),
        row(3, time, other, title: "\(title) \(second)"),
      ]).told
    }
    #expect(pair(6, 7) == ["3 with 2?"])
    #expect(pair(nil, nil) == ["3 with 2?"])
    // Each is a whole edition, or the other begins much later.
    #expect(pair(15, 15, "20:30") == [])
    #expect(pair(6, 7, "20:45") == [])
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
