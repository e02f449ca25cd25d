import Allocation
import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What a publication would change, what is wrong or doubtful about it, and who would see it; the form that publishes.
struct DeskPublishPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let counts: String
  /// How many of the changes are language versions; `nil` where none is.
  let versions: String?
  let changes: [Change]
  /// What the first publication brings, by line and outlet; empty for a later one.
  let lines: [PublishedLine]
  let more: String?
  let findings: [Row]
  let errors: String?
  let subscribers: String
  let feeds: [String]
  let form: Form?
  let noForm: String?
  /// That the plan's text is recorded too.
  let planText: String?
  let told: String?
  /// What the plan asks for and the schedule does not have; `nil` where it has all of it.
  let short: Shortfall?
  /// The lines that the plan leaves out of the schedule; `nil` for none.
  let leftOut: String?
  let words: PageWordsOfTable

  /// What is short, by line, and where each is placed.
  struct Shortfall {
    let heading: String
    let lines: [String]
    let help: String
    let way: PageFrame.Link
  }

  /// A broadcast that changes.
  struct Change {
    let kind: String
    let name: String
    let before: String
    let after: String
  }

  /// A finding.
  struct Row {
    let kind: String
    let message: String
    let remedy: String?
    /// Where that is done.
    var ways: [PageFrame.Link] = []
  }

  /// The form that publishes.
  struct Form {
    let action: String
    let token: String
    let seen: String
    let comment: String
    let publish: String
  }

  /// The heads of the table.
  struct PageWordsOfTable {
    let work, before, after, change, table, findings, subscribers: String
    let brings, line, outlet, count, earliest, latest: String
  }

  static let title = Words(vi: "Phát hành", en: "Publish")

  /// So many changes are shown.
  private static let most = 200

  static func answer(_ visit: Visit) async throws -> Response {
    try await page(visit, told: nil, status: .ok)
  }

  /// Publishes what was seen.
  static func publish(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, let plan = visit.plan, !form["seen"].isEmpty else {
      throw Refusal.unreadable
    }
    switch try await visit.publish(seen: form["seen"], comment: form["comment"]) {
    case .published: return .seeOther("/p/\(plan.plan.slug)/desk/publish?done=yes")
    case .refused: return try await page(visit, told: nil, status: .unprocessableContent)
    case .overtaken:
      return try await page(
        visit,
        told: Words(
          vi:
            "Kế hoạch hoặc dự thảo đã đổi từ khi bạn mở trang; chưa phát hành gì. Hãy xem lại các thay đổi dưới đây.",
          en:
            "Plan or draft changed since you opened the page; nothing was published. Look at the changes again."
        ), status: .preconditionFailed)
    }
  }

  private static func page(_ visit: Visit, told: Words?, status: HTTPResponse.Status) async throws -> Response
  {
    let reading = try await visit.deskReading()
    guard let work = reading.work, let plan = visit.plan else {
      return DeskFindingsPage.answer(visit, reading)
    }
    let language = visit.language
    let subscribers = try await visit.station.feeds.subscribers(of: plan.plan)
    let publishers =
      plan.allows(.publish) ? [] : try await visit.station.desk.names(with: .publish, in: plan.plan)
    var told = told
    if told == nil, visit.asked("done") != nil {
      told = Words(
        vi: "Đã phát hành. Các lịch đăng ký sẽ lấy bản mới ở lần tải sau.",
        en: "Published. Calendars that people subscribe to have it the next time they are fetched.")
    }
    let body = try await visit.station.drafts.work.run { [told] in
      Template.render(
        .deskPublish,
        DeskPublishPage(visit, reading, work, subscribers, publishers, told: told?[language]))
    }
    return visit.deskPage(title, reading.address, body, status: status)
  }

  private init(
    _ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work, _ subscribers: [String: Int],
    _ publishers: [String], told: String?
  ) {
    let language = visit.language
    var year = reading.year
    let prepared = year.publication(
      by: visit.visitor?.person.name ?? "", at: visit.caller.now, comment: nil)
    title = Self.title[language]
    self.told = told
    back = PageFrame.Link(
      address: "/p/\(reading.address)/desk",
      name: Words(vi: "Về bàn xếp lịch", en: "Back to the desk")[language])
    head =
      (work.isPublished
      ? Words(
        vi:
          "So với bản đã phát hành. Phát hành là ghi vào sổ: từ đó mọi người thấy lịch này và không xóa được.",
        en:
          "Against what is published. Publishing records it in the Book: everybody sees it from then on, and it stays."
      )
      : Words(
        vi:
          "Chưa phát hành lần nào. Phát hành là ghi vào sổ: từ đó mọi người thấy lịch này và không xóa được.",
        en:
          "Nothing is published yet. Publishing records the schedule in the Book: everybody sees it from then on, and it stays."
      ))[language]
    let summary = prepared.summary
    let hasErrors = prepared.isHeldBack
    counts =
      hasErrors
      ? Self.kept(work)[language]
      : prepared.statements.isEmpty
        ? Words(vi: "Không có gì mới để phát hành.", en: "There is nothing new to publish.")[language]
        : !work.isPublished
          ? Words(
            vi: "Lần phát hành đầu: \(grouped(summary.added, in: .vietnamese)) lượt phát.",
            en: "The first publication: \(counted(summary.added, "broadcast")).")[language]
          : Words(
            vi:
              "Thêm \(summary.added), dời \(summary.moved), bỏ \(summary.withdrawn), cập nhật kết quả hoặc lời \(summary.told).",
            en:
              "\(summary.added) added, \(summary.moved) moved, \(summary.withdrawn) taken out, \(summary.told) with other outcomes or words."
          )[language]
    let all = work.isPublished ? Self.changes(work, language) : []
    lines = work.isPublished ? [] : PublishedLine.all(work, language)
    versions =
      work.isPublished
        && work.changeWords
          != Words(
            vi: "\(grouped(all.count, in: .vietnamese)) thay đổi", en: counted(all.count, "change"))
      ? Words(vi: "\(work.changeWords.vi).", en: "\(work.changeWords.en).")[language] : nil
    changes = Array(all.prefix(Self.most))
    more =
      all.count > changes.count
      ? Words(vi: "và \(all.count - changes.count) nữa", en: "and \(all.count - changes.count) more")[
        language]
      : nil
    let byMessage = Dictionary(
      work.worked.broken.map { ($0.message, $0) }, uniquingKeysWith: { first, _ in first })
    let order: [Finding.Severity] = [.error, .warning]
    var findings: [Row] = order.flatMap { severity in
      prepared.findings.filter { $0.severity == severity }.map {
        Row(
          kind: severity.rawValue, message: $0.message[language].visible(),
          remedy: $0.deskRemedy?[language].visibleLines(),
          ways: Self.ways(out: $0, byMessage[$0.message], visit, reading, work))
      }
    }
    let sample = reading.year.files.flatMap { NewPlan.sample(in: work.plan, $0.plan.bytes) }
    if let sample {
      findings.insert(
        Row(
          kind: "warning",
          message: Words(
            vi:
              "Kế hoạch còn nguyên chỉ tiêu mẫu “\(sample.title)”, 12 kỳ: số này do phần mềm đặt sẵn để làm mẫu, không ai giao.",
            en:
              "The plan still has the sample line “\(sample.title)” with 12 works: the program put it there as a sample; nobody set it."
          )[language].visible(),
          remedy: Words(
            vi: "Ghi chỉ tiêu được giao vào thay, hoặc xóa dòng mẫu, rồi mới phát hành.",
            en: "Put in what was set for the year, or take the sample out, before you publish.")[language],
          ways: visit.plan?.allows(.changePlan) ?? false
            ? [
              PageFrame.Link(
                address: "\(back.address)/plan", name: PlanTablesPage.title[language])
            ] : []), at: 0)
    }
    self.findings = findings
    errors =
      hasErrors
      ? Words(
        vi: "Còn lỗi nên chưa phát hành được; hãy sửa các lỗi dưới đây.",
        en: "There are errors, so nothing can be published yet; put these right first.")[language] : nil
    let affected = work.isPublished ? Self.calendars(of: all, work, subscribers) : subscribers
    let people = affected.values.reduce(0, +)
    self.subscribers =
      people == 0
      ? Words(vi: "Không có lịch đăng ký nào bị ảnh hưởng.", en: "No subscription is concerned.")[language]
      : Words(
        vi: "\(people) lịch đăng ký sẽ thấy thay đổi:", en: "\(counted(people, "subscription")) will see it:")[
          language]
    feeds = affected.map { calendar, count in
      Words(
        vi: "\(CalendarName.text(calendar, of: work.plan, .vietnamese)): \(count)",
        en: "\(CalendarName.text(calendar, of: work.plan, .english)): \(count)")[language].visible()
    }.sorted()
    let may = visit.plan?.allows(.publish) ?? false
    form =
      may && !prepared.statements.isEmpty && !hasErrors
      ? Form(
        action: "/p/\(reading.address)/desk/publish", token: visit.visitor?.formToken ?? "",
        seen: reading.state,
        comment: Words(vi: "Ghi chú: vì sao (vào sổ)", en: "Comment: why (goes into the Book)")[language],
        publish: (prepared.short.isEmpty
          ? Words(vi: "Phát hành", en: "Publish")
          : Words(vi: "Phát hành dù còn thiếu", en: "Publish although it is short"))[language]) : nil
    noForm =
      may || (prepared.statements.isEmpty && !hasErrors)
      ? nil : Self.whoPublishes(publishers)[language].visible()
    planText =
      prepared.statements.contains { $0.head.kind == .plan } && work.isPublished
      ? Words(
        vi: "Văn bản kế hoạch đã đổi; phát hành thì bản mới của kế hoạch cũng vào sổ.",
        en: "The plan's text has changed; publishing records its new version in the Book too.")[language]
      : nil
    short = Self.shortfall(prepared.short, reading.address, mayPublish: form != nil, language)
    leftOut = UnplacedWords.countedOnly(work.plan)?[language].visible()
    words = PageWordsOfTable(language)
  }

  /// What the plan asks for and the schedule that is published here does not have.
  private static func shortfall(
    _ short: [ScheduleShortage], _ address: String, mayPublish: Bool, _ language: ReaderLanguage
  ) -> Shortfall? {
    guard !short.isEmpty else { return nil }
    return Shortfall(
      heading: Words(
        vi: "Lịch này chưa đủ số kế hoạch giao", en: "This schedule has less than the plan asks for")[
          language],
      lines: short.map { PublicationReport.sentence($0)[language].visible() },
      help: (mayPublish
        ? Words(
          vi:
            "Phát hành được, nhưng mọi trang và báo cáo vẫn cho thấy phần thiếu cho đến khi xếp đủ hoặc có quyết định điều chỉnh chỉ tiêu.",
          en:
            "It can be published; what is short stays told on every page and report until it has a place, or a decision changes the quota."
        )
        : Words(
          vi: "Phần thiếu còn đó cho đến khi xếp đủ hoặc có quyết định điều chỉnh chỉ tiêu.",
          en: "It stays so until all has a place, or a decision changes the quota."))[language],
      way: PageFrame.Link(address: "/p/\(address)/desk/unplaced", name: UnplacedPage.title[language]))
  }

  /// What the draft changes, where its errors keep it from being published.
  private static func kept(_ work: DeskReading.Work) -> Words {
    guard work.isPublished else {
      let count = work.worked.draft.rows.count
      return Words(
        vi: "Lịch đang làm có \(grouped(count, in: .vietnamese)) lượt phát; chưa phát hành được vì còn lỗi.",
        en:
          "The schedule as it is has \(counted(count, "broadcast")); errors keep it from being published."
      )
    }
    let changed = work.worked.draft.rows.filter { work.worked.isChanged($0.placement) }
    let added = changed.count { work.worked.published[$0.placement.uid] == nil }
    let gone = work.worked.published.keys.count { work.rows[$0] == nil }
    return Words(
      vi:
        "Dự thảo thêm \(added), dời \(changed.count - added), bỏ \(gone); chưa phát hành được vì còn lỗi.",
      en:
        "The draft has \(added) added, \(changed.count - added) moved, \(gone) taken out; errors keep it from being published."
    )
  }

  /// Where what is wrong is mended: the forms of the broadcasts that break a rule, the re-plan of a draft that is older than the plan.
  private static func ways(
    out finding: Finding, _ rule: RuleViolation?, _ visit: Visit, _ reading: DeskReading,
    _ work: DeskReading.Work
  ) -> [PageFrame.Link] {
    if let rule {
      return DeskRules.Rule(rule, visit.plan, reading, work, visit.language).ways.prefix(5).map(\.self)
    }
    let ways = FindingWays(visit.plan, visit.language)
    if finding.code == .draftOutdated { return ways.links(Words("lichsong allocate")) }
    return finding.remedy.map(ways.links) ?? []
  }

  /// Who may publish, to somebody who may not.
  private static func whoPublishes(_ all: [String]) -> Words {
    let names = all.prefix(8)
    return names.isEmpty
      ? Words(
        vi: "Bạn không có quyền phát hành, và chưa ai có; hãy nhờ người quản trị giao vai trò phát hành.",
        en:
          "You may not publish, and nobody may yet; ask an administrator to give somebody the role of publisher."
      )
      : Words(
        vi:
          "Bạn không có quyền phát hành; người phát hành làm việc này trên trang này: \(names.joined(separator: ", ")).",
        en: "You may not publish; a publisher does this on this page: \(names.joined(separator: ", ")).")
  }

  private static func changes(_ work: DeskReading.Work, _ language: ReaderLanguage) -> [Change] {
    func time(_ placement: Placement?) -> String {
      placement.map {
        work.time(of: $0.timing, on: $0.outlet, language) + " · "
          + work.plan.name(ofOutlet: $0.outlet, in: language).visible()
      } ?? "–"
    }
    var changes: [(order: SlotTiming, change: Change)] = []
    for row in work.worked.draft.rows where work.worked.isChanged(row.placement) {
      let old = work.worked.published[row.placement.uid]
      let kind = old == nil ? Words(vi: "thêm", en: "added") : Words(vi: "dời", en: "moved")
      changes.append(
        (
          row.placement.timing,
          Change(
            kind: kind[language], name: work.name(of: row.placement, language), before: time(old),
            after: time(row.placement))
        ))
    }
    for (uid, old) in work.worked.published where work.rows[uid] == nil {
      changes.append(
        (
          old.timing,
          Change(
            kind: Words(vi: "bỏ", en: "taken out")[language], name: work.name(of: old, language),
            before: time(old), after: "–")
        ))
    }
    return changes.sorted { ($0.order, $0.change.name) < ($1.order, $1.change.name) }.map(\.change)
  }

  /// The subscriptions whose calendars hold something that changes.
  private static func calendars(
    of changes: [Change], _ work: DeskReading.Work, _ subscribers: [String: Int]
  ) -> [String: Int] {
    var names: Set<String> = ["year"]
    func add(_ placement: Placement) {
      names.formUnion([
        "outlet-\(placement.outlet)", "line-\(placement.line)", "language-\(placement.language.tag)",
      ])
    }
    for row in work.worked.draft.rows where work.worked.isChanged(row.placement) {
      add(row.placement)
      if let old = work.worked.published[row.placement.uid] { add(old) }
    }
    for (uid, old) in work.worked.published where work.rows[uid] == nil { add(old) }
    guard !changes.isEmpty else { return [:] }
    // A calendar of another sort (a producer's, a topic's) may hold any of them.
    return subscribers.filter { calendar, _ in
      names.contains(calendar) || !["outlet-", "line-", "language-"].contains(where: calendar.hasPrefix)
    }
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    <p class="soft">{{head}}</p>
    <p><b>{{counts}}</b>{{#versions}} {{.}}{{/versions}}</p>
    {{#planText}}<p>{{.}}</p>{{/planText}}
    {{#errors}}<p class="note">{{.}}</p>{{/errors}}
    {{#short}}<div class="note"><p><b>{{heading}}</b></p><ul>{{#lines}}<li>{{.}}</li>{{/lines}}</ul><p>{{help}} {{#way}}<a class="file" href="{{address}}">{{name}}</a>{{/way}}</p></div>{{/short}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{message}}</p>{{#remedy}}<p class="remedy">{{.}}{{#ways}} <a class="file" href="{{address}}">{{name}}</a>{{/ways}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#changes}}{{#first()}}<h2>{{words.table}}</h2><div class="table" tabindex="0" role="region" aria-label="{{words.table}}">
    <table><thead><tr><th scope="col">{{words.change}}</th><th scope="col" class="name">{{words.work}}</th><th scope="col">{{words.before}}</th><th scope="col">{{words.after}}</th></tr></thead><tbody>{{/first()}}
    <tr><td>{{kind}}</td><th scope="row" class="name">{{name}}</th><td>{{before}}</td><td>{{after}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/changes}}
    {{#more}}<p>{{.}}</p>{{/more}}
    {{#lines}}{{#first()}}<h2>{{words.brings}}</h2><div class="table" tabindex="0" role="region" aria-label="{{words.brings}}">
    <table><thead><tr><th scope="col" class="name">{{words.line}}</th><th scope="col">{{words.outlet}}</th><th scope="col" class="number">{{words.count}}</th>\
    <th scope="col">{{words.earliest}}</th><th scope="col">{{words.latest}}</th></tr></thead><tbody>{{/first()}}
    <tr><th scope="row" class="name">{{line}}</th><td>{{outlet}}</td><td class="number">{{count}}</td><td>{{first}}</td><td>{{last}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/lines}}
    {{#leftOut}}<p class="soft">{{.}}</p>{{/leftOut}}
    <h2>{{words.subscribers}}</h2>
    <p>{{subscribers}}</p>
    {{#feeds}}{{#first()}}<ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/feeds}}
    {{#noForm}}<p>{{.}}</p>{{/noForm}}
    {{#form}}<form method="post" action="{{action}}" class="fields noprint"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    <p><label for="comment">{{comment}}</label><input id="comment" name="comment" maxlength="500"></p>
    <p><button>{{publish}}</button></p></form>{{/form}}

    """
}

extension DeskPublishPage.PageWordsOfTable {
  init(_ language: ReaderLanguage) {
    work = Words(vi: "Tác phẩm", en: "Work")[language]
    before = Words(vi: "Trước", en: "Before")[language]
    after = Words(vi: "Sau", en: "After")[language]
    change = Words(vi: "Thay đổi", en: "Change")[language]
    table = Words(vi: "Các thay đổi", en: "Changes")[language]
    findings = Words(vi: "Lỗi và cảnh báo", en: "Errors and warnings")[language]
    subscribers = Words(vi: "Ai sẽ thấy", en: "Who will see it")[language]
    brings = Words(vi: "Lần phát hành đầu có gì", en: "What the first publication brings")[language]
    line = Words(vi: "Chỉ tiêu", en: "Line")[language]
    outlet = Words(vi: "Kênh", en: "Outlet")[language]
    count = Words(vi: "Lượt phát", en: "Broadcasts")[language]
    earliest = Words(vi: "Đầu tiên", en: "First")[language]
    latest = Words(vi: "Cuối cùng", en: "Last")[language]
  }
}

extension String {
  /// The text with single blanks between its words, and none around them.
  var trimmed: String { split { $0.isWhitespace }.joined(separator: " ") }
}
