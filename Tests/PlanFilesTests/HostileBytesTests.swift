import ScheduleModel
import Testing

@testable import PlanFiles

/// Files that are not what their name says.
struct HostileBytesTests {
  private static let example =
    "plan: lai-chau-2018 ⏎ title: Cải cách hành chính Nhà nước ⏎ year: 2026 ⏎ outlets: ⏎   truyen-hinh: "
    + "{ name: Truyền hình tỉnh, kind: television } ⏎ lines: ⏎   - { id: tin, title: Tin, form: tin, outlet: "
    + "truyen-hinh, quota: 12 }"

  @Test(
    "a file without a word is told to be empty",
    arguments: [
      "", "\n\n", "# chỉ có ghi chú\n# & *\n", "---\n", "---\n...\n", "~\n", "\u{FEFF}", "   \n  \n",
    ])
  func emptyFile(_ text: String) {
    #expect(
      Reading.findings(of: text) == "1:1 MISSING_KEY error The file has no content. | \(Self.example)")
  }

  @Test("a file over 8 MB is not read")
  func largeFile_isRefused() {
    let bytes = Array(repeating: UInt8(ascii: "a"), count: SourceText.largestFile + 1)
    let reading = Reading.of(bytes)
    #expect(reading.plan == nil && reading.source == nil)
    #expect(
      Reading.listing(reading.findings, in: .english)
        == "1:1 FILE_TOO_LARGE error The file has 8,388,609 bytes; files are read up to 8 MB. "
        + "| Check that this is the plan file; split a very large plan by outlet.")
  }

  @Test("a line of 1 MB is refused with its number; the file is not parsed")
  func longLine_isRefused() {
    let text = "plan: p\ntitle: " + String(repeating: "a", count: 1 << 20) + "\nyear: 2026\n"
    #expect(
      Reading.findings(of: text)
        == "2:1 LINE_TOO_LONG error The line has 1,048,583 bytes; lines are read up to 65,536 bytes. "
        + "| Break it into several lines.")
  }

  @Test("a line may have 64 KB, one byte more is too long")
  func lineAtTheLimit_isRead() {
    let line = "# " + String(repeating: "a", count: SourceText.longestLine - 2)
    #expect(Reading.findings(of: SmallPlan.text(top: line)) == "")
    #expect(Reading.codes(of: SmallPlan.text(top: line + "a")) == [.lineTooLong])
  }

  @Test(
    "bytes that are not UTF-8 are refused where they stand",
    arguments: [
      [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80],
      [0xE1, 0xBA],
    ] as [[UInt8]])
  func brokenUTF8_isRefused(_ bytes: [UInt8]) {
    let file = [UInt8]("plan: p\ntitle: Báo ".utf8) + bytes + [UInt8]("\nyear: 2026\n".utf8)
    #expect(
      Reading.findings(of: file)
        == "2:12 NOT_UTF8 error From here on the file is not UTF-8 (perhaps an older encoding: TCVN3, VNI, "
        + "Windows-1258). | Open the file and save it with the encoding UTF-8.")
  }

  @Test("UTF-16 is recognised, with a byte order mark and without, in both orders")
  func utf16_isRefused() {
    let units = Array(SmallPlan.text().utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(
        Reading.findings(of: bytes)
          == "1:1 NOT_UTF8 error The file is UTF-16, not UTF-8. | Open the file and save it with the encoding UTF-8."
      )
    }
  }

  @Test("a byte order mark before the text does not shift its columns")
  func byteOrderMark_isSkipped() {
    let text = SmallPlan.text(line: "quota: x")
    #expect(Reading.findings(of: "\u{FEFF}" + text) == Reading.findings(of: text))
    #expect(Reading.findings(of: "\u{FEFF}" + SmallPlan.text()) == "")
  }

  @Test("lines that end as in Windows have the same places, excerpts and values")
  func windowsLineEnds_areRead() throws {
    let text = SmallPlan.text(top: "topics: { a-b: một }", line: "quota: x, topics: [khong-co]")
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(Reading.of(windows).findings == Reading.of(text).findings)
    #expect(Reading.of(windows).plan == Reading.of(text).plan)
    #expect(Reading.of(windows).plan != nil)
  }

  @Test("a block of several lines means the same with the line ends of Windows")
  func windowsLineEnds_inABlock() {
    let end = "remarks:\n  results:\n    - |\n      một\n      hai\n"
    let text = SmallPlan.text(end: end)
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(Reading.of(windows).plan?.remarks == [Remark(part: .results, text: ["một\nhai"])])
  }

  @Test(
    "a control character is told by its name, and the rest of the file is read all the same",
    arguments: [
      ("\0", "U+0000"), ("\u{1B}", "U+001B"), ("\u{B}", "U+000B"), ("\r", "U+000D"), ("\u{7F}", "U+007F"),
      ("\u{85}", "U+0085"), ("\u{9B}", "U+009B"), ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029"),
      ("\u{FEFF}", "U+FEFF"), ("\u{FFFE}", "U+FFFE"), ("\u{FFFF}", "U+FFFF"),
    ])
  func controlCharacter_isTold(_ character: String, _ name: String) {
    let text = SmallPlan.text(
      top: "documents: [{ date: 2026-01-05, number: \"Báo\(character)x\" }]", line: "quota: x")
    #expect(
      Reading.findings(of: text) == """
        4:45 CONTROL_CHARACTER error There is an invisible control character here: \(name). \
        | Delete it, or type this again.
        12:68 BAD_QUANTITY error “x” does not begin with a number, nor with words for one. \
        | \(QuantityRefusal.forms.en)
        """)
  }

  @Test(
    "a control character that only an escape names is refused too",
    arguments: [
      ("\\0", "U+0000"), ("\\e[31m", "U+001B"), ("\\x07", "U+0007"), ("\\L", "U+2028"),
      ("\\u200f\\uFFFE", "U+FFFE"),
    ])
  func escapedControlCharacter_isTold(_ escape: String, _ name: String) {
    let text = SmallPlan.text(
      top: "documents: [{ number: 1/KH, date: 2026-01-01, subject: \"a\(escape) b\" }]")
    #expect(
      Reading.findings(of: text)
        == "4:56 CONTROL_CHARACTER error There is an invisible control character here: \(name). "
        + "| Delete it, or type this again.")
  }

  @Test("more than twenty lines with control characters are no text, and no more of them are told")
  func manyControlCharacters_areNoText() {
    let reading = Reading.of(String(repeating: "\u{1}: 1\n", count: 1_000_000))
    #expect(reading.findings.map(\.place?.line) == Array(1...21))
    #expect(Set(reading.findings.map(\.code)) == [.controlCharacter])
    #expect(reading.plan == nil && reading.source == nil)
  }

  @Test("eight million empty lines are an empty file", .timeLimit(.minutes(1)))
  func emptyLines_areRead() {
    #expect(Reading.codes(of: String(repeating: "\n", count: SourceText.largestFile)) == [.missingKey])
  }
}
