import HTTPTypes
import Hummingbird
import ScheduleModel

/// A calendar for a client that may have it already (RFC 9110 §13).
struct ConditionalAnswer {
  /// The strong entity tag of the octets, with its quotation marks.
  let tag: String
  /// The tag of the compressed octets, which has `-gz` inside.
  let compressedTag: String
  /// When it changed last, in UTC.
  let changed: LocalTime
  /// That time as headers have it.
  private let lastModified: String

  /// - Parameter digest: By which the octets are known again.
  init(digest: String, changed: LocalTime) {
    tag = "\"\(digest)\""
    compressedTag = "\"\(digest)-gz\""
    self.changed = changed
    lastModified = HTTPDate.text(of: changed)
  }

  /// The calendar, or that it has not changed: what the client says of its tag counts, and only when it says nothing of
  /// that, when it says it has it from.
  ///
  /// - Parameter octets: Gives the octets, plain or compressed (gzip, RFC 1952); it is asked only where they are sent.
  func response(
    to headers: HTTPFields, octets: (_ isCompressed: Bool) async throws -> ByteBuffer
  ) async throws -> Response {
    let isCompressed = Self.takesGzip(headers[values: .acceptEncoding])
    var fields: HTTPFields = [
      .eTag: isCompressed ? compressedTag : tag, .lastModified: lastModified,
      .cacheControl: "private, max-age=900", .vary: "Accept-Encoding",
    ]
    fields[.robotsTag] = "noindex"
    fields[.referrerPolicy] = "no-referrer"
    if has(headers) { return Response(status: .notModified, headers: fields) }
    fields[.contentType] = "text/calendar; charset=utf-8"
    if isCompressed { fields[.contentEncoding] = "gzip" }
    return Response(
      status: .ok, headers: fields,
      body: ResponseBody(byteBuffer: try await octets(isCompressed)))
  }

  /// Whether the client has it already.
  private func has(_ headers: HTTPFields) -> Bool {
    let tags = headers[values: .ifNoneMatch]
    guard tags.isEmpty else {
      // What nearly all clients send.
      if tags.count == 1, tags[0] == tag || tags[0] == compressedTag { return true }
      return tags.joined(separator: ",").split(separator: ",").contains { text in
        var tag = text.drop { $0 == " " || $0 == "\t" }
        while tag.last == " " || tag.last == "\t" { tag.removeLast() }
        if tag.hasPrefix("W/") { tag.removeFirst(2) }
        return tag == "*" || tag == self.tag || tag == compressedTag
      }
    }
    guard let since = headers[.ifModifiedSince].flatMap(HTTPDate.time(of:)) else { return false }
    return changed <= since
  }

  /// Whether a client asks for gzip: it names it, or anything, and does not forbid it with a weight of 0.
  static func takesGzip(_ values: [String]) -> Bool {
    var named: Bool?
    var anything = false
    for part in values.joined(separator: ",").lowercased().split(separator: ",") {
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let coding = pieces.first else { continue }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { $0.dropFirst(2) } ?? "1"
      let isWanted = weight.contains { ("1"..."9").contains($0) }
      if coding == "gzip" || coding == "x-gzip" { named = isWanted }
      if coding == "*" { anything = isWanted }
    }
    return named ?? anything
  }
}
