import Digests
import Foundation
import ScheduleModel
public import StationStore

/// What a browser gets when somebody signs in.
public struct SignIn: Hashable, Sendable {
  /// The value of the session's cookie: its id, a point, its secret. It is not kept, only the secret's digest.
  public let cookie: String
  /// Who signed in.
  public let visitor: Visitor
}

extension Desk {
  /// So long a session lasts: a week at most, twelve hours without a request.
  private static let longest = 7 * 86_400
  private static let longestIdle = 12 * 3_600
  /// Attempts of an account and of an address: ten at once, then one each minute. Nobody is locked out.
  private static let burst = 10
  private static let secondsEach = 60

  /// Signs somebody in.
  ///
  /// - Throws: ``DeskRefusal/wrongPassword``, after the same work whether there is such a person or not;
  ///   ``DeskRefusal/tooManyAttempts(retryAfter:)``; ``DeskRefusal/busy(retryAfter:)``.
  public func signIn(login: String, password: String, _ caller: Caller) async throws -> SignIn {
    let login = Self.plain(login)
    try await takeAttempt(["login \(login)", "address \(Self.network(of: caller.address))"], caller)
    let person = try await store.read { try $0.person(login: login) }
    var isRight = try await passwords.holds(password, person?.disabledAt == nil ? person?.password : nil)
    // A password for one time that was not changed in time is none any more.
    if let end = person?.mustChangeBy, end <= caller.now { isRight = false }
    guard isRight, let person, let key = person.password else {
      try await store.write { transaction in
        transaction.note(
          TrailNote(
            at: caller.now, person: person?.number, address: caller.address, action: "sign-in refused",
            object: person.map { "person \($0.number)" } ?? "unknown login"))
      }
      throw DeskRefusal.wrongPassword
    }
    let renewed = passwords.isOutdated(key) ? try await passwords.key(password, salt: secrets(16)) : nil
    return try await begin(person, caller, action: "sign in", asksForCode: true) { transaction in
      if let renewed {
        try transaction.setPassword(renewed, of: person.number, mustChangeBy: person.mustChangeBy)
      }
    }
  }

  /// Who sends a cookie; `nil` when the session has ended or never was one.
  public func visitor(cookie: String, _ caller: Caller) async throws -> Visitor? {
    guard let (id, secret) = Self.parts(cookie) else { return nil }
    let found = try await store.read { transaction -> (StoredSession, Person, [Grant], Bool)? in
      guard let session = try transaction.session(id), let person = try transaction.person(session.person)
      else {
        return nil
      }
      let factor = try transaction.factor(of: person.number)
      return (session, person, try transaction.grants(of: person.number), factor?.confirmedAt != nil)
    }
    guard let (kept, person, grants, hasFactor) = found,
      PasswordKeeper.areEqual(Array(kept.secretDigest.utf8), Array(Digest.sha256(secret.utf8).utf8)),
      person.disabledAt == nil,
      caller.now.seconds - kept.createdAt.seconds < Self.longest,
      caller.now.seconds - kept.seenAt.seconds < Self.longestIdle
    else { return nil }
    var session = kept
    if caller.now.seconds - session.seenAt.seconds >= 300 {
      session.seenAt = caller.now
      // Pages go on when the disk is full.
      do { try await store.write { try $0.see(id, on: caller.now) } } catch StoreRefusal.full {}
    }
    return Visitor(
      person: person, session: session, formToken: Self.formToken(secret), grants: grants, caller: caller,
      hasSecondFactor: hasFactor)
  }

  /// Ends the session of a visitor.
  public func signOut(_ visitor: Visitor) async throws {
    try await store.write { transaction in
      try transaction.endSession(visitor.session.id)
      transaction.note(visitor.note("sign out", "person \(visitor.person.number)"))
    }
  }

  /// The sessions of a visitor, newest first.
  public func sessions(of visitor: Visitor) async throws -> [StoredSession] {
    try await store.read { try $0.sessions(of: visitor.person.number) }
  }

