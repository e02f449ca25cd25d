import ScheduleModel

/// What cannot go well with how lines are spread, whatever the dates of the openings.
extension PlanCheck {
  /// All languages of one programme need a grid line that carries them all.
  func versionsGoOutTogether() -> [Finding] {
    plan.lines.compactMap { line in
      guard let versions = line.versions, versions.together, line.placing != nil,
        isRead(["versions", "outlet", "also-on", "outlets"], of: line),
        let grid = grid(of: outlets(of: versions, of: line)).map({ $0.usable(versions.grid) }),
        versions.into.allSatisfy({ language in grid.contains { $0.carries(language) } })
      else { return nil }
      let isCarried = grid.contains { gridLine in versions.into.allSatisfy(gridLine.carries) }
      return isCarried ? nil : .languagesNotTogether(versions.into, line)
    }
  }

  /// Repeats need openings as first runs do.
  func repeatsHaveOpenings() -> [Finding] {
    plan.lines.flatMap { line in
      line.repeats.compactMap { repeats in
        guard isRead(["repeats", "outlet", "also-on", "outlets", "language"], of: line),
          let grid = grid(of: outlets(of: repeats, of: line)),
          repeats.grid.allSatisfy(Set(grid.map(\.id)).contains)
        else { return nil }
        let isOpen = grid.usable(repeats.grid).contains { $0.carries(line.languages) }
        return isOpen ? nil : .repeatsWithoutGrid(repeats, line)
      }
    }
  }

  /// A line prefers grid lines that it may use. One that may use none has a finding for that.
  func preferredGridLinesAreUsable() -> [Finding] {
    plan.lines.flatMap { line -> [Finding] in
      guard let placing = line.placing,
        isRead(["prefer", "outlet", "also-on", "outlets", "grid", "language"], of: line),
        !placing.preferred.isEmpty, let grid = grid(of: line.outlets.ids)
      else { return [] }
      let allowed = grid.usable(placing.grid)
      let usable = allowed.filter { $0.carries(line.languages) }.map(\.id).unique
      guard !usable.isEmpty else { return [] }
      let unusable = Set(grid.map(\.id)).subtracting(usable)
      let outside = unusable.intersection(grid.filter { $0.carries(line.languages) }.map(\.id))
      return placing.preferred.filter(unusable.contains).map {
        .preferredUnusable($0, usable: usable, isOutsideGrid: outside.contains($0), line)
      }
    }
  }

  /// A work is not longer than every opening that it may go into. An opening without a length bounds none.
  func worksFitIntoOpenings() -> [Finding] {
    plan.lines.compactMap { line in
      guard let placing = line.placing, let minutes = placing.minutes,
        isRead(
          ["length", "outlet", "also-on", "outlets", "grid", "versions", "repeats", "language"], of: line)
      else { return nil }
      var uses = [(line.firstRunOutlets, placing.grid, line.languages)]
      uses += line.repeats.map { (outlets(of: $0, of: line), $0.grid, line.languages) }
      if let versions = line.versions {
        uses += versions.into.map { (outlets(of: versions, of: line), versions.grid, WorkLanguages($0)) }
      }
      for (ids, named, language) in uses {
        let openings = grid(of: ids)?.usable(named).filter { $0.carries(language) } ?? []
        if !openings.isEmpty, openings.allSatisfy({ (1..<minutes).contains($0.minutes) }) {
          return .workLongerThanSlot(line, minutes: minutes, openings, language)
        }
      }
      return nil
    }
  }

  /// Works without a length of their own are as long as their opening at most, which must be enough to count.
  func leastLengthsFitIntoOpenings() -> [Finding] {
    plan.lines.compactMap { line in
      guard let placing = line.placing, placing.minutes == nil, let least = line.counting.leastMinutes,
        isRead(["length", "least-length", "outlet", "also-on", "outlets", "grid", "language"], of: line),
        let openings = grid(of: line.firstRunOutlets)?.usable(placing.grid).filter({
          $0.carries(line.languages)
        }),
        !openings.isEmpty, openings.allSatisfy({ (1..<least).contains($0.minutes) })
      else { return nil }
      return .leastLongerThanSlot(line, minutes: least, openings)
    }
  }

