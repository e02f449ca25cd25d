import Allocation
import Planning
import Reports
import ScheduleModel

/// What is put into a slot by the form: a broadcast of the draft, or a work that the draft does not have.
enum MoveSubject: Sendable {
  case broadcast(ScheduleDraft.Row)
  case work(UnplacedWork)

  /// - Returns: `nil` for a UID that names neither.
  init?(_ uid: String, _ work: DeskReading.Work) {
    if let row = work.rows[uid] {
      self = .broadcast(row)
    } else if let unplaced = work.worked.unplaced.first(where: { $0.uid == uid }) {
      self = .work(unplaced)
    } else {
      return nil
    }
  }

  /// The row in the draft; `nil` for a work that is not there.
  var row: ScheduleDraft.Row? { if case .broadcast(let row) = self { row } else { nil } }

  var uid: String {
    switch self {
    case .broadcast(let row): row.placement.uid
    case .work(let work): work.uid
    }
  }

  /// By which a change of it says what it rests on.
  var version: String { row?.version ?? DeskMove.unplaced }

  /// The outlets on which it may be; a broadcast stays on its own.
  var outlets: Set<String> {
    switch self {
    case .broadcast(let row): [row.placement.outlet]
    case .work(let work): Set(work.outlets)
    }
  }

  var title: Words {
    switch self {
    case .broadcast: Words(vi: "Dời lượt phát", en: "Move a broadcast")
    case .work: Words(vi: "Xếp tác phẩm chưa có chỗ", en: "Place a work that has no place")
    }
  }

  func isPast(_ work: DeskReading.Work) -> Bool { row.map { work.isPast($0.placement) } ?? false }

  func name(_ work: DeskReading.Work, _ language: ReaderLanguage) -> String {
    switch self {
    case .broadcast(let row): work.name(of: row.placement, language)
    case .work(let unplaced): work.name(of: unplaced, language)
    }
  }

  func placement(in slot: Slot, _ work: DeskReading.Work) -> Placement {
    switch self {
    case .broadcast(let row): work.plan.moved(row.placement, to: slot)
    case .work(let unplaced): unplaced.placement(in: slot, of: work.plan)
    }
  }

  /// The order of its line, in which it has a number.
  func order(_ work: DeskReading.Work) -> EditionOrder {
    switch self {
    case .broadcast(let row): EditionOrder(of: row.placement, work)
    case .work(let unplaced):
      EditionOrder(
        of: Placement(
          plan: work.plan.id,
          series: Placement.Series(
            line: unplaced.line, language: unplaced.language, outlet: unplaced.outlets.first ?? "",
            run: unplaced.run, number: unplaced.number), edition: unplaced.edition, slot: "",
          timing: .allDay(work.worked.today)), work)
    }
  }

  func effects(in slots: [Slot], _ work: DeskReading.Work) -> [MoveEffect] {
    switch self {
    case .broadcast(let row): work.worked.effects(of: row.placement, in: slots)
    case .work(let unplaced): work.worked.effects(of: unplaced, in: slots)
    }
  }

  func openSlots(limit: Int, _ work: DeskReading.Work) -> [Slot] {
    let slots =
      switch self {
      case .broadcast(let row): work.worked.openSlots(for: row.placement, limit: limit)
      case .work(let unplaced): work.worked.openSlots(for: unplaced, limit: limit)
      }
    return slots.filter { !work.isPast($0) }
  }

  /// What the form says of a work that is not placed.
  func facts(_ work: DeskReading.Work, _ language: ReaderLanguage) -> [MovePage.Fact] {
    guard case .work(let unplaced) = self else { return [] }
    return [
      MovePage.Fact(
        name: Words(vi: "Trong dự thảo", en: "In the draft")[language],
        value: Words(vi: "chưa xếp", en: "not placed")[language]),
      MovePage.Fact(
        name: Words(vi: "Kênh", en: "Outlet")[language],
        value: unplaced.outlets.map { work.plan.name(ofOutlet: $0, in: language).visible() }
          .joined(separator: ", ")),
      MovePage.Fact(
        name: Words(vi: "Vì sao", en: "Why")[language],
        value: UnplacedWords.reason(work.worked.outlook(of: unplaced), work)[language].visible()),
    ]
  }
}

extension DeskReading.Work {
  /// Which work is not placed: `Tin trong chương trình thời sự, kỳ 3, tiếng Mông`.
  func name(of work: UnplacedWork, _ language: ReaderLanguage) -> String {
    let series = Placement.Series(
      line: work.line, language: work.language, outlet: work.outlets.first ?? "", run: work.run,
      number: work.number)
    return name(
      of: Placement(
        plan: plan.id, series: series, edition: work.edition, slot: "", timing: .allDay(worked.today)),
      language)
  }
}
