import HTTPTypes
import Hummingbird
import Planning
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
    if route.operation != nil { return try await answerProgram(request, context, caller) }
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
      if visitor.awaitsCode, !CodePage.paths.contains(route.path) { return .seeOther(CodePage.path) }
      if visitor.mustChangePassword, !visitor.awaitsCode, !PasswordPage.paths.contains(route.path) {
        return .seeOther(PasswordPage.path)
      }
      if station.factors.isMissing(visitor), !visitor.mustChangePassword,
        !FactorPage.pathsOfBeginning.contains(route.path)
      {
        return .seeOther(FactorPage.path)
      }
      try await decide(&visit, visitor)
    }
    // Nothing is read of a form that its sender may not send.
    if !isSafe {
      let form = try await form(request)
      if let visitor, !Self.areEqual(form["token"], visitor.formToken) { throw Refusal.foreign }
      visit.form = form
    }
    var response: Response
    do {
      response = try await route.answer(visit)
    } catch let refusal as Refusal {
      guard let page = FieldPage.answer(visit, refusal) else { throw refusal }
      response = page
    }
    if request.uri.queryParameters["lang"] != nil {
      let cookie = "lichsong-lang=\(visit.language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax"
      response.headers.append(HTTPField(name: .setCookie, value: cookie))
    }
    return response
  }

  /// Reads the form that a request brings.
  private func form(_ request: Request) async throws(Refusal) -> FormBody {
    let milliseconds = station.surroundings.milliseconds
    guard let largest = route.largestFile else {
      return try await FormBody(request, limit: Route.largestForm, milliseconds: milliseconds)
    }
    try station.largeBodies.enter()
    defer { station.largeBodies.leave() }
    return try await FormBody(multipart: request, limit: largest, milliseconds: milliseconds)
  }

  /// Asks for the right of the route.
  private func decide(_ visit: inout Visit, _ visitor: Visitor) async throws {
    switch route.access {
    case .everybody, .signedIn: break
    case .right(let right): visit.plan = try await station.desk.plan(visit.part("plan"), for: visitor, right)
    case .unit(let right): visit.unit = try await station.desk.unit(visit.part("unit"), for: visitor, right)
    case .broadcast(let right): try await decide(&visit, visitor, onBroadcast: right)
    case .anywhere(let right):
      guard visitor.may(right) else { throw DeskRefusal.forbidden(right) }
    }
  }

  /// Asks for a right on the outlet of the broadcast that the address names.
  private func decide(_ visit: inout Visit, _ visitor: Visitor, onBroadcast right: Right) async throws {
    let plan = try await station.desk.plan(visit.part("plan"), for: visitor, .read)
    guard plan.allowsSomewhere(right) else { throw DeskRefusal.forbidden(right) }
    visit.plan = plan
    // With errors in the plan there are no broadcasts, and the page tells the errors.
    guard !plan.allows(right), let work = try await visit.deskReading().work else { return }
    // A work that is not placed may lie on several outlets; where it goes to is looked at again when it is placed.
    guard let subject = MoveSubject(try visit.part("uid"), work) else { throw Refusal.notFound }
    guard subject.outlets.contains(where: { plan.allows(right, outlet: $0) }) else {
      throw DeskRefusal.forbidden(right)
    }
  }

  /// Answers a program, which brings a token with each request. The cookie of a browser counts for nothing here, so that no
  /// page elsewhere can make a browser ask.
  private func answerProgram(
    _ request: Request, _ context: StationContext, _ caller: Caller
  ) async throws -> Response {
    var visitor: Visitor?
    if let given = request.headers[.authorization] {
      let token = given.wholeMatch(of: /(?i:bearer) +([^ ]+)/).map { String($0.1) }
      if let token { visitor = try await station.desk.visitor(token: token, caller) }
      if visitor == nil { throw Refusal.noToken }
    }
    var visit = Visit(
      request: request, context: context, station: station, caller: caller, visitor: visitor, form: nil,
      language: request.readerLanguage())
    if route.access != .everybody {
      guard let visitor else { throw Refusal.noToken }
      try await decide(&visit, visitor)
    }
    try Self.refuseUnknownParameters(request, route)
    return try await route.answer(visit)
  }

  /// Refuses what the operation does not know behind the question mark: a slip of the pen would give an answer to another
  /// question.
  private static func refuseUnknownParameters(_ request: Request, _ route: Route) throws(Refusal) {
    let known = (route.operation?.query.map(\.name) ?? []) + ["lang"]
    let names = request.uri.queryParameters.map { String($0.key) }
    guard let unknown = names.sorted().first(where: { !known.contains($0) }) else { return }
    let list = known.joined(separator: ", ")
    throw .unknown(unknown, Words(vi: "các tham số: \(list)", en: "the parameters are \(list)"))
  }

  /// Whether two texts are equal, in a time that does not tell where they differ.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    return zip(left.utf8, right.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
