/// A station, an office or a commune: who has plans, and where people have rights.
public struct Unit: Hashable, Sendable {
  /// Its number in the store.
  public let number: Int
  /// The unit above it; `nil` at the top.
  public let parent: Int?
  /// The code by which other systems know it, and by which addresses name it.
  public let code: String
  /// Its name, as it is printed.
  public let name: String
  /// What it is: `station`, `province`, `commune`.
  public let level: String

  /// So many units lie one below the other at the most.
  public static let deepest = 6

  /// A unit.
  public init(number: Int, parent: Int?, code: String, name: String, level: String) {
    self.number = number
    self.parent = parent
    self.code = code
    self.name = name
    self.level = level
  }
}

/// What changes units names ``StoreLock/people``, since roles hold below a unit.
extension StoreTransaction {
  /// Adds a unit.
  ///
  /// - Throws: ``StoreRefusal/taken`` when there is a unit of that code.
  public func addUnit(code: String, name: String, level: String, parent: Int? = nil) throws(StoreRefusal)
    -> Unit
  {
    let number = try nextNumber("unit")
    try run(
      "INSERT INTO unit (number, parent, code, name, level) VALUES ($1, $2, $3, $4, $5)",
      .integer(number), .integer(parent), .text(code), .text(name), .text(level))
    return Unit(number: number, parent: parent, code: code, name: name, level: level)
  }

  /// Sets everything of a unit but its number.
  ///
  /// - Throws: ``StoreRefusal/taken`` when another unit has the code.
  public func set(_ unit: Unit) throws(StoreRefusal) {
    try run(
      "UPDATE unit SET parent = $2, code = $3, name = $4, level = $5 WHERE number = $1",
      .integer(unit.number), .integer(unit.parent), .text(unit.code), .text(unit.name), .text(unit.level))
    try moveFigures(of: unit.number)
  }

  /// Removes a unit.
  ///
  /// - Throws: ``StoreRefusal/dangling`` when it has plans, units below it, or people with roles.
  public func removeUnit(_ number: Int) throws(StoreRefusal) {
    try run("DELETE FROM unit WHERE number = $1", .integer(number))
  }

  /// All units, by number.
  public func units() throws(StoreRefusal) -> [Unit] {
    try rows("SELECT number, parent, code, name, level FROM unit ORDER BY number").map(Unit.init)
  }

  /// The unit with a code; `nil` when there is none.
  public func unit(_ code: String) throws(StoreRefusal) -> Unit? {
    try row("SELECT number, parent, code, name, level FROM unit WHERE code = $1", .text(code)).map(Unit.init)
  }
}

extension Unit {
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(
      number: try row.integer(0), parent: row.optionalInteger(1), code: try row.text(2),
      name: try row.text(3), level: try row.text(4))
  }
}
