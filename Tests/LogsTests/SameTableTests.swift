import Foundation
import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@testable import Logs

@Suite("The same table in every form is the same rows")
struct SameTableTests {
  private static let outlets = ["truyền hình tỉnh", "đài huyện mường tè"]
  private static let plan = Plan.sample(
    [], further: [.sample("th", "Truyền hình tỉnh"), .sample("mt", "Đài huyện Mường Tè", .radio)])
  private static let header = ["ngày", "giờ", "kênh", "tên", "thời lượng"]
  /// Small letters alone: TCVN3 has no others with a tone.
  private static let titles = [
    "cải cách hành chính", "nông thôn mới; chuyện làng", "bản tin thời sự, buổi tối",
    "đẩy mạnh ứng dụng công nghệ",
    "giữ rừng ở những xã vùng cao",
  ]

  private struct Row {
    let day: Int
    let cells: [String]
  }

  /// Some rows; one has a day that no month has, so that the order of day and month is clear.
  private func rows(_ generator: inout SeededGenerator) -> [Row] {
    let outlet = Self.outlets[Int(generator.next() % 2)]
    var days = (0..<12).map { _ in 1 + Int(generator.next() % 30) } + [28]
    days.sort()
    return days.enumerated().map { index, day in
      let time = "\(10 + index):\(10 + Int(generator.next() % 50))"
      let title = Self.titles[Int(generator.next() % UInt64(Self.titles.count))]
      let date = "\(day < 10 ? "0" : "")\(day)/04/2018"
      return Row(day: day, cells: [date, time, outlet, title, "\(1 + Int(generator.next() % 60))"])
    }
  }

  private func csv(_ rows: [Row], _ separator: Character, end: String = "\r\n", quoted: Bool = false)
    -> String
  {
    ([Self.header] + rows.map(\.cells)).map { cells in
      cells.map { quoted || $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: String(separator))
        + end
    }.joined()
  }

  private func sheet(_ rows: [Row], merged: Bool) -> [UInt8] {
    var book = SampleWorkbook()
    book.rows = [Self.header.map { .text($0) }]
    for (index, row) in rows.enumerated() {
      let outlet: SampleWorkbook.Cell = merged && index > 0 ? .none : .text(row.cells[2])
      book.rows.append([
        .date(43190 + row.day), .text(row.cells[1]), outlet, .text(row.cells[3]),
        .number(row.cells[4] + ".0"),
      ])
    }
    if merged { book.merged = ["C2:C\(rows.count + 1)"] }
    return book.bytes
  }

  private func fixed(_ rows: [Row]) -> (text: String, mapping: LogMapping) {
    let widths = [11, 6, 20, 40, 4]
    var mapping = LogMapping(name: "cố định", place: SourcePlace(file: "mappings.yaml", line: 1))
    mapping.form = .fixed
    var start = 1
    for (width, column) in zip(widths, ["date", "time", "outlet", "title", "minutes"]) {
      mapping.columns[column] = .characters(start...(start + width - 2))
      start += width
    }
    let text = rows.map { row in
      zip(row.cells, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined() + "\n"
    }.joined()
    return (text, mapping)
  }

  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  @Test(
    "CSV in four dialects, spreadsheets, fixed columns, composed or not, in five encodings", arguments: 1...8)
  func everyForm(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = rows(&generator)
    let fixed = fixed(rows)
    let plain = csv(rows, ",")
    let bare = plain.decomposedStringWithCanonicalMapping
    let forms: [(String, [UInt8], LogMapping?)] = [
      ("semicolons", Array(("\u{FEFF}" + csv(rows, ";")).utf8), nil),
      ("tabs", Array(csv(rows, "\t", end: "\n").utf8), nil),
      ("quoted", Array(("sep=;\r" + csv(rows, ";", end: "\r", quoted: true)).utf8), nil),
      ("NFD", Array(bare.utf8), nil),
      ("UTF-16", utf16(csv(rows, "\t")), nil), ("UTF-16 NFD", utf16(bare), nil),
      ("TCVN3", OldEncoding.bytes(of: plain, in: .tcvn3), nil),
      ("Windows-1258", OldEncoding.bytes(of: plain, in: .windows1258), nil),
      ("sheet", sheet(rows, merged: false), nil),
      ("merged sheet", sheet(rows, merged: true), nil), ("fixed", Array(fixed.text.utf8), fixed.mapping),
      ("fixed NFD", Array(fixed.text.decomposedStringWithCanonicalMapping.utf8), fixed.mapping),
      ("fixed UTF-16", utf16(fixed.text), fixed.mapping),
      ("fixed TCVN3", OldEncoding.bytes(of: fixed.text, in: .tcvn3), fixed.mapping),
      ("fixed Windows-1258", OldEncoding.bytes(of: fixed.text, in: .windows1258), fixed.mapping),
    ]
    let expected = ImportedRows(plain, plan: Self.plan).rows
    #expect(expected.count == rows.count)
    for (name, bytes, mapping) in forms {
      #expect(ImportedRows(bytes, plan: Self.plan) { $0.mapping = mapping }.rows == expected, "\(name)")
    }
  }
}
