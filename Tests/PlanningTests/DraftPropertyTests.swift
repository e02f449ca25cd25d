import PlanFiles
import ScheduleModel
import TestSupport
import Testing

@testable import Planning

@Suite("The sums and percentages of a random table are found, whatever form it has")
struct DraftPropertyTests {
  /// A table of figures with a total row and a total column, one of which may be wrong.
  private struct Sample {
    var rows: [[String]] = []
    /// The cells that are sums, with the cells of their parts; of a wrong one the sum that is right.
    var sums: [String: Set<String>] = [:]
    var wrong: Set<String> = []

    init(seed: Int) {
      var random = SeededRandom(seed: seed)
      let (height, width) = (random.int(2...6), random.int(2...4))
      let totalFirst = random.oneIn(2)
      var figures = (0..<height).map { _ in (0..<width).map { _ in random.int(1...3_000) } }
      for row in figures.indices { figures[row].append(figures[row].reduce(0, +)) }
      let total = (0...width).map { column in figures.reduce(0) { $0 + $1[column] } }
      figures.insert(total, at: totalFirst ? 0 : height)
      let totalRow = totalFirst ? 0 : height
      var bad: (Int, Int)?
      if random.oneIn(2) {
        let column = random.int(0...width - 1)
        figures[totalRow][column] += 1
        bad = (totalRow, column)
      }
      let names = (1...height).map { "Huyện \($0)" }
      let titles = ["Truyền hình", "Phát thanh", "Báo in", "Trang tin"]
      rows = [["Đơn vị"] + titles.prefix(width) + ["Tổng cộng"]]
      for (index, line) in figures.enumerated() {
        let name =
          index == totalRow ? "Toàn tỉnh" : names[index - (totalFirst ? 1 : 0)]
        rows.append([name] + line.map { grouped($0, in: .vietnamese) })
      }
      func cell(_ row: Int, _ column: Int) -> String {
        "\(["b", "c", "d", "e", "f"][column])\(row + 2)"
      }
      let others = figures.indices.filter { $0 != totalRow }
      for column in 0...width { sums["v" + cell(totalRow, column)] = Set(others.map { cell($0, column) }) }
      for row in figures.indices { sums["h" + cell(row, width)] = Set((0..<width).map { cell(row, $0) }) }
      if let bad {
        wrong = ["v" + cell(bad.0, bad.1), "h" + cell(totalRow, width)]
      }
    }
  }

  private func forms(of rows: [[String]]) -> [(name: String, bytes: [UInt8])] {
    [
      ("t.docx", OfficeSamples.document([rows])), ("t.xlsx", OfficeSamples.workbook([("T", rows)])),
      ("t.csv", Array(rows.map { $0.joined(separator: ";") + "\r\n" }.joined().utf8)),
      ("t.txt", Array(rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined().utf8)),
      ("tab.txt", Array(rows.map { $0.joined(separator: "\t") + "\n" }.joined().utf8)),
    ]
  }

  @Test("every sum is proposed with its parts, and only the wrong ones differ", arguments: 0..<40)
  func sums(seed: Int) throws {
    let sample = Sample(seed: seed)
    for (name, bytes) in forms(of: sample.rows) {
      let draft = try #require(ReportDraftReader.read(InputFile(name: name, bytes: bytes)).draft, "\(name)")
      var found: [String: Set<String>] = [:]
      var wrong: Set<String> = []
      for sum in draft.published.sums {
        let whole = try #require(draft.terms[sum.id]?.first).dropFirst(3)
        let parts = Set(sum.of.map { String($0.dropFirst(3)) })
        let isVertical = parts.allSatisfy { $0.first == whole.first }
        let key = (isVertical ? "v" : "h") + whole
        found[key] = parts
        let values = sum.of.compactMap { draft.published.figure($0)?.quantity?.value }.reduce(0, +)
        if values != sum.stated?.value { wrong.insert(key) }
      }
      #expect(found == sample.sums, "\(name)")
      #expect(wrong == sample.wrong, "\(name)")
    }
  }

