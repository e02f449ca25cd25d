import Planning
import Reports
import ScheduleModel

/// The sentences of a comparison of schedules, the same on the page of the plan's text and on that of a re-plan.
enum ComparisonWords {
  /// What changes, and with what the new schedule is compared.
  static func sentences(of comparison: ScheduleComparison.Counts) -> [Words] {
    let (before, after) = (comparison.before, comparison.after)
    let counts = Words(
      vi: "Số lượt phát: \(grouped(before, in: .vietnamese)) → \(grouped(after, in: .vietnamese)).",
      en: "Broadcasts: \(grouped(before, in: .english)) → \(grouped(after, in: .english)).")
    return [changes(comparison), counts]
  }

  private static func changes(_ comparison: ScheduleComparison.Counts) -> Words {
    let base = base(comparison.base)
    func number(_ count: Int, _ language: ReaderLanguage) -> String { grouped(count, in: language) }
    func list(_ language: ReaderLanguage) -> [String] {
      [comparison.added, comparison.dropped].map { number($0, language) }
        + [comparison.moved, comparison.madeGood].map { number($0, language) }
    }
    let (vi, en) = (list(.vietnamese), list(.english))
    return Words(
      vi: "So với \(base.vi): thêm \(vi[0]), dời \(vi[2]), xếp bù \(vi[3]), bỏ \(vi[1]).",
      en:
        "Compared with \(base.en): \(en[0]) added, \(en[2]) moved, \(en[3]) missed before and planned again, \(en[1]) dropped."
    )
  }

  private static func base(_ base: ScheduleComparison.Base) -> Words {
    switch base {
    case .draft: Words(vi: "dự thảo hiện có", en: "the draft as it is")
    case .published: Words(vi: "lịch đã phát hành", en: "the published schedule")
    case .plan: Words(vi: "lịch lập từ kế hoạch hiện tại", en: "the schedule that the plan gives today")
    }
  }

  /// That lines or versions find too few slots, each with its number; `nil` where all find theirs.
  ///
  /// - Parameter lacks: What is short; empty in a result of an earlier version of the program.
  static func short(_ count: Int, _ lacks: [Words]) -> Words? {
    guard count > 0 else { return nil }
    let head = Words(
      vi: "\(count) chỉ tiêu hoặc bản dịch không xếp đủ",
      en:
        "\(counted(count, "line or version", "lines or versions")) \(count == 1 ? "does" : "do") not find enough slots"
    )
    guard !lacks.isEmpty else { return Words(vi: head.vi + ".", en: head.en + ".") }
    let shown = lacks.prefix(10)
    let more = lacks.count > shown.count ? "; …" : ""
    return Words(
      vi: "\(head.vi): \(shown.map(\.vi).joined(separator: "; "))\(more).",
      en: "\(head.en): \(shown.map(\.en).joined(separator: "; "))\(more).")
  }

  /// That what helps one of several shortages helps that one alone; `nil` for one shortage.
  static func eachAlone(_ findings: [Finding]) -> Words? {
    let count = findings.count { $0.severity == .error && $0.code == .quotaNotMet }
    return count < 2
      ? nil
      : Words(
        vi: "\(count) chỗ thiếu dưới đây phải gỡ từng chỗ: cách sửa ghi ở một chỗ chỉ đủ cho chỗ đó.",
        en:
          "Each of the \(count) shortages below has to be met by itself: what is enough for one is enough for that one alone."
      )
  }
}
