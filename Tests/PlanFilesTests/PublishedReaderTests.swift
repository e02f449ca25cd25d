import ScheduleModel
import Testing

@testable import PlanFiles

struct PublishedReaderTests {
  private static let text = """
    source: "Báo cáo số 12/BC-UBND, 20/12/2026"
    plan: nho
    year: 2026
    period: "2026"
    figures:
      - { id: tin, line: tin, level: province, title: Tin, value: 12 tin, says: "được 12 tin" }
      - id: xa
        title: Cấp xã
        level: commune
        value: không có số liệu
      - { id: luot, title: Lượt, value: "hơn 240.659 lượt thi", may-include: [tin] }
      - { id: ky, title: Kỳ, value: 12 kỳ, frequency: hằng tháng, from: 2026-01-01, to: 2026-06-30 }
    sums:
      - { id: tong, title: Tổng, of: [tin, xa], stated: 2.199 lượt, says: "2.199 lượt" }
      - { id: het, title: Hết, of: [tin, luot] }
    ratios:
      - { id: dat, title: Đạt, stated: "41,34%", part: 101907, whole: 240659, says: "(41,34%)" }
      - { id: ca, title: Cả, stated: 100% }
    intervals:
      - { id: quy, title: Quý, from: 2025-12-15, to: 2026-03-14, stated: 3 tháng, says: "ba tháng" }
    hours:
      - { id: song, title: Giờ phát, from: "05:00", to: "22:20", stated: 17 giờ 20 phút, says: "17 giờ 20 phút" }
    products:
      - { id: tram, title: Tin các trạm, of: [320, ky], stated: 3.840 tin, says: "320 trạm" }
    shares:
      - { id: ty-trong, title: Tỷ trọng, of: ["45,38%", dat], says: "45,38%" }
    noise:
      - { says: 416 lượt xem, note: bộ đếm }
    proposed: false
    """

  private func read(_ text: String, plan: Plan? = nil) -> PublishedReader.Reading {
    PublishedReader.read([UInt8](text.utf8), file: "published.yaml", plan: plan)
  }

  private func findings(_ text: String, plan: Plan? = nil) -> String {
    Reading.listing(read(text, plan: plan).findings, in: .english)
  }

