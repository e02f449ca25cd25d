/// The days of lines on outlets of which a log tells something that could not be counted: whether their works aired then
/// is open.
public struct DoubtfulDays: Hashable, Sendable {
  private var days: [Place: Set<CivilDay>] = [:]

  private struct Place: Hashable {
    let line: String
    let outlet: String
  }

  /// None.
  public init() {}

  /// Reads what the head of an entry has, `tin loa 2024-03-05 2024-03-12; hd tv 2024-03-07`; what is no such text is passed
  /// over.
  public init(_ text: String) {
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ").map(String.init)
      guard words.count > 2 else { continue }
      for day in words.dropFirst(2).compactMap(CivilDay.init(iso:)) {
        insert(line: words[0], outlet: words[1], day)
      }
    }
  }

  /// As the head of an entry has it; `nil` without any.
  public var text: String? {
    guard !days.isEmpty else { return nil }
    return days.sorted { ($0.key.line, $0.key.outlet) < ($1.key.line, $1.key.outlet) }.map { place, days in
      "\(place.line) \(place.outlet) " + days.sorted().map(\.description).joined(separator: " ")
    }.joined(separator: "; ")
  }

  /// Whether there are none.
  public var isEmpty: Bool { days.isEmpty }

  /// Adds a broadcast day.
  public mutating func insert(line: String, outlet: String, _ day: CivilDay) {
    days[Place(line: line, outlet: outlet), default: []].insert(day)
  }

  /// Adds those of another table.
  public mutating func add(_ other: DoubtfulDays) { days.merge(other.days) { $0.union($1) } }

  /// Whether a day on which a placement may air is among them.
  public func has(_ placement: Placement, on planned: Range<CivilDay>) -> Bool {
    days[Place(line: placement.line, outlet: placement.outlet)]?.contains(where: planned.contains) ?? false
  }
}
