import ScheduleModel

/// What a calendar says of a placement, in the reader's language. Titles and names stay as printed.
struct PlacementWords {
  private let plan: Plan
  private let language: ReaderLanguage

  init(plan: Plan, language: ReaderLanguage) {
    self.plan = plan
    self.language = language
  }

  /// "Cải cách hành chính – kỳ 7 – tiếng Mông", with what is not the usual: another run, no fixed day.
  func summary(of placement: Placement, line: PlanLine) -> String {
    var parts = [work(placement, line: line)]
    if placement.language != .vietnamese {
      parts.append(say(vi: "tiếng \(languageName(placement))", en: "in \(languageName(placement))"))
    }
    if placement.run != .first { parts.append(placement.run.name[language]) }
    if case .inMonth = placement.timing { parts.append(say(vi: "trong tháng", en: "in the month")) }
    return parts.joined(separator: " – ")
  }

  /// One fact a line; what the plan does not state is left out.
  func description(of placement: Placement, line: PlanLine) -> String {
    let who = line.responsibility
    let document = who.document ?? plan.documents.first { $0.role == .plan }?.number
    let titles = line.topics.compactMap { id in plan.topics.first { $0.id == id }?.title }
    return facts([
      (say(vi: "Hình thức", en: "Form"), line.form.description),
      (say(vi: "Kỳ", en: "Number"), String(placement.edition)),
      (say(vi: "Lượt", en: "Run"), placement.run.name[language]),
      (say(vi: "Ngôn ngữ", en: "Language"), say(vi: "tiếng ", en: "") + languageName(placement)),
      (say(vi: "Đơn vị sản xuất", en: "Producer"), who.producer.map(unitName)),
      (say(vi: "Đơn vị chủ trì", en: "Lead unit"), who.lead.map(unitName)),
      (say(vi: "Đơn vị phối hợp", en: "Supporting units"), named(who.support)),
      (say(vi: "Người phụ trách", en: "Responsible"), who.person),
      (
        say(vi: "Thời lượng", en: "Length"),
        line.placing?.minutes.map { "\($0) " + say(vi: "phút", en: "min") }
      ),
      (say(vi: "Kế hoạch", en: "Plan"), plan.title),
      (say(vi: "Văn bản", en: "Document"), document),
      (say(vi: "Mục", en: "Row"), who.row),
      (say(vi: "Chủ đề", en: "Topics"), titles.isEmpty ? nil : titles.joined(separator: "; ")),
    ])
  }

  /// "Dịch tiếng Mông: Cải cách hành chính – kỳ 7".
  func taskSummary(of placement: Placement, line: PlanLine) -> String {
    let into = say(vi: "Dịch tiếng ", en: "Translate into ") + languageName(placement)
    return "\(into): \(work(placement, line: line))"
  }

  /// When and where the version is to go out, and who answers for it.
  func taskDescription(of placement: Placement, line: PlanLine, outlet: Outlet) -> String {
    facts([
      (say(vi: "Phát", en: "Goes out"), "\(when(placement.timing)), \(outlet.name)"),
      (say(vi: "Đơn vị sản xuất", en: "Producer"), line.responsibility.producer.map(unitName)),
      (say(vi: "Kế hoạch", en: "Plan"), plan.title),
    ])
  }

  /// The one category of an event: the sort of its outlet. A closed vocabulary without commas and semicolons,
  /// which libical does not escape here.
  func category(of kind: Outlet.Kind) -> String {
    kind == .outdoor ? say(vi: "pa nô và áp phích", en: "outdoor") : kind.name[language]
  }

  /// The one category of a task.
  var taskCategory: String { say(vi: "biên dịch", en: "translation") }

  private func work(_ placement: Placement, line: PlanLine) -> String {
    let title = CleanText(line.title)?.text ?? line.id
    return "\(title) – \(say(vi: "kỳ", en: "no.")) \(placement.edition)"
  }

  private func when(_ timing: SlotTiming) -> String {
    switch timing {
    case .timed(let start, _): "\(start.day.words[language]) \(start.time)"
    case .allDay(let day): day.words[language]
    case .inMonth(let days):
      say(vi: "trong thời gian ", en: "some day ") + days.words[language]
    }
  }

  private func facts(_ facts: [(label: String, fact: String?)]) -> String {
    facts.compactMap { label, fact in fact.flatMap { CleanText($0) }.map { "\(label): \($0.text)" } }
      .joined(separator: "\n")
  }

  private func languageName(_ placement: Placement) -> String {
    BroadcastLanguage.name(of: placement.language, in: language)
  }

  private func named(_ units: [String]) -> String? {
    units.isEmpty ? nil : units.map(unitName).joined(separator: ", ")
  }

  private func unitName(_ id: String) -> String { plan.unit(id)?.name ?? id }

  private func say(vi: String, en: String) -> String { Words(vi: vi, en: en)[language] }
}
