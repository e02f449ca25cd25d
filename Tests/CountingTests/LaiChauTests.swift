import Counting
import Logs
import ScheduleModel
import TestSupport
import Testing

/// The figures of Lai Châu province, 2018: 23 editions, 96 reportages, 72 news items, 100 + 32 + 47 pieces,
/// more than 600 of the districts, and nothing known of the communes.
@Suite("Lai Châu 2018")
struct LaiChauTests {
  let plan = Plan.sample(
    [
      .sample(
        "chuyen-muc", "Cải cách hành chính Nhà nước", quota: "23", basis: .result,
        versions: .sample(["hmn", "tai", "hni", "ium"], sentTo: ["vtv5"]), level: .province, at: 10),
      .sample(
        "phong-su", "Phóng sự", form: "phóng sự", on: .together(["truyen-hinh", "phat-thanh"]), quota: "96",
        basis: .result, level: .province, at: 20),
      .sample(
        "tin", "Tin", form: "tin", on: .together(["truyen-hinh", "phat-thanh"]), quota: "72", basis: .result,
        level: .province, at: 30),
      .sample(
        "bao", "Báo Lai Châu", form: "tin, bài, ảnh", on: .each(["bao"]), quota: "100", basis: .result,
        level: .province, at: 40),
      .sample(
        "cong", "Cổng thông tin điện tử", form: "tin, bài, ảnh", on: .each(["cong"]), quota: "32",
        basis: .result,
        level: .province, at: 50),
      .sample(
        "trang", "Trang thông tin CCHC", form: "tin, bài, ảnh", on: .each(["trang"]), quota: "47",
        basis: .result, level: .province, at: 60),
      .sample(
        "huyen", "Trang và đài cấp huyện", form: "tin, bài, ảnh",
        on: .together(["trang-huyen", "dai-huyen"]),
        quota: "hơn 600", basis: .result, isPlaced: false, level: .district, at: 70),
      .sample("xa", "Cấp xã", form: "tin", on: .each(["xa"]), isPlaced: false, level: .commune, at: 80),
      .sample(
        "hoi-thi", "Hội thi dân vận khéo", form: "hội thi", overlap: .embedded(in: "chuyen-muc"), at: 85),
    ],
    totals: [.sample(["chuyen-muc", "phong-su", "tin", "bao", "cong", "trang", "huyen", "hoi-thi"])])

  let published = PublishedFigures.sample([
    .sample("chuyen-muc", "23 chuyên mục", line: "chuyen-muc", at: 1),
    .sample("phong-su", "96 phóng sự", line: "phong-su", at: 2), .sample("tin", "72 tin", line: "tin", at: 3),
    .sample("bao", "100 tin, bài, ảnh", line: "bao", at: 4),
    .sample("cong", "32 tin, bài, ảnh", line: "cong", at: 5),
    .sample("trang", "47 tin, bài, ảnh", line: "trang", at: 6),
    .sample("huyen", "hơn 600 tin, bài, ảnh", line: "huyen", at: 7),
    .sample("xa", nil, level: .commune, at: 8),
  ])

