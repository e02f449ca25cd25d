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

    var rows = PlacementRowReader(plan: plan, slots: slots, columns: columns)
    var placements: [Placement] = []
    var findings: [Finding] = []
    var lines: [String: Int] = [:]
    while let row = source.next() {
      if row.isBlank { continue }
      if let fault = source.unreadable(row, file: file) {
        findings.append(fault)
        continue
      }
      let place = source.start(of: row, file: file)
      let surplus = row.fields.dropFirst(width)
      guard row.fields.count >= width, surplus.allSatisfy({ row.trimmed($0).isEmpty }) else {
        let fault = RowFault.fieldCount(found: row.fields.count, expected: width)
        findings.append(.rowBroken([fault], place, isHeader: false))
        continue
      }
      let (placement, faults) = rows.read(row, at: place)
      findings += faults
      guard let placement else { continue }
      if let earlier = lines[placement.uid] {
        findings.append(.publishedTwice(placement.uid, earlier: earlier, place))
        continue
      }
      lines[placement.uid] = row.line
      if !rows.opens(placement.slot), placement.timing.days.upperBound > from {
        findings.append(.publishedSlotGone(placement, place))
      }
      placements.append(placement)
    }
    if placements.isEmpty, findings.isEmpty { findings.append(.publishedEmpty(file: file)) }
    return (placements, findings)
  }
}

/// What a column of a published schedule tells; the names are those that the table of placements has.
enum PlacementColumn: String, CaseIterable {
  case uid, line, edition, language, run, outlet, slot, start, end
}
