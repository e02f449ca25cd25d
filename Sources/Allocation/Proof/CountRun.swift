/// The days from one on which a series may air until the next: its count stays the same, its ideal line goes on.
struct CountRun {
  /// What has aired before anything is placed.
  let aired: Int
  /// How many days.
  let days: Int
  /// The lowest of the ideal line, in thousandths of a piece, as all that follows.
  private let lowest: Int
  private let highest: Int
  private let sum: Int
  /// The squares of the distances where nothing is placed.
  let squares: Int128

  /// The days with these ideals.
  init(aired: Int, ideals: ArraySlice<Int>) {
    self.aired = aired
    days = ideals.count
    lowest = ideals.min() ?? 0
    highest = ideals.max() ?? 0
    sum = ideals.reduce(0, +)
    squares = ideals.reduce(0) { total, ideal in
      let distance = Int128(Problem.scale * aired - ideal)
      return total + distance * distance
    }
  }

  /// The largest distance on any of the days with a number of units placed.
  func deviation(placed: Int) -> Int {
    let count = Problem.scale * (aired + placed)
    return days == 0 ? 0 : max(count - lowest, highest - count)
  }

  /// The least that the largest distance can be with a number of units placed, or fewer.
  func leastDeviation(open: Int) -> Int {
    // The best of all counts is the middle of the ideals, that of the whole ones next to it.
    let middle = CountRun.floor(Int128(lowest) + Int128(highest), over: Int128(2 * Problem.scale))
    let below = Int(min(max(middle - Int128(aired), 0), Int128(open)))
    return min(deviation(placed: below), deviation(placed: min(below + 1, open)))
  }

  /// How few and how many units may be placed for all distances to be at most `width`; `nil` if any number may.
  func placed(within width: Int128) -> (least: Int128, most: Int128)? {
    guard days > 0 else { return nil }
    let scale = Int128(Problem.scale)
    return (
      -CountRun.floor(width - Int128(highest), over: scale) - Int128(aired),
      CountRun.floor(width + Int128(lowest), over: scale) - Int128(aired)
    )
  }

  /// What the first unit adds to the squares, and by how much more each next one; in thousandths of a square.
  var squareCost: LinearCost {
    let days = Int128(days * Problem.scale)
    return LinearCost(first: days * Int128(2 * aired + 1) - 2 * Int128(sum), rise: 2 * days)
  }

  /// The ideal line of a series on each day of the year, in thousandths of a piece.
  static func ideals(of series: Problem.Series) -> [Int] {
    let whole = Int128(series.dayWeights.reduce(0, +))
    let wanted = Int128(2 * Problem.scale) * Int128(series.quota - series.aired.count)
    var sum = 0
    return series.dayWeights.map { weight in
      sum += weight
      let share = whole == 0 ? 0 : floor(wanted * Int128(sum) + whole, over: 2 * whole)
      return Problem.scale * series.aired.count + Int(share)
    }
  }

  /// A quotient, rounded down. The divisor is above 0.
  static func floor(_ number: Int128, over divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
