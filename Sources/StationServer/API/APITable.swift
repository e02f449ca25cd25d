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
    ] + PlanOperations.routes + BroadcastOperations.routes + DraftOperations.routes
    + PublicationOperations.routes + UploadOperations.routes + ReplanOperations.routes + JobOperations.routes
    + StatementOperations.routes + LanguageOperations.routes + DeclaredOperations.routes
    + CloseOperations.routes
    + RecordOperations.routes + FeedOperations.routes + StationOperations.routes + UnitOperations.routes

  /// The parts that several answers have, by name.
  static let parts: [String: JSONShape] = [
    "Problem": ProblemDetails.shape, "Broadcast": BroadcastOperations.shape, "Row": BroadcastOperations.row,
    "Finding": RecordOperations.finding, "Role": StationOperations.role,
    "Figures": UnitOperations.figures, "DraftBroadcast": DraftOperations.shape,
    "BrokenRule": DraftOperations.broken, "Job": JobOperations.shape, "Upload": UploadOperations.shape,
    "Reading": UploadOperations.reading, "Change": DraftOperations.change,
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

  /// JSON of what was just changed or begun, which nobody keeps.
  ///
  /// - Parameters:
  ///   - version: By what the next change names the state; `nil` for what has none.
  ///   - location: The address of what is new.
  func answer(
    _ value: JSONValue, status: HTTPResponse.Status = .ok, version: String? = nil, location: String? = nil
  ) -> Response {
    var fields: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]
    if let version { fields[.eTag] = "\"\(version)\"" }
    if let location { fields[.location] = location }
    return Response(
      status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: value.written)))
  }

  /// The version that a change says it has seen, without quotes. A proxy that compresses answers makes weak tags of ours, which mean
  /// the same here.
  ///
  /// - Throws: ``Refusal/versionNeeded`` where none is named, or any (`*`).
  func namedVersion() throws(Refusal) -> String {
    guard var tag = request.headers[.ifMatch]?.drop(while: { $0 == " " }), tag != "*", !tag.isEmpty else {
      throw .versionNeeded
    }
    if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
    guard tag.count >= 2, tag.first == "\"", tag.last == "\"" else { return String(tag) }
    return String(tag.dropFirst().dropLast())
  }

  /// A list in parts, where what is told of the elements is worked out for a part alone, away from the threads that answer.
  ///
  /// - Parameter state: What the list follows from, besides the address.
  func list<Element: Sendable>(
    of elements: [Element], state: String, rows: @escaping @Sendable ([Element]) -> [JSONValue]
  ) async throws -> Response {
    let part = try PagePart(self, state: state)
    return json(try await station.drafts.work.run { part.value(of: elements, rows: rows).written })
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
