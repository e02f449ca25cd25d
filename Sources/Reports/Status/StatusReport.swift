public import ScheduleModel

/// Where a year is and what to do next: one short answer for people, and the whole of it for scripts.
public struct StatusReport: Sendable {
  let status: YearStatus
  let plan: Plan?
  let folder: String
  let language: ReaderLanguage

  /// - Parameters:
  ///   - plan: `nil` when it has errors.
  ///   - folder: The plan's folder as the user named it, for the commands.
  public init(_ status: YearStatus, plan: Plan?, folder: String, language: ReaderLanguage) {
    self.status = status
    self.plan = plan
    self.folder = folder
    self.language = language
  }

  /// A word as a shell takes it whole, for commands that a reader copies.
  public static func shellWord(_ text: String) -> String { text.shellWord }

  /// How many units did not report for a period that is over, as a sentence.
  package static func unreported(_ period: ReportingPeriod, silent: Int, partial: Int) -> Words {
    StatusWords.askUnits(period, silent, partial, end: ".")
  }

  /// What two publications that did not see each other left open, as a sentence.
  package static func settlePublications(_ count: Int) -> Words {
    StatusWords.settlePublications(count, end: ".")
  }

  /// What is to be done where the plan itself has no room, as sentences.
  package static func openRoom(_ count: Int, from day: CivilDay) -> Words {
    StatusWords.openRoom(count, day, end: ".")
  }

  /// That quotas in time need more than a re-plan.
  package static func readForecast(_ count: Int) -> Words { StatusWords.readForecast(count, end: ".") }

  /// How many of a list people are shown; the rest is given as a number.
  private static let mostShown = 5

  /// The answer for people; longer lines are broken at `width` columns, 110 when it is `nil`, commands never.
  public func text(width: Int? = nil) -> String {
    var blocks = [([plan?.title] + [head]).compactMap(\.self)]
    if let plan, status.stage == .published {
      if status.asOf != nil { blocks.append(lines(plan)) }
      if !status.short.isEmpty { blocks.append(short()) }
      if !status.missed.isEmpty { blocks.append(missed(plan)) }
      if !status.needless.isEmpty { blocks.append(needless(plan)) }
      if !status.doubtful.isEmpty { blocks.append(doubtful(plan)) }
      if !status.countedInDoubt.isEmpty { blocks.append(countedInDoubt(plan)) }
      if !status.inPart.isEmpty { blocks.append(inPart(plan)) }
    }
    if let plan, !status.overdue.isEmpty { blocks.append(overdue(plan)) }
    let measure = min(110, width ?? 110)
    let said = blocks.map { block in
      block.flatMap { Self.wrapped($0.visible(), measure) }.map { $0 + "\n" }.joined()
    }
    return (said + [steps(measure)]).joined(separator: "\n")
  }

  private var head: String {
    let day = status.today.forPeople
    switch status.stage {
    case .planBroken(let errors):
      return Words(
        vi: "Ngày \(day): kế hoạch có \(errors) lỗi, chưa xếp được lịch.",
        en: "\(day): the plan has \(errors == 1 ? "1 error" : "\(errors) errors"); nothing can be scheduled.")[
          language]
    case .unpublished:
      return Words(
        vi: "Ngày \(day): chưa phát hành lịch nào.", en: "\(day): no schedule is published yet.")[language]
    case .published:
      let logs =
        status.coverage.isEmpty && status.asOf != nil
        ? Words(vi: "chỉ có dòng nhập tay, chưa có nhật ký", en: "there is no log, only rows entered by hand")
        : status.asOf.map {
          Words(vi: "nhật ký có đến \($0.forPeople)", en: "the logs reach to \($0.forPeople)")
        } ?? Words(vi: "chưa có nhật ký nào", en: "there is no log yet")
      let differences = plan.flatMap { status.coverage.differences(in: $0) }
      return Words(
        vi: "Ngày \(day): lịch đã phát hành; \(logs.vi)." + (differences.map { " " + $0.vi } ?? ""),
        en: "\(day): the schedule is published; \(logs.en)." + (differences.map { " " + $0.en } ?? ""))[
          language]
    }
  }

