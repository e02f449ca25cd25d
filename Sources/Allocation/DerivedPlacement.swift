import ScheduleModel

/// What follows from the originals: the same work on further outlets, and its language versions.
enum DerivedPlacement {
  /// A work that needs a further slot, from a day on.
  struct Job {
    let original: Placement
    let line: PlanLine
    let language: LanguageTag
    let run: Placement.Run
    let outlets: [String]
    let grid: [String]
    let from: CivilDay
  }

  /// Puts each job into the first slot with room, those that may begin first going first.
  ///
  /// With no deadline but the end of the year, taking the earliest never places fewer than another order,
  /// as long as the jobs compete for the same slots.
  static func place(_ jobs: [Job], plan: Plan, slots: [Slot], room: inout [Int]) -> (
    placements: [Placement], left: [Job]
  ) {
    let byOutlet = Dictionary(grouping: slots.indices) { slots[$0].outlet }
    var placements: [Placement] = []
    var left: [Job] = []
    let order = jobs.indices.sorted { (jobs[$0].from, $0) < (jobs[$1].from, $1) }
    for job in order.map({ jobs[$0] }) {
      let candidates = job.outlets.flatMap { byOutlet[$0] ?? [] }
      let slot = candidates.filter { index in
        room[index] > 0 && slots[index].carries(job.language) && isInTime(slots[index].timing, job.from)
          && (job.grid.isEmpty || job.grid.contains(slots[index].grid))
      }.min()
      guard let slot else {
        left.append(job)
        continue
      }
      room[slot] -= 1
      placements.append(
        Placement(
          plan: plan.id, line: job.line.id, edition: job.original.edition, language: job.language,
          run: job.run,
          slot: slots[slot]))
    }
    return (placements, left)
  }

  private static func isInTime(_ timing: SlotTiming, _ day: CivilDay) -> Bool {
    if case .inMonth(let days) = timing { day < days.upperBound } else { day <= timing.day }
  }

  /// Each work of a line on several outlets appears on the others too, from the same day on.
  static func crossPosts(of originals: [Placement], plan: Plan) -> [Job] {
    originals.flatMap { original -> [Job] in
      guard let line = plan.line(original.line), case .each(let outlets) = line.outlets else { return [] }
      return outlets.dropFirst().map { outlet in
        Job(
          original: original, line: line, language: .vietnamese, run: .crossPost, outlets: [outlet], grid: [],
          from: original.timing.day)
      }
    }
  }

  /// The versions of a line's works in each of its languages, from the lead time after the original on.
  static func versions(of originals: [Placement], plan: Plan) -> [Job] {
    let works = Dictionary(grouping: originals, by: \.line).mapValues(\.count)
    return originals.flatMap { original -> [Job] in
      guard let line = plan.line(original.line), let versions = line.versions,
        isTranslated(original, versions, of: works[line.id] ?? 0)
      else { return [] }
      return versions.into.map { language in
        Job(
          original: original, line: line, language: language, run: .first,
          outlets: versions.outlet.map { [$0] } ?? line.outlets.ids, grid: versions.grid,
          from: original.timing.day.advanced(by: versions.leadDays))
      }
    }
  }

  /// Where only some works are translated, they are spread evenly over the line's.
  private static func isTranslated(_ original: Placement, _ versions: LanguageVersions, of all: Int) -> Bool {
    guard let works = versions.works, works < all else { return true }
    return original.edition * works / all > (original.edition - 1) * works / all
  }
}
