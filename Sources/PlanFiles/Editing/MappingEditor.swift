import ScheduleModel
import Yams

/// Puts, changes and takes out keys of mappings in the text of a plan.
///
/// What is not named stays as it stands: order, comments, quotes and line ends.
struct MappingEditor {
  let extents: NodeExtents
  let newline: String
  private(set) var edits = TextEdits()

  init(_ outline: PlanOutline) {
    extents = outline.extents
    newline = outline.source.text.utf8.contains(0x0D) ? "\r\n" : "\n"
  }

  /// Why a text cannot be edited at a place.
  enum Obstacle: Error {
    /// The value consists of several parts, such as a number for each language.
    case severalParts
    /// The list has comments among its items, which would be lost.
    case comments
    /// The key is the first of its thing, and what is behind it would stand in its place.
    case firstKey
  }

  /// The value of a key, as it is written in a mapping.
  struct Value {
    /// Within brackets, or behind `key: ` on a line.
    let inBrackets: String
    let onLine: String
    /// Lines of a list; `nil` for a single value.
    let items: [String]?
    /// In double quotes, for the place of a text that has them.
    var quoted: String?
    /// The only item of a list, for the place of a value that is no list; within brackets, and on a line.
    var onlyItem: (inBrackets: String, onLine: String)?
    /// Whether it says all that a list of several parts said, and may take its place.
    var replacesParts = false
  }

  // MARK: - Keys

