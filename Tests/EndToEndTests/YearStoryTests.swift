import Foundation
import Testing

/// One year of a station, from the first publication to the last report, on a copy of the Lai Châu case with its made-up
/// logs; after each step the folder is worked out again by a program of its own (`recount.py`).
@Suite("A station's year, kept in its Book")
struct YearStoryTests {
  @Test("published, logged, amended, planned anew, closed, told of a late row, restated and reported")
  func year() throws {
    let story = try Story()
    defer { story.remove() }

    // January: everything is promised for the first time.
    try story.run("publish", "--by", "Nguyễn Thị A", "--at", "2018-01-05T09:00")
    let january = try story.recount()
    #expect(january.entries == ["plan", "publication"] && Set(january.sequences.values) == [0])
    try story.isRepeatable()

    // April: the first quarter's logs. Only STATUS raises SEQUENCE.
    try story.importLogs("q1", at: "2018-04-02T08:00")
    try story.run("publish", "--by", "Nguyễn Thị A", "--at", "2018-04-02T09:00")
    let april = try story.recount()
    let raised = april.sequences.filter { $0.value > (january.sequences[$0.key] ?? 0) }
    #expect(!raised.isEmpty && raised.count < 10 && april.planned == january.planned)
    let outcomes = try story.outcomes()

    // May: two works more in the plan change nothing of the past, and are told.
    try story.amend("quota: 23 kỳ", to: "quota: 25 kỳ")
    #expect(try story.outcomes() == outcomes)
    let report = try story.run("report", "--format", "json", "--period", "2018-Q1").output
    #expect(report.contains("SCHEDULE_OUTDATED") && report.contains("23 → 25 (2 more than published)"))
    try story.run("allocate", "--from", "2018-05-17")
    let moved = try story.move(line: "phong-su", onOrAfter: "2018-09-01", at: "2018-05-17T08:00")
    try story.run("publish", "--by", "Nguyễn Thị A", "--at", "2018-05-17T09:00", "--comment", "Tăng chỉ tiêu")
    let may = try story.recount()
    let new = Set(may.planned).subtracting(april.planned)
    #expect(new.filter { $0.contains(".chuyen-muc.") && !$0.contains(".again.") }.count == 2)
    #expect(Set(april.planned).isSubset(of: may.planned), "what was promised is still there")
    #expect(may.sequences[moved] == (april.sequences[moved] ?? 0) + 1)
    let others = may.sequences.filter { $0.key != moved && april.sequences[$0.key] != nil }
    #expect(others.allSatisfy { april.sequences[$0.key] == $0.value }, "nothing else moves")
    #expect(try !story.exists("draft.csv"))
    try story.isRepeatable()

    // July: the half-year is closed, and confirmed.
    try story.importLogs("q2", at: "2018-07-02T08:00")
    try story.run("publish", "--by", "Nguyễn Thị A", "--at", "2018-07-02T09:00")
    try story.run("close", "--period", "2018-H1", "--by", "Lê Văn C", "--at", "2018-07-05T16:00")
    let closed = try story.aired(period: "2018-H1")
    #expect(try story.recount("2018-01-01", "2018-07-01").aired == closed)
    #expect(try story.run("verify").output.contains("confirmed"))

    // A row of June comes in late: it is told without being asked for, and the close stays as it is.
    try story.importLogs("late", at: "2018-07-09T08:00")
    let told = try story.run("close", "--period", "2018-H1", "--at", "2018-07-09T09:00", status: 1)
    #expect(told.errors.contains("2018-H1 was closed with other figures; nothing was written."))
    #expect(try story.run("verify").errors.contains("Since 2018-H1 was closed more has come to light"))
    #expect(
      try story.run("report", "--period", "2018-H1", "--format", "json").output.contains("CLOSE_OUTDATED"))
    let late = try story.aired(period: "2018-H1")
    let recounted = try story.recount("2018-01-01", "2018-07-01").aired
    #expect(late["tin"] == (closed["tin"] ?? 0) + 1 && late == recounted)

    // The restatement says why, and the history gives the same figure and the entry behind it.
    let restated = try story.run(
      "close", "--period", "2018-H1", "--by", "Lê Văn C", "--at", "2018-07-10T09:00", "--restate", "--reason",
      "đài gửi thêm một dòng")
    #expect(restated.output.contains("đài gửi thêm một dòng"))
    #expect(try story.run("verify").output.contains("restated"))
    let history = try story.run("history", "--since", "2018-07-08", "--period", "2018-H1").output
    #expect(history.contains("truyen-hinh-late.csv"))
    let line = history.split(separator: "\n").first {
      $0.hasPrefix("Tin trong chương trình thời sự") && $0.contains("aired ")
    }
    #expect(line.map { $0.contains("\(closed["tin"] ?? 0)") && $0.contains("\(late["tin"] ?? 0)") } == true)

    // December: the rest of the logs, and the year's report.
    try story.importLogs("h2", at: "2018-12-20T08:00")
    try story.run("publish", "--by", "Nguyễn Thị A", "--at", "2018-12-20T09:00")
    let december = try story.recount("2018-01-01", "2019-01-01").aired
    #expect(try story.aired(period: "2018") == december)
    try story.isRepeatable()
    try story.calendarsComeBack()
  }
}

/// The folder of the story, and the steps that are taken in it.
private struct Story {
  let folder: String
  private let logs: String

  /// What `recount.py` says.
  struct Recount: Decodable {
    let entries: [String]
    let aired: [String: Int]
    let sequences: [String: Int]
    let planned: [String]
    let faults: [String]
  }

