import HTTPTypes
import Hummingbird
import StationWork

/// Compresses large pages (gzip): the year of a province is one of 1.2 MB without that, and of 45 kB with it.
///
/// A page has the form token of its session, and may have words of its address: whoever made a browser ask again and again with
/// words of their own, and saw how long the answers are, could learn the token (BREACH). So nothing is compressed that another site
/// made the browser ask for, nor what a browser asks for that does not say so.
enum PageCompression {
  /// Smaller pages are sent as they are, in octets.
  static let least = 20_000

  /// The page, compressed where the browser takes it so.
  static func compressed(_ response: Response, for request: Request) async throws -> Response {
    guard request.method == .get || request.method == .post,
      response.headers[.contentType]?.hasPrefix("text/html") ?? false,
      response.headers[.contentEncoding] == nil, response.headers[.contentDisposition] == nil,
      let length = response.body.contentLength, length >= least, isAskedHere(request),
      ConditionalAnswer.takesGzip(request.headers[values: .acceptEncoding])
    else { return response }
    let page = Collected()
    try await response.body.write(Collector(page: page))
    var compressed = response
    compressed.headers[.contentEncoding] = "gzip"
    compressed.headers[.contentLength] = nil
    compressed.body = ResponseBody(
      byteBuffer: ByteBuffer(bytes: Gzip.compress(Array(buffer: page.buffer), isQuick: true)))
    return compressed
  }

  /// Whether a page of this server asks, or its reader themselves.
  private static func isAskedHere(_ request: Request) -> Bool {
    guard let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] else { return false }
    return site == "same-origin" || site == "none"
  }

  private final class Collected {
    var buffer = ByteBuffer()
  }

  /// Takes the octets of an answer instead of the network.
  private struct Collector: ResponseBodyWriter {
    let page: Collected

    mutating func write(_ buffer: ByteBuffer) async throws {
      var buffer = buffer
      page.buffer.writeBuffer(&buffer)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}
