/// A picture of the days of a year, with its legend.
package struct ReportPicture {
  /// SVG, whose classes the page's style names; every text in it is escaped.
  package let svg: String
  /// What its lines are, in the order in which they are drawn.
  package let legend: [Legend]
  /// What it shows, and what is not in it.
  package let key: String

  /// What one line of a picture is.
  package struct Legend {
    /// The class of the line.
    package let kind: String
    /// Its name.
    package let name: String
  }
}