  @Test("what is written to be confirmed is read back as the same figures", arguments: 0..<40)
  func written(seed: Int) throws {
    let rows = Sample(seed: seed).rows
    for (name, bytes) in forms(of: rows) {
      let draft = try #require(ReportDraftReader.read(InputFile(name: name, bytes: bytes)).draft)
      let text = PublishedText.text(draft, language: .vietnamese)
      let reading = PublishedReader.read(Array(text.utf8), file: "published.yaml", plan: nil)
      let read = try #require(reading.published)
      #expect(reading.findings.map(\.code) == [.publishedProposed])
      #expect(read.isProposed)
      #expect(read.figures.map(\.quantity) == draft.published.figures.map(\.quantity))
      #expect(read.figures.map(\.title) == draft.published.figures.map(\.title))
      #expect(read.sums.map(\.of) == draft.published.sums.map(\.of))
      #expect(read.sums.map(\.stated) == draft.published.sums.map(\.stated))
    }
  }

  @Test("a column of percentages finds its part and whole, rounded or cut off", arguments: 0..<20)
  func ratios(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let cuts = random.oneIn(2)
    let count = random.int(3...7)
    let hasPlan = random.oneIn(2)
    var rows = [
      ["Nội dung", hasPlan ? "Kế hoạch" : "Năm trước", hasPlan ? "Thực hiện" : "Năm nay", "Ghi chú", "Tỷ lệ"]
    ]
    var expected: [String] = []
    for index in 0..<count {
      let (whole, part) = (random.int(50...900), random.int(1...900))
      let percent =
        cuts
        ? Percentage(cutting: part, of: whole, decimals: 2)
        : Percentage(part: part, whole: whole, decimals: 2)
      rows.append(["Mục \(index + 1)", "\(whole)", "\(part)", "x", percent.text(in: .vietnamese)])
      expected.append("b1-c\(index + 2) / b1-b\(index + 2)")
    }
    // One wrong percentage among right ones changes nothing about what the column is.
    rows[1][4] = "99,99%"
    for (name, bytes) in forms(of: rows) {
      let draft = try #require(ReportDraftReader.read(InputFile(name: name, bytes: bytes)).draft)
      #expect(
        draft.published.ratios.compactMap { draft.terms[$0.id]?.joined(separator: " / ") } == expected,
        "\(name)")
    }
  }

  @Test("whatever is in a table, it is read without a crash", arguments: 0..<80)
  func rubbish(seed: Int) {
    var random = SeededRandom(seed: seed)
    let words = [
      "", "-", "Tổng cộng", "Trong đó", "I", "1", "(1)", "2=1+1", "3=2/1", "12", "1.201", "1,2", "81,98%",
      "182/222",
      "12 (24%)", "hơn 600 tin", "12 - 15 kỳ", "không có số liệu", "Tin", "– Cấp xã", "2018", "Đạt 81,98%",
      "%", "0", "0%",
      "999999999999999999999", "15 - 12", "“”", "100 %", "A", "B", "STT", "trong đó 3 tin, 4 bài",
      "7 tin (3, 4)",
    ]
    let rows = (0..<random.int(1...8)).map { _ in (0..<random.int(1...6)).map { _ in random.pick(words) } }
    for (name, bytes) in forms(of: rows) {
      let (draft, findings) = ReportDraftReader.read(InputFile(name: name, bytes: bytes))
      guard let draft else {
        #expect(findings.hasErrors)
        continue
      }
      let text = PublishedText.text(draft, language: .english)
      let reading = PublishedReader.read(Array(text.utf8), file: "published.yaml", plan: nil)
      #expect(
        reading.published?.figures.map(\.quantity) == draft.published.figures.map(\.quantity), "\(text)")
      #expect(reading.findings.filter { $0.severity == .error }.map(\.message.en) == [], "\(text)")
    }
  }
}
