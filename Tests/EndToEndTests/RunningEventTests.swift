import Foundation
import Testing

/// Events, moves and tables of a published year; all data is made up.
@Suite("A published year is planned anew without losing what runs, and is shown")
struct RunningEventTests {
  private static let plan = """
    plan: tl
    title: Triển lãm (số liệu minh họa)
    year: 2026
    outlets:
      nha: { name: Nhà văn hóa, kind: event, grid: [{ id: tl, dates: [2026-08-30, 2026-11-10], lasts: 5d }] }
      tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }] }
    lines:
      - { id: tl, title: Triển lãm, form: cuộc, outlet: nha, quota: 2 }
      - { id: cm, title: Chuyên mục, form: chuyên mục, outlet: tv, quota: 4, gap: 7d }

    """

  @Test("an event that has begun stays as published, in the month in which it began")
  func running() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    let replan = try station.run("allocate", "--from", "2026-08-31")
    #expect(replan.status == 0, "\(replan.errors)")
    #expect(!replan.output.contains("30/08 →"), "\(replan.output)")
    #expect(try station.text("draft.csv").contains("nha.tl.2026-08-30"))
    let rows = replan.output.split(separator: "\n").filter { $0.hasPrefix("tl ") || $0.hasPrefix("   ") }
    // Aired or not logged: one in August, none in September.
    let unknown = try #require(rows.first { $0.contains("no log yet") }, "\(replan.output)")
    let figures = unknown.split(separator: " ").filter { Int($0) != nil || $0 == "·" || $0 == "–" }
    #expect(figures.count >= 9 && figures[7] == "1" && figures[8] != "1", "\(unknown)")
  }

  @Test("a move that breaks a rule is refused and changes nothing, unless somebody insists")
  func brokenMove() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    #expect(try station.run("allocate", "--from", "2026-01-05").status == 0)
    let draft = try station.text("draft.csv")
    let row = try #require(
      draft.split(whereSeparator: \.isNewline).first { $0.contains("tl.cm.2.vi@lichsong") })
    let slot = try #require(
      draft.split(whereSeparator: \.isNewline).first { $0.contains("tl.cm.3.vi@lichsong") }?.split(
        separator: ","
      ).first {
        $0.hasPrefix("tv.toi.")
      })
    let refused = try station.run(
      "move", "tl.cm.2.vi@lichsong", "--to", String(slot), "--at", "2026-01-06T09:00")
    #expect(refused.status == 1 && refused.output == "", "\(row) \(refused.output)")
    #expect(refused.errors.contains("Nothing was moved: the draft is as it was."), "\(refused.errors)")
    #expect(try station.text("draft.csv") == draft)
    let forced = try station.run(
      "move", "tl.cm.2.vi@lichsong", "--to", String(slot), "--force", "--at", "2026-01-06T09:00")
    #expect(forced.output.hasPrefix("Moved “tl.cm.2.vi@lichsong”"), "\(forced.errors)")
    #expect(try station.text("draft.csv") != draft)
  }

  @Test("what is published is written and shown by allocate, and the refusal says how")
  func published() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    let refused = try station.run("allocate")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("To see it, add --month 7, or --out FILE.csv."), "\(refused.errors)")
    let table = try station.run("allocate", "--out", station.folder + "/lich.csv")
    #expect(table.status == 0 && table.errors.contains("This is the published schedule"), "\(table.errors)")
    #expect(try station.text("lich.csv").contains("nha.tl.2026-08-30"))
    #expect(try station.run("allocate", "--month", "8").output.contains("30"))
  }

  @Test("a grid line closed for the whole time of a line is told as that")
  func closedGrid() throws {
    let station = try Station(
      plan: Self.plan.replacing(
        "lines:", with: "blackouts: [{ name: Sửa nhà, from: 2026-11-01, to: 2026-11-30 }]\nlines:"
      ).replacing("quota: 2 }", with: "quota: 1, grid: [tl], from: 2026-11-01 }").replacing(
        "lasts: 5d }]", with: "lasts: 5d }, { id: khac, dates: [2026-12-05], lasts: 2d }]"))
    defer { station.remove() }
    let told = try station.checked()
    #expect(
      told.contains(
        "the line's grid line “tl” does not open in that time (with the blackout “Sửa nhà” in it)"), "\(told)"
    )
  }
}
