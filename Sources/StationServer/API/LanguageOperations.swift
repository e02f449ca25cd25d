import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of language versions, and how they say how far one is: as on the board of the desk.
enum LanguageOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/versions", .right(.readDraft), versions, answerVersions),
    .api(.put, "/plans/{plan}/versions/{uid}", .right(.ownTranslations), set, answerSet),
  ]

  /// How far a version is.
  private static let stages = JSONShape.word(VersionStage.allCases.map(\.rawValue))

  private static let versions = Operation.list(
    "versions",
    Words(
      vi:
        "Các bản tiếng dân tộc: đến đâu, ai làm, hạn dịch, quá hạn trước. Người dịch chỉ thấy bản của mình. version là phiên bản để sửa (If-Match).",
      en:
        "The language versions: how far each is, who makes it, when it is due, overdue first. A translator has their own. version is what a change names (If-Match)."
    ), query: BroadcastOperations.filters,
    of: .object([
      "broadcast": .named("Broadcast"), "name": .text, "state": stages, "version": .text,
      "due": .orNull(.formatted("date")), "isLate": .truth,
      "outcome": .orNull(.word(Outcome.allCases.map(\.rawValue))), "person": .orNull(.integer),
      "who": .orNull(.text), "maySet": .truth,
    ]))

  private static func answerVersions(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let (reading, work) = try await visit.draftWork()
    let filter = try BroadcastOperations.Filter(visit, work.plan, work.days)
    let (states, people) = try await visit.station.desk.versions(of: plan.plan)
    let all = try await visit.station.drafts.work.run {
      LanguageBoard(visitor, plan, reading, work, states, people, within: nil).versions.filter {
        filter.takes($0.placement)
      }
    }
    let language = visit.language
    let said = states.map { "\($0.uid) \($0.version)" }.joined(separator: " ")
    return try await visit.list(of: all, state: "\(reading.key) \(reading.today) \(said)") { part in
      part.map { version in
        [
          "broadcast": BroadcastOperations.value(version.placement, work.days),
          "name": .text(work.name(of: version.placement, language)),
          "state": .text(version.stage.rawValue), "version": .text("\(version.version)"),
          "due": JSONValue(version.due?.description), "isLate": JSONValue(version.isLate),
          "outcome": JSONValue(version.outcome?.rawValue), "person": JSONValue(version.person),
          "who": JSONValue(version.who), "maySet": JSONValue(version.maySet),
        ]
      }
    }
  }

  private static let set = Operation(
    id: "setVersion",
    summary: Words(
      vi:
        "Nói một bản đến đâu (state) và ai làm (person: số của người đó). Không ghi person thì người làm giữ nguyên; null là chưa giao ai. Người dịch chỉ nói về bản của mình.",
      en:
        "Says how far a version is (state) and who makes it (person, by number). Without person that stays as it is; null gives it to nobody. A translator says so of their own alone."
    ),
    body: .fields(["state": stages], optional: ["person": .orNull(.count(1...1_000_000_000))]),
    needsVersion: true, answer: .object(["version": .text]))

  private static func answerSet(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let seen = try visit.namedVersion()
    let body = try await JSONBody(visit, known: ["state", "person"])
    let word = try body.text("state")
    guard let stage = VersionStage(rawValue: word) else {
      let list = VersionStage.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal.field("state", word, Words(vi: "chọn một trong: \(list)", en: "it is one of \(list)"))
    }
    let uid = try visit.part("uid")
    let known = try await visit.station.desk.versions(of: plan.plan).states.first { $0.uid == uid }
    // A translator who says nothing of the person stays, or becomes, who makes it.
    let usual = known?.person ?? (plan.allows(.assign) ? nil : visitor.person.number)
    let person = body.names("person") ? try body.optionalWhole("person", in: 1...1_000_000_000) : usual
    guard let number = Int(seen), number == known?.version ?? 0 else { throw Refusal.versionOvertaken }
    do {
      _ = try await visit.setVersion(uid, stage, person: person, seen: number)
    } catch is VersionOvertaken {
      throw Refusal.versionOvertaken
    }
    let now = try await visit.station.desk.versions(of: plan.plan).states.first { $0.uid == uid }
    return visit.answer(
      ["version": .text("\(now?.version ?? 0)")], version: "\(now?.version ?? 0)")
  }
}

extension Refusal {
  /// Somebody said how far a version is since a program looked.
  fileprivate static let versionOvertaken = Refusal(
    status: .preconditionFailed,
    words: Words(
      vi: "Bản này đã có người đổi từ khi bạn xem; chưa ghi gì. Hãy xem lại …/versions.",
      en: "Somebody changed this version since you looked; nothing was stored. Look at …/versions again."))
}
