/// Numbers for objects that many values share, in the order in which they come: what follows from such an object is
/// worked out once and kept in an array.
///
/// Objects are known again by identity, which costs a fraction of comparing what they say. So two that say the same may
/// have two numbers.
public struct SharedNumbers<Shared: AnyObject> {
  /// The objects by their numbers.
  public private(set) var all: [Shared] = []
  @usableFromInline var numbers: [ObjectIdentifier: Int32] = [:]

  /// No objects yet.
  public init() {}

  /// The number of an object, a new one when it was not there before.
  @inlinable public mutating func number(of shared: Shared) -> Int {
    // Values of one object mostly follow each other, or those of few others.
    if let number = numbers[ObjectIdentifier(shared)] { return Int(number) }
    return add(shared)
  }

  @usableFromInline mutating func add(_ shared: Shared) -> Int {
    numbers[ObjectIdentifier(shared)] = Int32(all.count)
    all.append(shared)
    return all.count - 1
  }
}

extension SharedNumbers: Sendable where Shared: Sendable {}
