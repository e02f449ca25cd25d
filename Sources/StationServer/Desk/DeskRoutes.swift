import StationDesk

/// The addresses of the desk, where people change what the other pages show.
enum DeskRoutes {
  static let routes: [Route] = [
    .get("/p/{plan}/desk", .right(.readDraft), DeskPage.answer),
    .get("/p/{plan}/desk/unplaced", .right(.readDraft), UnplacedPage.answer),
    .get("/p/{plan}/desk/live", .right(.readDraft), DeskLive.answer),
    .get("/p/{plan}/desk/place/{uid}", .broadcast(.draft), MovePage.answer),
    .post("/p/{plan}/desk/place/{uid}", .broadcast(.draft), MovePage.move),
    .get("/p/{plan}/desk/place/{uid}/targets", .broadcast(.draft), DeskTargets.answer),
    .get("/p/{plan}/desk/discard", .right(.draft), DiscardPage.answer),
    .post("/p/{plan}/desk/discard", .right(.draft), DiscardPage.discard),
    .get("/p/{plan}/desk/publish", .right(.readDraft), DeskPublishPage.answer),
    .post("/p/{plan}/desk/publish", .right(.publish), DeskPublishPage.publish),
    .get("/p/{plan}/desk/plan", .right(.changePlan), PlanTablesPage.answer),
    .get("/p/{plan}/desk/plan/text", .right(.changePlan), PlanEditPage.answer),
    .post("/p/{plan}/desk/plan/text", .right(.changePlan), PlanEditPage.change),
    .get("/p/{plan}/desk/plan/{part}/{row}", .right(.changePlan), PlanRowPage.answer),
    .post("/p/{plan}/desk/plan/{part}/{row}", .right(.changePlan), PlanRowPage.change),
    .get("/p/{plan}/desk/calendar", .right(.changePlan), PlanCalendarPage.answer),
    .upload(
      "/p/{plan}/desk/calendar", .right(.changePlan), largest: StartMaking.largest, PlanCalendarPage.look),
    .get("/p/{plan}/desk/paste/{part}", .right(.changePlan), PlanPastePage.answer),
    .post("/p/{plan}/desk/paste/{part}", .right(.changePlan), PlanPastePage.look),
    .get("/p/{plan}/desk/languages", .right(.readDraft), LanguageBoardPage.answer),
    .post("/p/{plan}/desk/languages", .right(.ownTranslations), LanguageBoardPage.set),
    .get("/p/{plan}/desk/closes", .right(.read), ClosesPage.answer),
    .get("/p/{plan}/desk/close", .right(.close), ClosePage.answer),
    .post("/p/{plan}/desk/close", .right(.close), ClosePage.close),
    .get("/p/{plan}/desk/closes/{file}", .right(.read), ClosesPage.answerFile),
    .upload(
      "/p/{plan}/desk/closes/{file}/signed", .right(.close), largest: SignedPaper.largest,
      SignedPaperPage.send),
    .get("/p/{plan}/desk/closes/{file}/signed/{digest}", .right(.read), SignedPaperPage.answer),
    .get("/p/{plan}/desk/replan", .right(.draft), ReplanPage.answer),
    .post("/p/{plan}/desk/replan", .right(.draft), ReplanRequest.begin),
    .get("/p/{plan}/desk/replan/{job}", .right(.draft), ReplanPage.answerJob),
    .post("/p/{plan}/desk/replan/{job}", .right(.draft), ReplanRequest.settle),
  ]
}
