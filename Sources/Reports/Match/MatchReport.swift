public import ScheduleModel

/// What the matching of two files found, for a person: how many rows of a log have each outcome.
public struct MatchReport: Hashable, Sendable {
  /// Rows of the file of placements.
  public let planned: Int
  /// Rows of the log.
  public let asRun: Int
  /// Rows of the log by outcome; those that could not be read have none.
  public let counts: [Outcome: Int]
  /// Placements that no row shows.
  public let missed: Int

  /// What was found.
  public init(planned: Int, asRun: Int, counts: [Outcome: Int], missed: Int) {
    self.planned = planned
    self.asRun = asRun
    self.counts = counts
    self.missed = missed
  }

  /// A table of the outcomes, then a line on how much was matched.
  public func text(_ language: ReaderLanguage, width: Int? = nil) -> String {
    var table = TextTable(columns: [
      .name(Words(vi: "Kết quả", en: "Outcome")[language]),
      .number(Words(vi: "Số dòng", en: "Rows")[language]),
    ])
    for outcome in Outcome.allCases {
      let count = outcome == .missed ? missed : counts[outcome, default: 0]
      if count > 0 { table.append([outcome.name[language], grouped(count, in: language)]) }
    }
    let count = { grouped($0, in: language) }
    let read = counts.values.reduce(0, +)
    let matched = Words(
      vi:
        "Đã đối chiếu \(count(read)) trên \(count(asRun)) dòng nhật ký với \(count(planned)) lượt trong lịch.",
      en: "Matched \(count(read)) of \(counted(asRun, "log row")) against \(counted(planned, "placement")).")
    return table.text(width: width) + matched[language] + "\n"
  }
}