  init() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "lichsong-story-\(UUID().uuidString)")
      .path
    folder = root + "/lai-chau-2018"
    logs = root + "/logs"
    try FileManager.default.createDirectory(atPath: logs, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let source = Command.root + "/schedules/lai-chau-2018"
    for name in ["plan.yaml"] {
      try FileManager.default.copyItem(atPath: "\(source)/\(name)", toPath: "\(folder)/\(name)")
    }
    for name in ["bao-in", "tieng-dan-toc", "trang-tin", "truyen-hinh"] {
      try split(try String(contentsOfFile: "\(source)/as-run/\(name).csv", encoding: .utf8), name: name)
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent)
  }

  /// Cuts a log into two quarters and the rest; the last news item of June comes in late.
  private func split(_ text: String, name: String) throws {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    var parts: [String: [String]] = [:]
    for row in lines.dropFirst() {
      let day = row.prefix(10)
      let month = Int(day.contains("/") ? day.dropFirst(3).prefix(2) : day.dropFirst(5).prefix(2)) ?? 0
      parts[month <= 3 ? "q1" : month <= 6 ? "q2" : "h2", default: []].append(row)
    }
    if name == "truyen-hinh",
      let late = parts["q2"]?.lastIndex(where: { $0.contains(";tin;") && $0.contains("đã phát") })
    {
      parts["late"] = [parts["q2"]?.remove(at: late) ?? ""]
    }
    for (part, rows) in parts {
      try ([lines[0]] + rows).joined(separator: "\n").appending("\n").write(
        toFile: "\(logs)/\(name)-\(part).csv", atomically: true, encoding: .utf8)
    }
  }

  @discardableResult
  func run(_ verb: String, _ rest: String..., status: Int32 = 0) throws -> Command {
    try run([verb, folder] + rest, status: status)
  }

  @discardableResult
  private func run(_ arguments: [String], status: Int32 = 0) throws -> Command {
    let command = try Command(program: Command.path, arguments + ["--lang", "en"])
    #expect(command.status == status, "lichsong \(arguments.joined(separator: " ")): \(command.errors)")
    return command
  }

  func importLogs(_ part: String, at time: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: logs).filter {
      $0.hasSuffix("-\(part).csv")
    }.sorted()
    try run(["import", folder] + files.map { "\(logs)/\($0)" } + ["--by", "Trần Thị B", "--at", time])
  }

  func amend(_ old: String, to new: String) throws {
    let path = folder + "/plan.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new, maxReplacements: 1).write(
      toFile: path, atomically: true, encoding: .utf8)
  }

  func exists(_ name: String) throws -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(name)") }

  /// Moves the first placement of a line's originals from a day on to the nearest slot with room.
  func move(line: String, onOrAfter day: String, at time: String) throws -> String {
    let draft = try String(contentsOfFile: folder + "/draft.csv", encoding: .utf8)
    let rows = draft.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let row = try #require(rows.first { $0.count > 8 && $0[1] == line && $0[3] == "vi" && $0[8] >= day })
    let uid = String(row[0])
    let slots = try run("move", uid, "--at", time).output.split(separator: "\n")
    let slot = try #require(slots.first?.split(separator: " ").first.map(String.init))
    try run("move", uid, "--to", slot, "--by", "Nguyễn Thị A", "--why", "nhường sóng", "--at", time)
    return uid
  }

  /// The outcome of each placement that is not pending.
  func outcomes() throws -> [String: String] {
    let text = try run("reconcile", "--json").output
    let page = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    var outcomes: [String: String] = [:]
    for row in page?["outcomes"] as? [[String: Any]] ?? [] {
      guard let uid = row["uid"] as? String, let outcome = row["outcome"] as? String, outcome != "pending"
      else { continue }
      outcomes[uid] = outcome
    }
    return outcomes
  }

  /// Works that aired in a period, by line, as the report counts them; lines without any are left out.
  func aired(period: String) throws -> [String: Int] {
    let text = try run("report", "--period", period, "--format", "json").output
    let page = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    var counts: [String: Int] = [:]
    for row in page?["lines"] as? [[String: Any]] ?? [] {
      if let line = row["line"] as? String, let aired = row["aired"] as? Int, aired > 0 {
        counts[line] = aired
      }
    }
    return counts
  }

  @discardableResult
  func recount(_ from: String = "0000", _ to: String = "9999") throws -> Recount {
    let command = try Command(
      program: "/usr/bin/env",
      ["python3", Command.root + "/Tests/EndToEndTests/recount.py", folder, from, to])
    #expect(command.status == 0, "\(command.errors)")
    let recount = try JSONDecoder().decode(Recount.self, from: Data(command.output.utf8))
    #expect(recount.faults == [])
    return recount
  }

  /// Publishing again records nothing and changes no octet.
  func isRepeatable() throws {
    let before = try octets()
    let again = try run("publish", "--by", "Nguyễn Thị A", "--at", "2018-12-31T23:00")
    #expect(again.output == "Everything is published already; the Book stays as it is.\n")
    #expect(try octets() == before)
  }

  /// Calendars that were deleted come back in the same octets.
  func calendarsComeBack() throws {
    let before = try octets()
    try FileManager.default.removeItem(atPath: folder + "/calendars")
    try run("publish", "--by", "Nguyễn Thị A", "--at", "2018-12-31T23:00")
    #expect(try octets() == before)
  }

  private func octets() throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)").map { (name, $0) }
      })
  }
}
