import ScheduleModel

/// A window of a rule in which a schedule has too few works, or too many.
struct BrokenLimit {
  let days: Range<CivilDay>
  let has: Int
  /// The least, or the most.
  let limit: Int
  let room: Room

  /// What the line's openings in the window can still take.
  enum Room: Equatable {
    /// There are none.
    case closed
    /// All are taken.
    case full
    /// One has room, on this day.
    case open(CivilDay)
  }
}

extension Finding {
  /// - Parameters:
  ///   - short: The windows with too few works, or minutes; one or more.
  ///   - sums: What the floors of all windows come to and what the line has at most, where that is less.
  ///   - months: The least of the month of a day with so many more works than the schedule has there, as `months` takes it.
  static func floorNotScheduled(
    _ rule: CountingRule, of line: PlanLine, _ short: [BrokenLimit], sums: (asked: Int, most: Int)?,
    months: (CivilDay, Int) -> String
  ) -> Finding {
    let isTime = rule.measure == .minutes
    let message = Words(
      vi:
        "“\(line.title)”: lịch không đủ số \(isTime ? "phút " : "")tối thiểu \(rule.cycle.name.vi) (\(list(short, "trên"))).",
      en:
        "“\(line.title)”: the schedule has \(isTime ? "fewer minutes" : "less") than the floor \(rule.cycle.name.en) "
        + "(\(list(short, "of"))).")
    var remedies: [Words] = []
    if let sums {
      remedies.append(tooSmall(sums, isTime: isTime))
    } else {
      for limit in short {
        guard case .open(let day) = limit.room else { continue }
        let shortest = isTime ? line.placing?.lengths?.lowerBound ?? 1 : 1
        let works = (limit.limit - limit.has + shortest - 1) / shortest
        remedies.append(move(rule, months: months(day, works)))
        break
      }
      remedies += short.first { $0.room == .full }.map { [taken($0.days)] } ?? []
    }
    if let first = short.first(where: { $0.room == .closed }) {
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

  /// That no schedule keeps the floors.
  private static func tooSmall(_ sums: (asked: Int, most: Int), isTime: Bool) -> Words {
    Words(
      vi:
        "Các mức tối thiểu cộng lại là \(grouped(sums.asked, in: .vietnamese))\(isTime ? " phút" : ""), cả chỉ tiêu chỉ có "
        + "\(grouped(sums.most, in: .vietnamese)), dời lượt phát cũng không đủ: đối chiếu với văn bản xem số nào đúng.",
      en:
        "The floors add up to \(grouped(sums.asked, in: .english))\(isTime ? " minutes" : ""), and the line has "
        + "\(grouped(sums.most, in: .english)) in all, so that no move is enough: see in the document which figure is right."
    )
  }

  private static func taken(_ days: Range<CivilDay>) -> Words {
    Words(
      vi:
        "Mọi buổi của chỉ tiêu trong \(text(days)) đều đã kín: mở thêm buổi, tăng số tác phẩm một buổi (pieces) hoặc dời bớt "
        + "chương trình khác ra, rồi xếp lại.",
      en:
        "All openings of the line in \(text(days)) are taken: open more there, raise the works of an opening (pieces) or move "
        + "other programmes out, and allocate again.")
  }

  /// - Parameter months: The least of a month with which its window has enough.
  private static func move(_ rule: CountingRule, months: String) -> Words {
    let move = Words(
      vi: "Dời một lượt vào thời gian ấy (lichsong move)",
      en: "Move a placement into that time (lichsong move)")
    guard rule.cycle != .day else {
      return Words(
        vi: "\(move.vi), hoặc đối chiếu với văn bản: chỉ tiêu có đủ số cho mọi ngày không.",
        en: "\(move.en), or see in the document whether the quota has enough for every day.")
    }
    return Words(
      vi:
        "\(move.vi), hoặc ghi số tối thiểu của một tháng trong đó, ví dụ months: { \(months) }, rồi xếp lại.",
      en:
        "\(move.en), or write the least of one of its months, such as months: { \(months) }, and allocate again."
    )
  }

  /// - Parameter over: The windows with too many works; one or more.
  static func ceilingScheduled(_ rule: CountingRule, of line: PlanLine, _ over: [BrokenLimit]) -> Finding {
    let ceiling = rule.ceiling ?? 0
    let isTime = rule.measure == .minutes
    let months = over[0].days.lowerBound.month
    let move = Words(
      vi: "Dời một lượt ra khỏi thời gian ấy (lichsong move)",
      en: "Move a placement out of that time (lichsong move)")
    let remedy =
      switch rule.cycle {
      case _ where isTime: Words(vi: "\(move.vi).", en: "\(move.en).")
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
        vi:
          "“\(line.title)”: lịch vượt số \(isTime ? "phút " : "")tối đa \(rule.cycle.name.vi) (\(list(over, "trên"))).",
        en:
          "“\(line.title)”: the schedule has \(isTime ? "more minutes" : "more") than the ceiling \(rule.cycle.name.en) (\(list(over, "of")))."
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
