import Foundation
import Testing

/// An invented station that writes in its logs that it airs something again; all figures are made up.
@Suite("Rows that say that they are repeats")
struct RepeatStoryTests {
  private static let plan = """
    plan: dai
    title: Đài tự đặt (số liệu minh họa)
    year: 2026
    outlets:
      tv: { name: Truyền hình tự đặt, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
    lines:
      - { id: hd, title: Hỏi đáp pháp luật, form: chuyên mục, outlet: tv, quota: 4, from: 2026-03-01, to: 2026-03-31 }
      - { id: pl, title: Phát lại theo yêu cầu, form: chuyên mục, outlet: tv, quota: 1, from: 2026-04-01, to: 2026-04-30 }

    """

  private struct Report: Decodable {
    struct Row: Decodable {
      let line: String
      let aired, placements: Int?
    }
    let lines: [Row]
  }

  /// Works and appearances of each line, and the findings of the logs.
  private func report(_ rows: [String], plan: String = plan) throws -> (counts: String, findings: String) {
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/a.csv", "ngày,giờ,kênh,tên,kỳ,trạng thái\n" + rows.joined(separator: "\n") + "\n")
    let data = try station.run("report", "--period", "2026", "--format", "json").output
    let lines = try JSONDecoder().decode(Report.self, from: Data(data.utf8)).lines
    func text(_ value: Int?) -> String { value.map(String.init) ?? "–" }
    let counts = lines.map { "\($0.line) \(text($0.aired))/\(text($0.placements))" }
    let told = try station.run("reconcile", "--width", "1000").errors.split(separator: "\n")
      .filter { $0.contains("LOG_") }.joined(separator: "\n")
    return (counts.joined(separator: ", "), told)
  }

  @Test(
    "a row without an edition that says it is a repeat is no new work, however it says it",
    arguments: [
      "Hỏi đáp pháp luật (phát lại),,", "HỎI ĐÁP PHÁP LUẬT – Phát lại,,", "Hoi dap phap luat (phat lai),,",
      "Phát lại Hỏi đáp pháp luật,,", "phat lai Hoi dap phap luat so 1,,",
      "Phát lại: Hỏi đáp pháp luật,,", "Hỏi đáp pháp luật [Phát lại kỳ 1],,",
      "Hỏi đáp pháp luật phát lần 2,,",
      "Hỏi đáp pháp luật (phát lại ngày 5/3/2026),,", "Hỏi đáp pháp luật,,phát lại",
      "Hỏi đáp pháp luật (rerun),,",
      "Hỏi đáp pháp luật (tái phát sóng lần 3),,", "Hỏi đáp pháp luật – phát lại lúc 5h30,,",
    ])
  func noNewWork(row: String) throws {
    let (counts, findings) = try report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,,", "2026-03-07,09:00,tv,\(row)",
    ])
    #expect(counts == "hd 1/2, pl –/–")
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test("a repeat of nothing that the logs know counts as no work, and is told")
  func unfounded() throws {
    let first = try report(["2026-03-07,09:00,tv,Hỏi đáp pháp luật (phát lại),,"])
    #expect(first.counts == "hd 0/0, pl –/–")
    #expect(first.findings.contains("This row says that it is a repeat, but the logs show nothing of"))
    // No. 3 is due on 19 March.
    let edition = try report(["2026-03-07,09:00,tv,Hỏi đáp pháp luật (phát lại),3,"])
    #expect(edition.counts == "hd 0/0, pl –/–")
    #expect(edition.findings.contains("LOG_REPEAT_UNCLEAR"))
    let later = try report(["2026-03-21,09:00,tv,Hỏi đáp pháp luật (phát lại),3,"])
    #expect(later.counts == "hd 1/1, pl –/–", "a work that is repeated has gone out")
  }

  @Test("a repeat at the hour of a first run does not show it, and is told")
  func insteadOfFirstRun() throws {
    let (counts, findings) = try report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,,", "2026-03-12,20:15,tv,Hỏi đáp pháp luật (phát lại),,",
    ])
    #expect(counts == "hd 1/2, pl –/–")
    #expect(
      findings.contains(
        "went out when no. 2 of “Hỏi đáp pháp luật” was due for the first time; no. 2 counts as not"))
  }

  @Test(
    "words that may mean a repeat, or something else, are no new work and told; a line called so is what it is"
  )
  func unclear() throws {
    let short = try report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật,,", "2026-03-07,09:00,tv,Hỏi đáp pháp luật (PL),,",
    ])
    #expect(short.counts == "hd 1/1, pl –/–")
    #expect(short.findings.contains("may say that it is a repeat; the row counts as no work of"))
    let subject = try report([
      "2026-03-05,20:15,tv,Hỏi đáp pháp luật: phát lại sổ đỏ cho dân,,",
      "2026-04-02,20:15,tv,Phát lại theo yêu cầu,,",
    ])
    #expect(subject.counts == "hd 1/1, pl 1/1")
    #expect(!subject.findings.contains("REPEAT"), "\(subject.findings)")
  }

  @Test("scheduled repeats are shown by rows that say so, in the Book too")
  func scheduled() throws {
    let plan = Self.plan.replacing(
      "to: 2026-03-31 }",
      with: "to: 2026-03-31, grid: [toi], repeats: { after: 2d, within: 2d, grid: [sang] } }"
    ).replacing(
      "length: 15m }] }",
      with: "length: 15m }, { id: sang, rule: FREQ=WEEKLY;BYDAY=SA, at: \"09:00\", length: 15m }] }")
    let station = try Station(plan: plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "gui/a.csv",
      "ngày,giờ,kênh,tên,kỳ,trạng thái\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,,Phát mới\n"
        + "2026-03-07,09:00,tv,Hỏi đáp pháp luật,,Phát lại\n2026-03-14,09:00,tv,Hỏi đáp pháp luật (PL),,\n"
    )
    #expect(
      try station.run("import", station.folder + "/gui/a.csv", "--by", "An", "--at", "2026-04-01T08:00")
        .status == 0)
    let entry = try #require(try station.entries("log").last)
    #expect(try station.text("book/\(entry)").contains(",Hỏi đáp pháp luật,,repeat,"))
    let data = try station.run("report", "--period", "2026-03", "--explain", "hd", "--width", "1000").output
    #expect(data.contains("repeat"), "\(data)")
    let outcomes = try station.run("reconcile", "--width", "1000").errors
    #expect(!outcomes.contains("LOG_REPEAT_UNCLEAR"), "\(outcomes)")
  }
}
