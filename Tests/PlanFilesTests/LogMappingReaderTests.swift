import PlanFiles
import ScheduleModel
import Testing

@Suite("The saved mappings of logs")
struct LogMappingReaderTests {
  private func read(_ text: String) -> (mappings: [LogMapping], findings: [String]) {
    let (mappings, findings) = LogMappingReader.read(Array(text.utf8), file: "mappings.yaml")
    return (mappings, findings.map { "\($0.place?.description ?? "") \($0.code.rawValue)" })
  }

  @Test("a mapping with every key")
  func everyKey() throws {
    let (mappings, findings) = read(
      """
      dai:
        form: fixed
        columns: { date: 1-10, title: 21-60 }
        skip: 3
        separator: tab
        sheet: Tháng 4
        dates: dd/MM/yyyy
        times: HHmm
        statuses: { OK: aired, HUY: pre-empted }
        outlet: phat-thanh
        language: Mông
        trust: signed-sheet
        zone: UTC
        day: broadcast
      csv:
        columns: { date: 2, title: Tên, outlet: 1 }
      """)
    #expect(findings == [])
    let mapping = try #require(mappings.first)
    #expect(mappings.map(\.name) == ["dai", "csv"])
    #expect(mapping.form == .fixed && mapping.skip == 3 && mapping.separator == 9)
    #expect(mapping.columns == ["date": .characters(1...10), "title": .characters(21...60)])
    #expect(mapping.dates == ClockPattern("dd/MM/yyyy") && mapping.times == ClockPattern("HHmm"))
    #expect(mapping.statuses == ["OK": .aired, "HUY": .preempted])
    #expect(mapping.outlet == "phat-thanh" && mapping.language == LanguageTag("hmn"))
    #expect(mapping.trust == .signedSheet && mapping.zone == "UTC" && mapping.countsBroadcastDays)
    #expect(mapping.sheet == "Tháng 4")
    #expect(mappings.last?.columns == ["date": .index(2), "title": .name("Tên"), "outlet": .index(1)])
  }

  @Test("a mapping without columns says how files of some names are written")
  func options() throws {
    let (mappings, findings) = read(
      """
      dai-tinh:
        files: [dai-tinh-*.csv, "ĐT??.xlsx"]
        lengths: h:mm
        numbers: 1,234.5
        encoding: TCVN3
        dates: MM/dd/yyyy
        outlet: truyen-hinh
      dai-huyen:
        files: huyen.csv
        lengths: mm:ss
        numbers: 1.234,5
      """)
    #expect(findings == [])
    let first = try #require(mappings.first)
    #expect(first.lengthsInHours == true && first.decimalPoint == true && first.encoding == "tcvn3")
    #expect(first.columns.isEmpty && first.files == ["dai-tinh-*.csv", "ĐT??.xlsx"])
    #expect(mappings.last?.lengthsInHours == false && mappings.last?.decimalPoint == false)
    for name in ["as-run/dai-tinh-04.csv", "DAI-TINH-.CSV", "đt04.xlsx", "x/ĐT05.XLSX"] {
      #expect(first.isFor(file: name), "\(name)")
    }
    for name in ["dai-tinh.csv", "dai-tinh-04.csv.bak", "ĐT4.xlsx", "ĐT004.xlsx", "", "csv"] {
      #expect(!first.isFor(file: name), "\(name)")
    }
    #expect(mappings.last?.isFor(file: "as-run/huyen.csv") == true)
  }

  @Test("what such a mapping says wrong has its place")
  func wrongOptions() {
    let (_, findings) = read(
      """
      dai:
        files: [a.csv]
        lengths: hh:mm
        numbers: "1 234"
        encoding: latin1
      fix:
        form: fixed
        files: [b.txt]
      """)
    #expect(
      findings == [
        "mappings.yaml:3:12 UNKNOWN_WORD", "mappings.yaml:4:12 UNKNOWN_WORD",
        "mappings.yaml:5:13 UNKNOWN_WORD",
        "mappings.yaml:6:1 MISSING_KEY",
      ])
  }

  @Test("every mistake of a mapping has its place")
  func mistakes() {
    let (_, findings) = read(
      """
      dai:
        form: fixd
        columns: { dat: 1, title: 0 }
        dates: yyyy
        zone: Asia/Nowhere
        day: night
      khac:
        skip: 1
      """)
    #expect(
      findings == [
        "mappings.yaml:2:9 UNKNOWN_WORD", "mappings.yaml:3:14 UNKNOWN_KEY", "mappings.yaml:3:29 UNKNOWN_WORD",
        "mappings.yaml:4:10 UNKNOWN_WORD", "mappings.yaml:5:9 BAD_ZONE", "mappings.yaml:6:8 UNKNOWN_WORD",
        "mappings.yaml:7:1 MISSING_KEY",
      ])
  }

  @Test("a pattern of days and times reads what is written so, and nothing else")
  func patterns() throws {
    let pattern = try #require(ClockPattern("d.M.yy HH:mm"))
    let read = pattern.read(Array("5.12.18 20:15".utf8)[...])
    #expect(read?.day == 5 && read?.month == 12 && read?.year == 2018 && read?.seconds == 72_900)
    #expect(pattern.read(Array("5.12.2018 20:15".utf8)[...]) == nil)
    #expect(pattern.read(Array("5.12.18 20:15:00".utf8)[...]) == nil)
    for text in ["", "yyy", "dd/dd", "hello", "MMM"] { #expect(ClockPattern(text) == nil, "\(text)") }
  }
}
