import HTTPTypes
import Hummingbird
import Logging

/// The answers that are no pages.
enum PlainAnswers {
  /// Search engines are kept from everything but feeds: Google fetches a calendar only where this allows it.
  static func robots(_: Visit) -> Response {
    var response = Response.plain("User-agent: *\nAllow: /f/\nAllow: /public/\nDisallow: /\n")
    response.headers[.cacheControl] = "public, max-age=86400"
    return response
  }

  /// The process answers.
  static func live(_: Visit) -> Response { .plain("live\n") }

  /// Plans can be read.
  static func ready(_ visit: Visit) async throws -> Response {
    do {
      try await visit.station.check()
      return .plain("ready\n")
    } catch {
      visit.context.logger.error("not ready", metadata: ["error": "\(error)"])
      return .plain("not ready\n", status: .serviceUnavailable)
    }
  }

  /// The style of the pages, whose address changes with it.
  static func style(_ visit: Visit) throws(Refusal) -> Response {
    try asset(visit, StationStyle.text, "text/css; charset=utf-8")
  }

  /// The sign of the pages.
  static func icon(_ visit: Visit) throws(Refusal) -> Response {
    try asset(visit, StationStyle.icon, "image/svg+xml")
  }

  /// The script of the desk.
  static func script(_ visit: Visit) throws(Refusal) -> Response {
    try asset(visit, DeskScript.text, "text/javascript; charset=utf-8", digest: DeskScript.digest)
  }

  private static func asset(
    _ visit: Visit, _ text: String, _ type: String, digest: String = StationStyle.digest
  ) throws(Refusal) -> Response {
    guard try visit.part("digest") == digest else { throw .notFound }
    return Response(
      status: .ok,
      headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
