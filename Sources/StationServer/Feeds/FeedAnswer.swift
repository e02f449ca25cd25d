import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk
import StationStore

/// What a calendar client gets at a secret address: the calendar, word that it has not changed, or nothing at all.
///
/// It never leads to a page: a client that is told to sign in drops the subscription.
enum FeedAnswer {
  static func answer(_ visit: Visit) async throws -> Response {
    let (secret, name) = (try visit.part("secret"), try visit.part("name"))
    guard name.hasSuffix(".ics"), let (plan, feed) = try await visit.station.feeds.feed(secret: secret) else {
      // Whoever tries addresses learns nothing from the time, and not much in an hour.
      try await Task.sleep(for: .milliseconds(250))
      throw Refusal.notFound
    }
    let year = try await visit.station.years.year(of: plan, now: visit.caller.now)
    let files = try await visit.station.years.work.run { year.feeds.files(feed.language) }
    guard let file = files[feed.calendar], let changed = year.feeds.published else {
      throw Refusal(
        status: .gone,
        words: Words(
          vi: "Kế hoạch không còn lịch này; hãy hủy đăng ký.",
          en: "The plan does not have this calendar any more; end the subscription."))
    }
    return ConditionalAnswer(file, changed: changed).response(to: visit.request.headers)
  }
}
