import ScheduleModel
import StationDesk
import StationStore

/// What surrounds the body of a page: its head, the ways to other pages, the language, and who has signed in.
struct PageFrame {
  let lang: String
  let title: String
  let style = StationStyle.path
  let icon = StationStyle.iconPath
  let plan: String?
  let pages: [Link]
  /// Pages for who manages people, or reads the trail.
  let duties: [Link]
  let reader: Shown?
  let other: Link
  let words: FrameWords
  /// After how many seconds the browser asks for the page again; `nil` for never.
  var refresh: Int?

  /// A way to another page.
  struct Link {
    let address: String
    let name: String
    var isHere = false
    var lang = ""
  }

  /// Who has signed in.
  struct Shown {
    let name: String
    let token: String
  }

  /// - Parameters:
  ///   - plan: The address of the plan whose pages are offered; `nil` for none.
  ///   - readsDraft: Whether the visitor may see what is not published.
  ///   - here: The page that this one is, behind the plan's address; `nil` for one that is not offered.
  ///   - address: The address of the page, for the same page in the other language.
  init(
    title: String, plan: String?, readsDraft: Bool, here: String?, visitor: Visitor?,
    language: ReaderLanguage, address: String
  ) {
    lang = language.rawValue
    self.title = title
    self.plan = plan
    pages =
      plan.map { plan in
        FrameWords.pages.filter { readsDraft || $0.page != "/desk" }.map { page, name in
          Link(address: "/p/\(plan)\(page)", name: name[language], isHere: page == here)
        }
      } ?? []
    duties = Self.duties(of: visitor, language, address)
    reader = visitor.map { Shown(name: $0.person.name, token: $0.formToken) }
    let next: ReaderLanguage = language == .vietnamese ? .english : .vietnamese
    other = Link(
      address: Self.address(address, in: next), name: next == .vietnamese ? "Tiếng Việt" : "English",
      lang: next.rawValue)
    words = FrameWords(language)
  }

  /// What a visitor may do besides plans; nothing before the password and the code are given.
  private static func duties(of visitor: Visitor?, _ language: ReaderLanguage, _ address: String) -> [Link] {
    guard let visitor, !visitor.awaitsCode, !visitor.mustChangePassword else { return [] }
    let here = address.prefix { $0 != "?" }
    let all: [(right: Right, path: String, name: Words)] = [
      (.administer, PeoplePage.path, PeoplePage.title), (.administer, UnitsPage.path, UnitsPage.title),
      (.audit, AuditPage.path, AuditPage.title),
    ]
    return all.filter { visitor.may($0.right) }.map { duty in
      Link(address: duty.path, name: duty.name[language], isHere: here == duty.path)
    }
  }

  /// The same address in a language.
  static func address(_ address: String, in language: ReaderLanguage) -> String {
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let kept = parts.count > 1 ? parts[1].split(separator: "&").filter { !$0.hasPrefix("lang=") } : []
    return parts[0] + "?" + (kept + ["lang=\(language.rawValue)"]).joined(separator: "&")
  }

  /// All before the body.
  func head() -> String { Template.render(.head, self) }

  /// All behind it.
  func foot() -> String { Template.render(.foot, self) }

  /// The head of every page, of refusals too; it names `lang`, `title`, `style` and `icon`, and may have `refresh`.
  static let documentHead = """
    <!DOCTYPE html>
    <html lang="{{lang}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    {{#refresh}}<meta http-equiv="refresh" content="{{.}}">
    {{/refresh}}
    <title>{{title}} · Lịch Sóng</title>
    <link rel="stylesheet" href="{{style}}">
    <link rel="icon" href="{{icon}}">
    </head>
    """

  static let headTemplate = """
    \(documentHead)
    <body>
    <a class="skip" href="#main">{{words.skip}}</a>
    <header class="bar">
    <a class="brand" href="/">Lịch Sóng</a>
    <div class="who">
    {{#duties}}<a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{name}}</a>
    {{/duties}}
    {{#other}}<a href="{{address}}" lang="{{lang}}" hreflang="{{lang}}">{{name}}</a>{{/other}}
    {{#reader}}
    <form method="post" action="/sign-out"><input type="hidden" name="token" value="{{token}}">\
    <a href="/account">{{name}}</a> <button class="plain">{{words.signOut}}</button></form>
    {{/reader}}
    </div>
    {{#plan}}
    <nav aria-label="{{words.pages}}"><ul>
    {{#pages}}
    <li><a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{name}}</a></li>
    {{/pages}}
    </ul></nav>
    {{/plan}}
    </header>
    <main id="main">

    """

  static let footTemplate = """
    </main>
    </body>
    </html>

    """
}

/// The words of the frame.
struct FrameWords {
  let skip: String
  let pages: String
  let signOut: String

  init(_ language: ReaderLanguage) {
    skip = Words(vi: "Đến nội dung", en: "Skip to the content")[language]
    pages = Words(vi: "Các trang của kế hoạch", en: "Pages of the plan")[language]
    signOut = Words(vi: "Đăng xuất", en: "Sign out")[language]
  }

  /// The pages of a plan that every page offers, by what stands behind the plan's address.
  static let pages: [(page: String, name: Words)] = [
    ("/today", Words(vi: "Hôm nay", en: "Today")),
    ("", Words(vi: "Cả năm", en: "Year")),
    ("/schedule", Words(vi: "Lịch phát", en: "Schedule")),
    ("/desk", Words(vi: "Xếp lịch", en: "Desk")),
    ("/languages", Words(vi: "Ngôn ngữ", en: "Languages")),
    ("/logs", Words(vi: "Nhật ký", en: "Logs")),
    ("/counts", Words(vi: "Số liệu", en: "Counts")),
    ("/papers", Words(vi: "Văn bản", en: "Papers")),
    ("/findings", Words(vi: "Cần xem lại", en: "Findings")),
    ("/history", Words(vi: "Sổ ghi", en: "History")),
    ("/text", Words(vi: "Kế hoạch", en: "Plan text")),
    ("/feeds", Words(vi: "Đăng ký lịch", en: "Feeds")),
    ("/jobs", Words(vi: "Việc nền", en: "Jobs")),
  ]
}
