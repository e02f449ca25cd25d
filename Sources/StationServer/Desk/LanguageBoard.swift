import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The language versions of some days with how far each is, who makes it and until when, what is overdue first. Whoever assigns has
/// all, a translator their own.
struct LanguageBoard {
  let versions: [Version]

  /// A version.
  struct Version {
    let placement: Placement
    let stage: VersionStage
    /// The number of the state that was said last; 0 for none.
    let version: Int
    /// The day on which the translation is due; `nil` where the plan states none.
    let due: CivilDay?
    /// What became of it; `nil` while nothing is known.
    let outcome: Outcome?
    /// Whether it is past its due day and not made.
    let isLate: Bool
    /// The number of the person to whom it was given; `nil` for nobody.
    let person: Int?
    /// Who makes it: that person, else who the plan names.
    let who: String?
    /// Whether the visitor may say how far it is.
    let maySet: Bool
  }

  /// - Parameter days: The versions that air then; `nil` for all.
  init(
    _ visitor: Visitor, _ plan: VisiblePlan, _ reading: DeskReading, _ work: DeskReading.Work,
    _ states: [VersionState], _ people: [Person], within days: Range<CivilDay>?
  ) {
    let (mayAssign, mayOwn) = (plan.allows(.assign), plan.allows(.ownTranslations))
    let own = visitor.person.number
    let byUID = Dictionary(states.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(people.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
    var year = reading.year
    let outcomes = Dictionary(
      (work.isPublished ? year.held()?.outcomes ?? [] : []).map { ($0.placement.uid, $0.outcome) },
      uniquingKeysWith: { first, _ in first })
    var rows: [(order: (Int, CivilDay, String), version: Version)] = []
    for row in work.worked.draft.rows {
      let placement = row.placement
      guard work.plan.isVersionFirstRun(placement),
        days.map({ work.days.days(of: placement).overlaps($0) }) ?? true
      else { continue }
      let known = byUID[placement.uid]
      // Whoever makes versions and assigns none sees their own.
      let isOwn =
        known?.person == own
        || (known?.person == nil && PlanTranslators.isOf(placement, visitor.person, work.plan))
      guard mayAssign || !mayOwn || isOwn else { continue }
      let stage = known.flatMap { VersionStage(rawValue: $0.state) } ?? .toTranslate
      let due = work.plan.deadlines(of: placement).first { $0.work == .translation }?.day(before: placement)
      let outcome = outcomes[placement.uid].flatMap { $0 == .pending ? nil : $0 }
      let isOpen = outcome == nil && !work.isPast(placement)
      let last = due ?? placement.timing.day
      let isLate =
        isOpen && (stage == .toTranslate || stage == .translating) && last < reading.today
      let planned = work.plan.line(placement.line)?.versions?.translators[placement.language].map {
        work.plan.translator($0)?.name ?? $0
      }
      let version = Version(
        placement: placement, stage: stage, version: known?.version ?? 0, due: due, outcome: outcome,
        isLate: isLate, person: known?.person,
        who: known?.person.map { names[$0] ?? "\($0)" } ?? planned,
        maySet: isOpen && (mayAssign || isOwn && mayOwn))
      rows.append(((isLate ? 0 : isOpen ? 1 : 2, last, placement.uid), version))
    }
    versions = rows.sorted { $0.order < $1.order }.map(\.version)
  }
}
