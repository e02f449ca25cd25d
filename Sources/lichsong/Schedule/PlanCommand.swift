import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: HelpWords.text(
        vi: "Đưa kế hoạch ra bảng tính Excel để sửa, và đọc lại những gì đã sửa vào plan.yaml.",
        en: "Write the plan as an Excel workbook to change, and read what was changed back into plan.yaml."))
  }

  @OptionGroup var plan: PlanArgument
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi kế hoạch ra tệp .xlsx này.", en: "Write the plan to this .xlsx file."),
      valueName: "file"))
  var out: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Đọc lại bảng tính đã sửa (.xlsx, hoặc .csv của một trang) và cho xem plan.yaml sẽ khác gì.",
        en:
          "Read a workbook that was changed (.xlsx, or the .csv of one sheet), and show what will differ in plan.yaml."
      ),
      valueName: "file"))
  var from: String?
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Với --from: ghi những điểm khác đó vào plan.yaml.",
        en: "With --from: write these differences into plan.yaml.")))
  var write = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (out == nil) != (from == nil) else {
      throw ValidationError(
        HelpWords.text(
          vi: "Ghi --out TỆP.xlsx để lấy bảng tính, hoặc --from TỆP.xlsx để đọc lại.",
          en: "Say --out FILE.xlsx to get the workbook, or --from FILE.xlsx to read it back."))
    }
    if write, from == nil {
      throw ValidationError(HelpWords.text(vi: "--write đi với --from.", en: "--write goes with --from."))
    }
    if out != nil { _ = try OutputForm.asked(nil, out: out, of: [.xlsx]) }
  }

  func run() throws {
    let folder = try PlanFolder.open(plan.path)
    let file = try folder.files(withLogs: false).plan
    if let out {
      try export(file, to: out)
    } else if let from {
      try read(InputFile.readNamed(from), from, into: file, of: folder)
    }
  }

  private func export(_ file: InputFile, to out: String) throws {
    let made = PlanWorkbookReading.workbook(of: file, language: common.language)
    guard let workbook = made.workbook else {
      common.tell(made.findings)
      throw ExitCode(1)
    }
    try OutputFolder.writeNew(out, octets: WorkbookFile.bytes(of: workbook))
    let sheets = workbook.sheets.filter { !$0.isHidden }.map { "\($0.name) (\($0.rows.count))" }
    let command = "lichsong plan \(StatusReport.shellWord(plan.path)) --from \(StatusReport.shellWord(out))"
    try Terminal.show(
      Words(
        vi: "Đã ghi \(out): \(sheets.joined(separator: ", ")).\nSửa xong thì đọc lại: \(command)\n",
        en: "Wrote \(out): \(sheets.joined(separator: ", ")).\nWhen it is changed, read it back: \(command)\n"
      )[
        common.language])
  }

  private func read(_ workbook: InputFile, _ name: String, into file: InputFile, of folder: PlanFolder) throws
  {
    let earlier = try folder.recorded().entries(.plan).map { Array($0.body) }
    let reading = PlanWorkbookReading(workbook, into: file, earlier: earlier)
    common.tell(reading.findings)
    guard let bytes = reading.bytes else { throw ExitCode(1) }
    guard bytes != file.bytes else {
      return try Terminal.say(
        Words(vi: "Bảng tính không đổi gì so với kế hoạch.", en: "The workbook changes nothing in the plan.")[
          common.language])
    }
    let rewriting = PlanRewriting(folder: folder, file: file, bytes: bytes, common: common)
    guard !write else { return try rewriting.write() }
    let paths = (StatusReport.shellWord(plan.path), StatusReport.shellWord(name))
    try rewriting.show(writtenBy: "lichsong plan \(paths.0) --from \(paths.1) --write")
  }
}
