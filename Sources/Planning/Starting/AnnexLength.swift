import PlanFiles
import ScheduleModel

/// The length of one work as a row of an annex says it: “15 phút”, “5 - 7 phút/tin”, or a number below “Thời lượng (phút)”.
struct AnnexLength: Hashable {
  /// In minutes; from the shortest to the longest.
  let minutes: ClosedRange<Int>

  /// Reads a cell to its last word; `nil` when it is not understood whole.
  ///
  /// - Parameters:
  ///   - heading: The column's heading, which has the unit of numbers alone.
  ///   - unit: What the row's figure counts, of which one may be named: “15 phút/kỳ”.
  init?(_ cell: String, heading: String, of unit: CountingUnit?) {
    var text = cell
    if let match = cell.wholeMatch(of: /(.+?)\s*(?:\/|mỗi\s|một\s)\s*(?:1\s|01\s|một\s)?\s*([^\/\d]+)/) {
      let works = Self.anyWork + (unit?.forms ?? [])
      let named = FoldedText(match.output.2)
      guard works.contains(where: { FoldedText($0) == named }) else { return nil }
      text = String(match.output.1)
    }
    if !text.contains(where: { $0.isLetter || "'’′".contains($0) }) {
      let folded = FoldedText(heading)
      let unit = [("phút", "phút"), ("minutes", "phút"), ("min", "phút"), ("giờ", "giờ"), ("hours", "giờ")]
        .first { folded.contains(FoldedText($0.0)) }?.1
      guard let unit else { return nil }
      text += " \(unit)"
    }
    guard let minutes = PlanValue.lengths(text) else { return nil }
    self.minutes = minutes
  }

  /// The length as a plan file has it.
  var text: String {
    minutes.count == 1
      ? "\(minutes.lowerBound) phút" : "\(minutes.lowerBound) - \(minutes.upperBound) phút"
  }

  /// What one work may be called whatever the form.
  private static let anyWork = ["kỳ", "số", "buổi", "chương trình", "tác phẩm", "sản phẩm"]
}
