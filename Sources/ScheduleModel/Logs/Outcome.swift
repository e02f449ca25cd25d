/// What became of a placement.
public enum Outcome: String, CaseIterable, Sendable {
  /// On its day, in time.
  case aired
  /// On its day, but later (or earlier) than the plan tolerates.
  case late
  /// On another day.
  case moved
  /// Only a part of it: less of its length than the plan tolerates.
  case partial
  /// Another work of the same line, or the same in another language, went out in its slot; it did not itself.
  case substituted
  /// Something with precedence took its place.
  case preempted = "pre-empted"
  /// The logs of its outlet tell of its day, and none has it.
  case missed
  /// The logs have a row of it on its day that could not be read, or that leaves open whether it aired.
  case unclear
  /// Not in the schedule, but aired.
  case unplanned
  /// No log tells of its outlet on its day yet: it is not known whether it aired.
  case pending

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .aired: Words(vi: "đã phát", en: "aired")
    case .late: Words(vi: "phát lệch giờ", en: "late")
    case .moved: Words(vi: "phát ngày khác", en: "moved")
    case .partial: Words(vi: "phát một phần", en: "partial")
    case .substituted: Words(vi: "phát thay thế", en: "substituted")
    case .preempted: Words(vi: "nhường sóng", en: "pre-empted")
    case .missed: Words(vi: "chưa thực hiện", en: "missed")
    case .unclear: Words(vi: "chưa rõ đã phát hay chưa", en: "not clear whether it aired")
    case .unplanned: Words(vi: "ngoài lịch", en: "unplanned")
    case .pending: Words(vi: "chưa có nhật ký", en: "no log yet")
    }
  }

  /// Whether the work went out, whenever it did.
  public var countsAsAired: Bool {
    switch self {
    case .aired, .late, .moved, .partial, .unplanned: true
    case .substituted, .preempted, .missed, .unclear, .pending: false
    }
  }

  /// Whether it is known what became of it.
  public var isKnown: Bool { self != .pending && self != .unclear }
}
