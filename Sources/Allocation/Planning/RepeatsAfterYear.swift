import ScheduleModel

/// The repeats of a series that have no slot because their days lie after the last day that may be scheduled.
struct RepeatsAfterYear {
  /// In the order of their works.
  private(set) var editions: [Late] = []

  /// A repeat that comes too late for the plan.
  struct Late {
    let edition: Int
    /// When what it repeats is aired; `nil` where that has no slot either.
    let source: CivilDay?
    /// The first and the last day on which it may be aired; no last for any later day.
    let from: CivilDay
    let through: CivilDay?

    /// The repeat after this one.
    fileprivate func after(_ followUp: FollowUp) -> Late {
      Late(
        edition: edition, source: nil, from: from.advanced(by: followUp.leastDays),
        through: through.flatMap { day in followUp.mostDays.map { day.advanced(by: $0) } })
    }
  }

  /// Those of each series; the second repeat of a work whose first comes too late comes too late as well.
  static func all(of planned: PlanProblem, _ built: ScheduleBuilding, plan: Plan) -> [RepeatsAfterYear] {
    var all: [RepeatsAfterYear] = []
    for (number, origin) in planned.series.enumerated() {
      var own = RepeatsAfterYear()
      if let followUp = origin.followUp, case .again(let repeats, _, let isFirst) = followUp.kind {
        if !isFirst, let source = origin.source {
          own.editions = all[source].editions.map { $0.after(followUp) }
        }
        own.add(built.unfollowed[number], followUp, repeats, plan, planned.problem)
        let short = max(0, built.asked[number] - built.placed[number])
        own.editions = own.editions.sorted { $0.edition < $1.edition }.suffix(short)
      }
      all.append(own)
    }
    return all
  }

  private mutating func add(
    _ works: [FollowerMatch.Unit], _ followUp: FollowUp, _ repeats: Repeats, _ plan: Plan, _ problem: Problem
  ) {
    let days = YearDays(of: plan)
    let end = days.index(of: plan.days.upperBound.advanced(by: repeats.nextYearDays))
    let open = Set(followUp.slots.map { problem.slots[$0].day })
    for work in works {
      let first = work.day + followUp.leastDays
      let last = followUp.mostDays.map { work.day + $0 }
      guard last.map({ $0 >= end }) ?? true, !open.contains(where: { $0 >= first && $0 < end }) else {
        continue
      }
      editions.append(
        Late(
          edition: work.edition, source: days.day(work.day), from: days.day(first),
          through: last.map(days.day)))
    }
  }
}

extension Finding {
  /// Repeats that fall after the last day that may be scheduled.
  static func repeatsAfterYear(_ late: RepeatsAfterYear, _ followUp: FollowUp, plan: Plan) -> Finding? {
    guard case .again(let repeats, let number, _) = followUp.kind, !late.editions.isEmpty else { return nil }
    let line = followUp.line
    let count = late.editions.count
    let last = plan.days.upperBound.advanced(by: repeats.nextYearDays - 1)
    let shown = late.editions.prefix(5)
    let more = count - shown.count
    let which =
      number > 1
      ? Words(vi: " (lần phát lại thứ \(number))", en: " (repeat number \(number))") : Words("")
    let listed = Words(
      vi: shown.map(\.words.vi).joined(separator: "; ") + (more > 0 ? "; và \(more) kỳ khác" : ""),
      en: shown.map(\.words.en).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : ""))
    // A rule that opens once a week is met within seven days.
    let needed = late.editions.map { ($0.through ?? $0.from.advanced(by: 6)) }.max() ?? last
    let days = plan.days.upperBound.advanced(by: -1).distance(to: needed)
    return Finding(
      .repeatAfterYear, .warning, at: repeats.place,
      Words(
        vi:
          "“\(line.title)”: \(count) lượt phát lại\(which.vi) rơi vào sau ngày \(last.forPeople), ngày cuối được xếp lịch: "
          + "\(listed.vi).",
        en:
          "“\(line.title)”: \(count) of its repeats\(which.en) \(count == 1 ? "falls" : "fall") after \(last), the last day "
          + "that is scheduled: \(listed.en)."),
      remedy: Words(
        vi: "Muốn xếp vào những ngày đầu năm sau, ghi ở repeats: into-next-year: \(days)d",
        en: "To plan them into the first days of the next year, write in repeats: into-next-year: \(days)d"))
  }
}

extension RepeatsAfterYear.Late {
  /// The edition, when it is aired, and when its repeat is due.
  fileprivate var words: Words {
    let due =
      through.map { through in
        through == from
          ? Words(vi: "phát lại ngày \(from.forPeople)", en: "to be repeated on \(from)")
          : Words(
            vi: "phát lại từ \(from.forPeople) đến \(through.forPeople)",
            en: "to be repeated from \(from) to \(through)")
      } ?? Words(vi: "phát lại từ \(from.forPeople)", en: "to be repeated from \(from) on")
    let aired =
      source.map { Words(vi: ", phát ngày \($0.forPeople)", en: ", aired on \($0)") } ?? Words("")
    return Words(
      vi: "kỳ \(edition)\(aired.vi), \(due.vi)", en: "edition \(edition)\(aired.en), \(due.en)")
  }
}
