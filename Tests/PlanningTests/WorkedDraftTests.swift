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
}

extension StationYear {
  /// The schedule as people work on it, of a copy of the year.
  fileprivate func workedDraft(at time: LocalTime) -> WorkedDraft? {
    var year = self
    return year.workedDraft(at: time).worked
  }
}
