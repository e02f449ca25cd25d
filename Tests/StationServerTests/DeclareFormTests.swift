import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What districts report is entered in a form, read as the spreadsheet form is read, and recorded as it was understood.
struct DeclareFormTests {
  static let plan = """
    plan: tinh-2018
    title: Tuyên truyền tỉnh năm 2018 (số liệu minh họa)
    year: 2018
    units:
      tinh: { name: UBND tỉnh, level: province }
      huyen-a: { name: UBND huyện A, level: district, parent: tinh }
      huyen-b: { name: UBND huyện B, level: district, parent: tinh }
    outlets: {}
    lines:
      - { id: tin, title: Tin của các huyện, form: "tin, bài", quota: "100 tin, bài", scheduled: false, level: district }
      - { id: hoi-thi, title: Hội thi, form: hội thi, quota: 4, scheduled: false, level: district }

    """

  @Test(
    "a figure is shown as understood, recorded when said so, an empty row stays not reported, and who is missing is seen"
  )
  func form_isFilled() async throws {
    try await ServedStation.visit { station in
      let slug = "bieu-1"
      let plan = try await station.desk.store.write(.people) { transaction in
        _ = try transaction.importPlan(
          slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(Self.plan.utf8))], on: ServedStation.now)
        return try #require(try transaction.plan(slug))
      }
      let logger = try await station.reader(.logger, inUnit: 1, by: try await station.administrator())
      let list = try await logger.get("/p/\(slug)/logs/declare?lang=vi")
      #expect(list.seen.contains("UBND huyện A chưa báo cáo chưa báo cáo"), "\(list.seen)")
      let address = "/p/\(slug)/logs/declare/huyen-a/2018-Q1"
      let empty = try await logger.get(address + "?lang=vi")
      #expect(empty.seen.contains("UBND huyện A, quý I năm 2018"), "\(empty.seen)")
      #expect(empty.text.contains(#"name="received" value="14/06/2018""#))
      let seen = try DeskCloseTests.seen(empty)
      let nothing = try await logger.post(
        address + "?lang=vi", ["step": "record", "seen": seen, "received": "14/06/2018"])
      #expect(nothing.status == .unprocessableContent && nothing.seen.contains("Chưa điền số liệu nào"))
      let wrong = try await logger.post(
        address + "?lang=vi", ["step": "record", "seen": seen, "value1": "chưa rõ bao nhiêu"])
      #expect(
        wrong.status == .unprocessableContent && wrong.text.contains(#"value="chưa rõ bao nhiêu""#),
        "\(wrong.seen)")
      let fields = [
        "seen": seen, "value1": "12 tin, 3 bài", "evidence1": "báo cáo 5/BC", "author": "Lò Thị C",
        "received": "03/04/2018",
      ]
      let checked = try await logger.post(address + "?lang=vi", fields.merging(["step": "check"]) { $1 })
      #expect(checked.seen.contains("Hiểu là: 15 tin, bài"), "\(checked.seen)")
      #expect(try await station.desk.contents(of: plan).book.entries.isEmpty, "a check records nothing")
      let recorded = try await logger.post(address + "?lang=vi", fields.merging(["step": "record"]) { $1 })
      #expect(recorded.status == .seeOther)
      let entries = try await station.desk.contents(of: plan).book.entries(.declared)
      #expect(entries.count == 1 && entries.first?.head.notes["source"] == "bieu-huyen-a-2018-Q1.csv")
      let after = try await logger.get("/p/\(slug)/logs/declare?lang=vi")
      #expect(after.seen.contains("UBND huyện A 1/2 chỉ tiêu chưa báo cáo"), "\(after.seen)")
      let page = try await logger.get(address + "?lang=vi")
      #expect(page.seen.contains("Đã báo cáo: 15 tin, bài (03/04/2018)"), "\(page.seen)")
      // Whoever had the form open before is shown what came in.
      let late = try await logger.post(
        address + "?lang=vi", ["step": "record", "seen": seen, "value1": "20 tin", "received": "14/06/2018"])
      #expect(late.status == .preconditionFailed && late.seen.contains("Đã có người ghi số của đơn vị này"))
      let counts = try await logger.get("/p/\(slug)/counts/tin?lang=vi")
      #expect(counts.seen.contains("UBND huyện A 2018-Q1 Tin của các huyện 15 tin, bài"), "\(counts.seen)")
    }
  }
}
