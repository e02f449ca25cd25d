import Planning
public import ScheduleModel

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
