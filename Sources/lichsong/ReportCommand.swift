import ArgumentParser
import Planner
import Reports
import ScheduleModel

struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: HelpWords.text(vi: "Báo cáo kế hoạch và thực hiện.", en: "Report planned against aired."))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, html
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var logs: LogOptions
  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Kỳ báo cáo: 2018, 2018-H1, 2018-Q3 hoặc 2018-04; mặc định là cả năm.",
        en: "The period: 2018, 2018-H1, 2018-Q3 or 2018-04; the whole year by default.")))
  var period: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Cách chia kỳ: CALENDAR_YEAR, ND09_2019 hoặc BNV_581.",
        en: "How periods are cut: CALENDAR_YEAR, ND09_2019 or BNV_581.")))
  var profile = ReportingPeriod.Profile.calendarYear
  @Option(
    help: ArgumentHelp(HelpWords.text(vi: "Dạng: text, csv, json, html.", en: "text, csv, json or html.")))
  var format = Format.text
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi vào tệp này thay vì in ra.", en: "Write to this file instead of printing."),
      valueName: "file"))
  var out: String?

  func validate() throws {
    if let period { _ = try reportingPeriod(period) }
  }

  func run() throws {
    let (folder, year) = try plan.planned(common)
    guard let plan = year.plan, let schedule = year.schedule else {
      common.tell(year.findings)
      return try common.end(year.findings)
    }
    let period = try reportingPeriod(self.period ?? String(plan.year))
    guard period.days.overlaps(CivilDay.year(plan.year)) else {
      throw ValidationError(
        HelpWords.text(
          vi: "Kỳ báo cáo “\(period)” không có ngày nào trong năm \(plan.year) của kế hoạch.",
          en: "The period “\(period)” has no day in \(plan.year), the plan's year."))
    }
    let held = try logs.reconciled(folder, plan, schedule, common)
    let published = folder.published.map { PlanningPipeline.published($0, plan: plan) }
    let (tally, doubts) = PlanningPipeline.count(
      plan, schedule, held, published: published?.figures, period: period)
    let findings = (year.findings + (held?.findings ?? []) + (published?.findings ?? []) + doubts)
      .withoutRepeats
    let input = TallyReport.Input(plan: plan, tally: tally, coverage: year.coverage, findings: findings)
    let text = render(input)
    if let out { try OutputFolder.write(out, text) } else { Terminal.show(text) }
    // The text and the page end with them.
    if format == .csv { common.tell(findings) }
    try common.end(findings)
  }

  private func reportingPeriod(_ text: String) throws -> ReportingPeriod {
    guard let period = ReportingPeriod(text, profile: profile) else {
      let (vi, en) =
        profile == .ministry581
        ? ("2018, 2018-H1, 2018-Q1, 2018-Q3", "2018, 2018-H1, 2018-Q1 or 2018-Q3")
        : ("2018, 2018-H1, 2018-Q3, 2018-04", "2018, 2018-H1, 2018-Q3 or 2018-04")
      throw ValidationError(
        HelpWords.text(
          vi: "Không có kỳ báo cáo “\(text)” theo \(profile.rawValue); viết theo mẫu: \(vi).",
          en: "There is no period “\(text)” in \(profile.rawValue); write it like \(en)."))
    }
    return period
  }

  private func render(_ input: TallyReport.Input) -> String {
    switch format {
    case .text: TallyReport.text(input, language: common.language)
    case .csv: TallyReport.csv(input, language: common.language)
    case .json: TallyReport.json(input, language: common.language)
    case .html: TallyReport.html(input, language: common.language)
    }
  }
}
