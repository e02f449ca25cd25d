import Hummingbird
import ScheduleModel
import StationDesk
import StationStore

/// What is done in the background for a plan, how far it is, and what failed.
struct JobsPage {
  let title: String
  let head: String
  let none: String
  let rows: [Row]
  let reload: PageFrame.Link
  let words: TableWords

  /// A job.
  struct Row {
    let number: Int
    let kind: String
    let state: String
    /// The class by which the style knows the state.
    let look: String
    let fault: String?
    let person: String
    let asked: String
    let took: String
    let cancel: Cancel?
  }

  /// The form that ends a job.
  struct Cancel {
    let action: String
    let token: String
    let label: String
  }

  /// The words of the table.
  struct TableWords {
    let job, state, person, asked, took, cancel: String
  }

  static let title = Words(vi: "Việc làm ở nền", en: "Work in the background")

  /// So many are shown.
  private static let mostShown = 100

  static func answer(_ visit: Visit) async throws -> Response {
    guard let visible = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let jobs = try await visit.station.desk.jobs(of: visible.plan, count: mostShown)
    let year = try await visit.year()
    let page = JobsPage(jobs, visible, year, visitor, visit)
    return visit.page(title, of: year, here: "/jobs", body: Template.render(.jobs, page))
  }

  static func cancel(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let number = Int(try visit.part("job")) else {
      throw Refusal.notFound
    }
    try await visit.station.desk.cancel(number, in: plan, by: visitor)
    return .seeOther("/p/\(plan.plan.slug)/jobs")
  }

  private init(
    _ jobs: [ShownJob], _ plan: VisiblePlan, _ year: YearReading, _ visitor: Visitor, _ visit: Visit
  ) {
    let language = visit.language
    let address = "/p/\(plan.plan.slug)/jobs"
    title = Self.title[language]
    head =
      Words(
        vi:
          "Việc nặng do tiến trình riêng làm, nên các trang khác vẫn mở nhanh. Việc dừng giữa chừng được làm lại, nhiều nhất ba lần.",
        en:
          "Heavy work is done by processes of its own, so that pages stay quick. Work that breaks off is begun again, three times at the most."
      )[language]
    none = Words(vi: "Chưa có việc nào.", en: "There has been none yet.")[language]
    reload = PageFrame.Link(
      address: address, name: Words(vi: "Xem lại trang này", en: "Look again")[language])
    words = TableWords(
      job: Words(vi: "Việc", en: "Work")[language], state: Words(vi: "Tình trạng", en: "State")[language],
      person: Words(vi: "Người yêu cầu", en: "Asked by")[language],
      asked: Words(vi: "Yêu cầu lúc", en: "Asked at")[language],
      took: Words(vi: "Thời gian làm", en: "Time taken")[language],
      cancel: Words(vi: "Dừng", en: "End")[language])
    rows = jobs.map { shown in
      let job = shown.job
      let kind = job.kind.name[language]
      return Row(
        number: job.number, kind: kind, state: job.stateWords[language], look: job.look,
        fault: job.fault?[language],
        person: shown.person ?? Words(vi: "máy chủ", en: "the server")[language],
        asked: PageTime.text(job.askedAt, of: year.known?.plan),
        took: Self.took(job, now: visit.caller.now)[language],
        cancel: visit.station.desk.mayCancel(job, in: plan, visitor)
          ? Cancel(
            action: "\(address)/\(job.number)/cancel", token: visitor.formToken,
            label: Words(vi: "Dừng việc \(job.number)", en: "End job \(job.number)")[language])
          : nil)
    }
  }

  private static func took(_ job: StoredJob, now: LocalTime) -> Words {
    guard let started = job.startedAt, job.state != .waiting else { return Words("–") }
    let seconds = max(0, (job.endedAt ?? now).seconds - started.seconds)
    return seconds < 120
      ? Words(vi: "\(seconds) giây", en: "\(seconds) s")
      : Words(vi: "\(seconds / 60) phút", en: "\(seconds / 60) min")
  }

  static let template = """
    <h1>{{title}}</h1>
    <p class="soft">{{head}}</p>
    {{#reload}}<p class="noprint"><a href="{{address}}">{{name}}</a></p>{{/reload}}
    {{^rows}}<p>{{none}}</p>{{/rows}}
    {{#rows}}{{#first()}}
    <div class="table" tabindex="0" role="region" aria-label="{{title}}">
    <table><thead><tr><th scope="col" class="number">№</th><th scope="col">{{words.job}}</th><th scope="col">{{words.state}}</th>\
    <th scope="col">{{words.person}}</th><th scope="col">{{words.asked}}</th><th scope="col" class="number">{{words.took}}</th>\
    <th scope="col">{{words.cancel}}</th></tr></thead>
    <tbody>
    {{/first()}}
    <tr><td class="number">{{number}}</td><th scope="row" class="name">{{kind}}</th>\
    <td class="words {{look}}"><span class="state">{{state}}</span>{{#fault}}<br>{{.}}{{/fault}}</td>\
    <td>{{person}}</td><td class="time">{{asked}}</td><td class="number">{{took}}</td>\
    <td>{{#cancel}}<form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}">\
    <button class="plain" aria-label="{{label}}">{{words.cancel}}</button></form>{{/cancel}}</td></tr>
    {{#last()}}
    </tbody></table>
    </div>
    {{/last()}}{{/rows}}

    """
}

extension StoredJob.Kind {
  /// What is done, for people.
  var name: Words {
    switch self {
    case .feeds: Words(vi: "Tạo lịch cho người đăng ký", en: "Make the calendars of subscriptions")
    case .figures:
      Words(vi: "Tính số liệu để cộng theo đơn vị", en: "Count the plan for the sums of its units")
    case .replan: Words(vi: "Xếp lại phần còn lại của năm", en: "Plan the rest of the year anew")
    case .preview, .largePreview: Words(vi: "Đọc thử tệp gửi lên", en: "Read a file that was sent in")
    }
  }
}

extension StoredJob {
  /// How far it is, for people.
  fileprivate var stateWords: Words {
    switch state {
    case .waiting: Words(vi: "đang chờ", en: "waiting")
    case .running where isCancelAsked: Words(vi: "đang dừng", en: "ending")
    case .running: Words(vi: "đang làm, \(progress)%", en: "running, \(progress)%")
    case .done: Words(vi: "xong", en: "done")
    case .failed: Words(vi: "không xong", en: "failed")
    case .cancelled: Words(vi: "đã dừng", en: "ended on request")
    }
  }

  fileprivate var look: String {
    switch state {
    case .done: "done"
    case .failed: "missed"
    case .running: "shifted"
    case .waiting, .cancelled: "none"
    }
  }
}
