import ScheduleModel
import StationStore
import StationWork

extension StoreTransaction {
  /// Asks the workers for the calendars of a plan that somebody subscribes to and that were not made from what is published
  /// now.
  ///
  /// - Parameter program: The version of the program whose octets are to be there; `nil` for any.
  func askForFeeds(of plan: Int, madeBy program: String? = nil, on now: LocalTime) throws(StoreRefusal) {
    let input = try feedInput(of: plan)
    var wanted: [Feed] = []
    for feed in try feeds(ofPlan: plan).compactMap(Feed.init) {
      if let state = try feedState(of: plan, feed.calendar, feed.language), state.input == input {
        guard let program, state.tag != nil,
          try FeedWork.octets(of: state, isCompressed: true, by: program, self) == nil
        else { continue }
      }
      wanted.append(feed)
    }
    guard !wanted.isEmpty else { return }
    _ = try FeedWork.ask(
      for: wanted.map { ($0.calendar, $0.language) }, of: plan, on: now, self)
  }
}
