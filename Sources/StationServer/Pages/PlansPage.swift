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

  static let title = Words(vi: "Các kế hoạch", en: "Plans")

  static func answer(_ visit: Visit) async throws -> Response {
    var plans: [PageFrame.Link] = []
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    for visible in try await visit.station.desk.plans(visitor) {
      let year = try await visit.station.years.year(of: visible.plan, now: visit.caller.now)
      plans.append(
        PageFrame.Link(address: "/p/\(year.address)", name: year.known?.plan.title.visible() ?? year.address))
    }
    if plans.count == 1, let only = plans.first { return .seeOther(only.address) }
    let page = PlansPage(
      title: title[visit.language], plans: plans,
      nothing: Words(
        vi: "Chưa có kế hoạch nào mà tài khoản của bạn được xem.",
        en: "There is no plan that your account may see yet.")[visit.language])
    return visit.page(title, of: nil, here: nil, body: Template.render(.plans, page))
  }

  static let template = """
    <h1>{{title}}</h1>
    {{^plans}}<p>{{nothing}}</p>{{/plans}}
    <ul>
    {{#plans}}
    <li><a href="{{address}}">{{name}}</a></li>
    {{/plans}}
    </ul>

    """
}
