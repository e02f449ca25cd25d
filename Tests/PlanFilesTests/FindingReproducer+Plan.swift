import ScheduleModel

extension FindingReproducer {
  /// Grid lines and lines.
  static let lines: [FindingReproducer] = [
    FindingReproducer(
      .missingKey, SmallPlan.text(grid: "pieces: 2"),
      "9:15 MISSING_KEY error This grid line does not say on which days it opens. | Write one of: "
        + "rule: FREQ=WEEKLY;BYDAY=TH | dates: [2026-04-05] | every: month"),
    FindingReproducer(
      .missingKey, SmallPlan.text(grid: "every: month, rule: FREQ=DAILY"),
      "9:15 MISSING_KEY error This grid line says in 2 ways on which days it opens: rule, every. | "
        + "Write one of: rule: FREQ=WEEKLY;BYDAY=TH | dates: [2026-04-05] | every: month"),
    FindingReproducer(
      .insertOutside, SmallPlan.text(grid: "rule: FREQ=DAILY, at: 5h, inside: ngay"),
      "9:15 INSERT_OUTSIDE error Grid line “ngay” (Báo tỉnh) is said to go out inside itself (inside). | Keep inside "
        + "only at the shorter of the grid lines."),
    FindingReproducer(
      .missingKey, SmallPlan.text().replacing("outlet: bao,", with: "also-on: bao,"),
      "11:48 MISSING_KEY error “outlet” is missing in a line. | outlet: truyen-hinh"),
    FindingReproducer(
      .windowEmpty, SmallPlan.text(line: "quota: 5, from: 2026-05-02, to: 2026-05-01"),
      "11:93 WINDOW_EMPTY error The period ends (2026-05-01) before it begins (2026-05-02). | Write "
        + "both days as the signed plan has them: from is not after to."),
    FindingReproducer(
      .minimumAboveMaximum, SmallPlan.text(line: "quota: 5, months: { 3: 4..2 }"),
      "11:84 MINIMUM_ABOVE_MAXIMUM error Month 3: the least (4) is above the most (2). | "
        + "Hold both figures against the document: one of them is not this line's, or is meant for another stretch of time."
    ),
    FindingReproducer(
      .countsContradictQuota,
      SmallPlan.text(line: "quota: 12, counts: { count: works, floor: 3, every: month }"),
      "11:89 COUNTS_CONTRADICT_QUOTA warning “Tin trên báo”: at least 3 works each month (floor) make 36 in the year, "
        + "more than the quota of 12 tin. | Hold both figures against the document: one of them is not this line's, or "
        + "is meant for another stretch of time."),
    FindingReproducer(
      .countsContradictQuota,
      SmallPlan.text(line: "quota: 24, counts: { count: works, ceiling: 5, every: quarter }"),
      "11:89 COUNTS_CONTRADICT_QUOTA warning “Tin trên báo”: at most 5 works each quarter (ceiling) make 20 in the "
        + "year, less than the quota of 24 tin. | Hold both figures against the document: one of them is not this "
        + "line's, or is meant for another stretch of time."),
    FindingReproducer(
      .countsContradictQuota,
      SmallPlan.text(
        grid: "rule: FREQ=DAILY",
        line: "quota: 12, length: 5m, counts: { count: minutes, floor: 20, every: month }"),
      "11:101 COUNTS_CONTRADICT_QUOTA warning “Tin trên báo”: at least 20 minutes each month (floor) make 240 in the "
        + "year, more than the quota of 12 tin. | Hold both figures against the document: one of them is not this "
        + "line's, or is meant for another stretch of time."),
    FindingReproducer(
      .monthsContradictQuota, SmallPlan.text(line: "quota: 5, months: { 3: 4.., 4: 4 }"),
      "11:71 MONTHS_CONTRADICT_QUOTA error The least of all months add up to 8, more than the "
        + "year's 5. | Take 3 from the months, or raise the quota."),
    FindingReproducer(
      .monthsContradictQuota,
      SmallPlan.text(
        line:
          "quota: 5, months: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0, 10: 0, 11: 0, 12: 1 }"),
      "11:71 MONTHS_CONTRADICT_QUOTA error The most of all months add up to 1, less than the "
        + "year's 5. | Add 4 to the months, or lower the quota where a decision says so (amended)."),
    FindingReproducer(
      .weightsAllZero, SmallPlan.text(line: "quota: 5, weights: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
      "11:80 WEIGHTS_ALL_ZERO error The weights of all twelve months are 0, so there is nowhere to "
        + "spread to. | Give at least one month the weight 1."),
    FindingReproducer(
      .pinsPassQuota, SmallPlan.text(line: "quota: 1, pins: [2026-05-17, 2026-06-21]"),
      "11:71 PINS_PASS_QUOTA error There are 2 pins, more than the quota of 1. | Drop 1 of them, "
        + "or raise the quota."),
  ]

  /// A plan as a whole.
  static let wholes: [FindingReproducer] = [
    FindingReproducer(
      .partsPassQuota,
      SmallPlan.text(end: "  - { id: a, title: A, form: tin, outlet: bao, quota: 13, part-of: tin }"),
      "11:11 PARTS_PASS_QUOTA error The parts of “Tin trên báo” add up to 13, more than its quota "
        + "of 12. | Compare the figures with the signed plan; write part-of: none where a part is counted apart."
    ),
    FindingReproducer(
      .partUnlike,
      SmallPlan.text(end: "  - { id: a, title: A, form: tờ rơi, outlet: bao, quota: 13 tờ, part-of: tin }"),
      "12:11 PART_UNLIKE warning “A” lies inside “Tin trên báo” (part-of) but is counted in “tờ”, not in “tin”; it takes "
        + "nothing of that figure. | Write part-of: none in a, or see whether the units of both lines are right."
    ),
    FindingReproducer(
      .circularOverlap,
      SmallPlan.text(
        line: "quota: 12, part-of: a",
        end: "  - { id: a, title: A, form: tin, outlet: bao, quota: 1, part-of: tin }"),
      "11:11 CIRCULAR_OVERLAP error “Tin trên báo” lies inside itself (part-of, embedded-in): tin "
        + "→ a → tin. | part-of: none"),
    FindingReproducer(
      .quotaWithoutGrid, SmallPlan.text(grid: "rule: FREQ=DAILY, languages: [Mông]"),
      "11:11 QUOTA_WITHOUT_GRID warning “Tin trên báo” has a quota, but its outlets have no grid "
        + "line that it may use, so it cannot be scheduled. | Add a grid to the outlet; where the line "
        + "is only counted, write scheduled: false"),
    FindingReproducer(
      .languageWithoutGrid, SmallPlan.text(line: "quota: 5, versions: { into: [Mông, Thái] }"),
      "11:11 LANGUAGE_WITHOUT_GRID warning “Tin trên báo” has versions in Hmong, Tai, but there is "
        + "no grid line for them. | Write languages: [hmn, tai] at the grid line that carries them; where there "
        + "is none, add it as the station has it."),
    FindingReproducer(
      .unknownReference,
      SmallPlan.text(line: "quota: 5, outlets: [web]").replacing("outlet: bao, ", with: "grid: ngay, ")
        .replacing("lines:", with: "  web: { name: Web, kind: website }\nlines:"),
      "12:11 UNKNOWN_REFERENCE error “Tin trên báo” uses the grid line “ngay” of another outlet, "
        + "not of web. | Choose a grid line of web, or change the outlet."),
    FindingReproducer(
      .unquantifiedItem, SmallPlan.text(line: "tone: critical"),
      "11:11 UNQUANTIFIED_ITEM info “Tin trên báo” has no figure: it is not scheduled and has no "
        + "completion rate. | If the document states a figure, add it, such as: quota: 12 tin"),
    FindingReproducer(
      .unitNotValidOnDate, SmallPlan.text(top: "units: { huyen: { name: UBND huyện, level: district } }"),
      "4:10 UNIT_NOT_VALID_ON_DATE warning “UBND huyện” is of the district level, which ended on 1 "
        + "July 2025. | valid: { to: 2025-06-30, successor: … }"),
    FindingReproducer(
      .unitNotValidOnDate,
      SmallPlan.text(top: "units: { so: { name: Sở cũ, valid: { to: 2026-06-30, successor: bao } } }"),
      "4:10 UNIT_NOT_VALID_ON_DATE warning “Sở cũ” does not exist all through the plan (01/01/2026 "
        + "– 31/12/2026) → bao. | Give the rest to the successor as a line of its own (from/to), and "
        + "report the two parts."),
    FindingReproducer(
      .unitParent,
      SmallPlan.text(
        top: "units: { so: { name: Sở, level: province, parent: xa }, xa: { name: Xã, level: commune } }"),
      "4:10 UNIT_PARENT error “Sở” cannot lie in “Xã”, whose level is lower. | Let parent be the "
        + "unit above it, or correct the level."),
    FindingReproducer(
      .unitParent, SmallPlan.text(top: "units: { so: { name: Sở, parent: so } }"),
      "4:10 UNIT_PARENT error “Sở” lies in “Sở”, which lies in it again. | Leave out the parent "
        + "of the highest of them."),
    FindingReproducer(
      .unknownReference, SmallPlan.text(top: "units: { so: { name: Sở, parent: xo } }"),
      "4:34 UNKNOWN_REFERENCE error There is no unit with the id “xo”. | Did you mean “so”?"),
    FindingReproducer(
      .supersededBasis,
      SmallPlan.text(top: "documents: [{ number: 30c/NQ-CP, date: 2011-11-08, role: basis }]"),
      "4:23 SUPERSEDED_BASIS warning Resolution 30c/NQ-CP ended with 2020; from 2021 it is "
        + "Resolution 76/NQ-CP. | - { number: 76/NQ-CP, date: 2021-07-15, issuer: Chính phủ, role: "
        + "basis }"),
    FindingReproducer(
      .documentNumberMissing, SmallPlan.text(top: "documents: [{ subject: Kế hoạch, date: 2026-01-05 }]"),
      "4:24 DOC_NUMBER_MISSING info The document “Kế hoạch” has no number. | number: …/KH-UBND"),
    FindingReproducer(
      .documentDateMissing, SmallPlan.text(top: "documents: [{ number: 1/KH }]"),
      "4:23 DOC_DATE_MISSING info The document “1/KH” has no date. | "
        + "If the document has a date, add date: YEAR-MONTH-DAY; if not, leave it."),
  ]
}
