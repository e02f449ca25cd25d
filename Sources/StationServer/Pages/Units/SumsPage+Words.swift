import ScheduleModel
import StationDesk
import StationStore

/// The sentences of a page of sums.
extension SumsPage {
  /// Whose figures these are, and who has none.
  static func head(_ sums: UnitSums) -> Words {
    let coverage = sums.coverage.values
    let own = sums.plans.filter { $0.counted?.year == sums.year && sums.year != nil }
    let plans = own.count + coverage.map(\.plans).reduce(0, +)
    let unlogged =
      own.count { $0.counted?.logsUpTo == nil } + coverage.map(\.plansWithoutLog).reduce(0, +)
    let units = coverage.map(\.units).reduce(0, +)
    let withPlan = coverage.map(\.unitsWithPlan).reduce(0, +)
    func vi(_ number: Int) -> String { grouped(number, in: .vietnamese) }
    func en(_ number: Int) -> String { grouped(number, in: .english) }
    var words = Words(
      vi: "\(vi(plans)) kế hoạch, \(vi(unlogged)) kế hoạch chưa có nhật ký.",
      en: "\(en(plans)) \(plans == 1 ? "plan" : "plans"), \(en(unlogged)) of them without any log.")
    if units > 0 {
      words = Words(
        vi: "\(vi(units)) đơn vị bên dưới, \(vi(units - withPlan)) đơn vị chưa có kế hoạch. " + words.vi,
        en:
          "\(en(units)) \(units == 1 ? "unit" : "units") below, \(en(units - withPlan)) of them without a plan. "
          + words.en)
    }
    return words
  }

  /// Why a page has no figures.
  static func nothing(_ sums: UnitSums) -> Words {
    Words(
      vi:
        "Chưa có số liệu. Số liệu được tính ở nền sau khi một kế hoạch được đưa vào, phát hành hoặc có nhật ký; hãy mở lại trang này sau ít phút.",
      en:
        "There are no figures yet. They are counted in the background after a plan is brought in, published or gets a log; open this page again in a few minutes."
    )
  }

  /// What is not in the figures, or not as it is now.
  static func warnings(_ sums: UnitSums) -> [Words] {
    let coverage = sums.coverage.values
    let old =
      sums.plans.count { $0.isOld && $0.counted?.year == sums.year && $0.counted != nil }
      + coverage.map(\.plansCountedAnew).reduce(0, +)
    let uncounted = sums.plans.count { $0.counted == nil } + coverage.map(\.plansUncounted).reduce(0, +)
    let broken =
      sums.plans.count { $0.counted != nil && $0.counted?.year == nil }
      + coverage.map(\.plansBroken).reduce(0, +)
    func words(_ count: Int, _ vi: String, _ one: String, _ many: String) -> Words? {
      count == 0
        ? nil
        : Words(
          vi: "\(grouped(count, in: .vietnamese)) kế hoạch \(vi)",
          en: "\(grouped(count, in: .english)) \(count == 1 ? "plan " + one : "plans " + many)")
    }
    return [
      words(
        old, "đang được tính lại; ở đây là số liệu trước khi thay đổi.",
        "is being counted anew; its figures here are those before the change.",
        "are being counted anew; their figures here are those before the change."),
      words(
        uncounted, "chưa được tính; số liệu ở đây chưa có kế hoạch đó.",
        "was not counted yet and is not in these figures.",
        "were not counted yet and are not in these figures."),
      words(
        broken, "còn lỗi nên không tính được; xem trang Cần xem lại của kế hoạch.",
        "cannot be counted, because its text has errors; look at its page of findings.",
        "cannot be counted, because their texts have errors; look at their pages of findings."),
    ].compactMap(\.self)
  }

  /// How figures are added.
  static let notes = [
    Words(
      vi:
        "Mỗi tác phẩm tính một lần, ở loại kênh mà nó phát hoặc đăng đầu tiên. Tác phẩm các hình thức cộng với nhau; đơn vị tính khác (hội nghị, tờ gấp …) đứng riêng từng dòng.",
      en:
        "Each work counts once, in the kind of the outlet on which it appears first. Works of any form are added; what is counted in another unit (conferences, leaflets …) has a row of its own."
    ),
    Words(
      vi:
        "“–”: kế hoạch không nêu, hoặc chưa nhật ký nào cho biết; khác với 0. “ít nhất”: có chỉ tiêu không nêu con số chính xác, hoặc chưa có nhật ký.",
      en:
        "“–”: not stated, or no log tells of it; that is not 0. “at least”: some lines state no exact number, or have no log."
    ),
    Words(
      vi:
        "Chỉ tiêu tính bằng thời lượng không cộng vào số tác phẩm. Số liệu do đơn vị cấp dưới báo lên trong một kế hoạch không cộng ở đây; xem báo cáo của kế hoạch đó.",
      en:
        "A quota in hours adds nothing to the planned works. Figures that lower units declare inside a plan are not added here; look at that plan's reports."
    ),
    Words(
      vi:
        "Theo ngôn ngữ: đếm cả bản gốc và bản dịch phát bằng tiếng đó, nên không cộng các ngôn ngữ với nhau.",
      en:
        "By language, originals and versions in that language are counted, so languages are not added to each other."
    ),
  ]
}
