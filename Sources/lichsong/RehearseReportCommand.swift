import ArgumentParser
import Foundation
import Reports
import ScheduleModel
import StationFolder

/// Makes a plan's report and tells how long each step took, for `make bench`.
struct RehearseReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rehearse-report",
      abstract: HelpWords.text(
        vi: "Lập báo cáo và cho biết mỗi bước mất bao lâu.",
        en: "Make the report and tell how long each step took."),
      shouldDisplay: false)
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var logs: LogOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var clock = DispatchTime.now().uptimeNanoseconds
    func lap() -> Double {
      let now = DispatchTime.now().uptimeNanoseconds
      defer { clock = now }
      return Double(now - clock) / 1e9
    }
    let (folder, year) = try plan.planned(common, published: logs.schedule.published)
    guard let plan = year.plan, let schedule = year.schedule else { return try common.end(year.findings) }
    let planning = lap()
    guard let held = try logs.reconciled(folder, plan, schedule, common),
      let period = ReportingPeriod(.year, of: plan.year, profile: .calendarYear)
    else { throw ExitCode.failure }
    let matching = lap()
    let (tally, doubts) = PlanningPipeline.count(
      plan, schedule, held, published: nil, period: period)
    let counting = lap()
    let input = TallyReport.Input(
      plan: plan, tally: tally, coverage: year.coverage, findings: year.findings + held.findings + doubts,
      schedule: schedule, reconciled: held.reconciled)
    let bytes = TallyReport.text(input, language: common.language).utf8.count
    let rendering = lap()
    try Terminal.show(
      """
      {"placements": \(schedule.placements.count), "rows": \(held.log.entries.count), "planning": \(planning), \
      "matching": \(matching), "counting": \(counting), "rendering": \(rendering), "bytes": \(bytes)}

      """, for: .program)
  }
}
