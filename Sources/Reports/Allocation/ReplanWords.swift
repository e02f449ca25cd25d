import ScheduleModel

/// The words of the report on a re-plan.
enum ReplanWords {
  static func title(_ from: CivilDay, of plan: Plan) -> Words {
    guard plan.months.isCalendarYear else {
      return Words(
        vi: "XẾP LẠI PHẦN CÒN LẠI CỦA KẾ HOẠCH TỪ NGÀY \(from.forPeople)",
        en: "THE REST OF THE PLAN ANEW FROM \(from.forPeople)")
    }
    return Words(
      vi: "XẾP LẠI PHẦN CÒN LẠI CỦA NĂM \(from.year) TỪ NGÀY \(from.forPeople)",
      en: "THE REST OF \(from.year) PLANNED ANEW FROM \(from.forPeople)")
  }

  static func basis(_ start: YearSoFar, _ published: Int) -> Words {
    let (vi, en) = (grouped(published, in: .vietnamese), counted(published, "placement"))
    let day = start.from.forPeople
    guard start.isLogged else {
      return Words(
        vi:
          "Lịch đã công bố có \(vi) lượt. Không có nhật ký: chưa biết lượt nào trước ngày \(day) đã phát; các lượt đó "
          + "giữ nguyên.",
        en:
          "The published schedule has \(en). There is no log: what aired before \(day) is not known, and "
          + "stays as published.")
    }
    let aired = start.airedCount
    return Words(
      vi:
        "Lịch đã công bố có \(vi) lượt; theo nhật ký, \(grouped(aired, in: .vietnamese)) lượt đã phát trước ngày "
        + "\(day).",
      en:
        "The published schedule has \(en); by the logs, \(grouped(aired, in: .english)) aired before "
        + "\(day).")
  }

  /// Placements of past days of which no log tells yet.
  static func unknown(_ count: Int, before from: CivilDay) -> Words {
    Words(
      vi:
        "Chưa có nhật ký của \(grouped(count, in: .vietnamese)) lượt trước ngày \(from.forPeople): giữ nguyên, không "
        + "tính là đã phát hay chưa thực hiện.",
      en:
        "Placements before \(from.forPeople) of which no log tells yet: \(grouped(count, in: .english)); they stay as "
        + "published, neither aired nor missed.")
  }

  /// How many of them an outlet has, and up to which day its logs tell.
  static func unknown(_ count: Int, on outlet: String, until last: CivilDay?) -> Words {
    Words(
      vi: "  \(outlet): \(grouped(count, in: .vietnamese)); "
        + (last.map { "nhật ký đến ngày \($0.forPeople)" } ?? "không có nhật ký"),
      en: "  \(outlet): \(grouped(count, in: .english)); "
        + (last.map { "its logs end on \($0.forPeople)" } ?? "no log"))
  }

  static func unplanned(_ count: Int) -> Words {
    Words(
      vi:
        "\(grouped(count, in: .vietnamese)) dòng nhật ký không thuộc lượt nào trong lịch nên không được tính.",
      en: "Rows of the logs that belong to no published placement, and are not counted: "
        + "\(grouped(count, in: .english)).")
  }

  static let keeps = Words(
    vi:
      "Giữ nguyên mọi lượt đã công bố, trừ lượt mà kế hoạch không còn cho phép; phần còn lại xếp vào chỗ trống.",
    en:
      "Published placements stay where they are, unless the plan no longer allows it; the rest goes where there is "
      + "room.")

  static func mayMove(_ slack: Int, in language: ReaderLanguage) -> Words {
    let works = LevelWords.decimal(Int128(slack), of: 1_000, in: language)
    return Words(
      vi: "Cho phép dời lượt đã công bố để phân bổ đều, nới độ lệch \(works) tác phẩm (--slack).",
      en: "Published placements may move to make the year even, with a slack of \(works) works (--slack).")
  }

  /// What the proof below it is about, where published placements stay.
  static let proof = Words(
    vi: "Các nhận xét dưới đây so với những lịch giữ nguyên các lượt đã công bố.",
    en: "What follows compares with schedules that leave published placements where they are.")

  static let aired = Words(vi: "đã phát", en: "aired")
  static let notLogged = Words(vi: "chưa có nhật ký", en: "no log yet")
  static let planned = Words(vi: "sẽ phát", en: "planned")
  static let noSlot = Words(vi: "không còn chỗ", en: "no slot")
  static let notAsked = Words(vi: "kế hoạch không còn yêu cầu", en: "no longer asked for")

