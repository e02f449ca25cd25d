/// Differences between two closes of a period.
public struct CloseDifference: Hashable, Sendable {
  /// The figures that differ, in the order of the earlier close, then those that are new.
  public let figures: [FigureChange]
  /// The rows that differ, in the order of the earlier close, then those that are new.
  public let rows: [RowChange]

  /// A figure that differs.
  public struct FigureChange: Hashable, Sendable {
    /// What it is about.
    public let subject: ClosedFigure.Subject
    /// Which figure; `nil` for the planned one.
    public let measure: ClosedFigure.Measure?
    /// What it was; `nil` when it was not known or stated.
    public let before: String?
    /// What it is; `nil` when it is not known or stated.
    public let after: String?
  }

  /// A row that differs.
  public enum RowChange: Hashable, Sendable {
    /// The earlier close did not have it.
    case added(ClosedRow)
    /// It is not there any more.
    case gone(ClosedRow)
    /// It says something else.
    case changed(from: ClosedRow, to: ClosedRow)
  }

  /// Compares two closes of a period.
  ///
  /// Rows that say the same are the same, whatever they are called: a log may have been imported into a ledger since,
  /// which adds at most who vouches for a row. Of the others, those with one name are one row that has changed.
  /// - Complexity: Linear in the figures and rows.
  public init(from before: PeriodClose, to after: PeriodClose) {
    figures = Self.figures(from: before.figures, to: after.figures)
    rows = Self.rows(from: before.rows, to: after.rows)
  }

  /// The same with rows under the names that readers know them by.
  public func naming(_ name: (String) -> String) -> CloseDifference {
    func renamed(_ row: ClosedRow) -> ClosedRow {
      ClosedRow(name: name(row.name), countsFor: row.countsFor, cells: row.cells)
    }
    return CloseDifference(
      figures: figures,
      rows: rows.map { change in
        switch change {
        case .added(let row): .added(renamed(row))
        case .gone(let row): .gone(renamed(row))
        case .changed(let before, let after): .changed(from: renamed(before), to: renamed(after))
        }
      })
  }

  private init(figures: [FigureChange], rows: [RowChange]) {
    self.figures = figures
    self.rows = rows
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { figures.isEmpty && rows.isEmpty }

  /// The figures that differ, in the order of the earlier ones, then those that are new.
  public static func figures(from before: [ClosedFigure], to after: [ClosedFigure]) -> [FigureChange] {
    let earlier = Set(before.map(\.subject))
    // A close of before 30 November 2026 does not say on which part of the period a unit reported.
    let after = earlier.count < before.count ? after.map(\.withoutReportedDays) : after
    var later: [ClosedFigure.Subject: [ClosedFigure]] = [:]
    for figure in after.reversed() { later[figure.subject, default: []].append(figure) }
    let known = before.map { ($0.subject, Optional($0), later[$0.subject]?.popLast()) }
    let new = after.filter { !earlier.contains($0.subject) }.map {
      ($0.subject, ClosedFigure?.none, Optional($0))
    }
    return (known + new).flatMap { subject, old, new -> [FigureChange] in
      if let old, let new, old.isSaid(by: new) { return [] }
      var changes: [FigureChange] = []
      if old?.planned != new?.planned {
        changes.append(
          FigureChange(subject: subject, measure: nil, before: old?.planned, after: new?.planned))
      }
      for measure in ClosedFigure.Measure.allCases {
        let (was, now) = (old?.values[measure], new?.values[measure])
        guard was != now else { continue }
        changes.append(
          FigureChange(
            subject: subject, measure: measure, before: was.map(String.init), after: now.map(String.init)))
      }
      return changes
    }
  }

  private static func rows(from before: [ClosedRow], to after: [ClosedRow]) -> [RowChange] {
    var open: [[String]: [Int]] = [:]
    for (index, row) in after.enumerated().reversed() { open[row.wording, default: []].append(index) }
    var taken: Set<Int> = []
    let lost = before.filter { row in
      guard let indices = open[row.wording] else { return true }
      let same = indices.lastIndex { after[$0].cells == row.cells }
      guard let place = same ?? indices.lastIndex(where: { row.isCompleted(by: after[$0]) }) else {
        return true
      }
      if let index = open[row.wording]?.remove(at: place) { taken.insert(index) }
      return false
    }
    let found = after.indices.filter { !taken.contains($0) }
    var named = Dictionary(found.map { (after[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    let changes = lost.map { row -> RowChange in
      guard let index = named.removeValue(forKey: row.name) else { return .gone(row) }
      taken.insert(index)
      return .changed(from: row, to: after[index])
    }
    return changes + found.filter { !taken.contains($0) }.map { .added(after[$0]) }
  }
}

extension ClosedFigure {
  /// The same; of what a unit reported without the days.
  fileprivate var withoutReportedDays: ClosedFigure {
    guard subject.kind == .declared else { return self }
    return ClosedFigure(subject: .init(kind: .declared, id: subject.id), planned: planned, values: values)
  }
}

extension ClosedRow {
  /// What the row itself says, without who vouches for it.
  fileprivate var wording: [String] {
    zip(Column.allCases, cells).filter { $0.0 != .author && $0.0 != .trust }.map(\.1)
  }

  /// Whether another row of the same wording only says who vouches for it, where this one says nothing: so does an
  /// import into a ledger.
  fileprivate func isCompleted(by other: ClosedRow) -> Bool {
    [.author, .trust].allSatisfy { self[$0].isEmpty || self[$0] == other[$0] }
  }
}
