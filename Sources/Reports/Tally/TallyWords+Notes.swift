import ScheduleModel

/// The remarks beside a line, and the notes below the tables.
extension TallyWords {
  static let planStatesNone = Words(vi: "kế hoạch không nêu số", en: "the plan states no figure")
  static func draft(_ figure: String) -> Words {
    Words(vi: "số dự thảo, chưa ký: \(figure)", en: "draft, not signed: \(figure)")
  }
  static func result(_ figure: String) -> Words {
    Words(vi: "báo cáo kết quả nêu \(figure)", en: "the result report states \(figure)")
  }
  static func works(in languages: WorkLanguages) -> Words {
    Words(vi: "tiếng \(languages.names(in: .vietnamese))", en: "in \(languages.names(in: .english))")
  }
  static func partOf(_ name: String) -> Words {
    Words(vi: "nằm trong \(name)", en: "counted inside \(name)")
  }
  static func embedded(_ name: String) -> Words {
    Words(vi: "lồng ghép trong \(name), không đếm", en: "embedded in \(name), not counted")
  }
  static func together(_ count: Int) -> Words {
    Words(vi: "một số chung cho \(count) kênh", en: "one figure for \(count) outlets")
  }
  static func everyOpening(_ each: Quantity, of grid: String) -> Words {
    Words(
      vi: "\(each.text(in: .vietnamese)) của khung giờ “\(grid)”",
      en: "\(each.text(in: .english)) of the grid line “\(grid)”")
  }
  static func placements(_ count: String) -> Words {
    Words(vi: "\(count) lượt phát, đăng", en: count == "1" ? "1 placement" : "\(count) placements")
  }
  static func onLine(_ number: Int) -> Words { Words(vi: "mục \(number)", en: "no. \(number)") }

  static func added(_ numbers: String) -> Words {
    Words(vi: "cộng mục \(numbers)", en: "adds no. \(numbers)")
  }
  static func inside(_ numbers: String) -> Words {
    Words(
      vi: "không cộng mục \(numbers) vì đã nằm trong mục khác",
      en: "leaves out no. \(numbers), counted inside another")
  }
  /// - Parameter numbers: The lines that would be added.
  static func notAdded(_ numbers: String, _ unlike: UnlikeFigures) -> Words {
    Words(
      vi: "không cộng mục \(numbers): \(unlike.reason.vi)",
      en: "does not add no. \(numbers): \(unlike.reason.en)")
  }
  static func notAdded(_ unlike: UnlikeFigures) -> Words {
    Words(vi: "không cộng được: \(unlike.reason.vi)", en: "cannot be added: \(unlike.reason.en)")
  }
  static func unlogged(_ numbers: String) -> Words {
    Words(vi: "nhật ký không có mục \(numbers)", en: "the logs do not tell of no. \(numbers)")
  }

  static func basis(of plan: Plan) -> Words {
    plan.hasOtherOriginals
      ? Words(
        vi:
          "Đếm tác phẩm gốc theo ngôn ngữ của từng chỉ tiêu, phát hoặc đăng lần đầu; bản dịch sang ngôn ngữ khác "
          + "đếm riêng; phát lại, tiếp sóng và đăng thêm kênh không tính là tác phẩm mới.",
        en:
          "Counted are originals in the language of each line, at their first airing or publication; versions in other "
          + "languages are counted apart; repeats, relays and cross-posts are no new works.")
      : Words(
        vi:
          "Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp sóng "
          + "và đăng thêm kênh không tính là tác phẩm mới.",
        en:
          "Counted are Vietnamese originals, at their first airing or publication; language versions are counted "
          + "apart; repeats, relays and cross-posts are no new works.")
  }
  static let dash = Words(
    vi: "“–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác "
      + "hoặc tối thiểu.",
    en: "“–”: not stated or not known, which is not 0. Percentages only where the plan states an exact or a "
      + "least figure.")

  static func sinceStart(_ day: CivilDay, of plan: Plan) -> Words {
    Words(
      vi: "Lũy kế và tỷ lệ tính từ ngày \(day.forPeople) đến hết kỳ báo cáo.",
      en:
        "Figures since the \(plan.isOfSeveralYears ? "plan" : "year") began, and percentages, count from \(day.forPeople) to the period's end."
    )
  }

  static func profile(_ profile: ReportingProfile) -> Words {
    let code = profile.code
    let name = profile.name.map { " (\($0))" } ?? ""
    if profile.code == ReportingProfile.ministry581.code {
      return Words(
        vi: "Quy tắc kỳ báo cáo \(code)\(name): bốn báo cáo một năm, chốt số liệu ngày 14 tháng cuối kỳ.",
        en: "Rule of periods \(code)\(name): four reports a year, closed on the 14th of the last month.")
    }
    guard let cutOff = profile.cutOff else {
      guard profile.shape == .calendar else {
        return Words(
          vi: "Quy tắc kỳ báo cáo \(code)\(name): theo tháng dương lịch, năm là năm của kế hoạch.",
          en: "Rule of periods \(code)\(name): calendar months; the year is that of the plan.")
      }
      return Words(
        vi: "Quy tắc kỳ báo cáo \(code)\(name): theo tháng và năm dương lịch.",
        en: "Rule of periods \(code)\(name): calendar months and years.")
    }
    return Words(
      vi:
        "Quy tắc kỳ báo cáo \(code)\(name): từ ngày \(cutOff + 1) tháng trước kỳ đến ngày \(cutOff) tháng cuối kỳ.",
      en: "Rule of periods \(code)\(name): from the \(ordinal(cutOff + 1)) of the month before to the "
        + "\(ordinal(cutOff)) of the last month.")
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 10, number / 10) {
    case (1, 0), (1, 2): "\(number)st"
    case (2, 0), (2, 2): "\(number)nd"
    case (3, 0), (3, 2): "\(number)rd"
    default: "\(number)th"
    }
  }
}
