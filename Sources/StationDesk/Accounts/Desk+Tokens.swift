import Digests
import ScheduleModel
public import StationStore

/// Tokens, by which a program asks in the name of a person. A token may do what its scopes and the person's own rights
/// both allow, and reads in any case what the person may read.
extension Desk {
  /// The rights that a token can be given. A close asks for the owner's password with each request, as the page does; people are
  /// managed in a browser alone, so that the right to administer lets a token read.
  public static let tokenScopes: [Right] = [
    .read, .readDraft, .ownFeeds, .ownTranslations, .assign, .recordLogs, .link, .draft, .changePlan,
    .publish,
    .close, .audit, .administer,
  ]
  /// The longest that a token may be good, in days.
  public static let longestToken = 366
  private static let prefix = "ls_"

  /// Makes a token.
  ///
  /// - Parameters:
  ///   - name: What its owner calls it: 1 to 100 characters.
  ///   - days: For how long it is good: 1 to ``longestToken``.
  /// - Returns: What is kept, and the token itself, which is not: it can be shown this once.
  /// - Throws: ``DeskRefusal/confirmationNeeded`` when the password was not given in the last ten minutes;
  ///   ``DeskRefusal/token`` for a name, a scope or a time that a token cannot have.
  public func makeToken(
    _ visitor: Visitor, name: String, scopes: Set<Right>, days: Int
  ) async throws -> (kept: StoredToken, token: String) {
    guard visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    let name = String(name.filter { !$0.isNewline && $0 != "\0" }.prefix(100))
    guard name.contains(where: { !$0.isWhitespace }), (1...Self.longestToken).contains(days),
      scopes.isSubset(of: Self.tokenScopes)
    else { throw DeskRefusal.token }
    let token = Self.prefix + Hexadecimal.text(secrets(20))
    let now = visitor.caller.now
    let kept = StoredToken(
      digest: Digest.sha256(token.utf8), id: Hexadecimal.text(secrets(8)), person: visitor.person.number,
      name: name, scopes: Self.tokenScopes.filter { $0 == .read || scopes.contains($0) }.map(\.rawValue),
      createdAt: now, expiresAt: LocalTime(seconds: now.seconds + days * 86_400))
    try await store.write { transaction in
      try transaction.add(kept)
      transaction.note(
        visitor.note(
          "make token", "token \(kept.id)",
          after: "\(kept.scopes.joined(separator: " ")) until \(kept.expiresAt.day)"))
    }
    return (kept, token)
  }

  /// The tokens of a visitor that are good, newest first.
  public func tokens(of visitor: Visitor) async throws -> [StoredToken] {
    try await store.read { try $0.tokens(of: visitor.person.number) }
      .filter { $0.revokedAt == nil && $0.expiresAt > visitor.caller.now }
  }

  /// Revokes one of a visitor's tokens for ever.
  ///
  /// - Throws: ``DeskRefusal/notFound`` when the visitor has none of that id.
  public func revokeToken(_ id: String, by visitor: Visitor) async throws {
    try await store.write { transaction in
      guard try transaction.revokeToken(id, of: visitor.person.number, on: visitor.caller.now) else {
        throw DeskRefusal.notFound
      }
      transaction.note(visitor.note("revoke token", "token \(id)"))
    }
  }

  /// The person in whose name a token asks; `nil` when it is unknown, revoked or too old, or its owner may not sign in.
  public func visitor(token: String, _ caller: Caller) async throws -> Visitor? {
    guard token.wholeMatch(of: /ls_[0-9a-f]{40}/) != nil else { return nil }
    let digest = Digest.sha256(token.utf8)
    let found = try await store.read { transaction -> (StoredToken, Person, [Grant])? in
      guard let kept = try transaction.token(digest), let person = try transaction.person(kept.person) else {
        return nil
      }
      return (kept, person, try transaction.grants(of: person.number))
    }
    guard let (kept, person, grants) = found, kept.revokedAt == nil, kept.expiresAt > caller.now,
      person.disabledAt == nil, person.password != nil, person.mustChangeBy == nil
    else { return nil }
    if kept.usedAt.map({ caller.now.seconds - $0.seconds >= 300 }) ?? true {
      do { try await store.write { try $0.useToken(digest, on: caller.now) } } catch StoreRefusal.full {}
    }
    return Visitor(
      person: person, session: StoredSession(token: kept, caller), formToken: "", grants: grants,
      caller: caller, scopes: Set(kept.scopes.compactMap(Right.init)))
  }
}

extension StoredSession {
  /// What stands for a session where a token asks: the trail has the token's id, and no password was given.
  fileprivate init(token: StoredToken, _ caller: Caller) {
    self.init(
      id: "token \(token.id)", secretDigest: "", person: token.person,
      createdAt: LocalTime(seconds: 0),
      address: caller.address, agent: caller.agent)
  }
}
