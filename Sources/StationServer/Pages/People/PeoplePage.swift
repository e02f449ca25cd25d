import HTTPTypes
import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The people of the units that the reader manages, and an invitation for another.
struct PeoplePage {
  let title: String
  let message: String?
  let link: String?
  /// Whom the link is for, and what to do with it.
  let linkFor: String?
  /// That no version is of somebody who was just made a translator; `nil` for anybody else.
  let note: String?
  /// What was typed in a form that was refused.
  let name: String
  let login: String
  let people: [Row]
  let choices: RoleChoices
  let token: String
  let words: PageWords

  /// A person.
  struct Row {
    let name: String
    let login: String
    let roles: [String]
    let state: String
    let leads: String
  }

  /// The words of the page.
  struct PageWords {
    let name, login, roles, state, invite, inviteHead, make: String
  }

  static let path = "/people"
  static let title = Words(vi: "Người dùng", en: "People")

  static func answer(_ visit: Visit) async throws -> Response {
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    return try await page(visit)
  }

  static func invite(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    do {
      let grants = try RoleChoices.grant(form).map { [$0] } ?? []
      for grant in grants { try await UnitOutlets.check(grant, visitor, visit) }
      let invited = try await visit.station.desk.invite(
        login: form["login"], name: form["name"], grants: grants, by: visitor)
      let note = try await UnitOutlets.translatorNote(invited.person, grants, visitor, visit)
      return try await page(
        visit, made: (invited.person, visit.ownAddress("/link/\(invited.link)")), note: note)
    } catch let refusal as DeskRefusal {
      return try await page(visit, refusal: Refusal(refusal))
    } catch let refusal as Refusal {
      return try await page(visit, refusal: refusal)
    }
  }

