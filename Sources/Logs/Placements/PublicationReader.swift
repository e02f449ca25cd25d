public import ScheduleModel

/// Reads the rows of a Book's publications, one publication after the other.
///
/// A publication mostly repeats what the one before says, with other outcomes. So texts are pooled over all
/// publications, and a placement that is as it was is not made again.
public struct PublicationReader {
  /// Whether every row of the publication was understood so far; what is not is left out.
  public private(set) var isWhole = true

  private var scanner = RecordScanner([], separator: .comma, position: 0, line: 1)
  /// The position of each column, in the order of the columns.
  private var columns: [Int] = []
  private var width = 0
  private var publication = 0

  private var kinds = TextPool<Kind?>()
  private var languages = TextPool<LanguageTag?>()
  private var runs = TextPool<Placement.Run?>()
  private var statuses = TextPool<PublishedPlacement.Status?>()
  private var taskStatuses = TextPool<PublishedTask.Status?>()
  private var outcomes = TextPool<Outcome?>()
  private var meanings = TextPool<Meaning?>()
  private var lines = TextPool<String>()
  private var outlets = TextPool<String>()
  private var slots = TextPool<String>()
  private var zones = TextPool<String>()

  private enum Kind {
    case placement
    /// Work, and what comes before the UID of the placement in that of the task.
    case task(Deadline.Work, prefix: [UInt8])
  }

  /// How `start` and `end` are meant.
  private enum Meaning: String {
    case hour, day, span, within
  }

  /// A row of a publication.
  public enum Row {
    /// A placement, without its tasks.
    case placement(PublishedPlacement)
    /// A task before the placement with this UID.
    case task(UID, PublishedTask)
  }

  /// A UID as it is in a row; it becomes a text only where one is needed.
  public struct UID {
    fileprivate let bytes: [UInt8]
    fileprivate let field: RecordScanner.Field

    /// The UID.
    public var text: String { bytes.text(of: field) }

    /// Whether it is that of a placement.
    public func names(_ placement: Placement) -> Bool {
      guard !field.hasDoubledQuotes else { return text == placement.uid }
      let (uid, range) = (placement.uid, field.range)
      let letters = uid.utf8Span.span
      guard letters.count == range.count else { return false }
      for index in letters.indices where letters[index] != bytes[range.lowerBound + index] { return false }
      return true
    }
  }

  /// A reader that has not begun with any publication.
  public init() {}

  /// Begins with a publication.
  ///
  /// - Parameters:
  ///   - bytes: The entry.
  ///   - start: The index at which the table begins.
  ///   - publication: The index of the publication, for the revisions of its rows.
  public mutating func begin(_ bytes: [UInt8], from start: Int, publication: Int) {
    scanner = RecordScanner(bytes, separator: .comma, position: start, line: 1)
    self.publication = publication
    let names = scanner.next() == nil ? [] : scanner.fields.map(scanner.text)
    let numbers = PublicationText.Column.allCases.map { names.firstIndex(of: $0.name) }
    columns = numbers.compactMap(\.self)
    width = names.count
    isWhole = columns.count == numbers.count
  }

  /// The next row; `nil` at the end.
  ///
  /// - Parameter known: Finds the placement that was read before under a UID; it is given back where the row says the
  ///   same.
  public mutating func next(_ known: (UID) -> Placement?) -> Row? {
    guard columns.count == PublicationText.Column.allCases.count else { return nil }
    while let record = scanner.next() {
      if record.fault == nil, scanner.fields.count == width, let row = row(known) { return row }
      isWhole = false
    }
    return nil
  }

  private mutating func row(_ known: (UID) -> Placement?) -> Row? {
    let (bytes, kind) = (scanner.bytes, field(.kind))
    guard let sequence = number(.sequence),
      let kind = kinds.value(of: kind, in: bytes, make: Self.kind)
    else { return nil }
    let revision = PublishedPlacement.Revision(sequence: sequence, publication: publication)
    switch kind {
    case .placement: return placement(revision, known).map(Row.placement)
    case .task(let work, let prefix): return task(work, prefix, revision)
    }
  }

  private static func kind(_ text: String) -> Kind? {
    if text == PublicationText.placement { return .placement }
    return Deadline.Work(rawValue: text).map {
      .task($0, prefix: Array(PublishedTask.uid(of: $0, before: "").utf8))
    }
  }

