import Hummingbird
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// A reader's subscriptions to calendars of a plan, each with its address and QR code, and how soon each client shows a
/// change.
struct FeedsPage {
  let title: String
  let head: String
  let token: String
  let action: String
  let feeds: [Row]
  let none: String
  let calendars: [Choice]
  /// The button for who may publish; `nil` for others.
  let makePublic: String?
  let noCalendars: String?
  let clients: [Client]
  let words: FormWords

  /// A subscription.
  struct Row {
    let title: String
    let link: String
    let webcal: String
    let made: String
    let code: Code?
    let revoke: String
  }

  /// A QR code.
  struct Code {
    let size: Int
    let path: String
    let label: String
  }

  /// A calendar that one can subscribe to.
  struct Choice {
    let calendar: String
    let name: String
  }

  /// A calendar client.
  struct Client {
    let client: String
    let delay: String
  }

  /// The words of the forms.
  struct FormWords {
    let mine, another, calendar, subscribe, revoke, open, clients, client, delay, keep: String
  }

  static let title = Words(vi: "Đăng ký lịch", en: "Feeds")

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard year.known != nil else { return try await FindingsPage.brokenPlan(visit, year) }
    guard let visitor = visit.visitor, let plan = visit.plan?.plan else { throw Refusal.notFound }
    let language = visit.language
    let files = Dictionary(
      try await choices(visit).map { ($0.calendar, $0.title[language]) },
      uniquingKeysWith: { first, _ in first })
    let feeds = try await visit.station.feeds.feeds(of: visitor, plan: plan)
    let page = FeedsPage(feeds, files: files, visit, year, token: visitor.formToken)
    return visit.page(title, of: year, here: "/feeds", body: Template.render(.feeds, page))
  }

  static func subscribe(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let plan = visit.plan?.plan, let form = visit.form else {
      throw Refusal.notFound
    }
    let (calendar, language) = (form["calendar"], visit.language)
    guard try await choices(visit).contains(where: { $0.calendar == calendar }) else {
      throw Refusal.unknown(
        calendar,
        Words(vi: "hãy chọn một lịch có trong danh sách", en: "choose one of the calendars in the list"))
    }
    if form["public"] == "yes", let visible = visit.plan {
      try await visit.station.feeds.makePublic(calendar, of: visible, language: language, by: visitor)
    } else {
      _ = try await visit.station.feeds.subscribe(visitor, to: calendar, of: plan, language: language)
    }
    return .seeOther("/p/\(plan.slug)/feeds")
  }

  /// The calendars that the plan has; none of a plan whose text has errors.
  static func choices(_ visit: Visit) async throws -> [FeedWork.Choice] {
    let (year, language) = (try await visit.year(), visit.language)
    if let known = year.knownCalendars(language) { return known }
    return try await visit.station.years.work.run { year.calendars(language) }
  }

  static func revoke(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    try await visit.station.feeds.revoke(try visit.part("feed"), by: visitor)
    return .seeOther("/p/\(try visit.part("plan"))/feeds")
  }

  /// The address of a subscription.
  static func address(of feed: Feed, _ visit: Visit) -> String {
    if let plan = visit.plan?.plan, visit.station.feeds.isPublic(feed, of: plan) {
      let language = feed.language == .vietnamese ? "" : "?lang=\(feed.language.rawValue)"
      return visit.ownAddress("/public/\(plan.slug)/\(feed.calendar).ics\(language)")
    }
    return visit.ownAddress("/f/\(visit.station.feeds.secret(of: feed.id))/\(feed.calendar).ics")
  }

  private init(
    _ feeds: [Feed], files: [String: String], _ visit: Visit, _ year: YearReading, token: String
  ) {
    let language = visit.language
    title = Self.title[language]
    head =
      Words(
        vi:
          "Mỗi địa chỉ là của riêng bạn: ai có địa chỉ thì xem được lịch, không cần đăng nhập. Địa chỉ không tự hết hạn; hủy thì "
          + "mất ngay và không lấy lại được.",
        en:
          "Each address is yours alone: whoever has it sees the calendar without signing in. It never expires by itself; "
          + "once revoked it is gone for good.")[language]
    self.token = token
    action = "/p/\(year.address)/feeds"
    self.feeds = feeds.map { feed in
      let link = Self.address(of: feed, visit)
      return Row(
        title: files[feed.calendar] ?? feed.calendar, link: link,
        webcal: "webcal" + link.drop { $0 != ":" },
        made: Words(
          vi: "tạo ngày \(feed.made.day.forPeople)", en: "made on \(feed.made.day.forPeople)")[language],
        code: QRPicture(link).map {
          Code(
            size: $0.size, path: $0.path,
            label: Words(vi: "Mã QR của địa chỉ này", en: "QR code of this address")[language])
        }, revoke: "/p/\(year.address)/feeds/\(feed.id)/revoke")
    }
    none = Words(vi: "Bạn chưa đăng ký lịch nào.", en: "You have not subscribed to a calendar yet.")[language]
    let own = visit.visitor.map { FoldedText($0.person.name).text } ?? ""
    // A person's own calendars come first.
    func isOthers(_ file: (key: String, value: String)) -> Int {
      let isOwn =
        !own.isEmpty && ["person-", "translator-"].contains(where: file.key.hasPrefix)
        && FoldedText(file.value).text.contains(own)
      return isOwn ? 0 : 1
    }
    calendars = files.sorted { (isOthers($0), $0.value, $0.key) < (isOthers($1), $1.value, $1.key) }.map {
      Choice(calendar: $0.key, name: $0.value)
    }
    makePublic =
      visit.plan?.allows(.publish) ?? false
      ? Words(vi: "Công khai cho mọi người", en: "Make it public for everybody")[language] : nil
    noCalendars =
      files.isEmpty
      ? Words(
        vi: "Chưa phát hành lịch nào nên chưa có gì để đăng ký.",
        en: "No schedule is published yet, so there is nothing to subscribe to.")[language] : nil
    let delays: [(String, Words)] = [
      (
        "Google Calendar",
        Words(vi: "sau 8–24 giờ, không chỉnh được", en: "after 8–24 hours, with no setting")
      ),
      (
        "iPhone, iPad, Mac",
        Words(
          vi: "theo cài đặt của máy, thường mỗi giờ", en: "as the device is set, usually every hour")
      ),
      ("Outlook", Words(vi: "khoảng 3 giờ, có khi 24 giờ", en: "after about 3 hours, at worst 24")),
      (
        "Thunderbird, DAVx⁵, ICSx⁵",
        Words(vi: "theo khoảng thời gian bạn đặt", en: "at the interval that you set")
      ),
    ]
    clients = delays.map { Client(client: $0.0, delay: $0.1[language]) }
    words = FormWords(
      mine: Words(vi: "Lịch đã đăng ký", en: "My subscriptions")[language],
      another: Words(vi: "Đăng ký thêm", en: "Subscribe to another")[language],
      calendar: Words(vi: "Lịch", en: "Calendar")[language],
      subscribe: Words(vi: "Tạo địa chỉ", en: "Make an address")[language],
      revoke: Words(vi: "Hủy địa chỉ này", en: "Revoke this address")[language],
      open: Words(vi: "Mở bằng phần mềm lịch", en: "Open in a calendar program")[language],
      clients: Words(vi: "Bao lâu thì thấy thay đổi", en: "How soon a change shows")[language],
      client: Words(vi: "Phần mềm", en: "Program")[language],
      delay: Words(vi: "Thấy sau", en: "Shows it")[language],
      keep: Words(
        vi: "Đây là do phần mềm lịch tự quyết định; việc gấp trong 24 giờ hãy xem trang “Hôm nay”.",
        en:
          "The programs decide this themselves; for what is urgent within 24 hours look at the page “Today”.")[
          language])
  }

  static let template = """
    <h1>{{title}}</h1>
    <p class="soft">{{head}}</p>
    <h2>{{words.mine}}</h2>
    {{^feeds}}<p>{{none}}</p>{{/feeds}}
    {{#feeds}}
    <section class="feed">
    {{#code}}<svg class="code" viewBox="0 0 {{size}} {{size}}" width="164" height="164" role="img" aria-label="{{label}}">\
    <rect width="{{size}}" height="{{size}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg>{{/code}}
    <div><h3>{{title}}</h3>
    <p class="address"><code>{{link}}</code></p>
    <p class="soft">{{made}}</p>
    <p><a class="file" href="{{webcal}}">{{words.open}}</a></p>
    <form method="post" action="{{revoke}}"><input type="hidden" name="token" value="{{token}}">\
    <button class="plain">{{words.revoke}}</button></form></div>
    </section>
    {{/feeds}}
    <h2>{{words.another}}</h2>
    {{#noCalendars}}<p>{{.}}</p>{{/noCalendars}}
    {{^noCalendars}}
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}">
    <p><label for="calendar">{{words.calendar}}</label>
    <select id="calendar" name="calendar">
    {{#calendars}}
    <option value="{{calendar}}">{{name}}</option>
    {{/calendars}}
    </select></p>
    <p><button>{{words.subscribe}}</button>\
    {{#makePublic}} <button class="plain" name="public" value="yes">{{.}}</button>{{/makePublic}}</p></form>
    {{/noCalendars}}
    <h2>{{words.clients}}</h2>
    <table class="plainly"><thead><tr><th scope="col">{{words.client}}</th><th scope="col">{{words.delay}}</th></tr></thead>
    <tbody>
    {{#clients}}
    <tr><th scope="row" class="name">{{client}}</th><td>{{delay}}</td></tr>
    {{/clients}}
    </tbody></table>
    <p class="soft">{{words.keep}}</p>

    """
}
