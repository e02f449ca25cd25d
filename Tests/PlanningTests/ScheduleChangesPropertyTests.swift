import Logs
import ScheduleModel
import Spreadsheets
import Testing

@testable import Planning

/// Random histories of a schedule, held against a naive model of what each publication must say.
@Suite("SEQUENCE and stamps through random histories")
struct ScheduleChangesPropertyTests {
  private struct Lots {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  private func row(_ number: Int, day: Int, outlet: String, _ outcome: Outcome?, content: String)
    -> PublishedPlacement
  {
    let date = CivilDay(daysSince1970: 20_500 + day)
    return PublishedPlacement(
      placement: Placement(
        uid: "p.a.\(number).vi@lichsong", line: "a", edition: number + 1, language: .vietnamese, run: .first,
        number: 1, outlet: outlet, slot: "\(outlet).toi.\(date)",
        timing: .timed(start: LocalTime(date, .midnight), minutes: 15)),
      zone: "Asia/Ho_Chi_Minh", status: PublishedPlacement.Status(of: outcome), outcome: outcome,
      content: content,
      revision: .init(sequence: 0, publication: 0),
      tasks: number % 3 == 0
        ? [
          PublishedTask(
            work: .recording, day: date.advanced(by: -1), time: nil,
            status: outcome == .aired ? .completed : .open, revision: .init(sequence: 0, publication: 0))
        ] : [])
  }

  /// What the fold must hold of one UID, kept by hand.
  private struct Model {
    var row: PublishedPlacement
    var sequence: Int
    var isPlanned = true
  }

  @Test(
    "what is folded is what was wanted last; SEQUENCE rises exactly when time, place or status changed",
    arguments: 0..<60)
  func histories(seed: Int) throws {
    var lots = Lots(state: UInt64(seed) &* 977 &+ 5)
    var book = Book.empty
    var model: [String: Model] = [:]
    var wanted: [Int: PublishedPlacement] = [:]
    for step in 0..<8 {
      for number in 0..<6 where lots.below(3) == 0 {
        wanted[number] =
          lots.below(5) == 0
          ? nil
          : row(
            number, day: lots.below(4), outlet: ["tv", "radio"][lots.below(2)],
            [nil, nil, .aired, .missed, .preempted][lots.below(5)], content: "1-\(lots.below(2))")
      }
      let rows = wanted.sorted { $0.key < $1.key }.map(\.value)
      let fold = PublicationFold(book)
      let changes = ScheduleChanges(to: rows, from: fold)
      let said = Set(
        changes.rows.compactMap { if case .placement(let row) = $0 { row.placement.uid } else { nil } })
      var expected: Set<String> = []
      for row in rows {
        let uid = row.placement.uid
        guard let old = model[uid] else {
          (model[uid], _) = (Model(row: row, sequence: 0), expected.insert(uid))
          continue
        }
        let isMoved =
          old.row.placement.timing != row.placement.timing || old.row.placement.outlet != row.placement.outlet
        let status = old.isPlanned ? old.row.status : .cancelled
        let isSignificant = isMoved || status != row.status
        let isOther =
          isSignificant || old.row.content != row.content || !old.isPlanned || old.row.outcome != row.outcome
        if isOther { expected.insert(uid) }
        model[uid] = Model(row: row, sequence: old.sequence + (isSignificant ? 1 : 0))
      }
      let present = Set(rows.map(\.placement.uid))
      for (uid, old) in model where old.isPlanned && !present.contains(uid) {
        expected.insert(uid)
        let isShownCancelled = old.row.status == .cancelled
        model[uid] = Model(
          row: old.row, sequence: old.sequence + (isShownCancelled ? 0 : 1), isPlanned: false)
      }
      #expect(said == expected, "seed \(seed), step \(step)")
      let statement = Book.Statement(
        BookEntry.Head(kind: .publication, time: LocalTime(seconds: 1_770_000_000 + step * 60), author: "A"),
        body: PublicationText.bytes(of: changes.rows))
      book = book.adding(book.following([statement]))
      let after = PublicationFold(book)
      #expect(after.broken.isEmpty)
      for row in after.rows {
        let held = try #require(model[row.placement.uid])
        #expect(
          row.revision.sequence == held.sequence && row.isPlanned == held.isPlanned,
          "seed \(seed), step \(step)")
        guard held.isPlanned else { continue }
        #expect(
          row.placement == held.row.placement && row.outcome == held.row.outcome
            && row.status == held.row.status)
        #expect(row.tasks.filter { $0.status != .cancelled }.map(\.day) == held.row.tasks.map(\.day))
      }
      #expect(ScheduleChanges(to: rows, from: after).rows == [], "the same again says nothing")
    }
  }
}
