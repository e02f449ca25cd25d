import Logs
import ScheduleModel

extension StationYear {
  /// The lines whose count changes because rows are replaced or taken back by what is to be recorded.
  ///
  /// - Complexity: Two counts of the year where any row is replaced, else nothing.
  func figureChanges(by statements: [Book.Statement]) -> [FigureChange] {
    let entries = book.following(statements)
    var replacing: [String: String] = [:]
    for entry in entries where entry.head.kind == .log {
      let table = RecordedTable(
        of: entry.bytes, from: entry.bodyStart, line: entry.bodyLine,
        where: { names, cells in names.firstIndex(of: "replaces").map { !cells[$0].isEmpty } ?? false })
      for row in table.rows {
        if let id = table.cell("replaces", of: row) { replacing[id] = "\(entry.shortID):\(row.line)" }
      }
    }
    // Without a published schedule it would have to be found first, which may take a while.
    guard !replacing.isEmpty, book.isPublished || files?.draft != nil else { return [] }
    var years = (
      before: StationYear(book, files?.withoutLogs),
      after: StationYear(book.adding(entries), files?.withoutLogs)
    )
    guard let before = CountedRows(&years.before), let after = CountedRows(&years.after) else { return [] }
    var rows: [String: [FigureChange.Row]] = [:]
    for (id, new) in replacing {
      guard let old = before.entries[id] else { continue }
      if let line = after.lines[new], line != before.lines[id] {
        rows[line, default: []].append(FigureChange.Row(old: old, new: after.entries[new]))
      }
      guard let line = before.lines[id] else { continue }
      let isSame =
        after.lines[new] == line
        && after.entries[new].map { $0.broadcastDay.month == old.broadcastDay.month } ?? false
      if !isSame { rows[line, default: []].append(FigureChange.Row(old: old, new: after.entries[new])) }
    }
    return before.tally.lines.compactMap { line in
      guard let changed = rows[line.line], let now = after.tally.lines.first(where: { $0.line == line.line }),
        line.airedInYear != now.airedInYear || line.months.map(\.aired) != now.months.map(\.aired)
      else { return nil }
      return FigureChange(
        line: line.line, title: plan?.line(line.line)?.title ?? line.line, before: line.airedInYear,
        after: now.airedInYear, rows: changed.sorted { $0.old.place < $1.old.place })
    }
  }
}

extension StationFiles {
  /// The same with what is worked on, but for logs that are not recorded.
  fileprivate var withoutLogs: StationFiles {
    var files = self
    files.logs = []
    return files
  }
}

/// Which rows of the logs count for which lines.
private struct CountedRows {
  let tally: Tally
  /// The rows by their ids.
  let entries: [String: AsRunEntry]
  /// The line for which each counts, by its id.
  private(set) var lines: [String: String] = [:]

  init?(_ year: inout StationYear) {
    guard let plan = year.plan,
      let period = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile),
      let held = year.held(), let (tally, _) = year.tally(period)
    else { return nil }
    self.tally = tally
    var ids: [SourcePlace: String] = [:]
    var entries: [String: AsRunEntry] = [:]
    for entry in held.log.entries {
      guard let id = entry.id else { continue }
      (ids[entry.place], entries[id]) = (id, entry)
    }
    self.entries = entries
    for line in tally.lines {
      for place in line.rows { if let id = ids[place] { lines[id] = line.line } }
    }
  }
}
