import ArgumentParser
import Console
import Planning
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
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "In cả các con số chứng minh lịch tốt đến đâu.",
        en: "Also print the figures that prove how good the schedule is.")))
  var explain = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi các lượt phát vào tệp CSV này.", en: "Write the placements to this CSV file."),
      valueName: "file"))
  var out: String?
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Ghi dự thảo đầu năm (draft.csv) vào thư mục kế hoạch để sửa trước khi phát hành; --from luôn ghi dự thảo.",
        en:
          "Write the year's first draft (draft.csv) into the plan's folder, to be edited before it is published; "
          + "--from always writes one.")))
  var draft = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "In thêm lịch phát sóng của tháng này (1–12, hoặc 2026-07).",
        en: "Also print the broadcast schedule of this month (1–12, or 2026-07).")))
  var month: String?

  func validate() throws {
    _ = try OutputForm.asked(nil, out: out, of: [.csv])
    if let month, !(Int(month).map((1...12).contains) ?? (month.wholeMatch(of: /[0-9]{4}-[0-9]{2}/) != nil)) {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(month)” không phải tháng; --month là số từ 1 đến 12, hoặc tháng như 2026-07.",
          en: "“\(month)” is no month; --month is a number from 1 to 12, or a month such as 2026-07."))
    }
  }

  /// The place of the month that is asked for among those of a plan; `nil` when none is.
  private func place(of plan: Plan) throws -> Int? {
    guard let month else { return nil }
    let run = plan.months
    let places = run.index(named: month).map { [$0] } ?? Int(month).map(run.indices(ofMonth:)) ?? []
    if places.count == 1 { return places[0] }
    let names = (places.isEmpty ? run.names : places.map(run.name(of:))).joined(separator: ", ")
    throw ValidationError(
      places.isEmpty
        ? HelpWords.text(
          vi: "Kế hoạch không có tháng \(month); có: \(names).",
          en: "The plan has no month \(month); there are \(names).")
        : HelpWords.text(
          vi: "Kế hoạch có nhiều tháng \(month); viết rõ: \(names).",
          en: "The plan has several months \(month); write which: \(names)."))
  }

  func run() throws {
    var (folder, year) = try plan.opened(try rest.terms())
    if let from = rest.from { return try replan(folder, year, from: from) }
    if year.book.isPublished, rest.published == nil {
      if !draft, out != nil || month != nil { return try showPublished(&year) }
      let example = "--from \(year.plan?.year ?? 2018)-07-01"
      throw ValidationError(
        HelpWords.text(
          vi:
            "Lịch năm này đã phát hành. Xem lịch đã phát hành: thêm --month 7, hoặc --out TỆP.csv. Xếp lại phần còn lại: "
            + "thêm --from và ngày đầu tiên, ví dụ \(example).",
          en:
            "The schedule of this year is published. To see it, add --month 7, or --out FILE.csv. To plan the rest anew, add "
            + "--from and its first day, such as \(example)."
        ))
    }
    if draft {
      let lost = year.findingsOfFirstDraft()
      if lost.hasErrors {
        if json { try common.show(lost, json: true) } else { common.tell(lost) }
        return try common.end(lost)
      }
    }
    year = try folder.year().withoutDraft()
    guard year.plan != nil, !year.planFindings.hasErrors else {
      if json {
        try common.show(year.planFindings, json: true)
      } else {
        common.tell(year.planFindings)
      }
      return try common.end(year.planFindings)
    }
    let (plan, planned) = try self.plan.scheduled(&year, common)
    let schedule = planned.schedule
    let findings =
      (year.planFindings + planned.findings + (year.coverage()?.findings ?? [])).withoutRepeats.inFileOrder
    if let out { try OutputFolder.write(out, AllocationReport.csv(plan: plan, schedule: schedule)) }
    if json {
      try Terminal.show(
        AllocationReport.json(
          plan: plan, schedule: schedule, findings: findings, language: common.language),
        for: .program)
    } else {
      try Terminal.show(
        AllocationReport.text(
          plan: plan, schedule: schedule, language: common.language, explained: explain, width: common.width))
      if let month = try place(of: plan) {
        try Terminal.show(
          AllocationReport.gridText(
            plan: plan, schedule: schedule, month: month, language: common.language, width: common.width))
      }
      common.tell(findings)
    }
    if draft, let made = year.firstDraft() { try write(made, to: folder, plan, unless: findings) }
    try common.end(findings)
  }

  /// Shows what was published, as a table in a file or a month of it; nothing is planned.
  private func showPublished(_ year: inout StationYear) throws {
    let (plan, held) = try self.plan.scheduled(&year, common)
    if let out { try OutputFolder.write(out, AllocationReport.csv(plan: plan, schedule: held.schedule)) }
    if let month = try place(of: plan) {
      try Terminal.show(
        AllocationReport.gridText(
          plan: plan, schedule: held.schedule, month: month, language: common.language, width: common.width))
    }
    Terminal.complain(
      HelpWords.text(
        vi: "Đây là lịch đã phát hành; không xếp lại gì.",
        en: "This is the published schedule; nothing was planned anew."))
    try common.end(year.planFindings)
  }

  /// Plans the rest of the year anew.
  private func replan(_ folder: PlanFolder, _ year: StationYear, from: CivilDay) throws {
    let slack = rest.thousandths
    let (replanned, faults) = Terminal.working(
      Words(vi: "Đang xếp lại…", en: "Planning anew…"), in: common.language
    ) {
      var year = year
      return (year.replan(from: from, slack: slack), year.planFindings + year.scheduleFaults)
    }
    guard let plan = year.plan, let replanned else {
      if let plan = year.plan, !plan.days.contains(from) { throw ReplanOptions.dayOutside(from, plan) }
      if json {
        try common.show(faults, json: true)
      } else {
        common.tell(faults)
      }
      return try common.end(faults)
    }
    let (replan, findings) = (replanned.replan, replanned.findings)
    let schedule = replanned.schedule
    if let out { try OutputFolder.write(out, AllocationReport.csv(plan: plan, schedule: schedule)) }
    if json {
      try Terminal.show(
        AllocationReport.json(
          plan: plan, schedule: schedule, replan: replan, findings: findings,
          language: common.language),
        for: .program)
    } else {
      try Terminal.show(
        ReplanReport.text(
          plan: plan, replan: replan, rowsToPublish: replanned.draft.rows.count, language: common.language,
          explained: explain, width: common.width))
      if let month = try place(of: plan) {
        try Terminal.show(
          AllocationReport.gridText(
            plan: plan, schedule: schedule, month: month, language: common.language, width: common.width))
      }
      common.tell(findings)
    }
    // A table or logs that take the place of the Book's make a trial, not a draft to publish.
    if !rest.isTrial {
      var published = year
      try write(
        replanned.draft, to: folder, plan, unless: findings,
        changesNothing: published.isPublishedAsPlanned(replanned.draft))
    }
    try common.end(findings)
  }

  /// Writes the draft, which is published next unless it is edited first.
  ///
  /// One that falls short is a draft all the same, as a first publication may fall short: the rest has its place. With
  /// other errors none is written, and that is said.
  ///
  /// - Parameter changesNothing: Whether it is what is published already, so that there is nothing to publish yet.
  private func write(
    _ draft: ScheduleDraft, to folder: PlanFolder, _ plan: Plan, unless findings: [Finding],
    changesNothing: Bool = false
  ) throws {
    guard !findings.contains(where: { $0.severity == .error && $0.code != .quotaNotMet }) else {
      return Terminal.complain(
        HelpWords.text(
          vi: "Chưa ghi dự thảo, vì các lỗi nêu trên.",
          en: "No draft was written, because of the errors above."))
    }
    guard !folder.isAlone else { return }
    let path = try folder.write(draft.table(plan), base: draft.base.text)
    guard !changesNothing else {
      return Terminal.complain(
        HelpWords.text(
          vi:
            "Dự thảo: \(path). Xếp lại không đổi gì so với lịch đã phát hành; chỉ phát hành khi đã sửa dự thảo hoặc kế hoạch.",
          en:
            "Draft: \(path). Planning anew changes nothing of what is published; publish it only once the draft or the plan is "
            + "changed."))
    }
    Terminal.complain(
      HelpWords.text(
        vi: "Dự thảo: \(path). Xem, sửa nếu cần, rồi phát hành: lichsong publish KẾ-HOẠCH --by \"HỌ TÊN\".",
        en:
          "Draft: \(path). Look at it, edit it if need be, then publish: lichsong publish PLAN --by \"NAME\"."
      ))
  }
}
