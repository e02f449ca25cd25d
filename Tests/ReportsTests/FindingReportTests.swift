import Reports
import ScheduleModel
import Testing

@Test("Each finding has its place, its line with marks below, what to do, and the last line counts them")
func findings_vietnamese() {
  let expected = #"""
    plan.yaml:12:5: lỗi[UNKNOWN_KEY]: không có khóa “qouta”
      12 |     qouta: 23 kỳ
         |     ^^^^^
      Cách sửa: viết “quota: 23 kỳ”

    plan.yaml:9:28: lỗi[BAD_DATE]: không có ngày 2018-02-30
      9 | 	- { name: Tết, \u{1B}[31mfrom: 2018-02-30 }
        | 	                               ^^^^^^^^^^
      Cách sửa:
        blackouts:
          - name: Tết
            from: 2018-02-14

    plan.yaml:100:1: cảnh báo[HOLIDAY_COLLISION]: ngày 25/01/2020 là mùng 1 Tết

    lưu ý[UNQUANTIFIED_ITEM]: kế hoạch không nêu số

    2 lỗi, 1 cảnh báo, 1 lưu ý

    """#
  #expect(FindingReport.text(SampleFindings.all, language: .vietnamese, colour: false) == expected)
}

@Test("The same in English")
func findings_english() {
  let expected = #"""
    plan.yaml:12:5: error[UNKNOWN_KEY]: there is no key “qouta”
      12 |     qouta: 23 kỳ
         |     ^^^^^
      remedy: write “quota: 23 kỳ”

    plan.yaml:9:28: error[BAD_DATE]: there is no day 2018-02-30
      9 | 	- { name: Tết, \u{1B}[31mfrom: 2018-02-30 }
        | 	                               ^^^^^^^^^^
      remedy:
        blackouts:
          - name: Tết
            from: 2018-02-14

    plan.yaml:100:1: warning[HOLIDAY_COLLISION]: 25/01/2020 is the first day of Tết

    note[UNQUANTIFIED_ITEM]: the plan states no figure

    2 errors, 1 warning, 1 note

    """#
  #expect(FindingReport.text(SampleFindings.all, language: .english, colour: false) == expected)
}

@Test("On a terminal the place is bold and severity and marks have its colour")
func findings_colour() {
  let red = "\u{1B}[1;31m"
  let end = "\u{1B}[0m"
  let expected = """
    \u{1B}[1mplan.yaml:12:5\(end): \(red)error[UNKNOWN_KEY]\(end): there is no key “qouta”
      12 |     qouta: 23 kỳ
         |     \(red)^^^^^\(end)
      remedy: write “quota: 23 kỳ”

    1 error

    """
  #expect(FindingReport.text([SampleFindings.all[0]], language: .english, colour: true) == expected)
}

@Test("Colours are the only difference that colour makes")
func findings_colourOnlyAddsColour() {
  let plain = FindingReport.text(SampleFindings.all, language: .vietnamese, colour: false)
  let painted = FindingReport.text(SampleFindings.all, language: .vietnamese, colour: true)
  var stripped = painted
  for code in ["0", "1", "1;31", "1;33", "1;36"] {
    stripped = stripped.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
  }
  #expect(painted != plain)
  #expect(stripped == plain)
}

@Test("Without findings one sentence says so")
func findings_none() {
  #expect(FindingReport.text([], language: .vietnamese, colour: true) == "Không có vấn đề nào.\n")
  #expect(FindingReport.text([], language: .english, colour: false) == "No findings.\n")
  #expect(elements("findings", of: FindingReport.json([], language: .english)) == [])
}

@Test(
  "The last line speaks English and Vietnamese whatever the numbers",
  arguments: [
    (1, 0, 0, "1 error", "1 lỗi"), (2, 1, 0, "2 errors, 1 warning", "2 lỗi, 1 cảnh báo"),
    (0, 2, 1, "2 warnings, 1 note", "2 cảnh báo, 1 lưu ý"), (0, 0, 1200, "1,200 notes", "1.200 lưu ý"),
  ])
func findings_summary(errors: Int, warnings: Int, notes: Int, english: String, vietnamese: String) {
  func some(_ count: Int, _ severity: Finding.Severity) -> [Finding] {
    Array(repeating: Finding(.badDate, severity, Words("x")), count: count)
  }
  let findings = some(notes, .info) + some(errors, .error) + some(warnings, .warning)
  func last(_ language: ReaderLanguage) -> String? {
    FindingReport.text(findings, language: language, colour: false).split(separator: "\n").last.map(
      String.init)
  }
  #expect(last(.english) == english)
  #expect(last(.vietnamese) == vietnamese)
}

@Test("JSON has every key of every finding, with null where there is none")
func findings_json() {
  let expected = #"""
    {
      "findings" : [
        {
          "code" : "UNKNOWN_KEY",
          "column" : 5,
          "file" : "plan.yaml",
          "line" : 12,
          "message" : "there is no key “qouta”",
          "remedy" : "write “quota: 23 kỳ”",
          "severity" : "error"
        },
        {
          "code" : "BAD_DATE",
          "column" : 28,
          "file" : "plan.yaml",
          "line" : 9,
          "message" : "there is no day 2018-02-30",
          "remedy" : "blackouts:\n  - name: Tết\n    from: 2018-02-14",
          "severity" : "error"
        },
        {
          "code" : "HOLIDAY_COLLISION",
          "column" : 1,
          "file" : "plan.yaml",
          "line" : 100,
          "message" : "25/01/2020 is the first day of Tết",
          "remedy" : null,
          "severity" : "warning"
        },
        {
          "code" : "UNQUANTIFIED_ITEM",
          "column" : null,
          "file" : null,
          "line" : null,
          "message" : "the plan states no figure",
          "remedy" : null,
          "severity" : "info"
        }
      ]
    }

    """#
  #expect(FindingReport.json(SampleFindings.all, language: .english) == expected)
}
