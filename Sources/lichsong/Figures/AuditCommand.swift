import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit",
      abstract: HelpWords.text(
        vi: "Tính lại tổng và tỷ lệ phần trăm của số liệu đã công bố, hoặc của một dự thảo báo cáo.",
        en: "Work out the sums and percentages of published figures, or of a draft report, again."))
  }

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Tệp published.yaml, thư mục kế hoạch có tệp này, hoặc dự thảo báo cáo (.docx, .xlsx, .csv, .txt).",
        en:
          "A published.yaml file, the folder of a plan that has one, or a draft report (.docx, .xlsx, .csv, .txt)."
      ),
      valueName: "file or folder"))
  var path: String
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ghi đề xuất từ dự thảo vào tệp này, theo mẫu của published.yaml.",
        en: "Write what is proposed from a draft to this file, in the form of published.yaml."),
      valueName: "file"))
  var out: String?
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false

  func validate() throws {
    guard let out else { return }
    if isDraft, let ending = out.lowercased().split(separator: ".").last, !out.hasPrefix("/dev/"),
      !["yaml", "yml"].contains(ending)
    {
      throw ValidationError(
        HelpWords.text(
          vi: "--out của audit là tệp .yaml, ví dụ: --out published.yaml.",
          en: "--out of audit is a .yaml file, such as --out published.yaml."))
    }
    guard !isDraft else { return }
    throw ValidationError(
      HelpWords.text(
        vi: "--out dùng với dự thảo báo cáo (.docx, .xlsx, .csv, .txt).",
        en: "--out is for a draft report (.docx, .xlsx, .csv, .txt)."))
  }

  /// Whether the file is a draft by its name; anything else is a file of published figures.
  private var isDraft: Bool {
    let name = path.lowercased()
    return [
      ".docx", ".docm", ".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".pdf", ".doc", ".xls", ".odt", ".ods",
      ".rtf",
    ]
    .contains(where: name.hasSuffix)
  }

  func run() throws {
    if isDraft { return try runDraft() }
    let (file, plan) = try PlanFolder.figures(at: path)
    let (audited, findings) = PlanningPipeline.audit(file, plan: plan)
    guard let audited else {
      try common.show(findings, json: json)
      return try common.end(findings)
    }
    if json {
      try Terminal.show(
        AuditReport.json(audited, findings: findings, language: common.language), for: .program)
    } else {
      try Terminal.show(AuditReport.text(audited, language: common.language, width: common.width) + "\n")
      try common.show(findings, json: false)
    }
    try common.end(findings)
  }

  private func runDraft() throws {
    let (draft, findings) = PlanningPipeline.draft(try InputFile.readNamed(path))
    guard let draft else {
      try common.show(findings, json: json)
      return try common.end(findings)
    }
    if json {
      try Terminal.show(
        AuditReport.json(
          draft.audited, findings: findings, language: common.language, draft: draft.understood),
        for: .program)
    } else {
      try Terminal.show(
        ReportDraftText.text(
          draft.understood, draft.audited, language: common.language, width: common.width) + "\n")
      if !findings.isEmpty { try common.show(findings, json: false) }
    }
    guard let out else {
      if !json { try Terminal.say(Self.next(path)[common.language]) }
      return try common.end(findings)
    }
    try OutputFolder.writeNew(out, PublishedText.text(draft.understood, language: common.language))
    if !json { try Terminal.say(Self.written(out)[common.language]) }
    try common.end(findings)
  }

  private static func next(_ path: String) -> Words {
    let command = "lichsong audit \(StatusReport.shellWord(path)) --out published.yaml"
    return Words(
      vi: "Ghi đề xuất ra tệp để xác nhận: \(command)", en: "Write it to a file to confirm: \(command)")
  }

  private static func written(_ out: String) -> Words {
    Words(
      vi: "Đã ghi đề xuất vào \(out). Xem từng dòng, xóa dòng proposed: true khi đã xác nhận, rồi: "
        + "lichsong audit \(StatusReport.shellWord(out))",
      en:
        "Wrote the proposal to \(out). Look at each line, delete the line proposed: true once it is confirmed, then: "
        + "lichsong audit \(StatusReport.shellWord(out))")
  }
}
