/// The level of government to which a unit, an outlet or a line belongs.
public enum AdminLevel: String, CaseIterable, Comparable, Sendable {
  /// Trung ương.
  case national
  /// Cấp tỉnh.
  case province
  /// Cấp huyện; ended on 1 July 2025.
  case district
  /// Cấp xã.
  case commune

  /// The first day without district authorities (two-level local government, 2025).
  public static let districtsEnd = CivilDay(daysSince1970: 20_270)

  /// From the nation down to the commune.
  public static func < (left: AdminLevel, right: AdminLevel) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .national: 0
    case .province: 1
    case .district: 2
    case .commune: 3
    }
  }

  /// Reads `province`, “Cấp tỉnh” or “tỉnh”, whatever the case; `nil` otherwise.
  public init?(named text: String) {
    let folded = FoldedText(text)
    guard
      let level = Self.allCases.first(where: { level in
        let names = [level.rawValue, level.name.vi, level.name.en]
        return names.contains { FoldedText($0) == folded || FoldedText("cấp \(text)") == FoldedText($0) }
      })
    else { return nil }
    self = level
  }

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .national: Words(vi: "Trung ương", en: "National")
    case .province: Words(vi: "Cấp tỉnh", en: "Province")
    case .district: Words(vi: "Cấp huyện", en: "District")
    case .commune: Words(vi: "Cấp xã", en: "Commune")
    }
  }
}

/// An authority, station, newspaper or other body that has a part in the plan.
public struct AdminUnit: Hashable, Sendable {
  /// The id by which the plan refers to it.
  public let id: String
  /// Its name, as printed.
  public let name: String
  /// Its level; `nil` when the plan does not say.
  public let level: AdminLevel?
  /// The id of the unit in whose territory it lies; `nil` when the plan does not say.
  public let parent: String?
  /// The days on which it exists.
  public let validity: Validity
  /// Whether it has its own communication plan; `nil` when not stated.
  public let planMode: PlanMode?
  /// Where the plan names it.
  public let place: SourcePlace

  /// How a unit plans its communication.
  public enum PlanMode: String, CaseIterable, Sendable {
    /// A plan of its own.
    case standalone
    /// Inside its reform plan (lồng ghép).
    case merged
    /// None.
    case none

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .standalone: Words(vi: "kế hoạch riêng", en: "a plan of their own")
      case .merged:
        Words(vi: "lồng ghép trong kế hoạch cải cách hành chính", en: "merged into the reform plan")
      case .none: Words(vi: "không có kế hoạch", en: "no plan")
      }
    }
  }

  /// A unit of the plan.
  public init(
    id: String, name: String, level: AdminLevel?, parent: String? = nil, validity: Validity,
    planMode: PlanMode?, place: SourcePlace
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.parent = parent
    self.validity = validity
    self.planMode = planMode
    self.place = place
  }
}

/// The days on which a unit, outlet or grid line exists, and what came after it.
public struct Validity: Hashable, Sendable {
  /// The first day; `nil` when it was always there.
  public let from: CivilDay?
  /// The last day, included; `nil` when no end is known.
  public let through: CivilDay?
  /// The id of what took its place; `nil` when nothing did, or it is not stated.
  public let successor: String?

  /// Valid from a first to a last day, both included.
  public init(from: CivilDay? = nil, through: CivilDay? = nil, successor: String? = nil) {
    self.from = from
    self.through = through
    self.successor = successor
  }

  /// Always valid, as far as anyone said.
  public static let always = Validity()

  /// Whether it exists on one of these days, half-open.
  public func overlaps(_ days: Range<CivilDay>) -> Bool {
    (from.map { $0 < days.upperBound } ?? true) && (through.map { days.lowerBound <= $0 } ?? true)
  }

  /// While both exist.
  public func intersection(_ other: Validity) -> Validity {
    Validity(
      from: [from, other.from].compactMap(\.self).max(),
      through: [through, other.through].compactMap(\.self).min())
  }

  /// Whether it exists on that day.
  public func contains(_ day: CivilDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
  }
}

extension Sequence<AdminUnit> {
  /// While a unit exists, or what follows it without a gap; always for no unit and one that is not among these.
  public func existence(of id: String?) -> Validity {
    guard let first = id.flatMap({ id in first { $0.id == id } }) else { return .always }
    var (through, seen, next) = (first.validity.through, Set([first.id]), first.validity.successor)
    while let last = through, let unit = next.flatMap({ id in self.first { $0.id == id } }),
      seen.insert(unit.id).inserted, unit.validity.contains(last.advanced(by: 1))
    {
      (through, next) = (unit.validity.through, unit.validity.successor)
    }
    return Validity(from: first.validity.from, through: through)
  }
}
