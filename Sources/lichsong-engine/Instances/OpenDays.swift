import Allocation

/// On which days an outlet may be planned: neither before the first open day nor in a blackout.
struct OpenDays {
  private let everywhere: [Bool]
  private let byOutlet: [Int: [Bool]]

  init(_ rows: InstanceRows) {
    var everywhere = (0..<rows.days).map { $0 >= rows.airedUntil }
    for blackout in rows.blackouts where blackout.outlets == nil {
      for day in blackout.days { everywhere[day] = false }
    }
    var byOutlet: [Int: [Bool]] = [:]
    for blackout in rows.blackouts {
      for outlet in blackout.outlets ?? [] {
        for day in blackout.days { byOutlet[outlet, default: everywhere][day] = false }
      }
    }
    self.everywhere = everywhere
    self.byOutlet = byOutlet
  }

  /// The days of an outlet.
  func days(of outlet: Int) -> [Bool] { byOutlet[outlet] ?? everywhere }
}
