import Planning
public import ScheduleModel

/// A station, an office or a commune: who has plans, and where people have rights.
public struct Unit: Hashable, Sendable {
  /// Its number in the store.
  public let number: Int
  /// The unit above it; `nil` at the top.
  public let parent: Int?
  /// The code by which other systems know it.
  public let code: String
  /// Its name, as it is printed.
  public let name: String
  /// What it is: `station`, `province`, `commune`.
  public let level: String
}

/// A plan of which the store has the Book and the working files.
public struct StoredPlan: Hashable, Sendable {
  /// Its number in the store.
  public let number: Int
  /// Its short name in addresses, unique in the store.
  public let slug: String
  /// Whose it is.
  public let unit: Int
}

extension StoreTransaction {
  /// Adds a unit. Its transaction names ``StoreLock/people``.
  public func addUnit(code: String, name: String, level: String, parent: Int? = nil) throws(StoreRefusal)
    -> Unit
  {
    let number = try nextNumber("unit")
    try run(
      "INSERT INTO unit (number, parent, code, name, level) VALUES ($1, $2, $3, $4, $5)",
      .integer(number), .integer(parent), .text(code), .text(name), .text(level))
    return Unit(number: number, parent: parent, code: code, name: name, level: level)
  }

  /// All units, by number.
  public func units() throws(StoreRefusal) -> [Unit] {
    try rows("SELECT number, parent, code, name, level FROM unit ORDER BY number").map {
      row throws(StoreRefusal) in
      Unit(
        number: try row.integer(0), parent: row.optionalInteger(1), code: try row.text(2),
        name: try row.text(3), level: try row.text(4))
    }
  }

  /// Adds a plan without a Book.
  ///
  /// - Throws: ``StoreRefusal/taken`` when there is a plan of that short name.
  public func addPlan(slug: String, unit: Int, at now: LocalTime) throws(StoreRefusal) -> StoredPlan {
    let number = try nextNumber("plan")
    try run(
      "INSERT INTO plan (number, unit, slug, created_at) VALUES ($1, $2, $3, $4)",
      .integer(number), .integer(unit), .text(slug), .time(now))
    return StoredPlan(number: number, slug: slug, unit: unit)
  }

  /// All plans, by short name.
  public func plans() throws(StoreRefusal) -> [StoredPlan] {
    try rows("SELECT number, slug, unit FROM plan ORDER BY slug").map(StoredPlan.init)
  }

  /// The plan with a number; `nil` when there is none.
  public func plan(numbered number: Int) throws(StoreRefusal) -> StoredPlan? {
    try row("SELECT number, slug, unit FROM plan WHERE number = $1", .integer(number)).map(StoredPlan.init)
  }

  /// The plan with a short name; `nil` when there is none.
  public func plan(_ slug: String) throws(StoreRefusal) -> StoredPlan? {
    try row("SELECT number, slug, unit FROM plan WHERE slug = $1", .text(slug)).map(StoredPlan.init)
  }
}

extension StoredPlan {
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(number: try row.integer(0), slug: try row.text(1), unit: try row.integer(2))
  }
}
