import ContentLines
import ScheduleModel

/// The rules that hold for the octets of a calendar, before anything is understood (RFC 5545 §3.1).
enum OctetCheck {
  static func check(_ octets: [UInt8], into list: inout CalendarFindings) {
    if octets.starts(with: [0xEF, 0xBB, 0xBF]) { list.add(1, Finding.byteOrderMark) }
    var start = 0
    var number = 1
    var bare: (first: Int, count: Int)?
    while start < octets.count {
      let end = octets[start...].firstIndex(of: 0x0A) ?? octets.count
      let isEnded = end < octets.count && end > start && octets[end - 1] == 0x0D
      if end == octets.count {
        // What ends with its END was not cut off.
        let last = String(decoding: octets[start...], as: UTF8.self).uppercased()
        list.add(number, last == "END:VCALENDAR" ? Finding.unendedCalendar : Finding.unendedLine)
      } else if !isEnded {
        bare = (bare?.first ?? number, (bare?.count ?? 0) + 1)
      }
      line(octets[start..<(isEnded ? end - 1 : end)], number, into: &list)
      start = end + 1
      number += 1
    }
    if let bare { list.add(bare.first) { .linesWithoutCR(bare.count, of: number - 1, at: $0) } }
  }

  private static func line(_ line: ArraySlice<UInt8>, _ number: Int, into list: inout CalendarFindings) {
    if line.isEmpty { list.add(number, Finding.emptyLine) }
    if line.count > ContentLineReader.longestPhysical {
      list.add(number) { .longLine(line.count, at: $0) }
    }
    guard line.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) else {
      characters(line, number, into: &list)
      return
    }
  }

  /// A line is whole characters: a fold that splits one leaves a broken one at its end and another at the next
  /// line's beginning.
  private static func characters(_ line: ArraySlice<UInt8>, _ number: Int, into list: inout CalendarFindings)
  {
    var decoder = UTF8()
    var octets = line.makeIterator()
    var hasControl = false
    while true {
      switch decoder.decode(&octets) {
      case .emptyInput:
        if hasControl { list.add(number, Finding.controlInCalendar) }
        return
      case .error:
        if let first = line.first, first == 0x20, line.dropFirst().first.map({ $0 & 0xC0 == 0x80 }) ?? false {
          list.add(number, Finding.splitCharacter)
        } else {
          list.add(number, Finding.brokenCharacter)
        }
        return
      case .scalarValue(let scalar):
        // A tab may stand in a text, and at the beginning of a fold.
        if scalar.value < 0x20 ? scalar.value != 0x09 : (0x7F...0x9F).contains(scalar.value) {
          hasControl = true
        }
      }
    }
  }
}
