public import ScheduleModel
import Yams

/// The values in the text of a plan, each with the keys that lead to it: the same for every way to write YAML, on lines or
/// within brackets.
///
/// Edits are collected and applied at once; what they do not name stays octet for octet.
public struct PlanTextParts {
  private let root: Node
  private let extents: NodeExtents
  private var edits = TextEdits()
  /// Comments above lines, which are left out where they would stand in what goes.
  private var remarks: [(offset: Int, text: String)] = []
  /// The single values and the keys of mappings, in the file's order.
  public private(set) var values: [Value] = []

  /// A single value, or a key.
  public struct Value {
    /// The keys that lead to it, and the numbers of items from 0: `lines`, `2`, `pins`, `0`. A key is its own last.
    public let path: [String]
    /// What it says, without quotes.
    public let text: String
    /// Whether it is the key of a mapping.
    public let isKey: Bool
    /// Where it is, and before that where each mapping and list begins that it is in.
    public let places: [SourcePlace]
    fileprivate let range: Range<Int>

    /// Whether it is at a path, or within what is there.
    public func isIn(_ path: [String]) -> Bool { self.path.starts(with: path) }
  }

  /// The parts of a text; `nil` for one that is no YAML mapping.
  public init?(_ bytes: [UInt8], file: String) {
    guard let source = SourceText.checked(bytes, file: file).0 else { return nil }
    var composer = YAMLComposer(source: source)
    guard let root = composer.root(), root.mapping != nil else { return nil }
    self.root = root
    extents = NodeExtents(source)
    collect(root, path: [], places: [])
  }

  private mutating func collect(_ node: Node, path: [String], places: [SourcePlace]) {
    let places = places + [extents.source.place(of: node)]
    switch node {
    case .scalar(let scalar):
      values.append(
        Value(
          path: path, text: scalar.string, isKey: false, places: places, range: extents.extent(node)))
    case .sequence(let items):
      for (index, item) in items.enumerated() { collect(item, path: path + ["\(index)"], places: places) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        let name = key.scalar?.string ?? ""
        values.append(
          Value(
            path: path + [name], text: name, isKey: true,
            places: places + [extents.source.place(of: key)], range: extents.extent(key)))
        collect(value, path: path + [name], places: places)
      }
    case .alias: break
    }
  }

  // MARK: - Edits

  /// Writes a value anew, from how the file writes it, quotes included.
  public mutating func change(_ value: Value, _ written: (String) -> String) {
    edits.replace(value.range, with: written(extents.text(value.range)))
  }

  /// Puts a comment above the line of a place, indented like it.
  public mutating func comment(_ text: String, above place: SourcePlace) {
    let start = extents.lineStart(extents.source.offset(of: place))
    let indent = extents.bytes[start...].prefix { $0 == 0x20 }.count
    remarks.append((start, String(repeating: " ", count: indent) + "# \(text)\n"))
  }

  /// Puts a comment at the end of the line on which the part at a path ends.
  public mutating func comment(_ text: String, behind path: [String]) {
    guard let node = node(path) else { return }
    edits.insert(" # \(text)", at: extents.lineEnd(extents.end(node)))
  }

  /// Adds items to the list of a key of a mapping, which gets the key where it has none.
  public mutating func add(_ items: [String], to key: String, of path: [String]) {
    guard let node = node(path), let mapping = node.mapping, let last = Array(mapping).last else { return }
    let list = items.joined(separator: ", ")
    let known = mapping.first { $0.key.scalar?.string == key }?.value
    if let known, let old = known.sequence, extents.isInBrackets(known) {
      edits.insert(list + (old.isEmpty ? "" : ", "), at: extents.start(known) + 1)
    } else if let known, let old = known.sequence, let first = old.first {
      let indent = extents.indent(of: extents.start(first))
      let blanks = "\n" + String(repeating: " ", count: max(0, indent - 2)) + "- "
      edits.insert(items.map { $0 + blanks }.joined(), at: extents.start(first))
    } else if let known {
      edits.replace(extents.extent(known), with: "[\(list), \(extents.text(extents.extent(known)))]")
    } else if extents.isInBrackets(node) {
      edits.insert(", \(key): [\(list)]", at: extents.end(last.value))
    } else {
      let indent = String(repeating: " ", count: extents.indent(of: extents.start(last.key)))
      edits.insert("\n\(indent)\(key): [\(list)]", at: extents.lineEnd(extents.end(last.value)))
    }
  }