  /// Ends one of a visitor's sessions.
  ///
  /// - Throws: ``DeskRefusal/notFound`` when the visitor has none of that id.
  public func endSession(_ id: String, of visitor: Visitor) async throws {
    try await store.write { transaction in
      guard try transaction.session(id)?.person == visitor.person.number else { throw DeskRefusal.notFound }
      try transaction.endSession(id)
      transaction.note(visitor.note("end session", "person \(visitor.person.number)"))
    }
  }

  /// Ends all sessions of a visitor but this one.
  public func endOtherSessions(_ visitor: Visitor) async throws {
    try await store.write { transaction in
      try transaction.endSessions(of: visitor.person.number, except: visitor.session.id)
      transaction.note(visitor.note("end other sessions", "person \(visitor.person.number)"))
    }
  }

  /// Asks a visitor for the password again, before closes and rights. The session gets another secret.
  public func confirm(_ visitor: Visitor, password: String) async throws -> SignIn {
    try await checkAgain(visitor, password)
    return try await begin(visitor.person, visitor.caller, action: "confirm", asksForCode: visitor.awaitsCode)
    {
      transaction in
      try transaction.endSession(visitor.session.id)
    }
  }

  /// The same visitor with the password just given, where a token asks: no session keeps that, so each request brings it.
  ///
  /// - Throws: ``DeskRefusal/wrongPassword``; ``DeskRefusal/tooManyAttempts(_:)``.
  public func confirmed(_ visitor: Visitor, password: String) async throws -> Visitor {
    try await checkAgain(visitor, password)
    var session = visitor.session
    session.confirmedAt = visitor.caller.now
    return Visitor(
      person: visitor.person, session: session, formToken: visitor.formToken, grants: visitor.grants,
      caller: visitor.caller, hasSecondFactor: visitor.hasSecondFactor, scopes: visitor.scopes)
  }

  /// Changes the password of a visitor, and ends all other sessions.
  public func changePassword(_ visitor: Visitor, from old: String, to new: String) async throws -> SignIn {
    try await checkAgain(visitor, old)
    return try await setPassword(new, of: visitor.person, visitor.caller, asksForCode: visitor.awaitsCode)
  }

  /// The person for whom a one-time link is good.
  ///
  /// - Parameter secret: What stands in the link.
  public func personOfLink(_ secret: String, _ caller: Caller) async throws -> Person? {
    let digest = Digest.sha256(secret.utf8)
    return try await store.read { transaction in
      try transaction.personOfLink(digest, on: caller.now).flatMap { number throws(StoreRefusal) in
        try transaction.person(number)
      }
    }
  }

  /// Chooses a password by a one-time link, and signs in.
  public func usePasswordLink(_ secret: String, password: String, _ caller: Caller) async throws -> SignIn {
    try await takeAttempt(["address \(Self.network(of: caller.address))"], caller)
    guard let person = try await personOfLink(secret, caller), person.disabledAt == nil else {
      throw DeskRefusal.linkUsed
    }
    return try await setPassword(password, of: person, caller, link: Digest.sha256(secret.utf8))
  }

  /// Sets a password that the person chose, ends all sessions and begins a new one.
  ///
  /// - Parameter link: The digest of the one-time link by which it is done; it is used up in the same transaction.
  private func setPassword(
    _ password: String, of person: Person, _ caller: Caller, link: String? = nil, asksForCode: Bool = true
  ) async throws -> SignIn {
    if let rule = PasswordRule.broken(by: password, login: person.login) { throw DeskRefusal.password(rule) }
    let key = try await passwords.key(password, salt: secrets(16))
    // A link is one factor, as the password is: who uses it still has to give the code.
    return try await begin(person, caller, action: "change password", asksForCode: asksForCode) {
      transaction in
      if let link, try transaction.personOfLink(link, on: caller.now) == nil { throw DeskRefusal.linkUsed }
      try transaction.useLinks(of: person.number, on: caller.now)
      try transaction.setPassword(key, of: person.number)
      try transaction.endSessions(of: person.number)
    }
  }

