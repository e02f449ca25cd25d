import Foundation
import Testing

/// An invented commune's loudspeakers and paper, whose plan states no number: a programme at every opening.
@Suite("A quota of every opening of a grid line")
struct EveryOpeningTests {
  private static let plan = """
    plan: loa-tu-dat
    title: Kế hoạch truyền thanh tự đặt (số liệu minh họa)
    year: 2026
    outlets:
      loa:
        name: Loa xã
        kind: loudspeakers
        grid:
          - { id: sang, rule: "FREQ=WEEKLY;BYDAY=MO,TH", at: "05:30", length: 30m, pieces: 3 }
          - { id: chieu, rule: FREQ=DAILY, at: "16:30", length: 15m }
      bao: { name: Báo xã, kind: newspaper, grid: [{ id: so-bao, dates: [2026-03-02, 2026-06-01, 2026-09-01] }] }
    blackouts:
      - { name: Tết Nguyên đán, from: 2026-02-16, to: 2026-02-20, outlets: [loa] }
    lines:
      - { id: ban-tin, title: Bản tin, form: bản tin, outlet: loa, grid: [sang], quota: mọi buổi, from: 2026-02-02, to: 2026-03-01 }
      - { id: hoi-dap, title: Hỏi đáp, form: mục, outlet: loa, grid: [sang], quota: 2 mục/buổi, from: 2026-03-02, to: 2026-03-31 }
      - { id: trang, title: Trang tin, form: trang, outlet: bao, grid: [so-bao], quota: mọi số báo }
    """

  private func inFolder(_ plan: String = plan, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(plan.utf8).write(to: folder.appending(path: "plan.yaml"))
    try body(folder.path)
  }

  private struct Page: Decodable {
    struct Row: Decodable {
      let line: String
      let start: String
    }
    let placements: [Row]
  }

