/// A report as people read it, before it is set as text or as a page.
package struct ReportDocument {
  /// What kind of report it is.
  package let kind: String
  /// What it is about.
  package let title: String
  /// What a reader must know first: the period, the documents, how far the logs reach.
  package let head: [String]
  /// Its sections, numbered in this order.
  package let sections: [Section]
  /// How its figures are to be understood.
  package let notes: [String]

  /// One section of a report.
  package struct Section {
    /// Its heading.
    package let heading: String
    /// What is said before its tables.
    package var paragraphs: [String] = []
    /// Its tables.
    package var tables: [TextTable] = []
    /// A picture of its first table; text leaves it out.
    var chart: MonthChart?
  }

  /// The report as plain text; paragraphs are broken at 110 columns, tables are as wide as they need.
  ///
  /// - Parameter width: The columns into which all of it must fit; `nil` for no such bound.
  func text(width: Int? = nil) -> String {
    let measure = min(110, width ?? 110)
    let top = [kind, title] + head
    var blocks = [top.map { Self.paragraph($0, measure) }.joined()]
    for (index, section) in sections.enumerated() {
      blocks.append("\(index + 1). \(section.heading)\n")
      if !section.paragraphs.isEmpty {
        blocks.append(section.paragraphs.map { Self.paragraph($0, measure) }.joined())
      }
      blocks += section.tables.map { table in
        (table.caption.map { "\($0)\n\n" } ?? "") + table.text(width: width)
      }
    }
    if !notes.isEmpty { blocks.append(notes.map { Self.paragraph($0, measure, mark: "* ") }.joined()) }
    return blocks.joined(separator: "\n")
  }

  private static func paragraph(_ text: String, _ measure: Int, mark: String = "") -> String {
    let blanks = String(repeating: " ", count: mark.count)
    let lines = text.wrapped(to: measure - mark.count).map { $0.visible() }
    return lines.enumerated().map { ($0.offset == 0 ? mark : blanks) + $0.element + "\n" }.joined()
  }
}
