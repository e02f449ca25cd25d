/// For each of many things the index of another, or none; four bytes each.
struct OptionalIndices {
  private var numbers: [Int32]

  private static let none: Int32 = -1

  /// None for any of a number of things.
  init(count: Int) { numbers = Array(repeating: Self.none, count: count) }

  /// The index that a thing has.
  subscript(thing: Int) -> Int? {
    get { numbers[thing] == Self.none ? nil : Int(numbers[thing]) }
    set { numbers[thing] = newValue.map { Int32($0) } ?? Self.none }
  }
}
