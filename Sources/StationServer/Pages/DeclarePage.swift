import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// Which units have reported for which period, and the way to the form of each.
struct DeclarePage {
  let title: String
  let head: String
  let none: String?
  let told: String?
  let periods: [Period]
  let rows: [Row]
  let unit: String
  let table: String

  /// A period, and the letters to those who have not reported; `nil` where all have.
  struct Period {
    let name: String
    let letters: PageFrame.Link?
  }

  /// A unit.
  struct Row {
    let name: String
    let cells: [Cell]
  }

  /// A unit in a period; without an address where it is asked for nothing.
  struct Cell {
    let kind: String
    let text: String
    let leads: String?
  }

  static let title = Words(vi: "Nhập số liệu đơn vị báo cáo", en: "Enter what units report")

  static func answer(_ visit: Visit) async throws -> Response {
    let (year, language) = (try await visit.year(), visit.language)
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let done = visit.asked("done")
    let body = try await visit.station.years.work.run {
      Template.render(.declare, DeclarePage(year, known, done: done != nil, language))
    }
    let ways = Template.render(
      .ways,
      LogsPage.Ways(links: [
        PageFrame.Link(
          address: "/p/\(year.address)/logs/upload",
          name: Words(
            vi: "Gửi tệp của các đơn vị, hoặc dán từ Excel",
            en: "Send in the units' file, or paste from Excel")[
              language])
      ]))
    return visit.page(title, of: year, here: "/logs", body: body + ways)
  }

  private init(_ year: YearReading, _ known: YearReading.Known, done: Bool, _ language: ReaderLanguage) {
    let plan = known.plan
    let asked = DeclaredForm.offered(of: plan)
    let forms = asked.map { period in
      (
        period: period,
        forms: Dictionary(
          DeclaredForm.forms(of: plan, periods: [period], only: nil, language: language).map {
            ($0.unit.id, $0)
          },
          uniquingKeysWith: { first, _ in first })
      )
    }
    let units = plan.units.filter { unit in forms.contains { $0.forms[unit.id] != nil } }
    title = Self.title[language]
    head =
      Words(
        vi:
          "Mỗi ô là một biểu: các chỉ tiêu mà đơn vị phải báo cáo trong kỳ. Chỉ tiêu để trống vẫn là chưa báo cáo, không phải là 0.",
        en:
          "Each cell is a form: the lines on which the unit should report for the period. A line that is left empty stays not reported, which is not 0."
      )[language]
    none =
      units.isEmpty
      ? Words(
        vi: "Kế hoạch không có đơn vị nào phải báo cáo.", en: "The plan has no unit that should report.")[
          language]
      : nil
    told = done ? Words(vi: "Đã ghi vào sổ.", en: "Recorded in the Book.")[language] : nil
    // Nobody is asked for the year besides its quarters.
    let reminded = Set(DeclaredForm.periods(of: plan))
    periods = asked.map { period in
      Period(
        name: period.name[language],
        letters: !reminded.contains(period) || known.reminders(in: period).isEmpty
          ? nil
          : PageFrame.Link(
            address: "/p/\(year.address)/logs/reminders/\(period)",
            name: Words(vi: "thư nhắc", en: "letters")[language]))
    }
    rows = units.map { unit in
      Row(
        name: unit.name.visible(),
        cells: forms.map { period, forms in
          guard let form = forms[unit.id] else { return Cell(kind: "none", text: "·", leads: nil) }
          let reported = form.rows.count { !known.declared(of: unit.id, $0.line.id, in: period).isEmpty }
          let due = period.due(for: unit.level).map {
            " (\(Words(vi: "hạn", en: "due")[language]) \($0.forPeople))"
          }
          // Shorter periods make up a longer one, or a part of it.
          let sums =
            known.declared.first { $0.consolidation.period.days == period.days }?.consolidation.lines ?? []
          let own = sums.filter { sum in form.rows.contains { $0.line.id == sum.line } }.map(\.sum)
          let made = own.count { $0.reported.contains(unit.id) }
          let begun = own.count { sum in sum.partial.contains { $0.unit == unit.id } }
          let logged = form.rows.count { known.isLogged($0.line.id, in: period) }
          let text: String
          if reported + made + begun == 0, logged == form.rows.count {
            text = Words(vi: "nhật ký đã đếm", en: "counted by the logs")[language]
          } else if reported > 0 {
            text =
              Words(
                vi: "\(reported)/\(form.rows.count) chỉ tiêu",
                en: "\(reported) of \(counted(form.rows.count, "line"))")[language]
          } else if made == form.rows.count {
            text = Words(vi: "đã có từ các kỳ ngắn hơn", en: "made up of shorter periods")[language]
          } else if made + begun > 0 {
            text =
              Words(vi: "có số của một phần kỳ", en: "known for part of the period")[language] + (due ?? "")
          } else {
            text = Words(vi: "chưa báo cáo", en: "not reported")[language] + (due ?? "")
          }
          let isDone =
            reported == form.rows.count || reported == 0 && made == form.rows.count
            || logged == form.rows.count
          let isAhead = reported + made + begun == 0
          return Cell(
            kind: isDone ? "done" : isAhead ? "ahead" : "open", text: text,
            leads: "/p/\(year.address)/logs/declare/\(unit.id)/\(period)")
        })
    }
    unit = Words(vi: "Đơn vị", en: "Unit")[language]
    table = Words(vi: "Ai đã báo cáo kỳ nào", en: "Who has reported for which period")[language]
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    <p class="soft">{{head}}</p>
    {{#none}}<p>{{.}}</p>{{/none}}
    {{#rows}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{table}}"><table><thead><tr><th scope="col" class="name">{{unit}}</th>\
    {{#periods}}<th scope="col">{{name}}{{#letters}} <a class="noprint" href="{{address}}">{{name}}</a>{{/letters}}</th>{{/periods}}</tr></thead><tbody>{{/first()}}
    <tr><th scope="row" class="name">{{name}}</th>{{#cells}}<td class="month {{kind}}">{{#leads}}<a href="{{.}}">{{text}}</a>{{/leads}}{{^leads}}{{text}}{{/leads}}</td>{{/cells}}</tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}

    """
}

extension YearReading.Known {
  /// What a unit reported on a line for a period, that still stands, in the order of the tables.
  func declared(of unit: String, _ line: String, in period: ReportingPeriod) -> [JudgedFigure] {
    let rows = declared.first { $0.consolidation.period.days == period.days }?.consolidation.rows ?? []
    return rows.filter { judged in
      if case .replaced = judged.fate { return false }
      let figure = judged.figure
      return figure.unit == unit && figure.line == line && figure.period.days == period.days
    }
  }
}
