public import ScheduleModel

/// What a publication says, as a table: a row for each placement and each task that is new or changed.
///
///     uid,kind,line,edition,language,run,number,outlet,slot,zone,when,start,end,status,outcome,aired,again-of,sequence,content
///     lc.chuyen-muc.1.vi@lichsong,placement,chuyen-muc,1,vi,first,1,truyen-hinh,truyen-hinh.toi.2018-01-04,Asia/Ho_Chi_Minh,hour,2018-01-04T20:15,2018-01-04T20:30,confirmed,,,,0,1-5c1f0a9e
///     todo-lc.chuyen-muc.1.hmn@lichsong,translation,,,,,,,,,day,2018-01-08,,open,,,,0,
///
/// `when` says how `start` and `end` are meant: `hour`, at that hour of the zone's wall clock; `day`, on that day as a
/// whole; `within`, on some day of these, the end not included. Of a task `start` is when it is due, and its row follows
/// that of its placement. A reader knows the columns by their names, so that later ones can be added.
public enum PublicationText {
  /// The columns, in order.
  enum Column: Int, CaseIterable {
    case uid, kind, line, edition, language, run, number, outlet, slot, zone, when, start, end, status,
      outcome
    case aired, againOf, sequence, content

    /// The name in the header.
    var name: String { self == .againOf ? "again-of" : "\(self)" }
  }

  /// A row of a publication.
  public enum Row: Hashable, Sendable {
    /// A placement, without its tasks.
    case placement(PublishedPlacement)
    /// A task before the placement with this UID.
    case task(String, PublishedTask)
  }

  /// The word in `kind` of a placement; a task has the word of its work there.
  static let placement = "placement"

  /// The table with these rows.
  public static func bytes(of rows: some Sequence<Row>) -> [UInt8] {
    var text = TextBytes()
    text.append(Column.allCases.map(\.name).joined(separator: ","))
    text.end()
    for row in rows {
      switch row {
      case .placement(let row): append(row, to: &text)
      case .task(let uid, let task): append(task, before: uid, to: &text)
      }
    }
    return text.bytes
  }

  private static func append(_ row: PublishedPlacement, to text: inout TextBytes) {
    let placement = row.placement
    text.cell(placement.uid)
    text.field(Self.placement)
    text.field(placement.line)
    text.field(placement.edition)
    text.field(placement.language.tag)
    text.field(placement.run.rawValue)
    text.field(placement.number)
    text.field(placement.outlet)
    text.field(placement.slot)
    text.field(row.zone)
    append(placement.timing, to: &text)
    text.field(row.status.rawValue)
    text.field(row.outcome?.rawValue ?? "")
    text.field(row.aired.map { aired in aired.time.map { "\(aired.day)T\($0)" } ?? "\(aired.day)" } ?? "")
    text.field(row.againOf ?? "")
    text.field(row.revision.sequence)
    text.field(row.content)
    text.end()
  }

  private static func append(_ timing: SlotTiming, to text: inout TextBytes) {
    switch timing {
    case .timed(let start, let minutes):
      text.field("hour")
      append(start, to: &text)
      append(start.adding(minutes: minutes), to: &text)
    case .allDay(let day):
      text.field("day")
      text.field(day)
      text.field(day.advanced(by: 1))
    case .inMonth(let days):
      text.field("within")
      text.field(days.lowerBound)
      text.field(days.upperBound)
    }
  }

  private static func append(_ time: LocalTime, to text: inout TextBytes) {
    text.field(time.day)
    text.append("T")
    text.append(time.time.description)
  }

  private static func append(_ task: PublishedTask, before uid: String, to text: inout TextBytes) {
    text.cell(PublishedTask.uid(of: task.work, before: uid))
    text.field(task.work.rawValue)
    for _ in 0..<8 { text.field("") }
    if let time = task.time {
      text.field("hour")
      append(LocalTime(task.day, time), to: &text)
    } else {
      text.field("day")
      text.field(task.day)
    }
    text.field("")
    text.field(task.status.rawValue)
    for _ in 0..<3 { text.field("") }
    text.field(task.revision.sequence)
    text.field("")
    text.end()
  }

  /// Reads the rows of a publication.
  ///
  /// - Parameters:
  ///   - bytes: The entry.
  ///   - start: The index at which the table begins.
  ///   - publication: The index of the publication, for the revisions of its rows.
  ///   - take: Is given each row in order.
  /// - Returns: Whether every row was understood; what is not is left out.
  /// - Complexity: Linear in the bytes.
  public static func read(
    _ bytes: [UInt8], from start: Int, publication: Int, _ take: (Row) -> Void
  ) -> Bool {
    var scanner = RecordScanner(bytes, separator: .comma, position: start, line: 1)
    guard scanner.next() != nil else { return false }
    let names = scanner.fields.map(scanner.text)
    let numbers = Column.allCases.map { names.firstIndex(of: $0.name) }
    guard numbers.allSatisfy({ $0 != nil }) else { return false }
    var reader = PublicationRowReader(columns: numbers.compactMap(\.self), publication: publication)
    var isWhole = true
    while let record = scanner.next() {
      guard record.fault == nil, scanner.fields.count == names.count, let row = reader.read(scanner) else {
        isWhole = false
        continue
      }
      take(row)
    }
    return isWhole
  }
}

