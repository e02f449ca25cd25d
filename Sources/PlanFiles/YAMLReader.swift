import Foundation
import ScheduleModel
import Yams

/// Reads YAML value by value, and collects what is wrong instead of stopping at it.
///
/// A value that cannot be read is `nil` and has its finding; the caller goes on without it.
struct YAMLReader {
  let source: SourceText
  var findings: [Finding] = []
  /// Ids that are named, to be looked up once everything is read.
  var references: [Reference] = []

  /// The longest text that a value may be, in characters.
  static let longestValue = 4_000

  /// A mapping with its known keys.
  struct Mapping {
    let values: [String: Node]
    let place: SourcePlace
  }

  /// An id that a value names.
  struct Reference {
    let kind: Words
    let id: String
    let place: SourcePlace
    let width: Int
  }

  init(source: SourceText) { self.source = source }

  /// The root of the document; `nil` with a finding when the text is not YAML.
  mutating func root() -> Node? {
    do {
      guard let node = try Yams.Parser(yaml: source.text, encoding: .utf8).singleRoot() else {
        findings.append(.missingRoot(file: source.file))
        return nil
      }
      return node
    } catch let error as YamlError {
      findings.append(.yamlSyntax(error, source: source))
    } catch {
      findings.append(.yamlSyntax(nil, source: source))
    }
    return nil
  }

  // MARK: - Places

  func place(_ node: Node) -> SourcePlace {
    SourcePlace(file: source.file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  func width(_ node: Node) -> Int { node.scalar?.string.unicodeScalars.count ?? 1 }

  // MARK: - Collections

  /// A mapping; keys that are not in the set and required ones that are not there have findings.
  mutating func mapping(_ node: Node, _ keys: KeySet, at name: SourcePlace? = nil) -> Mapping? {
    guard let mapping = node.mapping else {
      findings.append(.wrongType(at: place(node), width(node), what: keys.what, expected: .mapping))
      return nil
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let text = key.scalar?.string else {
        findings.append(.wrongType(at: place(key), 1, what: keys.what, expected: .textKey))
        continue
      }
      if !keys.all.contains(text) {
        findings.append(.unknownKey(text, keys, at: place(key)))
      } else if isEmpty(value) {
        findings.append(.keyWithoutValue(text, at: place(key)))
      } else {
        values[text] = value
      }
    }
    let start = name ?? place(node)
    let present = Set(mapping.keys.compactMap { $0.scalar?.string })
    for key in keys.required where !present.contains(key) {
      findings.append(.missingKey(key, keys, at: start))
    }
    return Mapping(values: values, place: start)
  }

  /// The entries of a mapping whose keys are ids; an id that is not one has a finding and is left out.
  mutating func byID(_ node: Node?, what: Words) -> [(id: String, place: SourcePlace, value: Node)] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      findings.append(.wrongType(at: place(node), width(node), what: what, expected: .idMapping))
      return []
    }
    return mapping.compactMap { key, value in
      guard let id = id(key) else { return nil }
      return (id, place(key), value)
    }
  }

  /// The items of a list; a single value counts as a list of one.
  mutating func list(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    guard let sequence = node.sequence else { return [node] }
    return Array(sequence)
  }

  private func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain
      && (scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null")
  }

  // MARK: - Scalars

  /// A text in NFC, without blanks at the ends; `nil` with a finding for anything else.
  mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar else {
      findings.append(
        .wrongType(at: place(node), 1, what: Words(vi: "giá trị", en: "the value"), expected: .text))
      return nil
    }
    let text = scalar.string.precomposedStringWithCanonicalMapping.trimmingCharacters(
      in: .whitespacesAndNewlines)
    guard text.count <= Self.longestValue else {
      findings.append(.textTooLong(at: place(node), characters: text.count))
      return nil
    }
    return text
  }

  /// A value that `convert` makes of a text, or the finding that `refused` makes of it.
  mutating func value<Value>(
    _ node: Node?, _ convert: (String) -> Value?, refused: (String, SourcePlace) -> Finding
  ) -> Value? {
    guard let node, let text = text(node) else { return nil }
    if let value = convert(text) { return value }
    findings.append(refused(text, place(node)))
    return nil
  }

  /// A whole number within a range.
  mutating func number(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
    value(
      node, { text in Int(text).flatMap { range.contains($0) ? $0 : nil } },
      refused: { .badNumber($0, in: range, at: $1) })
  }

  /// One of the raw values of an enumeration.
  mutating func word<Value: RawRepresentable & CaseIterable>(_ node: Node?, of type: Value.Type) -> Value?
  where Value.RawValue == String {
    value(node, Value.init(rawValue:), refused: { .unknownWord($0, Value.allCases.map(\.rawValue), at: $1) })
  }

  /// `true` or `false`, `yes` or `no`, `có` or `không`.
  mutating func truth(_ node: Node?) -> Bool? {
    value(
      node,
      { text in
        switch text.lowercased() {
        case "true", "yes", "có": true
        case "false", "no", "không": false
        default: nil
        }
      }, refused: { .unknownWord($0, ["true", "false"], at: $1) })
  }

  /// A day.
  mutating func day(_ node: Node?) -> CivilDay? {
    value(node, { CivilDay(iso: $0) }, refused: { .badDate($0, at: $1) })
  }

  /// A language, by tag or name.
  mutating func language(_ node: Node) -> LanguageTag? {
    value(
      node, { BroadcastLanguage.tag(named: $0) ?? Self.knownShape($0) }, refused: { .badLanguage($0, at: $1) }
    )
  }

  /// A tag that the register lacks is taken when it looks like one and is not Thailand's `th`.
  private static func knownShape(_ text: String) -> LanguageTag? {
    guard let tag = LanguageTag(text), text.contains("-") || (2...3).contains(text.count),
      !["th", "tha"].contains(tag.tag)
    else { return nil }
    return tag
  }

  /// An id: letters a to z, digits and hyphens, at most 60, beginning with a letter or digit.
  mutating func id(_ node: Node?) -> String? {
    value(node, { Self.isID($0) ? $0 : nil }, refused: { .badID($0, at: $1) })
  }

  static func isID(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count) && text.first != "-"
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// An id that names something else in the plan; looked up later.
  mutating func reference(_ node: Node?, to kind: Words) -> String? {
    guard let node, let id = id(node) else { return nil }
    references.append(Reference(kind: kind, id: id, place: place(node), width: width(node)))
    return id
  }

  /// A list of such ids.
  mutating func references(_ node: Node?, to kind: Words) -> [String] {
    list(node).compactMap { reference($0, to: kind) }
  }

  /// Findings for the references of one kind that name none of `ids`.
  mutating func resolve(_ kind: Words, among ids: [String]) {
    let known = Set(ids)
    for reference in references where reference.kind == kind && !known.contains(reference.id) {
      findings.append(.unknownReference(reference, among: ids))
    }
  }

  /// Findings for ids that stand twice.
  mutating func unique(_ ids: [(id: String, place: SourcePlace)]) {
    var first: [String: SourcePlace] = [:]
    for (id, place) in ids {
      if let earlier = first[id] {
        findings.append(.duplicateID(id, at: place, first: earlier))
      } else {
        first[id] = place
      }
    }
  }
}
