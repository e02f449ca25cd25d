import HTTPTypes
import Hummingbird
import StationDesk

/// Every address of the server. Nothing is served that is not in it, and what each asks of its reader stands beside it.
enum RouteTable {
  static let routes: [Route] =
    open + DeskRoutes.routes + [
      .get("/", .signedIn, PlansPage.answer),
      .post("/sign-out", .signedIn, SignInPage.signOut),
      .get(PasswordPage.path, .signedIn, PasswordPage.answer),
      .post(PasswordPage.path, .signedIn, PasswordPage.change),
      .get(CodePage.path, .signedIn, CodePage.answer),
      .post(CodePage.path, .signedIn, CodePage.enter),
      .get(CodePage.confirmPath, .signedIn, CodePage.answerConfirm),
      .post(CodePage.confirmPath, .signedIn, CodePage.confirm),
      .get(AccountPage.path, .signedIn, AccountPage.answer),
      .get("/account/data.json", .signedIn, AccountPage.answerData),
      .post("/account/sessions", .signedIn, AccountPage.endSession),
      .get(FactorPage.path, .signedIn, FactorPage.answer),
      .post(FactorPage.path, .signedIn, FactorPage.change),
      .get(TokensPage.path, .signedIn, TokensPage.answer),
      .post(TokensPage.path, .signedIn, TokensPage.make),
      .post("/tokens/{id}/revoke", .signedIn, TokensPage.revoke),
      .get(PeoplePage.path, .anywhere(.administer), PeoplePage.answer),
      .post(PeoplePage.path, .anywhere(.administer), PeoplePage.invite),
      .get("/people/{person}", .anywhere(.administer), PersonPage.answer),
      .post("/people/{person}", .anywhere(.administer), PersonPage.change),
      .get(UnitsPage.path, .anywhere(.administer), UnitsPage.answer),
      .post(UnitsPage.path, .anywhere(.administer), UnitsPage.add),
      .get("/units/{unit}", .anywhere(.administer), UnitPage.answer),
      .post("/units/{unit}", .anywhere(.administer), UnitPage.change),
      .get(SumsPage.path, .anywhere(.read), SumsPage.answer),
      .get("/sums/{unit}", .unit(.read), SumsPage.answerUnit),
      .get(AuditPage.path, .anywhere(.audit), AuditPage.answer),
      .get(NewPlanPage.path, .anywhere(.administer), NewPlanPage.answer),
      .upload(NewPlanPage.path, .anywhere(.administer), largest: ArchivePage.largest, NewPlanPage.send),
      .get("/new-plan/{way}", .anywhere(.administer), StartPage.answer),
      .upload("/new-plan/{way}", .anywhere(.administer), largest: StartMaking.largest, StartPage.send),
      .get("/p/{plan}", .right(.read), YearPage.answer),
      .get("/p/{plan}/today", .right(.read), TodayPage.answer),
      .get("/p/{plan}/cells/{line}/{month}", .right(.read), CellPage.answer),
      .get("/p/{plan}/schedule", .right(.read), SchedulePage.answer),
      .get("/p/{plan}/languages", .right(.read), LanguagesPage.answer),
      .get("/p/{plan}/logs", .right(.read), LogsPage.answer),
      .get("/p/{plan}/logs/unmatched", .right(.read), UnmatchedPage.answer),
      .get("/p/{plan}/logs/row", .right(.read), RowPage.answer),
      .post("/p/{plan}/logs/link", .right(.link), UnmatchedPage.link),
      .get("/p/{plan}/logs/by-hand", .right(.read), HandStatementsPage.answer),
      .post("/p/{plan}/logs/by-hand/withdraw", .right(.link), HandStatementsPage.takeBack),
      .get("/p/{plan}/logs/broadcast", .right(.recordLogs), BroadcastPage.answer),
      .upload(
        "/p/{plan}/logs/broadcast", .right(.recordLogs), largest: UploadLimit.file, BroadcastPage.record),
      .get("/p/{plan}/logs/evidence/{digest}", .right(.readDraft), EvidenceFile.answer),
      .get("/p/{plan}/logs/upload", .right(.recordLogs), UploadPage.answer),
      .upload("/p/{plan}/logs/upload", .right(.recordLogs), largest: UploadLimit.file, UploadPage.send),
      .get("/p/{plan}/logs/upload/{upload}", .right(.recordLogs), PreviewPage.answer),
      .get("/p/{plan}/logs/upload/{upload}/columns", .right(.recordLogs), ColumnsPage.answer),
      .post("/p/{plan}/logs/upload/{upload}/record", .right(.recordLogs), PreviewPage.record),
      .post("/p/{plan}/logs/upload/{upload}/discard", .right(.recordLogs), PreviewPage.discard),
      .post("/p/{plan}/logs/upload/{upload}/remember", .right(.recordLogs), PreviewPage.remember),
      .post("/p/{plan}/logs/upload/{upload}/title", .right(.link), UnmatchedPage.linkTitle),
      .get("/p/{plan}/logs/declare", .right(.recordLogs), DeclarePage.answer),
      .get("/p/{plan}/logs/declare/{unit}/{period}", .right(.recordLogs), DeclareFormPage.answer),
      .get("/p/{plan}/logs/reminders/{period}", .right(.recordLogs), RemindersPage.answer),
      .post("/p/{plan}/logs/declare/{unit}/{period}", .right(.recordLogs), DeclareFormPage.send),
      .get("/p/{plan}/counts", .right(.read), CountsPage.answer),
      .get("/p/{plan}/counts/{line}", .right(.read), CountsPage.answerLine),
      .get("/p/{plan}/findings", .right(.read), FindingsPage.answer),
      .get("/p/{plan}/history", .right(.read), HistoryPage.answer),
      .get("/p/{plan}/history/{entry}", .right(.read), HistoryEntryPage.answer),
      .get("/p/{plan}/text", .right(.read), PlanTextPage.answer),
      .get("/p/{plan}/text/versions", .right(.readDraft), TextVersionsPage.answer),
      .get("/p/{plan}/text/versions/{version}", .right(.readDraft), TextVersionPage.answer),
      .get("/p/{plan}/papers", .right(.read), PapersPage.answer),
      .get("/p/{plan}/papers/{file}", .right(.read), PapersPage.answerFile),
      .get("/p/{plan}/feeds", .right(.ownFeeds), FeedsPage.answer),
      .post("/p/{plan}/feeds", .right(.ownFeeds), FeedsPage.subscribe),
      .post("/p/{plan}/feeds/{feed}/revoke", .right(.ownFeeds), FeedsPage.revoke),
      .get("/p/{plan}/folder", .right(.readDraft), ArchivePage.answer),
      .get("/p/{plan}/folder/{file}", .right(.readDraft), ArchivePage.download),
      .upload("/p/{plan}/folder", .right(.changePlan), largest: ArchivePage.largest, ArchivePage.send),
      .get("/p/{plan}/folder/in/{folder}", .right(.changePlan), FolderPreviewPage.answer),
      .post("/p/{plan}/folder/in/{folder}", .right(.changePlan), FolderPreviewPage.settle),
      .get("/p/{plan}/jobs", .right(.read), JobsPage.answer),
      .post("/p/{plan}/jobs/{job}/cancel", .right(.read), JobsPage.cancel),
    ] + APITable.routes

