import Foundation
import Testing

/// An invented station whose logs say in a note or a title that something did not air; all figures are made up.
@Suite("Rows that say that nothing aired are not counted in silence")
struct LogWordsStoryTests {
  static let plan = """
    plan: dai
    title: Đài tự đặt (số liệu minh họa)
    year: 2026
    outlets:
      tv: { name: Truyền hình tự đặt, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
      pt: { name: Phát thanh tự đặt, kind: radio, grid: [{ id: sang, rule: FREQ=WEEKLY;BYDAY=MO, at: "06:30", length: 10m }] }
    lines:
      - { id: hd, title: Hỏi đáp pháp luật, form: chuyên mục, outlet: tv, quota: 4, length: 15m, from: 2026-03-01, to: 2026-03-31 }
      - { id: sk, title: Sức khỏe, form: chuyên mục, outlet: pt, quota: 4, from: 2026-03-01, to: 2026-03-31 }

    """

  private struct Report: Decodable {
    struct Row: Decodable {
      let line: String
      let aired: Int?
    }
    let lines: [Row]
  }

  /// How many works of “Hỏi đáp pháp luật” count as aired, and what is told of the logs.
  static func report(
    _ rows: [String], columns: String = "ngày,giờ,kênh,tên,kỳ,trạng thái,ghi chú", plan: String = plan
  )
    throws -> (aired: Int, told: String)
  {
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write("as-run/a.csv", columns + "\n" + rows.joined(separator: "\n") + "\n")
    let data = try station.run("report", "--period", "2026", "--format", "json").output
    let lines = try JSONDecoder().decode(Report.self, from: Data(data.utf8)).lines
    let told = try station.run("reconcile", "--width", "1000").errors.split(separator: "\n")
      .filter { $0.contains("LOG_") }.joined(separator: "\n")
    return (lines.first { $0.line == "hd" }?.aired ?? 0, told)
  }

