/// All placements of a plan.
public struct Schedule: Hashable, Sendable {
  /// The slots that the plan's grid opens, in time order.
  public let slots: [Slot]
  /// The placements, in time order, then by UID.
  public let placements: [Placement]
  /// The works that found no slot.
  public let unplaced: [Unplaced]
  /// What is known about how good it is.
  public let proof: Proof

  /// A schedule; placements are put into time order.
  public init(slots: [Slot], placements: [Placement], unplaced: [Unplaced], proof: Proof) {
    self.slots = slots
    self.placements = placements.inTimeOrder
    self.unplaced = unplaced
    self.proof = proof
  }

  /// First runs of a line's originals in each of the plan's months.
  ///
  /// - Complexity: O(n) in the placements; for every line of a plan ask for ``months(of:)``.
  public func months(ofLine line: String, of plan: Plan) -> [Int] {
    months(of: plan)[line] ?? Array(repeating: 0, count: plan.months.count)
  }

  /// The same for all lines that have any, in one pass.
  public func months(of plan: Plan) -> [String: [Int]] {
    let days = plan.months.days
    let ends = plan.months.indices.map { plan.months.days(of: $0).upperBound }
    var months: [String: [Int]] = [:]
    // Placements come in the order of time, so the month only ever moves on.
    var month = 0
    for placement in placements where plan.isOriginalFirstRun(placement) {
      let day = placement.timing.day
      guard days.contains(day) else { continue }
      while day >= ends[month] { month += 1 }
      months[placement.line, default: Array(repeating: 0, count: plan.months.count)][month] += 1
    }
    return months
  }

  /// How many placements were asked for and found a slot, and how near to the best the schedule is.
  public struct Proof: Hashable, Sendable {
    /// Placements that the plan asks for: of works, of their versions and repeats, and on further outlets.
    public let demanded: Int
    /// Those that found a slot.
    public let placed: Int
    /// What the schedule is judged by, what counts more first; empty when nothing is proven.
    public let levels: [Level]

    /// A proof by counting, and one for each objective.
    public init(demanded: Int, placed: Int, levels: [Level] = []) {
      self.demanded = demanded
      self.placed = placed
      self.levels = levels
    }

    /// Whether it is proven that no schedule is better.
    public var isOptimal: Bool { !levels.isEmpty && levels.allSatisfy(\.isOptimal) }
  }

  /// One objective: what the schedule has, and what none can be below that is as good in those before.
  public struct Level: Hashable, Sendable {
    /// The objective.
    public let objective: Objective
    /// What the schedule has, in the objective's unit.
    public let value: Int128
    /// What no schedule can be below, in the same unit.
    public let bound: Int128

    /// An objective with its value and its bound.
    public init(objective: Objective, value: Int128, bound: Int128) {
      self.objective = objective
      self.value = value
      self.bound = bound
    }

    /// Whether no schedule is better, those before being equal.
    public var isOptimal: Bool { value <= bound }
  }

  /// What a schedule is judged by; less is better. The raw values go into JSON.
  public enum Objective: String, CaseIterable, Sendable {
    /// Placements without a slot.
    case shortage
    /// The largest distance from an even line on any day, in thousandths of a work; for outlets that share
    /// nothing, the sum of theirs.
    case deviation
    /// Placements that are no longer where they were published.
    case moves
    /// The squares of all distances from the even lines, in millionths.
    case squares
    /// How little the grid lines are liked that are used.
    case preference
  }
}

extension [Placement] {
  /// The placements in time order, then by UID; on a day without hours repeats come after first runs.
  fileprivate var inTimeOrder: [Placement] {
    let keys = map(\.timing.sortKey)
    let repeats = map { $0.run == .repeat && !$0.timing.hasHour ? $0.number : 0 }
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      guard keys[left] == keys[right] else { return keys[left] < keys[right] }
      return repeats[left] == repeats[right]
        ? self[left].uid < self[right].uid : repeats[left] < repeats[right]
    }
    if indices.dropFirst().allSatisfy({ !isBefore($0, $0 - 1) }) { return self }
    return indices.sorted(by: isBefore).map { self[$0] }
  }
}

/// A work's version put into a slot.
///
/// A value that is one pointer wide: a year has a million of them, and they are copied into outcomes and reports.
public struct Placement: Sendable {
  @usableFromInline let fields: Fields

  @usableFromInline final class Fields: Sendable {
    @usableFromInline let uid: String
    @usableFromInline let line: String
    @usableFromInline let language: LanguageTag
    @usableFromInline let outlet: String
    @usableFromInline let slot: String
    @usableFromInline let timing: SlotTiming
    @usableFromInline let run: Run
    @usableFromInline let edition: Int32
    @usableFromInline let number: Int32

    init(
      uid: String, line: String, edition: Int, language: LanguageTag, run: Run, number: Int, outlet: String,
      slot: String, timing: SlotTiming
    ) {
      self.uid = uid
      self.line = line
      self.edition = Int32(edition)
      self.language = language
      self.run = run
      self.number = Int32(number)
      self.outlet = outlet
      self.slot = slot
      self.timing = timing
    }
  }

