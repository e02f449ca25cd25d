import Digests
import ScheduleModel

/// By which a sheet says of which version of the plan it was made, so that what a colleague changed meanwhile is not undone:
/// the heading of an empty column, which a table of text keeps, too.
enum PlanVersionMark {
  /// The first digits of the hash of a plan's text.
  static func of(_ text: [UInt8]) -> String { String(Digest.sha256(text).prefix(8)) }

  /// The heading.
  static func heading(_ text: [UInt8]) -> Words {
    Words(vi: "Phiên bản \(of(text))", en: "Version \(of(text))")
  }

  /// The digits in a heading; `nil` for any other heading.
  static func read(_ heading: String) -> String? {
    FoldedText(heading).text.wholeMatch(of: /(?:phien ban|version) ([0-9a-f]{8})/).map { String($0.output.1) }
  }
}
