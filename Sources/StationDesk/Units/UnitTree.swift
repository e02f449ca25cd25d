public import StationStore

/// Units in the order of a tree: each behind the one above it, those of one unit by code.
public struct UnitTree: Hashable, Sendable {
  /// A unit and how deep it lies below the top of the tree, from 0.
  public struct Place: Hashable, Sendable {
    /// The unit.
    public let unit: Unit
    /// How many units of the tree are above it.
    public let depth: Int
  }

  /// The units in order.
  public let places: [Place]

  /// - Parameter units: A unit whose parent is not among them stands at the top.
  public init(_ units: [Unit]) {
    let numbers = Set(units.map(\.number))
    let below = Dictionary(grouping: units) { $0.parent.flatMap { numbers.contains($0) ? $0 : nil } }
      .mapValues { $0.sorted { $0.code < $1.code } }
    var places: [Place] = []
    var open = (below[nil] ?? []).reversed().map { Place(unit: $0, depth: 0) }
    while let place = open.popLast() {
      places.append(place)
      open += (below[place.unit.number] ?? []).reversed().map { Place(unit: $0, depth: place.depth + 1) }
    }
    self.places = places
  }

  /// The numbers of a unit and of all below it.
  public func branch(of unit: Unit) -> Set<Int> {
    guard let first = places.firstIndex(where: { $0.unit == unit }) else { return [] }
    let below = places[(first + 1)...].prefix { $0.depth > places[first].depth }
    return Set([unit.number] + below.map(\.unit.number))
  }
}
