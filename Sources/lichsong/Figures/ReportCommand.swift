import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: HelpWords.text(vi: "Báo cáo kế hoạch và thực hiện.", en: "Report planned against aired."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var logs: LogOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var paper: PaperOptions
  @OptionGroup var reported: PeriodOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thư mục kế hoạch năm trước, để so cùng kỳ.",
        en: "The folder of last year's plan, to compare the same period."), valueName: "folder"))
  var compare: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Giải trình một chỉ tiêu: mọi dòng nhật ký, được đếm hay không và vì sao (text hoặc json).",
        en: "Explain one line: every row of the logs, counted or not, and why (text or json)."),
      valueName: "line"))
  var explain: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dạng: text, csv, json, html, xlsx, docx, pdf; mặc định theo đuôi của --out.",
        en: "text, csv, json, html, xlsx, docx or pdf; by default what the ending of --out says.")))
  var format: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi vào tệp này thay vì in ra.", en: "Write to this file instead of printing."),
      valueName: "file"))
  var out: String?

  private var form: OutputForm {
    get throws {
      try OutputForm.asked(format, out: out, of: [.text, .csv, .json, .html, .xlsx, .docx, .pdf])
    }
  }

  func validate() throws {
    let form = try form
    if explain != nil, ![.text, .json].contains(form) {
      throw ValidationError(
        HelpWords.text(
          vi: "--explain chỉ có dạng text và json.", en: "--explain has the formats text and json."))
    }
    if reported.period != nil, let layout = paper.layout, [.grid, .tasks].contains(layout) {
      throw ValidationError(
        HelpWords.text(
          vi:
            "--layout \(layout.rawValue) lấy theo tuần, không theo kỳ báo cáo: ghi --week NGÀY thay cho --period.",
          en:
            "--layout \(layout.rawValue) is of a week and no reporting period: write --week DATE in place of --period."
        ))
    }
    let forms: [OutputForm] = [.text, .html, .docx, .pdf] + (paper.layout == .annex ? [.xlsx] : [])
    if paper.layout != nil, !forms.contains(form) {
      throw ValidationError(
        HelpWords.text(
          vi: "--layout dùng với --format text, html, docx hoặc pdf; annex có cả xlsx.",
          en: "--layout is for --format text, html, docx or pdf; annex is for xlsx, too."))
    }
  }

  func run() throws {
    var (_, year) = try plan.opened(try logs.terms())
    let (plan, planned) = try self.plan.scheduled(&year, common)
    let period = try reported.reported(of: plan)
    let declared = year.declaredCount(in: period)
    year.dropTexts()
    _ = year.asRun()
    year.dropTexts()
    if let explain { return try tell(explain, year, period, year.planFindings + planned.findings) }
    guard
      let (tally, doubts) = year.tally(period, against: reported.against, yearBefore: try yearBefore(period)),
      let (coverage, uncovered) = year.coverage()
    else { preconditionFailure("a year with a plan and a schedule can be counted") }
    let held = year.held()
    let closed = logs.isWhole && held != nil ? year.closeFindings(tally) : []
    let findings =
      ((year.planFindings + planned.findings + uncovered).inFileOrder + (held?.findings ?? [])
      + (year.publishedFigures()?.findings ?? []) + doubts + closed).withoutRepeats
    let input = TallyReport.Input(
      plan: plan, tally: tally, coverage: coverage, findings: findings, schedule: planned.schedule,
      reconciled: held?.reconciled, declared: declared)
    let form = try form
    try render(input, as: form, today: year.local(.nowUTC).day).deliver(as: form, to: out)
    // The text and the page end with them.
    if form == .csv || form.isBinary { common.tell(findings) }
    try common.end(findings)
  }

  /// Every row of one line.
  private func tell(
    _ line: String, _ year: consuming StationYear, _ period: ReportingPeriod, _ findings: [Finding]
  ) throws {
    guard let plan = year.plan else { return }
    guard let rules = year.explain(line, period: period, against: reported.against),
      let planLine = plan.line(line)
    else {
      let ids = plan.lines.filter { !$0.isEmbedded }.map(\.id).joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "Kế hoạch không có chỉ tiêu “\(line)” để đếm; các chỉ tiêu: \(ids).",
          en: "The plan has no line “\(line)” to count; its lines are \(ids)."))
    }
    let held = year.held()
    let asOf = held?.reconciled.asOf
    let text =
      try form == .json
      ? ExplainReport.json(
        rules, line: planLine, plan: plan, period: period, asOf: asOf, coverage: held?.reconciled.coverage,
        language: common.language)
      : ExplainReport.text(
        rules, line: planLine, plan: plan, period: period, asOf: asOf, coverage: held?.reconciled.coverage,
        language: common.language,
        width: common.width(to: out))
    try Terminal.deliver(text, for: try form == .json ? .program : .person, to: out)
    let told = (findings + (held?.findings ?? [])).withoutRepeats
    common.tell(told)
    try common.end(told)
  }

  /// The same period of the year before, from its plan's folder.
  private func yearBefore(_ period: ReportingPeriod) throws -> YearBefore? {
    guard let compare else { return nil }
    guard let before = period.yearBefore else {
      throw ValidationError(
        HelpWords.text(
          vi: "Đợt “\(period)” không có cùng kỳ năm trước.",
          en: "The stretch “\(period)” has no same period in the year before."))
    }
    var year = try PlanFolder.open(compare).year()
    guard let plan = year.plan, year.schedule() != nil else {
      common.tell(year.planFindings + year.scheduleFaults)
      throw ExitCode(1)
    }
    guard plan.year == before.year else {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(compare)” là kế hoạch năm \(plan.year); cùng kỳ năm trước là \(before.name.vi).",
          en: "“\(compare)” is a plan for \(plan.year); the same period last year is \(before.name.en)."))
    }
    guard let (tally, _) = year.tally(before) else { return nil }
    return YearBefore(plan: plan, tally: tally)
  }

  private func render(_ input: TallyReport.Input, as form: OutputForm, today: CivilDay) throws
    -> OutputFile.Content
  {
    let language = common.language
    if let layout = paper.layout ?? ([.docx, .pdf].contains(form) ? .result : nil) {
      return try TallyReport.paper(
        input, layout: layout, terms: try paper.terms(for: input.plan, today: today), language: language
      ).content(as: form, common, out: out)
    }
    return switch form {
    case .csv: .text(TallyReport.csv(input, language: language))
    case .json: .text(TallyReport.json(input, language: language))
    case .html: .text(TallyReport.html(input, language: language))
    case .xlsx: .workbook(TallyReport.workbook(input, language: language))
    default: .text(TallyReport.text(input, language: language, width: common.width(to: out)))
    }
  }
}
