import ScheduleModel

/// Something with its counts, all keys of one JSON object.
struct Counted<Row: Encodable>: Encodable {
  let row: Row
  let counts: CountsRow

  func encode(to encoder: any Encoder) throws {
    try row.encode(to: encoder)
    try counts.encode(to: encoder)
  }
}

/// Counts in JSON; all but `scheduled` are `null` when no log tells, and all are when there are no data. What was due and
/// waits for a log is `pending`, and known.
struct CountsRow: Encodable {
  @OrNull var scheduled: Int?
  @OrNull var aired: Int?
  @OrNull var late: Int?
  @OrNull var moved: Int?
  @OrNull var unplanned: Int?
  @OrNull var missed: Int?
  @OrNull var preempted: Int?
  @OrNull var pending: Int?

  init(_ counts: ShownCounts) {
    _scheduled = OrNull(wrappedValue: counts.scheduled)
    _aired = OrNull(wrappedValue: counts.aired)
    _late = OrNull(wrappedValue: counts.late)
    _moved = OrNull(wrappedValue: counts.moved)
    _unplanned = OrNull(wrappedValue: counts.unplanned)
    _missed = OrNull(wrappedValue: counts.missed)
    _preempted = OrNull(wrappedValue: counts.preempted)
    _pending = OrNull(wrappedValue: counts.pending)
  }
}

/// A line in JSON.
struct LineRow: Encodable {
  let line: String
  let title: String
  @OrNull var form: String?
  @OrNull var level: String?
  @OrNull var unit: String?
  @OrNull var planned: Int?
  @OrNull var plannedQualifier: String?
  @OrNull var plannedText: String?
  @OrNull var airedInYear: Int?
  @OrNull var percent: Double?
  @OrNull var published: QuantityRow?
  let months: [Month]
  @OrNull var placements: Int?
  let rows: [String]

  struct Month: Encodable {
    let scheduled: Int
    @OrNull var aired: Int?
  }

  static func row(
    _ entry: TallyLayout.Entry, _ layout: TallyLayout, _ language: ReaderLanguage
  ) -> Counted<LineRow> {
    let tally = entry.tally
    let row = LineRow(
      line: tally.line, title: entry.line?.title ?? tally.line, form: entry.line?.form.description,
      level: entry.level?.rawValue, unit: entry.unit?.description, planned: tally.planned?.countValue,
      plannedQualifier: tally.planned?.dataQualifier, plannedText: tally.planned?.text(in: language),
      airedInYear: entry.airedInYear, percent: entry.percent?.number,
      published: entry.published.map { QuantityRow($0, language) },
      months: tally.months.enumerated().map {
        Month(scheduled: $1.scheduled, aired: layout.aired(entry, inMonth: $0))
      },
      placements: entry.placements, rows: tally.rows.map(\.row))
    return Counted(row: row, counts: CountsRow(layout.shown(entry)))
  }
}

/// The versions of a line in one language in JSON.
struct VersionRow: Encodable {
  let line: String
  let language: String
  let name: String
  @OrNull var sent: Int?
  let rows: [String]

  static func row(
    _ tally: VersionTally, _ layout: TallyLayout, _ language: ReaderLanguage
  ) -> Counted<VersionRow> {
    let row = VersionRow(
      line: tally.line, language: tally.language.tag,
      name: BroadcastLanguage.name(of: tally.language, in: language),
      sent: layout.isCounted(tally) ? tally.sent : nil, rows: tally.rows.map(\.row))
    return Counted(row: row, counts: CountsRow(layout.shown(tally)))
  }
}

/// A total in JSON.
struct TotalRow: Encodable {
  let id: String
  let title: String
  let counted: [String]
  let inside: [String]
  @OrNull var planned: Int?
  @OrNull var plannedText: String?
  @OrNull var published: QuantityRow?

  static func row(
    _ tally: TotalTally, _ layout: TallyLayout, _ language: ReaderLanguage
  ) -> Counted<TotalRow> {
    let row = TotalRow(
      id: tally.id, title: tally.title, counted: tally.counted, inside: tally.inside,
      planned: tally.planned?.countValue, plannedText: tally.planned?.text(in: language),
      published: tally.published.map { QuantityRow($0, language) })
    return Counted(row: row, counts: CountsRow(layout.shown(tally)))
  }
}

/// A group in JSON.
struct GroupRow: Encodable {
  let dimension: String
  let key: String
  let title: String
  /// What it counts where that is not added to the works of its key: conferences.
  @OrNull var unit: String?
  @OrNull var published: QuantityRow?

  static func row(
    _ tally: GroupTally, _ layout: TallyLayout, _ language: ReaderLanguage
  ) -> Counted<GroupRow> {
    let row = GroupRow(
      dimension: tally.dimension.rawValue, key: tally.key, title: tally.title[language],
      unit: tally.unit?.description, published: tally.published.map { QuantityRow($0, language) })
    return Counted(row: row, counts: CountsRow(layout.shown(tally)))
  }
}
