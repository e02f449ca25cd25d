/// As much of a calendar's text as it takes to cut it into pieces and to compare two (RFC 5545 §3.1).
enum CalendarText {
  /// A component at the second level, or the calendar's own properties.
  struct Component {
    /// `VEVENT`, or `VCALENDAR` for the calendar's own.
    let name: String
    /// Its octets from `BEGIN` on, `END` included.
    let range: Range<Int>
    /// Its lines without folds, each ended by CRLF; those of components within it too.
    let lines: [[UInt8]]

    /// The value of a property; the first one's.
    subscript(property: String) -> String? {
      for line in lines where line.starts(with: property.utf8) {
        let rest = line.dropFirst(property.utf8.count)
        guard let next = rest.first, next == 0x3A || next == 0x3B, let colon = rest.firstIndex(of: 0x3A)
        else {
          continue
        }
        return String(decoding: rest[(colon + 1)...].prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
      }
      return nil
    }

    /// The zones that its properties name.
    var zones: [String] {
      lines.compactMap { line in
        guard let start = line.firstRange(of: Array(";TZID=".utf8))?.upperBound,
          let end = line[start...].firstIndex(where: { $0 == 0x3A || $0 == 0x3B })
        else { return nil }
        return String(decoding: line[start..<end], as: UTF8.self)
      }
    }
  }

  /// The calendar's own properties first, then its components in their order. What has no end is left out.
  static func components(of calendar: [UInt8]) -> [Component] {
    var own: [[UInt8]] = []
    var components: [Component] = []
    var open: (name: String, start: Int, depth: Int, lines: [[UInt8]])?
    for (line, range) in unfolded(calendar) {
      let text = String(decoding: line.dropLast(2), as: UTF8.self)
      if text == "END:VCALENDAR" {
        open = nil
      } else if var current = open {
        current.lines.append(line)
        if text.hasPrefix("BEGIN:") { current.depth += 1 }
        if text.hasPrefix("END:") { current.depth -= 1 }
        open = current
        if current.depth == 0 {
          components.append(
            Component(
              name: current.name, range: current.start..<range.upperBound, lines: current.lines))
          open = nil
        }
      } else if text.hasPrefix("BEGIN:"), text != "BEGIN:VCALENDAR" {
        open = (String(text.dropFirst(6)), range.lowerBound, 1, [line])
      } else if !text.hasPrefix("BEGIN:"), !text.hasPrefix("END:") {
        own.append(line)
      }
    }
    return [Component(name: "VCALENDAR", range: 0..<calendar.count, lines: own)] + components
  }

  /// The lines without folds, each ended by CRLF, and where they stand.
  private static func unfolded(_ calendar: [UInt8]) -> [(line: [UInt8], range: Range<Int>)] {
    var lines: [(line: [UInt8], range: Range<Int>)] = []
    var start = 0
    while start < calendar.count {
      let end = calendar[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? calendar.count
      var content = calendar[start..<end]
      while content.last == 0x0A || content.last == 0x0D { content.removeLast() }
      if let first = content.first, first == 0x20 || first == 0x09, let last = lines.indices.last {
        lines[last].line.removeLast(2)
        lines[last].line += content.dropFirst()
        lines[last].line += [0x0D, 0x0A]
        lines[last].range = lines[last].range.lowerBound..<end
      } else {
        lines.append((content + [0x0D, 0x0A], start..<end))
      }
      start = end
    }
    return lines
  }
}
