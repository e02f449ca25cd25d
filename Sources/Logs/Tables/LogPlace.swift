import ScheduleModel

/// Where a row of a log went wrong.
struct LogPlace {
  /// The most Unicode scalars of a line that are shown.
  static let longestExcerpt = 160

  /// The place.
  let place: SourcePlace
  /// How many columns from there are meant.
  let width: Int
  /// The line, cut to ``longestExcerpt``; `nil` where there is none to show.
  let excerpt: String?

  /// A line as a reader may safely see it: what is not UTF-8 as `�`, control characters as their pictures.
  static func excerpt(_ line: ArraySlice<UInt8>) -> String {
    var shown = String.UnicodeScalarView()
    for (index, scalar) in String(decoding: line, as: UTF8.self).unicodeScalars.enumerated() {
      guard index < longestExcerpt else {
        shown.removeLast()
        shown.append("…")
        break
      }
      let picture = scalar.value < 0x20 ? scalar.value + 0x2400 : scalar.value == 0x7F ? 0x2421 : scalar.value
      shown.append(Unicode.Scalar(picture) ?? scalar)
    }
    return String(shown)
  }
}
