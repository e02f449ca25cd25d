import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of what was recorded: findings, the Book's entries, and the plan's text, which they may change.
enum RecordOperations {
  static let routes: [Route] =
    [
      .api(.get, "/plans/{plan}/findings", .right(.read), findings, answerFindings),
      .api(.get, "/plans/{plan}/history", .right(.read), history, answerHistory),
      .api(.get, "/plans/{plan}/text", .right(.read), text, answerText),
      .api(.put, "/plans/{plan}/text", .right(.changePlan), newText, changeText),
    ] + TextVersionOperations.routes

  /// A finding.
  static let finding = JSONShape.object([
    "code": .text, "severity": .word(Finding.Severity.allCases.map(\.rawValue)), "file": .orNull(.text),
    "line": .orNull(.integer), "column": .orNull(.integer), "message": .text, "remedy": .orNull(.text),
  ])

  private static let findings = Operation.list(
    "findings", Words(vi: "Những điểm cần xem lại.", en: "What is wrong or doubtful."), of: .named("Finding"))

  private static func answerFindings(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    let language = visit.language
    return try await visit.list(year) {
      year.findings
    } row: {
      value($0, language)
    }
  }

  static func value(
    _ finding: Finding, _ language: ReaderLanguage, remedy: (Finding) -> Words? = \.remedy
  ) -> JSONValue {
    [
      "code": .text(finding.code.rawValue), "severity": .text(finding.severity.rawValue),
      "file": JSONValue(finding.place?.file), "line": JSONValue(finding.place?.line),
      "column": JSONValue(finding.place?.column), "message": .text(finding.message[language]),
      "remedy": JSONValue(remedy(finding)?[language]),
    ]
  }

  private static let history = Operation.list(
    "history", Words(vi: "Các mục của sổ, theo thứ tự.", en: "The entries of the Book, in order."),
    of: .object([
      "number": .integer, "id": .text, "kind": .text, "time": .text, "author": .text,
      "comment": .orNull(.text), "rows": .orNull(.integer), "corrections": .integer,
    ]))

  private static func answerHistory(_ visit: Visit) async throws -> Response {
    let (year, _) = try await visit.knownYear()
    return try await visit.list(year) {
      year.history?.entries ?? []
    } row: { entry in
      [
        "number": .integer(entry.number), "id": .text(entry.id), "kind": .text(entry.kind),
        "time": .text(entry.time.description), "author": .text(entry.author),
        "comment": JSONValue(entry.comment), "rows": JSONValue(entry.rows),
        "corrections": .integer(entry.corrections),
      ]
    }
  }

  private static let textShape = JSONShape.object(["text": .text, "version": .integer])

  private static let text = Operation(
    id: "text",
    summary: Words(
      vi: "Văn bản plan.yaml đang làm; ETag là phiên bản để sửa.",
      en: "The text of plan.yaml in work; its ETag is the version that a change names."), answer: textShape)

  private static func answerText(_ visit: Visit) async throws -> Response {
    let (file, octets) = try await planFile(visit)
    return visit.json(
      (["text": .text(String(decoding: octets, as: UTF8.self)), "version": .integer(file.version)]
        as JSONValue)
        .written, tag: tag(of: file))
  }

  private static func planFile(_ visit: Visit) async throws -> (WorkingFile, [UInt8]) {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let found = try await visit.station.desk.store.read { transaction -> (WorkingFile, [UInt8])? in
      guard let file = try transaction.versions(of: "plan.yaml", in: plan.number).first, file.digest != nil
      else {
        return nil
      }
      return (file, try transaction.octets(of: file))
    }
    guard let found else { throw Refusal.notFound }
    return found
  }

  private static func tag(of file: WorkingFile) -> String {
    "\"\(file.version)-\(file.digest?.prefix(16) ?? "")\""
  }

  private static let newText = Operation(
    id: "changeText",
    summary: Words(
      vi: "Thay văn bản plan.yaml; văn bản có lỗi thì không nhận gì.",
      en: "Replaces the text of plan.yaml; of a text with errors nothing is taken."),
    body: .object(["text": .text, "reason": .text]), needsVersion: true,
    answer: .object(["version": .integer]))

  private static func changeText(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let body = try await JSONBody(visit, known: ["text", "reason"])
    return try await store(
      Array(try body.text("text").utf8), reason: try body.text("reason"), in: plan, by: visitor, visit)
  }

  /// Stores a text of the plan as its newest version, when nothing is wrong with it and the version that was seen is still
  /// the newest.
  static func store(
    _ text: [UInt8], reason: String, in plan: VisiblePlan, by visitor: Visitor, _ visit: Visit
  ) async throws -> Response {
    let seen = try visit.namedVersion()
    let (file, _) = try await planFile(visit)
    guard "\"\(seen)\"" == tag(of: file) else { throw try await changedSince(plan.plan, visit) }
    let errors = try await errors(in: text, of: plan.plan, visit)
    guard errors.isEmpty else { throw Refusal.errors(errors.map { value($0, visit.language) }) }
    do {
      let changed = try await visit.station.desk.change(
        file.path, to: text, in: plan, seen: file.version, by: visitor, reason: reason)
      var response = visit.json(
        (["version": .integer(changed.version)] as JSONValue).written, tag: tag(of: changed))
      response.headers[.cacheControl] = "no-store"
      return response
    } catch is WorkingFile.Overtaken {
      throw try await changedSince(plan.plan, visit)
    }
  }

  private static func changedSince(_ plan: StoredPlan, _ visit: Visit) async throws -> Refusal {
    .changedSince(try await visit.station.desk.lastChange(of: "plan.yaml", in: plan))
  }

  /// What is wrong with a text as the text of a plan.
  private static func errors(in text: [UInt8], of plan: StoredPlan, _ visit: Visit) async throws -> [Finding]
  {
    let (book, files) = try await visit.station.desk.contents(of: plan)
    return try await visit.station.years.work.run {
      var files = files
      files?.plan = InputFile(name: "plan.yaml", bytes: text)
      return StationYear(book, files).planFindings.filter { $0.severity == .error }
    }
  }
}

extension Refusal {
  /// A change names no version.
  static let versionNeeded = Refusal(
    status: .preconditionRequired,
    words: Words(
      vi: "Hãy gửi If-Match với ETag của bản đã xem.", en: "Send If-Match with the ETag of what was seen."))

  /// Somebody was faster.
  ///
  /// - Parameter last: Who made the last change and when, in UTC; `nil` where it came with an import.
  static func changedSince(_ last: (name: String, at: LocalTime)?) -> Refusal {
    let (vi, en) =
      last.map {
        (
          "\($0.name.visible()) đã sửa lúc \($0.at) (UTC)",
          "\($0.name.visible()) changed it at \($0.at) (UTC)"
        )
      }
      ?? ("Đã có bản mới được đưa vào từ máy chủ", "Another version was brought in at the server")
    return Refusal(
      status: .preconditionFailed,
      words: Words(
        vi: "\(vi); hãy xem bản mới rồi sửa lại.",
        en: "\(en); look at the newest version and make the change again."))
  }

  /// A plan's text has errors.
  static func errors(_ findings: [JSONValue]) -> Refusal {
    Refusal(
      status: .unprocessableContent,
      words: Words(
        vi: "Văn bản có lỗi nên chưa nhận gì; xem findings.",
        en: "The text has errors, so nothing was taken; see findings."), more: ["findings": .array(findings)])
  }
}
