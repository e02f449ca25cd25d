import ArgumentParser
import Planning
import Reports
import ScheduleModel
import StationFolder

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: HelpWords.text(
        vi: "Nêu mọi lỗi và điểm cần xem lại trong kế hoạch, hoặc trong một tệp lịch .ics.",
        en: "Tell everything wrong or doubtful in a plan, or in a calendar (.ics)."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false

  func run() throws {
    let isCalendar = plan.path.lowercased().hasSuffix(".ics")
    let findings = try isCalendar ? PlanningPipeline.checkCalendar(InputFile.readNamed(plan.path)) : ofPlan()
    try common.show(findings, json: json)
    try common.end(findings)
  }

  /// Those of the plan and of the published figures beside it.
  private func ofPlan() throws -> [Finding] {
    let (folder, year) = try plan.planned(common)
    guard let figures = folder.published else { return year.findings }
    return year.findings + PlanningPipeline.published(figures, plan: year.plan).findings
  }
}
