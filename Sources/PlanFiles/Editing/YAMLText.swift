import ScheduleModel
import Yams

/// Values as they are written into the text of a plan.
enum YAMLText {
  /// A text on one line that reads back as it is, in quotes only where it must be.
  ///
  /// - Parameters:
  ///   - isInBrackets: Whether it is written within `[…]` or `{…}`, where commas part things.
  ///   - isPlainNumber: Whether digits and days mean a number or a day, and need no quotes.
  static func scalar(_ text: String, isInBrackets: Bool, isPlainNumber: Bool = false) -> String {
    if isPlainNumber, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }) { return text }
    let plain = serialized(.text(text), isInBrackets: isInBrackets)
    return plain == text ? plain : quoted(text)
  }

  /// A text in double quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A list in brackets.
  static func list(_ items: [String]) -> String {
    "[" + items.map { scalar($0, isInBrackets: true, isPlainNumber: true) }.joined(separator: ", ") + "]"
  }

  private static func serialized(_ node: Node, isInBrackets: Bool) -> String {
    let list = Node.Sequence([node], Tag(.seq), isInBrackets ? .flow : .block)
    guard let text = try? Yams.serialize(node: .sequence(list), width: -1, allowUnicode: true) else {
      return ""
    }
    return String(text.dropFirst(isInBrackets ? 1 : 2).dropLast(isInBrackets ? 2 : 1))
  }
}
