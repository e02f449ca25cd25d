import ScheduleModel
import Yams

extension YAMLReader {
  /// An id that a value names.
  struct Reference {
    let kind: Words
    let id: String
    let span: SourceSpan
  }

  /// An id that names something else in the plan; looked up later.
  ///
  /// - Returns: `nil` when it cannot be an id; that is told when it is looked up, unless what it names has
  ///   that same id and its finding.
  mutating func reference(_ node: Node?, to kind: Words) -> String? {
    guard let node, let id = text(node) else { return nil }
    let span = span(node)
    references.append(Reference(kind: kind, id: id, span: span))
    return Self.isID(id) ? id : nil
  }

  /// A list of such ids.
  mutating func references(_ node: Node?, to kind: Words) -> [String] {
    list(node).compactMap { reference($0, to: kind) }
  }

  /// A list of such ids of which none may stand twice: the second has a finding and is left out.
  mutating func distinctReferences(_ node: Node?, to kind: Words) -> [String] {
    var seen: Set<String> = []
    return list(node).compactMap { item in
      guard let id = reference(item, to: kind) else { return nil }
      if seen.insert(id).inserted { return id }
      let span = span(item)
      findings.append(.namedTwice(id, kind, at: span))
      return nil
    }
  }

  /// The ids of the items of a list, whether or not the rest of them could be read.
  func ids(in node: Node?) -> [String] {
    idNodes(in: node).compactMap { $0.scalar?.string }
  }

  private func idNodes(in node: Node?) -> [Node] {
    list(node).compactMap { item in item.mapping?.first { $0.key.scalar?.string == "id" }?.value }
  }

  /// Findings for the references of one kind that name none of `ids`: one for each id, however often it is
  /// named.
  mutating func resolve(_ kind: Words, among declared: [String]) {
    var seen: Set<String> = []
    let ids = declared.filter { seen.insert($0).inserted }
    // An id that is none has its finding; what names it as it should be is right.
    let known = Set(ids).union(ids.filter { !Self.isID($0) }.map(Finding.idProposal))
    var missing: [String: [Reference]] = [:]
    for reference in references where reference.kind == kind && !known.contains(reference.id) {
      missing[reference.id, default: []].append(reference)
    }
    let named = missing.values.map { $0.sorted { $0.span.place < $1.span.place } }
    for references in named.sorted(by: { $0[0].span.place < $1[0].span.place }) {
      let near = suggestions.closest(to: references[0].id, among: ids)
      findings.append(.unknownReference(references, meant: near, among: ids))
    }
  }

  /// Findings for ids that are there twice among the items of some lists.
  mutating func unique(_ lists: Node?...) {
    var first: [String: Int] = [:]
    for node in lists.flatMap(idNodes) {
      guard let id = node.scalar?.string, Self.isID(id) else { continue }
      let span = span(node)
      if let line = first[id] {
        findings.append(.duplicateID(id, at: span, firstLine: line))
      } else {
        first[id] = span.place.line
      }
    }
  }
}