  @Test(
    "a note that nothing aired is not counted, and told with both readings",
    arguments: [
      "Không phát do mất điện", "hoãn sang tuần sau", "mất sóng", "thay bằng phim tài liệu", "đã hủy",
      "Tạm dừng",
      "Khong phat do bao", "not aired: power cut", "postponed", "cancelled", "chưa phát được", "mất điện",
      "Cúp điện từ 20h",
      "mất tín hiệu", "ko phát", "k phát", "Bỏ", "nghỉ", "nghỉ Tết", "hỏng băng", "cắt", "lùi sang thứ Sáu",
      "do lỗi kỹ thuật",
      "thay thế bằng phim",
    ])
  func notes(note: String) throws {
    let (aired, told) = try Self.report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,1,,", "2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,,\(note)",
    ])
    #expect(aired == 1)
    #expect(told.contains("LOG_ROW_UNCLEAR"), "\(told)")
    #expect(told.contains("This row says “ghi chú: \(note)”: perhaps the work did not air"), "\(told)")
  }

  @Test(
    "a note about something else changes nothing",
    arguments: [
      "phát đúng lịch", "Phát hiện lỗi tiếng phút 3", "không phát sinh", "Chủ đề: không phát hiện vi phạm",
      "không hoãn",
      "phát bù buổi hoãn hôm 26/2", "Số 12, trang 3", "sẽ phát lại sáng thứ Bảy",
      "https://dai.vn/hoi-dap/2026/03/12", "cắt 2 phút cuối", "lùi 15 phút", "bỏ phần quảng cáo",
      "tin mất điện ở Mường Tè",
      "phát bù do mất điện hôm 26/2", "không mất tín hiệu", "nghỉ giữa giờ 5 phút",
      "có giới thiệu mô hình mới",
    ])
  func otherNotes(note: String) throws {
    let (aired, told) = try Self.report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,1,,", "2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,,\"\(note)\"",
    ])
    #expect(aired == 2)
    #expect(told.isEmpty, "\(told)")
  }

  @Test(
    "a title that says so is not counted either",
    arguments: [
      "Hỏi đáp pháp luật (không phát)", "Hỏi đáp pháp luật - hoãn", "Hỏi đáp pháp luật trailer",
      "Trailer Hỏi đáp pháp luật", "[HỦY] Hỏi đáp pháp luật", "Hỏi đáp pháp luật – mất sóng",
      "Hỏi đáp pháp luật (thay bằng phim)", "Hỏi đáp pháp luật (not aired)", "Giới thiệu Hỏi đáp pháp luật",
      "Giới thiệu chương trình Hỏi đáp pháp luật", "GT: Hỏi đáp pháp luật", "QC Hỏi đáp pháp luật",
      "Hình hiệu Hỏi đáp pháp luật",
      "Nhạc hiệu Hỏi đáp pháp luật", "Hỏi đáp pháp luật (quảng cáo)", "Hỏi đáp pháp luật - promo",
    ])
  func titles(title: String) throws {
    let (aired, told) = try Self.report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,,,", "2026-03-12,20:15,tv,\(title),,,",
    ])
    #expect(aired == 1)
    #expect(told.contains("This row says “tên: \(title)”"), "\(told)")
  }

  @Test(
    "a subject with such words is a work",
    arguments: [
      "Hỏi đáp pháp luật: không phát sinh thủ tục", "Hỏi đáp pháp luật: Hoãn nghĩa vụ quân sự",
      "Hỏi đáp pháp luật – Hủy bỏ 5 thủ tục", "Hỏi đáp pháp luật: Không phát tờ rơi",
      "Hỏi đáp pháp luật: Giới thiệu thủ tục mới", "Giới thiệu thủ tục mới – Hỏi đáp pháp luật",
      "Hỏi đáp pháp luật: quản lý quảng cáo",
    ])
  func subjects(title: String) throws {
    let (aired, told) = try Self.report(["2026-03-12,20:15,tv,\(title),,,"])
    #expect(aired == 1)
    #expect(told.isEmpty, "\(told)")
  }

  @Test(
    "a line that is called so itself is a work",
    arguments: ["Giới thiệu sách", "Quảng cáo rao vặt", "Nhạc hiệu quê hương"])
  func ownTitles(title: String) throws {
    let plan = Self.plan.replacing("Hỏi đáp pháp luật", with: title)
      .replacing("title: Sức khỏe", with: "title: Sách")
    let (aired, told) = try Self.report(["2026-03-12,20:15,tv,\(title),,,"], plan: plan)
    #expect(aired == 1)
    #expect(told.isEmpty, "\(told)")
  }

  @Test("“(PL)” at the hour of a first run is told, and counts where an edition says of which work it is")
  func mayBeRepeat() throws {
    let (aired, told) = try Self.report(["2026-03-12,20:15,tv,Hỏi đáp pháp luật (PL),,,"])
    #expect(aired == 0)
    #expect(told.contains("LOG_REPEAT_UNCLEAR"), "\(told)")
    #expect(try Self.report(["2026-03-12,20:15,tv,Hỏi đáp pháp luật (PL),2,,"]).aired == 1)
  }

  @Test("a note that the work was aired again makes the row a repeat")
  func repeatInNote() throws {
    let (aired, told) = try Self.report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,1,,", "2026-03-12,20:15,tv,Hỏi đáp pháp luật,,,phát lại kỳ 1",
    ])
    #expect(aired == 1)
    #expect(!told.contains("LOG_ROW_UNCLEAR"))
    let other = try Self.report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,1,,", "2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,,phát lại kỳ 1",
    ])
    #expect(other.aired == 1)
    #expect(other.told.contains("LOG_ROW_UNCLEAR"), "the note and the edition contradict each other")
  }

  @Test("a status of its own, or a link, is the station's answer; the Book keeps the doubt until then")
  func answers() throws {
    let (aired, told) = try Self.report(["2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,không phát,mất điện"])
    #expect(aired == 0)
    #expect(told.isEmpty, "\(told)")
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "gui/a.csv",
      "ngày,giờ,kênh,tên,kỳ,ghi chú\n2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,Không phát do mất điện\n")
    let run = try station.run(
      "import", station.folder + "/gui/a.csv", "--by", "An", "--at", "2026-03-20T08:00")
    #expect(run.status == 0)
    #expect(run.errors.contains("LOG_ROW_UNCLEAR"), "\(run.errors)")
    let entry = try #require(try station.entries("log").last)
    #expect(try station.text("book/\(entry)").contains(",unclear: ghi chú: Không phát do mất điện,"))
    let status = try station.run("status", "--at", "2026-03-20T09:00").output
    #expect(status.contains("NOT CLEAR WHETHER IT AIRED (1)"), "\(status)")
    #expect(!status.contains("2 → "))
    let asked = try station.run("reconcile", "--width", "1000")
    #expect(asked.errors.contains("LOG_ROW_UNCLEAR"))
    let uid = "dai.hd.2.vi@lichsong"
    let link = try station.run(
      "link", "a.csv:2", "--shows", uid, "--by", "An", "--reason", "đài xác nhận", "--at", "2026-03-21T08:00")
    #expect(link.status == 0, "\(link.errors)")
    let linked = try station.run("reconcile", "--width", "1000")
    #expect(!linked.errors.contains("LOG_ROW_UNCLEAR"))
    #expect(linked.output.contains("aired"), "\(linked.output)")
    #expect(try station.run("status", "--at", "2026-03-21T09:00").output.contains("NOT CLEAR") == false)
  }

  @Test("a length of nothing is no work, unless the row says that nothing aired")
  func noLength() throws {
    let columns = "ngày,giờ,kênh,tên,thời lượng,trạng thái"
    let (aired, told) = try Self.report(["2026-03-12,20:15,tv,Hỏi đáp pháp luật,0,"], columns: columns)
    #expect(aired == 0)
    #expect(told.contains("This row says “thời lượng: 0”"), "\(told)")
    #expect(
      try Self.report(["2026-03-12,20:15,tv,Hỏi đáp pháp luật,0,không phát"], columns: columns).told.isEmpty)
  }
}
