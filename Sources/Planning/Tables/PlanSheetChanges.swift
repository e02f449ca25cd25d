import PlanFiles
import ScheduleModel

/// What somebody changed in the sheets of a plan, held against the plan as it was when they were written and as it is.
struct PlanSheetChanges {
  private(set) var changes: [PlanChange] = []
  private(set) var additions: [PlanAddition] = []
  private(set) var findings: [Finding] = []

  /// The plan when the sheets were written, and now.
  private let base: PlanTextEditor
  private let current: PlanTextEditor
  /// What names mean, by part, rows that the sheets add included; and all ids.
  private let names: [PlanTable.Part: NameIndex]
  private let ids: [PlanTable.Part: Set<String>]
  private var takenIDs: [PlanTable.Part: Set<String>]
  /// The last row that was added behind each row.
  private var lastAdded: [Neighbour: String] = [:]

  private struct Neighbour: Hashable {
    let part: PlanTable.Part
    let outlet: String
    let row: String?
  }
  /// Whether the sheets are ranges of some rows, so that those that are missing are no rows that somebody deleted.
  private let isRange: Bool

  init(
    _ sheets: [PlanSheet], base: PlanTextEditor, current: PlanTextEditor, plan: Plan, isRange: Bool = false
  ) {
    self.isRange = isRange
    self.base = base
    self.current = current
    var things: [PlanTable.Part: [(id: String, name: String)]] = [
      .outlets: plan.outlets.map { ($0.id, $0.name) }, .units: plan.units.map { ($0.id, $0.name) },
      .lines: plan.lines.map { ($0.id, $0.title) },
    ]
    for sheet in sheets where things[sheet.part] != nil {
      let name = sheet.columns.firstIndex { $0.key == "name" || $0.key == "title" }
      things[sheet.part]? += sheet.rows.compactMap { row in
        sheet.id(of: row).map { id in (id, name.flatMap { row.cells[$0] } ?? id) }
      }
    }
    ids = things.mapValues { Set($0.map(\.id)) }
    names = things.mapValues { NameIndex($0) }
    takenIDs = ids
    takenIDs[.grid] = Set(
      current.table(.grid, in: .english).rows.map { String($0.id.drop { $0 != "/" }.dropFirst()) }
        + sheets.filter { $0.part == .grid }.flatMap { sheet in
          sheet.rows.compactMap { sheet.id(of: $0).map { String($0.drop { $0 != "/" }.dropFirst()) } }
        })
    for sheet in sheets { compare(sheet) }
  }

  // MARK: - Rows

  private typealias NewRow = (row: PlanSheet.Row, id: String?, after: String?)

