import Foundation
import ScheduleModel

/// Reads a calendar of the folder before publishing, piece by piece, whatever it holds.
///
/// Most of it stands there just as the schedule composes it, in the same order. So the next component is
/// expected to be that of the next placement, and compared with it as a whole; only what is another is read
/// line by line. Memory: one piece of the file, and what ``EarlierCalendar`` keeps.
struct EarlierCalendarReader {
  /// Which calendar of the schedule the file is.
  struct Role {
    /// The number of the feed.
    let feed: Int
    /// The placements of its days.
    let placements: Range<Int>
    /// Whether the file is a part of the feed, for a period.
    let isPart: Bool
  }

  private let entries: ScheduleEntries
  private let role: Role?
  private var calendar: EarlierCalendar
  /// A piece of the file.
  private var window: [UInt8]
  /// How many of its octets are read from the file, and how many of these are done with.
  private var (filled, done) = (0, 0)
  /// Where in the file it begins.
  private var offset = 0
  /// The number of the next line.
  private var number = 1
  private var beginning: [UInt8] = []
  private var isAllZero = true
  private var isEnded = false
  private var hasEntries = false
  private var hasOurUID = false
  /// Whether everything so far stands where it is expected.
  private var isInOrder = true
  private var expected: ScheduleEntries.Place?
  private var lastRevision: ComponentRevision?
  private var lastLines: [UInt8] = []
  private var days = DayDigits()
  /// Of each kind, by its number, whether the calendar carries those of its placements that lie within its days.
  private let isCarried: [Bool]
  private let taskCounts: [Int]
  private let templates: [ComponentTemplate?]
  /// Whether it shows all days.
  private let showsAllDays: Bool

  /// So many octets an entry may have.
  private static let largestEntry = 1 << 16
  /// So many at the most has one of ours.
  private static let usualEntry = 4000

  init(_ file: Publication.EarlierFile, _ entries: ScheduleEntries, as role: Role?) {
    self.entries = entries
    self.role = role
    calendar = EarlierCalendar(file: file)
    window = Array(repeating: 0, count: min(file.size, 1 << 18))
    isCarried = role.map { entries.carriedKinds(by: $0.feed) } ?? []
    taskCounts = entries.kinds.map(\.tasks.count)
    templates = entries.templates
    showsAllDays = role.map { entries.showsAllDays($0.feed) } ?? true
    expected = role.flatMap { next(from: $0.placements.lowerBound, part: 0) }
  }

  /// Reads it all; what it says of revisions goes into the history.
  mutating func read(_ history: inout PublicationHistory, _ finder: inout EntryFinder) -> EarlierCalendar {
    fill()
    beginning = Array(window[..<min(filled, 128)])
    while done < filled {
      if takeComposed(&history, &finder) {
        fill(keeping: Self.usualEntry)
      } else {
        fill()
        takeNext(&history, &finder)
        fill()
      }
    }
    if !isEnded, calendar.damage == nil { calendar.damage(at: 1) }
    calendar.isAsComposed = role != nil && isInOrder && expected == nil && calendar.damage == nil
    let isTorn = isAllZero || Self.start.starts(with: beginning) || hasStartAlone
    calendar.isOurs = calendar.isOurs || isTorn || hasOurUID
    return calendar
  }

  /// Whether this program wrote a file. Most of ours say so at once.
  static func isOurs(_ file: Publication.EarlierFile, _ components: PlacementComponents) -> Bool {
    if file.octets(0..<min(start.count, file.size)) == start { return true }
    let entries = ScheduleEntries(none: components)
    var (history, finder) = (PublicationHistory(), EntryFinder(entries))
    var reader = EarlierCalendarReader(file, entries, as: nil)
    return reader.read(&history, &finder).isOurs
  }

  // MARK: The file

  /// Reads on when less is left than an entry may have.
  private mutating func fill(keeping least: Int = largestEntry) {
    guard filled - done < least, offset + filled < calendar.file.size else { return }
    offset += done
    let rest = filled - done
    let (file, position, from) = (calendar.file, offset + rest, done)
    let got = window.withUnsafeMutableBytes { window in
      if let start = window.baseAddress, from > 0 { memmove(start, start + from, rest) }
      return file.read(position, UnsafeMutableRawBufferPointer(rebasing: window[rest...]))
    }
    (done, filled) = (0, rest + got)
    if isAllZero { isAllZero = window[rest..<filled].allSatisfy { $0 == 0 } }
  }

