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
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dạng: text, json, csv, html, xlsx, docx, pdf; mặc định theo đuôi của --out.",
        en: "text, json, csv, html, xlsx, docx or pdf; by default what the ending of --out says.")))
  var format: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi vào tệp này thay vì in ra.", en: "Write to this file instead of printing."),
      valueName: "file"))
  var out: String?
  @OptionGroup var letter: LetterOptions
  @OptionGroup var common: CommonOptions

  private var form: OutputForm {
    get throws {
      try OutputForm.asked(
        json ? format ?? "json" : format, out: out, of: [.text, .json, .csv, .html, .xlsx, .docx, .pdf])
    }
  }

  func validate() throws {
    let form = try form
    if json, form != .json {
      throw ValidationError(
        HelpWords.text(
          vi: "--json và --format \(form) không đi cùng nhau.",
          en: "--json and --format \(form) do not go together."
        ))
    }
  }

  func run() throws {
    let form = try form
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
    let language = common.language
    let content: OutputFile.Content =
      switch form {
      case .text:
        .text(HistoryReport.text(history, plan: plan, language: language, width: common.width(to: out)))
      case .json: .text(HistoryReport.json(history, plan: plan, language: language))
      case .csv: .text(HistoryReport.csv(history, plan: plan))
      case .xlsx: .workbook(HistoryReport.workbook(history, plan: plan, language: language))
      default:
        try HistoryReport.paper(history, period: period, plan: plan, terms: letter.terms, language: language)
          .content(as: form, common, out: out)
      }
    try content.deliver(as: form, to: out)
    common.tell(year.planFindings)
    common.tell(year.joinFindings(on: since), from: .info)
    try common.end(year.planFindings)
  }
}
