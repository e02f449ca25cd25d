import ScheduleModel
import Yams

/// Reads YAML value by value, and collects what is wrong instead of stopping at it.
///
/// A value that cannot be read is `nil` and has its finding; the caller goes on without it. One mistake has
/// one finding: what follows from a value that could not be read is not told again.
struct YAMLReader {
  let source: SourceText
  var findings = FindingList()
  /// Ids that are named, to be looked up once everything is read.
  var references: [Reference] = []
  var suggestions = Suggestions()
  /// The year of which examples of days are given.
  var exampleYear = 2026
  /// Values that are understood and that the reference writes otherwise, with what it writes.
  var spellings: [(node: Node, text: String)] = []
  /// Phrases for quantities that were read already.
  var quantities: [QuantityPhrase: Quantity] = [:]
  /// Keys that stand again later in their mapping, by their place; they are left out.
  private var setAside: [SourcePlace: String] = [:]

  init(source: SourceText) { self.source = source }

  /// The root of the document; `nil` with a finding when the text is not YAML.
  mutating func root() -> Node? {
    var composer = YAMLComposer(source: source)
    let root = composer.root()
    findings = composer.findings
    setAside = composer.setAside
    if let root, !isEmpty(root) { return root }
    if findings.isEmpty { findings.append(.emptyFile(source.file)) }
    return nil
  }

  func span(_ node: Node) -> SourceSpan { source.span(of: node) }

  // MARK: - Mappings

  /// A mapping with its known keys.
  struct Mapping {
    /// The values of the known keys that have one.
    fileprivate(set) var values: [String: Node] = [:]
    /// The values of keys that were written again later.
    fileprivate(set) var earlier: [String: [Node]] = [:]
    /// Every key with its place, a mistyped one as the one that was meant.
    fileprivate(set) var keys: [(name: String, span: SourceSpan)] = []
    /// Keys that have a finding already: without a value, mistyped, or missing.
    fileprivate(set) var reported: Set<String> = []
    /// What a finding about the whole lies under: its id, or where it begins.
    let span: SourceSpan

    fileprivate init(span: SourceSpan) { self.span = span }

    /// Where a key is; the mapping's own place when it does not.
    func span(of key: String) -> SourceSpan { keys.first { $0.name == key }?.span ?? span }
  }

  /// A mapping; keys that are not in the set and required ones that are not there have findings.
  mutating func mapping(_ node: Node, _ keys: KeySet, named name: SourceSpan? = nil) -> Mapping? {
    guard let pairs = node.mapping else {
      let span = span(node)
      findings.append(.wrongType(at: span, what: keys.what, expected: .mapping(keys)))
      return nil
    }
    if isStrange(pairs, keys) {
      let span = name ?? span(pairs.first?.key ?? node)
      findings.append(.strange(keys, at: span))
      return nil
    }
    var mapping = Mapping(span: name ?? span(ofWhatNames: pairs, keys) ?? span(node))
    var cutOff: [Node] = []
    for (key, value) in pairs {
      if !mapping.keys.isEmpty, !keys.contains(key.scalar?.string ?? ""), source.isCutOff(key, value) {
        cutOff.append(key)
      } else {
        note(cutOff: cutOff, in: &mapping)
        cutOff = []
        note(key, value, keys, in: &mapping)
      }
    }
    note(cutOff: cutOff, in: &mapping)
    for key in keys.required where mapping.values[key] == nil && !mapping.reported.contains(key) {
      mapping.reported.insert(key)
      let span = mapping.span
      findings.append(.missingKey(key, keys, at: span))
    }
    return mapping
  }

  private mutating func note(_ key: Node, _ value: Node, _ keys: KeySet, in mapping: inout Mapping) {
    let span = span(key)
    guard let text = key.scalar?.string else {
      findings.append(.wrongType(at: span, what: keys.what, expected: .textKey))
      return
    }
    if let name = setAside[span.place] {
      mapping.earlier[name, default: []].append(value)
    } else if !keys.contains(text) {
      let near = suggestions.closest(to: text, among: keys.all)
      findings.append(.unknownKey(text, meant: near, keys, at: span))
      mapping.keys.append((near ?? text, span))
      if let near { mapping.reported.insert(near) }
    } else {
      mapping.keys.append((text, span))
      if isEmpty(value) {
        findings.append(.keyWithoutValue(text, at: span))
        mapping.reported.insert(text)
      } else {
        mapping.values[text] = value
      }
    }
  }

  /// What was cut off from a text by its commas, with the remedy; the text is left out.
  private mutating func note(cutOff pieces: [Node], in mapping: inout Mapping) {
    guard let first = pieces.first, let key = mapping.keys.last?.name else { return }
    let span = span(first)
    let whole = ([mapping.values[key]].compactMap(\.self) + pieces).reduce("") { whole, piece in
      let place = source.place(of: piece)
      let text = setAside[place] ?? piece.scalar?.string ?? ""
      // “1,5 giờ” has a decimal comma, “tin, bài” one between words.
      let isGlued = source.line(place.line).unicodeScalars.prefix(max(0, place.column - 1)).last == ","
      return whole.isEmpty ? text : whole + (isGlued ? "," : ", ") + text
    }
    mapping.values[key] = nil
    mapping.reported.insert(key)
    findings.append(.cutOff(whole, of: key, at: span))
  }

  private func span(ofWhatNames pairs: Node.Mapping, _ keys: KeySet) -> SourceSpan? {
    for name in keys.names {
      if let value = pairs.first(where: { $0.key.scalar?.string == name })?.value, !isEmpty(value) {
        return span(value)
      }
    }
    return nil
  }

  /// Whether a mapping is something else altogether: it has keys, and none is or resembles one of the set.
  private mutating func isStrange(_ pairs: Node.Mapping, _ keys: KeySet) -> Bool {
    guard !pairs.isEmpty, !keys.required.isEmpty else { return false }
    let texts = pairs.keys.map { $0.scalar?.string ?? "" }
    return !texts.contains(where: keys.contains)
      && !texts.prefix(20).contains { suggestions.closest(to: $0, among: keys.all) != nil }
  }

  /// The entries of a mapping whose keys are ids; an id that is not one has a finding and is left out.
  mutating func byID(_ node: Node?, what: Words) -> [(id: String, span: SourceSpan, value: Node)] {
    guard let node else { return [] }
    guard let pairs = node.mapping else {
      let span = span(node)
      findings.append(.wrongType(at: span, what: what, expected: .idMapping))
      return []
    }
    return pairs.compactMap { key, value in
      let span = span(key)
      guard setAside[span.place] == nil, let id = id(key) else { return nil }
      return (id, span, value)
    }
  }

  // MARK: - Lists

  /// The items of a list; a single value counts as a list of one.
  func list(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    guard let sequence = node.sequence else { return [node] }
    return Array(sequence)
  }

  /// The items of a list of mappings; a mapping that holds such mappings instead has a finding.
  mutating func items(_ node: Node?, _ keys: KeySet) -> [Node] {
    guard let node, let pairs = node.mapping, !pairs.isEmpty,
      !pairs.keys.contains(where: { $0.scalar.map { keys.contains($0.string) } ?? false }),
      pairs.values.contains(where: { $0.mapping != nil })
    else { return list(node) }
    let span = span(node)
    findings.append(.wrongType(at: span, what: keys.what, expected: .list))
    return []
  }

  /// A value that says nothing. A text in quotes may say "null".
  func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.string.allSatisfy(\.isWhitespace)
      || scalar.style == .plain && ["~", "null"].contains(scalar.string)
  }
}
