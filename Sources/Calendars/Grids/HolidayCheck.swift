import ScheduleModel

/// Looks for openings that remain on Tết or on days of state mourning.
///
/// Both concern outlets in Việt Nam alone. Giỗ Tổ is no collision: stations broadcast on it. Newspapers and pages appear
/// in mourning; what is heard or performed in public may have to be postponed (Decree 105/2012/NĐ-CP), which a person
/// decides.
struct HolidayCheck {
  /// Openings of a grid line on the days of a holiday.
  struct Collision {
    let line: GridLine
    let outlet: Outlet
    /// The days on which it opens, in order.
    let days: [CivilDay]
    /// By how many days the openings can move off the holiday, the same for all holidays of the grid line; `nil` when
    /// that does not move them.
    let shift: Int?
  }

  /// A holiday, with the openings that it meets.
  private struct Holiday {
    let days: Range<CivilDay>
    /// Of whom the mourning is; `nil` for Tết.
    let mourned: String?
    var collisions: [Collision] = []
  }

  private var holidays: [Holiday]

  /// Nothing met yet.
  ///
  /// - Parameter years: The calendar years of which the plan has days.
  init(years: some Sequence<Int>) {
    holidays = years.flatMap { year in
      let newYear = NationalCalendar.newYearDays(of: year).map { [Holiday(days: $0, mourned: nil)] } ?? []
      return newYear + NationalCalendar.mourning(of: year).map { Holiday(days: $0.days, mourned: $0.name) }
    }
  }

  /// Looks at the openings of one more grid line.
  mutating func add(_ openings: GridLineOpenings) {
    let outlet = openings.outlet
    guard outlet.isInVietnam else { return }
    // The days of openings that nobody decided to keep in a blackout.
    let days = openings.slots.flatMap { slot -> [CivilDay] in
      if case .inMonth = slot.timing { return [] }
      return slot.timing.days.filter { !openings.isClosed($0) }
    }.sorted()
    let met = holidays.indices.compactMap { index -> (holiday: Int, days: [CivilDay])? in
      guard holidays[index].mourned == nil || outlet.kind.isHeardInPublic else { return nil }
      let met = days.filter(holidays[index].days.contains)
      return met.isEmpty ? nil : (index, met)
    }
    let shift = shift(of: openings, off: met)
    for (index, days) in met {
      let moves = shift.map { fits($0, openings, days, off: index) } ?? false
      holidays[index].collisions.append(
        Collision(line: openings.line, outlet: outlet, days: days, shift: moves ? shift : nil))
    }
  }

  /// At most one finding for each Tết, and one for each mourning, whatever the number of grid lines.
  var findings: [Finding] {
    holidays.filter { !$0.collisions.isEmpty }.map { holiday in
      holiday.mourned.map { .inMourning(holiday.collisions, name: $0, mourning: holiday.days) }
        ?? .onNewYear(holiday.collisions, newYear: holiday.days)
    }
  }

  /// By how many days the openings of a grid line move off most of the holidays that they meet: it has one
  /// `in-blackout` for all of them. `nil` when no shift of up to two weeks moves any. What the grid line says already is
  /// tried first, then a week, since it keeps the weekday.
  private func shift(
    of openings: GridLineOpenings, off met: [(holiday: Int, days: [CivilDay])]
  ) -> Int? {
    var shifts = [-7, 7, -14, 14] + (1...6).flatMap { [-$0, $0] }
    if case .shift(let days) = openings.line.inBlackout { shifts.insert(days, at: 0) }
    var best: (shift: Int, moved: Int)?
    for shift in shifts {
      let moved = met.count { fits(shift, openings, $0.days, off: $0.holiday) }
      if moved > best?.moved ?? 0 { best = (shift, moved) }
      if moved == met.count { break }
    }
    return best?.shift
  }

  /// Whether a shift moves openings off a holiday without meeting a closed day or another opening.
  private func fits(_ shift: Int, _ openings: GridLineOpenings, _ days: [CivilDay], off holiday: Int) -> Bool
  {
    days.allSatisfy { day in
      let target = day.advanced(by: shift)
      return openings.range.contains(target) && !holidays[holiday].days.contains(target)
        && !openings.isClosed(target) && !openings.openDays.contains(target)
    }
  }
}

extension Outlet {
  /// Whether Vietnamese holidays and mourning concern it: its clock is that of Việt Nam.
  var isInVietnam: Bool { ["Asia/Ho_Chi_Minh", "Asia/Saigon"].contains(zone) }
}

extension Outlet.Kind {
  /// Whether it is heard, watched or performed at an hour, rather than read.
  fileprivate var isHeardInPublic: Bool {
    switch self {
    case .television, .radio, .loudspeaker, .event: true
    case .newspaper, .website, .socialPage, .outdoor, .print: false
    }
  }
}
