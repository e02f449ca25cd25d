public import ScheduleModel

/// The certificate of a close: what the office prints, signs and keeps, with the hash by which the record is known.
public enum CloseCertificate {
  /// The certificate as an official paper.
  ///
  /// - Parameters:
  ///   - plan: The plan as it was when the period was closed, whose names, office and signer the certificate has.
  ///   - isOfToday: Whether that plan is not known any more, and it is the one of today.
  ///   - difference: Differences between a restatement and the close before; `nil` for a first close.
  ///   - gaps: What lines lack because units had not reported.
  ///   - notAdded: What units had reported and was not added.
  public static func paper(
    _ record: CloseRecord, plan: Plan, isOfToday: Bool = false, difference: CloseDifference?,
    gaps: [LineGaps] = [], notAdded: [JudgedFigure] = [], terms: PaperTerms = PaperTerms(),
    language: ReaderLanguage
  ) -> Paper {
    let close = record.close
    let stamp = close.stamp
    let setter = CertificateSetter(close: close, plan: plan, notAdded: notAdded, language: language)
    var blocks: [Paper.Block] = [
      .paragraph(ClosingWords.statement(close, of: plan.title, in: language))
    ]
    if let reason = stamp.reason { blocks.append(.paragraph(ClosingWords.reason(reason)[language])) }
    blocks += setter.tables.map(Paper.Block.table)
    if let difference, stamp.number > 0 {
      let tables = DifferenceTables(
        plan: plan, language: language, isPaper: true, period: setter.period)
      for table in [tables.figures(difference), tables.rows(difference)] where !table.rows.isEmpty {
        blocks += [.heading(table.caption ?? ""), .table(table)]
      }
    }
    blocks.append(
      .notes(
        setter.notes(gaps) + (isOfToday ? [ClosingWords.namesOfToday[language]] : [])
          + setter.hashes(record)))
    let date = terms.date ?? stamp.closed.day
    return Paper(
      language: language, subject: plan.title, created: stamp.closed.day, isLandscape: false,
      letterhead: Paper.Letterhead(
        of: plan.office, terms: PaperTerms(number: terms.number, date: date), numbered: true, in: language),
      title: [ClosingWords.certificate[language]]
        + (stamp.number > 0 ? [ClosingWords.restated(stamp.number)[language]] : []),
      subtitle: setter.period.map { [PaperWords.period($0)[language]] } ?? [], blocks: blocks,
      recipients: [],
      signatures: [
        Paper.Signature(
          office: [ClosingWords.closer[language]], hint: PaperWords.signedByHand[language],
          name: stamp.author),
        Paper.Signature(of: plan.office, in: language),
      ])
  }
}

extension CloseCertificate {
  /// What would be signed if the period were closed now: the very tables and notes of the certificate.
  package static func preview(
    _ close: PeriodClose, plan: Plan, gaps: [LineGaps], notAdded: [JudgedFigure], language: ReaderLanguage
  ) -> ReportDocument {
    let setter = CertificateSetter(close: close, plan: plan, notAdded: notAdded, language: language)
    let period = setter.period.map { [TallyWords.period($0, language)] } ?? []
    return ReportDocument(
      kind: ClosingWords.preview[language], title: plan.title,
      head: period + [ClosingWords.basis(close)[language]],
      sections: [
        ReportDocument.Section(heading: ClosingWords.figures[language], tables: setter.tables)
      ], notes: setter.notes(gaps))
  }

  /// The units that have not reported, or for a part of the period, a sentence for each kind.
  package static func unreported(
    _ gaps: [LineGaps], of close: PeriodClose, plan: Plan, language: ReaderLanguage
  ) -> [String] {
    CertificateSetter(close: close, plan: plan, notAdded: [], language: language).unreported(gaps).map {
      $0[language]
    }
  }

  /// The period of a close; `nil` when the plan's profiles have none of that name any more.
  fileprivate static func period(of scope: PeriodClose.Scope, in plan: Plan) -> ReportingPeriod? {
    plan.profiles.first { $0.code == scope.profile }.flatMap {
      ReportingPeriod(scope.period, profile: $0)
    }
  }

