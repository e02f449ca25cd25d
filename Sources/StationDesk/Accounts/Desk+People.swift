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

  /// The people whom a visitor manages, by number: those who are something in the units where the visitor has a say and
  /// those below, and those who are nothing anywhere.
  public func people(_ visitor: Visitor) async throws -> [PersonListing] {
    guard visitor.may(.administer) else { throw DeskRefusal.forbidden(.administer) }
    return try await store.read { transaction in
      let units = try Self.units(of: visitor, .administer, transaction)
      return try transaction.people().compactMap { person -> PersonListing? in
        let grants = try transaction.grants(of: person.number)
        guard grants.isEmpty || grants.contains(where: { units[$0.unit] != nil }) else { return nil }
        return PersonListing(
          person: person, grants: grants,
          hasSecondFactor: try transaction.factor(of: person.number)?.confirmedAt != nil)
      }
    }
  }

  /// The units in which a visitor may do something, and those below them, by number.
  public func units(_ visitor: Visitor, _ right: Right) async throws -> [Unit] {
    try await store.read { try Self.units(of: visitor, right, $0) }.values.sorted { $0.number < $1.number }
  }

  static func units(of visitor: Visitor, _ right: Right, _ transaction: StoreTransaction) throws -> [Int:
    Unit]
  {
    guard visitor.may(right) else { return [:] }
    let all = try transaction.units()
    let own = Set(
      visitor.grants.filter { right.isGiven(by: [$0], outlet: nil, anyOutlet: false) }.map(\.unit))
    let parents = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0.parent) })
    return Dictionary(
      uniqueKeysWithValues: all.filter { unit in
        var above: Int? = unit.number
        while let number = above {
          if own.contains(number) { return true }
          above = parents[number] ?? nil
        }
        return false
      }.map { ($0.number, $0) })
  }

  /// Adds a person and invites them.
  ///
  /// - Returns: The person, and the secret of the link by which they choose a password within a day; it is not kept.
  public func invite(
    login: String, name: String, grants: [Grant], by visitor: Visitor
  ) async throws -> (person: Person, link: String) {
    let login = Self.plain(login)
    guard login.wholeMatch(of: /[^\s\/<>&"']{2,100}/) != nil else {
      throw DeskRefusal.login(login)
    }
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
      throw DeskRefusal.loginTaken(login)
    }
  }

  /// Sets what a person is, in place of what they were. Their sessions end.
  public func setGrants(_ grants: [Grant], of number: Int, by visitor: Visitor, reason: String?) async throws
  {
    try await manage(visitor, over: grants) { transaction in
      guard try transaction.person(number) != nil else { throw DeskRefusal.notFound }
      let before = try transaction.grants(of: number)
      try Self.require(visitor, over: before.filter { !grants.contains($0) }, transaction)
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
      try Self.require(visitor, over: try transaction.grants(of: number), transaction)
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
      try Self.require(visitor, over: try transaction.grants(of: number), transaction)
      try transaction.useLinks(of: number, on: visitor.caller.now)
      try transaction.addLink(
        link, for: number, purpose: "reset", on: visitor.caller.now,
        until: LocalTime(seconds: visitor.caller.now.seconds + Self.goodFor))
      transaction.note(visitor.note("make reset link", "person \(number)"))
    }
    return secret
  }

  /// Takes the second factor from a person who lost the telephone and the recovery codes. Their sessions end.
  public func removeFactor(of number: Int, by visitor: Visitor, reason: String?) async throws {
    try await manage(visitor, over: []) { transaction in
      guard try transaction.person(number) != nil else { throw DeskRefusal.notFound }
      try Self.require(visitor, over: try transaction.grants(of: number), transaction)
      try transaction.removeFactor(of: number)
      try transaction.endSessions(of: number)
      transaction.note(visitor.note("remove second factor", "person \(number)", reason: reason))
    }
  }

  /// Replaces name and login of a person who asks for it; entries of Books and the trail stay, and name a number.
  public func erase(_ number: Int, by visitor: Visitor, reason: String?) async throws {
    try await manage(visitor, over: []) { transaction in
      guard try transaction.person(number) != nil else { throw DeskRefusal.notFound }
      try Self.require(visitor, over: try transaction.grants(of: number), transaction)
      try transaction.erase(number, at: visitor.caller.now)
      try Self.keepAnAdministrator(transaction)
      transaction.note(visitor.note("erase", "person \(number)", reason: reason))
    }
  }

  /// Gives somebody a password for one time, good for a day, at the terminal of the server: for an administrator who forgot
  /// theirs. Their sessions end, and their second factor: the telephone may be lost, too.
  ///
  /// - Returns: The password, to be shown once; `nil` when nobody has this login or the person is disabled.
  public func oneTimePassword(for login: String, at now: LocalTime) async throws -> String? {
    let password = Hexadecimal.text(secrets(10))
    let (login, key) = (Self.plain(login), try await passwords.key(password, salt: secrets(16)))
    let isSet = try await store.write(.people) { transaction in
      guard let person = try transaction.person(login: login), person.disabledAt == nil else { return false }
      try transaction.setPassword(
        key, of: person.number, mustChangeBy: LocalTime(seconds: now.seconds + Self.goodFor))
      try transaction.removeFactor(of: person.number)
      try transaction.useLinks(of: person.number, on: now)
      try transaction.endSessions(of: person.number)
      transaction.note(
        TrailNote(at: now, action: "one-time password at the terminal", object: "person \(person.number)"))
      return true
    }
    return isSet ? password : nil
  }

  /// Does what only those may who manage people, after they gave their password in the last ten minutes.
  ///
  /// - Parameter grants: Roles that are given: nobody gives a role in a unit where they have no say.
  func manage<Answer: Sendable>(
    _ visitor: Visitor, over grants: [Grant], _ work: @escaping @Sendable (StoreTransaction) throws -> Answer
  ) async throws -> Answer {
    guard visitor.may(.administer) else { throw DeskRefusal.forbidden(.administer) }
    guard visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    return try await store.write(.people) { transaction in
      guard grants.allSatisfy({ Role(rawValue: $0.role) != nil }) else { throw DeskRefusal.notFound }
      try Self.require(visitor, over: grants, transaction)
      return try work(transaction)
    }
  }

  /// Refuses what is about roles in units where a visitor has no say: who manages a commune neither gives nor takes the
  /// rights of those who manage the country, and makes no link by which one could sign in as one of them.
  private static func require(_ visitor: Visitor, over grants: [Grant], _ transaction: StoreTransaction)
    throws
  {
    for grant in grants {
      let own = try transaction.grants(of: visitor.person.number, over: grant.unit)
      guard Right.administer.isGiven(by: own, outlet: nil, anyOutlet: false) else {
        throw DeskRefusal.forbidden(.administer)
      }
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

/// A person for those who manage people.
public struct PersonListing: Hashable, Sendable {
  /// The person.
  public let person: Person
  /// What the person is.
  public let grants: [Grant]
  /// Whether the person has set up a second factor.
  public let hasSecondFactor: Bool
}
