public import ScheduleModel

/// The rest of a year, planned anew, for people.
public enum ReplanReport {
  /// What has aired and what is planned by line and month, what moves, what was missed and where it goes, what
  /// no longer has a place, and the moves against the evenness.
  ///
  /// - Parameter rowsToPublish: How many placements the draft has, missed ones included; `nil` where no draft is made.
  public static func text(
    plan: Plan, replan: Replan, rowsToPublish: Int? = nil, language: ReaderLanguage, explained: Bool = false,
    width: Int? = nil
  ) -> String {
    let start = replan.start
    let published = start.published.count
    var head = [ReplanWords.title(start.from, of: plan)[language], plan.title.visible(), ""]
    head.append(AllocationWords.basis(of: plan)[language])
    head.append(ReplanWords.basis(start, published)[language])
    if start.isLogged, !start.unknown.isEmpty {
      head.append(ReplanWords.unknown(start.unknown.count, before: start.from)[language])
      let byOutlet = start.unknownByOutlet
      let known = plan.outlets.map(\.id)
      for id in known + byOutlet.keys.filter({ !known.contains($0) }).sorted() {
        guard let count = byOutlet[id] else { continue }
        let name = (plan.outlet(id)?.name ?? id).visible()
        head.append(ReplanWords.unknown(count, on: name, until: start.lastLogged[id])[language])
      }
    }
    if start.unplanned > 0 { head.append(ReplanWords.unplanned(start.unplanned)[language]) }
    head.append(
      (replan.keepsPublished ? ReplanWords.keeps : ReplanWords.mayMove(replan.slack, in: language))[language])
    var blocks = [head.map { $0 + "\n" }.joined(), months(plan, replan, language).text(width: width)]
    blocks.append(
      list(
        ReplanWords.moves(replan.moves.count), replan.moves.map { ($0.old, $0.new) }, plan, language))
    blocks.append(
      list(
        ReplanWords.missed(replan.missed.count, start), replan.missed.map { ($0.old, $0.new) }, plan, language
      ))
    if !replan.dropped.isEmpty {
      blocks.append(
        list(ReplanWords.dropped(replan.dropped.count), replan.dropped.map { ($0, nil) }, plan, language) {
          old in
          let isShort = replan.schedule.unplaced.contains {
            $0.line == old.line && $0.language == old.language
          }
          return isShort ? ReplanWords.noSlot : ReplanWords.notAsked
        })
    }
    if !replan.needless.isEmpty {
      blocks.append(
        list(
          ReplanWords.needless(replan.needless.count), replan.needless.map { ($0, nil) }, plan, language
        ) { _ in ReplanWords.hasAired })
    }
    blocks.append(
      ReplanWords.curve[language] + "\n\n" + curve(replan, language).text(width: width) + "\n"
        + ReplanWords.parts[language] + "\n")
    if replan.keepsPublished { blocks.append(ReplanWords.proof[language] + "\n") }
    blocks += AllocationReport.closing(plan, replan.schedule, language, explained: explained)
    if let rowsToPublish, rowsToPublish > replan.schedule.placements.count {
      blocks.append(
        ReplanWords.missedStay(rowsToPublish - replan.schedule.placements.count, of: rowsToPublish)[language]
          + "\n")
    }
    return blocks.joined(separator: "\n")
  }

  /// How complete and how even the schedule is, whether a better one exists, and among which schedules that holds.
  public static func proof(of replan: Replan) -> [Words] {
    let proof = replan.schedule.proof
    let placed = Words(
      vi: AllocationWords.proof(proof, in: .vietnamese), en: AllocationWords.proof(proof, in: .english))
    let among =
      replan.keepsPublished
      ? Words(
        vi: "So với những lịch giữ nguyên các lượt được phép ở yên.",
        en: "Among the schedules that leave in place what may stay.") : nil
    return [placed, AllocationWords.quality(proof), among].compactMap(\.self)
  }

