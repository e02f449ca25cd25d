import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct HistoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: HelpWords.text(
        vi: "Các mục của sổ; với --since, số nào đã đổi từ ngày đó và vì mục nào.",
        en:
          "The entries of the Book; with --since, which figures changed since then, and through which entries."
      ))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var reported: PeriodOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "So với những gì sổ đã ghi đến hết ngày này.",
        en: "Compare with what the Book had at the end of this day."),
      valueName: "date"), transform: LogOptions.day)
  var since: CivilDay?
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let year = try PlanFolder.open(plan.path).year()
    guard let plan = year.plan else {
      common.tell(year.planFindings)
      return try common.end(year.planFindings)
    }
    let period = try reported.reported(of: plan)
    let since = since
    let history = Terminal.working(
      Words(vi: "Đang so sánh…", en: "Comparing…"), in: common.language
    ) { year.history(since: since, period: period, against: reported.against) }
    if json {
      try Terminal.show(HistoryReport.json(history, plan: plan, language: common.language), for: .program)
    } else {
      try Terminal.show(
        HistoryReport.text(history, plan: plan, language: common.language, width: common.width))
    }
    common.tell(year.planFindings)
    common.tell(year.joinFindings(on: since), from: .info)
    try common.end(year.planFindings)
  }
}
