import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of a publication before it is made, and how they make it: by the very step of the desk.
enum PublicationOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/publication", .right(.readDraft), publication, answerPublication),
    .api(.post, "/plans/{plan}/publication", .right(.publish), publish, answerPublish),
    .api(.delete, "/plans/{plan}/draft", .right(.draft), discard, answerDiscard),
  ]

  private static let counts: [String: JSONShape] = [
    "added": .integer, "moved": .integer, "withdrawn": .integer, "told": .integer,
  ]

  private static func counts(_ summary: PublicationSummary) -> [String: JSONValue] {
    [
      "added": .integer(summary.added), "moved": .integer(summary.moved),
      "withdrawn": .integer(summary.withdrawn), "told": .integer(summary.told),
    ]
  }

  private static let publication = Operation(
    id: "publication",
    summary: Words(
      vi: "Phát hành bây giờ thì đổi những gì, và còn lỗi gì; ETag là phiên bản để phát hành.",
      en:
        "What publishing would change now, and what is wrong; its ETag is the version that a publication names."
    ),
    answer: .object(
      counts.merging([
        "canPublish": .truth, "isDraft": .truth, "recordsPlan": .truth, "broadcasts": .integer,
        "findings": .array(.named("Finding")),
      ]) { first, _ in first }))

  private static func answerPublication(_ visit: Visit) async throws -> Response {
    let (reading, _) = try await visit.draftWork()
    let (author, now) = (visit.visitor?.person.name ?? "", visit.caller.now)
    let prepared = try await visit.station.drafts.work.run {
      var year = reading.year
      return year.publication(by: author, at: now, comment: nil)
    }
    var fields = counts(prepared.summary)
    fields["canPublish"] = JSONValue(!prepared.statements.isEmpty && !prepared.isHeldBack)
    fields["isDraft"] = JSONValue(prepared.isDraft)
    fields["recordsPlan"] = JSONValue(prepared.statements.contains { $0.head.kind == .plan })
    fields["broadcasts"] = .integer(prepared.placements)
    fields["findings"] = Refusal.list(prepared.findings, visit.language)
    return visit.answer(.object(fields), version: reading.state)
  }

  private static let discard = Operation(
    id: "discardDraft",
    summary: Words(
      vi: "Bỏ cả dự thảo, về bản đã phát hành; If-Match là ETag của …/publication.",
      en: "Throws the whole draft away, back to what is published; If-Match is the ETag of …/publication."),
    needsVersion: true, status: .noContent)

  private static func answerDiscard(_ visit: Visit) async throws -> Response {
    let seen = try visit.namedVersion()
    guard try await visit.deskReading().year.files?.draft != nil else { throw Refusal.notFound }
    do {
      try await visit.discardDraft(seen: seen)
    } catch is PlanOvertaken {
      throw Refusal(
        status: .preconditionFailed,
        words: Words(
          vi: "Kế hoạch hoặc dự thảo đã đổi từ khi bạn xem; chưa bỏ gì. Hãy xem lại …/publication.",
          en: "Plan or draft changed since you looked; nothing was thrown away. Look at …/publication again.")
      )
    }
    return Response(status: .noContent)
  }

  private static let publish = Operation(
    id: "publish",
    summary: Words(
      vi:
        "Phát hành những gì đã xem, kèm ghi chú vào sổ (comment, có thể để trống). Đã phát hành thì không xóa được.",
      en:
        "Publishes what was seen, with a comment for the Book, which may be empty. What is published is never taken out of the Book."
    ), body: .object(["comment": .text]), needsVersion: true, status: .created,
    answer: .object(
      counts.merging(["entries": .array(.object(["id": .text, "kind": .text]))]) { first, _ in first }))

  private static func answerPublish(_ visit: Visit) async throws -> Response {
    let seen = try visit.namedVersion()
    let comment = try await JSONBody(visit, known: ["comment"]).text("comment")
    switch try await visit.publish(seen: seen, comment: comment) {
    case .published(let entries, let prepared):
      var fields = counts(prepared.summary)
      fields["entries"] = .array(
        entries.map { ["id": .text($0.id), "kind": .text($0.head.kind.rawValue)] })
      return visit.answer(.object(fields), status: .created)
    case .overtaken: throw Refusal.overtakenPublication
    case .refused(let findings):
      throw Refusal(
        status: .unprocessableContent,
        words: findings.hasErrors
          ? Words(
            vi: "Còn lỗi nên chưa phát hành gì; xem findings.",
            en: "There are errors, so nothing was published; see findings.")
          : Words(vi: "Không có gì mới để phát hành.", en: "There is nothing new to publish."),
        more: ["findings": Refusal.list(findings, visit.language)])
    }
  }
}

extension Refusal {
  /// Plan or draft changed since a program looked at what would be published.
  static let overtakenPublication = Refusal(
    status: .preconditionFailed,
    words: Words(
      vi: "Kế hoạch hoặc dự thảo đã đổi từ khi bạn xem; chưa phát hành gì. Hãy xem lại …/publication.",
      en: "Plan or draft changed since you looked; nothing was published. Look at …/publication again."))
}
