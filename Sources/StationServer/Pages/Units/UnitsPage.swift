import HTTPTypes
import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The units that the reader manages, as a tree, and a form for another below one of them.
struct UnitsPage {
  let title: String
  let head: String
  let message: String?
  let units: [Row]
  let fields: UnitFields
  let token: String
  let words: PageWords

  /// A unit.
  struct Row {
    let indent: String
    let name: String
    let code: String
    let level: String
    let plans: [PageFrame.Link]
    let leads: String
  }

  /// The words of the page.
  struct PageWords {
    let name, code, level, plans, add, make: String
  }

  static let path = "/units"
  static let title = Words(vi: "Đơn vị", en: "Units")

  static func answer(_ visit: Visit) async throws -> Response {
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    return try await page(visit)
  }

  static func add(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    if let elsewhere = visit.confirmation(next: path) { return elsewhere }
    let terms = UnitFields.terms(form)
    do {
      _ = try await visit.station.desk.makeUnit(terms, by: visitor)
      return .seeOther(path)
    } catch let refusal as UnitRefusal {
      return try await page(visit, terms, refusal)
    }
  }

  private static func page(
    _ visit: Visit, _ terms: UnitTerms? = nil, _ refusal: UnitRefusal? = nil
  ) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let (language, desk) = (visit.language, visit.station.desk)
    let tree = UnitTree(try await desk.units(visitor, .administer))
    let plans = Dictionary(grouping: try await desk.managedPlans(visitor), by: \.unit)
    let readable = Set(try await desk.plans(visitor).map(\.plan.slug))
    let page = UnitsPage(
      title: title[language],
      head: Words(
        vi:
          "Vai trò ở một đơn vị có hiệu lực ở mọi đơn vị bên dưới; chuyển một đơn vị sang nơi khác là chuyển cả quyền.",
        en: "A role in a unit holds in all units below it; whoever moves a unit moves rights.")[language],
      message: refusal?.words[language],
      units: tree.places.map { place in
        Row(
          indent: String(repeating: "– ", count: place.depth), name: place.unit.name.visible(),
          code: place.unit.code.visible(),
          level: (UnitLevel(rawValue: place.unit.level)?.name ?? Words(place.unit.level))[language].visible(),
          plans: plans[place.unit.number, default: []].map {
            PageFrame.Link(address: readable.contains($0.slug) ? "/p/\($0.slug)" : "", name: $0.slug)
          }, leads: UnitPage.address(of: place.unit.code))
      },
      fields: UnitFields(
        terms ?? UnitTerms(code: "", name: "", level: "", parent: tree.places.first?.unit.code), tree,
        place: nil, language),
      token: visitor.formToken,
      words: PageWords(
        name: Words(vi: "Tên đơn vị", en: "Name")[language], code: Words(vi: "Mã", en: "Code")[language],
        level: Words(vi: "Cấp", en: "Level")[language], plans: Words(vi: "Kế hoạch", en: "Plans")[language],
        add: Words(vi: "Thêm đơn vị", en: "Add a unit")[language],
        make: Words(vi: "Thêm", en: "Add it")[language]))
    var response = visit.page(title, of: nil, here: nil, body: Template.render(.units, page))
    if refusal != nil { response.status = .unprocessableContent }
    return response
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    <p class="soft">{{head}}</p>
    <div class="table" tabindex="0" role="region" aria-label="{{title}}">
    <table><thead><tr><th scope="col">{{words.name}}</th><th scope="col">{{words.code}}</th><th scope="col">{{words.level}}</th>\
    <th scope="col">{{words.plans}}</th></tr></thead><tbody>
    {{#units}}
    <tr><th scope="row" class="name">{{indent}}<a href="{{leads}}">{{name}}</a></th><td>{{code}}</td><td>{{level}}</td>\
    <td class="words">{{#plans}}{{#address}}<a href="{{.}}">{{name}}</a>{{/address}}{{^address}}{{name}}{{/address}} {{/plans}}</td></tr>
    {{/units}}
    </tbody></table></div>
    <h2>{{words.add}}</h2>
    <form method="post" action="/units" class="fields"><input type="hidden" name="token" value="{{token}}">
    {{#fields}}{{> unitFields}}{{/fields}}
    <p><button>{{words.make}}</button></p></form>

    """
}
