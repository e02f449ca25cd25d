import Allocation
import Foundation
import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What somebody wants done with one broadcast of the draft, or with a work that is not in it.
struct DeskMove: Sendable {
  /// What stands for the version of a work that is not in the draft.
  static let unplaced = "unplaced"

  let uid: String
  /// The id of the slot.
  let slot: String
  /// The version of the broadcast that was on the screen.
  let seen: String
  /// Whether a re-plan leaves it there.
  let isFixed: Bool
  let why: String?
  /// Which broadcasts of its line move alike.
  var reach = SeriesReach.this
  /// The slot from which the others of its line are reckoned, where the broadcast itself has moved already; `nil` for the one in
  /// which it is.
  var was: String?
}

/// What came of a move.
enum DeskMoved: Sendable {
  /// It lies there now; what it breaks that was kept before.
  ///
  /// Where others moved alike, with the version of the draft by which all is taken back.
  case moved(from: ScheduleDraft.Row, to: ScheduleDraft.Row, SeriesMove, undo: Int?, DeskReading)
  /// It was in no place before and lies there now.
  case placed(ScheduleDraft.Row, undo: Int, DeskReading)
  /// It is in no slot any more, nor is what follows it; the rows as they were, its own first.
  case takenOut([ScheduleDraft.Row], undo: Int, DeskReading)
  /// Somebody else changed the broadcast since; how it is now.
  case stale(ScheduleDraft.Row, DeskReading)
  /// It cannot be done.
  case refused([Finding], DeskReading)
}

extension Visit {
  /// The plan's draft as it is now.
  func deskReading() async throws -> DeskReading {
    guard let plan else { throw Refusal.notFound }
    return try await station.drafts.reading(of: plan.plan, now: caller.now)
  }

  /// Moves a broadcast, when it is still as it was seen. Whoever works on other broadcasts is not in the way: then the
  /// move is worked out again on what is there now.
  ///
  /// - Returns: What came of it, and the draft on which it was worked out.
  func move(_ move: DeskMove) async throws -> (result: DeskMoved, before: DeskReading) {
    guard let plan, let visitor else { throw Refusal.notFound }
    return try await station.turns.turn(of: plan.plan.number) {
      try await worked(move, in: plan, by: visitor)
    }
  }

  private func worked(
    _ move: DeskMove, in plan: VisiblePlan, by visitor: Visitor
  ) async throws -> (result: DeskMoved, before: DeskReading) {
    // Other processes do not know the turns of this one.
    for _ in 0..<5 {
      let reading = try await deskReading()
      guard let work = reading.work else { return (.refused(reading.findings, reading), reading) }
      let row = work.rows[move.uid]
      if let row, row.version != move.seen { return (.stale(row, reading), reading) }
      let unplaced = row == nil ? work.worked.unplaced.first { $0.uid == move.uid } : nil
      guard row != nil || unplaced != nil else { throw Refusal.notFound }
      guard row != nil || move.seen == DeskMove.unplaced else { throw Refusal.takenOut }
      let target = work.slots[move.slot]?.outlet
      let outlets = Set([row?.placement.outlet, target].compactMap(\.self))
      guard outlets.allSatisfy({ plan.allows(.draft, outlet: $0) }) else {
        throw DeskRefusal.forbidden(.draft)
      }
      let (now, author) = (caller.now, visitor.person.name)
      let result = try await station.drafts.work.run {
        var year = reading.year
        let made =
          if let unplaced {
            year.placing(
              unplaced, in: move.slot, isFixed: move.isFixed, by: author, why: move.why, in: work.worked)
          } else {
            year.moving(
              move.uid, to: move.slot, isFixed: move.isFixed, by: author, why: move.why, in: work.worked)
          }
        return made.map { made in
          var (worked, rows, left) = (made.worked, [made.row], 0)
          for sibling in row.map({ work.series(of: $0, move) }) ?? [] {
            guard let slot = sibling.slot, !sibling.row.isFixed,
              case .success(let next) = year.moving(
                sibling.row.placement.uid, to: slot, isFixed: move.isFixed, by: author, why: move.why,
                in: worked)
            else {
              left += 1
              continue
            }
            worked = next.worked
            rows.append(next.row)
          }
          return (
            worked: worked, rows: rows, left: left, table: worked.table(work.plan)
          )
        }
      }
      switch result {
      case .failure(let refusal): return (.refused(refusal.findings, reading), reading)
      case .success(let made):
        let stored = try await store(
          made.table, made.worked.draft.base, from: reading, onOutlets: outlets, reason: move.why,
          note: (
            row == nil ? "place" : "move", move.uid, row?.placement.slot,
            made.rows.count > 1 ? "\(move.slot) and \(made.rows.count - 1) alike" : move.slot
          ))
        guard let stored else { continue }
        let after = await station.drafts.adopt(
          made.worked, made.rows, table: made.table, from: reading, of: plan.plan, state: stored.state,
          now: now)
        guard let new = after.work?.rows[move.uid] else { return (.refused(after.findings, after), reading) }
        let series = SeriesMove(moved: made.rows.count - 1, left: made.left)
        guard let row else { return (.placed(new, undo: stored.version, after), reading) }
        let undo = series.moved == 0 ? nil : stored.version
        return (.moved(from: row, to: new, series, undo: undo, after), reading)
      }
    }
    throw Refusal.busyPlan
  }

