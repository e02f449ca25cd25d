/// What a figure counts: one form, or several in one undivided figure.
///
/// "100 tin, bài, ảnh" is one count over three forms; how many are photographs nobody knows.
public struct CountingUnit: Hashable, Sendable {
  /// The forms, as printed and in that order; one or more.
  public let forms: [String]

  /// A unit of one or more forms. An empty list is a mistake of the program.
  public init(_ forms: [String]) {
    precondition(!forms.isEmpty, "a unit counts something")
    self.forms = forms
  }

  /// A unit from its printed form, split at commas.
  public init?(_ text: String) {
    let forms = text.split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    guard !forms.isEmpty else { return nil }
    self.forms = forms
  }

  /// Whether the count lumps several forms together, so that it cannot be split.
  public var isCompound: Bool { forms.count > 1 }

  /// The union of the forms, in order of first appearance; hours where one of two times is in hours.
  public func joined(with other: CountingUnit) -> CountingUnit {
    if time != nil, other.time != nil { return time == .hours ? self : other }
    return CountingUnit(forms + other.forms.filter { !forms.contains($0) })
  }
}

extension CountingUnit: CustomStringConvertible {
  /// "tin, bài, ảnh".
  public var description: String { forms.joined(separator: ", ") }
}

extension CountingUnit {
  /// How a length of time is stated; figures of either are kept in minutes.
  public enum TimeMeasure: String, Sendable {
    /// "40 giờ", "2 giờ 15 phút".
    case hours = "giờ"
    /// "1.800 phút".
    case minutes = "phút"
  }

  /// Hours, with what is timed where the source says it: "giờ phát sóng".
  public static func time(_ measure: TimeMeasure, of label: String = "") -> CountingUnit {
    CountingUnit([label.isEmpty ? measure.rawValue : "\(measure.rawValue) \(label)"])
  }

  /// How the time is stated; `nil` for a unit that is no time.
  public var time: TimeMeasure? {
    guard forms.count == 1, let word = forms[0].split(separator: " ", maxSplits: 1).first else { return nil }
    return TimeMeasure(rawValue: word.lowercased())
  }

  /// What is timed: "phát sóng" of "giờ phát sóng"; empty when unsaid.
  public var timed: String {
    guard time != nil else { return "" }
    let words = forms[0].split(separator: " ", maxSplits: 1)
    return words.count == 2 ? String(words[1]) : ""
  }
}
