import ScheduleModel

/// Something in a plan that takes places away, and how little of it would have to be given up.
struct PlanChange {
  /// What it is, as part of a sentence.
  let words: Words
  /// The plan and its slots without it.
  let lifted: (Plan, [Slot])
  /// How it can be loosened by steps; `nil` where it is there or not.
  let steps: Steps?
  /// Whether it takes places away; if not, it only adds some.
  let isCause: Bool

  /// Steps by which something is loosened; a later one never takes places away again.
  struct Steps {
    /// How many steps there are.
    let count: Int
    /// The plan and its slots after this number of changes.
    let taken: (Int) -> (Plan, [Slot])
    /// What is to be written then.
    let words: (Int) -> Words
  }

  /// A change of the plan alone.
  init(_ words: Words, _ lifted: Plan, _ slots: [Slot], steps: Steps? = nil, isCause: Bool = true) {
    self.words = words
    self.isCause = isCause
    self.lifted = (lifted, slots)
    self.steps = steps
  }

  /// The fewest steps after which nothing is too many; `nil` when even all of them are too few.
  static func fewest(_ steps: Steps, isEnough: ((Plan, [Slot])) -> Bool) -> Int? {
    guard steps.count > 0, isEnough(steps.taken(steps.count)) else { return nil }
    var (low, high) = (0, steps.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if isEnough(steps.taken(middle)) { high = middle } else { low = middle }
    }
    return high
  }
}
