import ScheduleModel
import Testing

@testable import PlanFiles

/// YAML that is meant to harm the parser, or is no plan.
struct HostileYAMLTests {
  private static let alias =
    "YAML_ALIAS error A value that begins with & or * is a reference in YAML; plan files have none. "
    + "| Put it into quotes if it is text; if it is a reference, write the value out here."
  private static let tooDeep =
    "YAML_TOO_DEEP error Values are nested more than 24 deep. "
    + "| A plan needs six levels: check the brackets, the hyphens and the indentation."
  private static let tag =
    "YAML_TAG error A value that begins with ! has a type tag of YAML; plan files have none. "
    + "| Put it into quotes if it is text; if not, delete the tag."

  /// Nine names, each ten times the one before: a billion when written out.
  private static let bomb = (1...9).map { level in
    let parts = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
    return "a\(level): &a\(level) [\(parts)]"
  }

  @Test("a billion laughs are refused, each anchor and alias with its place")
  func aliasBomb_isRefused() {
    let text = (["a0: &a0 ha"] + Self.bomb + ["plan: *a9"]).joined(separator: "\n")
    let findings = Reading.of(text).findings
    #expect(Set(findings.map(\.code)) == [.yamlAlias])
    #expect(findings.count == 1 + 9 * 11 + 1)
    #expect(findings.first.map { Reading.listing([$0], in: .english) } == "1:5 \(Self.alias)")
  }

  @Test("a billion laughs as keys of mappings, which the parser compares while it reads, are refused")
  func aliasBomb_asKeys_isRefused() {
    let keys = ["? &b0 ha\n: 1"] + (1...30).map { "? &b\($0) [*b\($0 - 1), *b\($0 - 1)]\n: \($0)" }
    #expect(Set(Reading.codes(of: keys.joined(separator: "\n"))) == [.yamlAlias])
    let flow = "{ &c0 a: 1, &c1 [*c0, *c0]: 1, &c2 [*c1, *c1]: 1, ? *c2 : 1, ? *c2 : 2 }"
    #expect(Set(Reading.codes(of: flow)) == [.yamlAlias])
  }

  @Test("aliases as keys that would be equal are refused as aliases")
  func aliases_asEqualKeys_areRefused() {
    #expect(Reading.findings(of: "? *a\n: 1\n? *b\n: 2\n") == "1:3 \(Self.alias)")
  }

  @Test(
    "an anchor or alias is found wherever the parser takes it for one",
    arguments: [
      "plan: &a p", "plan: *a", "- &a p", "- *a", "&a plan: p", "*a : p", "? &a plan\n: p", "? *a\n: p",
      "&a\nplan: p",
      "--- &a\nplan: p", "--- &a { plan: p }", "plan: !!str &a p", "plan: &a !!str p", "plan: ! &a p",
      "- !!seq &a [x]",
      "!!map &a { plan: p }", "[&a x]", "[ x, *a ]", "{plan: &a p}", "{&a plan: p}", "{plan: p, *a : x}",
      "{\"plan\":&a p}", "{\"plan\":*a}", "{'plan':*a}", "[\"x\",*a]", "{plan: p,*a : q}",
      "{ ? &a plan : p }",
      "plan:\n  &a p", "plan:\n\n\n  *a", "plan: # & ghi chú\n  &a p", "plan: \"it's\"\nb: &a x",
      "plan: 'it''s'\nb: &a x",
      "plan: it's\nb: &a x", "plan: \"a \\\" b\"\nb: &a x", "plan: x \"y\nb: &a 'z'",
      "plan: -\"x\nb: &a \"y\"",
      "- -\"foo\n- &a [x]\n- \"bar\"", "-\"x: 1\nb: &a 2", "?\"x: 1\nb: &a 2", "-|foo: 1\nb: &a 2",
      "-|foo:\n  &a x",
      "- a: |\n  b: &a x", "- a: |\n   text\n  b: &a x", "- - |\n  - &a x", "a: |2\n  text\nb: &a x",
      "a: |-\n\n  text\n\nb: &a x", "a: >+\n  text\nb: &a x", "a: !!str |\n  \"open\nb: &a x",
      "a: text\n  \"more\nb: &a x",
      "a: text\n  # more\nb: &a x", "[a,#\"\n &a x]", "{a: b,#: \"\n c: &a x}", "a: [b, 'c\n  d', &a e]",
      "a: \"b\n\n  c\"\nd: &a e", "%YAML 1.1\n---\na: &a b", "a: b\r\nc: &a d", "a: {b: [c, {d: &a e}]}",
      "a: &anh-1_X b", "a: &a", "a: &a\nb: c", "a:\n- &a", "\u{FEFF}&a plan: p",
    ])
  func anchor_isFound(_ text: String) {
    #expect(Set(Reading.codes(of: text)) == [.yamlAlias])
  }

  @Test(
    "& and * in a text are no references",
    arguments: [
      "title: Nghiên cứu & phát triển", "title: R&D", "title: R&D * nghiên cứu", "title: \"& và *\"",
      "title: \"*a\"",
      "title: '&a *b'", "title: \"a\n    *b &c\"", "title: a\n    *b &c", "title: a # *b &c",
      "# &a *b\ntitle: x",
      "title: |\n    * mục một\n    * mục hai\n    & hai", "title: >\n    *a &b", "title: 2 * 3",
      "title: a*b*c",
      "title: http://x.vn/?a=1&b=2*3", "title: \"quote \\\" *a\"", "title: 'it''s *a'", "title: x:*a",
      "title: [x]\n# *a", "title: {x: y}\n# &a",
    ])
  func ampersands_inText_areRead(_ title: String) {
    let text = SmallPlan.text().split(separator: "\n").map { $0.hasPrefix("title:") ? title : String($0) }
    let codes = Reading.codes(of: text.joined(separator: "\n"))
    let isCollection = title.hasPrefix("title: [") || title.hasPrefix("title: {")
    #expect(codes == (isCollection ? [.wrongType] : []))
  }

