import ScheduleModel

/// The words about counting rules, forecasts and tasks.
enum CountingWords {
  // Sections
  static let rules = Words(vi: "Quy tắc đếm", en: "Counting rules")
  static func forecast(of plan: Plan) -> Words {
    isOfYear(plan)
      ? Words(vi: "Dự báo cả năm", en: "Forecast for the year")
      : Words(vi: "Dự báo cả kỳ kế hoạch", en: "Forecast for the whole plan")
  }

  private static func isOfYear(_ plan: Plan) -> Bool { plan.yearAfter == plan.year + 1 }

  static let completion = Words(vi: "Mức độ hoàn thành", en: "Completion")

  // Rules
  static let rule = Words(vi: "Quy tắc", en: "Rule")
  static let counted = Words(vi: "Đếm được", en: "Counted")
  static let kept = Words(vi: "Kỳ đạt / đã hết", en: "Periods kept / over")
  static let extreme = Words(vi: "Kỳ đáng chú ý nhất", en: "Period to look at")
  static let uncounted = Words(vi: "Dòng không đếm", en: "Rows not counted")
  static let window = Words(vi: "Kỳ đếm", en: "Period")
  static let carried = Words(vi: "Chuyển sang", en: "Carried over")
  static let floor = Words(vi: "Tối thiểu", en: "Floor")
  static let ceiling = Words(vi: "Tối đa", en: "Ceiling")
  static let verdict = Words(vi: "Kết luận", en: "Verdict")

  /// What became of a window, and by how many of its days it was judged.
  ///
  /// - Parameter isLeast: Whether rows without a length could add to what counted.
  static func verdict(_ window: RuleTally.Window, isLeast: Bool) -> Words {
    let verdict = state(of: window, isLeast: isLeast)
    guard let inside = window.daysInside, window.floor != nil || window.ceiling != nil else { return verdict }
    return Words(
      vi: "\(verdict.vi) (tính theo \(inside) trên \(window.days.count) ngày)",
      en: "\(verdict.en) (by \(inside) of \(window.days.count) days)")
  }

  private static func state(of window: RuleTally.Window, isLeast: Bool) -> Words {
    if window.isExceeded { return Words(vi: "vượt mức tối đa", en: "above the ceiling") }
    if window.isShort {
      return Words(
        vi: "thiếu \(isLeast ? "nhiều nhất " : "")\(grouped(window.lacking, in: .vietnamese))",
        en: "lacks \(isLeast ? "at most " : "")\(grouped(window.lacking, in: .english))")
    }
    if window.floor == nil, window.ceiling == nil { return Words("–") }
    if window.isOver { return Words(vi: "đạt", en: "kept") }
    return window.lacking > 0
      ? Words(
        vi: "chưa hết kỳ, còn \(isLeast ? "nhiều nhất " : "")\(grouped(window.lacking, in: .vietnamese))",
        en: "not over, \(isLeast ? "at most " : "")\(grouped(window.lacking, in: .english)) to go")
      : Words(vi: "đạt, chưa hết kỳ", en: "kept so far")
  }

  /// What counted; "at least" where rows that would count do not state their length.
  static func amount(_ amount: Int, isLeast: Bool, _ language: ReaderLanguage) -> String {
    (isLeast ? Words(vi: "ít nhất ", en: "at least ")[language] : "") + grouped(amount, in: language)
  }

