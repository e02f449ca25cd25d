public import ScheduleModel

/// Reads a schedule that was published: the table of placements that a plan's allocation writes.
///
/// CSV as ``AsRunReader`` takes it, with the columns of that table: `uid`, `line`, `edition`, `language`, `run`,
/// `outlet`, `slot`, `start` and `end`, in any order; others are not read.
public enum PublishedScheduleReader {
  /// Reads the placements of one plan.
  ///
  /// A row that is left out has a finding with its line: it cannot be read, names what the plan does not have, its
  /// UID is not that of a placement of the plan, or an earlier row has it too. A placement from `from` on whose
  /// slot the plan does not open any more is kept, with a finding.
  /// - Parameters:
  ///   - slots: The slots of the plan.
  ///   - from: The first day whose slots matter.
  /// - Returns: The placements in the file's order, and `nil` when the file has no such table.
  /// - Complexity: Linear in the bytes and the slots.
  public static func read(
    _ bytes: [UInt8], file: String, plan: Plan, slots: [Slot], from: CivilDay
  ) -> (placements: [Placement]?, findings: [Finding]) {
    var source = SeparatedRows(
      LogHeader.scanner(of: bytes, knows: { PlacementColumn(rawValue: $0) != nil }))
    guard let head = source.next() else { return (nil, [.publishedEmpty(file: file)]) }
    if let fault = source.unreadable(head, file: file, isHeader: true) { return (nil, [fault]) }
    let top = source.start(of: head, file: file)
    guard head.fields.count <= LogHeader.mostColumns else {
      return (nil, [.tooManyColumns(head.fields.count, top)])
    }
    let names = head.fields.indices.map(head.text)
    let missing = PlacementColumn.allCases.filter { !names.contains($0.rawValue) }
    guard missing.isEmpty else { return (nil, [.publishedColumnsMissing(missing.map(\.rawValue), top)]) }
    var columns: [PlacementColumn: Int] = [:]
    for column in PlacementColumn.allCases { columns[column] = names.firstIndex(of: column.rawValue) }
    let width = (names.lastIndex { !$0.isEmpty } ?? -1) + 1

    let isClean = RowReader.isClean(bytes)
    var rows = PlacementRowReader(plan: plan, slots: slots, columns: columns)
    var placements: [Placement] = []
    var findings: [Finding] = []
    var repeats = RepeatedUIDs()
    while let row = source.next() {
      if row.isBlank { continue }
      if row.fault != nil || !isClean, let fault = source.unreadable(row, file: file) {
        findings.append(fault)
        continue
      }
      let place = { source.start(of: row, file: file) }
      let surplus = row.fields.dropFirst(width)
      guard row.fields.count >= width, surplus.allSatisfy({ row.trimmed($0).isEmpty }) else {
        let fault = RowFault.fieldCount(found: row.fields.count, expected: width)
        findings.append(.rowBroken([fault], place(), isHeader: false))
        continue
      }
      let (placement, isOpened, faults) = rows.read(row, at: place)
      findings += faults
      guard let placement else { continue }
      if let earlier = repeats.earlier(placement, line: row.line, among: placements) {
        findings.append(.publishedTwice(placement.uid, earlier: earlier, place()))
        continue
      }
      if !isOpened, placement.timing.days.upperBound > from {
        findings.append(.publishedSlotGone(placement, place()))
      }
      placements.append(placement)
    }
    if placements.isEmpty, findings.isEmpty { findings.append(.publishedEmpty(file: file)) }
    return (placements, findings)
  }
}

/// Knows which UIDs were there before, by their hashes and their places in the list of placements.
private struct RepeatedUIDs {
  private var slots = Array(repeating: Int32(-1), count: 1024)
  private var lines: [Int32] = []

  /// The line of an earlier placement with that UID; without one it is remembered as the next in the list.
  mutating func earlier(_ placement: Placement, line: Int, among placements: [Placement]) -> Int? {
    if placements.count * 2 > slots.count { grow(placements) }
    var slot = Self.hash(placement.uid) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if placements[number].uid == placement.uid { return Int(lines[number]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(placements.count)
    lines.append(Int32(clamping: line))
    return nil
  }

  private mutating func grow(_ placements: [Placement]) {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (number, placement) in placements.enumerated() {
      var slot = Self.hash(placement.uid) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

/// What a column of a published schedule tells; the names are those that the table of placements has.
enum PlacementColumn: String, CaseIterable {
  case uid, line, edition, language, run, outlet, slot, start, end
}
