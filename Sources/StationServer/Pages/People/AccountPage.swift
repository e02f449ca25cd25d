import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What belongs to the reader alone: roles, password, second factor, tokens, and where they are signed in.
struct AccountPage {
  let title: String
  let name: String
  let roles: [String]
  let links: [PageFrame.Link]
  let sessions: [Session]
  let token: String
  let words: PageWords

  /// Where the reader is signed in.
  struct Session {
    let agent: String
    let address: String
    let begun: String
    let seen: String
    let isHere: Bool
    let id: String
  }

  /// The words of the page.
  struct PageWords {
    let roles, noRoles, sessions, agent, address, begun, seen, here, end, endOthers: String
  }

  static let path = "/account"
  static let title = Words(vi: "Tài khoản của tôi", en: "My account")

  static func answer(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let units = try await visit.station.desk.store.read { try $0.units() }
    let page = AccountPage(
      title: title[language], name: "\(visitor.person.name) (\(visitor.person.login))".visible(),
      roles: visitor.grants.map { RoleWords.text($0, units, language) }, links: links(visitor, language),
      sessions: try await visit.station.desk.sessions(of: visitor).map { session in
        Session(
          agent: session.agent.visible(), address: session.address, begun: PageTime.text(session.createdAt),
          seen: PageTime.text(session.seenAt), isHere: session.id == visitor.session.id, id: session.id)
      }, token: visitor.formToken, words: words(language))
    return visit.page(title, of: nil, here: nil, body: Template.render(.account, page))
  }

  /// All that the server keeps about the reader, for them to take along.
  static func answerData(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let person = visitor.person
    let (feeds, rows) = try await visit.station.desk.store.read { transaction in
      (try transaction.feeds(of: person.number), try transaction.trail(ofPerson: person.number))
    }
    let value: JSONValue = [
      "person": [
        "number": .integer(person.number), "login": .text(person.login), "name": .text(person.name),
        "secondFactor": JSONValue(visitor.hasSecondFactor),
      ],
      "roles": .array(
        visitor.grants.map {
          ["unit": .integer($0.unit), "role": .text($0.role), "outlet": JSONValue($0.outlet)]
        }),
      "sessions": .array(
        try await visit.station.desk.sessions(of: visitor).map { session in
          [
            "from": .text(session.createdAt.utcText), "seen": .text(session.seenAt.utcText),
            "address": .text(session.address), "browser": .text(session.agent),
          ]
        }),
      "tokens": .array(
        try await visit.station.desk.tokens(of: visitor).map { token in
          [
            "name": .text(token.name), "made": .text(token.createdAt.utcText),
            "until": .text(token.expiresAt.utcText),
          ]
        }),
      "subscriptions": .array(
        feeds.map { ["made": .text($0.createdAt.utcText), "revoked": JSONValue($0.revokedAt?.utcText)] }),
      "trail": .array(
        rows.map { row in
          [
            "at": .text(row.note.at.utcText), "action": .text(row.note.action),
            "object": .text(row.note.object),
            "address": JSONValue(row.note.address),
          ]
        }),
    ]
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/json", .contentDisposition: "attachment; filename=\"my-data.json\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: value.written)))
  }

  /// Ends the session that the form names, or all others.
  static func endSession(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    if form["session"].isEmpty {
      try await visit.station.desk.endOtherSessions(visitor)
    } else {
      try await visit.station.desk.endSession(form["session"], of: visitor)
    }
    return .seeOther(path)
  }

  /// The pages that belong to no plan, and that the reader may see.
  static func links(_ visitor: Visitor, _ language: ReaderLanguage) -> [PageFrame.Link] {
    var links = [
      PageFrame.Link(address: PasswordPage.path, name: PasswordPage.title[language]),
      PageFrame.Link(address: FactorPage.path, name: FactorPage.title[language]),
      PageFrame.Link(address: TokensPage.path, name: TokensPage.title[language]),
    ]
    links.append(
      PageFrame.Link(
        address: "/account/data.json",
        name: Words(vi: "Dữ liệu về tôi", en: "What is kept about me")[language]))
    if visitor.may(.administer) {
      links.append(PageFrame.Link(address: PeoplePage.path, name: PeoplePage.title[language]))
    }
    if visitor.may(.audit) {
      links.append(PageFrame.Link(address: AuditPage.path, name: AuditPage.title[language]))
    }
    return links
  }

