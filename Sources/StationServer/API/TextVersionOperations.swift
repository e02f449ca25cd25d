import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of the texts that a plan had, and how one of them is taken again.
enum TextVersionOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/text/versions", .right(.changePlan), versions, answerVersions),
    .api(.get, "/plans/{plan}/text/versions/{version}", .right(.changePlan), version, answerVersion),
    .api(.post, "/plans/{plan}/text/versions/{version}", .right(.changePlan), again, takeAgain),
  ]

  private static let fields: [String: JSONShape] = [
    "version": .text, "since": .formatted("date-time"), "author": .orNull(.text), "comment": .orNull(.text),
    "sha256": .text,
  ]

  private static func value(_ version: PlanTextVersion) -> [String: JSONValue] {
    [
      "version": .text(version.name), "since": .text(version.at.utcText), "author": JSONValue(version.author),
      "comment": JSONValue(version.comment), "sha256": .text(version.digest),
    ]
  }

  private static let versions = Operation.list(
    "textVersions",
    Words(
      vi: "Các bản của plan.yaml, cũ trước: ai ghi, khi nào, vì sao.",
      en: "The versions of plan.yaml, the oldest first: who stored each, when and why."), of: .object(fields))

  private static func answerVersions(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let versions = try await visit.station.desk.texts(of: plan)
    let part = try PagePart(visit, state: versions.map(\.digest).joined(separator: " "))
    return visit.json(part.value(of: versions) { .object(value($0)) }.written)
  }

  private static let version = Operation(
    id: "textVersion",
    summary: Words(vi: "Một bản của plan.yaml.", en: "A version of plan.yaml."),
    answer: .object(fields.merging(["text": .text]) { first, _ in first }))

  private static func found(_ visit: Visit) async throws -> PlanTextVersion {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let name = try visit.part("version")
    guard let version = try await visit.station.desk.texts(of: plan).first(where: { $0.name == name }) else {
      throw Refusal.notFound
    }
    return version
  }

  private static func answerVersion(_ visit: Visit) async throws -> Response {
    let version = try await found(visit)
    var fields = value(version)
    fields["text"] = .text(String(decoding: version.octets, as: UTF8.self))
    return visit.json(JSONValue.object(fields).written)
  }

  private static let again = Operation(
    id: "takeTextAgain",
    summary: Words(
      vi: "Lấy lại một bản cũ: ghi một bản mới có văn bản đó; không bản nào bị sửa.",
      en: "Takes a former version again: a new version with its text; none is changed."),
    body: .object(["reason": .text]), needsVersion: true, answer: .object(["version": .integer]))

  private static func takeAgain(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let body = try await JSONBody(visit, known: ["reason"])
    let version = try await found(visit)
    return try await RecordOperations.store(
      version.octets, reason: try body.text("reason"), in: plan, by: visitor, visit)
  }
}
