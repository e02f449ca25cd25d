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
  /// What takes it out of its slot; `nil` where that cannot be done.
  let off: TakingOut?
  /// What may move alike; empty for a line that is not at the same hour every week.
  let reaches: [Reach]
  let words: FormWords

  /// Something about the broadcast.
  struct Fact {
    let name: String
    let value: String
  }

  /// A rule that would be broken in a slot, with the ways out of it.
  struct Clash {
    let message: String
    let remedy: String
    /// The forms of the other broadcasts that can move.
    let ways: [PageFrame.Link]
  }

  /// A slot that can be chosen.
  struct Choice {
    let slot: String
    let name: String
    /// `open`, `conflict`, `closed` or `here`.
    let kind: String
    let state: String
    /// All rules that would be broken.
    let clashes: [Clash]
    let does: [String]
    let isClosed: Bool
    let isChosen: Bool
  }

  /// A choice of what moves alike.
  struct Reach {
    let value: String
    let name: String
    let isChosen: Bool
  }

  /// Back to where the broadcast is published, and free.
  struct Restore {
    let slot: String
    let name: String
  }

  /// Out of its slot, into the list of what is not placed.
  struct TakingOut {
    let heading: String
    let text: String
    let why: String
    let name: String
  }

  /// What somebody else did meanwhile.
  struct Stale {
    let message: String
    let wanted: String
    /// What moves it all the same; `nil` where it was to be taken out, for which the form is below.
    let form: Form?

    /// A form of one button.
    struct Form {
      let slot: String
      let fixed: String
      let name: String
    }
  }

  /// The words of the form.
  struct FormWords {
    let otherDay, show, why, reach, fix, move, past, same: String
  }

  static func answer(_ visit: Visit) async throws -> Response {
    try await page(visit, try await visit.deskReading(), try visit.part("uid"))
  }

  /// Moves the broadcast, or says why not.
  static func move(_ visit: Visit) async throws -> Response {
    guard let form = visit.form else { throw Refusal.unreadable }
    if let number = Int(form["undo"]) { return try await takeBack(number, visit) }
    let words = form["why"].split { $0.isWhitespace }.joined(separator: " ")
    let why = words.isEmpty ? nil : String(words.prefix(200))
    if form["off"] == "yes" {
      guard !form["seen"].isEmpty else { throw Refusal.unreadable }
      let uid = try visit.part("uid")
      let result = try await visit.takeOut(uid, seen: form["seen"], why: why).result
      return try await answer(result, uid, wanted: nil, visit)
    }
    guard !form["slot"].isEmpty, !form["seen"].isEmpty else { throw Refusal.unreadable }
    let move = DeskMove(
      uid: try visit.part("uid"), slot: form["slot"], seen: form["seen"], isFixed: form["fixed"] == "yes",
      why: why,
      reach: SeriesReach(rawValue: form["reach"]) ?? .this, was: form["was"].isEmpty ? nil : form["was"])
    let result = try await visit.move(move).result
    if visit.wantsData { return try DeskMoveData.answer(result, move, visit) }
    return try await answer(result, move.uid, wanted: move, visit)
  }

  /// The desk after a change, or the form again with what is in the way.
  private static func answer(
    _ result: DeskMoved, _ uid: String, wanted move: DeskMove?, _ visit: Visit
  ) async throws -> Response {
    switch result {
    case .moved(let old, let new, let series, let undo, let reading):
      let days = reading.work?.days.days(of: new.placement)
      return .seeOther(
        "/p/\(reading.address)/desk?day=\(days?.lowerBound ?? new.placement.timing.day)"
          + "&outlet=\(new.placement.outlet)&did=\(uid.inAddress)&was=\((move?.was ?? old.placement.slot).inAddress)"
          + series.inAddress(undo: undo)
          + "&fix=\(old.isFixed ? "yes" : "no")&why=\((old.why ?? "").inAddress)")
    case .placed(let new, let undo, let reading):
      let days = reading.work?.days.days(of: new.placement)
      return .seeOther(
        "/p/\(reading.address)/desk?day=\(days?.lowerBound ?? new.placement.timing.day)"
          + "&outlet=\(new.placement.outlet)&did=\(uid.inAddress)&was=\(DeskMove.unplaced)&undo=\(undo)")
    case .takenOut(let rows, let undo, let reading):
      guard let row = rows.first else { throw Refusal.notFound }
      let days = reading.work?.days.days(of: row.placement)
      return .seeOther(
        "/p/\(reading.address)/desk?day=\(days?.lowerBound ?? row.placement.timing.day)"
          + "&outlet=\(row.placement.outlet)&out=\(uid.inAddress)&was=\(row.placement.slot.inAddress)"
          + "&along=\(rows.count - 1)&undo=\(undo)")
    case .stale(_, let reading):
      return try await page(visit, reading, uid, wanted: move, isStale: true, status: .preconditionFailed)
    case .refused(let findings, let reading):
      return try await page(visit, reading, uid, refused: findings, status: .unprocessableContent)
    }
  }

  /// Takes a move back as a whole, and says on the desk whether that could be done.
  private static func takeBack(_ number: Int, _ visit: Visit) async throws -> Response {
    let uid = try visit.part("uid")
    let (isDone, reading) = try await visit.takeBack(number, uid)
    guard let work = reading.work else { return DeskFindingsPage.answer(visit, reading) }
    let place = work.rows[uid].map { row in
      "day=\(work.days.days(of: row.placement).lowerBound)&outlet=\(row.placement.outlet)&"
    }
    let leads = "undone=\(isDone ? "yes" : "no")"
    if visit.wantsData {
      return try .json(
        DeskMoveData(message: DeskNotice.undone(isDone)[visit.language], leads: leads),
        status: isDone ? .ok : .preconditionFailed)
    }
    return .seeOther("/p/\(reading.address)/desk?\(place ?? "")\(leads)")
  }

  private static func page(
    _ visit: Visit, _ reading: DeskReading, _ uid: String, wanted: DeskMove? = nil, isStale: Bool = false,
    refused: [Finding] = [], status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    guard let work = reading.work else { return DeskFindingsPage.answer(visit, reading) }
    guard let subject = MoveSubject(uid, work) else { throw Refusal.notFound }
    let asked = visit.asked("day")
    let day = asked.flatMap { CivilDay(iso: $0) }
    guard asked == nil || day != nil else {
      throw Refusal.unknown(
        asked ?? "", Words(vi: "ngày viết như 2018-04-05", en: "a day is written like 2018-04-05"))
    }
    let body = try await visit.station.drafts.work.run {
      Template.render(.move, MovePage(subject, on: day, visit, reading, work, wanted, isStale, refused))
    }
    return visit.deskPage(subject.title, reading.address, body, status: status)
  }

  private init(
    _ subject: MoveSubject, on asked: CivilDay?, _ visit: Visit, _ reading: DeskReading,
    _ work: DeskReading.Work, _ wanted: DeskMove?, _ isStale: Bool, _ refused: [Finding]
  ) {
    let language = visit.language
    let mayMove = reading.findings.allSatisfy { $0.severity != .error || $0.code == .draftPast }
    let best = mayMove && !subject.isPast(work) ? subject.openSlots(limit: 6, work) : []
    let day =
      asked ?? subject.row.map { work.days.days(of: $0.placement).lowerBound }
      ?? best.first.map { work.days.days(of: $0.timing, on: $0.outlet).lowerBound }
      ?? max(work.plan.days.lowerBound, min(reading.today, work.plan.days.upperBound.advanced(by: -1)))
    let outlet = subject.row?.placement.outlet ?? best.first?.outlet ?? subject.outlets.first ?? ""
    title = subject.name(work, language)
    back =
      subject.row == nil
      ? PageFrame.Link(
        address: "/p/\(reading.address)/desk/unplaced",
        name: Words(vi: "Về danh sách chưa xếp", en: "Back to what is not placed")[language])
      : PageFrame.Link(
        address: "/p/\(reading.address)/desk?day=\(day)&outlet=\(outlet)",
        name: Words(vi: "Về tuần này trên bàn xếp lịch", en: "Back to its week on the desk")[language])
    action = reading.form(of: subject.uid)
    token = visit.visitor?.formToken ?? ""
    seen = subject.version
    isFixed = true
    isPast = subject.isPast(work)
    facts = subject.row.map { Self.facts($0, work, language) } ?? subject.facts(work, language)
    restore = isPast ? nil : subject.row.flatMap { Self.restore($0, work, language) }
    off = subject.row.flatMap { Self.takingOut($0, visit.plan, work, language) }
    reaches = isPast ? [] : subject.row.map { Self.reaches($0, work, language) } ?? []
    self.refused = refused.map { "\($0.message[language]) \($0.deskRemedy?[language] ?? "")".visibleLines() }
    stale = isStale ? subject.row.map { Self.stale(wanted, $0, work, language) } : nil
    let onDay = isPast ? [] : work.slots(on: day, outlets: subject.outlets)
    let shown = best + onDay.filter { slot in !best.contains { $0.id == slot.id } }
    let effects = Dictionary(
      subject.effects(in: shown, work).map { ($0.slot.id, $0) }, uniquingKeysWith: { first, _ in first })
    let order = subject.order(work)
    func choice(_ slot: Slot) -> Choice {
      Choice(
        slot, effects[slot.id], subject, work, reading, order, visit.plan, chosen: wanted?.slot, language)
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
      reach: Words(vi: "Dời những kỳ nào", en: "Which broadcasts move")[language],
      fix: Words(
        vi: "Cố định ở đó: lần xếp lại sau không dời", en: "Fix it there: the next re-plan leaves it")[
          language],
      move: (subject.row == nil
        ? Words(vi: "Xếp vào", en: "Place it") : Words(vi: "Dời", en: "Move"))[language],
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

  private static func reaches(
    _ row: ScheduleDraft.Row, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> [Reach] {
    guard let slot = work.slots[row.placement.slot] else { return [] }
    let following = work.siblings(of: row.placement, from: slot, .following).count
    let all = work.siblings(of: row.placement, from: slot, .all).count
    guard all > 0 else { return [] }
    var reaches = [
      Reach(value: "this", name: Words(vi: "chỉ kỳ này", en: "this one")[language], isChosen: true)
    ]
    if following > 0 {
      reaches.append(
        Reach(
          value: "following",
          name: Words(
            vi: "kỳ này và \(following) kỳ sau, cùng khung giờ hằng tuần",
            en: "this one and the \(following) after it in the same weekly slot")[language], isChosen: false))
    }
    reaches.append(
      Reach(
        value: "all",
        name: Words(
          vi: "cả \(all + 1) kỳ chưa phát, cùng khung giờ hằng tuần",
          en: "all \(all + 1) that have not aired, in the same weekly slot")[language], isChosen: false))
    return reaches
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

  /// - Returns: `nil` for a broadcast that is past, a second attempt, and where what follows it lies on an outlet that the reader may
  ///   not change.
  private static func takingOut(
    _ row: ScheduleDraft.Row, _ plan: VisiblePlan?, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> TakingOut? {
    guard !work.isPast(row.placement), row.againOf == nil else { return nil }
    let along = work.worked.takenAlong(with: row.placement)
    guard along.allSatisfy({ plan?.allows(.draft, outlet: $0.outlet) ?? false }) else { return nil }
    var text = Words(
      vi: "Lượt này ra khỏi khung để lượt khác có chỗ, và vào danh sách chưa xếp để xếp lại sau.",
      en:
        "The broadcast leaves its slot, so that another has the room, and comes into the list of what is not placed, to be placed again."
    )
    if along.count > 1 {
      let count = along.count - 1
      text = Words(
        vi: "\(text.vi) \(count) lượt phụ thuộc nó (bản dịch, phát lại) cùng ra.",
        en:
          "\(text.en) \(counted(count, "broadcast")) that \(count == 1 ? "follows" : "follow") it (versions, repeats) \(count == 1 ? "leaves" : "leave") with it."
      )
    }
    if along.contains(where: { work.worked.published[$0.uid] != nil }) {
      text = Words(
        vi: "\(text.vi) Nếu phát hành khi chưa xếp lại, lịch của người theo dõi báo hủy.",
        en: "\(text.en) If that is published before it is placed again, subscribers see it cancelled.")
    }
    return TakingOut(
      heading: Words(vi: "Nhường chỗ cho lượt khác", en: "Make room for another")[language],
      text: text[language],
      why: Words(vi: "Vì sao bỏ ra (không bắt buộc)", en: "Why it is taken out (optional)")[language],
      name: Words(vi: "Bỏ ra khỏi khung", en: "Take it out of its slot")[language])
  }

  /// - Parameter wanted: The move that was wanted; `nil` where it was to be taken out.
  private static func stale(
    _ wanted: DeskMove?, _ row: ScheduleDraft.Row, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> Stale {
    let now = work.time(of: row.placement.timing, on: row.placement.outlet, language)
    guard let wanted else {
      return Stale(
        message: DeskMoveData.staleWords(row, now: now)[language],
        wanted: Words(
          vi: "Bạn định bỏ lượt này ra khỏi khung. Chưa có gì thay đổi.",
          en: "You wanted to take it out of its slot. Nothing was changed.")[language], form: nil)
    }
    let target =
      work.slots[wanted.slot].map { work.time(of: $0.timing, on: $0.outlet, language) }
      ?? wanted.slot.visible()
    // Both wanted the same.
    guard row.placement.slot != wanted.slot else {
      return Stale(
        message: DeskMoveData.staleWords(row, now: now)[language],
        wanted: Words(
          vi: "Đó cũng là chỗ bạn muốn; không cần dời nữa.",
          en: "That is where you wanted it, too; there is nothing left to move.")[language], form: nil)
    }
    return Stale(
      message: DeskMoveData.staleWords(row, now: now)[language],
      wanted: Words(
        vi: "Bạn định dời sang: \(target). Chưa có gì thay đổi.",
        en: "You wanted: \(target). Nothing was changed.")[language],
      form: Stale.Form(
        slot: wanted.slot, fixed: wanted.isFixed ? "yes" : "",
        name: Words(vi: "Vẫn dời sang \(target)", en: "Move it to \(target) all the same")[language]))
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#stale}}<div class="note" role="alert"><p>{{message}}</p><p>{{wanted}}</p>
    {{#form}}<form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">\
    <input type="hidden" name="slot" value="{{slot}}"><input type="hidden" name="fixed" value="{{fixed}}"><button class="plain">{{name}}</button></form>{{/form}}</div>
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
    {{#reaches}}{{#first()}}<fieldset><legend>{{words.reach}}</legend>{{/first()}}<label class="check"><input type="radio" name="reach" value="{{value}}"{{#isChosen}} checked{{/isChosen}}> {{name}}</label>{{#last()}}</fieldset>{{/last()}}{{/reaches}}
    <p><label for="why">{{words.why}}</label><input id="why" name="why" maxlength="200"></p>
    <p><label class="check"><input type="checkbox" name="fixed" value="yes"{{#isFixed}} checked{{/isFixed}}> {{words.fix}}</label></p>
    <p><button>{{words.move}}</button></p>
    </form>
    {{#off}}<section id="off" class="noprint"><h2>{{heading}}</h2><p>{{text}}</p>
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}"><input type="hidden" name="off" value="yes">
    <p><label for="off-why">{{why}}</label><input id="off-why" name="why" maxlength="200"></p>
    <p><button class="plain">{{name}}</button></p></form></section>{{/off}}
    {{/isPast}}

    """

  static let choiceTemplate = """
    <p class="choice {{kind}}"><label class="check"><input type="radio" name="slot" value="{{slot}}" required{{#isChosen}} checked{{/isChosen}}{{#isClosed}} disabled{{/isClosed}}> \
    {{name}} <span class="state">{{state}}</span></label>{{#clashes}}<span class="does">{{message}} {{remedy}}{{#ways}} <a class="file" href="{{address}}">{{name}}</a>{{/ways}}</span>{{/clashes}}{{#does}}<span class="does">{{.}}</span>{{/does}}</p>

    """
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
  /// The slots of a broadcast day on some outlets, in order.
  func slots(on day: CivilDay, outlets: Set<String>) -> [Slot] {
    outlets.flatMap { slotsOfOutlet[$0] ?? [] }.filter {
      days.days(of: $0.timing, on: $0.outlet).contains(day)
    }.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
  }
}
