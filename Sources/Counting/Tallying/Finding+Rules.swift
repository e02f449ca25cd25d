import ScheduleModel

/// What the counting rules have to say, in both languages.
extension Finding {
  static func floorMissed(_ tally: RuleTally, of line: PlanLine?) -> Finding? {
    let short = tally.windows.filter(\.isShort)
    guard let worst = short.max(by: { $0.lacking < $1.lacking }) else { return nil }
    return Finding(
      .floorMissed, .warning, at: tally.rule.place,
      Words(
        vi:
          "\(name(tally.rule, of: line, .vietnamese)): \(windows(short, tally, isFloor: true, .vietnamese)) không đạt mức tối thiểu; "
          + "thiếu nhiều nhất là \(days(worst, .vietnamese)): \(amount(worst.amount + worst.carried, tally, .vietnamese)) "
          + "trên \(grouped(worst.floor ?? 0, in: .vietnamese)).",
        en:
          "\(name(tally.rule, of: line, .english)): \(windows(short, tally, isFloor: true, .english)) below the floor; "
          + "\(days(worst, .english)) lacks most: \(amount(worst.amount + worst.carried, tally, .english)) "
          + "of \(grouped(worst.floor ?? 0, in: .english))."),
      remedy: seeRows(line))
  }

  /// - Parameter cutOff: The last day of the reporting year where the plan's own year goes on; `nil` where both end
  ///   together.
  static func quotaMissed(_ aired: Int, of floor: Int, _ line: PlanLine, cutOff: CivilDay?) -> Finding {
    func figures(_ language: ReaderLanguage) -> (aired: String, floor: String, missing: String) {
      (grouped(aired, in: language), grouped(floor, in: language), grouped(floor - aired, in: language))
    }
    let (vi, en) = (figures(.vietnamese), figures(.english))
    if let cutOff = cutOff?.forPeople {
      return Finding(
        .floorMissed, .warning, at: line.place,
        Words(
          vi:
            "“\(line.title)”: đến ngày chốt số liệu \(cutOff) của năm báo cáo mới thực hiện \(vi.aired) trên "
            + "\(vi.floor), thiếu \(vi.missing); phần xếp sau ngày đó không tính vào báo cáo năm này.",
          en:
            "“\(line.title)”: the reporting year is over (cut-off \(cutOff)) with \(en.aired) of \(en.floor), "
            + "\(en.missing) short; what is scheduled later does not count in this year's report."),
        remedy: seeRows(line))
    }
    return Finding(
      .floorMissed, .warning, at: line.place,
      Words(
        vi: "“\(line.title)”: hết năm mới thực hiện \(vi.aired) trên \(vi.floor), thiếu \(vi.missing).",
        en: "“\(line.title)”: the year is over with \(en.aired) of \(en.floor), \(en.missing) short."),
      remedy: seeRows(line))
  }

  static func quotaPassed(_ aired: Int, of ceiling: Int, _ line: PlanLine) -> Finding {
    func figures(_ language: ReaderLanguage) -> (aired: String, ceiling: String) {
      (grouped(aired, in: language), grouped(ceiling, in: language))
    }
    let (vi, en) = (figures(.vietnamese), figures(.english))
    return Finding(
      .ceilingPassed, .warning, at: line.place,
      Words(
        vi: "“\(line.title)”: đã thực hiện \(vi.aired), kế hoạch ghi nhiều nhất \(vi.ceiling).",
        en: "“\(line.title)”: \(en.aired) went out, the plan says \(en.ceiling) at most."),
      remedy: seeRows(line))
  }

  static func ceilingPassed(_ tally: RuleTally, of line: PlanLine?) -> Finding? {
    let over = tally.windows.filter(\.isExceeded)
    guard let worst = over.max(by: { $0.amount < $1.amount }) else { return nil }
    return Finding(
      .ceilingPassed, .warning, at: tally.rule.place,
      Words(
        vi:
          "\(name(tally.rule, of: line, .vietnamese)): \(windows(over, tally, isFloor: false, .vietnamese)) vượt mức tối đa; "
          + "cao nhất là \(days(worst, .vietnamese)): \(amount(worst.amount, tally, .vietnamese)) "
          + "trên \(grouped(worst.ceiling ?? 0, in: .vietnamese)).",
        en:
          "\(name(tally.rule, of: line, .english)): \(windows(over, tally, isFloor: false, .english)) above the ceiling; "
          + "\(days(worst, .english)) has most: \(amount(worst.amount, tally, .english)) "
          + "of \(grouped(worst.ceiling ?? 0, in: .english))."),
      remedy: seeRows(line))
  }

