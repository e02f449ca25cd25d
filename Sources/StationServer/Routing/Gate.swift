import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk

/// What every request passes before it is answered: where it comes from, who sends it, and whether that person may.
///
/// Nothing else decides about rights. Whoever may know nothing of a plan is told that there is none.
struct Gate {
  let station: Station
  let route: Route

  /// Answers a request, or refuses it.
  func answer(_ request: Request, _ context: StationContext) async throws -> Response {
    let origin = RequestOrigin(request, station.settings)
    let caller = Caller(
      address: origin.client(of: context.peer), agent: request.headers[.userAgent] ?? "", now: station.now())
    let cookie = request.cookies[station.settings.cookieName]?.value
    var visitor: Visitor?
    if let cookie { visitor = try await station.desk.visitor(cookie: cookie, caller) }
    let isSafe = route.method == .get
    guard isSafe || origin.isOurs(hasSession: cookie != nil) else { throw Refusal.foreign }
    var visit = Visit(
      request: request, context: context, station: station, caller: caller, visitor: visitor, form: nil,
      language: request.readerLanguage())
    if route.access != .everybody {
      guard let visitor else {
        guard isSafe else { throw Refusal.foreign }
        return .seeOther(SignInPage.address(for: request.uri.string))
      }
      if visitor.mustChangePassword, !PasswordPage.paths.contains(route.path) {
        return .seeOther(PasswordPage.path)
      }
      if case .right(let right) = route.access {
        visit.plan = try await station.desk.plan(visit.part("plan"), for: visitor, right)
      }
    }
    // Nothing is read of a form that its sender may not send.
    if !isSafe {
      let form =
        if let largest = route.largestFile {
          try await FormBody(multipart: request, limit: largest)
        } else {
          try await FormBody(request, limit: Route.largestForm)
        }
      if let visitor, !Self.areEqual(form["token"], visitor.formToken) { throw Refusal.foreign }
      visit.form = form
    }
    var response = try await route.answer(visit)
    if request.uri.queryParameters["lang"] != nil {
      let cookie = "lichsong-lang=\(visit.language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax"
      response.headers.append(HTTPField(name: .setCookie, value: cookie))
    }
    return response
  }

  /// Whether two texts are equal, in a time that does not tell where they differ.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    return zip(left.utf8, right.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
