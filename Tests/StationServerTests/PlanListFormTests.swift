import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// Topics, translators, counting rules, peaks and repeats are changed by forms, and calendars are read into a plan that is there.
struct PlanListFormTests {
  /// A planner with a plan of their own.
  private struct Visitor {
    let station: ServedStation
    let plan: StoredPlan
    let planner: Browser

    var base: String { "/p/\(plan.slug)/desk/plan" }

    func text() async throws -> String {
      String(
        decoding: try #require(try await station.desk.contents(of: plan).files).plan.bytes, as: UTF8.self)
    }

    /// Fills in the form of a row, by the labels of its fields.
    func send(_ row: String, _ fields: [String: String]) async throws -> Answer {
      let form = try await planner.get("\(base)/\(row)?lang=en")
      try #require(form.status == .ok, "\(row): \(form.seen)")
      var sent = ["seen": try Self.seen(form)]
      for (label, value) in fields {
        if label == "step" {
          sent["step"] = value
          continue
        }
        let match = form.text.matches(of: /<label for="(c[0-9]+)">([^<]*)<\/label>/).first {
          $0.output.2 == label
        }
        sent[String(try #require(match, "\(label) of \(form.seen)").output.1)] = value
      }
      return try await planner.post("\(base)/\(row)?lang=en", sent)
    }

    /// Agrees to what a page shows.
    func accept(_ page: Answer) async throws {
      let match = try #require(
        page.text.firstMatch(of: /<textarea id="text"[^>]*>\n([^<]*)<\/textarea>/), "\(page.seen)")
      let text = String(match.output.1).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      let stored = try await planner.post(
        "\(base)/text?lang=en", ["text": text, "seen": try Self.seen(page), "step": "accept"])
      #expect(stored.status == .seeOther, "\(stored.seen)")
    }

    private static func seen(_ page: Answer) throws -> String {
      let match = page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)
      return String(try #require(match, "\(page.seen)").output.1)
    }
  }

  private static func visit(_ slug: String, _ work: (Visitor) async throws -> Void) async throws {
    try await ServedStation.visit { station in
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      try await work(Visitor(station: station, plan: plan, planner: planner))
    }
  }

  @Test("what is wrong is told at its field, in the words of the form, and nothing is stored")
  func mistakes_areToldAtTheirFields() async throws {
    try await Self.visit("danh-sach-2") { visitor in
      let old = try await visitor.text()
      let tables = try await visitor.planner.get(visitor.base + "?lang=en")
      for heading in [
        "Topics", "Translators", "Counting rules of the plan", "Counting rules of lines", "Peaks of lines",
        "Repeats of lines",
      ] { #expect(tables.seen.contains(heading), "\(heading)") }
      func wrong(_ page: Answer) -> [String] {
        page.text.matches(of: /id="(c[0-9]+)-errors">([^<]*)</).map { String($0.output.2) }
      }
      let translator = try await visitor.send(
        "translators/+", ["Id": "to-mong", "Name": "Tổ Mông", "Versions a week": "sáu", "Days off": "mùa hè"])
      #expect(translator.status == .unprocessableContent)
      #expect(translator.seen.contains("Nothing was stored"), "\(translator.seen)")
      try await visitor.accept(
        try await visitor.send("translators/+", ["Id": "to-mong", "Name": "Tổ Mông", "Versions a week": "6"]))
      let off = try await visitor.send(
        "translators/to-mong", ["Versions a week": "sáu", "Days off": "mùa hè"])
      #expect(off.status == .unprocessableContent && wrong(off).count == 2, "\(off.seen)")
      try await visitor.accept(
        try await visitor.send(
          "peaks/+", ["Line": "tin", "From": "01/11/2018", "To": "09/11/2018", "Weight": "3"]))
      let peak = try await visitor.send("peaks/tin%2F1", ["Weight": "0", "From": "32/11/2018"])
      #expect(peak.status == .unprocessableContent && wrong(peak).count == 2, "\(peak.seen)")
      #expect(peak.seen.contains("Write day/month/year, such as"), "\(peak.seen)")
      // What was chosen stays chosen.
      let every = try await visitor.send(
        "counts/+", ["Title": "Mỗi quý", "What is counted": "works", "In each": "quarter", "At least": "bốn"])
      #expect(
        every.status == .unprocessableContent && every.text.contains("value=\"quarter\" selected"),
        "\(every.seen)")
      let nobody = try await visitor.send("peaks/+", ["Line": "", "From": "01/11/2018"])
      #expect(nobody.status == .ok && nobody.seen.contains("Nothing was stored"), "\(nobody.seen)")
      #expect(try await visitor.planner.get("\(visitor.base)/peaks/tin%2F2?lang=en").status == .notFound)
      try await visitor.accept(try await visitor.send("peaks/tin%2F1", ["step": "remove"]))
      try await visitor.accept(try await visitor.send("translators/to-mong", ["step": "remove"]))
      #expect(try await visitor.text() == old)
    }
  }

  private static func event(_ number: Int, _ lines: String...) -> [String] {
    ["BEGIN:VEVENT", "UID:\(number)@example.vn", "DTSTAMP:20180101T000000Z"] + lines + ["END:VEVENT"]
  }

  private static let calendar =
    (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Made up//EN"]
    + event(
      1, "DTSTART;TZID=Asia/Ho_Chi_Minh:20180105T211500", "DTEND;TZID=Asia/Ho_Chi_Minh:20180105T213000",
      "RRULE:FREQ=WEEKLY;BYDAY=FR", "SUMMARY:Hỏi đáp tối thứ Sáu")
    + event(2, "DTSTART;VALUE=DATE:20180430", "DTEND;VALUE=DATE:20180502", "SUMMARY:Nghỉ lễ 30/4")
    + ["END:VCALENDAR", ""]).joined(separator: "\r\n")

  @Test(
    "a calendar is read into an existing plan: shown event by event, then in the text with its effect, then stored"
  )
  func calendar_isTakenIn() async throws {
    try await Self.visit("lich-vao-1") { visitor in
      let old = try await visitor.text()
      let address = "/p/\(visitor.plan.slug)/desk/calendar?lang=en"
      let tables = try await visitor.planner.get(visitor.base + "?lang=en")
      #expect(tables.seen.contains("Take in a calendar (.ics)"))
      func send(_ fields: [String: String], _ text: String? = nil) async throws -> Answer {
        try await visitor.planner.send(
          address, file: Array((text ?? "").utf8), named: text == nil ? "" : "lich.ics", fields: fields)
      }
      func goOn(_ shown: Answer) async throws -> Answer {
        func hidden(_ name: String) throws -> String {
          let match = try shown.text.firstMatch(of: Regex("name=\"\(name)\" value=\"([^\"]*)\""))
          return String(try #require(match, "\(shown.seen)")[1].substring ?? "").replacing(
            "&quot;", with: "\""
          )
          .replacing("&#39;", with: "'").replacing("&amp;", with: "&").replacing("\n", with: "\r\n")
        }
        return try await send(["step": "effect", "parts": try hidden("parts"), "seen": try hidden("seen")])
      }
      let grid = try await send(["step": "look", "as": "grid", "outlet": "truyen-hinh"], Self.calendar)
      #expect(grid.status == .ok)
      #expect(
        grid.seen.contains(
          "What it becomes in the plan Event Id Rule At Length Hỏi đáp tối thứ Sáu hoi-dap-toi-thu-sau FREQ=WEEKLY;BYDAY=FR 21:15 15m"
        ), "\(grid.seen)")
      #expect(
        grid.seen.contains("left out: 2018-04-30. For days off use “days without output”."), "\(grid.seen)")
      #expect(try await visitor.text() == old)
      let effect = try await goOn(grid)
      #expect(effect.seen.contains("What differs"), "\(effect.seen)")
      try await visitor.accept(effect)
      let opened = try await visitor.text()
      let line = try #require(opened.split(separator: "\n").first { $0.contains("21:15") })
      #expect(
        line.contains("rule: \"FREQ=WEEKLY;BYDAY=FR\"") || line.contains("rule: FREQ=WEEKLY;BYDAY=FR"),
        "\(line)")
      #expect(opened.replacing(line + "\n", with: "") != opened)

      let days = try await send(["step": "look", "as": "blackouts"], Self.calendar)
      #expect(days.seen.contains("Nghỉ lễ 30/4 30/04/2018 01/05/2018"), "\(days.seen)")
      try await visitor.accept(try await goOn(days))
      #expect(
        try await visitor.text().contains("  - { name: Nghỉ lễ 30/4, from: 2018-04-30, to: 2018-05-01 }\n"))

      let noOutlet = try await send(["step": "look", "as": "grid"], Self.calendar)
      #expect(noOutlet.status == .unprocessableContent)
      #expect(noOutlet.seen.contains("Choose the outlet whose calendar it is."))
      let noFile = try await send(["step": "look", "as": "grid", "outlet": "truyen-hinh"])
      #expect(noFile.status == .unprocessableContent && noFile.seen.contains("Choose an .ics file."))
      let none = try await send(["step": "look", "as": "blackouts"], "no calendar")
      #expect(none.status == .unprocessableContent)
      #expect(none.seen.contains("No event of the calendar goes into the plan."), "\(none.seen)")
      let viewer = try await visitor.station.viewer()
      #expect(try await viewer.get(address).status == .forbidden)
    }
  }
}
