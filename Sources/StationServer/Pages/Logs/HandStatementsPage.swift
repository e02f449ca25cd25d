import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What was said by hand about rows of the logs: who, when, on what evidence, and what it means for the count; each can be
/// taken back by a new entry with a reason.
struct HandStatementsPage {
  let title: String
  let head: String
  let ways: LogsPage.Ways
  let told: String?
  let rows: [Row]
  let none: String
  let rest: String?
  let action: String
  let token: String
  let words: PageWords

  /// A statement.
  struct Row {
    let number: Int
    let id: String
    let what: String
    let about: String
    /// Who said so, and when.
    let said: String
    let reason: String
    /// Whether it holds, and what it means for the count.
    let state: String
    let kind: String
    let entry: PageFrame.Link?
    let mayTakeBack: Bool
  }

  struct PageWords {
    let reason, why, takeBack, takeBackHelp: String
  }

  static let title = Words(vi: "Điều đã nói bằng tay", en: "What was said by hand")

  /// So many are shown at once.
  private static let most = 200

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let said = try await visit.station.years.work.run { year.handStatements() }
    let page = HandStatementsPage(said, known, plan, visitor, visit)
    return visit.page(title, of: year, here: "/logs", body: Template.render(.handStatements, page))
  }

  /// Takes a statement back.
  static func takeBack(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let form = visit.form, !form["statement"].isEmpty else {
      throw Refusal.unreadable
    }
    _ = try await visit.takeBack(statement: form["statement"], reason: form["reason"])
    return .seeOther("/p/\(plan.plan.slug)/logs/by-hand?done=yes")
  }

  private init(
    _ said: [HandStatement], _ known: YearReading.Known, _ plan: VisiblePlan, _ visitor: Visitor,
    _ visit: Visit
  ) {
    let language = visit.language
    let base = "/p/\(plan.plan.slug)"
    title = Self.title[language]
    head =
      Words(
        vi:
          "Mọi điều đã nói bằng tay về các dòng nhật ký, mới nhất trước. Không điều gì bị xóa hay sửa: rút lại là ghi thêm một mục vào sổ, kèm lý do và tên bạn.",
        en:
          "All that was said by hand about rows of the logs, the newest first. Nothing is removed or rewritten: taking something back adds an entry to the Book, with the reason and your name."
      )[language]
    told =
      visit.asked("done") == nil
      ? nil
      : Words(
        vi: "Đã ghi việc rút lại vào sổ; các số liệu đã tính lại.",
        en: "It is taken back in the Book, and the figures are counted anew.")[language]
    ways = LogsPage.Ways(links: [
      PageFrame.Link(address: "\(base)/logs", name: LogsPage.title[language]),
      PageFrame.Link(address: "\(base)/logs/unmatched", name: UnmatchedPage.title[language]),
    ])
    none =
      Words(
        vi: "Chưa ai nói gì bằng tay về các dòng nhật ký.",
        en: "Nobody has said anything by hand about rows of the logs.")[language]
    rest =
      said.count > Self.most
      ? Words(
        vi: "Chỉ hiện \(Self.most) điều mới nhất; các điều cũ hơn nằm trong sổ ghi.",
        en: "The newest \(Self.most) are shown; the others stand in the history.")[language] : nil
    action = "\(base)/logs/by-hand/withdraw"
    token = visitor.formToken
    let words = HandWords(known, language)
    rows = said.prefix(Self.most).enumerated().map { number, one in
      let isOpen: Bool
      switch (one.subject, one.standing) {
      case (.takenBack, _), (.correction(_, _, true), _), (_, .replaced), (_, .takenBack): isOpen = false
      default: isOpen = true
      }
      let right: Right
      switch one.subject {
      case .correction, .broadcast: right = .recordLogs
      case .row, .title, .takenBack: right = .link
      }
      let when = one.time.map(HistoryPage.time)
      return Row(
        number: number, id: one.id, what: words.what(one.subject), about: words.about(one.subject),
        said: [one.author.visible(), when].compactMap(\.self).joined(separator: ", "),
        reason: words.reason(one.reason), state: words.state(one), kind: words.kind(one),
        entry: one.entry.map {
          PageFrame.Link(
            address: "\(base)/history/\($0.prefix(BookEntry.shortLength))",
            name: Words(vi: "mục sổ", en: "entry of the Book")[language])
        }, mayTakeBack: isOpen && plan.allows(.link) && plan.allows(right))
    }
    self.words = PageWords(
      reason: Words(vi: "Căn cứ", en: "Evidence")[language],
      why: Words(vi: "Vì sao rút lại", en: "Why it is taken back")[language],
      takeBack: Words(vi: "Rút lại", en: "Take back")[language],
      takeBackHelp: Words(vi: "Rút lại điều này…", en: "Take this back…")[language])
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#ways}}{{> ways}}{{/ways}}
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    <p class="soft">{{head}}</p>
    {{^rows}}<p>{{none}}</p>{{/rows}}
    {{#rest}}<p class="soft">{{.}}</p>{{/rest}}
    {{#rows}}
    <section class="feed {{kind}}"><div>
    <h2>{{what}}</h2>
    <p>{{about}}</p>
    <p><span class="state">{{state}}</span></p>
    <p class="soft">{{said}}{{#entry}} · <a href="{{address}}">{{name}}</a>{{/entry}}<br>{{words.reason}}: {{reason}}</p>
    {{#mayTakeBack}}
    <details class="noprint"><summary>{{words.takeBackHelp}}</summary>
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}">\
    <input type="hidden" name="statement" value="{{id}}">
    <p><label for="why{{number}}">{{words.why}}</label><input id="why{{number}}" name="reason" required maxlength="500"></p>
    <p><button class="plain">{{words.takeBack}}</button></p></form></details>
    {{/mayTakeBack}}
    </div></section>
    {{/rows}}

    """
}
