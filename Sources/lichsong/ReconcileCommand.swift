import ArgumentParser
import Planner
import Reports
import ScheduleModel

struct ReconcileCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reconcile",
      abstract: HelpWords.text(
        vi: "Đối chiếu nhật ký phát sóng với lịch.", en: "Hold as-run logs against the schedule."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var logs: LogOptions
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ghi kết quả từng lượt vào tệp CSV này.", en: "Write each outcome to this CSV file."),
      valueName: "file"))
  var out: String?

  func run() throws {
    let (folder, year) = try plan.planned(common)
    guard let plan = year.plan, let schedule = year.schedule else {
      common.tell(year.findings)
      return try common.end(year.findings)
    }
    guard let held = try logs.reconciled(folder, plan, schedule, common) else {
      throw ValidationError(
        HelpWords.text(
          vi: "Chưa có nhật ký nào: thêm --as-run TỆP.csv.", en: "There is no log: add --as-run FILE.csv."))
    }
    if let out { try OutputFolder.write(out, OutcomeReport.csv(plan: plan, reconciled: held.reconciled)) }
    if json {
      Terminal.show(
        OutcomeReport.json(
          plan: plan, reconciled: held.reconciled, rowsLeftOut: held.log.rowsLeftOut, findings: held.findings,
          language: common.language))
    } else {
      Terminal.show(
        OutcomeReport.text(
          plan: plan, reconciled: held.reconciled, rowsLeftOut: held.log.rowsLeftOut,
          language: common.language))
      common.tell(held.findings)
    }
    try common.end(held.findings)
  }
}
