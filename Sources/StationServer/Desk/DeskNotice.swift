import Allocation
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What was just done on the desk, with the way back.
struct DeskNotice {
  let uid: String
  let message: String
  /// What is wrong with it where it is now.
  let broken: [String]
  let undo: Undo?
  /// The forms that move others of the line alike; empty for a line that is not at the same hour every week.
  let alike: [Alike]

  /// A form that moves others alike.
  struct Alike {
    let action: String
    let token: String
    let slot: String
    let seen: String
    let fixed: String
    let was: String
    let reach: String
    let name: String
  }

  /// The form that takes a move back.
  struct Undo {
    let action: String
    let token: String
    let slot: String
    let seen: String
    let fixed: String
    /// Why it was fixed where it was.
    let why: String
    let name: String
  }

  /// What the address says was done (`did`, `was`, `fix`, `why`); `nil` where it says nothing, or what is not so any more.
  init?(_ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work) throws(Refusal) {
    guard let uid = visit.asked("did"), let was = visit.asked("was"), let row = work.rows[uid] else {
      return nil
    }
    if was == DeskMove.unplaced {
      self.init(placed: row, visit, reading, work)
      return
    }
    self.init(
      row, was: was, wasFixed: visit.asked("fix") == "yes", why: visit.asked("why") ?? "",
      SeriesMove(
        moved: visit.asked("also").flatMap { Int($0) } ?? 0,
        left: visit.asked("left").flatMap { Int($0) } ?? 0),
      visit, reading, work)
  }

  init?(
    _ row: ScheduleDraft.Row, was: String, wasFixed: Bool, why: String, _ series: SeriesMove, _ visit: Visit,
    _ reading: DeskReading,
    _ work: DeskReading.Work
  ) {
    let language = visit.language
    let new = row.placement
    let old = work.slots[was].map { ($0.timing, $0.outlet) }
    uid = new.uid
    broken =
      work.worked.broken.filter { $0.uids.contains(new.uid) }.map { $0.message[language].visible() }
      + Self.others(in: new, visit, work).map { $0[language].visible() }
    let name = work.name(of: new, language)
    let to = work.time(of: new.timing, on: new.outlet, language)
    if was == new.slot {
      message =
        (row.isFixed
        ? Words(vi: "Đã cố định “\(name)” (\(to)).", en: "“\(name)” is fixed now (\(to)).")
        : Words(
          vi: "“\(name)” (\(to)) không còn cố định; lần xếp lại sau có thể dời.",
          en: "“\(name)” (\(to)) is no longer fixed; the next re-plan may move it."))[language]
    } else {
      let from = old.map { work.time(of: $0.0, on: $0.1, language) } ?? was.visible()
      message =
        Words(
          vi: "Đã dời “\(name)”: \(from) → \(to).", en: "Moved “\(name)”: \(from) → \(to).")[language]
        + series.words[language]
    }
    // What moved alike is not taken back by one form.
    guard visit.plan?.allows(.draft, outlet: new.outlet) ?? false, old != nil, series.moved == 0 else {
      (undo, alike) = (nil, [])
      return
    }
    alike = Self.alike(row, was: was, visit, reading, work)
    undo = Undo(
      action: reading.form(of: uid), token: visit.visitor?.formToken ?? "", slot: was, seen: row.version,
      fixed: wasFixed ? "yes" : "", why: why, name: Words(vi: "Hoàn tác", en: "Undo")[language])
  }

  /// What else may move as the broadcast just did.
  private static func alike(
    _ row: ScheduleDraft.Row, was: String, _ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work
  ) -> [Alike] {
    guard was != row.placement.slot, let from = work.slots[was] else { return [] }
    func form(_ reach: SeriesReach, _ name: (Int) -> Words) -> Alike? {
      let count = work.siblings(of: row.placement, from: from, reach).count
      guard count > 0 else { return nil }
      return Alike(
        action: reading.form(of: row.placement.uid), token: visit.visitor?.formToken ?? "",
        slot: row.placement.slot, seen: row.version, fixed: row.isFixed ? "yes" : "", was: was,
        reach: reach.rawValue, name: name(count)[visit.language])
    }
    let following = form(.following) {
      Words(vi: "Dời theo cả \($0) kỳ sau", en: "Move the \($0) after it alike")
    }
    let all = form(.all) {
      Words(
        vi: "Dời theo tất cả \($0) kỳ khác chưa phát", en: "Move all \($0) others alike that have not aired")
    }
    return [following, all].compactMap(\.self)
  }

  /// That a work was placed that was not in the draft.
  init(
    placed row: ScheduleDraft.Row, _ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work
  ) {
    let language = visit.language
    let new = row.placement
    uid = new.uid
    broken =
      work.worked.broken.filter { $0.uids.contains(new.uid) }.map { $0.message[language].visible() }
      + Self.others(in: new, visit, work).map { $0[language].visible() }
    let name = work.name(of: new, language)
    let to = work.time(of: new.timing, on: new.outlet, language)
    message = Words(vi: "Đã xếp “\(name)”: \(to).", en: "Placed “\(name)”: \(to).")[language]
    (undo, alike) = (nil, [])
  }

