import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The tables of the plan, and the form of one row: a small change of the text, shown before it is stored.
struct PlanTablesPage {
  let title: String
  let back: PageFrame.Link
  let told: String?
  let text: PageFrame.Link
  let parts: [Part]

  /// A part of the plan.
  struct Part {
    let name: String
    let isOpen: Bool
    let columns: [String]
    let rows: [Row]
    let add: PageFrame.Link?
  }

  /// A row: what names it, and what it says first.
  struct Row {
    let leads: String
    let name: String
    let cells: [String]
  }

  static let title = Words(vi: "Sửa kế hoạch", en: "Change the plan")

  static func answer(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    guard let file = reading.year.files?.plan else { throw Refusal.notFound }
    let language = visit.language
    let body = try await visit.station.drafts.work.run {
      Template.render(
        .planTables, PlanTablesPage(visit, reading, PlanTextChange.tables(of: file, in: language)))
    }
    return visit.deskPage(title, reading.address, body)
  }

  private init(_ visit: Visit, _ reading: DeskReading, _ tables: [PlanTable]?) {
    let language = visit.language
    title = Self.title[language]
    back = PageFrame.Link(
      address: "/p/\(reading.address)/desk",
      name: Words(vi: "Về bàn xếp lịch", en: "Back to the desk")[language])
    told =
      visit.asked("done") == nil
      ? nil : Words(vi: "Đã ghi vào kế hoạch.", en: "The plan has it now.")[language]
    let base = "/p/\(reading.address)/desk/plan"
    text = PageFrame.Link(
      address: "\(base)/text",
      name: Words(vi: "Sửa thẳng văn bản kế hoạch", en: "Change the plan's text itself")[language])
    parts = (tables ?? []).filter { !$0.rows.isEmpty || $0.part == .blackouts }.map { table in
      // What names a row, and the first cells that any row fills.
      let names = table.columns.indices.filter {
        [.identity, .shown].contains(table.columns[$0].content) && table.columns[$0].key != "number"
          || ["title", "name"].contains(table.columns[$0].key)
      }
      let others = table.columns.indices.filter { index in
        !names.contains(index) && table.columns[index].key != "number"
          && table.rows.contains { !$0.cells[index].isEmpty }
      }.prefix(table.part == .weights || table.part == .months ? 12 : 5)
      return Part(
        name: table.part.name[language], isOpen: [.lines, .blackouts].contains(table.part),
        columns: others.map { table.columns[$0].heading[language] },
        rows: table.rows.map { row in
          let name = names.map { row.cells[$0] }.filter { !$0.isEmpty }.joined(separator: " · ")
          return Row(
            leads: "\(base)/\(table.part)/\(row.id.inAddress)", name: name.isEmpty ? row.id : name.visible(),
            cells: others.map { row.cells[$0].visible() })
        },
        add: [.weights, .months].contains(table.part)
          ? nil
          : PageFrame.Link(address: "\(base)/\(table.part)/+", name: Words(vi: "Thêm", en: "Add")[language]))
    }
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    <p>{{#text}}<a href="{{address}}">{{name}}</a>{{/text}}</p>
    {{#parts}}
    <details{{#isOpen}} open{{/isOpen}}><summary>{{name}}</summary>
    <div class="table" tabindex="0" role="region" aria-label="{{name}}"><table><thead><tr><td></td>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead><tbody>
    {{#rows}}<tr><th scope="row" class="name"><a href="{{leads}}">{{name}}</a></th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    {{#add}}<p class="noprint"><a href="{{address}}">+ {{name}}</a></p>{{/add}}
    </details>
    {{/parts}}

    """
}

/// The form of one row of a plan's table.
struct PlanRowPage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let seen: String
  let fields: [Field]
  let check: String

  /// A cell.
  struct Field {
    let id: String
    let name: String
    let value: String
  }

  /// The part and the row that the address names; the row is `nil` for a new one.
  private static func named(_ visit: Visit) throws -> (part: PlanTable.Part, row: String?) {
    let name = try visit.part("part")
    guard let part = PlanTable.Part.allCases.first(where: { "\($0)" == name }) else { throw Refusal.notFound }
    let row = try visit.part("row")
    return (part, row == "+" ? nil : row)
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let (part, row) = try named(visit)
    let reading = try await visit.deskReading()
    guard let file = reading.year.files?.plan,
      let table = PlanTextChange.tables(of: file, in: visit.language)?.first(where: { $0.part == part })
    else { throw Refusal.notFound }
    let cells = table.rows.first { $0.id == row }?.cells
    guard row == nil || cells != nil else { throw Refusal.notFound }
    let page = PlanRowPage(visit, reading, file, table, row, cells)
    return visit.deskPage(PlanTablesPage.title, reading.address, Template.render(.planRow, page))
  }

  /// Shows what a change of the row would do; nothing is stored.
  static func change(_ visit: Visit) async throws -> Response {
    let (part, row) = try named(visit)
    guard let form = visit.form, !form["seen"].isEmpty else { throw Refusal.unreadable }
    let reading = try await visit.deskReading()
    guard let file = reading.year.files?.plan else { throw Refusal.notFound }
    let language = visit.language
    let count = part.columns(reading.work?.plan.months ?? MonthRun(year: reading.today.year)).count
    let texts = Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, form["c\($0)"].trimmed) })
    let change = try await visit.station.drafts.work.run {
      PlanTextChange(file, part, row: row, texts, in: language)
    }
    return try await PlanEditPage.page(
      visit,
      PlanEditPage.Wanted(
        text: change.bytes ?? file.bytes, seen: form["seen"],
        findings: change.findings.filter { $0.severity == .error }))
  }

  private init(
    _ visit: Visit, _ reading: DeskReading, _ file: InputFile, _ table: PlanTable, _ row: String?,
    _ cells: [String]?
  ) {
    let language = visit.language
    let base = "/p/\(reading.address)/desk/plan"
    title = "\(table.part.name[language]): \(row?.visible() ?? Words(vi: "thêm", en: "add")[language])"
    back = PageFrame.Link(
      address: base, name: Words(vi: "Về các bảng của kế hoạch", en: "Back to the plan's tables")[language])
    action = "\(base)/\(table.part)/\(row?.inAddress ?? "+")"
    token = visit.visitor?.formToken ?? ""
    seen = file.digest
    fields = table.columns.enumerated().compactMap { index, column in
      // What a row is known by does not change; a new row needs it.
      if [.identity, .shown].contains(column.content), row != nil || column.key == "number" { return nil }
      return Field(
        id: "c\(index)", name: column.heading[language], value: cells.map { $0[index] } ?? "")
    }
    check = Words(vi: "Xem ảnh hưởng (chưa ghi)", en: "See what it does (stores nothing)")[language]
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    <form method="post" action="{{action}}" class="fields cells"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    {{#fields}}<p><label for="{{id}}">{{name}}</label><input id="{{id}}" name="{{id}}" value="{{value}}"></p>
    {{/fields}}
    <p><button>{{check}}</button></p></form>

    """
}
