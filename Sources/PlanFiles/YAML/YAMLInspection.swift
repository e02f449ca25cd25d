import ScheduleModel
import Yams

/// Walks through composed YAML and notes what a plan file has no use for.
struct YAMLInspection {
  let source: SourceText
  let setAside: [SourcePlace: String]
  /// What makes the text unfit to be read: aliases and too deep nesting.
  private(set) var harm = FindingList()
  /// What is wrong with nodes whatever they are for: tags, and keys that are there twice.
  private(set) var oddities = FindingList()
  private var isTooDeep = false

  init(source: SourceText, setAside: [SourcePlace: String]) {
    self.source = source
    self.setAside = setAside
  }

  mutating func visit(_ node: Node, depth: Int = 0) {
    let place = source.place(of: node)
    guard depth <= YAMLComposer.deepest else {
      if !isTooDeep { harm.append(.yamlTooDeep(at: SourceSpan(place, width: 1))) }
      isTooDeep = true
      return
    }
    switch node {
    case .scalar(let scalar):
      note(place, anchor: scalar.anchor, tag: scalar.tag, usual: .str)
    case .sequence(let sequence):
      note(place, anchor: sequence.anchor, tag: sequence.tag, usual: .seq)
      for item in sequence { visit(item, depth: depth + 1) }
    case .mapping(let mapping):
      note(place, anchor: mapping.anchor, tag: mapping.tag, usual: .map)
      noteDuplicates(in: mapping)
      for (key, value) in mapping {
        visit(key, depth: depth + 1)
        visit(value, depth: depth + 1)
      }
    case .alias:
      let span = source.word(at: place)
      harm.append(.yamlAlias(at: span))
    }
  }

  private mutating func note(_ place: SourcePlace, anchor: Anchor?, tag: Tag, usual: Tag.Name) {
    if anchor != nil {
      let span = source.word(at: place)
      harm.append(.yamlAlias(at: span))
    }
    let name = tag.rawValue
    if name != Tag.Name.implicit.rawValue, name != usual.rawValue {
      let span = source.word(at: place)
      oddities.append(.yamlTag(at: span))
    }
  }

  /// Each of several equal keys but the first.
  private mutating func noteDuplicates(in mapping: Node.Mapping) {
    guard !setAside.isEmpty else { return }
    let keys = mapping.filter { !source.isCutOff($0.key, $0.value) }
      .map { (place: source.place(of: $0.key), text: $0.key.scalar?.string) }
    let names = Set(keys.compactMap { setAside[$0.place] })
    guard !names.isEmpty else { return }
    var first: [String: SourcePlace] = [:]
    for (place, text) in keys {
      guard let name = setAside[place] ?? text, names.contains(name) else { continue }
      if let earlier = first[name] {
        oddities.append(
          .duplicateKey(name, at: SourceSpan(place, under: name), firstLine: earlier.line))
      } else {
        first[name] = place
      }
    }
  }
}

extension SourceText {
  func place(of node: Node) -> SourcePlace {
    SourcePlace(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Whether a key in braces is no key at all, but what follows a comma in a text without quotes:
  /// `{ form: tin, bài, ảnh }` has the keys `form`, `bài` and `ảnh`, and behind the last two no colon.
  func isCutOff(_ key: Node, _ value: Node) -> Bool {
    guard let text = key.scalar, text.style == .plain, !text.string.isEmpty, let scalar = value.scalar,
      scalar.style == .plain, scalar.string.isEmpty
    else { return false }
    let span = span(of: key)
    return rest(from: span.place).dropFirst(span.width).first { !$0.properties.isWhitespace } != ":"
  }

  /// What stands at a place up to the next blank, comma or bracket.
  func word(at place: SourcePlace) -> SourceSpan {
    let ends: Set<Unicode.Scalar> = [" ", "\t", ",", "]", "}"]
    return SourceSpan(place, width: max(1, rest(from: place).prefix { !ends.contains($0) }.count))
  }

  /// The stretch that a value takes: with its quotes, and to the end of the line where it goes on below.
  func span(of node: Node) -> SourceSpan {
    let place = place(of: node)
    guard let scalar = node.scalar else { return SourceSpan(place, width: 1) }
    let rest = rest(from: place)
    switch rest.first {
    case "\"" where scalar.style == .doubleQuoted: return SourceSpan(place, width: quotedWidth(rest, "\""))
    case "'" where scalar.style == .singleQuoted: return SourceSpan(place, width: quotedWidth(rest, "'"))
    case "|" where scalar.style == .literal, ">" where scalar.style == .folded: return word(at: place)
    default:
      let plain = scalar.string.unicodeScalars
      if rest.starts(with: plain) { return SourceSpan(place, width: max(1, plain.count)) }
      return line(at: place)
    }
  }

  /// From an opening quote to the closing one, or to the end of the line.
  private func quotedWidth(_ text: Substring.UnicodeScalarView.SubSequence, _ quote: Unicode.Scalar) -> Int {
    var width = 1
    var isEscaped = false
    for scalar in text.dropFirst() {
      width += 1
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\", quote == "\"" {
        isEscaped = true
      } else if scalar == quote {
        break
      }
    }
    return width
  }
}
