import Allocation

/// Goes through a JSON text (RFC 8259) once and notes the place of each value.
struct JSONScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var nodes: [JSONTape.Node] = []

  /// How deep arrays and objects may lie in one another; an instance needs four.
  private static let deepest = 32

  /// Reads a whole text. Takes time and memory in proportion to it: 12 bytes for each value.
  static func tape(_ bytes: [UInt8]) throws(JSONStumble) -> JSONTape {
    var scanner = JSONScanner(bytes: bytes)
    try scanner.value(depth: 0)
    scanner.skipBlanks()
    guard scanner.index == bytes.count else { throw scanner.stumble(.something(after: true)) }
    return JSONTape(bytes: bytes, nodes: scanner.nodes)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    // A value takes a byte and a separator at least, so this is never outgrown; room that is not written to
    // costs no memory.
    nodes.reserveCapacity(bytes.count / 2 + 2)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private func stumble(_ reason: JSONStumble.Reason) -> JSONStumble {
    JSONStumble(offset: min(index, bytes.count), reason: index >= bytes.count ? .end : reason)
  }

  private mutating func value(depth: Int) throws(JSONStumble) {
    skipBlanks()
    guard index < bytes.count else { throw stumble(.end) }
    switch bytes[index] {
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try word("true", .truth)
    case UInt8(ascii: "f"): try word("false", .truth)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw stumble(.something(after: false))
    }
  }

  private mutating func array(depth: Int) throws(JSONStumble) {
    guard depth < Self.deepest else { throw stumble(.tooDeep) }
    let node = open(.array)
    if !skip(UInt8(ascii: "]")) {
      repeat { try value(depth: depth + 1) } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "]")) else { throw stumble(.separator) }
    }
    close(node)
  }

  private mutating func object(depth: Int) throws(JSONStumble) {
    guard depth < Self.deepest else { throw stumble(.tooDeep) }
    let node = open(.object)
    if !skip(UInt8(ascii: "}")) {
      repeat {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw stumble(.key) }
        try string()
        guard skip(UInt8(ascii: ":")) else { throw stumble(.separator) }
        try value(depth: depth + 1)
      } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "}")) else { throw stumble(.separator) }
    }
    close(node)
  }

  private mutating func string() throws(JSONStumble) {
    let node = open(.string)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return close(node)
      case UInt8(ascii: "\\"): index += 2
      case 0..<0x20: throw stumble(.control)
      default: index += 1
      }
    }
    throw stumble(.end)
  }

  private mutating func number() throws(JSONStumble) {
    let node = open(.integer, length: 0)
    var kind = JSONTape.Kind.integer
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let isZero = index < bytes.count && bytes[index] == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0, digits == 1 || !isZero else { throw stumble(.number) }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      kind = .fraction
      index += 1
      guard skipDigits() > 0 else { throw stumble(.number) }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      kind = .fraction
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard skipDigits() > 0 else { throw stumble(.number) }
    }
    nodes[node].kind = kind
    close(node)
  }

  private mutating func word(_ word: StaticString, _ kind: JSONTape.Kind) throws(JSONStumble) {
    let node = open(kind, length: 0)
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else {
        throw stumble(.something(after: false))
      }
      index += 1
    }
    close(node)
  }

  /// Begins a value here, behind its opening mark.
  private mutating func open(_ kind: JSONTape.Kind, length: Int = 1) -> Int {
    nodes.append(JSONTape.Node(start: UInt32(index), next: 0, kind: kind))
    index += length
    return nodes.count - 1
  }

  private mutating func close(_ node: Int) { nodes[node].next = UInt32(nodes.count) }

  /// Goes over blanks and then over one mark, if it is there.
  private mutating func skip(_ mark: UInt8) -> Bool {
    skipBlanks()
    guard index < bytes.count, bytes[index] == mark else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
    return index - start
  }
}

/// Where and why a text is no JSON.
struct JSONStumble: Error, Hashable {
  /// The byte at which it stops to be JSON.
  let offset: Int
  /// What is wrong there.
  let reason: Reason

  /// What is wrong.
  enum Reason: Hashable {
    /// The text ends in the middle of a value.
    case end
    /// Something that begins no value, or that follows the only one.
    case something(after: Bool)
    /// No comma, colon or closing bracket where one is needed.
    case separator
    /// An object's key that is no string.
    case key
    /// A number that JSON does not write so.
    case number
    /// A control character in a string.
    case control
    /// Arrays and objects too deep in one another.
    case tooDeep
  }
}
