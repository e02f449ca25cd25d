import Allocation
import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// What the desk's script is told about a move.
struct DeskMoveData: Encodable {
  /// A sentence for the status line.
  let message: String
  /// The address of the week as it is now, with the way back; `nil` where nothing was changed.
  let leads: String?

  static func answer(_ result: DeskMoved, _ move: DeskMove, _ visit: Visit) throws -> Response {
    let language = visit.language
    switch result {
    case .moved(let old, let new, let series, let undo, let reading):
      guard let work = reading.work else { throw Refusal.notFound }
      let notice = DeskNotice(
        new, was: move.was ?? old.placement.slot, wasFixed: old.isFixed, why: old.why ?? "", series,
        undo: undo, visit,
        reading,
        work)
      return try .json(
        DeskMoveData(
          message: ([notice?.message ?? ""] + (notice?.broken ?? [])).joined(separator: " "),
          leads:
            "did=\(move.uid.inAddress)&was=\((move.was ?? old.placement.slot).inAddress)\(series.inAddress(undo: undo))&fix=\(old.isFixed ? "yes" : "no")"
            + "&why=\((old.why ?? "").inAddress)")
      )
    case .placed(let new, let undo, let reading):
      guard let work = reading.work else { throw Refusal.notFound }
      let notice = DeskNotice(placed: new, undo: undo, visit, reading, work)
      return try .json(
        DeskMoveData(
          message: ([notice.message] + notice.broken).joined(separator: " "),
          leads: "did=\(move.uid.inAddress)&was=\(DeskMove.unplaced)&undo=\(undo)"))
    // A script takes nothing out.
    case .takenOut: throw Refusal.unreadable
    case .stale(let row, let reading):
      let now =
        reading.work?.time(of: row.placement.timing, on: row.placement.outlet, language) ?? row.placement.slot
      return try .json(
        DeskMoveData(message: staleWords(row, now: now)[language], leads: nil), status: .preconditionFailed)
    case .refused(let findings, _):
      let told = findings.map { "\($0.message[language]) \($0.deskRemedy?[language] ?? "")" }
      return try .json(
        DeskMoveData(message: told.joined(separator: " ").visibleLines(), leads: nil),
        status: .unprocessableContent)
    }
  }

  /// That somebody else changed a broadcast since it was seen.
  ///
  /// - Parameter now: When it is now.
  static func staleWords(_ row: ScheduleDraft.Row, now: String) -> Words {
    let by = row.by.map { $0.visible() }
    let why = row.why.map { " (\($0.visible()))" } ?? ""
    return by.map { by in
      Words(
        vi: "\(by) vừa đổi lượt này\(why); nay nó ở \(now).",
        en: "\(by) changed this broadcast meanwhile\(why); it is now on \(now).")
    }
      ?? Words(
        vi: "Lượt này đã đổi từ khi bạn mở trang; nay nó ở \(now).",
        en: "This broadcast changed since you opened the page; it is now on \(now).")
  }
}

/// For each slot of a week, what a broadcast that is being moved would do there.
struct DeskTargets: Encodable {
  let slots: [String: Target]

  /// A slot.
  struct Target: Encodable {
    /// `here`, `open`, `conflict` or `closed`.
    let kind: String
    let says: String
  }

  static func answer(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    let uid = try visit.part("uid")
    guard let work = reading.work, let subject = MoveSubject(uid, work) else { throw Refusal.notFound }
    guard let day = CivilDay(iso: visit.asked("day") ?? "") else {
      throw Refusal.unknown(
        visit.asked("day") ?? "",
        Words(vi: "ngày viết như 2018-04-05", en: "a day is written like 2018-04-05"))
    }
    let language = visit.language
    let monday = day.advanced(by: 1 - day.weekday)
    let targets = try await visit.station.drafts.work.run {
      DeskTargets(subject, in: monday..<monday.advanced(by: 7), reading, work, visit.plan, language)
    }
    return try .json(targets)
  }

  init(
    _ subject: MoveSubject, in week: Range<CivilDay>, _ reading: DeskReading, _ work: DeskReading.Work,
    _ plan: VisiblePlan?, _ language: ReaderLanguage
  ) {
    let all = subject.outlets.flatMap { work.slotsOfOutlet[$0] ?? [] }.filter {
      work.days.days(of: $0.timing, on: $0.outlet).overlaps(week)
        && !work.isPast($0)
    }
    let effects = subject.effects(in: all, work)
    let order = subject.order(work)
    slots = Dictionary(
      effects.map { effect in
        let choice = MovePage.Choice(
          effect.slot, effect, subject, work, reading, order, plan, chosen: nil, language)
        return (
          effect.slot.id,
          Target(
            kind: choice.kind,
            says: ([choice.state + "."] + choice.clashes.map(\.message) + choice.does).joined(separator: " "))
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