  private mutating func compare(_ sheet: PlanSheet) {
    let old = base.table(sheet.part, in: sheet.language)
    let now = current.table(sheet.part, in: sheet.language)
    let known = Dictionary(old.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let there = Dictionary(now.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: [String: Int] = [:]
    var last: String?
    var added: [NewRow] = []
    for row in sheet.rows {
      let id = id(of: row, in: sheet)
      guard !row.isMerged else {
        findings.append(.planRowMerged(sheet, row))
        if let id { seen[id] = row.number }
        continue
      }
      if let id, let earlier = seen.updateValue(row.number, forKey: id) {
        findings.append(.planRowTwice(sheet, row, id, earlier: earlier))
      } else if let id, let was = known[id] {
        last = id
        compare(row, id, was, there[id], of: sheet)
      } else if sheet.part == .weights || sheet.part == .months {
        compare(row, id, of: sheet)
      } else {
        added.append((row, id, last))
      }
    }
    let missing = old.rows.filter { seen[$0.id] == nil && there[$0.id] != nil }
    guard missing.isEmpty || isRange else {
      tell(missing, added, in: sheet)
      return
    }
    // What was read once and written is in the plan already.
    var written = now.rows.filter { known[$0.id] == nil }
    for one in added {
      let outlet = sheet.part == .grid ? outlet(of: one.row, in: sheet).map { $0 + "/" } ?? "" : ""
      let same = written.firstIndex {
        says($0, as: one.row, of: sheet) && (one.id == nil ? $0.id.hasPrefix(outlet) : one.id == $0.id)
      }
      if let same { written.remove(at: same) } else { add(one, in: sheet, there: there) }
    }
  }

  /// What a row is known by, its outlet named or by its id; `nil` when it does not say it.
  private func id(of row: PlanSheet.Row, in sheet: PlanSheet) -> String? {
    guard sheet.part == .grid, let outlet = outlet(of: row, in: sheet), let id = sheet.id(of: row) else {
      return sheet.id(of: row)
    }
    return outlet + id.drop { $0 != "/" }
  }

  /// The id of the outlet of a grid line; `nil` when the row does not say it.
  private func outlet(of row: PlanSheet.Row, in sheet: PlanSheet) -> String? {
    guard let index = sheet.columns.firstIndex(where: { $0.key == "outlet" }), let text = row.cells[index],
      !text.isEmpty
    else { return nil }
    return ids[.outlets]?.contains(text) ?? false ? text : names[.outlets]?.id(named: text) ?? text
  }

  /// Whether a row of the plan says all that a row of the sheet says, and no more.
  private func says(_ row: PlanTable.Row, as other: PlanSheet.Row, of sheet: PlanSheet) -> Bool {
    sheet.columns.enumerated().allSatisfy { index, column in
      guard column.content != .identity, column.content != .shown, let cell = other.cells[index] else {
        return true
      }
      return PlanCell.same(value(cell, column), value(row.cells[index], column))
    }
  }

  /// Tells rows that are missing; one that is there under another id is told where that is.
  private mutating func tell(_ missing: [PlanTable.Row], _ added: [NewRow], in sheet: PlanSheet) {
    let own = sheet.columns.indices.filter {
      sheet.columns[$0].content != .identity && sheet.columns[$0].content != .shown
    }
    var left = added
    for row in missing {
      let same = left.firstIndex { one in
        let told = own.filter { one.row.cells[$0]?.isEmpty == false }
        return !told.isEmpty && told.allSatisfy { PlanCell.same(one.row.cells[$0] ?? "", row.cells[$0]) }
      }
      let name = own.first.map { row.cells[$0] } ?? row.id
      if let same {
        findings.append(.planRowRenamed(sheet, left[same].row, from: row.id, name))
        left.remove(at: same)
      } else {
        findings.append(.planRowDeleted(sheet, row.id, name))
      }
    }
  }

  // MARK: - Cells

  /// Compares a row that was in the plan.
  ///
  /// - Parameter now: The row as the plan has it; `nil` when it is no longer there.
  private mutating func compare(
    _ row: PlanSheet.Row, _ id: String, _ was: PlanTable.Row, _ now: PlanTable.Row?, of sheet: PlanSheet
  ) {
    for (index, column) in sheet.columns.enumerated() where column.content != .identity {
      guard let cell = row.cells[index] else { continue }
      let (text, old) = (value(cell, column), value(was.cells[index], column))
      guard !PlanCell.same(text, old) else { continue }
      guard column.content != .shown else {
        findings.append(.planCellShown(sheet, row, index))
        continue
      }
      guard let now else {
        findings.append(.planRowGone(sheet, row, id))
        return
      }
      let current = value(now.cells[index], column)
      if PlanCell.same(text, current) { continue }
      guard PlanCell.same(old, current) else {
        findings.append(.planCellChangedTwice(sheet, row, index, now: now.cells[index]))
        continue
      }
      change(text, of: id, index, sheet, row)
    }
  }

  private mutating func change(
    _ text: String, of id: String, _ index: Int, _ sheet: PlanSheet, _ row: PlanSheet.Row
  ) {
    changes.append(
      PlanChange(
        part: sheet.part, row: id, column: sheet.columns[index], text: text,
        place: sheet.place(row, column: index)))
  }

  /// Takes the months of a line that the sheet of lines adds.
  private mutating func compare(_ row: PlanSheet.Row, _ id: String?, of sheet: PlanSheet) {
    guard let id, additions.contains(where: { $0.part == .lines && $0.row == id }) else {
      findings.append(.planRowUnknown(sheet, row, id ?? ""))
      return
    }
    for (index, column) in sheet.columns.enumerated() {
      guard case .month = column.content, let cell = row.cells[index], !cell.isEmpty else { continue }
      change(cell, of: id, index, sheet, row)
    }
  }

  private func value(_ text: String, _ column: PlanTable.Column) -> String {
    PlanCell.value(text, of: column.content) { part, name in
      ids[part]?.contains(name) ?? true ? nil : names[part]?.id(named: name)
    }
  }

  // MARK: - New rows

  private mutating func add(_ one: NewRow, in sheet: PlanSheet, there: [String: PlanTable.Row]) {
    let row = one.row
    let cells = sheet.columns.enumerated().compactMap { index, column -> PlanAddition.Cell? in
      guard column.content != .identity, column.content != .shown, let cell = row.cells[index], !cell.isEmpty
      else {
        return nil
      }
      return PlanAddition.Cell(column, value(cell, column))
    }
    if let id = one.id, there[id] != nil {
      findings.append(.planRowAddedTwice(sheet, row, id))
      return
    }
    guard let id = id(of: one, in: sheet), !cells.isEmpty else {
      findings.append(.planRowWithoutID(sheet, row))
      return
    }
    additions.append(
      PlanAddition(
        part: sheet.part, row: id, after: neighbour(of: id, behind: one.after, in: sheet), cells: cells,
        place: sheet.place(row)))
  }

  /// The row behind which a new one is written: the last new one behind the same row, for they keep their order. A grid line
  /// stands behind none of another outlet. What has only a number keeps its place by it, so only at the end of the list.
  private mutating func neighbour(of id: String, behind row: String?, in sheet: PlanSheet) -> String? {
    if sheet.part == .blackouts, let row, row != "\(current.table(.blackouts, in: sheet.language).rows.count)"
    {
      return row
    }
    let outlet = sheet.part == .grid ? id.prefix { $0 != "/" } : ""
    func isAllowed(_ other: String) -> Bool { sheet.part != .grid || other.hasPrefix(outlet + "/") }
    let key = Neighbour(part: sheet.part, outlet: String(outlet), row: row)
    let known = lastAdded.updateValue(id, forKey: key) ?? row
    return known.flatMap { isAllowed($0) ? $0 : nil }
  }

  /// The id of a new row: its own, or one made of its name.
  private mutating func id(of one: NewRow, in sheet: PlanSheet) -> String? {
    switch sheet.part {
    case .blackouts:
      let count = additions.count { $0.part == .blackouts }
      return "\(current.table(.blackouts, in: sheet.language).rows.count + count + 1)"
    case .grid:
      if let id = one.id { return id }
      guard let outlet = outlet(of: one.row, in: sheet) else { return nil }
      // “khung-20-15”, by its hour where it has one.
      let hour = sheet.columns.firstIndex { $0.content == .time }.flatMap { index in
        one.row.cells[index].map { value($0, sheet.columns[index]) }
      }
      let own = PlanText.id(of: "khung \(hour ?? "")", taken: &takenIDs[.grid, default: []])
      return "\(outlet)/\(own)"
    default:
      let name = sheet.columns.firstIndex { $0.key == "name" || $0.key == "title" }
      if let id = one.id { return id }
      guard let text = name.flatMap({ one.row.cells[$0] }), !text.isEmpty else { return nil }
      return PlanText.id(of: text, taken: &takenIDs[sheet.part, default: []])
    }
  }
}
