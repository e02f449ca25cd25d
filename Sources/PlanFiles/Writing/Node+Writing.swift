import ScheduleModel
import Yams

/// What plans are written with.
extension Node {
  /// A text; in quotes where YAML, here or elsewhere, would take it for a number, a day, yes, no or nothing,
  /// and as a block where it has several lines.
  static func text(_ text: String) -> Node {
    let style: Scalar.Style = text.contains("\n") ? .literal : isAmbiguous(text) ? .doubleQuoted : .any
    return Node(text, Tag(.str), style)
  }

  /// Whether YAML 1.1 (*Language-Independent Types*) may have another type for a plain text.
  private static func isAmbiguous(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    if words.contains(text.lowercased()) || text.hasPrefix("0x") { return true }
    return !text.contains("..") && text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { "0123456789+-.:_ eETtZz".utf8.contains($0) }
  }

  private static let words: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".nan", ".inf", "-.inf",
    "+.inf",
  ]

  static func quoted(_ text: String) -> Node { Node(text, Tag(.str), .doubleQuoted) }
  static func number(_ number: Int) -> Node { Node(String(number), Tag(.int)) }
  static func day(_ day: CivilDay) -> Node { Node(day.description, Tag(.timestamp)) }
  static func days(_ days: Int) -> Node { text("\(days)d") }
  static var yes: Node { Node("true", Tag(.bool)) }
  static var no: Node { Node("false", Tag(.bool)) }
  static func tag(_ tag: LanguageTag) -> Node {
    text(BroadcastLanguage.isUnderstood(tag) ? tag.tag : BroadcastLanguage.tagPrefix + tag.tag)
  }
  static func list(_ nodes: [Node]) -> Node { Node(nodes, Tag(.seq)) }
  /// A list, or nothing when it is empty.
  static func items(_ nodes: [Node]) -> Node? { nodes.isEmpty ? nil : list(nodes) }
  /// A mapping of the entries that are there. Keys are never in quotes, though `on` means yes to some.
  static func keyed(_ entries: [(String, Node?)]) -> Node {
    let pairs = entries.compactMap { key, value in value.map { (Node(key, Tag(.str), .plain), $0) } }
    return Node(pairs, Tag(.map))
  }
  /// A mapping by ids, or nothing when it is empty.
  static func byID(_ entries: [(String, Node)]) -> Node? {
    entries.isEmpty ? nil : Node(entries.map { (text($0.0), $0.1) }, Tag(.map))
  }
}
