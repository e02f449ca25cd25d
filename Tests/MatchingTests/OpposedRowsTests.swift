import Matching
import ScheduleModel
import TestSupport
import Testing

/// Rows of one airing that deny each other, numbers in titles, and items of a newscast; all rows are made up.
@Suite("Rows that contradict each other, and rows that only follow each other")
struct OpposedRowsTests {
  private static let plan = Plan.sample([
    .sample("a", "Cải cách hành chính", minutes: 15), .sample("tin", "Tin cải cách", form: "tin"),
    .sample("bt", "Bản tin xã", form: "tin", isPlaced: false),
  ])

  private func match(_ entries: [AsRunEntry], _ placements: [Placement], _ links: [EntryLink] = []) -> (
    Reconciled, told: [String]
  ) {
    let log = AsRunLog.sample(entries)
    let reconciled = Matcher.match(
      plan: Self.plan, schedule: .sample(placements), log: log, links: links, joinsRows: true)
    let findings = Matcher.findings(plan: Self.plan, log: log, links: links, reconciled: reconciled)
      .filter { [.logRowsContradict, .logRowsJoined, .logEditionDoubtful, .logRowUnclear].contains($0.code) }
    return (reconciled, findings.map { TestSupport.told($0) })
  }

  private func row(
    _ row: Int, _ time: String, _ minutes: Int? = nil, title: String = "Cải cách hành chính",
    status: AsRunEntry.Status = .aired, edition: Int? = nil
  ) -> AsRunEntry {
    .sample(row, at: time, edition: edition, title: title, status: status, minutes: minutes)
  }

