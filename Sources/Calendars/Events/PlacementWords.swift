import ScheduleModel

/// What a calendar says of a placement, in the reader's language. Titles and names stay as printed.
///
/// What does not depend on the placement itself is a ``FramedText`` around the value that does: a year has some
/// hundred thousand placements and some hundred such texts.
struct PlacementWords {
  private let plan: Plan
  private let language: ReaderLanguage

  init(plan: Plan, language: ReaderLanguage) {
    self.plan = plan
    self.language = language
  }

  /// "Cải cách hành chính – kỳ 7 – tiếng Mông" around the number, with what is not usual: another run, no fixed day.
  ///
  /// - Parameter before: What comes before the title.
  func summary(of event: EventSubject, before: String = "") -> FramedText {
    var after = ""
    func add(vi: String, en: String) { after += " – " + say(vi: vi, en: en) }
    if event.tellsLanguage {
      add(vi: "tiếng \(spoken(event))", en: "in \(spoken(event))")
    }
    if event.part != nil || event.run != .first { add(vi: event.runName.vi, en: event.runName.en) }
    if event.isInMonth { add(vi: "trong tháng", en: "in the month") }
    return FramedText(before: before + work(event), after: after)
  }

  /// The title of one placement.
  func summary(of placement: Placement) -> String {
    summary(of: EventSubject(placement, of: plan)).with(placement.edition).text
  }

  /// The facts of one placement.
  func description(of placement: Placement) -> String {
    description(of: EventSubject(placement, of: plan)).with(placement.edition).text
  }

