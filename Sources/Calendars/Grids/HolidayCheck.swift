import ScheduleModel

/// Looks for openings that remain on Tết or on days of state mourning.
///
/// Giỗ Tổ is no collision: stations broadcast on it. Newspapers and pages appear in mourning; what is heard
/// or performed in public may have to be postponed (Decree 105/2012/NĐ-CP), which a person decides.
struct HolidayCheck {
  private let openings: GridLineOpenings
  /// The days of openings that nobody decided to keep in a blackout.
  private let days: [CivilDay]

  init(_ openings: GridLineOpenings) {
    self.openings = openings
    days = openings.slots.flatMap { slot -> [CivilDay] in
      if case .inMonth = slot.timing { return [] }
      return slot.timing.days.filter { !openings.isClosed($0) }
    }.sorted()
  }

  /// At most one finding for Tết, and one for each mourning.
  var findings: [Finding] {
    let (line, outlet, year) = (openings.line, openings.outlet, openings.plan.year)
    var findings: [Finding] = []
    if let newYear = NationalCalendar.newYearDays(of: year) {
      let collisions = days.filter(newYear.contains)
      if !collisions.isEmpty {
        let shift = shift(from: collisions, avoiding: newYear)
        findings.append(.onNewYear(line, on: outlet, days: collisions, newYear: newYear, shift: shift))
      }
    }
    guard outlet.kind.isHeardInPublic else { return findings }
    for mourning in NationalCalendar.mourning(of: year) {
      let collisions = days.filter(mourning.days.contains)
      guard !collisions.isEmpty else { continue }
      findings.append(
        .inMourning(line, on: outlet, days: collisions, name: mourning.name, mourning: mourning.days))
    }
    return findings
  }

  /// By how many days the openings can move off Tết without meeting a closed day or another opening; `nil` when
  /// no shift of up to two weeks does it. What the grid line says already is tried first, then a week, since it
  /// keeps the weekday.
  private func shift(from collisions: [CivilDay], avoiding newYear: Range<CivilDay>) -> Int? {
    var shifts = [-7, 7, -14, 14] + (1...6).flatMap { [-$0, $0] }
    if case .shift(let days) = openings.line.inBlackout { shifts.insert(days, at: 0) }
    return shifts.first { shift in
      collisions.allSatisfy { day in
        let target = day.advanced(by: shift)
        return openings.range.contains(target) && !newYear.contains(target)
          && !openings.isClosed(target) && !openings.openDays.contains(target)
      }
    }
  }
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
