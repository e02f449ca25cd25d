import StationDesk

/// The addresses of the desk, where people change what the other pages show.
enum DeskRoutes {
  static let routes: [Route] = [
    .get("/p/{plan}/desk", .right(.read), DeskPage.answer),
    .get("/p/{plan}/desk/live", .right(.read), DeskLive.answer),
    .get("/p/{plan}/desk/place/{uid}", .right(.draft), MovePage.answer),
    .post("/p/{plan}/desk/place/{uid}", .right(.draft), MovePage.move),
    .get("/p/{plan}/desk/place/{uid}/targets", .right(.draft), DeskTargets.answer),
    .get("/p/{plan}/desk/publish", .right(.read), DeskPublishPage.answer),
    .post("/p/{plan}/desk/publish", .right(.publish), DeskPublishPage.publish),
  ]
}