  private static func page(
    _ visit: Visit, made: (person: Person, link: String)? = nil, note: Words? = nil, refusal: Refusal? = nil
  ) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let (language, desk) = (visit.language, visit.station.desk)
    let units = try await desk.units(visitor, .administer)
    let page = PeoplePage(
      title: title[language], message: refusal?.words[language], link: made?.link,
      linkFor: made.map { Self.linkWords($0.person)[language].visibleLines() },
      note: note?[language].visible(),
      name: refusal == nil ? "" : visit.form?["name"] ?? "",
      login: refusal == nil ? "" : visit.form?["login"] ?? "",
      people: try await desk.people(visitor).map { listing in
        Row(
          name: listing.person.name.visible(), login: listing.person.login.visible(),
          roles: listing.grants.map { RoleWords.text($0, units, language) }, state: state(listing)[language],
          leads: "\(path)/\(listing.person.number)")
      }, choices: try await RoleChoices(units, visitor, visit, keepsForm: refusal != nil),
      token: visitor.formToken,
      words: PageWords(
        name: Words(vi: "Họ tên", en: "Name")[language],
        login: Words(vi: "Tên đăng nhập", en: "Name to sign in with")[language],
        roles: Words(vi: "Vai trò", en: "Roles")[language],
        state: Words(vi: "Tình trạng", en: "State")[language],
        invite: Words(vi: "Mời thêm người", en: "Invite somebody")[language],
        inviteHead: Words(
          vi: "Người được mời tự đặt mật khẩu bằng một liên kết dùng một lần, trong một ngày.",
          en: "Who is invited chooses a password by a link that is good once, within a day.")[language],
        make: Words(vi: "Tạo lời mời", en: "Make the invitation")[language]))
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.people, page))
    if let refusal { response.status = refusal.status }
    return response
  }

  /// For whom a link is, and what to do with it.
  static func linkWords(_ person: Person) -> Words {
    Words(
      vi:
        "Hãy gửi liên kết này cho \(person.name) (tên đăng nhập: \(person.login)); liên kết chỉ hiện lần này, dùng được một lần, trong một ngày:",
      en:
        "Send this link to \(person.name), who signs in as \(person.login); it is shown this once, and is good once, within a day:"
    )
  }

  /// Whether somebody may sign in, and how.
  static func state(_ listing: PersonListing) -> Words {
    let person = listing.person
    if person.disabledAt != nil { return Words(vi: "đã khóa", en: "disabled") }
    if person.password == nil { return Words(vi: "chưa nhận lời mời", en: "invited") }
    return listing.hasSecondFactor
      ? Words(vi: "đang dùng, xác thực hai bước", en: "active, with a second factor")
      : Words(vi: "đang dùng", en: "active")
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    {{#link}}<p class="note address" role="status">{{linkFor}} <code>{{.}}</code></p>
    {{/link}}
    {{#note}}<p class="note">{{.}}</p>
    {{/note}}
    <div class="table" tabindex="0" role="region" aria-label="{{title}}">
    <table><thead><tr><th scope="col">{{words.name}}</th><th scope="col">{{words.login}}</th><th scope="col">{{words.roles}}</th>\
    <th scope="col">{{words.state}}</th></tr></thead><tbody>
    {{#people}}
    <tr><th scope="row" class="name"><a href="{{leads}}">{{name}}</a></th><td>{{login}}</td>\
    <td class="words"><ul class="small">{{#roles}}<li>{{.}}</li>{{/roles}}</ul></td><td>{{state}}</td></tr>
    {{/people}}
    </tbody></table></div>
    <h2>{{words.invite}}</h2>
    <p class="soft">{{words.inviteHead}}</p>
    <form method="post" action="/people" class="fields"><input type="hidden" name="token" value="{{token}}">
    <p><label for="name">{{words.name}}</label><input id="name" name="name" value="{{name}}" required maxlength="200" autocomplete="off"></p>
    <p><label for="login">{{words.login}}</label><input id="login" name="login" value="{{login}}" required maxlength="100" autocomplete="off"></p>
    {{#choices}}{{> roles}}{{/choices}}
    <p><button>{{words.make}}</button></p></form>

    """
}

/// The fields by which a role is chosen.
struct RoleChoices {
  let units: [Choice]
  let roles: [Choice]
  /// The outlets that there are, to choose from; a long list is left out.
  let outlets: [Choice]
  /// The outlet that was typed in a form that was refused.
  let outlet: String
  let words: ChoiceWords

  /// One of several.
  struct Choice {
    let value: String
    let name: String
    var isChosen = false
  }

  /// The words of the fields.
  struct ChoiceWords {
    let unit, role, outlet, none: String
  }

  /// - Parameter keepsForm: Whether what was sent is chosen again, because it was refused.
  init(_ units: [Unit], _ visitor: Visitor, _ visit: Visit, keepsForm: Bool) async throws {
    let language = visit.language
    let form = keepsForm ? visit.form : nil
    self.units = units.map {
      Choice(
        value: "\($0.number)", name: "\($0.name) (\($0.code))".visible(),
        isChosen: form?["unit"] == "\($0.number)")
    }
    roles = Role.allCases.map {
      Choice(value: $0.rawValue, name: RoleWords.name($0)[language], isChosen: form?["role"] == $0.rawValue)
    }
    outlet = form?["outlet"] ?? ""
    outlets = try await UnitOutlets(of: nil, most: 20, visitor, visit).outlets.prefix(100).map {
      Choice(value: $0.id, name: $0.name.visible())
    }
    words = ChoiceWords(
      unit: Words(vi: "Đơn vị, gồm cả các đơn vị bên dưới", en: "Unit, with those below it")[language],
      role: Words(vi: "Vai trò", en: "Role")[language],
      outlet: Words(
        vi: "Chỉ một kênh (mã kênh trong kế hoạch; để trống là mọi kênh)",
        en: "One outlet alone (its id in the plan; empty for all)")[language],
      none: Words(vi: "(chưa có vai trò)", en: "(none yet)")[language])
  }

  /// The role that a form names; `nil` for none.
  static func grant(_ form: FormBody) throws(Refusal) -> Grant? {
    guard !form["role"].isEmpty else { return nil }
    let outlet = form["outlet"].filter { !$0.isWhitespace }
    guard let unit = Int(form["unit"]), Role(rawValue: form["role"]) != nil,
      outlet.isEmpty || outlet.wholeMatch(of: /[\p{L}\p{N}._-]{1,100}/) != nil
    else { throw .unreadable }
    return Grant(unit: unit, role: form["role"], outlet: outlet.isEmpty ? nil : outlet)
  }

  static let template = """
    <p><label for="role">{{words.role}}</label><select id="role" name="role"><option value="">{{words.none}}</option>\
    {{#roles}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/roles}}</select></p>
    <p><label for="unit">{{words.unit}}</label><select id="unit" name="unit">\
    {{#units}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/units}}</select></p>
    <p><label for="outlet">{{words.outlet}}</label><input id="outlet" name="outlet" value="{{outlet}}" list="outlets" maxlength="100" autocomplete="off">\
    <datalist id="outlets">{{#outlets}}<option value="{{value}}">{{name}}</option>{{/outlets}}</datalist></p>

    """
}

extension Visit {
  /// An address of this server as others have to call it.
  func ownAddress(_ path: String) -> String {
    (station.settings.publicOrigin ?? "http://\(request.head.authority ?? "127.0.0.1")") + path
  }
}
