import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of the station: who the token is of, who there is, and the audit trail.
///
/// People and their rights are changed in a browser alone, by somebody who has just given the password.
enum StationOperations {
  static let routes: [Route] = [
    .api(.get, "/people", .anywhere(.administer), people, answerPeople),
    .api(.get, "/audit", .anywhere(.audit), audit, answerAudit),
    .api(.get, "/audit/check", .anywhere(.audit), auditCheck, answerAuditCheck),
  ]

  /// What somebody is in a unit.
  static let role = JSONShape.object([
    "unit": .text, "role": .word(Role.allCases.map(\.rawValue)), "outlet": .orNull(.text),
  ])

  static let me = Operation(
    id: "me",
    summary: Words(vi: "Mã truy cập là của ai, được làm gì.", en: "Whose the token is, and what it may do."),
    answer: .object(["person": .integer, "name": .text, "scopes": .array(.text)]))

  static func answerMe(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.noToken }
    let scopes = Right.allCases.filter { visitor.scopes?.contains($0) ?? false }
    let value: JSONValue = [
      "person": .integer(visitor.person.number), "name": .text(visitor.person.name),
      "scopes": .array(scopes.map { .text($0.rawValue) }),
    ]
    return visit.json(value.written)
  }

  private static let people = Operation.list(
    "people", Words(vi: "Những người mà bạn quản lý.", en: "The people whom you manage."),
    of: .object([
      "person": .integer, "login": .text, "name": .text, "disabledAt": .orNull(.formatted("date-time")),
      "hasPassword": .truth, "hasSecondFactor": .truth, "roles": .array(.named("Role")),
    ]))

  private static func answerPeople(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.noToken }
    let people = try await visit.station.desk.people(visitor)
    let codes = Dictionary(
      uniqueKeysWithValues: try await visit.station.desk.units(visitor, .administer).map {
        ($0.number, $0.code)
      })
    let part = try PagePart(visit, state: people.map { "\($0.person.number)" }.joined(separator: " "))
    return visit.json(
      part.value(of: people) { listing in
        let person = listing.person
        return [
          "person": .integer(person.number), "login": .text(person.login), "name": .text(person.name),
          "disabledAt": JSONValue(person.disabledAt?.utcText),
          "hasPassword": JSONValue(person.password != nil),
          "hasSecondFactor": JSONValue(listing.hasSecondFactor),
          // What somebody is elsewhere is not told.
          "roles": .array(
            listing.grants.compactMap { grant in
              codes[grant.unit].map {
                ["unit": .text($0), "role": .text(grant.role), "outlet": JSONValue(grant.outlet)]
              }
            }),
        ]
      }.written)
  }

  private static let audit = Operation(
    id: "audit",
    summary: Words(
      vi:
        "Nhật ký thao tác, mới nhất trước; cursor là number của dòng cuối phần trước. total là null khi phải đọc cả nhật ký mới biết.",
      en:
        "The audit trail, newest first; the cursor is the number of the last row of the part before. total is null where it would take the whole trail to know it."
    ),
    query: [
      Operation.Parameter(
        name: "person", shape: .count(1...Int(Int32.max)),
        summary: Words(vi: "Chỉ người này.", en: "This person alone.")),
      Operation.Parameter(
        name: "text", shape: .short,
        summary: Words(vi: "Chỉ dòng có chữ này.", en: "Rows with this text alone.")),
      Operation.Parameter(
        name: "cursor", shape: .count(1...Int.max),
        summary: Words(
          vi: "Giá trị next của phần trước; không có thì từ dòng mới nhất.",
          en: "The next of the part before; without it, from the newest row.")),
    ] + PagePart.parameters.filter { $0.name == "limit" },
    answer: .object([
      "items": .array(
        .object([
          "number": .integer, "at": .formatted("date-time"), "person": .orNull(.integer),
          "session": .orNull(.text), "token": .orNull(.text), "address": .orNull(.text), "action": .text,
          "object": .text,
          "before": .orNull(.text), "after": .orNull(.text), "reason": .orNull(.text), "hash": .text,
        ])), "next": .orNull(.text), "total": .orNull(.integer),
    ]))

  private static func answerAudit(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.noToken }
    func number(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
      guard let text = visit.given(name) else { return nil }
      guard let number = Int(text), range.contains(number) else {
        throw .unknown(
          text,
          Words(
            vi: "\(name) là số từ \(range.lowerBound)", en: "\(name) is a number from \(range.lowerBound) on")
        )
      }
      return number
    }
    var filter = TrailFilter()
    filter.person = try number("person", 1...Int(Int32.max))
    filter.text = visit.given("text")
    guard filter.text.map({ (1...100).contains($0.count) }) ?? true else {
      throw Refusal.unknown(
        filter.text ?? "", Words(vi: "text có 1–100 ký tự", en: "text has 1 to 100 characters"))
    }
    let (before, limit) = (try number("cursor", 1...Int.max), try number("limit", 1...PagePart.most) ?? 100)
    let (rows, total) = try await visit.station.desk.trail(visitor, filter, before: before, count: limit)
    let tokens = try await visit.station.desk.tokenNames(in: rows)
    let next = rows.count == limit ? rows.last.map { "\($0.number)" } : nil
    let value: JSONValue = [
      "items": .array(rows.map { Self.value($0, tokens) }), "next": JSONValue(next),
      "total": JSONValue(total),
    ]
    return visit.json(value.written)
  }

  private static func value(_ row: TrailRow, _ tokens: [String: String]) -> JSONValue {
    let note = row.note
    return [
      "number": .integer(row.number), "at": .text(note.at.utcText), "person": JSONValue(note.person),
      "session": JSONValue(note.session), "token": JSONValue(note.session.flatMap { tokens[$0] }),
      "address": JSONValue(note.address), "action": .text(note.action),
      "object": .text(note.object), "before": JSONValue(note.before), "after": JSONValue(note.after),
      "reason": JSONValue(note.reason), "hash": .text(row.hash),
    ]
  }

  private static let auditCheck = Operation(
    id: "auditCheck",
    summary: Words(
      vi: "Tính lại cả chuỗi: dòng đầu tiên bị sửa hoặc mất, nếu có.",
      en: "Works the whole chain out again: the first row that was altered or removed, if any."),
    answer: .object(["firstBroken": .orNull(.integer)]))

  private static func answerAuditCheck(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.noToken }
    let broken = try await visit.station.desk.firstBrokenTrailRow(visitor)
    return visit.json((["firstBroken": JSONValue(broken)] as JSONValue).written)
  }
}
