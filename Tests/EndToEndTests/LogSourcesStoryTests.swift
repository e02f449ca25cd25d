import Foundation
import Testing

/// A station that sends its logs from several hands; all data are made up.
@Suite("Logs of several sources, and logs that come again")
struct LogSourcesStoryTests {
  private func station() throws -> Station {
    let station = try Station(plan: LogWordsStoryTests.plan)
    try station.publishFirst()
    return station
  }

  private func imported(
    _ text: String, _ name: String, into station: Station, at: String, language: String = "en"
  ) throws -> String {
    try station.write("gui/\(name)", text)
    let run = try Command(
      program: Command.path,
      [
        "import", station.folder, station.folder + "/gui/\(name)", "--by", "An", "--at", at, "--lang",
        language,
      ])
    return (run.output + run.errors).replacing(/\s+/, with: " ")
  }

  private static let sheet = """
    ngày,giờ,kênh,tên,kỳ,thời lượng,trạng thái
    2026-03-05,20:15,tv,Hỏi đáp pháp luật,1,15,
    2026-03-06,08:00,tv,Hỏi đáp pháp luật,1,15,phát lại
    2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,15,không phát

    """

  @Test("a count that rises through a replaced row is told like one that falls, in both languages")
  func rise() throws {
    let station = try station()
    defer { station.remove() }
    _ = try imported(Self.sheet, "phieu.csv", into: station, at: "2026-04-02T08:00")
    let changed = Self.sheet.replacing("2,15,không phát", with: "2,15,đã phát")
    let told = try imported(changed, "phieu.csv", into: station, at: "2026-04-03T08:00")
    #expect(
      told.contains(
        "“Hỏi đáp pháp luật”: the year's count goes from 1 to 2, because recorded rows are replaced or taken back: phieu.csv:4"
      ),
      "\(told)")
    let copy = try Station(copying: station)
    defer { copy.remove() }
    let vi = try imported(Self.sheet, "phieu.csv", into: copy, at: "2026-04-04T08:00", language: "vi")
    #expect(vi.contains("phieu.csv"), "\(vi)")
  }

  @Test(
    "a machine's file takes back neither edition nor repeat, and does not overrule who says that nothing aired"
  )
  func machine() throws {
    let station = try station()
    defer { station.remove() }
    _ = try imported(Self.sheet, "phieu.csv", into: station, at: "2026-04-02T08:00")
    let machine = """
      date,time,outlet,title
      2026-03-05,20:15:12,tv,Hỏi đáp pháp luật
      2026-03-06,08:00:12,tv,Hỏi đáp pháp luật
      2026-03-12,20:15:12,tv,Hỏi đáp pháp luật

      """
    let told = try imported(machine, "may.csv", into: station, at: "2026-04-03T08:00", language: "vi")
    #expect(
      told.contains(
        "Dòng này ghi “đã phát”, dòng phieu.csv:4 trong sổ ghi “không lên sóng” về cùng một lượt; chưa tính là đã phát."
      ),
      "\(told)")
    let report = try station.run("report", "--explain", "hd", "--width", "1000")
    #expect(report.output.contains("1 row counted and 3 not counted are all 4 rows"), "\(report.output)")
    #expect(
      report.errors.contains("This row says that it aired, line 4 of “phieu.csv” says “off-air”"),
      "\(report.errors)")
    let reconciled = try station.run("reconcile", language: "vi")
    #expect(reconciled.errors.contains("LOG_ROWS_CONTRADICT"), "\(reconciled.errors)")
  }

  @Test("reconcile does not say that all went well while rows are open")
  func open() throws {
    let station = try station()
    defer { station.remove() }
    let text = """
      ngày,giờ,kênh,tên,kỳ,thời lượng
      2026-03-05,20:15,tv,Hỏi đáp pháp luật,1,15
      2026-03-05,20:15:20,tv,Hỏi đáp pháp luật,1,9

      """
    _ = try imported(text, "a.csv", into: station, at: "2026-04-02T08:00")
    let output = try station.run("reconcile").output.replacing(/\s+/, with: " ")
    #expect(
      output.contains(
        "What the logs tell of aired as scheduled, but for rows about which the station has to be asked (see the findings)."
      ),
      "\(output)")
    #expect(
      try station.run("reconcile", language: "vi").output.replacing(/\s+/, with: " ").contains(
        "trừ những dòng nhật ký còn phải hỏi đài (xem các phát hiện)."))
  }

  @Test("verify shows by what a row differs from the one that it replaces")
  func verify() throws {
    let station = try station()
    defer { station.remove() }
    let text = "ngày,giờ,kênh,tên,kỳ,thời lượng\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,1,15\n"
    _ = try imported(text, "quy-1.csv", into: station, at: "2026-04-02T08:00")
    let closed = try station.run("close", "--period", "2026-Q1", "--by", "An", "--at", "2026-04-05T09:00")
    #expect(closed.status == 0, "\(closed.errors)")
    _ = try imported(
      text.replacing(",15\n", with: ",8\n"), "bo-sung.csv", into: station, at: "2026-04-10T08:00")
    let output = try station.run("verify", "--width", "200").output
    #expect(output.contains("2026-03-05 20:15 tv 1 Hỏi đáp pháp luật (minutes: 15)"), "\(output)")
    #expect(output.contains("2026-03-05 20:15 tv 1 Hỏi đáp pháp luật (minutes: 8)"), "\(output)")
  }

  @Test("a preview says how many rows it does not show, in both languages")
  func preview() throws {
    let station = try station()
    defer { station.remove() }
    let rows = (1...7).map { "2026-03-0\($0),20:15,tv,Hỏi đáp pháp luật,\($0)\n" }.joined()
    try station.write("gui/a.csv", "ngày,giờ,kênh,tên,kỳ\n" + rows)
    func shown(_ language: String) throws -> String {
      try Command(
        program: Command.path,
        [
          "import", station.folder, station.folder + "/gui/a.csv", "--preview", "--at", "2026-04-02T08:00",
          "--lang",
          language,
        ]
      ).output
    }
    let english = try shown("en")
    #expect(english.contains("hd 1") && english.contains("… and 2 more rows"), "\(english)")
    #expect(try shown("vi").contains("… và 2 dòng nữa"))
  }
}