  /// Stores a draft that was worked out on a reading.
  ///
  /// - Parameters:
  ///   - note: What the trail says: what was done, the UID of the broadcast, its slot before and since.
  /// - Returns: The state of the plan since and the version of the draft, by which the change is taken back; `nil` where somebody
  ///   changed the plan meanwhile, so that nothing was stored.
  func store(
    _ table: [UInt8], _ base: ScheduleDraft.Base, from reading: DeskReading, onOutlets outlets: Set<String>,
    reason: String?, note: (action: String, uid: String, before: String?, after: String?)
  ) async throws -> (state: String, version: Int)? {
    guard let plan, let visitor else { throw Refusal.notFound }
    do {
      let stored = try await station.desk.change(
        ["draft.csv": table, "draft.base": Array(base.text.utf8), "draft.xlsx": nil],
        seen: reading.year.book, in: plan, restingOn: reading.state, onOutlets: outlets, by: visitor,
        reason: reason,
        note: (note.action, "plan \(plan.plan.slug) \(note.uid)", note.before, note.after))
      let draft = stored.files.first { $0.path == "draft.csv" }
      return (stored.state, draft?.version ?? 0)
    } catch is PlanOvertaken {
      return nil
    }
  }

  /// Whether a script asks, which reads data and not a page.
  var wantsData: Bool { request.headers[.accept]?.contains("application/json") ?? false }
}

extension Refusal {
  /// What was to be moved is in no slot any more.
  static let takenOut = Refusal(
    status: .preconditionFailed,
    words: Words(
      vi: "Lượt này vừa bị bỏ khỏi dự thảo và đang chưa xếp; hãy xem lại rồi xếp.",
      en: "This broadcast was taken out of the draft meanwhile and is in no slot; look again, then place it.")
  )

  /// Others change the plan faster than this change can be worked out.
  static let busyPlan = Refusal(
    status: .serviceUnavailable,
    words: Words(
      vi: "Nhiều người đang sửa kế hoạch này cùng lúc; hãy gửi lại sau vài giây.",
      en: "Several people are changing this plan at once; send it again in a few seconds."), retryAfter: 3)
}

extension Response {
  /// A page that may run the desk's own script.
  func withScript() -> Response {
    var response = self
    response.headers[.contentSecurityPolicy] =
      OutermostPolicy.withoutScript + "; script-src 'self'; connect-src 'self'"
    return response
  }

  /// Data for a script.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
  }
}
