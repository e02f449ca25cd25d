import ScheduleModel
import Testing

@testable import PlanFiles

/// One mistake has one finding, whatever else follows from it.
struct OneMistakeTests {
  private static let plan = """
    plan: mot-loi
    title: Một lỗi
    year: 2026
    from: 2026-01-01
    to: 2026-12-31
    documents:
      - number: 1/KH
        date: 2026-01-05
    units:
      dai-tinh: { name: Đài tỉnh, level: province }
      toa-soan: { name: Báo tỉnh, level: province }
    outlets:
      truyen-hinh:
        name: Truyền hình
        kind: television
        owner: dai-tinh
        grid:
          - { id: toi, rule: FREQ=DAILY, at: "20:15", length: 15m, from: 2026-02-01, to: 2026-11-30 }
          - { id: dan-toc, rule: FREQ=DAILY, at: 5h30, length: 15m, languages: [Mông] }
      bao:
        name: Báo
        kind: newspaper
        owner: toa-soan
        grid:
          - id: so-bao
            dates: [2026-03-08, 2026-05-17]
    blackouts:
      - { name: Tết, from: 2026-02-14, to: 2026-02-20, outlets: [bao] }
    topics:
      mot-cua: Một cửa
    lines:
      - id: chuyen-muc
        title: Chuyên mục
        form: chuyên mục
        outlet: truyen-hinh
        quota: 23 kỳ
        grid: [toi]
        from: 2026-03-01
        to: 2026-10-31
        months: { 3: 1, 4: 2..4 }
        pins: [2026-05-14, { on: 2026-09-03, grid: toi }]
        versions: { into: [Mông], after: 7d, grid: [dan-toc], sent-to: [bao] }
        producer: dai-tinh
        topics: [mot-cua]
      - id: tin
        title: Tin
        form: tin
        outlet: truyen-hinh
        also-on: [bao]
        quota: 5
        grid: [toi]
        part-of: chuyen-muc
        topics: [mot-cua]
        lead: dai-tinh
      - id: bao-in
        title: Bài
        form: bài
        outlet: bao
        quota: 2
        grid: [so-bao]
        part-of: none
        lead: toa-soan
    totals:
      - { id: tong, title: Tổng, lines: [chuyen-muc, bao-in] }
    """

  /// A change of the plan, and the one finding that it must have.
  struct Mistake: CustomTestStringConvertible {
    let right: String
    let wrong: String
    let code: FindingCode

    init(_ right: String, _ wrong: String, _ code: FindingCode) {
      self.right = right
      self.wrong = wrong
      self.code = code
    }

    var testDescription: String { "\(wrong.isEmpty ? "no \(right)" : wrong): \(code.rawValue)" }
  }

  @Test("the plan has no mistake")
  func plan_isRight() {
    #expect(Reading.findings(of: Self.plan) == "")
  }

  @Test("one mistake has one finding", arguments: mistakes)
  func mistake_hasOneFinding(_ mistake: Mistake) throws {
    try #require(Self.plan.ranges(of: mistake.right).count == 1)
    let text = Self.plan.replacing(mistake.right, with: mistake.wrong)
    let findings = Reading.of(text).findings
    #expect(findings.map(\.code) == [mistake.code], "\(Reading.listing(findings, in: .english))")
  }