  /// The outcome before the title: "Đã phát: ", "Đã đăng ngày khác (09/07/2018): "; empty while it is not known.
  func outcome(_ outcome: Outcome?, aired: PublishedPlacement.AirTime?, on kind: Outlet.Kind) -> String {
    guard let outcome else { return "" }
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
      case .unclear, .pending: Words("")
      }
    let when = aired.map { aired in
      outcome == .late ? aired.time?.description ?? aired.day.words[language] : aired.day.words[language]
    }
    return words[language] + (when.map { " (\($0))" } ?? "") + ": "
  }

  /// Before the title of what is no longer planned, for clients that hide `STATUS:CANCELLED`.
  var cancelled: String { say(vi: "Đã hủy: ", en: "Cancelled: ") }

  /// Before the title of a deadline that is an event.
  var deadline: String { say(vi: "Hạn: ", en: "Due: ") }
  /// The same once the work is done.
  var done: String { say(vi: "Đã xong: ", en: "Done: ") }

  /// When the original of a version goes out, and in which language it is.
  func original(_ day: CivilDay, of event: EventSubject) -> String {
    let tongue = (event.line?.languages ?? .vietnamese).names(in: language)
    return say(vi: "Bản gốc tiếng \(tongue): ", en: "\(tongue) original: ") + day.words[language]
  }

  /// By when a version that goes out is to be translated.
  func translated(by task: PublishedTask) -> String {
    say(vi: "Hạn dịch: ", en: "Translation due: ") + task.day.words[language]
      + (task.time.map { " \($0)" } ?? "")
  }

  /// By which hour it is due.
  func deadline(_ time: TimeOfDay) -> String {
    say(vi: "Hạn trong ngày: ", en: "Due at: ") + time.description
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

  /// One fact a line, around the number; what the plan does not state is left out.
  ///
  /// - Parameter aired: When the placement really went out, where that is not as planned: the first fact.
  func description(of event: EventSubject, aired: PublishedPlacement.AirTime? = nil) -> FramedText {
    let line = event.line
    let who = line?.responsibility ?? Responsibility()
    let document = who.document ?? plan.ownDocument?.number
    let titles = (line?.topics ?? []).compactMap { id in plan.topics.first { $0.id == id }?.title }
    let translator = line?.versions?.translators[event.language].flatMap(plan.translator)?.name
    let actual = aired.map { "\($0.day.words[language])\($0.time.map { " \($0)" } ?? "")" }
    let before = facts([
      (say(vi: "Thực tế", en: "Actual"), actual),
      (say(vi: "Hình thức", en: "Form"), line?.form.description),
    ])
    let after = facts([
      (say(vi: "Lượt", en: "Run"), event.runName[language]),
      (say(vi: "Ngôn ngữ", en: "Language"), say(vi: "tiếng ", en: "") + spoken(event)),
      (say(vi: "Đơn vị sản xuất", en: "Producer"), who.producer.map(unitName)),
      (say(vi: "Đơn vị chủ trì", en: "Lead unit"), who.lead.map(unitName)),
      (say(vi: "Đơn vị phối hợp", en: "Supporting units"), named(who.support)),
      (say(vi: "Người dịch", en: "Translator"), translator),
      // Who translates a version answers for it.
      (say(vi: "Người phụ trách", en: "Responsible"), translator == nil ? who.person : nil),
      (
        say(vi: "Thời lượng", en: "Length"),
        line?.placing?.minutes.map { "\($0) " + say(vi: "phút", en: "min") }
      ),
      (say(vi: "Kế hoạch", en: "Plan"), plan.title),
      (say(vi: "Văn bản", en: "Document"), document),
      (say(vi: "Mục", en: "Row"), who.row),
      (say(vi: "Chủ đề", en: "Topics"), titles.isEmpty ? nil : titles.joined(separator: "; ")),
    ])
    return FramedText(
      before: (before + [say(vi: "Kỳ", en: "Number") + ": "]).joined(separator: "\n"),
      after: ([""] + after).joined(separator: "\n"), keepingLines: true)
  }

  /// "Dịch tiếng Mông: Cải cách hành chính – kỳ 7", "Duyệt: Cải cách hành chính – kỳ 7 – tiếng Mông", around the
  /// number.
  func summary(of work: Deadline.Work, before event: EventSubject) -> FramedText {
    guard work == .translation else {
      return summary(of: event, before: work.name(on: event.outletKind)[language] + ": ")
    }
    let into = say(vi: "Dịch tiếng ", en: "Translate into ") + name(of: event.language)
    return FramedText(before: "\(into): \(self.work(event))")
  }

  /// When and where the placement is to go out, who does the work and who answers for it; around ``when(_:)``.
  func description(of work: Deadline.Work, before event: EventSubject) -> FramedText {
    let who = event.line?.responsibility ?? Responsibility()
    let translator = event.line?.versions?.translators[event.language].flatMap(plan.translator)?.name
    let after = facts([
      (say(vi: "Người dịch", en: "Translator"), work == .translation ? translator : nil),
      (say(vi: "Đơn vị sản xuất", en: "Producer"), who.producer.map(unitName)),
      (say(vi: "Đơn vị chủ trì", en: "Lead unit"), work == .approval ? who.lead.map(unitName) : nil),
      (say(vi: "Người phụ trách", en: "Responsible"), work == .translation ? nil : who.person),
      (say(vi: "Kế hoạch", en: "Plan"), plan.title),
    ])
    let place = CleanText("0, \(event.outletName)").map { String($0.text.dropFirst()) } ?? ""
    return FramedText(
      before: say(vi: goesOut(on: event.outletKind), en: "Goes out") + ": ",
      after: ([place] + after).joined(separator: "\n"), keepingLines: true)
  }

  /// When a placement goes out, in words: "09/04/2020 05:30".
  func when(_ timing: SlotTiming) -> String {
    switch timing {
    case .timed(let start, _): "\(start.day.words[language]) \(start.time)"
    case .allDay(let day): day.words[language]
    case .span(let days): days.words[language]
    case .inMonth(let days):
      say(vi: "trong thời gian ", en: "some day ") + days.words[language]
    }
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

  private func work(_ event: EventSubject) -> String {
    let title = event.line.flatMap { CleanText($0.title)?.text } ?? event.lineID
    return "\(title) – \(say(vi: "kỳ", en: "no.")) "
  }

  private func facts(_ facts: [(label: String, fact: String?)]) -> [String] {
    facts.compactMap { label, fact in fact.flatMap { CleanText($0) }.map { "\(label): \($0.text)" } }
  }

  /// The language of an event; of a bilingual programme all of them: "Việt và Mông".
  private func spoken(_ event: EventSubject) -> String {
    WorkLanguages(event.languages, areTogether: true)?.names(in: language) ?? name(of: event.language)
  }

  private func name(of tag: LanguageTag) -> String { BroadcastLanguage.name(of: tag, in: language) }

  private func named(_ units: [String]) -> String? {
    units.isEmpty ? nil : units.map(unitName).joined(separator: ", ")
  }

  private func unitName(_ id: String) -> String { plan.unit(id)?.name ?? id }

  private func say(vi: String, en: String) -> String { Words(vi: vi, en: en)[language] }
}

/// What an event is about, without its number, its day and its hour.
///
/// A plan may no longer have the line or the outlet of what went out; then their ids stand for them.
struct EventSubject: Sendable {
  let lineID: String
  let line: PlanLine?
  let outletName: String
  let outletKind: Outlet.Kind
  let language: LanguageTag
  /// The languages of what goes out: several of a bilingual programme.
  let languages: [LanguageTag]
  /// Whether the title says the language.
  let tellsLanguage: Bool
  let run: Placement.Run
  /// The part of its work; `nil` for a whole work.
  let part: WorkPart?
  /// What sort of airing it is, for a reader.
  var runName: Words { part?.name ?? run.name }
  /// Whether it is due in a month, on no fixed day.
  let isInMonth: Bool

  init(_ placement: Placement, of plan: Plan) {
    lineID = placement.line
    line = plan.line(placement.line)
    let outlet = plan.outlet(placement.outlet)
    outletName = outlet?.name ?? placement.outlet
    outletKind = outlet?.kind ?? .event
    language = placement.language
    languages = plan.spoken(in: placement)
    tellsLanguage = plan.tellsLanguage(of: placement) || languages.count > 1
    run = placement.run
    part = plan.part(of: placement)
    if case .inMonth = placement.timing { isInMonth = true } else { isInMonth = false }
  }
}