  /// Sets keys of a mapping, and takes out those whose value is `nil`.
  ///
  /// - Parameter keys: The order of keys in plans, by which new ones find their place.
  mutating func set(
    _ values: [(key: String, value: Value?)], in node: Node, order keys: [String]
  ) throws(Obstacle) {
    guard let mapping = node.mapping else { throw .severalParts }
    let pairs = Array(mapping)
    let removed = Set(values.filter { $0.value == nil }.map(\.key))
    let places = Dictionary(
      keys.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    // The first key of brackets goes by itself: another edit beside it would meet it.
    let isAlone =
      values.count { key, value in
        value == nil || !pairs.contains { $0.key.scalar?.string == key }
      } == 1
    func place(_ key: String) -> Int { places[key] ?? keys.count }
    for (key, value) in values.sorted(by: { place($0.key) < place($1.key) }) {
      let index = pairs.firstIndex { $0.key.scalar?.string == key }
      switch (index, value) {
      case (let index?, let value?): try replace(pairs[index], with: value, in: node)
      case (let index?, nil): try remove(index, of: pairs, in: node, isAlone: isAlone)
      case (nil, let value?):
        let before = pairs.last { pair in
          let name = pair.key.scalar?.string ?? ""
          return !removed.contains(name) && place(name) < place(key)
        }
        insert(
          key, value, behind: before ?? pairs.last { !removed.contains($0.key.scalar?.string ?? "") },
          in: node)
      case (nil, nil): break
      }
    }
  }

  private mutating func replace(_ pair: (key: Node, value: Node), with value: Value, in node: Node)
    throws(Obstacle)
  {
    let old = pair.value
    let range = extents.extent(old)
    let isInBrackets = extents.isInBrackets(node) || extents.isInBrackets(old)
    switch old {
    case .scalar(let scalar):
      let own = value.onlyItem ?? (value.inBrackets, value.onLine)
      let text = isInBrackets ? own.inBrackets : own.onLine
      edits.replace(range, with: scalar.style == .doubleQuoted ? value.quoted ?? text : text)
    case .sequence(let items):
      guard value.replacesParts || items.allSatisfy({ $0.scalar != nil }) else { throw .severalParts }
      if extents.isInBrackets(old) {
        edits.replace(range, with: value.inBrackets)
      } else {
        guard !items.contains(where: { !extents.comment(behind: extents.end($0)).isEmpty }),
          !extents.text(range).contains("#")
        else { throw .comments }
        let blanks = newline + String(repeating: " ", count: extents.indent(of: range.lowerBound))
        let lines = (value.items ?? [value.onLine]).map { "- \($0)" }
        edits.replace(range, with: lines.joined(separator: blanks))
      }
    case .mapping, .alias: throw .severalParts
    }
  }

  private mutating func remove(
    _ index: Int, of pairs: [(key: Node, value: Node)], in node: Node, isAlone: Bool = true
  ) throws(Obstacle) {
    let pair = pairs[index]
    let end = extents.end(pair.value)
    if index == 0 {
      // What is behind it would stand in its place.
      let start = extents.start(pair.key)
      let before = extents.text(extents.lineStart(start)..<start)
      guard pairs.count > 1, !extents.isInBrackets(node), before.allSatisfy({ $0 == " " }) else {
        guard pairs.count > 1, isAlone, extents.isInBrackets(node) else { throw .firstKey }
        edits.replace(start..<extents.start(pairs[1].key), with: "")
        return
      }
    }
    if extents.isInBrackets(node) {
      edits.replace(extents.end(pairs[index - 1].value)..<end, with: "")
      return
    }
    let start = extents.start(pair.key)
    let comment = extents.comment(behind: end)
    if comment.isEmpty {
      edits.replace(extents.lineStart(start)..<extents.nextLine(end), with: "")
    } else {
      edits.replace(start..<end + comment.utf8.count, with: String(comment.drop { $0 == " " || $0 == "\t" }))
    }
  }

  private mutating func insert(
    _ key: String, _ value: Value, behind pair: (key: Node, value: Node)?, in node: Node
  ) {
    if extents.isInBrackets(node) {
      guard let pair else {
        edits.insert(" \(key): \(value.inBrackets) ", at: extents.start(node) + 1)
        return
      }
      edits.insert(", \(key): \(value.inBrackets)", at: extents.end(pair.value))
      return
    }
    guard let pair else { preconditionFailure("a mapping without brackets has a key") }
    let blanks = String(repeating: " ", count: extents.indent(of: extents.start(pair.key)))
    let end = extents.end(pair.value)
    let gap = value.onLine.first?.isNewline == true ? "" : " "
    edits.insert("\(newline)\(blanks)\(key):\(gap)\(value.onLine)", at: extents.lineEnd(end))
  }

  /// Takes a key out of a mapping.
  mutating func remove(key: String, of node: Node) throws(Obstacle) {
    let pairs = Array(node.mapping ?? [:])
    guard let index = pairs.firstIndex(where: { $0.key.scalar?.string == key }) else { throw .severalParts }
    try remove(index, of: pairs, in: node)
  }

  /// Takes an item out of a list that has others; comments before it stay.
  mutating func remove(item index: Int, of list: Node) throws(Obstacle) {
    guard let items = list.sequence, items.count > 1, items.indices.contains(index) else {
      throw .severalParts
    }
    let range = extents.extent(items[index])
    guard extents.isInBrackets(list) else {
      let line = extents.lineStart(range.lowerBound)
      guard extents.text(line..<range.lowerBound).allSatisfy({ $0 == " " || $0 == "-" }) else {
        throw .severalParts
      }
      edits.replace(line..<extents.nextLine(range.upperBound), with: "")
      return
    }
    if index > 0 {
      edits.replace(extents.end(items[index - 1])..<range.upperBound, with: "")
    } else {
      edits.replace(range.lowerBound..<extents.start(items[1]), with: "")
    }
  }

  // MARK: - Single values

  /// Puts another value in the place of a node.
  mutating func replace(_ node: Node, with text: String) { edits.replace(extents.extent(node), with: text) }

  /// Adds a text behind a node, on a line of its own where lines part the things.
  mutating func insert(line text: String, behind node: Node) {
    edits.insert(newline + text, at: extents.lineEnd(extents.end(node)))
  }

  /// Adds a text right behind a node.
  mutating func insert(_ text: String, behind node: Node) { edits.insert(text, at: extents.end(node)) }

  /// Adds a text right before a node.
  mutating func insert(_ text: String, before node: Node) { edits.insert(text, at: extents.start(node)) }

  /// Adds a text behind the bracket that opens a list.
  mutating func insertFirst(_ text: String, in list: Node) { edits.insert(text, at: extents.start(list) + 1) }
}
