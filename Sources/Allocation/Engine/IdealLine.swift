/// How many pieces a series should have by the end of each day, in thousandths of a piece.
enum IdealLine {
  /// The line from what has aired on the first open day to the quota on the last, by the weights of the days.
  ///
  /// Rounded half up to whole thousandths. All zero weights leave it at what has aired. With a quota up to
  /// a million and weights that add up to less than 2^62 no product passes 2^94.
  static func line(of series: Problem.Series) -> [Int] {
    let aired = series.aired.count
    let all = series.dayWeights.reduce(0, +)
    let start = Problem.scale * aired
    guard all > 0 else { return Array(repeating: start, count: series.dayWeights.count) }
    let rest = Int128(2 * Problem.scale * (series.quota - aired))
    var sum: Int128 = 0
    return series.dayWeights.map { weight in
      sum += Int128(weight)
      let (quotient, remainder) = (rest * sum + Int128(all)).quotientAndRemainder(dividingBy: 2 * Int128(all))
      return start + Int(remainder < 0 ? quotient - 1 : quotient)
    }
  }
}
