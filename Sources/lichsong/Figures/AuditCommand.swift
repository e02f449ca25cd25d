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
        vi:
          "Với dự thảo: tệp .yaml nhận đề xuất, theo mẫu của published.yaml; tệp .docx hoặc .xlsx là bản sao của dự thảo, có "
          + "đánh dấu từng số còn nghi vấn.",
        en:
          "Of a draft: a .yaml file takes what is proposed, in the form of published.yaml; a .docx or .xlsx file is a copy of "
          + "the draft with each doubtful figure marked."),
      valueName: "file"))
  var out: String?
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false

  func validate() throws {
    guard let out else { return }
    if isDraft, let ending = out.lowercased().split(separator: ".").last, !out.hasPrefix("/dev/"),
      !["yaml", "yml"].contains(ending), !marksCopy
    {
      let kind = path.lowercased().split(separator: ".").last ?? ""
      let isOffice = Self.office.contains(String(kind))
      throw ValidationError(
        HelpWords.text(
          vi: "--out của audit là tệp .yaml, ví dụ: --out published.yaml"
            + (isOffice
              ? "; hoặc bản sao có đánh dấu, cùng đuôi với dự thảo: --out da-danh-dau.\(kind)." : "."),
          en: "--out of audit is a .yaml file, such as --out published.yaml"
            + (isOffice ? "; or a marked copy with the ending of the draft: --out marked.\(kind)." : ".")))
    }
    guard !isDraft else { return }
    throw ValidationError(
      HelpWords.text(
        vi: "--out dùng với dự thảo báo cáo (.docx, .xlsx, .csv, .txt).",
        en: "--out is for a draft report (.docx, .xlsx, .csv, .txt)."))
  }

  private static let office = ["docx", "docm", "xlsx", "xlsm"]

  /// Whether a marked copy of the draft is asked for: one with its ending.
  private var marksCopy: Bool {
    guard let ending = out?.lowercased().split(separator: ".").last.map(String.init) else { return false }
    return Self.office.contains(ending) && path.lowercased().hasSuffix("." + ending)
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
    let file = try InputFile.readNamed(path)
    let (draft, findings) = PlanningPipeline.draft(file)
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
    if marksCopy { return try mark(file, draft, to: out, findings) }
    try OutputFolder.writeNew(out, PublishedText.text(draft.understood, language: common.language))
    if !json { try Terminal.say(Self.written(out)[common.language]) }
    try common.end(findings)
  }

  private func mark(
    _ file: InputFile, _ draft: (understood: ReportDraft, audited: AuditedFigures), to out: String,
    _ findings: [Finding]
  ) throws {
    let (copy, faults) = PlanningPipeline.marked(file, draft, language: common.language)
    if !faults.isEmpty {
      common.tell(faults)
      return try common.end(faults)
    }
    if let copy { try OutputFolder.writeNew(out, octets: copy.bytes) }
    if !json { try Terminal.say(Self.marked(out, copy?.marks ?? 0)[common.language]) }
    try common.end(findings)
  }

  private static func next(_ path: String) -> Words {
    let command = "lichsong audit \(StatusReport.shellWord(path)) --out published.yaml"
    let kind = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    let copy =
      office.contains(kind) ? "lichsong audit \(StatusReport.shellWord(path)) --out marked.\(kind)" : nil
    return Words(
      vi: "Ghi đề xuất ra tệp để xác nhận: \(command)"
        + (copy.map { "\nGhi bản sao có đánh dấu số còn nghi vấn: \($0)" } ?? ""),
      en: "Write it to a file to confirm: \(command)"
        + (copy.map { "\nWrite a copy with the doubtful figures marked: \($0)" } ?? ""))
  }

  private static func marked(_ out: String, _ marks: Int) -> Words {
    guard marks > 0 else {
      return Words(
        vi: "Không có số nào nghi vấn, nên không ghi bản sao.",
        en: "No figure is doubtful, so no copy was written.")
    }
    return Words(
      vi: "Đã ghi \(out): bản sao của dự thảo, đánh dấu \(marks) chỗ; dự thảo giữ nguyên.",
      en:
        "Wrote \(out): a copy of the draft with \(marks == 1 ? "1 mark" : "\(marks) marks"); the draft stays as it is."
    )
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
