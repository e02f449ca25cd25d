import CalendarClients
import Foundation
import Testing

/// An ethnic-language desk; all names are made up.
@Suite("The editor's whole job: every deadline is on her telephone")
struct EditorJobTests {
  private static let plan = """
    plan: to-tieng
    title: Bản tin tiếng dân tộc (số liệu hư cấu)
    year: 2025
    from: 2025-03-01
    to: 2025-05-31
    translators:
      hmong: { name: Giàng Thị X, per-week: 2 }
    outlets:
      tv: { name: Truyền hình X, kind: television, grid: [{ id: toi, dates: [2025-03-06, 2025-03-20, 2025-04-03], at: "20:15", length: 15m }] }
      dai: { name: Phát thanh tiếng Mông, kind: radio, grid: [{ id: sang, dates: [2025-03-18, 2025-04-01, 2025-04-15], at: "05:30", length: 30m, languages: [Mông] }] }
    lines:
      - id: hoi-dap
        title: Hỏi đáp
        form: chuyên mục
        outlet: tv
        quota: 3
        person: Người Biên Tập
        versions: { into: [Mông], after: 7d, outlet: dai, translator: hmong }
        deadlines: { translation: { before: 4d, at: "16:00" }, approval: 2d }
    calendars:
      feeds:
        - { id: bien-tap, persons: [Người Biên Tập] }

    """

  /// Four days before a version goes out it is translated; that it is approved two days before is the work of the editor.
  private static let agenda = """
    2025-03-14 Hạn: Dịch tiếng Mông: Hỏi đáp – kỳ 1
    2025-03-18 05:30 Hỏi đáp – kỳ 1 – tiếng Mông
    2025-03-28 Hạn: Dịch tiếng Mông: Hỏi đáp – kỳ 2
    2025-04-01 05:30 Hỏi đáp – kỳ 2 – tiếng Mông
    2025-04-11 Hạn: Dịch tiếng Mông: Hỏi đáp – kỳ 3
    2025-04-15 05:30 Hỏi đáp – kỳ 3 – tiếng Mông

    """

  @Test("khal and recurring-ical-events, which show no tasks here, list each of them")
  func deadlines() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let published = try station.run("publish", "--by", "An", "--at", "2025-03-01T09:00", language: "vi")
    #expect(published.status == 0, "\(published.errors)")
    func agenda(_ name: String) throws -> [String] {
      let file = URL(filePath: "\(station.folder)/calendars/\(name).ics")
      let run = try ClientPrograms.agenda(file, from: "2025-03-01", through: "2025-05-31")
      #expect(run.status == 0, "\(run.output)")
      return run.output.components(separatedBy: "---\n")
    }
    #expect(try agenda("translator-hmong") == [Self.agenda, Self.agenda])
    let editor = try agenda("feed-bien-tap")
    #expect(editor.count == 2 && editor[0] == editor[1])
    let titles = editor[0].split(separator: "\n")
    #expect(titles.filter { $0.hasSuffix("Hỏi đáp – kỳ 2") }.count == 2, "\(editor[0])")
    #expect(titles.contains("2025-03-18 Hạn: Duyệt: Hỏi đáp – kỳ 2"), "\(editor[0])")
    #expect(titles.contains("2025-03-30 Hạn: Duyệt: Hỏi đáp – kỳ 2 – tiếng Mông"), "\(editor[0])")
    let alarms = try station.text("calendars/translator-hmong.ics").components(separatedBy: "BEGIN:VALARM")
    #expect(alarms.count - 1 == 3, "each deadline has its alarm")
  }
}
