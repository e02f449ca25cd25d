import ScheduleModel
import Testing

@testable import Planning

@Suite("What was said by hand is found again, and taken back by a new entry")
struct HandStatementTests {
  /// A made-up log: the first edition of the column under another title, and a film.
  private static let log = """
    date,time,outlet,title
    2026-01-06,20:15,tv,Một cửa trong tuần
    2026-01-07,21:00,tv,Phim truyện
    """

  private static func book() -> Book {
    let (book, _) = Book.empty.published(.sample(.empty), at: "2026-01-05T02:00")
    let prepared = StationYear.sample(book).importing(
      [InputFile(name: "tv.csv", bytes: Array(log.utf8))],
      StationYear.ImportRequest(time: SamplePlan.utc("2026-01-10T02:00"), author: "An"))
    return book.adding(book.following(prepared.statements))
  }

  private static func uid(_ book: Book) throws -> String {
    var year = StationYear.sample(book)
    return try #require(
      year.schedule()?.schedule.placements.first { $0.line == "chuyen-muc" && $0.outlet == "tv" }?.uid)
  }

  private static func link(
    _ book: Book, _ row: String, _ meaning: StationYear.LinkRequest.Meaning, at time: String
  ) throws -> Book {
    var year = StationYear.sample(book)
    let statement = try year.linking(
      StationYear.LinkRequest(
        row: row, meaning: meaning, author: "An", reason: "xem băng", time: SamplePlan.utc(time))
    ).get()
    return book.adding(book.following([statement]))
  }

  private static func takeBack(_ book: Book, _ id: String, at time: String) throws -> Book {
    var year = StationYear.sample(book)
    let statement = try year.withdrawing(
      id, author: "Bình", reason: "gắn nhầm", time: SamplePlan.utc(time)
    ).get()
    return book.adding(book.following([statement]))
  }

  private static func told(_ book: Book) -> [String] {
    var year = StationYear.sample(book)
    return year.handStatements().map { "\($0.author) \($0.subject.word) \($0.standing.word)" }
  }

  @Test(
    "a link is taken back: the row is as it was before, both entries stay, and the row can be linked again")
  func link_isTakenBack() throws {
    let book = Self.book()
    let uid = try Self.uid(book)
    var before = StationYear.sample(book)
    #expect(before.held()?.reconciled.unsettled.map(\.entry.place.line) == [2, 3])
    let linked = try Self.link(book, "tv.csv:2", .shows(uid: uid), at: "2026-01-11T02:00")
    var year = StationYear.sample(linked)
    #expect(year.held()?.reconciled.unsettled.map(\.entry.place.line) == [3])
    let said = try #require(year.handStatements().first)
    #expect(said.effect.map { "\($0)".hasPrefix("shows(") } == true && said.standing == .holds)
    let taken = try Self.takeBack(linked, said.id, at: "2026-01-12T02:00")
    #expect(taken.entries.count == linked.entries.count + 1)
    var after = StationYear.sample(taken)
    #expect(after.held()?.reconciled == before.held()?.reconciled)
    #expect(Self.told(taken) == ["Bình taken back holds", "An row taken back"])
    #expect(throws: WithdrawalRefusal.holdsNoMore) {
      _ = try Self.takeBack(taken, said.id, at: "2026-01-13T02:00")
    }
    let again = try Self.link(taken, "tv.csv:2", .nothing, at: "2026-01-13T02:00")
    #expect(Self.told(again) == ["An row holds", "Bình taken back replaced", "An row replaced"])
    var settled = StationYear.sample(again)
    #expect(settled.held()?.reconciled.unsettled.map(\.entry.place.line) == [3])
    #expect(settled.held()?.reconciled.setAside.map(\.entry.place.line) == [2])
  }

  @Test("an answer about a title is taken back for all its rows")
  func title_isTakenBack() throws {
    let book = Self.book()
    var year = StationYear.sample(book)
    let statement = try year.linking(
      title: "Một cửa trong tuần", line: "chuyen-muc", author: "An", reason: "đổi tên",
      time: SamplePlan.utc("2026-01-11T02:00")
    ).get()
    let answered = book.adding(book.following([statement]))
    var known = StationYear.sample(answered)
    let said = try #require(known.handStatements().first)
    #expect(said.effect == .rows(1, placed: 1))
    let taken = try Self.takeBack(answered, said.id, at: "2026-01-12T02:00")
    var after = StationYear.sample(taken)
    #expect(after.held()?.reconciled.unsettled.map(\.entry.place.line) == [2, 3])
    #expect(Self.told(taken) == ["Bình taken back holds", "An title taken back"])
  }

  @Test("a broadcast without a log is entered by hand, counts with its evidence, and is taken back")
  func broadcast_isEntered() throws {
    let book = Self.book()
    var broadcast = HandBroadcast(
      day: .iso("2026-01-09"), outlet: "tv", title: "Tin cải cách", evidence: "phiếu phát sóng số 9",
      trust: .signedSheet)
    broadcast.time = TimeOfDay("20:15")
    broadcast.line = "tin"
    let year = StationYear.sample(book)
    let statement = try year.recording(
      broadcast, author: "An", reason: "mất nhật ký", time: SamplePlan.utc("2026-01-11T02:00")
    ).get()
    let entered = book.adding(book.following([statement]))
    #expect(entered.last(.log)?.head.comment == "mất nhật ký")
    var known = StationYear.sample(entered)
    let row = try #require(known.asRun()?.log.entries.last)
    #expect(
      row.evidence == "phiếu phát sóng số 9" && row.trust == .signedSheet && row.author == "An"
        && row.line == "tin")
    let said = try #require(known.handStatements().first)
    #expect(said.subject.word == "broadcast" && said.standing == .holds)
    #expect(throws: StationYear.HandBroadcastRefusal.known) {
      _ = try known.recording(
        broadcast, author: "An", reason: "lần nữa", time: SamplePlan.utc("2026-01-12T02:00")
      ).get()
    }
    let taken = try Self.takeBack(entered, said.id, at: "2026-01-12T02:00")
    var after = StationYear.sample(taken)
    #expect(after.asRun()?.log.entries.count == 2)
    #expect(Self.told(taken) == ["Bình correction holds", "An broadcast taken back"])
  }

  @Test("a correction is found again, and taken back by what the row said before")
  func correction_isTakenBack() throws {
    let book = Self.book()
    let id = try #require(book.last(.log)).shortID
    let correction = "replaces,title,reason\n\(id):\(try Self.lineOfFilm(book)),Phim tài liệu,ghi nhầm\n"
    let prepared = StationYear.sample(book).importing(
      [InputFile(name: "sua.csv", bytes: Array(correction.utf8))],
      StationYear.ImportRequest(time: SamplePlan.utc("2026-01-11T02:00"), author: "An"))
    let corrected = book.adding(book.following(prepared.statements))
    var year = StationYear.sample(corrected)
    #expect(year.asRun()?.log.entries.map(\.title).sorted() == ["Một cửa trong tuần", "Phim tài liệu"])
    let said = try #require(year.handStatements().first)
    #expect(said.subject.word == "correction" && said.reason == "ghi nhầm")
    let taken = try Self.takeBack(corrected, said.id, at: "2026-01-12T02:00")
    var after = StationYear.sample(taken)
    #expect(after.asRun()?.log.entries.map(\.title).sorted() == ["Một cửa trong tuần", "Phim truyện"])
  }

  private static func lineOfFilm(_ book: Book) throws -> Int {
    var year = StationYear.sample(book)
    let id = try #require(year.asRun()?.log.entries.first { $0.title == "Phim truyện" }?.id)
    return try #require(Int(id.split(separator: ":")[1]))
  }
}

extension HandStatement.Subject {
  fileprivate var word: String {
    switch self {
    case .row: "row"
    case .title: "title"
    case .correction: "correction"
    case .broadcast: "broadcast"
    case .takenBack: "taken back"
    }
  }
}

extension HandStatement.Standing {
  fileprivate var word: String {
    switch self {
    case .holds: "holds"
    case .replaced: "replaced"
    case .takenBack: "taken back"
    case .notFollowed: "not followed"
    }
  }
}
