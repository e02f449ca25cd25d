import ScheduleModel

/// Turns the rows of a published schedule into placements.
struct PlacementRowReader {
  private let plan: Plan
  private let slots: Set<String>
  /// The ids of those that last several days, which their beginning and end do not tell from a month.
  private let spans: Set<String>
  private let columns: [PlacementColumn: Int]
  private var vocabulary: LogVocabulary
  // What each different text of a column means.
  private var outlets = TextPool<KnownOutlet>()
  private var runs = TextPool<Placement.Run?>()
  private var slotIDs = TextPool<KnownSlot>()

  /// An outlet's name with a point, as a slot's id begins with it, and its id if it is one.
  private struct KnownOutlet {
    let prefix: String
    let id: String?
    let isID: Bool
  }

  /// What a slot's id says by itself.
  private struct KnownSlot {
    let id: String
    /// The outlet of which it is, with a point; empty when it is no slot's id.
    let prefix: String
    let isOpened: Bool
  }

  /// A reader of rows with these columns.
  init(plan: Plan, slots: [Slot], columns: [PlacementColumn: Int]) {
    self.plan = plan
    self.slots = Set(slots.lazy.map(\.id))
    spans = Set(slots.lazy.filter { if case .span = $0.timing { true } else { false } }.map(\.id))
    self.columns = columns
    vocabulary = LogVocabulary(plan: plan)
  }

  /// The placement of a row, `nil` when something is wrong with it; and whether the plan opens its slot.
  mutating func read(_ row: LogRow, at place: () -> LogPlace) -> (Placement?, isOpened: Bool, [Finding]) {
    func text(_ column: PlacementColumn) -> String { columns[column].map(row.text) ?? "" }
    func field(_ column: PlacementColumn) -> RecordScanner.Field {
      columns[column].map { row.fields[$0] } ?? RecordScanner.Field(range: 0..<0, hasDoubledQuotes: false)
    }
    let line = vocabulary.line(field(.line), in: row.bytes)
    let known = known(field(.outlet), in: row.bytes)
    let outlet = known.id
    let language = vocabulary.language(field(.language), in: row.bytes) ?? LanguageTag(text(.language))
    let run = runs.value(of: field(.run), in: row.bytes) { Placement.Run(rawValue: $0) }
    let edition = LogValue.number(row.bytes[row.trimmed(field(.edition))]).flatMap {
      (1...Quantity.largest).contains($0) ? $0 : nil
    }
    var timing = SlotTiming(
      start: row.bytes[row.trimmed(field(.start))], end: row.bytes[row.trimmed(field(.end))])
    let slot = slot(field(.slot), in: row.bytes)
    if case .inMonth(let days) = timing, spans.contains(slot.id) { timing = .span(days) }
    let isOfOutlet = !slot.prefix.isEmpty && slot.prefix.hasPrefix(known.prefix)
    guard let line, let outlet, let edition, let language, let run, let timing, isOfOutlet else {
      var faults: [RowFault] = []
      if line == nil { faults.append(.unknownLine(text(.line), nearest: vocabulary.line(near: text(.line)))) }
      if outlet == nil {
        faults.append(.unknownOutlet(text(.outlet), nearest: vocabulary.outlet(near: text(.outlet))))
      }
      if edition == nil { faults.append(.notANumber(.edition, text(.edition), from: 1)) }
      if language == nil { faults.append(.unknownLanguage(text(.language))) }
      var findings = faults.isEmpty ? [] : [Finding.rowBroken(faults, place(), isHeader: false)]
      if run == nil { findings.append(.publishedFieldBroken(.run, text(.run), place())) }
      if timing == nil {
        findings.append(.publishedFieldBroken(.start, "\(text(.start)) – \(text(.end))", place()))
      }
      if !isOfOutlet { findings.append(.publishedFieldBroken(.slot, text(.slot), place())) }
      return (nil, slot.isOpened, findings)
    }
    let uid = row.bytes[row.trimmed(field(.uid))]
    let tongue = plan.languages(ofLine: line).known(language)
    func placement(_ line: String, number: Int, on publishedOutlet: String? = nil) -> Placement {
      Placement(
        plan: plan.id, line: line, edition: edition, language: tongue, run: run, number: number,
        outlet: publishedOutlet ?? outlet,
        slot: known.isID ? slot.id : "\(outlet).\(slot.id.dropFirst(known.prefix.count))", timing: timing)
    }
    let usual = placement(line, number: run == .first ? 1 : Self.number(in: text(.uid)))
    if usual.uid.utf8.elementsEqual(uid) || usual.uid == text(.uid) {
      return (usual.spoken(in: language), slot.isOpened, [])
    }
    // A later attempt at it, or the UID under which it was published before its line or outlet was renamed.
    let attempt = PlacementAttempt(uid: text(.uid))
    let number = run == .first ? 1 : Self.number(in: attempt.first)
    let names = [line] + [plan.line(line)?.was].compactMap(\.self)
    let places = [outlet] + [plan.outlet(outlet)?.was].compactMap(\.self)
    let isOwn = names.contains { name in
      places.contains { placement(name, number: number, on: $0).uid == attempt.first }
    }
    guard isOwn else {
      let finding = Finding.publishedUIDUnknown(text(.uid), expected: usual.uid, place())
      return (nil, slot.isOpened, [finding])
    }
    let found = placement(line, number: number)
    return (
      Placement(
        uid: attempt.uid, line: line, edition: edition, language: language, run: run, number: number,
        outlet: outlet, slot: found.slot, timing: timing), slot.isOpened, []
    )
  }

