import Digests
import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk

/// Every operation of the API; the table of routes has them behind its pages.
enum APITable {
  static let routes: [Route] =
    [
      .api(.get, "/openapi.json", .everybody, APIDescription.operation, APIDescription.answer),
      .api(.get, "/me", .signedIn, StationOperations.me, StationOperations.answerMe),
    ] + PlanOperations.routes + BroadcastOperations.routes + RecordOperations.routes + FeedOperations.routes
    + StationOperations.routes + UnitOperations.routes

  /// The parts that several answers have, by name.
  static let parts: [String: JSONShape] = [
    "Problem": ProblemDetails.shape, "Broadcast": BroadcastOperations.shape, "Row": BroadcastOperations.row,
    "Finding": RecordOperations.finding, "Role": StationOperations.role,
    "Figures": UnitOperations.figures,
  ]
}

extension Visit {
  /// JSON for a program, which may have it already.
  func json(_ text: String, tag: String? = nil) -> Response {
    let tag = tag ?? "\"\(Digest.sha256(text.utf8).prefix(32))\""
    var fields: HTTPFields = [
      .eTag: tag, .contentType: "application/json", .cacheControl: "private, no-cache",
    ]
    let known = request.headers[values: .ifNoneMatch].joined(separator: ",").split(separator: ",")
      .map { $0.filter { $0 != " " } }
    if known.contains(where: { $0 == tag || $0 == "W/" + tag || $0 == "*" }) {
      fields[.contentType] = nil
      return Response(status: .notModified, headers: fields)
    }
    return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// A list of a year in parts.
  func list<Element: Sendable>(
    _ year: YearReading, _ elements: @escaping @Sendable () -> [Element],
    row: @escaping @Sendable (Element) -> JSONValue
  ) async throws -> Response {
    let part = try PagePart(self, state: year.key)
    return json(try await body(of: year) { part.value(of: elements(), row).written })
  }

  /// The same, where what is told of the elements is worked out for a part alone.
  func list<Element: Sendable>(
    _ year: YearReading, of elements: [Element], rows: @escaping @Sendable ([Element]) -> [JSONValue]
  ) async throws -> Response {
    let part = try PagePart(self, state: year.key)
    return json(try await body(of: year) { part.value(of: elements, rows: rows).written })
  }

  /// The year of a plan that can be read.
  func knownYear() async throws -> (year: YearReading, known: YearReading.Known) {
    let year = try await year()
    guard let known = year.known else { throw Refusal.brokenPlan }
    return (year, known)
  }
}

extension Refusal {
  /// There is nothing to tell of a plan with errors.
  static let brokenPlan = Refusal(
    status: .conflict,
    words: Words(
      vi: "Kế hoạch còn lỗi; xem …/findings.", en: "The plan has errors; look at …/findings."))
}
