import ScheduleModel
import Testing

@testable import Reports

/// Ten days with a work scheduled on every second, of which the first six are known: two of three went out.
private let sixOfTen = DayCounts(
  days: day(1, 1)..<day(1, 11), scheduled: [1, 0, 1, 0, 1, 0, 1, 0, 1, 0],
  aired: [1, 0, 0, 0, 1, 0, nil, nil, nil, nil])

@Test(
  "From the last day known the picture goes on in both ways that the forecast reckons, each with its figure")
func burnUp_golden() {
  let picture = BurnUp(sixOfTen, .vietnamese)
  #expect(picture.lines == [.scheduled, .aired, .bySchedule, .byPace])
  #expect(
    picture.svg == """
      <svg class="burn-up" viewBox="0 0 748 272" width="748" height="272" role="img" aria-labelledby="burn-title burn-summary">
      <title id="burn-title">Cộng dồn: xếp lịch, thực hiện và dự báo</title>
      <desc id="burn-summary">Xếp lịch 5; thực hiện 2 đến hết ngày 06/01/2018; dự báo đến hết ngày 10/01/2018: 4 nếu phát đủ lịch còn lại; 3 theo tiến độ hiện nay</desc>
      <line class="tick" x1="52" x2="692" y1="244" y2="244"/><text class="axis" x="46" y="248" text-anchor="end">0</text>
      <line class="tick" x1="52" x2="692" y1="200" y2="200"/><text class="axis" x="46" y="204" text-anchor="end">1</text>
      <line class="tick" x1="52" x2="692" y1="156" y2="156"/><text class="axis" x="46" y="160" text-anchor="end">2</text>
      <line class="tick" x1="52" x2="692" y1="112" y2="112"/><text class="axis" x="46" y="116" text-anchor="end">3</text>
      <line class="tick" x1="52" x2="692" y1="68" y2="68"/><text class="axis" x="46" y="72" text-anchor="end">4</text>
      <line class="tick" x1="52" x2="692" y1="24" y2="24"/><text class="axis" x="46" y="28" text-anchor="end">5</text>
      <text class="axis" x="52" y="262">T1</text>
      <line class="today" x1="436" x2="436" y1="24" y2="244"/><text class="axis" x="436" y="16" text-anchor="middle">hết 06/01/2018</text>
      <path class="scheduled" d="M52 244H52V200H180V156H308V112H436V68H564V24H692"/>
      <path class="aired" d="M52 244H52V200H308V156H436"/>
      <path class="bySchedule" d="M436 156H436V112H564V68H692"/>
      <path class="byPace" d="M436 156L692 112H692"/>
      <text class="figure" x="698" y="116">3</text>
      <text class="figure" x="698" y="72">4</text>
      <text class="figure" x="698" y="28">5</text>
      </svg>
      """)
}

@Test("A year that is over, or of which nothing is known, has no forecast and no words of one")
func burnUp_withoutForecast() {
  let scheduled = [1, 0, 1, 1]
  let over = BurnUp(
    DayCounts(days: day(1, 1)..<day(1, 5), scheduled: scheduled, aired: [1, 0, 1, 0]), .english)
  #expect(over.lines == [.scheduled, .aired])
  #expect(over.svg.contains(">3 scheduled; 2 aired up to 04/01/2018</desc>"))
  #expect(over.title.en == "Running total: scheduled and aired")
  // The logs end a day early, and nothing is scheduled on it: there is nothing to forecast.
  let finished = BurnUp(
    DayCounts(days: day(1, 1)..<day(1, 5), scheduled: [1, 0, 2, 0], aired: [1, 0, 1, nil]), .english)
  #expect(finished.lines == [.scheduled, .aired] && !finished.svg.contains("forecast"))
  let unknown = BurnUp(
    DayCounts(days: day(1, 1)..<day(1, 5), scheduled: scheduled, aired: [nil, nil, nil, nil]), .english)
  #expect(unknown.lines == [.scheduled])
  #expect(unknown.svg.contains(">3 scheduled</desc>"))
}

@Test("The pace of a few days draws nothing, what is still scheduled does")
func burnUp_withoutPace() {
  let year = CivilDay.year(2018)
  let picture = BurnUp(
    DayCounts(
      days: year, scheduled: Array(repeating: 1, count: 365),
      aired: Array(repeating: 1, count: 20) + Array(repeating: nil, count: 345)), .english)
  #expect(picture.lines == [.scheduled, .aired, .bySchedule])
  #expect(
    picture.svg.contains(
      ">365 scheduled; 20 aired up to 20/01/2018; forecast for 31/12/2018: 365 if all still scheduled airs</desc>"
    ))
}

@Test("Figures at the ends of lines that meet are set apart, and equal ones are written once")
func burnUp_figures() {
  let aired = (0..<365).map { $0 < 200 ? 1 : nil }
  let picture = BurnUp(
    DayCounts(
      days: CivilDay.year(2018), scheduled: (0..<365).map { $0 % 100 == 0 ? 2 : 1 }, aired: aired), .english)
  let figures = picture.svg.matches(of: /class="figure" x="698" y="(\d+)">(\d+)</)
  #expect(figures.map { String($0.2) } == ["365", "367", "369"])
  let heights = figures.compactMap { Int($0.1) }
  #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 - $1 >= 13 })
}
