import ScheduleModel

/// The days as a picture: a row for each month, a cell for each day, its left half what was scheduled and its right
/// half what went out, the darker the more.
struct HeatMap {
  /// The whole picture, SVG for a page.
  let svg: String

  private static let (least, top, pitch, height, half) = (46, 20, 24, 18, 11)

  init(_ days: DayCounts, _ language: ReaderLanguage) {
    let months = Self.months(days.days)
    let run = MonthRun(of: days.days)
    let names = monthHeadings(of: run, language)
    // Names with a year are longer.
    let left = max(Self.least, 10 + 9 * (names.map(\.count).max() ?? 0))
    var body = ""
    for number in 1...31 {
      let x = left + (number - 1) * Self.pitch + Self.half
      body += "<text class=\"axis\" x=\"\(x)\" y=\"14\" text-anchor=\"middle\">\(number)</text>\n"
    }
    var described: [String] = []
    for (row, month) in months.enumerated() {
      let y = Self.top + row * (Self.height + 4)
      let name = run.index(of: month.lowerBound).map { names[$0] } ?? ""
      body +=
        "<text class=\"axis\" x=\"\(left - 8)\" y=\"\(y + 13)\" text-anchor=\"end\">\(name)</text>\n"
      for day in month.lowerBound.daysSince1970..<month.upperBound.daysSince1970 {
        body += Self.cell(CivilDay(daysSince1970: day), days, left, y, language)
      }
      described.append(Self.sum(of: month, named: name, days, language))
    }
    let width = left + 31 * Self.pitch
    let height = Self.top + months.count * (Self.height + 4)
    let title = PictureWords.heatMap[language]
    svg = """
      <svg class="heat" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
      aria-labelledby="heat-title heat-summary">
      <title id="heat-title">\(title)</title>
      <desc id="heat-summary">\(described.joined(separator: "; "))</desc>
      <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 5L5 0"/></pattern></defs>
      \(body)</svg>
      """
  }

  private static func cell(
    _ day: CivilDay, _ days: DayCounts, _ left: Int, _ y: Int, _ language: ReaderLanguage
  ) -> String {
    let index = days.days.lowerBound.distance(to: day)
    let (scheduled, aired) = (days.scheduled[index], days.aired[index])
    let x = left + (day.components.day - 1) * pitch
    func part(_ kind: String, _ count: Int?, _ offset: Int) -> String {
      let shade =
        count.map { $0 == 0 && kind == "a" && scheduled > 0 ? "none" : "\(kind)\(min($0, 4))" } ?? "unknown"
      return
        "<rect class=\"\(shade)\" x=\"\(x + offset)\" y=\"\(y)\" width=\"\(half)\" height=\"\(height)\"/>"
    }
    let shown = PictureWords.day(day, scheduled: scheduled, aired: aired, language)
    return "<g><title>\(shown)</title>\(part("s", scheduled, 0))\(part("a", aired, half))</g>\n"
  }

  /// The days of each month that lie in the period.
  private static func months(_ days: Range<CivilDay>) -> [Range<CivilDay>] {
    let run = MonthRun(of: days)
    return run.indices.map { run.days(of: $0).clamped(to: days) }
  }

  private static func sum(
    of month: Range<CivilDay>, named name: String, _ days: DayCounts, _ language: ReaderLanguage
  ) -> String {
    let first = days.days.lowerBound.distance(to: month.lowerBound)
    let indices = first..<first + month.count
    let known = days.aired[indices].compactMap(\.self)
    return TallyWords.month(
      name, scheduled: days.scheduled[indices].reduce(0, +), aired: known.isEmpty ? nil : known.reduce(0, +),
      language)
  }
}
