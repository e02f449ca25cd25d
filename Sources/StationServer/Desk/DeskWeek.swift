import Allocation
import Planning
import Reports
import ScheduleModel

/// A week of an outlet, or the weeks of a month: a row for each grid line, a column for each broadcast day, so that what passes midnight stays one
/// block under its own day.
struct DeskWeek {
  let span: String
  let days: [Day]
  let rows: [Row]
  let floating: [DeskBlock]

  /// A day, with what is on it, for narrow screens.
  struct Day {
    let day: CivilDay
    let name: String
    let kind: String
    let blocks: [DeskBlock]
  }

  /// The openings of a grid line.
  struct Row {
    let hours: String
    let grid: String
    let cells: [Cell]
  }

  /// A grid line on a day.
  struct Cell {
    /// `open`, `full`, `closed` or `past`.
    let kind: String
    let name: String
    /// The slot's id; `nil` where nothing opens.
    let slot: String?
    /// How much of the slot is taken; `nil` for one that takes a single work.
    let room: String?
    let blocks: [DeskBlock]
  }

  init(
    _ choice: DeskPage.Choice, mayMove: Bool, _ reading: DeskReading, _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) {
    let shown = choice.shown
    span =
      choice.month.map { month in
        let (number, year) = (month.lowerBound.month, month.lowerBound.year)
        return Words(vi: "Tháng \(number)/\(year)", en: "\(CivilDay.englishMonths[number - 1]) \(year)")[
          language]
      } ?? "\(shown.lowerBound.forPeople)–\(shown.upperBound.advanced(by: -1).forPeople)"
    let broken = Set(work.worked.broken.flatMap(\.uids))
    var inSlot: [String: [DeskBlock]] = [:]
    var byDay: [CivilDay: [DeskBlock]] = [:]
    var loose: [CivilDay: [DeskBlock]] = [:]
    var floating: [DeskBlock] = []
    func day(of days: Range<CivilDay>) -> CivilDay { max(days.lowerBound, shown.lowerBound) }
    for row in work.worked.draft.rows where row.placement.outlet == choice.outlet {
      let days = work.days.days(of: row.placement)
      guard days.overlaps(shown) else { continue }
      let block = DeskBlock(
        row, isBroken: broken.contains(row.placement.uid), mayMove: mayMove, reading, work, language)
      if case .inMonth = row.placement.timing {
        floating.append(block)
        continue
      }
      byDay[day(of: days), default: []].append(block)
      if let slot = work.slots[row.placement.slot], slot.timing == row.placement.timing {
        inSlot[slot.id, default: []].append(block)
      } else {
        loose[day(of: days), default: []].append(block)
      }
    }
    // Where the published schedule has something that the draft has elsewhere.
    for (uid, old) in work.worked.published where old.outlet == choice.outlet {
      guard work.days.days(of: old).overlaps(shown),
        let block = DeskBlock(leftBehind: old, now: work.rows[uid]?.placement, reading, work, language)
      else { continue }
      inSlot[old.slot, default: []].append(block)
      byDay[day(of: work.days.days(of: old)), default: []].append(block)
    }
    let slots = (work.slotsOfOutlet[choice.outlet] ?? []).filter { slot in
      if case .inMonth = slot.timing { return false }
      return work.days.days(of: slot.timing, on: slot.outlet).overlaps(shown)
    }
    let start = work.plan.outlet(choice.outlet)?.dayStarts.seconds ?? 0
    func order(_ slot: Slot) -> Int {
      guard case .timed(let begin, _) = slot.timing else { return -1 }
      return (begin.time.seconds - start + 86_400) % 86_400
    }
    let byGrid = Dictionary(grouping: slots, by: \.grid).sorted {
      (order($0.value[0]), $0.key) < (order($1.value[0]), $1.key)
    }
    let week = shown.lowerBound.daysSince1970..<shown.upperBound.daysSince1970
    func column(_ cell: (CivilDay) -> Cell) -> [Cell] {
      week.map { cell(shown.lowerBound.advanced(by: $0 - week.lowerBound)) }
    }
    // The weeks of a month have a row each, not one for each grid line.
    var rows = (choice.month == nil ? byGrid : []).map { grid, slots in
      let openings = Dictionary(
        slots.map { (day(of: work.days.days(of: $0.timing, on: $0.outlet)), $0) },
        uniquingKeysWith: { first, _ in first })
      return Row(
        hours: PlacementView.time(slots[0].timing, language), grid: grid,
        cells: column { day in
          guard let slot = openings[day] else {
            return Cell(
              kind: "closed", name: PageWords.day(day, language), slot: nil, room: nil, blocks: [])
          }
          let blocks = inSlot[slot.id] ?? []
          let taken = blocks.count { !$0.isGhost }
          return Cell(
            kind: work.isPast(slot) ? "past" : taken >= slot.pieces ? "full" : "open",
            name: work.time(of: slot.timing, on: slot.outlet, language), slot: slot.id,
            room: slot.pieces > 1 ? "\(taken)/\(slot.pieces)" : nil, blocks: blocks)
        })
    }
    if !loose.isEmpty, choice.month == nil {
      rows.append(
        Row(
          hours: "–", grid: Words(vi: "ngoài khung", en: "in no slot")[language],
          cells: column {
            Cell(
              kind: "closed", name: PageWords.day($0, language), slot: nil, room: nil, blocks: loose[$0] ?? []
            )
          }))
    }
    self.rows = rows
    self.floating = floating
    days = week.map { number in
      let day = shown.lowerBound.advanced(by: number - week.lowerBound)
      return Day(
        day: day, name: PageWords.day(day, language), kind: day == reading.today ? "today" : "day",
        blocks: (byDay[day] ?? []).sorted { ($0.order, $0.uid) < ($1.order, $1.uid) })
    }
  }
}

