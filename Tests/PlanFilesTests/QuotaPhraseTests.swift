import ScheduleModel
import Testing

@testable import PlanFiles

/// Figures as plans state them; all of them are made up.
@Suite("The figures of a plan, understood to their last word")
struct QuotaPhraseTests {
  private func told(_ line: String, _ language: ReaderLanguage = .english) -> String {
    Reading.findings(of: SmallPlan.text(line: line), in: language)
  }

  private func line(_ line: String) throws -> PlanLine {
    try #require(Reading.of(SmallPlan.text(line: line)).plan?.lines.first)
  }

  @Test(
    "three a quarter is not three a year: the year's figure and the rule that holds each quarter are offered")
  func rate_isRefusedWithTheYearsFigure() {
    #expect(
      told("quota: 3 kỳ/quý")
        == "11:68 BAD_QUANTITY error “3 kỳ/quý” is a rate, not a total. | From 01/01/2026 to 31/12/2026 it makes 12 kỳ. "
        + "Write: quota: 12 kỳ; to hold each stretch against it, add "
        + "counts: [{ count: works, floor: 3, every: quarter }]")
    #expect(
      told("quota: 3 kỳ/quý", .vietnamese)
        == "11:68 BAD_QUANTITY error “3 kỳ/quý” là tần suất, không phải tổng số. | Từ 01/01/2026 đến 31/12/2026 thành "
        + "12 kỳ. Viết: quota: 12 kỳ; để xét từng kỳ, thêm counts: [{ count: works, floor: 3, every: quarter }]"
    )
  }

  @Test(
    "a rate runs over the line's own days",
    arguments: [
      ("1 tin mỗi ngày", "365 tin", nil), ("hai tuần một số", "26 - 27 số", "2 weeks"),
      ("2 kỳ/tháng", "24 kỳ", "month"),
      ("1 kỳ/6 tháng", "2 kỳ", "half"), ("2 - 3 kỳ/tháng", "24 - 36 kỳ", "month"),
      ("tối đa 2 kỳ/tuần", "tối đa 106 kỳ", nil),
      ("40 giờ/tháng", "480 giờ", nil),
    ] as [(String, String, String?)])
  func rates(rate: String, total: String, cycle: String?) {
    let text = told("quota: \(rate)")
    #expect(text.contains("it makes \(total). Write: quota: \(total)"))
    #expect(text.contains("every: \(cycle ?? "nothing")") == (cycle != nil))
    // The remedy itself is a figure that the plan takes.
    #expect(told("quota: \(total), length: 30m").contains("BAD_QUANTITY") == false)
  }

  @Test("a quota of repeats is none of works: they are scheduled by their own key")
  func repeats_areNoQuota() {
    #expect(
      told("quota: 18 lượt phát lại")
        == "11:68 BAD_QUANTITY error “18 lượt phát lại” is of repeats, and a quota counts works, each once, at its first run. | "
        + "Write the number of new works as quota and the repeats as repeats, such as repeats: { after: 1d }; where the "
        + "document states repeats alone, leave quota out and keep its words in note.")
    #expect(
      told("quota: 18 lượt phát lại", .vietnamese)
        == "11:68 BAD_QUANTITY error “18 lượt phát lại” là lượt phát lại, còn quota đếm tác phẩm mới, mỗi tác phẩm một lần khi "
        + "phát lần đầu. | Ghi số tác phẩm mới vào quota, phát lại vào repeats, ví dụ repeats: { after: 1d }; văn bản chỉ nêu "
        + "số lượt phát lại thì bỏ quota, giữ nguyên lời trong note.")
    for phrase in ["30 kỳ phát sóng lại", "5 giờ phát lại", "hơn 20 lượt đăng lại", "6 “bản chiếu lại”"] {
      #expect(told("quota: \(phrase), length: 30m").contains("is of repeats"), "\(phrase)")
    }
    #expect(
      told("quota: 18 kỳ, amended: [{ from: 2026-05-01, quota: 20 kỳ phát lại }]").contains("is of repeats"))
    #expect(told("quota: 18, repeats: { after: 1d }") == "")
    #expect(told("quota: 18 kỳ phát mới") == "")
  }

  @Test(
    "a quota in another language than the line's is refused, with both ways to say it",
    arguments: [
      ("20 kỳ tiếng Chăm", "language: Chăm", "versions: { into: [Chăm] }"),
      ("20 chuyên mục Khmer", "language: Khmer", "versions: { into: [Khmer] }"),
      ("20 phóng sự tiếng Ê Đê", "language: Ê Đê", "versions: { into: [Ê Đê] }"),
      ("20 kỳ tiếng dân tộc thiểu số", "such as language: Khmer", "such as versions: { into: [Khmer] }"),
      ("20 bản dịch", "the number of original works", "versions: { into: [Khmer] }"),
      ("20 bản tiếng Mông", "language: Mông", "versions: { into: [Mông] }"),
      ("20 kỳ song ngữ", "bilingual: true", "language: [Việt, Khmer]"),
    ])
  func otherLanguages(quota: String, one: String, other: String) {
    let text = told("quota: \(quota)")
    #expect(text.contains("BAD_QUANTITY") && text.contains(one) && text.contains(other), "\(text)")
  }

  @Test("a quota in a language that the line names is the line's, and Vietnamese is not Khmer")
  func ownLanguage() {
    for line in [
      "quota: 20 kỳ tiếng Chăm, language: cjm", "quota: 20 kỳ tiếng dân tộc, language: Mông",
      "quota: 20 kỳ tiếng Việt", "quota: 20 kỳ song ngữ, language: [Việt, Dao], bilingual: true",
      "quota: { Khmer: 20 kỳ tiếng Khmer, Chăm: 5 kỳ }",
    ] {
      #expect(!told(line).contains("BAD_QUANTITY"), "\(told(line))")
    }
    #expect(
      told("quota: 20 kỳ tiếng Việt, language: Khmer", .vietnamese)
        == "11:68 BAD_QUANTITY error “20 kỳ tiếng Việt” nói tiếng Việt, còn tác phẩm của chỉ tiêu bằng tiếng Khmer. | Tác phẩm "
        + "gốc bằng tiếng Việt thì bỏ language; nếu không, bỏ “tiếng Việt” khỏi quota.")
  }

  @Test(
    "twelve a year is the year's figure for a line that runs all year, and not for one that begins in April")
  func rate_aYear() throws {
    #expect(try line("quota: 12 kỳ/năm").quota?.text(in: .vietnamese) == "12 kỳ")
    #expect(told("quota: 12 kỳ/năm") == "")
    #expect(told("quota: 12 kỳ/năm, from: 2026-04-01").contains("“12 kỳ/năm” is a rate, not a total."))
  }

  @Test("from April on, a figure a quarter is three times as much")
  func rate_withinTheWindow() {
    #expect(
      told("quota: 3 kỳ/quý, from: 2026-04-01").contains(
        "From 01/04/2026 to 31/12/2026 it makes 9 kỳ. Write: quota: 9 kỳ"))
  }

  @Test("a rate runs while the outlet exists, on the line's weekdays, and never makes a quota of nothing")
  func rate_whileTheOutletExists() {
    func told(_ line: String, valid: String) -> String {
      Reading.findings(
        of: SmallPlan.text(line: line).replacing("    kind:", with: "    valid: \(valid)\n    kind:"),
        in: .english)
    }
    #expect(
      told("quota: 12 số/năm", valid: "{ to: 2026-06-30 }")
        == "12:68 BAD_QUANTITY error “12 số/năm” is a rate, not a total. | From 01/01/2026 to 30/06/2026 is shorter than "
        + "one such stretch. If the document asks for all 12 số in these days, write: quota: 12 số; if not, ask whoever set "
        + "the quota for the total of these days.")
    #expect(
      told("quota: 3 kỳ/quý", valid: "{ to: 2026-03-31 }").contains(
        "From 01/01/2026 to 31/03/2026 it makes 3 kỳ."))
    #expect(
      told("quota: 2 tin/ngày", valid: "{ from: 2026-12-01 }").contains(
        "From 01/12/2026 to 31/12/2026 it makes 62 tin."))
    #expect(
      self.told("quota: 10 ảnh/ngày, days: [MO]").contains("it makes 520 ảnh. Write: quota: 520 ảnh"))
    let late = self.told("quota: 12 kỳ/năm, from: 2026-07-01")
    #expect(!late.contains("0 - 12") && late.contains("write: quota: 12 kỳ; if not, ask"), "\(late)")
  }

  @Test("so many at every opening of one grid line is kept until the grid has dates; otherwise it is told")
  func rate_bySession() throws {
    for phrase in ["1 tin/buổi", "mọi buổi", "every opening", "Mọi số báo", "mọi số"] {
      let line = try line("grid: [ngay], quota: \(phrase)")
      #expect(line.asksForEveryOpening && line.works == nil && line.placing != nil, "\(phrase)")
      #expect(line.quota?.text(in: .vietnamese) == "1 tin/buổi")
      #expect(told("grid: [ngay], quota: \(phrase)") == "", "\(phrase)")
    }
    #expect(try line("grid: [ngay], quota: 3 tin/buổi").quota?.value == 3)
    #expect(
      told("quota: 1 tin/buổi")
        == "11:68 BAD_QUANTITY error A quota for each opening (1 tin a session) needs exactly one grid line (grid). | Add "
        + "for example grid: [toi-thu-nam]; for several grid lines write a line each, and a total (totals).")
    #expect(
      told("quota: mọi buổi, scheduled: false")
        == "11:68 BAD_QUANTITY error A quota for each opening (1 tin a session) is for a line that is scheduled and not "
        + "amended. | If the document states a total, write it, such as quota: 250 tin")
    #expect(
      told("grid: [ngay], quota: ít nhất 1 tin/buổi").contains(
        "Where every opening of one grid line has exactly so many, write for example quota: 1 kỳ/buổi"))
    #expect(told("grid: [ngay], quota: mọi buổi đẹp trời").contains("BAD_QUANTITY"))
  }

  @Test("a range has a floor that is scheduled and a ceiling")
  func range() throws {
    let line = try line("quota: 12 - 15 tin")
    #expect(line.quota?.text(in: .vietnamese) == "12 - 15 tin")
    #expect([line.works, line.quota?.floor, line.quota?.ceiling] == [12, 12, 15])
    #expect(told("quota: 12 - 15 tin, months: { 1: 15 }") == "")
    #expect(told("quota: 12 - 15 tin, months: { 1: 16 }").contains("MONTHS_CONTRADICT_QUOTA"))
    #expect(told("quota: tối đa 12 tin") == "")
    #expect(try self.line("quota: dưới 12 tin").works == 11)
    #expect(try self.line("quota: hơn 12 tin").works == 13)
  }

  @Test("a figure in words is kept as it is, and not scheduled")
  func words() throws {
    let line = try line("quota: hàng chục tin")
    #expect(line.quota?.text(in: .vietnamese) == "hàng chục tin")
    #expect(line.works == nil && line.placing == nil)
    #expect(
      told("quota: hàng chục tin")
        == "11:11 UNQUANTIFIED_ITEM info “Tin trên báo” has its figure in words (“hàng chục tin”): it is kept as it is, "
        + "not scheduled, and has no completion rate. | If the document states a figure, write it, such as: quota: 12 tin"
    )
    #expect(
      told("quota: hàng chục tin", .vietnamese)
        == "11:11 UNQUANTIFIED_ITEM info “Tin trên báo” chỉ có số lượng bằng chữ (“hàng chục tin”): giữ nguyên lời, "
        + "không xếp lịch, không tính tỷ lệ hoàn thành. | Nếu văn bản có nêu số lượng thì ghi số đó, ví dụ: quota: 12 tin"
    )
  }

  @Test(
    "ends of a quota that are said in other words",
    arguments: [
      ("không nhiều hơn 30 tin", Quantity.Qualifier.atMost), ("tối đa là 30 tin", .atMost),
      ("nhiều nhất là 30 tin", .atMost),
      ("không lớn hơn 30 tin", .atMost), ("ít nhất là 30 tin", .atLeast), ("tối thiểu là 30 tin", .atLeast),
      ("không nhỏ hơn 30 tin", .atLeast),
    ])
  func ends(phrase: String, qualifier: Quantity.Qualifier) throws {
    let quota = try #require(try line("quota: \(phrase)").quota)
    #expect(quota.value == 30)
    #expect(quota.qualifier == qualifier)
  }

  @Test("a refusal has the words as they are written")
  func asWritten() {
    #expect(told("quota: \"12 kỳ (15 phút/kỳ)\"").contains("“12 kỳ” is understood, “(15 phút/kỳ)” is not."))
    #expect(
      told("quota: 4 giờ 75 phút, length: 30m").contains(
        "“75 phút”: behind a number of hours there are 0 to 59 minutes."))
    #expect(told("quota: \"15-12 kỳ\"").contains("“15-12”: the range goes backwards."))
    #expect(
      told("quota: \"12 kỳ+5 tin\"", .vietnamese).contains("Đọc được “12 kỳ”, còn “+5 tin” thì không hiểu."))
  }

  @Test("a time in words is kept, and is no number of works")
  func timeInWords() throws {
    let quota = try #require(try line("quota: hàng trăm giờ phát sóng").quota)
    #expect(quota.text(in: .vietnamese) == "hàng trăm giờ phát sóng")
    #expect(quota.unit.time == .hours)
    #expect(try line("quota: vài chục phút").works == nil)
    #expect(told("quota: hàng trăm giờ", .vietnamese).contains("chỉ có số lượng bằng chữ (“hàng trăm giờ”)"))
  }

  @Test("millions are understood where nobody schedules them")
  func millions() throws {
    #expect(try line("quota: \"1,2 triệu tin\", scheduled: false").quota?.value == 1_200_000)
    #expect(
      told("quota: \"1,2 triệu tin\"").contains("“1,2 triệu” is more than 1,000,000, the largest number"))
  }

  @Test("forty hours of half an hour each are eighty works")
  func time() throws {
    #expect(try line("quota: 40 giờ, length: 30m").works == 80)
    #expect(
      told("quota: 40 giờ, length: 30m")
        == "11:11 QUOTA_IN_TIME info “Tin trên báo”: a quota of 40 hours, with works of 30 minutes: 80 works are "
        + "scheduled, 40 hours in all. | If the document states a number of works, write it, such as: quota: 80 tin"
    )
    #expect(
      told("quota: 40 giờ, length: 30m", .vietnamese)
        == "11:11 QUOTA_IN_TIME info “Tin trên báo”: chỉ tiêu 40 giờ, mỗi tác phẩm 30 phút: xếp 80 tác phẩm, "
        + "tổng thời lượng 40 giờ. | Nếu văn bản nêu số tác phẩm thì ghi số đó, ví dụ: quota: 80 tin")
    #expect(try line("quota: 1.800 phút, length: 45m").works == 40)
    #expect(try line("quota: 1.810 phút, length: 45m").works == 41)
  }

  @Test("of works of ten to fifteen minutes both totals are shown")
  func lengths() throws {
    let line = try line("quota: 40 giờ, length: 10-15 phút")
    #expect(line.works == 240)
    #expect(line.placing?.lengths == 10...15)
    #expect(
      told("quota: 40 giờ, length: 10-15 phút").contains(
        "with works of 10 - 15 minutes: 240 works are scheduled, 40 - 60 hours in all."))
    #expect(
      told("quota: 90, length: 10-15 phút").contains(
        "a quota of 90 tin, with works of 10 - 15 minutes: 90 works are scheduled, 15 hours - 22 hours 30 minutes in all."
      ))
  }

  @Test("a quota in time without a length is told; a length of another kind is refused")
  func time_withoutLength() {
    #expect(
      told("quota: 40 giờ")
        == "11:61 MISSING_KEY error The quota of 40 hours is a time; without the length of a work it is not known how many "
        + "to schedule. | Where the plan states how long a work is, write it as length; where it does not, write "
        + "scheduled: false"
    )
    #expect(told("quota: 40 giờ, scheduled: false") == "")
    #expect(
      told("quota: 12, length: 15 - 10 phút")
        == "11:80 BAD_LENGTH error “15 - 10 phút”: the range goes backwards. | Compare with the document; write the "
        + "shortest length first: 10 - 15 phút.")
  }

  @Test(
    "nothing is ever taken as its first number",
    arguments: [
      "12 đến", "12 kỳ xyz", "12 kỳ (dự kiến)", "12 kỳ, 5 bài", "12 hoặc 15 kỳ", "12/24 kỳ",
      "12 kỳ mỗi huyện",
      "12 kỳ và 5 bài", "2 kỳ rưỡi", "12 giờ kém 5", "12 kỳ trừ tháng 2",
    ])
  func halves(_ phrase: String) {
    let codes = Reading.codes(of: SmallPlan.text(line: "quota: \"\(phrase)\""))
    #expect(codes == [.badQuantity])
  }
}