  /// A rule in one sentence, so that anyone can count again.
  static func sentence(_ rule: CountingRule, _ plan: Plan, _ language: ReaderLanguage) -> String {
    var parts: [Words] = [measure(rule)]
    switch (rule.runs, rule.countsOnce) {
    case (.first, _):
      parts.append(
        Words(vi: "mỗi tác phẩm một lần, ở lần phát mới", en: "each work once, at its first run"))
    case (.all, true):
      parts.append(Words(vi: "mỗi tác phẩm một lần, ở bất kỳ lần phát nào", en: "each work once, at any run"))
    case (.all, false):
      parts.append(Words(vi: "mọi lần phát, kể cả phát lại", en: "every run, repeats included"))
    }
    if !rule.languages.isEmpty {
      parts.append(
        Words(
          vi: "tiếng "
            + rule.languages.map { BroadcastLanguage.name(of: $0, in: .vietnamese) }.joined(separator: ", "),
          en: "in "
            + rule.languages.map { BroadcastLanguage.name(of: $0, in: .english) }.joined(separator: ", ")))
    }
    if !rule.outlets.isEmpty {
      let names = rule.outlets.map { plan.outlet($0)?.name ?? $0 }.joined(separator: ", ")
      parts.append(Words(vi: "trên \(names)", en: "on \(names)"))
    }
    if let hours = rule.hours {
      parts.append(
        rule.countsMinutes
          ? Words(vi: "phần nằm trong \(hours)", en: "what lies within \(hours)")
          : Words(vi: "phát lúc \(hours)", en: "starting \(hours)"))
    }
    if let trust = rule.trust {
      parts.append(
        Words(vi: "minh chứng từ “\(trust.name.vi)” trở lên", en: "evidence at least “\(trust.name.en)”"))
    }
    if let floor = rule.floor {
      parts.append(
        Words(
          vi: "ít nhất \(grouped(floor, in: .vietnamese)) \(rule.cycle.name.vi)",
          en: "at least \(grouped(floor, in: .english)) \(rule.cycle.name.en)"))
    }
    if let ceiling = rule.ceiling {
      parts.append(
        Words(
          vi: "nhiều nhất \(grouped(ceiling, in: .vietnamese)) \(rule.cycle.name.vi)",
          en: "at most \(grouped(ceiling, in: .english)) \(rule.cycle.name.en)"))
    }
    if rule.floor == nil, rule.ceiling == nil { parts.append(rule.cycle.name) }
    if rule.carriesOver {
      parts.append(
        Words(vi: "phần vượt được chuyển sang kỳ sau", en: "what passes the floor is carried over"))
    }
    for exclusion in rule.exclusions { parts.append(leftOut(exclusion)) }
    let text = parts.map { $0[language] }.joined(separator: "; ")
    return (rule.title.map { "\($0): " } ?? "") + text
  }

  private static func measure(_ rule: CountingRule) -> Words {
    guard rule.measure == .points, case .same(let weight) = rule.weights else {
      return Words(vi: "đếm \(rule.measure.name.vi)", en: "\(rule.measure.name.en)")
    }
    return Words(
      vi: "đếm điểm, \(weight.points) điểm mỗi \(weight.isPerMinute ? "phút" : "tác phẩm")",
      en: "points, \(weight)")
  }

  private static func leftOut(_ exclusion: CountingRule.Exclusion) -> Words {
    let days = exclusion.days
    return Words(
      vi: "loại trừ: \(exclusion.reason)" + (days.map { " (\($0.text(in: .vietnamese)))" } ?? ""),
      en: "left out: \(exclusion.reason)" + (days.map { " (\($0.text(in: .english)))" } ?? ""))
  }

  /// "12 repeat; 3 outside the hours".
  static func reasons(_ rows: [UncountedRow], _ language: ReaderLanguage) -> String {
    var names: [String] = []
    var counts: [String: Int] = [:]
    for row in rows {
      let name = row.reason.name[language]
      if counts[name] == nil { names.append(name) }
      counts[name, default: 0] += 1
    }
    return names.map { "\(grouped(counts[$0] ?? 0, in: language)) \($0)" }.joined(separator: "; ")
  }

