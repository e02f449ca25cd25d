import ScheduleModel

/// A plan without anything in it.
enum EmptyPlan {
  static let plan = Plan(
    id: "trong", title: "Kế hoạch trống", year: 2018, days: CivilDay.year(2018), revised: day(1, 1),
    documents: [], units: [], outlets: [], blackouts: [], topics: [], lines: [], totals: [],
    matching: MatchingTolerance(), remarks: [])
}
