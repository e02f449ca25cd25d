import ScheduleModel

/// The language of a log's row in a plan with works in other languages than Vietnamese.
///
/// A row that names no language means the original of what it names: the placement of its UID, the work of its house
/// number, its line, or the line whose title it bears on its outlet. What fits nothing is Vietnamese.
struct RowLanguages {
  private let plan: Plan
  /// By title in the language that the row names.
  private var named: LineRecogniser
  /// By title among the originals of an outlet, in whatever language.
  private var originals: LineRecogniser

  /// What a row says besides its language.
  struct Row {
    let uid, houseNumber, line: String?
    let title, outlet: String
    let day: CivilDay
    /// `nil` when the row has no time.
    let time: TimeOfDay?
  }

  /// `nil` for a plan of which every work is in Vietnamese: there is nothing to find out.
  init?(plan: Plan) {
    guard plan.hasOtherOriginals else { return nil }
    self.plan = plan
    named = LineRecogniser(plan: plan)
    originals = LineRecogniser(originalsOf: plan)
  }

  /// The language of a row that names none.
  ///
  /// Of several lines that the row may mean, one in Vietnamese counts first, then the first of the plan.
  /// - Returns: `nil` when it is of a line whose works are each in one of several languages, and its day and hour do not
  ///   tell which.
  mutating func unsaid(_ row: Row) -> LanguageTag? {
    if let tag = row.uid.flatMap({ tag(in: $0) }) { return tag }
    let stated = row.line ?? row.houseNumber.flatMap { originals.line(houseNumber: $0) }
    let lines =
      stated.map { [$0] } ?? originals.lines(titled: row.title, on: row.outlet, in: .vietnamese)
    let works = lines.map { plan.languages(ofLine: $0) }
    if works.contains(.vietnamese) { return .vietnamese }
    guard let first = works.first, let line = lines.first.flatMap({ plan.line($0) }) else {
      return .vietnamese
    }
    return first.areAlternatives ? language(of: line, row) : first.main
  }

  /// A language that the row names, as it is counted: a bilingual work is known by the first of its languages.
  mutating func counted(_ language: LanguageTag, _ row: Row) -> LanguageTag {
    let lines = row.line.map { [$0] } ?? named.lines(titled: row.title, on: row.outlet, in: language)
    let works = lines.first.map { plan.languages(ofLine: $0) } ?? .vietnamese
    return works.areTogether ? works.known(language) : language
  }

  /// The language in a UID of this plan, `phum-srok-2026.ban-tin.7.km@lichsong`; `nil` where the work may be in another.
  private func tag(in uid: String) -> LanguageTag? {
    let parts = uid.prefix { $0 != "@" }.split(separator: ".")
    guard parts.count > 3, parts[0] == plan.id, Int(parts[2]) != nil,
      !plan.languages(ofLine: String(parts[1])).areAlternatives
    else { return nil }
    return LanguageTag(parts[3])
  }

  /// The one language of a line that the grid of an outlet carries at the row's hour and on its weekday, or else at that
  /// hour, or else at all.
  private func language(of line: PlanLine, _ row: Row) -> LanguageTag? {
    let named = Set(line.placing?.grid ?? [])
    let grid = (plan.outlet(row.outlet)?.grid ?? []).filter { named.isEmpty || named.contains($0.id) }
    let there = row.time.map { time in grid.filter { $0.at == time } } ?? []
    for openings in [there.filter { $0.mayOpen(on: row.day) }, there, grid] {
      let tags = Set(openings.flatMap { opening in line.languages.all.filter(opening.carries) })
      if tags.count == 1 { return tags.first }
    }
    return nil
  }
}

extension GridLine {
  /// Whether its dates have the day, or its rule the weekday.
  fileprivate func mayOpen(on day: CivilDay) -> Bool {
    switch recurrence {
    case .dates(let days): return days.contains(day)
    case .monthly: return true
    case .rule(let rule):
      let part = rule.text.split(separator: ";").first { $0.hasPrefix("BYDAY=") }
      let weekday = Weekday(of: day).code
      return part?.dropFirst("BYDAY=".count).split(separator: ",").contains { $0.hasSuffix(weekday) } ?? true
    }
  }
}
