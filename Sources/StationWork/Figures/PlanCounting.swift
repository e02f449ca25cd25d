import Planning
import Reports
import ScheduleModel
import StationStore

/// Counts a plan's year into the small rows that sums over units are made of.
///
/// What is added follows the rules of counting: each work once, in the kind of the outlet on which it appears first; works of any
/// form together, and every other unit for itself; no figure where no log tells.
struct PlanCounting {
  /// The name of the group of works whose figure is of outlets of several kinds and cannot be split.
  static let severalKinds = "several"

  private let plan: Plan
  private let tally: Tally

  /// What a plan planned, scheduled and aired.
  ///
  /// - Parameter slug: Stands for the title where the text has errors.
  static func counted(_ year: StationYear, slug: String) -> CountedPlan {
    var year = year
    guard let plan = year.plan, let planned = year.schedule(),
      let period = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile),
      let tally = year.tally(period)?.tally
    else { return CountedPlan(year: nil, title: slug, stage: "plan", logsUpTo: nil, figures: []) }
    let stage =
      switch planned.origin {
      case .published: "published"
      case .draft: "draft"
      case .named, .plan: "plan"
      }
    let counting = PlanCounting(plan: plan, tally: tally)
    return CountedPlan(
      year: plan.year, title: plan.title, stage: stage, logsUpTo: tally.asOf?.description,
      figures: counting.byKind() + counting.byLanguage())
  }

  /// Each line that no other counts already, in the kind of its main outlet.
  private func byKind() -> [PlanFigure] {
    let hosted = Set(plan.lines.flatMap { plan.parts(of: $0) }.map(\.id))
    var rows = Rows(section: .kind)
    for line in tally.lines {
      guard let own = plan.line(line.line), !own.isEmbedded, !hosted.contains(own.id) else { continue }
      rows.add(counts(of: line), name: kind(of: own), measure: Self.measure(of: own))
    }
    return rows.figures
  }

  private func kind(of line: PlanLine) -> String {
    let kinds = line.outlets.ids.compactMap { plan.outlet($0)?.kind }
    if case .together = line.outlets, Set(kinds).count > 1 { return Self.severalKinds }
    return kinds.first?.rawValue ?? Self.severalKinds
  }

  /// What a line's works are counted in. A time is filled by works.
  private static func measure(of line: PlanLine) -> String {
    let stated = line.quota.flatMap { $0.unit.time == nil ? $0.unit : nil }
    let unit = stated ?? line.form
    return unit.kind == .works ? "" : unit.forms.sorted().joined(separator: ", ")
  }

  private func counts(of line: LineTally) -> FigureCounts {
    var counts = FigureCounts()
    // A time and a rate are no number of works.
    let stated = line.planned.flatMap { $0.unit.time == nil && $0.rate == nil ? $0 : nil }
    counts.planned = stated?.floor
    counts.isLeast = stated?.isExact != true
    fill(&counts, line.counts, isCounted: tally.isCounted(line, in: plan))
    return counts
  }

  /// The works and versions that are spoken in each language.
  private func byLanguage() -> [PlanFigure] {
    var rows = Rows(section: .language)
    for group in tally.groups where group.dimension == .language && group.unit == nil {
      guard let found = group.counts, found != Counts() else { continue }
      var counts = FigureCounts()
      fill(&counts, found, isCounted: tally.knowsOutput)
      rows.add(counts, name: group.key, measure: "")
    }
    return rows.figures
  }

  private func fill(_ counts: inout FigureCounts, _ found: Counts, isCounted: Bool) {
    counts.scheduled = found.scheduled
    counts.pending = isCounted ? found.pending : found.scheduled
    if isCounted, found.isHeard {
      (counts.aired, counts.missed) = (found.aired, found.missed)
    } else {
      counts.unlogged = 1
    }
  }
}

/// Rows of a section, of which those of one group and measure are added.
private struct Rows {
  let section: PlanFigure.Section
  private var sums: [Key: FigureCounts] = [:]

  private struct Key: Hashable {
    let name: String
    let measure: String
  }

  init(section: PlanFigure.Section) { self.section = section }

  mutating func add(_ counts: FigureCounts, name: String, measure: String) {
    let key = Key(name: name, measure: measure)
    sums[key] = sums[key].map { $0 + counts } ?? counts
  }

  /// In the order of names and measures.
  var figures: [PlanFigure] {
    sums.sorted { ($0.key.name, $0.key.measure) < ($1.key.name, $1.key.measure) }.map { key, counts in
      PlanFigure(section: section, name: key.name, measure: key.measure, counts: counts)
    }
  }
}
