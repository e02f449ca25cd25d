import ScheduleModel
public import StationStore

/// What is said of a unit that is made or changed.
public struct UnitTerms: Hashable, Sendable {
  /// The code by which other systems know it.
  public var code: String
  /// Its name, as it is printed.
  public var name: String
  /// What it is, as ``UnitLevel`` calls it.
  public var level: String
  /// The code of the unit above it; `nil` at the top.
  public var parent: String?

  /// What is said of a unit.
  public init(code: String, name: String, level: String, parent: String?) {
    // One spelling, however a keyboard composes “Đ” or “ệ”.
    self.code = code.composed
    self.name = name
    self.level = level
    self.parent = parent
  }

  /// As the audit trail has it.
  public var note: String { "\(name), \(level), below \(parent ?? "–")" }

  /// Refuses what no unit can be called; a code or level that is there already stays possible.
  func check(instead former: Unit?) throws(UnitRefusal) {
    if code != former?.code, code.wholeMatch(of: /[\p{L}\p{N}][\p{L}\p{N}._\-]{0,39}/) == nil {
      throw .code(String(code.prefix(100)))
    }
    let isOneLine = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard (1...200).contains(name.count), isOneLine, name.contains(where: { !$0.isWhitespace }) else {
      throw .name(String(name.prefix(200)))
    }
    if level != former?.level, UnitLevel(rawValue: level) == nil { throw .level(String(level.prefix(100))) }
  }
}

/// How units are made, changed and removed, by whoever may; in a transaction that names ``StoreLock/people``.
extension StoreTransaction {
  /// Makes a unit.
  public func makeUnit(_ terms: UnitTerms) throws -> Unit {
    try terms.check(instead: nil)
    let parent = try parent(of: terms)
    guard try unit(terms.code) == nil else { throw UnitRefusal.codeTaken(terms.code) }
    guard try parent.map({ try depth(of: $0) < Unit.deepest }) ?? true else {
      throw UnitRefusal.tooDeep(terms.code)
    }
    return try addUnit(code: terms.code, name: terms.name, level: terms.level, parent: parent?.number)
  }

  /// Changes a unit.
  ///
  /// - Returns: Whether anything of it is different now.
  public func change(_ unit: Unit, to terms: UnitTerms) throws -> Bool {
    try terms.check(instead: unit)
    let parent = try parent(of: terms)
    if let other = try self.unit(terms.code), other.number != unit.number {
      throw UnitRefusal.codeTaken(terms.code)
    }
    let tree = UnitTree(try units())
    let branch = tree.branch(of: unit)
    if let parent, branch.contains(parent.number) { throw UnitRefusal.belowItself(unit.code) }
    let depths = tree.places.filter { branch.contains($0.unit.number) }.map(\.depth)
    let height = 1 + (depths.max() ?? 0) - (depths.min() ?? 0)
    guard try (parent.map { try depth(of: $0) } ?? 0) + height <= Unit.deepest else {
      throw UnitRefusal.tooDeep(unit.code)
    }
    let changed = Unit(
      number: unit.number, parent: parent?.number, code: terms.code, name: terms.name, level: terms.level)
    guard changed != unit else { return false }
    try set(changed)
    return true
  }

  /// Removes a unit that nothing belongs to.
  public func remove(_ unit: Unit) throws {
    guard try !units().contains(where: { $0.parent == unit.number }),
      try !plans().contains(where: { $0.unit == unit.number }), try !hasRoles(inUnit: unit.number)
    else { throw UnitRefusal.inUse(unit.code) }
    try removeUnit(unit.number)
  }

  /// What is said of a unit now.
  public func terms(of unit: Unit) throws(StoreRefusal) -> UnitTerms {
    let parent = try units().first { $0.number == unit.parent }
    return UnitTerms(code: unit.code, name: unit.name, level: unit.level, parent: parent?.code)
  }

  /// From 1 at the top.
  private func depth(of unit: Unit) throws -> Int {
    1 + (UnitTree(try units()).places.first { $0.unit == unit }?.depth ?? 0)
  }

  private func parent(of terms: UnitTerms) throws -> Unit? {
    guard let code = terms.parent else { return nil }
    guard let parent = try unit(code) else { throw UnitRefusal.unknown(code) }
    return parent
  }
}
