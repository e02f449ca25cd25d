import ScheduleModel

/// Findings of each severity: with a place and an excerpt, with a place alone, without any.
enum SampleFindings {
  static let all = [
    Finding(
      .unknownKey, .error, at: SourcePlace(file: "plan.yaml", line: 12, column: 5), width: 5,
      excerpt: "    qouta: 23 kỳ", Words(vi: "không có khóa “qouta”", en: "there is no key “qouta”"),
      remedy: Words(vi: "viết “quota: 23 kỳ”", en: "write “quota: 23 kỳ”")),
    Finding(
      .badDate, .error, at: SourcePlace(file: "plan.yaml", line: 9, column: 28), width: 10,
      excerpt: "\t- { name: Tết, \u{1B}[31mfrom: 2018-02-30 }",
      Words(vi: "không có ngày 2018-02-30", en: "there is no day 2018-02-30"),
      remedy: Words("blackouts:\n  - name: Tết\n    from: 2018-02-14")),
    Finding(
      .holidayCollision, .warning, at: SourcePlace(file: "plan.yaml", line: 100),
      Words(vi: "ngày 25/01/2020 là mùng 1 Tết", en: "25/01/2020 is the first day of Tết")),
    Finding(
      .unquantifiedItem, .info, Words(vi: "kế hoạch không nêu số", en: "the plan states no figure")),
  ]
}
