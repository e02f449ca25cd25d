import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

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
  @Flag(
    name: .customLong("make-goods"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Đề nghị ngày giờ phát bù cho những lượt chưa thực hiện.",
        en: "Propose slots that make good what was missed.")))
  var makeGoods = false

  func validate() throws { _ = try OutputForm.asked(nil, out: out, of: [.csv]) }

  func run() throws {
    var (_, year) = try plan.opened(try logs.terms())
    let (plan, planned) = try self.plan.scheduled(&year, common)
    if !makeGoods {
      year.dropTexts()
      _ = year.asRun()
      year.dropTexts()
    }
    guard let held = year.held() else {
      throw ValidationError(
        HelpWords.text(
          vi: "Chưa có nhật ký nào: thêm --as-run TỆP.csv.", en: "There is no log: add --as-run FILE.csv."))
    }
    let findings =
      (planned.findings.filter { $0.code == .scheduleOutdated || $0.severity == .error } + held.findings
        + year.uncountedWorks())
    let candidates = year.candidates() ?? MatchCandidates()
    let replan = makeGoods ? try rest(year) : nil
    if let out {
      try OutputFolder.write(
        out, OutcomeReport.csv(plan: plan, reconciled: held.reconciled, candidates: candidates))
    }
    if json {
      try Terminal.show(
        OutcomeReport.json(
          plan: plan, reconciled: held.reconciled, candidates: candidates, makeGoods: replan,
          rowsLeftOut: held.log.rowsLeftOut, findings: findings, language: common.language),
        for: .program)
    } else {
      try Terminal.show(
        OutcomeReport.text(
          plan: plan, reconciled: held.reconciled, candidates: candidates, makeGoods: replan,
          findings: findings, rowsLeftOut: held.log.rowsLeftOut, language: common.language,
          width: common.width))
      common.tell(findings)
    }
    try common.end(findings)
  }

  /// The rest of the year planned anew, for what was missed.
  private func rest(_ year: StationYear) throws -> Replan {
    let replan = Terminal.working(
      Words(vi: "Đang tìm khung phát bù…", en: "Looking for slots…"), in: common.language
    ) {
      var year = year
      return year.makeGoods()
    }
    guard let replan else {
      throw ValidationError(
        HelpWords.text(
          vi: "Sau ngày cuối của nhật ký, kế hoạch không còn ngày nào để phát bù.",
          en: "After the last day of the logs the plan has no day left on which anything could be made good.")
      )
    }
    return replan
  }
}
