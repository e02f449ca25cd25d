/// A line of a file with the marks that go below it.
struct Excerpt {
  /// The line, or as much of a long one as surrounds the place, with `…` where it was cut.
  let line: String
  /// What goes before the marks in the line below: blanks, and the tabs of the line itself.
  let blanks: String
  /// `^^^`, at least one.
  let marks: String

  /// How many Unicode scalars are shown before and after the place.
  private static let reach = 80

  /// The line, marked from `column` on, for `width` columns.
  ///
  /// Both count Unicode scalars as ``ScheduleModel/SourcePlace/column`` does. They need not be the columns of
  /// the terminal, where a letter and its combining mark are one, and an escaped control character is six.
  /// A place behind the end of the line is marked behind its end.
  init(_ text: String, column: Int, width: Int) {
    let scalars = Array(text.unicodeScalars)
    let start = min(max(column - 1, 0), scalars.count)
    let end = min(start + max(width, 1), scalars.count)
    let first = start > Self.reach ? start - Self.reach / 2 : 0
    let last = min(max(first + 2 * Self.reach, min(end, start + 2 * Self.reach)), scalars.count)

    let head = (first > 0 ? "…" : "") + Self.shown(scalars[first..<start])
    line = (first > 0 ? "…" : "") + Self.shown(scalars[first..<last]) + (last < scalars.count ? "…" : "")
    blanks = head.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.displayWidth) }.joined()
    let marked = Self.shown(scalars[start..<min(end, last)])
    marks = String(repeating: "^", count: max(1, marked.displayWidth))
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).visible(keepingTabs: true)
  }
}
