import HTTPTypes
import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// One unit: its code, name, level and place, and how it is removed.
struct UnitPage {
  let title: String
  let message: String?
  let fields: UnitFields
  let address: String
  let sums: PageFrame.Link?
  let token: String
  let words: PageWords

  /// The words of the page.
  struct PageWords {
    let back, save, remove, removeHelp, reason: String
  }

  static func address(of code: String) -> String {
    "\(UnitsPage.path)/\(code.partOfAddress)"
  }

  static func answer(_ visit: Visit) async throws -> Response {
    if let elsewhere = visit.confirmation(next: UnitsPage.path) { return elsewhere }
    return try await page(visit)
  }

  /// One form for each thing that can be done, told apart by the button.
  static func change(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let form = visit.form else { throw Refusal.unreadable }
    if let elsewhere = visit.confirmation(next: UnitsPage.path) { return elsewhere }
    let (desk, code) = (visit.station.desk, try visit.part("unit"))
    _ = try await unit(code, visit)
    let reason = form["reason"].isEmpty ? nil : String(form["reason"].prefix(1_000))
    do {
      switch form["do"] {
      case "change":
        try await desk.changeUnit(code, to: UnitFields.terms(form), by: visitor, reason: reason)
      case "remove": try await desk.removeUnit(code, by: visitor, reason: reason)
      default: throw Refusal.unreadable
      }
      return .seeOther(UnitsPage.path)
    } catch let refusal as UnitRefusal {
      return try await page(visit, form["do"] == "change" ? UnitFields.terms(form) : nil, refusal)
    }
  }

  private static func unit(_ code: String, _ visit: Visit) async throws -> (unit: Unit, all: [Unit]) {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let all = try await visit.station.desk.units(visitor, .administer)
    guard let unit = all.first(where: { $0.code == code }) else { throw Refusal.notFound }
    return (unit, all)
  }

  private static func page(
    _ visit: Visit, _ terms: UnitTerms? = nil, _ refusal: UnitRefusal? = nil
  ) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let (unit, all) = try await unit(try visit.part("unit"), visit)
    let parent = all.first { $0.number == unit.parent }
    let below = UnitTree(all).branch(of: unit)
    let others = UnitTree(all.filter { !below.contains($0.number) })
    // Whoever manages this unit alone sees none that could be above it.
    let place =
      unit.parent == nil
      ? Words(vi: "(không thuộc đơn vị nào)", en: "(none)")
      : Words(vi: "(như hiện nay)", en: "(as it is now)")
    let page = UnitPage(
      title: unit.name.visible(), message: refusal?.words[language],
      fields: UnitFields(
        terms ?? UnitTerms(code: unit.code, name: unit.name, level: unit.level, parent: parent?.code),
        others, place: parent == nil ? place : nil, language),
      address: address(of: unit.code),
      sums: visitor.may(.read)
        ? PageFrame.Link(address: SumsPage.address(of: unit), name: SumsPage.title[language]) : nil,
      token: visitor.formToken,
      words: PageWords(
        back: UnitsPage.title[language], save: Words(vi: "Lưu", en: "Save")[language],
        remove: Words(vi: "Bỏ đơn vị này", en: "Remove this unit")[language],
        removeHelp: Words(
          vi: "Chỉ bỏ được đơn vị không có kế hoạch, không có đơn vị bên dưới và không ai có vai trò.",
          en: "A unit can be removed that has no plan, no unit below it and nobody with a role.")[language],
        reason: Words(vi: "Lý do (ghi vào nhật ký thao tác)", en: "Reason (noted in the audit trail)")[
          language]))
    var response = visit.page(
      Words(unit.name.visible()), of: nil, here: nil, body: Template.render(.unit, page))
    if refusal != nil { response.status = .unprocessableContent }
    return response
  }

  static let template = """
    <p class="back"><a href="/units">← {{words.back}}</a></p>
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>
    {{/message}}
    {{#sums}}<p><a href="{{address}}">{{name}}</a></p>
    {{/sums}}
    <form method="post" action="{{address}}" class="fields"><input type="hidden" name="token" value="{{token}}">
    {{#fields}}{{> unitFields}}{{/fields}}
    <p><label for="reason">{{words.reason}}</label><input id="reason" name="reason" maxlength="1000"></p>
    <p><button name="do" value="change">{{words.save}}</button></p></form>
    <h2>{{words.remove}}</h2>
    <p class="soft">{{words.removeHelp}}</p>
    <form method="post" action="{{address}}" class="fields"><input type="hidden" name="token" value="{{token}}">
    <p><button name="do" value="remove">{{words.remove}}</button></p></form>

    """
}
