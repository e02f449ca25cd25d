import ScheduleModel

/// What of a schedule a guide to programmes lists, and what it does not.
struct ListedProgrammes {
  /// By channel as the plan has them, then in time order.
  let programmes: [ListedProgramme]
  /// What has no place in a guide, and why.
  let findings: [Finding]

  /// Outlets that broadcast, in the plan's order, with a programme each at least.
  var channels: [Outlet] {
    var channels: [Outlet] = []
    for programme in programmes where channels.last?.id != programme.outlet.id {
      channels.append(programme.outlet)
    }
    return channels
  }

  init(plan: Plan, schedule: Schedule) {
    let outlets = Dictionary(plan.outlets.map { ($0.id, $0) }) { first, _ in first }
    let lines = Dictionary(plan.lines.map { ($0.id, $0) }) { first, _ in first }
    var firstRuns: [Work: Placement] = [:]
    for placement in schedule.placements where placement.run == .first {
      firstRuns[Work(placement)] = placement
    }
    var hours: [Hour: Int] = [:]
    var listed: [String: [(placement: Placement, line: PlanLine, hour: Hour)]] = [:]
    var (silent, unfixed): ([String: Int], [String: Int]) = ([:], [:])
    for placement in schedule.placements {
      guard let outlet = outlets[placement.outlet], let line = lines[placement.line] else {
        preconditionFailure("a schedule of another plan: \(placement.uid)")
      }
      guard outlet.kind.isBroadcast else {
        silent[outlet.id, default: 0] += 1
        continue
      }
      guard case .timed(let start, let minutes) = placement.timing else {
        unfixed[outlet.id, default: 0] += 1
        continue
      }
      let hour = Hour(outlet: outlet.id, start: start, minutes: minutes)
      hours[hour, default: 0] += 1
      listed[outlet.id, default: []].append((placement, line, hour))
    }
    var programmes: [ListedProgramme] = []
    for outlet in plan.outlets {
      let clock = ZoneClock(outlet.zone)
      var before: [Hour: Int] = [:]
      for (placement, line, hour) in listed[outlet.id, default: []] {
        let start = ZonedTime(hour.start, on: clock)
        programmes.append(
          ListedProgramme(
            placement: placement, line: line, outlet: outlet, start: start,
            end: hour.minutes > 0 ? start.adding(minutes: hour.minutes, on: clock) : nil,
            clump: (before[hour, default: 0], hours[hour, default: 1]),
            first: placement.run == .first ? nil : firstRuns[Work(placement)]))
        before[hour, default: 0] += 1
      }
    }
    self.programmes = programmes
    findings =
      plan.outlets.compactMap { outlet in silent[outlet.id].map { .notBroadcast(outlet, count: $0) } }
      + plan.outlets.compactMap { outlet in unfixed[outlet.id].map { .withoutHour(outlet, count: $0) } }
  }

  /// A work's version, whichever its runs.
  private struct Work: Hashable {
    let line: String
    let edition: Int
    let language: LanguageTag

    init(_ placement: Placement) {
      (line, edition, language) = (placement.line, placement.edition, placement.language)
    }
  }

  /// A stretch of time on a channel.
  private struct Hour: Hashable {
    let outlet: String
    let start: LocalTime
    let minutes: Int
  }
}
