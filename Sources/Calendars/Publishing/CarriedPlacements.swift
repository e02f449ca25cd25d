/// The numbers of those among some placements that a calendar carries, in order.
///
/// Most calendars carry few of a schedule's placements; the others are passed by their kind alone.
struct CarriedPlacements: Sequence, IteratorProtocol {
  private let entries: ScheduleEntries
  private let feed: Int
  private let kinds: [Bool]
  private let showsAllDays: Bool
  private let end: Int
  private var place: Int

  init(_ entries: ScheduleEntries, by feed: Int, among placements: Range<Int>) {
    self.entries = entries
    self.feed = feed
    kinds = entries.carriedKinds(by: feed)
    showsAllDays = entries.showsAllDays(feed)
    (place, end) = (placements.lowerBound, placements.upperBound)
  }

  mutating func next() -> Int? {
    repeat {
      place = entries.first(from: place, until: end, of: kinds)
      guard place < end else { return nil }
      place += 1
    } while !showsAllDays && !entries.carries(feed, place - 1)
    return place - 1
  }
}
