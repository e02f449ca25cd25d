import HTTPTypes
import Hummingbird
import ScheduleModel

/// Why a program gets nothing: problem details (RFC 9457).
enum ProblemDetails {
  static let shape = JSONShape.open([
    "type": .text, "title": .text, "status": .integer, "detail": .text,
  ])

  /// The answer to a program for a refusal.
  static func response(_ refusal: Refusal, language: ReaderLanguage) -> Response {
    response(status: refusal.status, detail: refusal.words[language], more: refusal.more)
  }

  /// The answer for a failure, which the log knows by its number.
  static func response(number: String, language: ReaderLanguage) -> Response {
    let words = Words(
      vi: "Máy chủ gặp lỗi; hãy báo cho người quản trị số \(number).",
      en: "The server failed; tell its administrator the number \(number).")
    return response(status: .internalServerError, detail: words[language], more: [:])
  }

  private static func response(
    status: HTTPResponse.Status, detail: String, more: [String: JSONValue]
  ) -> Response {
    let fields: [String: JSONValue] = [
      "type": "about:blank", "title": .text(status.reasonPhrase), "status": .integer(status.code),
      "detail": .text(detail),
    ]
    let text = JSONValue.object(fields.merging(more) { own, _ in own }).written
    var response = Response(
      status: status, headers: [.contentType: "application/problem+json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }
}
