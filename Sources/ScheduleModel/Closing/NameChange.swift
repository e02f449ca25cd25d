/// A name on the certificate of a close that the plan has changed since.
public struct NameChange: Hashable, Sendable {
  /// What has the name.
  public let kind: Kind
  /// The id of the line, the unit or the total; empty for the plan and its office.
  public let id: String
  /// The name when the period was closed; `nil` when there was none.
  public let before: String?
  /// The name of today; `nil` when there is none any more.
  public let after: String?

  /// What has a name on a certificate; the raw values stand in data.
  public enum Kind: String, CaseIterable, Sendable {
    case plan, line, total, unit, office, above, place, signs, signer
  }

  /// The names of a close's certificate that differ between the plan of the close and another.
  public static func all(on close: PeriodClose, from before: Plan, to after: Plan) -> [NameChange] {
    var changes: [NameChange] = []
    func add(_ kind: Kind, of id: String = "", _ was: String?, _ now: String?) {
      guard was != now else { return }
      changes.append(NameChange(kind: kind, id: id, before: was, after: now))
    }
    add(.plan, before.title, after.title)
    let (was, now) = (before.office, after.office)
    add(.office, was.name, now.name)
    add(.above, was.above, now.above)
    add(.place, was.place, now.place)
    add(.signs, text(was.signs), text(now.signs))
    add(.signer, was.signer, now.signer)
    var seen: Set<String> = []
    for subject in close.figures.map(\.subject) {
      switch subject.kind {
      case .line, .version:
        guard seen.insert("line " + subject.id).inserted else { continue }
        add(.line, of: subject.id, before.line(subject.id)?.title, after.line(subject.id)?.title)
      case .total:
        add(
          .total, of: subject.id, before.totals.first { $0.id == subject.id }?.title,
          after.totals.first { $0.id == subject.id }?.title)
      case .declared, .rule, .tasks: continue
      }
    }
    // Units that had not reported stand on it too.
    for unit in before.units where after.unit(unit.id)?.name != unit.name {
      add(.unit, of: unit.id, unit.name, after.unit(unit.id)?.name)
    }
    return changes
  }

  private static func text(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.joined(separator: " ")
  }
}
