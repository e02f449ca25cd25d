import CalendarClients
import Foundation
import TestSupport
import Testing

/// A planner's half-year with files and the command alone; all names and figures are made up.
@Suite("The planner's whole job, from the signed annex to the paper of June")
struct PlannerJobTests {
  private static let annex = [
    ["TT", "Nội dung", "Hình thức/Sản phẩm", "Số lượng", "Đơn vị chủ trì", "Thời gian"],
    ["1", "Chuyên mục “Hỏi đáp” trên truyền hình", "Chuyên mục", "02 kỳ/tháng", "Đài tỉnh X", "Trong năm"],
    ["2", "Tin cải cách hành chính trên phát thanh", "Tin", "48 tin", "Đài tỉnh X", "Trong năm"],
    ["3", "Bài trên Báo X", "Bài", "12 bài", "Báo X", "Trong năm"],
  ]

  /// What the planner types into the plan: where each outlet has room.
  private static let typed = [
    ("truyen-hinh", ["      - { id: toi, rule: thứ Năm hằng tuần, at: \"20:15\", length: 15m }"]),
    ("phat-thanh", ["      - { id: sang, rule: thứ Ba và thứ Sáu hằng tuần, at: \"06:30\", length: 5m }"]),
    ("bao", ["      - { id: so-bao, rule: thứ Hai hằng tuần }"]),
  ]
  private static let blackouts = [
    "blackouts:", "  - { name: Tết Nguyên đán, from: 2025-01-27, to: 2025-02-02 }",
  ]

  @Test("in at most 15 commands and 20 typed lines")
  func halfYear() throws {
    let root = FileManager.default.temporaryDirectory.path + "/lichsong-planner-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    let (folder, plan) = (root + "/kh", root + "/kh/plan.yaml")
    try Data(OfficeSamples.document([Self.annex])).write(to: URL(filePath: root + "/phu-luc.docx"))
    var commands = 0
    @discardableResult
    func run(_ arguments: String...) throws -> Command {
      commands += 1
      let command = try Command(program: Command.path, arguments + ["--lang", "vi"])
      #expect(command.status == 0, "lichsong \(arguments.joined(separator: " ")): \(command.errors)")
      return command
    }

    // January: the annex becomes a plan, the outlets get their openings, the schedule is promised.
    try run("new", folder, "--annex", root + "/phu-luc.docx", "--year", "2025")
    var text = try String(contentsOfFile: plan, encoding: .utf8)
    var lines = 0
    for (outlet, rows) in Self.typed {
      let monthly = try #require(
        text.firstMatch(of: try Regex("  \(outlet):\n(?:    .*\n)*?(      - \\{ id: trong-thang.*\n)")))
      let old = try #require(monthly.output[1].range)
      text.replaceSubrange(old, with: rows.map { $0 + "\n" }.joined())
      lines += rows.count
    }
    text = text.replacing(
      "lines:\n", with: Self.blackouts.map { $0 + "\n" }.joined() + "lines:\n", maxReplacements: 1)
    lines += Self.blackouts.count
    try Data(text.utf8).write(to: URL(filePath: plan))
    try run("check", folder)
    let placements = root + "/lich.csv"
    #expect(try run("allocate", folder, "--out", placements).output.contains("84"))
    try run("publish", folder, "--by", "Nguyễn Văn A", "--at", "2025-01-03T09:00")

    // April and July: what the stations send is recorded; one edition of May did not go out, and is made good.
    let logs = try Logs(placements, missing: ("truyen-hinh", "2025-05"))
    try logs.write("2025-01"..."2025-03", to: root + "/quy-1.csv")
    try run("import", folder, root + "/quy-1.csv", "--at", "2025-04-01T08:00")
    let april = try run("status", folder, "--at", "2025-04-01T09:00").output
    #expect(april.contains("Không chỉ tiêu nào chậm so với lịch (3 chỉ tiêu).\n"), "\(april)")
    try logs.write("2025-04"..."2025-06", to: root + "/quy-2.csv")
    try run("import", folder, root + "/quy-2.csv", "--at", "2025-07-01T08:00")
    let july = try run("status", folder, "--at", "2025-07-01T09:00").output
    #expect(july.contains("CHƯA PHÁT, CẦN PHÁT BÙ (1)\n  Chuyên mục “Hỏi đáp”"), "\(july)")
    #expect(july.contains("    lichsong allocate \(folder) --from 2025-07-01\n"), "\(july)")
    try run("allocate", folder, "--from", "2025-07-01")
    try run("publish", folder, "--by", "Nguyễn Văn A", "--at", "2025-07-01T10:00")
    let mended = try run("status", folder, "--at", "2025-07-01T11:00").output
    let words = mended.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("lịch còn đủ cho 24 của cả năm"), "\(mended)")

    // The paper of the half-year, and the months as a table.
    let paper = try run(
      "report", folder, "--period", "2025-H1", "--out", root + "/bao-cao.docx", "--dated", "2025-07-02")
    #expect(paper.errors == "", "the schedule makes every figure, so that nothing is to be told")
    #expect(try ClientPrograms.office(URL(filePath: root + "/bao-cao.docx")).output.contains("table"))
    try run(
      "report", folder, "--layout", "months", "--out", root + "/bang-thang.docx", "--dated", "2025-07-02")
    #expect(commands <= 15 && lines <= 20, "\(commands) commands, \(lines) typed lines")
  }

  /// What stations send: their own columns, days as people write them, titles and no ids.
  private struct Logs {
    private let rows: [(day: String, text: String)]

    /// Every placement of a table as it went out, without the first one of an outlet in a month.
    init(_ table: String, missing: (outlet: String, month: String)) throws {
      let text = try String(contentsOfFile: table, encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let header = try #require(lines.first).map { $0.trimmingCharacters(in: ["\u{FEFF}"]) }
      func cell(_ name: String, _ row: [String]) throws -> String {
        row[try #require(header.firstIndex(of: name), "\(header)")]
      }
      var rows: [(day: String, text: String)] = []
      var left = true
      for row in lines.dropFirst() {
        let start = try cell("start", row)
        let (day, outlet) = (String(start.prefix(10)), try cell("outlet", row))
        if left, outlet == missing.outlet, day.hasPrefix(missing.month) {
          left = false
          continue
        }
        let time = start.contains("T") ? String(start.suffix(5)) : ""
        let parts = day.split(separator: "-")
        rows.append(
          (
            day,
            "\(parts[2])/\(parts[1])/\(parts[0]);\(time);\(outlet);\(try cell("line", row));\(try cell("edition", row))"
          ))
      }
      #expect(!left)
      self.rows = rows
    }

    func write(_ months: ClosedRange<String>, to path: String) throws {
      let some = rows.filter { months.contains(String($0.day.prefix(7))) }.map(\.text)
      #expect(!some.isEmpty)
      try Data((["ngày;giờ;kênh;chỉ tiêu;kỳ"] + some).joined(separator: "\n").utf8).write(
        to: URL(filePath: path))
    }
  }
}