  private static func months(_ plan: Plan, _ replan: Replan, _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(
      columns: [
        .words(AllocationWords.line[language]), .name(AllocationWords.content[language], width: 36),
        .words(""),
      ] + monthHeadings(of: plan.months, language).map { .number($0) } + [
        .number(AllocationWords.year(of: plan)[language]), .number(AllocationWords.quota[language]),
      ])
    let figures = FigureSetter(language: language)
    func row(_ names: [String], _ counts: [Int], _ quota: TextTable.Cell) -> [TextTable.Cell] {
      names.map(TextTable.Cell.words) + counts.map { figures.cell($0) } + [
        figures.cell(counts.reduce(0, +)), quota,
      ]
    }
    for line in plan.lines where line.placing != nil {
      let aired = replan.airedMonths(ofLine: line.id, of: plan)
      let planned = replan.plannedMonths(ofLine: line.id, of: plan)
      let quota = figures.cell(line.quota)
      table.append(row([line.id, line.title, ReplanWords.aired[language]], aired, quota))
      let unknown = replan.unknownMonths(ofLine: line.id, of: plan)
      if unknown.contains(where: { $0 > 0 }) {
        table.append(row(["", "", ReplanWords.notLogged[language]], unknown, .nothing))
      }
      table.append(row(["", "", ReplanWords.planned[language]], planned, .nothing))
    }
    return table
  }

  /// Placements with where they lay and where they go, by line.
  private static func list(
    _ heading: Words, _ rows: [(old: Placement, new: Placement?)], _ plan: Plan, _ language: ReaderLanguage,
    why: (Placement) -> Words = { _ in ReplanWords.noSlot }
  ) -> String {
    var text = heading[language] + "\n"
    let byLine = Dictionary(grouping: rows, by: \.old.line)
    let own = plan.lines.map(\.id).filter { byLine[$0] != nil }
    for id in own + byLine.keys.filter({ plan.line($0) == nil }).sorted() {
      let heading = plan.line(id).map { "\(id), “\($0.title)”" } ?? plan.title(ofLine: id, in: language)
      text += "  " + heading.visible() + "\n"
      for (old, new) in byLine[id, default: []] {
        text += "    \(name(of: old, plan, language)): \(way(from: old, to: new, why(old), plan, language))\n"
      }
    }
    return text
  }

  private static func name(of placement: Placement, _ plan: Plan, _ language: ReaderLanguage) -> String {
    var notes: [String] = []
    if plan.tellsLanguage(of: placement) {
      notes.append(AllocationWords.spoken(placement.language, in: language))
    }
    if let part = plan.part(of: placement) {
      notes.append(part.name[language])
    } else if placement.run != .first {
      notes.append(placement.run.name[language] + (placement.number > 1 ? " \(placement.number)" : ""))
    }
    let edition = AllocationWords.edition(placement.edition)[language]
    return notes.isEmpty ? edition : "\(edition) (\(notes.joined(separator: ", ")))"
  }

  /// `12/07 → 19/07`; the hours and the outlets only where they alone tell the two apart.
  private static func way(
    from old: Placement, to new: Placement?, _ why: Words, _ plan: Plan, _ language: ReaderLanguage
  ) -> String {
    guard let new else {
      return ReplanWords.day(of: old.timing, in: plan)[language] + " → " + why[language]
    }
    var (from, to) = (
      ReplanWords.day(of: old.timing, in: plan)[language], ReplanWords.day(of: new.timing, in: plan)[language]
    )
    if from == to { (from, to) = (old.timing.text(in: language), new.timing.text(in: language)) }
    if old.outlet != new.outlet {
      from += " (\(plan.outlet(old.outlet)?.name ?? old.outlet))"
      to += " (\(plan.outlet(new.outlet)?.name ?? new.outlet))"
    } else if from == to {
      (from, to) = (from + " (\(old.slot))", to + " (\(new.slot))")
    }
    return "\(from) → \(to)"
  }

  private static func curve(_ replan: Replan, _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .number(ReplanWords.slack[language]), .number(ReplanWords.moved[language]),
      .number(ReplanWords.deviation[language]), .number(ReplanWords.squares[language]), .words(""),
    ])
    func decimal(_ value: Int128) -> String { LevelWords.decimal(value, of: 1_000, in: language) }
    for point in replan.curve {
      table.append([
        decimal(Int128(point.slack)), grouped(point.moves, in: language), decimal(Int128(point.deviation)),
        decimal((point.squares + 500) / 1_000),
        point.slack == replan.slack ? ReplanWords.chosen[language] : "",
      ])
    }
    return table
  }
}
