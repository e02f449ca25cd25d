import Foundation
import Planning
import ScheduleModel
import Testing

/// The parts of a plan that have forms alone are edited in its text, and nothing else of it changes.
@Suite("rows of a plan that only forms have")
struct PlanTextChangeTests {
  /// Changes, adds (`nil`) or takes out a row, by the headings of the form.
  private static func sent(
    _ text: String, _ part: PlanTable.Part, _ row: String?, _ fields: [String: String]
  ) throws -> (text: String?, findings: [Finding]) {
    let file = InputFile(name: "plan.yaml", bytes: Array(text.utf8))
    let tables = try #require(PlanTextChange.tables(of: file, in: .english))
    let table = try #require(tables.first { $0.part == part })
    var texts: [Int: String] = [:]
    for (heading, value) in fields {
      let index = try #require(table.columns.firstIndex { $0.heading.en == heading }, "\(heading)")
      texts[index] = value
    }
    let change = PlanTextChange(file, part, row: row, texts, in: .english)
    return (change.bytes.map { String(decoding: $0, as: UTF8.self) }, change.findings)
  }

  private static func edited(
    _ text: String, _ part: PlanTable.Part, _ row: String?, _ fields: [String: String]
  ) throws -> String {
    let change = try sent(text, part, row, fields)
    return try #require(change.text, "\(part): \(change.findings.map(\.message.en))")
  }

