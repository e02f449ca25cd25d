import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationFolder

/// Where somebody else's calendar is read into a plan that is there: what each event becomes, before anything is stored.
struct PlanCalendarPage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let seen: String
  let message: String?
  let aims: [Choice]
  let outlets: [Choice]
  let closesFree: Bool
  let outletError: String?
  let fileError: String?
  /// What came of a calendar; `nil` before one was read.
  let read: Read?
  let words: FormWords

  /// Something that can be chosen.
  struct Choice {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// What came of a calendar.
  struct Read {
    let source: String
    let heading: String
    let findings: [StartReading.Doubt]
    let columns: [String]
    let rows: [Row]
    /// What goes into the plan; `nil` for nothing.
    let parts: String?
    let nothing: String?
    let again: String
  }

  /// A row of what it becomes.
  struct Row {
    let cells: [String]
  }

  /// The words of the form.
  struct FormWords {
    let head, file, aim, outlet, outletHelp, free, look, goOn, findings: String
  }

  static let title = Words(vi: "Lấy từ lịch có sẵn (.ics)", en: "Take in a calendar (.ics)")

  static let closingFree = Words(
    vi: "Sự kiện cả ngày ghi là rảnh cũng thành ngày nghỉ",
    en: "Whole days that are marked as free are days without output, too")

  static func answer(_ visit: Visit) async throws -> Response {
    try page(visit, try await visit.deskReading())
  }

  /// Shows what a calendar becomes, or, when that was seen, what it does to the plan's text and the year.
  static func look(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, let plan = visit.plan else { throw Refusal.unreadable }
    let reading = try await visit.deskReading()
    guard let now = reading.year.files?.plan else { throw Refusal.notFound }
    if form["step"] == "effect" {
      guard !form["parts"].isEmpty, !form["seen"].isEmpty else { throw Refusal.unreadable }
      // What was read is a change of the text that was there then; what others changed since joins it later.
      var seen = now
      if now.digest != form["seen"],
        let bytes = try await visit.station.desk.octets(of: now.name, digest: form["seen"], in: plan.plan)
      {
        seen = InputFile(name: now.name, bytes: bytes)
      }
      let change = try await visit.station.drafts.work.run {
        [seen, parts = form["parts"].replacing("\r\n", with: "\n")] in
        PlanTextChange(seen, adding: parts)
      }
      if let bytes = change.bytes {
        return try await PlanEditPage.page(visit, PlanEditPage.Wanted(text: bytes, seen: seen.digest))
      }
      let language = visit.language
      let wrong = change.findings.map {
        [$0.message[language], $0.formRemedy?[language]].compactMap(\.self).joined(separator: " ")
      }
      let none = Words(vi: "Chưa ghi gì.", en: "Nothing was stored.")[language]
      return try page(
        visit, reading, message: ([none] + wrong).joined(separator: " ").visible(),
        status: .unprocessableContent)
    }
    guard let aim = AdoptionPipeline.Aim(rawValue: form["as"]) else { throw Refusal.unreadable }
    guard let file = form.files["file"], !file.octets.isEmpty else {
      return try page(visit, reading, lacksFile: true, status: .unprocessableContent)
    }
    guard let known = reading.year.plan else {
      let words = Words(
        vi: "Kế hoạch có lỗi nên chưa đọc lịch vào được; hãy sửa lỗi trước.",
        en: "The plan has errors, so no calendar can be read into it; mend them first.")
      return try page(
        visit, reading, message: words[visit.language], status: .unprocessableContent)
    }
    let outlet = form["outlet"].isEmpty ? nil : form["outlet"]
    guard outlet.map({ known.outlet($0) != nil }) ?? (aim != .grid) else {
      return try page(visit, reading, lacksOutlet: true, status: .unprocessableContent)
    }
    let (language, closesFree) = (visit.language, form["free"] == "yes")
    let program = visit.station.surroundings.ownProgram
    let read = try await visit.station.drafts.work.run {
      let outcome = try AdoptionPipeline.run(
        AdoptionPipeline.Request(
          file: file.name, aim: aim, outlet: outlet, plan: known, year: known.days,
          closesFreeDays: closesFree), octets: file.octets, program: program,
        command: AdoptionPipeline.childCommand)
      return Read(outcome, of: file.name, now, known, language)
    }
    return try page(visit, reading, read, status: read.parts == nil ? .unprocessableContent : .ok)
  }

  private static func page(
    _ visit: Visit, _ reading: DeskReading, _ read: Read? = nil, message: String? = nil,
    lacksFile: Bool = false, lacksOutlet: Bool = false, status: HTTPResponse.Status = .ok
  ) throws -> Response {
    guard let file = reading.year.files?.plan else { throw Refusal.notFound }
    let (language, form) = (visit.language, visit.form)
    let typed = form?["as"] ?? ""
    let page = PlanCalendarPage(
      title: title[language],
      back: PageFrame.Link(
        address: "/p/\(reading.address)/desk/plan",
        name: Words(vi: "Về các bảng của kế hoạch", en: "Back to the plan's tables")[language]),
      action: "/p/\(reading.address)/desk/calendar", token: visit.visitor?.formToken ?? "",
      seen: file.digest, message: message,
      aims: AdoptionPipeline.Aim.allCases.map { aim in
        Choice(
          value: aim.rawValue, name: aim.choice[language],
          isChosen: typed == aim.rawValue || (typed.isEmpty && aim == .grid))
      },
      outlets: (reading.year.plan?.outlets ?? []).map {
        Choice(value: $0.id, name: $0.name.visible(), isChosen: form?["outlet"] == $0.id)
      }, closesFree: form?["free"] == "yes",
      outletError: lacksOutlet
        ? Words(vi: "Chọn kênh mà lịch này là của nó.", en: "Choose the outlet whose calendar it is.")[
          language]
        : nil,
      fileError: lacksFile
        ? Words(vi: "Chọn tệp .ics.", en: "Choose an .ics file.")[language] : nil, read: read,
      words: FormWords(
        head: Words(
          vi:
            "Tệp .ics xuất từ Google, Outlook hay phần mềm lịch khác. Trang cho xem từng sự kiện thành gì, rồi văn bản kế hoạch khác ở đâu và cả năm thay đổi ra sao; chưa ghi gì trước khi bạn đồng ý.",
          en:
            "A file exported from Google, Outlook or another calendar. The page shows what each event becomes, then where the plan's text differs and what changes in the year; nothing is stored before you agree."
        )[language], file: Words(vi: "Tệp lịch (.ics)", en: "Calendar (.ics)")[language],
        aim: Words(vi: "Sự kiện trong lịch là", en: "Its events are")[language],
        outlet: Words(vi: "Kênh", en: "Outlet")[language],
        outletHelp: Words(
          vi: "Cần cho khung giờ; ngày nghỉ và ngày phải có thì để trống là mọi kênh.",
          en: "Needed for openings; for days, all outlets where it is left empty.")[language],
        free: closingFree[language],
        look: Words(vi: "Xem từng sự kiện (chưa ghi)", en: "See each event (stores nothing)")[language],
        goOn: Words(vi: "Tiếp: xem ảnh hưởng (chưa ghi)", en: "Go on: see what it does (stores nothing)")[
          language],
        findings: Words(vi: "Chưa hiểu hoặc còn ngờ", en: "Not understood, or doubtful")[language]))
    return visit.deskPage(
      title, reading.address, Template.render(.planCalendar, page),
      status: lacksFile || lacksOutlet || message != nil ? .unprocessableContent : status)
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>{{/message}}
    <p class="soft">{{words.head}}</p>
    {{#read}}
    {{#nothing}}<p class="note" role="alert">{{.}}</p>{{/nothing}}
    {{#rows}}{{#first()}}<h2>{{heading}}</h2><div class="table" tabindex="0" role="region" aria-label="{{heading}}"><table><thead><tr>{{#columns}}<th scope="col" class="name">{{.}}</th>{{/columns}}</tr></thead><tbody>{{/first()}}
    <tr>{{#cells}}<td class="words">{{.}}</td>{{/cells}}</tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{#place}}<b>{{.}}</b>: {{/place}}{{message}}</p>\
    {{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#parts}}<form method="post" action="{{action}}" enctype="multipart/form-data"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">\
    <input type="hidden" name="parts" value="{{.}}"><p><button name="step" value="effect">{{words.goOn}}</button></p></form>{{/parts}}
    <h2>{{again}}</h2>
    {{/read}}
    <form method="post" action="{{action}}" enctype="multipart/form-data" class="fields"><input type="hidden" name="token" value="{{token}}">
    <p><label for="file">{{words.file}}</label><input id="file" name="file" type="file" accept=".ics,text/calendar" required{{#fileError}} aria-invalid="true" aria-describedby="file-error"{{/fileError}}>\
    {{#fileError}}<span class="wrong" id="file-error">{{.}}</span>{{/fileError}}</p>
    <fieldset><legend>{{words.aim}}</legend>{{#aims}}<label class="check"><input type="radio" name="as" value="{{value}}"{{#isChosen}} checked{{/isChosen}}> {{name}}</label>{{/aims}}</fieldset>
    <p><label for="outlet">{{words.outlet}}</label><select id="outlet" name="outlet" aria-describedby="outlet-help"{{#outletError}} aria-invalid="true"{{/outletError}}><option value="">–</option>\
    {{#outlets}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/outlets}}</select>\
    <span id="outlet-help">{{#outletError}}<span class="wrong">{{.}}</span> {{/outletError}}<span class="help soft">{{words.outletHelp}}</span></span></p>
    <p><label class="check"><input type="checkbox" name="free" value="yes"{{#closesFree}} checked{{/closesFree}}> {{words.free}}</label></p>
    <p><button name="step" value="look"{{#read}}{{#parts}} class="plain"{{/parts}}{{/read}}>{{words.look}}</button></p></form>

    """
}

extension PlanCalendarPage.Read {
  /// - Parameter file: The plan's text, to which the rows are compared.
  init(
    _ outcome: AdoptionPipeline.Outcome, of source: String, _ file: InputFile, _ plan: Plan,
    _ language: ReaderLanguage
  ) {
    self.source = source
    heading = Words(vi: "Thành gì trong kế hoạch", en: "What it becomes in the plan")[language]
    again = Words(vi: "Đọc tệp khác", en: "Read another file")[language]
    findings = outcome.findings.map { finding in
      StartReading.Doubt(
        kind: finding.severity.rawValue,
        place: finding.place.map { "\($0.file):\($0.line)".visible() },
        message: finding.message[language].visible(),
        remedy: finding.deskRemedy?[language].replacing(
          /(?:--plan (?:và|and) )?--outlet/, with: Words(vi: "kênh", en: "the outlet")[language]
        ).visibleLines())
    }
    parts = outcome.text
    nothing =
      outcome.text == nil
      ? Words(
        vi: "Không có sự kiện nào của lịch vào được kế hoạch.",
        en: "No event of the calendar goes into the plan.")[
          language] : nil
    let shown = outcome.text.flatMap { text in
      PlanTextChange.tables(of: InputFile(name: source, bytes: Array(text.utf8)), in: language)
    }
    // Each part has the columns that its rows fill.
    let tables = (shown ?? []).filter { !$0.rows.isEmpty && [.grid, .blackouts, .lines].contains($0.part) }
    guard let table = tables.first else {
      (columns, rows) = ([], [])
      return
    }
    let filled = table.columns.indices.filter { index in
      !["outlet", "number"].contains(table.columns[index].key)
        && table.rows.contains { !$0.cells[index].isEmpty }
    }
    let titles = outcome.parts.grid.map(\.title) + outcome.parts.pins.map(\.line.title)
    let hasTitles = table.part != .blackouts && titles.count == table.rows.count
    columns =
      (hasTitles ? [Words(vi: "Sự kiện", en: "Event")[language]] : [])
      + filled.map { table.columns[$0].heading[language] }
    rows = table.rows.enumerated().map { number, row in
      PlanCalendarPage.Row(
        cells: (hasTitles ? [titles[number].visible()] : [])
          + filled.map { PlanRowField.shown(row.cells[$0], table.columns[$0]).visible() })
    }
  }
}

extension AdoptionPipeline.Aim {
  /// What the events of a calendar can be, as the page lets one choose.
  var choice: Words {
    switch self {
    case .grid: Words(vi: "khung giờ của một kênh", en: "openings of an outlet")
    case .blackouts: Words(vi: "ngày nghỉ, không phát", en: "days without output")
    case .pins: Words(vi: "ngày phải có tác phẩm của chỉ tiêu", en: "days on which a line must have a work")
    }
  }
}
