import ScheduleModel

/// What is said about a calendar while it is read: each error by itself, and what is so for many events once,
/// with their number.
struct ReadingFindings {
  let file: String
  private var list: CalendarFindings
  private var notes: [Note: (line: Int, count: Int)] = [:]

  /// Something that may be so for thousands of events.
  enum Note: Hashable {
    case floating
    case takenZone(String, for: String)
    case cancelled
    case outside
    case other(component: String)
    case longLine
    case withoutUID
    case brokenText
    case control
    case untilDay
    case startOutsideRule
    case idleChange
    case idleRemoval
    case removalOfDay
    case tooMany
  }

  init(file: String) {
    self.file = file
    list = CalendarFindings(file: file)
  }

  mutating func add(_ line: Int, _ finding: (SourcePlace) -> Finding) { list.add(line, finding) }

  mutating func note(_ note: Note, _ line: Int) {
    if let seen = notes[note] {
      notes[note] = (min(seen.line, line), seen.count + 1)
    } else if notes.count < 200 {
      notes[note] = (line, 1)
    }
  }

  /// All, by line.
  var all: [Finding] {
    let told = notes.map { note, seen in
      Finding.read(note, count: seen.count, at: SourcePlace(file: file, line: seen.line))
    }
    return (list.all + told.sorted { ($0.code.rawValue, $0.message.en) < ($1.code.rawValue, $1.message.en) })
      .inFileOrder
  }
}
