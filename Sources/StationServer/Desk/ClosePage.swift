import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// Where a period is closed, in two steps: first the page of what would be signed, with all that is doubtful about it; then,
/// after the password, the record of just that.
struct ClosePage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let told: String?
  let choice: Choice
  let findings: [Row]
  let difference: String?
  let preview: Preview?
  let form: Form?
  let words: PageWordsOfClose

  /// The form that asks for the page of a period.
  struct Choice {
    let action: String
    let periods: [Period]
    let asOf: String
    let show: String
  }

  /// A period.
  struct Period {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// What is wrong or doubtful, with the pages that mend it.
  struct Row {
    let kind: String
    let message: String
    var remedy: String?
    var ways: [PageFrame.Link] = []
  }

  /// What would be signed.
  struct Preview {
    let head: [String]
    let tables: [TableView]
    let notes: [String]
  }

  /// The form that records it.
  struct Form {
    let action: String
    let token: String
    let period: String
    let asOf: String
    let seen: String
    let reason: Reason?
    let asksPassword: Bool
    let close: String
  }

  /// The field for the reason of a restatement.
  struct Reason {
    let label: String
  }

  /// The words of the page.
  struct PageWordsOfClose {
    let period, asOf, password, findings, difference, preview, notes, sign, remedy: String
  }

  static let title = Words(vi: "Chốt một kỳ", en: "Close a period")

  /// What a page is made for.
  private struct Asked {
    var told: Words?
    var period: ReportingPeriod?
    /// The day up to which somebody says that the logs are complete; `nil` to go by the last row of each outlet.
    var asOf: CivilDay?
    var outcome: StationYear.PreparedClose?
    var status = HTTPResponse.Status.ok
    var cookie: String?
    var isConfirmed = false
  }

  /// Shows what would be signed; without a period, which there are.
  static func answer(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    guard let text = visit.asked("period") else { return try await page(visit, reading, Asked()) }
    let period = try period(text, in: reading)
    let asOf = try day(visit.asked("as-of") ?? "")
    let outcome = try await closing(period, asOf: asOf, reading, visit)
    return try await page(
      visit, reading, Asked(told: told(outcome), period: period, asOf: asOf, outcome: outcome))
  }

  /// Records what was shown.
  static func close(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, var visitor = visit.visitor, let visible = visit.plan,
      !form["period"].isEmpty
    else { throw Refusal.unreadable }
    let reading = try await visit.deskReading()
    let period = try period(form["period"], in: reading)
    let asOf = try day(form["as-of"])
    let reason = form["reason"].trimmed
    let outcome = try await closing(
      period, asOf: asOf, author: visitor.person.name, reason: reason, reading, visit)
    var asked = Asked(period: period, asOf: asOf, outcome: outcome)
    switch outcome.state {
    case .refused, .unsigned: asked.status = .unprocessableContent
    case .unchanged: break
    case .differs, .closed:
      guard outcome.seal == form["seen"] else {
        asked.told =
          form["seen"].isEmpty
          ? Words(
            vi: "Hãy xem những gì sẽ ký dưới đây rồi mới chốt; chưa chốt gì.",
            en: "Look at what would be signed, below, and close it then; nothing was closed.")
          : Words(
            vi:
              "Số liệu hoặc điểm cần xem lại đã đổi sau khi bạn mở trang; chưa chốt gì. Hãy xem lại dưới đây.",
            en:
              "Figures or doubts changed after you opened the page; nothing was closed. Look at them again, below."
          )
        asked.status = .preconditionFailed
        return try await page(visit, reading, asked)
      }
      if !visitor.isConfirmed {
        do {
          let signIn = try await visit.station.desk.confirm(visitor, password: form["password"])
          asked.cookie = visit.station.cookie(signIn.cookie)
          visitor = signIn.visitor
        } catch DeskRefusal.wrongPassword {
          asked.told = Words(
            vi: "Mật khẩu không đúng; chưa chốt gì.", en: "The password is wrong; nothing was closed.")
          asked.status = .unauthorized
          return try await page(visit, reading, asked)
        }
      }
      asked.isConfirmed = true
      if outcome.state == .differs {
        asked.status = .conflict
        break
      }
      do {
        _ = try await visit.station.desk.change(
          [:], recording: outcome.statements, seen: reading.year.book, in: visible, restingOn: reading.state,
          by: visitor, reason: reason.isEmpty ? nil : reason)
      } catch is PlanOvertaken {
        asked.told = Words(
          vi: "Dữ liệu đã đổi trong lúc chốt; chưa chốt gì. Hãy gửi lại.",
          en: "Something changed meanwhile; nothing was closed. Send it again.")
        asked.status = .preconditionFailed
        return try await page(visit, try await visit.deskReading(), asked)
      }
      var response = Response.seeOther("/p/\(reading.address)/desk/closes?done=yes")
      response.headers[.setCookie] = asked.cookie
      return response
    }
    asked.told = told(outcome)
    return try await page(visit, reading, asked)
  }

  /// What closing a period would record.
  ///
  /// - Parameters:
  ///   - asOf: The day up to which somebody says that the logs are complete; `nil` to go by the last row of each outlet.
  ///   - author: Who closes it; `nil` to look alone.
  ///   - reason: Why it is restated; empty for no reason.
  static func closing(
    _ period: ReportingPeriod, asOf: CivilDay?, author: String? = nil, reason: String = "",
    _ reading: DeskReading, _ visit: Visit
  ) async throws -> StationYear.PreparedClose {
    let now = visit.caller.now
    return try await visit.station.drafts.work.run {
      var request = StationYear.CloseRequest(period: period, time: now)
      request.asOf = asOf
      request.author = author
      request.reason = reason.isEmpty ? nil : reason
      return reading.year.closing(request)
    }
  }

  static func told(_ outcome: StationYear.PreparedClose) -> Words? {
    switch outcome.state {
    case .closed, .unsigned: nil
    case .unchanged:
      Words(
        vi: "Kỳ này đã chốt từ trước và không có gì thay đổi.",
        en: "The period was closed before, and nothing has changed.")
    case .differs:
      Words(
        vi: "Kỳ này đã chốt với số khác; chưa ghi gì. Xem chỗ khác dưới đây; muốn chốt lại thì ghi lý do.",
        en:
          "The period was closed with other figures; nothing was written. See what differs; to restate it, say why."
      )
    case .refused: Words(vi: "Chưa chốt được kỳ này.", en: "The period cannot be closed.")
    }
  }

  static func period(_ text: String, in reading: DeskReading) throws(Refusal) -> ReportingPeriod {
    guard let plan = reading.year.plan,
      let period = ReportingPeriod(written: text, in: plan.year, profile: plan.usualProfile)
    else {
      throw Refusal.unknown(
        text, Words(vi: "hãy chọn một kỳ có trong danh sách", en: "choose one of the periods in the list"))
    }
    return period
  }

  static func day(_ text: String) throws(Refusal) -> CivilDay? {
    guard !text.isEmpty else { return nil }
    guard let day = CivilDay(iso: text) else {
      throw Refusal.unknown(
        text, Words(vi: "ngày ghi như 2018-12-31", en: "a day is written 2018-12-31"))
    }
    return day
  }

  /// The field of the day up to which the logs are said to be complete.
  static let asOfField = Words(
    vi: "Nhật ký mọi kênh đã đủ đến hết ngày", en: "The logs of all outlets are complete up to")

  /// What to do about a doubt, on this page.
  private static func remedy(_ finding: Finding) -> Words? {
    switch finding.code {
    case .closeLogShort:
      Words(
        vi:
          "Ghi nhật ký còn thiếu vào sổ rồi chốt. Nếu nhật ký của mọi kênh thật ra đã đủ thì điền ngày ở đầu trang rồi xem lại.",
        en:
          "Record the logs that are missing, then close. If the logs of all outlets are complete as they are, say up to which day at the top, and look again."
      )
    case .closeEarlierOpen:
      Words(
        vi: "Nếu các kỳ đó cũng phải ký thì chốt trước.",
        en: "If they are to be signed too, close them first.")
    case .closeRowsUnmatched:
      Words(
        vi: "Nói từng dòng là gì, kể cả khi dòng đó không thuộc kế hoạch, rồi chốt.",
        en: "Say what each row is, also where it belongs to nothing, then close.")
    default: finding.deskRemedy
    }
  }

  /// Why the reader closes nothing in this plan; `nil` where they can.
  static func obstacle(_ visit: Visit, _ reading: DeskReading) -> Words? {
    guard visit.plan?.allows(.close) ?? false else {
      return Words(
        vi: "Tài khoản của bạn không có quyền chốt số liệu.", en: "Your account may not close periods.")
    }
    return switch reading.year.closeObstacle {
    case .nothingRecorded:
      Words(
        vi: "Sổ chưa có nhật ký hay số liệu kê khai nào để chốt.",
        en: "The Book has no log and no declared figure to close on.")
    case .notPublished:
      Words(vi: "Chưa phát hành lịch nào để chốt số liệu.", en: "No schedule is published to close on.")
    case nil: nil
    }
  }

  private static func page(_ visit: Visit, _ reading: DeskReading, _ asked: Asked) async throws -> Response {
    let body = try await visit.station.drafts.work.run {
      Template.render(.close, ClosePage(visit, reading, asked))
    }
    var response = visit.deskPage(title, reading.address, body, status: asked.status)
    response.headers[.setCookie] = asked.cookie
    return response
  }

  private init(_ visit: Visit, _ reading: DeskReading, _ asked: Asked) {
    let (language, plan, outcome) = (visit.language, reading.year.plan, asked.outcome)
    let base = "/p/\(reading.address)/desk/close"
    let obstacle = Self.obstacle(visit, reading)
    title = Self.title[language]
    back = PageFrame.Link(
      address: "/p/\(reading.address)/desk/closes",
      name: Words(vi: "Về các lần chốt", en: "Back to the closes")[language])
    told = (asked.told ?? obstacle)?[language]
    head =
      Words(
        vi:
          "Chọn kỳ để xem những gì sẽ ký: các số, căn cứ và điểm còn ngờ. Chưa ghi gì trước khi bạn bấm chốt ở cuối trang.",
        en:
          "Choose a period to see what would be signed: the figures, what they rest on, and what is doubtful. Nothing is recorded before you close it at the end of the page."
      )[language]
    choice = Choice(
      action: base,
      periods: Self.periods(of: plan).map {
        Period(
          value: $0.description, name: "\($0.name[language].visible()) (\($0.description))",
          isChosen: $0 == asked.period)
      }, asOf: asked.asOf?.description ?? "",
      show: Words(vi: "Xem sẽ chốt gì", en: "Show what would be closed")[language])
    let ways = FindingWays(visit.plan, language)
    let silent = (outcome?.close).flatMap { close in
      plan.map { CloseCertificate.unreported(outcome?.gaps ?? [], of: close, plan: $0, language: language) }
    }
    let unreported = (silent ?? []).map { Row(kind: "warning", message: $0.visible()) }
    findings =
      (outcome?.findings ?? []).filter { $0.severity != .info }.map { finding in
        Row(
          kind: finding.severity.rawValue, message: finding.message[language].visible(),
          remedy: Self.remedy(finding).map { $0[language].visibleLines() },
          ways: (finding.remedy.map(ways.links) ?? []) + ways.form(of: finding, plan))
      } + unreported
    difference = outcome?.difference.flatMap { difference in
      difference.isEmpty
        ? nil
        : CloseCertificate.difference(difference, plan: plan, language: language)
          .split(separator: "\n", omittingEmptySubsequences: false).map { $0.visible() }
          .joined(separator: "\n")
    }
    preview = outcome?.close.flatMap { close in
      plan.map { plan in
        let document = CloseCertificate.preview(
          close, plan: plan, gaps: outcome?.gaps ?? [], notAdded: outcome?.notAdded ?? [], language: language)
        return Preview(
          head: document.head.map(ReportView.flowing),
          tables: document.sections.flatMap(\.tables).enumerated().map { index, table in
            TableView(table, name: Words(vi: "Bảng \(index + 1)", en: "Table \(index + 1)")[language])
          }, notes: document.notes.map(ReportView.flowing))
      }
    }
    let canClose =
      switch outcome?.state {
      case .closed, .unsigned, .differs: obstacle == nil
      case .unchanged, .refused, nil: false
      }
    form =
      canClose
      ? Form(
        action: base, token: visit.visitor?.formToken ?? "", period: asked.period?.description ?? "",
        asOf: asked.asOf?.description ?? "", seen: outcome?.seal ?? "",
        reason: outcome?.before == nil
          ? nil : Reason(label: Words(vi: "Lý do chốt lại", en: "Why it is restated")[language]),
        asksPassword: !(asked.isConfirmed || visit.visitor?.isConfirmed ?? false),
        close: Words(
          vi: "Chốt kỳ \(asked.period?.description ?? "") với các số trên",
          en: "Close \(asked.period?.description ?? "") with these figures")[language]) : nil
    words = PageWordsOfClose(
      period: Words(vi: "Kỳ", en: "Period")[language],
      asOf: Words(
        vi: "\(Self.asOfField.vi) (để trống: tính đến dòng cuối của từng kênh)",
        en: "\(Self.asOfField.en) (empty: up to the last row of each)")[language],
      password: Words(
        vi: "Mật khẩu của bạn (chốt số liệu cần nhập lại)", en: "Your password (a close asks for it again)")[
          language],
      findings: Words(vi: "Điểm còn ngờ, hãy xem trước khi ký", en: "What is doubtful, before you sign")[
        language],
      difference: Words(vi: "Khác lần chốt trước", en: "What differs from the close before")[language],
      preview: Words(vi: "Những gì sẽ ký", en: "What would be signed")[language],
      notes: Words(vi: "Cách đếm", en: "How it was counted")[language],
      sign: Words(vi: "Chốt", en: "Close it")[language],
      remedy: Words(vi: "Cách sửa", en: "Remedy")[language])
  }

  private static func periods(of plan: Plan?) -> [ReportingPeriod] {
    guard let plan else { return [] }
    let profile = plan.usualProfile
    let parts: [ReportingPeriod.Part] =
      (1...4).map { .quarter($0) } + (1...2).map { .half($0) } + [.year] + (1...12).map { .month($0) }
      + profile.stretches.map { .stretch($0.id) }
    return parts.compactMap { ReportingPeriod($0, of: plan.year, profile: profile) }
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    <p class="soft">{{head}}</p>
    {{#choice}}<form method="get" action="{{action}}" class="fields noprint">
    <p><label for="period">{{words.period}}</label><select id="period" name="period">{{#periods}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/periods}}</select></p>
    <p><label for="as-of">{{words.asOf}}</label><input id="as-of" name="as-of" type="date" value="{{asOf}}"></p>
    <p><button>{{show}}</button></p></form>{{/choice}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{message}}</p>\
    {{#remedy}}<p class="remedy"><b>{{words.remedy}}:</b> <span>{{.}}</span>{{#ways}} <a class="file" href="{{address}}">{{name}}</a>{{/ways}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#difference}}<h2>{{words.difference}}</h2><pre>{{.}}</pre>{{/difference}}
    {{#preview}}<h2>{{words.preview}}</h2>
    {{#head}}<p>{{.}}</p>
    {{/head}}{{#tables}}{{> table}}{{/tables}}
    {{#notes}}{{#first()}}<h3>{{words.notes}}</h3><ul class="notes">{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/notes}}{{/preview}}
    {{#form}}<h2>{{words.sign}}</h2><form method="post" action="{{action}}" class="fields noprint"><input type="hidden" name="token" value="{{token}}">\
    <input type="hidden" name="period" value="{{period}}"><input type="hidden" name="as-of" value="{{asOf}}"><input type="hidden" name="seen" value="{{seen}}">
    {{#reason}}<p><label for="reason">{{label}}</label><input id="reason" name="reason" maxlength="500" required></p>{{/reason}}
    {{#asksPassword}}<p><label for="password">{{words.password}}</label><input id="password" name="password" type="password" autocomplete="current-password" required></p>{{/asksPassword}}
    <p><button>{{close}}</button></p></form>{{/form}}

    """
}
