import ArgumentParser
import Console
import ScheduleModel

/// A reporting period on the command line.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Kỳ báo cáo: 2018, 2018-H1, 2018-Q3, 2018-04, “Quý III”, “6 tháng đầu năm” hoặc mã một đợt của kế "
          + "hoạch; mặc định là cả năm, riêng lệnh close phải ghi rõ.",
        en:
          "The period: 2018, 2018-H1, 2018-Q3, 2018-04, “Quý III”, “6 tháng đầu năm” or the id of one of the "
          + "plan's stretches; the whole year by default, but close wants it said.")))
  var period: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Cách chia kỳ: CALENDAR_YEAR, ND09_2019, BNV_581, PLAN_YEAR (năm của kế hoạch, khi không phải năm dương lịch) hoặc "
          + "tên trong kế hoạch (reporting); mặc định là của kế hoạch, nếu không có thì năm của kế hoạch.",
        en:
          "How periods are cut: CALENDAR_YEAR, ND09_2019, BNV_581, PLAN_YEAR (the plan's year, where that is no calendar "
          + "year) or the plan's own (reporting); by default the plan's, or the plan's year when it has none."
      ),
      valueName: "name"))
  var profile: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "So với chỉ tiêu đang có hiệu lực (in-force) hay ban đầu (original).",
        en: "Held against the figures in force, or the original ones.")))
  var against = PlanVersion.inForce

  /// The period of a plan, which must have days in the plan's year.
  func reported(of plan: Plan) throws -> ReportingPeriod {
    let profile = try reportingProfile(of: plan)
    return try Self.period(self.period, of: plan, profile: profile)
  }

  /// A period as somebody named it, which must have days in the plan's year; the whole year for `nil`.
  static func period(_ text: String?, of plan: Plan, profile: ReportingProfile) throws -> ReportingPeriod {
    let whole = ReportingPeriod(.year, of: plan.year, profile: profile)
    let period = try reportingPeriod(
      text ?? whole?.description ?? String(plan.year), profile, of: plan.year)
    guard period.days.overlaps(plan.months.days) else {
      let months = plan.months
      let span = "\(months.name(of: 0)) – \(months.name(of: months.count - 1))"
      throw ValidationError(
        months.isCalendarYear
          ? HelpWords.text(
            vi: "Kỳ báo cáo “\(period)” không có ngày nào trong năm \(plan.year) của kế hoạch.",
            en: "The period “\(period)” has no day in \(plan.year), the plan's year.")
          : HelpWords.text(
            vi: "Kỳ báo cáo “\(period)” không có ngày nào trong các tháng của kế hoạch (\(span)).",
            en: "The period “\(period)” has no day in the plan's months (\(span))."))
    }
    return period
  }

  private func reportingProfile(of plan: Plan) throws -> ReportingProfile {
    guard let profile else { return plan.usualProfile }
    let known = plan.profiles
    if let found = known.first(where: { $0.code == profile }) { return found }
    let codes = known.map(\.code).joined(separator: ", ")
    throw ValidationError(
      HelpWords.text(
        vi: "Không có cách chia kỳ “\(profile)”; có: \(codes).",
        en: "There is no way to cut periods “\(profile)”; there are \(codes)."))
  }

  private static func reportingPeriod(_ text: String, _ profile: ReportingProfile, of year: Int) throws
    -> ReportingPeriod
  {
    if let period = ReportingPeriod(written: text, in: year, profile: profile) { return period }
    let list = profile.samples(of: year).joined(separator: ", ")
    if let known = ReportingPeriod(written: text, in: year, profile: .calendarYear) {
      throw ValidationError(
        HelpWords.text(
          vi: "Theo \(profile.code) không có báo cáo \(known.name.vi); các kỳ: \(list).",
          en: "\(profile.code) has no report for \(known.name.en); its periods are \(list)."))
    }
    throw ValidationError(
      HelpWords.text(
        vi: "Không có kỳ báo cáo “\(text)” theo \(profile.code); viết theo mẫu: \(list).",
        en: "There is no period “\(text)” in \(profile.code); write it like \(list)."))
  }
}