  private static func words(_ language: ReaderLanguage) -> PageWords {
    PageWords(
      roles: Words(vi: "Vai trò", en: "Roles")[language],
      noRoles: Words(
        vi: "Chưa có vai trò nào; hãy hỏi người quản trị.", en: "None yet; ask an administrator.")[
          language],
      sessions: Words(vi: "Đang đăng nhập ở đâu", en: "Where you are signed in")[language],
      agent: Words(vi: "Trình duyệt", en: "Browser")[language],
      address: Words(vi: "Địa chỉ mạng", en: "Address")[language],
      begun: Words(vi: "Đăng nhập lúc", en: "Since")[language],
      seen: Words(vi: "Lần cuối", en: "Last seen")[language],
      here: Words(vi: "trình duyệt này", en: "this one")[language],
      end: Words(vi: "Đăng xuất", en: "Sign out")[language],
      endOthers: Words(vi: "Đăng xuất mọi nơi khác", en: "Sign out everywhere else")[language])
  }

  static let template = """
    <h1>{{title}}</h1>
    <p>{{name}}</p>
    <ul class="tabs">{{#links}}<li><a href="{{address}}">{{name}}</a></li>{{/links}}</ul>
    <h2>{{words.roles}}</h2>
    {{^roles}}<p>{{words.noRoles}}</p>{{/roles}}
    <ul>{{#roles}}<li>{{.}}</li>{{/roles}}</ul>
    <h2>{{words.sessions}}</h2>
    <div class="table" tabindex="0" role="region" aria-label="{{words.sessions}}">
    <table><thead><tr><th scope="col">{{words.agent}}</th><th scope="col">{{words.address}}</th>\
    <th scope="col">{{words.begun}}</th><th scope="col">{{words.seen}}</th><td></td></tr></thead><tbody>
    {{#sessions}}
    <tr><th scope="row" class="name">{{agent}}</th><td>{{address}}</td><td>{{begun}}</td><td>{{seen}}</td><td>\
    {{#isHere}}{{words.here}}{{/isHere}}{{^isHere}}<form method="post" action="/account/sessions">\
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="session" value="{{id}}">\
    <button class="plain">{{words.end}}</button></form>{{/isHere}}</td></tr>
    {{/sessions}}
    </tbody></table></div>
    <form method="post" action="/account/sessions"><input type="hidden" name="token" value="{{token}}">\
    <button>{{words.endOthers}}</button></form>

    """
}

/// Words for roles, rights and times that several pages have.
enum RoleWords {
  static func name(_ role: Role) -> Words {
    switch role {
    case .viewer: Words(vi: "xem", en: "viewer")
    case .translator: Words(vi: "biên dịch", en: "translator")
    case .logger: Words(vi: "ghi nhật ký", en: "logger")
    case .editor: Words(vi: "biên tập", en: "editor")
    case .planner: Words(vi: "lập kế hoạch", en: "planner")
    case .publisher: Words(vi: "phát hành lịch", en: "publisher")
    case .closer: Words(vi: "chốt số liệu", en: "closer")
    case .auditor: Words(vi: "kiểm tra", en: "auditor")
    case .administrator: Words(vi: "quản trị", en: "administrator")
    }
  }

  static func name(_ right: Right) -> Words {
    switch right {
    case .read: Words(vi: "đọc kế hoạch, lịch, số liệu", en: "read plans, schedules and counts")
    case .ownFeeds:
      Words(vi: "tạo và hủy địa chỉ lịch của bạn", en: "make and revoke your calendar addresses")
    case .readDraft: Words(vi: "đọc dự thảo lịch", en: "read the draft of a schedule")
    case .recordLogs:
      Words(vi: "gửi và ghi nhật ký, số liệu", en: "send in and record logs and declared figures")
    case .draft:
      Words(vi: "dời lượt phát trong dự thảo, xếp lại", en: "move broadcasts of the draft, plan anew")
    case .publish: Words(vi: "phát hành lịch", en: "publish the schedule")
    case .changePlan: Words(vi: "sửa văn bản kế hoạch", en: "change a plan's text")
    case .audit: Words(vi: "đọc nhật ký thao tác", en: "read the audit trail")
    case .administer: Words(vi: "đọc danh sách người dùng", en: "read the list of people")
    case .ownTranslations, .link, .assign, .close:
      Words(right.rawValue)
    }
  }

  /// What somebody is where: “biên tập · Đài (kênh tv)”.
  static func text(_ grant: Grant, _ units: [Unit], _ language: ReaderLanguage) -> String {
    let role = Role(rawValue: grant.role).map { name($0)[language] } ?? grant.role
    let unit = units.first { $0.number == grant.unit }?.name ?? "\(grant.unit)"
    let outlet =
      grant.outlet.map { Words(vi: " (chỉ kênh \($0))", en: " (outlet \($0) alone)")[language] } ?? ""
    return "\(role) · \(unit)\(outlet)".visible()
  }
}
