import ScheduleModel

/// Finds the component that has a UID.
///
/// The UIDs of a line's works differ in nothing but their numbers, so there is a table by number for each that
/// differ otherwise: four octets a placement, and no text is kept or compared.
struct EntryFinder {
  private let entries: ScheduleEntries
  /// By what stands before and behind the number.
  private var shapes: [Shape: Int] = [:]
  /// For each of these, the placements by number.
  private var tables: [[UInt32]] = []
  /// Placements whose numbers are too large for a table.
  private var scattered: [String: UInt32] = [:]
  private var isFilled = false
  private let prefixes: Set<String>

  private static let free = UInt32.max

  /// A UID without the number of its work: `lai-chau-2018.tin.12.hmn@lichsong` is `lai-chau-2018.tin` and
  /// `hmn@lichsong`.
  private struct Shape: Hashable {
    let before: Substring
    let behind: Substring
  }

  init(_ entries: ScheduleEntries) {
    self.entries = entries
    prefixes = Set(entries.kinds.flatMap(\.tasks))
  }

  /// The event or task with a UID; `nil` when the schedule has none.
  mutating func place(of uid: String) -> ScheduleEntries.Place? {
    if let placement = placement(uid) { return .init(placement: placement, part: 0) }
    for prefix in prefixes where uid.hasPrefix(prefix) {
      guard let placement = placement(String(uid.dropFirst(prefix.count))),
        let task = entries.kind(of: placement).tasks.firstIndex(of: prefix)
      else { continue }
      return .init(placement: placement, part: task + 1)
    }
    return nil
  }

  private mutating func placement(_ uid: String) -> Int? {
    if !isFilled { fill() }
    guard let (shape, number) = Self.parts(of: uid) else { return nil }
    if let table = shapes[shape], number < tables[table].count, tables[table][number] != Self.free {
      return Int(tables[table][number])
    }
    return scattered[uid].map { Int($0) }
  }

  /// A UID of ours in its parts; `nil` for any other.
  private static func parts(of uid: String) -> (shape: Shape, number: Int)? {
    var dots = uid.utf8.indices.lazy.filter { uid.utf8[$0] == 0x2E }.makeIterator()
    guard dots.next() != nil, let first = dots.next(), let second = dots.next() else { return nil }
    let digits = uid[uid.utf8.index(after: first)..<second]
    guard let number = Int(digits), number >= 0, digits.utf8.count == String(number).utf8.count else {
      return nil
    }
    return (Shape(before: uid[..<first], behind: uid[second...]), number)
  }

  /// The tables are made when they are first asked: mostly everything stands where it is expected.
  private mutating func fill() {
    isFilled = true
    var tableOfKind = Array(repeating: -1, count: entries.kinds.count)
    let largest = 4 * entries.placements.count + 4096
    for index in entries.placements.indices {
      let kind = entries.kindNumber(of: index)
      if tableOfKind[kind] < 0 {
        let uid = entries.placements[index].uid
        guard let (shape, _) = Self.parts(of: uid) else {
          preconditionFailure("\(uid) is no UID of a placement")
        }
        let table = shapes[shape] ?? tables.count
        if table == tables.count {
          shapes[shape] = table
          tables.append([])
        }
        tableOfKind[kind] = table
      }
      let edition = entries.variables(of: index).edition
      guard edition <= largest else {
        scattered[entries.placements[index].uid] = UInt32(index)
        continue
      }
      let table = tableOfKind[kind]
      while tables[table].count <= edition { tables[table].append(Self.free) }
      tables[table][edition] = UInt32(index)
    }
  }
}
