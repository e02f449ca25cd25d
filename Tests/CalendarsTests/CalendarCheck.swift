import Foundation

/// A strict check of our own calendars, byte by byte: parsers accept long lines, split characters, missing
/// stamps and repeated UIDs without a word.
struct CalendarCheck {
  /// A line of the calendar without its folds: `DTSTART;TZID=Asia/Ho_Chi_Minh:20200102T201500`.
  struct Line {
    let name: String
    let parameters: [String: String]
    let value: String
  }

  /// A component with its own lines.
  struct Component {
    let kind: String
    var lines: [Line] = []
    var parts: [Component] = []

    func all(_ name: String) -> [Line] { lines.filter { $0.name == name } }

    func value(_ name: String) -> String? { all(name).first?.value }
  }

  private(set) var problems: [String] = []
  private(set) var calendar = Component(kind: "")

  /// What is wrong with a calendar's text; empty when nothing is.
  static func problems(in text: String) -> [String] { CalendarCheck(text).problems }

  init(_ text: String) {
    let lines = physicalLines(of: Array(text.utf8))
    if text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8) == false {
      problems.append("not in NFC")
    }
    parse(unfolded(lines))
    guard calendar.kind == "VCALENDAR" else { return }
    checkCalendar()
    checkEntries()
    checkZones()
  }

  private mutating func expect(_ holds: Bool, _ problem: String) {
    if !holds { problems.append(problem) }
  }

  // MARK: Bytes and lines

  private mutating func physicalLines(of bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        expect(line.last == 0x0D, "line \(lines.count + 1) ends without CR")
        if line.last == 0x0D { line.removeLast() }
        lines.append(line)
        line = []
      } else {
        let isBreak = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        let isControl =
          byte < 0x20 || byte == 0x7F || (byte == 0xC2 && (0x80...0x9F).contains(bytes[index + 1]))
        if !isBreak, isControl { problems.append("line \(lines.count + 1) has a control character") }
        line.append(byte)
      }
    }
    expect(line.isEmpty, "the last line does not end")
    for (index, line) in lines.enumerated() {
      expect(line.count <= 75, "line \(index + 1) has \(line.count) octets")
      // A character split by a fold became this one when the bytes became a string.
      expect(line.firstRange(of: [0xEF, 0xBF, 0xBD]) == nil, "line \(index + 1) has a broken character")
      expect(!line.isEmpty, "line \(index + 1) is empty")
    }
    return lines
  }

  private func unfolded(_ lines: [[UInt8]]) -> [String] {
    var logical: [[UInt8]] = []
    for line in lines {
      if line.first == 0x20, !logical.isEmpty {
        logical[logical.count - 1] += line.dropFirst()
      } else {
        logical.append(line)
      }
    }
    return logical.map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func parse(_ lines: [String]) {
    expect(lines.first == "BEGIN:VCALENDAR", "does not begin with BEGIN:VCALENDAR")
    expect(lines.last == "END:VCALENDAR", "does not end with END:VCALENDAR")
    var stack = [Component(kind: "")]
    for text in lines {
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      let head = text[..<colon].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let value = String(text[colon...].dropFirst())
      expect(!value.isEmpty, "an empty property: \(text)")
      switch head[0] {
      case "BEGIN": stack.append(Component(kind: value))
      case "END":
        guard stack.count > 1, let last = stack.popLast(), last.kind == value else {
          return problems.append("END:\(value) closes nothing")
        }
        stack[stack.count - 1].parts.append(last)
      default:
        let pairs = head.dropFirst().map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        expect(pairs.allSatisfy { $0.count == 2 && !$0[1].isEmpty }, "a broken parameter: \(text)")
        let parameters = Dictionary(pairs.map { ($0[0], $0.last ?? "") }) { first, _ in first }
        expect(parameters.count == pairs.count, "a repeated parameter: \(text)")
        stack[stack.count - 1].lines.append(Line(name: head[0], parameters: parameters, value: value))
      }
    }
    expect(stack.count == 1 && stack[0].parts.count == 1, "not one whole calendar")
    calendar = stack[0].parts.first ?? calendar
  }

  // MARK: Contents

  private mutating func checkCalendar() {
    for name in ["PRODID", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "REFRESH-INTERVAL"] {
      expect(calendar.all(name).count == 1, "\(calendar.all(name).count) \(name)")
    }
    for (name, value) in [("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
      expect(calendar.value(name) == value, "\(name) is not \(value)")
    }
    expect(calendar.value("REFRESH-INTERVAL") == calendar.value("X-PUBLISHED-TTL"), "two refresh intervals")
    expect(
      calendar.value("NAME").map(Self.unescaped) == calendar.value("X-WR-CALNAME").map(Self.unescaped),
      "two names")
    expect(!calendar.parts.isEmpty, "a calendar without components")
  }

  private mutating func checkEntries() {
    for kind in ["VEVENT", "VTODO"] {
      let uids = calendar.parts.filter { $0.kind == kind }.map { $0.value("UID") ?? "" }
      expect(Set(uids).count == uids.count, "a repeated UID of a \(kind)")
    }
    let events = Set(calendar.parts.filter { $0.kind == "VEVENT" }.map { $0.value("UID") ?? "" })
    let texts = ["SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "UID", "RELATED-TO"]
    for entry in calendar.parts where entry.kind != "VTIMEZONE" {
      let uid = entry.value("UID") ?? "?"
      for name in ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "CATEGORIES", "STATUS", "CLASS"]
      {
        expect(entry.all(name).count == 1, "\(entry.all(name).count) \(name) in \(uid)")
      }
      let names = entry.lines.map(\.name)
      expect(Set(names).count == names.count, "a repeated property in \(uid)")
      expect(entry.value("DTSTAMP")?.hasSuffix("Z") == true, "DTSTAMP is not in UTC in \(uid)")
      for line in entry.lines where texts.contains(line.name) {
        expect(Self.isEscaped(line.value), "\(line.name) is not escaped in \(uid)")
      }
      expect(entry.all("DURATION").isEmpty, "DURATION in \(uid)")
      if entry.kind == "VEVENT" {
        expect(entry.all("DTSTART").count == 1, "no DTSTART in \(uid)")
        expect(entry.value("TRANSP") == "TRANSPARENT", "\(uid) takes time")
        checkOrder("DTEND", in: entry)
      } else {
        expect(entry.value("RELATED-TO").map(events.contains) == true, "\(uid) serves no event")
        expect(entry.all("DUE").count == 1, "no DUE in \(uid)")
        checkOrder("DUE", in: entry)
      }
    }
  }

  private mutating func checkOrder(_ end: String, in entry: Component) {
    guard let from = entry.all("DTSTART").first, let to = entry.all(end).first else { return }
    expect(
      from.parameters == to.parameters, "\(end) and DTSTART differ in kind in \(entry.value("UID") ?? "")")
    expect(from.value < to.value, "\(end) is not after DTSTART in \(entry.value("UID") ?? "")")
  }

  private mutating func checkZones() {
    let zones = calendar.parts.filter { $0.kind == "VTIMEZONE" }
    let named = zones.map { $0.value("TZID") ?? "" }
    let dated = calendar.parts.flatMap(\.lines)
    let used = Set(dated.compactMap { $0.parameters["TZID"] })
    // An empty calendar has a zone all the same, since it must have something.
    let isEmpty = zones.count == calendar.parts.count && named.count == 1
    expect(named == used.sorted() || isEmpty, "zones \(named), but \(used.sorted()) are used")
    for line in dated {
      expect(line.parameters["TZID"] == nil || !line.value.hasSuffix("Z"), "a TZID with Z: \(line.value)")
    }
    for zone in zones {
      expect(zone.parts.contains { $0.kind == "STANDARD" }, "a zone without STANDARD")
      for part in zone.parts {
        for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"] {
          expect(part.all(name).count == 1, "\(part.all(name).count) \(name) in a zone")
        }
      }
    }
  }

  // MARK: Text

  /// The text as a reader sees it (RFC 5545 §3.3.11).
  static func unescaped(_ value: String) -> String {
    var text = ""
    var isEscape = false
    for character in value {
      if isEscape {
        text.append(character == "n" || character == "N" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  private static func isEscaped(_ value: String) -> Bool {
    var isEscape = false
    for character in value {
      if isEscape {
        guard "\\;,nN".contains(character) else { return false }
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else if character == "," || character == ";" {
        return false
      }
    }
    return !isEscape
  }
}
