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
          "Mẫu văn bản: result (bảng kết quả), annex (phụ lục kế hoạch), months (theo tháng), schedule (lịch phát sóng), "
          + "grid (lưới một tuần), tasks (việc cần làm trong hai tuần); docx, pdf lấy result nếu bỏ qua.",
        en:
          "The layout: result (table of results), annex (of the plan), months (lines by month), schedule (of broadcasts), "
          + "grid (a week by outlet and hour), tasks (work to do in two weeks); docx and pdf take result when left out."
      )))
  var layout: Paper.Layout?
  @OptionGroup var letter: LetterOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Lịch phát sóng của tuần có ngày này, thay cho kỳ báo cáo; việc cần làm trong tuần này và tuần sau.",
        en:
          "A broadcast schedule of the week with this day, instead of the period; work to do in it and the next week."
      ), valueName: "date"),
    transform: LogOptions.day)
  var week: CivilDay?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Lịch phát sóng hoặc việc cần làm của một kênh.",
        en: "A broadcast schedule or work to do of one outlet."),
      valueName: "id"))
  var outlet: String?

  func validate() throws {
    if layout.map({ [.result, .annex, .months].contains($0) }) ?? true, week != nil || outlet != nil {
      throw ValidationError(
        HelpWords.text(
          vi: "--week và --outlet chỉ dùng với --layout schedule, grid hoặc tasks.",
          en: "--week and --outlet are for --layout schedule, grid or tasks."))
    }
  }

  /// The terms of the paper; the outlet must be one of the plan's.
  ///
  /// - Parameter today: The day on the station's clock; a grid is for its week, a list of work for its week and the next one.
  func terms(for plan: Plan, today: CivilDay) throws -> PaperTerms {
    if let outlet, plan.outlet(outlet) == nil {
      let ids = plan.outlets.map(\.id).joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "Kế hoạch không có kênh “\(outlet)”; các kênh: \(ids).",
          en: "The plan has no outlet “\(outlet)”; the outlets are \(ids)."))
    }
    let day = layout == .schedule ? week : week ?? today
    let monday = day.map { $0.advanced(by: 1 - $0.weekday) }
    let count = layout == .tasks ? 14 : 7
    return PaperTerms(
      number: letter.number, date: letter.dated, days: monday.map { $0..<$0.advanced(by: count) },
      outlet: outlet)
  }
}
