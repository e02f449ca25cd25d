import HTTPTypes
import Hummingbird
import NIOCore
import ScheduleModel
import StationDesk
import StationStore

/// What a calendar client gets at a secret address: the calendar, word that it has not changed, or nothing at all.
///
/// It never leads to a page: a client that is told to sign in drops the subscription. No calendar is made at a request; where
/// one is not there yet, as in the first moments of an address, the request waits for the worker that makes it. While a
/// calendar is made anew, the former one is served.
enum FeedAnswer {
  /// How long a request waits for a calendar that was never made, in seconds.
  private static let patience = 20

  static func answer(_ visit: Visit) async throws -> Response {
    try await answer(visit, secret: try visit.part("secret"), name: try visit.part("name"))
  }

  /// A calendar that a publisher made public; browsers of other pages may read it, too.
  static func answerPublic(_ visit: Visit) async throws -> Response {
    let name = try visit.part("name")
    let language = visit.asked("lang").flatMap(ReaderLanguage.init) ?? .vietnamese
    let secret = try await visit.station.feeds.publicSecret(
      String(name.dropLast(4)), ofPlan: try visit.part("plan"), language)
    guard let secret else { throw Refusal.notFound }
    var response = try await answer(visit, secret: secret, name: name)
    response.headers[.cacheControl] = "public, max-age=900"
    response.headers[.accessControlAllowOrigin] = "*"
    return response
  }

  private static func answer(_ visit: Visit, secret: String, name: String) async throws -> Response {
    guard name.hasSuffix(".ics"), let kept = try await visit.station.feedShelf.kept(secret: secret) else {
      // Whoever tries addresses learns nothing from the time, and not much in an hour.
      try await Task.sleep(for: .milliseconds(250))
      throw Refusal.notFound
    }
    let delivery = kept.delivery
    guard let state = delivery.state else { return try await answerWhenMade(visit, delivery, secret: secret) }
    if !delivery.isFresh {
      _ = try await visit.station.feeds.ask(for: delivery.feed, of: delivery.plan, on: visit.caller.now)
    }
    return try await answer(visit, delivery, state, kept.answer, secret: secret)
  }

  private static func answer(
    _ visit: Visit, _ delivery: FeedDelivery, _ state: FeedState, _ answer: ConditionalAnswer?, secret: String
  ) async throws -> Response {
    guard let tag = state.tag, let answer else {
      throw Refusal(
        status: .gone,
        words: Words(
          vi: "Kế hoạch không còn lịch này; hãy hủy đăng ký.",
          en: "The plan does not have this calendar any more; end the subscription."))
    }
    return
      try await answer
      .response(to: visit.request.headers) { isCompressed in
        let key = "\(tag) \(isCompressed)"
        if let octets = visit.station.feedBodies.octets(key) { return octets }
        var octets = try await visit.station.feeds.octets(of: state, isCompressed: isCompressed)
        if octets == nil {
          // Another version of the program made it, or somebody removed what can be made again.
          _ = try await made(visit, delivery, secret: secret)
          octets = try await visit.station.feeds.octets(of: state, isCompressed: isCompressed)
        }
        guard let octets else { throw Refusal.beingMade }
        let body = ByteBuffer(bytes: octets)
        visit.station.feedBodies.keep(body, as: key)
        return body
      }
  }

  private static func answerWhenMade(
    _ visit: Visit, _ delivery: FeedDelivery, secret: String
  ) async throws -> Response {
    guard let made = try await made(visit, delivery, secret: secret), let state = made.delivery.state else {
      throw Refusal.beingMade
    }
    return try await answer(visit, made.delivery, state, made.answer, secret: secret)
  }

  /// Waits until a calendar was made.
  private static func made(
    _ visit: Visit, _ delivery: FeedDelivery, secret: String
  ) async throws -> FeedShelf.Kept? {
    let job = try await visit.station.feeds.ask(for: delivery.feed, of: delivery.plan, on: visit.caller.now)
    guard try await visit.station.waitForEnd(of: job, seconds: patience) else { return nil }
    return try await visit.station.feedShelf.kept(secret: secret)
  }
}

extension Refusal {
  /// Workers are making what was asked for.
  static let beingMade = Refusal(
    status: .serviceUnavailable,
    words: Words(
      vi: "Lịch đang được tạo; hãy thử lại sau ít giây.",
      en: "The calendar is being made; try again in some seconds."), retryAfter: 10)
}