  /// The same as plain text.
  public static func previewText(
    _ close: PeriodClose, plan: Plan, gaps: [LineGaps], notAdded: [JudgedFigure] = [],
    language: ReaderLanguage, width: Int? = nil
  ) -> String {
    preview(close, plan: plan, gaps: gaps, notAdded: notAdded, language: language).text(width: width)
  }

  /// Differences between what is known now and the close, as plain text.
  ///
  /// - Parameters:
  ///   - plan: The plan, whose titles replace ids; `nil` when its file has errors.
  ///   - scope: What is closed, whose parts are named in words; `nil` to name them by their days.
  public static func difference(
    _ difference: CloseDifference, plan: Plan?, of scope: PeriodClose.Scope? = nil, language: ReaderLanguage,
    width: Int? = nil
  ) -> String {
    var tables = DifferenceTables(plan: plan, language: language)
    if let scope, let plan { tables.period = Self.period(of: scope, in: plan) }
    return [tables.figures(difference), tables.rows(difference)].filter { !$0.rows.isEmpty }
      .map { ($0.caption ?? "") + "\n\n" + $0.text(width: width) }.joined(separator: "\n")
  }
}

/// Sets the tables of a certificate.
private struct CertificateSetter {
  let close: PeriodClose
  let plan: Plan
  let notAdded: [JudgedFigure]
  let language: ReaderLanguage

  private var names: DifferenceTables {
    DifferenceTables(plan: plan, language: language, period: period)
  }
  private var figures: FigureSetter { FigureSetter(language: language, isPaper: true) }

  /// The period; `nil` when the plan's profiles have none of that name any more.
  var period: ReportingPeriod? { CloseCertificate.period(of: close.scope, in: plan) }

  /// The figures: of the lines and totals, of the language versions, and what lower units reported, added or not.
  var tables: [TextTable] { [lines] + [versions, declared, leftOut].compactMap(\.self) }

  /// Whether anything that was due waits for a log, so that a column has to say so.
  private var hasPending: Bool {
    close.figures.contains { $0.subject.kind == .line && ($0.values[.pending] ?? 0) > 0 }
  }

  /// The works of the lines, then the totals.
  private var lines: TextTable {
    let hasPending = hasPending
    var table = TextTable(
      columns: [
        .words(TallyWords.number[language], width: 7),
        .name(PaperWords.content[language], width: hasPending ? 28 : 36),
        .number(PaperWords.planned(of: plan)[language], width: 13),
        .number(TallyWords.scheduled[language], width: 12),
        .number(PaperWords.aired[language], width: 10), .number(TallyWords.missed[language], width: 10),
      ] + (hasPending ? [.number(ClosingWords.notKnown[language], width: 10)] : []) + [
        .number(PaperWords.sinceStart(of: plan)[language], width: 9)
      ])
    let shown = close.figures.filter { $0.subject.kind == .line || $0.subject.kind == .total }
    let unlogged = Set(
      shown.filter { $0.subject.kind == .line && $0.values[.aired] == nil }.map(\.subject.id))
    for (index, figure) in shown.enumerated() {
      let isTotal = figure.subject.kind == .total
      var name = names.name(of: figure.subject)
      if isTotal { name = PaperWords.total(name)[language] }
      // Without a log of each of its lines, a total is the least that went out.
      let missing = isTotal ? added(by: figure.subject.id).filter(unlogged.contains) : []
      let numbers = missing.compactMap { line in
        shown.firstIndex { $0.subject.kind == .line && $0.subject.id == line }.map { "\($0 + 1)" }
      }
      let unlike = isTotal ? plan.unlikeLines(added(by: figure.subject.id)) : nil
      if let unlike { name += " (\(TallyWords.notAdded(unlike)[language]))" }
      if unlike == nil, figure.values[.aired] != nil, !numbers.isEmpty {
        name += " (\(TallyWords.unlogged(numbers.joined(separator: ", "))[language]))"
      }
      if let time = timeAired(figure) { name += " (\(time))" }
      let measures: [ClosedFigure.Measure] =
        [.scheduled, .aired, .missed] + (hasPending ? [.pending] : []) + [.airedInYear]
      let sinceStart = isTotal ? airedInYear(ofTotal: figure.subject.id, in: shown) : nil
      let cells = measures.map { measure in
        let value = measure == .airedInYear && isTotal ? sinceStart : known(measure, of: figure)
        return figures.cell(
          unlike == nil ? value : nil,
          isLeast: [.aired, .airedInYear].contains(measure) && !missing.isEmpty)
      }
      table.rows.append(
        TextTable.Row(
          cells: [isTotal ? .nothing : "\(index + 1)", .words(name), figures.cell(recorded: figure.planned)]
            + cells,
          isGroup: isTotal))
    }
    return table
  }

