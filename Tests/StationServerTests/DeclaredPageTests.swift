import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// What lower units report is on every page that shows figures, down to who reported what and when, and as a paper.
struct DeclaredPageTests {
  private static let plan = """
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

    """
  private static let figures = """
    đơn vị,kỳ báo cáo,chỉ tiêu,số liệu,minh chứng,người báo cáo,ngày nhận
    UBND huyện A,Quý I năm 2018,Tin của các huyện,"12 tin, 3 bài",báo cáo 5/BC,Lò Thị C,03/04/2018

    """

  private static func station(_ slug: String, _ work: (ServedStation, StoredPlan) async throws -> Void)
    async throws
  {
    try await ServedStation.visit { station in
      let plan = try await station.desk.store.write(.people) { transaction in
        _ = try transaction.importPlan(
          slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(Self.plan.utf8))], on: ServedStation.now)
        return try #require(try transaction.plan(slug))
      }
      try await ClosePreviewTests.record(
        InputFile(name: "bao-cao.csv", bytes: Array(Self.figures.utf8)), in: plan, at: station)
      try await work(station, plan)
    }
  }

  @Test("the year, the counts and the line tell what units report, who has not, and where it stands")
  func figures_areShown() async throws {
    try await Self.station("ke-khai-1") { station, _ in
      let viewer = try await station.viewer()
      let year = try await viewer.get("/p/ke-khai-1?lang=vi")
      #expect(
        year.seen.contains("kê khai quý I năm 2018: ít nhất 15 tin, bài (1/2 đơn vị)"), "\(year.seen)")
      #expect(!year.seen.contains("−100"), "what nobody knows is not lacking")
      let counts = try await viewer.get("/p/ke-khai-1/counts?lang=en")
      #expect(counts.seen.contains("Reported by units, quarter 1 of 2018"), "\(counts.seen)")
      #expect(counts.text.contains("href=\"/p/ke-khai-1/counts/tin\""))
      let line = try await viewer.get("/p/ke-khai-1/counts/tin?lang=en")
      #expect(line.seen.contains("UBND huyện A 2018-Q1 Tin của các huyện 15 tin, bài"), "\(line.seen)")
      #expect(line.seen.contains("báo cáo 5/BC") && line.seen.contains("Lò Thị C"))
      #expect(line.seen.contains("03/04/2018") && line.seen.contains("bao-cao.csv:2"))
      #expect(line.seen.contains("UBND huyện B District Tin của các huyện"))
      #expect(line.seen.contains("bao-cao.csv: recorded by Tòa soạn at 09:00 on 14/06/2018."), "\(line.seen)")
    }
  }

  @Test("a consolidated paper for each period is among the papers, the bytes of lichsong consolidate")
  func paper_isThere() async throws {
    try await Self.station("ke-khai-2") { station, plan in
      let viewer = try await station.viewer()
      let papers = try await viewer.get("/p/ke-khai-2/papers?lang=en")
      #expect(papers.seen.contains("Figures of all units, quarter 1 of 2018 DOCX PDF HTML XLSX CSV JSON"))
      let docx = try await viewer.get("/p/ke-khai-2/papers/consolidated-2018-Q1.docx?lang=vi")
      #expect(docx.status == .ok && docx.octets.starts(with: [0x50, 0x4B]))
      let html = try await viewer.get("/p/ke-khai-2/papers/consolidated-2018-Q1.html?lang=vi")
      #expect(html.text.contains("TỔNG HỢP SỐ LIỆU CÁC ĐƠN VỊ") && html.text.contains("UBND huyện B"))
      let csv = try await viewer.get("/p/ke-khai-2/papers/consolidated-2018-Q1.csv")
      #expect(csv.text.contains("row,tin,district,huyen-a,2018-Q1,15"), "\(csv.text)")
      #expect(try await viewer.get("/p/ke-khai-2/papers/consolidated-2018-Q2.docx").status == .notFound)
      let program = try await station.program([.read])
      let rows = try await program.get("/api/v1/plans/ke-khai-2/declared").object()
      let first = try #require((rows["items"] as? [[String: Any]])?.first)
      #expect(first["unit"] as? String == "huyen-a" && first["author"] as? String == "Lò Thị C")
    }
  }

  @Test(
    "a period of which only units report is closed in the browser, and the certificate names who has not reported"
  )
  func close_namesWhoIsMissing() async throws {
    try await Self.station("ke-khai-3") { station, _ in
      let closer = try await station.reader(.closer, inUnit: 1, by: try await station.administrator())
      let page = try await closer.get("/p/ke-khai-3/desk/close?period=2018-Q1&lang=vi")
      let missing = "Đơn vị chưa báo cáo (chưa có số, không phải là 0): Tin của các huyện: UBND huyện B."
      #expect(page.seen.contains(missing), "\(page.seen)")
      #expect(page.seen.contains("Tin của các huyện (UBND huyện A) 15 tin, bài"))
      let closed = try await DeskCloseTests.close("2018-Q1", of: "ke-khai-3", closer)
      #expect(closed.status == .seeOther, "\(closed.seen)")
      let certificate = try await closer.get("/p/ke-khai-3/desk/closes/1.html?lang=vi")
      #expect(
        certificate.seen.contains(
          "Đơn vị chưa báo cáo (chưa có số, không phải là 0): Tin của các huyện: UBND huyện B."),
        "\(certificate.seen)")
    }
  }
}
