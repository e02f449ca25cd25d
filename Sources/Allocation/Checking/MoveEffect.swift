public import ScheduleModel

/// What a placement would do in another slot.
public struct MoveEffect: Hashable, Sendable {
  /// The slot.
  public let slot: Slot
  /// The rules that would be broken and are kept now, or are broken now with other numbers.
  public let broken: [RuleViolation]
  /// The rules that are broken now and would be kept.
  public let mended: [RuleViolation]
  /// The rules as they are broken now, that would still be broken, but less.
  public let eased: [RuleViolation]
  /// Whether the line would be spread more evenly over the year.
  public let evenness: Evenness

  /// How the distance of a line from its even line changes.
  public enum Evenness: String, Sendable {
    case better, same, worse

    init(from old: Int128, to new: Int128) { self = new < old ? .better : new > old ? .worse : .same }
  }

  /// Whether the line may never use the slot, whatever else moves.
  public var isClosed: Bool {
    broken.contains { RuleViolation.Rule.ofTheSlotAlone.contains($0.rule) }
  }
}

extension RuleViolation.Rule {
  /// What no other move mends: the slot is not for this line, or not on this day.
  public static let ofTheSlotAlone: Set<RuleViolation.Rule> = [
    .slotNotOpen, .outsidePlan, .outletNotOfLine, .gridNotOfLine, .languageNotCarried, .workTooLong,
    .outsideWindow, .weekday, .blackout,
  ]
}