  /// The path of the mapping or list item that a place of the file names: where it begins, or where the key or value
  /// is by which findings name it. `nil` where nothing is.
  public func path(at place: SourcePlace) -> [String]? {
    func isThere(_ other: SourcePlace) -> Bool { (other.line, other.column) == (place.line, place.column) }
    for value in values {
      guard let depth = value.places.firstIndex(where: isThere) else { continue }
      // A mapping on lines begins where its first key does; the mapping is meant.
      guard depth == value.path.count else { return Array(value.path.prefix(depth)) }
      let isItem = !value.isKey && value.path.last.flatMap { Int($0) } != nil
      return isItem ? value.path : value.path.dropLast()
    }
    return nil
  }

  /// How the file writes what is at a path; `nil` where nothing is.
  public func written(_ path: [String]) -> String? { node(path).map { extents.text(extents.extent($0)) } }

  /// Whether the mapping or list at a path is written in brackets.
  public func isInBrackets(_ path: [String]) -> Bool { node(path).map(extents.isInBrackets) ?? false }

  /// Takes out keys of one mapping, or items of one list.
  ///
  /// - Parameter asComment: Keeps what is on lines of its own as a comment; within brackets it goes.
  public mutating func remove(_ names: Set<String>, of path: [String], asComment: Bool = false) {
    guard let node = node(path) else { return }
    let parts = parts(of: node)
    for (index, part) in parts.enumerated() where names.contains(part.name) {
      let next = index + 1 < parts.count ? parts[index + 1] : nil
      let isAfterKept = index > 0 && !names.contains(parts[index - 1].name)
      if extents.isInBrackets(node) {
        if let next {
          edits.replace(part.start..<next.start, with: "")
        } else {
          edits.replace((isAfterKept ? parts[index - 1].end : part.start)..<part.end, with: "")
        }
        continue
      }
      let line = extents.lineStart(part.start)
      let end = extents.lineEnd(part.end)
      if asComment {
        let start = node.mapping == nil ? line : part.start
        let lines = extents.text(start..<end).split(separator: "\n", omittingEmptySubsequences: false)
        let mark = node.mapping == nil ? "#" : "# "
        edits.replace(start..<end, with: mark + lines.joined(separator: "\n#"))
      } else if node.mapping != nil, extents.text(line..<part.start).contains("-"), let next {
        // The first key of an item is on the line of its hyphen.
        edits.replace(part.start..<next.start, with: "")
      } else {
        edits.replace(line..<extents.nextLine(part.end), with: "")
      }
    }
  }

  /// The edited text.
  ///
  /// Edits must not meet: a part that is taken out is not changed as well.
  public var edited: String {
    var all = edits
    for remark in remarks { all.insert(remark.text, at: remark.offset) }
    guard let bytes = all.applied(to: extents.bytes) ?? edits.applied(to: extents.bytes) else {
      preconditionFailure("edits of a plan's text do not meet")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Nodes

  private func node(_ path: [String]) -> Node? {
    path.reduce(Optional(root)) { node, name in
      guard let node else { return nil }
      return parts(of: node).first { $0.name == name }?.value
    }
  }

  private struct Part {
    let name: String
    let start: Int
    let end: Int
    let value: Node
  }

  private func parts(of node: Node) -> [Part] {
    if let items = node.sequence {
      return items.enumerated().map {
        Part(
          name: "\($0)", start: extents.start($1), end: extents.end($1), value: $1)
      }
    }
    return (node.mapping.map { Array($0) } ?? []).map {
      Part(
        name: $0.key.scalar?.string ?? "", start: extents.start($0.key), end: extents.end($0.value),
        value: $0.value)
    }
  }
}
