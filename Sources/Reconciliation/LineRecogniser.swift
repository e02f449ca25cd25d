import ScheduleModel

/// Recognises a line of the plan by the title under which a log has its work.
///
/// Only lines that use the entry's outlet in the entry's language come into question. The entry's title
/// is the line's or holds it; of several lines whose title it holds the longest counts, so an equal one before
/// all. Several lines may share it.
struct LineRecogniser {
  private struct Room: Hashable {
    let outlet: String
    let language: LanguageTag
  }

  private struct Heading: Hashable {
    let room: Room
    let title: String
  }

  private let headings: [Room: [(title: FoldedText, lines: [String])]]
  private var known: [Heading: [String]] = [:]

  /// A recogniser for the lines of a plan.
  init(plan: Plan) {
    var headings: [Room: [(title: FoldedText, lines: [String])]] = [:]
    for line in plan.lines {
      let title = FoldedText(line.title)
      guard !title.isEmpty else { continue }
      for room in Self.rooms(of: line) {
        var inRoom = headings[room, default: []]
        if let index = inRoom.firstIndex(where: { $0.title == title }) {
          inRoom[index].lines.append(line.id)
        } else {
          inRoom.append((title, [line.id]))
        }
        headings[room] = inRoom
      }
    }
    self.headings = headings
  }

  private static func rooms(of line: PlanLine) -> Set<Room> {
    var rooms = Set(line.outlets.ids.map { Room(outlet: $0, language: .vietnamese) })
    if let versions = line.versions {
      let carriers = (versions.outlet.map { [$0] } ?? line.outlets.ids) + versions.sentTo
      for language in versions.into { rooms.formUnion(carriers.map { Room(outlet: $0, language: language) }) }
    }
    return rooms
  }

  /// The lines whose title the entry bears, in the plan's order; more than one when they share it.
  mutating func lines(of entry: AsRunEntry) -> [String] {
    guard !entry.title.isEmpty else { return [] }
    let heading = Heading(room: Room(outlet: entry.outlet, language: entry.language), title: entry.title)
    if let lines = known[heading] { return lines }
    let lines = lines(of: heading)
    known[heading] = lines
    return lines
  }

  private func lines(of heading: Heading) -> [String] {
    let title = FoldedText(heading.title)
    var best: (title: FoldedText, lines: [String])?
    for candidate in headings[heading.room, default: []] {
      let length = best?.title.text.utf8.count ?? 0
      if candidate.title.text.utf8.count >= length, title.contains(candidate.title) {
        // Two different titles of one length that both fit leave it open which is meant.
        let isTie = candidate.title.text.utf8.count == length
        best = (candidate.title, (isTie ? best?.lines ?? [] : []) + candidate.lines)
      }
    }
    return best?.lines ?? []
  }
}