  private static let mistakes: [Mistake] = [
    Mistake("plan: mot-loi", "plan: Một lỗi", .badID), Mistake("plan: mot-loi", "paln: mot-loi", .unknownKey),
    Mistake("plan: mot-loi\n", "", .missingKey), Mistake("title: Một lỗi", "title:", .missingKey),
    Mistake("title: Một lỗi", "title: \"\"", .missingKey),
    Mistake("title: Một lỗi", "titel: Một lỗi", .unknownKey),
    // A year that cannot be read puts no date outside of it.
    Mistake("year: 2026", "year: 2O26", .badNumber), Mistake("year: 2026\n", "", .missingKey),
    Mistake("year: 2026", "yaer: 2026", .unknownKey), Mistake("year: 2026", "year: 20266", .badNumber),
    Mistake("from: 2026-01-01", "from: 2026-13-01", .badDate),
    Mistake("to: 2026-12-31", "to: 2026/12/31", .badDate),
    Mistake("to: 2026-12-31", "to: 2031-01-01", .dateOutsideYear),
    // Documents.
    Mistake("number: 1/KH", "number: [1/KH]", .wrongType),
    Mistake("number: 1/KH", "nubmer: 1/KH", .unknownKey),
    Mistake("date: 2026-01-05", "date: 5/1-2026", .badDate),
    Mistake("date: 2026-01-05", "dates: 2026-01-05", .unknownKey),
    // Sections that are missing or mistyped do not make each id of theirs unknown.
    Mistake("units:", "unit:", .unknownKey), Mistake("outlets:\n", "outlet:\n", .unknownKey),
    Mistake("lines:\n", "line:\n", .unknownKey), Mistake("topics:\n", "topic:\n", .unknownKey),
    Mistake(
      "  - id: chuyen-muc\n    title: Chuyên mục\n", "  chuyen-muc:\n    title: Chuyên mục\n", .yamlSyntax),
    // Ids that cannot be ids are told where they are declared, not where they are named.
    Mistake("  truyen-hinh:\n", "  Truyền hình:\n", .badID),
    Mistake("  dai-tinh: {", "  Đài tỉnh: {", .badID),
    // Outlets.
    Mistake("kind: television", "kind: tv", .unknownWord), Mistake("    kind: television\n", "", .missingKey),
    Mistake("name: Truyền hình", "naem: Truyền hình", .unknownKey),
    Mistake("owner: dai-tinh", "owner: dai-tin", .unknownReference),
    Mistake(
      "    kind: newspaper\n    owner: toa-soan\n    grid:\n",
      "    kind: newspaper\n    owner: toa-soan\n    gird:\n", .unknownKey),
    // Grid lines.
    Mistake("id: toi, rule", "id: Tối, rule", .badID),
    Mistake("rule: FREQ=DAILY, at: \"20:15\"", "rule: FREQ=NEVER, at: \"20:15\"", .badRule),
    Mistake("rule: FREQ=DAILY, at: \"20:15\", ", "at: \"20:15\", ", .missingKey),
    Mistake("at: \"20:15\"", "at: \"20:75\"", .badTime),
    Mistake("at: \"20:15\"", "att: \"20:15\"", .unknownKey),
    Mistake("at: \"20:15\", length: 15m", "at: \"20:15\", length: 15m, inside: toi", .insertOutside),
    Mistake("at: \"20:15\", length: 15m", "at: \"20:15\", length: 15m, lasts: 3d", .wrongType),
    Mistake("at: \"20:15\", length: 15m", "at: \"20:15\", length: 15m, inside: so-bao", .insertOutside),
    Mistake("at: \"20:15\", length: 15m", "at: \"20:15\", length: 15m, inside: tooi", .unknownReference),
    Mistake("      - id: so-bao\n", "      - id: so-bao\n        length: 15m\n", .unusedKey),
    Mistake("at: \"20:15\", length: 15m", "at: \"20:15\", length:", .yamlSyntax),
    Mistake("languages: [Mông]", "languages: [Mong]", .badLanguage),
    Mistake("from: 2026-02-01", "from: 2026-12-01", .windowEmpty),
    Mistake("dates: [2026-03-08", "date: [2026-03-08", .unknownKey),
    Mistake("dates: [2026-03-08", "every: month\n        dates: [2026-03-08", .missingKey),
    Mistake("2026-03-08, 2026-05-17", "2026-03-08, 2026-03-08", .duplicateID),
    // Blackouts.
    Mistake("from: 2026-02-14", "from: 2026-02-30", .badDate), Mistake("from: 2026-02-14, ", "", .missingKey),
    Mistake("from: 2026-02-14", "form: 2026-02-14", .unknownKey),
    Mistake("outlets: [bao] }", "outlets: [baoo] }", .unknownReference),
    // Lines.
    Mistake("quota: 23 kỳ", "quota: hai ba", .badQuantity), Mistake("quota: 23 kỳ", "quota:", .missingKey),
    Mistake("quota: 23 kỳ", "qouta: 23 kỳ", .unknownKey),
    Mistake("quota: 23 kỳ", "quota: 23.5 kỳ", .badQuantity),
    Mistake("quota: 23 kỳ", "quota: 23000000 kỳ", .badNumber),
    Mistake("form: chuyên mục", "form: \",\"", .badQuantity),
    Mistake("form: chuyên mục", "fomr: chuyên mục", .unknownKey),
    Mistake("    form: chuyên mục\n", "", .missingKey),
    Mistake("form: chuyên mục", "form: { a: b }", .wrongType),
    Mistake("title: Chuyên mục", "title: [Chuyên mục]", .wrongType),
    Mistake("    outlet: truyen-hinh\n    quota", "    outlet: truyen-hnih\n    quota", .unknownReference),
    Mistake("    outlet: truyen-hinh\n    quota", "    outlte: truyen-hinh\n    quota", .unknownKey),
    Mistake("    outlet: truyen-hinh\n    also-on", "    also-on", .missingKey),
    Mistake("    outlet: truyen-hinh\n    also-on", "    outlets: [truyen-hinh]\n    also-on", .wrongType),
    Mistake("from: 2026-03-01", "from: 2026-11-01", .windowEmpty),
    Mistake("months: { 3: 1, 4: 2..4 }", "months: [1, 2]", .wrongType),
    Mistake("3: 1, 4", "3: x, 4", .badNumber), Mistake("3: 1, 4", "33: 1, 4", .badNumber),
    Mistake("4: 2..4", "4: 4..2", .minimumAboveMaximum),
    Mistake("4: 2..4", "4: 30..40", .monthsContradictQuota),
    Mistake("on: 2026-09-03", "no: 2026-09-03", .unknownKey),
    Mistake("on: 2026-09-03", "on: 2025-09-03", .dateOutsideYear),
    Mistake("{ on: 2026-09-03, grid: toi }", "{ on: 2026-09-03, grid: tio }", .unknownReference),
    Mistake("into: [Mông]", "into: [th]", .badLanguage), Mistake("into: [Mông], ", "", .missingKey),
    Mistake("after: 7d", "after: bảy ngày", .badLength),
    Mistake("grid: [dan-toc]", "grid: [dan-toc-x]", .unknownReference),
    Mistake("grid: [dan-toc]", "grid: [toi]", .languageWithoutGrid),
    Mistake("grid: [dan-toc]", "grid: [so-bao]", .unknownReference),
    // Spreading, repeats and translators.
    Mistake("    producer: dai-tinh\n", "    producer: dai-tinh\n    dasy: [MO]\n", .unknownKey),
    Mistake("    producer: dai-tinh\n", "    producer: dai-tinh\n    prefer: [so-bao]\n", .unknownReference),
    Mistake("    producer: dai-tinh\n", "    producer: dai-tinh\n    prefer: [dan-toc]\n", .unknownReference),
    Mistake(
      "    producer: dai-tinh\n", "    producer: dai-tinh\n    prefer: [toi, khac]\n", .unknownReference),
    Mistake("    producer: dai-tinh\n", "    producer: dai-tinh\n    length: 20m\n", .workLongerThanSlot),
    Mistake("    producer: dai-tinh\n", "    producer: dai-tinh\n    gap: 15d\n", .gapNotKept),
    Mistake("    producer: dai-tinh\n", "    producer: dai-tinh\n    repeats: { after: mai }\n", .badLength),
    Mistake(
      "    producer: dai-tinh\n",
      "    producer: dai-tinh\n    repeats: { after: 1d, outlet: bao, grid: [toi] }\n",
      .unknownReference),
    Mistake(
      "outlets: [bao] }\ntopics", "outlets: [bao] }\ntranslators: { a: { per-week: 6 } }\ntopics", .missingKey
    ),
    Mistake("after: 7d,", "after: 7d, translator: a,", .unknownReference),
    Mistake("part-of: chuyen-muc", "part-of: chuyen-mcu", .unknownReference),
    Mistake("part-of: chuyen-muc", "part-of: tin", .circularOverlap),
    Mistake("    grid: [so-bao]\n", "    embedded-in: tin\n", .wrongType),
    Mistake("grid: [so-bao]", "grid: [toi]", .unknownReference),
    Mistake("grid: [so-bao]", "grid: [khac]", .unknownReference),
    Mistake("  - id: tin\n", "  - id: bao-in\n", .duplicateID),
    Mistake("lead: toa-soan", "lead: toa soạn", .unknownReference),
    Mistake("lines: [chuyen-muc, bao-in]", "lines: [chuyen-muc, bao-im]", .unknownReference),
  ]

