import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// Logs and declared figures that programs send in: read first, recorded by the name of the reading.
struct APIUploadTests {
  private static let log = """
    Ngày,Giờ,Kênh,Tên,Trạng thái
    13/12/2018,20:15,truyen-hinh,Cải cách hành chính cuối năm,đã phát
    32/12/2018,19:45,truyen-hinh,Tin trong chương trình thời sự,đã phát

    """

  /// A plan of its own, and the program of somebody who brings in logs.
  private static func withLogger(
    _ slug: String, plan text: String? = nil,
    _ work: (ServedStation, StoredPlan, Program, String) async throws -> Void
  ) async throws {
    try await ServedStation.visit { station in
      let plan: StoredPlan
      if let text {
        plan = try await station.desk.store.write(.people) { transaction in
          _ = try transaction.importPlan(
            slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(text.utf8))], on: ServedStation.now)
          return try #require(try transaction.plan(slug))
        }
      } else {
        plan = try await station.ownPlan(slug)
      }
      let browser = try await station.reader(.logger, inUnit: 1, by: try await station.administrator())
      try await work(
        station, plan, try await station.program([.recordLogs], of: browser),
        "/api/v1/plans/\(slug)/uploads")
    }
  }

  private static func reading(_ answer: Answer) throws -> (upload: String, reading: [String: Any]) {
    let object = try answer.object()
    return (
      try #require((object["upload"] as? [String: Any])?["id"] as? String),
      try #require(object["reading"] as? [String: Any])
    )
  }

  @Test(
    "a log is read and nothing recorded; then it is recorded as it was read, and the trail names the token")
  func log_isRecorded() async throws {
    try await Self.withLogger("gui-api-1") { station, plan, program, address in
      let before = try await station.desk.contents(of: plan).book
      let sent = try await program.upload(address, Self.log, named: "nhat-ky.csv")
      #expect(sent.status == .created, "\(sent.text)")
      let (upload, reading) = try Self.reading(sent)
      #expect(sent.headers[.location] == "\(address)/\(upload)")
      #expect((reading["entries"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["log"])
      let findings = try #require(reading["findings"] as? [[String: Any]])
      #expect(findings.first?["code"] as? String == "LOG_ROW_BROKEN")
      #expect(findings.first?["place"] as? String == "nhat-ky.csv:3")
      #expect(try await station.desk.contents(of: plan).book.entries.count == before.entries.count)
      let id = try #require(reading["id"] as? String)
      let record = "\(address)/\(upload)/record"
      for body: [String: Any] in [["reading": "x"], ["reading": String(repeating: "0", count: 64)]] {
        #expect(try await program.send(.post, record, body).status == .conflict)
      }
      #expect(try await program.send(.post, record, [:]).status == .unprocessableContent)
      let done = try await program.send(.post, record, ["reading": id])
      #expect(done.status == .created, "\(done.text)")
      let entry = try #require(try await station.desk.contents(of: plan).book.last(.log))
      #expect((try done.object()["entries"] as? [[String: Any]])?.first?["id"] as? String == entry.id)
      let name = try await program.name()
      #expect(entry.head.author == name && entry.head.notes["left-out"] == "1")
      let trail = try await station.desk.store.read { try $0.trail(count: 2) }.map(\.note)
      #expect(trail.map(\.action) == ["record log", "upload"])
      #expect(trail.allSatisfy { $0.session?.hasPrefix("token ") == true })
      #expect(try await program.send(.post, record, ["reading": id]).status == .notFound)
    }
  }

  @Test("declared figures are sent in the same way")
  func figures_areRecorded() async throws {
    let text = """
      plan: tinh-2018
      title: Tuyên truyền tỉnh năm 2018 (số liệu minh họa)
      year: 2018
      units:
        tinh: { name: UBND tỉnh, level: province }
        huyen-a: { name: UBND huyện A, level: district, parent: tinh }
      outlets: {}
      lines:
        - { id: tin, title: Tin của các huyện, form: "tin, bài", quota: "100 tin, bài", scheduled: false, level: district }

      """
    let figures = """
      đơn vị,kỳ báo cáo,chỉ tiêu,số liệu
      UBND huyện A,Quý I năm 2018,Tin của các huyện,"12 tin, 3 bài"

      """
    try await Self.withLogger("gui-api-2", plan: text) { _, _, program, address in
      let (upload, reading) = try Self.reading(
        try await program.upload(address, figures, named: "bao-cao.csv"))
      #expect((reading["entries"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["declared"])
      let done = try await program.send(
        .post, "\(address)/\(upload)/record", ["reading": try #require(reading["id"] as? String)])
      #expect(done.status == .created, "\(done.text)")
      let rows = try await program.get("/api/v1/plans/gui-api-2/declared").object()
      #expect((rows["items"] as? [[String: Any]])?.first?["unit"] as? String == "huyen-a")
    }
  }

  @Test(
    "of what can be read in two ways nothing is recorded before it is chosen, and a choice is another reading"
  )
  func choice_isAnotherReading() async throws {
    let log = "Ngày,Giờ,Kênh,Tên,Trạng thái\n04/05/2018,20:15,truyen-hinh,Cải cách,đã phát\n"
    try await Self.withLogger("gui-api-3") { _, _, program, address in
      let (upload, first) = try Self.reading(try await program.upload(address, log, named: "hai-cach.csv"))
      let questions = first["questions"] as? [[String: Any]] ?? []
      let (_, second) = try Self.reading(try await program.get("\(address)/\(upload)?dates=MM/dd"))
      #expect(first["id"] as? String != second["id"] as? String)
      #expect((second["questions"] as? [Any])?.isEmpty == true)
      if questions.isEmpty == false {
        #expect((first["entries"] as? [Any])?.isEmpty == true)
        let nothing = try await program.send(
          .post, "\(address)/\(upload)/record", ["reading": try #require(first["id"] as? String)])
        #expect(nothing.status == .unprocessableContent)
      }
      #expect(second.description.contains("2018-04-05"))
      let wrong = try await program.get("\(address)/\(upload)?dates=dd")
      #expect(wrong.status == .badRequest)
      #expect(
        try wrong.object()["detail"] as? String == "“dd” is not understood; dates is one of dd/MM, MM/dd.")
      for query in ["day=4.5.2018", "outlet=khong-co", "columns=x", "trust=", "dates="] {
        #expect(try await program.get("\(address)/\(upload)?\(query)").status == .badRequest, "\(query)")
      }
      #expect(try await program.send(.delete, "\(address)/\(upload)", nil).status == .noContent)
      #expect(try await program.send(.delete, "\(address)/\(upload)", nil).status == .notFound)
    }
  }

  @Test("what was read before somebody changed the plan, and what somebody else read, is not recorded")
  func oldReading_isRefused() async throws {
    try await Self.withLogger("gui-api-4") { station, plan, program, address in
      let (upload, reading) = try Self.reading(
        try await program.upload(address, Self.log, named: "nhat-ky.csv"))
      let id = try #require(reading["id"] as? String)
      let other = try await station.program(
        [.recordLogs],
        of: try await station.reader(.logger, inUnit: 1, by: try await station.administrator()))
      let record = "\(address)/\(upload)/record"
      #expect(try await other.send(.post, record, ["reading": id]).status == .conflict)
      let count = try await station.desk.contents(of: plan).book.entries.count
      try await station.edit(plan) { $0 + "\n# Thêm một dòng.\n" }
      let refused = try await program.send(.post, record, ["reading": id])
      #expect(refused.status == .conflict)
      #expect(try await station.desk.contents(of: plan).book.entries.count == count)
      let (_, again) = try Self.reading(try await program.get("\(address)/\(upload)"))
      let newest = try #require(again["id"] as? String)
      #expect(newest != id)
      #expect(try await program.send(.post, record, ["reading": newest]).status == .created)
    }
  }

  @Test("what is no table, no form, too large or nothing is refused, and keeps nothing")
  func rubbish_isRefused() async throws {
    try await Self.withLogger("gui-api-5") { station, plan, program, address in
      let refused: [(Answer, HTTPResponse.Status)] = [
        (try await program.upload(address, "%PDF-1.4", named: "x.pdf"), .unsupportedMediaType),
        (try await program.upload(address, "", named: "x.csv"), .unprocessableContent),
        (try await program.upload(address, "a,b\n", named: "x.csv", field: "tep"), .unprocessableContent),
        (try await program.send(.post, address, ["file": "x"]), .unsupportedMediaType),
        (try await program.upload(address + "?name=x", "a,b\n", named: "x.csv"), .badRequest),
        (
          try await program.upload(
            address, String(repeating: "a", count: UploadLimit.file + 1), named: "x.csv"), .contentTooLarge
        ),
      ]
      for (index, (answer, status)) in refused.enumerated() {
        #expect(answer.status == status, "\(index): \(answer.text)")
        #expect(answer.headers[.contentType] == "application/problem+json")
      }
      let list = try await program.get(address).object()
      #expect(list["total"] as? Int == 0)
      #expect(try await station.desk.jobs(of: plan, count: 10).allSatisfy { $0.job.kind != .preview })
      // Who may only read sends nothing in, and nothing of it is read.
      let reader = try await station.program([.read])
      #expect(try await reader.upload(address, Self.log, named: "x.csv").status == .forbidden)
    }
  }
}
