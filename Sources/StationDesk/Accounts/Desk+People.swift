import Digests
public import ScheduleModel
public import StationStore

extension Desk {
  /// So long a one-time link or password is good: a day.
  private static let goodFor = 86_400

  /// Makes the first administrator of a store without people, with a password for one time that is good for a day.
  ///
  /// - Returns: Login and password, to be shown once; `nil` when there are people already.
  public func firstStart(at now: LocalTime) async throws -> (login: String, password: String)? {
    let password = Hexadecimal.text(secrets(10))
    let key = try await passwords.key(password, salt: secrets(16))
    let isMade = try await store.write(.people) { transaction in
      guard try transaction.people().isEmpty else { return false }
      let unit =
        try transaction.units().first { $0.parent == nil }
        ?? transaction.addUnit(code: "station", name: "Đài", level: "station")
      let person = try transaction.addPerson(
        login: "admin", name: "Quản trị", password: key,
        mustChangeBy: LocalTime(seconds: now.seconds + Self.goodFor), on: now)
      for role in Role.allCases {
        try transaction.add(Grant(unit: unit.number, role: role.rawValue), to: person.number)
      }
      transaction.note(
        TrailNote(at: now, action: "first start", object: "person \(person.number)", after: "all roles"))
      return true
    }
    return isMade ? ("admin", password) : nil
  }

  /// Everybody with what they are; for those who manage people.
  public func people(_ visitor: Visitor) async throws -> [(person: Person, grants: [Grant])] {
    guard visitor.may(.administer) else { throw DeskRefusal.forbidden(.administer) }
    return try await store.read { transaction in
      try transaction.people().map { ($0, try transaction.grants(of: $0.number)) }
    }
  }