  /// Whether nothing follows on the piece.
  private var isLastPiece: Bool { offset + filled >= calendar.file.size }

  /// How every calendar of ours begins.
  private static let start = Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lich Song//lichsong//".utf8)

  /// Whether it begins as ours do, and names no other program.
  private var hasStartAlone: Bool {
    beginning.starts(with: Self.start.prefix(28))
      && !calendar.head.contains { $0.starts(with: "PRODID".utf8) }
  }

  // MARK: What is expected

  /// The first component that the calendar carries, from a part of a placement on.
  private func next(from first: Int, part: Int) -> ScheduleEntries.Place? {
    guard let role else { return nil }
    var part = part
    let end = role.placements.upperBound
    var placement = first
    while placement < end {
      let kind = entries.kindNumber(of: placement)
      if part <= taskCounts[kind], carries(placement) { return .init(placement: placement, part: part) }
      if part > 0 { part = 1 }
      placement = entries.first(from: placement + 1, until: end, of: isCarried)
    }
    return part == 0 ? next(from: role.placements.lowerBound, part: 1) : nil
  }

  /// Whether the calendar carries a placement.
  private func carries(_ placement: Int) -> Bool {
    guard let role, role.placements.contains(placement), isCarried[entries.kindNumber(of: placement)] else {
      return false
    }
    return showsAllDays || entries.carries(role.feed, placement)
  }

  private mutating func expect(after place: ScheduleEntries.Place) {
    expected =
      place.part == 0
      ? next(from: place.placement + 1, part: 0) : next(from: place.placement, part: place.part + 1)
  }

  /// Takes the next component if it stands there as the schedule composes it: the expected one, or another that the
  /// calendar carries, since one before it went, came or moved.
  private mutating func takeComposed(_ history: inout PublicationHistory, _ finder: inout EntryFinder) -> Bool
  {
    if let expected, take(expected, &history) { return true }
    guard role != nil, let uid = nextUID, let place = finder.place(of: uid), place != expected,
      carries(place.placement)
    else { return false }
    isInOrder = false
    return take(place, &history)
  }

  /// The UID of the next component, if it is on one line and the first.
  private var nextUID: String? {
    guard let uid = skip("BEGIN:VEVENT\r\nUID:", at: done) ?? skip("BEGIN:VTODO\r\nUID:", at: done) else {
      return nil
    }
    let line = window[uid..<min(uid + ComponentText.longest, filled)]
    return line.firstIndex(of: 0x0D).map { String(decoding: line[..<$0], as: UTF8.self) }
  }

  /// Takes the next octets if they are a component in some revision, and nothing else.
  private mutating func take(_ place: ScheduleEntries.Place, _ history: inout PublicationHistory) -> Bool {
    guard let (revision, end) = standing(place), endsLine(at: end) else { return false }
    let copy = PublicationHistory.Copy(
      revision: revision, isTombstone: false, isSame: true, isAtSamePlace: true)
    history.take(copy, of: entries.number(of: place), among: entries.count)
    let lines = place.part == 0 ? templates[entries.kindNumber(of: place.placement)]?.lines : nil
    number += lines.map { $0 + ComponentRevision.lines } ?? window[done..<end].count { $0 == 0x0A }
    done = end
    (hasEntries, hasOurUID) = (true, true)
    expect(after: place)
    return true
  }

