public import ScheduleModel

/// A calendar composed whole, in memory.
public struct CalendarFile: Hashable, Sendable {
  /// The file's name, such as `outlet-truyen-hinh.ics`.
  public let name: String
  /// What it holds, for a list of calendars: "Tiếng Mông".
  public let title: Words
  /// Its octets.
  public let octets: [UInt8]

  /// Its octets as text.
  public var text: String { String(decoding: octets, as: UTF8.self) }
}

extension Publication {
  /// All calendars and their parts, composed in memory, by name; and which are too large for some clients.
  ///
  /// For a large schedule, write them chunk by chunk instead.
  public func composed() -> (files: [CalendarFile], findings: [Finding]) { composed(calendars, for: nil) }

  /// Some calendars or parts of them, composed in memory, by name. What no calendar of the year has is left out.
  ///
  /// - Parameter names: The names of the files, such as `outlet-truyen-hinh.ics`.
  /// - Complexity: O(octets of these calendars), beside a look at each placement.
  public func composed(_ names: Set<String>) -> [CalendarFile] {
    let wanted = calendars.filter { calendar in
      names.contains(calendar.name) || names.contains { $0.hasPrefix("\(calendar.name.dropLast(4))-") }
    }
    guard !wanted.isEmpty else { return [] }
    return composed(wanted, for: Set(wanted.map(\.number))).files.filter { names.contains($0.name) }
  }

  private func composed(
    _ calendars: [Calendar], for numbersWanted: Set<Int>?
  ) -> (files: [CalendarFile], findings: [Finding]) {
    var octets = Array(repeating: [UInt8](), count: numbers)
    var marks = Array(repeating: [MonthMark](), count: numbers)
    for calendar in calendars { octets[calendar.number] = calendar.head }
    for index in 0..<chunks {
      let chunk = compose(index, for: numbersWanted)
      for piece in chunk.pieces {
        for number in piece.calendars {
          if marks[number].last?.month != piece.month {
            marks[number].append(MonthMark(month: piece.month, place: octets[number].count))
          }
          octets[number] += chunk.octets[piece.octets]
        }
      }
    }
    var files: [CalendarFile] = []
    var findings: [Finding] = []
    for calendar in calendars {
      let whole = octets[calendar.number] + Self.end
      files.append(CalendarFile(name: calendar.name, title: calendar.title, octets: whole))
      let (parts, told) = parts(of: calendar, size: whole.count, marks[calendar.number])
      findings += told
      files += parts.map { part in
        CalendarFile(name: part.name, title: part.title, octets: part.head + whole[part.octets] + part.tail)
      }
    }
    return (files.sorted { $0.name < $1.name }, findings)
  }
}