  private mutating func known(_ field: RecordScanner.Field, in bytes: [UInt8]) -> KnownOutlet {
    if let known = outlets.known(field, in: bytes) { return known }
    let name = bytes.text(of: field)
    let id = vocabulary.outlet(name)
    return outlets.remember(
      KnownOutlet(prefix: name + ".", id: id, isID: id == name), field, in: bytes)
  }

  private mutating func slot(_ field: RecordScanner.Field, in bytes: [UInt8]) -> KnownSlot {
    if let known = slotIDs.known(field, in: bytes) { return known }
    let id = bytes.text(of: field)
    return slotIDs.remember(
      KnownSlot(id: id, prefix: Self.outletPrefix(of: id), isOpened: slots.contains(id)), field, in: bytes)
  }

  /// The part of a slot's id, `outlet.grid.2018-04-05`, before its day; empty when it is none.
  private static func outletPrefix(of id: String) -> String {
    let prefix = id.dropLast(10)
    guard prefix.hasSuffix("."), CivilDay(iso: id.suffix(10)) != nil, prefix.dropLast().contains(".") else {
      return ""
    }
    return String(prefix)
  }

  /// Which of several repeats a UID means: its last part, 1 where that is no number.
  private static func number(in uid: String) -> Int {
    let name = uid.prefix { $0 != "@" }
    let last = name.split(separator: ".").last.flatMap { Int($0) } ?? 1
    return (2...Quantity.largest).contains(last) ? last : 1
  }
}

extension SlotTiming {
  /// Reads ``startText`` and ``endText``; `nil` where they are none, or the end does not come after the start.
  init?(start: ArraySlice<UInt8>, end: ArraySlice<UInt8>) {
    if let first = Self.isoDay(start), let last = Self.isoDay(end) {
      let days = first.distance(to: last)
      guard days > 0 else { return nil }
      self = days == 1 ? .allDay(first) : .inMonth(first..<last)
      return
    }
    guard let first = LocalTime(iso: start), let last = LocalTime(iso: end), first <= last else { return nil }
    self = .timed(start: first, minutes: (last.seconds - first.seconds) / 60)
  }

  fileprivate static func isoDay(_ text: ArraySlice<UInt8>) -> CivilDay? {
    guard text.count == 10, text[text.startIndex + 4] == 0x2D, case .day(let day) = LogValue.day(text) else {
      return nil
    }
    return day
  }
}

extension LocalTime {
  /// Reads `2018-04-05T20:15`, with seconds or without.
  fileprivate init?(iso text: ArraySlice<UInt8>) {
    guard text.count > 11, text[text.startIndex + 10] == 0x54,
      let day = SlotTiming.isoDay(text.prefix(10)), let time = LogValue.time(text.dropFirst(11))
    else { return nil }
    self.init(openingOn: day, at: time)
  }
}
