import Digests
public import ScheduleModel
public import StationStore

/// Calendars that everybody may have, without a secret: `/public/PLAN/outlet-truyen-hinh.ics`. Such an address is a
/// subscription of the publisher who made it, whose id follows from what it shows.
extension FeedDesk {
  /// Makes a calendar of a plan public.
  ///
  /// - Throws: ``DeskRefusal/forbidden(_:)`` for who may not publish the plan.
  public func makePublic(
    _ calendar: String, of plan: VisiblePlan, language: ReaderLanguage, by visitor: Visitor
  ) async throws {
    guard plan.allows(.publish) else { throw DeskRefusal.forbidden(.publish) }
    let id = Self.publicId(calendar, of: plan.plan, language)
    let feed = Feed(id: id, calendar: calendar, language: language, made: visitor.caller.now)
    let digest = digest(of: id)
    try await desk.store.write { transaction in
      if let former = try transaction.feed(digest), former.revokedAt == nil { return }
      try transaction.putFeed(
        StoredFeed(
          digest: digest, person: visitor.person.number, plan: plan.plan.number, selection: feed.selection,
          createdAt: visitor.caller.now))
      transaction.note(
        visitor.note(
          "make calendar public", "plan \(plan.plan.slug)", after: "\(calendar) \(language.rawValue)"))
      try transaction.askForFeeds(of: plan.plan.number, on: visitor.caller.now)
    }
  }

  /// The secret by which a public calendar is found; `nil` when there is no such plan. It is told to nobody.
  public func publicSecret(_ calendar: String, ofPlan slug: String, _ language: ReaderLanguage) async throws
    -> String?
  {
    try await desk.store.read { try $0.plan(slug) }.map {
      secret(of: Self.publicId(calendar, of: $0, language))
    }
  }

  /// Whether a subscription is the public one of its calendar.
  public func isPublic(_ feed: Feed, of plan: StoredPlan) -> Bool {
    feed.id == Self.publicId(feed.calendar, of: plan, feed.language)
  }

  private static func publicId(_ calendar: String, of plan: StoredPlan, _ language: ReaderLanguage) -> String
  {
    String(Digest.sha256("public \(plan.number) \(calendar) \(language.rawValue)".utf8).prefix(32))
  }
}
