import ScheduleModel
import Yams

/// Lines with a quota for each language, `quota: { km: 52 kỳ, cjm: 26 kỳ }`, written as a line of each: `ban-tin-km` and
/// `ban-tin-cjm`, in whatever else alike.
struct LanguageQuotas {
  /// The plan with a line for each language.
  private(set) var plan: Node
  /// The id of each line that was written so, and those of the lines that it stands for.
  private(set) var parts: [(line: String, ids: [String])] = []

  /// What one figure over all languages, or one number of the works of all, would be needed for.
  private static let shared = ["amended", "pins", "house-number", "bilingual"]

  init(_ plan: Node, _ reader: inout YAMLReader) {
    self.plan = plan
    guard let lines = plan.mapping?["lines"]?.sequence,
      lines.contains(where: { $0.mapping?["quota"]?.mapping != nil })
    else { return }
    var written = lines
    written.removeAll()
    for line in lines { written.append(contentsOf: languages(of: line, &reader)) }
    self.plan["lines"] = .sequence(written)
  }

  private mutating func languages(of line: Node, _ reader: inout YAMLReader) -> [Node] {
    guard let keys = line.mapping, let quotas = keys["quota"]?.mapping, let node = keys["id"],
      let id = node.scalar?.string,
      quotas.keys.contains(where: { $0.scalar.flatMap { BroadcastLanguage.tag(named: $0.string) } != nil })
    else { return [line] }
    for key in Self.shared {
      guard let shared = keys.keys.first(where: { $0.scalar?.string == key }) else { continue }
      let span = reader.span(shared)
      reader.findings.append(.keysExclude(key, "quota: { … }", at: span))
    }
    var tags: [LanguageTag] = []
    var lines: [Node] = []
    for (key, quota) in quotas {
      guard let tag = reader.language(key) else { continue }
      guard !tags.contains(tag) else {
        let span = reader.span(key)
        reader.findings.append(.quotaTwice(tag, at: span))
        continue
      }
      tags.append(tag)
      var own = line
      own["id"] = Self.text("\(id)-\(tag)", like: node)
      own["quota"] = quota
      own["language"] = Self.text(key.scalar?.string ?? tag.tag, like: key)
      if let was = keys["was"], let name = was.scalar?.string {
        own["was"] = Self.text("\(name)-\(tag)", like: was)
      }
      lines.append(own)
    }
    if let stated = keys["language"] {
      let named = reader.list(stated).compactMap { reader.language($0) }
      if Set(named) != Set(tags) {
        let span = reader.span(stated)
        reader.findings.append(.quotaLanguagesDiffer(tags, at: span))
      }
    }
    parts.append((id, tags.map { "\(id)-\($0)" }))
    return lines
  }

  private static func text(_ text: String, like node: Node) -> Node {
    .scalar(Node.Scalar(text, Tag(.str), node.scalar?.style ?? .plain, node.scalar?.mark))
  }

  /// A total of each such line under its own id, unless the plan has one of that id.
  func totals(of lines: [PlanLine], besides stated: [PlanTotal]) -> [PlanTotal] {
    parts.compactMap { part in
      guard !stated.contains(where: { $0.id == part.line }),
        let first = lines.first(where: { part.ids.contains($0.id) })
      else { return nil }
      let ids = part.ids.filter { id in lines.contains { $0.id == id } }
      return PlanTotal(id: part.line, title: first.title, lines: ids, place: first.place)
    }
  }
}

extension [Finding] {
  /// Each once, where it comes first.
  var eachOnce: [Finding] {
    var seen: Set<Finding> = []
    return filter { seen.insert($0).inserted }
  }
}
