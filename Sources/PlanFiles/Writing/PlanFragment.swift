public import ScheduleModel
import Yams

/// Writes parts of a plan, to be put into a plan file: indented as they stand there, each with a comment that
/// says what it is.
public enum PlanFragment {
  /// Grid lines of an outlet.
  ///
  ///     outlets:
  ///       truyen-hinh:
  ///         grid:
  ///           # Thời sự tối
  ///           - id: thoi-su-toi
  public static func grid(_ lines: [(line: GridLine, comment: String)], of outlet: String) -> String {
    let items = lines.map { item(PlanWriter.gridLine($0.line), comment: $0.comment, indent: 6) }
    return "outlets:\n  \(outlet):\n    grid:\n" + items.joined()
  }

  /// Days without output.
  public static func blackouts(_ blackouts: [Blackout]) -> String {
    "blackouts:\n" + blackouts.map { item(PlanWriter.blackout($0), comment: "", indent: 2) }.joined()
  }

  /// The pins of lines, which take the place of those that they have.
  public static func pins(_ lines: [(line: PlanLine, pins: [Placing.Pin])]) -> String {
    let items = lines.map { line, pins in
      item(
        .keyed([("id", .text(line.id)), ("pins", .list(pins.map(PlanWriter.pin)))]), comment: line.title,
        indent: 2)
    }
    return "lines:\n" + items.joined()
  }

  /// An item of a list, below its comment.
  private static func item(_ node: Node, comment: String, indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    var text = ""
    do {
      text = try Yams.serialize(node: .list([node]), width: -1, allowUnicode: true)
    } catch {
      preconditionFailure("texts, numbers and lists of them can be written: \(error)")
    }
    // A comment ends with its line.
    let words = comment.split(whereSeparator: \.isNewline).joined(separator: " ")
    let lines = (words.isEmpty ? [] : ["# \(words)"]) + text.split(separator: "\n").map(String.init)
    return lines.map { "\(blanks)\($0)\n" }.joined()
  }
}
