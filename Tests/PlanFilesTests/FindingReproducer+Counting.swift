import ScheduleModel

extension FindingReproducer {
  /// How output is counted, amended, scored and cut into reports.
  static let counting: [FindingReproducer] = [
    FindingReproducer(
      .badCount, SmallPlan.text(line: "quota: 5, counts: { count: works, every: 6 days }"),
      "11:102 BAD_COUNT error “6 days” is no period in which to count. | Write for example: every: quarter; "
        + "every: day; every: 6 weeks; every: any 6 weeks"),
    FindingReproducer(
      .badCount, SmallPlan.text(line: "quota: 5, counts: { count: works, between: 18:00 }"),
      "11:104 BAD_COUNT error “18:00” are no hours of a day. | Write for example: between: 18:00-23:00"),
    FindingReproducer(
      .badCount, SmallPlan.text(line: "quota: 5, counts: { count: points, weight: 2 an hour }"),
      "11:104 BAD_COUNT error “2 an hour” is no number of points (1 to 1,000) for each minute or work. | Write for "
        + "example: weight: 2 a minute; weight: 3 a work"),
    FindingReproducer(
      .badCount, SmallPlan.text(line: "quota: 5, done: soon"),
      "11:77 BAD_COUNT error “soon” does not say when a task is done. | Write for example: done: quota; done: 90%; "
        + "done: aired; done: 2026-11-30; done: never"),
    FindingReproducer(
      .missingKey, SmallPlan.text(line: "quota: 5, counts: { count: points }"),
      "11:88 MISSING_KEY error “weight” is missing in a counting rule. | weight: 2 a minute"),
    FindingReproducer(
      .unusedKey, SmallPlan.text(line: "quota: 5, counts: { count: works, weight: 2 a work }"),
      "11:95 UNUSED_KEY warning weight makes points, but this rule counts works. | Write “count: points”, or delete "
        + "weight."),
    FindingReproducer(
      .unusedKey, SmallPlan.text(line: "quota: 5, counts: { count: works, floor: 2, carry-over: yes }"),
      "11:105 UNUSED_KEY warning carry-over takes what passes the floor of one period into the next; here is no "
        + "floor, or no next. | floor: 10, every: quarter, carry-over: true"),
    FindingReproducer(
      .minimumAboveMaximum, SmallPlan.text(line: "quota: 5, counts: { count: works, floor: 9, ceiling: 3 }"),
      "11:95 MINIMUM_ABOVE_MAXIMUM error floor (9) is above ceiling (3). | "
        + "Hold both figures against the document: one of them is not this line's, or is meant for another stretch of time."
    ),
    FindingReproducer(
      .missingKey, SmallPlan.text(line: "quota: 5, counts: { count: works, exclude: { reason: Thử } }"),
      "11:114 MISSING_KEY error The exclusion does not say what it leaves out. | exclude: [{ reason: Phát thử, from: "
        + "2026-01-01, to: 2026-01-31 }]"),
    FindingReproducer(
      .duplicateID,
      SmallPlan.text(
        line: "quota: 5, amended: [{ from: 2026-07-01, quota: 6 }, { from: 2026-07-01, quota: 7 }]"),
      "11:121 DUPLICATE_ID error The figure is amended twice from 2026-07-01. | Delete one."),
    FindingReproducer(
      .badCount, SmallPlan.text(end: "score: { version: A, max: a lot, full-at: 100% }"),
      "12:27 BAD_COUNT error “a lot” is no number of points with at most two decimals. | Write for example: max: "
        + "\"1,5\""),
    FindingReproducer(
      .badCount, SmallPlan.text(end: "score: { version: A, max: 2, full-at: all }"),
      "12:39 BAD_COUNT error “all” is no share from 1% to 1,000%. | Write for example: full-at: 100%"),
    FindingReproducer(
      .minimumAboveMaximum,
      SmallPlan.text(end: "score: { version: A, max: 2, full-at: 80, partial-from: 90, partial: half }"),
      "12:43 MINIMUM_ABOVE_MAXIMUM error partial-from (90) is above full-at (80). | "
        + "Hold both figures against the document: one of them is not this line's, or is meant for another stretch of time."
    ),
    FindingReproducer(
      .missingKey, SmallPlan.text(end: "score: { version: A, max: 2, full-at: 80, partial-from: 70 }"),
      "12:43 MISSING_KEY error “partial” is missing in a table of points. | partial: linear"),
    FindingReproducer(
      .badCount, SmallPlan.text(end: "reporting: { profile: my profile }"),
      "12:23 BAD_COUNT error “my profile” cannot be a name; names have capitals A–Z, digits and “_”. | Write for "
        + "example: profile: SO_NOI_VU"),
    FindingReproducer(
      .badCount, SmallPlan.text(end: "reporting: { profile: A, parts: [Q5] }"),
      "12:34 BAD_COUNT error “Q5” is no part of a year. | Write for example: parts: [Q1, H1, Q3, year]"),
    FindingReproducer(
      .unusedKey, SmallPlan.text(end: "reporting: { profile: BNV_581, cut-off: 20 }"),
      "12:32 UNUSED_KEY warning BNV_581 has its own periods; cut-off does nothing. | Delete cut-off, or give the "
        + "profile another name."),
    FindingReproducer(
      .badCount,
      SmallPlan.text(
        end: "reporting: { profile: A, parts: [year], due: { day: 20, months-later: 1, month: 1 } }"),
      "12:74 BAD_COUNT error The due day is said both by months after the period (months-later) and by month. | "
        + "Keep one of them: { day: 10, months-later: 2 } or { day: 31, month: 1, years-later: 1 }"),
    FindingReproducer(
      .badCount,
      SmallPlan.text(end: "reporting: { profile: A, parts: [year], due: { year: { day: 31, month: 1 } } }"),
      "12:41 BAD_COUNT error The report on the year 2026 would be due on 2026-01-31, before the days that it counts "
        + "are over (2026-12-31). | Write a day after that, such as: due: { year: { day: 15, month: 1, years-later: 1 }, "
        + "Q1: 20 }"),
    FindingReproducer(
      .missingKey, SmallPlan.text(end: "reporting: { profile: A, roll: next }"),
      "12:26 MISSING_KEY error “due” is missing in reporting periods. | due: 20"),
  ]
}
