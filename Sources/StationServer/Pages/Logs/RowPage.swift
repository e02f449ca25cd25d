import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// One row of the logs, and a search among all placements of the schedule for what it is: by title, day and line.
struct RowPage {
  let title: String
  let back: PageFrame.Link
  let what: String
  let here: String
  let key: String
  let query: String
  let day: String
  let lines: [Choice]
  let found: String
  let form: Form?
  let words: PageWords

  /// A line that may be asked for.
  struct Choice {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// The form that says what the row is.
  struct Form {
    let action: String
    let token: String
    let choices: [UnmatchedPage.Choice]
  }

  struct PageWords {
    let look, query, day, line, any, meaning, choose, why, record: String
  }

  /// So many placements are offered at once.
  private static let most = 40

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    guard let plan = visit.plan, let visitor = visit.visitor, let key = visit.asked("row"),
      let entry = known.held?.log.entries.first(where: { $0.key == key })
    else { throw Refusal.notFound }
    var day: CivilDay?
    if let text = visit.asked("day") {
      guard let asked = CivilDay(written: text) else {
        throw Refusal.unknown(text, Words(vi: "ngày viết như 05/04/2018", en: "a day is written 05/04/2018"))
      }
      day = asked
    }
    let (query, line) = (visit.asked("q") ?? "", visit.asked("line"))
    let page = RowPage(entry, key, query: query, day: day, line: line, known, plan, visitor, visit.language)
    return visit.page(
      Words(vi: "Dòng \(entry.rowName)", en: "Row \(entry.rowName)"), of: year, here: "/logs",
      body: Template.render(.row, page))
  }

  private init(
    _ entry: AsRunEntry, _ key: String, query: String, day: CivilDay?, line: String?,
    _ known: YearReading.Known, _ plan: VisiblePlan, _ visitor: Visitor, _ language: ReaderLanguage
  ) {
    let base = "/p/\(plan.plan.slug)/logs"
    title = Words(vi: "Dòng \(entry.rowName)", en: "Row \(entry.rowName)")[language]
    back = PageFrame.Link(address: "\(base)/unmatched", name: UnmatchedPage.title[language])
    what =
      entry.day.forPeople + (entry.time.map { " \($0)" } ?? "") + " · "
      + known.plan.name(ofOutlet: entry.outlet, in: language).visible()
      + (entry.title.isEmpty ? "" : " · “\(entry.title.visible())”")
    here = "\(base)/row"
    self.key = key
    self.query = query.visible()
    self.day = day?.description ?? ""
    lines = known.plan.lines.filter { !$0.isEmbedded }.map {
      Choice(value: $0.id, name: $0.title.visible(), isChosen: $0.id == line)
    }
    let asked = FoldedText(query).text.split(separator: " ")
    let fitting = known.planned.schedule.placements.filter { placement in
      guard line.map({ $0 == placement.line }) ?? true,
        day.map({ known.days.days(of: placement).contains($0) }) ?? true
      else { return false }
      guard !asked.isEmpty else { return true }
      let names =
        known.plan.title(ofLine: placement.line, in: .vietnamese) + " \(placement.edition) "
        + placement.line + " " + known.plan.name(ofOutlet: placement.outlet, in: .vietnamese) + " "
        + known.plan.language(of: placement, in: .vietnamese)
      let words = FoldedText(names).text
      return asked.allSatisfy { words.contains($0) }
    }
    let nearest = fitting.sorted {
      (abs($0.timing.seconds - entry.seconds), $0.uid) < (abs($1.timing.seconds - entry.seconds), $1.uid)
    }
    let count = grouped(fitting.count, in: language)
    found =
      fitting.count > Self.most
      ? Words(
        vi: "\(count) lượt phát; \(Self.most) lượt gần ngày của dòng này nhất ở dưới.",
        en: "\(count) placements; the \(Self.most) nearest to the day of the row are below.")[language]
      : Words(
        vi: "\(count) lượt phát, gần ngày của dòng này trước.",
        en: "\(counted(fitting.count, "placement")), the nearest to the day of the row first.")[language]
    form =
      plan.allows(.link)
      ? Form(
        action: "\(base)/link", token: visitor.formToken,
        choices: UnmatchedPage.choices(Array(nearest.prefix(Self.most)), known, language)) : nil
    words = PageWords(
      look: Words(vi: "Tìm", en: "Search")[language],
      query: Words(vi: "Tên, kỳ, ngôn ngữ hoặc kênh", en: "Title, number, language or outlet")[language],
      day: Words(vi: "Ngày trong lịch", en: "Day in the schedule")[language],
      line: Words(vi: "Chỉ tiêu", en: "Line")[language],
      any: Words(vi: "– mọi chỉ tiêu –", en: "– any line –")[language],
      meaning: Words(vi: "Dòng này", en: "This row")[language],
      choose: Words(vi: "– chọn –", en: "– choose –")[language],
      why: Words(vi: "Căn cứ", en: "Evidence")[language],
      record: Words(vi: "Ghi vào sổ", en: "Record")[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    <p>{{what}}</p>
    <form method="get" action="{{here}}" class="fields" role="search"><input type="hidden" name="row" value="{{key}}">
    <p><label for="q">{{words.query}}</label><input id="q" name="q" value="{{query}}" maxlength="200"></p>
    <p><label for="day">{{words.day}}</label><input id="day" name="day" type="date" value="{{day}}"></p>
    <p><label for="line">{{words.line}}</label><select id="line" name="line"><option value="">{{words.any}}</option>
    {{#lines}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>
    {{/lines}}</select></p>
    <p><button>{{words.look}}</button></p></form>
    <p class="soft" role="status">{{found}}</p>
    {{#form}}
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}">\
    <input type="hidden" name="row" value="{{key}}">
    <p><label for="meaning">{{words.meaning}}</label><select id="meaning" name="meaning" required>
    <option value="">{{words.choose}}</option>
    {{#choices}}<option value="{{value}}">{{name}}</option>
    {{/choices}}</select></p>
    <p><label for="reason">{{words.why}}</label><input id="reason" name="reason" required maxlength="500"></p>
    <p><button>{{words.record}}</button></p></form>
    {{/form}}

    """
}
