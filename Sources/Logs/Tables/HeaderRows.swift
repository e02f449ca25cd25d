import ScheduleModel

/// A header of two rows: groups of columns above, the columns of each group below.
enum HeaderRows {
  /// The names of the columns; `nil` when the second row is none of the header.
  ///
  /// A row of data has digits, or texts that are no names; one of the header repeats a merged name or adds to it.
  static func joined(_ top: [String], _ below: [String], knows: (String) -> Bool) -> [String]? {
    let width = max(top.count, below.count)
    func cell(_ cells: [String], _ index: Int) -> String { index < cells.count ? cells[index] : "" }
    var names: [String] = []
    var isHeader = false
    for index in 0..<width {
      let (above, under) = (cell(top, index), cell(below, index))
      let both = above + " " + under
      if under.isEmpty || FoldedText(above) == FoldedText(under) {
        names.append(above)
        continue
      }
      guard !under.contains(where: \.isNumber) else { return nil }
      if knows(both) || knows(under) {
        isHeader = true
        names.append(knows(both) ? both : under)
      } else if !above.isEmpty, knows(above) {
        // What stands below a column of one row is its value.
        return nil
      } else {
        names.append(above.isEmpty ? under : both)
      }
    }
    return isHeader ? names : nil
  }
}