  // MARK: - Lines

  private func lines(_ plan: Plan) -> [String] {
    let told = status.lines.filter { $0.behind > 0 || $0.short > 0 }
    let unknown = status.lines.filter { $0.behind == 0 && $0.short == 0 && !$0.isLogged }
    let rest = status.lines.count - told.count - unknown.count
    var lines: [String] = []
    let notKnown =
      unknown.isEmpty
      ? []
      : [
        Words(
          vi: "Chưa có nhật ký nên chưa biết: "
            + unknown.prefix(Self.mostShown).map { plan.title(ofLine: $0.line, in: language) }
            .joined(separator: "; ") + (unknown.count > Self.mostShown ? "; …" : "") + ".",
          en: "Not known, for no log tells of it: "
            + unknown.prefix(Self.mostShown).map { plan.title(ofLine: $0.line, in: language) }
            .joined(separator: "; ") + (unknown.count > Self.mostShown ? "; …" : "") + ".")[language]
      ]
    if told.isEmpty {
      guard rest > 0 else { return notKnown }
      return [
        Words(
          vi: "Không chỉ tiêu nào chậm so với lịch (\(rest) chỉ tiêu).",
          en: "No line is behind its schedule (\(counted(rest, "line"))).")[language]
      ] + notKnown
    }
    lines.append(Words(vi: "CHẬM SO VỚI LỊCH", en: "BEHIND SCHEDULE")[language])
    for line in told.prefix(Self.mostShown) {
      lines.append("  \(name(ofLine: line.line, plan)): \(how(line, plan)[language])")
    }
    if told.count > Self.mostShown { lines.append("  " + more(told.count - Self.mostShown)) }
    if rest > 0 {
      lines.append(
        "  "
          + Words(vi: "Đúng lịch: \(rest) chỉ tiêu.", en: "On schedule: \(counted(rest, "line")).")[language])
    }
    return lines + notKnown.map { "  " + $0 }
  }

  /// The title of a line, with its language where another line has the same title.
  private func name(ofLine id: String, _ plan: Plan) -> String {
    let title = plan.title(ofLine: id, in: language)
    guard let line = plan.line(id), plan.lines.count(where: { $0.title == line.title }) > 1 else {
      return title
    }
    return title + ", " + line.languages.names(in: language)
  }

