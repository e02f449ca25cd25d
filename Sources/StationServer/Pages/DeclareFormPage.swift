import Digests
import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The form of a unit and a period: a row for each line on which it should report. What is filled in is read as a table that
/// is sent in, shown as it was understood, and recorded when somebody says so.
struct DeclareFormPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let told: String?
  let findings: [Row]
  let action: String
  let token: String
  let seen: String
  let lines: [Line]
  let author: Input
  let received: Input
  let columns: [String]
  let check: String
  let record: String?
  let words: PageWordsOfForm

  /// What is wrong or doubtful.
  struct Row {
    let kind: String
    let message: String
    let remedy: String?
  }

  /// A line.
  struct Line {
    let title: String
    let unit: String
    /// What the unit has reported, and what was understood of what is filled in.
    let known: String?
    let understood: String?
    let inputs: [Input]
  }

  /// A field.
  struct Input {
    let name: String
    let label: String
    let value: String
  }

  /// The words of the page.
  struct PageWordsOfForm {
    let table, findings: String
  }

  /// What somebody filled in, and how it was read.
  private struct Filled {
    var answers: [[DeclaredForm.Field: String]]
    var all: [DeclaredForm.Field: String]
    var prepared: StationYear.PreparedImport?
    var told: Words?
    var status = HTTPResponse.Status.ok
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let (reading, form) = try await form(visit)
    let today = reading.today
    return try await page(
      visit, reading, form,
      Filled(answers: form.rows.map { _ in [:] }, all: [.received: today.forPeople]))
  }

  /// Reads what is filled in, and records it when that is asked for and nothing is wrong with it.
  static func send(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let body = visit.form else {
      throw Refusal.notFound
    }
    let (year, form) = try await form(visit)
    func text(_ name: String) -> String? {
      let text = body[name].trimmed
      return text.isEmpty ? nil : text
    }
    func texts(_ fields: [DeclaredForm.Field], _ suffix: String) -> [DeclaredForm.Field: String] {
      Dictionary(
        fields.compactMap { field in text(field.rawValue + suffix).map { (field, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    var filled = Filled(
      answers: form.rows.indices.map { texts(DeclaredForm.Field.ofRow, "\($0 + 1)") },
      all: texts([.author, .received], ""))
    guard let table = form.filled(filled.answers, all: filled.all) else {
      filled.told = Words(
        vi: "Chưa điền số liệu nào; chưa ghi gì.", en: "Nothing is filled in; nothing was recorded.")
      filled.status = .unprocessableContent
      return try await page(visit, year, form, filled)
    }
    let (book, prepared) = try await prepared(table, form, in: plan, by: visitor, visit)
    filled.prepared = prepared
    guard body["step"] == "record", !prepared.findings.hasErrors else {
      if prepared.findings.hasErrors { filled.status = .unprocessableContent }
      return try await page(visit, year, form, filled)
    }
    guard body["seen"] == seen(year, form) else {
      filled.told = Words(
        vi:
          "Đã có người ghi số của đơn vị này sau khi bạn mở trang; chưa ghi gì. Hãy xem số đã có rồi ghi lại.",
        en:
          "Somebody recorded figures of this unit after you opened the page; nothing was recorded. Look at them, then record yours."
      )
      filled.status = .preconditionFailed
      return try await page(visit, year, form, filled)
    }
    do {
      _ = try await visit.station.desk.record(prepared.statements, in: plan, seen: book, by: visitor)
    } catch is Book.Overtaken {
      throw Refusal.seenAnew
    }
    return .seeOther("/p/\(plan.plan.slug)/logs/declare?done=yes")
  }

  /// What recording a form as it is filled in would say, and the Book on which that rests.
  static func prepared(
    _ table: [UInt8], _ form: DeclaredForm, in plan: VisiblePlan, by visitor: Visitor, _ visit: Visit
  ) async throws -> (book: Book, prepared: StationYear.PreparedImport) {
    let (book, files) = try await visit.station.desk.contents(of: plan.plan)
    let period = form.rows.first.map { "\($0.period)" } ?? ""
    let file = InputFile(name: "bieu-\(form.unit.id)-\(period).csv", bytes: table)
    let (now, name) = (visit.caller.now, visitor.person.name)
    let prepared = try await visit.station.years.work.run {
      StationYear(book, files).importing([file], StationYear.ImportRequest(time: now, author: name))
    }
    return (book, prepared)
  }

  /// The form that the address names.
  static func form(_ visit: Visit) async throws -> (YearReading, DeclaredForm) {
    let year = try await visit.year()
    guard let plan = year.known?.plan else { throw Refusal.notFound }
    let (unit, name) = (try visit.part("unit"), try visit.part("period"))
    guard let period = DeclaredForm.offered(of: plan).first(where: { "\($0)" == name }),
      let form = DeclaredForm.forms(of: plan, periods: [period], only: unit, language: visit.language).first
    else { throw Refusal.notFound }
    return (year, form)
  }

  /// By which one sees that the unit's figures are those that were shown.
  static func seen(_ year: YearReading, _ form: DeclaredForm) -> String {
    let rows = form.rows.flatMap { row in
      year.known?.declared(of: form.unit.id, row.line.id, in: row.period) ?? []
    }
    return Digest.sha256(
      rows.map { "\($0.figure.place.file):\($0.figure.place.line)" }.joined(separator: "\n").utf8)
  }

  private static func page(_ visit: Visit, _ year: YearReading, _ form: DeclaredForm, _ filled: Filled)
    async throws -> Response
  {
    var response = visit.page(
      DeclarePage.title, of: year, here: "/logs",
      body: Template.render(.declareForm, DeclareFormPage(visit, year, form, filled)))
    response.status = filled.status
    return response
  }

  private init(_ visit: Visit, _ year: YearReading, _ form: DeclaredForm, _ filled: Filled) {
    let language = visit.language
    let period = form.rows.first?.period
    title = "\(form.unit.name.visible()), \(period?.name[language] ?? "")"
    back = PageFrame.Link(address: "/p/\(year.address)/logs/declare", name: DeclarePage.title[language])
    let parts = form.partsSample.map { "; \($0)" } ?? ""
    head =
      Words(
        vi:
          "Số liệu: 12; hơn 600\(parts); đơn vị báo là không có thì ghi: không có số liệu. Gồm cả: các đơn vị đã nằm trong số này, cách nhau bằng dấu chấm phẩy, hoặc: không. Dòng để trống là chưa báo cáo.",
        en:
          "Value: 12; hơn 600\(parts); where the unit says that there is none: no data. Includes: the units whose figures this one has already, parted by semicolons, or: none. A row that is left empty is not reported."
      )[language]
    let prepared = filled.prepared
    let isNew = prepared.map { !$0.statements.isEmpty } ?? false
    let isKnown = prepared.map { $0.statements.isEmpty && !$0.findings.hasErrors } ?? false
    let same = Words(vi: "Sổ đã có đúng những số này.", en: "The Book has these very figures already.")
    told = (filled.told ?? (isKnown ? same : nil))?[language]
    findings = (prepared?.findings ?? []).map {
      Row(
        kind: $0.severity.rawValue, message: $0.message[language].visible(),
        remedy: $0.deskRemedy?[language].visibleLines())
    }
    action = "/p/\(year.address)/logs/declare/\(form.unit.id)/\(period.map { "\($0)" } ?? "")"
    token = visit.visitor?.formToken ?? ""
    seen = Self.seen(year, form)
    let read = prepared?.declared.flatMap(\.figures) ?? []
    func figure(_ quantity: Quantity?) -> String {
      quantity?.text(in: language) ?? Words(vi: "không có số liệu", en: "no data")[language]
    }
    lines = form.rows.enumerated().map { index, row in
      let known = year.known?.declared(of: form.unit.id, row.line.id, in: row.period) ?? []
      let understood = read.first { $0.line == row.line.id }.map { figure($0.quantity) }
      return Line(
        title: row.line.title.visible(), unit: (row.line.quota?.unit ?? row.line.form).description.visible(),
        known: known.isEmpty
          ? nil
          : Words(vi: "Đã báo cáo: ", en: "Reported: ")[language]
            + known.map { judged in
              figure(judged.figure.quantity)
                + (judged.figure.received.map { " (\($0.forPeople))" } ?? "")
            }.joined(separator: "; "),
        understood: understood.map {
          Words(vi: "Hiểu là: \($0)", en: "Understood as: \($0)")[language].visible()
        },
        inputs: DeclaredForm.Field.ofRow.map { field in
          Input(
            name: "\(field.rawValue)\(index + 1)",
            label: "\(field.heading[language]), \(row.line.title.visible())",
            value: filled.answers[index][field] ?? "")
        })
    }
    func input(_ field: DeclaredForm.Field) -> Input {
      Input(name: field.rawValue, label: field.heading[language], value: filled.all[field] ?? "")
    }
    (author, received) = (input(.author), input(.received))
    columns =
      [Words(vi: "Chỉ tiêu", en: "Line")[language]] + DeclaredForm.Field.ofRow.map { $0.heading[language] }
    check = Words(vi: "Kiểm tra (chưa ghi)", en: "Check (records nothing)")[language]
    record =
      isNew && prepared?.findings.hasErrors == false
      ? Words(vi: "Ghi vào sổ như trên", en: "Record it as understood")[language] : nil
    words = PageWordsOfForm(
      table: Words(vi: "Các chỉ tiêu phải báo cáo", en: "The lines to report on")[language],
      findings: Words(vi: "Cần xem lại", en: "What needs a look")[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{message}}</p>{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    {{#author}}<p><label for="{{name}}">{{label}}</label><input id="{{name}}" name="{{name}}" value="{{value}}" maxlength="200"></p>{{/author}}
    {{#received}}<p><label for="{{name}}">{{label}}</label><input id="{{name}}" name="{{name}}" value="{{value}}" maxlength="20"></p>{{/received}}
    <div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead><tbody>
    {{#lines}}<tr><th scope="row" class="name">{{title}} <span class="soft">{{unit}}</span>{{#known}}<br><span class="soft">{{.}}</span>{{/known}}{{#understood}}<br><b>{{.}}</b>{{/understood}}</th>\
    {{#inputs}}<td><input name="{{name}}" aria-label="{{label}}" value="{{value}}" maxlength="500"></td>{{/inputs}}</tr>
    {{/lines}}</tbody></table></div>
    <p><button name="step" value="check">{{check}}</button></p>
    {{#record}}<p><button name="step" value="record">{{.}}</button></p>{{/record}}</form>

    """
}
