import Allocation
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// What the plan asks for and the draft does not have: how much, why, and the way to place each.
struct UnplacedPage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let head: String
  let filters: [Filter]
  let show: String
  let count: String
  let rows: [Row]
  let more: String?
  /// The lines that the plan leaves out of the schedule; `nil` for none.
  let leftOut: String?
  /// Where the plan says so; `nil` for whoever may not change it.
  let plan: PageFrame.Link?
  let words: TableWords

  /// A choice above the list.
  struct Filter {
    let id: String
    let name: String
    let options: [Option]
  }

  /// An option of a choice.
  struct Option {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// A work.
  struct Row {
    let name: String
    let outlets: String
    let language: String
    let reason: String
    /// Its form; `nil` for whoever may not change the draft.
    let form: PageFrame.Link?
  }

  /// The words of the table.
  struct TableWords {
    let table, work, outlets, language, reason: String
  }

  static let title = Words(vi: "Chưa xếp", en: "Not placed")

  /// So many are shown with their reasons.
  private static let most = 100

  static func answer(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    guard let work = reading.work else { return DeskFindingsPage.answer(visit, reading) }
    let body = try await visit.station.drafts.work.run {
      Template.render(.unplaced, UnplacedPage(visit, reading, work))
    }
    return visit.deskPage(title, reading.address, body)
  }

  private init(_ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work) {
    let language = visit.language
    title = Self.title[language]
    back = PageFrame.Link(
      address: "/p/\(reading.address)/desk",
      name: Words(vi: "Về bàn xếp lịch", en: "Back to the desk")[language])
    action = "/p/\(reading.address)/desk/unplaced"
    head =
      Words(
        vi:
          "Kế hoạch yêu cầu mà \(work.isPublished ? "dự thảo" : "lịch") chưa có chỗ. Lượt phụ thuộc một tác phẩm (bản dịch, phát lại) chỉ hiện khi tác phẩm ấy đã xếp.",
        en:
          "What the plan asks for and the draft has no place for. What follows a work (versions, repeats) is listed once that work is placed."
      )[language]
    let all = work.worked.unplaced
    func name(_ tag: LanguageTag) -> String {
      PageWords.spoken(BroadcastLanguage.name(of: tag, in: language))[language]
    }
    let (line, outlet, tag) = (
      visit.asked("line") ?? "", visit.asked("outlet") ?? "", visit.asked("language") ?? ""
    )
    let found = all.filter {
      (line.isEmpty || $0.line == line) && (outlet.isEmpty || $0.outlets.contains(outlet))
        && (tag.isEmpty || $0.language.tag == tag)
    }
    func filter(_ id: String, _ name: Words, chosen: String, _ options: [(String, String)]) -> Filter {
      Filter(
        id: id, name: name[language],
        options: [Option(value: "", name: Words(vi: "tất cả", en: "all")[language], isChosen: chosen.isEmpty)]
          + options.map { Option(value: $0.0, name: $0.1.visible(), isChosen: $0.0 == chosen) })
    }
    let (lines, outlets) = (Set(all.map(\.line)), Set(all.flatMap(\.outlets)))
    filters = [
      filter(
        "line", Words(vi: "Chỉ tiêu", en: "Line"), chosen: line,
        work.plan.lines.filter { lines.contains($0.id) }.map {
          ($0.id, work.plan.title(ofLine: $0.id, in: language))
        }),
      filter(
        "outlet", Words(vi: "Kênh", en: "Outlet"), chosen: outlet,
        work.plan.outlets.filter { outlets.contains($0.id) }.map {
          ($0.id, work.plan.name(ofOutlet: $0.id, in: language))
        }),
      filter(
        "language", Words(vi: "Ngôn ngữ", en: "Language"), chosen: tag,
        Set(all.map(\.language)).sorted { $0.tag < $1.tag }.map { ($0.tag, name($0)) }),
    ]
    show = Words(vi: "Lọc", en: "Filter")[language]
    count =
      (found.isEmpty
      ? all.isEmpty
        ? Words(
          vi: "Mọi tác phẩm, bản dịch và lượt phát lại của chỉ tiêu có xếp lịch đều đã có chỗ.",
          en: "All works, versions and repeats of the lines that are scheduled have a place.")
        : Words(vi: "Không có gì chưa xếp theo bộ lọc này.", en: "Nothing of this filter is without a place.")
      : Words(
        vi:
          "\(grouped(found.count, in: .vietnamese)) chưa xếp\(found.count == all.count ? "" : " trong \(grouped(all.count, in: .vietnamese))").",
        en:
          "\(grouped(found.count, in: .english)) not placed\(found.count == all.count ? "" : " of \(grouped(all.count, in: .english))")."
      ))[language]
    let isCurrent = !reading.isOutdated
    // Works of a line that follow nothing are all without a place for the same reason.
    var known: [String: String] = [:]
    rows = found.prefix(Self.most).map { unplaced in
      let isOriginal =
        unplaced.run == .first && work.plan.languages(ofLine: unplaced.line).contains(unplaced.language)
      let reason =
        known[unplaced.line].flatMap { isOriginal ? $0 : nil }
        ?? UnplacedWords.reason(work.worked.outlook(of: unplaced), work)[language].visible()
      if isOriginal { known[unplaced.line] = reason }
      return Row(
        name: work.name(of: unplaced, language),
        outlets: unplaced.outlets.map { work.plan.name(ofOutlet: $0, in: language).visible() }
          .joined(separator: ", "),
        language: name(unplaced.language), reason: reason,
        form: isCurrent
          && unplaced.outlets.contains { visit.plan?.allows(.draft, outlet: $0) ?? false }
          ? PageFrame.Link(
            address: reading.form(of: unplaced.uid), name: Words(vi: "Xếp", en: "Place")[language]) : nil)
    }
    let left = found.count - rows.count
    more = left > 0 ? Words(vi: "và \(left) nữa", en: "and \(left) more")[language] : nil
    leftOut = UnplacedWords.countedOnly(work.plan)?[language].visible()
    plan =
      leftOut != nil && visit.plan?.allows(.changePlan) ?? false
      ? PageFrame.Link(address: "/p/\(reading.address)/desk/plan", name: PlanTablesPage.title[language]) : nil
    words = TableWords(
      table: Self.title[language], work: Words(vi: "Tác phẩm", en: "Work")[language],
      outlets: Words(vi: "Kênh", en: "Outlet")[language],
      language: Words(vi: "Ngôn ngữ", en: "Language")[language],
      reason: Words(vi: "Vì sao", en: "Why")[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1><p class="soft">{{head}}</p>
    <form method="get" action="{{action}}" class="inline noprint">{{#filters}}<label for="{{id}}">{{name}}</label> <select id="{{id}}" name="{{id}}">{{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/options}}</select> {{/filters}}\
    <button class="plain">{{show}}</button></form>
    <p role="status"><b>{{count}}</b></p>
    {{#rows}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr><th scope="col" class="name">{{words.work}}</th><th scope="col">{{words.outlets}}</th><th scope="col">{{words.language}}</th><th scope="col" class="name">{{words.reason}}</th><td></td></tr></thead><tbody>{{/first()}}
    <tr><th scope="row" class="name">{{name}}</th><td class="words">{{outlets}}</td><td>{{language}}</td><td class="words">{{reason}}</td><td class="noprint">{{#form}}<a class="file" href="{{address}}">{{name}}</a>{{/form}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}
    {{#more}}<p>{{.}}</p>{{/more}}
    {{#leftOut}}<p>{{.}}</p>{{/leftOut}}{{#plan}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/plan}}

    """
}
