public import ScheduleModel

/// Tells which topics of a plan are served, in which forms and when.
public enum TopicCoverageTable {
  /// Topics by forms, with the works scheduled for each topic in each quarter of the plan's own year.
  ///
  /// A line embedded in another activity serves its topics too, but has no works of its own: a work counts for
  /// a topic once, by the line whose placement it is.
  /// - Returns: The table, and a warning for each topic that no line serves.
  public static func coverage(plan: Plan, schedule: Schedule) -> (coverage: Coverage, findings: [Finding]) {
    var forms: [String] = []
    for line in plan.lines where !forms.contains(line.form.description) {
      forms.append(line.form.description)
    }
    let days = plan.quarters.map(\.days)
    var series = SharedNumbers<Placement.Series>()
    var counts: [[Int]?] = []
    for placement in schedule.placements {
      let number = series.number(of: placement.series)
      // Whether it is a first run of an original follows from the series.
      if number == counts.count {
        counts.append(plan.isOriginalFirstRun(placement) ? days.map { _ in 0 } : nil)
      }
      guard counts[number] != nil, let quarter = days.firstIndex(where: { $0.contains(placement.timing.day) })
      else { continue }
      counts[number]?[quarter] += 1
    }
    var quarters: [String: [Int]] = [:]
    for (series, counts) in zip(series.all, counts) {
      guard let counts, counts.contains(where: { $0 > 0 }) else { continue }
      quarters[series.line] = zip(counts, quarters[series.line] ?? days.map { _ in 0 }).map(+)
    }
    let topics = plan.topics.map { topic in
      let lines = plan.lines.filter { $0.topics.contains(topic.id) }
      let isScheduled = lines.contains { !$0.isEmbedded && ($0.placing != nil || quarters[$0.id] != nil) }
      return TopicCoverage(
        topic: topic.id,
        lines: forms.map { form in lines.filter { $0.form.description == form }.map(\.id) },
        quarters: isScheduled
          ? days.indices.map { quarter in lines.reduce(0) { $0 + (quarters[$1.id]?[quarter] ?? 0) } } : nil)
    }
    let findings = zip(plan.topics, topics).filter { !$1.isCovered }.map { Finding.topicUncovered($0.0) }
    return (Coverage(forms: forms, topics: topics), findings)
  }
}
