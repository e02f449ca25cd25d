public import StationStore

/// The figures of a unit's plans and of those below it, in a year.
public struct UnitSums: Hashable, Sendable {
  /// The unit.
  public let unit: Unit
  /// The units above it that the visitor may look at, the top first.
  public let above: [Unit]
  /// The years of which there are figures, newest first.
  public let years: [Int]
  /// The year of the sums; `nil` where there are none.
  public let year: Int?
  /// The units right below it, by code.
  public let below: [Unit]
  /// How far each of these has plans and logs, with all below it, by number.
  public let coverage: [Int: UnitCoverage]
  /// The sums of each of these, with all below it.
  public let sums: [FigureSum]
  /// The plans of the unit itself, those of other years too.
  public let plans: [UnitPlan]
  /// The figures of each of these in the year.
  public let figures: [FigureSum]
}

extension Desk {
  /// The units whose plans a visitor may read, in the order of a tree.
  public func readableUnits(_ visitor: Visitor) async throws -> UnitTree {
    let number = visitor.person.number
    guard visitor.may(.read) else { return UnitTree([]) }
    return try await store.read { transaction in
      let own = Set(
        try transaction.grants(of: number).filter {
          Right.read.isGiven(by: [$0], outlet: nil, anyOutlet: true)
        }.map(\.unit))
      let all = try transaction.units()
      let parents = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0.parent) })
      return UnitTree(
        all.filter { unit in
          var above: Int? = unit.number
          while let number = above {
            if own.contains(number) { return true }
            above = parents[number] ?? nil
          }
          return false
        })
    }
  }

  /// The titles of the plans that were counted, by number.
  ///
  /// - Parameter program: The version of the program that counted.
  public func planTitles(by program: String) async throws -> [Int: String] {
    try await store.read { try $0.planTitles(by: program) }
  }

  /// A unit whose plans a visitor may read.
  ///
  /// - Throws: ``DeskRefusal/notFound`` when there is no such unit or the visitor may not read its plans,
  ///   ``DeskRefusal/forbidden(_:)`` when they may and have no such right there.
  public func unit(_ code: String, for visitor: Visitor, _ right: Right) async throws -> Unit {
    let number = visitor.person.number
    let found = try await store.read { transaction in
      try transaction.unit(code).map { unit throws(StoreRefusal) in
        (unit: unit, grants: try transaction.grants(of: number, over: unit.number))
      }
    }
    func may(_ right: Right, _ grants: [Grant]) -> Bool {
      (visitor.scopes?.contains(right) ?? true)
        && right.isGiven(by: grants, outlet: nil, anyOutlet: right == .read)
    }
    guard let found, may(.read, found.grants) else { throw DeskRefusal.notFound }
    guard may(right, found.grants) else { throw DeskRefusal.forbidden(right) }
    return found.unit
  }

  /// The sums of a unit.
  ///
  /// - Parameters:
  ///   - unit: One that the visitor may look at.
  ///   - year: `nil` for the newest year of which there are figures.
  ///   - program: The version of the program whose figures count.
  public func sums(
    of unit: Unit, in year: Int?, for visitor: Visitor, by program: String
  ) async throws -> UnitSums {
    let readable = try await readableUnits(visitor).places.map(\.unit)
    let byNumber = Dictionary(uniqueKeysWithValues: readable.map { ($0.number, $0) })
    var above: [Unit] = []
    while let next = (above.first ?? unit).parent.flatMap({ byNumber[$0] }) { above.insert(next, at: 0) }
    let path = above
    return try await store.read { transaction in
      let years = try transaction.figureYears(under: unit.number, by: program)
      let chosen = year ?? years.first
      let coverage = try transaction.coverage(below: unit.number, in: chosen ?? 0, by: program)
      return UnitSums(
        unit: unit, above: path, years: years, year: chosen,
        below: readable.filter { $0.parent == unit.number }.sorted { $0.code < $1.code },
        coverage: Dictionary(uniqueKeysWithValues: coverage.map { ($0.unit, $0) }),
        sums: try transaction.sums(below: unit.number, in: chosen ?? 0, by: program),
        plans: try transaction.plansWithYears(of: unit.number, by: program),
        figures: try transaction.figures(ofPlansOf: unit.number, in: chosen ?? 0, by: program))
    }
  }
}
