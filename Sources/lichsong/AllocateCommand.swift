import ArgumentParser
import Reports
import ScheduleModel
import StationFolder

struct AllocateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "allocate",
      abstract: HelpWords.text(
        vi: "Chia chỉ tiêu năm vào tháng và khung giờ, hoặc xếp lại phần còn lại của năm.",
        en: "Spread the year's quotas over months and slots, or plan the rest of the year anew."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var rest: ReplanOptions
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi các lượt phát vào tệp CSV này.", en: "Write the placements to this CSV file."),
      valueName: "file"))
  var out: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "In thêm lịch phát sóng của tháng này (1–12).",
        en: "Also print the broadcast schedule of this month (1–12).")))
  var month: Int?

  func validate() throws {
    if let month, !(1...12).contains(month) {
      throw ValidationError(
        HelpWords.text(vi: "--month là số từ 1 đến 12.", en: "--month is a number from 1 to 12."))
    }
  }

  func run() throws {
    if let from = rest.from { return try replan(from: from) }
    let (_, year) = try plan.planned(common)
    guard let plan = year.plan, let schedule = year.schedule else {
      if json {
        try common.show(year.findings, json: true)
      } else {
        common.tell(year.findings)
      }
      return try common.end(year.findings)
    }
    if let out { try OutputFolder.write(out, AllocationReport.csv(plan: plan, schedule: schedule)) }
    if json {
      try Terminal.show(
        AllocationReport.json(
          plan: plan, schedule: schedule, findings: year.findings, language: common.language), for: .program)
    } else {
      try Terminal.show(AllocationReport.text(plan: plan, schedule: schedule, language: common.language))
      if let month {
        try Terminal.show(
          AllocationReport.gridText(plan: plan, schedule: schedule, month: month, language: common.language))
      }
      common.tell(year.findings)
    }
    try common.end(year.findings)
  }

  /// Plans the rest of the year anew.
  private func replan(from: CivilDay) throws {
    let year = try rest.replanned(plan, from: from, common)
    guard let plan = year.plan, let replan = year.replan else {
      if let plan = year.plan, !plan.days.contains(from) { throw ReplanOptions.dayOutside(from, plan) }
      if json {
        try common.show(year.findings, json: true)
      } else {
        common.tell(year.findings)
      }
      return try common.end(year.findings)
    }
    if let out { try OutputFolder.write(out, AllocationReport.csv(plan: plan, schedule: replan.schedule)) }
    if json {
      try Terminal.show(
        AllocationReport.json(
          plan: plan, schedule: replan.schedule, replan: replan, findings: year.findings,
          language: common.language), for: .program)
    } else {
      try Terminal.show(ReplanReport.text(plan: plan, replan: replan, language: common.language))
      if let month {
        try Terminal.show(
          AllocationReport.gridText(
            plan: plan, schedule: replan.schedule, month: month, language: common.language))
      }
      common.tell(year.findings)
    }
    try common.end(year.findings)
  }
}
