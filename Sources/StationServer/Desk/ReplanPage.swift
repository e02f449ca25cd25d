import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// Planning the rest of the year anew: from which day, how even, how far the work is, then what would change.
struct ReplanPage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let told: String?
  let head: String
  let from: String
  /// Whether the day was not understood.
  let isWrong: Bool
  let first: String
  let last: String
  let keeps: Bool
  let slack: String
  let marks: [String]
  let form: FormWords
  let running: Running?
  let result: ReplanResultView?

  /// The words of the form.
  struct FormWords {
    let from, how, keep, even, slack, slackHelp, begin: String
  }

  /// A re-plan that waits or is worked out.
  struct Running {
    let message: String
    let percent: Int
    let progress: String
    let action: String
    let token: String
    let cancel: String?
    let look: PageFrame.Link
  }

  static let title = Words(vi: "Xếp lại phần còn lại của năm", en: "Plan the rest of the year anew")

  /// The slider goes to so many thousandths of a work, in steps of a quarter.
  private static let mostSlack = 2_000

  static func answer(_ visit: Visit) async throws -> Response {
    let told =
      visit.asked("done") == nil
      ? nil
      : Words(
        vi:
          "Đã ghi vào kế hoạch; lịch chưa đổi. Đổi chỉ tiêu, khung hay quy định thì hãy xếp lại; những gì đặt tay được giữ.",
        en:
          "The plan has it now; the schedule has not changed. Where quotas, slots or rules changed, plan anew; what was put by hand stays."
      )
    return try await page(visit, told: told)
  }

  static func answerJob(_ visit: Visit) async throws -> Response { try await page(visit, told: nil) }

  /// The page of the job that the address names, or of none.
  ///
  /// - Parameter given: What was entered and is shown again; `nil` for what the job or the year says.
  static func page(_ visit: Visit, told: Words?, given: Given? = nil, status: HTTPResponse.Status = .ok)
    async throws
    -> Response
  {
    let reading = try await visit.deskReading()
    guard let plan = visit.plan, let days = reading.year.plan?.days else {
      return DeskFindingsPage.answer(visit, reading)
    }
    let found: Found? =
      if visit.context.parameters.get("job") == nil { nil } else {
        try await visit.station.desk.replan(
          try ReplanRequest.number(of: visit), of: plan.plan, by: visit.station.program)
      }
    let now = visit.caller.now
    let comparison: ScheduleComparison? =
      if let result = found?.result, let draft = result.draft {
        try await visit.station.drafts.work.run {
          var year = reading.year
          return year.reading(draft, base: result.base, at: now).flatMap {
            year.comparison(to: $0.rows, at: now)
          }
        }
      } else { nil }
    let page = ReplanPage(visit, reading, days, found, comparison, given, told: told)
    var response = visit.deskPage(title, reading.address, Template.render(.replan, page), status: status)
    if page.running != nil { response.headers[.refresh] = "2" }
    return response
  }

  /// What somebody entered that cannot be done as it is.
  struct Given {
    let from: String
    let keeps: Bool
  }

  private typealias Found = (job: StoredJob, request: ReplanWork.Request, result: ReplanResult?)

  private init(
    _ visit: Visit, _ reading: DeskReading, _ days: Range<CivilDay>, _ found: Found?,
    _ comparison: ScheduleComparison?, _ given: Given?, told: Words?
  ) {
    let language = visit.language
    title = Self.title[language]
    let base = "/p/\(reading.address)/desk"
    back = PageFrame.Link(address: base, name: Words(vi: "Về bàn xếp lịch", en: "Back to the desk")[language])
    action = "\(base)/replan"
    token = visit.visitor?.formToken ?? ""
    head =
      Words(
        vi:
          "Những gì trước ngày này giữ nguyên; sau đó chỉ dời những gì phải dời. Những lượt đặt tay trong dự thảo được giữ, nếu kế hoạch cho phép.",
        en:
          "What lies before this day stays; after it only what has to move moves. What was put by hand in the draft stays where the plan allows it."
      )[language]
    let lastDay = days.upperBound.advanced(by: -1)
    (first, last) = ("\(days.lowerBound)", "\(lastDay)")
    from =
      given?.from ?? found?.request.from
      ?? "\(reading.year.firstReplannedDay(at: visit.caller.now) ?? lastDay)"
    keeps = given?.keeps ?? (found?.request.slack == nil)
    let asked = min(found?.request.slack ?? 500, Self.mostSlack)
    isWrong = given != nil
    slack = works(asked, .english)
    marks = stride(from: 0, through: Self.mostSlack, by: 500).map { works($0, language) }
    form = FormWords(
      from: Words(vi: "Từ ngày", en: "From")[language],
      how: Words(vi: "Dời đến đâu", en: "How much may move")[language],
      keep: Words(vi: "Chỉ dời những gì phải dời", en: "Only what has to move")[language],
      even: Words(vi: "Cho phép dời để rải đều hơn", en: "Broadcasts may move to make the year more even")[
        language],
      slack: Words(vi: "Nới (tác phẩm)", en: "Slack (works)")[language],
      slackHelp: Words(
        vi: "0: rải đều nhất. Càng lớn thì dời càng ít, rải càng kém đều.",
        en: "0: as even as can be. More: fewer moves, less even.")[language],
      begin: Words(vi: "Xếp lại (chưa ghi)", en: "Plan anew (stores nothing)")[language])
    var told = told
    var running: Running?
    var result: ReplanResultView?
    if let found {
      let address = "\(base)/replan/\(found.job.number)"
      if found.job.state.isOpen { running = Running(found.job, address, visit, reading) }
      if let made = found.result {
        result = ReplanResultView(
          made, comparison, action: address, begin: "\(base)/replan", visit, reading)
        if made.account.state != reading.state { told = told ?? Self.isOld }
      } else {
        told = told ?? Self.words(of: found.job)
      }
    }
    self.told = told?[language]
    self.running = running
    self.result = result
  }

  private static let isOld = Words(
    vi:
      "Kế hoạch hoặc dự thảo đã đổi từ khi xếp lại, nên không lấy được kết quả này nữa. Hãy xếp lại lần nữa.",
    en:
      "Plan or draft changed since this was worked out, so it cannot be taken any more. Plan anew once more.")

  /// Why a job that ended has no result; `nil` for one that has not ended.
  private static func words(of job: StoredJob) -> Words? {
    switch job.state {
    case .waiting, .running: nil
    case .cancelled:
      Words(vi: "Đã dừng xếp lại; chưa ghi gì.", en: "The re-plan was ended; nothing was stored.")
    case .failed:
      job.fault.map {
        Words(vi: "Xếp lại không xong. \($0.vi)", en: "The re-plan failed. \($0.en)")
      }
    case .done:
      Words(
        vi: "Kết quả xếp lại không còn được giữ. Hãy xếp lại lần nữa.",
        en: "The result of this re-plan is not kept any more. Plan anew once more.")
    }
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    {{#running}}<div class="note" role="status"><p>{{message}}</p><p><progress max="100" value="{{percent}}" aria-label="{{progress}}">{{percent}} %</progress></p></div>
    <form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}">{{#look}}<a href="{{address}}">{{name}}</a>{{/look}}\
    {{#cancel}} <button class="plain" name="step" value="cancel">{{.}}</button>{{/cancel}}</form>{{/running}}
    {{#result}}{{> replanResult}}{{/result}}
    {{^running}}
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" class="fields noprint"><input type="hidden" name="token" value="{{token}}">
    <p><label for="from">{{form.from}}</label><input id="from" type="date" name="from" value="{{from}}" min="{{first}}" max="{{last}}" required{{#isWrong}} aria-invalid="true" autofocus{{/isWrong}}></p>
    <fieldset><legend>{{form.how}}</legend>
    <label class="check"><input type="radio" name="how" value="keep"{{#keeps}} checked{{/keeps}}> {{form.keep}}</label>
    <label class="check"><input type="radio" name="how" value="even"{{^keeps}} checked{{/keeps}}> {{form.even}}</label>
    <p class="slider"><label for="slack">{{form.slack}}</label><input id="slack" type="range" name="slack" min="0" max="2" step="0.25" value="{{slack}}" aria-describedby="slack-help">\
    <span class="marks" aria-hidden="true">{{#marks}}<span>{{.}}</span>{{/marks}}</span><span class="soft" id="slack-help">{{form.slackHelp}}</span></p></fieldset>
    <p><button>{{form.begin}}</button></p></form>
    {{/running}}

    """
}

extension ReplanPage.Running {
  fileprivate init(_ job: StoredJob, _ address: String, _ visit: Visit, _ reading: DeskReading) {
    let language = visit.language
    message =
      (job.isCancelAsked
      ? Words(vi: "Đang dừng…", en: "Being ended…")
      : job.state == .waiting
        ? Words(
          vi: "Đang chờ đến lượt. Trang tự xem lại sau hai giây; có thể đóng trang, việc vẫn làm tiếp.",
          en:
            "Waiting for its turn. The page looks again every two seconds; you may close it, the work goes on."
        )
        : Words(
          vi:
            "Đang xếp lại: \(job.progress)%. Trang tự xem lại sau hai giây; có thể đóng trang, việc vẫn làm tiếp.",
          en:
            "Planning anew: \(job.progress) % done. The page looks again every two seconds; you may close it, the work goes on."
        ))[language]
    percent = job.progress
    progress = Words(vi: "Đã làm", en: "Done")[language]
    action = address
    token = visit.visitor?.formToken ?? ""
    let mayCancel =
      visit.plan.flatMap { plan in
        visit.visitor.map { visit.station.desk.mayCancel(job, in: plan, $0) }
      } ?? false
    cancel = mayCancel && !job.isCancelAsked ? Words(vi: "Dừng", en: "Cancel")[language] : nil
    look = PageFrame.Link(address: address, name: Words(vi: "Xem lại", en: "Look again")[language])
  }
}

extension HTTPField.Name {
  /// Tells a browser to load the page again after some seconds.
  fileprivate static var refresh: HTTPField.Name {
    guard let field = HTTPField.Name("Refresh") else { preconditionFailure("a name of a header") }
    return field
  }
}
