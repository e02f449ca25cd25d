import Planning
import ScheduleModel

/// How pages show an instant: in one form, by the clock of the station.
enum PageTime {
  /// The clock of what belongs to no plan: that of Việt Nam.
  static let clock = StationClock(zone: "Asia/Ho_Chi_Minh")

  /// Day and time of an instant in UTC, to the minute: `14/06/2018 09:00`.
  ///
  /// - Parameter plan: The plan whose clock shows it; `nil` for what belongs to none, and while a plan cannot be read.
  static func text(_ instant: LocalTime, of plan: Plan? = nil) -> String {
    let local = (plan.map(StationClock.init(plan:)) ?? clock).local(instant)
    return "\(local.day.forPeople) \(LocalTime(seconds: local.seconds - local.seconds % 60).time)"
  }
}
