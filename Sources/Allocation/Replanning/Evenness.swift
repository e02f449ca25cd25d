/// How far the counts of a schedule are from the even lines, series by series, on the open days.
struct Evenness {
  /// The largest distance in each part of the problem, in thousandths of a piece.
  let deviations: [Int]
  /// The squares of all distances, in millionths.
  let squares: Int128

  /// The largest distances of the parts, summed, as ``Objective/deviation`` has them.
  var deviation: Int { deviations.reduce(0, +) }

  init(of units: [Solution.Unit], in problem: Problem, parts: [[Int]]) {
    var placed = Array(repeating: [Int](), count: problem.series.count)
    for unit in units { placed[unit.series].append(problem.slots[unit.slot].day) }
    var squares: Int128 = 0
    let largest = problem.series.indices.map { index in
      let series = problem.series[index]
      let ideal = IdealLine.line(of: series)
      var new = Array(repeating: 0, count: problem.days)
      for day in placed[index] { new[day] += 1 }
      var count = series.aired.count
      var largest = 0
      for day in problem.firstOpenDay..<problem.days {
        count += new[day]
        let distance = abs(Problem.scale * count - ideal[day])
        largest = max(largest, distance)
        squares += Int128(distance) * Int128(distance)
      }
      return largest
    }
    self.squares = squares
    deviations = parts.map { part in part.map { largest[$0] }.max() ?? 0 }
  }

  /// How much worse than another it is, in the part of the problem where that is the most; 0 where in none.
  func excess(over other: Evenness) -> Int {
    zip(deviations, other.deviations).reduce(0) { max($0, $1.0 - $1.1) }
  }
}
