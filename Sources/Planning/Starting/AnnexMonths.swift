import ScheduleModel

/// The columns of an annex that share out a year's figure: “T1” to “T12”.
struct AnnexMonths {
  /// Each month with its column; empty where fewer than six months have one.
  private let columns: [(month: Int, index: Int)]

  init(_ titles: [String]) {
    var columns: [(month: Int, index: Int)] = []
    for (index, title) in titles.enumerated() {
      // A header of two rows has “Phân kỳ – T1”.
      guard let month = Self.month(title.split(separator: "–").last.map(String.init) ?? title),
        !columns.contains(where: { $0.month == month })
      else { continue }
      columns.append((month, index))
    }
    self.columns = columns.count < 6 ? [] : columns
  }

  private static func month(_ title: String) -> Int? {
    let words = FoldedText(title).text
    guard let match = words.wholeMatch(of: /(?:t|thang|th|month)? ?0?(\d{1,2})/),
      let month = Int(match.output.1),
      (1...12).contains(month), words.contains(where: \.isLetter)
    else { return nil }
    return month
  }

  /// Whether a column is one of a month.
  func contains(_ index: Int) -> Bool { columns.contains { $0.index == index } }

  /// What a row says of its months: a number each, 0 for an empty cell, and the cells that are no whole number.
  ///
  /// - Returns: `nil` where the row says nothing of any month.
  func figures(in cells: [String]) -> (numbers: [(month: Int, works: Int)], unread: [String])? {
    var (numbers, unread): ([(month: Int, works: Int)], [String]) = ([], [])
    var isSaid = false
    for (month, index) in columns {
      let text = cells.indices.contains(index) ? cells[index] : ""
      if !text.isEmpty { isSaid = true }
      if text.isEmpty || ["-", "–"].contains(text) {
        numbers.append((month, 0))
      } else if let number = Int(text), number >= 0 {
        numbers.append((month, number))
      } else {
        unread.append("T\(month): \(text)")
      }
    }
    return isSaid ? (numbers, unread) : nil
  }
}
