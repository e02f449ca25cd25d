import ArgumentParser
import Planning
import Reports
import ScheduleModel
import StationFolder

struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: HelpWords.text(
        vi: "Ghi nhật ký phát sóng vào sổ (thư mục ledger của kế hoạch); chỉ thêm, không sửa, không xóa.",
        en: "Record logs in the plan's ledger, which only grows: nothing is changed or removed."))
  }

  @OptionGroup var plan: PlanArgument
  @Argument(help: ArgumentHelp(HelpWords.text(vi: "Các tệp nhật ký.", en: "The logs."), valueName: "file"))
  var files: [String]
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chỉ cho xem sẽ hiểu thế nào; không ghi gì.", en: "Show how it is understood; write nothing.")))
  var preview = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Người nhập; bắt buộc khi đính chính.", en: "Who imports; needed for corrections."),
      valueName: "name"))
  var author: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thời điểm ghi vào sổ; mặc định là bây giờ.", en: "When it is recorded; now by default."),
      valueName: "date-time"), transform: LocalTime.argument)
  var at: LocalTime?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Độ tin cậy của dòng không tự ghi: memory, statement, signed-sheet, automation.",
        en: "How far rows that do not say it can be relied on: memory, statement, signed-sheet, automation."))
  )
  var trust: AsRunEntry.Trust?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Cách đọc đã lưu trong as-run/mappings.yaml.", en: "A mapping saved in as-run/mappings.yaml."),
      valueName: "name"))
  var map: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dạng nhật ký, nếu nhận nhầm: \(ImportPipeline.forms.joined(separator: ", ")).",
        en: "The form, if it is taken for another: \(ImportPipeline.forms.joined(separator: ", "))."),
      valueName: "form"),
    transform: { try Self.one(of: ImportPipeline.forms, $0) })
  var format: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Bảng mã: \(ImportPipeline.encodings.joined(separator: ", ")).",
        en: "The encoding: \(ImportPipeline.encodings.joined(separator: ", "))."), valueName: "name"),
    transform: { try Self.one(of: ImportPipeline.encodings, $0) })
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Kênh của dòng không ghi kênh.", en: "The outlet of rows that name none."),
      valueName: "id"))
  var outlet: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ngày của dòng không ghi ngày.", en: "The day of rows that name none."),
      valueName: "date"), transform: LogOptions.day)
  var day: CivilDay?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = try PlanFolder.open(plan.path)
    let logs = try files.map(InputFile.readNamed)
    var request = ImportPipeline.Request(recorded: at ?? .now, author: author)
    request.trust = trust
    request.isPreview = preview
    (request.map, request.form, request.encoding) = (map, format, encoding)
    (request.outlet, request.day) = (outlet, day)
    let outcome = try Terminal.working(
      Words(vi: "Đang đọc nhật ký…", en: "Reading the logs…"), in: common.language
    ) { try ImportPipeline.run(folder, files: logs, request) }
    try Terminal.show(ImportReport.text(outcome.files, isPreview: preview, language: common.language))
    common.tell(outcome.findings, from: .info)
    try common.end(outcome.findings)
  }

  private static func one(of names: [String], _ text: String) throws -> String {
    guard names.contains(text) else {
      let list = names.joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "không có “\(text)”; viết một trong: \(list).",
          en: "There is no “\(text)”; write one of \(list)."))
    }
    return text
  }
}