  /// What needs no account.
  private static let open: [Route] = [
    .get("/robots.txt", .everybody, PlainAnswers.robots),
    .get("/health/live", .everybody, PlainAnswers.live),
    .get("/health/ready", .everybody, PlainAnswers.ready),
    .get("/assets/{digest}/station.css", .everybody, PlainAnswers.style),
    .get("/assets/{digest}/desk.js", .everybody, PlainAnswers.script),
    .get("/assets/{digest}/icon.svg", .everybody, PlainAnswers.icon),
    .get("/sign-in", .everybody, SignInPage.answer),
    .post("/sign-in", .everybody, SignInPage.signIn),
    .get(PasswordPage.linkPath, .everybody, PasswordPage.answerLink),
    .post(PasswordPage.linkPath, .everybody, PasswordPage.changeByLink),
    .get("/f/{secret}/{name}", .everybody, FeedAnswer.answer),
    .get("/public/{plan}/{name}", .everybody, FeedAnswer.answerPublic),
  ]

  /// The responder of the table, each route behind the gate.
  static func responder(of station: Station) -> RouterResponder<StationContext> {
    let router = Router(context: StationContext.self, options: .autoGenerateHeadEndpoints)
    for route in routes {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await Gate(station: station, route: route).answer(request, context)
      }
    }
    for (path, taken) in methodsByPath() {
      let allowed = taken.map(\.rawValue).sorted().joined(separator: ", ")
      for method in methods where !taken.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in
          throw Refusal.otherMethod(allowed)
        }
      }
    }
    for method in methods {
      router.on("/**", method: method) { _, _ -> Response in throw Refusal.notFound }
    }
    return router.buildResponder()
  }

  /// The methods that somebody may try.
  private static let methods: [HTTPRequest.Method] =
    [.get, .post, .put, .patch, .delete, .options, .trace] + [HTTPRequest.Method("QUERY")].compactMap(\.self)

  /// The methods of each address.
  private static func methodsByPath() -> [String: Set<HTTPRequest.Method>] {
    var methods: [String: Set<HTTPRequest.Method>] = [:]
    for route in routes {
      methods[route.path, default: []].insert(route.method)
      if route.method == .get { methods[route.path, default: []].insert(.head) }
    }
    return methods
  }
}
