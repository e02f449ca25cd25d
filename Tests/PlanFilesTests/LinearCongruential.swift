/// Random numbers that are the same on every machine: the generator of Knuth's MMIX.
struct LinearCongruential: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func next() -> UInt64 {
    // The low bits repeat soon; two steps give 64 good ones.
    UInt64(step()) << 32 | UInt64(step())
  }

  private mutating func step() -> UInt32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32(state >> 32)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of some values, of which there must be one.
  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...(values.count - 1))] }

  /// Some of the values, each with the same chance, in their order.
  mutating func some<Value>(of values: [Value], percent: Int = 40) -> [Value] {
    values.filter { _ in chance(percent) }
  }
}
