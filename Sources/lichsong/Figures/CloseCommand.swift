import ArgumentParser
import Console
import Foundation
import Planning
import Reports
import ScheduleModel
import StationFolder

struct CloseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close",
      abstract: HelpWords.text(
        vi: "Chốt số liệu một kỳ vào sổ và in biên bản; không sửa bản đã chốt.",
        en: "Close a period in the Book and print the certificate; no close is ever changed.")
    )
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var reported: PeriodOptions
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
          "Đọc nhật ký đến hết ngày này, coi nhật ký đã đủ đến đó; mặc định mỗi kênh tính đến dòng cuối của kênh, khi chốt "
          + "lại thì như lần trước.",
        en:
          "Read the logs up to this day, up to which they count as complete; by default each outlet up to its last row, or "
          + "as in the close that is restated."),
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
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Số của biên bản, ví dụ 12/BB-SNV.", en: "The certificate's number, such as 12/BB-SNV.")))
  var number: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dạng biên bản: text, json, html, docx, pdf; mặc định theo đuôi của --out.",
        en: "text, json, html, docx or pdf; by default what the ending of --out says.")))
  var format: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ghi biên bản vào tệp này.", en: "Write the certificate to this file."),
      valueName: "file"))
  var out: String?

  private var form: OutputForm {
    get throws { try OutputForm.asked(format, out: out, of: [.text, .json, .html, .docx, .pdf]) }
  }

  func validate() throws {
    _ = try form
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
    for (name, text) in [("--by", by), ("--reason", reason)]
    where text.map({ !$0.contains { !$0.isWhitespace } }) ?? false {
      throw ValidationError(HelpWords.text(vi: "\(name) không được trống.", en: "\(name) must not be empty."))
    }
  }

  func run() throws {
    let folder = try PlanFolder.open(plan.path)
    let year = try folder.year()
    guard let plan = year.plan else {
      common.tell(year.planFindings)
      return try common.end(year.planFindings)
    }
    switch year.closeObstacle {
    case .nothingRecorded:
      throw ValidationError(
        HelpWords.text(
          vi: "Sổ chưa có nhật ký hay số liệu kê khai nào để chốt: lichsong import KẾ-HOẠCH TỆP.csv.",
          en: "The Book has no log and no declared figure to close on: lichsong import PLAN FILE.csv."))
    case .notPublished:
      throw ValidationError(
        HelpWords.text(
          vi: "Chưa phát hành lịch nào để chốt số liệu: lichsong publish KẾ-HOẠCH --by \"HỌ TÊN\".",
          en: "No schedule is published to close on: lichsong publish PLAN --by \"NAME\"."))
    case nil: break
    }
    var request = StationYear.CloseRequest(period: try reported.reported(of: plan), time: year.utc(at))
    (request.against, request.asOf) = (reported.against, asOf)
    (request.author, request.reason) = (by, reason)
    let outcome = Terminal.working(
      Words(vi: "Đang chốt số liệu…", en: "Closing the period…"), in: common.language
    ) { [request] in year.closing(request) }
    var (record, after) = (outcome.before, year)
    if !outcome.statements.isEmpty {
      do {
        let entries = try folder.book.append(outcome.statements, seen: year.book)
        after = year.adding(entries)
        record = after.closes().last
        RaisedTime.tell(of: entries, asked: outcome.statements, in: common.language)
      } catch let overtaken as Book.Overtaken {
        throw Overtaking.refused(overtaken, common.language)
      }
    }
    if try form == .json {
      try show(
        VerifyReport.json(
          record, isNew: outcome.state == .closed, difference: outcome.difference,
          renamed: record.map { after.renamed(since: $0) } ?? [], findings: outcome.findings,
          language: common.language))
    } else {
      try certify(outcome, record, plan, of: after)
    }
    try end(outcome, record)
  }

  /// The certificate of the close that holds, what differs from it, or what would be closed where nobody signs.
  private func certify(
    _ outcome: StationYear.PreparedClose, _ record: CloseRecord?, _ plan: Plan, of year: StationYear
  ) throws {
    common.tell(outcome.findings)
    switch outcome.state {
    case .refused: return
    case .unsigned:
      guard let close = outcome.close else { return }
      // Nothing is closed yet, so that no certificate is written.
      let file = try form == .text ? out : nil
      try Terminal.deliver(
        CloseCertificate.previewText(
          close, plan: plan, gaps: outcome.gaps, notAdded: outcome.notAdded, language: common.language,
          width: common.width(to: file)), for: .person, to: file)
    case .differs:
      guard let difference = outcome.difference else { return }
      // Printed: the file may be the certificate that was signed, and a list of differences is none.
      try Terminal.deliver(
        CloseCertificate.difference(
          difference, plan: plan, of: record?.close.scope, language: common.language,
          width: common.width(to: nil)), for: .person, to: nil)
    case .closed, .unchanged:
      guard let record else { return }
      let certified = year.certified(record)
      let paper = CloseCertificate.paper(
        record, plan: certified.plan ?? plan, isOfToday: certified.plan == nil,
        difference: certified.difference, gaps: certified.gaps, notAdded: certified.notAdded,
        terms: PaperTerms(number: number), language: common.language)
      let form = try form
      try paper.content(as: form, common, out: out).deliver(as: form, to: out)
      if !year.renamed(since: record).isEmpty {
        Terminal.complain(
          HelpWords.text(
            vi:
              "Biên bản ghi tên, cơ quan và người ký như khi chốt; từ đó kế hoạch đã đổi tên, xem: lichsong verify.",
            en:
              "The certificate has the names, office and signer of the close; the plan has changed some since, see: lichsong verify."
          ))
      }
    }
  }

  private func show(_ text: String) throws {
    try Terminal.deliver(text, for: try form == .json ? .program : .person, to: out)
  }

  /// A word about what became of it, and the exit status.
  private func end(_ outcome: StationYear.PreparedClose, _ record: CloseRecord?) throws {
    let period = reported.period ?? ""
    switch outcome.state {
    case .closed:
      Terminal.complain(
        HelpWords.text(
          vi: "Đã chốt kỳ \(period): \(record?.file ?? "").",
          en: "Closed \(period) in \(record?.file ?? "")."))
    case .unchanged:
      Terminal.complain(
        HelpWords.text(
          vi: "Kỳ \(period) đã chốt từ trước và không có gì thay đổi: \(record?.file ?? "").",
          en: "\(period) was closed before and nothing has changed: \(record?.file ?? "")."))
    case .differs:
      Terminal.complain(
        HelpWords.text(
          vi:
            "Kỳ \(period) đã chốt với số khác; chưa ghi gì. Để chốt lại: thêm --restate --by \"HỌ TÊN\" --reason \"LÝ DO\".",
          en:
            "\(period) was closed with other figures; nothing was written. To restate it, add --restate --by \"NAME\" --reason \"WHY\"."
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
