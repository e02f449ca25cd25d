import Allocation

/// What an `alloc-instance/1` file says, row by row, before the rows are held against one another.
struct InstanceRows {
  var name = ""
  var days = 0
  /// 13 days, ascending, from 0 to ``days``; empty when the file's are no months.
  var monthStart: [Int] = []
  var airedUntil = 0
  var blackouts: [Blackout] = []
  var outlets: [Outlet] = []
  var slots: [Slot] = []
  var series: [Series] = []
  var translators: [Translator] = []
  var aired: [Pair] = []
  var published: [Pair] = []

  /// Days, both inclusive, without placements; on all outlets when `outlets` is `nil`.
  struct Blackout {
    let days: ClosedRange<Int>
    let outlets: [Int]?
  }

  struct Outlet {
    let name: String
    let perDay: Int?
    let perMonth: [Int]?
    let offset: Int
  }

  /// 16 bytes, for there may be millions; an outlet of -1 marks a row that could not be read.
  struct Slot {
    let outlet: Int32
    let type: Int32
    let day: Int32
    let pieces: Int32

    static let unread = Slot(outlet: -1, type: -1, day: 0, pieces: 0)
  }

  struct Series {
    var name = ""
    var outlet = 0
    var quota = 0
    var perDay = 0
    /// First and last day; the last may come first, which is a finding.
    var first = 0
    var last = 0
    var weights: [Int] = []
    var least: [Int] = []
    var most: [Int] = []
    /// Preference costs by slot type.
    var types: [(type: Int, cost: Int)] = []
    var pins: [Int] = []
    var source: Int?
    var lead = 0
    var translator: Int?
    var offset = 0
    /// Whether a value could not be read, so that nothing more can be said of the series.
    var isUnread = false
  }

  struct Translator {
    let name: String
    let perWeek: [Int]
    let offset: Int
  }

  /// A series in a slot.
  struct Pair {
    let series: Int
    let slot: Int
    let offset: Int
  }
}
