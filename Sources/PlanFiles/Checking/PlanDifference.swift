public import ScheduleModel
import Yams

/// What one version of a plan asks of its schedule that another does not.
///
/// Titles, persons, documents and places in the file make no difference: a schedule follows from quotas, spreading,
/// versions, repeats, grids, blackouts and the plan's days.
public struct PlanDifference: Hashable, Sendable {
  /// The changes, in the order of the new plan.
  public let changes: [Change]

  /// One change.
  public enum Change: Hashable, Sendable {
    /// A line is asked for another number of works; `nil` where it states none.
    case quota(line: String, from: Int?, to: Int?)
    /// A line is spread in another way: grid lines, months, pins, repeats, versions.
    case spreading(line: String)
    /// A line is not asked for in languages in which it was before.
    case languagesDropped(line: String, [LanguageTag])
    /// A line is new.
    case lineAdded(String)
    /// A line is gone.
    case lineDropped(String)
    /// The openings of an outlet, or what it takes, are others; or it is new or gone.
    case outlet(String)
    /// Days without output, the plan's days or what translators can do are others.
    case days
  }

  /// In what `new` differs from `old`.
  public init(from old: Plan, to new: Plan) {
    let renamed = Dictionary(
      new.outlets.compactMap { outlet in outlet.was.map { ($0, outlet.id) } },
      uniquingKeysWith: { first, _ in first })
    var changes: [Change] = []
    for line in new.lines where line.placing != nil {
      guard let before = old.line(line.id) ?? line.was.flatMap(old.line), before.placing != nil else {
        changes.append(.lineAdded(line.id))
        continue
      }
      if before.works != line.works {
        changes.append(.quota(line: line.id, from: before.works, to: line.works))
      }
      let languages = line.versions?.into ?? []
      let dropped = before.versions?.into.filter { !languages.contains($0) } ?? []
      if !dropped.isEmpty { changes.append(.languagesDropped(line: line.id, dropped)) }
      // Languages that are gone are said already.
      let kept = before.with(versions: before.versions?.without(dropped))
      if Self.spreading(of: kept, old, renamed) != Self.spreading(of: line, new, [:]) {
        changes.append(.spreading(line: line.id))
      }
    }
    let renamedLines = Set(new.lines.compactMap(\.was))
    for line in old.lines
    where line.placing != nil && new.line(line.id)?.placing == nil && !renamedLines.contains(line.id) {
      changes.append(.lineDropped(line.id))
    }
    for outlet in new.outlets {
      let before = old.outlet(outlet.id) ?? outlet.was.flatMap(old.outlet)
      if before.map({ Self.openings(of: $0, old) }) != Self.openings(of: outlet, new) {
        changes.append(.outlet(outlet.id))
      }
    }
    for outlet in old.outlets where new.outlet(outlet.id) == nil && renamed[outlet.id] == nil {
      changes.append(.outlet(outlet.id))
    }
    if Self.days(of: old) != Self.days(of: new) { changes.append(.days) }
    self.changes = changes
  }

  private static func spreading(of line: PlanLine, _ plan: Plan, _ renamed: [String: String]) -> Node {
    .keyed(
      [
        ("outlets", .list(line.outlets.ids.map { Node.text(renamed[$0] ?? $0) })),
        ("language", PlanWriter.language(of: line.languages)),
        ("bilingual", line.languages.areTogether ? .yes : nil),
        ("repeats", .items(line.repeats.map(PlanWriter.repeats))),
        ("versions", line.versions.map(PlanWriter.versions)),
      ] + (line.placing.map { PlanWriter.placing($0, of: plan) } ?? []))
  }

  private static func openings(of outlet: Outlet, _ plan: Plan) -> Node {
    let passedOver: Set = ["name", "level", "owner", "deadlines", "was"]
    let all = PlanWriter.outlet(outlet, of: plan).mapping.map { Array($0) } ?? []
    return .keyed(
      all.compactMap { key, value in
        guard let key = key.string, !passedOver.contains(key) else { return nil }
        return (key, value)
      })
  }

  private static func days(of plan: Plan) -> Node {
    .keyed([
      ("from", .day(plan.days.lowerBound)), ("to", .day(plan.days.upperBound)),
      ("blackouts", .items(plan.blackouts.map(PlanWriter.blackout))),
      ("translators", .items(plan.translators.map(PlanWriter.translator))),
    ])
  }
}

extension LanguageVersions {
  /// The same without some languages; `nil` where none is left.
  fileprivate func without(_ languages: [LanguageTag]) -> LanguageVersions? {
    let into = into.filter { !languages.contains($0) }
    return into.isEmpty
      ? nil
      : LanguageVersions(
        into: into, leadDays: leadDays, outlet: outlet, grid: grid, works: works, sentTo: sentTo,
        together: together, translators: translators.filter { into.contains($0.key) })
  }
}

extension PlanLine {
  /// The same with other versions.
  fileprivate func with(versions: LanguageVersions?) -> PlanLine {
    PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis, placing: placing,
      versions: versions, responsibility: responsibility, topics: topics, tone: tone, overlap: overlap,
      note: note, place: place, repeats: repeats, deadlines: deadlines, counting: counting,
      houseNumber: houseNumber, was: was, aliases: aliases, languages: languages)
  }
}
