import ScheduleModel
import Testing

@testable import Reports

@Test("What a user writes is text on the page, whatever it would be in HTML, and however it is disguised")
func page_escapes() {
  let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; </style><script>x</script>",
    "\u{600}<script>alert(2)</script>", "\"\u{301} onload=x", "{{{style}}} {{title}}", "]]>--!>", "&lt;b>",
  ]
  let page = TallyReport.html(SampleTally.input(titled: "Chuyên mục"), language: .vietnamese)
  let tags = tagNames(page)
  for attack in attacks {
    let html = TallyReport.html(SampleTally.input(titled: attack), language: .vietnamese)
    #expect(tagNames(html) == tags, "\(attack)")
    #expect(
      html.unicodeScalars.count(where: { $0 == "\"" }) == page.unicodeScalars.count(where: { $0 == "\"" }))
  }
  let html = TallyReport.html(SampleTally.input(titled: "<b>\"Tin\" & 'bài'\u{1B}</b>"), language: .english)
  #expect(html.contains("<title>&lt;b&gt;&quot;Tin&quot; &amp; &#39;bài&#39;\\u{1B}&lt;/b&gt;</title>"))
}

@Test("Every tag is closed by its own, and the page loads nothing and runs nothing")
func page_isWellFormedAndSelfContained() {
  for language in ReaderLanguage.allCases {
    for input in [SampleTally.input, SampleTally.withoutLog, SampleTally.empty, SampleTally.unsigned] {
      let html = TallyReport.html(input, language: language)
      #expect(unbalanced(html) == nil)
      #expect(!html.contains("src=") && !html.contains("href=") && !html.contains("<script"))
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n"))
    }
  }
}

@Test("Each line's aired figure opens to the rows that were counted, file by file; others do not open")
func page_figuresOpenToTheirRows() {
  let html = TallyReport.html(SampleTally.input, language: .vietnamese)
  let opened = html.split(separator: "<details name=\"rows\">").dropFirst().map { part in
    String(part.split(separator: "</details>")[0])
  }
  let figures = [("2", "2, 3"), ("2", "6, 9"), ("1", "7"), ("1", "4")]
  let expected = figures.map { figure, rows in
    let words = "Các dòng nhật ký đã đếm"
    return "<summary title=\"\(words)\">\(figure)</summary><div class=\"rows\"><p>\(words)</p>"
      + "<p><b>nhat-ky.csv</b>, dòng \(rows)</p></div>"
  }
  #expect(opened == expected)
}

/// The names of a page's tags, in order, closing ones with their slash.
private func tagNames(_ html: String) -> [String] {
  var names: [String] = []
  var name: String?
  for scalar in html.unicodeScalars {
    if scalar == "<" {
      name = ""
    } else if let begun = name {
      if scalar.properties.isAlphabetic || scalar == "/" || ("0"..."9").contains(scalar) {
        name = begun + String(scalar)
      } else {
        names.append(begun)
        name = nil
      }
    }
  }
  return names
}

/// The first tag that does not close what was opened last; `nil` when all do.
private func unbalanced(_ html: String) -> String? {
  let void: Set = ["meta", "line/", "rect", ""]
  var open: [String] = []
  for name in tagNames(html) where !void.contains(name) && name != "line" {
    if name.hasPrefix("/") {
      guard open.popLast() == String(name.dropFirst()) else { return name }
    } else {
      open.append(name)
    }
  }
  return open.last
}
