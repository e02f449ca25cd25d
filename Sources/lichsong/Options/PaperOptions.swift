public import ArgumentParser
import Console
public import Reports
import ScheduleModel

extension Paper.Layout: ExpressibleByArgument {}

/// What a report as an official paper needs on the command line.
struct PaperOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Mẫu văn bản: result (bảng kết quả), annex (phụ lục kế hoạch), schedule (lịch phát sóng); docx, pdf lấy "
          + "result nếu bỏ qua.",
        en:
          "The official layout: result (table of results), annex (of the plan), schedule (of broadcasts); docx and "
          + "pdf take result when left out.")))
  var layout: Paper.Layout?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Số của văn bản, ví dụ 12/BC-SNV.", en: "The paper's number, such as 12/BC-SNV.")))
  var number: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ngày của văn bản.", en: "The paper's date."), valueName: "date"),
    transform: PaperOptions.day)
  var dated: CivilDay?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Lịch phát sóng của tuần có ngày này, thay cho kỳ báo cáo.",
        en: "A broadcast schedule of the week with this day, instead of the period."), valueName: "date"),
    transform: PaperOptions.day)
  var week: CivilDay?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Lịch phát sóng của một kênh.", en: "A broadcast schedule of one outlet."),
      valueName: "id"))
  var outlet: String?

  func validate() throws {
    if layout != .schedule, week != nil || outlet != nil {
      throw ValidationError(
        HelpWords.text(
          vi: "--week và --outlet chỉ dùng với --layout schedule.",
          en: "--week and --outlet are for --layout schedule."))
    }
  }

  /// The terms of the paper; the outlet must be one of the plan's.
  func terms(for plan: Plan) throws -> PaperTerms {
    if let outlet, plan.outlet(outlet) == nil {
      let ids = plan.outlets.map(\.id).joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "Kế hoạch không có kênh “\(outlet)”; các kênh: \(ids).",
          en: "The plan has no outlet “\(outlet)”; the outlets are \(ids)."))
    }
    let monday = week.map { $0.advanced(by: 1 - $0.weekday) }
    return PaperTerms(
      number: number, date: dated, days: monday.map { $0..<$0.advanced(by: 7) }, outlet: outlet)
  }

  private static func day(_ text: String) throws -> CivilDay {
    guard let day = CivilDay(iso: text) else {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(text)” không phải ngày; viết 2018-12-31.", en: "“\(text)” is not a day; write 2018-12-31."))
    }
    return day
  }
}
