import Calendars
import ScheduleModel
import Testing

@Suite("Openings of one channel at the same time")
struct OverlapTests {
  private func grid(
    _ id: String, _ rule: String, at time: String?, _ minutes: Int, inside: String? = nil, at line: Int = 1
  ) throws -> GridLine {
    GridLine(
      id: id, recurrence: try Sample.rule(rule), at: try time.map { try #require(TimeOfDay($0)) },
      minutes: minutes, pieces: 1, languages: [], validity: .always, inBlackout: .drop,
      place: SourcePlace(file: "plan.yaml", line: line), inside: inside)
  }

  private func findings(_ grid: [GridLine], kind: Outlet.Kind = .television) throws -> [Finding] {
    GridExpansion.slots(
      of: Sample.plan(
        days: try Sample.days("2020-03-01", "2020-03-31"), outlets: [Sample.outlet(kind: kind, grid: grid)])
    ).findings
  }

  @Test("are told once for each pair, with their number, the first date and how an insert is said")
  func told() throws {
    let findings = try findings([
      grid("thoi-su", "FREQ=DAILY", at: "20:00", 45),
      grid("ban-tin", "FREQ=WEEKLY;BYDAY=FR", at: "20:00", 10, at: 2),
    ])
    #expect(
      findings == [
        Finding(
          .openingsOverlap, .warning, at: SourcePlace(file: "plan.yaml", line: 2),
          Words(
            vi:
              "Khung giờ “thoi-su” 20:00–20:45 và “ban-tin” 20:00–20:10 (Truyền hình) phát cùng một lúc: 4 lần, lần đầu "
              + "ngày 06/03/2020.",
            en:
              "Grid lines “thoi-su” 20:00–20:45 and “ban-tin” 20:00–20:10 (Truyền hình) are on the air at the same time: "
              + "4 times, first on 2020-03-06."),
          remedy: Words(
            vi:
              "“ban-tin” phát bên trong “thoi-su” thì ghi ở “ban-tin”: inside: thoi-su\nNếu không, cho một khung nghỉ "
              + "những ngày này (except), hoặc sửa giờ ghi nhầm.",
            en:
              "If “ban-tin” goes out inside “thoi-su”, write at “ban-tin”: inside: thoi-su\nIf not, let one of them not "
              + "open on these days (except), or correct an hour that is wrong."))
      ])
  }

  @Test("are no collision where one goes out inside the other, or inside what does")
  func inserts() throws {
    let grid = [
      try grid("thoi-su", "FREQ=DAILY", at: "20:00", 45),
      try grid("ban-tin", "FREQ=WEEKLY;BYDAY=FR", at: "20:00", 10, inside: "thoi-su"),
      try grid("tin-nhanh", "FREQ=WEEKLY;BYDAY=FR", at: "20:05", 5, inside: "ban-tin"),
    ]
    #expect(try findings(grid) == [])
    let plan = Sample.plan(
      days: try Sample.days("2020-03-06", "2020-03-06"), outlets: [Sample.outlet(grid: grid)])
    #expect(
      GridExpansion.slots(of: plan).slots.map(\.id) == [
        "tv.ban-tin.2020-03-06", "tv.thoi-su.2020-03-06", "tv.tin-nhanh.2020-03-06",
      ])
  }

  @Test("that overlap only in part are offered no insert; what only touches does not overlap")
  func partly() throws {
    let told = try findings([
      grid("a", "FREQ=WEEKLY;BYDAY=FR", at: "20:00", 45), grid("b", "FREQ=WEEKLY;BYDAY=FR", at: "20:30", 30),
      grid("c", "FREQ=WEEKLY;BYDAY=FR", at: "21:00", 30),
    ])
    #expect(told.map(\.code) == [.openingsOverlap])
    #expect(
      told.first?.remedy?.vi == "Cho một khung nghỉ những ngày này (except), hoặc sửa giờ ghi nhầm.")
  }

  @Test("an evening that runs past midnight meets the early hours of the next day")
  func pastMidnight() throws {
    let told = try findings([
      grid("khuya", "FREQ=WEEKLY;BYDAY=FR", at: "23:30", 60),
      grid("dem", "FREQ=WEEKLY;BYDAY=SA", at: "00:00", 15),
      grid("nua-dem", "FREQ=WEEKLY;BYDAY=FR", at: "24:00", 10),
    ])
    #expect(
      told.map(\.message.en) == [
        "Grid lines “khuya” 23:30–00:30 and “dem” 00:00–00:15 (Truyền hình) are on the air at the same time: 4 times, "
          + "first on 2020-03-07.",
        "Grid lines “khuya” 23:30–00:30 and “nua-dem” 24:00–00:10 (Truyền hình) are on the air at the same time: 4 times, "
          + "first on 2020-03-06.",
        "Grid lines “dem” 00:00–00:15 and “nua-dem” 24:00–00:10 (Truyền hình) are on the air at the same time: 4 times, "
          + "first on 2020-03-06.",
      ])
  }

  @Test("what has no hour or no length collides with nothing, nor do newspapers and events")
  func unknown() throws {
    #expect(
      try findings([
        grid("a", "FREQ=DAILY", at: nil, 0), grid("b", "FREQ=DAILY", at: nil, 30),
        grid("c", "FREQ=DAILY", at: "20:00", 0), grid("d", "FREQ=DAILY", at: "20:00", 10),
      ]) == [])
    let same = [try grid("a", "FREQ=DAILY", at: "20:00", 10), try grid("b", "FREQ=DAILY", at: "20:00", 10)]
    #expect(try findings(same, kind: .website) == [])
    #expect(try findings(same, kind: .event) == [])
    #expect(try findings(same, kind: .loudspeaker).count == 1)
  }

  @Test("an insert on days without its programme, or beyond its end, is told")
  func outside() throws {
    let host = try grid("thoi-su", "FREQ=WEEKLY;BYDAY=MO,FR", at: "20:00", 45)
    let told = try findings([
      host, grid("ban-tin", "FREQ=WEEKLY;BYDAY=FR,SA", at: "20:00", 10, inside: "thoi-su"),
      grid("cuoi", "FREQ=WEEKLY;BYDAY=MO", at: "20:40", 10, inside: "thoi-su"),
    ])
    #expect(
      told.map(\.message.vi) == [
        "Khung giờ “ban-tin” 20:00–20:10 (Truyền hình) ghi phát bên trong “thoi-su” 20:00–20:45, nhưng 4 lần không nằm "
          + "trong đó, lần đầu ngày 07/03/2020.",
        "Khung giờ “cuoi” 20:40–20:50 (Truyền hình) ghi phát bên trong “thoi-su” 20:00–20:45, nhưng 5 lần không nằm "
          + "trong đó, lần đầu ngày 02/03/2020.",
      ])
    #expect(try findings([host, grid("x", "FREQ=WEEKLY;BYDAY=MO", at: nil, 0, inside: "thoi-su")]) == [])
  }
}
