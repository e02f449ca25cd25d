/// Reads calendars that come block by block into components, whatever the octets are.
///
///     octets ──ContentLineReader──▶ content lines ──stack──▶ components of a calendar, one by one · faults
///
/// It is the one reader of iCalendar text: for checking, adopting and CalDAV. Names are understood in any case.
/// It keeps one component of a calendar at a time, and of it no more than a bound.
public struct ComponentReader: Sendable {
  /// What was read.
  public enum Element: Sendable {
    /// A component of the calendar that is open, with all that it holds.
    case component(ParsedComponent)
    /// The end of a calendar: its own properties.
    case calendar(ParsedComponent)
    /// Something that is no iCalendar.
    case fault(Fault, line: Int)
  }

  /// What breaks the form of a calendar.
  public enum Fault: Hashable, Sendable {
    /// A line that is no `NAME:VALUE`.
    case brokenLine
    /// A line outside every calendar; told once.
    case outside
    /// A component without `END`, which is not handed out.
    case unended(kind: String)
    /// An `END` of what is not open.
    case endWithoutBegin(kind: String)
    /// A component with too many properties; the rest of them is passed over.
    case overflow(kind: String)
    /// Components that lie too deep in one another, or too many of them in one; nothing more is read.
    case tooDeep
    /// A line that was too long to be kept whole.
    case cutLine(name: String)
    /// UTF-16, of which nothing is read.
    case utf16
    /// No calendar at all.
    case noCalendar
  }

  /// The calendar that is open, as far as it was read.
  public var calendar: ParsedComponent? { open.first }
  /// The line of its `BEGIN`; `nil` when none is open.
  public var calendarLine: Int? { open.first?.line }

  private var lines = ContentLineReader()
  private let kept: Set<String>?
  private var open: [ParsedComponent] = []
  /// Properties and components that are kept of the calendar's component that is open, and their octets.
  private var keptCount = 0
  private var keptOctets = 0
  private var ready: [Element] = []
  private var hasCalendar = false
  private var isOutsideTold = false
  private var isHopeless = false

  /// No component lies deeper, and of none of a calendar's more is kept.
  private static let deepest = 8
  private static let mostKept = 12_000
  private static let mostOctets = 1 << 24

  /// - Parameter kept: The names of the properties that matter, in capitals; the others are passed over. `nil` for all.
  public init(keeping kept: Set<String>? = nil) { self.kept = kept }

  /// Goes on in a block, from a position that it moves; `nil` when the block is used up. Cost: each octet is
  /// looked at a few times.
  public mutating func next(in block: UnsafeRawBufferPointer, _ position: inout Int) -> Element? {
    while ready.isEmpty {
      guard !isHopeless, lines.next(in: block, &position) else { return nil }
      takeLine()
    }
    return ready.removeFirst()
  }

  /// What remains once all blocks were taken.
  public mutating func end() -> [Element] {
    if !isHopeless, lines.end() { takeLine() }
    if !isHopeless {
      for component in open { tell(.unended(kind: component.kind), component.line) }
      if !hasCalendar { tell(.noCalendar, 1) }
    }
    defer { ready = [] }
    return ready
  }

  /// All elements of a text that is there as a whole.
  public static func elements(of text: [UInt8], keeping kept: Set<String>? = nil) -> [Element] {
    var reader = ComponentReader(keeping: kept)
    var elements: [Element] = []
    text.withUnsafeBytes { block in
      var position = 0
      while let element = reader.next(in: block, &position) { elements.append(element) }
    }
    return elements + reader.end()
  }

  /// Whether a text begins with the mark of UTF-16, so that nothing of it is read.
  public static func isUTF16(_ octets: some Sequence<UInt8>) -> Bool {
    octets.starts(with: [0xFF, 0xFE]) || octets.starts(with: [0xFE, 0xFF])
  }

  private mutating func tell(_ fault: Fault, _ line: Int) { ready.append(.fault(fault, line: line)) }

  // MARK: Lines

  private mutating func takeLine() {
    let number = lines.number
    var line = lines.octets[...]
    if number == 1 {
      if Self.isUTF16(line) {
        tell(.utf16, 1)
        isHopeless = true
        return
      }
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    }
    guard !line.isEmpty else { return }
    let limit = line.prefix(65)
    guard let colon = limit.firstIndex(where: { $0 == 0x3A || $0 == 0x3B }) else {
      return open.isEmpty ? outside(number) : tell(.brokenLine, number)
    }
    let name = ContentProperty.capitals(line[..<colon])
    switch name {
    case "BEGIN": begin(Self.kind(line[(colon + 1)...]), number)
    case "END": end(Self.kind(line[(colon + 1)...]), number)
    default: takeProperty(name, line, number)
    }
  }

  private mutating func takeProperty(_ name: String, _ line: ArraySlice<UInt8>, _ number: Int) {
    guard let last = open.indices.last else { return outside(number) }
    if lines.isCut { tell(.cutLine(name: name), number) }
    if open[last].partCount > 0, open[last].lateProperty == nil { open[last].lateProperty = number }
    guard kept?.contains(name) ?? true, open[last].overflow == nil else { return }
    guard
      let property = ContentProperty(line, number: number, range: lines.range, isCut: lines.isCut)
    else {
      if open[last].brokenNames.count < 100 { open[last].brokenNames.insert(name) }
      return tell(.brokenLine, number)
    }
    keptCount += 1
    keptOctets += line.count
    guard keptCount <= Self.mostKept, keptOctets <= Self.mostOctets else {
      open[last].overflow = number
      return tell(.overflow(kind: open[last].kind), number)
    }
    open[last].properties.append(property)
  }

  private mutating func outside(_ number: Int) {
    if !isOutsideTold { tell(.outside, number) }
    isOutsideTold = true
  }

  private static func kind(_ octets: ArraySlice<UInt8>) -> String {
    var kind = octets.prefix(64)
    while kind.last == 0x20 || kind.last == 0x09 { kind.removeLast() }
    return ContentProperty.capitals(kind)
  }

  // MARK: Components

  /// What stands in a calendar itself: where one begins within another component, that one has no `END`.
  private static let ofCalendar: Set<String> = [
    "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY",
  ]

  private mutating func begin(_ kind: String, _ number: Int) {
    if kind == "VCALENDAR" {
      unwind(to: 0)
      hasCalendar = true
    } else if open.isEmpty {
      return outside(number)
    } else if Self.ofCalendar.contains(kind) {
      unwind(to: 1)
    }
    if open.count < 2 { (keptCount, keptOctets) = (0, 0) }
    keptCount += 1
    guard open.count < Self.deepest, keptCount <= Self.mostKept else {
      tell(.tooDeep, number)
      isHopeless = true
      return
    }
    if let last = open.indices.last { open[last].partCount += 1 }
    open.append(ParsedComponent(kind: kind, line: number, start: lines.range.lowerBound))
  }

  private mutating func end(_ kind: String, _ number: Int) {
    guard let index = open.lastIndex(where: { $0.kind == kind }) else {
      return open.isEmpty ? outside(number) : tell(.endWithoutBegin(kind: kind), number)
    }
    unwind(to: index + 1)
    var component = open.removeLast()
    component.range = component.range.lowerBound..<lines.range.upperBound
    switch open.count {
    case 0: ready.append(.calendar(component))
    case 1: ready.append(.component(component))
    default: open[open.count - 1].parts.append(component)
    }
  }

  /// Leaves this number of components open; the others have no `END`.
  private mutating func unwind(to count: Int) {
    while open.count > count {
      let component = open.removeLast()
      tell(.unended(kind: component.kind), component.line)
    }
  }
}
