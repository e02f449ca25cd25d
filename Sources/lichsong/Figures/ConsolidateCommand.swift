import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct ConsolidateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "consolidate",
      abstract: HelpWords.text(
        vi: "Tổng hợp số liệu các đơn vị cấp dưới báo cáo (thư mục declared) với số đếm theo nhật ký.",
        en: "Add what lower units declare (the folder declared) to what the logs count."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var reported: PeriodOptions
  @OptionGroup var logs: LogOptions
  @OptionGroup var common: CommonOptions
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tệp số liệu kê khai (CSV, XLSX); nếu bỏ qua thì lấy thư mục declared của kế hoạch.",
        en: "Declared figures (CSV, XLSX); the plan folder's declared when left out."), valueName: "file"))
  var declared: [String] = []
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chỉ xem một đơn vị hoặc một chỉ tiêu: mọi dòng, được cộng hay không và vì sao.",
        en: "Only one unit or line: every row, added or not, and why."), valueName: "id"))
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
  @OptionGroup var letter: LetterOptions

  private var form: OutputForm {
    get throws {
      try OutputForm.asked(format, out: out, of: [.text, .csv, .json, .html, .xlsx, .docx, .pdf])
    }
  }

  func validate() throws {
    if explain != nil, ![.text, .json].contains(try form) {
      throw ValidationError(
        HelpWords.text(
          vi: "--explain chỉ có dạng text và json.", en: "--explain has the formats text and json."))
    }
  }

  func run() throws {
    let form = try form
    let folder = try PlanFolder.open(plan.path)
    var files = try folder.files()
    if !declared.isEmpty { files.declared = try declared.map(InputFile.readNamed) }
    var year = StationYear(
      declared.isEmpty ? try folder.recorded() : try folder.recorded().without(.declared), files,
      terms: try logs.terms())
    let (plan, _) = try self.plan.scheduled(&year, common)
    if let explain, plan.unit(explain) == nil, plan.line(explain) == nil {
      let ids = (plan.units.map(\.id) + plan.lines.map(\.id)).joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "Kế hoạch không có đơn vị hay chỉ tiêu “\(explain)”; có: \(ids).",
          en: "The plan has no unit or line “\(explain)”; there are \(ids)."))
    }
    let period = try reported.reported(of: plan)
    guard let input = year.consolidation(of: period, against: reported.against, explained: explain) else {
      throw ValidationError(
        HelpWords.text(
          vi:
            "Chưa có số liệu kê khai nào: đặt tệp CSV hoặc XLSX vào thư mục declared của kế hoạch, hoặc thêm --declared TỆP.csv.",
          en:
            "Nothing is declared: put CSV files or spreadsheets into the plan folder's declared, or add --declared FILE.csv."
        )
      )
    }
    let findings = input.findings
    let language = common.language
    if ![.text, .csv, .json].contains(form), findings.hasErrors {
      // What is signed must not leave out a figure that could not be read.
      common.tell(findings)
      Terminal.complain(
        HelpWords.text(
          vi: "Chưa lập văn bản tổng hợp: còn lỗi ở trên. Xem số liệu đã đọc được: bỏ --out.",
          en:
            "No consolidated paper was made: there are errors, see above. To see what was read, leave out --out."
        ))
      throw ExitCode(1)
    }
    let content: OutputFile.Content =
      switch form {
      case .text:
        .text(ConsolidationReport.text(input, language: language, width: common.width(to: out)))
      case .csv: .text(ConsolidationReport.csv(input))
      case .json: .text(ConsolidationReport.json(input, language: language))
      case .xlsx: .workbook(ConsolidationReport.workbook(input, language: language))
      default:
        try ConsolidationReport.paper(input, terms: letter.terms, language: language)
          .content(as: form, common, out: out)
      }
    try content.deliver(as: form, to: out)
    common.tell(findings)
    try common.end(findings)
  }
}