  /// Gaps between the first and the last of the works that a line places itself.
  func gapsFitIntoTheWindow() -> [Finding] {
    var parts: [String: Int] = [:]
    for case (.partOf(let host), let works?) in plan.lines.map({ ($0.overlap, $0.works) }) {
      parts[host, default: 0] += works
    }
    return plan.lines.compactMap { line in
      guard let placing = line.placing, let gap = placing.gapDays, let asked = line.works,
        isRead(["gap", "quota", "from", "to"], of: line)
      else { return nil }
      let works = asked - parts[line.id, default: 0]
      let needed = (works - 1) * gap + 1
      guard needed > placing.window.count else { return nil }
      return .gapPassesWindow(line, gap: gap, works: works, needed: needed, window: placing.window)
    }
  }

  /// Pins lie as far apart as the works.
  func pinsKeepTheGap() -> [Finding] {
    plan.lines.compactMap { line in
      guard let placing = line.placing, let gap = placing.gapDays, isRead(["gap", "pins"], of: line) else {
        return nil
      }
      let days = placing.pins.map(\.day).sorted()
      let near = zip(days, days.dropFirst()).first { $0.distance(to: $1) < gap }
      return near.map { .pinsTooNear(line, gap: gap, $0.0, $0.1) }
    }
  }

  /// What lines must have on an outlet in a month is not more than the outlet takes.
  ///
  /// Only first runs that can go nowhere else are added, and no line of which others count a part.
  func outletsHoldTheLeast() -> [Finding] {
    var hosts: Set<String> = []
    for case .partOf(let host) in plan.lines.map(\.overlap) { hosts.insert(host) }
    let lines = plan.lines.filter {
      $0.placing != nil && $0.firstRunOutlets.count == 1 && !hosts.contains($0.id)
        && isRead(["outlet", "outlets", "months"], of: $0)
    }
    let byOutlet = Dictionary(grouping: lines) { $0.firstRunOutlets[0] }
    return plan.outlets.compactMap { outlet in
      guard let most = outlet.perMonth, let lines = byOutlet[outlet.id],
        !unread.contains("per-month", of: outlet.place)
      else { return nil }
      let least = plan.months.indices.map { month in
        lines.compactMap { $0.placing?.months[month].lowerBound }.reduce(0, +)
      }
      let months = plan.months.indices.filter { least[$0] > most[$0] }
      guard let month = months.first else { return nil }
      let asking = lines.filter { ($0.placing?.months[month].lowerBound ?? 0) > 0 }
      return .outletBelowLeast(
        outlet, month: plan.months.key(of: month), least: least[month], most: most[month], lines: asking,
        furtherMonths: months.dropFirst().map(plan.months.key))
    }
  }

  /// A translator does something. Where something could not be read, it may be that which names one.
  func translatorsAreNamed() -> [Finding] {
    guard unread.isEmpty else { return [] }
    let named = Set(plan.lines.flatMap { line in line.versions.map { Array($0.translators.values) } ?? [] })
    return plan.translators.filter { !named.contains($0.id) }.map(Finding.translatorUnused)
  }
}

extension [GridLine] {
  /// Those that a list of ids names; all when it names none.
  fileprivate func usable(_ ids: [String]) -> [GridLine] {
    let named = Set(ids)
    return named.isEmpty ? self : filter { named.contains($0.id) }
  }
}

extension [String] {
  /// Each once, where it comes first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension PlanLine {
  /// Where the works appear first: on the main outlet, or on any of several that share a figure.
  var firstRunOutlets: [String] {
    switch outlets {
    case .each(let ids): Array(ids.prefix(1))
    case .together(let ids): ids
    }
  }
}