  @Test("an id that is named ten times and declared nowhere is one mistake, with all its lines")
  func unknownID_namedOften_isOneMistake() {
    let text = Self.plan.replacing("  mot-cua: Một cửa", with: "  khac: Một cửa")
    #expect(
      Reading.findings(of: text)
        == "44:14 UNKNOWN_REFERENCE error There is no topic with the id “mot-cua” (named in line 53 too). "
        + "| The ids are: khac.")
  }

  @Test("a section that stands twice is told once, and the ids of both are known")
  func section_standsTwice() {
    let text = Self.plan.replacing(
      "topics:\n", with: "lines:\n  - { id: x, title: X, form: x, quota: 1, scheduled: no }\ntopics:\n")
    #expect(
      Reading.findings(of: text)
        == "33:1 DUPLICATE_KEY error The key “lines” is already in line 29. "
        + "| Keep one of them, with the contents of both if need be.")
  }

  @Test("a key that stands three times is told twice")
  func key_standsThreeTimes() {
    let text = Self.plan.replacing("quota: 23 kỳ", with: "quota: 1 kỳ\n    \"quota\": 2 kỳ\n    quota: 23 kỳ")
    #expect(
      Reading.findings(of: text) == """
        37:5 DUPLICATE_KEY error The key “quota” is already in line 36. \
        | Keep one of them, with the contents of both if need be.
        38:5 DUPLICATE_KEY error The key “quota” is already in line 36. \
        | Keep one of them, with the contents of both if need be.
        """)
  }
}
