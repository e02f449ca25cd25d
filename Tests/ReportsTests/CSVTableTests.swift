import Testing

@testable import Reports

@Test(
  "Commas, quotes and line ends are quoted, rows end with CRLF, and the file starts with a byte order mark")
func csv_quotes() {
  let table = CSVTable(
    heading: ["a", "b"], rows: [["tin, bài", "say \"hi\""], ["x\r\ny", nil], ["\"\u{301}", "plain"]])
  let rows = ["a,b", "\"tin, bài\",\"say \"\"hi\"\"\"", "\"x\r\ny\",", "\"\"\"\u{301}\",plain"]
  #expect(table.text() == "\u{FEFF}" + rows.map { $0 + "\r\n" }.joined())
}

@Test(
  "A cell that a spreadsheet would run, or with an apostrophe of its own, gets one; a number stays a number",
  arguments: [
    ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("@sum", "'@sum"), ("+84 912", "'+84 912"),
    ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""),
    ("=\u{301}1", "'=\u{301}1"), ("-", "'-"), ("+", "'+"), ("-1-1", "'-1-1"), ("-5", "-5"), ("+5", "+5"),
    ("-5.25", "-5.25"), ("-5.", "'-5."), ("-5.2.5", "'-5.2.5"), ("– không", "– không"), ("a=b", "a=b"),
    ("＝1", "'＝1"), ("'=1", "''=1"), ("'Đây'", "''Đây'"),
  ])
func csv_formulas(cell: String, expected: String) {
  #expect(CSVTable(heading: ["x"], rows: [[cell]]).text() == "\u{FEFF}x\r\n\(expected)\r\n")
}
