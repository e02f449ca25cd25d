import ScheduleModel
import Testing

@testable import PlanFiles

/// Whatever is in a file, reading it ends, and says where what is wrong stands.
struct FuzzTests {
  /// Bytes that mean something to YAML, Unicode or a plan.
  private static let bytes: [UInt8] =
    [UInt8](" \t\n\r-?:,[]{}#&*!|>'\"%@`\\0123456789abcxyz/.".utf8) + [
      0x00, 0x1B, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xFF,
    ]

  /// Pieces that mean more than a byte does.
  private static let pieces = [
    "\n", "  ", "- ", "? ", ": ", "&a ", "*a ", "!!str ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "|\n",
    ">\n", "{}", "[]", "''",
    "\"\"", "null", "~", "\r\n", "\u{2028}", "\u{FEFF}", "Đ", "e\u{301}", "😀", "id: x\n", "lines:\n",
    "outlets:\n", "year: 0\n",
    "1000000000", "-1", "2018-02-30", "  - { id: a, title: b, form: c, quota: 1 }\n", "FREQ=DAILY",
    "part-of: tin\n",
  ]

  @Test("5,000 mutations of the plan of Lai Châu are read to their end", .timeLimit(.minutes(3)))
  func mutations_areRead() throws {
    let plan = [UInt8](try Reading.text(of: "schedules/lai-chau-2018/plan.yaml").utf8)
    // A tenth of the plan at a time is quicker to read, and breaks as well.
    let lines = plan.split(separator: 0x0A, omittingEmptySubsequences: false)
    var random = LinearCongruential(seed: 2018)
    var wrong: [String] = []
    for round in 1...5_000 {
      let start = round % 10 == 0 ? 0 : random.number(0...(lines.count - 20))
      let part = round % 10 == 0 ? lines[...] : lines[start..<(start + 20)]
      var file = Array(part.joined(separator: [0x0A]))
      for _ in 0...random.number(0...8) { Self.mutate(&file, &random) }
      if let problem = Self.problem(of: Reading.of(file)) { wrong.append("round \(round): \(problem)") }
    }
    #expect(wrong.first == nil)
  }

  @Test("5,000 heaps of YAML signs are read to their end", .timeLimit(.minutes(1)))
  func signs_areRead() {
    var random = LinearCongruential(seed: 424)
    var wrong: [String] = []
    for round in 1...5_000 {
      let text = (0...random.number(0...40)).map { _ in random.one(of: Self.pieces) }.joined()
      if let problem = Self.problem(of: Reading.of(text)) {
        wrong.append("round \(round): \(problem) in \(text)")
      }
    }
    #expect(wrong.first == nil)
  }

  private static func mutate(_ file: inout [UInt8], _ random: inout LinearCongruential) {
    let at = random.number(0...file.count)
    switch random.number(1...5) {
    case 1 where at < file.count: file[at] = random.one(of: bytes)
    case 2 where at < file.count: file.removeSubrange(at..<min(file.count, at + random.number(1...30)))
    case 3: file.insert(contentsOf: [UInt8](random.one(of: pieces).utf8), at: at)
    case 4 where at < file.count:
      let copy = file[at..<min(file.count, at + random.number(1...60))]
      file.insert(contentsOf: copy, at: random.number(0...file.count))
    default: file.insert(random.one(of: bytes), at: at)
    }
  }

  /// What a reading must not be: without a word where there is no plan, or with a finding that is nowhere.
  private static func problem(of reading: PlanReader.Reading) -> String? {
    if reading.plan == nil, !reading.findings.hasErrors { return "neither plan nor error" }
    for finding in reading.findings {
      guard finding.code != .moreFindings else { continue }
      guard let place = finding.place, place.line >= 1, place.column >= 1 else {
        return "no place: \(finding)"
      }
      if finding.message.en.isEmpty || finding.message.vi.isEmpty { return "no words: \(finding)" }
      if let excerpt = finding.excerpt, place.column > excerpt.unicodeScalars.count + 1 {
        return "beyond its line: \(finding)"
      }
    }
    guard let plan = reading.plan, !reading.findings.hasErrors else { return nil }
    let again = Reading.of(PlanWriter.text(plan)).plan
    return again?.placeless == plan.placeless ? nil : "does not come back: \(PlanWriter.text(plan))"
  }
}
