import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// How a file that was sent in is understood; its sender chooses where it can be read in two ways, and says that it is recorded.
struct PreviewPage {
  let title: String
  let back: PageFrame.Link
  let preview: UploadPreview
  let tables: [PreviewTable]
  let questions: [Question]
  let lines: [LineRow]
  let unknown: [UnknownRow]
  let findings: [FindingRow]
  let options: [Option]
  /// Where the columns of the file are named by pointing at them; `nil` for a file of which no table can be made.
  let columns: PageFrame.Link?
  /// All that was chosen about how the file is read, which stays when a title is answered.
  let asked: [Choice]
  /// What was chosen elsewhere and stays when the file is read again.
  let kept: [Choice]
  /// The day of rows that name none, as it was chosen; empty for none.
  let day: String
  let record: RecordForm?
  /// The form that keeps what was chosen; `nil` where nothing was.
  let remember: RecordForm?
  let nothing: String?
  let discard: String
  let address: String
  let token: String
  let words: PageWords

  /// A table of texts.
  struct PreviewTable {
    let caption: String
    let columns: [Column]
    let rows: [[Cell]]

    struct Column {
      let heading: String
      let kind: String
    }
    struct Cell {
      let text: String
      let kind: String
    }
  }

  /// What can be read in two ways, with a link for each.
  struct Question {
    let heading: String
    let choices: [PageFrame.Link]
    let table: PreviewTable
  }

  struct LineRow {
    let title: String
    let rows: String
    let placed: String
  }

  /// A title that no line has, and the form that says of which line it is.
  struct UnknownRow {
    let number: Int
    let title: String
    let rows: String
    let lines: [Choice]
  }

  struct Choice {
    let value: String
    let name: String
    var isChosen = false
  }

  struct FindingRow {
    let kind: String
    let place: String?
    let code: String
    let message: String
    let excerpt: String?
    let remedy: String?
    /// The pages and the places of this page where that is done.
    let ways: [PageFrame.Link]
  }

  /// A choice in the form of options.
  struct Option {
    let name: String
    let label: String
    let choices: [Choice]
  }

  /// The form that records.
  struct RecordForm {
    let action: String
    let hidden: [Choice]
    let label: String
  }

  struct PageWords {
    let mappingName, choose, day, lines, line, rows, placed, unknown, unknownHelp, ofLine, same, why,
      findings, remedy,
      options, again,
      discard: String
  }

