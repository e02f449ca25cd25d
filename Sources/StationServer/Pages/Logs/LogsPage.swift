import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// What the logs say of the schedule: how many placements had which outcome, and rows that no placement has.
enum LogsPage {
  static let title = Words(vi: "Nhật ký phát sóng", en: "As-run logs")

  /// The ways to what can be done about the logs.
  private static func ways(_ visit: Visit, _ year: YearReading) -> String {
    var links = [
      PageFrame.Link(
        address: "/p/\(year.address)/logs/unmatched", name: UnmatchedPage.title[visit.language]),
      PageFrame.Link(
        address: "/p/\(year.address)/logs/by-hand", name: HandStatementsPage.title[visit.language]),
    ]
    if visit.plan?.allows(.recordLogs) == true {
      links.append(
        PageFrame.Link(
          address: "/p/\(year.address)/logs/broadcast", name: BroadcastPage.title[visit.language]))
      links.append(
        PageFrame.Link(address: "/p/\(year.address)/logs/upload", name: UploadPage.title[visit.language]))
    }
    return Template.render(.ways, Ways(links: links))
  }

  /// The most rows of a table: a log of a whole station has tens of thousands that are of no line.
  private static let mostRows = 300

  /// What was just recorded, by the beginning of its id; `nil` when there is no such log.
  private static func recorded(_ id: String, _ year: YearReading) -> Words? {
    guard id.count >= 12 else { return nil }
    return year.logs.last { $0.id.hasPrefix(id) }?.wordsOfRecording
  }

  /// Some ways, as the template names them.
  struct Ways {
    let links: [PageFrame.Link]
  }

  static let waysTemplate = """
    <ul class="tabs noprint">
    {{#links}}
    <li><a href="{{address}}">{{name}}</a></li>
    {{/links}}
    </ul>

    """

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let language = visit.language
    let recorded = visit.asked("recorded").flatMap { Self.recorded($0, year) }
    let body = try await visit.body(of: year) {
      let told = recorded.map { [$0] } ?? []
      var head = [
        Words(
          vi: "Chưa có nhật ký phát sóng nào: chưa biết lượt nào đã phát.",
          en: "There is no as-run log yet: nothing is known to have aired.")
      ]
      var tables: [TableView] = []
      if let held = known.held {
        head = [
          known.asOf.map {
            Words(
              vi: "Nhật ký có đến hết ngày \($0.forPeople).",
              en: "The logs tell of days up to \($0.forPeople), included.")
          } ?? Words(vi: "Nhật ký không có dòng nào.", en: "The logs have no rows.")
        ]
        if let differences = held.reconciled.coverage.differences(in: known.plan) {
          head.append(differences)
        }
        if held.log.rowsLeftOut > 0 {
          let count = grouped(held.log.rowsLeftOut, in: language)
          let isOne = held.log.rowsLeftOut == 1
          head.append(
            Words(
              vi: "\(count) dòng không đọc được hoặc không tính được nên không có trong số liệu.",
              en:
                "\(count) \(isOne ? "row" : "rows") could not be read or counted, and \(isOne ? "is" : "are") not in the figures."
            ))
          head += year.logsWithRowsLeftOut.map(\.wordsOfRowsLeftOut)
        }
        let open = held.reconciled.unsettled.count
        if open > 0 {
          let count = grouped(open, in: language)
          head.append(
            Words(
              vi: "\(count) dòng chưa khớp với lượt nào của lịch và chưa ai nói là gì.",
              en:
                "\(count) \(open == 1 ? "row matches" : "rows match") no placement of the schedule, and nobody has said what \(open == 1 ? "it is" : "they are")."
            ))
        }
        if open > mostRows {
          head.append(
            Words(
              vi: "Mỗi bảng dưới đây chỉ hiện \(mostRows) dòng đầu.",
              en: "Each table below shows its first \(mostRows) rows."))
        }
        tables = OutcomeReport.tables(
          plan: known.plan, reconciled: held.reconciled,
          candidates: year.candidates(of: held.reconciled.unsettled.prefix(mostRows)), most: mostRows,
          language: language
        ).map { TableView($0, name: Words(vi: "Kết quả", en: "Outcomes")[language]) }
      }
      return Template.render(
        .report, SinglePage(title: title[language], head: (told + head).map { $0[language] }, tables: tables))
    }
    return visit.page(title, of: year, here: "/logs", body: body + ways(visit, year))
  }
}