  // Explanation
  static let explanation = Words(vi: "GIẢI TRÌNH SỐ LIỆU", en: "HOW THE FIGURES WERE COUNTED")
  static let evidence = Words(vi: "Minh chứng", en: "Evidence")
  static let amount = Words(vi: "Tính", en: "Counts")
  static let why = Words(vi: "Vì sao không đếm", en: "Why not")
  static let quota = Words(vi: "Chỉ tiêu", en: "The quota")
  static let countedRows = Words(vi: "Các dòng được đếm", en: "Rows counted")
  static let uncountedRows = Words(vi: "Các dòng không được đếm", en: "Rows not counted")

  static func sum(counted: Int, uncounted: Int, _ language: ReaderLanguage) -> String {
    let (in_, out, all) = (
      grouped(counted, in: language), grouped(uncounted, in: language),
      grouped(counted + uncounted, in: language)
    )
    return Words(
      vi: "\(in_) dòng được đếm và \(out) dòng không được đếm là tất cả \(all) dòng nhật ký được nhận là của "
        + "chỉ tiêu này.",
      en: "\(ScheduleModel.counted(counted, "row")) counted and \(out) not counted are all "
        + "\(ScheduleModel.counted(counted + uncounted, "row")) that the logs have of it."
    )[
      language]
  }

  // Forecast
  static let airedSoFar = Words(vi: "Đã thực hiện", en: "Aired so far")
  static let dueSoFar = Words(vi: "Theo lịch đến nay", en: "Due so far")
  static func bySchedule(of plan: Plan) -> Words {
    isOfYear(plan)
      ? Words(vi: "Cả năm nếu phát đủ lịch còn lại", en: "Year, if all still scheduled airs")
      : Words(vi: "Cả kỳ nếu phát đủ lịch còn lại", en: "All, if all still scheduled airs")
  }
  static func byPace(of plan: Plan) -> Words {
    isOfYear(plan)
      ? Words(vi: "Cả năm theo tiến độ hiện nay", en: "Year, at the pace so far")
      : Words(vi: "Cả kỳ theo tiến độ hiện nay", en: "All, at the pace so far")
  }
  static let shortFrom = Words(vi: "Thiếu từ", en: "Short from")

  static func forecastTwoWays(_ days: ClosedRange<CivilDay>) -> Words {
    let (first, last) = (days.lowerBound, days.upperBound)
    let day =
      first == last
      ? Words(vi: "Tính đến hết ngày \(last.forPeople)", en: "As of \(last.forPeople)")
      : Words(
        vi:
          "Mỗi chỉ tiêu tính đến hết ngày mà nhật ký các kênh của nó có đến (từ \(first.forPeople) đến \(last.forPeople))",
        en:
          "Each line as of the day up to which the logs of its outlets go (\(first.forPeople) to \(last.forPeople))"
      )
    return Words(
      vi:
        "\(day.vi), theo hai cách không trộn lẫn: nếu mọi lượt còn trong lịch đều phát; "
        + "và nếu giữ tiến độ từ đầu kỳ của chỉ tiêu đến nay (làm tròn xuống).",
      en:
        "\(day.en), in two ways that are not mixed: if all that is still scheduled airs; and at the "
        + "pace from the line's first day until now (rounded down).")
  }

  static func month(_ index: Int, of run: MonthRun) -> Words {
    let name = CivilDay.englishMonths[run.month(of: index) - 1]
    return Words(
      vi: "tháng \(run.label(of: index))", en: run.isToldByNumbers ? name : "\(name) \(run.year(of: index))")
  }

  // Completion
  static let state = Words(vi: "Nhiệm vụ", en: "Task")
  static let outputRate = Words(vi: "Sản lượng so với chỉ tiêu", en: "Output of quota")