  /// How long a page waits for the worker, in seconds: a large file takes longer than anybody looks at an empty page.
  private static func patience(for upload: StoredUpload) -> Int { upload.size > 512 << 10 ? 1 : 20 }

  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let upload = try await visit.station.desk.upload(try visit.part("upload"), to: plan)
    let terms = try terms(visitor) { visit.asked($0) }
    switch try await read(upload, terms, visit, plan, visitor) {
    case .made(let reading):
      let year = try await visit.year()
      let page = PreviewPage(reading, upload, terms, visit, plan, year, visitor)
      return visit.page(
        Words(vi: "Đọc thử \(upload.name.visible())", en: "Reading \(upload.name.visible())"), of: year,
        here: "/logs", body: Template.render(.preview, page))
    case .failed(let words): throw Refusal(status: .unprocessableContent, words: words)
    case .waiting: return waiting(upload, visit, plan)
    }
  }

  /// The page that stands for the reading while it is made; the browser asks again by itself.
  private static func waiting(_ upload: StoredUpload, _ visit: Visit, _ plan: VisiblePlan) -> Response {
    let (language, slug) = (visit.language, plan.plan.slug)
    let title = Words(vi: "Đọc thử \(upload.name.visible())", en: "Reading \(upload.name.visible())")[
      language]
    var frame = PageFrame(
      title: title, plan: slug, readsDraft: plan.allows(.readDraft), here: "/logs", visitor: visit.visitor,
      language: language,
      address: visit.request.uri.string)
    frame.refresh = 3
    let page = Waiting(
      title: title,
      head: Words(
        vi: "Tệp đang được đọc ở nền. Trang này tự mở lại vài giây một lần cho đến khi đọc xong.",
        en:
          "The file is being read in the background. This page opens again every few seconds until that is done."
      )[language],
      links: [
        PageFrame.Link(
          address: "/p/\(slug)/jobs",
          name: Words(vi: "Việc làm ở nền", en: "Work in the background")[language]),
        PageFrame.Link(address: "/p/\(slug)/logs/upload", name: UploadPage.title[language]),
      ])
    return .html(frame.head() + Template.render(.waiting, page) + frame.foot(), status: .accepted)
  }

  /// What the page says while the file is read.
  struct Waiting {
    let title: String
    let head: String
    let links: [PageFrame.Link]
  }

  static let waitingTemplate = """
    <h1>{{title}}</h1>
    <p role="status">{{head}}</p>
    <ul class="tabs noprint">
    {{#links}}
    <li><a href="{{address}}">{{name}}</a></li>
    {{/links}}
    </ul>

    """

  /// Records what the page showed.
  static func record(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let form = visit.form else {
      throw Refusal.notFound
    }
    let desk = visit.station.desk
    let upload = try await desk.upload(try visit.part("upload"), to: plan)
    let terms = try terms(visitor) { form[$0].isEmpty ? nil : form[$0] }
    let (book, _) = try await desk.contents(of: plan.plan, withLogs: false)
    let reading = try await desk.reading(
      of: upload, terms, visit.language, in: plan, by: visit.station.program)
    guard let reading else { throw Refusal.seenAnew }
    guard !reading.statements.isEmpty else { throw Refusal.nothingToRecord }
    let entries: [BookEntry]
    do {
      entries = try await desk.record(reading, of: upload, in: plan, seen: book, by: visitor)
    } catch is Book.Overtaken {
      throw Refusal.seenAnew
    }
    guard let entry = entries.last(where: { $0.head.kind == .log }) else {
      let isDeclared = entries.last?.head.kind == .declared
      return .seeOther("/p/\(plan.plan.slug)/logs/\(isDeclared ? "declare?done=yes" : "unmatched")")
    }
    return .seeOther("/p/\(plan.plan.slug)/logs?recorded=\(entry.id.prefix(12))")
  }

  static func discard(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let upload = try await visit.station.desk.upload(try visit.part("upload"), to: plan)
    try await visit.station.desk.discard(upload, of: plan, by: visitor)
    return .seeOther("/p/\(plan.plan.slug)/logs/upload")
  }

  enum Outcome {
    case made(UploadWork.Reading)
    case failed(Words)
    /// The number of the job that reads it.
    case waiting(Int)
  }

  static func read(
    _ upload: StoredUpload, _ terms: UploadTerms, _ visit: Visit, _ plan: VisiblePlan, _ visitor: Visitor
  ) async throws -> Outcome {
    let desk = visit.station.desk
    func made() async throws -> UploadWork.Reading? {
      try await desk.reading(of: upload, terms, visit.language, in: plan, by: visit.station.program)
    }
    if let reading = try await made() { return .made(reading) }
    let job = try await desk.askForReading(of: upload, terms, visit.language, in: plan, by: visitor)
    guard try await visit.station.waitForEnd(of: job, seconds: patience(for: upload)) else {
      return .waiting(job.number)
    }
    if let reading = try await made() { return .made(reading) }
    let ended = try await desk.store.read { try $0.job(job.number) }
    return ended?.fault.map { .failed($0) } ?? .waiting(job.number)
  }

  /// How the file is to be read, as an address or a form says.
  static func terms(_ visitor: Visitor, _ asked: (String) -> String?) throws(Refusal) -> UploadTerms {
    var terms = UploadTerms(author: visitor.person.name)
    (terms.map, terms.outlet, terms.day) = (asked("map"), asked("outlet"), asked("day"))
    (terms.trust, terms.encoding) = (asked("trust"), asked("encoding"))
    (terms.dates, terms.lengths, terms.numbers) = (asked("dates"), asked("lengths"), asked("numbers"))
    (terms.dateCells, terms.columns) = (asked("date-cells"), asked("columns"))
    if let word = terms.unknown {
      throw .unknown(
        word, Words(vi: "hãy chọn trong trang đọc thử", en: "choose on the page that shows the reading"))
    }
    return terms
  }

  static let template = """
    {{#back}}<p class="back"><a href="{{address}}">← {{name}}</a></p>{{/back}}
    <h1>{{title}}</h1>
    {{#preview.sentences}}
    <p>{{.}}</p>
    {{/preview.sentences}}
    {{#nothing}}<p class="note">{{.}}</p>{{/nothing}}
    {{#questions}}
    <section class="note"><h2>{{heading}}</h2>
    {{#table}}{{> texts}}{{/table}}
    <p>{{#choices}}<a class="file" href="{{address}}"{{#isHere}} aria-current="true"{{/isHere}}>{{name}}</a> {{/choices}}</p></section>
    {{/questions}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}
    <li class="{{kind}}"><p>{{#place}}<b>{{.}}</b>: {{/place}}{{message}} <span class="soft code">{{code}}</span></p>
    {{#excerpt}}<pre>{{.}}</pre>
    {{/excerpt}}
    {{#remedy}}<p class="remedy"><b>{{words.remedy}}:</b> <span>{{.}}</span>{{#ways}} <a class="file" href="{{address}}">{{name}}</a>{{/ways}}</p>
    {{/remedy}}
    </li>
    {{#last()}}</ul>{{/last()}}{{/findings}}
    {{#record}}
    <form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}">\
    {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}<p><button>{{label}}</button></p></form>
    {{/record}}
    {{#lines}}{{#first()}}
    <h2>{{words.lines}}</h2>
    <table class="plainly"><thead><tr><th scope="col">{{words.line}}</th><th scope="col" class="number">{{words.rows}}</th>\
    <th scope="col" class="number">{{words.placed}}</th></tr></thead><tbody>
    {{/first()}}
    <tr><th scope="row" class="name">{{title}}</th><td class="number">{{rows}}</td><td class="number">{{placed}}</td></tr>
    {{#last()}}</tbody></table>{{/last()}}{{/lines}}
    {{#unknown}}{{#first()}}<h2 id="titles">{{words.unknown}}</h2><p class="soft">{{words.unknownHelp}}</p>{{/first()}}
    <form method="post" action="{{address}}/title" class="fields row"><input type="hidden" name="token" value="{{token}}">\
    <input type="hidden" name="title" value="{{title}}">{{#asked}}<input type="hidden" name="{{name}}" value="{{value}}">{{/asked}}
    <p><b>{{title}}</b> <span class="soft">({{rows}})</span></p>
    <p><label for="line{{number}}">{{words.ofLine}}</label><select id="line{{number}}" name="line" required>
    <option value="">{{words.choose}}</option>
    {{#lines}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>
    {{/lines}}</select></p>
    <p><label for="why{{number}}">{{words.why}}</label><input id="why{{number}}" name="reason" required maxlength="500"></p>
    <p><button class="plain">{{words.same}}</button></p></form>
    {{/unknown}}
    {{#tables}}
    <h2>{{caption}}</h2>
    {{> texts}}
    {{/tables}}
    <h2 id="options">{{words.options}}</h2>
    {{#columns}}<p><a class="file" href="{{address}}">{{name}}</a></p>{{/columns}}
    <form method="get" action="{{address}}" class="fields">{{#kept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/kept}}
    {{#options}}
    <p><label for="{{name}}">{{label}}</label><select id="{{name}}" name="{{name}}">
    {{#choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>
    {{/choices}}</select></p>
    {{/options}}
    <p><label for="day">{{words.day}}</label><input id="day" name="day" type="date" value="{{day}}"></p>
    <p><button>{{words.again}}</button></p></form>
    {{#remember}}
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}">\
    {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
    <p><label for="name">{{words.mappingName}}</label><input id="name" name="name" required maxlength="60"></p>
    <p><button class="plain">{{label}}</button></p></form>
    {{/remember}}
    <form method="post" action="{{discard}}"><input type="hidden" name="token" value="{{token}}">\
    <p><button class="plain">{{words.discard}}</button></p></form>

    """

  /// A table of texts.
  static let textsTemplate = """
    <div class="table" tabindex="0" role="region" aria-label="{{caption}}"><table><thead><tr>
    {{#columns}}<th scope="col" class="{{kind}}">{{heading}}</th>
    {{/columns}}
    </tr></thead><tbody>
    {{#rows}}<tr>{{#.}}<td class="{{kind}}">{{text}}</td>{{/.}}</tr>
    {{/rows}}
    </tbody></table></div>

    """
}

extension Refusal {
  /// The file brings nothing that the Book does not have.
  static let nothingToRecord = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Tệp này chưa có gì để ghi; hãy xem lại trang đọc thử.",
      en: "There is nothing to record of this file; look at the page that shows the reading."))

  /// Somebody changed the plan or its Book since the page was made.
  static let seenAnew = Refusal(
    status: .conflict,
    words: Words(
      vi:
        "Kế hoạch hoặc sổ đã thay đổi từ khi bạn xem trang đọc thử; chưa ghi gì. Hãy mở lại trang đó, xem rồi ghi.",
      en:
        "The plan or its Book changed since you looked; nothing was recorded. Open the page that shows the reading again, look, then record."
    ))
}
