public import ScheduleModel

/// Somebody who may sign in.
public struct Person: Hashable, Sendable {
  /// The number in the store, by which the trail names the person for ever.
  public let number: Int
  /// The name to sign in with, in small letters.
  public let login: String
  /// The name that others see.
  public let name: String
  /// The password as a PHC string; `nil` until the person has chosen one.
  public let password: String?
  /// The password is for one time: by this time in UTC another has to be chosen. `nil` for a lasting one.
  public let mustChangeBy: LocalTime?
  /// Since when the person may not sign in any more; `nil` for one who may.
  public let disabledAt: LocalTime?
}

/// What a person is in a unit and those below it.
public struct Grant: Hashable, Sendable {
  /// The number of the unit.
  public let unit: Int
  /// The role, as the desk calls it.
  public let role: String
  /// The id of the only outlet for which it holds; `nil` for all.
  public let outlet: String?

  /// A role in a unit.
  public init(unit: Int, role: String, outlet: String? = nil) {
    self.unit = unit
    self.role = role
    self.outlet = outlet
  }
}

/// What changes people and their rights names ``StoreLock/people``.
extension StoreTransaction {
  /// Adds a person.
  ///
  /// - Throws: ``StoreRefusal/taken`` when somebody has this login.
  public func addPerson(
    login: String, name: String, password: String? = nil, mustChangeBy: LocalTime? = nil, on now: LocalTime
  ) throws(StoreRefusal) -> Person {
    let number = try nextNumber("person")
    try run(
      "INSERT INTO person (number, login, name, password, must_change_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
      .integer(number), .text(login), .text(name), .text(password), .time(mustChangeBy), .time(now))
    return Person(
      number: number, login: login, name: name, password: password, mustChangeBy: mustChangeBy,
      disabledAt: nil)
  }

  /// Everybody, by number.
  public func people() throws(StoreRefusal) -> [Person] {
    try rows(
      "SELECT number, login, name, password, must_change_by, disabled_at FROM person ORDER BY number"
    ).map(Person.init)
  }

  /// The person with a login; `nil` when there is none.
  public func person(login: String) throws(StoreRefusal) -> Person? {
    try row(
      "SELECT number, login, name, password, must_change_by, disabled_at FROM person WHERE login = $1",
      .text(login)
    ).map(Person.init)
  }

  /// The person with a number; `nil` when there is none.
  public func person(_ number: Int) throws(StoreRefusal) -> Person? {
    try row(
      "SELECT number, login, name, password, must_change_by, disabled_at FROM person WHERE number = $1",
      .integer(number)
    ).map(Person.init)
  }

  /// Sets a password.
  public func setPassword(
    _ password: String, of person: Int, mustChangeBy: LocalTime? = nil
  ) throws(StoreRefusal) {
    try run(
      "UPDATE person SET password = $1, must_change_by = $2 WHERE number = $3",
      .text(password), .time(mustChangeBy), .integer(person))
  }

  /// Takes the right to sign in from a person, or gives it back (`nil`).
  public func setDisabled(_ person: Int, at time: LocalTime?) throws(StoreRefusal) {
    try run("UPDATE person SET disabled_at = $1 WHERE number = $2", .time(time), .integer(person))
  }

  /// Replaces everything by which a person can be known but the number, which the trail names, and ends what they had.
  public func erase(_ person: Int, at now: LocalTime) throws(StoreRefusal) {
    try run(
      """
      UPDATE person SET login = $1, name = $1, password = NULL, must_change_by = NULL, disabled_at = $2
      WHERE number = $3
      """, .text("erased-\(person)"), .time(now), .integer(person))
    try run("DELETE FROM role_grant WHERE person = $1", .integer(person))
    try run("DELETE FROM session WHERE person = $1", .integer(person))
    try run("DELETE FROM one_time_link WHERE person = $1", .integer(person))
    try removeFactor(of: person)
    try run("DELETE FROM token WHERE person = $1", .integer(person))
    try run(
      "UPDATE feed SET revoked_at = $1 WHERE person = $2 AND revoked_at IS NULL", .time(now), .integer(person)
    )
  }

