import Hummingbird
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The sums of a unit in a year over its plans and those of all units below it: by kind of outlet, by unit, by language. Each figure
/// leads to the plan that it is of, or to the sums of the unit.
struct SumsPage {
  let title: String
  let above: [PageFrame.Link]
  let years: [PageFrame.Link]
  let head: String
  let warnings: [String]
  /// Why there are no figures; `nil` where there are some.
  let nothing: String?
  let kinds: SumsTable?
  let units: SumsTable
  let languages: SumsTable?
  let notesHeading: String
  let notes: [String]

  static let path = "/sums"
  static let title = Words(vi: "Tổng hợp theo đơn vị", en: "Totals by unit")

  /// Where one begins: the only unit at the top, or a list of those.
  static func answer(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let tops = try await visit.station.desk.readableUnits(visitor).places.filter { $0.depth == 0 }.map(\.unit)
    if tops.count == 1, let only = tops.first { return .seeOther(address(of: only)) }
    let language = visit.language
    let page = PlansPage(
      title: title[language],
      plans: tops.map { PageFrame.Link(address: address(of: $0), name: $0.name.visible()) },
      nothing: Words(
        vi: "Chưa có đơn vị nào mà tài khoản của bạn được xem; hãy hỏi người quản trị.",
        en: "There is no unit yet that your account may see; ask the administrator.")[language], ways: [])
    return visit.page(title, of: nil, here: nil, body: Template.render(.plans, page))
  }

  static func answerUnit(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let unit = visit.unit else { throw Refusal.notFound }
    let year = try visit.asked("year").map(year)
    let sums = try await visit.station.desk.sums(
      of: unit, in: year, for: visitor, by: visit.station.program)
    let page = SumsPage(sums, FigureChoice(visit), visit.language)
    return visit.page(
      Words("\(unit.name.visible())"), of: nil, here: nil, body: Template.render(.sums, page))
  }

  /// A year that is asked for.
  static func year(_ text: String) throws(Refusal) -> Int {
    guard let year = Int(text), (1900...2200).contains(year) else {
      throw .unknown(text, Words(vi: "năm viết như 2026", en: "a year is written 2026"))
    }
    return year
  }

  /// The address of a unit's sums.
  static func address(of unit: Unit, year: Int? = nil, _ choice: FigureChoice? = nil) -> String {
    var query = year.map { ["year=\($0)"] } ?? []
    if let choice, let name = choice.name {
      query.append((choice.section == .kind ? "kind=" : "language=") + name.partOfAddress)
    }
    if let choice, !choice.measure.isEmpty { query.append("measure=" + choice.measure.partOfAddress) }
    return "\(path)/\(unit.code.partOfAddress)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  init(_ sums: UnitSums, _ choice: FigureChoice, _ language: ReaderLanguage) {
    let unit = sums.unit
    title = unit.name.visible() + (sums.year.map { " · \($0)" } ?? "")
    above = sums.above.map { above in
      PageFrame.Link(address: Self.address(of: above, year: sums.year), name: above.name.visible())
    }
    years =
      sums.years.count < 2
      ? []
      : sums.years.map { year in
        PageFrame.Link(
          address: Self.address(of: unit, year: year, choice), name: "\(year)", isHere: year == sums.year)
      }
    let figures = (sums.sums + sums.figures).map(\.figure)
    nothing = figures.isEmpty ? Self.nothing(sums)[language] : nil
    head = Self.head(sums)[language]
    warnings = Self.warnings(sums).map { $0[language] }
    kinds = figures.isEmpty ? nil : SumsTable(kindsOf: sums, figures, choice, language)
    units = SumsTable(unitsOf: sums, choice, language)
    languages =
      figures.contains { $0.section == .language }
      ? SumsTable(languagesOf: sums, figures, choice, language) : nil
    notesHeading = Words(vi: "Cách cộng", en: "How it is added")[language]
    notes = Self.notes.map { $0[language] }
  }

  static let template = """
    {{#above}}{{#first()}}<p class="back">{{/first()}}<a href="{{address}}">{{name}}</a> › {{#last()}}</p>{{/last()}}{{/above}}
    <h1>{{title}}</h1>
    {{#years}}{{#first()}}<ul class="tabs noprint">{{/first()}}<li><a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{name}}</a></li>\
    {{#last()}}</ul>{{/last()}}{{/years}}
    <p class="soft">{{head}}</p>
    {{#warnings}}<p class="note">{{.}}</p>
    {{/warnings}}
    {{#nothing}}<p>{{.}}</p>
    {{/nothing}}
    {{#kinds}}\(SumsTable.template){{/kinds}}
    {{#units}}\(SumsTable.template){{/units}}
    {{#languages}}\(SumsTable.template){{/languages}}
    <h2>{{notesHeading}}</h2><ul class="notes">{{#notes}}<li>{{.}}</li>{{/notes}}</ul>

    """
}