  /// Who else put something into the slot, where it has no room for all.
  private static func others(in new: Placement, _ visit: Visit, _ work: DeskReading.Work) -> [Words] {
    let rows = work.worked.draft.rows.filter { $0.placement.slot == new.slot }
    guard let slot = work.slots[new.slot], rows.count > slot.pieces else { return [] }
    return rows.compactMap { row in
      guard row.placement.uid != new.uid, let by = row.by, by != visit.visitor?.person.name else {
        return nil
      }
      return Words(
        vi: "\(by) đã đặt “\(work.name(of: row.placement, .vietnamese))” vào khung này.",
        en: "\(by) has put “\(work.name(of: row.placement, .english))” into this slot.")
    }
  }

  static let template = """
    <div class="told"><p>{{message}}</p>{{#undo}}<form method="post" action="{{action}}" class="undo noprint">\
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="slot" value="{{slot}}">\
    <input type="hidden" name="seen" value="{{seen}}"><input type="hidden" name="fixed" value="{{fixed}}"><input type="hidden" name="why" value="{{why}}">\
    <button class="plain">{{name}}</button></form>{{/undo}}{{#alike}}<form method="post" action="{{action}}" class="noprint">\
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="slot" value="{{slot}}"><input type="hidden" name="was" value="{{was}}">\
    <input type="hidden" name="seen" value="{{seen}}"><input type="hidden" name="fixed" value="{{fixed}}"><input type="hidden" name="reach" value="{{reach}}">\
    <button class="plain">{{name}}</button></form>{{/alike}}</div>
    {{#broken}}{{#first()}}<ul class="now">{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/broken}}

    """
}

/// The rules that a draft breaks, each with its ways out: what helps, and the broadcasts that can be moved.
struct DeskRules {
  /// `nil` where the draft is doubtful as a whole, so that nothing can be said of its rules.
  let heading: String?
  let isBroken: Bool
  let rules: [Rule]
  let more: String?
  let doubts: [String]
  /// Where a draft is planned anew that is older than the plan or a publication; `nil` for any other.
  let replan: PageFrame.Link?

  /// A broken rule.
  struct Rule {
    let kind: String
    let message: String
    let remedy: String
    let ways: [PageFrame.Link]
  }

  /// So many are shown; a draft that breaks more has a fault in the plan.
  private static let most = 40

  /// - Parameter first: The broadcast whose rules come first.
  init(
    _ broken: [RuleViolation], first: String?, _ plan: VisiblePlan?, _ reading: DeskReading,
    _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) {
    let own = broken.filter { violation in first.map(violation.uids.contains) ?? false }
    let sorted = own + broken.filter { violation in !(first.map(violation.uids.contains) ?? false) }
    isBroken = !broken.isEmpty
    let told = reading.findings.filter { $0.code == .draftPast || $0.code == .draftOutdated }
    let praise =
      (broken.isEmpty
      ? Words(
        vi: "Dự thảo giữ đúng mọi quy định của kế hoạch.", en: "The draft keeps every rule of the plan.")
      : Words(
        vi: "Dự thảo trái \(broken.count) quy định của kế hoạch",
        en: "The draft breaks \(counted(broken.count, "rule")) of the plan"))[language]
    heading = broken.isEmpty && !told.isEmpty ? nil : praise
    replan =
      reading.isOutdated && plan?.allows(.draft) ?? false
      ? PageFrame.Link(
        address: "/p/\(reading.address)/desk/replan",
        name: Words(vi: "Xếp lại phần còn lại", en: "Plan the rest anew")[language]) : nil
    rules = sorted.prefix(Self.most).map { Rule($0, plan, reading, work, language) }
    let left = broken.count - rules.count
    more = left > 0 ? Words(vi: "và \(left) nữa", en: "and \(left) more")[language] : nil
    doubts = told.map {
      [$0.message[language], $0.deskRemedy?[language]].compactMap(\.self).joined(separator: " ")
        .visibleLines()
    }
  }

  static let template = """
    {{#doubts}}<p class="note lines">{{.}}</p>
    {{/doubts}}
    {{#replan}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/replan}}
    {{#isBroken}}<details class="rules" open><summary>{{heading}}</summary><ul class="findings">
    {{#rules}}<li class="{{kind}}"><p>{{message}}</p><p class="remedy">{{remedy}}{{#ways}} <a class="file" href="{{address}}">{{name}}</a>{{/ways}}</p></li>
    {{/rules}}
    {{#more}}<li>{{.}}</li>{{/more}}</ul></details>{{/isBroken}}
    {{^isBroken}}{{#heading}}<p class="soft">{{.}}</p>{{/heading}}{{/isBroken}}

    """
}

extension Finding {
  /// What to do about it, as far as that is done in the browser: a remedy that names a command is one of the terminal.
  var deskRemedy: Words? {
    if code == .draftOutdated {
      return Words(
        vi: "Hãy xếp lại phần còn lại của năm; những gì đặt tay được giữ.",
        en: "Plan the rest of the year anew; what was put by hand stays.")
    }
    return remedy.flatMap { $0.en.contains("lichsong ") ? nil : $0 }
  }
}

extension DeskRules.Rule {
  init(
    _ violation: RuleViolation, _ plan: VisiblePlan?, _ reading: DeskReading, _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) {
    kind = violation.rule == .worksMissing ? "warning" : "error"
    message = violation.message[language].visible()
    remedy = violation.remedy[language].visibleLines()
    ways = violation.uids.compactMap { uid in
      guard let placement = work.rows[uid]?.placement, !work.isPast(placement),
        plan?.allows(.draft, outlet: placement.outlet) ?? false
      else { return nil }
      let name = work.name(of: placement, language)
      return PageFrame.Link(
        address: reading.form(of: uid), name: Words(vi: "Dời \(name)", en: "Move \(name)")[language])
    }
  }
}
