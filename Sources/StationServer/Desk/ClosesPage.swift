import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationFolder
import StationStore

/// The closes of the plan: what was closed, whether it still comes out so, and the form that closes or restates a period.
struct ClosesPage {
  let title: String
  let told: String?
  let head: String
  let rows: [Row]
  let none: String
  let verify: PageFrame.Link
  let findings: [DeskPublishPage.Row]
  let difference: String?
  let form: Form?
  let noForm: String?
  let words: TableWords

  /// A close.
  struct Row {
    let period: String
    let number: String
    let closed: String
    let author: String
    let reason: String
    let hash: String
    let state: String?
    let files: [PageFrame.Link]
  }

  /// The form that closes a period.
  struct Form {
    let action: String
    let token: String
    let periods: [Choice]
    let reason: Reason?
    let asksPassword: Bool
    let period, password, close: String
  }

  /// A period.
  struct Choice {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// The field for the reason of a restatement.
  struct Reason {
    let label: String
  }

  /// The heads of the table.
  struct TableWords {
    let table, period, number, closed, author, hash, certificate, state, difference, another: String
  }

  static let title = Words(vi: "Chốt số liệu", en: "Closes")

  /// What is on the page besides the closes.
  private struct Told {
    var words: Words?
    var findings: [Finding] = []
    var difference: CloseDifference?
    var period: String?
    var status = HTTPResponse.Status.ok
    var cookie: String?
  }

  static func answer(_ visit: Visit) async throws -> Response {
    var told = Told()
    if visit.asked("done") != nil {
      told.words = Words(
        vi: "Đã chốt. Biên bản ở dòng cuối của bảng: in ra, ký và lưu.",
        en: "Closed. The certificate is in the last row of the table: print it, sign it, keep it.")
    }
    return try await page(visit, told)
  }

  /// Closes a period, or says what differs from the close that is there.
  static func close(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, var visitor = visit.visitor, let visible = visit.plan,
      !form["period"].isEmpty
    else { throw Refusal.unreadable }
    var told = Told(period: form["period"])
    let reading = try await visit.deskReading()
    guard let plan = reading.year.plan,
      let period = ReportingPeriod(written: form["period"], in: plan.year, profile: plan.usualProfile)
    else {
      throw Refusal.unknown(
        form["period"],
        Words(vi: "hãy chọn một kỳ có trong danh sách", en: "choose one of the periods in the list"))
    }
    if !visitor.isConfirmed {
      do {
        let signIn = try await visit.station.desk.confirm(visitor, password: form["password"])
        told.cookie = visit.station.cookie(signIn.cookie)
        visitor = signIn.visitor
      } catch DeskRefusal.wrongPassword {
        told.words = Words(
          vi: "Mật khẩu không đúng; chưa chốt gì.", en: "The password is wrong; nothing was closed.")
        told.status = .unauthorized
        return try await page(visit, told)
      }
    }
    let reason = form["reason"].trimmed
    let (now, author) = (visit.caller.now, visitor.person.name)
    let outcome = try await visit.station.drafts.work.run {
      var request = StationYear.CloseRequest(period: period, time: now)
      request.author = author
      request.reason = reason.isEmpty ? nil : reason
      return reading.year.closing(request)
    }
    told.findings = outcome.findings
    switch outcome.state {
    case .closed:
      do {
        _ = try await visit.station.desk.change(
          [:], recording: outcome.statements, seen: reading.year.book, in: visible, restingOn: reading.state,
          by: visitor, reason: reason.isEmpty ? nil : reason)
      } catch is PlanOvertaken {
        told.words = Words(
          vi: "Dữ liệu đã đổi trong lúc chốt; chưa chốt gì. Hãy gửi lại.",
          en: "Something changed meanwhile; nothing was closed. Send it again.")
        told.status = .preconditionFailed
        return try await page(visit, told, confirmed: true)
      }
      var response = Response.seeOther("/p/\(reading.address)/desk/closes?done=yes")
      response.headers[.setCookie] = told.cookie
      return response
    case .unchanged:
      told.words = Words(
        vi: "Kỳ này đã chốt từ trước và không có gì thay đổi.",
        en: "The period was closed before, and nothing has changed.")
    case .differs:
      told.difference = outcome.difference
      told.words = Words(
        vi: "Kỳ này đã chốt với số khác; chưa ghi gì. Xem chỗ khác dưới đây; muốn chốt lại thì ghi lý do.",
        en:
          "The period was closed with other figures; nothing was written. See what differs; to restate it, say why."
      )
      told.status = .conflict
    case .refused, .unsigned:
      told.words = Words(vi: "Chưa chốt được kỳ này.", en: "The period was not closed.")
      told.status = .unprocessableContent
    }
    return try await page(visit, told, confirmed: true)
  }

