import ScheduleModel

/// Turns the rows of a published schedule into placements.
struct PlacementRowReader {
  private let plan: Plan
  private let slots: Set<String>
  private let columns: [PlacementColumn: Int]
  private var vocabulary: LogVocabulary

  /// A reader of rows with these columns.
  init(plan: Plan, slots: [Slot], columns: [PlacementColumn: Int]) {
    self.plan = plan
    self.slots = Set(slots.map(\.id))
    self.columns = columns
    vocabulary = LogVocabulary(plan: plan)
  }

  /// Whether the plan opens a slot.
  func opens(_ slot: String) -> Bool { slots.contains(slot) }

  /// The placement of a row; `nil` when something is wrong with it.
  mutating func read(_ row: LogRow, at place: LogPlace) -> (Placement?, [Finding]) {
    func text(_ column: PlacementColumn) -> String {
      columns[column].map(row.text) ?? ""
    }
    var faults: [RowFault] = []
    let line = vocabulary.line(text(.line))
    if line == nil { faults.append(.unknownLine(text(.line), nearest: vocabulary.line(near: text(.line)))) }
    let outlet = vocabulary.outlet(text(.outlet))
    if outlet == nil {
      faults.append(.unknownOutlet(text(.outlet), nearest: vocabulary.outlet(near: text(.outlet))))
    }
    let edition = Int(text(.edition)).flatMap { (1...Quantity.largest).contains($0) ? $0 : nil }
    if edition == nil { faults.append(.notANumber(.edition, text(.edition), from: 1)) }
    let language = vocabulary.language(text(.language)) ?? LanguageTag(text(.language))
    if language == nil { faults.append(.unknownLanguage(text(.language))) }
    var findings = faults.isEmpty ? [] : [Finding.rowBroken(faults, place, isHeader: false)]
    let run = Placement.Run(rawValue: text(.run))
    if run == nil { findings.append(.publishedFieldBroken(.run, text(.run), place)) }
    let timing = SlotTiming(start: text(.start), end: text(.end))
    if timing == nil {
      findings.append(.publishedFieldBroken(.start, "\(text(.start)) – \(text(.end))", place))
    }
    let (grid, day) = Self.parts(of: text(.slot), on: text(.outlet))
    if day == nil { findings.append(.publishedFieldBroken(.slot, text(.slot), place)) }
    guard findings.isEmpty, let line, let outlet, let edition, let language, let run, let timing, let day
    else {
      return (nil, findings)
    }
    let slot = Slot(outlet: outlet, grid: grid, ruleDay: day, timing: timing, pieces: 1, languages: [])
    let placement = Placement(
      plan: plan.id, line: line, edition: edition, language: language, run: run, slot: slot,
      number: run == .first ? 1 : Self.number(in: text(.uid)))
    guard placement.uid == text(.uid) else {
      return (nil, [.publishedUIDUnknown(text(.uid), expected: placement.uid, place)])
    }
    return (placement, [])
  }

  /// The grid line and the day of a slot's id, `outlet.grid.2018-04-05`.
  private static func parts(of id: String, on outlet: String) -> (grid: String, day: CivilDay?) {
    guard id.hasPrefix(outlet + "."), id.count > outlet.count + 12 else { return ("", nil) }
    let rest = id.dropFirst(outlet.count + 1)
    guard rest.dropLast(10).hasSuffix(".") else { return ("", nil) }
    return (String(rest.dropLast(11)), CivilDay(iso: String(rest.suffix(10))))
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
  init?(start: String, end: String) {
    if let first = CivilDay(iso: start), let last = CivilDay(iso: end) {
      let days = first.distance(to: last)
      guard days > 0 else { return nil }
      self = days == 1 ? .allDay(first) : .inMonth(first..<last)
      return
    }
    guard let first = LocalTime(iso: start), let last = LocalTime(iso: end), first <= last else { return nil }
    self = .timed(start: first, minutes: (last.seconds - first.seconds) / 60)
  }
}

extension LocalTime {
  /// Reads `2018-04-05T20:15`, with seconds or without.
  fileprivate init?(iso text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CivilDay(iso: String(parts[0])), let time = TimeOfDay(parts[1]) else {
      return nil
    }
    self.init(day, time)
  }
}
