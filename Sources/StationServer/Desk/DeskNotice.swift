import Allocation
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What was just done on the desk, with the way back.
struct DeskNotice {
  /// `nil` where it is about no single broadcast.
  let uid: String?
  let message: String
  /// Above what is wrong.
  let lead: String?
  /// What is wrong with it where it is now.
  let broken: [String]
  let undo: Undo?
  /// Where it is now that is in no slot; `nil` for one that is in one.
  let list: PageFrame.Link?
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
    /// The version of the draft that a change made which is taken back as a whole; empty for one that is undone by another move.
    let move: String
    let name: String
  }

  /// What the address says was done (`did`, `was`, `fix`, `why`); `nil` where it says nothing, or what is not so any more.
  init?(_ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work) throws(Refusal) {
    if let undone = visit.asked("undone") {
      self.init(undone: undone == "yes", visit.language)
      return
    }
    if let uid = visit.asked("out"), let was = visit.asked("was"), work.rows[uid] == nil {
      self.init(
        takenOut: uid, was: was, along: visit.asked("along").flatMap { Int($0) } ?? 0,
        undo: visit.asked("undo").flatMap { Int($0) }, visit, reading, work)
      return
    }
    guard let uid = visit.asked("did"), let was = visit.asked("was"), let row = work.rows[uid] else {
      return nil
    }
    if was == DeskMove.unplaced {
      self.init(placed: row, undo: visit.asked("undo").flatMap { Int($0) }, visit, reading, work)
      return
    }
    self.init(
      row, was: was, wasFixed: visit.asked("fix") == "yes", why: visit.asked("why") ?? "",
      SeriesMove(
        moved: visit.asked("also").flatMap { Int($0) } ?? 0,
        left: visit.asked("left").flatMap { Int($0) } ?? 0),
      undo: visit.asked("undo").flatMap { Int($0) }, visit, reading, work)
  }

  /// Whether a move was taken back as a whole.
  private init(undone: Bool, _ language: ReaderLanguage) {
    (uid, lead, broken, undo, list, alike) = (nil, nil, [], nil, nil, [])
    message = Self.undone(undone)[language]
  }

  static func undone(_ isDone: Bool) -> Words {
    isDone
      ? Words(vi: "Đã hoàn tác.", en: "Taken back.")
      : Words(
        vi:
          "Chưa hoàn tác được: có lượt đã đổi từ đó, hoặc dự thảo đã phát hành hay bị bỏ. Hãy mở từng lượt để dời lại.",
        en:
          "Not taken back: some of it changed since, or the draft was published or thrown away. Open each broadcast to move it back."
      )
  }

  /// What is wrong since a move, its own clashes first, then what else it brought about.
  ///
  /// - Parameter old: The slot before; `nil` where that is not known.
  private static func broken(
    since new: Placement, from old: Slot?, takesAlong: Bool, _ work: DeskReading.Work
  ) -> [Words] {
    let own = work.worked.broken.filter { violation in
      violation.uids.contains(new.uid)
        || (takesAlong && (violation.line == new.line || violation.rule == .translatorWeeks))
    }
    // What would be mended by the way back was brought about by the way here.
    let back = old.flatMap { work.worked.effects(of: new, in: [$0]).first }
    let brought = (back?.mended ?? []) + (back?.eased ?? [])
    return (own + brought.filter { !own.contains($0) }).map(\.message)
      + (EditionOrder(of: new, work).doubt(new).map { [$0] } ?? [])
  }

  private static func lead(of broken: [String], _ language: ReaderLanguage) -> String? {
    broken.isEmpty ? nil : Words(vi: "Cần xem lại sau khi dời:", en: "To be looked at since:")[language]
  }

  init?(
    _ row: ScheduleDraft.Row, was: String, wasFixed: Bool, why: String, _ series: SeriesMove,
    undo number: Int?,
    _ visit: Visit, _ reading: DeskReading,
    _ work: DeskReading.Work
  ) {
    let language = visit.language
    let new = row.placement
    let old = work.slots[was].map { ($0.timing, $0.outlet) }
    uid = new.uid
    broken =
      (Self.broken(
        since: new, from: was == new.slot ? nil : work.slots[was], takesAlong: series.moved > 0, work)
      + Self.others(in: new, visit, work)).map { $0[language].visible() }
    lead = was == new.slot ? nil : Self.lead(of: broken, language)
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
    guard visit.plan?.allows(.draft, outlet: new.outlet) ?? false, old != nil else {
      (undo, list, alike) = (nil, nil, [])
      return
    }
    list = nil
    guard series.moved == 0 else {
      alike = []
      undo = number.map {
        Undo(
          number: $0, Words(vi: "Hoàn tác cả \(series.moved + 1) lượt", en: "Undo all \(series.moved + 1)"),
          row, visit, reading)
      }
      return
    }
    alike = Self.alike(row, was: was, visit, reading, work)
    undo = Undo(
      action: reading.form(of: new.uid), token: visit.visitor?.formToken ?? "", slot: was, seen: row.version,
      fixed: wasFixed ? "yes" : "", why: why, move: "", name: Words(vi: "Hoàn tác", en: "Undo")[language])
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
    placed row: ScheduleDraft.Row, undo number: Int?, _ visit: Visit, _ reading: DeskReading,
    _ work: DeskReading.Work
  ) {
    let language = visit.language
    let new = row.placement
    uid = new.uid
    broken =
      (Self.broken(since: new, from: nil, takesAlong: true, work) + Self.others(in: new, visit, work)).map {
        $0[language].visible()
      }
    lead = Self.lead(of: broken, language)
    let name = work.name(of: new, language)
    let to = work.time(of: new.timing, on: new.outlet, language)
    message = Words(vi: "Đã xếp “\(name)”: \(to).", en: "Placed “\(name)”: \(to).")[language]
    alike = []
    let mayMove = visit.plan?.allows(.draft, outlet: new.outlet) ?? false
    undo =
      mayMove
      ? number.map {
        Undo(
          number: $0, Words(vi: "Hoàn tác: bỏ khỏi dự thảo", en: "Undo: take it out again"), row, visit,
          reading)
      } : nil
    list = nil
  }

  /// That a broadcast was taken out of its slot.
  private init(
    takenOut uid: String, was: String, along: Int, undo number: Int?, _ visit: Visit, _ reading: DeskReading,
    _ work: DeskReading.Work
  ) {
    let language = visit.language
    let unplaced = work.worked.unplaced.first { $0.uid == uid }
    let name =
      unplaced.map { work.name(of: $0, language) }
      ?? work.worked.published[uid].map { work.name(of: $0, language) } ?? uid.visible()
    let from =
      work.slots[was].map { work.time(of: $0.timing, on: $0.outlet, language) } ?? was.visible()
    self.uid = uid
    message =
      Words(
        vi:
          "Đã bỏ “\(name)” ra khỏi khung (\(from)).\(along > 0 ? " Cùng ra \(along) lượt phụ thuộc nó." : "")",
        en:
          "Took “\(name)” out of its slot (\(from)).\(along > 0 ? " With it went \(along) that \(along == 1 ? "follows" : "follow") it." : "")"
      )[language]
    let line = unplaced?.line ?? work.worked.published[uid]?.line
    broken = work.worked.broken.filter {
      $0.line == line && [.monthLeast, .pinNotKept, .languagesApart].contains($0.rule)
    }.map { $0.message[language].visible() }
    lead = Self.lead(of: broken, language)
    list =
      unplaced == nil
      ? nil
      : PageFrame.Link(
        address: reading.form(of: uid), name: Words(vi: "Xếp lại", en: "Place it again")[language])
    alike = []
    let outlet = work.slots[was]?.outlet
    let mayMove = outlet.map { visit.plan?.allows(.draft, outlet: $0) ?? false } ?? false
    undo =
      mayMove
      ? number.map {
        Undo(
          action: reading.form(of: uid), token: visit.visitor?.formToken ?? "", slot: was,
          seen: DeskMove.unplaced, fixed: "", why: "", move: "\($0)",
          name: (along > 0
            ? Words(vi: "Hoàn tác cả \(along + 1) lượt", en: "Undo all \(along + 1)")
            : Words(vi: "Hoàn tác", en: "Undo"))[language])
      } : nil
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
    <div class="told"><p>{{message}}</p>{{#list}}<a class="file noprint" href="{{address}}">{{name}}</a>{{/list}}{{#undo}}<form method="post" action="{{action}}" class="undo noprint">\
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="slot" value="{{slot}}">\
    <input type="hidden" name="seen" value="{{seen}}"><input type="hidden" name="fixed" value="{{fixed}}"><input type="hidden" name="why" value="{{why}}"><input type="hidden" name="undo" value="{{move}}">\
    <button class="plain">{{name}}</button></form>{{/undo}}{{#alike}}<form method="post" action="{{action}}" class="noprint">\
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="slot" value="{{slot}}"><input type="hidden" name="was" value="{{was}}">\
    <input type="hidden" name="seen" value="{{seen}}"><input type="hidden" name="fixed" value="{{fixed}}"><input type="hidden" name="reach" value="{{reach}}">\
    <button class="plain">{{name}}</button></form>{{/alike}}</div>
    {{#lead}}<p class="soft">{{.}}</p>{{/lead}}{{#broken}}{{#first()}}<ul class="now">{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/broken}}

    """
}

extension DeskNotice.Undo {
  /// The form that takes a move back as a whole.
  fileprivate init(
    number: Int, _ name: Words, _ row: ScheduleDraft.Row, _ visit: Visit, _ reading: DeskReading
  ) {
    self.init(
      action: reading.form(of: row.placement.uid), token: visit.visitor?.formToken ?? "",
      slot: row.placement.slot, seen: row.version, fixed: "", why: "", move: "\(number)",
      name: name[visit.language])
  }
}
