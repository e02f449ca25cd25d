import ScheduleModel

/// Published figures in which a sum agrees, one differs, one lacks a part; a percentage agrees, one differs,
/// one stands alone.
enum SampleFigures {
  static let audited = AuditedFigures(
    published: published,
    sums: [
      AuditedSum(
        sum: published.sums[0], computed: quota("2.199 lượt"),
        shares: [Percentage(units: 4538, decimals: 2), Percentage(units: 5462, decimals: 2)], verdict: .agrees
      ),
      AuditedSum(sum: published.sums[1], computed: quota("131 hội nghị"), shares: nil, verdict: .differs),
      AuditedSum(sum: published.sums[2], computed: nil, shares: nil, verdict: nil),
      AuditedSum(sum: published.sums[3], computed: quota("hơn 600 lượt"), shares: nil, verdict: nil),
    ],
    ratios: [
      AuditedRatio(
        ratio: published.ratios[0], computed: Percentage(units: 8198, decimals: 2), verdict: .agrees),
      AuditedRatio(
        ratio: published.ratios[1], computed: Percentage(units: 4234, decimals: 2), verdict: .differs),
      AuditedRatio(ratio: published.ratios[2], computed: nil, verdict: nil),
    ])

  private static let published = PublishedFigures(
    source: "Trang tin Sở Nội vụ, 25/12/2019", plan: "nghe-an-2019",
    figures: [
      figure("tinh", "Cấp tỉnh", "998 lượt"), figure("huyen", "Cấp huyện", "1.201 lượt"),
      figure("xa", "Cấp xã", nil), figure("hn-tinh", "Hội nghị cấp tỉnh", "2 hội nghị"),
      figure("hn-huyen", "Hội nghị cấp huyện", "129 hội nghị"),
      figure("trang", "Trang tin", "hơn 600 lượt"),
    ],
    sums: [
      sum("luot", "Lượt tuyên truyền", ["tinh", "huyen"], "2.199 lượt", "2.199 lượt tuyên truyền", 20),
      sum("hoi-nghi", "Hội nghị", ["hn-tinh", "hn-huyen"], "132 hội nghị", nil, 24),
      sum("ca-ba-cap", "Cả ba cấp", ["tinh", "huyen", "xa"], "3.000 lượt", nil, 28),
      sum("trang-tin", "Trang tin", ["trang"], nil, nil, 31),
    ],
    ratios: [
      ratio("mot-cua", "Một cửa", 182, 222, "81,98%", 40),
      ratio("thi", "Lượt thi đạt", 101_907, 240_659, "41,34%", 44),
      ratio("ke-hoach", "Hoàn thành kế hoạch", nil, nil, "100%", 48),
    ])

  private static func figure(_ id: String, _ title: String, _ quantity: String?) -> PublishedFigure {
    PublishedFigure(
      id: id, title: title, line: nil, level: nil, quantity: quantity.flatMap(quota), mayInclude: [],
      says: nil,
      place: SamplePlan.place(5, "published.yaml"))
  }

  private static func sum(
    _ id: String, _ title: String, _ of: [String], _ stated: String?, _ says: String?, _ line: Int
  ) -> PublishedSum {
    PublishedSum(
      id: id, title: title, of: of, stated: stated.flatMap(quota), says: says,
      place: SamplePlan.place(line, "published.yaml"))
  }

  private static func ratio(
    _ id: String, _ title: String, _ part: Int?, _ whole: Int?, _ stated: String, _ line: Int
  ) -> PublishedRatio {
    PublishedRatio(
      id: id, title: title, part: part, whole: whole,
      stated: Percentage(stated) ?? Percentage(units: 0, decimals: 0), says: nil,
      place: SamplePlan.place(line, "published.yaml"))
  }
}
