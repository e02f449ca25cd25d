import ArgumentParser
import Planner
import Reports
import ScheduleModel

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: HelpWords.text(
        vi: "Nêu mọi lỗi và điểm cần xem lại trong kế hoạch.",
        en: "Tell everything wrong or doubtful in a plan."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false

  func run() throws {
    let (folder, year) = try plan.planned(common)
    var findings = year.findings
    if let figures = folder.published {
      findings += PlanningPipeline.published(figures, plan: year.plan).findings
    }
    Terminal.show(
      json
        ? FindingReport.json(findings, language: common.language)
        : FindingReport.text(findings, language: common.language, colour: Terminal.coloursOutput))
    try common.end(findings)
  }
}
