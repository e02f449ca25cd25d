import Allocation
import ScheduleModel
import Testing

/// The largest figures that a plan file may state, and plans with nothing to do.
struct RobustnessTests {
  private func time(_ work: () -> Void) -> Duration { ContinuousClock().measure(work) }

  @Test("a quota of a million and a handful of slots end at once, with a finding")
  func millionOnFew() {
    var allocated: Allocated?
    let elapsed = time {
      allocated = Allocated([Sample.line("a", Quantity.largest)], in: Sample.slots(on: Sample.each(10)))
    }
    #expect(elapsed < .seconds(1))
    #expect(allocated?.unplaced == ["a vi 999988"])
    #expect(allocated?.codes == [.quotaNotMet])
  }

  @Test("a slot of 10,000 pieces takes 10,000 of 100,000 works")
  func largeSlot() {
    var allocated: Allocated?
    let elapsed = time {
      allocated = Allocated(
        [Sample.line("a", 100_000)], in: Sample.slots(on: [Sample.day(5, 17)], pieces: 10_000))
    }
    #expect(elapsed < .seconds(5))
    #expect(allocated?.unplaced == ["a vi 90000"])
  }

  @Test("100,000 works fill a year of large slots evenly")
  func hundredThousand() {
    let plan = Sample.plan([Sample.line("a", 100_000)])
    let slots = Sample.slots(on: Sample.weekly(1), pieces: 10_000)
    var months: [Int] = []
    let elapsed = time {
      months = Allocator.allocate(plan: plan, slots: slots).schedule.months(ofLine: "a", of: plan)
    }
    #expect(elapsed < .seconds(15))
    let aWeek = 100_000 / 52
    let isEven = (1...12).allSatisfy { abs(12 * months.prefix($0).reduce(0, +) - 100_000 * $0) <= 12 * aWeek }
    #expect(isEven, "never a week from the even line")
  }

  @Test("the largest quota with the largest weights, least and pieces does not overflow")
  func extremes() {
    let weights = Dictionary(uniqueKeysWithValues: (1...12).map { ($0, $0.isMultiple(of: 2) ? 1_000 : 1) })
    let lines = (1...20).map { number in
      Sample.line(
        "l\(number)", Quantity.largest, weights: weights,
        months: [12: Quantity.largest...Quantity.largest, 1: 0...0])
    }
    let allocated = Allocated(lines, in: Sample.monthly(pieces: 2))
    #expect(allocated.counted == Schedule.Proof(demanded: 20 * Quantity.largest, placed: 22))
    #expect(allocated.schedule.unplaced.reduce(0) { $0 + $1.count } == 20 * Quantity.largest - 22)
  }

  @Test("the largest weights fill large slots to the last piece")
  func largestWeights() {
    let weights = Dictionary(uniqueKeysWithValues: (1...12).map { ($0, 1_000) })
    let line = Sample.line("a", Quantity.largest, weights: weights)
    let allocated = Allocated([line], in: Sample.monthly(pieces: 1_000))
    #expect(allocated.months() == Array(repeating: 1_000, count: 12))
    #expect(allocated.unplaced == ["a vi 988000"])
  }

  @Test("an empty plan gives an empty schedule, with and without slots")
  func empty() {
    for slots in [[], Sample.slots(on: Sample.daily())] {
      let allocated = Allocated([], in: slots)
      #expect(
        allocated.schedule
          == Schedule(
            slots: allocated.slots, placements: [], unplaced: [],
            proof: Schedule.Proof(demanded: 0, placed: 0)))
      #expect(allocated.findings.isEmpty)
    }
  }

  @Test("without slots nothing is placed, and every work is reported")
  func noSlots() {
    let versions = Sample.versions(into: ["hmn"])
    let line = Sample.line("a", 5, on: ["tv", "web"], months: [3: 2...9], versions: versions)
    let allocated = Allocated([line], in: [])
    #expect(allocated.unplaced == ["a vi 5"])
    #expect(allocated.codes == [.quotaNotMet, .quotaNotMet])
  }

  @Test("a line on no outlet is reported, not lost")
  func noOutlet() {
    let allocated = Allocated([Sample.line("a", 5, on: [])], in: Sample.slots(on: Sample.daily()))
    #expect(allocated.unplaced == ["a vi 5"])
  }

  @Test("a lead time of a thousand days leaves the originals where they are, and reports the versions")
  func endlessLead() {
    let line = Sample.line("a", 12, versions: Sample.versions(into: ["hmn"], after: 1_000))
    let slots = Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(20), "h", languages: ["hmn"])
    let allocated = Allocated([line], in: slots)
    #expect(allocated.days() == Sample.each(10))
    #expect(allocated.unplaced == ["a hmn 12"])
  }
}
