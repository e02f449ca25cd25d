import ScheduleModel

/// What was published of a plan and what of it has aired, by line.
struct PublishedRecord {
  private let byLine: [String: [Placement]]
  /// The year up to the first day that is still open; `nil` for a first plan.
  private let start: YearSoFar?
  private let year: CivilDay
  private let slots: [String: Int]
  /// The UIDs that stay where they are.
  private let fixed: Set<String>
  /// Whether all other placements are planned again, as if they had been missed.
  private let onlyFixedStay: Bool

  /// Nothing was published: a first plan.
  static let none = PublishedRecord()

  private init() {
    (byLine, start, slots, fixed, onlyFixedStay) = ([:], nil, [:], [], false)
    year = CivilDay(daysSince1970: 0)
  }

  /// - Parameters:
  ///   - slots: The slots of the plan; placements in others lie in none.
  ///   - fixed: The UIDs of placements that stay where they are; each must be allowed there.
  ///   - onlyFixedStay: Plans all other placements again, as if they had been missed.
  init(
    _ start: YearSoFar, plan: Plan, slots: [Slot], fixed: Set<String>, onlyFixedStay: Bool = false
  ) {
    self.fixed = fixed
    self.onlyFixedStay = onlyFixedStay
    byLine = Dictionary(grouping: start.published, by: \.line)
    self.start = start
    year = YearDays(of: plan).first
    self.slots = Dictionary(slots.indices.map { (slots[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether it is that of a first plan.
  var isEmpty: Bool { start == nil }

  /// The past of a line's originals, or of what follows from them.
  ///
  /// Several languages in one programme are one unit, which has aired when one of them has.
  func past(of line: PlanLine, _ followUp: FollowUp?) -> SeriesPast {
    guard let start else { return .none }
    let own = byLine[line.id, default: []].filter { $0.belongs(to: followUp, of: line) }
    let byEdition = Dictionary(grouping: own, by: \.edition).sorted { $0.key < $1.key }
    var past = SeriesPast.none
    for (edition, placements) in byEdition {
      let days = placements.compactMap { start.aired[$0.uid] }
      if let day = days.min() {
        // What aired before the year's first day counts on it.
        past.aired.append(SeriesPast.Aired(edition: edition, day: max(0, year.distance(to: day))))
      } else if let first = placements.first, start.isOpen(first), mayStay(placements) {
        past.waiting.append(
          SeriesPast.Waiting(
            edition: edition, timing: first.timing, slot: slots[first.slot], uids: placements.map(\.uid),
            isFixed: isFixed(placements)))
      } else {
        past.missed.append(edition)
      }
    }
    past.aired.sort { ($0.day, $0.edition) < ($1.day, $1.edition) }
    past.waiting.sort { ($0.timing, $0.edition) < ($1.timing, $1.edition) }
    return past
  }

  /// The editions of a series: those that have aired, the open ones by the time for which they were published,
  /// the missed ones.
  func order(of line: PlanLine, _ followUp: FollowUp?, after aired: [Int]) -> [Int] {
    guard let start else { return [] }
    let own = byLine[line.id, default: []].filter { $0.belongs(to: followUp, of: line) }
    let open = own.filter(start.isOpen).sorted { ($0.timing, $0.edition) < ($1.timing, $1.edition) }
    let missed = own.filter { !start.isOpen($0) }.map(\.edition).sorted()
    return (aired + open.map(\.edition) + missed).unique
  }

  private func isFixed(_ unit: [Placement]) -> Bool { unit.contains { fixed.contains($0.uid) } }

  private func mayStay(_ unit: [Placement]) -> Bool { !onlyFixedStay || isFixed(unit) }
}

extension Placement {
  /// Whether, being of that line, it is one of the line's originals (`nil`), or of what follows from them.
  func belongs(to followUp: FollowUp?, of line: PlanLine) -> Bool {
    guard let followUp else { return run == .first && line.languages.contains(language) }
    return switch followUp.kind {
    case .part(let own): run == .part && number == own
    case .crossPost(let id): run == .crossPost && outlet == id
    case .version(let languages): run == .first && languages.contains(language)
    case .again(_, let own, _): run == .repeat && number == own
    }
  }
}
