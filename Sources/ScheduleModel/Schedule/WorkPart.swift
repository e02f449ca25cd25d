/// One of the parts in which a work goes out.
public struct WorkPart: Hashable, Sendable {
  /// Which part, from 1.
  public let number: Int
  /// How many parts the work has; `nil` where the plan no longer says so.
  public let count: Int?

  /// A part of a work.
  public init(number: Int, of count: Int?) {
    self.number = number
    self.count = count
  }

  /// The name for a reader: “phần 2/3”.
  public var name: Words {
    guard let count else { return Words(vi: "phần \(number)", en: "part \(number)") }
    return Words(vi: "phần \(number)/\(count)", en: "part \(number) of \(count)")
  }
}

extension WorkPart {
  /// Whether works of a line have such a part.
  public func fits(_ line: PlanLine?) -> Bool {
    guard let parts = line?.parts else { return false }
    return number <= parts && count.map { $0 == parts } ?? true
  }
}

extension Plan {
  /// Which part of its work a placement is; `nil` where its work goes out as a whole.
  public func part(of placement: Placement) -> WorkPart? {
    let count = line(placement.line)?.parts ?? 1
    switch placement.run {
    case .first: return count > 1 ? WorkPart(number: 1, of: count) : nil
    case .part: return WorkPart(number: placement.number, of: count >= placement.number ? count : nil)
    case .repeat, .relay, .crossPost: return nil
    }
  }

  /// What sort of airing a placement is, for a reader: “phát mới”, “phần 2/3”.
  public func runName(of placement: Placement) -> Words { part(of: placement)?.name ?? placement.run.name }
}

extension PlanLine {
  /// In how many parts each of its works goes out, each with a placement of its own; 1 for works that go out as a whole.
  public var parts: Int { counting.parts }
}

extension ClosedRange<Int> {
  /// The lengths of a number of works, or of a work in a number of parts, of lengths in this range.
  public func times(_ count: Int) -> ClosedRange<Int> { lowerBound * count...upperBound * count }
}

extension Placement {
  /// Which part of its work it shows, from 1; 1 for a whole work, too.
  public var partNumber: Int { run == .part ? number : 1 }
}