  /// The time that counts of a line whose plan is one, which works beside it do not tell; `nil` for a plan of works, and where
  /// nothing is known of it.
  private func timeAired(_ figure: ClosedFigure) -> String? {
    guard figure.subject.kind == .line, known(.aired, of: figure) != nil, let text = figure.planned,
      let planned = Quantity(text, unit: nil, limit: Quantity.largest), planned.unit.time != nil,
      let rule = close.figures.first(where: {
        $0.subject.kind == .rule && $0.subject.id == "\(figure.subject.id).1"
      }),
      let minutes = rule.values[.amount]
    else { return nil }
    return PaperWords.timeAired(
      figures.cell(Quantity(minutes, planned.unit)).text, of: figures.cell(planned).text, plan)[language]
  }

  /// A figure of a close; `nil` where it was not closed, and of what went out where the logs do not tell of the period.
  private func known(_ measure: ClosedFigure.Measure, of figure: ClosedFigure) -> Int? {
    let isHeard = figure.isHeard && (!close.isBeyondLogs || (figure.values[.aired] ?? 0) > 0)
    let isKnown =
      switch measure {
      case .scheduled, .pending: true
      case .airedInYear: isHeard || (figure.values[.airedInYear] ?? 0) > 0
      default: isHeard
      }
    return isKnown ? figure.values[measure] : nil
  }

  /// What went out of a total's lines since the year began; `nil` where nothing of it is known.
  private func airedInYear(ofTotal total: String, in shown: [ClosedFigure]) -> Int? {
    let added = added(by: total)
    let counts = shown.filter { $0.subject.kind == .line && added.contains($0.subject.id) }
      .compactMap { known(.airedInYear, of: $0) }
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }

  /// The lines that a total adds: none that is embedded, or that another of them counts already.
  private func added(by total: String) -> [String] {
    let asked = (plan.totals.first { $0.id == total }?.lines ?? []).compactMap { plan.line($0) }
    var inside: Set<String> = []
    for host in asked {
      var open = plan.parts(of: host)
      while let part = open.popLast() {
        if part.id != host.id, inside.insert(part.id).inserted { open += plan.parts(of: part) }
      }
    }
    return asked.filter { !$0.isEmbedded && !inside.contains($0.id) }.map(\.id)
  }

  /// The language versions; `nil` when there are none.
  private var versions: TextTable? {
    let shown = close.figures.filter { $0.subject.kind == .version }
    guard !shown.isEmpty else { return nil }
    let hasPending = shown.contains { ($0.values[.pending] ?? 0) > 0 }
    var table = TextTable(
      columns: [
        .name(TallyWords.versions(of: plan)[language], width: hasPending ? 40 : 45),
        .number(TallyWords.scheduled[language], width: 11),
        .number(TallyWords.airedShort[language], width: 11), .number(TallyWords.missed[language], width: 11),
      ] + (hasPending ? [.number(ClosingWords.notKnown[language], width: 10)] : []) + [
        .number(TallyWords.sent[language], width: 11)
      ])
    for figure in shown {
      let measures: [ClosedFigure.Measure] =
        [.scheduled, .aired, .missed] + (hasPending ? [.pending] : []) + [.sent]
      table.append(
        [.words(names.name(of: figure.subject))] + measures.map { figures.cell(known($0, of: figure)) })
    }
    return table
  }