  /// In which revision a component stands next, and where it ends; `nil` when something else stands there.
  private mutating func standing(_ place: ScheduleEntries.Place) -> (revision: ComponentRevision, end: Int)? {
    guard place.part == 0, let template = templates[entries.kindNumber(of: place.placement)] else {
      let draft = entries.draft(of: place)
      guard stands(draft.head, at: done), let (revision, next) = revision(at: done + draft.head.count),
        stands(draft.body, at: next)
      else { return nil }
      return (revision, next + draft.body.count)
    }
    let event = entries.variables(of: place.placement)
    let head = done + template.headSize
    guard head <= filled,
      window.withUnsafeBytes({ octets in
        octets.baseAddress.map { template.begins($0 + done, as: event) } ?? false
      }),
      let (revision, next) = revision(at: head)
    else { return nil }
    let end = next + template.bodySize
    guard end <= filled else { return nil }
    let isThere = window.withUnsafeBytes { octets in
      octets.baseAddress.map { template.ends($0 + next, as: event, &days) } ?? false
    }
    return isThere ? (revision, end) : nil
  }

  /// The revision whose lines stand at a place, and where they end.
  private mutating func revision(at place: Int) -> (revision: ComponentRevision, end: Int)? {
    // Thousands in a row are the same.
    if let lastRevision, stands(lastLines, at: place) { return (lastRevision, place + lastLines.count) }
    guard let stamped = skip("DTSTAMP:", at: place),
      let modified = skip("\r\nLAST-MODIFIED:", at: stamped + 16),
      let sequence = skip("\r\nSEQUENCE:", at: modified + 16),
      window[stamped..<stamped + 16] == window[modified..<modified + 16],
      let stamp = LocalTime(basic: window[stamped..<stamped + 16])
    else { return nil }
    var (end, value) = (sequence, 0)
    while end < filled, (0x30...0x39).contains(window[end]), end - sequence < 10 {
      value = value * 10 + Int(window[end] - 0x30)
      end += 1
    }
    let isCanonical = end > sequence && (end == sequence + 1 || window[sequence] != 0x30)
    guard isCanonical, EarlierEntry.sequences.contains(value), let next = skip("\r\n", at: end) else {
      return nil
    }
    let revision = ComponentRevision(sequence: value, stamp: stamp)
    (lastRevision, lastLines) = (revision, Array(window[place..<next]))
    return (revision, next)
  }

  /// The place after these letters, if they stand at a place.
  private func skip(_ letters: StaticString, at place: Int) -> Int? {
    let length = letters.utf8CodeUnitCount
    guard filled - place >= length else { return nil }
    let isThere = window.withUnsafeBytes { window in
      window.baseAddress.map { memcmp($0 + place, letters.utf8Start, length) == 0 } ?? false
    }
    return isThere ? place + length : nil
  }

  private func stands(_ octets: [UInt8], at place: Int) -> Bool {
    guard filled - place >= octets.count else { return false }
    return window.withUnsafeBytes { window in
      octets.withUnsafeBytes { octets in
        guard let start = window.baseAddress, let other = octets.baseAddress else { return octets.isEmpty }
        return memcmp(start + place, other, octets.count) == 0
      }
    }
  }

  /// Whether the next octet does not go on with the line before.
  private func endsLine(at place: Int) -> Bool {
    place < filled ? window[place] != 0x20 && window[place] != 0x09 : isLastPiece
  }

  // MARK: What else there is

  /// A content line that begins at a place of the piece; `nil` when it does not end in the piece.
  private func line(at place: Int, number: Int) -> (line: ContentLine, next: Int)? {
    window.withUnsafeBufferPointer { window in
      var lines = ContentLines.Positions(
        UnsafeBufferPointer(rebasing: window[..<filled]), position: place, number: number)
      guard let line = lines.next(), line.range.upperBound < filled || isLastPiece else { return nil }
      return (line, lines.number)
    }
  }

