import ScheduleModel

extension FindingReproducer {
  /// Values.
  static let values: [FindingReproducer] = [
    FindingReproducer(
      .unknownWord, SmallPlan.text().replacing("kind: newspaper", with: "kind: newspapr"),
      "7:11 UNKNOWN_WORD error “newspapr” is none of: television, radio, newspaper, website, "
        + "outdoor, print, event, loudspeakers, social-page. | Did you mean “newspaper”?"),
    FindingReproducer(
      .unknownWord, SmallPlan.text().replacing("kind: newspaper", with: "kind: vô tuyến"),
      "7:11 UNKNOWN_WORD error “vô tuyến” is none of: television, radio, newspaper, website, "
        + "outdoor, print, event, loudspeakers, social-page. | Choose one of these."),
    FindingReproducer(
      .unknownWord, SmallPlan.text(line: "quota: 5, tone: vui"),
      "11:77 UNKNOWN_WORD error “vui” is none of: positive, critical, balanced. | Choose one of "
        + "these."),
    FindingReproducer(
      .unknownWord, SmallPlan.text(grid: "every: week"),
      "9:28 UNKNOWN_WORD error “week” cannot be used here. | Write: month"),
    FindingReproducer(
      .badDate, SmallPlan.text(top: "revised: 2026/1/5"),
      "4:10 BAD_DATE error “2026/1/5” is not a day (years 1900–2199). | Write: "
        + "2026-01-05"),
    FindingReproducer(
      .badDate, SmallPlan.text(top: "revised: 2026-02-29"),
      "4:10 BAD_DATE error There is no day “2026-02-29”: month 2 of that year has 28 days. | Write "
        + "year-month-day (2026-04-04), or the day before the month (04/04/2026; ngày 4 tháng 4 năm 2026)."),
    FindingReproducer(
      .dateOutsideYear, SmallPlan.text(line: "quota: 5, pins: [2025-05-17]"),
      "11:78 DATE_OUTSIDE_YEAR error 2025-05-17 lies outside the year of the plan, 1 January to 31 December 2026. | "
        + "Check this day, and `year`; a plan that reaches into another year states its `from` and `to`."),
    FindingReproducer(
      .badTime, SmallPlan.text(grid: "rule: FREQ=DAILY, at: 24:01, length: 1h"),
      "9:43 BAD_TIME error “24:01” is not a time of day. | Write for example \"20:15\", 18h45, 18 "
        + "giờ 45 or 24 giờ."),
    FindingReproducer(
      .badLength, SmallPlan.text(grid: "rule: FREQ=DAILY, at: 5h, length: 25h"),
      "9:55 BAD_LENGTH error “25h” is not a length from 1 minute to 24 hours. | Write for example "
        + "15m, 15 phút, 1h30."),
    FindingReproducer(
      .badLength,
      SmallPlan.text(
        grid: "rule: FREQ=DAILY, languages: [vi, km]", line: "quota: 5, versions: { into: km, after: 1 tuần }"
      ),
      "11:100 BAD_LENGTH error “1 tuần” is not a number of days from 0 to 366. | Write for example "
        + "7d, 7 ngày."),
    FindingReproducer(
      .badNumber, SmallPlan.text().replacing("year: 2026", with: "year: 1999"),
      "3:7 BAD_NUMBER error “1999” is not a year from 2000 to 2100. | year: 2026"),
    FindingReproducer(
      .badNumber, SmallPlan.text(grid: "rule: FREQ=DAILY, pieces: 0"),
      "9:47 BAD_NUMBER error “0” is not a whole number from 1 to 10,000. | Write a number within "
        + "these limits, in digits only."),
    FindingReproducer(
      .badNumber, SmallPlan.text(line: "quota: 5, months: { 3: nhiều }"),
      "11:84 BAD_NUMBER error “nhiều” is not a number for a month. | Write 2 (exactly), 1..3 (from "
        + "1 to 3), 2.. (at least 2) or ..3 (at most 3)."),
    FindingReproducer(
      .badNumber, SmallPlan.text(line: "quota: 5, weights: [1, 2]"),
      "11:80 BAD_NUMBER error The list of weights has 2 numbers; a year has 12 months. | weights: "
        + "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"),
    FindingReproducer(
      .badNumber, SmallPlan.text(line: "quota: 1.000.001"),
      "11:68 BAD_NUMBER error “1.000.001” is not a whole number from 0 to 1,000,000. | Write a "
        + "number within these limits, in digits only."),
    FindingReproducer(
      .badQuantity, SmallPlan.text(line: "quota: đủ"),
      "11:68 BAD_QUANTITY error “đủ” does not begin with a number, nor with words for one. | "
        + QuantityRefusal.forms.en),
    FindingReproducer(
      .quotaInTime, SmallPlan.text(line: "quota: 2 giờ, length: 30m"),
      "11:11 QUOTA_IN_TIME info “Tin trên báo”: a quota of 2 hours, with works of 30 minutes: 4 works are "
        + "scheduled, 2 hours in all. | If the document states a number of works, write it, such as: quota: 4 tin"
    ),
    FindingReproducer(
      .badQuantity, SmallPlan.text().replacing("form: tin", with: "form: \",\""),
      "11:43 BAD_QUANTITY error “,” names no form. | form: tin, bài, ảnh"),
    FindingReproducer(
      .badLanguage, SmallPlan.text(line: "quota: 5, versions: { into: Klingon }"),
      "11:89 BAD_LANGUAGE error “Klingon” is not a language or its tag. | Write the name (Mông) or "
        + "the BCP 47 tag (hmn); before a real tag that is not known here write tag:."),
    FindingReproducer(
      .badLanguage, SmallPlan.text(line: "quota: 5, versions: { into: tiếng Thai }"),
      "11:89 BAD_LANGUAGE error “tiếng Thai” is not a language or its tag. | Did you mean “Thái”?"),
    FindingReproducer(
      .badLanguage, SmallPlan.text(line: "quota: 5, versions: { into: th }"),
      "11:89 BAD_LANGUAGE error “th” is the Thai of Thailand, not a Tai language of Vietnam. | "
        + "Write tai (or blt, Tai Dam; twh, Tai Dón)."),
    FindingReproducer(
      .badLanguage, SmallPlan.text(line: "quota: 5, versions: { into: tiếng Thái Lan }"),
      "11:89 BAD_LANGUAGE error “tiếng Thái Lan” is the Thai of Thailand, not a Tai language of Vietnam. | "
        + "Write tai (or blt, Tai Dam; twh, Tai Dón)."),
    FindingReproducer(
      .badLanguage, SmallPlan.text(line: "quota: 5, versions: { into: khmer krom }"),
      "11:89 BAD_LANGUAGE error “khmer krom” is not a language or its tag. | Did you mean “Khmer”?"),
    FindingReproducer(
      .badLanguage, SmallPlan.text(line: "quota: 5, versions: { into: \"Khmer, Hoa\" }"),
      "11:89 BAD_LANGUAGE error “Khmer, Hoa” is not a language or its tag. | Each language is an item of a list: [Khmer, Hoa]"
    ),
    FindingReproducer(
      .badZone, SmallPlan.text(top: "zone: Asia/Hanoi"),
      "4:7 BAD_ZONE error The IANA database has no time zone “Asia/Hanoi”. | zone: Asia/Ho_Chi_Minh"),
    FindingReproducer(
      .badRule, SmallPlan.text(grid: "rule: BYDAY=TH"),
      "9:27 BAD_RULE error The recurrence rule “BYDAY=TH” cannot be used: FREQ is missing. | Use "
        + "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=TH (every Thursday), "
        + "FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the month)."),
    FindingReproducer(
      .badRule, SmallPlan.text(grid: "rule: FREQ=HOURLY"),
      "9:27 BAD_RULE error The recurrence rule “FREQ=HOURLY” cannot be used: “HOURLY” is no "
        + "frequency of a schedule. | Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as "
        + "FREQ=WEEKLY;BYDAY=TH (every Thursday), FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the "
        + "month)."),
    FindingReproducer(
      .badRule, SmallPlan.text(grid: "rule: FREQ=DAILY;BYHOUR=5"),
      "9:27 BAD_RULE error The recurrence rule “FREQ=DAILY;BYHOUR=5” cannot be used: the part "
        + "“BYHOUR=5” cannot be used. | Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as "
        + "FREQ=WEEKLY;BYDAY=TH (every Thursday), FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the "
        + "month)."),
    FindingReproducer(
      .badRule, SmallPlan.text(grid: "rule: FREQ=DAILY;FREQ=DAILY"),
      "9:27 BAD_RULE error The recurrence rule “FREQ=DAILY;FREQ=DAILY” cannot be used: FREQ is "
        + "written twice. | Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=TH "
        + "(every Thursday), FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the month)."),
    FindingReproducer(
      .badRule, SmallPlan.text(grid: "rule: FREQ=WEEKLY;BYDAY=T5"),
      "9:27 BAD_RULE error The recurrence rule “FREQ=WEEKLY;BYDAY=T5” cannot be used: BYDAY cannot "
        + "be “T5”. | Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=TH (every "
        + "Thursday), FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the month)."),
    FindingReproducer(
      .badRule, SmallPlan.text(grid: "rule: FREQ=DAILY;COUNT=5;UNTIL=20260101"),
      "9:27 BAD_RULE error The recurrence rule “FREQ=DAILY;COUNT=5;UNTIL=20260101” cannot be used: "
        + "“COUNT” does not go with “UNTIL”. | Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as "
        + "FREQ=WEEKLY;BYDAY=TH (every Thursday), FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the "
        + "month)."),
    FindingReproducer(
      .badPercent, SmallPlan.text(end: "matching: { partial-below: 120% }"),
      "12:28 BAD_PERCENT error “120%” is not a whole percentage from 1% to 100%. | Write for "
        + "example: 75%."),
    FindingReproducer(
      .unknownWord, SmallPlan.text(line: "quota: 5, house-number: \"###\""),
      "11:85 UNKNOWN_WORD error “###” cannot be a house number: it needs a fixed part, and at most "
        + "one run of # for the edition, which no other digit touches. | Write for example: "
        + "house-number: \"CCHC-###\""),
  ]
}
