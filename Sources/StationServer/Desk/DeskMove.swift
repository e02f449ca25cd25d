import Foundation
import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What somebody wants done with one broadcast of the draft.
struct DeskMove: Sendable {
  let uid: String
  /// The id of the slot.
  let slot: String
  /// The version of the broadcast that was on the screen.
  let seen: String
  /// Whether a re-plan leaves it there.
  let isFixed: Bool
  let why: String?
}

/// What came of a move.
enum DeskMoved: Sendable {
  /// It lies there now; what it breaks that was kept before.
  case moved(from: ScheduleDraft.Row, to: ScheduleDraft.Row, DeskReading)
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
  func move(_ move: DeskMove) async throws -> DeskMoved {
    guard let plan, let visitor else { throw Refusal.notFound }
    for _ in 0..<5 {
      let reading = try await deskReading()
      guard let work = reading.work else { return .refused(reading.findings, reading) }
      guard let row = work.rows[move.uid] else { throw Refusal.notFound }
      guard row.version == move.seen else { return .stale(row, reading) }
      let outlets = Set([row.placement.outlet, work.slots[move.slot]?.outlet ?? row.placement.outlet])
      guard outlets.allSatisfy({ plan.allows(.draft, outlet: $0) }) else {
        throw DeskRefusal.forbidden(.draft)
      }
      let (now, author) = (caller.now, visitor.person.name)
      let result = try await station.drafts.work.run {
        var year = reading.year
        return year.moving(
          move.uid, to: move.slot, isFixed: move.isFixed, by: author, why: move.why, at: now)
      }
      switch result {
      case .failure(let refusal): return .refused(refusal.findings, reading)
      case .success(.slots): preconditionFailure("a slot was named")
      case .success(.moved(let draft, from: _, to: _)):
        do {
          _ = try await station.desk.change(
            [
              "draft.csv": draft.table(work.plan), "draft.base": Array(draft.base.text.utf8),
              "draft.xlsx": nil,
            ], seen: reading.year.book, in: plan, restingOn: reading.state, onOutlets: outlets, by: visitor,
            reason: move.why,
            note: ("move", "plan \(plan.plan.slug) \(move.uid)", row.placement.slot, move.slot))
        } catch is PlanOvertaken {
          continue
        }
        let after = try await deskReading()
        guard let new = after.work?.rows[move.uid] else { return .refused(after.findings, after) }
        return .moved(from: row, to: new, after)
      }
    }
    throw Refusal.busyPlan
  }

  /// Whether a script asks, which reads data and not a page.
  var wantsData: Bool { request.headers[.accept]?.contains("application/json") ?? false }
}

extension Refusal {
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
