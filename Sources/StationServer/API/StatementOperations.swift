import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// How programs say what rows of the logs are, and take it back: by the very steps of the pages.
enum StatementOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/statements", .right(.read), statements, answerStatements),
    .api(.post, "/plans/{plan}/links", .right(.link), link, answerLink),
    .api(.post, "/plans/{plan}/links/titles", .right(.link), linkTitle, answerLinkTitle),
    .api(.post, "/plans/{plan}/statements/withdraw", .right(.link), withdraw, answerWithdraw),
  ]

  /// An entry of the Book, or none where the Book says so already.
  private static let recorded = JSONShape.object(["entry": .orNull(.object(["id": .text, "kind": .text]))])

  private static func answer(_ entry: BookEntry?, _ visit: Visit) -> Response {
    visit.answer([
      "entry": entry.map { ["id": .text($0.id), "kind": .text($0.head.kind.rawValue)] } ?? nil
    ])
  }

  private static let statements = Operation.list(
    "statements",
    Words(
      vi: "Mọi điều đã nói bằng tay về các dòng nhật ký, mới nhất trước; điều đã rút lại vẫn còn.",
      en: "All that was said by hand about rows of the logs, the newest first; what was taken back stays."),
    of: .object([
      "id": .text, "entry": .orNull(.text),
      "kind": .word(["row", "title", "correction", "broadcast", "taken-back"]),
      "what": .text, "about": .text, "author": .text, "time": .orNull(.text), "reason": .text,
      "standing": .word(["holds", "replaced", "taken-back", "not-followed"]), "state": .text,
    ]))

  private static func answerStatements(_ visit: Visit) async throws -> Response {
    let (year, known) = try await visit.knownYear()
    let language = visit.language
    return try await visit.list(year) {
      year.handStatements()
    } row: { said in
      let words = HandWords(known, language)
      let kind =
        switch said.subject {
        case .row: "row"
        case .title: "title"
        case .correction: "correction"
        case .broadcast: "broadcast"
        case .takenBack: "taken-back"
        }
      let standing =
        switch said.standing {
        case .holds: "holds"
        case .replaced: "replaced"
        case .takenBack: "taken-back"
        case .notFollowed: "not-followed"
        }
      return [
        "id": .text(said.id), "entry": JSONValue(said.entry), "kind": .text(kind),
        "what": .text(words.what(said.subject)), "about": .text(words.about(said.subject)),
        "author": .text(said.author), "time": JSONValue(said.time?.description), "reason": .text(said.reason),
        "standing": .text(standing), "state": .text(words.state(said)),
      ]
    }
  }

  private static let link = Operation(
    id: "link",
    summary: Words(
      vi:
        "Nói một dòng nhật ký là gì: là lượt uid (shows), phát bù cho lượt uid (makes-good), hay không thuộc kế hoạch (nothing). row là tệp:dòng như …/unmatched có; reason là căn cứ.",
      en:
        "Says what a row of the logs is: the broadcast uid (shows), one that makes it good (makes-good), or nothing of the plan (nothing). row is file:row as …/unmatched has them; reason is the evidence."
    ),
    body: .fields(
      ["row": .text, "meaning": .word(["shows", "makes-good", "nothing"]), "reason": .text],
      optional: ["uid": .orNull(.text)]), answer: recorded)

  private static func answerLink(_ visit: Visit) async throws -> Response {
    let body = try await JSONBody(visit, known: ["row", "meaning", "uid", "reason"])
    let (row, uid) = (try body.text("row"), try body.optionalText("uid"))
    let meaning: StationYear.LinkRequest.Meaning
    switch (try body.text("meaning"), uid) {
    case ("shows", let uid?): meaning = .shows(uid: uid)
    case ("makes-good", let uid?): meaning = .makesGood(uid: uid)
    case ("nothing", nil): meaning = .nothing
    default:
      throw Refusal.field(
        "meaning", "",
        Words(
          vi: "shows hoặc makes-good kèm uid, hay nothing không kèm uid",
          en: "it is shows or makes-good with a uid, or nothing without one"))
    }
    let entry = try await visit.record(
      { year, author, reason, time in
        year.linking(
          StationYear.LinkRequest(row: row, meaning: meaning, author: author, reason: reason, time: time))
      }, reason: try body.text("reason"))
    return answer(entry, visit)
  }

  private static let linkTitle = Operation(
    id: "linkTitle",
    summary: Words(
      vi: "Nói mọi dòng có tên này, cả trong nhật ký sau này, là của chỉ tiêu line (id, tên hay tên khác).",
      en:
        "Says that all rows with a title, in later logs too, are of a line (its id, its title or another name)."
    ), body: .object(["title": .text, "line": .text, "reason": .text]), answer: recorded)

  private static func answerLinkTitle(_ visit: Visit) async throws -> Response {
    let body = try await JSONBody(visit, known: ["title", "line", "reason"])
    let (title, line) = (try body.text("title"), try body.text("line"))
    guard title.contains(where: \.isLetter) else {
      throw Refusal.field("title", title, Words(vi: "cần có chữ", en: "it has to have letters"))
    }
    let entry = try await visit.record(
      { $0.linking(title: title, line: line, author: $1, reason: $2, time: $3) },
      reason: try body.text("reason"))
    return answer(entry, visit)
  }

  private static let withdraw = Operation(
    id: "withdrawStatement",
    summary: Words(
      vi: "Rút lại một điều đã nói bằng tay, theo id của …/statements, kèm lý do; sổ có thêm một mục.",
      en:
        "Takes back what was said by hand, by its id in …/statements, with a reason; the Book gets another entry."
    ), body: .object(["statement": .text, "reason": .text]), answer: recorded)

  private static func answerWithdraw(_ visit: Visit) async throws -> Response {
    let body = try await JSONBody(visit, known: ["statement", "reason"])
    return answer(
      try await visit.takeBack(statement: try body.text("statement"), reason: try body.text("reason")), visit)
  }
}
