import ScheduleModel

extension FindingReproducer {
  /// Keys, and the shapes of values.
  static let keys: [FindingReproducer] = [
    FindingReproducer(
      .unknownKey, SmallPlan.text(end: "totls: []"),
      "12:1 UNKNOWN_KEY error There is no key “totls” in a plan. | Did you mean “totals”? Write: "
        + "totals:"),
    FindingReproducer(
      .unknownKey, SmallPlan.text(end: "budget: 5"),
      "12:1 UNKNOWN_KEY error There is no key “budget” in a plan. | The keys are: plan, title, "
        + "year, outlets, lines, from, to, successor, revised, zone, documents, units, blackouts, topics, "
        + "translators, totals, counts, score, reporting, matching, remarks, office, calendars."),
    FindingReproducer(
      .unknownKey, SmallPlan.text(line: "quota: hơn 5 tin, bài"),
      "11:79 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “quota”. | "
        + "quota: \"hơn 5 tin, bài\""),
    FindingReproducer(
      .missingKey, SmallPlan.text().replacing("year: 2026\n", with: ""),
      "1:1 MISSING_KEY error “year” is missing in a plan. | year: 2026"),
    FindingReproducer(
      .missingKey, SmallPlan.text().replacing("year: 2026", with: "year:"),
      "3:1 MISSING_KEY error The key “year” has no value. | Write a value after the colon, or "
        + "delete the key."),
    FindingReproducer(
      .missingKey, SmallPlan.text(end: "remarks: { results: [~] }"),
      "12:22 MISSING_KEY error There is no value here. | Write a value, or delete this."),
    FindingReproducer(
      .unusedKey, SmallPlan.text(grid: "dates: 2026-03-01, except: [2026-03-01]"),
      "9:40 UNUSED_KEY warning The grid line has no rule, so its exceptions (except) have no effect. | "
        + "Delete except, or delete the days in dates."),
    FindingReproducer(
      .unusedKey, SmallPlan.text(line: "quota: 5, scheduled: no, per-day: 1, weights: { 2: 2 }"),
      "11:86 UNUSED_KEY warning This line is not scheduled (scheduled: false), so these have no "
        + "effect: weights, per-day. | Delete weights, per-day, or delete scheduled: false."),
    FindingReproducer(
      .unusedKey, SmallPlan.text(grid: "rule: FREQ=DAILY, length: 15m"),
      "9:39 UNUSED_KEY warning The grid line of an outlet of kind newspaper has no hour (at), so its length has "
        + "no effect. | Delete length."),
    FindingReproducer(
      .wrongType, SmallPlan.text(end: "topics: [a]"),
      "12:9 WRONG_TYPE error Expected here: pairs of “id: content” (topic). | dai-tinh: …"),
    FindingReproducer(
      .wrongType, SmallPlan.text(end: "matching: 15m"),
      "12:11 WRONG_TYPE error Expected here: pairs of “key: value” (matching tolerances). | "
        + "{ on-time: …, moved-within: … }"),
    FindingReproducer(
      .wrongType, SmallPlan.text(end: "totals: { tong: { title: Tổng, lines: [tin] } }"),
      "12:9 WRONG_TYPE error Expected here: a list with a hyphen before each item (a total). | - "
        + "{ id: …, … }"),
    FindingReproducer(
      .wrongType, SmallPlan.text(end: "totals: [{ ten: Tổng }]"),
      "12:12 WRONG_TYPE error This is not a total: it has none of its keys (id, title, lines). | "
        + "id: chuyen-muc ⏎ title: Cải cách hành chính Nhà nước ⏎ lines: [chuyen-muc, tin]"),
    FindingReproducer(
      .wrongType, SmallPlan.text(end: "[a]: b"),
      "12:1 WRONG_TYPE error Expected here: a text as key (a plan). | title: …"),
    FindingReproducer(
      .wrongType, SmallPlan.text(line: "quota: 5, months: 2"),
      "11:79 WRONG_TYPE error Expected here: pairs of “month: number” (line). | { 2: 1, 11: 3 }"),
    FindingReproducer(
      .wrongType, SmallPlan.text(line: "quota: 5, note: [a]"),
      "11:77 WRONG_TYPE error Expected here: a single value (the value). | Write one value, "
        + "without brackets, hyphens or lines below it."),
    FindingReproducer(
      .wrongType, SmallPlan.text(line: "quota: 5, note: \(String(repeating: "a", count: 4_001))"),
      "11:77 WRONG_TYPE error The value has 4,001 characters; 4,000 are the most that is read. | "
        + "Shorten it."),
    FindingReproducer(
      .wrongType, SmallPlan.text(line: "quota: 5, outlets: [bao]"),
      "11:48 WRONG_TYPE error “outlet” and “outlets” do not go together. | Keep one of the two."),
  ]

  /// Ids.
  static let ids: [FindingReproducer] = [
    FindingReproducer(
      .badID, SmallPlan.text(end: "topics: { Một cửa: Một cửa }"),
      "12:11 BAD_ID error The id “Một cửa” may only have letters a–z, digits and, not first, "
        + "hyphens; at most 60. | Write: mot-cua"),
    FindingReproducer(
      .badID, SmallPlan.text(end: "topics: { ..: Một cửa }"),
      "12:11 BAD_ID error The id “..” may only have letters a–z, digits and, not first, hyphens; "
        + "at most 60. | For example: chuyen-muc-tv"),
    FindingReproducer(
      .duplicateID, SmallPlan.text(end: "  - { id: tin, title: Tin, form: tin, quota: 1, scheduled: no }"),
      "12:11 DUPLICATE_ID error The id “tin” is already used in line 11. | Choose another, for "
        + "example: tin-2"),
    FindingReproducer(
      .duplicateID, SmallPlan.text(grid: "dates: [2026-05-17, 2026-05-17]"),
      "9:41 DUPLICATE_ID error The day 2026-05-17 is in the list twice. | Delete one; where a "
        + "day holds several works, write pieces: 2"),
    FindingReproducer(
      .unknownReference, SmallPlan.text(line: "quota: 5, topics: [mot-cua]"),
      "11:80 UNKNOWN_REFERENCE error There is no topic with the id “mot-cua”. | The file declares "
        + "no topic yet."),
    FindingReproducer(
      .unknownReference, SmallPlan.text(line: "quota: 5, grid: [ngày]"),
      "11:78 UNKNOWN_REFERENCE error There is no grid line with the id “ngày”. | Did you mean "
        + "“ngay”?"),
    FindingReproducer(
      .unknownReference,
      SmallPlan.text(
        line: "quota: 5, part-of: chuyen-muc",
        end: "totals: [{ id: a, title: A, lines: [chuyen-muc, chuyen-muc] }]"),
      "11:80 UNKNOWN_REFERENCE error There is no line with the id “chuyen-muc” (named in line 12 "
        + "too). | The ids are: tin."),
  ]
}
