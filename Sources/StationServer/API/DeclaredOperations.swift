import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// How programs enter the figures of a unit for a period: by the very form of the page.
enum DeclaredOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/declared/{unit}/{period}", .right(.recordLogs), form, answerForm),
    .api(.post, "/plans/{plan}/declared/{unit}/{period}", .right(.recordLogs), declare, answerDeclare),
  ]

  private static let form = Operation(
    id: "declaredForm",
    summary: Words(
      vi: "Các chỉ tiêu một đơn vị phải báo cáo trong một kỳ và số đã có; ETag là phiên bản để ghi.",
      en:
        "The lines on which a unit has to report for a period, and what it reported; the ETag is the version that recording names."
    ),
    answer: .object([
      "unit": .text, "period": .text,
      "rows": .array(
        .object([
          "line": .text, "title": .text, "counted": .text,
          "known": .array(.object(["figure": .orNull(.text), "received": .orNull(.formatted("date"))])),
        ])),
    ]))

  private static func answerForm(_ visit: Visit) async throws -> Response {
    let (year, form) = try await DeclareFormPage.form(visit)
    let language = visit.language
    let rows = form.rows.map { row -> JSONValue in
      let known = year.known?.declared(of: form.unit.id, row.line.id, in: row.period) ?? []
      return [
        "line": .text(row.line.id), "title": .text(row.line.title),
        "counted": .text((row.line.quota?.unit ?? row.line.form).description),
        "known": .array(
          known.map {
            [
              "figure": JSONValue($0.figure.quantity?.text(in: language)),
              "received": JSONValue($0.figure.received?.description),
            ]
          }),
      ]
    }
    return visit.answer(
      [
        "unit": .text(form.unit.id), "period": .text(form.rows.first.map { "\($0.period)" } ?? ""),
        "rows": .array(rows),
      ], version: DeclareFormPage.seen(year, form))
  }

  private static let declare = Operation(
    id: "declareFigures",
    summary: Words(
      vi:
        "Ghi số liệu một đơn vị báo cáo cho một kỳ, đúng như đơn vị báo: value như 12, hơn 600, không có số liệu; chỉ tiêu không có trong rows là chưa báo cáo. preview: chỉ đọc thử.",
      en:
        "Records what a unit reported for a period, in the unit's own words: value as 12, hơn 600, no data; a line that is not in rows is not reported. preview reads it and records nothing."
    ),
    body: .fields(
      [
        "rows": .array(
          .fields(
            ["line": .text, "value": .text],
            optional: ["evidence": .orNull(.text), "includes": .orNull(.text), "note": .orNull(.text)]))
      ],
      optional: ["author": .orNull(.text), "received": .orNull(.text), "preview": .orNull(.truth)]),
    needsVersion: true,
    answer: .object([
      "entries": .array(.object(["id": .text, "kind": .text])),
      "understood": .array(.object(["line": .text, "figure": .orNull(.text)])),
      "findings": .array(.named("Finding")),
    ]))

  private static func answerDeclare(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let (year, form) = try await DeclareFormPage.form(visit)
    let seen = try visit.namedVersion()
    let body = try await JSONBody(visit, known: ["rows", "author", "received", "preview"])
    var answers = form.rows.map { _ in [DeclaredForm.Field: String]() }
    for row in try body.objects("rows", known: Set(DeclaredForm.Field.ofRow.map(\.rawValue) + ["line"])) {
      let line = try row.text("line")
      guard let index = form.rows.firstIndex(where: { $0.line.id == line }) else {
        let lines = form.rows.map(\.line.id).joined(separator: ", ")
        throw Refusal.field("line", line, Words(vi: "các chỉ tiêu: \(lines)", en: "the lines are \(lines)"))
      }
      guard answers[index].isEmpty else {
        throw Refusal.field(
          "line", line, Words(vi: "“\(line)” có hai lần", en: "“\(line)” is there twice"))
      }
      for field in DeclaredForm.Field.ofRow {
        let text =
          field == .value ? try row.text(field.rawValue) : try row.optionalText(field.rawValue) ?? ""
        if !text.trimmed.isEmpty { answers[index][field] = text.trimmed }
      }
    }
    var all: [DeclaredForm.Field: String] = [:]
    for field in [DeclaredForm.Field.author, .received] {
      if let text = try body.optionalText(field.rawValue)?.trimmed, !text.isEmpty { all[field] = text }
    }
    guard let table = form.filled(answers, all: all) else {
      throw Refusal.field(
        "rows", "", Words(vi: "chưa có số liệu nào", en: "there is no figure in it"))
    }
    guard seen == DeclareFormPage.seen(year, form) else {
      throw Refusal(
        status: .preconditionFailed,
        words: Words(
          vi: "Đã có người ghi số của đơn vị này từ khi bạn xem; chưa ghi gì. Hãy xem lại rồi ghi.",
          en:
            "Somebody recorded figures of this unit since you looked; nothing was recorded. Look again, then record yours."
        ))
    }
    let (book, prepared) = try await DeclareFormPage.prepared(table, form, in: plan, by: visitor, visit)
    guard !prepared.findings.hasErrors else {
      throw Refusal(
        status: .unprocessableContent,
        words: Words(
          vi: "Số liệu có lỗi nên chưa ghi gì; xem findings.",
          en: "The figures have errors, so nothing was recorded; see findings."),
        more: ["findings": Refusal.list(prepared.findings, visit.language)])
    }
    var entries: [BookEntry] = []
    if try body.optionalTruth("preview") != true, !prepared.statements.isEmpty {
      do {
        entries = try await visit.station.desk.record(prepared.statements, in: plan, seen: book, by: visitor)
      } catch is Book.Overtaken {
        throw Refusal.seenAnew
      }
    }
    let language = visit.language
    return visit.answer([
      "entries": .array(entries.map { ["id": .text($0.id), "kind": .text($0.head.kind.rawValue)] }),
      "understood": .array(
        prepared.declared.flatMap(\.figures).map {
          ["line": .text($0.line), "figure": JSONValue($0.quantity?.text(in: language))]
        }), "findings": Refusal.list(prepared.findings, language),
    ])
  }
}