  @Test("a text that begins with & or * but is no reference gets the same remedy")
  func ampersand_beforeText_isTold() {
    let star = SmallPlan.text(end: "remarks: { results: [* mục] }")
    #expect(Reading.findings(of: star) == "12:22 \(Self.alias)")
    #expect(Reading.findings(of: SmallPlan.text(end: "topics:\n  a: & b")) == "13:6 \(Self.alias)")
  }

  @Test(
    "brackets nested 8,000 deep are refused", arguments: ["[", "{", "[{", "{a: ", "[[]", "? [", "!!seq ["])
  func brackets_deep(_ bracket: String) {
    let text = "plan: " + String(repeating: bracket, count: 8_000)
    #expect([[.yamlTooDeep], [.yamlSyntax]].contains(Reading.codes(of: text)))
  }

  @Test("24 levels are read, 25 are not")
  func depth_atTheLimit() {
    func nested(_ depth: Int) -> String {
      "plan: " + String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
    }
    #expect(!Reading.codes(of: nested(23)).contains(.yamlTooDeep))
    #expect(Reading.findings(of: nested(24)) == "1:31 \(Self.tooDeep)")
  }

  @Test("lists 5,000 deep in one line, and mappings 200 deep over as many lines, are refused")
  func blocks_deep() {
    #expect(Reading.codes(of: String(repeating: "- ", count: 5_000)) == [.yamlTooDeep])
    #expect(Reading.codes(of: String(repeating: "? ", count: 5_000)) == [.yamlTooDeep])
    let steps = (0..<200).map { String(repeating: " ", count: $0) + "a:" }
    #expect(Reading.codes(of: steps.joined(separator: "\n")) == [.yamlTooDeep])
    let hyphens = (0..<200).map { String(repeating: " ", count: $0) + "-" }
    #expect(Reading.codes(of: hyphens.joined(separator: "\n")) == [.yamlTooDeep])
  }

  @Test(
    "tags are told, and what they stand before is read",
    arguments: [
      ("!!binary aGVsbG8=", "!!binary"), ("!ruby/object:Gem::Installer x", "!ruby/object:Gem::Installer"),
      ("!!python/object/apply:os.system [x]", "!!python/object/apply:os.system"), ("!!set { a }", "!!set"),
      ("! x", "!"), ("!!int 5", "!!int"), ("!<tag:x.vn,2026:y> z", "!<tag:x.vn"),
    ])
  func tags_areTold(_ value: String, _ tag: String) throws {
    let reading = Reading.of(SmallPlan.text(end: "remarks: { results: \(value) }"))
    let finding = try #require(reading.findings.first)
    #expect(Reading.listing([finding], in: .english) == "12:21 \(Self.tag)")
    #expect(finding.width == tag.unicodeScalars.count)
  }

  @Test("a tag that says what a value is anyway does no harm")
  func tags_asUsual_areRead() {
    #expect(
      Reading.findings(of: SmallPlan.text(end: "remarks: !!map { results: !!seq [!!str x, !!str \"y\"] }"))
        == "")
  }

  @Test("merge keys are unknown keys")
  func mergeKey_isUnknown() {
    #expect(Reading.codes(of: SmallPlan.text(end: "<<: { title: Khác }")) == [.unknownKey])
  }

  @Test("a second document in the file is told where it begins; the first is read")
  func secondDocument_isTold() {
    let reading = Reading.of("---\n" + SmallPlan.text(line: "quota: x") + "---\nplan: hai\n---\nplan: ba\n")
    #expect(
      Reading.listing(reading.findings, in: .english) == """
        12:68 BAD_QUANTITY error “x” does not begin with a number, nor with words for one. \
        | \(QuantityRefusal.forms.en)
        13:1 YAML_SYNTAX error The line --- begins a second plan in the same file; only the first is read. \
        | Move the second plan to a file of its own, or delete this line.
        """)
    #expect(reading.plan?.id == "nho")
  }

  @Test("one document between its marks is as good as without")
  func documentMarks_areRead() {
    #expect(Reading.findings(of: "%YAML 1.1\n---\n" + SmallPlan.text() + "...\n") == "")
  }

  @Test(
    "a root that is a list, a text or a number is no plan",
    arguments: ["- a\n- b\n", "xin chào\n", "42\n", "[]\n"])
  func root_isNoMapping(_ text: String) {
    #expect(
      Reading.findings(of: text)
        == "1:1 WRONG_TYPE error Expected here: pairs of “key: value” (a plan). "
        + "| { plan: …, title: …, year: …, outlets: …, lines: … }")
  }

  @Test("a list where pairs belong is answered with keys that may stand there")
  func list_inPlaceOfPairs() {
    let text = SmallPlan.text(line: "quota: 23, deadlines: [{ work: translation, before: 3d }]")
    #expect(
      Reading.findings(of: text).hasSuffix(
        "WRONG_TYPE error Expected here: pairs of “key: value” (deadlines). | { translation: …, recording: … }"
      ))
  }

  @Test("a root of other keys is no plan")
  func root_isSomethingElse() {
    #expect(
      Reading.findings(of: "name: x\nversion: 3\nservices: {}\n").hasPrefix(
        "1:1 WRONG_TYPE error This is not a plan: it has none of its keys (plan, title, year, outlets, lines). |"
      ))
  }
}
