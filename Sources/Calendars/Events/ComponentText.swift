import ScheduleModel

/// Writes components as octets (RFC 5545 §3.1): escaped, folded at 75 octets between two characters, CRLF.
///
/// Its own writer, not libical's: that makes a tree of objects for every event and leaves `,` and `;` bare in
/// CATEGORIES, and finished octets are what a publication compares and reuses. What it writes is read by the
/// strict checker and by other people's clients in the tests.
struct ComponentText {
  private(set) var octets: [UInt8] = []
  private var line: [UInt8] = []

  /// A component as octets.
  static func octets(of component: CalendarComponent) -> [UInt8] {
    var text = ComponentText()
    text.append(component)
    return text.octets
  }

  /// A line that needs neither escapes nor folds.
  static func line(_ text: String) -> [UInt8] { Array(text.utf8) + lineEnd }

  /// Its first line, its properties, its parts and its last line.
  mutating func append(_ component: CalendarComponent) {
    open(component.kind)
    for property in component.properties { append(property) }
    for part in component.parts { append(part) }
    close(component.kind)
  }

  /// `BEGIN:VEVENT`.
  mutating func open(_ kind: CalendarComponent.Kind) { append("BEGIN:", kind.rawValue) }

  /// `END:VEVENT`.
  mutating func close(_ kind: CalendarComponent.Kind) { append("END:", kind.rawValue) }

  private mutating func append(_ name: StaticString, _ kind: String) {
    name.withUTF8Buffer { octets.append(contentsOf: $0) }
    octets.append(contentsOf: kind.utf8)
    octets.append(contentsOf: Self.lineEnd)
  }

  /// One property on a line of its own, folded where it is long.
  mutating func append(_ property: CalendarProperty) {
    line.removeAll(keepingCapacity: true)
    let name = property.name.rawValue
    line.append(contentsOf: name.utf8)
    switch property.value {
    case .text(let text, let language):
      if let language { parameter("LANGUAGE", language) }
      line.append(Self.colon)
      // An extension of ours is no TEXT by RFC 5545 §3.8.8.2, and no URL and no colour name is: as they are.
      if name.hasPrefix("X-") || property.name == .link {
        line.append(contentsOf: text.text.utf8)
      } else {
        appendEscaped(text.text)
      }
    case .word(let word): value(word)
    case .day(let day):
      parameter("VALUE", "DATE")
      line.append(Self.colon)
      append(day)
    case .local(let time, let zone):
      if let zone { parameter("TZID", zone) }
      line.append(Self.colon)
      append(time)
    case .utc(let time):
      line.append(Self.colon)
      append(time)
      line.append(0x5A)
    case .number(let number): value(String(number))
    case .hours(let hours):
      parameter("VALUE", "DURATION")
      value("PT\(hours)H")
    case .beforeEnd(let minutes):
      parameter("RELATED", "END")
      value(Self.duration(-minutes))
    case .offset(let seconds):
      line.append(contentsOf: seconds < 0 ? ":-".utf8 : ":+".utf8)
      let amount = Int(seconds.magnitude)
      two(amount / 3600)
      two(amount / 60 % 60)
      if amount % 60 != 0 { two(amount % 60) }
    }
    fold()
  }

  // MARK: Values

  private mutating func parameter(_ name: String, _ value: String) {
    line.append(0x3B)
    line.append(contentsOf: name.utf8)
    line.append(0x3D)
    line.append(contentsOf: value.utf8)
  }

  private mutating func value(_ text: String) {
    line.append(Self.colon)
    line.append(contentsOf: text.utf8)
  }

  /// A duration as RFC 5545 §3.3.6 writes it: `-P1D`, `-PT15H`, `PT9H30M`.
  private static func duration(_ minutes: Int) -> String {
    let (sign, amount) = (minutes < 0 ? "-" : "", Int(minutes.magnitude))
    if amount % 1_440 == 0, amount > 0 { return "\(sign)P\(amount / 1_440)D" }
    let (hours, rest) = (amount / 60, amount % 60)
    return "\(sign)PT" + (hours > 0 ? "\(hours)H" : "") + (rest > 0 || hours == 0 ? "\(rest)M" : "")
  }

  /// Text as RFC 5545 §3.3.11 wants it.
  private mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { octets in
      var start = 0
      for (index, octet) in octets.enumerated() {
        guard octet == 0x0A || octet == 0x2C || octet == 0x3B || octet == 0x5C else { continue }
        line.append(contentsOf: octets[start..<index])
        line.append(0x5C)
        line.append(octet == 0x0A ? 0x6E : octet)
        start = index + 1
      }
      line.append(contentsOf: octets[start...])
    }
  }

  private mutating func append(_ day: CivilDay) {
    let (year, month, day) = day.components
    two(year / 100)
    two(year % 100)
    two(month)
    two(day)
  }

  private mutating func append(_ time: LocalTime) {
    append(time.day)
    line.append(0x54)
    let seconds = time.time.seconds
    two(seconds / 3600)
    two(seconds / 60 % 60)
    two(seconds % 60)
  }

  private mutating func two(_ number: Int) {
    line.append(0x30 + UInt8(number / 10 % 10))
    line.append(0x30 + UInt8(number % 10))
  }

  // MARK: Lines

  /// A line folded where it is long, with its end.
  static func folded(_ line: some Sequence<UInt8>) -> [UInt8] {
    var text = ComponentText()
    text.line = Array(line)
    text.fold()
    return text.octets
  }

  /// The line, a blank before each piece but the first, none over 75 octets with its blank.
  private mutating func fold() {
    var start = 0
    var room = Self.longest
    while line.count - start > room {
      var end = start + room
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      octets.append(contentsOf: line[start..<end])
      octets.append(contentsOf: Self.lineEnd)
      octets.append(0x20)
      start = end
      room = Self.longest - 1
    }
    octets.append(contentsOf: line[start...])
    octets.append(contentsOf: Self.lineEnd)
  }

  /// The octets of a line at most, its end not counted (RFC 5545 §3.1).
  static let longest = 75

  private static let colon: UInt8 = 0x3A
  static let lineEnd: [UInt8] = [0x0D, 0x0A]
}
