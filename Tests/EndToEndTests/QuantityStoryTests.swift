import Foundation
import Testing

/// An invented district radio: its plan has hours, a range, words; its report what such reports have.
@Suite("The figures of an invented station, from the plan to the audit")
struct QuantityStoryTests {
  private static let plan = """
    plan: dai-tu-dat
    title: Kế hoạch của một đài tự đặt (số liệu minh họa)
    year: 2026
    outlets:
      dai:
        name: Đài tự đặt
        kind: radio
        grid:
          - { id: sang, rule: FREQ=DAILY, at: "05:30", length: 30m, except: [2026-02-17, 2026-02-18, 2026-02-19] }
          - { id: toi, rule: FREQ=DAILY, at: "18:00", length: 30m, except: [2026-02-17, 2026-02-18, 2026-02-19] }
    lines:
      - { id: gio, title: Chương trình, form: chương trình, outlet: dai, quota: 40 giờ, length: 30m, grid: [sang] }
      - { id: tin, title: Tin, form: tin, outlet: dai, quota: 12 - 15 tin, length: 10-15 phút, grid: [toi] }
      - { id: loa, title: Bản tin, form: bản tin, outlet: dai, quota: hàng chục bản tin }
    """
  private static let published = """
    source: Báo cáo tự đặt (số liệu minh họa)
    year: 2026
    figures:
      - { id: tin, line: tin, title: Tin, value: hơn 332 tin, says: được hơn 332 tin }
      - { id: bai, title: Bài, value: 232 bài, period: 2026-H2 }
      - { id: hong, title: Chép hỏng, value: 12 kỳ xyz }
      - { id: nguoi, title: Người nghe, value: "hàng nghìn lượt người" }
      - { id: loa-h1, line: loa, title: Bản tin nửa năm, value: 40 bản tin, period: 2026-H1 }
    ratios:
      - { id: ty-le, title: Tỷ lệ, part: bai, whole: 300, stated: "77,3%" }
    hours:
      - { id: song, title: Giờ phát sóng, from: "05:00", to: "22:20", stated: 17 giờ 30 phút }
    """

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.plan.utf8).write(to: folder.appending(path: "plan.yaml"))
    try Data(Self.published.utf8).write(to: folder.appending(path: "published.yaml"))
    try body(folder.path)
  }

  @Test(
    "forty hours are eighty programmes, twelve to fifteen items are twelve, and what is in words is not scheduled"
  )
  func allocate() throws {
    struct Page: Decodable {
      struct Row: Decodable { let line: String }
      let placements: [Row]
    }
    try inFolder { folder in
      let allocated = try Command("allocate", folder, "--json")
      let page = try JSONDecoder().decode(Page.self, from: Data(allocated.output.utf8))
      let counts = Dictionary(grouping: page.placements, by: \.line).mapValues(\.count)
      #expect(counts == ["gio": 80, "tin": 12])
      let told = try Command("check", folder)
      #expect(
        told.output.contains(
          "chỉ tiêu 40 giờ, mỗi tác phẩm 30 phút: xếp 80 tác phẩm, tổng thời lượng 40 giờ."))
    }
  }

  @Test("what the report printed for the first half stands in the report of the first half alone")
  func periods() throws {
    struct Page: Decodable {
      struct Figure: Decodable { let text: String }
      struct Line: Decodable {
        let line: String
        let published: Figure?
      }
      let lines: [Line]
    }
    try inFolder { folder in
      let stated = try ["2026", "2026-H1", "2026-Q1"].map { period in
        let report = try Command("report", folder, "--period", period, "--format", "json")
        let page = try JSONDecoder().decode(Page.self, from: Data(report.output.utf8))
        return page.lines.first { $0.line == "loa" }?.published?.text
      }
      #expect(stated == [nil, "40 bản tin", nil])
    }
  }

  @Test(
    "the audit takes the folder, audits the rest beside an unreadable figure, and lists each as it was read")
  func audit() throws {
    try inFolder { folder in
      for (language, told) in [("vi", Self.vietnamese), ("en", Self.english)] {
        let audit = try Command("audit", folder, "--lang", language)
        #expect(audit.status == 1)
        let rows = (audit.output + audit.errors).split(separator: "\n").map { line in
          line.split(separator: " ").joined(separator: " ").replacing("\(folder)/", with: "")
        }
        #expect(told.filter { !rows.contains($0) } == [], "\(language)")
      }
    }
  }

  private static let vietnamese = [
    "Tin hơn 332 tin 2026 được hơn 332 tin published.yaml:4", "Bài 232 bài 2026-H2 – published.yaml:5",
    "Người nghe hàng nghìn lượt người 2026 – published.yaml:7",
    "Tỷ lệ 232 300 77,3% 77,3% khớp published.yaml:10",
    "Giờ phát sóng 05:00 22:20 17 giờ 30 phút 17 giờ 20 phút KHÔNG KHỚP published.yaml:12",
    "published.yaml:6:42: lỗi[BAD_QUANTITY]: Đọc được “12 kỳ”, còn “xyz” thì không hiểu.",
  ]
  private static let english = [
    "Tin more than 332 tin 2026 được hơn 332 tin published.yaml:4", "Bài 232 bài 2026-H2 – published.yaml:5",
    "Người nghe hàng nghìn lượt người 2026 – published.yaml:7",
    "Tỷ lệ 232 300 77.3% 77.3% agrees published.yaml:10",
    "Giờ phát sóng 05:00 22:20 17 hours 30 minutes 17 hours 20 minutes DIFFERS published.yaml:12",
    "published.yaml:6:42: error[BAD_QUANTITY]: “12 kỳ” is understood, “xyz” is not.",
  ]
}
