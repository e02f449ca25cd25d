import Allocation
import Planning
import ScheduleModel
import TestSupport
import Testing

/// A draft on which people work: what is kept from one move to the next is what would be worked out afresh.
@Suite("a draft that is worked on")
struct WorkedDraftTests {
  private static let now = SamplePlan.utc("2026-03-01T01:00")

  /// A Book with a published year.
  private static func published() -> Book {
    Book([]).published(.sample(Book([])), at: "2026-01-10T02:00").book
  }

  @Test("after any moves the table and the count of changes are those of the whole draft", arguments: 1...12)
  func moves_keepTableAndChanges(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    // Before the first publication everything is new.
    let book = seed.isMultiple(of: 3) ? Book([]) : Self.published()
    var year = StationYear.sample(book)
    var worked = try #require(year.workedDraft(at: Self.now).worked)
    let plan = try #require(year.plan)
    let slots = year.slots().slots
    var moved = 0
    for _ in 0..<40 {
      let row = random.pick(worked.draft.rows)
      let slot = random.pick(slots.filter { $0.outlet == row.placement.outlet })
      let why = random.oneIn(3) ? "=1, vì \"bận\"" : nil
      guard
        case .success(let next) = year.moving(
          row.placement.uid, to: slot.id, isFixed: random.oneIn(2), by: "An", why: why, in: worked)
      else { continue }
      moved += 1
      worked = next.worked
      #expect(worked.table(plan) == worked.draft.table(plan))
      #expect(worked.draft.rows.contains(next.row))
      let there = Set(worked.draft.rows.map(\.placement.uid))
      let changed =
        worked.draft.rows.map(\.placement).filter(worked.isChanged)
        + worked.published.values.filter { !there.contains($0.uid) }
      #expect(worked.changes.all == changed.count)
      #expect(worked.changes.versions == changed.count { $0.language.tag != "vi" })
    }
    #expect(moved > 10)
    // What is read from that table is the same again.
    let again = StationYear.sample(book, draft: worked.draft).workedDraft(at: Self.now)
    #expect(again?.changes == worked.changes)
    for (read, kept) in zip(again?.draft.rows ?? [], worked.draft.rows) { #expect(read == kept) }
    #expect(again?.draft.rows.count == worked.draft.rows.count)
  }

  @Test("a broadcast that is taken out leaves with its versions, and is as before once all are placed again")
  func takenOut_isPlacedAgain() throws {
    var year = StationYear.sample(Self.published())
    let whole = try #require(year.workedDraft(at: Self.now).worked)
    let plan = try #require(year.plan)
    let row = try #require(
      whole.draft.rows.last { row in
        row.placement.timing.day > SamplePlan.utc("2026-03-10T00:00").day
          && plan.isOriginalFirstRun(row.placement)
          && whole.takenAlong(with: row.placement).count > 1
      })
    let out = try year.takingOut(row.placement.uid, in: whole).get()
    #expect(out.rows.first == row && out.rows.count > 1)
    #expect(out.worked.table(plan) == out.worked.draft.table(plan))
    #expect(out.worked.changes.all == out.rows.count)
    #expect(out.worked.missingCount == whole.missingCount + 1)
    #expect(!out.worked.broken.contains { $0.rule == .originalMissing })
    var worked = out.worked
    for row in out.rows {
      let work = try #require(worked.unplaced.first { $0.uid == row.placement.uid })
      worked = try year.placing(
        work, in: row.placement.slot, isFixed: row.isFixed, by: row.by, why: row.why, in: worked
      ).get().worked
    }
    #expect(worked.table(plan) == whole.draft.table(plan))
    #expect(worked.broken == whole.broken && worked.changes.all == 0)
    // What is past stays, whoever wants it out.
    let past = try #require(whole.draft.rows.first)
    guard case .failure(let refusal) = year.takingOut(past.placement.uid, in: whole) else {
      Issue.record("what is past was taken out")
      return
    }
    #expect(refusal.findings.map(\.code) == [.draftPast])
  }
}

extension StationYear {
  /// The schedule as people work on it, of a copy of the year.
  fileprivate func workedDraft(at time: LocalTime) -> WorkedDraft? {
    var year = self
    return year.workedDraft(at: time).worked
  }
}
