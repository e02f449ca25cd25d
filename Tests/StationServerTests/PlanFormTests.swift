import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// The plan's rows are removed, added, mended and pasted with forms; nothing is stored before the yes.
struct PlanFormTests {
  private static func seen(_ page: Answer) throws -> String {
    String(try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/), "\(page.seen)").output.1)
  }

  private static func text(_ station: ServedStation, _ plan: StoredPlan) async throws -> String {
    String(decoding: try #require(try await station.desk.contents(of: plan).files).plan.bytes, as: UTF8.self)
  }

  /// The plan's text in the form of the last page.
  private static func proposed(_ page: Answer) throws -> String {
    let match = try #require(
      page.text.firstMatch(of: /<textarea id="text"[^>]*>\n([^<]*)<\/textarea>/), "\(page.seen)")
    return String(match.output.1).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// Agrees to what a page shows.
  private static func accept(_ planner: Browser, _ slug: String, _ page: Answer) async throws
    -> Answer
  {
    try await planner.post(
      "/p/\(slug)/desk/plan/text?lang=en",
      ["text": try proposed(page), "seen": try seen(page), "step": "accept"])
  }

  private static func field(_ label: String, of form: Answer) throws -> String {
    let match = form.text.matches(of: /<label for="(c[0-9]+)">([^<]*)<\/label>/).first {
      $0.output.2 == label
    }
    return String(try #require(match, "\(form.seen)").output.1)
  }

  @Test("a row is taken out by its form: what names it still is told, and comments stay")
  func row_isTakenOut() async throws {
    try await ServedStation.visit { station in
      let slug = "mau-xoa"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let old = try await Self.text(station, plan)
      let address = "/p/\(slug)/desk/plan"
      let line = try await planner.get("\(address)/lines/chuyen-muc?lang=en")
      #expect(line.seen.contains("Take this row out (stores nothing yet)"))
      let named = try await planner.post(
        "\(address)/lines/chuyen-muc?lang=en", ["seen": try Self.seen(line), "step": "remove"])
      // A total adds it.
      #expect(
        named.text.contains("class=\"error\"") && !named.text.contains("value=\"accept\""), "\(named.seen)")

      let day = try await planner.get("\(address)/blackouts/4?lang=en")
      let preview = try await planner.post(
        "\(address)/blackouts/4?lang=en", ["seen": try Self.seen(day), "step": "remove"])
      #expect(preview.text.contains("value=\"accept\""), "\(preview.seen)")
      #expect(try await Self.text(station, plan) == old)
      #expect(try await Self.accept(planner, slug, preview).status == .seeOther)
      let new = try await Self.text(station, plan)
      #expect(
        new
          == old.replacing(
            "  - { name: Quốc tang nguyên Tổng Bí thư Đỗ Mười, from: 2018-10-06, to: 2018-10-07, outlets: [tieng-dan-toc] }\n",
            with: ""))
    }
  }

  @Test("a plan with two errors is mended one row after the other, by its forms")
  func errors_areMended() async throws {
    try await ServedStation.visit { station in
      let slug = "mau-loi"
      let plan = try await DeskTests.plan(slug, at: station)
      let good = try await Self.text(station, plan)
      try await station.edit(plan) {
        $0.replacing("quota: 23 kỳ", with: "quota: hai ba kỳ").replacing(
          "at: \"20:15\"", with: "at: \"25:99\"")
      }
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let tables = try await planner.get("/p/\(slug)/desk/plan?lang=en")
      #expect(
        tables.seen.contains("The plan has errors; open the row to mend each of them"), "\(tables.seen)")
      let line = try await planner.get("/p/\(slug)/desk/plan/lines/chuyen-muc?lang=en")
      let quota = try Self.field("Quota", of: line)
      #expect(
        line.text.contains("value=\"hai ba kỳ\" aria-invalid=\"true\" aria-describedby=\"\(quota)-errors\""))
      let preview = try await planner.post(
        "/p/\(slug)/desk/plan/lines/chuyen-muc?lang=en",
        [quota: "23 kỳ", "seen": try Self.seen(line)])
      #expect(preview.seen.contains("- quota: hai ba kỳ + quota: 23 kỳ"), "\(preview.seen)")
      let stored = try await Self.accept(planner, slug, preview)
      #expect(stored.status == .seeOther && stored.headers[.location] == "/p/\(slug)/desk/plan?done=yes")
      #expect(try await Self.text(station, plan) == good.replacing("at: \"20:15\"", with: "at: \"25:99\""))

      let grid = try await planner.get("/p/\(slug)/desk/plan/grid/truyen-hinh%2Fchuyen-muc?lang=en")
      #expect(grid.text.contains("value=\"25:99\" aria-invalid=\"true\""), "\(grid.seen)")
      // A text that adds an error is not stored.
      let worse = try await planner.post(
        "/p/\(slug)/desk/plan/text?lang=en",
        [
          "text": try await Self.text(station, plan).replacing("quota: 96", with: "quota: ba bốn kỳ"),
          "seen": try Self.seen(grid), "step": "accept",
        ])
      #expect(worse.status == .ok && !worse.text.contains("value=\"accept\""))
    }
  }

  @Test("a range from Excel is shown cell by cell, then with its effect, then stored")
  func range_isPasted() async throws {
    try await ServedStation.visit { station in
      let slug = "mau-dan"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let old = try await Self.text(station, plan)
      let address = "/p/\(slug)/desk/paste/lines?lang=en"
      let form = try await planner.get(address)
      #expect(form.status == .ok)
      func paste(_ rows: String, _ more: [String: String] = [:]) async throws -> Answer {
        try await planner.post(
          address, ["rows": rows, "seen": try Self.seen(form)].merging(more) { _, new in new })
      }
      let commas = try await paste("chuyen-muc,24 kỳ")
      #expect(commas.status == .unprocessableContent && commas.seen.contains("There is no tab"))
      let refused = try await paste("Id\tQuota\tFrom\r\nchuyen-muc\thai ba kỳ\t31/02/2018\r\n")
      #expect(refused.status == .unprocessableContent && !refused.text.contains("value=\"effect\""))
      #expect(refused.text.matches(of: /<span class="wrong">/).count == 2, "\(refused.seen)")
      let rows = "Id\tQuota\tFrom\r\nchuyen-muc\t24 kỳ\t8/1/2018\r\n"
      let shown = try await paste(rows)
      #expect(shown.status == .ok)
      #expect(shown.seen.contains("24 kỳ"), "\(shown.seen)")
      #expect(
        shown.seen.contains("(now: 23 kỳ)") && shown.seen.contains("understood as: 8 January 2018"),
        "\(shown.seen)")
      let effect = try await paste(rows, ["step": "effect"])
      #expect(effect.seen.contains("Chuyên mục “Cải cách hành chính Nhà nước”: 23 → 24"), "\(effect.seen)")
      #expect(try await Self.text(station, plan) == old)
      #expect(try await Self.accept(planner, slug, effect).status == .seeOther)
      let new = try await Self.text(station, plan)
      #expect(new.contains("quota: 24 kỳ") && new.contains("    from: 2018-01-08\n"))

      // Without headings the columns are chosen.
      let bare = try await planner.get(address)
      let chosen = try await planner.post(
        address, ["rows": "chuyen-muc\t25 kỳ", "seen": try Self.seen(bare)])
      #expect(chosen.status == .unprocessableContent && chosen.text.contains("<select id=\"column1\""))
      let quota = try #require(
        chosen.text.firstMatch(of: /<option value="([0-9]+)">Quota<\/option>/)
      ).output.1
      let known = try await planner.post(
        address,
        ["rows": "chuyen-muc\t25 kỳ", "seen": try Self.seen(bare), "column0": "0", "column1": String(quota)])
      #expect(known.status == .ok && known.text.contains("value=\"effect\""), "\(known.seen)")
    }
  }

  @Test("a line that an annex left out of the schedule is put into it by its form alone")
  func countedLine_isScheduled() async throws {
    try await ServedStation.visit { station in
      let slug = "mau-xep-lich"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let address = "/p/\(slug)/desk/plan/lines/don-vi?lang=en"
      let form = try await planner.get(address)
      let field = try Self.field("Scheduled", of: form)
      #expect(form.text.contains("<option value=\"no, only counted\" selected>"), "\(form.seen)")
      let shown = try await planner.post(
        address, ["seen": try Self.seen(form), "step": "check", field: "yes"])
      #expect(try Self.proposed(shown).contains("scheduled: true"), "\(shown.seen)")
      #expect(try await Self.text(station, plan).contains("scheduled: false"))
    }
  }
}
