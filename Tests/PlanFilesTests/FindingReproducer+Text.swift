import ScheduleModel

extension FindingReproducer {
  /// A file as a text.
  static let text: [FindingReproducer] = [
    FindingReproducer(
      .missingKey, "",
      "1:1 MISSING_KEY error The file has no content. | plan: lai-chau-2018 ⏎ title: Cải cách hành "
        + "chính Nhà nước ⏎ year: 2026 ⏎ outlets: ⏎   truyen-hinh: { name: Truyền hình tỉnh, kind: "
        + "television } ⏎ lines: ⏎   - { id: tin, title: Tin, form: tin, outlet: truyen-hinh, quota: "
        + "12 }"),
    FindingReproducer(
      .fileTooLarge, String(repeating: "a", count: 8_388_609),
      "1:1 FILE_TOO_LARGE error The file has 8,388,609 bytes; files are read up to 8 MB. | Check "
        + "that this is the plan file; split a very large plan by outlet."),
    FindingReproducer(
      .lineTooLong, String(repeating: "a", count: 65_537),
      "1:1 LINE_TOO_LONG error The line has 65,537 bytes; lines are read up to 65,536 bytes. | "
        + "Break it into several lines."),
    FindingReproducer(
      .notUTF8, bytes: Array("plan: ".utf8) + [0xFF],
      "1:7 NOT_UTF8 error From here on the file is not UTF-8 (perhaps an older encoding: TCVN3, "
        + "VNI, Windows-1258). | Open the file and save it with the encoding UTF-8."),
    FindingReproducer(
      .notUTF8, "p\u{0}l\u{0}",
      "1:1 NOT_UTF8 error The file is UTF-16, not UTF-8. | Open the file and save it with the "
        + "encoding UTF-8."),
    FindingReproducer(
      .controlCharacter, SmallPlan.text(end: "# \u{7}"),
      "12:3 CONTROL_CHARACTER error There is an invisible control character here: U+0007. | "
        + "Delete it, or type this again."),
    FindingReproducer(
      .moreFindings, SmallPlan.text(end: (0...1_000).map { "k\($0): 1" }.joined(separator: "\n")),
      "- MORE_FINDINGS error More errors in plan.yaml, which are not shown: 1. | Fix those that "
        + "are shown, then check again."),
  ]

  /// A file as YAML.
  static let yaml: [FindingReproducer] = [
    FindingReproducer(
      .yamlSyntax, SmallPlan.text(end: "a: b: c"),
      "12:5 YAML_SYNTAX error This line has a second colon, or the line above has not ended. | Put "
        + "a text that has “: ” into quotes, such as title: \"Chuyên mục: Cải cách hành chính\""),
    FindingReproducer(
      .yamlSyntax, SmallPlan.text(end: "--- # hai"),
      "12:1 YAML_SYNTAX error The line --- begins a second plan in the same file; only the first "
        + "is read. | Move the second plan to a file of its own, or delete this line."),
    FindingReproducer(
      .yamlTooDeep,
      SmallPlan.text(
        end: "remarks: " + String(repeating: "[", count: 25) + String(repeating: "]", count: 25)),
      "12:34 YAML_TOO_DEEP error Values are nested more than 24 deep. | A plan needs six levels: "
        + "check the brackets, the hyphens and the indentation."),
    FindingReproducer(
      .yamlAlias, SmallPlan.text(end: "remarks: { results: *a }"),
      "12:21 YAML_ALIAS error A value that begins with & or * is a reference in YAML; plan files "
        + "have none. | Put it into quotes if it is text; if it is a reference, write the value out "
        + "here."),
    FindingReproducer(
      .yamlTag, SmallPlan.text(end: "remarks: { results: !!binary eA== }"),
      "12:21 YAML_TAG error A value that begins with ! has a type tag of YAML; plan files have "
        + "none. | Put it into quotes if it is text; if not, delete the tag."),
    FindingReproducer(
      .duplicateKey, SmallPlan.text(end: "year: 2026"),
      "12:1 DUPLICATE_KEY error The key “year” is already in line 3. | Keep one of them, with "
        + "the contents of both if need be."),
  ]
}