  /// Adds a person and invites them.
  ///
  /// - Returns: The person, and the secret of the link by which they choose a password within a day; it is not kept.
  public func invite(
    login: String, name: String, grants: [Grant], by visitor: Visitor
  ) async throws -> (person: Person, link: String) {
    let login = Self.plain(login)
    guard login.wholeMatch(of: /[^\s\/<>&"']{2,100}/) != nil else { throw DeskRefusal.login }
    let secret = secret()
    let link = Digest.sha256(secret.utf8)
    do {
      let person = try await manage(visitor, over: grants) { transaction in
        let person = try transaction.addPerson(login: login, name: name, on: visitor.caller.now)
        for grant in grants { try transaction.add(grant, to: person.number) }
        try transaction.addLink(
          link, for: person.number, purpose: "invitation", on: visitor.caller.now,
          until: LocalTime(seconds: visitor.caller.now.seconds + Self.goodFor))
        transaction.note(
          visitor.note("invite", "person \(person.number)", after: Self.text(grants)))
        return person
      }
      return (person, secret)
    } catch StoreRefusal.taken {
      throw DeskRefusal.login
    }
  }

  /// Sets what a person is, in place of what they were. Their sessions end.
  public func setGrants(_ grants: [Grant], of number: Int, by visitor: Visitor, reason: String?) async throws
  {
    try await manage(visitor, over: grants) { transaction in
      guard try transaction.person(number) != nil else { throw DeskRefusal.notFound }
      let before = try transaction.grants(of: number)
      for grant in before where !grants.contains(grant) { try transaction.remove(grant, from: number) }
      for grant in grants where !before.contains(grant) { try transaction.add(grant, to: number) }
      try Self.keepAnAdministrator(transaction)
      try transaction.endSessions(of: number)
      transaction.note(
        visitor.note(
          "set roles", "person \(number)", before: Self.text(before), after: Self.text(grants), reason: reason
        ))
    }
  }

  /// Takes the right to sign in from a person, or gives it back. Their sessions end.
  public func setDisabled(_ isDisabled: Bool, _ number: Int, by visitor: Visitor, reason: String?)
    async throws
  {
    try await manage(visitor, over: []) { transaction in
      guard try transaction.person(number) != nil else { throw DeskRefusal.notFound }
      try transaction.setDisabled(number, at: isDisabled ? visitor.caller.now : nil)
      try Self.keepAnAdministrator(transaction)
      try transaction.endSessions(of: number)
      transaction.note(visitor.note(isDisabled ? "disable" : "enable", "person \(number)", reason: reason))
    }
  }

  /// Makes a link by which a person chooses another password within a day.
  ///
  /// - Returns: The secret of the link; it is not kept.
  public func resetLink(for number: Int, by visitor: Visitor) async throws -> String {
    let secret = secret()
    let link = Digest.sha256(secret.utf8)
    try await manage(visitor, over: []) { transaction in
      guard try transaction.person(number) != nil else { throw DeskRefusal.notFound }
      try transaction.useLinks(of: number, on: visitor.caller.now)
      try transaction.addLink(
        link, for: number, purpose: "reset", on: visitor.caller.now,
        until: LocalTime(seconds: visitor.caller.now.seconds + Self.goodFor))
      transaction.note(visitor.note("make reset link", "person \(number)"))
    }
    return secret
  }

  /// Replaces name and login of a person who asks for it; entries of Books and the trail stay, and name a number.
  public func erase(_ number: Int, by visitor: Visitor, reason: String?) async throws {
    try await manage(visitor, over: []) { transaction in
      guard try transaction.person(number) != nil else { throw DeskRefusal.notFound }
      try transaction.erase(number, at: visitor.caller.now)
      try Self.keepAnAdministrator(transaction)
      transaction.note(visitor.note("erase", "person \(number)", reason: reason))
    }
  }

  /// Gives somebody a password for one time, good for a day, at the terminal of the server: for an administrator who forgot
  /// theirs. Their sessions end.
  ///
  /// - Returns: The password, to be shown once; `nil` when nobody has this login or the person is disabled.
  public func oneTimePassword(for login: String, at now: LocalTime) async throws -> String? {
    let password = Hexadecimal.text(secrets(10))
    let (login, key) = (Self.plain(login), try await passwords.key(password, salt: secrets(16)))
    let isSet = try await store.write(.people) { transaction in
      guard let person = try transaction.person(login: login), person.disabledAt == nil else { return false }
      try transaction.setPassword(
        key, of: person.number, mustChangeBy: LocalTime(seconds: now.seconds + Self.goodFor))
      try transaction.useLinks(of: person.number, on: now)
      try transaction.endSessions(of: person.number)
      transaction.note(
        TrailNote(at: now, action: "one-time password at the terminal", object: "person \(person.number)"))
      return true
    }
    return isSet ? password : nil
  }

  /// The newest rows of the audit trail, newest first; for those who may see it.
  ///
  /// - Parameter number: Only rows before this one; `nil` from the newest.
  public func trail(_ visitor: Visitor, before number: Int? = nil, count: Int = 100) async throws
    -> [TrailRow]
  {
    guard visitor.may(.audit) else { throw DeskRefusal.forbidden(.audit) }
    return try await store.read { try $0.trail(before: number, count: min(count, 1_000)) }
  }

  /// Does what only those may who manage people, after they gave their password in the last ten minutes.
  ///
  /// - Parameter grants: Roles that are given: nobody gives a role in a unit where they have no say.
  private func manage<Answer: Sendable>(
    _ visitor: Visitor, over grants: [Grant], _ work: @escaping @Sendable (StoreTransaction) throws -> Answer
  ) async throws -> Answer {
    guard visitor.may(.administer) else { throw DeskRefusal.forbidden(.administer) }
    guard visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    return try await store.write(.people) { transaction in
      for grant in grants {
        guard Role(rawValue: grant.role) != nil else { throw DeskRefusal.notFound }
        let own = try transaction.grants(of: visitor.person.number, over: grant.unit)
        guard Right.administer.isGiven(by: own, outlet: nil, anyOutlet: false) else {
          throw DeskRefusal.forbidden(.administer)
        }
      }
      return try work(transaction)
    }
  }

  /// Refuses a change after which nobody could manage people.
  private static func keepAnAdministrator(_ transaction: StoreTransaction) throws {
    let isThere = try transaction.people().contains { person in
      try person.disabledAt == nil
        && Right.administer.isGiven(by: transaction.grants(of: person.number), outlet: nil, anyOutlet: false)
    }
    if !isThere { throw DeskRefusal.lastAdministrator }
  }

  private static func text(_ grants: [Grant]) -> String {
    grants.map { "unit \($0.unit) \($0.role)\($0.outlet.map { " of \($0)" } ?? "")" }.joined(separator: ", ")
  }
}
