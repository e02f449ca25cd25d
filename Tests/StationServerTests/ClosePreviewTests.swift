import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// Whoever signs sees what is signed before anything is recorded: the figures, and all that is doubtful about them.
struct ClosePreviewTests {
  /// The case of Lai Châu, whose logs end in March 2018, with a row that nobody knows.
  private static func plan(_ slug: String, at station: ServedStation) async throws -> StoredPlan {
    let plan = try await DeskTests.plan(slug, at: station)
    let log = try PlanFolder.open("schedules/lai-chau-2018").contents().first {
      $0.name == "as-run/bao-in.csv"
    }
    let lines = String(decoding: try #require(log).bytes, as: UTF8.self).split(separator: "\n")
    let kept = lines.filter { $0 < "2018-04" || $0.hasPrefix("date") }
    let text = (kept + ["2018-03-20,Báo Lai Châu,,Bài không rõ (bịa ra),"]).joined(separator: "\n") + "\n"
    try await record(InputFile(name: "bao-in.csv", bytes: Array(text.utf8)), in: plan, at: station)
    return plan
  }

  /// Records a log, or a table of declared figures.
  static func record(_ file: InputFile, in plan: StoredPlan, at station: ServedStation) async throws {
    let (book, files) = try await station.desk.contents(of: plan)
    let year = StationYear(book, files)
    let prepared = year.importing(
      [file], StationYear.ImportRequest(time: ServedStation.now, author: "Tòa soạn"))
    try await station.desk.store.write(.plan(plan.number)) {
      _ = try $0.append(prepared.statements, to: plan.number, seen: book)
    }
  }

  @Test(
    "a month that no log tells of is shown as not known, with what is doubtful, and closed only after that")
  func month_withoutLog() async throws {
    try await ServedStation.visit { station in
      let slug = "xem-truoc-1"
      let plan = try await Self.plan(slug, at: station)
      let closer = try await station.reader(.closer, inUnit: 1, by: try await station.administrator())
      let address = "/p/\(slug)/desk/close"
      let choice = try await closer.get(address + "?lang=en")
      #expect(choice.seen.contains("Choose a period to see what would be signed"))
      let page = try await closer.get(address + "?period=2018-04&lang=en")
      #expect(
        page.seen.contains(
          "No log tells of any day of 2018-04: the logs end on 2018-03-30. All that went out in the period is closed as not known (“–”), which is not 0."
        ), "\(page.seen)")
      #expect(
        page.seen.contains(
          "Earlier periods are not closed: 2018-01, 2018-02, 2018-03. Closing 2018-04 does not close them."))
      #expect(page.seen.contains("Tin, bài, ảnh trên Báo Lai Châu – 8 – – 8 25"), "\(page.seen)")
      #expect(page.seen.contains("The logs have no day of this period: what went out in it is not known"))
      #expect(page.seen.contains("say up to which day at the top, and look again"))
      // Whoever says that the logs are complete gets 0, as by --as-of of the command.
      let complete = try await closer.get(address + "?period=2018-04&as-of=2018-04-30&lang=en")
      #expect(complete.seen.contains("Tin, bài, ảnh trên Báo Lai Châu – 8 0 8 25"), "\(complete.seen)")
      #expect(try await closer.get(address + "?period=2018-04&as-of=30/4").status == .badRequest)
      // Looking records nothing, and neither does a form that was sent unseen.
      let unseen = try await closer.post(address + "?lang=en", ["period": "2018-04"])
      #expect(unseen.status == .preconditionFailed)
      #expect(
        unseen.seen.contains("Look at what would be signed, below, and close it then; nothing was closed."))
      #expect(try await station.desk.contents(of: plan).book.entries(.close).isEmpty)
      let closed = try await closer.post(
        address, ["period": "2018-04", "seen": try DeskCloseTests.seen(unseen)])
      #expect(closed.status == .seeOther)
      let certificate = try await closer.get("/p/\(slug)/desk/closes/1.html?lang=en")
      #expect(
        certificate.seen.contains("Tin, bài, ảnh trên Báo Lai Châu – 8 – – 8 25"), "\(certificate.seen)")
    }
  }

  @Test(
    "rows of the period that count for nothing are named, and figures that changed meanwhile are shown again")
  func quarter_withDoubts() async throws {
    try await ServedStation.visit { station in
      let slug = "xem-truoc-2"
      let plan = try await Self.plan(slug, at: station)
      let closer = try await station.reader(.closer, inUnit: 1, by: try await station.administrator())
      let address = "/p/\(slug)/desk/close"
      let page = try await closer.get(address + "?period=2018-Q1&lang=en")
      #expect(
        page.seen.contains(
          "1 row of the logs of 2018-Q1 is of no line that is known, and the close does not count it: bao-in.csv:27."
        ),
        "\(page.seen)")
      #expect(!page.seen.contains("Earlier periods are not closed"))
      let more =
        "date,outlet,edition,title,evidence\n2018-03-31,Báo Lai Châu,26,\"Tin, bài, ảnh trên Báo Lai Châu\",\n"
      try await Self.record(InputFile(name: "them.csv", bytes: Array(more.utf8)), in: plan, at: station)
      let late = try await closer.post(
        address + "?lang=en", ["period": "2018-Q1", "seen": try DeskCloseTests.seen(page)])
      #expect(late.status == .preconditionFailed)
      #expect(late.seen.contains("Figures or doubts changed after you opened the page; nothing was closed."))
      let closed = try await closer.post(
        address, ["period": "2018-Q1", "seen": try DeskCloseTests.seen(late)])
      #expect(closed.status == .seeOther)
      let rows = "date,outlet,edition,title,evidence\n2018-03-29,Báo Lai Châu,,Bài khác (bịa ra),\n"
      try await Self.record(InputFile(name: "nua.csv", bytes: Array(rows.utf8)), in: plan, at: station)
      let differs = try await closer.get(address + "?period=2018-Q1&lang=en")
      #expect(
        differs.seen.contains("What differs from the close before Rows that changed"), "\(differs.seen)")
      #expect(differs.text.contains(#"name="reason""#))
      let without = try await closer.post(
        address + "?lang=en", ["period": "2018-Q1", "seen": try DeskCloseTests.seen(differs)])
      #expect(without.status == .conflict)
      let restated = try await closer.post(
        address,
        ["period": "2018-Q1", "seen": try DeskCloseTests.seen(differs), "reason": "Tòa soạn gửi thêm"])
      #expect(restated.status == .seeOther)
      let certificate = try await closer.get("/p/\(slug)/desk/closes/2.html?lang=en")
      #expect(certificate.seen.contains("Rows that changed"), "as the command prints it: \(certificate.seen)")
    }
  }
}