  @Test("370 and more than 600 make more than 970, a compound unit stays whole, and nothing is planned")
  func total() {
    let counted = tally(plan, [], nil, published: published)
    #expect(counted.lines.map(\.planned) == Array(repeating: nil, count: 8))
    #expect(counted.line("huyen")?.published?.quantity?.text(in: .vietnamese) == "hơn 600 tin, bài, ảnh")
    let total = counted.totals.first
    #expect(total?.planned == nil)
    #expect(
      total?.published?.text(in: .vietnamese) == "hơn 970 chuyên mục, phóng sự, tin, bài, ảnh")
    #expect(total?.inside == ["hoi-thi"])
    #expect(
      counted.group(.form, "tin, bài, ảnh")?.published?.text(in: .vietnamese) == "hơn 779 tin, bài, ảnh")
  }

  @Test(
    "the communes have no data, which is not 0, and the districts a published figure without a count of ours")
  func levels() {
    let levels = tally(plan, [], nil, published: published).groups.filter { $0.dimension == .level }
    #expect(
      levels == [
        GroupTally(
          dimension: .level, key: "province", title: Words(vi: "Cấp tỉnh", en: "Province"), counts: Counts(),
          published: .of("370 chuyên mục, phóng sự, tin, bài, ảnh")),
        GroupTally(
          dimension: .level, key: "district", title: Words(vi: "Cấp huyện", en: "District"), counts: Counts(),
          published: .of("hơn 600 tin, bài, ảnh")),
        GroupTally(
          dimension: .level, key: "commune", title: Words(vi: "Cấp xã", en: "Commune"), counts: nil,
          published: nil),
      ])
    let counted = tally(
      plan, [], [.sample(2, at: "2018-04-05", on: "cong", line: "xa")], published: published)
    #expect(counted.group(.level, "commune")?.counts == .of(aired: 1, unplanned: 1))
  }

  @Test("23 editions and their four versions each are 23 works and 92 versions")
  func versions() {
    let days = (0..<23).map { CivilDay.of("2018-04-05").advanced(by: 7 * $0) }
    let placements = days.enumerated().flatMap { index, day in
      ["vi", "hmn", "tai", "hni", "ium"].enumerated().map { lead, tag in
        Placement.sample("chuyen-muc", index + 1, at: "\(day.advanced(by: lead))T20:15", in: tag)
      }
    }
    let entries = placements.enumerated().map { index, placement in
      AsRunEntry.sample(
        index + 2, at: "\(placement.timing.day)T20:15", in: placement.language.tag,
        title: "Cải cách hành chính nhà nước")
    }
    let counted = tally(plan, placements, entries, published: published)
    #expect(counted.line("chuyen-muc")?.counts == .of(scheduled: 23, aired: 23))
    #expect(counted.line("chuyen-muc")?.months.map(\.aired) == [0, 0, 0, 4, 5, 4, 4, 5, 1, 0, 0, 0])
    #expect(counted.versions.map(\.counts) == Array(repeating: .of(scheduled: 23, aired: 23), count: 4))
    #expect(counted.totals.map(\.counts.aired) == [23])
  }

  @Test("the report is told what is not stated, not exact, not split and perhaps counted twice")
  func findings() {
    let counted = tally(plan, [], nil, published: published)
    let findings = TallyBuilder.findings(plan: plan, tally: counted, published: published)
    let told = findings.map { "\($0.place?.line ?? 0) \($0.severity) \($0.code.rawValue)" }
    #expect(
      told == [
        "10 info PLAN_FIGURE_MISSING", "10 info LANG_VERSION_UNCOUNTED", "10 warning POSSIBLE_DOUBLE_COUNT",
        "20 info PLAN_FIGURE_MISSING", "30 info PLAN_FIGURE_MISSING", "30 warning POSSIBLE_DOUBLE_COUNT",
        "40 info PLAN_FIGURE_MISSING", "40 info COMPOUND_UNIT", "50 info PLAN_FIGURE_MISSING",
        "50 info COMPOUND_UNIT", "60 info PLAN_FIGURE_MISSING", "60 info COMPOUND_UNIT",
        "70 info PLAN_FIGURE_MISSING", "70 info APPROXIMATE", "70 info COMPOUND_UNIT", "8 info LEVEL_MISSING",
      ])
    #expect(
      findings.filter { $0.code == .possibleDoubleCount }.map(\.message.vi) == [
        "Tổng “Tổng số” cộng “Phóng sự”, “Tin” với “Cải cách hành chính Nhà nước” cùng kênh; không rõ "
          + "“Cải cách hành chính Nhà nước” có nằm trong một trong các chỉ tiêu đó không: hơn 947 hoặc hơn 970.",
        "Tổng “Tổng số” cộng “Phóng sự” với “Tin” cùng kênh; không rõ “Tin” có nằm trong đó không: "
          + "hơn 898 hoặc hơn 970.",
      ])
  }
}
