import Foundation
import Testing

@Suite("Logs held against the schedule as it was published")
struct PublishedCommandTests {
  private static func plan(on day: String) -> String {
    """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-01-31
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=\(day), at: "20:15", length: 15m }] }
    lines:
      - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: tv, quota: 4 }

    """
  }

  @Test("what the Book has published holds likewise, and in what the plan differs is told")
  func amendedAfterPublishing() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try write(Self.plan(on: "TH"), "plan.yaml")
    #expect(try Command("publish", folder, "--by", "An", "--at", "2026-01-01T09:00").status == 0)
    let calendar = try String(contentsOfFile: folder + "/calendars/year.ics", encoding: .utf8)
    let days = calendar.matches(of: /DTSTART;TZID=Asia\/Ho_Chi_Minh:202601(\d\d)T201500/).map(\.output.1)
    #expect(days.count == 4)
    try write("date,time,outlet,line\n" + days.map { "2026-01-\($0),20:16,tv,cm\n" }.joined(), "tv.csv")
    #expect(
      try Command("import", folder, folder + "/tv.csv", "--by", "An", "--at", "2026-02-01T09:00").status == 0)
    try write(Self.plan(on: "SA"), "plan.yaml")
    let command = try Command("reconcile", folder, "--json")
    let page = try JSONDecoder().decode(Page.self, from: Data(command.output.utf8))
    #expect(page.counts.filter { $0.value > 0 } == ["aired": 4])
    #expect(page.findings.map(\.code) == ["SCHEDULE_OUTDATED"])
  }

  private struct Page: Decodable {
    struct Finding: Decodable { let code: String }
    let counts: [String: Int]
    let findings: [Finding]
  }

  @Test("a plan amended afterwards does not make what aired as published move, in outcomes and in the report")
  func amended() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/as-run", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try write(Self.plan(on: "TH"), "plan.yaml")
    let published = folder + "/placements.csv"
    #expect(try Command("allocate", folder, "--out", published).status == 0)
    let table = try String(contentsOfFile: published, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
    let days = table.compactMap { $0.firstMatch(of: /2026-01-\d\d/)?.output }
    #expect(days.count == 4)
    try write("date,time,outlet,line\n" + days.map { "\($0),20:16,tv,cm\n" }.joined(), "as-run/tv.csv")

    try write(Self.plan(on: "SA"), "plan.yaml")
    func counts(_ further: String...) throws -> [String: Int] {
      let command = try Command(program: Command.path, ["reconcile", folder, "--json"] + further)
      return try JSONDecoder().decode(Page.self, from: Data(command.output.utf8)).counts.filter {
        $0.value > 0
      }
    }
    #expect(try counts()["moved"] ?? 0 > 0)
    #expect(try counts("--published", published) == ["aired": 4])
    let report = try Command("report", folder, "--published", published, "--format", "csv", "--lang", "en")
    #expect(report.status == 0 && !report.errors.contains("moved"))
    let line = try #require(report.output.split(whereSeparator: \.isNewline).first { $0.contains(",cm,") })
    #expect(line.contains(",4,4,"))

    let none = try Command("reconcile", folder, "--published", folder + "/plan.yaml", "--lang", "en")
    #expect(none.status == 1 && none.errors.contains("allocate --out or run has written (placements.csv)"))
  }

  @Test("a table with a second attempt is read again, and the attempt makes good what was missed, once")
  func secondAttempt() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/as-run", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    func rows(_ name: String) throws -> [[Substring]] {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(whereSeparator: \.isNewline)
        .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
    let plan = Self.plan(on: "TH").replacing("to: 2026-01-31", with: "to: 2026-03-31")
    try write(plan, "plan.yaml")
    let first = try Command("allocate", folder, "--out", folder + "/first.csv")
    #expect(first.status == 0, "\(first.errors)")
    let due = try rows("first.csv")
    let start = try #require(due[0].firstIndex { $0.hasPrefix("2026-") && $0.contains("T") })
    let aired = due.filter { $0[start] < "2026-03" && $0[0] != "vi-du.cm.2.vi@lichsong" }
    let log = "date,outlet,uid\n" + aired.map { "\($0[start].prefix(10)),tv,\($0[0])\n" }.joined()
    try write(log, "as-run/tv.csv")

    let trial = try Command(
      "allocate", folder, "--from", "2026-03-01", "--published", folder + "/first.csv", "--out",
      folder + "/second.csv", "--lang", "en")
    #expect(trial.status == 0, "\(trial.errors)")
    let again = try #require(try rows("second.csv").first { $0[0].contains(".again.") })
    #expect(again[0] == "vi-du.cm.2.vi.again.2@lichsong")

    try write(log + "\(again[start].prefix(10)),tv,\(again[0])\n", "as-run/tv.csv")
    let told = try Command("reconcile", folder, "--published", folder + "/second.csv", "--lang", "en")
    #expect(told.status == 0 && !told.errors.contains("PUBLISHED_UID_UNKNOWN"), "\(told.errors)")
    #expect(told.output.contains("missed, made good"), "\(told.output)")
    let report = try Command(
      "report", folder, "--published", folder + "/second.csv", "--format", "csv", "--lang", "en")
    let line = try #require(report.output.split(whereSeparator: \.isNewline).first { $0.contains(",cm,") })
    #expect(line.contains(",4,"), "the work counts once among the four: \(line)")
    // A table goes on being read when the line gets another id.
    try write(plan.replacing("{ id: cm,", with: "{ id: chuyen-muc, was: cm,"), "plan.yaml")
    let renamed = try Command("reconcile", folder, "--published", folder + "/second.csv", "--lang", "en")
    #expect(renamed.status == 0 && renamed.output.contains("missed, made good"), "\(renamed.errors)")
    try write(plan, "plan.yaml")
    #expect(
      try Command(
        "allocate", folder, "--from", "2026-03-25", "--published", folder + "/second.csv", "--lang", "en"
      ).status == 0)
  }
}