  /// What a person is, by unit, role and outlet.
  public func grants(of person: Int) throws(StoreRefusal) -> [Grant] {
    try rows(
      "SELECT unit, role, outlet FROM role_grant WHERE person = $1 ORDER BY unit, role, outlet",
      .integer(person)
    ).map { row throws(StoreRefusal) in
      let outlet = try row.text(2)
      return Grant(unit: try row.integer(0), role: try row.text(1), outlet: outlet.isEmpty ? nil : outlet)
    }
  }

  /// Whether anybody is something in a unit itself.
  public func hasRoles(inUnit unit: Int) throws(StoreRefusal) -> Bool {
    try row("SELECT person FROM role_grant WHERE unit = $1 LIMIT 1", .integer(unit)) != nil
  }

  /// Makes a person something; once is enough.
  public func add(_ grant: Grant, to person: Int) throws(StoreRefusal) {
    try run(
      "INSERT INTO role_grant (person, unit, role, outlet) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
      .integer(person), .integer(grant.unit), .text(grant.role), .text(grant.outlet ?? ""))
  }

  /// Ends what a person was.
  public func remove(_ grant: Grant, from person: Int) throws(StoreRefusal) {
    try run(
      "DELETE FROM role_grant WHERE person = $1 AND unit = $2 AND role = $3 AND outlet = $4",
      .integer(person), .integer(grant.unit), .text(grant.role), .text(grant.outlet ?? ""))
  }

  /// What a person is with a say about a unit: in it or in one above it.
  public func grants(of person: Int, over unit: Int) throws(StoreRefusal) -> [Grant] {
    try rows(
      """
      WITH RECURSIVE above (number, parent) AS (
        SELECT number, parent FROM unit WHERE number = $2
        UNION SELECT unit.number, unit.parent FROM unit JOIN above ON unit.number = above.parent
      )
      SELECT role_grant.unit, role, outlet FROM role_grant JOIN above ON above.number = role_grant.unit
      WHERE person = $1 ORDER BY role_grant.unit, role, outlet
      """, .integer(person), .integer(unit)
    ).map { row throws(StoreRefusal) in
      let outlet = try row.text(2)
      return Grant(unit: try row.integer(0), role: try row.text(1), outlet: outlet.isEmpty ? nil : outlet)
    }
  }

  /// The plans about which a person has any say, by short name, each with what the person is there.
  public func plans(of person: Int) throws(StoreRefusal) -> [(plan: StoredPlan, grants: [Grant])] {
    let rows = try rows(
      """
      WITH RECURSIVE below (number, unit, role, outlet) AS (
        SELECT unit, unit, role, outlet FROM role_grant WHERE person = $1
        UNION SELECT unit.number, below.unit, below.role, below.outlet
        FROM unit JOIN below ON unit.parent = below.number
      )
      SELECT plan.number, plan.slug, plan.unit, below.unit, below.role, below.outlet
      FROM plan JOIN below ON below.number = plan.unit ORDER BY plan.slug, below.unit, below.role, below.outlet
      """, .integer(person))
    var plans: [(plan: StoredPlan, grants: [Grant])] = []
    for row in rows {
      let outlet = try row.text(5)
      let grant = Grant(
        unit: try row.integer(3), role: try row.text(4), outlet: outlet.isEmpty ? nil : outlet)
      let plan = StoredPlan(number: try row.integer(0), slug: try row.text(1), unit: try row.integer(2))
      if plans.last?.plan == plan {
        plans[plans.count - 1].grants.append(grant)
      } else {
        plans.append((plan, [grant]))
      }
    }
    return plans
  }
}

extension Person {
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(
      number: try row.integer(0), login: try row.text(1), name: try row.text(2),
      password: row.optionalText(3),
      mustChangeBy: row.optionalTime(4), disabledAt: row.optionalTime(5))
  }
}
