import Foundation
import Testing

/// Made up: a station whose day starts at 05:00, so that what begins at 00:30 belongs to the evening before.
@Suite("The schedule counts broadcast days, as logs and reports do")
struct BroadcastDayTests {
  private static func plan(_ outlet: String = "", _ lines: String) -> String {
    """
    plan: dem-2026
    title: Phim đêm (số liệu minh họa)
    year: 2026
    outlets:
      tv:
        name: Truyền hình tỉnh
        kind: television
        day-starts: "05:00"
    \(outlet)
        grid:
          - { id: trua, dates: [2026-04-30], at: "12:00", length: 30m }
          - { id: dem, dates: [2026-05-01, 2026-05-09], at: "00:30", length: 45m }
    lines:
    \(lines)

    """
  }

  private static let films =
    "  - { id: phim, title: Phim đêm, form: phim, outlet: tv, grid: [dem], quota: 2 phim }"
  private static let news =
    "  - { id: tin, title: Tin trưa, form: tin, outlet: tv, grid: [trua], quota: 1 tin }"

  private func allocated(_ station: Station) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(station.run("allocate", "--json").output.utf8))
        as? [String: Any])
  }

  @Test("half past midnight on 1 May is of April, in the table of the schedule as in the report")
  func months() throws {
    let station = try Station(plan: Self.plan("", Self.films))
    defer { station.remove() }
    let months = try #require(try allocated(station)["months"] as? [[String: Any]])
    #expect(months.map { $0["counts"] as? [Int] } == [[0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0]])
    #expect(try station.publish(at: "2026-01-02T08:00").status == 0)
    let report = try station.run("report", "--period", "2026").output
    #expect(report.contains(#/1 +Phim đêm +2 +0 +0 +0 +1 +1 +0/#), "\(report)")
  }

  @Test("the most of a day takes the night with the day before it")
  func mostOfADay() throws {
    let station = try Station(plan: Self.plan("    per-day: 1", Self.films + "\n" + Self.news))
    defer { station.remove() }
    let told = try station.checked().replacing(/\s+/, with: " ")
    #expect(told.contains("error[QUOTA_NOT_MET]: Short by 1:"), "\(told)")
    try station.replace("per-day: 1", "per-day: 2", in: "plan.yaml")
    #expect(try !station.checked().contains("QUOTA_NOT_MET"))
  }

  @Test("a repeat on the same day may go out after midnight")
  func sameDay() throws {
    let station = try Station(
      plan: Self.plan(
        "", Self.news.replacing(" }", with: ", repeats: { after: 0d, within: 0d, grid: [dem] } }")))
    defer { station.remove() }
    let placements = try #require(try allocated(station)["placements"] as? [[String: Any]])
    #expect(placements.map { $0["start"] as? String } == ["2026-04-30T12:00", "2026-05-01T00:30"])
  }

  @Test("a window ends with its last broadcast day, a weekday is that of the date")
  func windows() throws {
    let film = "  - { id: phim, title: Phim đêm, form: phim, outlet: tv, grid: [dem], quota: 1 phim"
    let april = try Station(plan: Self.plan("", film + ", to: 2026-04-30 }"))
    defer { april.remove() }
    let first = try #require(try allocated(april)["placements"] as? [[String: Any]])
    #expect(first.map { $0["start"] as? String } == ["2026-05-01T00:30"])
    let saturday = try Station(plan: Self.plan("", film + ", days: [SA] }"))
    defer { saturday.remove() }
    let second = try #require(try allocated(saturday)["placements"] as? [[String: Any]])
    #expect(second.map { $0["start"] as? String } == ["2026-05-09T00:30"])
  }
}
