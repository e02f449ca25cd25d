import ScheduleModel

/// The report on planned and aired, put together for a reader.
struct TallyDocument {
  let input: TallyReport.Input
  let language: ReaderLanguage
  let layout: TallyLayout

  init(_ input: TallyReport.Input, _ language: ReaderLanguage) {
    self.input = input
    self.language = language
    layout = TallyLayout(input.plan, input.tally)
  }

  var plan: Plan { input.plan }
  var figures: FigureSetter { FigureSetter(language: language) }
  var tally: Tally { input.tally }

  /// The whole report.
  func document() -> ReportDocument {
    let sections = [
      results, completion, forecasts, lineMonths, rules, versions, totals, groups, coverage, uncounted,
    ].compactMap(\.self)
    return ReportDocument(
      kind: TallyWords.kind[language], title: plan.title, head: head,
      sections: sections + remarks + findings, notes: notes)
  }

  var head: [String] {
    // What changed the plan is no plan itself.
    let own = plan.ownDocument
    let plans = plan.documents.filter { $0.role == .plan }.map { document in
      document == own || !plan.isAmending(document)
        ? TallyWords.document(document, language) : TallyWords.amendment(document, language)
    }
    let successor = plan.successor.map { [TallyWords.succeeded(plan.days, by: $0)[language]] } ?? []
    let units = UnitPlans(plan.units).map { [$0.text(in: language)] } ?? []
    let due = CountingWords.due(tally.period).map { [$0[language]] } ?? []
    let isAmended = plan.lines.contains { $0.counting.amended != nil }
    let against = isAmended ? [CountingWords.against(tally.against)[language]] : []
    return [TallyWords.period(tally.period, language)] + due + plans + against + successor + units + [reach]
      + [FindingReport.notRecorded(input.findings, language)].compactMap(\.self)
  }

  private var reach: String {
    guard tally.hasLog else { return TallyWords.noLog[language] }
    return TallyWords.reach(tally, of: plan)?[language] ?? TallyWords.emptyLog[language]
  }

  var notes: [String] {
    [
      TallyWords.basis(of: plan), TallyWords.dash, TallyWords.sinceStart(tally.period.yearStart, of: plan),
      TallyWords.profile(tally.period.profile), TallyWords.declaredElsewhere(input.declared),
    ].compactMap { $0?[language] }
  }

  private var remarks: [ReportDocument.Section] {
    plan.remarks.filter { !$0.text.isEmpty }.map { remark in
      ReportDocument.Section(heading: remark.part.heading[language], paragraphs: remark.text)
    }
  }

  private var findings: [ReportDocument.Section] {
    // Notes are for whoever works on the plan; the report shows what its reader has to weigh.
    let lines = input.findings.filter { $0.severity > .info }.map { FindingReport.headline($0, language) }
    guard !lines.isEmpty else { return [] }
    return [
      ReportDocument.Section(
        heading: TallyWords.findings[language],
        paragraphs: lines + [FindingReport.summary(input.findings, language)])
    ]
  }

  private var uncounted: ReportDocument.Section? {
    guard tally.rowsLeftOut > 0 || !tally.uncounted.isEmpty || !tally.tooShort.isEmpty else { return nil }
    var section = ReportDocument.Section(heading: TallyWords.uncounted[language])
    if tally.rowsLeftOut > 0 {
      section.paragraphs = [OutcomeWords.rowsLeftOut(tally.rowsLeftOut, in: language)]
    }
    if !tally.uncounted.isEmpty || !tally.tooShort.isEmpty {
      var table = TextTable(columns: [
        .words(TallyWords.row[language]), .words(TallyWords.when[language]),
        .words(TallyWords.outlet[language], width: 28), .name(TallyWords.title[language], width: 48),
        .words(TallyWords.note[language]),
      ])
      for entry in tally.uncounted {
        table.append([
          entry.place.row, entry.whenText, plan.outlet(entry.outlet)?.name ?? entry.outlet, entry.title,
          OutcomeWords.status(entry.status)?[language] ?? "",
        ])
      }
      for row in tally.tooShort {
        let (entry, number) = (row.entry, layout.entry(of: row.line)?.number)
        let parts = [
          number.map { TallyWords.onLine($0)[language] },
          entry.edition.map { AllocationWords.edition($0)[language] },
        ].compactMap(\.self)
        let line = parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
        table.append([
          entry.place.row, entry.whenText, plan.outlet(entry.outlet)?.name ?? entry.outlet, entry.title,
          line + row.reason.name[language],
        ])
      }
      section.tables = [table]
    }
    return section
  }

  /// A number for a reader, “–” when it is not known.
  func figure(_ number: Int?) -> TextTable.Cell { figures.cell(number) }

  /// A figure for a reader, “–” when there is none; its unit only where the table does not show the same.
  func figure(_ quantity: Quantity?, besides unit: CountingUnit? = nil) -> TextTable.Cell {
    figures.cell(quantity, besides: unit)
  }
}
