import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status",
      abstract: HelpWords.text(
        vi:
          "Đang chậm ở đâu, cần làm gì tiếp: chỉ tiêu chậm, lượt cần phát bù, hạn đã qua, các lệnh tiếp theo.",
        en:
          "Where the year is behind and what to do next: late lines, make-goods, deadlines, the next commands."
      ))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Xem như vào thời điểm này. Mặc định là bây giờ.", en: "As at this time. Now by default."),
      valueName: "date-time"),
    transform: LocalTime.argument)
  var at: LocalTime?

  func run() throws {
    let (folder, year) = try plan.opened()
    let now = year.utc(at)
    let status = Terminal.working(Words(vi: "Đang xem…", en: "Looking…"), in: common.language) {
      var year = year
      return year.status(at: now)
    }
    let report = StatusReport(
      status, plan: year.plan, folder: folder.isAlone ? plan.path : folder.path, language: common.language)
    if json {
      try Terminal.show(report.json(), for: .program)
    } else {
      try Terminal.show(report.text(width: common.width))
    }
    if case .planBroken = status.stage { throw ExitCode(1) }
  }
}
