import Counting
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of plans: which there are, the year by lines and months, the counts and the papers.
enum PlanOperations {
  static let routes: [Route] = [
    .api(.get, "/plans", .signedIn, plans, answerPlans),
    .api(.get, "/plans/{plan}", .right(.read), plan, answerPlan),
    .api(.get, "/plans/{plan}/cells", .right(.read), cells, answerCells),
    .api(.get, "/plans/{plan}/counts", .right(.read), counts, answerCounts),
    .api(.get, "/plans/{plan}/counts/{line}", .right(.read), rows, answerRows),
    .api(.get, "/plans/{plan}/declared", .right(.read), declared, answerDeclared),
    .api(.get, "/plans/{plan}/papers", .right(.read), papers, answerPapers),
    .api(.get, "/plans/{plan}/papers/{file}", .right(.read), paper, PapersPage.answerFile),
  ]

  private static let plans = Operation.list(
    "plans", Words(vi: "Các kế hoạch mà mã truy cập đọc được.", en: "The plans that the token may read."),
    of: .object(["plan": .text, "rights": .array(.text)]))

  private static func answerPlans(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.noToken }
    let plans = try await visit.station.desk.plans(visitor)
    let part = try PagePart(visit, state: plans.map(\.plan.slug).joined(separator: " "))
    return visit.json(
      part.value(of: plans) { plan in
        [
          "plan": .text(plan.plan.slug),
          "rights": .array(Right.allCases.filter { plan.allows($0) }.map { .text($0.rawValue) }),
        ]
      }.written)
  }

  private static let plan = Operation(
    id: "plan",
    summary: Words(
      vi: "Kế hoạch: năm, giai đoạn, nhật ký có đến đâu.",
      en: "The plan: its year, its stage, how far logs reach."),
    answer: .object([
      "plan": .text, "id": .text, "title": .text, "year": .integer,
      "schedule": .word(["published", "draft", "plan"]), "logsUpTo": .orNull(.formatted("date")),
      "outlets": .array(.object(["id": .text, "name": .text])),
      "lines": .array(.object(["id": .text, "title": .text])), "months": .array(.text),
      "findings": .object(["error": .integer, "warning": .integer, "info": .integer]),
    ]))

  private static func answerPlan(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let plan = known.plan
    let stage =
      switch known.planned.origin {
      case .published: "published"
      case .draft: "draft"
      case .named, .plan: "plan"
      }
    func count(_ severity: Finding.Severity) -> JSONValue {
      .integer(year.findings.count { $0.severity == severity })
    }
    let value: JSONValue = [
      "plan": .text(year.address), "id": .text(plan.id), "title": .text(plan.title),
      "year": .integer(plan.year),
      "schedule": .text(stage), "logsUpTo": JSONValue(known.asOf?.description),
      "outlets": .array(plan.outlets.map { ["id": .text($0.id), "name": .text($0.name)] }),
      "lines": .array(
        plan.lines.filter { !$0.isEmbedded }.map { ["id": .text($0.id), "title": .text($0.title)] }),
      "months": .array(plan.months.names.map { .text($0) }),
      "findings": ["error": count(.error), "warning": count(.warning), "info": count(.info)],
    ]
    return visit.json(value.written)
  }

  private static let cells = Operation.list(
    "cells",
    Words(
      vi: "Từng chỉ tiêu theo tháng: xếp lịch, thực hiện, còn chờ nhật ký.",
      en: "Each line in each month: scheduled, aired, waiting for a log."),
    of: .object([
      "line": .text, "month": .text, "scheduled": .integer, "aired": .orNull(.integer), "pending": .integer,
      "missed": .orNull(.integer),
    ]))

  private static func answerCells(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let plan = known.plan
    return try await visit.list(year) {
      known.tally.lines.filter { plan.line($0.line)?.isEmbedded == false }.flatMap { line in
        line.months.enumerated().map { (line, plan.months.name(of: $0), $1) }
      }
    } row: { line, month, counts in
      // What no log tells of is not known, and not 0.
      let knows = known.tally.isCounted(line, in: plan)
      return [
        "line": .text(line.line), "month": .text(month), "scheduled": .integer(counts.scheduled),
        "aired": JSONValue(knows ? counts.aired : nil), "pending": .integer(counts.pending),
        "missed": JSONValue(knows ? counts.missed : nil),
      ]
    }
  }

  private static let counts = Operation(
    id: "counts",
    summary: Words(
      vi: "Số liệu cả năm, đúng như lichsong report --format json.",
      en: "The year's counts, the very ones of lichsong report --format json."),
    answer: .open([
      "plan": .text, "lines": .array(.anything), "totals": .array(.anything), "groups": .array(.anything),
      "asOf": .orNull(.formatted("date")), "findings": .array(.anything),
    ]))

  private static func answerCounts(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let language = visit.language
    return visit.json(try await visit.body(of: year) { TallyReport.json(known.report, language: language) })
  }

  private static let rows = Operation(
    id: "rows",
    summary: Words(
      vi: "Một chỉ tiêu: từng dòng nhật ký được đếm và không được đếm, kèm lý do.",
      en: "A line: each row of the logs that was counted, and each that was not, with the reason."),
    answer: .open([
      "plan": .text, "line": .text, "from": .formatted("date"), "to": .formatted("date"),
      "asOf": .orNull(.formatted("date")),
      "rules": .array(.open(["counted": .array(.anything), "notCounted": .array(.anything)])),
    ]))

  private static func answerRows(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    guard let line = known.plan.line(try visit.part("line")), !line.isEmbedded else { throw Refusal.notFound }
    let language = visit.language
    return visit.json(
      try await visit.body(of: year) {
        ExplainReport.json(
          year.explanation(of: line.id) ?? [], line: line, plan: known.plan, period: known.tally.period,
          asOf: known.asOf, language: language)
      })
  }

  private static let declared = Operation.list(
    "declared",
    Words(
      vi: "Số liệu đơn vị cấp dưới kê khai: từng dòng, cộng hay không trong kỳ của nó.",
      en: "What lower units reported: each row, and whether it counts in its period."),
    of: .object([
      "unit": .text, "line": .text, "period": .text, "figure": .orNull(.text), "evidence": .orNull(.text),
      "author": .orNull(.text), "received": .orNull(.formatted("date")), "fate": .text, "file": .text,
      "row": .integer,
    ]))

  private static func answerDeclared(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let language = visit.language
    return try await visit.list(year) {
      known.declared.flatMap { input in
        input.consolidation.rows.filter { $0.figure.period.days == input.consolidation.period.days }
      }
    } row: { judged in
      let figure = judged.figure
      return [
        "unit": .text(figure.unit), "line": .text(figure.line), "period": .text("\(figure.period)"),
        "figure": JSONValue(figure.quantity?.text(in: language)), "evidence": JSONValue(figure.evidence),
        "author": JSONValue(figure.author), "received": JSONValue(figure.received?.description),
        "fate": .text(judged.fate.key), "file": .text(figure.place.file), "row": .integer(figure.place.line),
      ]
    }
  }

  private static let papers = Operation.list(
    "papers", Words(vi: "Các văn bản và bảng tính.", en: "The papers and workbooks."),
    of: .object(["file": .text, "title": .text]))

  private static func answerPapers(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let language = visit.language
    return try await visit.list(year) {
      PapersPage.files(of: known)
    } row: { file in
      ["file": .text(file.name), "title": .text(file.title[language])]
    }
  }

  private static let paper = Operation(
    id: "paper", summary: Words(vi: "Một văn bản hoặc bảng tính.", en: "A paper or workbook."),
    types: PapersPage.allTypes)
}
