import ScheduleModel

/// Works out of which days the logs of each outlet tell (``LogCoverage``).
///
/// A file tells of the days from its first to its last row, and files that follow each other of those between them. Days
/// without any row of an outlet on which something was due there are a gap where a missing log is more likely than that
/// nothing aired: within a file two weeks or more with several placements; between files two weeks or more with one; and
/// beside a file with rows of a day or two, which is no log of a month, any day.
struct CoverageBuilder {
  /// From how many days without a row on a log is more likely to be missing.
  private static let longest = 14
  /// Up to how many days a file may have rows of and be no log of a time.
  private static let few = 2

  /// The rows of one file: on which days it has some, of any outlet and of each.
  private struct File {
    private(set) var days: Set<CivilDay> = []
    private(set) var byOutlet: [String: Set<CivilDay>] = [:]
    private(set) var first: CivilDay?
    private(set) var last: CivilDay?

    mutating func add(_ day: CivilDay, _ outlet: String) {
      days.insert(day)
      byOutlet[outlet, default: []].insert(day)
      first = min(first ?? day, day)
      last = max(last ?? day, day)
    }
  }

  private var files: [File] = []
  private var due: [String: [Range<CivilDay>]] = [:]
  private let plan: Plan

  /// - Parameter days: The broadcast days of each placement.
  init(plan: Plan, placements: [Placement], days: [Range<CivilDay>], entries: [AsRunEntry]) {
    self.plan = plan
    for (placement, days) in zip(placements, days) { due[placement.outlet, default: []].append(days) }
    // A year has a million rows, and most say no more than one before: the same file, outlet and day.
    var numbers: [String: Int] = [:]
    var file: (name: String, number: Int)?
    var before: [String: (number: Int, day: CivilDay)] = [:]
    for entry in entries where entry.showsItsDay && !entry.isByHand {
      let name = entry.place.file
      let number: Int
      if let file, file.name == name {
        number = file.number
      } else {
        // The sheets of a workbook are one log.
        let log = name.firstIndex(of: "!").map { String(name[..<$0]) } ?? name
        number = numbers[log] ?? files.count
        if number == files.count {
          numbers[log] = number
          files.append(File())
        }
        file = (name, number)
      }
      let (outlet, day) = (entry.outlet, entry.broadcastDay)
      if let before = before[outlet], before.number == number, before.day == day { continue }
      before[outlet] = (number, day)
      files[number].add(day, outlet)
    }
  }

  /// - Parameter stated: The day up to which somebody says that the logs are complete; `nil` to go by the rows.
  func coverage(stated: CivilDay?) -> LogCoverage {
    let outlets = Set(files.flatMap(\.byOutlet.keys))
    let own = Dictionary(uniqueKeysWithValues: outlets.map { ($0, stretches(of: $0)) })
    let end = own.values.map(\.end).max()
    let silent = due.filter { outlet, days in
      own[outlet] == nil
        && days.contains { days in end.map { days.upperBound <= $0.advanced(by: 1) } ?? false }
    }
    return LogCoverage(
      stated: stated,
      Dictionary(
        uniqueKeysWithValues: own.map { outlet, logs in
          let open = end.map { end in
            due[outlet, default: []].count {
              $0.upperBound <= end.advanced(by: 1) && $0.lowerBound > logs.end
            }
          }
          return (
            outlet,
            LogCoverage.OutletLogs(end: logs.end, last: logs.last, gaps: logs.gaps, dueAfterEnd: open ?? 0)
          )
        }), silent: Set(silent.keys))
  }

  private func stretches(of outlet: String) -> LogCoverage.OutletLogs {
    let own = files.filter { $0.byOutlet[outlet] != nil }
    let rows = Set(own.flatMap { $0.byOutlet[outlet] ?? [] }).sorted()
    guard let first = rows.first, let last = rows.last else {
      preconditionFailure("an outlet is in a file by its rows")
    }
    let due = self.due[outlet, default: []].sorted { $0.lowerBound < $1.lowerBound }
    var gaps: [LogGap] = []
    // Stretches between gaps: their last days, and on how many days they have rows.
    var stretches: [(last: CivilDay, count: Int)] = [(first, 1)]
    // Before anything was due no log is missed.
    let begin = due.first?.lowerBound ?? first
    if begin < first, let gap = gap(begin..<first, due, own, beside: nil) { gaps.append(gap) }
    for (day, next) in zip(rows, rows.dropFirst()) {
      guard day.advanced(by: 1) < next,
        let gap = gap(day.advanced(by: 1)..<next, due, own, beside: (day, next))
      else {
        stretches[stretches.count - 1] = (next, stretches[stretches.count - 1].count + 1)
        continue
      }
      gaps.append(gap)
      stretches.append((next, 1))
    }
    // A row or two beyond a gap are not the log of a time.
    let end = (stretches.last { $0.count > Self.few } ?? stretches[0]).last
    return LogCoverage.OutletLogs(end: end, last: last, gaps: gaps)
  }

  /// The gap that days without a row are; `nil` when nothing was due on them, or nothing aired.
  ///
  /// - Parameter beside: The days with rows before and after them; `nil` before the first row.
  private func gap(
    _ days: Range<CivilDay>, _ due: [Range<CivilDay>], _ own: [File],
    beside: (before: CivilDay, after: CivilDay)?
  ) -> LogGap? {
    func count(in days: Range<CivilDay>) -> Int {
      let first = due.indices.partitioningIndex { due[$0].lowerBound >= days.lowerBound }
      return due[first...].prefix { $0.lowerBound < days.upperBound }.count {
        $0.upperBound <= days.upperBound
      }
    }
    guard count(in: days) > 0 else { return nil }
    // What a file spans, and what none does.
    var open = days
    for file in own.sorted(by: { ($0.first ?? days.lowerBound) < ($1.first ?? days.lowerBound) }) {
      guard let first = file.first, let last = file.last,
        file.days.count > Self.few
          || beside.map({ file.days.isSuperset(of: [$0.before, $0.after]) }) ?? false
      else { continue }
      if first <= open.lowerBound, open.lowerBound <= last {
        open = min(last.advanced(by: 1), open.upperBound)..<open.upperBound
      }
      if first < open.upperBound, open.upperBound <= last.advanced(by: 1), open.lowerBound < first {
        open = open.lowerBound..<first
      }
    }
    if !open.isEmpty, count(in: open) > 0 {
      let isBesideFew = beside.map { beside in
        [beside.before, beside.after].contains { day in
          own.filter { $0.days.contains(day) }.allSatisfy { $0.days.count <= Self.few }
        }
      }
      if open.count >= Self.longest || isBesideFew == true {
        return LogGap(days: open, due: count(in: open))
      }
    }
    guard days.count >= Self.longest, count(in: days) > 1 else { return nil }
    return LogGap(days: days, due: count(in: days))
  }
}
