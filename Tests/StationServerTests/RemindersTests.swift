import HTTPTypes
import Planning
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// Units that have not reported get letters, and whoever records figures is told of them in time.
struct RemindersTests {
  private static let plan = """
    plan: tinh-2018
    title: Tuyên truyền tỉnh năm 2018 (số liệu minh họa)
    year: 2018
    office: { name: Sở Nội vụ }
    reporting: { profile: SO_NOI_VU, due: 20 }
    units:
      tinh: { name: UBND tỉnh, level: province }
      huyen-a: { name: UBND huyện A, level: district, parent: tinh }
      huyen-b: { name: UBND huyện <B>, level: district, parent: tinh }
    outlets: {}
    lines:
      - { id: tin, title: Tin của các huyện, form: "tin, bài", quota: "100 tin, bài", scheduled: false, level: district }
      - { id: loa, title: Buổi phát thanh cơ sở, form: buổi, quota: 40 buổi, scheduled: false, level: district }

    """
  private static let figures = """
    đơn vị,kỳ báo cáo,chỉ tiêu,số liệu,người báo cáo
    UBND huyện A,Quý I năm 2018,Tin của các huyện,12 tin,Lò Thị C
    UBND huyện A,Quý I năm 2018,Buổi phát thanh cơ sở,không có số liệu,Lò Thị C
    UBND huyện <B>,Quý I năm 2018,Tin của các huyện,3 tin,Vàng A D

    """

  /// A station whose line the logs count, and a district that reports.
  private static let logged = """
    plan: dai-2018
    title: Đài và huyện năm 2018 (số liệu minh họa)
    year: 2018
    units:
      tinh: { name: UBND tỉnh, level: province }
      dai: { name: Đài tỉnh, level: province }
      huyen-a: { name: UBND huyện A, level: district, parent: tinh }
    outlets:
      th: { name: Truyền hình, kind: television, owner: dai, grid: [{ id: toi, rule: thứ Hai hằng tuần, at: "20:15", length: 15m }] }
    lines:
      - { id: cm, title: Chuyên mục, form: chuyên mục, outlet: th, quota: 12 kỳ, producer: dai }
      - { id: loa, title: Buổi phát thanh cơ sở, form: buổi, quota: 40 buổi, scheduled: false, level: district }

    """

  @Test("nobody is asked in a letter for what the logs count")
  func loggedLine_isNotAskedFor() async throws {
    try await ServedStation.visit { station in
      let slug = "nhac-nhat-ky"
      let plan = try await station.desk.store.write(.people) { transaction in
        _ = try transaction.importPlan(
          slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(Self.logged.utf8))], on: ServedStation.now)
        return try #require(try transaction.plan(slug))
      }
      let administrator = try await station.administrator()
      let logger = try await station.reader(.logger, inUnit: 1, by: administrator)
      let letters = "/p/\(slug)/logs/reminders/2018-Q1?lang=vi"
      #expect(try await logger.text(letters).contains("Kính gửi: Đài tỉnh"))
      try await ClosePreviewTests.record(
        InputFile(
          name: "th.csv", bytes: Array("ngày,giờ,kênh,tên\n2018-04-02,20:15,th,Chuyên mục\n".utf8)),
        in: plan, at: station)
      let page = try await logger.text(letters)
      #expect(!page.contains("Đài tỉnh") && page.contains("Kính gửi: UBND huyện A"), "\(page)")
      let table = try await logger.get("/p/\(slug)/logs/declare?lang=vi").seen
      #expect(table.contains("Đài tỉnh nhật ký đã đếm"), "\(table)")
      #expect(table.contains("UBND huyện A chưa báo cáo"), "\(table)")
    }
  }

  @Test("who has not reported gets a letter with the lines and the due day; who has, none")
  func letters_nameWhatIsMissing() async throws {
    try await ServedStation.visit { station in
      let slug = "nhac-1"
      let plan = try await station.desk.store.write(.people) { transaction in
        _ = try transaction.importPlan(
          slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(Self.plan.utf8))], on: ServedStation.now)
        return try #require(try transaction.plan(slug))
      }
      try await ClosePreviewTests.record(
        InputFile(name: "bao-cao.csv", bytes: Array(Self.figures.utf8)), in: plan, at: station)
      let administrator = try await station.administrator()
      let logger = try await station.reader(.logger, inUnit: 1, by: administrator)
      let letters = "/p/\(slug)/logs/reminders/2018-Q1"
      let table = try await logger.text("/p/\(slug)/logs/declare?lang=vi")
      #expect(table.contains("href=\"\(letters)\">thư nhắc</a>"), "\(table)")
      let page = try await logger.text(letters + "?lang=vi")
      let texts = page.matches(of: /<pre>([^<]*)<\/pre>/).map { String($0.output.1) }
      #expect(
        texts == [
          """
          Kính gửi: UBND huyện &lt;B&gt;

          Đến ngày 14/06/2018, Sở Nội vụ chưa nhận được số liệu quý I năm 2018 của đơn vị về chỉ tiêu sau:

          - Buổi phát thanh cơ sở

          Hạn gửi: ngày 20/04/2018 (đã quá 55 ngày).

          Đề nghị đơn vị gửi số liệu theo biểu. Chỉ tiêu không có số liệu thì ghi “không có số liệu”; có theo dõi mà không thực hiện thì ghi 0; để trống là chưa báo cáo.

          Sở Nội vụ

          """
        ])
      let english = try await logger.text("/p/\(slug)/logs/reminders/2018-Q2?lang=en")
      let first = try #require(english.firstMatch(of: /<pre>([^<]*)<\/pre>/)).output.1
      #expect(
        first == """
          To: UBND huyện A

          On 14/06/2018 Sở Nội vụ had not received your figures for quarter 2 of 2018 on these 2 lines:

          - Tin của các huyện
          - Buổi phát thanh cơ sở

          They are due on 20/07/2018, in 36 days.

          Please send the figures in the form. Where you have no data, write “no data”; where you kept count and there was nothing, write 0; what is left empty is not reported.

          Sở Nội vụ

          """)
      // What is due in five weeks is no step yet.
      let today = try await logger.text("/p/\(slug)/today?lang=vi")
      #expect(
        today.contains("1 đơn vị chưa báo cáo đủ quý I năm 2018 (hạn 20/04/2018): UBND huyện &lt;B&gt;."))
      #expect(today.contains("href=\"\(letters)\"") && !today.contains("quý II năm 2018"))
      let viewer = try await station.viewer()
      #expect(try await !viewer.text("/p/\(slug)/today?lang=vi").contains(letters))
      #expect(try await viewer.get(letters).status == .forbidden)
      #expect(try await logger.get("/p/\(slug)/logs/reminders/2018-Q9").status == .notFound)
    }
  }
}
