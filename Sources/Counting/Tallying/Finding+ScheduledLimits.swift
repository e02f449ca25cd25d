import ScheduleModel

/// A window of a rule in which a schedule has too few works, or too many.
struct BrokenLimit {
  let days: Range<CivilDay>
  let has: Int
  /// The least, or the most.
  let limit: Int
}

extension Finding {
  /// - Parameters:
  ///   - short: The windows with too few works; one or more.
  ///   - isOpen: Whether works of the line can go out in some days.
  static func floorNotScheduled(
    _ rule: CountingRule, of line: PlanLine, _ short: [BrokenLimit], isOpen: (Range<CivilDay>) -> Bool
  ) -> Finding {
    let closed = short.filter { !isOpen($0.days) }
    let fillable = short.first { isOpen($0.days) }
    let message = Words(
      vi:
        "“\(line.title)”: lịch không đủ số tối thiểu \(rule.cycle.name.vi) (\(list(short, "trên"))).",
      en:
        "“\(line.title)”: the schedule has less than the floor \(rule.cycle.name.en) (\(list(short, "of"))).")
    var remedies: [Words] = []
    if let fillable {
      let move = Words(
        vi: "Dời một lượt vào thời gian ấy (lichsong move)",
        en: "Move a placement into that time (lichsong move)")
      let month = fillable.days.lowerBound.month
      remedies.append(
        rule.cycle == .day
          ? Words(
            vi: "\(move.vi), hoặc đối chiếu với văn bản: chỉ tiêu có đủ số cho mọi ngày không.",
            en: "\(move.en), or see in the document whether the quota has enough for every day.")
          : Words(
            vi:
              "\(move.vi), hoặc ghi số tối thiểu của một tháng trong đó, ví dụ months: { \(month): 1.. }, rồi xếp lại.",
            en:
              "\(move.en), or write the least of one of its months, such as months: { \(month): 1.. }, and allocate again."
          ))
    }
    if let first = closed.first {
      remedies.append(
        Words(
          vi:
            "Chỉ tiêu không có buổi nào trong \(text(first.days)): mở thêm buổi, hoặc hỏi nơi giao chỉ tiêu thời gian ấy có tính "
            + "không.",
          en:
            "The line has no opening in \(text(first.days)): open one there, or ask whoever set the quota whether that time "
            + "counts."))
    }
    return Finding(
      .floorMissed, .warning, at: rule.place, message,
      remedy: Words(
        vi: remedies.map(\.vi).joined(separator: " "), en: remedies.map(\.en).joined(separator: " ")))
  }

  /// - Parameter over: The windows with too many works; one or more.
  static func ceilingScheduled(_ rule: CountingRule, of line: PlanLine, _ over: [BrokenLimit]) -> Finding {
    let ceiling = rule.ceiling ?? 0
    let months = over[0].days.lowerBound.month
    let move = Words(
      vi: "Dời một lượt ra khỏi thời gian ấy (lichsong move)",
      en: "Move a placement out of that time (lichsong move)")
    let remedy =
      switch rule.cycle {
      case .day:
        Words(
          vi: "Ghi per-day: \(ceiling) vào chỉ tiêu, rồi xếp lại.",
          en: "Write per-day: \(ceiling) in the line, and allocate again.")
      case .month:
        Words(
          vi:
            "\(move.vi), hoặc ghi số tối đa của tháng, ví dụ months: { \(months): ..\(over[0].limit) }, rồi xếp lại.",
          en:
            "\(move.en), or write the most of the month, such as months: { \(months): ..\(over[0].limit) }, and allocate again."
        )
      default:
        Words(
          vi: "\(move.vi), hoặc ghi số tối đa của từng tháng trong đó (months), rồi xếp lại.",
          en: "\(move.en), or write the most of each of its months (months), and allocate again.")
      }
    return Finding(
      .ceilingPassed, .warning, at: rule.place,
      Words(
        vi: "“\(line.title)”: lịch vượt số tối đa \(rule.cycle.name.vi) (\(list(over, "trên"))).",
        en:
          "“\(line.title)”: the schedule has more than the ceiling \(rule.cycle.name.en) (\(list(over, "of")))."
      ),
      remedy: remedy)
  }

  private static func text(_ days: Range<CivilDay>) -> String {
    let last = days.upperBound.advanced(by: -1)
    return days.count == 1
      ? days.lowerBound.forPeople : "\(days.lowerBound.forPeople)–\(last.forPeople)"
  }

  private static func list(_ windows: [BrokenLimit], _ word: String) -> String {
    windows.prefix(4).map { "\(text($0.days)): \($0.has) \(word) \($0.limit)" }.joined(separator: "; ")
      + (windows.count > 4 ? "; …" : "")
  }
}