  /// The id of this placement, the same through every move: it is the UID of its calendar event.
  @inlinable public var uid: String { fields.uid }
  /// The line whose work it is.
  @inlinable public var line: String { fields.line }
  /// The number of the work within its line, from 1.
  @inlinable public var edition: Int { Int(fields.edition) }
  /// The language of the version.
  @inlinable public var language: LanguageTag { fields.language }
  /// First run, or what else.
  @inlinable public var run: Run { fields.run }
  /// The outlet.
  @inlinable public var outlet: String { fields.outlet }
  /// The slot's id.
  @inlinable public var slot: String { fields.slot }
  /// When it is.
  @inlinable public var timing: SlotTiming { fields.timing }
  /// Which of several such runs of the work it is, from 1; which part of it, from 2, for a later part.
  @inlinable public var number: Int { Int(fields.number) }

  /// What sort of airing a placement is.
  public enum Run: String, CaseIterable, Sendable {
    /// Phát mới: the work's first appearance in its language; of a work in parts the first part.
    case first
    /// Phần 2, phần 3 …: a later part of a work that goes out in parts; ``Placement/number`` says which.
    case part
    /// Phát lại: again on the same outlet.
    case `repeat`
    /// Tiếp âm, tiếp sóng: carried over from another station at the same time.
    case relay
    /// Also on another outlet of the line.
    case crossPost = "cross-post"

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .first: Words(vi: "phát mới", en: "first run")
      case .part: Words(vi: "phần", en: "part")
      case .repeat: Words(vi: "phát lại", en: "repeat")
      case .relay: Words(vi: "tiếp sóng", en: "relay")
      case .crossPost: Words(vi: "đăng, phát thêm kênh", en: "also on")
      }
    }
  }

  /// A placement; its UID follows from the plan, the work, the language and the run, never from the date.
  /// - Parameter number: Which of several such runs of the work it is, from 1.
  public init(
    plan: String, line: String, edition: Int, language: LanguageTag, run: Run, slot: Slot, number: Int = 1
  ) {
    self.init(
      plan: plan, line: line, edition: edition, language: language, run: run, number: number,
      outlet: slot.outlet, slot: slot.id, timing: slot.timing)
  }

  /// The same in a slot that is known by its outlet, its id and its time alone.
  public init(
    plan: String, line: String, edition: Int, language: LanguageTag, run: Run, number: Int, outlet: String,
    slot: String, timing: SlotTiming
  ) {
    var uid = "\(plan).\(line).\(edition).\(language.tag)"
    switch run {
    case .first: break
    case .part: uid += ".part.\(number)"
    case .repeat, .relay, .crossPost:
      uid += ".\(run.rawValue).\(outlet)"
      if number > 1 { uid += ".\(number)" }
    }
    uid += "@lichsong"
    self.init(
      uid: uid, line: line, edition: edition, language: language, run: run, number: number, outlet: outlet,
      slot: slot, timing: timing)
  }

  /// A placement under a UID that it was published with, wherever it lies now.
  public init(
    uid: String, line: String, edition: Int, language: LanguageTag, run: Run, number: Int, outlet: String,
    slot: String, timing: SlotTiming
  ) {
    fields = Fields(
      uid: uid, line: line, edition: edition, language: language, run: run, number: number, outlet: outlet,
      slot: slot, timing: timing)
  }

  /// The same placement in another slot.
  public func moved(to slot: Slot) -> Placement {
    Placement(
      uid: uid, line: line, edition: edition, language: language, run: run, number: number,
      outlet: slot.outlet, slot: slot.id, timing: slot.timing)
  }

  /// The same placement, under its UID, in another language.
  public func spoken(in other: LanguageTag) -> Placement {
    other == language
      ? self
      : Placement(
        uid: uid, line: line, edition: edition, language: other, run: run, number: number, outlet: outlet,
        slot: slot, timing: timing)
  }
}

extension Placement: Hashable {
  /// Whether two placements are the same in everything.
  public static func == (left: Placement, right: Placement) -> Bool {
    let (one, other) = (left.fields, right.fields)
    if one === other { return true }
    return one.uid == other.uid && one.timing == other.timing && one.slot == other.slot
      && one.line == other.line && one.edition == other.edition && one.language == other.language
      && one.run == other.run && one.number == other.number && one.outlet == other.outlet
  }

  /// Hashes the UID and the time.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(uid)
    hasher.combine(timing)
  }
}

/// A work or version that found no slot.
public struct Unplaced: Hashable, Sendable {
  /// The line.
  public let line: String
  /// The language.
  public let language: LanguageTag
  /// How many.
  public let count: Int
  /// Why, in words.
  public let reason: Words

  /// The works of a line in a language that found no slot.
  public init(line: String, language: LanguageTag, count: Int, reason: Words) {
    self.line = line
    self.language = language
    self.count = count
    self.reason = reason
  }
}