  private func at(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: "published.yaml", line: line, column: column)
  }

  @Test("the example has every key of published figures")
  func example_hasEveryKey() {
    let words = Self.text.split { !($0.isLetter || $0.isNumber || "-:".contains($0)) }
    let keys = Set(words.filter { $0.last == ":" }.map { String($0.dropLast()) })
    let all = Set(
      [KeySet.published, .figure, .sum, .ratio, .interval, .hours, .product, .shares, .noise].flatMap(\.all))
    #expect(all.subtracting(keys) == [])
  }

  @Test("figures that nobody has confirmed are marked, and it is told once")
  func proposed() {
    let reading = read(
      "source: du-thao.docx\nproposed: true\nfigures: [{ id: tin, title: Tin, value: 12 tin }]\n")
    #expect(reading.published?.isProposed == true)
    #expect(reading.findings.map(\.code) == [.publishedProposed])
    #expect(reading.findings.map(\.severity) == [.warning])
    #expect(read(Self.text).published?.isProposed == false)
  }

  @Test("every key is read")
  func everyKey_isRead() throws {
    #expect(findings(Self.text, plan: Reading.of(SmallPlan.text()).plan) == "")
    let published = try #require(read(Self.text).published)
    #expect(published.source == "Báo cáo số 12/BC-UBND, 20/12/2026")
    #expect(published.plan == "nho")
    #expect(
      published.figures == [
        PublishedFigure(
          id: "tin", title: "Tin", line: "tin", level: .province,
          quantity: Quantity(12, CountingUnit(["tin"])),
          mayInclude: [], days: CivilDay.year(2026), says: "được 12 tin", place: at(6, 11)),
        PublishedFigure(
          id: "xa", title: "Cấp xã", line: nil, level: .commune, quantity: nil, mayInclude: [],
          days: CivilDay.year(2026), says: nil, place: at(7, 9)),
        PublishedFigure(
          id: "luot", title: "Lượt", line: nil, level: nil,
          quantity: Quantity(240_659, .moreThan, CountingUnit(["lượt thi"])), mayInclude: ["tin"],
          days: CivilDay.year(2026), says: nil, place: at(11, 11)),
        PublishedFigure(
          id: "ky", title: "Kỳ", line: nil, level: nil, quantity: Quantity(12, CountingUnit(["kỳ"])),
          mayInclude: [], frequency: StatedFrequency(times: 1, every: 1, .month, says: "hằng tháng"),
          days: day("2026-01-01")..<day("2026-07-01"), says: nil, place: at(12, 11),
          period: .days(day("2026-01-01")..<day("2026-07-01"))),
      ])
    #expect(
      published.sums == [
        PublishedSum(
          id: "tong", title: "Tổng", of: ["tin", "xa"], stated: Quantity(2_199, CountingUnit(["lượt"])),
          says: "2.199 lượt", place: at(14, 11)),
        PublishedSum(
          id: "het", title: "Hết", of: ["tin", "luot"], stated: nil, says: nil, place: at(15, 11)),
      ])
    #expect(
      published.ratios == [
        PublishedRatio(
          id: "dat", title: "Đạt", part: 101_907, whole: 240_659,
          stated: Percentage(units: 4_134, decimals: 2),
          says: "(41,34%)", place: at(17, 11)),
        PublishedRatio(
          id: "ca", title: "Cả", part: nil, whole: nil, stated: Percentage(units: 100, decimals: 0),
          says: nil,
          place: at(18, 11)),
      ])
    #expect(
      published.intervals == [
        PublishedInterval(
          id: "quy", title: "Quý", days: day("2025-12-15")..<day("2026-03-15"),
          stated: Quantity(3, CountingUnit(["tháng"])), unit: .month, says: "ba tháng", place: at(20, 11))
      ])
    #expect(published.period == .named("2026") && published.year == 2026)
    #expect(
      published.hours == [
        PublishedHours(
          id: "song", title: "Giờ phát", from: try #require(TimeOfDay("05:00")),
          to: try #require(TimeOfDay("22:20")),
          stated: Quantity(1_040, .time(.hours)), says: "17 giờ 20 phút", place: at(22, 11))
      ])
    #expect(
      published.products == [
        PublishedProduct(
          id: "tram", title: "Tin các trạm", factors: [320, 12],
          stated: Quantity(3_840, CountingUnit(["tin"])),
          says: "320 trạm", place: at(24, 11), units: [nil, CountingUnit(["kỳ"])])
      ])
    #expect(
      published.shares == [
        PublishedShares(
          id: "ty-trong", title: "Tỷ trọng",
          of: [Percentage(units: 4_538, decimals: 2), Percentage(units: 4_134, decimals: 2)], says: "45,38%",
          place: at(26, 11))
      ])
    #expect(published.noise == [NoiseNumber(says: "416 lượt xem", note: "bộ đếm", place: at(28, 13))])
  }

  private func day(_ text: String) -> CivilDay {
    guard let day = CivilDay(iso: text) else { preconditionFailure("no day \(text)") }
    return day
  }

  @Test("a frequency, a duration or days that say nothing are told with what to write")
  func frequenciesAndDurations_areTold() {
    let text = """
      source: Báo cáo
      figures:
        - { id: a, title: A, value: 2 kỳ, frequency: thỉnh thoảng, from: 2026-01-01, to: 2026-12-31 }
        - { id: b, title: B, value: 2 kỳ, frequency: hằng tuần }
        - { id: c, title: C, value: 2 kỳ, from: 2026-02-01, to: 2026-01-01 }
      intervals:
        - { id: d, title: D, from: 2026-02-01, to: 2026-03-01, stated: 2 kỳ }
      """
    #expect(
      findings(text) == """
        3:48 BAD_FREQUENCY error “thỉnh thoảng” does not say how often. “thỉnh thoảng” does not begin with a number, nor \
        with words for one. | Write it like: frequency: 2 a month, 2 - 3 a month, weekly, every 2 weeks, at least 2 a week
        4:37 MISSING_KEY error “frequency” has to know from which day to which. | Add from and to here, or the year at the head of the file: year: 2019
        5:11 WINDOW_EMPTY error The period ends (2026-01-01) before it begins (2026-02-01). | Write both days as the signed plan has them: from is not after to.
        7:66 BAD_DURATION error “2 kỳ” is no number of days, weeks, months, quarters or years. | Write the number that the source has, with days, weeks, months, quarters or years: stated: NUMBER months
        """)
  }

  @Test(
    "“no data” in both languages is no figure, and not 0",
    arguments: ["không có số liệu", "Không có số liệu", "no-data"])
  func noData(_ value: String) throws {
    let text = Self.text.replacing("value: không có số liệu", with: "value: \(value)")
    let figure = try #require(read(text).published?.figure("xa"))
    #expect(figure.quantity == nil)
  }

  @Test("figures of Lai Châu are read without a finding")
  func laiChau_isRead() throws {
    let plan = Reading.of(try Reading.text(of: "schedules/lai-chau-2018/plan.yaml")).plan
    let text = try Reading.text(of: "schedules/lai-chau-2018/published.yaml")
    #expect(findings(text, plan: plan) == "")
  }

  @Test("thirteen mistakes have thirteen findings")
  func mistakes_haveAFindingEach() {
    let text = """
      plan: khac
      source: Báo cáo
      figures:
        - { id: Tin, title: Tin, value: 12 tin }
        - { id: bai, title: Bài, value: mười hai, line: tin }
        - { id: anh, title: Ảnh, value: 5 tin, bài, ảnh, level: thôn }
        - { id: anh, title: Ảnh, valeu: 7 ảnh }
        - { id: khac, title: Khác }
      sums:
        - { id: bai, title: Tổng, of: [tin, phong-su] }
        - { id: vong, title: Vòng, of: [vong] }
      ratios:
        - { id: dat, title: Đạt, stated: một nửa, part: 1, whole: 0 }
      """
    #expect(findings(text, plan: Reading.of(SmallPlan.text()).plan) == Self.mistakes)
  }

  private static let mistakes = """
    1:7 UNKNOWN_REFERENCE error These figures are of the plan “khac”, not of “nho”. | plan: nho
    4:11 BAD_ID error The id “Tin” may only have letters a–z, digits and, not first, hyphens; at most 60. | Write: tin
    5:35 BAD_QUANTITY error “mười hai” has no unit. | \(QuantityRefusal.forms.en)
    6:42 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “value”. | value: "5 tin, bài, ảnh"
    6:59 UNKNOWN_WORD error “thôn” is none of: national, province, district, commune. | Choose one of these.
    7:11 DUPLICATE_ID error The id “anh” is already used in line 6. | Choose another, for example: anh-2
    7:28 UNKNOWN_KEY error There is no key “valeu” in a figure. | Did you mean “value”? Write: value:
    8:11 MISSING_KEY error “value” is missing in a figure. | value: 72 tin
    10:11 DUPLICATE_ID error The id “bai” is already used in line 5. | Choose another, for example: bai-2
    10:39 UNKNOWN_REFERENCE error There is no figure with the id “phong-su”. | The ids are: Tin, bai, anh, khac.
    11:35 UNKNOWN_REFERENCE error There is no figure with the id “vong”. | The ids are: Tin, bai, anh, khac.
    13:36 BAD_PERCENT error “một nửa” is not a percentage. | Write the percentage as the source has it: stated: "NUMBER%"
    13:61 BAD_NUMBER error “0” is not a whole number from 1 to 1,000,000,000,000. \
    | Write a number within these limits, in digits only.
    """

  @Test("a figure that a sum names twice is told, and counted once")
  func figure_namedTwice() throws {
    let text = Self.text.replacing("of: [tin, luot]", with: "of: [tin, luot, tin]")
    #expect(
      findings(text)
        == "15:44 DUPLICATE_ID error The list names the figure “tin” twice. | Delete one.")
    #expect(try #require(read(text).published).sums.last?.of == ["tin", "luot"])
  }

  @Test(
    "each list may stand alone, and a file without any is told",
    arguments: [
      "ratios:\n  - { id: dat, title: Đạt, stated: 100% }",
      "intervals:\n  - { id: dot, title: Đợt, from: 2026-01-01, to: 2026-03-31, stated: 3 tháng }",
      "hours:\n  - { id: song, title: Giờ phát, from: \"05:00\", to: \"22:20\", stated: 17 giờ 20 phút }",
      "products:\n  - { id: tram, title: Trạm, of: [320, 4], stated: 1.280 tin }",
      "shares:\n  - { id: ty-trong, title: Tỷ trọng, of: [\"45,38%\", \"54,62%\"] }",
      "noise:\n  - { says: 416 lượt xem }", "period: 2026-H1\nfigures: []",
    ])
  func lists_alone(_ text: String) {
    #expect(findings("source: Báo cáo\n" + text) == "")
    #expect(
      findings("source: Báo cáo\nyear: 2026")
        == "1:1 MISSING_KEY error “figures” is missing in published figures. "
        + "| figures: ⏎   - { id: tin, title: Tin, value: 72 tin }")
  }

  @Test("a period is one that reports have, or from and to")
  func periods() throws {
    func figure(_ keys: String, plan: Plan? = nil) -> PublishedFigure? {
      read("source: x\nfigures:\n  - { id: a, title: A, value: 5 tin, \(keys) }", plan: plan).published?
        .figures.first
    }
    #expect(figure("period: 2026-h1")?.period == .named("2026-H1"))
    #expect(figure("period: 2026-H1")?.days == day("2026-01-01")..<day("2026-07-01"))
    #expect(figure("period: dot-1")?.period == .named("dot-1"))
    #expect(figure("value2: 1")?.period == nil)
    let text = "source: x\nfigures:\n  - { id: a, title: A, value: 5 tin, period: 2026-Q5 }"
    #expect(
      findings(text)
        == "3:46 UNKNOWN_WORD error “2026-Q5” is not a reporting period. "
        + "| Write it like: period: 2026, 2026-H1, 2026-Q3, 2026-04; or from and to")
    #expect(
      Reading.listing(read(text).findings, in: .vietnamese)
        == "3:46 UNKNOWN_WORD error “2026-Q5” không phải một kỳ báo cáo. "
        + "| Viết theo mẫu: period: 2026, 2026-H1, 2026-Q3, 2026-04; hoặc from và to")
  }

  @Test("ids stand for the numbers of figures, and one that is none is told")
  func ids_asNumbers() throws {
    let text = """
      source: Báo cáo tự đặt
      figures:
        - { id: dat, title: Đạt, value: 182 đơn vị }
        - { id: tat-ca, title: Tất cả, value: 222 đơn vị }
        - { id: khoang, title: Khoảng, value: khoảng 200 đơn vị }
      sums:
        - { id: tong, title: Tổng, of: [dat, tat-ca], stated: tat-ca }
      ratios:
        - { id: ty-le, title: Tỷ lệ, part: dat, whole: tat-ca, stated: "81,98%" }
        - { id: mo-ho, title: Mơ hồ, part: dat, whole: khoang, stated: "91%" }
        - { id: nham, title: Nhầm, part: dta, whole: 1.000, stated: "18,2%" }
      """
    #expect(
      findings(text)
        == "11:36 UNKNOWN_REFERENCE error There is no figure with the id “dta”. | Did you mean “dat”?")
    let published = try #require(read(text).published)
    #expect(published.ratios.map(\.part) == [182, 182, nil])
    #expect(published.ratios.map(\.whole) == [222, nil, 1_000])
    #expect(published.sums.first?.stated == Quantity(222, CountingUnit(["đơn vị"])))
  }

  @Test("files that are no figures are refused as plans are")
  func hostileFiles_areRefused() {
    #expect(read("").findings.map(\.code) == [.missingKey])
    #expect(read("a: &a [*a]").findings.map(\.code) == [.yamlAlias, .yamlAlias])
    #expect(read("- 1").findings.map(\.code) == [.wrongType])
    #expect(read("source: \"\u{0}\"\nfigures: []").findings.map(\.code) == [.controlCharacter])
    #expect(read(String(repeating: "[", count: 9_000)).findings.map(\.code) == [.yamlTooDeep])
    #expect(PublishedReader.read([0xFF], file: "x", plan: nil).findings.map(\.code) == [.notUTF8])
    #expect(
      read("source: x\nfigures: []\n" + String(repeating: "sums: []\n", count: 3)).findings.map(\.code) == [
        .duplicateKey, .duplicateKey,
      ])
  }

  @Test("3,000 mutations are read to their end", .timeLimit(.minutes(1)))
  func mutations_areRead() throws {
    let file = [UInt8](try Reading.text(of: "schedules/lai-chau-2018/published.yaml").utf8)
    var random = LinearCongruential(seed: 97)
    var silent: [Int] = []
    for round in 1...3_000 {
      var bytes = Array(file.prefix(random.number(200...1_500)))
      for _ in 0...random.number(0...5) {
        bytes[random.number(0...(bytes.count - 1))] = UInt8(random.number(9...255))
      }
      let reading = PublishedReader.read(bytes, file: "published.yaml", plan: nil)
      if reading.published == nil, !reading.findings.hasErrors { silent.append(round) }
    }
    #expect(silent == [])
  }
}
