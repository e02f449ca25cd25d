import HTTPTypes
import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// One person: roles, the right to sign in, a link for another password, and their erasure.
struct PersonPage {
  let name: String
  let login: String
  let state: String
  let message: String?
  let link: String?
  /// Whom the link is for, and what to do with it.
  let linkFor: String
  /// That no version is of somebody who is a translator; `nil` for anybody else.
  let note: String?
  let roles: [Row]
  let choices: RoleChoices
  let actions: [Action]
  let address: String
  let token: String
  let words: PageWords

  /// A role that can be taken.
  struct Row {
    let text: String
    let value: String
  }

  /// Something that can be done.
  struct Action {
    let name: String
    let meaning: String
    let value: String
  }

  /// The words of the page.
  struct PageWords {
    let back, roles, noRoles, take, give, reason, others: String
  }

  static func answer(_ visit: Visit) async throws -> Response {
    if let elsewhere = visit.confirmation(next: PeoplePage.path) { return elsewhere }
    return try await page(visit)
  }

  /// One form for each thing that can be done, told apart by the button.
  static func change(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    if let elsewhere = visit.confirmation(next: PeoplePage.path) { return elsewhere }
    let desk = visit.station.desk
    let listing = try await listing(visit)
    let (number, grants) = (listing.person.number, listing.grants)
    let reason = form["reason"].isEmpty ? nil : String(form["reason"].prefix(1_000))
    do {
      switch form["do"] {
      case "give":
        guard let grant = try RoleChoices.grant(form) else { throw Refusal.unreadable }
        try await UnitOutlets.check(grant, visitor, visit)
        try await desk.setGrants(
          grants.filter { $0 != grant } + [grant], of: number, by: visitor, reason: reason)
      case let taken where taken.hasPrefix("take "):
        let kept = grants.filter { value(of: $0) != taken.dropFirst(5) }
        try await desk.setGrants(kept, of: number, by: visitor, reason: reason)
      case "disable": try await desk.setDisabled(true, number, by: visitor, reason: reason)
      case "enable": try await desk.setDisabled(false, number, by: visitor, reason: reason)
      case "factor": try await desk.removeFactor(of: number, by: visitor, reason: reason)
      case "erase":
        guard reason != nil else { return try await page(visit, refusal: .reasonNeeded) }
        try await desk.erase(number, by: visitor, reason: reason)
        return .seeOther(PeoplePage.path)
      case "reset":
        let link = try await desk.resetLink(for: number, by: visitor)
        return try await page(visit, link: visit.ownAddress("/link/\(link)"))
      default: throw Refusal.unreadable
      }
      return .seeOther("\(PeoplePage.path)/\(number)")
    } catch let refusal as DeskRefusal {
      return try await page(visit, refusal: Refusal(refusal))
    } catch let refusal as Refusal where refusal.status == .unprocessableContent {
      return try await page(visit, refusal: refusal)
    }
  }

  private static func listing(_ visit: Visit) async throws -> PersonListing {
    guard let visitor = visit.visitor, let number = Int(try visit.part("person")),
      let listing = try await visit.station.desk.people(visitor).first(where: { $0.person.number == number })
    else { throw Refusal.notFound }
    return listing
  }

  private static func value(of grant: Grant) -> String {
    [String(grant.unit), grant.role, grant.outlet ?? ""].joined(separator: " ")
  }

