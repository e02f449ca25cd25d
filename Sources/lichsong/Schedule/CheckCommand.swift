import ArgumentParser
import Console
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
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Xem dự thảo như vào thời điểm này; những ngày trước đó đã qua. Mặc định là bây giờ.",
        en: "Check the draft as at this time; what lies before it is past. Now by default."),
      valueName: "date-time"),
    transform: LocalTime.argument)
  var at: LocalTime?

  private var isCalendar: Bool { plan.path.lowercased().hasSuffix(".ics") }

  func validate() throws {
    if at != nil, isCalendar {
      throw ValidationError(
        HelpWords.text(
          vi: "--at chỉ dùng khi kiểm tra kế hoạch, không dùng với tệp lịch .ics.",
          en: "--at is for checking a plan, not a calendar (.ics)."))
    }
  }

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
        [year, at] in
        var year = year
        return year.checked(today: year.utc(at))
      }
      findings = (findings + planned).withoutRepeats.inFileOrder
    }
    return findings + (year.publishedFigures()?.findings ?? [])
  }
}
