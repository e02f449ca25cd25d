import HTTPTypes
import Hummingbird
import Logging
import StationDesk
import StationStore

/// What is true of every answer, errors included: its headers, a page for each refusal, and one line in the log.
struct OutermostResponder<Inner: HTTPResponder<StationContext>>: HTTPResponder {
  let inner: Inner
  let settings: ServerSettings
  /// Milliseconds on a clock that never goes back.
  let milliseconds: @Sendable () -> Int
  let metrics: Metrics

  func respond(to request: Request, context: StationContext) async throws -> Response {
    let started = milliseconds()
    metrics.begin()
    var response: Response
    do {
      guard RequestOrigin(request, settings).isCalledByName else { throw Refusal.otherHost }
      response = try await inner.respond(to: request, context: context)
      // What the router does not know has no page of its own.
      if response.status == .notFound, response.body.contentLength == 0 { throw Refusal.notFound }
    } catch let refusal as DeskRefusal {
      response = Self.answer(Refusal(refusal), request)
    } catch StoreRefusal.full {
      context.logger.error("the disk is full")
      response = Self.answer(.diskFull, request)
    } catch StoreRefusal.busy {
      context.logger.error("the store is busy")
      response = Self.answer(.storeBusy, request)
    } catch let refusal as Refusal {
      response = Self.answer(refusal, request)
    } catch {
      context.logger.error("request failed", metadata: ["error": "\(error)"])
      response =
        request.isOfProgram
        ? ProblemDetails.response(number: context.id, language: request.readerLanguage())
        : ErrorPage(number: context.id, language: request.readerLanguage()).response()
    }
    if request.method == .head { response = response.createHeadResponse() }
    response = (try? await PageCompression.compressed(response, for: request)) ?? response
    Self.secure(&response, isEncrypted: settings.isEncrypted)
    let method = Self.knownMethods.contains(request.method) ? request.method.rawValue : "other"
    let duration = milliseconds() - started
    metrics.end(
      method: method, route: context.endpointPath ?? "-", status: response.status.code, milliseconds: duration
    )
    context.logger.info(
      "request",
      metadata: [
        // Never the path: it may hold the secret of a feed.
        "method": .string(method), "route": .string(context.endpointPath ?? "-"),
        "status": .string(String(response.status.code)), "ms": .string(String(duration)),
      ])
    return response
  }

  private static func answer(_ refusal: Refusal, _ request: Request) -> Response {
    var response =
      request.isOfProgram
      ? ProblemDetails.response(refusal, language: request.readerLanguage())
      : ErrorPage(refusal, back: request.pageBefore, language: request.readerLanguage()).response()
    if let seconds = refusal.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
    if let allowed = refusal.allowed { response.headers[.allow] = allowed }
    return response
  }

  private static var knownMethods: [HTTPRequest.Method] {
    [.get, .head, .post, .put, .delete, .options, .patch]
  }

  /// The headers that keep a page from running or loading anything of others, and from being framed.
  private static func secure(_ response: inout Response, isEncrypted: Bool) {
    if response.headers[.contentSecurityPolicy] == nil {
      let isFile = response.headers[.contentDisposition]?.hasPrefix("attachment") ?? false
      response.headers[.contentSecurityPolicy] =
        isFile ? OutermostPolicy.ofFiles : OutermostPolicy.withoutScript
    }
    response.headers[.contentTypeOptions] = "nosniff"
    if response.headers[.referrerPolicy] == nil { response.headers[.referrerPolicy] = "same-origin" }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    if isEncrypted { response.headers[.strictTransportSecurity] = "max-age=31536000" }
  }
}

/// What browsers let a page of this server do.
enum OutermostPolicy {
  /// No script at all; style, pictures and forms of this server alone.
  static let withoutScript =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

extension OutermostPolicy {
  /// A file that is to be kept and that a browser opens all the same does nothing, not even as a page of this server.
  static let ofFiles = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
}

extension Request {
  /// Whether a program asks, by the address.
  var isOfProgram: Bool { uri.path.hasPrefix("/api/") }
}

extension Request {
  /// The page of this server from which a reader comes, as path and query; `nil` when the browser does not say, and for the
  /// very page that is asked for.
  fileprivate var pageBefore: String? {
    guard let name = HTTPField.Name("Referer"),
      let referer = headers[name]?.wholeMatch(of: /https?:\/\/([^\/]+)(\/[^\/\\].*|\/)/),
      String(referer.output.1) == head.authority
    else { return nil }
    let address = String(referer.output.2)
    guard method != .get || address != uri.string else { return nil }
    return address
  }
}
