import ScheduleModel
import Testing

@testable import Planning

@Suite("What is published is kept")
struct PublicationTests {
  private func placed(_ book: Book) -> [PublishedPlacement] { PublicationFold(book).rows.filter(\.isPlanned) }

  @Test("the first publication says every placement and task; the same again says nothing")
  func first() {
    let (book, prepared) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    #expect(book.entries.map(\.head.kind) == [.plan, .publication])
    #expect(prepared.summary.added == 30 && placed(book).count == 30)
    #expect(
      placed(book).allSatisfy { $0.revision.sequence == 0 && $0.outcome == nil && $0.status == .confirmed })
    #expect(placed(book).flatMap(\.tasks).count == 12, "a translation before each version")
    #expect(book.published(.sample(book), at: "2026-01-06T02:00").prepared.statements.isEmpty)
  }

  @Test(
    "an amended quota changes no outcome of a past day, and is told with what differs and the two ways out")
  func outdated() throws {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let log = InputFile(name: "as-run/tv.csv", bytes: Array(aired(placed(book), before: "2026-04-01").utf8))
    var before = StationYear.sample(book, logs: [log])
    var after = StationYear.sample(book, plan: SamplePlan.text(column: 14), logs: [log])
    #expect(before.held()?.outcomes.map(\.outcome) == after.held()?.outcomes.map(\.outcome))
    #expect(before.schedule()?.findings == [])
    let findings = after.schedule()?.findings ?? []
    let finding = try #require(findings.first)
    #expect(finding.code == .scheduleOutdated)
    #expect(
      finding.message.en
        == "The plan asks for something else than what is published: “Cải cách hành chính” 12 → 14 (2 more than published)."
    )
    #expect(finding.remedy?.en.contains("allocate PLAN --from DATE") == true)
    #expect(
      book.published(after, at: "2026-04-02T02:00").book.last(.publication)?.head.notes["plan"]
        == book.last(.publication)?.head.notes["plan"], "publishing outcomes alone does not settle it")
  }

  @Test("a quota raised by two adds two works and their versions, and moves nothing else")
  func replan() throws {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let log = InputFile(name: "as-run/tv.csv", bytes: Array(aired(placed(book), before: "2026-04-01").utf8))
    let plan = SamplePlan.text(column: 14)
    var year = StationYear.sample(book, plan: plan, logs: [log])
    let made = year.replan(from: .iso("2026-05-17"), slack: nil)
    let replanned = try #require(made)
    let (after, prepared) = book.published(
      .sample(book, plan: plan, logs: [log], draft: replanned.draft), at: "2026-05-17T02:00")
    #expect(prepared.findings.filter { $0.severity == .error } == [])
    #expect(prepared.summary.moved == 0 && prepared.summary.withdrawn == 0 && prepared.summary.added == 4)
    let old = Dictionary(uniqueKeysWithValues: placed(book).map { ($0.placement.uid, $0.placement) })
    for row in placed(after) { #expect(old[row.placement.uid].map { $0 == row.placement } ?? true) }
  }

  @Test("what aired is history by the logs; what no log tells of yet stays as published, and it is not known")
  func history() throws {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let log = InputFile(name: "as-run/tv.csv", bytes: Array(aired(placed(book), before: "2026-04-01").utf8))
    var year = StationYear.sample(book, logs: [log])
    let made = year.replan(from: .iso("2026-05-17"), slack: nil)
    let start = try #require(made).replan.start
    var (known, open) = (0, 0)
    for placement in placed(book).map(\.placement) {
      let day = placement.timing.day
      #expect(start.aired[placement.uid] == (day < .iso("2026-05-17") ? day : nil))
      #expect(
        start.unknown.contains(placement.uid)
          == (CivilDay.iso("2026-04-01")..<CivilDay.iso("2026-05-17")).contains(day))
      if day < .iso("2026-04-01") { known += 1 }
      if day >= .iso("2026-05-17") { open += 1 }
    }
    #expect(start.airedCount == known && start.isLogged && start.unplanned == 0)
    #expect(known > 0 && !start.unknown.isEmpty && open > 0)
  }

  @Test("a year whose texts were dropped counts the same; a Book with a close keeps them")
  func droppedTexts() throws {
    let (published, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let log = InputFile(
      name: "as-run/tv.csv", bytes: Array(aired(placed(published), before: "2026-04-01").utf8))
    let request = StationYear.ImportRequest(time: SamplePlan.utc("2026-04-01T02:00"), author: "An")
    let imported = StationYear.sample(published).importing([log], request).statements
    let book = published.adding(published.following(imported))
    func year(_ book: Book, drops: Bool) -> StationYear {
      var year = StationYear.sample(book)
      _ = year.schedule()
      if drops { year.dropTexts() }
      _ = year.asRun()
      if drops { year.dropTexts() }
      return year
    }
    var (whole, small) = (year(book, drops: false), year(book, drops: true))
    let reconciled = small.held()
    let held = try #require(reconciled)
    #expect(held.outcomes.contains { $0.outcome == .aired })
    #expect(held.reconciled == whole.held()?.reconciled && held.findings == whole.held()?.findings)
    let texts = { (year: StationYear) in
      (year.book.entries(.publication) + year.book.entries(.log)).filter { !$0.body.isEmpty }.count
    }
    #expect(texts(whole) == 2 && texts(small) == 0)
    let close = BookEntry.Head(
      kind: .close, time: SamplePlan.utc("2026-04-02T02:00"), author: "An", notes: ["period": "2026-Q1"])
    let closed = book.adding(book.following([Book.Statement(close, body: [])]))
    #expect(texts(year(closed, drops: true)) == 2)
  }

  @Test("a miss stays a miss; its second attempt is a placement of its own and counts once")
  func again() throws {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let missed = try #require(placed(book).first { $0.placement.line == "tin" }?.placement)
    let rows = placed(book).filter { $0.placement.uid != missed.uid }
    let log = InputFile(name: "as-run/tv.csv", bytes: Array(aired(rows, before: "2026-07-01").utf8))
    var year = StationYear.sample(book, logs: [log])
    let made = year.replan(from: .iso("2026-07-01"), slack: nil)
    let replanned = try #require(made)
    let again = try #require(replanned.draft.rows.first { $0.againOf == missed.uid })
    #expect(again.placement.uid == "vi-du.tin.\(missed.edition).vi.again.2@lichsong")
    let (after, _) = book.published(
      .sample(book, logs: [log], draft: replanned.draft), at: "2026-07-01T02:00")
    let row = try #require(PublicationFold(after).rows.first { $0.placement.uid == missed.uid })
    #expect(
      row.placement == missed && row.outcome == .missed && row.status == .tentative
        && row.revision.sequence == 1)
    let good = "date,time,outlet,line,edition,language,title,status\n" + line(of: again.placement)
    let second = InputFile(name: "as-run/tv-2.csv", bytes: Array(good.utf8))
    func counted(_ logs: [InputFile]) throws -> Counts {
      var year = StationYear.sample(after, logs: logs)
      let tally = year.tally(try #require(ReportingPeriod("2026", profile: .calendarYear)))?.tally
      return try #require(tally?.lines.first { $0.line == "tin" }).counts
    }
    let (without, with) = (try counted([log]), try counted([log, second]))
    #expect(without.scheduled == 6 && with.scheduled == 6, "the second attempt is no seventh work")
    #expect(with.aired == without.aired + 1)
    var end = StationYear.sample(after, logs: [log, second])
    #expect(end.held()?.outcomes.first { $0.placement.uid == again.placement.uid }?.outcome == .aired)
  }

  @Test("a line that is renamed keeps its UIDs, its outcomes and its place, and a re-plan goes on under them")
  func renamed() throws {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let text = String(decoding: SamplePlan.text(news: 7).bytes, as: UTF8.self)
      .replacing("- id: tin\n", with: "- id: tin-tuc\n    was: tin\n")
    let plan = InputFile(name: "plan.yaml", bytes: Array(text.utf8))
    let log = InputFile(name: "as-run/tv.csv", bytes: Array(aired(placed(book), before: "2026-04-01").utf8))
    var year = StationYear.sample(book, plan: plan, logs: [log])
    #expect(year.plan?.line("tin-tuc")?.was == "tin")
    let changes = year.schedule()?.findings.map(\.message.en) ?? []
    #expect(
      changes == [
        "The plan asks for something else than what is published: “Tin cải cách” 6 → 7 (1 more than published)."
      ])
    let made = year.replan(from: .iso("2026-04-01"), slack: nil)
    let replanned = try #require(made)
    let (after, prepared) = book.published(
      .sample(book, plan: plan, logs: [log], draft: replanned.draft), at: "2026-04-01T02:00")
    #expect(prepared.findings.filter { $0.severity == .error } == [])
    #expect(prepared.summary.added == 1 && prepared.summary.moved == 0 && prepared.summary.withdrawn == 0)
    let before = Set(placed(book).map(\.placement.uid))
    let new = placed(after).filter { !before.contains($0.placement.uid) }
    #expect(new.map(\.placement.uid) == ["vi-du.tin-tuc.7.vi@lichsong"])
    let old = placed(after).filter { $0.placement.uid.hasPrefix("vi-du.tin.") }
    #expect(old.count == 6 && old.allSatisfy { $0.placement.line == "tin-tuc" })
  }

  @Test("days that no log of an outlet tells of yet stay as published, and nothing of them is planned twice")
  func unknown() throws {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let known = placed(book).filter { $0.placement.outlet == "tv" }
    let log = InputFile(name: "as-run/tv.csv", bytes: Array(aired(known, before: "2026-04-01").utf8))
    var year = StationYear.sample(book, logs: [log])
    let made = year.replan(from: .iso("2026-05-01"), slack: nil)
    let replanned = try #require(made)
    #expect(replanned.draft.rows.count == 30 && replanned.draft.rows.allSatisfy { $0.againOf == nil })
  }

  @Test("two people who change the same placement are told, neither wins, and a later publication settles it")
  func forked() throws {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let uid = try #require(placed(book).last { $0.placement.line == "tin" }?.placement.uid)
    func moved(_ book: Book, choice: Int, at time: String) throws -> Book {
      var year = StationYear.sample(book)
      let slots = try year.moving(uid, to: nil, by: "A", why: nil, at: SamplePlan.utc("2026-01-06T00:00"))
        .get()
      guard case .slots(let open) = slots, open.count > 1 else { throw Missing() }
      let made = try year.moving(
        uid, to: open[choice].id, by: "A", why: nil, at: SamplePlan.utc("2026-01-06T00:00")
      ).get()
      guard case .moved(let draft, _, _) = made else { throw Missing() }
      return book.published(.sample(book, draft: draft), at: time).book
    }
    let mine = try moved(book, choice: 0, at: "2026-01-07T00:00")
    let theirs = try moved(book, choice: 1, at: "2026-01-08T00:00")
    let joined = Book(mine.entries + theirs.entries)
    #expect(Array(PublicationFold(joined).conflicts.keys) == [uid])
    let before = try #require(placed(book).first { $0.placement.uid == uid })
    #expect(
      placed(joined).first { $0.placement.uid == uid }?.placement == before.placement, "as both had seen it")
    var year = StationYear.sample(joined)
    #expect(year.schedule()?.findings.map(\.code) == [.bookForked])
    let settled = try moved(joined, choice: 0, at: "2026-01-09T00:00")
    #expect(PublicationFold(settled).conflicts.isEmpty)
    #expect(placed(settled).first { $0.placement.uid == uid }?.revision.sequence == 2)
  }

  private struct Missing: Error {}

  /// A log in which some placements went out as planned, up to a day.
  private func aired(_ rows: [PublishedPlacement], before day: String) -> String {
    "date,time,outlet,line,edition,language,title,status\n"
      + rows.filter { $0.placement.timing.day.description < day }.map { line(of: $0.placement) }.joined()
  }

  private func line(of placement: Placement) -> String {
    let start = placement.timing.startText.split(separator: "T")
    return "\(start[0]),\(start[1]),\(placement.outlet),\(placement.line),\(placement.edition),"
      + "\(placement.language),Cải cách,aired\n"
  }
}

extension CivilDay {
  /// A day that a test writes.
  static func iso(_ text: String) -> CivilDay {
    guard let day = CivilDay(iso: text) else { preconditionFailure("“\(text)” is no day") }
    return day
  }
}
