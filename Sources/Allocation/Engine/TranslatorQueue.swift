/// Versions that a translator makes week by week, those that are due first made first, which is best for work of
/// one size (Jackson 1955).
enum TranslatorQueue {
  /// One version.
  struct Job: Comparable {
    /// The first week in which it can be made.
    let release: Int
    /// The last week in which it must be made.
    let due: Int
    let series: Int
    let unit: Int

    /// By release, then as they are made.
    static func < (left: Job, right: Job) -> Bool {
      (left.release, left.due, left.series, left.unit) < (right.release, right.due, right.series, right.unit)
    }
  }

  /// What cannot be made in time, in the order in which that shows.
  ///
  /// - Parameter perWeek: How many can be made in each week.
  static func late(_ jobs: [Job], perWeek: [Int]) -> [Job] {
    let jobs = jobs.sorted()
    var late: [Job] = []
    var waiting: [Job] = []
    var next = 0
    for (week, most) in perWeek.enumerated() {
      while next < jobs.count, jobs[next].release <= week {
        waiting.append(jobs[next])
        next += 1
      }
      waiting.sort { ($0.due, $0.series, $0.unit) < ($1.due, $1.series, $1.unit) }
      late += waiting.prefix { $0.due < week }
      waiting.removeFirst(waiting.prefix { $0.due < week }.count)
      waiting.removeFirst(min(most, waiting.count))
    }
    return late + waiting + jobs[next...]
  }
}
