import ScheduleModel

/// The works gone out so far, day by day, above those scheduled so far.
struct BurnUp {
  /// The whole picture, SVG to stand in a page.
  let svg: String

  private static let (left, top, width, height) = (52, 12, 640, 220)

  init(_ days: YearDays, _ language: ReaderLanguage) {
    let scheduled = Self.sums(days.scheduled)
    let aired = Self.sums(days.aired.prefix(days.knownDays).map { $0 ?? 0 })
    let most = max(scheduled.last ?? 0, aired.last ?? 0)
    let step = MonthChart.step(upTo: most)
    let highest = max(1, (most + step - 1) / step) * step
    let count = max(1, days.days.count)

    func x(_ index: Int) -> Int { Self.left + index * Self.width / count }
    func y(_ works: Int) -> Int { Self.top + Self.height - works * Self.height / highest }
    func path(_ kind: String, _ sums: [Int]) -> String {
      guard !sums.isEmpty else { return "" }
      var steps = "M\(x(0)) \(y(0))"
      var last = 0
      for (index, sum) in sums.enumerated() where sum != last {
        steps += "H\(x(index))V\(y(sum))"
        last = sum
      }
      return "<path class=\"\(kind)\" d=\"\(steps)H\(x(sums.count))\"/>\n"
    }

    var body = ""
    for works in stride(from: 0, through: highest, by: step) {
      body +=
        "<line class=\"tick\" x1=\"\(Self.left)\" x2=\"\(Self.left + Self.width)\" y1=\"\(y(works))\" y2=\"\(y(works))\"/>"
      body += "<text class=\"axis\" x=\"\(Self.left - 6)\" y=\"\(y(works) + 4)\" text-anchor=\"end\">"
      body += "\(grouped(works, in: language))</text>\n"
    }
    for index in days.scheduled.indices where days.day(index).components.day == 1 || index == 0 {
      let name = monthHeadings(language)[days.day(index).month - 1]
      body += "<text class=\"axis\" x=\"\(x(index))\" y=\"\(Self.top + Self.height + 18)\">\(name)</text>\n"
    }
    body += path("scheduled", scheduled) + path("aired", aired)
    let total = (width: Self.left + Self.width + 20, height: Self.top + Self.height + 28)
    let summary = PictureWords.burnUp(
      scheduled: scheduled.last ?? 0, aired: aired.last,
      asOf: aired.isEmpty ? nil : days.day(aired.count - 1),
      language)
    svg = """
      <svg class="burn-up" viewBox="0 0 \(total.width) \(total.height)" width="\(total.width)" \
      height="\(total.height)" role="img" aria-labelledby="burn-title burn-summary">
      <title id="burn-title">\(PictureWords.burnUp[language])</title>
      <desc id="burn-summary">\(summary)</desc>
      \(body)</svg>
      """
  }

  private static func sums(_ counts: [Int]) -> [Int] {
    var sum = 0
    return counts.map { count in
      sum += count
      return sum
    }
  }
}