  private static func page(
    _ visit: Visit, link: String? = nil, refusal: Refusal? = nil
  ) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let listing = try await listing(visit)
    let person = listing.person
    let units = try await visit.station.desk.units(visitor, .administer)
    let note = try await UnitOutlets.translatorNote(person, listing.grants, visitor, visit)
    let page = PersonPage(
      name: person.name.visible(), login: person.login.visible(), state: PeoplePage.state(listing)[language],
      message: refusal?.words[language], link: link,
      linkFor: PeoplePage.linkWords(person)[language].visibleLines(), note: note?[language].visible(),
      roles: listing.grants.map { grant in
        Row(text: RoleWords.text(grant, units, language), value: "take \(value(of: grant))")
      }, choices: try await RoleChoices(units, visitor, visit, keepsForm: refusal != nil),
      actions: actions(listing, language),
      address: "\(PeoplePage.path)/\(person.number)", token: visitor.formToken,
      words: PageWords(
        back: PeoplePage.title[language], roles: Words(vi: "Vai trò", en: "Roles")[language],
        noRoles: Words(vi: "Chưa có vai trò nào.", en: "There is none.")[language],
        take: Words(vi: "Thu lại", en: "Take away")[language],
        give: Words(vi: "Giao vai trò", en: "Give a role")[language],
        reason: Words(vi: "Lý do (ghi vào nhật ký thao tác)", en: "Why (kept in the audit trail)")[language],
        others: Words(vi: "Tài khoản", en: "The account")[language]))
    var response = visit.page(Words(person.name), of: nil, here: nil, body: Template.render(.person, page))
    if let refusal { response.status = refusal.status }
    return response
  }

  private static func actions(_ listing: PersonListing, _ language: ReaderLanguage) -> [Action] {
    func action(_ value: String, _ name: Words, _ meaning: Words) -> Action {
      Action(name: name[language], meaning: meaning[language], value: value)
    }
    let isDisabled = listing.person.disabledAt != nil
    var actions = [
      action(
        "reset", Words(vi: "Tạo liên kết đặt mật khẩu", en: "Make a link for another password"),
        Words(
          vi: "Liên kết dùng một lần, trong một ngày; bạn gửi cho người đó.",
          en: "The link is good once, within a day; you send it to the person.")),
      isDisabled
        ? action(
          "enable", Words(vi: "Mở khóa", en: "Enable"),
          Words(vi: "Đăng nhập lại được.", en: "They may sign in again."))
        : action(
          "disable", Words(vi: "Khóa tài khoản", en: "Disable"),
          Words(
            vi: "Không đăng nhập được nữa; địa chỉ lịch và mã truy cập ngừng hoạt động.",
            en: "They may not sign in; their calendar addresses and tokens stop working.")),
      action(
        "erase", Words(vi: "Xóa thông tin cá nhân", en: "Erase"),
        Words(
          vi:
            "Họ tên và tên đăng nhập bị thay bằng một số, không lấy lại được; sổ và nhật ký thao tác giữ nguyên.",
          en: "Name and login are replaced by a number, for good; the Book and the trail stay.")),
    ]
    if listing.hasSecondFactor {
      actions.insert(
        action(
          "factor", Words(vi: "Gỡ xác thực hai bước", en: "Remove the second factor"),
          Words(
            vi: "Cho người mất cả điện thoại lẫn mã dự phòng.",
            en: "For somebody who lost the telephone and the recovery codes.")), at: 1)
    }
    return actions
  }

  static let template = """
    <p class="back"><a href="/people">← {{words.back}}</a></p>
    <h1>{{name}} <span class="soft">{{login}}</span></h1>
    <p>{{state}}</p>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    {{#link}}<p class="note address" role="status">{{linkFor}} <code>{{.}}</code></p>
    {{/link}}
    {{#note}}<p class="note">{{.}}</p>
    {{/note}}
    <h2>{{words.roles}}</h2>
    {{^roles}}<p>{{words.noRoles}}</p>{{/roles}}
    <ul class="plainly">
    {{#roles}}
    <li><form method="post" action="{{address}}"><input type="hidden" name="token" value="{{token}}">{{text}} \
    <button class="plain" name="do" value="{{value}}" aria-label="{{words.take}}: {{text}}">{{words.take}}</button></form></li>
    {{/roles}}
    </ul>
    <h2>{{words.give}}</h2>
    <form method="post" action="{{address}}" class="fields"><input type="hidden" name="token" value="{{token}}">
    {{#choices}}{{> roles}}{{/choices}}
    <p><label for="give-reason">{{words.reason}}</label><input id="give-reason" name="reason" maxlength="1000"></p>
    <p><button name="do" value="give">{{words.give}}</button></p></form>
    <h2>{{words.others}}</h2>
    <form method="post" action="{{address}}" class="fields"><input type="hidden" name="token" value="{{token}}">
    <p><label for="reason">{{words.reason}}</label><input id="reason" name="reason" maxlength="1000"></p>
    {{#actions}}
    <p><button name="do" value="{{value}}">{{name}}</button> <span class="soft">{{meaning}}</span></p>
    {{/actions}}
    </form>

    """
}

extension Refusal {
  /// What cannot be taken back needs a reason.
  static let reasonNeeded = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Việc này không lấy lại được; hãy ghi lý do rồi bấm lại.",
      en: "This cannot be taken back; say why, and press the button again."))
}
