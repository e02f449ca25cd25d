/// Tells by a file's name which feed it is of, and which part of it.
struct FeedNames {
  private let numbers: [String: Int]

  init(_ feeds: [CalendarSelection.Feed]) {
    numbers = Dictionary(
      uniqueKeysWithValues: feeds.enumerated().map { ($0.element.name + ".ics", $0.offset) })
  }

  /// Whether a file is, or was, a feed of a plan: it shows a selection.
  static func isView(_ file: String) -> Bool { file.hasPrefix(CalendarSelection.viewPrefix) }

  /// The feed in a file, and the part of it; `nil` when the schedule has no such feed.
  func feed(of file: String) -> (number: Int, period: CalendarPeriod?)? {
    if let number = numbers[file] { return (number, nil) }
    guard file.hasSuffix(".ics") else { return nil }
    let name = file.dropLast(4)
    // The shortest suffix is `-2018-h1`, as long as any.
    guard let period = CalendarPeriod(suffix: name.suffix(8)), let number = numbers[name.dropLast(8) + ".ics"]
    else { return nil }
    return (number, period)
  }
}
