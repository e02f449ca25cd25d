import Foundation
import Testing

@Suite("Lines, outlets and languages that were published and that the plan no longer has")
struct FormerLineTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-04-30
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }] }
      bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: so, rule: FREQ=WEEKLY;BYDAY=MO }] }
      dai: { name: Đài tỉnh, kind: radio, grid: [{ id: sang, rule: FREQ=WEEKLY;BYDAY=SU, at: "06:00", length: 30m, languages: [Mông, Dao], pieces: 2 }] }
    lines:
      - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: tv, quota: 4, versions: { into: [Mông, Dao], after: 1d, outlet: dai } }
      - { id: bai, title: Một cửa, form: bài, outlet: bao, quota: 4 }

    """

  /// The folder of the plan, published, with a log in which everything of January and February went out; then its plan is
  /// changed.
  private func amended(_ changes: [(String, String)], _ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-former-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try write("plan.yaml", Self.plan)
    #expect(
      try Command("publish", folder, "--by", "An", "--at", "2026-01-01T09:00", "--lang", "en").errors == "")
    let book = try FileManager.default.contentsOfDirectory(atPath: folder + "/book")
    let name = try #require(book.first { $0.contains("publication") })
    let rows = try String(contentsOfFile: "\(folder)/book/\(name)", encoding: .utf8)
      .split(whereSeparator: \.isNewline).filter { $0.hasPrefix("vi-du.") && $0.contains(",placement,") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let aired = rows.compactMap { row -> String? in
      guard let at = row.firstIndex(where: { $0.hasPrefix("2026-") }), row[at] < "2026-03" else { return nil }
      let day = row[at].prefix(10)
      let time = row[at].count > 10 ? row[at].dropFirst(11) : ""
      return "\(day),\(time),\(row[7]),\(row[2]),\(row[3]),\(row[4])\n"
    }
    try write("dai.csv", "date,time,outlet,line,edition,language\n" + aired.joined())
    let imported = try Command(
      "import", folder, folder + "/dai.csv", "--by", "An", "--at", "2026-03-01T09:00", "--lang", "en")
    #expect(imported.status == 0, "\(imported.output)\(imported.errors)")
    let text = changes.reduce(Self.plan) { text, change in
      #expect(text.contains(change.0))
      return text.replacing(change.0, with: change.1)
    }
    try write("plan.yaml", text)
    try work(folder)
  }

  @Test(
    "a line that was dropped is told with what aired of it, its rows are still read, and a re-plan lists it")
  func droppedLine() throws {
    let line = "  - { id: bai, title: Một cửa, form: bài, outlet: bao, quota: 4 }\n"
    try amended([(line, "")]) { folder in
      let told =
        "The line “Một cửa” (bai) is no longer in the plan. In the period: 4 published placements, 2 aired; they count "
        + "in no line and no total."
      let report = try Command("report", folder, "--lang", "en")
      #expect(report.status == 0 && !report.output.contains("LOG_ROW_BROKEN"), "\(report.output)")
      #expect(
        report.output.replacing("\n", with: " ").contains("[NO_LONGER_PLANNED]: \(told)"), "\(report.output)")
      #expect(
        try Command("report", folder).output.replacing("\n", with: " ").contains(
          "Chỉ tiêu “Một cửa” (bai) không còn trong kế hoạch. Trong kỳ: 4 lượt theo lịch đã phát hành, 2 lượt đã phát; "
            + "không cộng vào chỉ tiêu hay tổng nào."))
      let reconciled = try Command("reconcile", folder, "--lang", "en")
      #expect(reconciled.status == 0 && !reconciled.errors.contains("LOG_ROW_BROKEN"), "\(reconciled.errors)")
      let replan = try Command("allocate", folder, "--from", "2026-03-01", "--lang", "en")
      #expect(replan.output.contains("  bai (no longer in the plan)\n"), "\(replan.output)")
    }
  }

  @Test("an outlet that was dropped is told, and its works stay with their line under its id")
  func droppedOutlet() throws {
    let changes = [
      ("  bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: so, rule: FREQ=WEEKLY;BYDAY=MO }] }\n", ""),
      ("outlet: bao, quota: 4", "outlet: tv, quota: 4"),
    ]
    try amended(changes) { folder in
      let report = try Command("report", folder, "--lang", "en")
      #expect(report.status == 0, "\(report.output)")
      let text = report.output.replacing("\n", with: " ")
      #expect(
        text.contains(
          "[NO_LONGER_PLANNED]: The outlet “Báo tỉnh” (bao) is no longer in the plan. In the period: 4 published "
            + "placements, 2 aired; they count for their lines."), "\(report.output)")
      #expect(report.output.contains("\nbao (no longer in the plan)"), "\(report.output)")
      #expect(text.contains("the outlet “bao” is gone."))
    }
  }

  @Test(
    "a language that was dropped is told by the plan's difference and by the report, and its versions stay")
  func droppedLanguage() throws {
    try amended([("into: [Mông, Dao]", "into: [Mông]")]) { folder in
      let report = try Command("report", folder, "--lang", "en")
      #expect(report.status == 0, "\(report.output)")
      let text = report.output.replacing("\n", with: " ")
      #expect(text.contains("“Cải cách hành chính” has no versions in Iu Mien any more."), "\(report.output)")
      #expect(
        text.contains(
          "[NO_LONGER_PLANNED]: The plan has no Iu Mien versions of “Cải cách hành chính” any more. In the period: 4 "
            + "published, 2 aired."), "\(report.output)")
      #expect(report.output.contains("Iu Mien (no longer in the plan)"))
      let vietnamese = try Command("report", folder).output.replacing("\n", with: " ")
      #expect(vietnamese.contains("“Cải cách hành chính” không còn bản tiếng Dao."))
      #expect(
        vietnamese.contains(
          "Kế hoạch không còn bản tiếng Dao của “Cải cách hành chính”. Trong kỳ: 4 bản theo lịch đã phát hành, 2 đã phát."
        ))
      let replan = try Command("allocate", folder, "--from", "2026-03-01", "--lang", "en")
      #expect(
        replan.output.contains(
          "Published placements that have no slot any more, or that the plan does not ask for: 2.\n"),
        "\(replan.output)")
    }
  }
}
