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
        vi: "Tính lại tổng và tỷ lệ phần trăm của số liệu đã công bố.",
        en: "Work out the sums and percentages of published figures again."))
  }

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tệp published.yaml, hoặc thư mục kế hoạch có tệp này.",
        en: "A published.yaml file, or the folder of a plan that has one."), valueName: "file or folder"))
  var path: String
  @OptionGroup var common: CommonOptions
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false

  func run() throws {
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
}
