import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The language versions of a month with how far each is, who makes it and until when; what is overdue comes first. Whoever
/// assigns sees and sets all, a translator their own.
struct LanguageBoardPage {
  let title: String
  let month: String
  let before: PageFrame.Link
  let after: PageFrame.Link
  let told: String?
  /// That no version is of the reader's account, and who can change that; `nil` where some may be.
  let untied: String?
  let head: String
  let rows: [Row]
  /// The versions of the month that are on another page; `nil` where all are on this one.
  let rest: PageFrame.Link?
  let none: String
  let words: TableWords

  /// A version.
  struct Row {
    /// `late`, `open`, `done` or `missed`.
    let kind: String
    let work: String
    let language: String
    let airs: String
    let due: String
    let who: String
    let state: String
    let form: Form?
  }

  /// The form of a version.
  struct Form {
    let action: String
    let token: String
    let seen: Int
    let uid: String
    let day: String
    let stages: [Choice]
    /// Empty for somebody who does not assign.
    let people: [Choice]
    let person: String
    let stageName, personName, save: String
  }

  /// What can be chosen.
  struct Choice {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// The heads of the table.
  struct TableWords {
    let table, work, language, airs, due, who, state, change: String
  }

  static let title = Words(vi: "Bản dịch: ai làm, đến đâu", en: "Versions: who makes them, how far they are")

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit, told: nil) }

  /// So many are shown at once.
  static let most = 300

  /// Says how far a version is.
  static func set(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, let plan = visit.plan,
      let stage = VersionStage(rawValue: form["state"]), let seen = Int(form["seen"]), !form["uid"].isEmpty
    else { throw Refusal.unreadable }
    let placement: Placement
    do {
      placement = try await visit.setVersion(form["uid"], stage, person: Int(form["person"]), seen: seen)
    } catch let overtaken as VersionOvertaken {
      let state = VersionStage(rawValue: overtaken.newest.state)?.words ?? Words(overtaken.newest.state)
      return try await page(
        visit,
        told: Words(
          vi:
            "\(overtaken.name.visible()) đã đổi bản này sau khi bạn mở trang (nay: \(state.vi)); chưa ghi gì.",
          en:
            "\(overtaken.name.visible()) changed this version after you opened the page (now: \(state.en)); nothing was stored."
        ), status: .preconditionFailed)
    }
    return .seeOther("/p/\(plan.plan.slug)/desk/languages?day=\(placement.timing.day)")
  }

  private static func page(_ visit: Visit, told: Words?, status: HTTPResponse.Status = .ok) async throws
    -> Response
  {
    let reading = try await visit.deskReading()
    guard let work = reading.work, let plan = visit.plan, let visitor = visit.visitor else {
      return DeskFindingsPage.answer(visit, reading)
    }
    let days = work.plan.days
    var day = min(max(reading.today, days.lowerBound), days.upperBound.advanced(by: -1))
    if let text = visit.form?["day"] ?? visit.asked("day"), let asked = CivilDay(iso: text) { day = asked }
    let known = try await visit.station.desk.versions(of: plan.plan)
    let assigners =
      plan.allows(.assign) ? [] : try await visit.station.desk.names(with: .assign, in: plan.plan)
    let body = try await visit.station.drafts.work.run { [day] in
      Template.render(
        .board,
        LanguageBoardPage(
          visit, visitor, plan, reading, work, known.states, known.people, assigners, inMonthOf: day,
          told: told))
    }
    return visit.deskPage(title, reading.address, body, status: status)
  }

  private init(
    _ visit: Visit, _ visitor: Visitor, _ plan: VisiblePlan, _ reading: DeskReading,
    _ work: DeskReading.Work, _ states: [VersionState], _ people: [Person], _ assigners: [String],
    inMonthOf day: CivilDay, told: Words?
  ) {
    let language = visit.language
    let base = "/p/\(reading.address)/desk/languages"
    let days = CivilDay.month(day.month, of: day.year)
    title = Self.title[language]
    self.told = told?[language]
    month =
      Words(vi: "Tháng \(day.month)/\(day.year)", en: "\(CivilDay.englishMonths[day.month - 1]) \(day.year)")[
        language]
    before = PageFrame.Link(
      address: "\(base)?day=\(days.lowerBound.advanced(by: -1))",
      name: Words(vi: "Tháng trước", en: "Month before")[language])
    after = PageFrame.Link(
      address: "\(base)?day=\(days.upperBound)", name: Words(vi: "Tháng sau", en: "Month after")[language])
    let mayAssign = plan.allows(.assign)
    let mayOwn = plan.allows(.ownTranslations)
    head =
      (mayAssign
      ? Words(
        vi: "Mọi bản của tháng, quá hạn trước. Giao người và ghi tiến độ ở từng dòng.",
        en: "All versions of the month, overdue first. Assign people and say how far each is.")
      : mayOwn
        ? Words(
          vi: "Các bản giao cho bạn trong tháng, quá hạn trước.",
          en: "Your versions of the month, overdue first.")
        : Words(vi: "Mọi bản của tháng, quá hạn trước.", en: "All versions of the month, overdue first."))[
        language]
    let own = visitor.person.number
    let isTied =
      mayAssign || !mayOwn || states.contains { $0.person == own }
      || PlanTranslators.names(of: work.plan).contains { PlanTranslators.isName($0, of: visitor.person) }
    untied = isTied ? nil : PlanTranslators.untied(visitor.person, work.plan, assigners)[language].visible()
    none = Words(vi: "Không có bản nào.", en: "There are no versions.")[language]
    let board = LanguageBoard(visitor, plan, reading, work, states, people, within: days)
    let first = max(0, visit.asked("from").flatMap(Int.init) ?? 0)
    let count = board.versions.count
    let next = first + Self.most
    rest =
      count <= Self.most
      ? nil
      : PageFrame.Link(
        address: "\(base)?day=\(day)" + (next < count ? "&from=\(next)" : ""),
        name: next < count
          ? Words(
            vi: "Bản số \(next + 1) đến \(min(next + Self.most, count)) trên \(count)",
            en: "Versions \(next + 1) to \(min(next + Self.most, count)) of \(count)")[language]
          : Words(vi: "Các bản đầu danh sách", en: "The first versions of the list")[language])
    rows = board.versions.dropFirst(first).prefix(Self.most).map { version in
      let placement = version.placement
      let late = Words(vi: "\(version.stage.words.vi), quá hạn", en: "\(version.stage.words.en), overdue")
      return Row(
        kind: version.outcome.map { PlacementView.kind($0, isMadeGood: false) }
          ?? (version.isLate ? "late" : "open"),
        work: work.title(of: placement, language) + ", " + PageWords.edition(placement.edition)[language],
        language: BroadcastLanguage.name(of: placement.language, in: language),
        airs: work.time(of: placement.timing, on: placement.outlet, language),
        due: version.due?.forPeople ?? "–", who: version.who?.visible() ?? "–",
        state: version.outcome?.name[language] ?? (version.isLate ? late : version.stage.words)[language],
        form: version.maySet
          ? Form(
            version, people: mayAssign ? people : nil, own: own, action: base, token: visitor.formToken,
            day: day, language) : nil)
    }
    words = TableWords(
      table: Words(vi: "Các bản", en: "Versions")[language],
      work: Words(vi: "Tác phẩm", en: "Work")[language],
      language: Words(vi: "Ngôn ngữ", en: "Language")[language],
      airs: Words(vi: "Phát", en: "On the air")[language], due: Words(vi: "Hạn dịch", en: "Due")[language],
      who: Words(vi: "Người làm", en: "Who")[language], state: Words(vi: "Tiến độ", en: "State")[language],
      change: Words(vi: "Sửa", en: "Change")[language])
  }

  static let template = """
    <h1>{{title}} <span class="soft">{{month}}</span></h1>
    {{#told}}<p class="note" role="alert">{{.}}</p>{{/told}}
    {{#untied}}<p class="note" role="status">{{.}}</p>{{/untied}}
    <p class="soft">{{head}}</p>
    <p class="steps noprint">{{#before}}<a href="{{address}}" rel="prev">← {{name}}</a>{{/before}} {{#after}}<a href="{{address}}" rel="next">{{name}} →</a>{{/after}}</p>
    {{^rows}}<p>{{none}}</p>{{/rows}}
    {{#rows}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table class="cards"><thead><tr><th scope="col">{{words.work}}</th><th scope="col">{{words.language}}</th><th scope="col">{{words.airs}}</th>\
    <th scope="col">{{words.due}}</th><th scope="col">{{words.who}}</th><th scope="col">{{words.state}}</th><th scope="col" class="noprint">{{words.change}}</th></tr></thead><tbody>{{/first()}}
    <tr class="{{kind}}"><th scope="row" class="name">{{work}}</th><td data-name="{{words.language}}">{{language}}</td><td data-name="{{words.airs}}">{{airs}}</td><td data-name="{{words.due}}">{{due}}</td><td data-name="{{words.who}}">{{who}}</td><td data-name="{{words.state}}"><span class="state">{{state}}</span></td>
    <td class="noprint">{{#form}}<form method="post" action="{{action}}" class="inline"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="uid" value="{{uid}}">\
    <input type="hidden" name="seen" value="{{seen}}"><input type="hidden" name="day" value="{{day}}">\
    <select name="state" aria-label="{{stageName}}">{{#stages}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/stages}}</select>\
    {{^people}}<input type="hidden" name="person" value="{{person}}">{{/people}}\
    {{#people}}{{#first()}}<select name="person" aria-label="{{personName}}">{{/first()}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{#last()}}</select>{{/last()}}{{/people}}\
    <button class="plain">{{save}}</button></form>{{/form}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}
    {{#rest}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/rest}}

    """
}