  /// The certificate of a close, as a file.
  static func answerFile(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    let parts = try visit.part("file").split(separator: ".", omittingEmptySubsequences: false).map(
      String.init)
    let records = reading.year.closes()
    guard parts.count == 2, let number = Int(parts[0]), records.indices.contains(number - 1),
      ["html", "docx", "pdf"].contains(parts[1]), let plan = reading.year.plan
    else { throw Refusal.notFound }
    let (record, language, programs) = (
      records[number - 1], visit.language, visit.station.surroundings.programs
    )
    let bytes = try await visit.station.drafts.work.run { () throws -> [UInt8] in
      let paper = CloseCertificate.paper(record, plan: plan, difference: nil, language: language)
      switch parts[1] {
      case "html": return Array(paper.html().utf8)
      case "docx": return paper.docx()
      default:
        do {
          return try PDFConversion.pdf(of: paper.docx(), programs: programs)
        } catch let refusal as PDFConversion.Refusal {
          throw Refusal(status: .serviceUnavailable, words: refusal.words)
        }
      }
    }
    var headers = HTTPFields()
    headers[.contentType] = PapersPage.types[parts[1]] ?? "application/octet-stream"
    headers[.contentDisposition] = "attachment; filename=\"\(plan.id)-close-\(number).\(parts[1])\""
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static func page(_ visit: Visit, _ told: Told, confirmed: Bool = false) async throws -> Response {
    let reading = try await visit.deskReading()
    let verifies = visit.asked("verify") != nil
    let body = try await visit.station.drafts.work.run {
      Template.render(.closes, ClosesPage(visit, reading, told, verifies: verifies, confirmed: confirmed))
    }
    var response = visit.deskPage(title, reading.address, body, status: told.status)
    response.headers[.setCookie] = told.cookie
    return response
  }

  private init(_ visit: Visit, _ reading: DeskReading, _ told: Told, verifies: Bool, confirmed: Bool) {
    let language = visit.language
    let base = "/p/\(reading.address)/desk/closes"
    title = Self.title[language]
    self.told = told.words?[language]
    head =
      Words(
        vi: "Chốt là ghi vào sổ các số của một kỳ cùng mọi dòng làm căn cứ. Chốt lại không xóa lần trước.",
        en:
          "A close records the figures of a period with every row that they rest on. A restatement does not remove the close before."
      )[
        language]
    let records = reading.year.closes()
    let verified = verifies ? reading.year.verified().closes : []
    rows = records.enumerated().map { index, record in
      let stamp = record.close.stamp
      let closed = stamp.closed
      let state = verified.first { $0.record.digest == record.digest }?.state
      return Row(
        period: record.close.scope.period, number: stamp.number > 0 ? "\(stamp.number)" : "–",
        closed: "\(closed.day.forPeople), \(closed.time)", author: stamp.author.visible(),
        reason: stamp.reason?.visible() ?? "", hash: String(record.digest.prefix(12)),
        state: state.map { VerifyReport.name(of: $0)[language] },
        files: ["html", "docx", "pdf"].map {
          PageFrame.Link(
            address: "\(base)/\(index + 1).\($0)?lang=\(language.rawValue)", name: $0.uppercased())
        })
    }
    none = Words(vi: "Chưa chốt kỳ nào.", en: "No period is closed yet.")[language]
    verify = PageFrame.Link(
      address: "\(base)?verify=yes",
      name: Words(vi: "Tính lại mọi lần chốt", en: "Work all closes out again")[language])
    findings = told.findings.filter { $0.severity != .info }.map {
      DeskPublishPage.Row(
        kind: $0.severity.rawValue, message: $0.message[language].visible(),
        remedy: $0.deskRemedy?[language].visibleLines())
    }
    difference = told.difference.map {
      CloseCertificate.difference($0, plan: reading.year.plan, language: language)
        .split(separator: "\n", omittingEmptySubsequences: false).map { $0.visible() }.joined(separator: "\n")
    }
    let mayClose = visit.plan?.allows(.close) ?? false
    let isReady = reading.year.book.isPublished && !reading.year.book.entries(.log).isEmpty
    noForm =
      !mayClose
      ? Words(
        vi: "Tài khoản của bạn không có quyền chốt số liệu.", en: "Your account may not close periods.")[
          language]
      : !isReady
        ? Words(
          vi: "Cần có lịch đã phát hành và nhật ký trong sổ thì mới chốt được.",
          en: "A close needs a published schedule, and logs in the Book.")[language] : nil
    form =
      mayClose && isReady
      ? Form(
        action: base, token: visit.visitor?.formToken ?? "",
        periods: Self.periods(of: reading.year.plan).map {
          Choice(
            value: $0.description, name: "\($0.name[language].visible()) (\($0.description))",
            isChosen: $0.description == told.period)
        },
        reason: told.difference == nil
          ? nil : Reason(label: Words(vi: "Lý do chốt lại", en: "Why it is restated")[language]),
        asksPassword: !(confirmed || visit.visitor?.isConfirmed ?? false),
        period: Words(vi: "Kỳ", en: "Period")[language],
        password: Words(
          vi: "Mật khẩu của bạn (chốt số liệu cần nhập lại)", en: "Your password (a close asks for it again)")[
            language],
        close: Words(vi: "Chốt", en: "Close")[language]) : nil
    words = TableWords(
      table: Words(vi: "Các lần chốt", en: "Closes")[language],
      period: Words(vi: "Kỳ", en: "Period")[language],
      number: Words(vi: "Lần chốt lại", en: "Restatement")[language],
      closed: Words(vi: "Chốt lúc", en: "Closed")[language],
      author: Words(vi: "Người chốt", en: "By")[language],
      hash: Words(vi: "Mã kiểm chứng", en: "Hash")[language],
      certificate: Words(vi: "Biên bản", en: "Certificate")[language],
      state: Words(vi: "Tính lại", en: "Worked out again")[language],
      difference: Words(vi: "Chỗ khác", en: "What differs")[language],
      another: Words(vi: "Chốt một kỳ", en: "Close a period")[language])
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
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    {{#findings}}{{#first()}}<ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{message}}</p>{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#difference}}<h2>{{words.difference}}</h2><pre>{{.}}</pre>{{/difference}}
    <p class="soft">{{head}}</p>
    {{^rows}}<p>{{none}}</p>{{/rows}}
    {{#rows}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr><th scope="col">{{words.period}}</th><th scope="col">{{words.number}}</th>\
    <th scope="col">{{words.closed}}</th><th scope="col">{{words.author}}</th><th scope="col">{{words.hash}}</th><th scope="col">{{words.certificate}}</th><th scope="col">{{words.state}}</th></tr></thead><tbody>{{/first()}}
    <tr><th scope="row">{{period}}</th><td>{{number}}</td><td>{{closed}}</td><td>{{author}} <span class="soft">{{reason}}</span></td><td><code>{{hash}}</code></td>\
    <td>{{#files}}<a class="file" href="{{address}}">{{name}}</a> {{/files}}</td><td>{{#state}}<b>{{.}}</b>{{/state}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}
    {{#verify}}<p class="noprint"><a href="{{address}}">{{name}}</a></p>{{/verify}}
    {{#noForm}}<p>{{.}}</p>{{/noForm}}
    {{#form}}<h2>{{words.another}}</h2><form method="post" action="{{action}}" class="fields noprint"><input type="hidden" name="token" value="{{token}}">
    <p><label for="period">{{period}}</label><select id="period" name="period">{{#periods}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/periods}}</select></p>
    {{#reason}}<p><label for="reason">{{label}}</label><input id="reason" name="reason" maxlength="500" required></p>{{/reason}}
    {{#asksPassword}}<p><label for="password">{{password}}</label><input id="password" name="password" type="password" autocomplete="current-password" required></p>{{/asksPassword}}
    <p><button>{{close}}</button></p></form>{{/form}}

    """
}
