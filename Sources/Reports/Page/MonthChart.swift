import ScheduleModel

/// A bar chart of the months, scheduled beside aired, in whole units of an SVG picture.
struct MonthChart {
  /// The size of the picture.
  let width: Int
  let height: Int
  /// The bars, scheduled before aired in each month.
  let bars: [Bar]
  /// The grid lines with the number of each.
  let ticks: [Tick]
  /// The months below the bars.
  let labels: [Label]
  /// Whether anything is known to have aired.
  let hasAired: Bool
  /// What the picture shows, for who cannot see it.
  let summary: String

  /// One month's counts.
  struct Month {
    /// `2018-04`.
    let key: String
    /// Scheduled.
    let scheduled: Int
    /// Gone out; `nil` when it is not known.
    let aired: Int?
  }

  /// One bar, with its figure above it.
  struct Bar {
    let kind: String
    let x: Int
    let y: Int
    let barWidth: Int
    let barHeight: Int
    let middle: Int
    let above: Int
    let figure: String
  }

  /// One grid line.
  struct Tick {
    let tickY: Int
    let baseline: Int
    let value: String
  }

  /// One name below the axis.
  struct Label {
    let center: Int
    let name: String
  }

  private static let (left, top, plot, pitch, bar) = (44, 18, 180, 56, 22)

  /// The chart of some months, in their order.
  init(_ months: [Month], _ language: ReaderLanguage) {
    let most = months.map { max($0.scheduled, $0.aired ?? 0) }.max() ?? 0
    let step = Self.step(upTo: most)
    let highest = max(1, (most + step - 1) / step) * step
    let names = Self.names(months.map(\.key), language)

    func y(_ count: Int) -> Int { Self.top + Self.plot - count * Self.plot / highest }
    var bars: [Bar] = []
    for (index, month) in months.enumerated() {
      let x = Self.left + index * Self.pitch + (Self.pitch - 2 * Self.bar - 2) / 2
      for (kind, count, x) in [
        ("scheduled", month.scheduled, x), ("aired", month.aired ?? 0, x + Self.bar + 2),
      ] where count > 0 {
        bars.append(
          Bar(
            kind: kind, x: x, y: y(count), barWidth: Self.bar, barHeight: Self.top + Self.plot - y(count),
            middle: x + Self.bar / 2, above: y(count) - 4, figure: grouped(count, in: language)))
      }
    }
    self.bars = bars
    width = Self.left + months.count * Self.pitch + 8
    height = Self.top + Self.plot + 28
    ticks = stride(from: 0, through: highest, by: step).map {
      Tick(tickY: y($0), baseline: y($0) + 4, value: grouped($0, in: language))
    }
    let labelled = Self.labelStep(names, pitch: Self.pitch)
    labels = names.enumerated().filter { $0.offset % labelled == 0 }.map {
      Label(center: Self.left + $0.offset * Self.pitch + Self.pitch / 2, name: $0.element)
    }
    hasAired = months.contains { $0.aired != nil }
    summary = zip(names, months).map { name, month in
      TallyWords.month(name, scheduled: month.scheduled, aired: month.aired, language)
    }.joined(separator: "; ")
  }

  /// Each how many months are named, so that no name touches the next: letters of a telephone take half as many units again. Of
  /// half a year or less each is.
  static func labelStep(_ names: [String], pitch: Int) -> Int {
    guard names.count > 6 else { return 1 }
    let room = 11 * ((names.map(\.count).max() ?? 0) + 1)
    return max(1, (room + pitch - 1) / max(1, pitch))
  }

  /// The distance of the grid lines: 1, 2 or 5 times a power of ten, so that there are at most five.
  static func step(upTo most: Int) -> Int {
    var power = 1
    while true {
      for factor in [1, 2, 5] where factor * power * 5 >= most { return factor * power }
      power *= 10
    }
  }

  /// The months' names; with the year where they are of several.
  private static func names(_ keys: [String], _ language: ReaderLanguage) -> [String] {
    let years = Set(keys.map { $0.prefix(4) })
    return keys.map { key in
      guard let month = Int(key.suffix(2)), (1...12).contains(month) else { return key }
      let name = monthHeadings(language)[month - 1]
      return years.count > 1 ? "\(name)/\(key.prefix(4).suffix(2))" : name
    }
  }
}
