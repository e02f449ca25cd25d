import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// Planning the rest of the year anew: from which day, how even, then what would move, and the yes to it.
struct ReplanPage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let told: String?
  let head: String
  let from: String
  let first: String
  let last: String
  let slack: String
  let form: FormWords
  let running: Running?
  let result: Result?

  /// The words of the first form.
  struct FormWords {
    let from, slack, slackHelp, begin: String
  }

  /// A re-plan that is being worked out.
  struct Running {
    let message: String
    let action: String
    let token: String
    let cancel: String
    let look: PageFrame.Link
  }

  /// What a re-plan gives.
  struct Result {
    let summary: [String]
    let findings: [DeskPublishPage.Row]
    let changes: [DeskPublishPage.Change]
    let more: String?
    let points: [Point]
    let accept: String?
    let drop: String
    let action: String
    let token: String
    let words: DeskPublishPage.PageWordsOfTable
    let curve: String
  }

  /// What some slack costs and gains.
  struct Point {
    let slack: String
    let says: String
    let name: String
    let from: String
    let action: String
    let token: String
  }

  static let title = Words(vi: "Xếp lại phần còn lại của năm", en: "Plan the rest of the year anew")

  static func answer(_ visit: Visit) async throws -> Response {
    let told =
      visit.asked("done") == nil
      ? nil
      : Words(
        vi: "Đã ghi vào kế hoạch. Dự thảo lập theo kế hoạch cũ; hãy xếp lại, những gì đặt tay được giữ.",
        en:
          "The plan has it now. The draft was made by the plan before; plan anew, what was put by hand stays."
      )
    return try await page(visit, told: told)
  }

  /// Begins a re-plan.
  static func begin(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    guard let form = visit.form, let plan = visit.plan, !form["from"].isEmpty else {
      throw Refusal.unreadable
    }
    guard let days = reading.year.plan?.days else { return DeskFindingsPage.answer(visit, reading) }
    guard let from = CivilDay(iso: form["from"]), days.contains(from) else {
      throw Refusal.unknown(
        form["from"],
        Words(
          vi: "ngày từ \(days.lowerBound) đến \(days.upperBound.advanced(by: -1))",
          en: "a day from \(days.lowerBound) to \(days.upperBound.advanced(by: -1))"))
    }
    let text = form["slack"]
    let slack = text.isEmpty ? nil : Double(text.replacing(",", with: "."))
    guard text.isEmpty || slack.map({ (0...1_000).contains($0) }) ?? false else {
      throw Refusal.unknown(
        text, Words(vi: "số tác phẩm từ 0 đến 1000", en: "a number of works from 0 to 1000"))
    }
    let id = visit.station.desk.newName()
    await visit.station.replans.begin(
      id,
      ReplanJobs.Job(
        plan: plan.plan.number, from: from, slack: slack.map { Int(($0 * 1_000).rounded()) },
        reading: reading,
        began: visit.caller.now), on: visit.station.drafts.work)
    return .seeOther("/p/\(reading.address)/desk/replan/\(id)")
  }

  static func answerJob(_ visit: Visit) async throws -> Response { try await page(visit, told: nil) }

  /// Accepts or drops a re-plan.
  static func settle(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let form = visit.form else {
      throw Refusal.unreadable
    }
    let id = try visit.part("job")
    let address = plan.plan.slug
    guard ["accept", "drop"].contains(form["step"]) else { throw Refusal.unreadable }
    guard form["step"] == "accept" else {
      await visit.station.replans.cancel(id)
      return .seeOther("/p/\(address)/desk/replan")
    }
    guard let job = await visit.station.replans.job(id, of: plan.plan), case .done(let made?, _) = job.state,
      let text = job.reading.year.plan
    else { throw Refusal.notFound }
    do {
      _ = try await visit.station.desk.change(
        [
          "draft.csv": made.draft.table(text), "draft.base": Array(made.draft.base.text.utf8),
          "draft.xlsx": nil,
        ], seen: job.reading.year.book, in: plan, restingOn: job.reading.state, by: visitor,
        note: ("accept re-plan", "plan \(address)", nil, "\(job.from)"))
    } catch is PlanOvertaken {
      return try await page(
        visit,
        told: Words(
          vi: "Kế hoạch hoặc dự thảo đã đổi từ khi xếp lại; chưa ghi gì. Hãy xếp lại lần nữa.",
          en: "Plan or draft changed since this was worked out; nothing was stored. Plan anew once more."),
        status: .preconditionFailed)
    }
    return .seeOther("/p/\(address)/desk?day=\(job.from)")
  }

  private static func page(_ visit: Visit, told: Words?, status: HTTPResponse.Status = .ok) async throws
    -> Response
  {
    let reading = try await visit.deskReading()
    guard let plan = visit.plan, let days = reading.year.plan?.days else {
      return DeskFindingsPage.answer(visit, reading)
    }
    let id = visit.context.parameters.get("job")
    var job: ReplanJobs.Job?
    if let id {
      guard let found = await visit.station.replans.job(id, of: plan.plan) else { throw Refusal.notFound }
      job = found
    }
    let page = ReplanPage(visit, reading, days, id: id, job, told: told)
    var response = visit.deskPage(title, reading.address, Template.render(.replan, page), status: status)
    if page.running != nil { response.headers[.refresh] = "2" }
    return response
  }

  private init(
    _ visit: Visit, _ reading: DeskReading, _ days: Range<CivilDay>, id: String?, _ job: ReplanJobs.Job?,
    told: Words?
  ) {
    let language = visit.language
    title = Self.title[language]
    let base = "/p/\(reading.address)/desk"
    back = PageFrame.Link(address: base, name: Words(vi: "Về bàn xếp lịch", en: "Back to the desk")[language])
    action = "\(base)/replan"
    token = visit.visitor?.formToken ?? ""
    var told = told
    head =
      Words(
        vi:
          "Những gì trước ngày này giữ nguyên; sau đó chỉ dời những gì phải dời. Những lượt đặt tay trong dự thảo được giữ, nếu kế hoạch cho phép.",
        en:
          "What lies before this day stays; after it only what has to move moves. What was put by hand in the draft stays where the plan allows it."
      )[language]
    (first, last) = ("\(days.lowerBound)", "\(days.upperBound.advanced(by: -1))")
    let usual =
      reading.year.book.isPublished ? max(reading.today.advanced(by: 1), days.lowerBound) : days.lowerBound
    from = "\(job?.from ?? min(usual, days.upperBound.advanced(by: -1)))"
    slack = job?.slack.map { Self.works($0, language) } ?? ""
    form = FormWords(
      from: Words(vi: "Từ ngày", en: "From")[language],
      slack: Words(vi: "Nới (tác phẩm)", en: "Slack (works)")[language],
      slackHelp: Words(
        vi:
          "Để trống: chỉ dời những gì phải dời. 0: rải đều nhất. Càng lớn thì dời càng ít, rải càng kém đều.",
        en: "Empty: move only what has to move. 0: as even as can be. More: fewer moves, less even.")[
          language],
      begin: Words(vi: "Xếp lại (chưa ghi)", en: "Plan anew (stores nothing)")[language])
    var running: Running?
    var result: Result?
    if let id, let job {
      switch job.state {
      case .running:
        let seconds = max(0, visit.caller.now.seconds - job.began.seconds)
        running = Running(
          message: Words(
            vi: "Đang xếp lại, đã \(seconds) giây. Trang tự xem lại sau hai giây.",
            en: "Planning anew, \(counted(seconds, "second")) so far. The page looks again every two seconds."
          )[
            language], action: "\(base)/replan/\(id)", token: token,
          cancel: Words(vi: "Thôi", en: "Cancel")[language],
          look: PageFrame.Link(
            address: "\(base)/replan/\(id)", name: Words(vi: "Xem lại", en: "Look again")[language]))
      case .cancelled: told = told ?? Words(vi: "Đã thôi xếp lại.", en: "The re-plan was dropped.")
      case .done(let made, let faults):
        result = Self.result(made, faults, job, "\(base)/replan/\(id)", visit, reading)
      }
    }
    self.told = told?[language]
    self.running = running
    self.result = result
  }

  /// Thousandths of a work as people write them in a language: `0,5`, `0.5`.
  private static func works(_ thousandths: Int, _ language: ReaderLanguage) -> String {
    let text = works(thousandths)
    return language == .vietnamese ? text.replacing(".", with: ",") : text
  }

  /// The same as a form sends it: `0.5`.
  private static func works(_ thousandths: Int) -> String {
    let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
    guard rest > 0 else { return "\(whole)" }
    var digits = String("\(rest + 1_000)".dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  /// What a re-plan has that was not published, or, before the first publication, was not in the schedule; second
  /// attempts at what was missed are told by themselves.
  private static func added(_ made: StationYear.ReplannedYear, _ job: ReplanJobs.Job) -> [Placement] {
    guard let work = job.reading.work else { return [] }
    func isKnown(_ uid: String) -> Bool {
      work.isPublished ? work.worked.published[uid] != nil : work.rows[uid] != nil
    }
    return made.draft.rows.filter { $0.againOf == nil && !isKnown($0.placement.uid) }.map(\.placement)
  }

  private static func result(
    _ made: StationYear.ReplannedYear?, _ faults: [Finding], _ job: ReplanJobs.Job, _ action: String,
    _ visit: Visit, _ reading: DeskReading
  ) -> Result {
    let language = visit.language
    let token = visit.visitor?.formToken ?? ""
    let told = made?.findings ?? faults
    let mayAccept =
      made != nil && !told.contains { $0.severity == .error && $0.code != .quotaNotMet }
    func time(_ placement: Placement?) -> String {
      guard let placement, let work = job.reading.work else { return "–" }
      return work.time(of: placement.timing, on: placement.outlet, language)
    }
    func name(_ placement: Placement) -> String {
      job.reading.work?.name(of: placement, language) ?? placement.uid.visible()
    }
    var changes: [DeskPublishPage.Change] = []
    var points: [Point] = []
    var summary: [String] = []
    if let replan = made?.replan {
      changes += replan.moves.map {
        DeskPublishPage.Change(
          kind: Words(vi: "dời", en: "moved")[language], name: name($0.old), before: time($0.old),
          after: time($0.new))
      }
      changes += replan.missed.map {
        DeskPublishPage.Change(
          kind: Words(vi: "xếp bù", en: "made good")[language], name: name($0.old), before: time($0.old),
          after: time($0.new))
      }
      changes += replan.dropped.map {
        DeskPublishPage.Change(
          kind: Words(vi: "bỏ", en: "dropped")[language], name: name($0), before: time($0), after: "–")
      }
      let added = made.map { Self.added($0, job) } ?? []
      changes += added.map {
        DeskPublishPage.Change(
          kind: Words(vi: "thêm", en: "added")[language], name: name($0), before: "–", after: time($0))
      }
      let (moves, missed, dropped) = (replan.moves.count, replan.missed.count, replan.dropped.count)
      let short = replan.schedule.unplaced.count
      summary.append(
        Words(
          vi: "Thêm \(added.count), dời \(moves), xếp bù \(missed), bỏ \(dropped).",
          en:
            "\(added.count) added, \(moves) moved, \(missed) missed before and planned again, \(dropped) dropped."
        )[language])
      if short > 0 {
        summary.append(
          Words(
            vi: "\(short) chỉ tiêu hoặc bản dịch không xếp đủ.",
            en: "\(counted(short, "line or version", "lines or versions")) do not find enough slots.")[
              language])
      }
      points = replan.curve.map { point in
        Point(
          slack: works(point.slack),
          says: Words(
            vi:
              "dời \(point.moves) lượt; lệch nhịp đều nhiều nhất \(works(point.deviation, .vietnamese)) tác phẩm",
            en:
              "\(counted(point.moves, "move")); at most \(works(point.deviation)) \(point.deviation == 1_000 ? "work" : "works") off the even pace"
          )[language],
          name: Words(
            vi: "Nới \(works(point.slack, .vietnamese))", en: "Slack \(works(point.slack))")[language],
          from: "\(job.from)", action: "/p/\(reading.address)/desk/replan", token: token)
      }
    }
    let most = 200
    return Result(
      summary: summary,
      findings: told.filter { $0.severity != .info }.map {
        DeskPublishPage.Row(
          kind: $0.severity.rawValue, message: $0.message[language].visible(),
          remedy: $0.deskRemedy?[language].visibleLines())
      }, changes: Array(changes.prefix(most)),
      more: changes.count > most
        ? Words(vi: "và \(changes.count - most) nữa", en: "and \(changes.count - most) more")[language] : nil,
      points: points,
      accept: mayAccept ? Words(vi: "Lấy làm dự thảo", en: "Take it as the draft")[language] : nil,
      drop: Words(vi: "Bỏ", en: "Drop it")[language], action: action, token: token,
      words: DeskPublishPage.PageWordsOfTable(language),
      curve: Words(vi: "Dời bao nhiêu, đều đến đâu", en: "Moves against evenness")[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    {{#running}}<p class="note" role="status">{{message}}</p>
    <form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}">{{#look}}<a href="{{address}}">{{name}}</a>{{/look}} \
    <button class="plain" name="step" value="drop">{{cancel}}</button></form>{{/running}}
    {{#result}}
    {{#summary}}<p><b>{{.}}</b></p>{{/summary}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{message}}</p>{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#changes}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr><th scope="col">{{words.change}}</th><th scope="col" class="name">{{words.work}}</th><th scope="col">{{words.before}}</th><th scope="col">{{words.after}}</th></tr></thead><tbody>{{/first()}}
    <tr><td>{{kind}}</td><th scope="row" class="name">{{name}}</th><td>{{before}}</td><td>{{after}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/changes}}
    {{#more}}<p>{{.}}</p>{{/more}}
    <form method="post" action="{{action}}" class="noprint"><input type="hidden" name="token" value="{{token}}">\
    {{#accept}}<button name="step" value="accept">{{.}}</button> {{/accept}}<button class="plain" name="step" value="drop">{{drop}}</button></form>
    {{#points}}{{#first()}}<h2>{{curve}}</h2><ul>{{/first()}}<li>{{says}} <form method="post" action="{{action}}" class="inline noprint"><input type="hidden" name="token" value="{{token}}">\
    <input type="hidden" name="from" value="{{from}}"><input type="hidden" name="slack" value="{{slack}}"><button class="plain">{{name}}</button></form></li>{{#last()}}</ul>{{/last()}}{{/points}}
    {{/result}}
    {{^running}}
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" class="fields noprint"><input type="hidden" name="token" value="{{token}}">
    <p><label for="from">{{form.from}}</label><input id="from" type="date" name="from" value="{{from}}" min="{{first}}" max="{{last}}" required></p>
    <p><label for="slack">{{form.slack}}</label><input id="slack" name="slack" inputmode="decimal" value="{{slack}}" aria-describedby="slackhelp"></p>
    <p class="soft" id="slackhelp">{{form.slackHelp}}</p>
    <p><button>{{form.begin}}</button></p></form>
    {{/running}}

    """
}

extension HTTPField.Name {
  /// After how many seconds a browser asks again.
  fileprivate static var refresh: HTTPField.Name {
    guard let field = HTTPField.Name("Refresh") else { preconditionFailure("a name of a header") }
    return field
  }
}
