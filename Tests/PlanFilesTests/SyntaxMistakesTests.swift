import ScheduleModel
import Testing

@testable import PlanFiles

/// What people get wrong in YAML, told where it is wrong and in words that do not need YAML.
struct SyntaxMistakesTests {
  private func marked(_ text: String) -> String { Reading.marked(Reading.of(text).findings) }

  @Test("a tab instead of blanks")
  func tab() {
    #expect(
      marked("plan: p\noutlets:\n\tbao: x\n") == """
        \tbao: x
        ^ This line is indented with a tab; indent YAML with spaces only.
        """)
  }

  @Test("a colon in a text without quotes")
  func secondColon() {
    #expect(
      marked("plan: p\ntitle: Chuyên mục: Cải cách\n") == """
        title: Chuyên mục: Cải cách
                         ^ This line has a second colon, or the line above has not ended.
        """)
  }

  @Test("a key without its colon, or without the blank after it")
  func noColon() {
    #expect(
      marked("plan: p\ntitle Báo tỉnh   \nyear: 2026\n") == """
        title Báo tỉnh   
        ^^^^^^^^^^^^^^ This line is not “key: value”: the colon is missing, or the blank after it.
        """)
    #expect(
      marked("plan: p\nyear:2026\n") == """
        year:2026
        ^^^^^^^^^ This line is not “key: value”: the colon is missing, or the blank after it.
        """)
  }

  @Test("a quote that is never closed")
  func openQuote() {
    #expect(
      marked("plan: p\ntitle: \"Báo tỉnh\nyear: 2026\n") == """
        title: "Báo tỉnh
               ^ The quote that opens here is never closed.
        """)
  }

  @Test("a bracket that is never closed, and a comma that is missing")
  func openBracket() {
    #expect(
      marked("plan: p\nlines: [tin, bài\nyear: 2026\n") == """
        lines: [tin, bài
               ^ In the brackets a comma is missing, or the closing ].
        """)
    #expect(
      marked("plan: p\nlines: [\"tin\" \"bài\"]\n") == """
        lines: ["tin" "bài"]
                      ^ In the brackets a comma is missing, or the closing ].
        """)
    #expect(
      marked("plan: p\nlines:\n  - { id: tin\nyear: 2026\n") == """
          - { id: tin
            ^ In the brackets a comma is missing, or the closing }.
        """)
  }

  @Test("a line that is indented otherwise than its neighbours")
  func indentation() {
    #expect(
      marked("plan: p\noutlets:\n  bao:\n    name: Báo\n   kind: newspaper\n") == """
           kind: newspaper
           ^^^^^ This does not fit the lines above: the indentation is off, or something follows a closing quote.
        """)
    #expect(
      marked("plan: p\ntitle: \"Báo\" tỉnh\n") == """
        title: "Báo" tỉnh
                     ^^^^ This does not fit the lines above: the indentation is off, or something follows a closing quote.
        """)
    #expect(
      marked("plan: p\nlines: - a\n") == """
        lines: - a
               ^ This does not fit the lines above: the indentation is off, or something follows a closing quote.
        """)
  }

  @Test("a value that begins with a sign of YAML's", arguments: ["@", "`", "%"])
  func firstCharacter(_ sign: String) {
    #expect(
      marked("plan: p\ntitle: \(sign)báo\n") == """
        title: \(sign)báo
               ^^^^ A value cannot begin with this character.
        """)
  }

  @Test("a backslash in double quotes")
  func escape() {
    #expect(
      marked("plan: p\ntitle: \"C:\\d\"\n") == """
        title: "C:\\d"
                  ^^^ Within "…" the sign \\ has a meaning of its own, and none with this letter.
        """)
  }

  @Test("half a character, named by an escape", arguments: ["\\ud800", "\\udfff", "\\U00110000", "\\xZZ"])
  func halfACharacter(_ escape: String) {
    #expect(Reading.codes(of: "plan: p\ntitle: \"\(escape)\"\n") == [.yamlSyntax])
  }

  @Test("text behind the sign of a block")
  func block() {
    #expect(
      marked("plan: p\ntitle: | Báo\n") == """
        title: | Báo
                 ^^^ After | or > the text begins in the next line.
        """)
  }

  @Test("what nobody has thought of is told in the words of the library")
  func other() {
    #expect(
      Reading.findings(of: "%YAML 9.9.9\n---\nplan: p\n")
        == "1:10 YAML_SYNTAX error From here on this is not YAML (the library says: did not find expected "
        + "comment or line break). | Check for a blank after “:”, an open bracket or quote, and the indentation."
    )
  }

  @Test("a comma cuts a text in braces; the remedy puts it together again")
  func comma_inBraces() {
    let text = SmallPlan.text(line: "quota: hơn 600 tin, bài, ảnh, note: một, hai, person: ba, bốn }\n  # {")
    #expect(
      Reading.findings(of: text) == """
        11:81 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “quota”. \
        | quota: "hơn 600 tin, bài, ảnh"
        11:102 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “note”. | note: "một, hai"
        11:119 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “person”. | person: "ba, bốn"
        """)
  }

  @Test("the same pieces cut off twice are no keys that stand twice")
  func comma_inBraces_twice() {
    let line = "  - { id: x, title: tin, bài, ảnh, form: tin, bài, ảnh, quota: 1, outlet: bao }"
    #expect(
      Reading.findings(of: SmallPlan.text(end: line)) == """
        12:26 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “title”. \
        | title: "tin, bài, ảnh"
        12:47 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “form”. | form: "tin, bài, ảnh"
        """)
  }

  @Test("a rule cut by its commas is left out, not shortened")
  func comma_inARule() {
    let reading = Reading.of(SmallPlan.text(grid: "rule: FREQ=WEEKLY;BYDAY=MO,WE"))
    #expect(
      Reading.listing(reading.findings, in: .english)
        == "9:48 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “rule”. "
        + "| rule: \"FREQ=WEEKLY;BYDAY=MO,WE\"")
    #expect(reading.plan?.outlets.first?.grid == [])
  }
}
