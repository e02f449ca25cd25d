public import ScheduleModel

extension Publication {
  /// A calendar that there is, or a part of one.
  public struct Content: Hashable, Sendable {
    /// The file's name, such as `outlet-truyen-hinh.ics`.
    public let name: String
    /// What it holds, for a list of calendars: "Tiếng Mông".
    public let title: Words
    /// How many octets it has.
    public let size: Int
  }

  /// All calendars and their parts, by name, as ``composed()`` would make them.
  ///
  /// - Complexity: O(placements), and few of them are composed.
  public func contents() -> [Content] {
    var sizes = EntrySizes(entries, components)
    var octets = Array(repeating: 0, count: numbers)
    var marks = Array(repeating: [MonthMark](), count: numbers)
    for calendar in calendars { octets[calendar.number] = calendar.head.count }
    for entry in entries.order {
      let month = entries.timing(of: entry).month
      let carriers = entries.feeds(of: entry)
      let event = sizes.size(of: .event, of: entry)
      let hasTasks = entries.hasTasks(entry)
      for number in carriers {
        if marks[number].last?.month != month {
          marks[number].append(MonthMark(month: month, place: octets[number]))
        }
        let (form, owner) = (taskForms[number], taskOwners[number])
        octets[number] += event
        if hasTasks, form != .events { octets[number] += sizes.size(of: .tasks, of: entry, owner: owner) }
        if hasTasks, form != .todos { octets[number] += sizes.size(of: .taskDays, of: entry, owner: owner) }
      }
    }
    return calendars.flatMap { calendar in
      let size = octets[calendar.number] + Self.end.count
      let parts = parts(of: calendar, size: size, marks[calendar.number]).parts
      return [Content(name: calendar.name, title: calendar.title, size: size)]
        + parts.map { Content(name: $0.name, title: $0.title, size: $0.size) }
    }.sorted { $0.name < $1.name }
  }
}
