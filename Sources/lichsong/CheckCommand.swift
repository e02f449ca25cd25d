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
        vi: "Nêu mọi lỗi và điểm cần xem lại trong kế hoạch, hoặc trong một tệp lịch (.ics, .ifb).",
        en: "Tell everything wrong or doubtful in a plan, or in a calendar (.ics, .ifb)."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false

  func run() throws {
    // .ifb holds busy times (RFC 5545 §8.1); .vcs is an older form, which is told apart and refused.
    let isCalendar = [".ics", ".ifb", ".vcs"].contains { plan.path.lowercased().hasSuffix($0) }
    let findings = try isCalendar ? PlanningPipeline.checkCalendar(InputFile.readNamed(plan.path)) : ofPlan()
    try common.show(findings, json: json)
    try common.end(findings)
  }

  /// Those of the plan, of the Book, of the draft, and of the published figures.
  private func ofPlan() throws -> [Finding] {
    let (_, year) = try plan.opened()
    var findings = year.planFindings
    if !findings.hasErrors {
      let planned = Terminal.working(Words(vi: "Đang xếp lịch…", en: "Scheduling…"), in: common.language) {
        [year] in
        var year = year
        return year.checked(today: LocalTime.nowUTC)
      }
      findings = (findings + planned).withoutRepeats.inFileOrder
    }
    return findings + (year.publishedFigures()?.findings ?? [])
  }
}
