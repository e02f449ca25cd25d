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
    var scanner = LogHeader.scanner(of: bytes, knows: { PlacementColumn(rawValue: $0) != nil })
    guard let head = scanner.next() else { return (nil, [.publishedEmpty(file: file)]) }
    if let fault = unreadable(head, in: scanner, file: file, isHeader: true) { return (nil, [fault]) }
    guard scanner.fields.count <= LogHeader.mostColumns else {
      return (
        nil,
        [
          .tooManyColumns(
            scanner.fields.count, scanner.place(of: head.range.lowerBound, width: 1, in: head, file: file))
        ]
      )
    }
    let names = scanner.fields.map(scanner.text)
    let missing = PlacementColumn.allCases.filter { !names.contains($0.rawValue) }
    guard missing.isEmpty else {
      let place = scanner.place(of: head.range.lowerBound, width: 1, in: head, file: file)
      return (nil, [.publishedColumnsMissing(missing.map(\.rawValue), place)])
    }
    var columns: [PlacementColumn: Int] = [:]
    for column in PlacementColumn.allCases { columns[column] = names.firstIndex(of: column.rawValue) }
    let width = (names.lastIndex { !$0.isEmpty } ?? -1) + 1

    var rows = PlacementRowReader(plan: plan, slots: slots, columns: columns)
    var placements: [Placement] = []
    var findings: [Finding] = []
    var lines: [String: Int] = [:]
    while let record = scanner.next() {
      let isBlank = record.fault == nil && scanner.fields.allSatisfy { scanner.trimmed($0).isEmpty }
      if isBlank { continue }
      if let fault = unreadable(record, in: scanner, file: file, isHeader: false) {
        findings.append(fault)
        continue
      }
      let place = scanner.place(of: record.range.lowerBound, width: 1, in: record, file: file)
      let surplus = scanner.fields.dropFirst(width)
      guard scanner.fields.count >= width, surplus.allSatisfy({ scanner.trimmed($0).isEmpty }) else {
        let fault = RowFault.fieldCount(found: scanner.fields.count, expected: width)
        findings.append(.rowBroken([fault], place, isHeader: false))
        continue
      }
      let (placement, faults) = rows.read(scanner, at: place)
      findings += faults
      guard let placement else { continue }
      if let earlier = lines[placement.uid] {
        findings.append(.publishedTwice(placement.uid, earlier: earlier, place))
        continue
      }
      lines[placement.uid] = record.line
      if !rows.opens(placement.slot), placement.timing.days.upperBound > from {
        findings.append(.publishedSlotGone(placement, place))
      }
      placements.append(placement)
    }
    if placements.isEmpty, findings.isEmpty { findings.append(.publishedEmpty(file: file)) }
    return (placements, findings)
  }

  /// What keeps a record from being read as text.
  static func unreadable(
    _ record: RecordScanner.Record, in scanner: RecordScanner, file: String, isHeader: Bool
  ) -> Finding? {
    func place(_ index: Int, width: Int = 1) -> LogPlace {
      scanner.place(of: index, width: width, in: record, file: file)
    }
    if record.fault == .tooLong {
      return .lineTooLong(
        place(record.range.lowerBound), bytes: record.range.count, isHeader: isHeader)
    }
    if let invalid = RowReader.firstInvalidUTF8(in: scanner.bytes, record.range) {
      return .notUTF8(place(invalid), isHeader: isHeader)
    }
    return RowReader.brokenText(of: record, in: scanner).map {
      .rowBroken([$0.fault], place($0.range.lowerBound, width: $0.range.count), isHeader: isHeader)
    }
  }
}

/// What a column of a published schedule tells; the names are those that the table of placements has.
enum PlacementColumn: String, CaseIterable {
  case uid, line, edition, language, run, outlet, slot, start, end
}
