import ScheduleModel

extension FindingReproducer {
  /// How lines are spread, repeated and translated, and what outlets take.
  static let spreading: [FindingReproducer] = [
    FindingReproducer(
      .unknownWord, SmallPlan.text(line: "quota: 5, days: [MO, T3x]"),
      "11:82 UNKNOWN_WORD error “T3x” is none of: MO, TU, WE, TH, FR, SA, SU. | Choose one of "
        + "these."),
    FindingReproducer(
      .duplicateID, SmallPlan.text(line: "quota: 5, days: [MO, thứ Hai]"),
      "11:82 DUPLICATE_ID error MO (Monday) is in the list twice. | Delete one."),
    FindingReproducer(
      .badLength, SmallPlan.text(line: "quota: 5, gap: 1 tuần"),
      "11:76 BAD_LENGTH error “1 tuần” is not a number of days from 0 to 366. | Write for "
        + "example 7d, 7 ngày."),
    FindingReproducer(
      .gapNotKept, SmallPlan.text(line: "quota: 12, gap: 34d"),
      "11:11 GAP_NOT_KEPT error “Tin trên báo”: 12 works at least 34 days apart (gap) need 375 "
        + "days, but the line has 365. | gap: 33d"),
    FindingReproducer(
      .gapNotKept, SmallPlan.text(line: "quota: 366, gap: 1d"),
      "11:11 GAP_NOT_KEPT error “Tin trên báo”: 366 works at least 1 day apart (gap) need 366 "
        + "days, but the line has 365. | Delete gap; a signed quota is lowered by a decision alone (amended)."
    ),
    FindingReproducer(
      .gapNotKept, SmallPlan.text(line: "quota: 5, gap: 7d, pins: [2026-05-17, 2026-03-01, 2026-05-12]"),
      "11:11 GAP_NOT_KEPT error “Tin trên báo”: the pins 2026-05-12 and 2026-05-17 lie 5 days "
        + "apart, less than gap: 7d. | gap: 5d"),
    FindingReproducer(
      .gapNotKept, SmallPlan.text(line: "quota: 5, gap: 7d, pins: [2026-05-17, 2026-05-17]"),
      "11:11 GAP_NOT_KEPT error “Tin trên báo”: the pins 2026-05-17 and 2026-05-17 lie 0 days "
        + "apart, less than gap: 7d. | Delete one of the pins, or delete gap."),
    FindingReproducer(
      .duplicateID, SmallPlan.text(line: "quota: 5, prefer: [ngay, ngay]"),
      "11:86 DUPLICATE_ID error The list names the grid line “ngay” twice. | Delete one."),
    FindingReproducer(
      .unknownReference, SmallPlan.text(line: "quota: 5, prefer: [ngayy]"),
      "11:80 UNKNOWN_REFERENCE error There is no grid line with the id “ngayy”. | Did you mean "
        + "“ngay”?"),
    FindingReproducer(
      .unknownReference,
      SmallPlan.text(line: "quota: 5, grid: ngay, prefer: [mong, ngay]").replacing(
        "lines:", with: "      - { id: mong, rule: FREQ=DAILY, languages: [Mông] }\nlines:"),
      "12:11 UNKNOWN_REFERENCE error “Tin trên báo” prefers the grid line “mong”, which it may "
        + "not use. | Delete it from prefer. It may use: ngay."),
    FindingReproducer(
      .unknownReference,
      SmallPlan.text(line: "quota: 5, grid: ngay, prefer: [khac]").replacing(
        "lines:", with: "      - { id: khac, rule: FREQ=DAILY }\nlines:"),
      "12:11 UNKNOWN_REFERENCE error “Tin trên báo” prefers the grid line “khac”, which it may "
        + "not use. | Delete it from prefer, or add it to the line's grid. It may use: ngay."),
    FindingReproducer(
      .missingKey, SmallPlan.text(line: "quota: 5, peaks: [{ from: 2026-05-01, to: 2026-05-09 }]"),
      "11:87 MISSING_KEY error “weight” is missing in a peak. | weight: 3"),
    FindingReproducer(
      .badNumber, SmallPlan.text(line: "quota: 5, peaks: { from: 2026-05-01, to: 2026-05-09, weight: 0 }"),
      "11:122 BAD_NUMBER error “0” is not a whole number from 1 to 1,000. | Write a number "
        + "within these limits, in digits only."),
    FindingReproducer(
      .windowEmpty, SmallPlan.text(line: "quota: 5, peaks: { from: 2026-05-09, to: 2026-05-01, weight: 2 }"),
      "11:102 WINDOW_EMPTY error The period ends (2026-05-01) before it begins (2026-05-09). | "
        + "Write both days as the signed plan has them: from is not after to."),
    FindingReproducer(
      .peakOutsideWindow,
      SmallPlan.text(
        line: "quota: 5, from: 2026-06-01, peaks: { from: 2026-05-01, to: 2026-05-31, weight: 2 }"),
      "11:104 PEAK_OUTSIDE_WINDOW warning The peak 01/05/2026 – 31/05/2026 lies outside the "
        + "days of the line (01/06/2026 – 31/12/2026), so it has no effect. | Correct the days of "
        + "the peak, or the line's from and to."),
    FindingReproducer(
      .unusedKey, SmallPlan.text(line: "quota: 5, scheduled: no, gap: 3d, repeats: { after: 3d }"),
      "11:86 UNUSED_KEY warning This line is not scheduled (scheduled: false), so these have "
        + "no effect: gap, repeats. | Delete gap, repeats, or delete scheduled: false."),
    FindingReproducer(
      .workLongerThanSlot,
      SmallPlan.text(grid: "rule: FREQ=DAILY, at: 5h, length: 15m", line: "quota: 5, length: 20m"),
      "11:11 WORK_LONGER_THAN_SLOT error “Tin trên báo” is 20 minutes long, longer than every "
        + "grid line that it may use: ngay (15m). | Look at the plan, and correct the length "
        + "that is wrong: the line's (15m at most) or a grid line's."),
    FindingReproducer(
      .workLongerThanSlot,
      SmallPlan.text(line: "quota: 5, length: 20m, versions: { into: Mông }").replacing(
        "lines:",
        with: "      - { id: mong, rule: FREQ=DAILY, at: 5h, length: 10m, languages: [Mông] }\nlines:"),
      "12:11 WORK_LONGER_THAN_SLOT error “Tin trên báo” is 20 minutes long, longer than every "
        + "Hmong grid line that it may use: mong (10m). | Look at the plan, and correct the "
        + "length that is wrong: the line's (10m at most) or a grid line's."),
    FindingReproducer(
      .missingKey, SmallPlan.text(line: "quota: 5, repeats: { times: 2 }"),
      "11:80 MISSING_KEY error “after” is missing in repeats. | after: 3d"),
    FindingReproducer(
      .minimumAboveMaximum, SmallPlan.text(line: "quota: 5, repeats: { after: 3d, within: 2d }"),
      "11:93 MINIMUM_ABOVE_MAXIMUM error The repeat comes after 3 days at the earliest "
        + "(after), but within 2 (within). | "
        + "Hold both figures against the document: one of them is not this line's, or is meant for another stretch of time."
    ),
    FindingReproducer(
      .repeatsPassQuota, SmallPlan.text(line: "quota: 5, repeats: { after: 3d, works: 6 }"),
      "11:93 REPEATS_PASS_QUOTA error There are 6 works to repeat, more than the quota of 5. | "
        + "Write works: 5, or delete works to repeat all."),
    FindingReproducer(
      .quotaWithoutGrid,
      SmallPlan.text(line: "quota: 5, repeats: { after: 3d, outlet: web }").replacing(
        "lines:", with: "  web: { name: Web, kind: website }\nlines:"),
      "12:89 QUOTA_WITHOUT_GRID warning “Tin trên báo” has no grid line that its repeats may "
        + "use. | Name an outlet with a Vietnamese grid line in repeats, or add a grid line to the "
        + "outlet."),
    FindingReproducer(
      .unknownReference,
      SmallPlan.text(line: "quota: 5, repeats: { after: 3d, outlet: web, grid: ngay }").replacing(
        "lines:", with: "  web: { name: Web, kind: website }\nlines:"),
      "12:11 UNKNOWN_REFERENCE error “Tin trên báo” uses the grid line “ngay” of another "
        + "outlet, not of web. | Choose a grid line of web, or change the outlet."),
    FindingReproducer(
      .languageWithoutGrid,
      SmallPlan.text(line: "quota: 5, versions: { into: [Mông, Thái], together: true }").replacing(
        "lines:",
        with: "      - { id: mong, rule: FREQ=DAILY, languages: [Mông] }\n"
          + "      - { id: thai, rule: FREQ=DAILY, languages: [Thái] }\nlines:"),
      "13:11 LANGUAGE_WITHOUT_GRID warning “Tin trên báo” has its versions in Hmong, Tai in "
        + "one programme (together), but no grid line carries them all. | Write at the grid "
        + "line of that programme: languages: [hmn, tai]; where there is no such programme, delete together."),
    FindingReproducer(
      .unknownReference, SmallPlan.text(grid: both, line: "quota: 5, versions: { into: km, translator: a }"),
      "11:105 UNKNOWN_REFERENCE error There is no translator with the id “a”. | The file "
        + "declares no translator yet."),
    FindingReproducer(
      .unusedKey,
      SmallPlan.text(
        top: "translators: { a: { name: A, per-week: 6 } }", grid: both,
        line: "quota: 5, versions: { into: km, translator: { km: a, Mông: a } }"),
      "12:114 UNUSED_KEY warning This line has no versions in Hmong (into), so it needs no "
        + "translator for them. | Add hmn to into, or delete this."),
    FindingReproducer(
      .duplicateID,
      SmallPlan.text(
        top: "translators: { a: { name: A, per-week: 6 } }", grid: both,
        line: "quota: 5, versions: { into: km, translator: { km: a, Khmer: a } }"),
      "12:114 DUPLICATE_ID error Khmer has a translator above already. | Keep one "
        + "translator for each language."),
    FindingReproducer(
      .unusedKey, SmallPlan.text(top: "translators: { a: { name: A, per-week: 6 } }"),
      "4:16 UNUSED_KEY warning No line gives its versions to “A”. | Add to the versions of a "
        + "line: translator: a; or delete it."),
    FindingReproducer(
      .missingKey, SmallPlan.text(top: "translators: { a: { per-week: 6 } }"),
      "4:16 MISSING_KEY error “name” is missing in a translator. | name: Nguyễn Thị B"),
    FindingReproducer(
      .badNumber, SmallPlan.text(top: "translators: { a: { name: A, per-week: 0 } }"),
      "4:40 BAD_NUMBER error “0” is not a whole number from 1 to 1,000. | Write a number "
        + "within these limits, in digits only."),
    FindingReproducer(
      .windowEmpty,
      SmallPlan.text(
        top: "translators: { a: { name: A, per-week: 1, off: { from: 2026-07-02, to: 2026-07-01 } } }"),
      "4:72 WINDOW_EMPTY error The period ends (2026-07-01) before it begins (2026-07-02). | "
        + "Write both days as the signed plan has them: from is not after to."),
    FindingReproducer(
      .badNumber, SmallPlan.text().replacing("kind: newspaper", with: "kind: newspaper\n    per-day: 0"),
      "8:14 BAD_NUMBER error “0” is not a whole number from 1 to 10,000. | Write a number "
        + "within these limits, in digits only."),
    FindingReproducer(
      .badNumber,
      SmallPlan.text().replacing("kind: newspaper", with: "kind: newspaper\n    per-month: [1, 2]"),
      "8:16 BAD_NUMBER error The list of months has 2 numbers; a year has 12 months. | Write "
        + "one number for every month (per-month: 40), all 12, or some months alone: { 2: 20, 11: "
        + "60 }"),
    FindingReproducer(
      .minimumAboveMaximum,
      SmallPlan.text(line: "quota: 12, months: { 3: 2.., 5: 2.., 6: 1 }").replacing(
        "kind: newspaper", with: "kind: newspaper\n    per-month: 1"),
      "5:3 MINIMUM_ABOVE_MAXIMUM error Month 3: the least of the lines (tin) adds up to 2, "
        + "more than “Báo tỉnh” takes (per-month: 1). So it is in month 5. | Write at least 3: 2 "
        + "in the outlet's per-month, or lower the lines' months."),
  ]

  private static let both = "rule: FREQ=DAILY, languages: [vi, km]"
}
