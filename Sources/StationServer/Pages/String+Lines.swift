import Reports

extension String {
  /// The text as pages show it: line ends stay, and every other character that cannot be seen is written out. A remedy may be
  /// several lines of a plan to paste; what shows it keeps its line ends (`white-space: pre-wrap`).
  func visibleLines() -> String {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { $0.visible() }.joined(
      separator: "\n")
  }
}