/// A broadcast on the desk.
struct DeskBlock {
  let uid: String
  let version: String
  let title: String
  let details: String
  let time: String
  /// `same`, `moved`, `past`, `fresh` (nothing is published yet) or `ghost`, and `broken` beside.
  let kind: String
  let isFixed: Bool
  let isGhost: Bool
  /// What differs from what is published, or who fixed it; `nil` for nothing.
  let note: String?
  /// Where its form is; `nil` for one that does not move any more, or not by this visitor.
  let form: String?
  let fixedName: String
  /// The button that fixes it where it is, or releases it; `nil` for one that does not move any more.
  let pin: Pin?
  let order: Int

  /// The form of a pin.
  struct Pin {
    let action: String
    let uid: String
    let slot: String
    let seen: String
    let fixed: String
    let pressed: String
    let name: String
    let sign: String
  }

  init(
    _ row: ScheduleDraft.Row, isBroken: Bool, mayMove: Bool, _ reading: DeskReading, _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) {
    let placement = row.placement
    uid = placement.uid
    version = row.version
    title = work.title(of: placement, language)
    details = work.details(of: placement, language)
    time = PlacementView.time(placement.timing, language)
    let isPast = work.isPast(placement)
    let old = work.worked.published[uid]
    let isMoved = work.isPublished && work.worked.isChanged(placement)
    kind =
      (isPast ? "past" : isMoved ? "moved" : work.isPublished ? "same" : "fresh")
      + (isBroken ? " broken" : "")
    isFixed = row.isFixed
    isGhost = false
    var notes: [String] = []
    if isMoved {
      notes.append(
        old.map {
          let when = work.time(of: $0.timing, on: $0.outlet, language)
          return Words(vi: "đã phát hành: \(when)", en: "published: \(when)")[language]
        } ?? Words(vi: "chưa phát hành", en: "not published")[language])
    }
    if row.isFixed, let by = row.by {
      let why = row.why.map { ": \($0)" } ?? ""
      notes.append((Words(vi: "cố định bởi \(by)\(why)", en: "fixed by \(by)\(why)")[language]).visible())
    }
    note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    form = isPast || !mayMove ? nil : reading.form(of: uid)
    fixedName = Words(vi: "cố định", en: "fixed")[language]
    let named = "\(title), \(details)"
    pin = form.map {
      Pin(
        action: $0, uid: row.placement.uid, slot: placement.slot, seen: row.version,
        fixed: row.isFixed ? "" : "yes",
        pressed: row.isFixed ? "true" : "false",
        name: Words(vi: "Cố định: \(named)", en: "Fix: \(named)")[language], sign: row.isFixed ? "●" : "○")
    }
    order = Self.order(placement.timing)
  }

  /// Where the published schedule has a placement that the draft has elsewhere, or not any more; `nil` where both agree.
  init?(
    leftBehind old: Placement, now: Placement?, _ reading: DeskReading, _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) {
    guard now.map({ $0.slot != old.slot || $0.timing != old.timing }) ?? true else { return nil }
    (uid, version) = (old.uid, "")
    title = work.title(of: old, language)
    details = work.details(of: old, language)
    time = PlacementView.time(old.timing, language)
    (kind, isFixed, isGhost, form, fixedName, pin) = ("ghost", false, true, nil, "", nil)
    note =
      now.map {
        let when = work.time(of: $0.timing, on: $0.outlet, language)
        return Words(vi: "đã phát hành ở đây; dự thảo: \(when)", en: "published here; in the draft: \(when)")[
          language]
      } ?? Words(vi: "đã phát hành ở đây; dự thảo bỏ", en: "published here; not in the draft")[language]
    order = Self.order(old.timing)
  }

  private static func order(_ timing: SlotTiming) -> Int {
    if case .timed(let start, _) = timing { start.seconds } else { LocalTime(timing.day).seconds }
  }

  static let template = """
    <li>{{#form}}<a class="block {{kind}}" href="{{.}}" data-uid="{{uid}}" data-version="{{version}}" data-title="{{title}}, {{details}}" aria-describedby="help">{{/form}}\
    {{^form}}<div class="block {{kind}}">{{/form}}\
    {{#isFixed}}<span class="fix" title="{{fixedName}}"><span aria-hidden="true">●</span><span class="away">{{fixedName}}</span></span> {{/isFixed}}\
    <span class="time">{{time}}</span> <strong>{{title}}</strong> <span class="soft">{{details}}</span>\
    {{#note}} <span class="said">{{.}}</span>{{/note}}{{#form}}</a>{{/form}}{{^form}}</div>{{/form}}\
    {{#mayMove}}{{#pin}}<form method="post" action="{{action}}" class="pin noprint" data-uid="{{uid}}"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">\
    <input type="hidden" name="slot" value="{{slot}}"><input type="hidden" name="fixed" value="{{fixed}}"><button class="plain" aria-pressed="{{pressed}}" aria-label="{{name}}">{{sign}}</button></form>{{/pin}}{{/mayMove}}</li>

    """
}

extension DeskReading {
  /// Where the form of a broadcast is.
  func form(of uid: String) -> String { "/p/\(address)/desk/place/\(uid.inAddress)" }
}

extension String {
  /// The text as a part of an address.
  var inAddress: String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
    return utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