  private mutating func placement(
    _ revision: PublishedPlacement.Revision, _ known: (UID) -> Placement?
  ) -> PublishedPlacement? {
    let bytes = scanner.bytes
    let (stated, aired) = (field(.outcome), trimmed(.aired))
    let outcome = outcomes.value(of: stated, in: bytes, make: Outcome.init(rawValue:))
    guard let edition = number(.edition), let runNumber = number(.number), let timing = timing(),
      let language = languages.value(of: field(.language), in: bytes, make: { LanguageTag($0) }),
      let run = runs.value(of: field(.run), in: bytes, make: Placement.Run.init(rawValue:)),
      let status = statuses.value(
        of: field(.status), in: bytes, make: PublishedPlacement.Status.init(rawValue:)),
      outcome != nil || bytes.trimmed(stated).isEmpty
    else { return nil }
    let line = lines.value(of: field(.line), in: bytes) { $0 }
    let outlet = outlets.value(of: field(.outlet), in: bytes) { $0 }
    let slot = slots.value(of: field(.slot), in: bytes) { $0 }
    let uid = UID(bytes: bytes, field: field(.uid))
    let before = known(uid).flatMap { before in
      before.line == line && before.edition == edition && before.language == language && before.run == run
        && before.number == runNumber && before.outlet == outlet && before.slot == slot
        && before.timing == timing ? before : nil
    }
    let againOf = bytes.text(of: field(.againOf))
    return PublishedPlacement(
      placement: before
        ?? Placement(
          uid: uid.text, line: line, edition: edition, language: language, run: run, number: runNumber,
          outlet: outlet, slot: slot, timing: timing),
      zone: zones.value(of: field(.zone), in: bytes) { $0 }, status: status, outcome: outcome,
      aired: aired.isEmpty ? nil : airTime(aired), againOf: againOf.isEmpty ? nil : againOf,
      content: bytes.text(of: field(.content)), revision: revision)
  }

  private mutating func task(
    _ work: Deadline.Work, _ prefix: [UInt8], _ revision: PublishedPlacement.Revision
  ) -> Row? {
    let bytes = scanner.bytes
    let name = field(.uid)
    guard
      let status = taskStatuses.value(
        of: field(.status), in: bytes, make: PublishedTask.Status.init(rawValue:)),
      let due = airTime(trimmed(.start)), bytes[name.range].starts(with: prefix)
    else { return nil }
    let uid = RecordScanner.Field(
      range: name.range.dropFirst(prefix.count), hasDoubledQuotes: name.hasDoubledQuotes)
    return .task(
      UID(bytes: bytes, field: uid),
      PublishedTask(work: work, day: due.day, time: due.time, status: status, revision: revision))
  }

  // MARK: - Fields

  private func field(_ column: PublicationText.Column) -> RecordScanner.Field {
    scanner.fields[columns[column.rawValue]]
  }

  private func trimmed(_ column: PublicationText.Column) -> ArraySlice<UInt8> {
    scanner.bytes[scanner.bytes.trimmed(field(column))]
  }

  private func number(_ column: PublicationText.Column) -> Int? {
    LogValue.number(scanner.bytes[field(column).range])
  }

  private mutating func timing() -> SlotTiming? {
    let (start, end) = (trimmed(.start), trimmed(.end))
    switch meanings.value(of: field(.when), in: scanner.bytes, make: Meaning.init(rawValue:)) {
    case .hour:
      guard let start = moment(start), let end = moment(end), start <= end else { return nil }
      return .timed(start: start, minutes: (end.seconds - start.seconds) / 60)
    case .day:
      guard case .day(let day) = LogValue.day(start) else { return nil }
      return .allDay(day)
    case .span, .within:
      guard case .day(let first) = LogValue.day(start), case .day(let last) = LogValue.day(end), first < last
      else { return nil }
      let isSpan = trimmed(.when).elementsEqual(Meaning.span.rawValue.utf8)
      return isSpan ? .span(first..<last) : .inMonth(first..<last)
    case nil: return nil
    }
  }

  private func moment(_ text: ArraySlice<UInt8>) -> LocalTime? {
    guard text.count > 11, case .day(let day) = LogValue.day(text.prefix(10)),
      text[text.startIndex + 10] == UInt8(ascii: "T"), let time = LogValue.time(text.dropFirst(11))
    else { return nil }
    return LocalTime(openingOn: day, at: time)
  }

  private func airTime(_ text: ArraySlice<UInt8>) -> PublishedPlacement.AirTime? {
    if let moment = moment(text) { return PublishedPlacement.AirTime(day: moment.day, time: moment.time) }
    guard case .day(let day) = LogValue.day(text) else { return nil }
    return PublishedPlacement.AirTime(day: day, time: nil)
  }
}
