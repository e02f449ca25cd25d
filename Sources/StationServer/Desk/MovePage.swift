import Allocation
import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The plain form that moves one broadcast: where it lies, where else it could go and what that would do, and any other
/// slot of a day.
struct MovePage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let seen: String
  let facts: [Fact]
  let stale: Stale?
  let refused: [String]
  let best: [Choice]
  let bestHeading: String
  let noneOpen: String
  let day: String
  let dayChoices: [Choice]
  let dayHeading: String
  let isFixed: Bool
  let isPast: Bool
  let restore: Restore?
  let words: FormWords

  /// Something about the broadcast.
  struct Fact {
    let name: String
    let value: String
  }

  /// A slot that can be chosen.
  struct Choice {
    let slot: String
    let name: String
    /// `open`, `conflict`, `closed` or `here`.
    let kind: String
    let state: String
    let does: [String]
    let isClosed: Bool
    let isChosen: Bool
  }

  /// Back to where the broadcast is published, and free.
  struct Restore {
    let slot: String
    let name: String
  }

  /// What somebody else did meanwhile.
  struct Stale {
    let message: String
    let wanted: String
    let slot: String
    let fixed: String
    let name: String
  }

  /// The words of the form.
  struct FormWords {
    let otherDay, show, why, fix, move, past, same: String
  }

  static func answer(_ visit: Visit) async throws -> Response {
    try await page(visit, try await visit.deskReading(), try visit.part("uid"))
  }

  /// Moves the broadcast, or says why not.
  static func move(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, !form["slot"].isEmpty, !form["seen"].isEmpty else {
      throw Refusal.unreadable
    }
    let why = form["why"].split { $0.isWhitespace }.joined(separator: " ")
    let move = DeskMove(
      uid: try visit.part("uid"), slot: form["slot"], seen: form["seen"], isFixed: form["fixed"] == "yes",
      why: why.isEmpty ? nil : String(why.prefix(200)))
    let result = try await visit.move(move)
    if visit.wantsData { return try DeskMoveData.answer(result, move, visit) }
    switch result {
    case .moved(let old, let new, let reading):
      let days = reading.work?.days.days(of: new.placement)
      return .seeOther(
        "/p/\(reading.address)/desk?day=\(days?.lowerBound ?? new.placement.timing.day)"
          + "&outlet=\(new.placement.outlet)&did=\(move.uid.inAddress)&was=\(old.placement.slot.inAddress)"
          + "&fix=\(old.isFixed ? "yes" : "no")&why=\((old.why ?? "").inAddress)")
    case .stale(_, let reading):
      return try await page(visit, reading, move.uid, wanted: move, status: .preconditionFailed)
    case .refused(let findings, let reading):
      return try await page(visit, reading, move.uid, refused: findings, status: .unprocessableContent)
    }
  }

  private static func page(
    _ visit: Visit, _ reading: DeskReading, _ uid: String, wanted: DeskMove? = nil, refused: [Finding] = [],
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    guard let work = reading.work else { return DeskFindingsPage.answer(visit, reading) }
    guard let row = work.rows[uid] else { throw Refusal.notFound }
    let asked = visit.asked("day")
    let day = asked.map { CivilDay(iso: $0) } ?? work.days.days(of: row.placement).lowerBound
    guard let day else {
      throw Refusal.unknown(
        asked ?? "", Words(vi: "ngày viết như 2018-04-05", en: "a day is written like 2018-04-05"))
    }
    let body = try await visit.station.drafts.work.run {
      Template.render(.move, MovePage(row, on: day, visit, reading, work, wanted, refused))
    }
    return visit.deskPage(
      Words(vi: "Dời lượt phát", en: "Move a broadcast"), reading.address, body, status: status)
  }

  private init(
    _ row: ScheduleDraft.Row, on day: CivilDay, _ visit: Visit, _ reading: DeskReading,
    _ work: DeskReading.Work,
    _ wanted: DeskMove?, _ refused: [Finding]
  ) {
    let language = visit.language
    let placement = row.placement
    let here = work.days.days(of: placement).lowerBound
    title = work.name(of: placement, language)
    back = PageFrame.Link(
      address: "/p/\(reading.address)/desk?day=\(here)&outlet=\(placement.outlet)",
      name: Words(vi: "Về tuần này trên bàn xếp lịch", en: "Back to its week on the desk")[language])
    action = reading.form(of: placement.uid)
    token = visit.visitor?.formToken ?? ""
    seen = row.version
    isFixed = true
    isPast = work.isPast(placement)
    facts = Self.facts(row, work, language)
    restore = isPast ? nil : Self.restore(row, work, language)
    self.refused = refused.map { "\($0.message[language]) \($0.deskRemedy?[language] ?? "")".visibleLines() }
    stale = wanted.map { Self.stale($0, row, work, language) }
    var year = reading.year
    var best: [Slot] = []
    if !isPast,
      case .success(.slots(let slots)) = year.moving(
        placement.uid, to: nil, by: nil, why: nil, at: visit.caller.now)
    {
      best = Array(slots.lazy.filter { visit.plan?.allows(.draft, outlet: $0.outlet) ?? false }.prefix(6))
    }
    let onDay = isPast ? [] : work.slots(on: day, of: placement)
    let shown = best + onDay.filter { slot in !best.contains { $0.id == slot.id } }
    let effects = Dictionary(
      year.effects(of: placement.uid, in: shown, of: work.worked).map { ($0.slot.id, $0) },
      uniquingKeysWith: { first, _ in first })
    func choice(_ slot: Slot) -> Choice {
      Choice(slot, effects[slot.id], placement, work, chosen: wanted?.slot, language)
    }
    self.best = best.map(choice)
    dayChoices = onDay.map(choice)
    self.day = "\(day)"
    bestHeading = Words(vi: "Dời sang đâu thì tốt?", en: "Where else?")[language]
    noneOpen =
      Words(
        vi: "Không còn khung nào mà lượt này không trái quy định.",
        en: "There is no slot left in which this broadcast breaks no rule.")[language]
    dayHeading = PageWords.day(day, language)
    words = FormWords(
      otherDay: Words(vi: "Xem các khung của ngày khác", en: "See the slots of another day")[language],
      show: Words(vi: "Xem", en: "Show")[language],
      why: Words(vi: "Lý do (không bắt buộc)", en: "Reason (optional)")[language],
      fix: Words(
        vi: "Cố định ở đó: lần xếp lại sau không dời", en: "Fix it there: the next re-plan leaves it")[
          language],
      move: Words(vi: "Dời", en: "Move")[language],
      past: Words(
        vi: "Lượt này đã qua nên không dời được. Đã phát hôm khác thì nhật ký ghi điều đó.",
        en: "This broadcast is past and does not move. If it aired on another day, the log says so.")[
          language],
      same: Words(vi: "Kênh không mở khung nào vào ngày này.", en: "The outlet opens no slot on this day.")[
        language])
  }

  private static func facts(
    _ row: ScheduleDraft.Row, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> [Fact] {
    let placement = row.placement
    var facts = [
      Fact(
        name: Words(vi: "Trong dự thảo", en: "In the draft")[language],
        value: work.time(of: placement.timing, on: placement.outlet, language)),
      Fact(
        name: Words(vi: "Kênh", en: "Outlet")[language],
        value: work.plan.name(ofOutlet: placement.outlet, in: language).visible()),
    ]
    if work.isPublished {
      facts.append(
        Fact(
          name: Words(vi: "Đã phát hành", en: "Published")[language],
          value: work.worked.published[placement.uid].map {
            work.time(of: $0.timing, on: $0.outlet, language)
          }
            ?? Words(vi: "chưa", en: "not yet")[language]))
    }
    if row.isFixed {
      let by = [row.by, row.why].compactMap { $0?.visible() }.joined(separator: ": ")
      facts.append(
        Fact(
          name: Words(vi: "Cố định", en: "Fixed")[language],
          value: by.isEmpty ? Words(vi: "có", en: "yes")[language] : by))
    }
    for rule in work.worked.broken where rule.uids.contains(placement.uid) {
      facts.append(
        Fact(
          name: Words(vi: "Trái quy định", en: "Breaks a rule")[language],
          value: "\(rule.message[language]) \(rule.remedy[language])".visibleLines()))
    }
    return facts
  }

  private static func restore(
    _ row: ScheduleDraft.Row, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> Restore? {
    guard let old = work.worked.published[row.placement.uid], work.slots[old.slot] != nil,
      row.isFixed || work.worked.isChanged(row.placement)
    else { return nil }
    let time = work.time(of: old.timing, on: old.outlet, language)
    return Restore(
      slot: old.slot,
      name: Words(
        vi: "Về như đã phát hành: \(time), không cố định", en: "Back to what is published: \(time), not fixed"
      )[
        language])
  }

  private static func stale(
    _ wanted: DeskMove, _ row: ScheduleDraft.Row, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> Stale {
    let now = work.time(of: row.placement.timing, on: row.placement.outlet, language)
    let target =
      work.slots[wanted.slot].map { work.time(of: $0.timing, on: $0.outlet, language) }
      ?? wanted.slot.visible()
    return Stale(
      message: DeskMoveData.staleWords(row, now: now)[language],
      wanted: Words(
        vi: "Bạn định dời sang: \(target). Chưa có gì thay đổi.",
        en: "You wanted: \(target). Nothing was changed.")[language],
      slot: wanted.slot, fixed: wanted.isFixed ? "yes" : "",
      name: Words(vi: "Vẫn dời sang \(target)", en: "Move it to \(target) all the same")[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#stale}}<div class="note" role="alert"><p>{{message}}</p><p>{{wanted}}</p>
    <form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">\
    <input type="hidden" name="slot" value="{{slot}}"><input type="hidden" name="fixed" value="{{fixed}}"><button class="plain">{{name}}</button></form></div>
    {{/stale}}
    {{#refused}}<p class="note lines" role="alert">{{.}}</p>
    {{/refused}}
    <dl class="facts">{{#facts}}<dt>{{name}}</dt><dd class="lines">{{value}}</dd>{{/facts}}</dl>
    {{#restore}}<form method="post" action="{{action}}" class="noprint"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">\
    <input type="hidden" name="slot" value="{{slot}}"><input type="hidden" name="fixed" value=""><button class="plain">{{name}}</button></form>{{/restore}}
    {{#isPast}}<p>{{words.past}}</p>{{/isPast}}
    {{^isPast}}
    <form method="get" action="{{action}}" class="inline noprint"><label for="day">{{words.otherDay}}</label>
    <input id="day" type="date" name="day" value="{{day}}"> <button class="plain">{{words.show}}</button></form>
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    <fieldset><legend>{{bestHeading}}</legend>
    {{^best}}<p>{{noneOpen}}</p>{{/best}}
    {{#best}}{{> moveChoice}}{{/best}}</fieldset>
    <fieldset><legend>{{dayHeading}}</legend>
    {{^dayChoices}}<p>{{words.same}}</p>{{/dayChoices}}
    {{#dayChoices}}{{> moveChoice}}{{/dayChoices}}</fieldset>
    <p><label for="why">{{words.why}}</label><input id="why" name="why" maxlength="200"></p>
    <p><label class="check"><input type="checkbox" name="fixed" value="yes"{{#isFixed}} checked{{/isFixed}}> {{words.fix}}</label></p>
    <p><button>{{words.move}}</button></p>
    </form>
    {{/isPast}}

    """

  static let choiceTemplate = """
    <p class="choice {{kind}}"><label class="check"><input type="radio" name="slot" value="{{slot}}" required{{#isChosen}} checked{{/isChosen}}{{#isClosed}} disabled{{/isClosed}}> \
    {{name}} <span class="state">{{state}}</span></label>{{#does}}<span class="does">{{.}}</span>{{/does}}</p>

    """
}

extension MovePage.Choice {
  /// - Parameter effect: What the broadcast would do there; `nil` for the slot in which it lies.
  init(
    _ slot: Slot, _ effect: MoveEffect?, _ placement: Placement, _ work: DeskReading.Work, chosen: String?,
    _ language: ReaderLanguage
  ) {
    self.slot = slot.id
    name = "\(work.time(of: slot.timing, on: slot.outlet, language)) (\(slot.grid))"
    let isHere = slot.id == placement.slot
    isClosed = effect?.isClosed ?? false || (!isHere && work.isPast(slot))
    kind =
      isHere ? "here" : isClosed ? "closed" : effect.map { $0.broken.isEmpty ? "open" : "conflict" } ?? "open"
    state = TargetState(kind: kind).words[language]
    isChosen = chosen == slot.id || (chosen == nil && isHere)
    var does: [String] = []
    if !isHere, work.isPast(slot) {
      does.append(Words(vi: "Khung đã qua.", en: "The slot is past.")[language])
    }
    if let effect, !isHere {
      does += effect.broken.map { $0.message[language] }
      if !effect.mended.isEmpty {
        let count = effect.mended.count
        does.append(
          Words(
            vi: "Hết trái \(count) quy định.", en: "\(counted(count, "rule")) would no longer be broken.")[
              language])
      }
      switch effect.evenness {
      case .better: does.append(Words(vi: "Rải đều hơn trong năm.", en: "More even over the year.")[language])
      case .worse:
        does.append(Words(vi: "Rải kém đều hơn trong năm.", en: "Less even over the year.")[language])
      case .same: break
      }
      let moved = work.plan.moved(placement, to: slot)
      for deadline in work.plan.deadlines(of: moved) {
        let due = deadline.day(before: moved)
        guard due <= work.worked.today else { continue }
        does.append(
          Words(
            vi: "\(deadline.work.deskName.vi): hạn \(due.forPeople) đã qua hoặc là hôm nay.",
            en: "\(deadline.work.deskName.en): due \(due.forPeople), which is past or today.")[language])
      }
    }
    self.does = does.map { $0.visible() }
  }
}

/// How a slot looks to a broadcast that is being moved.
struct TargetState {
  /// `here`, `open`, `conflict` or `closed`.
  let kind: String

  var words: Words {
    switch kind {
    case "here": Words(vi: "đang ở đây", en: "where it is")
    case "open": Words(vi: "xếp được", en: "open")
    case "conflict": Words(vi: "vướng quy định", en: "conflict")
    default: Words(vi: "không mở cho lượt này", en: "closed")
    }
  }
}

extension Deadline.Work {
  /// What the work is called on the desk.
  var deskName: Words {
    switch self {
    case .translation: Words(vi: "Dịch", en: "Translation")
    case .recording: Words(vi: "Thu", en: "Recording")
    case .approval: Words(vi: "Duyệt", en: "Approval")
    case .pageClosing: Words(vi: "Chốt trang", en: "Closing of the page")
    }
  }
}

extension DeskReading.Work {
  /// The slots of a broadcast day on the outlets of a placement's line, in order.
  func slots(on day: CivilDay, of placement: Placement) -> [Slot] {
    slots.values.filter {
      $0.outlet == placement.outlet && days.days(of: $0.timing, on: $0.outlet).contains(day)
    }.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
  }
}