extension LanguageBoardPage.Form {
  /// - Parameter people: Those to whom it can be given; `nil` for a reader who gives it to nobody.
  fileprivate init(
    _ version: LanguageBoard.Version, people: [Person]?, own: Int, action: String, token: String,
    day: CivilDay, _ language: ReaderLanguage
  ) {
    typealias Choice = LanguageBoardPage.Choice
    (self.action, self.token) = (action, token)
    (seen, uid, self.day) = (version.version, version.placement.uid, "\(day)")
    stages = VersionStage.allCases.map {
      Choice(value: $0.rawValue, name: $0.words[language], isChosen: $0 == version.stage)
    }
    // Whom the plan names, where one account has that name.
    let named = version.who.map { who in (people ?? []).filter { PlanTranslators.isName(who, of: $0) } } ?? []
    let chosen = version.person ?? (named.count == 1 ? named.first?.number : nil)
    let nobody = Choice(value: "", name: "–", isChosen: chosen == nil)
    self.people =
      people.map { people in
        [nobody]
          + people.map {
            Choice(value: "\($0.number)", name: $0.name.visible(), isChosen: $0.number == chosen)
          }
      } ?? []
    person = (version.person ?? (people == nil ? own : nil)).map { "\($0)" } ?? ""
    stageName = Words(vi: "Tiến độ", en: "State")[language]
    personName = Words(vi: "Người làm", en: "Who")[language]
    save = Words(vi: "Lưu", en: "Save")[language]
  }
}

extension Visit {
  /// Says how far a language version is, and who makes it.
  ///
  /// - Parameters:
  ///   - person: The number of who makes it; `nil` for nobody.
  ///   - seen: The number of the state that was seen; 0 for none.
  /// - Throws: ``VersionOvertaken`` where somebody said otherwise meanwhile.
  func setVersion(_ uid: String, _ stage: VersionStage, person: Int?, seen: Int) async throws -> Placement {
    guard let plan, let visitor else { throw Refusal.notFound }
    guard let work = try await deskReading().work, let row = work.rows[uid],
      work.plan.isVersionFirstRun(row.placement)
    else { throw Refusal.notFound }
    try await station.desk.setVersion(
      uid, stage, person: person, seen: seen,
      isNamed: PlanTranslators.isOf(row.placement, visitor.person, work.plan), in: plan, by: visitor)
    return row.placement
  }
}

extension VersionStage {
  /// What it is called.
  var words: Words {
    switch self {
    case .toTranslate: Words(vi: "chưa dịch", en: "to translate")
    case .translating: Words(vi: "đang dịch", en: "translating")
    case .approved: Words(vi: "đã duyệt", en: "approved")
    case .recorded: Words(vi: "đã thu", en: "recorded")
    }
  }
}