  @Test("each opening in the line's days has its works, and those that a blackout takes are not asked for")
  func scheduled() throws {
    try inFolder { folder in
      let allocated = try Command("allocate", folder, "--json")
      let page = try JSONDecoder().decode(Page.self, from: Data(allocated.output.utf8))
      func days(_ line: String) -> [String] {
        page.placements.filter { $0.line == line }.map { String($0.start.prefix(10)) }.sorted()
      }
      #expect(
        days("ban-tin") == [
          "2026-02-02", "2026-02-05", "2026-02-09", "2026-02-12", "2026-02-23", "2026-02-26",
        ])
      #expect(
        days("hoi-dap")
          == ["02", "05", "09", "12", "16", "19", "23", "26", "30"].flatMap {
            ["2026-03-\($0)", "2026-03-\($0)"]
          })
      #expect(days("trang") == ["2026-03-02", "2026-06-01", "2026-09-01"])
      let told = try Command("check", folder)
      #expect(
        told.output.contains(
          "lưu ý[QUOTA_BY_OPENINGS]: “Bản tin”: 1 bản tin/buổi, khung giờ “sang” có 6 buổi từ 02/02/2026 đến 26/02/2026: "
            + "chỉ tiêu là 6 bản tin."))
      let english = try Command("check", folder, "--lang", "en")
      #expect(
        english.output.contains(
          "note[QUOTA_BY_OPENINGS]: “Trang tin”: 1 trang a session, and the grid line “so-bao” has 3 openings from "
            + "2026-03-02 to 2026-09-01: the quota is 3 trang."))
    }
  }

  @Test("the report shows the figure, and that it is one at every opening")
  func reported() throws {
    struct Report: Decodable {
      struct Line: Decodable {
        let line: String
        let planned: Int?
        let scheduled: Int?
      }
      let lines: [Line]
    }
    try inFolder { folder in
      let json = try Command("report", folder, "--format", "json")
      let lines = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8)).lines
      #expect(
        lines.map { "\($0.line) \($0.planned ?? -1) \($0.scheduled ?? -1)" } == [
          "ban-tin 6 6", "hoi-dap 18 18", "trang 3 3",
        ])
      let text = try Command("report", folder)
      #expect(text.output.contains("2 mục/buổi của khung giờ"))
    }
  }

  @Test(
    "what is published stays as it was promised, and an opening more is a work more that the plan asks for")
  func published() throws {
    try inFolder { folder in
      let published = try Command("publish", folder, "--by", "Lê Văn A", "--at", "2026-01-05T08:00")
      #expect(published.status == 0)
      let before = try Command("check", folder)
      #expect(!before.output.contains("SCHEDULE_OUTDATED"))
      let more = Self.plan.replacingOccurrences(of: "2026-09-01] }]", with: "2026-09-01, 2026-12-01] }]")
      try Data(more.utf8).write(to: URL(filePath: folder).appending(path: "plan.yaml"))
      let told = try Command("check", folder, "--lang", "en")
      #expect(told.output.contains("SCHEDULE_OUTDATED"))
    }
  }

  @Test("a grid line that never opens in the line's days makes no quota, and that is told")
  func nothingOpens() throws {
    let plan = Self.plan.replacingOccurrences(
      of: "quota: mọi số báo", with: "quota: mọi số báo, to: 2026-03-01")
    try inFolder(plan) { folder in
      let told = try Command("check", folder, "--lang", "en")
      #expect(told.status == 1)
      #expect(
        told.output.contains(
          "error[QUOTA_BY_OPENINGS]: “Trang tin” asks for 1 trang a session, but the grid line “so-bao” has no opening "
            + "that it may use in its days."))
    }
  }

  @Test("check asks whether a line lies inside a larger one of the same total and outlet, as the report does")
  func partOf() throws {
    let plan = Self.plan + "\ntotals: [{ id: tong, title: Toàn xã, lines: [ban-tin, hoi-dap] }]\n"
    try inFolder(plan) { folder in
      let doubt =
        "warning[POSSIBLE_DOUBLE_COUNT]: The total “Toàn xã” adds “Hỏi đáp” and “Bản tin” of the same outlet; whether “Bản "
        + "tin” lies inside is not said"
      let told = try Command("check", folder, "--lang", "en")
      #expect(told.output.contains(doubt))
      #expect(told.output.contains("remedy: Write “part-of: hoi-dap” or “part-of: none” in ban-tin."))
      let report = try Command("report", folder, "--lang", "en", "--format", "csv")
      #expect(report.errors.contains(doubt))
      let vietnamese = try Command("check", folder)
      #expect(
        vietnamese.output.contains(
          "cảnh báo[POSSIBLE_DOUBLE_COUNT]: Tổng “Toàn xã” cộng “Hỏi đáp” với “Bản tin” cùng kênh; không rõ “Bản tin” có "
            + "nằm trong đó không"))
    }
    let settled = plan.replacingOccurrences(of: "quota: mọi buổi,", with: "quota: mọi buổi, part-of: none,")
    try inFolder(settled) { folder in
      let told = try Command("check", folder)
      #expect(!told.output.contains("POSSIBLE_DOUBLE_COUNT"))
    }
  }

  @Test(
    "what a blackout takes is moved before anything is given up, and a reported figure is never to be changed"
  )
  func blackoutRemedy() throws {
    let plan = """
      plan: a
      title: Kế hoạch A
      year: 2026
      outlets:
        tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: FREQ=MONTHLY;BYDAY=3TU, at: "20:15", length: 15m }] }
      blackouts: [{ name: Tết, from: 2026-02-14, to: 2026-02-20, outlets: [tv] }]
      lines:
        - { id: cm, title: Cải cách, form: chuyên mục, outlet: tv, quota: 12, basis: result }
      """
    try inFolder(plan) { folder in
      let (english, vietnamese) = (try Command("check", folder, "--lang", "en"), try Command("check", folder))
      #expect(
        english.output.contains(
          "remedy: Any one of these is enough: grid line “toi” (Truyền hình): in-blackout: -7d (moves what “Tết” takes); "
            + "grid line “toi” (Truyền hình): pieces: 2.\n"))
      #expect(
        vietnamese.output.contains(
          "Cách sửa: Chỉ cần một trong các thay đổi: khung giờ “toi” (Truyền hình): in-blackout: -7d (dời buổi gặp “Tết”); "
            + "khung giờ “toi” (Truyền hình): pieces: 2.\n"))
    }
    // The remedy works.
    let moved = plan.replacingOccurrences(of: "length: 15m }", with: "length: 15m, in-blackout: -7d }")
    try inFolder(moved) { folder in
      let told = try Command("check", folder)
      #expect(told.status == 0)
    }
    let own = plan.replacingOccurrences(of: ", basis: result", with: "")
    try inFolder(own) { folder in
      let told = try Command("check", folder, "--lang", "en")
      #expect(
        told.output.contains(
          "pieces: 2; “Cải cách”: quota: 11 (takes an amending decision, written as amended).\n"))
    }
  }
}