  static func moves(_ count: Int) -> Words {
    count == 0
      ? Words(
        vi: "Không lượt nào đã công bố phải dời.", en: "No published placement moves.")
      : Words(
        vi: "Dời so với lịch đã công bố, số lượt: \(grouped(count, in: .vietnamese)).",
        en: "Placements that move from where they were published: \(grouped(count, in: .english)).")
  }

  static func missed(_ count: Int, _ start: YearSoFar) -> Words {
    if !start.isLogged {
      return Words(
        vi: "Không có nhật ký nên chưa biết lượt nào chưa phát.",
        en: "Without a log it is not known whether anything was missed.")
    }
    if count == 0, !start.unknown.isEmpty {
      return Words(
        vi: "Trong những ngày đã có nhật ký, không lượt nào đến hạn mà chưa phát.",
        en: "On the days of which logs tell, nothing that was due was missed.")
    }
    return count == 0
      ? Words(vi: "Không lượt nào đến hạn mà chưa phát.", en: "Nothing that was due was missed.")
      : Words(
        vi: "Đến hạn mà chưa phát, nay xếp lại, số lượt: \(grouped(count, in: .vietnamese)).",
        en: "Placements that were due and missed, and where they go now: \(grouped(count, in: .english)).")
  }

  /// What the draft has besides what aired and what is planned.
  static func missedStay(_ count: Int, of all: Int) -> Words {
    Words(
      vi:
        "Dự thảo có \(grouped(all, in: .vietnamese)) lượt, vì còn giữ \(grouped(count, in: .vietnamese)) lượt đã đến hạn mà "
        + "chưa phát.",
      en: "The draft has \(counted(all, "placement")), for it keeps \(grouped(count, in: .english)) that "
        + "\(count == 1 ? "was" : "were") due and missed.")
  }

  static func dropped(_ count: Int) -> Words {
    Words(
      vi: "Đã công bố, nay không còn chỗ hoặc kế hoạch không còn yêu cầu, số lượt: "
        + "\(grouped(count, in: .vietnamese)).",
      en: "Published placements that have no slot any more, or that the plan does not ask for: "
        + "\(grouped(count, in: .english)).")
  }

  static let hasAired = Words(vi: "bỏ, lượt trước đã phát", en: "withdrawn, the work has aired")

  static func needless(_ count: Int) -> Words {
    Words(
      vi: "Phát bù không còn cần, số lượt: \(grouped(count, in: .vietnamese)).",
      en: "Make-goods that are no longer needed: \(grouped(count, in: .english)).")
  }

  static let curve = Words(
    vi: "Chọn giữa ít dời lịch và phân bổ đều: nới độ lệch thì bớt được lượt phải dời (--slack). "
      + "Không ghi --slack thì giữ nguyên lịch đã công bố.",
    en:
      "Fewer moves or a more even year: the more slack, the fewer have to move (--slack). Without --slack, what is "
      + "published stays.")
  static let parts = Words(
    vi: "Lệch xa nhất so với đường đều; những kênh không chung chỉ tiêu nào tính riêng rồi cộng lại.",
    en: "The largest distance from the even lines; for outlets that share nothing, the sum of theirs.")
  static let slack = Words(vi: "Nới (tác phẩm)", en: "Slack (works)")
  static let moved = Words(vi: "Lượt dời", en: "Moves")
  static let deviation = Words(vi: "Lệch xa nhất (tác phẩm)", en: "Largest distance (works)")
  static let squares = Words(vi: "Tổng bình phương", en: "Squares")
  static let chosen = Words(vi: "← đang chọn", en: "← chosen")

  /// The day, `12/07`, or the month; with its year where the plan has several of it.
  static func day(of timing: SlotTiming, in plan: Plan) -> Words {
    guard plan.months.isToldByNumbers else {
      return Words(vi: timing.text(in: .vietnamese), en: timing.text(in: .english))
    }
    if case .inMonth(let days) = timing {
      let month = days.lowerBound.month
      return Words(vi: "tháng \(month)", en: "month \(month)")
    }
    return Words("\(twoDigits(timing.day.components.day))/\(twoDigits(timing.day.month))")
  }
}