  private static func without(_ text: String, _ part: PlanTable.Part, _ row: String) throws -> String {
    let change = PlanTextChange(
      InputFile(name: "plan.yaml", bytes: Array(text.utf8)), removing: row, of: part)
    return String(decoding: try #require(change.bytes, "\(part) \(row)"), as: UTF8.self)
  }

  private static let lineCount: [String: String] = [
    "Line": "chuyen-muc", "What is counted": "minutes", "At least": "200", "Which runs": "all",
    "Surplus counts for the next period": "yes",
  ]

  @Test("a topic, a translator, a counting rule, a peak and a repeat are added, changed and taken out")
  func rows_areEdited() throws {
    let old = String(decoding: SamplePlan.text().bytes, as: UTF8.self)
    var text = old
    text = try Self.edited(text, .topics, nil, ["Id": "so-hoa", "Topic": "Số hóa, một cửa: hồ sơ"])
    text = try Self.edited(text, .topics, nil, ["Id": "the-che", "Topic": "Thể chế"])
    text = try Self.edited(
      text, .translators, nil,
      [
        "Id": "to-mong", "Name": "Tổ tiếng Mông", "Versions a week": "6",
        "Days off": "01/06/2026..10/06/2026, 2026-07-02",
      ])
    text = try Self.edited(
      text, .counts, nil,
      ["Title": "Tin, bài mỗi tháng", "What is counted": "works", "At least": "4", "In each": "month"])
    text = try Self.edited(
      text, .peaks, nil, ["Line": "chuyen-muc", "From": "2026-11-01", "To": "2026-11-09", "Weight": "3"])
    text = try Self.edited(
      text, .repeats, nil, ["Line": "tin", "At the earliest after": "3d", "At the latest after": "7d"])
    text = try Self.edited(text, .lineCounts, nil, Self.lineCount)
    for part in [
      "topics:\n  so-hoa: \"Số hóa, một cửa: hồ sơ\"\n  the-che: Thể chế\n",
      "translators:\n  to-mong: { name: Tổ tiếng Mông, per-week: 6, off: [{ from: 2026-06-01, to: 2026-06-10 }, { from: 2026-07-02, to: 2026-07-02 }] }\n",
      "counts:\n  - { title: \"Tin, bài mỗi tháng\", count: works, floor: 4, every: month }\n",
      "    peaks:\n      - { from: 2026-11-01, to: 2026-11-09, weight: 3 }\n",
      "    repeats:\n      - { after: 3d, within: 7d }\n",
      "    counts:\n      - { count: minutes, floor: 200, runs: all, carry-over: true }\n",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
    let repeated = try Self.edited(text, .repeats, nil, ["Line": "tin", "At the earliest after": "10d"])
    #expect(repeated.contains("      - { after: 3d, within: 7d }\n      - { after: 10d }\n"), "\(repeated)")

    text = try Self.edited(text, .peaks, "chuyen-muc/1", ["Weight": "4", "To": "10/11/2026"])
    text = try Self.edited(text, .topics, "so-hoa", ["Topic": "Số hóa hồ sơ"])
    text = try Self.edited(text, .translators, "to-mong", ["Days off": ""])
    text = try Self.edited(text, .lineCounts, "chuyen-muc/1", ["What is counted": "works", "Which runs": ""])
    #expect(text.contains("- { from: 2026-11-01, to: 2026-11-10, weight: 4 }"), "\(text)")
    #expect(text.contains("  so-hoa: Số hóa hồ sơ\n"), "\(text)")
    #expect(text.contains("to-mong: { name: Tổ tiếng Mông, per-week: 6 }\n"), "\(text)")
    #expect(text.contains("- { count: works, floor: 200, carry-over: true }"), "\(text)")

    for (part, row) in [
      (PlanTable.Part.topics, "so-hoa"), (.topics, "the-che"), (.translators, "to-mong"), (.counts, "1"),
      (.peaks, "chuyen-muc/1"), (.repeats, "tin/1"), (.lineCounts, "chuyen-muc/1"),
    ] { text = try Self.without(text, part, row) }
    #expect(text == old)
  }

  @Test("a repeat that stands without a list gets a second beside it, and keys that the form lacks stay")
  func single_becomesAList() throws {
    let old = String(decoding: SamplePlan.text().bytes, as: UTF8.self).replacing(
      "    quota: 6 tin", with: "    quota: 6 tin\n    repeats: { after: 3d, within: 7d }   # phát lại")
    let text = try Self.edited(old, .repeats, nil, ["Line": "tin", "At the earliest after": "10d"])
    #expect(
      text.contains("    repeats: [{ after: 3d, within: 7d }, { after: 10d }]   # phát lại\n"), "\(text)")
    #expect(try Self.without(old, .repeats, "tin/1").contains("quota: 6 tin\n"))
    let counted = old.replacing(
      "    quota: 6 tin",
      with:
        "    counts:\n      - count: works   # đếm\n        exclude: [{ reason: Phát thử, from: 2026-01-01, to: 2026-01-31 }]\n    quota: 6 tin"
    )
    let changed = try Self.edited(counted, .lineCounts, "tin/1", ["At least": "4"])
    #expect(
      changed
        == counted.replacing(
          "      - count: works   # đếm\n", with: "      - count: works   # đếm\n        floor: 4\n"),
      "\(changed)")
  }

  @Test("what is wrong is told at its cell")
  func mistakes_areToldAtTheirCells() throws {
    let old = String(decoding: SamplePlan.text().bytes, as: UTF8.self)
    let text = try Self.edited(
      old, .peaks, nil, ["Line": "tin", "From": "2026-11-01", "To": "2026-11-09", "Weight": "3"])
    let peak = try Self.sent(text, .peaks, "tin/1", ["From": "32/11/2026", "Weight": "0"])
    #expect(peak.text == nil)
    #expect(
      peak.findings.compactMap { $0.place?.line }.sorted() == [3, 5], "\(peak.findings.map(\.message.en))")
    let nobody = try Self.sent(old, .peaks, nil, ["Line": "ai-do", "From": "2026-11-01"])
    #expect(nobody.findings.map(\.message.en) == ["The plan has no line “ai-do”. Nothing was written."])
    let counted = try Self.sent(
      old, .counts, nil, ["Title": "Điểm", "What is counted": "chữ", "At least": "bốn"])
    #expect(counted.text == nil && counted.findings.count == 2, "\(counted.findings.map(\.message.en))")
  }
}
