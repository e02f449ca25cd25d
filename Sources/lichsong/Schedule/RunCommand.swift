import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder

struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: HelpWords.text(
        vi: "Thực hiện toàn bộ các bước cho một thư mục kế hoạch: xếp lịch, xuất lịch, đối chiếu, báo cáo.",
        en: "Do all of it for a plan's folder: schedule, calendars, reconciliation, report."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @OptionGroup var revision: RevisionOption
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Thư mục đích.", en: "The folder to write into."), valueName: "folder"))
  var out: String

  func run() throws {
    let (_, year) = try plan.opened()
    let calendars = try CalendarFolder(out + "/calendars")
    var calendarOptions = CalendarOptions()
    calendarOptions.revised = revision.revised
    let results = try Terminal.working(
      Words(vi: "Đang thực hiện…", en: "Working…"), in: common.language
    ) {
      try PlanResults.of(
        year, language: common.language, calendarsIn: calendars, calendarOptions: calendarOptions)
    }
    let output = try OutputFolder(out)
    for file in results.files { try output.write(file.name, octets: file.content.bytes()) }
    var doubts = results.calendars?.folderFindings ?? []
    if let tally = results.tally, results.held != nil { doubts += year.closeFindings(tally) }
    common.tell(doubts)
    try Terminal.say(results.summary(in: out, language: common.language))
    try common.end(results.findings + doubts)
  }
}
