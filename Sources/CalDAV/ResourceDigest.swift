import ContentLines

/// What a resource says, in a number: equal for two texts of the same events and tasks.
///
/// Servers keep what they are sent in their own order and folds (RFC 4791 §5.3.4), so lines are compared without
/// folds and in order, and neither the calendar's own properties nor its zones count.
public struct ResourceDigest: Hashable, Sendable, Codable, CustomStringConvertible {
  private let value: UInt64

  /// The digest of a calendar's events and tasks.
  public init(_ calendar: [UInt8]) {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a; it guards against accidents, not against malice
    for case .component(let component) in ComponentReader.elements(of: calendar, keeping: [])
    where CalendarResource.Kind(rawValue: component.kind) != nil {
      let lines = ContentLineReader.lines(of: calendar[component.range])
      for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        for octet in line + [0x0D, 0x0A] { sum = (sum ^ UInt64(octet)) &* 0x0000_0100_0000_01b3 }
      }
    }
    value = sum
  }

  /// Reads what ``description`` gives.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = UInt64(try container.decode(String.self), radix: 16) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no digest")
    }
    self.value = value
  }

  /// Writes ``description``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Hexadecimal.
  public var description: String { String(value, radix: 16) }
}
