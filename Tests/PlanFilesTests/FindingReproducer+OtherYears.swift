import ScheduleModel

extension FindingReproducer {
  /// Plans that do not keep to a calendar year, and their months.
  static let otherYears = [
    FindingReproducer(
      .dateOutsideYear, SmallPlan.text(top: "to: 2027-06-30"),
      "4:5 DATE_OUTSIDE_YEAR error 2027-06-30 lies outside the year of the plan, 2026, and the plan does not state `from`. | "
        + "Check this day, and `year`. A plan that does not keep to a calendar year states both, such as: from: 2026-07-01, "
        + "to: 2027-06-30"),
    FindingReproducer(
      .dateOutsideYear, SmallPlan.text(top: "from: 2026-07-01\nto: 2029-12-31"),
      "5:5 DATE_OUTSIDE_YEAR error From 2026-07-01 to 2029-12-31 there are 42 months; a plan has at most 40. | Make "
        + "several plans of it, each naming the next one as its successor."),
    FindingReproducer(
      .dateOutsideYear, SmallPlan.text(top: "from: 2027-07-01\nto: 2028-06-30"),
      "4:7 DATE_OUTSIDE_YEAR error 2027-07-01 lies outside the year of the plan, 1 January to 31 December 2026. | "
        + "Check this day, and `year`; a plan that reaches into another year states its `from` and `to`."),
    FindingReproducer(
      .windowEmpty, SmallPlan.text(top: "from: 2026-07-01\nto: 2025-12-31"),
      "5:5 WINDOW_EMPTY error The period ends (2025-12-31) before it begins (2026-07-01). | "
        + "Write both days as the signed plan has them: from is not after to."),
    FindingReproducer(
      .dateOutsideYear, july("quota: 5, pins: [2026-06-30]"),
      "13:78 DATE_OUTSIDE_YEAR error 2026-06-30 lies outside the time of the plan, 2026-07-01 to 2027-06-30. | "
        + "Check this day, and `from` and `to` of the plan."),
    FindingReproducer(
      .badNumber, july("quota: 5, months: { 2027-07: 1 }"),
      "13:81 BAD_NUMBER error The plan has no month “2027-07”; its months are 2026-07 – 2027-06. | Write a month of the "
        + "plan, such as 7."),
    FindingReproducer(
      .badNumber, december("quota: 5, months: { 12: 1 }"),
      "13:81 BAD_NUMBER error The plan has 2 months of the number 12: 2025-12, 2026-12. | Write which one: 2025-12, "
        + "2026-12"),
    FindingReproducer(
      .duplicateKey, july("quota: 5, weights: { 7: 1, 2026-07: 2 }"),
      "13:88 DUPLICATE_KEY error The month 2026-07 is given twice. | Delete one."),
    FindingReproducer(
      .badNumber, december("quota: 5, weights: [1, 2]"),
      "13:80 BAD_NUMBER error The list of weights has 2 numbers; the plan has 13 months (2025-12 – 2026-12). | weights: "
        + "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"),
    FindingReproducer(
      .badNumber,
      december("quota: 5").replacing("kind: newspaper", with: "kind: newspaper\n    per-month: [1, 2]"),
      "10:16 BAD_NUMBER error The list of months has 2 numbers; the plan has 13 months (2025-12 – 2026-12). | Write one "
        + "number for every month (per-month: 40), all 13, or some months alone: { 2025-12: 20, 2026-12: 60 }"
    ),
  ]

  private static func july(_ line: String) -> String {
    SmallPlan.text(top: "from: 2026-07-01\nto: 2027-06-30", line: line)
  }

  private static func december(_ line: String) -> String {
    SmallPlan.text(top: "from: 2025-12-15\nto: 2026-12-14", line: line)
  }
}
