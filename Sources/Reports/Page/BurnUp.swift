import ScheduleModel

/// The works gone out so far, day by day, above those scheduled so far; and from the last day that is known, where
/// that leads in the two ways that the forecast reckons.
struct BurnUp {
  /// The whole picture, SVG for a page.
  let svg: String
  /// The lines in it, in the order in which they are drawn.
  let lines: [Line]

  /// What the picture shows, in a few words.
  var title: Words { PictureWords.burnUp(forecast: lines.contains(.bySchedule)) }

  /// One of the picture's lines.
  enum Line: String {
    case scheduled, aired, bySchedule, byPace

    /// What it is, for the legend.
    var name: Words {
      switch self {
      case .scheduled: TallyWords.scheduled
      case .aired: TallyWords.airedShort
      case .bySchedule: PictureWords.bySchedule
      case .byPace: PictureWords.byPace
      }
    }
  }

  private static let (left, top, width, height, right) = (52, 24, 640, 220, 56)

  init(_ days: DayCounts, _ language: ReaderLanguage) {
    let scheduled = Self.sums(days.due)
    let aired = Self.sums(days.aired.prefix(days.knownDays).map { $0 ?? 0 })
    let forecast = Forecast(days, aired: aired)
    let most = max(
      scheduled.last ?? 0, aired.last ?? 0, forecast?.bySchedule.last ?? 0, forecast?.byPace ?? 0)
    let grid = Grid(days: max(1, days.days.count), most: most)

    var body = ""
    for works in stride(from: 0, through: grid.highest, by: grid.step) {
      let y = grid.y(works)
      let (start, end) = (Self.left, Self.left + Self.width)
      body +=
        "<line class=\"tick\" x1=\"\(start)\" x2=\"\(end)\" y1=\"\(y)\" y2=\"\(y)\"/>"
        + "<text class=\"axis\" x=\"\(Self.left - 6)\" y=\"\(y + 4)\" text-anchor=\"end\">"
        + "\(grouped(works, in: language))</text>\n"
    }
    let run = MonthRun(of: days.days)
    let names = monthHeadings(of: run, language)
    let step = MonthChart.labelStep(names, pitch: Self.width / max(1, names.count))
    for index in days.scheduled.indices where days.day(index).components.day == 1 || index == 0 {
      guard let month = run.index(of: days.day(index)), month % step == 0 else { continue }
      let name = names[month]
      body +=
        "<text class=\"axis\" x=\"\(grid.x(index))\" y=\"\(Self.top + Self.height + 18)\">\(name)</text>\n"
    }
    if forecast != nil {
      let x = grid.x(aired.count)
      let name = PictureWords.upTo(days.day(aired.count - 1))[language]
      let (upper, lower) = (Self.top, Self.top + Self.height)
      body +=
        "<line class=\"today\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(upper)\" y2=\"\(lower)\"/>"
        + "<text class=\"axis\" x=\"\(x)\" y=\"\(Self.top - 8)\" text-anchor=\"middle\">\(name)</text>\n"
    }
    body += grid.steps(.scheduled, scheduled) + grid.steps(.aired, aired)
    var ends = [scheduled.last ?? 0]
    if let forecast {
      body += grid.steps(.bySchedule, forecast.bySchedule, from: aired.count, at: aired.last ?? 0)
      ends.append(forecast.bySchedule.last ?? 0)
      if let byPace = forecast.byPace {
        body += grid.straight(.byPace, from: (aired.count, aired.last ?? 0), to: (forecast.end, byPace))
        ends.append(byPace)
      }
    } else if let last = aired.last {
      ends.append(last)
    }
    body += grid.figures(ends, language)
    lines =
      [.scheduled] + (aired.isEmpty ? [] : [.aired]) + (forecast == nil ? [] : [.bySchedule])
      + (forecast?.byPace == nil ? [] : [.byPace])
    let total = (width: Self.left + Self.width + Self.right, height: Self.top + Self.height + 28)
    let summary = PictureWords.burnUp(
      scheduled: scheduled.last ?? 0, aired: aired.last,
      asOf: aired.isEmpty ? nil : days.day(aired.count - 1),
      bySchedule: forecast?.bySchedule.last, byPace: forecast?.byPace,
      until: days.days.upperBound.advanced(by: -1), language)
    svg = """
      <svg class="burn-up" viewBox="0 0 \(total.width) \(total.height)" width="\(total.width)" \
      height="\(total.height)" role="img" aria-labelledby="burn-title burn-summary">
      <title id="burn-title">\(PictureWords.burnUp(forecast: forecast != nil)[language])</title>
      <desc id="burn-summary">\(summary)</desc>
      \(body)</svg>
      """
  }

