import Digests
public import ScheduleModel
public import StationStore
import StationWork

/// Subscriptions to calendars, each under a secret address that its owner can see again and revoke.
///
/// The secret follows from the subscription's id and the key of the station, which stands in a file of its own: whoever
/// gets hold of the database alone can read no address out of it.
public struct FeedDesk: Sendable {
  let desk: Desk
  private let key: [UInt8]
  /// The version of the program, by which the octets of calendars are kept.
  private let program: String

  /// The length of a station's key in octets.
  public static let keyLength = 32

  /// - Parameters:
  ///   - key: ``keyLength`` octets that nobody can guess, always the same.
  ///   - program: The version of the program, by which the octets of calendars are kept.
  public init(_ desk: Desk, key: [UInt8], program: String) {
    precondition(key.count == Self.keyLength, "the key of a station has \(Self.keyLength) octets")
    self.desk = desk
    self.key = key
    self.program = program
  }

  /// Subscribes a visitor to a calendar of a plan.
  ///
  /// - Parameter calendar: The calendar's name without `.ics`.
  public func subscribe(
    _ visitor: Visitor, to calendar: String, of plan: StoredPlan, language: ReaderLanguage
  ) async throws -> Feed {
    let feed = Feed(
      id: Hexadecimal.text(desk.secrets(16)), calendar: calendar, language: language, made: visitor.caller.now
    )
    let stored = StoredFeed(
      digest: digest(of: feed.id), person: visitor.person.number, plan: plan.number,
      selection: feed.selection,
      createdAt: visitor.caller.now)
    try await desk.store.write { transaction in
      try transaction.add(stored)
      transaction.note(
        visitor.note("subscribe", "feed \(feed.id)", after: "\(plan.slug) \(calendar) \(language.rawValue)"))
      try transaction.askForFeeds(of: plan.number, on: visitor.caller.now)
    }
    return feed
  }

  /// The subscriptions of a visitor to calendars of a plan, oldest first.
  public func feeds(of visitor: Visitor, plan: StoredPlan) async throws -> [Feed] {
    try await desk.store.read { try $0.feeds(of: visitor.person.number) }
      .filter { $0.plan == plan.number && $0.revokedAt == nil }.reversed().compactMap(Feed.init)
  }

  /// How many subscriptions each calendar of a plan has, by the calendar's name without `.ics`.
  public func subscribers(of plan: StoredPlan) async throws -> [String: Int] {
    let feeds = try await desk.store.read { try $0.feeds(ofPlan: plan.number) }.compactMap(Feed.init)
    return Dictionary(grouping: feeds, by: \.calendar).mapValues(\.count)
  }

  /// Ends one of a visitor's subscriptions for ever.
  ///
  /// - Throws: ``DeskRefusal/notFound`` when the visitor has none of that id.
  public func revoke(_ id: String, by visitor: Visitor) async throws {
    let digest = digest(of: id)
    try await desk.store.write { transaction in
      guard try transaction.revokeFeed(digest, of: visitor.person.number, on: visitor.caller.now) else {
        throw DeskRefusal.notFound
      }
      transaction.note(visitor.note("revoke feed", "feed \(id)"))
    }
  }

  /// What the address with a secret leads to; `nil` when there is no such address, it was revoked, or its owner may not
  /// have it any more.
  public func feed(secret: String) async throws -> FeedDelivery? {
    let digest = Digest.sha256(secret.utf8)
    return try await desk.store.read { transaction in
      guard let stored = try transaction.feed(digest), stored.revokedAt == nil, let feed = Feed(stored),
        let plan = try transaction.plan(numbered: stored.plan),
        let owner = try transaction.person(stored.person), owner.disabledAt == nil,
        VisiblePlan(plan: plan, grants: try transaction.grants(of: owner.number, over: plan.unit)).allows(
          .ownFeeds)
      else { return nil }
      let state = try transaction.feedState(of: plan.number, feed.calendar, feed.language)
      return FeedDelivery(
        plan: plan, feed: feed, state: state,
        isFresh: try state?.input == transaction.feedInput(of: plan.number))
    }
  }

  /// The octets of a calendar that was made; `nil` when they are to be made again.
  public func octets(of state: FeedState, isCompressed: Bool) async throws -> [UInt8]? {
    let program = program
    return try await desk.store.read {
      try FeedWork.octets(of: state, isCompressed: isCompressed, by: program, $0)
    }
  }

  /// Asks for a calendar whose octets are not there, or not those of what is published now.
  public func ask(for feed: Feed, of plan: StoredPlan, on now: LocalTime) async throws -> StoredJob {
    try await desk.store.write(.plan(plan.number)) {
      try FeedWork.ask(
        for: [(feed.calendar, feed.language)], of: plan.number, on: now, $0)
    }
  }

  /// Asks for all calendars that somebody subscribes to and that this version of the program did not make, as when a server
  /// starts.
  public func askForAll(on now: LocalTime) async throws {
    let program = program
    for plan in try await desk.store.read({ try $0.plans() }) {
      try await desk.store.write(.plan(plan.number)) {
        try $0.askForFeeds(of: plan.number, madeBy: program, on: now)
      }
    }
  }

  /// The secret in the address of a subscription: 160 bits as 40 hexadecimal digits.
  public func secret(of id: String) -> String {
    String(Digest.sha256(Array("feed ".utf8) + key + Array(id.utf8)).prefix(40))
  }

  func digest(of id: String) -> String { Digest.sha256(secret(of: id).utf8) }
}

/// What the address of a subscription leads to.
public struct FeedDelivery: Hashable, Sendable {
  /// The plan.
  public let plan: StoredPlan
  /// The subscription.
  public let feed: Feed
  /// What is served; `nil` before the calendar was made for the first time.
  public let state: FeedState?
  /// Whether that was made from what is published now.
  public let isFresh: Bool
}

/// A subscription to a calendar.
public struct Feed: Hashable, Sendable {
  /// By which its owner names it: 32 hexadecimal digits.
  public let id: String
  /// The calendar's name without `.ics`: `outlet-truyen-hinh`.
  public let calendar: String
  /// The language of its words.
  public let language: ReaderLanguage
  /// When it was made, in UTC.
  public let made: LocalTime

  init(id: String, calendar: String, language: ReaderLanguage, made: LocalTime) {
    self.id = id
    self.calendar = calendar
    self.language = language
    self.made = made
  }

  /// The subscription that was kept; `nil` for a text that this program did not write.
  init?(_ stored: StoredFeed) {
    let parts = stored.selection.split(separator: " ").map(String.init)
    guard parts.count == 3, let language = ReaderLanguage(rawValue: parts[2]) else { return nil }
    self.init(id: parts[0], calendar: parts[1], language: language, made: stored.createdAt)
  }

  /// What is kept of it.
  var selection: String { "\(id) \(calendar) \(language.rawValue)" }
}
