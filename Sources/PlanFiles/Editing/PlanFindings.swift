import ScheduleModel
import Yams

/// What is wrong with a plan after its cells were changed, told at the cells.
struct PlanFindings {
  let changes: [PlanChange]
  let additions: [PlanAddition]
  /// Cells of a row that are as they were, and its place as a whole; `nil` where only what changed is told at its cell.
  var row: (cells: [PlanChange], place: SourcePlace)?
  let file: String

  /// The errors of the new text: each at the cell that it comes from, or at a cell of its row; those of other rows where
  /// they are in the text.
  func of(_ bytes: [UInt8], _ months: MonthRun) -> [Finding] {
    let reading = PlanReader.read(bytes, file: file)
    guard let source = reading.source, let outline = PlanOutline(source, months: months) else {
      return reading.findings.filter { $0.severity == .error }
    }
    let cells = self.cells(of: outline)
    let errors = reading.findings.filter { $0.severity == .error }.map { finding -> Finding in
      guard let place = finding.place else { return finding }
      let offset = source.offset(of: place)
      let around = cells.filter { $0.extent.contains(offset) }
      let least = around.map(\.extent.count).min()
      let nearest = around.filter { $0.extent.count == least }
      // Of several changed cells of a row, the one that the finding is about; that may be one of the openings, too.
      let keys = Self.keys[finding.code] ?? []
      let cell =
        keys.lazy.compactMap { key in nearest.first { $0.key == key } }.first
        ?? keys.lazy.compactMap { key in cells.first { $0.part == .grid && $0.key == key } }.first
        ?? nearest.first
      return cell.map { finding.moved(to: $0.place, excerpt: $0.text) } ?? finding
    }
    let told = Set(errors.compactMap(\.place))
    return errors + unlike(outline).filter { $0.place.map { !told.contains($0) } ?? true }
  }

  /// The keys that a finding about a line as a whole may be about, the likeliest first.
  private static let keys: [FindingCode: [String]] = [
    .workLongerThanSlot: ["length", "grid", "outlet", "outlets", "also-on", "language"],
    .gapNotKept: ["gap", "quota", "from", "to"],
    .unknownReference: ["grid", "outlet", "outlets", "also-on"],
  ]

  private struct Cell {
    let part: PlanTable.Part
    let key: String?
    let extent: Range<Int>
    let place: SourcePlace
    /// What the cell says; `nil` for the row as a whole.
    let text: String?
  }

  private func cells(of outline: PlanOutline) -> [Cell] {
    var cells: [Cell] = []
    let extents = outline.extents
    for part in PlanTable.Part.allCases {
      let changed = Dictionary(
        grouping: (changes + (row?.cells ?? [])).filter { $0.part == part }, by: \.row)
      let added = Dictionary(grouping: additions.filter { $0.part == part }, by: \.row)
      guard !changed.isEmpty || !added.isEmpty else { continue }
      for item in outline.items(of: part) {
        let whole = extents.start(item.key ?? item.node)..<extents.end(item.node) + 1
        for change in changed[item.id] ?? [] {
          cells.append(
            Cell(
              part: part, key: change.column.key, extent: whole, place: row?.place ?? change.place, text: nil)
          )
          guard let pair = outline.value(change.column, of: item) else { continue }
          var extent = extents.start(pair.key)..<extents.end(pair.value) + 1
          // Of twelve months each cell is one entry.
          if case .month(let month) = change.column.content {
            if let entry = outline.monthEntry(month, of: pair.value) {
              extent = extents.start(entry.key)..<extents.end(entry.value) + 1
            } else if let items = pair.value.sequence, items.indices.contains(month) {
              extent = extents.start(items[month])..<extents.end(items[month]) + 1
            }
          }
          cells.append(
            Cell(
              part: part, key: change.column.key, extent: extent, place: change.place, text: change.text))
        }
        for addition in added[item.id] ?? [] {
          cells.append(Cell(part: part, key: nil, extent: whole, place: addition.place, text: nil))
        }
      }
    }
    return cells
  }

  /// A check of our own work: the new text says in each changed cell what it should.
  private func unlike(_ outline: PlanOutline) -> [Finding] {
    changes.compactMap { change in
      guard let item = outline.items(of: change.part).first(where: { $0.id == change.row }) else {
        return .planTextUnchangeable(change.place)
      }
      let cell = outline.cell(change.column, of: item, in: .english)
      let wanted = change.column.content.words(for: change.text, in: .english) ?? change.text
      let isDefault = change.text.isEmpty && cell == "1" && change.part == .weights
      return PlanCell.same(cell, wanted) || PlanCell.items(cell) == PlanCell.items(wanted) || isDefault
        ? nil : .planTextUnchangeable(change.place)
    }
  }
}

extension Finding {
  /// The same finding at another place, with what is written there.
  fileprivate func moved(to place: SourcePlace, excerpt: String?) -> Finding {
    Finding(
      code, severity, at: place, width: excerpt.map { max(1, $0.unicodeScalars.count) } ?? 1, message,
      remedy: remedy)
  }
}
