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

  /// What became of a placement, before its title: "Đã phát: ", "Đã đăng ngày khác (09/07/2018): "; empty while
  /// nobody knows.
  func outcome(of result: AirResult, on kind: Outlet.Kind) -> String {
    guard let outcome = result.outcome else { return "" }
    let did = done(on: kind)
    let words: Words =
      switch outcome {
      case .aired, .unplanned: Words(vi: "Đã \(did.vi)", en: did.en)
      case .late: Words(vi: "Đã \(did.vi) lệch giờ", en: "\(did.en) at another hour")
      case .moved: Words(vi: "Đã \(did.vi) ngày khác", en: "\(did.en) on another day")
      case .partial: Words(vi: "Đã \(did.vi) một phần", en: "\(did.en) in part")
      case .substituted:
        Words(vi: "Đã \(did.vi) tác phẩm khác thay thế", en: "\(did.en) as a substitute")
      case .preempted: Words(vi: "Nhường sóng", en: "Pre-empted")
      case .missed: Words(vi: "Chưa thực hiện", en: "Missed")
      case .pending: Words("")
      }
    let when = result.actual.map { actual in
      outcome == .late ? actual.time?.description ?? actual.day.words[language] : actual.day.words[language]
    }
    return words[language] + (when.map { " (\($0))" } ?? "") + ": "
  }

  private func goesOut(on kind: Outlet.Kind) -> String {
    switch kind {
    case .television, .radio, .loudspeaker: "Phát"
    case .newspaper, .website, .socialPage: "Đăng"
    case .outdoor, .print, .event: "Thực hiện"
    }
  }

  /// How one says that something went out.
  private func done(on kind: Outlet.Kind) -> Words {
    switch kind {
    case .television, .radio, .loudspeaker: Words(vi: "phát", en: "Aired")
    case .newspaper, .website, .socialPage: Words(vi: "đăng", en: "Published")
    case .outdoor, .print, .event: Words(vi: "thực hiện", en: "Done")
    }
  }

  /// When a placement really went out, where that is another time than the planned one, on a line before the other
  /// facts; else nothing.
  func facts(of result: AirResult) -> String {
    guard let actual = result.actual else { return "" }
    let time = actual.time.map { " \($0)" } ?? ""
    return say(vi: "Thực tế", en: "Actual") + ": " + actual.day.words[language] + time + "\n"
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

  /// "Dịch tiếng Mông: Cải cách hành chính – kỳ 7", "Duyệt: Cải cách hành chính – kỳ 7 – tiếng Mông".
  func summary(
    of work: Deadline.Work, before placement: Placement, line: PlanLine, outlet: Outlet
  ) -> String {
    if work == .translation {
      let into = say(vi: "Dịch tiếng ", en: "Translate into ") + languageName(placement)
      return "\(into): \(self.work(placement, line: line))"
    }
    return "\(name(of: work, for: outlet.kind)): \(summary(of: placement, line: line))"
  }

  private func name(of work: Deadline.Work, for kind: Outlet.Kind) -> String {
    switch work {
    case .translation: say(vi: "Dịch", en: "Translate")
    case .approval: say(vi: "Duyệt", en: "Approve")
    case .pageClosing: say(vi: "Chốt trang", en: "Close the page")
    case .recording:
      switch kind {
      case .television: say(vi: "Ghi hình", en: "Record")
      case .radio, .loudspeaker: say(vi: "Thu thanh", en: "Record")
      case .newspaper, .website, .socialPage, .outdoor, .print, .event:
        say(vi: "Ghi hình, ghi âm", en: "Record")
      }
    }
  }

  /// When and where the placement is to go out, who does the work and who answers for it.
  func description(
    of work: Deadline.Work, before placement: Placement, line: PlanLine, outlet: Outlet
  ) -> String {
    let who = line.responsibility
    let translator = line.versions?.translators[placement.language].flatMap(plan.translator)?.name
    return facts([
      (say(vi: goesOut(on: outlet.kind), en: "Goes out"), "\(when(placement.timing)), \(outlet.name)"),
      (say(vi: "Người dịch", en: "Translator"), work == .translation ? translator : nil),
      (say(vi: "Đơn vị sản xuất", en: "Producer"), who.producer.map(unitName)),
      (say(vi: "Đơn vị chủ trì", en: "Lead unit"), work == .approval ? who.lead.map(unitName) : nil),
      (say(vi: "Người phụ trách", en: "Responsible"), work == .translation ? nil : who.person),
      (say(vi: "Kế hoạch", en: "Plan"), plan.title),
    ])
  }

  /// The one category of an event: the sort of its outlet. A closed vocabulary without commas and semicolons,
  /// which libical does not escape here.
  func category(of kind: Outlet.Kind) -> String {
    kind == .outdoor ? say(vi: "pa nô và áp phích", en: "outdoor") : kind.name[language]
  }

  /// The one category of a task, of a closed vocabulary too.
  func category(of work: Deadline.Work) -> String {
    switch work {
    case .translation: say(vi: "biên dịch", en: "translation")
    case .recording: say(vi: "ghi hình và ghi âm", en: "recording")
    case .approval: say(vi: "duyệt", en: "approval")
    case .pageClosing: say(vi: "chốt trang", en: "page closing")
    }
  }

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