  @Test(
    "a row that says that a work aired counts for nothing beside one that says that it did not, and both are told"
  )
  func opposed() {
    let placements = [Placement.sample("a", 1, at: "2018-04-05T20:15")]
    let (reconciled, told) = match(
      [row(2, "2018-04-05T20:15"), row(3, "2018-04-05T20:16", status: .offAir)], placements)
    #expect(reconciled.story.contains("a.1 missed"), "\(reconciled.story)")
    #expect(
      told == [
        "log.csv:2:1 ^1 warning LOG_ROWS_CONTRADICT: This row says that it aired, line 3 of “log.csv” says “off-air”; it does not "
          + "count as aired yet. → Ask the station. If it aired, link this row to its placement: lichsong link PLAN log.csv:2 "
          + "--shows UID --by NAME --reason WHY. If not, import a correction: “replaces” is log.csv:2, “status” is “off-air”, and "
          + "a “reason”. If log.csv:3 is wrong, correct that one in the same way."
      ])
    #expect(reconciled.hasOpenRows)
  }

  @Test("somebody's link settles it")
  func settled() {
    let placements = [Placement.sample("a", 1, at: "2018-04-05T20:15")]
    let aired = row(2, "2018-04-05T20:15")
    let (reconciled, told) = match(
      [aired, row(3, "2018-04-05T20:16", status: .offAir)], placements,
      [.sample(.shows(uid: placements[0].uid), aired)])
    #expect(reconciled.story.contains("a.1 aired 2") && told.isEmpty, "\(reconciled.story) \(told)")
  }

  @Test(
    "within one log a row that was repeated minutes after it failed, another edition and another day contradict nothing"
  )
  func others() {
    let placements = [Placement.sample("a", 1, at: "2018-04-05T20:15")]
    let (played, told) = match(
      [row(2, "2018-04-05T20:15", status: .offAir), row(3, "2018-04-05T20:20")], placements)
    #expect(played.story.contains("a.1 aired 3") && told.isEmpty, "\(played.story) \(told)")
    let (edition, none) = match(
      [row(2, "2018-04-05T20:15", status: .offAir, edition: 2), row(3, "2018-04-05T20:15", edition: 1)],
      placements)
    #expect(edition.story.contains("a.1 aired 3") && none.isEmpty)
  }

  @Test("items of a newscast that begin when the one before is over are works of their own, and it is asked")
  func newscast() {
    let placements = [Placement.sample("tin", 1, at: "2018-04-05T06:30")]
    let items = [
      row(2, "2018-04-05T06:30", 1, title: "Tin cải cách"),
      row(3, "2018-04-05T06:31", 1, title: "Tin cải cách"),
      row(4, "2018-04-05T06:32", 1, title: "Tin cải cách"),
    ]
    let (reconciled, told) = match(items, placements)
    #expect(reconciled.joined.map(\.isSure) == [false, false])
    #expect(
      told == [
        "log.csv:3:1 ^1 warning LOG_ROWS_JOINED: This row may be of the same broadcast as line 2 of “log.csv”; they count as two. "
          + "Such rows of “log.csv”: 2. → If they are one, link the superfluous row with lichsong link --nothing; if they are two, "
          + "give each its edition."
      ])
    #expect(reconciled.hasOpenRows)
  }

  @Test("rows noted twice with other lengths are told with the lengths that the rows state")
  func statedLengths() {
    let placements = [Placement.sample("a", 1, at: "2018-04-05T20:15")]
    let (_, told) = match(
      [
        row(2, "2018-04-05T20:15", 6, edition: 1), row(3, "2018-04-05T20:15:40", 4, edition: 1),
        row(4, "2018-04-05T20:22", 9, edition: 1),
      ], placements)
    #expect(
      told.contains { $0.contains("this row says 4 minutes, line 2 of “log.csv” says 6; 15 count.") },
      "\(told)")
  }

  @Test("a number behind the name of the line is the edition where the station counts as the schedule does")
  func numberInTitle() {
    let placements = (1...3).map {
      Placement.sample("a", $0, at: "2018-04-\(["05", "12", "19"][$0 - 1])T20:15")
    }
    func title(_ number: Int) -> String { "Cải cách hành chính số \(number)" }
    let (reconciled, told) = match(
      [
        row(2, "2018-04-05T20:15", title: title(1)), row(3, "2018-04-06T08:00", title: title(1)),
        row(4, "2018-04-12T20:15", title: title(2)),
        row(5, "2018-04-13T08:00", title: "Cải cách hành chính (kỳ 2)"),
      ], placements)
    #expect(reconciled.outcomes.map(\.outcome) == [.aired, .aired, .pending])
    #expect(reconciled.unplanned.map(\.edition) == [1, 2])
    #expect(told == [])
  }

  @Test(
    "where the station has a count of its own, the schedule's stays, and a number that comes twice is told")
  func ownCount() {
    let placements = (1...3).map {
      Placement.sample("a", $0, at: "2018-04-\(["05", "12", "19"][$0 - 1])T20:15")
    }
    func title(_ number: Int) -> String { "Cải cách hành chính số \(number)" }
    let (reconciled, told) = match(
      [
        row(2, "2018-04-05T20:15", title: title(512)), row(3, "2018-04-06T08:00", title: title(512)),
        row(4, "2018-04-19T20:15", title: title(514)),
      ], placements)
    #expect(reconciled.outcomes.map(\.outcome) == [.aired, .moved, .aired])
    #expect(
      told == [
        "log.csv:3:1 ^1 warning LOG_EDITION_DOUBTFUL: The titles of this row and of line 2 of “log.csv” both say no. 512; they "
          + "count as two works. → Ask the station. If one work was aired again, write “repeat” in a column “status”, or link "
          + "this row to the placement of that work: lichsong link PLAN log.csv:3 --shows UID --by NAME --reason WHY."
      ])
  }

  @Test(
    "days, documents and the line's own number are no editions",
    arguments: [
      "Cải cách hành chính số 3/2018", "Cải cách hành chính ngày 5/3", "Cải cách hành chính: Nghị định số 15",
      "Cải cách hành chính 24", "Tin số 3", "Cải cách hành chính",
    ])
  func noEditions(title: String) {
    #expect(EditionName(behindNameIn: title, of: ["Cải cách hành chính", "Tin số 3"]) == nil)
  }

  @Test("“tập 3” behind the name of a line is its edition, unless its works go out in parts")
  func instalments() {
    let names = ["Cải cách hành chính"]
    for title in [
      "Cải cách hành chính tập 3", "Cải cách hành chính (Tập 3)", "Cải cách hành chính - tập thứ 3",
    ] {
      #expect(EditionName(behindNameIn: title, of: names)?.number == 3)
      #expect(EditionName(behindNameIn: title, of: names, hasParts: true) == nil)
    }
    // What goes on after a break is the same work.
    #expect(EditionName(behindNameIn: "Cải cách hành chính phần 3", of: names) == nil)
  }

  @Test("a line without placements has the station's count alone")
  func unscheduled() {
    let (reconciled, _) = match(
      [
        row(2, "2018-04-05T06:00", title: "Bản tin xã số 812"),
        row(3, "2018-04-06T06:00", title: "Bản tin xã số 812"),
      ],
      [])
    #expect(reconciled.unplanned.map(\.edition) == [812, 812])
  }
}
