import ScheduleModel

/// Finds rows that say in a note, in their evidence or in their title that nothing aired, that they are repeats or
/// trailers, and rows that are dated after their recording: they are not counted in silence.
struct UnclearRows {
  /// The day on which the rows are recorded; `nil` where they are not.
  let recordedOn: CivilDay?
  /// Titles and further names of lines that have such words themselves.
  private let ownTitles: [FoldedText]
  /// Titles and further names of all lines.
  private let names: [FoldedText]
  private var titles: [String: Bool] = [:]
  /// The same by the heading of a row, which many rows share.
  private var headings: [ObjectIdentifier: (shared: AsRunEntry.Heading, says: Bool)] = [:]

  /// - Parameter plan: The plan, whose lines may be called so.
  init(_ plan: Plan, recordedOn: CivilDay?) {
    self.recordedOn = recordedOn
    let names = plan.lines.flatMap { [$0.title] + $0.aliases }
    let folded = names.map { FoldedText($0) }
    self.names = folded.filter { !$0.isEmpty }
    ownTitles = names.filter {
      UnairedWords.areIn(title: $0) || UnairedWords.arePromotion(in: $0, of: folded)
    }.map { FoldedText($0) }
  }

  /// The record with what its words say. A correction is an answer, and means what it states.
  mutating func judged(_ record: LogRecord, _ row: LogRow, _ header: LogHeader) -> LogRecord {
    guard record.replaces == nil, !record.isWithdrawal else { return record }
    var record = record
    let entry = record.entry
    if let recordedOn, entry.status != .sent, entry.broadcastDay > recordedOn {
      record.entry = entry.saying(.unclear, doubt: .datedAfter(recordedOn), isRepeat: entry.isRepeat)
      return record
    }
    guard entry.status == .aired else { return record }
    if let words = words(of: entry, row, header) {
      record.entry = entry.saying(.unclear, doubt: .words(words))
      return record
    }
    guard !entry.isRepeat else { return record }
    for column in [LogColumn.note, .evidence] {
      guard let index = header.index(of: column), let name = RepeatName(inNote: row.text(at: index)) else {
        continue
      }
      let isOtherWork = name.edition.map { edition in entry.edition.map { $0 != edition } ?? false } ?? false
      record.entry =
        name.isSure && !isOtherWork
        ? entry.saying(.aired, isRepeat: true, edition: name.edition)
        : entry.saying(.unclear, doubt: .words(Self.cell(index, row, header)))
      break
    }
    return record
  }

  /// The cell that says that nothing aired, or no work; `nil` when none does.
  private mutating func words(of entry: AsRunEntry, _ row: LogRow, _ header: LogHeader) -> String? {
    for column in [LogColumn.note, .evidence] {
      guard let index = header.index(of: column), index < row.fields.count else { continue }
      let text = row.text(at: index)
      if !text.isEmpty, UnairedWords.areIn(note: text) { return Self.cell(index, row, header) }
    }
    if entry.length == 0 {
      for column in [LogColumn.minutes, .end] {
        guard let index = header.index(of: column), !row.text(at: index).isEmpty else { continue }
        return Self.cell(index, row, header)
      }
    }
    guard !entry.title.isEmpty, says(entry.heading) else { return nil }
    return header.index(of: .title).map { Self.cell($0, row, header) } ?? entry.title
  }

  /// Why a recorded row would be unclear if it were recorded now; `nil` where it would not, or somebody answered for it.
  mutating func doubt(aboutRecorded record: LogRecord) -> String? {
    let entry = record.entry
    guard entry.status == .aired, !record.isWithdrawal, !entry.isByHand,
      record.replaces == nil || record.reason == LedgerMerge.importedAgain
    else { return nil }
    for text in [entry.note, entry.evidence].compactMap(\.self) {
      if UnairedWords.areIn(note: text) { return text }
      if !entry.isRepeat, RepeatName(inNote: text) != nil { return text }
    }
    if !entry.title.isEmpty, says(entry.heading) { return entry.title }
    return entry.length == 0 ? "0:00" : nil
  }

  private mutating func says(_ heading: AsRunEntry.Heading) -> Bool {
    if let known = headings[ObjectIdentifier(heading)] { return known.says }
    if headings.count >= 10_000 { headings.removeAll(keepingCapacity: true) }
    let says = says(heading.title)
    headings[ObjectIdentifier(heading)] = (heading, says)
    return says
  }

  private mutating func says(_ title: String) -> Bool {
    if let known = titles[title] { return known }
    if titles.count >= 10_000 { titles.removeAll(keepingCapacity: true) }
    let says =
      (UnairedWords.areIn(title: title) || UnairedWords.arePromotion(in: title, of: names))
      && !ownTitles.contains { FoldedText(title).contains($0) }
    titles[title] = says
    return says
  }

  /// A cell with the name of its column, as the station writes both.
  private static func cell(_ index: Int, _ row: LogRow, _ header: LogHeader) -> String {
    let text = row.text(at: index)
    let name = header.names.indices.contains(index) ? header.names[index] : ""
    return name.isEmpty ? text : "\(name): \(text)"
  }
}