  func how(_ line: YearStatus.Line, _ plan: Plan) -> Words {
    let isYear = plan.yearAfter == plan.year + 1
    let whole =
      isYear ? Words(vi: "cả năm", en: "year") : Words(vi: "cả kỳ kế hoạch", en: "plan")
    var parts: [Words] = []
    func vi(_ figure: Int) -> String { self.figure(figure, line, .vietnamese) }
    func en(_ figure: Int) -> String { self.figure(figure, line, .english) }
    if line.behind > 0 {
      let since =
        line.lateSince.map {
          Words(vi: ", từ ngày \($0.forPeople)", en: ", since \($0.forPeople)")
        } ?? Words("")
      parts.append(
        Words(
          vi: "chậm \(vi(line.behind)) (đã phát \(vi(line.aired)) trên \(vi(line.due)) đến hạn)\(since.vi)",
          en: "\(en(line.behind)) behind (\(en(line.aired)) aired of \(en(line.due)) due)\(since.en)"))
    }
    if let quota = line.quota, line.short > 0 {
      parts.append(
        Words(
          vi: "\(whole.vi) lịch chỉ còn đủ \(vi(line.expected)) trên \(vi(quota))",
          en: "the schedule comes to \(en(line.expected)) of \(en(quota)) by the end of the \(whole.en)"))
    } else if let quota = line.quota, line.behind > 0 {
      parts.append(
        Words(
          vi: "lịch còn đủ cho \(vi(quota)) của \(whole.vi)",
          en: "the schedule still makes the \(whole.en)'s \(en(quota))"))
    }
    return Words(vi: parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
  }

  /// A number of works, or a time with its unit.
  private func figure(_ figure: Int, _ line: YearStatus.Line, _ language: ReaderLanguage) -> String {
    line.time.map { Quantity(figure, $0).text(in: language) } ?? "\(figure)"
  }

  private func more(_ count: Int) -> String {
    Words(vi: "… và \(count) nữa (xem --json).", en: "… and \(count) more (see --json).")[language]
  }

  // MARK: - Placements

  private func missed(_ plan: Plan) -> [String] {
    var lines = [
      Words(
        vi: "CHƯA PHÁT, CẦN PHÁT BÙ (\(status.missed.count))",
        en: "MISSED, TO BE MADE GOOD (\(status.missed.count))")[
          language]
    ]
    for missed in status.missed.prefix(Self.mostShown) {
      let what = "\(name(missed.placement, plan)), \(missed.placement.timing.text(in: language))"
      if let good = missed.makeGood {
        lines.append("  \(what) → \(good.timing.text(in: language))")
      } else {
        let reason = missed.reason?[language] ?? MakeGoodWords.noSlot[language]
        lines.append("  \(what): " + StatusWords.noMakeGood[language] + " – \(reason)")
      }
    }
    if status.missed.count > Self.mostShown {
      lines.append("  " + more(status.missed.count - Self.mostShown))
    }
    return lines
  }

  private func short() -> [String] {
    let all = status.short.reduce(0) { $0 + $1.missing }
    var lines = [
      Words(
        vi: "LỊCH ĐÃ PHÁT HÀNH CHƯA ĐỦ CHỈ TIÊU (\(grouped(all, in: .vietnamese)))",
        en: "THE PUBLISHED SCHEDULE HAS TOO FEW (\(grouped(all, in: .english)))")[language]
    ]
    for short in status.short.prefix(Self.mostShown) {
      lines.append(
        "  "
          + Words(
            vi:
              "\(grouped(short.found, in: .vietnamese)) trên \(grouped(short.asked, in: .vietnamese)) \(short.what.vi): "
              + "\(grouped(short.missing, in: .vietnamese)) chưa có chỗ",
            en:
              "\(grouped(short.found, in: .english)) of \(grouped(short.asked, in: .english)) \(short.what.en): "
              + "no place for \(grouped(short.missing, in: .english))")[language])
    }
    if status.short.count > Self.mostShown { lines.append("  " + more(status.short.count - Self.mostShown)) }
    return lines
  }

  private func needless(_ plan: Plan) -> [String] {
    let count = status.needless.count
    let head = Words(
      vi: "PHÁT BÙ KHÔNG CÒN CẦN (\(count)): lượt trước đã phát; xếp lại thì rút khỏi lịch",
      en: "MAKE-GOODS NO LONGER NEEDED (\(count)): the work has aired; planning anew withdraws them")
    return [head[language]] + list(status.needless, plan)
  }

  private func doubtful(_ plan: Plan) -> [String] {
    let count = status.doubtful.count
    let head = Words(
      vi:
        "CHƯA RÕ ĐÃ PHÁT HAY CHƯA (\(count)): nhật ký có dòng về ngày đó không đọc được hoặc chưa rõ; hỏi đài trước khi phát bù",
      en:
        "NOT CLEAR WHETHER IT AIRED (\(count)): the logs have a row of that day which could not be read or is unclear; ask "
        + "the station before anything is made good")
    return [head[language]] + list(status.doubtful, plan)
  }

  private func countedInDoubt(_ plan: Plan) -> [String] {
    let head = Words(
      vi:
        "ĐANG TÍNH LÀ ĐÃ PHÁT, NHƯNG CHƯA CHẮC (\(status.countedInDoubt.count)): nhật ký có chữ như “không phát”, “phát lại”; hỏi "
        + "đài, xem từng dòng bằng lichsong reconcile",
      en:
        "COUNTED AS AIRED, BUT NOT CERTAIN (\(status.countedInDoubt.count)): the logs have words such as “not aired” or “repeat”; "
        + "ask the station, and see each row with lichsong reconcile")
    return [head[language]] + list(status.countedInDoubt, plan)
  }

  private func inPart(_ plan: Plan) -> [String] {
    let count = status.inPart.count
    let head = Words(
      vi: "CHỈ PHÁT MỘT PHẦN (\(count)): vẫn tính là đã phát, có thể phát bù",
      en: "AIRED IN PART ONLY (\(count)): counted as aired, and may be made good")
    let rows = status.inPart.prefix(Self.mostShown).map { part in
      let length = Words(
        vi: "\(part.minutes) trên \(part.planned) phút",
        en: "\(part.minutes) of \(counted(part.planned, "minute"))")
      return
        "  \(name(part.placement, plan)), \(part.placement.timing.text(in: language)): \(length[language])"
    }
    return [head[language]] + rows
      + (count > Self.mostShown ? ["  " + more(count - Self.mostShown)] : [])
  }

  private func list(_ placements: [Placement], _ plan: Plan) -> [String] {
    let shown = placements.prefix(Self.mostShown).map {
      "  \(name($0, plan)), \($0.timing.text(in: language))"
    }
    return shown
      + (placements.count > Self.mostShown ? ["  " + more(placements.count - Self.mostShown)] : [])
  }

  private func overdue(_ plan: Plan) -> [String] {
    let count = status.overdue.count
    var lines = [
      Words(
        vi: "ĐÃ QUÁ HẠN, CHƯA PHÁT (\(count)); sổ không ghi việc đã làm xong hay chưa, cần hỏi lại",
        en: "PAST ITS DEADLINE, NOT ON THE AIR YET (\(count)); the Book does not tell what is done: ask")[
          language]
    ]
    for overdue in status.overdue.prefix(Self.mostShown) {
      let who = overdue.translator.map { ", \($0)" } ?? ""
      let work = plan.name(of: overdue.work, before: overdue.placement)[language]
      lines.append(
        "  "
          + Words(
            vi: "\(work): \(name(overdue.placement, plan))\(who): hạn \(overdue.day.forPeople), phát "
              + overdue.placement.timing.text(in: .vietnamese),
            en: "\(work): \(name(overdue.placement, plan))\(who): due \(overdue.day.forPeople), on the air "
              + overdue.placement.timing.text(in: .english))[language])
    }
    if count > Self.mostShown { lines.append("  " + more(count - Self.mostShown)) }
    return lines
  }

  func name(_ placement: Placement, _ plan: Plan) -> String { Self.name(placement, plan, language) }

  /// The work of a placement for a reader: its line, its number and its language.
  static func name(_ placement: Placement, _ plan: Plan, _ language: ReaderLanguage) -> String {
    let title = plan.title(ofLine: placement.line, in: language)
    let edition = AllocationWords.number(of: placement, in: plan)[language]
    let tongue =
      placement.language == .vietnamese
      ? "" : ", " + AllocationWords.spoken(placement.language, in: language)
    return "\(title), \(edition)\(tongue)"
  }

  // MARK: - What to do next

  private func steps(_ measure: Int) -> String {
    guard !status.steps.isEmpty else {
      let isOpen = status.missed.contains { $0.makeGood == nil }
      return (isOpen ? StatusWords.nothingHelps : StatusWords.nothingToDo)[language] + "\n"
    }
    let blocks = status.steps.map { step in
      Self.wrapped("  " + StatusWords.why(step)[language], measure).map { $0 + "\n" }.joined()
        + StatusWords.commands(step, folder: folder, language).map { "    \($0)\n" }.joined()
    }
    return Words(vi: "TIẾP THEO", en: "NEXT")[language] + "\n" + blocks.joined()
  }

  /// A line broken at blanks, further lines as far in as the first and two more.
  private static func wrapped(_ line: String, _ measure: Int) -> [String] {
    let indent = line.prefix { $0 == " " }.count
    let lines = String(line.dropFirst(indent)).wrapped(to: measure - indent - 2)
    return lines.enumerated().map { index, text in
      String(repeating: " ", count: index == 0 ? indent : indent + 2) + text
    }
  }
}
