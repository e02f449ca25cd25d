import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// Where a range of cells from a spreadsheet is pasted into a table of the plan: each cell with what it is understood as,
/// before anything is stored.
struct PlanPastePage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let seen: String
  let text: String
  let told: [Told]
  let columns: [Column]
  let rows: [Row]
  let mayGoOn: Bool
  let words: FormWords

  /// Something about the range as a whole.
  struct Told {
    let kind: String
    let message: String
    let remedy: String?
  }

  /// A column of the range, with what it can be.
  struct Column {
    let id: String
    let label: String
    let all: [Option]
  }

  /// What a column can be.
  struct Option {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// A row of the range.
  struct Row {
    let number: Int
    let state: String
    let cells: [Cell]
    let wrong: [String]
  }

  /// A cell.
  struct Cell {
    let text: String
    let understood: String?
    let now: String?
    let wrong: [String]
  }

  /// The words of the form.
  struct FormWords {
    let head, text, look, goOn, range, row, understood, now: String
  }

  private static func part(_ visit: Visit) throws -> PlanTable.Part {
    let name = try visit.part("part")
    guard let part = PlanTable.Part.sheets.first(where: { "\($0)" == name }) else { throw Refusal.notFound }
    return part
  }

  private static func title(_ part: PlanTable.Part) -> Words {
    Words(vi: "\(part.name.vi): dán từ Excel", en: "\(part.name.en): paste from Excel")
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let part = try part(visit)
    let reading = try await visit.deskReading()
    guard let file = reading.year.files?.plan else { throw Refusal.notFound }
    let page = PlanPastePage(visit, reading, part, seen: file.digest, text: "", nil)
    return visit.deskPage(title(part), reading.address, Template.render(.planPaste, page))
  }

  /// Shows what a range is understood as, or, when that is as it should be, what it does to the year.
  static func look(_ visit: Visit) async throws -> Response {
    let part = try part(visit)
    guard let form = visit.form, !form["seen"].isEmpty, !form["rows"].isEmpty, let plan = visit.plan else {
      throw Refusal.unreadable
    }
    let reading = try await visit.deskReading()
    guard var file = reading.year.files?.plan else { throw Refusal.notFound }
    // What was pasted is a change of the text that was on the screen; what others changed since joins it later.
    if file.digest != form["seen"],
      let bytes = try await visit.station.desk.octets(of: file.name, digest: form["seen"], in: plan.plan)
    {
      file = InputFile(name: file.name, bytes: bytes)
    }
    let width = (0..<200).prefix { !form["column\($0)"].isEmpty }.count
    let chosen = width == 0 ? nil : (0..<width).map { Int(form["column\($0)"]) }
    let (text, language) = (form["rows"], visit.language)
    let paste = try await visit.station.drafts.work.run { [file] in
      PlanPaste(text, chosen: chosen, into: part, of: file, in: language)
    }
    if form["step"] == "effect", let bytes = paste.bytes {
      return try await PlanEditPage.page(visit, PlanEditPage.Wanted(text: bytes, seen: file.digest))
    }
    let page = PlanPastePage(visit, reading, part, seen: file.digest, text: text, paste)
    return visit.deskPage(
      title(part), reading.address, Template.render(.planPaste, page),
      status: paste.bytes == nil ? .unprocessableContent : .ok)
  }

  private init(
    _ visit: Visit, _ reading: DeskReading, _ part: PlanTable.Part, seen: String, text: String,
    _ paste: PlanPaste?
  ) {
    let language = visit.language
    let months = reading.year.plan?.months ?? MonthRun(year: reading.today.year)
    let columns = part.columns(months)
    title = Self.title(part)[language]
    back = PageFrame.Link(
      address: "/p/\(reading.address)/desk/plan",
      name: Words(vi: "Về các bảng của kế hoạch", en: "Back to the plan's tables")[language])
    action = "/p/\(reading.address)/desk/paste/\(part)"
    token = visit.visitor?.formToken ?? ""
    self.seen = seen
    self.text = text
    func says(_ finding: Finding) -> String {
      [finding.message[language], finding.formRemedy?[language]].compactMap(\.self).joined(separator: " ")
        .visible()
    }
    told = (paste?.findings ?? []).map {
      Told(
        kind: $0.severity.rawValue, message: $0.message[language].visible(),
        remedy: $0.formRemedy?[language].visibleLines())
    }
    self.columns = (paste?.columns ?? []).enumerated().map { place, chosen in
      let heading = paste.flatMap { $0.headings.indices.contains(place) ? $0.headings[place] : nil } ?? ""
      let name =
        heading.isEmpty ? Words(vi: "cột \(place + 1)", en: "column \(place + 1)")[language] : heading
      let none = Words(vi: "bỏ qua", en: "leave out")[language]
      return Column(
        id: "column\(place)", label: name.visible(),
        all: [Option(value: "-", name: none, isChosen: chosen == nil)]
          + columns.enumerated().map { index, column in
            Option(value: "\(index)", name: column.heading[language], isChosen: index == chosen)
          })
    }
    rows = (paste?.rows ?? []).map { row in
      let isRefused =
        !row.findings.isEmpty || row.cells.contains { $0.findings.contains { $0.severity == .error } }
      let isChanged = row.cells.contains { $0.now != nil || $0.understood != nil }
      let state =
        isRefused
        ? Words(vi: "chưa hiểu", en: "refused")
        : row.isNew
          ? Words(vi: "thêm", en: "new")
          : isChanged ? Words(vi: "đã có", en: "there") : Words(vi: "như cũ", en: "as it is")
      return Row(
        number: row.number, state: state[language],
        cells: row.cells.map { cell in
          Cell(
            text: cell.text.visible(), understood: cell.understood?.visible(), now: cell.now?.visible(),
            wrong: cell.findings.map(says))
        }, wrong: row.findings.map(says))
    }
    mayGoOn = paste?.bytes != nil
    words = FormWords(
      head: Words(
        vi:
          "Chép một vùng ô trong Excel (nên kèm dòng tiêu đề) rồi dán vào đây. Trang cho xem từng ô được hiểu thế nào; dòng đã có thì sửa, dòng mới thì thêm, dòng không có trong vùng giữ nguyên.",
        en:
          "Copy a range of cells in Excel, best with its headings, and paste it here. The page shows what each cell is understood as; rows that are there are changed, new ones added, and rows that are not in the range stay."
      )[language],
      text: Words(vi: "Vùng ô", en: "Range of cells")[language],
      look: Words(vi: "Xem từng ô (chưa ghi)", en: "See each cell (stores nothing)")[language],
      goOn: Words(vi: "Tiếp: xem ảnh hưởng (chưa ghi)", en: "Go on: see what it does (stores nothing)")[
        language],
      range: Words(vi: "Từng ô đã hiểu", en: "Each cell, as understood")[language],
      row: Words(vi: "Dòng", en: "Row")[language],
      understood: Words(vi: "hiểu là", en: "understood as")[language],
      now: Words(vi: "hiện là", en: "now")[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    <p class="soft">{{words.head}}</p>
    {{#told}}{{#first()}}<ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{message}}</p>{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/told}}
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    {{#columns}}{{#first()}}<h2>{{words.range}}</h2><div class="table" tabindex="0" role="region" aria-label="{{words.range}}"><table class="pasted"><thead><tr><th scope="col">{{words.row}}</th>{{/first()}}\
    <th scope="col"><label for="{{id}}">{{label}}</label><select id="{{id}}" name="{{id}}">{{#all}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/all}}</select></th>\
    {{#last()}}</tr></thead><tbody>{{/last()}}{{/columns}}
    {{#rows}}<tr><th scope="row">{{number}} <span class="soft">{{state}}</span>{{#wrong}}<span class="wrong">{{.}}</span>{{/wrong}}</th>\
    {{#cells}}<td>{{text}}{{#understood}} <span class="said">{{words.understood}}: {{.}}</span>{{/understood}}{{#now}} <span class="soft">({{words.now}}: {{.}})</span>{{/now}}\
    {{#wrong}}<span class="wrong">{{.}}</span>{{/wrong}}</td>{{/cells}}</tr>
    {{/rows}}
    {{#columns}}{{#last()}}</tbody></table></div>{{/last()}}{{/columns}}
    {{#mayGoOn}}<p><button name="step" value="effect">{{words.goOn}}</button></p>{{/mayGoOn}}
    <p><label for="rows">{{words.text}}</label><textarea id="rows" name="rows" spellcheck="false" required>
    {{text}}</textarea></p>
    <p><button name="step" value="look"{{#mayGoOn}} class="plain"{{/mayGoOn}}>{{words.look}}</button></p></form>

    """
}