  /// What lower units reported; `nil` when nothing is closed of it.
  private var declared: TextTable? {
    let shown = close.figures.filter { $0.subject.kind == .declared }
    guard !shown.isEmpty else { return nil }
    var table = TextTable(columns: [
      .name(ClosingWords.declared[language], width: 60), .number(ClosingWords.figure[language], width: 24),
    ])
    for figure in shown {
      let figureCell: TextTable.Cell =
        figure.planned == "no-data"
        ? .words(Words(vi: "không có số liệu", en: "no data")[language])
        : figures.cell(recorded: figure.planned)
      table.append([.words(names.name(of: figure.subject)), figureCell])
    }
    return table
  }

  /// What lower units reported and is not added, with the reason; `nil` when there is nothing.
  private var leftOut: TextTable? {
    guard !notAdded.isEmpty else { return nil }
    var table = TextTable(columns: [
      .name(ClosingWords.notAdded[language], width: 42), .number(ClosingWords.figure[language], width: 14),
      .words(ClosingWords.whyNotAdded[language], width: 28),
    ])
    for judged in notAdded {
      let figure = judged.figure
      let subject = ClosedFigure.Subject(
        kind: .declared, id: "\(figure.unit).\(figure.line)",
        days: figure.period.days == period?.days ? nil : figure.period.days)
      let why = ConsolidationWords.of(
        judged.fate, unit: { plan.unit($0)?.name ?? $0 }, from: figure.place)
      table.append([
        .words(names.name(of: subject)), figure.quantity.map { figures.cell($0) } ?? .nothing,
        .words(why[language]),
      ])
    }
    return table
  }

  /// How the figures are to be understood.
  func notes(_ gaps: [LineGaps]) -> [String] {
    var notes = [TallyWords.basis(of: plan), TallyWords.dash]
    if close.isBeyondLogs { notes.append(ClosingWords.beyondLogs) }
    notes.append(ClosingWords.rows(close, of: plan))
    notes += unreported(gaps)
    if let tasks = close.figures.first(where: { $0.subject.kind == .tasks })?.values,
      let judged = tasks[.tasks], judged > 0
    {
      notes.append(
        ClosingWords.tasksDone(tasks[.done] ?? 0, of: judged, unknown: tasks[.pending] ?? 0))
    }
    return notes.map { $0[language] }
  }

  /// The units that reported nothing, figures that contradict each other, or for a part of the period.
  func unreported(_ gaps: [LineGaps]) -> [Words] {
    func list(_ units: (LineGaps) -> [String]) -> String? {
      let lines = gaps.compactMap { gaps -> String? in
        let units = units(gaps)
        let title = plan.line(gaps.line)?.title ?? gaps.line
        return units.isEmpty ? nil : "\(title): \(units.joined(separator: ", "))"
      }
      return lines.isEmpty ? nil : lines.joined(separator: "; ")
    }
    func name(_ unit: String) -> String { plan.unit(unit)?.name ?? unit }
    func parts(_ language: ReaderLanguage) -> String? {
      period.flatMap { period in
        list { gaps in
          gaps.partial.map { ConsolidationWords.part($0, named: name($0.unit), in: period, language) }
        }
      }
    }
    return [
      list { $0.silent.map(name) }.map(ClosingWords.notReported),
      list { $0.contradicted.map(name) }.map(ClosingWords.reportedTwice),
      parts(language).map(ClosingWords.partlyReported),
    ].compactMap(\.self)
  }

  /// By what the record is known, and the one before it.
  func hashes(_ record: CloseRecord) -> [String] {
    ([ClosingWords.digest(record)] + (close.stamp.previous.map { [ClosingWords.previous($0)] } ?? []))
      .map { $0[language] }
  }
}

extension ClosedFigure {
  /// Whether the logs tell of any of it: not where all that was due waits for a log.
  fileprivate var isHeard: Bool {
    let pending = values[.pending] ?? 0
    return (values[.aired] ?? 0) > 0 || pending == 0 || pending < (values[.scheduled] ?? 0)
  }
}