  /// - Parameter rows: Rows of the line that do not count because of their length; `nil` comes of none.
  static func tooShort(_ rows: [ShortRow], of line: PlanLine) -> Finding? {
    guard let least = line.counting.leastMinutes, !rows.isEmpty else { return nil }
    let short = rows.filter { $0.entry.minutes != nil }
    let unstated = rows.filter { $0.entry.minutes == nil }
    func place(_ row: ShortRow?, _ language: ReaderLanguage) -> String {
      guard let place = row?.entry.place else { return "" }
      return language == .vietnamese
        ? " (dòng đầu: \(place.file):\(place.line))" : " (the first: \(place.file):\(place.line))"
    }
    func count(_ number: Int, _ language: ReaderLanguage) -> String {
      let text = grouped(number, in: language)
      return language == .vietnamese ? "\(text) dòng nhật ký" : number == 1 ? "1 row" : "\(text) rows"
    }
    var vi: [String] = []
    var en: [String] = []
    if !short.isEmpty {
      vi.append("\(count(short.count, .vietnamese)) ngắn hơn \(least) phút\(place(short.first, .vietnamese))")
      en.append(
        "\(count(short.count, .english)) \(short.count == 1 ? "is" : "are") shorter than \(least) min"
          + place(short.first, .english))
    }
    if !unstated.isEmpty {
      vi.append(
        "\(count(unstated.count, .vietnamese)) không ghi thời lượng\(place(unstated.first, .vietnamese))")
      en.append(
        "\(count(unstated.count, .english)) \(unstated.count == 1 ? "states" : "state") no length"
          + place(unstated.first, .english))
    }
    return Finding(
      .airedTooShort, .warning, at: line.place,
      Words(
        vi:
          "“\(line.title)” chỉ tính tác phẩm dài từ \(least) phút (least-length): \(vi.joined(separator: "; ")), "
          + "không được tính.",
        en: "“\(line.title)” counts from \(least) min on (least-length): \(en.joined(separator: "; ")), and "
          + "\(rows.count == 1 ? "does" : "do") not count."),
      remedy: Words(
        vi:
          "Xem từng dòng: lichsong report … --explain \(line.id). Một kỳ phát làm nhiều phần thì ghi số kỳ ở mỗi dòng để "
          + "thời lượng được cộng lại; nhật ký gốc có thời lượng mà tệp này thiếu thì lấy từ nhật ký gốc.",
        en:
          "See every row: lichsong report … --explain \(line.id). Where an edition went out in parts, name it in each "
          + "row, and their lengths add up; where the station's own log has lengths that this file lacks, take them from "
          + "there."))
  }

  /// - Parameter works: Works of the line of which not all parts aired; `nil` comes of none.
  static func incomplete(_ works: [IncompleteWork], of line: PlanLine) -> Finding? {
    guard !works.isEmpty else { return nil }
    func listed(_ language: ReaderLanguage) -> String {
      let shown = works.prefix(5).map { work in
        let parts = work.lacking.map(String.init).joined(separator: ", ")
        let edition = work.edition.map(String.init) ?? Words(vi: "không rõ số", en: "unnumbered")[language]
        return Words(vi: "kỳ \(edition) (thiếu phần \(parts))", en: "no. \(edition) (without part \(parts))")[
          language]
      }
      return shown.joined(separator: "; ") + (works.count > 5 ? "; …" : "")
    }
    let unnamed = works.reduce(0) { $0 + $1.unnamed }
    let vi = unnamed > 0 ? " \(unnamed) dòng nhật ký không ghi là phần nào." : ""
    let en = unnamed > 0 ? " \(unnamed) \(unnamed == 1 ? "row does" : "rows do") not say which part." : ""
    return Finding(
      .workIncomplete, .warning, at: line.place,
      Words(
        vi:
          "“\(line.title)” tính mỗi tác phẩm khi đã phát đủ \(line.parts) phần; chưa đủ: \(listed(.vietnamese)).\(vi)",
        en: "“\(line.title)” counts a work once all its \(line.parts) parts aired; not complete: "
          + "\(listed(.english)).\(en)"),
      remedy: Words(
        vi:
          "Phát bù phần còn thiếu. Nếu đã phát mà nhật ký không ghi rõ phần, hỏi đài đó là phần nào rồi gắn dòng ấy vào lượt phát "
          + "của phần: lichsong link.",
        en:
          "Make good the parts that are missing. Where they aired and the log does not say so, ask the station which part it "
          + "was, and link the row to that part's placement: lichsong link."))
  }

