import ScheduleModel

/// What can be doubtful in a plan as a whole. One rule is one function; ``rules`` is the list of them.
///
/// A rule passes over what could not be read: that has a finding already.
struct PlanCheck {
  let plan: Plan
  let unread: UnreadValues
  private let outlets: [String: Outlet]
  private let lines: [String: PlanLine]

  init(_ plan: Plan, unread: UnreadValues) {
    self.plan = plan
    self.unread = unread
    outlets = Dictionary(plan.outlets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    lines = Dictionary(plan.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var findings: [Finding] { Self.rules.flatMap { $0(self)() } }

  static let rules: [@Sendable (PlanCheck) -> () -> [Finding]] = [
    documentsAreIdentified, basisIsInForce, linesHaveFigures, lengthsMakeTotals, scheduledLinesHaveOpenings,
    openingsDecideTheLanguage, versionsHaveOpenings, versionsGoOutTogether, repeatsHaveOpenings,
    gridLinesBelongToTheOutlet,
    insertsHaveAProgramme, preferredGridLinesAreUsable, worksFitIntoOpenings, leastLengthsFitIntoOpenings,
    gapsFitIntoTheWindow, pinsKeepTheGap,
    outletsHoldTheLeast, translatorsAreNamed, overlapsEnd, partsFitIntoTheirHost, partsAreLikeTheirHost,
    countsAgreeWithTheQuota,
    unitsExist,
    unitsLieInTerritories,
    feedsNamePersons, feedsShowSomething, feedsHaveFilesOfTheirOwn, deadlinesAreForSomething,
    translationsComeFirst,
  ]

  /// A document is cited by number and date; a source that prints neither is worth knowing.
  func documentsAreIdentified() -> [Finding] {
    plan.documents.flatMap { document in
      let hasNumber = document.number != nil || unread.contains("number", of: document.place)
      let hasDate = document.date != nil || unread.contains("date", of: document.place)
      return (hasNumber ? [] : [Finding.documentNumberMissing(document)])
        + (hasDate ? [] : [Finding.documentDateMissing(document)])
    }
  }

  /// Resolution 30c/NQ-CP ran from 2011 to 2020; 76/NQ-CP follows it for 2021 to 2030.
  func basisIsInForce() -> [Finding] {
    plan.documents.filter { $0.number == "30c/NQ-CP" && plan.year >= 2021 }.map(Finding.supersededBasis)
  }

  /// A line without a figure is legitimate, but nobody can say how much of it is done.
  func linesHaveFigures() -> [Finding] {
    plan.lines.filter { !$0.isEmbedded && isRead(["quota", "embedded-in"], of: $0) }.compactMap { line in
      guard let quota = line.quota else { return .unquantified(line) }
      return quota.isInWords ? .quotaInWords(line, quota) : nil
    }
  }

  /// A quota in time, or works of unlike lengths, make a count and a total time that the plan does not state.
  func lengthsMakeTotals() -> [Finding] {
    plan.lines.compactMap { line in
      guard let lengths = line.placing?.lengths, let works = line.works,
        isRead(["quota", "length"], of: line),
        line.quota?.unit.time != nil || lengths.count > 1
      else { return nil }
      return .quotaInTime(line, works: works, lengths: lengths.times(line.parts))
    }
  }

  /// A quota needs openings on the line's outlets.
  func scheduledLinesHaveOpenings() -> [Finding] {
    plan.lines.compactMap { line in
      guard let placing = line.placing,
        isRead(["outlet", "also-on", "outlets", "grid", "language"], of: line),
        let grid = grid(of: line.outlets.ids), placing.grid.allSatisfy(Set(grid.map(\.id)).contains)
      else { return nil }
      let usable = grid.filter { placing.grid.isEmpty || placing.grid.contains($0.id) }
      if usable.contains(where: { $0.carries(line.languages) }) { return nil }
      return usable.isEmpty || line.languages == .vietnamese
        ? .quotaWithoutGrid(line) : .worksWithoutGrid(line.languages, line)
    }
  }

  /// A work in one of several languages is in that of its opening, which must not leave it open.
  func openingsDecideTheLanguage() -> [Finding] {
    plan.lines.compactMap { line in
      guard let placing = line.placing, line.languages.areAlternatives,
        isRead(["outlet", "also-on", "outlets", "grid", "language"], of: line),
        let grid = grid(of: line.outlets.ids)
      else { return nil }
      let open = grid.filter { opening in
        (placing.grid.isEmpty || placing.grid.contains(opening.id))
          && line.languages.all.count(where: opening.carries) > 1
      }
      return open.isEmpty ? nil : .languageLeftOpen(line, in: open.map(\.id))
    }
  }

  /// Each language that a line is translated into needs openings in that language.
  func versionsHaveOpenings() -> [Finding] {
    plan.lines.compactMap { line in
      guard let versions = line.versions, line.placing != nil,
        isRead(["versions", "outlet", "also-on", "outlets"], of: line),
        let grid = grid(of: outlets(of: versions, of: line)),
        versions.grid.allSatisfy(Set(grid.map(\.id)).contains)
      else { return nil }
      let missing = versions.into.filter { language in
        !grid.contains { $0.carries(language) && (versions.grid.isEmpty || versions.grid.contains($0.id)) }
      }
      return missing.isEmpty ? nil : .languageWithoutGrid(missing, line)
    }
  }

  /// A line names grid lines of its own outlets, and its versions those of theirs.
  func gridLinesBelongToTheOutlet() -> [Finding] {
    let known = Set(plan.outlets.flatMap { $0.grid.map(\.id) })
    return plan.lines.flatMap { line -> [Finding] in
      let keys = ["outlet", "also-on", "outlets", "grid", "pins", "prefer", "versions", "repeats"]
      guard isRead(keys, of: line) else { return [] }
      let named =
        (line.placing?.grid ?? []) + (line.placing?.pins.compactMap(\.grid) ?? [])
        + (line.placing?.preferred ?? [])
      let versions = line.versions.map { outlets(of: $0, of: line) } ?? []
      let uses =
        [(named, line.outlets.ids), (line.versions?.grid ?? [], versions)]
        + line.repeats.map { ($0.grid, outlets(of: $0, of: line)) }
      return uses.flatMap { named, ids in
        guard let own = grid(of: ids).map({ Set($0.map(\.id)) }) else { return [Finding]() }
        return Set(named).filter { known.contains($0) && !own.contains($0) }.sorted().map {
          Finding.gridLineElsewhere($0, outlets: ids, line)
        }
      }
    }
  }

  /// No line lies inside itself, however long the chain.
  func overlapsEnd() -> [Finding] { circles.map(Finding.circularOverlap) }

  /// Lines of which each lies in the next, and the last in the first.
  private var circles: [[PlanLine]] {
    var isDone: Set<String> = []
    var circles: [[PlanLine]] = []
    for line in plan.lines {
      var chain: [PlanLine] = []
      var position: [String: Int] = [:]
      var next: PlanLine? = line
      while let current = next, !isDone.contains(current.id) {
        if let start = position[current.id] {
          circles.append(Array(chain[start...]))
          break
        }
        position[current.id] = chain.count
        chain.append(current)
        switch current.overlap {
        case .partOf(let host), .embedded(in: let host): next = lines[host]
        case .unsaid, .disjoint: next = nil
        }
      }
      isDone.formUnion(chain.map(\.id))
    }
    return circles
  }

  /// The parts of a line are not more than the line, where both are said well enough to tell.
  func partsFitIntoTheirHost() -> [Finding] {
    var parts: [String: Int] = [:]
    for line in plan.lines {
      guard case .partOf(let host) = line.overlap, let quota = line.quota, quota.unit.time == nil,
        lines[host].map(line.isCountedLike) ?? true
      else { continue }
      parts[host, default: 0] += quota.floor ?? 0
    }
    let endless = Set(circles.flatMap { $0.map(\.id) })
    return plan.lines.compactMap { host in
      guard let quota = host.quota, quota.unit.time == nil, !quota.isInWords,
        let most = quota.ceiling ?? (quota.isExact || quota.qualifier == .nearly ? quota.value : nil),
        let sum = parts[host.id], sum > most, !endless.contains(host.id)
      else { return nil }
      return .partsPassQuota(host, parts: sum, quota: quota)
    }
  }

  /// What is counted in another unit is no part of a line's figure.
  func partsAreLikeTheirHost() -> [Finding] {
    plan.lines.compactMap { line in
      guard case .partOf(let id) = line.overlap, let host = lines[id], !line.isCountedLike(host) else {
        return nil
      }
      return .partUnlike(line, host)
    }
  }

  /// A unit exists on the days on which the plan needs it; district authorities ended on 1 July 2025.
  func unitsExist() -> [Finding] {
    plan.units.compactMap { unit in
      guard !unread.contains("valid", of: unit.place), let days = days(of: unit) else { return nil }
      let last = days.upperBound.advanced(by: -1)
      if unit.validity.contains(days.lowerBound), unit.validity.contains(last) {
        let crosses =
          unit.level == .district && unit.validity.through == nil && last >= AdminLevel.districtsEnd
        return crosses ? .districtEnded(unit) : nil
      }
      return .unitNotValid(unit, plan.days)
    }
  }

  /// A territory is that of a unit of no lower level, and none lies in itself.
  func unitsLieInTerritories() -> [Finding] {
    let units = Dictionary(plan.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return plan.units.compactMap { unit in
      guard let parent = unit.parent.flatMap({ units[$0] }) else { return nil }
      if let mine = unit.level, let theirs = parent.level, mine < theirs {
        return .parentNotHigher(unit, parent)
      }
      var (seen, next): (Set<String>, String?) = ([unit.id], parent.id)
      while let id = next, seen.insert(id).inserted { next = units[id]?.parent }
      return next == unit.id ? .parentCircle(unit, parent) : nil
    }
  }

  /// From the first to the last day of the lines that name a unit. One that no line names is there for the
  /// whole plan, unless it only follows another, or lies in another's territory and reports to it: then `nil`.
  private func days(of unit: AdminUnit) -> Range<CivilDay>? {
    let windows = plan.lines.filter { line in
      let who = line.responsibility
      return ([who.producer, who.lead].compactMap(\.self) + who.support).contains(unit.id)
    }.map(runningDays)
    guard let first = windows.map(\.lowerBound).min(), let end = windows.map(\.upperBound).max() else {
      let follows =
        plan.units.contains { $0.validity.successor == unit.id }
        && !plan.outlets.contains { $0.owner == unit.id }
      return follows || unit.parent != nil ? nil : plan.days
    }
    return first..<end
  }

  /// The days on which a line runs while an outlet of it exists: what that says need not be said of the line again.
  private func runningDays(_ line: PlanLine) -> Range<CivilDay> {
    let window = line.placing?.window ?? plan.days
    let isTogether = if case .together = line.outlets { true } else { false }
    return RateDays(
      of: window, from: nil, through: nil, weekdays: [],
      existence: line.outlets.ids.compactMap { outlets[$0]?.validity }, isTogether: isTogether
    ).window
  }

  // MARK: - What is known

  func isRead(_ keys: [String], of line: PlanLine) -> Bool {
    !keys.contains { unread.contains($0, of: line.place) }
  }

  /// The grid lines of some outlets; `nil` when one of these is not known in full.
  func grid(of ids: [String]) -> [GridLine]? {
    let known = ids.compactMap { outlets[$0] }
    guard known.count == ids.count, !known.contains(where: { unread.contains("grid", of: $0.place) }) else {
      return nil
    }
    return known.flatMap(\.grid)
  }

  func outlets(of versions: LanguageVersions, of line: PlanLine) -> [String] {
    versions.outlet.map { [$0] } ?? line.outlets.ids
  }

  func outlets(of repeats: Repeats, of line: PlanLine) -> [String] {
    repeats.outlet.map { [$0] } ?? line.firstRunOutlets
  }
}
