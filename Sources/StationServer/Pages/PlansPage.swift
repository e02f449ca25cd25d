import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The plans that a reader may see; where there is only one, its year at once.
struct PlansPage {
  let title: String
  let plans: [PageFrame.Link]
  let nothing: String
  /// What the reader can do about plans and people.
  let ways: [PageFrame.Link]

  static let title = Words(vi: "Các kế hoạch", en: "Plans")

  /// So many plans are listed; sums over units lead to all.
  private static let mostShown = 200
  /// So many are read for their titles where no worker has counted them yet.
  private static let mostRead = 20

  static func answer(_ visit: Visit) async throws -> Response {
    var plans: [PageFrame.Link] = []
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let all = try await visit.station.desk.plans(visitor)
    if all.count == 1, let only = all.first { return .seeOther("/p/\(only.plan.slug)") }
    let titles = try await visit.station.desk.planTitles(by: visit.station.program)
    for visible in all.prefix(mostShown) {
      var title = titles[visible.plan.number]
      // A few plans are not waited for until a worker has counted them.
      if title == nil, all.count <= mostRead {
        title = try await visit.station.years.year(of: visible.plan, now: visit.caller.now).known?.plan.title
      }
      plans.append(
        PageFrame.Link(address: "/p/\(visible.plan.slug)", name: title?.visible() ?? visible.plan.slug))
    }
    let mayAdminister = visitor.may(.administer)
    let managed = mayAdminister ? try await visit.station.desk.managedPlans(visitor) : []
    let page = PlansPage(
      title: title[visit.language], plans: plans,
      nothing: nothing(mayAdminister, managed.map(\.slug))[visit.language],
      ways: (all.count > 1
        ? [PageFrame.Link(address: SumsPage.path, name: SumsPage.title[visit.language])] : [])
        + (mayAdminister
          ? [
            PageFrame.Link(address: NewPlanPage.path, name: NewPlanPage.title[visit.language]),
            PageFrame.Link(address: PeoplePage.path, name: PeoplePage.title[visit.language]),
          ] : []))
    return visit.page(title, of: nil, here: nil, body: Template.render(.plans, page))
  }

  /// Why no plan is shown, and what to do.
  private static func nothing(_ mayAdminister: Bool, _ managed: [String]) -> Words {
    guard mayAdminister else {
      return Words(
        vi: "Chưa có kế hoạch nào mà tài khoản của bạn được xem; hãy hỏi người quản trị của đài.",
        en: "There is no plan yet that your account may see; ask the station's administrator.")
    }
    guard !managed.isEmpty else {
      return Words(
        vi: "Các đơn vị bạn quản lý chưa có kế hoạch nào. Hãy lập một kế hoạch, hoặc đưa thư mục có sẵn vào.",
        en: "The units that you manage have no plan yet. Begin one, or bring a plan's folder in.")
    }
    let list = managed.prefix(10).joined(separator: ", ") + (managed.count > 10 ? ", …" : "")
    return Words(
      vi:
        "Đã có kế hoạch (\(list)), nhưng vai trò của bạn không xem được; hãy giao cho tài khoản của bạn vai trò xem ở trang Người dùng.",
      en:
        "There are plans (\(list)), but your roles do not let you read them; give your account the role of a viewer in People."
    )
  }

  static let template = """
    <h1>{{title}}</h1>
    {{^plans}}<p>{{nothing}}</p>{{/plans}}
    <ul>
    {{#plans}}
    <li><a href="{{address}}">{{name}}</a></li>
    {{/plans}}
    </ul>
    {{#ways}}{{#first()}}<ul class="tabs noprint">{{/first()}}<li><a href="{{address}}">{{name}}</a></li>{{#last()}}</ul>{{/last()}}{{/ways}}

    """
}
