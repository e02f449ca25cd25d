import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The form of one row of a plan's table.
struct PlanRowPage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let seen: String
  let told: String?
  /// What is wrong besides single fields.
  let others: [String]
  let fields: [PlanRowField]
  let check: String
  /// The button that takes the row out; `nil` where there is none to take out.
  let remove: String?

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
      let tables = PlanTextChange.tables(of: file, in: visit.language),
      let table = tables.first(where: { $0.part == part })
    else { throw Refusal.notFound }
    let cells = table.rows.first { $0.id == row }?.cells
    guard row == nil || cells != nil else { throw Refusal.notFound }
    let language = visit.language
    let errors = try await visit.station.drafts.work.run {
      row.map { PlanTextChange.errors(in: file, part, row: $0, in: language) } ?? []
    }
    let page = PlanRowPage(visit, reading, file, tables, table, row, cells, errors)
    return visit.deskPage(PlanTablesPage.title, reading.address, Template.render(.planRow, page))
  }

  /// Shows what a change of the row would do, or the form again with what is wrong; nothing is stored.
  static func change(_ visit: Visit) async throws -> Response {
    let (part, row) = try named(visit)
    guard let form = visit.form, !form["seen"].isEmpty, let plan = visit.plan else {
      throw Refusal.unreadable
    }
    let reading = try await visit.deskReading()
    guard let now = reading.year.files?.plan else { throw Refusal.notFound }
    let language = visit.language
    // What was typed is a change of the text that was on the screen; what others changed since joins it later.
    var seen = now
    if now.digest != form["seen"],
      let bytes = try await visit.station.desk.octets(
        of: now.name, digest: form["seen"], in: plan.plan)
    {
      seen = InputFile(name: now.name, bytes: bytes)
    }
    guard let tables = PlanTextChange.tables(of: seen, in: language),
      let table = tables.first(where: { $0.part == part }),
      row == nil || table.rows.contains(where: { $0.id == row })
    else { throw Refusal.notFound }
    if form["step"] == "remove", let row, ![.weights, .months].contains(part) {
      let change = PlanTextChange(seen, removing: row, of: part)
      if let bytes = change.bytes {
        return try await PlanEditPage.page(visit, PlanEditPage.Wanted(text: bytes, seen: form["seen"]))
      }
      let page = PlanRowPage(
        visit, reading, seen, tables, table, row, table.rows.first { $0.id == row }?.cells,
        told: Words(vi: "Chưa xóa được dòng này.", en: "This row could not be taken out."), change.findings)
      return visit.deskPage(
        PlanTablesPage.title, reading.address, Template.render(.planRow, page), status: .unprocessableContent)
    }
    // A field that the form does not have says what it said.
    let cells = table.rows.first { $0.id == row }?.cells
    let typed = table.columns.indices.map { index in
      let old = cells?[index] ?? ""
      guard let text = form.sent("c\(index)")?.trimmed else { return old }
      // A day is shown as people write it; one that nobody touched stays as the text has it.
      return text == PlanRowField.shown(old, table.columns[index]) ? old : text
    }
    let change = try await visit.station.drafts.work.run { [seen] in
      PlanTextChange(
        seen, part, row: row, Dictionary(uniqueKeysWithValues: typed.enumerated().map { ($0, $1) }),
        in: language)
    }
    let errors = change.findings.filter { $0.severity == .error }
    if errors.isEmpty, let bytes = change.bytes, bytes != seen.bytes {
      return try await PlanEditPage.page(visit, PlanEditPage.Wanted(text: bytes, seen: form["seen"]))
    }
    let told =
      errors.isEmpty
      ? Words(
        vi: "Mẫu này không đổi gì trong kế hoạch.", en: "Nothing changed: the plan says this already.")
      : Words(
        vi: "Chưa ghi gì; hãy xem các ô có lỗi.", en: "Nothing was stored; look at the fields with errors.")
    let page = PlanRowPage(
      visit, reading, seen, tables, table, row, typed,
      told: errors.isEmpty && row == nil
        ? Words(
          vi: "Chưa ghi gì: dòng mới cần mã và ít nhất một ô nữa.",
          en: "Nothing was stored: a new row needs its id and at least one more field.") : told,
      errors)
    return visit.deskPage(
      PlanTablesPage.title, reading.address, Template.render(.planRow, page),
      status: errors.isEmpty ? .ok : .unprocessableContent)
  }

  private init(
    _ visit: Visit, _ reading: DeskReading, _ file: InputFile, _ tables: [PlanTable], _ table: PlanTable,
    _ row: String?, _ cells: [String]?, told: Words? = nil, _ errors: [Finding] = []
  ) {
    let language = visit.language
    let base = "/p/\(reading.address)/desk/plan"
    let known = row.map { name in
      // A row that has no id of its own is named by its line.
      table.part.keyOfLine == nil
        ? name
        : "\(reading.year.plan?.title(ofLine: String(name.prefix { $0 != "/" }), in: language) ?? name), \(name.split(separator: "/").last ?? "")"
    }
    title = "\(table.part.name[language]): \(known?.visible() ?? Words(vi: "thêm", en: "add")[language])"
    back = PageFrame.Link(
      address: base, name: Words(vi: "Về các bảng của kế hoạch", en: "Back to the plan's tables")[language])
    action = "\(base)/\(table.part)/\(row?.inAddress ?? "+")"
    token = visit.visitor?.formToken ?? ""
    seen = file.digest
    self.told = told?[language]
    func says(_ finding: Finding) -> String {
      [finding.message[language], finding.formRemedy?[language]].compactMap(\.self).joined(separator: " ")
        .visible()
    }
    let fields = table.columns.enumerated().compactMap { index, column -> PlanRowField? in
      // What a row is known by does not change; a new row needs it.
      if [.identity, .shown].contains(column.content), row != nil || column.key == "number" { return nil }
      return PlanRowField(
        index, column, value: cells.map { PlanRowField.shown($0[index], column) } ?? "",
        errors: errors.filter { $0.place == SourcePlace(file: PlanTextChange.form, line: index + 1) }.map(
          says), tables, language)
    }
    self.fields = fields
    // What concerns no field that is shown.
    others = errors.filter { error in
      error.place.map { place in
        place.file != PlanTextChange.form || !fields.contains { $0.id == "c\(place.line - 1)" }
      } ?? true
    }.map { finding in
      let place = finding.place.flatMap { $0.file == PlanTextChange.form ? nil : "\($0.file):\($0.line): " }
      return (place ?? "") + says(finding)
    }
    remove =
      row == nil || [.weights, .months].contains(table.part)
      ? nil
      : Words(vi: "Xóa dòng này (xem trước, chưa ghi)", en: "Take this row out (stores nothing yet)")[
        language]
    check = Words(vi: "Xem ảnh hưởng (chưa ghi)", en: "See what it does (stores nothing)")[language]
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="alert">{{.}}</p>{{/told}}
    {{#others}}<p class="wrong">{{.}}</p>
    {{/others}}
    <form method="post" action="{{action}}" class="fields cells"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    {{#fields}}{{> planRowField}}{{/fields}}
    <p><button>{{check}}</button></p>
    {{#remove}}<p><button name="step" value="remove" class="plain">{{.}}</button></p>{{/remove}}</form>

    """
}
