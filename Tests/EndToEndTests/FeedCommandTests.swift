import Foundation
import Testing

@Suite("Feeds, deadlines and outcomes on the command line")
struct FeedCommandTests {
  private static let plan = """
    plan: x
    title: X
    year: 2026
    topics: { mot-cua: Một cửa }
    outlets:
      tv:
        name: TV
        kind: television
        grid: [{ id: toi, dates: [2026-03-03, 2026-04-07, 2026-06-09], at: "20:15", length: 15m }]
        deadlines: { approval: { before: 2d, at: "17:00", remind: 1d } }
    lines: [{ id: a, title: A, form: tin, outlet: tv, quota: 3, topics: [mot-cua] }]
    calendars:
      by: topic
      link: https://lich.example.vn/luot/
      feeds: [{ id: gan, outlets: [tv], period: { back: 10d, ahead: 40d } }]
    """

  @Test("export writes what the plan asks for, rolls a feed with the revision, and says what became of it")
  func export() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-feeds-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (plan, log, out) = (folder + "/plan.yaml", folder + "/log.csv", folder + "/out")
    try Data(Self.plan.utf8).write(to: URL(filePath: plan))
    try Data("date,outlet,time,line,edition\n2026-03-05,tv,20:15,a,1\n".utf8).write(to: URL(filePath: log))
    func export(_ options: String...) throws -> String {
      let command = try Command(
        program: Command.path, ["export", plan, "--out", out, "--lang", "en"] + options)
      #expect(command.status == 0, "\(command.errors)")
      return try String(contentsOfFile: out + "/feed-gan.ics", encoding: .utf8)
    }
    func uids(_ text: String) -> [String] {
      text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map { String($0.dropFirst(4)) }
    }
    let first = try export("--revised", "2026-03-01")
    #expect(
      uids(first) == [
        "x.a.1.vi@lichsong", "todo-approval_x.a.1.vi@lichsong", "x.a.2.vi@lichsong",
        "todo-approval_x.a.2.vi@lichsong",
      ])
    #expect(first.contains("\r\nURL:https://lich.example.vn/luot/x.a.1.vi@lichsong\r\n"))
    #expect(first.contains("\r\nDUE;TZID=Asia/Ho_Chi_Minh:20260301T170000\r\n"))
    #expect(FileManager.default.fileExists(atPath: out + "/topic-mot-cua.ics"))
    let known = try export("--revised", "2026-03-10", "--as-run", log)
    #expect(known.contains("\r\nSUMMARY;LANGUAGE=en:Aired on another day (2026-03-05): A – no. 1\r\n"))
    #expect(known.contains("\r\nX-LICHSONG-AIRED:20260305T201500\r\n"))
    #expect(
      uids(try export("--revised", "2026-05-01")) == ["x.a.3.vi@lichsong", "todo-approval_x.a.3.vi@lichsong"])
  }
}