  /// - Parameter rates: The least and the most that the rate may be, in hundredths of a percent.
  static func tasks(_ completion: Completion, _ rates: ClosedRange<Int>) -> Words {
    func text(_ language: ReaderLanguage) -> (
      done: String, all: String, unknown: String, low: String, high: String
    ) {
      (
        grouped(completion.done, in: language), grouped(completion.planned, in: language),
        grouped(completion.unknown, in: language),
        Percentage(units: rates.lowerBound, decimals: 2).text(in: language),
        Percentage(units: rates.upperBound, decimals: 2).text(in: language)
      )
    }
    let (vi, en) = (text(.vietnamese), text(.english))
    let tasks = "\(en.all) \(completion.planned == 1 ? "task" : "tasks")"
    guard completion.unknown > 0 else {
      return Words(
        vi: "Tỷ lệ nhiệm vụ: \(vi.done) trên \(vi.all) nhiệm vụ hoàn thành, \(vi.low).",
        en: "Task rate: \(en.done) of \(tasks) done, \(en.low).")
    }
    return Words(
      vi:
        "Tỷ lệ nhiệm vụ: \(vi.done) trên \(vi.all) nhiệm vụ hoàn thành, \(vi.unknown) nhiệm vụ chưa đánh giá được: "
        + "từ \(vi.low) đến \(vi.high).",
      en:
        "Task rate: \(en.done) of \(tasks) done, and \(en.unknown) cannot be judged: \(en.low) to \(en.high)."
    )
  }

  static let twoRates = Words(
    vi: "Tỷ lệ nhiệm vụ và tỷ lệ sản lượng là hai số khác nhau; sản lượng có thể vượt 100%.",
    en: "The task rate and the output rates are two things; output may pass 100 %.")

  static func score(_ scores: ClosedRange<Int>, _ rule: ScoreRule, _ language: ReaderLanguage) -> String {
    func text(_ hundredths: Int) -> Substring {
      Percentage(units: hundredths, decimals: 2).text(in: language).dropLast()
    }
    let (earned, full) = (text(scores.lowerBound), text(rule.full))
    if scores.lowerBound < scores.upperBound {
      let most = text(scores.upperBound)
      return Words(
        vi: "Chấm điểm theo \(rule.version): từ \(earned) đến \(most) trên \(full) điểm.",
        en: "Points by \(rule.version): \(earned) to \(most) of \(full).")[language]
    }
    return Words(
      vi: "Chấm điểm theo \(rule.version): \(earned) trên \(full) điểm.",
      en: "Points by \(rule.version): \(earned) of \(full).")[language]
  }

  // Head
  static func due(_ period: ReportingPeriod) -> Words? {
    guard let due = period.due() else { return nil }
    let levels = AdminLevel.allCases.filter { period.profile.due?.earlier[$0] != nil }
    func list(_ name: (AdminLevel) -> String) -> String {
      levels.map { "; \(name($0)): \(period.due(for: $0)?.forPeople ?? "–")" }.joined()
    }
    return Words(
      vi: "Hạn gửi báo cáo: \(due.forPeople)" + list { $0.name.vi.lowercased() },
      en: "Due: \(due.forPeople)" + list { $0.name.en.lowercased() })
  }

  static func against(_ version: PlanVersion) -> Words {
    Words(
      vi: "Kế hoạch có điều chỉnh trong năm; báo cáo so với \(version.name.vi).",
      en: "The plan was amended in the year; the report is held against \(version.name.en).")
  }

  static func amended(_ change: AmendedQuota.Change, from before: Quantity?) -> Words {
    let document = change.document.map { " (\($0))" } ?? ""
    func figures(_ language: ReaderLanguage) -> (now: String, before: String) {
      (change.quota.text(in: language, unit: false), before?.text(in: language, unit: false) ?? "–")
    }
    let (vi, en) = (figures(.vietnamese), figures(.english))
    return Words(
      vi: "chỉ tiêu \(vi.now) từ ngày \(change.from.forPeople), trước đó \(vi.before)\(document)",
      en: "\(en.now) from \(change.from.forPeople), \(en.before) before\(document)")
  }

  static let yearBefore = Words(vi: "Cùng kỳ năm trước", en: "Same period last year")
}
