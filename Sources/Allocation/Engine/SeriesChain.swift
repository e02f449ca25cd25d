/// A series as a chain of arcs, one for each day on which it may air: the arc carries how many units there are
/// up to and with that day, until the next.
struct SeriesChain {
  /// The series.
  let series: Int
  /// Units that have aired; they are not on the arcs.
  let aired: Int
  /// Units that are to be placed.
  let open: Int
  /// The days on which it may air, ascending.
  let days: [Day]
  /// From each of these days to the day before the next.
  let runs: [Run]
  /// Before the first of them.
  let before: Run

  /// A day on which a series may air.
  struct Day {
    let day: Int
    let span: Int
    /// Its slots, as a range of the series' choices.
    let choices: Range<Int>
  }

  /// Days in which the count does not change, and the ideal line there.
  ///
  /// The squared distances from the line, in thousandths, are `days * z² - 2 * z * sum + squares` for the
  /// count z.
  struct Run {
    let days: Int
    let sum: Int
    let squares: Int128
    /// The lowest and the highest of the line; `nil` for a run without days.
    let range: ClosedRange<Int>?

    init(_ ideal: ArraySlice<Int>) {
      days = ideal.count
      sum = ideal.reduce(0, +)
      squares = ideal.reduce(0) { $0 + Int128($1) * Int128($1) }
      if let first = ideal.first, let last = ideal.last {
        range = min(first, last)...max(first, last)
      } else {
        range = nil
      }
    }

    /// The squared distances at a count of pieces.
    func squares(at count: Int) -> Int128 {
      let height = Int128(Problem.scale * count)
      return Int128(days) * height * height - 2 * height * Int128(sum) + squares
    }

    /// The largest distance at a count of pieces.
    func deviation(at count: Int) -> Int {
      guard let range else { return 0 }
      let height = Problem.scale * count
      return max(abs(height - range.lowerBound), abs(height - range.upperBound))
    }

    /// The counts that stay within a distance from the line; may be empty (lower above upper).
    func band(_ distance: Int) -> (least: Int, most: Int) {
      guard let range else { return (0, Int(Int32.max)) }
      return (
        Self.ceilingOfPieces(range.upperBound - distance), Self.floorOfPieces(range.lowerBound + distance)
      )
    }

    private static func floorOfPieces(_ height: Int) -> Int {
      height >= 0 ? height / Problem.scale : -((Problem.scale - 1 - height) / Problem.scale)
    }

    private static func ceilingOfPieces(_ height: Int) -> Int { -floorOfPieces(-height) }
  }

  init(of index: Int, in problem: Problem) {
    let series = problem.series[index]
    self.series = index
    aired = series.aired.count
    open = max(0, series.quota - aired)
    let choices = series.choices
    var days: [Day] = []
    var start = 0
    while start < choices.count {
      let slot = problem.slots[choices[start].slot]
      var end = start + 1
      while end < choices.count {
        let other = problem.slots[choices[end].slot]
        guard other.day == slot.day, other.span == slot.span else { break }
        end += 1
      }
      days.append(Day(day: slot.day, span: slot.span, choices: start..<end))
      start = end
    }
    let ideal = IdealLine.line(of: series)
    let starts = days.map(\.day) + [problem.days]
    before = Run(ideal[problem.firstOpenDay..<max(problem.firstOpenDay, starts[0])])
    runs = days.indices.map { Run(ideal[starts[$0]..<max(starts[$0], starts[$0 + 1])]) }
    self.days = days
  }

  /// The index of the last of its days on or before a day; `nil` for none.
  func index(upTo day: Int) -> Int? {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
