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
    .api(.post, "/plans/{plan}/broadcasts", .right(.recordLogs), broadcast, answerBroadcast),
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

  /// The kinds of evidence of what somebody enters by hand: no machine says so.
  private static let trusts = AsRunEntry.Trust.allCases.filter { $0 != .automation }.map(\.rawValue)

  private static let broadcast = Operation(
    id: "enterBroadcast",
    summary: Words(
      vi:
        "Nhập tay một lượt đã phát mà không nhật ký nào ghi. evidence là minh chứng, trust là loại minh chứng, reason là vì sao nhập tay; dòng mà nhật ký đã có thì không ghi (422).",
      en:
        "Enters a broadcast that went out and that no log tells of. evidence shows it, trust says of what kind that is, reason why it is entered by hand; a row that the logs have already is refused (422)."
    ),
    body: .fields(
      [
        "day": .formatted("date"), "outlet": .text, "title": .text, "evidence": .text, "trust": .word(trusts),
        "reason": .text,
      ],
      optional: [
        "time": .orNull(.text), "line": .orNull(.text), "language": .orNull(.text),
        "edition": .orNull(.count(1...100_000)), "minutes": .orNull(.count(1...100_000)),
      ]), status: .created, answer: recorded)

  private static func answerBroadcast(_ visit: Visit) async throws -> Response {
    let body = try await JSONBody(
      visit,
      known: [
        "day", "time", "outlet", "line", "edition", "language", "title", "minutes", "evidence", "trust",
        "reason",
      ])
    let day = try body.text("day")
    guard let day = CivilDay(iso: day) else {
      throw Refusal.field(
        "day", day, Words(vi: "ngày viết như 2026-11-30", en: "a day is written 2026-11-30"))
    }
    let word = try body.text("trust")
    guard trusts.contains(word), let trust = AsRunEntry.Trust(rawValue: word) else {
      let list = trusts.joined(separator: ", ")
      throw Refusal.field("trust", word, Words(vi: "chọn một trong: \(list)", en: "it is one of \(list)"))
    }
    let (title, evidence) = (try body.text("title").trimmed, try body.text("evidence").trimmed)
    for (name, text) in [("title", title), ("evidence", evidence)] where !(1...500).contains(text.count) {
      throw Refusal.field(name, "", Words(vi: "cần từ 1 đến 500 ký tự", en: "it has 1 to 500 characters"))
    }
    let reason = try body.text("reason")
    guard reason.contains(where: { !$0.isWhitespace }), reason.count <= 500 else { throw Refusal.noReason }
    var broadcast = HandBroadcast(
      day: day, outlet: try body.text("outlet"), title: title, evidence: evidence, trust: trust)
    if let text = try body.optionalText("time") {
      guard let time = TimeOfDay(text) else {
        throw Refusal.field("time", text, Words(vi: "giờ viết như 20:15", en: "a time is written 20:15"))
      }
      broadcast.time = time
    }
    (broadcast.line, broadcast.language) = (try body.optionalText("line"), try body.optionalText("language"))
    broadcast.edition = try body.optionalWhole("edition", in: 1...100_000)
    broadcast.minutes = try body.optionalWhole("minutes", in: 1...100_000)
    let entry = try await visit.record(broadcast, [:], reason: reason)
    return visit.answer(
      ["entry": entry.map { ["id": .text($0.id), "kind": .text($0.head.kind.rawValue)] } ?? nil],
      status: .created)
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
