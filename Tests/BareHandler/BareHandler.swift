import Foundation
import HTTPTypes
import Hummingbird

/// The least that a Hummingbird server does to answer with a file's bytes, or with 304 to whoever has them: what the
/// server's feeds are measured against. `bare-handler PORT FILE`
@main
enum BareHandler {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let port = Int(arguments[1]) else {
      FileHandle.standardError.write(Data("bare-handler PORT FILE\n".utf8))
      exit(64)
    }
    let body = ByteBuffer(bytes: try Data(contentsOf: URL(filePath: arguments[2])))
    let headers: HTTPFields = [.contentType: "text/calendar; charset=utf-8", .eTag: "\"one\""]
    let router = Router()
    router.get("/feed.ics") { request, _ in
      guard request.headers[.ifNoneMatch] != "\"one\"" else {
        return Response(status: .notModified, headers: headers)
      }
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
    }
    let application = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
    try await application.runService()
  }
}
