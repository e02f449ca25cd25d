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
  private var taskStatuses = TextPool<PublishedTask.Status?>()
  // What adjacent cells mean together; most rows share them with another row.
  private var lines = TextPool<Int>()
  private var seriesOfLine: [[(rest: Int, series: Placement.Series)]] = []
  private var rests = TextPool<Int>()
  private var restCount = 0
  private var openings = TextPool<Opening?>()
  private var zones = TextPool<String>()
  private var states = TextPool<PublishedPlacement.State?>()
  /// Whether the columns are in the usual order, so that these cells are adjacent.
  private var isUsual = false

  /// The slot of a placement and when it is.
  private final class Opening: Sendable {
    let slot: String
    let zone: String
    let timing: SlotTiming

    init(slot: String, zone: String, timing: SlotTiming) {
      (self.slot, self.zone, self.timing) = (slot, zone, timing)
    }
  }

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
    states = TextPool()
    let names = scanner.next() == nil ? [] : scanner.fields.map(scanner.text)
    let numbers = PublicationText.Column.allCases.map { names.firstIndex(of: $0.name) }
    columns = numbers.compactMap(\.self)
    width = names.count
    isUsual = columns.elementsEqual(columns.indices)
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
    let isShared = isUsual && scanner.isPlain
    guard let edition = number(.edition), let series = isShared ? sharedSeries() : newSeries(),
      let opening = isShared ? sharedOpening() : newOpening(),
      let state = isShared ? sharedState(revision, opening.zone) : newState(revision, opening.zone)
    else { return nil }
    let uid = UID(bytes: scanner.bytes, field: field(.uid))
    if let before = known(uid), before.edition == edition, before.series == series,
      before.slot == opening.slot, before.timing == opening.timing
    {
      return PublishedPlacement(placement: before, state: state)
    }
    return PublishedPlacement(
      placement: Placement(
        uid: uid.text, series: series, edition: edition, slot: opening.slot, timing: opening.timing),
      state: state)
  }

  // MARK: - Cells that are read together

  /// The cells of adjacent columns, as one.
  private func cells(_ columns: ClosedRange<PublicationText.Column>) -> RecordScanner.Field {
    let range = field(columns.lowerBound).range.lowerBound..<field(columns.upperBound).range.upperBound
    return RecordScanner.Field(range: range, hasDoubledQuotes: false)
  }

  private mutating func sharedSeries() -> Placement.Series? {
    let bytes = scanner.bytes
    let (name, cells) = (field(.line), cells(.language...(.outlet)))
    let line = lines.known(name, in: bytes) ?? lines.remember(seriesOfLine.count, name, in: bytes)
    if line == seriesOfLine.count { seriesOfLine.append([]) }
    let rest = rests.known(cells, in: bytes) ?? rests.remember(restCount, cells, in: bytes)
    if rest == restCount { restCount += 1 }
    if let known = seriesOfLine[line].first(where: { $0.rest == rest }) { return known.series }
    guard let series = newSeries() else { return nil }
    seriesOfLine[line].append((rest, series))
    return series
  }

  private mutating func sharedOpening() -> Opening? {
    let cells = cells(.slot...(.end))
    if let known = openings.known(cells, in: scanner.bytes) { return known }
    let new = newOpening()
    return openings.remember(new, cells, in: scanner.bytes)
  }

  private mutating func sharedState(
    _ revision: PublishedPlacement.Revision, _ zone: String
  ) -> PublishedPlacement.State? {
    let cells = cells(.status...(.content))
    guard let known = states.known(cells, in: scanner.bytes) else {
      let new = newState(revision, zone)
      return states.remember(new, cells, in: scanner.bytes)
    }
    // Nearly all outlets are in one zone.
    return known?.zone == zone ? known : newState(revision, zone)
  }

  private func newSeries() -> Placement.Series? {
    guard let number = number(.number), let language = LanguageTag(text(.language)),
      let run = Placement.Run(rawValue: text(.run))
    else { return nil }
    return Placement.Series(
      line: text(.line), language: language, outlet: text(.outlet), run: run, number: number)
  }

  private mutating func newOpening() -> Opening? {
    guard let timing = timing() else { return nil }
    let zone = zones.value(of: field(.zone), in: scanner.bytes) { $0 }
    return Opening(slot: text(.slot), zone: zone, timing: timing)
  }

  private func newState(
    _ revision: PublishedPlacement.Revision, _ zone: String
  ) -> PublishedPlacement.State? {
    let (stated, aired, againOf) = (text(.outcome), trimmed(.aired), text(.againOf))
    let outcome = Outcome(rawValue: stated)
    guard let status = PublishedPlacement.Status(rawValue: text(.status)), outcome != nil || stated.isEmpty
    else { return nil }
    return PublishedPlacement.State(
      zone: zone, status: status, outcome: outcome, aired: aired.isEmpty ? nil : airTime(aired),
      againOf: againOf.isEmpty ? nil : againOf, content: text(.content), revision: revision)
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

  private func text(_ column: PublicationText.Column) -> String { scanner.bytes.text(of: field(column)) }

  private func trimmed(_ column: PublicationText.Column) -> ArraySlice<UInt8> {
    scanner.bytes[scanner.bytes.trimmed(field(column))]
  }

  private func number(_ column: PublicationText.Column) -> Int? {
    LogValue.number(scanner.bytes[field(column).range])
  }

  private func timing() -> SlotTiming? {
    let (start, end) = (trimmed(.start), trimmed(.end))
    let meaning = Meaning(rawValue: text(.when))
    switch meaning {
    case .hour:
      guard let start = moment(start), let end = moment(end), start <= end else { return nil }
      return .timed(start: start, minutes: (end.seconds - start.seconds) / 60)
    case .day:
      guard case .day(let day) = LogValue.day(start) else { return nil }
      return .allDay(day)
    case .span, .within:
      guard case .day(let first) = LogValue.day(start), case .day(let last) = LogValue.day(end), first < last
      else { return nil }
      return meaning == .span ? .span(first..<last) : .inMonth(first..<last)
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
