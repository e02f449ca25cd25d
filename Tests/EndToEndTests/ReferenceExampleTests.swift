import Foundation
import Testing

@Suite("The reference of plan files says what is")
struct ReferenceExampleTests {
  private static let documents = ["schedules/README.md", "schedules/README.vi.md"]

  /// The blocks of a kind in a document.
  private static func blocks(_ kind: String, in document: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(Command.root)/\(document)", encoding: .utf8)
    return text.components(separatedBy: "```\(kind)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  /// Works in a folder of its own, which is removed afterwards.
  private static func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/as-run", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }

  @Test("both languages name the same keys and columns, in the same order")
  func keys() throws {
    let rows = try Self.documents.map { document in
      try String(contentsOfFile: "\(Command.root)/\(document)", encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("| `") }.map { row in
          Set(row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.output.1) })
        }
    }
    #expect(rows[0].count > 100)
    #expect(rows[0] == rows[1])
  }

  @Test("the plans and parts of plans that it shows are right", arguments: documents)
  func plans(document: String) throws {
    let blocks = try Self.blocks("yaml", in: document)
    let smallest = try #require(blocks.first)
    let counts = try #require(blocks.first { $0.hasPrefix("counts:") })
    let calendars = try #require(blocks.first { $0.hasPrefix("calendars:") })
    let ofLine = counts.split(separator: "\n").map { "    \($0)\n" }.joined()
    for plan in [smallest, smallest + ofLine, smallest + calendars] {
      try Self.withFolder { folder in
        try Data(plan.utf8).write(to: URL(filePath: folder + "/plan.yaml"))
        let check = try Command("check", folder, "--lang", "en")
        #expect(check.status == 0, "\(plan)\(check.output)")
      }
    }
  }

  @Test("the mapping that it shows reads a log of that form", arguments: documents)
  func mapping(document: String) throws {
    let blocks = try Self.blocks("yaml", in: document)
    let mapping = try #require(blocks.first { $0.hasPrefix("dai-huyen:") })
    let plan = """
      plan: vi-du
      title: Một ví dụ
      year: 2026
      outlets: { phat-thanh: { name: Đài huyện, kind: radio } }
      lines: [{ id: tin, title: Tin nông thôn mới, form: tin, outlet: phat-thanh, quota: 12, scheduled: false }]

      """
    func row(_ day: String, _ time: String, _ status: String) -> String {
      let title = "Tin nông thôn mới".padding(toLength: 40, withPad: " ", startingAt: 0)
      return "\(day) \(time) \(title) \(status)\n"
    }
    let log =
      "ĐÀI HUYỆN\n\nNgày       Giờ\n" + row("05.03.2026", "05:30", "OK") + row("06.03.2026", "05:30", "HUY")
    try Self.withFolder { folder in
      for (name, text) in [("plan.yaml", plan), ("as-run/mappings.yaml", mapping), ("dai.txt", log)] {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      let read = try Command(
        "import", folder, folder + "/dai.txt", "--map", "dai-huyen", "--preview", "--lang", "en")
      #expect(read.status == 0, "\(read.errors)")
      let rows = read.output.split(separator: "\n").filter {
        $0.contains("2026-03-0") && $0.contains("phat-thanh")
      }
      .map { $0.split(separator: " ").joined(separator: " ") }
      #expect(
        rows == [
          "4 2026-03-05 05:30 phat-thanh tin Tin nông thôn mới vi – aired –",
          "5 2026-03-06 05:30 phat-thanh tin Tin nông thôn mới vi – pre-empted –",
        ], "\(read.output)")
    }
  }
}
