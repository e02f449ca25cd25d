import ArgumentParser
import Foundation
import Reports
import ScheduleModel
import StationFolder

struct CloseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close",
      abstract: HelpWords.text(
        vi: "Chốt số liệu một kỳ vào thư mục closes của kế hoạch và in biên bản; không sửa bản đã chốt.",
        en: "Close a period in the plan's folder closes and print the certificate; no close is ever changed.")
    )
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, docx
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var reported: PeriodOptions
  @OptionGroup var schedule: ScheduleOption
  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Người chốt số liệu.", en: "Who closes it."), valueName: "name"))
  var by: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thời điểm chốt; mặc định là bây giờ.", en: "When it is closed; now by default."),
      valueName: "date-time"), transform: LocalTime.argument)
  var at: LocalTime?
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Đọc nhật ký đến hết ngày này; mặc định là ngày cuối của nhật ký, khi chốt lại là ngày của lần trước.",
        en: "Read the logs up to this day; their last day by default, or that of the close that is restated."),
      valueName: "date"), transform: LogOptions.day)
  var asOf: CivilDay?
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chốt lại kỳ đã chốt, khi có thêm dữ liệu.", en: "Restate a closed period, when more is known.")))
  var restate = false
  @Option(
    help: ArgumentHelp(HelpWords.text(vi: "Lý do chốt lại.", en: "Why it is restated."), valueName: "text"))
  var reason: String?
  @Flag(
    name: .customLong("plan-of-today"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chốt lại theo kế hoạch hiện nay, thay cho kế hoạch khi chốt.",
        en: "Restate by the plan of today, not by the one that it was closed with.")))
  var planOfToday = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Số của biên bản, ví dụ 12/BB-SNV.", en: "The certificate's number, such as 12/BB-SNV.")))
  var number: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dạng biên bản: text, json, docx (cần --out).", en: "text, json or docx (which needs --out).")))
  var format = Format.text
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi biên bản vào tệp này.", en: "Write the certificate to this file."),
      valueName: "file"))
  var out: String?

  func validate() throws {
    if reported.period == nil {
      throw ValidationError(
        HelpWords.text(
          vi: "Thiếu kỳ cần chốt, ví dụ --period 2018-Q1.",
          en: "Say which period to close, such as --period 2018-Q1."))
    }
    if restate != (reason != nil) {
      throw ValidationError(
        HelpWords.text(
          vi: "--restate và --reason \"LÝ DO\" đi cùng nhau.",
          en: "--restate and --reason \"WHY\" go together.")
      )
    }
    if planOfToday, !restate {
      throw ValidationError(
        HelpWords.text(
          vi: "--plan-of-today chỉ dùng với --restate.", en: "--plan-of-today is for --restate."))
    }
    for (name, text) in [("--by", by), ("--reason", reason)]
    where text.map({ !$0.contains { !$0.isWhitespace } }) ?? false {
      throw ValidationError(HelpWords.text(vi: "\(name) không được trống.", en: "\(name) must not be empty."))
    }
    if format == .docx, out == nil {
      throw ValidationError(
        HelpWords.text(
          vi: "Dạng docx không in ra màn hình được; thêm --out bien-ban.docx.",
          en: "The format docx cannot be printed on a screen; add --out certificate.docx."))
    }
  }

  func run() throws {
    let (folder, year) = try plan.planned(common, published: schedule.published)
    guard let plan = year.plan, let planned = year.schedule else {
      common.tell(year.findings)
      return try common.end(year.findings)
    }
    guard !folder.logs.isEmpty else {
      throw ValidationError(
        HelpWords.text(
          vi: "Cần thư mục kế hoạch có nhật ký.", en: "This needs a plan's folder that has logs."))
    }
    var request = ClosePipeline.Request(period: try reported.reported(of: plan), closed: at ?? .now)
    (request.against, request.asOf) = (reported.against, asOf)
    (request.author, request.reason, request.takesPlanOfToday) = (by, reason, planOfToday)
    let outcome = try Terminal.working(
      Words(vi: "Đang chốt số liệu…", en: "Closing the period…"), in: common.language
    ) { try ClosePipeline.close(folder, plan, planned, request) }
    if format == .json {
      try show(
        VerifyReport.json(
          outcome.record, isNew: outcome.state == .closed, difference: outcome.difference,
          findings: outcome.findings, language: common.language))
    } else {
      try certify(outcome, plan)
    }
    try end(outcome)
  }

  /// The certificate of the close that holds, or what differs from it.
  private func certify(_ outcome: ClosePipeline.Outcome, _ plan: Plan) throws {
    common.tell(outcome.findings)
    switch outcome.state {
    case .refused, .unsigned: return
    case .differs:
      guard let difference = outcome.difference else { return }
      try show(CloseCertificate.difference(difference, plan: outcome.plan, language: common.language))
    case .closed, .unchanged:
      guard let record = outcome.record else { return }
      let paper = CloseCertificate.paper(
        record, plan: outcome.plan ?? plan, difference: outcome.difference,
        terms: PaperTerms(number: number), language: common.language)
      if format == .docx, let out { return try OutputFolder.write(out, paper.docx()) }
      try show(paper.text())
    }
  }

  private func show(_ text: String) throws {
    try Terminal.deliver(text, for: format == .json ? .program : .person, to: out)
  }

  /// A word about what became of it, and the exit status.
  private func end(_ outcome: ClosePipeline.Outcome) throws {
    let period = reported.period ?? ""
    switch outcome.state {
    case .closed:
      Terminal.complain(
        HelpWords.text(
          vi: "Đã chốt kỳ \(period): \(outcome.record?.file ?? "").",
          en: "Closed \(period) in \(outcome.record?.file ?? "")."))
    case .unchanged:
      Terminal.complain(
        HelpWords.text(
          vi: "Kỳ \(period) đã chốt từ trước và không có gì thay đổi: \(outcome.record?.file ?? "").",
          en: "\(period) was closed before and nothing has changed: \(outcome.record?.file ?? "")."))
    case .differs:
      Terminal.complain(
        HelpWords.text(
          vi:
            "Kỳ \(period) đã chốt với số khác; chưa ghi gì. Để chốt lại: thêm --restate --by \"HỌ TÊN\" --reason \"LÝ DO\".",
          en:
            "\(period) was closed otherwise; nothing was written. To restate it, add --restate --by \"NAME\" --reason \"WHY\"."
        ))
      throw ExitCode(1)
    case .unsigned:
      throw ValidationError(
        HelpWords.text(
          vi: "Cần người chốt: thêm --by \"HỌ TÊN\".", en: "Say who closes it: add --by \"NAME\"."))
    case .refused:
      Terminal.complain(
        HelpWords.text(vi: "Chưa chốt được kỳ \(period).", en: "\(period) was not closed."))
      throw ExitCode(1)
    }
  }
}
