import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The tables of the plan, from which the form of each row is reached.
struct PlanTablesPage {
  let title: String
  let back: PageFrame.Link
  let told: String?
  /// Where the rest of the year is planned anew after a change; `nil` where there is no need.
  let replan: PageFrame.Link?
  let text: PageFrame.Link
  let calendar: PageFrame.Link
  /// What is wrong with the plan, each with its place; empty for nothing.
  let errors: [String]
  let errorsHeading: String
  let parts: [Part]
  /// What a plan of which nothing is published still needs; empty for nothing.
  let steps: [PlanStep]
  let stepsHeading: String

  /// A part of the plan.
  struct Part {
    let name: String
    let isOpen: Bool
    let columns: [String]
    let rows: [Row]
    let hasRows: Bool
    let add: PageFrame.Link?
    /// `nil` for a part that no workbook has.
    let paste: PageFrame.Link?
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
    replan =
      told != nil && reading.year.book.isPublished && visit.plan?.allows(.draft) ?? false
      ? PageFrame.Link(
        address: "/p/\(reading.address)/desk/replan",
        name: Words(
          vi: "Đổi chỉ tiêu, khung hay quy định thì xếp lại phần còn lại của năm",
          en: "Where quotas, slots or rules changed, plan the rest of the year anew")[language]) : nil
    let base = "/p/\(reading.address)/desk/plan"
    steps =
      reading.year.book.isPublished
      ? [] : reading.year.plan.map { PlanStep.all(of: $0, "/p/\(reading.address)", language) } ?? []
    stepsHeading = Words(vi: "Việc tiếp theo", en: "Next")[language]
    errors = reading.year.planFindings.filter { $0.severity == .error }.prefix(20).map { finding in
      let place = finding.place.map { "\($0.file):\($0.line): " } ?? ""
      return (place + finding.message[language]).visible()
    }
    errorsHeading =
      (tables == nil
      ? Words(
        vi: "Văn bản có lỗi nên chưa chia được thành bảng; hãy sửa trong văn bản.",
        en: "The text has errors, so it cannot be shown as tables; mend them in the text.")
      : Words(
        vi: "Kế hoạch có lỗi; mở dòng có lỗi để sửa, hoặc sửa trong văn bản.",
        en: "The plan has errors; open the row to mend each of them, or mend them in the text."))[language]
    text = PageFrame.Link(
      address: "\(base)/text",
      name: Words(vi: "Sửa thẳng văn bản kế hoạch", en: "Change the plan's text itself")[language])
    calendar = PageFrame.Link(
      address: "/p/\(reading.address)/desk/calendar", name: PlanCalendarPage.title[language])
    parts = (tables ?? []).filter { !$0.rows.isEmpty || ![.weights, .months].contains($0.part) }.map {
      table in
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
            cells: others.map { PlanRowField.shown(row.cells[$0], table.columns[$0]).visible() })
        }, hasRows: !table.rows.isEmpty,
        add: [.weights, .months].contains(table.part)
          ? nil
          : PageFrame.Link(address: "\(base)/\(table.part)/+", name: Words(vi: "Thêm", en: "Add")[language]),
        paste: PlanTable.Part.sheets.contains(table.part)
          ? PageFrame.Link(
            address: "/p/\(reading.address)/desk/paste/\(table.part)",
            name: Words(vi: "Dán từ Excel", en: "Paste from Excel")[language]) : nil)
    }
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    {{#replan}}<p><a href="{{address}}">{{name}}</a></p>{{/replan}}
    <p>{{#text}}<a href="{{address}}">{{name}}</a>{{/text}} · {{#calendar}}<a href="{{address}}">{{name}}</a>{{/calendar}}</p>
    {{#errors}}{{#first()}}<div class="note" role="alert"><p>{{errorsHeading}}</p><ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul></div>{{/last()}}{{/errors}}
    {{#steps}}{{#first()}}<h2>{{stepsHeading}}</h2><ol>{{/first()}}<li>{{text}}{{#way}} <a class="file" href="{{address}}">{{name}}</a>{{/way}}</li>{{#last()}}</ol>{{/last()}}{{/steps}}
    {{#parts}}
    <details{{#isOpen}} open{{/isOpen}}><summary>{{name}}</summary>
    {{#hasRows}}<div class="table" tabindex="0" role="region" aria-label="{{name}}"><table><thead><tr><td></td>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead><tbody>
    {{#rows}}<tr><th scope="row" class="name"><a href="{{leads}}">{{name}}</a></th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>{{/hasRows}}
    <p class="noprint">{{#add}}<a href="{{address}}">+ {{name}}</a>{{/add}}{{#paste}} · <a href="{{address}}">{{name}}</a>{{/paste}}</p>
    </details>
    {{/parts}}

    """
}
