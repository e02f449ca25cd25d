import Counting
import Digests
import Logs
import Matching
import PlanFiles
public import ScheduleModel

extension StationYear {
  /// Planned against aired, for a period; `nil` without a plan or a schedule.
  ///
  /// - Parameters:
  ///   - against: Which of the plan's figures it is held against.
  ///   - yearBefore: The year before, to be shown beside.
  public mutating func tally(
    _ period: ReportingPeriod, against: PlanVersion = .inForce, yearBefore: YearBefore? = nil
  ) -> (tally: Tally, findings: [Finding])? {
    guard let plan, let schedule = schedule()?.schedule else { return nil }
    let held = held()
    let figures = publishedFigures()
    let tally = TallyBuilder.tally(
      plan: plan, schedule: schedule, reconciled: reconciled(plan, schedule), log: held?.log,
      published: figures?.figures, period: period, against: against, yearBefore: yearBefore)
    var findings = TallyBuilder.findings(plan: plan, tally: tally, published: figures?.figures)
    if let held, let former = readingPlan() {
      findings += TallyBuilder.noLongerPlanned(
        plan: plan, former: former, reconciled: held.reconciled, tally: tally)
    }
    return (tally, findings)
  }

  /// How each row of a line was counted, by each of its rules; `nil` when there is no such line to count.
  public mutating func explain(
    _ line: String, period: ReportingPeriod, against: PlanVersion = .inForce
  ) -> [RuleTally]? {
    guard let plan, let schedule = schedule()?.schedule else { return nil }
    return TallyBuilder.explanation(
      of: line, plan: plan, schedule: schedule, reconciled: reconciled(plan, schedule), period: period,
      against: against)
  }

  /// Figures that a report printed, from the working files; `nil` when there are none. Those that nobody has confirmed are
  /// not used.
  public func publishedFigures() -> (figures: PublishedFigures?, findings: [Finding])? {
    guard countsWorkingFiles, let file = files?.published else { return nil }
    let reading = PublishedReader.read(file.bytes, file: file.name, plan: plan)
    let isUsed = reading.published?.isProposed == false
    return (isUsed ? reading.published : nil, reading.findings)
  }

  /// What lower units reported: the entries of the Book, and tables that are not recorded yet.
  func declaredFigures(_ plan: Plan, profile: ReportingProfile) -> (
    figures: [DeclaredFigure], findings: [Finding]
  ) {
    var (figures, findings) = recordedFigures(plan, profile: profile)
    let known = Set(book.entries(.declared).compactMap { $0.head.notes["source-sha256"] })
    for file in countsWorkingFiles ? files?.declared ?? [] : [] {
      let read = DeclaredReader.read(
        file.bytes, file: file.name, plan: plan, profile: profile, today: today)
      let digest = Digest.sha256(file.bytes)
      if known.contains(digest) {
        // Rows with mistakes were left out when the others were recorded.
        let recorded = recordedRows(of: digest)
        func isOpen(_ place: SourcePlace) -> Bool {
          !recorded.contains(DeclaredText.Row(place, of: file.name))
        }
        let open = read.figures.filter { isOpen($0.place) }
        figures += open
        findings += read.findings.filter { $0.severity == .error && $0.place.map(isOpen) ?? true }
        if !open.isEmpty { findings.append(.notRecorded(file.name)) }
        continue
      }
      figures += read.figures
      findings += read.findings
      if !book.isEmpty { findings.append(.notRecorded(file.name)) }
    }
    return (figures, findings)
  }

  /// What lower units reported, as the Book alone has it.
  func recordedFigures(_ plan: Plan, profile: ReportingProfile) -> (
    figures: [DeclaredFigure], findings: [Finding]
  ) {
    book.entries(.declared).reduce(into: ([], [])) { all, entry in
      let read = DeclaredReader.recorded(
        Array(entry.body), source: entry.head.notes["source"] ?? "book/\(entry.fileName)", plan: plan,
        profile: profile)
      let day = clock.local(entry.head.time).day
      all.figures += read.figures.map { figure in
        var figure = figure
        figure.recorded = day
        return figure
      }
      all.findings += read.findings
    }
  }

  /// What lower units reported, added to what the logs count; `nil` without a plan or any such figures.
  public mutating func consolidated(_ tally: Tally) -> (consolidation: Consolidation, findings: [Finding])? {
    guard let plan else { return nil }
    let (figures, findings) = declaredFigures(plan, profile: tally.period.profile)
    guard !figures.isEmpty || !findings.isEmpty else { return nil }
    let (consolidation, doubts) = Consolidator.consolidate(plan: plan, declared: figures, tally: tally)
    return (consolidation, findings + doubts.inFileOrder)
  }

  /// What aired and counts as no work, for whoever looks at outcomes alone: rows that are too short, works that lack parts.
  public mutating func uncountedWorks() -> [Finding] {
    guard let plan = readingPlan(), let held = held() else { return [] }
    return TallyBuilder.uncountedWorks(plan: plan, reconciled: held.reconciled)
  }

  /// For whatever found no partner, what comes nearest to it on the other side.
  public mutating func candidates() -> MatchCandidates? {
    guard let plan = readingPlan(), let held = held() else { return nil }
    return Matcher.candidates(plan: plan, reconciled: held.reconciled)
  }

  /// For some rows without a placement, the placements that come nearest to each.
  public mutating func candidates(of rows: [UnplannedEntry]) -> MatchCandidates {
    guard let plan = readingPlan(), let held = held() else { return MatchCandidates() }
    return Matcher.candidates(plan: plan, reconciled: held.reconciled, of: rows)
  }

  private mutating func reconciled(_ plan: Plan, _ schedule: Schedule) -> Reconciled {
    held()?.reconciled
      ?? Matcher.match(
        plan: plan, schedule: schedule, log: AsRunLog(entries: [], rowsLeftOut: 0), asOf: nil)
  }
}
