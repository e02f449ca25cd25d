import Counting
import Hummingbird
import Planning
import Reports
import ScheduleModel

/// The report on planned and aired, each figure leading to the rows that were counted and those that were not.
enum CountsPage {
  static let title = Words(vi: "Số liệu", en: "Counts")

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let language = visit.language
    let body = try await visit.body(of: year) {
      ReportView(
        TallyReport.document(known.report, language: language).adding(
          ConsolidationReport.declaredSections(known.declared, language: language)),
        pictures: TallyReport.pictures(known.report, language: language), language
      ) { row in row.line.map { "/p/\(year.address)/counts/\($0)" } }.html()
    }
    return visit.page(title, of: year, here: "/counts", body: body)
  }

  /// Every row of one line, counted or not, and why.
  static func answerLine(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    guard let line = known.plan.line(try visit.part("line")), !line.isEmbedded else { throw Refusal.notFound }
    let language = visit.language
    let body = try await visit.body(of: year) {
      let rules = year.explanation(of: line.id) ?? []
      return ReportView(
        ExplainReport.document(
          rules, line: line, plan: known.plan, period: known.tally.period, asOf: known.asOf,
          language: language
        ).adding(
          ConsolidationReport.declaredSections(known.declared, line: line.id, language: language),
          notes: recordings(of: line, year, known, language)),
        back: PageFrame.Link(address: "/p/\(year.address)/counts", name: title[language]), language
      ).html()
    }
    return visit.page(Words(line.title), of: year, here: nil, body: body)
  }

  /// Who recorded the tables in which units report on a line, and when.
  private static func recordings(
    of line: PlanLine, _ year: YearReading, _ known: YearReading.Known, _ language: ReaderLanguage
  ) -> [String] {
    let rows = known.declared.flatMap(\.consolidation.rows).filter { $0.figure.line == line.id }
    let files = Set(rows.map(\.figure.place.file))
    return year.declaredRecordings.filter { files.contains($0.file) }.map { recording in
      Words(
        vi:
          "\(recording.file): \(recording.author) ghi vào sổ lúc \(recording.time.time) ngày \(recording.time.day.forPeople).",
        en:
          "\(recording.file): recorded by \(recording.author) at \(recording.time.time) on \(recording.time.day.forPeople)."
      )[language]
    }
  }
}