  private static func sums(_ counts: [Int], from start: Int = 0) -> [Int] {
    var sum = start
    return counts.map { count in
      sum += count
      return sum
    }
  }

  /// Where the works are heading after the last day that is known.
  private struct Forecast {
    /// Works by the end of each day that is left, if all that is still scheduled goes out.
    let bySchedule: [Int]
    /// Works at the end at the pace so far; `nil` while a pace says nothing, and after the works' last day.
    let byPace: Int?
    /// How many days there are from the first to the works' last.
    let end: Int

    /// `nil` when nothing is known yet, and when nothing is scheduled any more: the year is finished.
    init?(_ days: DayCounts, aired: [Int]) {
      guard let sum = aired.last, days.still.dropFirst(aired.count).contains(where: { $0 > 0 }) else {
        return nil
      }
      bySchedule = BurnUp.sums(Array(days.still[aired.count...]), from: sum)
      let today = days.day(aired.count - 1)
      end = days.days.lowerBound.distance(to: days.window.upperBound)
      let pace = Pace(aired: sum, window: days.window, today: today)
      byPace = end > aired.count ? pace?.works(before: days.window.upperBound) : nil
    }
  }

  /// Days across and works upward, in whole units of the picture.
  private struct Grid {
    let days: Int
    let step: Int
    let highest: Int

    init(days: Int, most: Int) {
      self.days = days
      step = MonthChart.step(upTo: most)
      highest = max(1, (most + step - 1) / step) * step
    }

    func x(_ index: Int) -> Int { BurnUp.left + index * BurnUp.width / days }

    func y(_ works: Int) -> Int { BurnUp.top + BurnUp.height - works * BurnUp.height / highest }

    /// A line that rises on the days on which works are added.
    func steps(_ line: Line, _ sums: [Int], from first: Int = 0, at start: Int = 0) -> String {
      guard !sums.isEmpty else { return "" }
      var steps = "M\(x(first)) \(y(start))"
      var last = start
      for (index, sum) in sums.enumerated() where sum != last {
        steps += "H\(x(first + index))V\(y(sum))"
        last = sum
      }
      return "<path class=\"\(line.rawValue)\" d=\"\(steps)H\(x(first + sums.count))\"/>\n"
    }

    func straight(_ line: Line, from: (day: Int, works: Int), to: (day: Int, works: Int)) -> String {
      "<path class=\"\(line.rawValue)\" d=\"M\(x(from.day)) \(y(from.works))L\(x(to.day)) \(y(to.works))"
        + "H\(x(days))\"/>\n"
    }

    /// What the lines end at, each number once, those that would touch set apart.
    func figures(_ ends: [Int], _ language: ReaderLanguage) -> String {
      var below = Int.max
      return Set(ends).sorted().map { works in
        let y = min(self.y(works) + 4, below - 13)
        below = y
        return "<text class=\"figure\" x=\"\(BurnUp.left + BurnUp.width + 6)\" y=\"\(y)\">"
          + "\(grouped(works, in: language))</text>\n"
      }.joined()
    }
  }
}
