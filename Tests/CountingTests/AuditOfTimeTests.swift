import Counting
import ScheduleModel
import TestSupport
import Testing

@Suite("The audit of frequencies, durations and copied numbers")
struct AuditOfTimeTests {
  private func figure(_ text: String?, _ frequency: String? = nil, says: String? = nil) -> PublishedFigure {
    PublishedFigure(
      id: "a", title: "Chuyên mục", line: nil, level: nil, quantity: text.map(Quantity.of), mayInclude: [],
      frequency: frequency.flatMap { StatedFrequency($0) }, days: CivilDay.year(2018), says: says,
      place: .published(5))
  }

  private func interval(_ from: String, _ to: String, _ stated: String) -> PublishedInterval {
    guard let quantity = try? Quantity.readingInterval(stated),
      let unit = StatedFrequency.TimeUnit(named: "\(quantity.unit)")
    else {
      preconditionFailure("no unit in \(stated)")
    }
    return PublishedInterval(
      id: "i", title: "Đợt cao điểm", days: CivilDay.of(from)..<CivilDay.of(to).advanced(by: 1),
      stated: quantity, unit: unit, says: nil, place: .published(7))
  }

  @Test("23 editions are not two a month; both figures are kept")
  func frequency() {
    let (audited, findings) = Audit.audit(.sample([figure("23 kỳ", "02 kỳ/tháng")]))
    #expect(audited.frequencies.map { $0.expected.text(in: .vietnamese) } == ["24 kỳ"])
    #expect(audited.frequencies.map(\.agrees) == [false])
    #expect(
      findings == [
        Finding(
          .frequencyMismatch, .warning, at: .published(5),
          Words(
            vi: "“Chuyên mục”: báo cáo ghi 23 kỳ, còn tần suất “02 kỳ/tháng” trong 01/01/2018–31/12/2018 "
              + "thì phải là 24.",
            en: "“Chuyên mục”: 23 kỳ stated, but “02 kỳ/tháng” in 01/01/2018–31/12/2018 makes 24."),
          remedy: Words(
            vi: "Đối chiếu với số liệu gốc; cả hai số được giữ lại.",
            en: "Check against the source's own data; both figures are kept."))
      ])
  }

  @Test(
    "a count agrees with its frequency by what both claim, and the begun week may count or not",
    arguments: [
      ("51 kỳ", "hằng tuần", false), ("52 kỳ", "hằng tuần", true), ("53 kỳ", "hằng tuần", true),
      ("54 kỳ", "hằng tuần", false), ("hơn 50 kỳ", "hằng tuần", true), ("hơn 53 kỳ", "hằng tuần", false),
      ("gần 54 kỳ", "hằng tuần", true), ("12 kỳ", "hằng tháng", true),
    ])
  func claims(count: String, often: String, agrees: Bool) {
    #expect(Audit.audit(.sample([figure(count, often)])).audited.frequencies.first?.agrees == agrees)
  }

  @Test("monthly without a count implies twelve, which the source does not state")
  func implied() {
    let (audited, findings) = Audit.audit(.sample([figure(nil, "Hàng tháng")]))
    #expect(audited.frequencies.map { $0.expected.text(in: .vietnamese) } == ["12 lần"])
    #expect(audited.frequencies.map(\.agrees) == [nil])
    #expect(findings == [])
  }

  @Test("1 March to 28 May is no three months; both days are included")
  func duration() {
    let short = interval("2026-03-01", "2026-05-28", "3 tháng")
    let (audited, findings) = Audit.audit(.sample([], intervals: [short]))
    #expect(audited.intervals.map { $0.text(in: .vietnamese) } == ["2 tháng 28 ngày"])
    #expect(
      findings == [
        Finding(
          .intervalMismatch, .error, at: .published(7),
          Words(
            vi: "“Đợt cao điểm”: báo cáo ghi 3 tháng, nhưng từ 01/03/2026 đến hết 28/05/2026 là "
              + "2 tháng 28 ngày (89 ngày).",
            en: "“Đợt cao điểm”: 3 months stated, but 01/03/2026 to 28/05/2026, both included, is "
              + "2 months 28 days (89 days)."),
          remedy: Words(
            vi: "Đối chiếu với số liệu gốc; cả hai số được giữ lại.",
            en: "Check against the source's own data; both figures are kept."))
      ])
  }

  @Test(
    "a duration agrees by its qualifier",
    arguments: [
      ("2018-12-15", "2019-03-14", "3 tháng", true), ("2018-12-15", "2019-03-15", "3 tháng", false),
      ("2018-12-15", "2019-03-15", "hơn 3 tháng", true), ("2018-12-15", "2019-03-14", "hơn 3 tháng", false),
      ("2018-12-15", "2019-03-14", "gần 3 tháng", false), ("2018-12-15", "2019-03-13", "gần 3 tháng", true),
      ("2018-12-15", "2019-12-14", "1 năm", true), ("2018-12-15", "2019-12-14", "4 quý", true),
      ("2026-03-02", "2026-03-15", "2 tuần", true), ("2026-03-02", "2026-03-15", "14 ngày", true),
      ("2026-03-02", "2026-03-15", "13 ngày", false), ("2026-03-02", "2026-03-02", "1 ngày", true),
    ])
  func durations(from: String, to: String, stated: String, agrees: Bool) {
    let audited = Audit.audit(.sample([], intervals: [interval(from, to, stated)])).audited
    #expect(audited.intervals.map(\.agrees) == [agrees])
  }

  @Test(
    "a number that the source's words do not have was copied wrongly",
    arguments: [
      ("2.199 lượt", "thực hiện được 2.199 lượt", true), ("2.199 lượt", "thực hiện 2199 lượt", true),
      ("2 diễn đàn", "(02 cấp huyện, 129 cấp xã)", true), ("198 lượt", "được 2.198 lượt", false),
      ("98 lượt", "chiếm 81,98%", false), ("13 kỳ", "được 31 kỳ.", false),
      ("31 kỳ", "được 31 kỳ, 5 bài.", true),
      ("12 kỳ", "mười hai kỳ", true), ("182 đơn vị", "182/222 đơn vị", true),
      ("hơn 600 tin", "được hơn 600 tin", true), ("600 tin", "được hơn 600 tin", false),
      ("hơn 600 tin", "được 600 tin", false), ("hơn 600 tin", "trên 600 tin, bài", true),
      ("ít nhất 12 kỳ", "từ 12 kỳ trở lên", true), ("5.000 tờ", "phát 5 nghìn tờ rơi", true),
      ("12 - 15 kỳ", "mỗi năm 12-15 kỳ", true), ("12 kỳ", "mỗi năm 12-15 kỳ", false),
      ("40 giờ", "phát 2.400 phút", true), ("hàng chục tin", "đăng hàng chục tin", true),
      ("hàng trăm tin", "đăng hàng chục tin", false), ("12 kỳ", "nhiều kỳ phát sóng", false),
    ])
  func copied(value: String, says: String, agrees: Bool) {
    let findings = Audit.audit(.sample([figure(value, says: says)])).findings.filter {
      $0.code != .approximate
    }
    #expect(findings.map(\.code) == (agrees ? [] : [.notInWords]))
  }

  @Test("the words about a copied number name it and the remedy")
  func copiedWords() {
    #expect(
      Audit.audit(.sample([figure("2.913 kỳ", says: "được 2.931 kỳ")])).findings == [
        Finding(
          .notInWords, .warning, at: .published(5),
          Words(
            vi: "“Chuyên mục”: số 2.913 không có trong lời của nguồn (says).",
            en: "“Chuyên mục”: 2,913 is not in the source's words (says)."),
          remedy: Words(
            vi: "Đối chiếu với trang nguồn: số hay lời trích đã chép sai.",
            en: "Compare with the source: either the number or the words were copied wrongly."))
      ])
  }

  @Test("a counter on the page is no figure; a figure that took its number is told")
  func noise() {
    let counter = NoiseNumber(says: "29.410.893 lượt truy cập", note: "bộ đếm", place: .published(9))
    let views = NoiseNumber(says: "416 lượt xem", note: nil, place: .published(10))
    let findings = Audit.audit(.sample([figure("416 lượt")], noise: [counter, views])).findings
    #expect(
      findings == [
        Finding(
          .noiseNumber, .warning, at: .published(5),
          Words(
            vi: "“Chuyên mục” có giá trị của “416 lượt xem”, là số không thuộc báo cáo.",
            en: "“Chuyên mục” has the value of “416 lượt xem”, which is no figure of the report."),
          remedy: Words(
            vi: "Sửa value của “a”, hoặc bỏ “416 lượt xem” khỏi noise.",
            en: "Correct the value of “a”, or take “416 lượt xem” out of noise.")),
        Finding(
          .noiseNumber, .info, at: .published(9),
          Words(
            vi: "“29.410.893 lượt truy cập” (bộ đếm) có trên trang nguồn nhưng không phải số liệu báo cáo; "
              + "không tính.",
            en:
              "“29.410.893 lượt truy cập” (bộ đếm) is printed on the source's page but is no figure of the report; "
              + "it is not counted.")),
      ])
  }
}
