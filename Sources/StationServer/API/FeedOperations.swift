import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// Subscriptions of the person in whose name a program asks.
enum FeedOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/calendars", .right(.ownFeeds), calendars, answerCalendars),
    .api(.get, "/plans/{plan}/feeds", .right(.ownFeeds), feeds, answerFeeds),
    .api(.post, "/plans/{plan}/feeds", .right(.ownFeeds), subscribe, answerSubscribe),
    .api(.delete, "/plans/{plan}/feeds/{feed}", .right(.ownFeeds), revoke, answerRevoke),
  ]

  private static let shape = JSONShape.object([
    "id": .text, "calendar": .text, "language": .word(["vi", "en"]), "address": .text,
    "made": .formatted("date-time"),
  ])

  private static let calendars = Operation.list(
    "calendars", Words(vi: "Các lịch có thể đăng ký.", en: "The calendars that one can subscribe to."),
    of: .object(["calendar": .text, "title": .text]))

  private static func answerCalendars(_ visit: Visit) async throws -> Response {
    let language = visit.language
    let choices = try await FeedsPage.choices(visit).sorted { $0.calendar < $1.calendar }
    let part = try PagePart(visit, state: choices.map(\.calendar).joined(separator: " "))
    return visit.json(
      part.value(of: choices) {
        ["calendar": .text($0.calendar), "title": .text($0.title[language])]
      }.written)
  }

  private static let feeds = Operation.list(
    "feeds",
    Words(
      vi: "Địa chỉ lịch của người dùng mã truy cập; ai có địa chỉ thì xem được lịch.",
      en: "The calendar addresses of the token's owner; whoever has an address sees the calendar."), of: shape
  )

  private static func answerFeeds(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let plan = visit.plan?.plan else { throw Refusal.notFound }
    let feeds = try await visit.station.feeds.feeds(of: visitor, plan: plan)
    let part = try PagePart(visit, state: feeds.map(\.id).joined(separator: " "))
    return visit.json(part.value(of: feeds) { value($0, visit) }.written)
  }

  private static func value(_ feed: Feed, _ visit: Visit) -> JSONValue {
    [
      "id": .text(feed.id), "calendar": .text(feed.calendar), "language": .text(feed.language.rawValue),
      "address": .text(FeedsPage.address(of: feed, visit)), "made": .text(feed.made.utcText),
    ]
  }

  private static let subscribe = Operation(
    id: "subscribe", summary: Words(vi: "Tạo một địa chỉ lịch.", en: "Makes a calendar address."),
    body: .object(["calendar": .text]), status: .created, answer: shape)

  private static func answerSubscribe(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor, let plan = visit.plan?.plan else { throw Refusal.notFound }
    let calendar = try await JSONBody(visit, known: ["calendar"]).text("calendar")
    let language = visit.language
    guard try await FeedsPage.choices(visit).contains(where: { $0.calendar == calendar }) else {
      throw Refusal.field(
        "calendar", calendar, Words(vi: "xem …/calendars", en: "see …/calendars"))
    }
    let feed = try await visit.station.feeds.subscribe(visitor, to: calendar, of: plan, language: language)
    var response = Response(
      status: .created, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: value(feed, visit).written)))
    response.headers[.location] = "/api/v1/plans/\(plan.slug)/feeds/\(feed.id)"
    return response
  }

  private static let revoke = Operation(
    id: "revoke", summary: Words(vi: "Hủy một địa chỉ lịch.", en: "Revokes a calendar address."),
    status: .noContent)

  private static func answerRevoke(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    try await visit.station.feeds.revoke(try visit.part("feed"), by: visitor)
    return Response(status: .noContent)
  }
}
