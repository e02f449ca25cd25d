import ScheduleModel

/// A stretch of one line of a file: what the `^^^` of a finding lies under.
struct SourceSpan: Hashable {
  let place: SourcePlace
  /// In Unicode scalars, as the column of the place.
  let width: Int

  init(_ place: SourcePlace, width: Int) {
    self.place = place
    self.width = width
  }

  /// The stretch that a value of this text takes, unless the file writes it with quotes or escapes.
  init(_ place: SourcePlace, under text: String) {
    self.init(place, width: text.unicodeScalars.count)
  }
}

extension Finding {
  init(
    _ code: FindingCode, _ severity: Severity, at span: SourceSpan, _ message: Words, remedy: Words? = nil
  ) {
    self.init(code, severity, at: span.place, width: span.width, message, remedy: remedy)
  }
}

extension String {
  /// The text as a message quotes it: in one line, and not much of a long one.
  var quoted: String {
    let start = prefix(120).map { $0.isNewline ? " " : String($0) }.joined()
    return "“\(start)\(dropFirst(120).isEmpty ? "" : "…")”"
  }
}
