import ArgumentParser
import Console
import Foundation
import Planning
import Reports
import ScheduleModel
import StationFolder

struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: HelpWords.text(
        vi:
          "Bắt đầu một kế hoạch (mẫu trống, từ phụ lục đã ký, từ thư mục năm trước), hoặc lập biểu mẫu số liệu để gửi đi.",
        en:
          "Begin a plan (a blank one, from a signed annex, from last year's folder), or make forms to send out."
      ))
  }

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "Thư mục của kế hoạch mới.", en: "The folder of the new plan."), valueName: "folder")
  )
  var folder: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Phụ lục của kế hoạch đã ký (.xlsx, .docx, .csv): mỗi dòng thành một chỉ tiêu.",
        en: "The annex of a signed plan (.xlsx, .docx, .csv): each row becomes a line."), valueName: "file"))
  var annex: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Bảng thứ mấy của phụ lục, khi có nhiều bảng.",
        en: "Which table of the annex, where it has several."),
      valueName: "number"))
  var table: Int?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thư mục kế hoạch năm trước: dời ngày, thay đơn vị kế thừa, ghi kết quả bên cạnh.",
        en: "Last year's folder: days moved, successors applied, results beside."), valueName: "folder"))
  var after: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Năm; mặc định là năm nay, năm sau của --after, hoặc năm ghi trong --annex.",
        en: "The year; by default this one, the one after that of --after, or the one that --annex names.")))
  var year: Int?
  @Option(help: ArgumentHelp(HelpWords.text(vi: "Tên kế hoạch.", en: "The plan's title."), valueName: "text"))
  var title: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Lập biểu mẫu cho các đơn vị của kế hoạch này: chỉ tiêu và kỳ đã điền sẵn, chỉ mở những ô cần điền.",
        en:
          "Make forms for the units of this plan: lines and periods are filled in, only the cells to fill are open."
      ),
      valueName: "plan"))
  var form: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Với --form: tệp .xlsx, mỗi đơn vị một trang; hoặc thư mục, mỗi đơn vị một tệp.",
        en: "With --form: an .xlsx file with a sheet for each unit, or a folder for a file each."),
      valueName: "file or folder"))
  var out: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Với --form: chỉ kỳ này (2025-Q1, “Quý I”, “cả năm”); mặc định là mọi kỳ báo cáo của kế hoạch, hoặc bốn quý.",
        en:
          "With --form: only this period (2025-Q1, “Quý I”, “cả năm”); by default all reports of the plan, or the four quarters."
      )))
  var period: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Với --form: chỉ đơn vị này.", en: "With --form: only this unit."), valueName: "id"))
  var unit: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (form == nil) == (folder == nil) {
      throw ValidationError(
        HelpWords.text(
          vi: "Cho biết thư mục của kế hoạch mới, hoặc --form KẾ_HOẠCH --out TỆP.xlsx.",
          en: "Name the folder of the new plan, or --form PLAN --out FILE.xlsx."))
    }
    if (form == nil) != (out == nil) {
      throw ValidationError(
        HelpWords.text(vi: "--form và --out đi cùng nhau.", en: "--form and --out go together."))
    }
    if form == nil, period != nil || unit != nil {
      throw ValidationError(
        HelpWords.text(vi: "--period và --unit dùng với --form.", en: "--period and --unit are for --form."))
    }
    if form != nil, annex != nil || after != nil || year != nil || title != nil {
      throw ValidationError(
        HelpWords.text(
          vi: "--form không đi cùng --annex, --after, --year, --title.",
          en: "--form does not go with --annex, --after, --year or --title."))
    }
    if let year, !(2000...2100).contains(year) {
      throw ValidationError(
        HelpWords.text(vi: "--year là năm từ 2000 đến 2100.", en: "--year is a year from 2000 to 2100."))
    }
    if annex != nil, after != nil {
      throw ValidationError(
        HelpWords.text(vi: "Chỉ dùng một trong hai: --annex, --after.", en: "Use either --annex or --after."))
    }
    if table != nil, annex == nil {
      throw ValidationError(HelpWords.text(vi: "--table dùng với --annex.", en: "--table is for --annex."))
    }
  }

  func run() throws {
    if let form, let out {
      return try FormWriting(plan: form, out: out, period: period, unit: unit, common: common).run()
    }
    guard let named = folder else { return }
    let folder = NewFolder(named)
    if let occupant = try folder.occupant() {
      Terminal.complain(
        HelpWords.text(
          vi: "Đã có “\(occupant)”; không thay đổi gì. Chọn thư mục khác, hoặc xem kế hoạch đang có: "
            + "lichsong check \(folder.path)",
          en:
            "There is “\(occupant)” already; nothing was changed. Choose another folder, or look at the plan that is "
            + "there: lichsong check \(folder.path)"))
      throw ExitCode(1)
    }
    let plan = try made(in: folder)
    common.tell(plan.findings, from: .info)
    guard let text = plan.text else { throw ExitCode(1) }
    let path = try folder.write(text)
    try Terminal.show(StartReport.text(plan, path: path, folder: folder.path, language: common.language))
  }

  private func made(in folder: NewFolder) throws -> NewPlan {
    let thisYear = LocalTime.nowUTC.day.year
    if let after {
      let old = try PlanFolder.open(after)
      let before = try old.year()
      let heading = NewPlan.Heading(
        name: folder.name, title: title, year: year ?? before.plan?.yearAfter ?? thisYear)
      return NewPlan.after(
        before, text: try old.files(withLogs: false).plan, heading, language: common.language)
    }
    guard let annex else {
      let heading = NewPlan.Heading(name: folder.name, title: title, year: year ?? thisYear)
      return NewPlan.blank(heading, language: common.language)
    }
    return NewPlan.annex(
      try InputFile.readNamed(annex), name: folder.name, title: title, year: year, choice: table,
      language: common.language)
  }
}

/// What was begun, and what comes next, for people.
enum StartReport {
  static func text(_ plan: NewPlan, path: String, folder: String, language: ReaderLanguage) -> String {
    let lines = plan.plan?.lines.count ?? 0
    let outlets = plan.plan?.outlets.count ?? 0
    var text = Words(
      vi: "Đã ghi \(path): năm \(plan.plan?.year ?? 0), \(lines) chỉ tiêu, \(outlets) kênh.\n",
      en: "Wrote \(path): \(plan.plan?.year ?? 0), \(lines) \(lines == 1 ? "line" : "lines"), \(outlets) "
        + "\(outlets == 1 ? "outlet" : "outlets").\n")[language]
    text += plan.remarks.map { $0[language] + "\n" }.joined()
    if !plan.decisions.isEmpty {
      text += "\n" + Words(vi: "Cần quyết định:", en: "To be decided:")[language] + "\n"
      text += plan.decisions.map { "  - \($0[language])\n" }.joined()
    }
    let word = StatusReport.shellWord(folder)
    text += "\n" + Words(vi: "Tiếp theo:", en: "Next:")[language] + "\n"
    text += "  lichsong check \(word)\n  lichsong allocate \(word)\n  lichsong status \(word)\n"
    return text
  }
}
