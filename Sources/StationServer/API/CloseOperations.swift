import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// How programs look at closes, close a period, and put the signed paper beside its close: by the very steps of the pages.
enum CloseOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/closes", .right(.read), closes, answerCloses),
    .api(.get, "/plans/{plan}/closing/{period}", .right(.close), closing, answerClosing),
    .api(.post, "/plans/{plan}/closing/{period}", .right(.close), close, answerClose),
    .api(.get, "/plans/{plan}/closes/{close}/certificate", .right(.read), certificate, answerCertificate),
    .api(.post, "/plans/{plan}/closes/{close}/signed", .right(.close), sign, answerSign),
    .api(.get, "/plans/{plan}/closes/{close}/signed/{digest}", .right(.read), signed) {
      try await SignedPaperPage.answer($0, "close")
    },
  ]

  private static let closes = Operation.list(
    "closes",
    Words(
      vi:
        "Các lần chốt, theo thứ tự; close là 12 chữ số đầu của mã kiểm chứng, signed là các bản ký, mới nhất trước.",
      en:
        "The closes, in order; close is the first 12 digits of the hash, signed has the signed papers, newest first."
    ),
    of: .object([
      "close": .text, "hash": .text, "period": .text, "restatement": .integer, "closed": .text,
      "author": .text,
      "reason": .orNull(.text), "asOf": .formatted("date"),
      "signed": .array(.object(["digest": .text, "at": .formatted("date-time"), "author": .orNull(.text)])),
    ]))

  private static func answerCloses(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let reading = try await visit.deskReading()
    let records = reading.year.closes()
    var values: [JSONValue] = []
    for record in records {
      let papers = try await visit.station.desk.signedPapers(of: record, in: plan)
      let stamp = record.close.stamp
      values.append([
        "close": .text(String(record.digest.prefix(12))), "hash": .text(record.digest),
        "period": .text(record.close.scope.period), "restatement": .integer(stamp.number),
        "closed": .text(stamp.closed.description), "author": .text(stamp.author),
        "reason": JSONValue(stamp.reason), "asOf": .text(record.close.asOf.description),
        "signed": .array(
          papers.map {
            ["digest": .text($0.digest), "at": .text($0.at.utcText), "author": JSONValue($0.author)]
          }),
      ])
    }
    return try await visit.list(of: values, state: reading.key) { $0 }
  }

  // MARK: - Closing

  private static let states = ["ready", "unchanged", "differs", "refused"]

  private static func word(of state: StationYear.PreparedClose.State) -> String {
    switch state {
    case .closed, .unsigned: "ready"
    case .unchanged: "unchanged"
    case .differs: "differs"
    case .refused: "refused"
    }
  }

  private static let asOf = Operation.Parameter(
    name: "asOf", shape: .formatted("date"),
    summary: Words(
      vi: "Nhật ký mọi kênh đã đủ đến hết ngày này; không có thì tính đến dòng cuối của từng kênh.",
      en: "The logs of all outlets are complete up to this day; without it, up to the last row of each."))

  private static let closing = Operation(
    id: "closing",
    summary: Words(
      vi: "Chốt kỳ này bây giờ thì ghi những số nào, còn điểm nào phải xem lại; ETag là phiên bản để chốt.",
      en:
        "What closing the period would record now, and what is doubtful; its ETag is the version that a close names."
    ), query: [asOf],
    answer: .object([
      "period": .text, "state": .word(states), "asOf": .orNull(.formatted("date")),
      "restates": .orNull(.text),
      "figures": .array(
        .object([
          "kind": .text, "id": .text, "language": .orNull(.text), "planned": .orNull(.text),
          "values": .open([:]),
        ])), "rows": .integer, "findings": .array(.named("Finding")),
    ]))

  private static func answerClosing(_ visit: Visit) async throws -> Response {
    let (reading, period) = try await period(visit)
    let outcome = try await ClosePage.closing(
      period, asOf: try ClosePage.day(visit.given("asOf") ?? ""), reading, visit)
    let close = outcome.close
    let figures = (close?.figures ?? []).map { figure -> JSONValue in
      [
        "kind": .text(figure.subject.kind.rawValue), "id": .text(figure.subject.id),
        "language": JSONValue(figure.subject.language?.tag), "planned": JSONValue(figure.planned),
        "values": .object(
          Dictionary(
            figure.values.map { ($0.key.rawValue, .integer($0.value)) },
            uniquingKeysWith: { first, _ in first }
          )),
      ]
    }
    return visit.answer(
      [
        "period": .text(period.description), "state": .text(word(of: outcome.state)),
        "asOf": JSONValue(close?.asOf.description), "restates": JSONValue(outcome.before?.digest),
        "figures": .array(figures), "rows": .integer(close?.rows.count ?? 0),
        "findings": Refusal.list(outcome.findings, visit.language),
      ], version: outcome.seal.isEmpty ? nil : outcome.seal)
  }

  /// The plan's period that the address names.
  private static func period(_ visit: Visit) async throws -> (DeskReading, ReportingPeriod) {
    let reading = try await visit.deskReading()
    guard reading.year.plan != nil else { throw Refusal.brokenPlan(reading.findings, visit.language) }
    let name = try visit.part("period")
    guard let period = try? ClosePage.period(name, in: reading) else { throw Refusal.notFound }
    return (reading, period)
  }

  private static let close = Operation(
    id: "close",
    summary: Words(
      vi:
        "Chốt một kỳ với đúng những gì đã xem. password là mật khẩu của người có mã truy cập, hỏi lại mỗi lần như trên trang; reason cần khi chốt lại.",
      en:
        "Closes a period with just what was seen. password is that of the token's owner, asked for each time as on the page; reason is needed to restate a period."
    ),
    body: .fields(
      ["password": .text], optional: ["asOf": .orNull(.formatted("date")), "reason": .orNull(.text)]),
    refusals: [
      (.tooManyRequests, Words(vi: "Thử mật khẩu quá nhiều lần.", en: "Too many attempts at the password.")),
      (
        .serviceUnavailable,
        Words(vi: "Đang có quá nhiều người đăng nhập.", en: "Too many people are signing in.")
      ),
    ], needsVersion: true, status: .created,
    answer: .object(["entries": .array(.object(["id": .text, "kind": .text])), "close": .text]))

  private static func answerClose(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let (reading, period) = try await period(visit)
    let seen = try visit.namedVersion()
    let body = try await JSONBody(visit, known: ["password", "asOf", "reason"])
    if let obstacle = ClosePage.obstacle(visit, reading) { throw Refusal(status: .conflict, words: obstacle) }
    let reason = (try body.optionalText("reason") ?? "").trimmed
    let outcome = try await ClosePage.closing(
      period, asOf: try ClosePage.day(try body.optionalText("asOf") ?? ""), author: visitor.person.name,
      reason: reason, reading, visit)
    switch outcome.state {
    case .closed, .unsigned, .differs: break
    case .unchanged, .refused:
      throw Refusal(
        status: .unprocessableContent, words: ClosePage.told(outcome) ?? ClosePage.title,
        more: ["findings": Refusal.list(outcome.findings, visit.language)])
    }
    guard outcome.seal == seen else { throw Refusal.overtakenClose }
    let confirmed: Visitor
    do {
      confirmed = try await visit.station.desk.confirmed(visitor, password: try body.text("password"))
    } catch DeskRefusal.wrongPassword {
      throw Refusal(
        status: .forbidden,
        words: Words(
          vi: "Mật khẩu không đúng; chưa chốt gì.", en: "The password is wrong; nothing was closed."))
    }
    guard outcome.state == .closed else {
      throw Refusal.field(
        "reason", "",
        Words(
          vi: "kỳ này đã chốt với số khác; muốn chốt lại thì ghi lý do",
          en: "the period was closed with other figures; to restate it, say why"))
    }
    do {
      let entries = try await visit.station.desk.change(
        [:], recording: outcome.statements, seen: reading.year.book, in: plan, restingOn: reading.state,
        by: confirmed, reason: reason.isEmpty ? nil : reason
      ).entries
      let close = entries.last { $0.head.kind == .close }
      return visit.answer(
        [
          "entries": .array(entries.map { ["id": .text($0.id), "kind": .text($0.head.kind.rawValue)] }),
          "close": .text(String((close?.id ?? "").prefix(12))),
        ], status: .created)
    } catch is PlanOvertaken {
      throw Refusal.overtakenClose
    }
  }

  // MARK: - Papers

  private static let certificate = Operation(
    id: "certificate", summary: Words(vi: "Biên bản của một lần chốt.", en: "The certificate of a close."),
    query: [
      Operation.Parameter(
        name: "format", shape: .word(["html", "docx", "pdf"]),
        summary: Words(vi: "Định dạng; không có thì html.", en: "The format; html unless given.")),
      Operation.Parameter(
        name: "number", shape: .text,
        summary: Words(vi: "Số văn bản của biên bản.", en: "The document number of the certificate.")),
    ], types: ["html", "docx", "pdf"].compactMap { PapersPage.types[$0] })

  private static func answerCertificate(_ visit: Visit) async throws -> Response {
    let record = try await SignedPaperPage.close(visit, "close")
    let reading = try await visit.deskReading()
    let records = reading.year.closes()
    guard let plan = reading.year.plan, let index = records.firstIndex(where: { $0.digest == record.digest })
    else { throw Refusal.notFound }
    let format = visit.given("format") ?? "html"
    guard ["html", "docx", "pdf"].contains(format) else {
      throw Refusal.unknown(format, Words(vi: "format: html, docx, pdf", en: "format is html, docx or pdf"))
    }
    return try await ClosesPage.certificate(
      index + 1, of: records, as: format, paperNumber: visit.given("number") ?? "", plan, reading, visit)
  }

  private static let sign = Operation(
    id: "sendSignedPaper",
    summary: Words(
      vi: "Lưu bản quét (PDF) của biên bản đã ký bên cạnh lần chốt; bản trước không mất.",
      en: "Keeps the scan (PDF) of the signed certificate beside its close; another one removes none."),
    form: .object(["file": .file]),
    refusals: [
      (.contentTooLarge, Words(vi: "Tệp lớn hơn 25 MB.", en: "The file is larger than 25 MB.")),
      (.unsupportedMediaType, Words(vi: "Không phải biểu mẫu có tệp.", en: "It is no form with a file.")),
      (
        .unprocessableContent,
        Words(
          vi: "Không có tệp, hoặc không phải PDF nguyên vẹn.", en: "There is no file, or it is no whole PDF.")
      ),
      (.serviceUnavailable, Words(vi: "Đang nhận nhiều tệp.", en: "Several files are being sent in.")),
    ], status: .created, answer: .object(["isNew": .truth]))

  private static func answerSign(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let close = try await SignedPaperPage.close(visit, "close")
    let file = try await UploadOperations.file(
      visit, limit: SignedPaper.largest, isTaken: SignedPaper.isWholePDF, else: .noPDF)
    let isNew = try await visit.station.desk.putSignedPaper(file.octets, beside: close, in: plan, by: visitor)
    return visit.answer(["isNew": JSONValue(isNew)], status: .created)
  }

  private static let signed = Operation(
    id: "signedPaper",
    summary: Words(
      vi: "Một bản ký, theo digest của …/closes.", en: "A signed paper, by its digest in …/closes."),
    types: ["application/pdf"])
}

extension Refusal {
  /// What would be closed is not what was seen.
  fileprivate static let overtakenClose = Refusal(
    status: .preconditionFailed,
    words: Words(
      vi: "Số liệu hoặc điểm cần xem lại đã đổi từ khi bạn xem; chưa chốt gì. Hãy xem lại …/closing.",
      en: "Figures or doubts changed since you looked; nothing was closed. Look at …/closing again."))
}
