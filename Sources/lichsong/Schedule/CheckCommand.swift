import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: HelpWords.text(
        vi: "Nêu mọi lỗi và điểm cần xem lại trong kế hoạch, hoặc trong một tệp lịch (.ics, .ifb).",
        en: "Tell everything wrong or doubtful in a plan, or in a calendar (.ics, .ifb)."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Xem dự thảo như vào thời điểm này; những ngày trước đó đã qua. Mặc định là bây giờ.",
        en: "Check the draft as at this time; what lies before it is past. Now by default."),
      valueName: "date-time"),
    transform: LocalTime.argument)
  var at: LocalTime?

  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Ghi lại trong plan.yaml theo cách viết của bảng khóa những gì viết khác mà vẫn hiểu (truyền hình, 08/01/2027, "
          + "thứ Năm hằng tuần); cho xem chỗ khác trước.",
        en:
          "Write in plan.yaml as the reference does what is understood and written otherwise (truyền hình, 08/01/2027, thứ "
          + "Năm hằng tuần); the difference is shown first.")))
  var fix = false

  private var isCalendar: Bool { plan.path.lowercased().hasSuffix(".ics") }

  func validate() throws {
    if at != nil, isCalendar {
      throw ValidationError(
        HelpWords.text(
          vi: "--at chỉ dùng khi kiểm tra kế hoạch, không dùng với tệp lịch .ics.",
          en: "--at is for checking a plan, not a calendar (.ics)."))
    }
    if fix, isCalendar || json {
      throw ValidationError(
        HelpWords.text(
          vi: "--fix chỉ dùng khi kiểm tra kế hoạch, không đi cùng --json.",
          en: "--fix is for checking a plan, and does not go with --json."))
    }
  }

  func run() throws {
    // .ifb holds busy times (RFC 5545 §8.1); .vcs is an older form, which is told apart and refused.
    let isCalendar = [".ics", ".ifb", ".vcs"].contains { plan.path.lowercased().hasSuffix($0) }
    if fix { try respell() }
    let findings = try isCalendar ? PlanningPipeline.checkCalendar(InputFile.readNamed(plan.path)) : ofPlan()
    try common.show(findings, json: json)
    try common.end(findings)
  }

  /// Writes what is understood as the reference writes it.
  private func respell() throws {
    let folder = try PlanFolder.open(plan.path)
    let file = try folder.files(withLogs: false).plan
    let bytes = PlanSpelling.respelled(file)
    guard bytes != file.bytes else {
      return try Terminal.say(
        Words(
          vi: "\(file.name): không có gì cần viết lại.\n",
          en: "\(file.name): nothing is to be written otherwise.\n")[
            common.language])
    }
    try PlanRewriting(folder: folder, file: file, bytes: bytes, common: common).write()
    try Terminal.say("")
  }

  /// Those of the plan, of the Book, of the draft, and of the published figures.
  private func ofPlan() throws -> [Finding] {
    let (_, year) = try plan.opened()
    var findings = year.planFindings
    if !findings.hasErrors {
      let planned = Terminal.working(Words(vi: "Đang xếp lịch…", en: "Scheduling…"), in: common.language) {
        [year, at] in
        var year = year
        return year.checked(today: year.utc(at))
      }
      findings = (findings + planned).withoutRepeats.inFileOrder
    }
    return findings + (year.publishedFigures()?.findings ?? [])
  }
}
