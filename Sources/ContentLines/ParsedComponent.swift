/// A component of a calendar that was read (RFC 5545 §3.6): its own properties, and the components in it.
public struct ParsedComponent: Sendable {
  /// In capitals: `VEVENT`.
  public let kind: String
  /// The line of its `BEGIN`, from 1.
  public let line: Int
  /// Its octets in the file, from `BEGIN` through the line of `END`.
  public internal(set) var range: Range<Int>
  /// In the order of the file.
  public internal(set) var properties: [ContentProperty] = []
  /// The components in it, in the order of the file; those of a calendar are handed out one by one instead.
  public internal(set) var parts: [ParsedComponent] = []
  /// Names of properties whose lines cannot be taken apart, in capitals.
  public internal(set) var brokenNames: Set<String> = []
  /// How many components it has, those of a calendar included.
  public internal(set) var partCount = 0
  /// The line of the first property that comes after a component; `nil` when none does.
  public internal(set) var lateProperty: Int?
  /// The line from which on its properties were passed over, since they are too many; `nil` when all are there.
  public internal(set) var overflow: Int?

  init(kind: String, line: Int, start: Int) {
    self.kind = kind
    self.line = line
    range = start..<start
  }

  /// The properties of a name, in capitals.
  public func all(_ name: String) -> [ContentProperty] { properties.filter { $0.name == name } }

  /// The first property of a name, in capitals.
  public func first(_ name: String) -> ContentProperty? { properties.first { $0.name == name } }

  /// The zones that properties here or in components within name (`TZID`), each once, in their order.
  public var zones: [String] {
    var zones: [String] = []
    for property in properties {
      if let zone = property["TZID"], !zones.contains(zone) { zones.append(zone) }
    }
    for zone in parts.flatMap(\.zones) where !zones.contains(zone) { zones.append(zone) }
    return zones
  }
}
