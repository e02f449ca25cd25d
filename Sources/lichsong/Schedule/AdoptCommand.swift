public import ArgumentParser
import Console
import Foundation
import Planning
import Reports
import ScheduleModel
public import StationFolder

extension AdoptionPipeline.Aim: ExpressibleByArgument {}

struct AdoptCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "adopt",
      abstract: HelpWords.text(
        vi:
          "Đọc lịch .ics có sẵn của đài (Google, Outlook…) thành khung giờ, ngày nghỉ hoặc ngày cố định của kế hoạch.",
        en:
          "Read a station's calendar (.ics of Google, Outlook …) into grid lines, blackouts or pins of a plan."
      ))
  }

  @Argument(
    help: ArgumentHelp(HelpWords.text(vi: "Tệp lịch .ics.", en: "A calendar (.ics)."), valueName: "file"))
  var path: String
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thành gì: khung giờ (grid), ngày nghỉ (blackouts) hay ngày cố định (pins).",
        en: "What it becomes: openings (grid), days without output (blackouts), or fixed days (pins).")))
  var aim: AdoptionPipeline.Aim
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Mã kênh có lịch này.", en: "The id of the outlet whose calendar it is."),
      valueName: "id"))
  var outlet: String?
  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Kế hoạch sẽ nhận kết quả: cho biết năm, múi giờ, khung giờ và chỉ tiêu.",
        en: "The plan that it is for: it tells year, zone, openings and lines."), valueName: "plan"))
  var planPath: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Năm, khi chưa có kế hoạch.", en: "The year, when there is no plan yet.")))
  var year: Int?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ghi vào tệp YAML này; nếu bỏ qua thì in ra.",
        en: "Write to this YAML file; printed when left out."),
      valueName: "file"))
  var out: String?
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Sự kiện cả ngày ghi là rảnh cũng thành ngày nghỉ (với --as blackouts).",
        en: "Whole days that are marked as free close too (with --as blackouts).")))
  var closeFreeDays = false
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    _ = try OutputForm.asked(nil, out: out, of: [.yaml])
    if let year, !(2000...2100).contains(year) {
      throw ValidationError(
        HelpWords.text(vi: "--year là năm từ 2000 đến 2100.", en: "--year is a year from 2000 to 2100."))
    }
    guard (planPath == nil) != (year == nil) else {
      throw ValidationError(
        HelpWords.text(
          vi: "Ghi --plan, hoặc --year khi chưa có kế hoạch.",
          en: "Give --plan, or --year when there is no plan yet."))
    }
    if aim == .pins, planPath == nil {
      throw ValidationError(HelpWords.text(vi: "--as pins cần --plan.", en: "--as pins needs --plan."))
    }
    if closeFreeDays, aim != .blackouts {
      throw ValidationError(
        HelpWords.text(
          vi: "--close-free-days đi với --as blackouts.", en: "--close-free-days goes with --as blackouts."))
    }
    if aim == .grid, outlet == nil {
      throw ValidationError(HelpWords.text(vi: "--as grid cần --outlet.", en: "--as grid needs --outlet."))
    }
    if let outlet,
      outlet.isEmpty || !outlet.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(outlet)” không phải mã: chỉ chữ a–z, số và dấu gạch nối.",
          en: "“\(outlet)” is no id: letters a–z, digits and hyphens only."))
    }
  }

  func run() throws {
    var plan: Plan?
    if let planPath {
      let (read, findings) = AdoptionPipeline.plan(try PlanFolder.open(planPath).files(withLogs: false).plan)
      guard let read else {
        common.tell(findings)
        return try common.end(findings)
      }
      plan = read
    }
    if let outlet, let plan, plan.outlet(outlet) == nil {
      let ids = plan.outlets.map(\.id).joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "kế hoạch không có kênh “\(outlet)”; các kênh: \(ids).",
          en: "The plan has no outlet “\(outlet)”; the outlets are \(ids)."))
    }
    let request = AdoptionPipeline.Request(
      file: path, aim: aim, outlet: outlet, plan: plan, year: CivilDay.year(year ?? 2000),
      closesFreeDays: closeFreeDays)
    let outcome = try Terminal.working(
      Words(vi: "Đang đọc lịch…", en: "Reading the calendar…"), in: common.language
    ) { try AdoptionPipeline.run(request, program: "/proc/self/exe", command: ReadCalendarCommand.name) }
    if json {
      try Terminal.show(outcome.parts.json(outcome.findings, language: common.language), for: .program)
    } else {
      common.tell(outcome.findings, from: .info)
    }
    if let text = outcome.text {
      if out != nil || !json { try Terminal.deliver(text, for: .program, to: out) }
    } else if !json {
      Terminal.complain(
        Words(
          vi: "Không có gì trong lịch thành \(aim.rawValue) được.",
          en: "Nothing of the calendar became \(aim.rawValue).")[
            common.language])
    }
    try common.end(outcome.findings)
  }
}