/// Turns the records of a publication into rows.
private struct PublicationRowReader {
  /// The position of each column, in the order of the columns.
  let columns: [Int]
  let publication: Int
  /// The zone read last: most rows have the same, and it is too long to be copied for free.
  private var zone = ""
  /// The languages met so far: checking a tag takes longer than all else of a row.
  private var languages: [String: LanguageTag] = [:]

  init(columns: [Int], publication: Int) {
    (self.columns, self.publication) = (columns, publication)
  }

  mutating func read(_ scanner: RecordScanner) -> PublicationText.Row? {
    func field(_ column: PublicationText.Column) -> RecordScanner.Field {
      scanner.fields[columns[column.rawValue]]
    }
    func bytes(_ column: PublicationText.Column) -> ArraySlice<UInt8> {
      scanner.bytes[field(column).range]
    }
    func text(_ column: PublicationText.Column) -> String { scanner.text(of: field(column)) }
    func number(_ column: PublicationText.Column) -> Int? { LogValue.number(bytes(column)) }
    guard let sequence = LogValue.number(bytes(.sequence)) else { return nil }
    let revision = PublishedPlacement.Revision(sequence: sequence, publication: publication)
    let isPlacement = bytes(.kind).elementsEqual(PublicationText.placement.utf8)
    guard isPlacement else {
      return task(text(.kind), uid: text(.uid), text(.start), text(.status), revision)
    }
    let tag = text(.language)
    if languages[tag] == nil { languages[tag] = LanguageTag(tag) }
    guard let edition = number(.edition), let language = languages[tag],
      let run = Placement.Run(rawValue: text(.run)), let runNumber = number(.number),
      let timing = timing(text(.when), bytes(.start), bytes(.end)),
      let status = PublishedPlacement.Status(rawValue: text(.status))
    else { return nil }
    let outcome = text(.outcome)
    guard outcome.isEmpty || Outcome(rawValue: outcome) != nil else { return nil }
    let aired = text(.aired)
    let againOf = text(.againOf)
    if !bytes(.zone).elementsEqual(zone.utf8) { zone = text(.zone) }
    return .placement(
      PublishedPlacement(
        placement: Placement(
          uid: text(.uid), line: text(.line), edition: edition, language: language, run: run,
          number: runNumber, outlet: text(.outlet), slot: text(.slot), timing: timing),
        zone: zone, status: status, outcome: Outcome(rawValue: outcome),
        aired: aired.isEmpty ? nil : airTime(aired), againOf: againOf.isEmpty ? nil : againOf,
        content: text(.content), revision: revision))
  }

  private func task(
    _ work: String, uid: String, _ due: String, _ status: String, _ revision: PublishedPlacement.Revision
  ) -> PublicationText.Row? {
    guard let work = Deadline.Work(rawValue: work), let status = PublishedTask.Status(rawValue: status),
      let due = airTime(due)
    else { return nil }
    let prefix = PublishedTask.uid(of: work, before: "")
    guard uid.hasPrefix(prefix) else { return nil }
    return .task(
      String(uid.dropFirst(prefix.count)),
      PublishedTask(work: work, day: due.day, time: due.time, status: status, revision: revision))
  }

  private func timing(_ when: String, _ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>) -> SlotTiming? {
    switch when {
    case "hour":
      guard let start = moment(start), let end = moment(end), start <= end else { return nil }
      return .timed(start: start, minutes: (end.seconds - start.seconds) / 60)
    case "day":
      guard case .day(let day) = LogValue.day(start) else { return nil }
      return .allDay(day)
    case "within":
      guard case .day(let first) = LogValue.day(start), case .day(let last) = LogValue.day(end), first < last
      else { return nil }
      return .inMonth(first..<last)
    default: return nil
    }
  }

  private func moment(_ text: ArraySlice<UInt8>) -> LocalTime? {
    guard text.count > 11, case .day(let day) = LogValue.day(text.prefix(10)),
      text[text.startIndex + 10] == UInt8(ascii: "T"), let time = LogValue.time(text.dropFirst(11))
    else { return nil }
    return LocalTime(day, time)
  }

  private func airTime(_ text: String) -> PublishedPlacement.AirTime? {
    let bytes = Array(text.utf8)[...]
    if let moment = moment(bytes) { return PublishedPlacement.AirTime(day: moment.day, time: moment.time) }
    guard case .day(let day) = LogValue.day(bytes) else { return nil }
    return PublishedPlacement.AirTime(day: day, time: nil)
  }
}