  private func text<Result>(_ line: ContentLine, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    window.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[line.range])) }
  }

  /// Takes the next component, or the next line outside of one.
  private mutating func takeNext(_ history: inout PublicationHistory, _ finder: inout EntryFinder) {
    guard let (line, next) = line(at: done, number: number) else { return passLongLine() }
    if text(line, { $0.isLine("BEGIN:VTIMEZONE") }) { return takeZone() }
    if let reading = text(line, { EarlierEntry.Reading($0, line) }) {
      return takeEntry(reading, &history, &finder)
    }
    (done, number) = (line.range.upperBound, next)
    if text(line, { $0.isLine("END:VCALENDAR") }) {
      isEnded = true
      if !window[line.range].elementsEqual(CalendarWriter.end) { isInOrder = false }
    } else if !hasEntries, calendar.zones.isEmpty, !isEnded, calendar.head.count < 100 {
      takeHead(line)
    } else {
      calendar.damage(at: line.number)
    }
  }

  /// Passes over a line that is longer than any entry.
  private mutating func passLongLine() {
    calendar.damage(at: number)
    while done < filled {
      if let end = window[done..<filled].firstIndex(of: 0x0A) {
        done = end + 1
        break
      }
      done = filled
      fill()
    }
    number += 1
  }

  private mutating func takeHead(_ line: ContentLine) {
    let text = line.content(in: window)
    if text.starts(with: "PRODID:-//Lich Song//".utf8) { calendar.isOurs = true }
    if text.starts(with: "X-LICHSONG-FLOOR:".utf8) {
      let number = String(decoding: text.dropFirst(17), as: UTF8.self)
      calendar.floor = Int(number).flatMap { EarlierEntry.sequences.contains($0) ? $0 : nil } ?? 0
    }
    calendar.head.append(Array(window[line.range]))
  }

  private mutating func takeZone() {
    let (start, first) = (done, number)
    if hasEntries { isInOrder = false }
    var name: String?
    while let (line, next) = line(at: done, number: number) {
      if line.number > first, text(line, { $0.begins("BEGIN:V") }) { break }
      (done, number) = (line.range.upperBound, next)
      if text(line, { $0.begins("TZID:") }) {
        name = String(decoding: line.content(in: window).dropFirst(5), as: UTF8.self)
      } else if text(line, { $0.isLine("END:VTIMEZONE") }) {
        if let name { calendar.zones[name] = Array(window[start..<done]) }
        return
      }
    }
    calendar.damage(at: first)
  }

  private mutating func takeEntry(
    _ begun: EarlierEntry.Reading, _ history: inout PublicationHistory, _ finder: inout EntryFinder
  ) {
    var reading = begun
    let start = done
    (hasEntries, isInOrder) = (true, false)
    while let (line, next) = line(at: done, number: number) {
      let isBegin = text(line) { $0.begins("BEGIN:V") && !$0.isLine("BEGIN:VALARM") }
      // The one before has no END; this may be whole.
      if isBegin, line.range.lowerBound > start { break }
      (done, number) = (line.range.upperBound, next)
      let isEnd =
        !isBegin
        && window.withUnsafeBufferPointer {
          reading.take(UnsafeBufferPointer(rebasing: $0[line.range]), line, in: window)
        }
      if isEnd {
        guard let entry = reading.entry(end: done, offset: offset) else { break }
        return take(entry, Array(window[start..<done]), &history, &finder)
      }
    }
    calendar.damage(at: reading.number)
  }

  private mutating func take(
    _ entry: EarlierEntry, _ octets: [UInt8], _ history: inout PublicationHistory, _ finder: inout EntryFinder
  ) {
    if entry.uid.hasSuffix("@lichsong") { hasOurUID = true }
    let isNext = expected.map { entries.uid(of: $0) == entry.uid } ?? false
    guard let place = isNext ? expected : finder.place(of: entry.uid) else {
      calendar.remains.append(entry)
      return
    }
    let number = entries.number(of: place)
    // Mostly another calendar has told the same before, and it is not looked at again.
    if entry.isCancelled || history.isNews(entry.revision, of: number) {
      let draft = entries.draft(of: place)
      history.take(
        PublicationHistory.Copy(
          revision: entry.revision, isTombstone: entry.isCancelled,
          isSame: !entry.identity.isEmpty && octets == draft.head + octets[entry.identity] + draft.body,
          isAtSamePlace: EarlierEntry.isAtSamePlace(octets, draft.body)),
        of: number, among: entries.count)
    }
    if carries(place.placement) {
      // One that moved stands where it stood; what follows on it there is expected already.
      if isNext { expect(after: place) }
    } else {
      calendar.remains.append(entry)
      if !entry.isCancelled, role.map({ !$0.isPart }) ?? true, !FeedNames.isView(calendar.file.name) {
        history.leave(number)
      }
    }
  }
}
