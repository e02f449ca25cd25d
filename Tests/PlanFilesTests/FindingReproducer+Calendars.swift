import ScheduleModel

extension FindingReproducer {
  /// How calendars are published, and what must be done before air.
  static let calendars: [FindingReproducer] = [
    FindingReproducer(
      .badLink, SmallPlan.text(end: "calendars: { link: lich.example.vn }"),
      "12:20 BAD_LINK error “lich.example.vn” is no web address; the UID of a placement is put "
        + "behind it. | link: https://lich.example.vn/luot/"),
    FindingReproducer(
      .unknownWord, SmallPlan.text(end: "calendars: { by: outlet }"),
      "12:18 UNKNOWN_WORD error “outlet” is none of: line, lead, person, topic. | Choose one of "
        + "these."),
    FindingReproducer(
      .missingKey, SmallPlan.text(end: "calendars: { feeds: [{ id: a, period: { back: 30d } }] }"),
      "12:31 MISSING_KEY error “ahead” is missing in a feed's days. | ahead: 90d"),
    FindingReproducer(
      .unknownWord, SmallPlan.text(end: "calendars: { feeds: [{ id: a, period: week }] }"),
      "12:39 UNKNOWN_WORD error “week” is none of: year, half, quarter, month. | Choose one of "
        + "these."),
    FindingReproducer(
      .duplicateID, SmallPlan.text(end: "calendars: { feeds: [{ id: a }, { id: a, lines: tin }] }"),
      "12:39 DUPLICATE_ID error The id “a” is already used in line 12. | Choose another, for "
        + "example: a-2"),
    FindingReproducer(
      .duplicateID,
      SmallPlan.text(end: "calendars: { feeds: [{ id: a, period: quarter }, { id: a-2026-q1 }] }"),
      "12:56 DUPLICATE_ID error feed-a-2026-q1.ics is also the name of a part of the feed “a”. | "
        + "Choose another that does not end in a year and a part, for example: a-own"),
    FindingReproducer(
      .unknownReference, SmallPlan.text(end: "calendars: { feeds: [{ id: a, lines: [tinn] }] }"),
      "12:39 UNKNOWN_REFERENCE error There is no line with the id “tinn”. | Did you mean “tin”?"),
    FindingReproducer(
      .unknownReference,
      SmallPlan.text(line: "quota: 5, person: Lan", end: "calendars: { feeds: [{ id: a, persons: [Lân] }] }"),
      "12:28 UNKNOWN_REFERENCE error The feed “a” asks for “Lân”, but no line names that person "
        + "(person). | Did you mean “Lan”?"),
    FindingReproducer(
      .unknownReference, SmallPlan.text(end: "calendars: { feeds: [{ id: a, persons: [Lan] }] }"),
      "12:28 UNKNOWN_REFERENCE error The feed “a” asks for “Lan”, but no line names that person "
        + "(person). | Write person: in the lines of that person."),
    FindingReproducer(
      .feedEmpty, SmallPlan.text(end: "calendars: { feeds: [{ id: a, lines: [tin], languages: [Mông] }] }"),
      "12:28 FEED_EMPTY warning No scheduled line fits all that the feed “a” asks for, so it "
        + "will be empty. | Ask for less: each key narrows it further; within one key, one of its "
        + "items is enough."),
    FindingReproducer(
      .unknownKey, SmallPlan.text(line: "quota: 5, deadlines: { aproval: 3d }"),
      "11:84 UNKNOWN_KEY error There is no key “aproval” in deadlines. | Did you mean "
        + "“approval”? Write: approval:"),
    FindingReproducer(
      .badLength, SmallPlan.text(line: "quota: 5, deadlines: { approval: 3 tuần }"),
      "11:94 BAD_LENGTH error “3 tuần” is not a number of days from 0 to 366. | Write for "
        + "example 7d, 7 ngày."),
    FindingReproducer(
      .missingKey, SmallPlan.text(line: "quota: 5, deadlines: { approval: { at: 17h } }"),
      "11:84 MISSING_KEY error “before” is missing in a deadline. | before: 3d"),
    FindingReproducer(
      .unusedKey, SmallPlan.text(line: "quota: 5, deadlines: { translation: 3d }"),
      "11:84 UNUSED_KEY warning The deadline translation has no effect: this line has no "
        + "language versions. | Delete translation."),
    FindingReproducer(
      .unusedKey, SmallPlan.text(line: "quota: 5, scheduled: no, deadlines: { approval: 3d }"),
      "11:99 UNUSED_KEY warning The deadline approval has no effect: this line is not "
        + "scheduled. | Delete approval."),
    FindingReproducer(
      .unusedKey,
      SmallPlan.text(line: "quota: 5").replacing(
        "lines:", with: "  web: { name: Web, kind: website, deadlines: { page-closing: 1d } }\nlines:"),
      "10:49 UNUSED_KEY warning The deadline page-closing has no effect: this outlet is no "
        + "newspaper. | Delete page-closing."),
    FindingReproducer(
      .deadlinesReversed,
      SmallPlan.text(
        grid: "rule: FREQ=DAILY, languages: [Việt, Mông]",
        line: "quota: 5, versions: { into: Mông }, deadlines: { translation: 1d, recording: 3d }"),
      "11:127 DEADLINES_REVERSED warning The language versions of “Tin trên báo”: recording is due 3 days before "
        + "the airing, before the translation is, 1 day before the airing. | Let it be translated first, such as: "
        + "translation: 3d; or let recording be due later."),
  ]
}
