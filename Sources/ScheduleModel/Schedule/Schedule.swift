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
    self.placements = placements.sorted { ($0.timing, $0.uid) < ($1.timing, $1.uid) }
    self.unplaced = unplaced
    self.proof = proof
  }

  /// First runs of a line's originals in each of the twelve months of `year`.
  public func months(of line: String, year: Int) -> [Int] {
    var counts = Array(repeating: 0, count: 12)
    for placement in placements where placement.line == line && placement.isOriginalFirstRun {
      let (of, month, _) = placement.timing.day.components
      if of == year { counts[month - 1] += 1 }
    }
    return counts
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

/// A work's version put into a slot.
public struct Placement: Hashable, Sendable {
  /// The id of this placement, the same through every move: it is the UID of its calendar event.
  public let uid: String
  /// The line whose work it is.
  public let line: String
  /// The number of the work within its line, from 1.
  public let edition: Int
  /// The language of the version.
  public let language: LanguageTag
  /// First run, or what else.
  public let run: Run
  /// The outlet.
  public let outlet: String
  /// The slot's id.
  public let slot: String
  /// When it is.
  public let timing: SlotTiming
  /// Which of several such runs of the work it is, from 1.
  public let number: Int

  /// What sort of airing a placement is.
  public enum Run: String, CaseIterable, Sendable {
    /// Phát mới: the work's first appearance in its language.
    case first
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
    let further = number > 1 ? ".\(number)" : ""
    let suffix = run == .first ? "" : ".\(run.rawValue).\(slot.outlet)\(further)"
    uid = "\(plan).\(line).\(edition).\(language)\(suffix)@lichsong"
    self.line = line
    self.edition = edition
    self.language = language
    self.run = run
    outlet = slot.outlet
    self.slot = slot.id
    self.number = number
    timing = slot.timing
  }

  /// A placement under a UID that it was published with, wherever it lies now.
  public init(
    uid: String, line: String, edition: Int, language: LanguageTag, run: Run, number: Int, outlet: String,
    slot: String, timing: SlotTiming
  ) {
    self.uid = uid
    self.line = line
    self.edition = edition
    self.language = language
    self.run = run
    self.number = number
    self.outlet = outlet
    self.slot = slot
    self.timing = timing
  }

  /// The same placement in another slot.
  public func moved(to slot: Slot) -> Placement {
    Placement(
      uid: uid, line: line, edition: edition, language: language, run: run, number: number,
      outlet: slot.outlet, slot: slot.id, timing: slot.timing)
  }

  /// Whether it is the first appearance of a Vietnamese original, which is what quotas count.
  public var isOriginalFirstRun: Bool { run == .first && language == .vietnamese }
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

  /// So many works of a line in a language that found no slot.
  public init(line: String, language: LanguageTag, count: Int, reason: Words) {
    self.line = line
    self.language = language
    self.count = count
    self.reason = reason
  }
}