  /// - Parameter aired: The works gone out in the plan's year.
  static func forecastShort(_ forecast: Forecast, _ line: PlanLine, aired: Int) -> Finding? {
    guard forecast.isOutOfReach else { return nil }
    func figure(_ number: Int, _ language: ReaderLanguage) -> String { forecast.text(number, in: language) }
    let quota = (vi: figure(forecast.quota, .vietnamese), en: figure(forecast.quota, .english))
    let missing = forecast.quota - forecast.scheduled
    let command =
      "lichsong allocate \(line.place.file.shellWord) --from \(forecast.asOf.advanced(by: 1))"
    let isTime = forecast.time != nil
    return Finding(
      .forecastShort, .warning, at: line.place,
      Words(
        vi: "“\(line.title)”: dù phát hết những gì còn trong lịch cũng chỉ được "
          + "\(isTime ? "nhiều nhất " : "")\(figure(forecast.scheduled, .vietnamese)) trên \(quota.vi).",
        en: "“\(line.title)”: even if all that is still scheduled airs, it comes to "
          + "\(figure(forecast.scheduled, .english)) of \(quota.en)\(isTime ? " at most" : "")."),
      remedy: isTime
        ? Words(
          vi:
            "Đối chiếu thời lượng trong nhật ký với nhật ký gốc của đài. Nếu tác phẩm đúng là ngắn hơn dự kiến, ghi length đúng như "
            + "thực phát rồi xếp lại\(forecast.lengthThatFills(line, aired: aired).vi); với length như cũ, xếp lại không thêm được tác phẩm "
            + "nào: \(command)",
          en:
            "Compare the lengths in the logs with the station's own. Where works are indeed shorter than planned, write length as "
            + "they are aired and allocate again\(forecast.lengthThatFills(line, aired: aired).en); with the length as it is that adds no "
            + "work: \(command)"
        )
        : Words(
          vi:
            "Tìm chỗ cho \(figure(missing, .vietnamese)) nữa; nếu hết chỗ, mở thêm khung giờ (grid) hoặc tăng số tác phẩm một khung "
            + "(pieces) trước: \(command)",
          en:
            "Look for \(figure(missing, .english)) more \(missing == 1 ? "place" : "places"); where none is left, open more slots (grid) or raise the works of a "
            + "slot (pieces) first: \(command)"))
  }

  static func noFigureBefore(_ line: PlanLine, _ before: YearBefore) -> Finding {
    Finding(
      .noFigureBefore, .info, at: line.place,
      Words(
        vi: "“\(line.title)”: kế hoạch “\(before.plan)” không có số liệu \(before.period.name.vi) "
          + "của chỉ tiêu \(line.id); không so sánh được, đây không phải là 0.",
        en: "“\(line.title)”: the plan “\(before.plan)” has no data on the line \(line.id) for "
          + "\(before.period.name.en), which is not 0."))
  }

  private static func name(_ rule: CountingRule, of line: PlanLine?, _ language: ReaderLanguage) -> String {
    let measure = rule.measure.name[language]
    if let title = rule.title { return "“\(title)” (\(measure), \(rule.cycle.name[language]))" }
    return "“\(line?.title ?? "–")” (\(measure), \(rule.cycle.name[language]))"
  }

  /// How many windows some are, of those that the table of rules judges: for a floor the ones that are over.
  private static func windows(
    _ some: [RuleTally.Window], _ tally: RuleTally, isFloor: Bool, _ language: ReaderLanguage
  ) -> String {
    let judged = tally.windows.filter { $0.isJudged && (!isFloor || $0.isOver) }
    let open = isFloor && tally.windows.contains { $0.isJudged && !$0.isOver }
    let part = grouped(some.count, in: language)
    if language == .vietnamese {
      return "\(part) trên \(grouped(judged.count, in: language)) kỳ\(open ? " đã hết" : "")"
    }
    return
      "\(part) of \(counted(judged.count, open ? "finished period" : "period")) \(some.count == 1 ? "is" : "are")"
  }

  private static func days(_ window: RuleTally.Window, _ language: ReaderLanguage) -> String {
    let (first, last) = (window.days.lowerBound, window.days.upperBound.advanced(by: -1))
    let days = first == last ? first.forPeople : "\(first.forPeople)–\(last.forPeople)"
    guard let inside = window.daysInside else { return days }
    return days
      + Words(
        vi: " (tính theo \(inside) trên \(window.days.count) ngày)",
        en: " (by \(inside) of \(window.days.count) days)")[language]
  }

  private static func amount(_ amount: Int, _ tally: RuleTally, _ language: ReaderLanguage) -> String {
    let name = tally.rule.measure.name[language]
    return
      "\(grouped(amount, in: language)) \(language == .english && amount == 1 ? String(name.dropLast()) : name)"
  }

  private static func seeRows(_ line: PlanLine?) -> Words? {
    line.map {
      Words(
        vi: "Xem từng dòng: lichsong report … --explain \($0.id)",
        en: "See every row: lichsong report … --explain \($0.id)")
    }
  }
}

extension Forecast {
  /// From which length of works on a re-plan has as many as the quota in time still takes, in brackets; empty where none does.
  fileprivate func lengthThatFills(_ line: PlanLine, aired works: Int) -> Words {
    let shortest = line.placing?.lengths?.lowerBound ?? 0
    func asked(_ minutes: Int) -> Int {
      let work = minutes * line.parts
      return (quota + work - 1) / work
    }
    let longest = (1..<max(2, shortest)).last { minutes in
      self.aired + (asked(minutes) - works) * minutes * line.parts >= quota
    }
    guard let minutes = longest else { return Words("") }
    return Words(
      vi: " (từ \(minutes) phút trở xuống thì đủ: \(grouped(asked(minutes), in: .vietnamese)) tác phẩm)",
      en: " (\(counted(minutes, "minute")) or less are enough: \(counted(asked(minutes), "work")))")
  }
}
