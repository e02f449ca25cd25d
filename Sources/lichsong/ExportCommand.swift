import ArgumentParser
import Planner
import Reports
import ScheduleModel

struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: HelpWords.text(
        vi: "Xuất lịch iCalendar cho từng kênh, ngôn ngữ, đơn vị sản xuất.",
        en: "Export iCalendar files: one for each outlet, language and producer."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Thư mục đích.", en: "The folder to write into."), valueName: "folder"))
  var out: String

  func run() throws {
    let (_, year) = try plan.planned(common)
    common.tell(year.findings)
    guard let plan = year.plan, let schedule = year.schedule else { return try common.end(year.findings) }
    let calendars = PlanningPipeline.calendars(plan, schedule, language: common.language)
    let folder = try OutputFolder(out)
    for calendar in calendars { try folder.write(calendar.name, calendar.text) }
    let count = calendars.count
    print(
      Words(
        vi: "Đã ghi \(count) tệp lịch vào \(out).",
        en: "Wrote \(count) \(count == 1 ? "calendar" : "calendars") to \(out).")[
          common.language])
    try common.end(year.findings)
  }
}