  private func checkAgain(_ visitor: Visitor, _ password: String) async throws {
    try await takeAttempt(["login \(visitor.person.login)"], visitor.caller)
    guard try await passwords.holds(password, visitor.person.password) else {
      try await store.write { transaction in
        transaction.note(visitor.note("confirmation refused", "person \(visitor.person.number)"))
      }
      throw DeskRefusal.wrongPassword
    }
  }

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - asksForCode: Whether a person with a second factor has to give a code next.
  ///   - work: What else is done in the same transaction, before.
  func begin(
    _ person: Person, _ caller: Caller, action: String, asksForCode: Bool = false,
    _ work: @escaping @Sendable (StoreTransaction) throws -> Void = { _ in }
  ) async throws -> SignIn {
    let (id, secret) = (Hexadecimal.text(secrets(16)), secret())
    let (session, current, grants, hasFactor) = try await store.write(.people) { transaction in
      try work(transaction)
      let hasFactor = try transaction.factor(of: person.number)?.confirmedAt != nil
      let session = StoredSession(
        id: id, secretDigest: Digest.sha256(secret.utf8), person: person.number, createdAt: caller.now,
        address: caller.address, agent: caller.agent, awaitsCode: asksForCode && hasFactor)
      try transaction.removeSessions(
        before: LocalTime(seconds: caller.now.seconds - Self.longest),
        unseenSince: LocalTime(seconds: caller.now.seconds - Self.longestIdle))
      try transaction.add(session)
      transaction.note(
        TrailNote(
          at: caller.now, person: person.number, session: id, address: caller.address, action: action,
          object: "person \(person.number)"))
      return (
        session, try transaction.person(person.number) ?? person, try transaction.grants(of: person.number),
        hasFactor
      )
    }
    let visitor = Visitor(
      person: current, session: session, formToken: Self.formToken(secret), grants: grants, caller: caller,
      hasSecondFactor: hasFactor)
    return SignIn(cookie: "\(id).\(secret)", visitor: visitor)
  }

  func takeAttempt(_ keys: [String], _ caller: Caller) async throws {
    let wait = try await store.write(.attempts) { transaction in
      try transaction.forgetAttempts(
        before: LocalTime(seconds: caller.now.seconds - 2 * Self.burst * Self.secondsEach))
      return try keys.map { key throws(StoreRefusal) in
        try transaction.takeAttempt(key, burst: Self.burst, oneEach: Self.secondsEach, on: caller.now)
      }.compactMap(\.self).max()
    }
    if let wait { throw DeskRefusal.tooManyAttempts(retryAfter: wait) }
  }

  /// A login as it is kept: composed, in small letters, without blanks around it.
  static func plain(_ login: String) -> String {
    String(
      login.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
        .filter { $0 != "\0" }.prefix(100))
  }

  /// Whose attempts are counted together: an address of IPv4, the first half of one of IPv6.
  static func network(of address: String) -> String {
    guard address.contains(":") else { return address }
    let groups = address.prefix { $0 != "%" }.split(separator: ":", omittingEmptySubsequences: false)
    // “::” stands for as many groups of zeros as are missing.
    var parts: [Substring] = []
    for group in groups {
      if group.isEmpty, parts.count < groups.count {
        parts += Array(repeating: "0", count: max(1, 9 - groups.count))
      } else {
        parts.append(group)
      }
    }
    return parts.prefix(4).joined(separator: ":") + "::/64"
  }

  private static func formToken(_ secret: String) -> String { Digest.sha256("form \(secret)".utf8) }

  private static func parts(_ cookie: String) -> (id: String, secret: String)? {
    cookie.wholeMatch(of: /([0-9a-f]{32})\.([0-9a-f]{64})/).map { (String($0.1), String($0.2)) }
  }
}
