import ScheduleModel
import Yams

/// Makes nodes of a file's YAML, and refuses what could harm: aliases and deep nesting.
///
/// The parser copies what an alias names and compares keys while it composes, so a few lines of aliases can
/// keep it busy for years. Where an alias stands only the parser itself knows for certain (what looks like
/// one may lie in quotes, comments or blocks). Therefore the text is parsed first with `&` for every `*`:
/// the parser finds the same tokens in the same places, but aliases have become anchors, which are harmless
/// and which it marks in the nodes. Only a text without any is parsed as it is.
struct YAMLComposer {
  /// How deep mappings and lists may be nested; a plan needs six. The parser itself stops at 1,000.
  static let deepest = 24
  /// How often a text may be parsed again after a key that is there twice was set aside.
  private static let mostDuplicates = 50
  /// How many bytes are parsed again for that, so that a very large file is not parsed 50 times.
  private static let mostReparsed = 2 << 20

  let source: SourceText
  private(set) var findings = FindingList()
  /// Keys that stand again later in their mapping, by their place; their nodes have other names.
  private(set) var setAside: [SourcePlace: String] = [:]

  /// Lines that are replaced for the parser, by number, from 1.
  private var replaced: [Int: String]
  private var attempts = 0

  init(source: SourceText) {
    self.source = source
    replaced = source.linesWithoutControlCharacters
  }

  /// The root of the document; `nil` with a finding when the text is not YAML, or must not be composed.
  mutating func root() -> Node? {
    if source.text.utf8.contains(where: { $0 == Self.anchor || $0 == Self.alias }) {
      guard let composed = composed(lookingFor: .aliases), !composed.isHarmful else { return nil }
    }
    guard let composed = composed(lookingFor: .everythingElse), !composed.isHarmful else { return nil }
    return composed.root
  }

  private static let anchor = UInt8(ascii: "&")
  private static let alias = UInt8(ascii: "*")

  // MARK: - Composing

  private struct Composed {
    let root: Node?
    let isHarmful: Bool
  }

  private enum Concern { case aliases, everythingElse }

  /// Parses a text, and again without the first of two equal keys as often as there are such.
  private mutating func composed(lookingFor concern: Concern) -> Composed? {
    while true {
      do {
        return try parse(text(for: concern), lookingFor: concern)
      } catch let YamlError.duplicatedKeysInMapping(names, context) {
        guard let name = names.first, setAsideKey(name, at: context.mark) else {
          refuse(duplicates: names, at: context.mark)
          return nil
        }
      } catch let error as YamlError {
        findings.append(.yamlSyntax(error, source: source))
        return nil
      } catch {
        findings.append(.yamlSyntax(.no, source: source))
        return nil
      }
    }
  }

  private func text(for concern: Concern) -> String {
    let text = source.text(replacing: replaced)
    guard concern == .aliases else { return text }
    var bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == Self.alias { bytes[index] = Self.anchor }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func parse(_ text: String, lookingFor concern: Concern) throws -> Composed {
    // Nodes do not keep their anchors alive, the parser does.
    let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
    return try withExtendedLifetime(parser) {
      let root = try parser.nextRoot()
      let next = root == nil ? nil : try parser.nextRoot()
      var inspection = YAMLInspection(source: source, setAside: setAside)
      for node in [root, next].compactMap(\.self) { inspection.visit(node) }
      let harm = inspection.harm.all(in: source.file)
      for finding in harm { findings.append(finding) }
      if concern == .everythingElse, harm.isEmpty {
        for finding in inspection.oddities.told { findings.append(finding) }
        if let separator = next.map(separator) { findings.append(.secondDocument(at: separator)) }
      }
      return Composed(root: root, isHarmful: !harm.isEmpty)
    }
  }

  /// The line of three hyphens before a document.
  private func separator(before node: Node) -> SourceSpan {
    let line = node.mark?.line ?? 1
    let found = (1...line).last { source.line($0).hasPrefix("---") } ?? line
    return SourceSpan(SourcePlace(file: source.file, line: found), width: 3)
  }

  // MARK: - Keys that are there twice

  /// Gives the key at a mark another first letter, so that the parser goes on; `false` when that is not
  /// possible there, or was done too often.
  private mutating func setAsideKey(_ name: String, at mark: Mark) -> Bool {
    let size = max(1, source.text.utf8.count)
    guard attempts < min(Self.mostDuplicates, max(1, Self.mostReparsed / size)),
      mark.line <= source.lineCount, let replacement = Unicode.Scalar(UInt32(0xE000 + attempts))
    else { return false }
    attempts += 1
    var scalars = Array((replaced[mark.line] ?? String(source.line(mark.line))).unicodeScalars)
    var index = mark.column - 1
    if scalars.indices.contains(index), scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard scalars.indices.contains(index), scalars[index] == name.unicodeScalars.first else { return false }
    scalars[index] = replacement
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    replaced[mark.line] = String(line)
    let place = SourcePlace(file: source.file, line: mark.line, column: mark.column)
    setAside[place] = setAside[place] ?? name
    return true
  }

  private mutating func refuse(duplicates names: [String], at mark: Mark) {
    let place = SourcePlace(file: source.file, line: mark.line, column: mark.column)
    if let first = source.rest(from: place).first, first == "&" || first == "*" {
      findings.append(.yamlAlias(at: source.word(at: place)))
      return
    }
    var again = setAside
    again[place] = names.first ?? ""
    for (place, name) in again.sorted(by: { $0.key < $1.key }) {
      findings.append(.duplicateKey(name, at: SourceSpan(place, under: name), firstLine: nil))
    }
  }
}
