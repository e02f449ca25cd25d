import Counting
import Logs
import PlanFiles
public import ScheduleModel

extension StationYear {
  /// What is to be closed.
  public struct CloseRequest: Sendable {
    /// The period, and how it is cut.
    public let period: ReportingPeriod
    /// When it is closed, in UTC.
    public let time: LocalTime
    /// Against which of the plan's figures.
    public var against = PlanVersion.inForce
    /// The last day of the logs that is read; `nil` for that of the close before, or the last there is.
    public var asOf: CivilDay?
    /// Who closes it; `nil` when only a close that is there is to be shown.
    public var author: String?
    /// Why it is restated; `nil` when it is not to be.
    public var reason: String?

    /// A request to close a period.
    public init(period: ReportingPeriod, time: LocalTime) {
      self.period = period
      self.time = time
    }
  }

  /// What came of it.
  public struct PreparedClose: Sendable {
    /// What came of it, in one word.
    public let state: State
    /// The statement that closes the period, after one with the plan where its text is new; empty unless ``state`` is
    /// ``State/closed``.
    public var statements: [Book.Statement] = []
    /// What would be recorded; `nil` when there is nothing to close, which the findings explain.
    public var close: PeriodClose?
    /// The close that held before; `nil` for a first one.
    public var before: CloseRecord?
    /// What is known now and differs from the close before; `nil` without one.
    public var difference: CloseDifference?
    /// What is wrong or doubtful.
    public var findings: [Finding] = []
    /// What lines lack because units did not report for the period, or for a part of it, in the plan's order.
    public var gaps: [LineGaps] = []
    /// What units reported for the period and is not added, with the reason.
    public var notAdded: [JudgedFigure] = []

    /// What can come of it.
    public enum State: Sendable {
      /// The period is to be closed, or restated.
      case closed
      /// The period was closed before, and nothing has changed.
      case unchanged
      /// The period was closed before with other figures or rows, and nobody asked to restate it.
      case differs
      /// Nobody is named who closes it.
      case unsigned
      /// The findings tell why it cannot be closed.
      case refused
    }
  }

  /// The closes of the Book, in order.
  public func closes() -> [CloseRecord] {
    var records: [CloseRecord] = []
    for entry in book.entries(.close) {
      let stamp = PeriodClose.Stamp(
        sequence: records.count + 1, previous: records.last?.digest, number: 0, reason: nil,
        closed: clock.local(entry.head.time), author: entry.head.author)
      guard
        let close = CloseReader.close(
          in: entry.bytes, from: entry.bodyStart, stamp: stamp, inputs: inputs(of: entry))
      else { continue }
      records.append(CloseRecord(file: "book/\(entry.fileName)", digest: entry.id, close: close))
    }
    return records
  }

  /// The entries that a close rests on: the plan, the last publication, and all logs and links it had seen.
  private func inputs(of entry: BookEntry) -> [PeriodClose.Input] {
    let seen = book.upTo(entry.head.after)
    func input(_ role: PeriodClose.Input.Role, _ entry: BookEntry?) -> [PeriodClose.Input] {
      entry.map { [PeriodClose.Input(role: role, name: "book/\($0.fileName)", digest: $0.id)] } ?? []
    }
    return input(.plan, seen.last(.plan)) + input(.placements, seen.last(.publication))
      + seen.entries(.link).flatMap { input(.links, $0) } + seen.entries(.log).flatMap { input(.log, $0) }
  }

  /// Closes a period, or restates it, on what the Book says and the working plan, which is recorded first where its text
  /// is new; other working files are left out.
  public func closing(_ request: CloseRequest) -> PreparedClose {
    guard let plan, !planFindings.hasErrors else {
      return PreparedClose(state: .refused, findings: planFindings)
    }
    let today = clock.local(request.time)
    guard request.period.days.upperBound <= today.day else {
      return PreparedClose(state: .refused, findings: [.closeTooEarly(request.period, at: today)])
    }
    if let asOf = request.asOf, today.day < asOf {
      return PreparedClose(state: .refused, findings: [.asOfFuture(asOf, today: today.day)])
    }
    let scope = PeriodClose.Scope(
      plan: plan.id, period: request.period.description, profile: request.period.profile.code,
      against: request.against)
    let revision = planRevision(by: request.author ?? "", at: request.time, comment: request.reason)
    let year = StationYear(book.adding(book.following(revision)), files)
    let records = closes()
    let before = records.last { $0.close.scope == scope }
    let stamp = PeriodClose.Stamp(
      sequence: records.count + 1, previous: records.last?.digest,
      number: before.map { $0.close.stamp.number + 1 } ?? 0, reason: before == nil ? nil : request.reason,
      closed: today, author: request.author ?? "")
    let reach =
      request.asOf.map { CloseReach(day: $0, isStated: true) } ?? before.map { self.reach(of: $0) }
      ?? CloseReach()
    let counted = year.counted(scope, reach, stamp: stamp)
    let close = counted.close
    var findings = planFindings + counted.findings + notInBook()
    guard let close else { return PreparedClose(state: .refused, before: before, findings: findings) }
    if close.isWithoutLogs {
      // What the units report is all that there is.
    } else if close.isBeyondLogs {
      findings.append(.closeWithoutLog(request.period, asOf: close.asOf))
    } else if !counted.short.isEmpty || close.asOf < close.days.upperBound.advanced(by: -1) {
      findings.append(.closeLogShort(request.period, counted.short, asOf: close.asOf))
    }
    findings += Self.earlierOpen(request.period, scope, in: records, plan: plan)
    let difference = before.map { self.difference(from: $0.close, to: close) }
    func prepared(_ state: PreparedClose.State) -> PreparedClose {
      PreparedClose(
        state: state, close: close, before: before, difference: difference,
        findings: findings.withoutRepeats, gaps: counted.gaps, notAdded: counted.notAdded)
    }
    if difference?.isEmpty == true { return prepared(.unchanged) }
    if before != nil, request.reason == nil { return prepared(.differs) }
    guard let author = request.author else { return prepared(.unsigned) }
    var closed = prepared(.closed)
    let statement = Book.Statement(
      BookEntry.Head(
        kind: .close, time: request.time, author: author, comment: request.reason,
        notes: ["period": request.period.description].merging(reach.notes) { first, _ in first }),
      body: CloseText.bytes(of: close))
    closed.statements = revision + [statement]
    return closed
  }

  /// Working files that a close leaves out.
  private func notInBook() -> [Finding] {
    guard let files else { return [] }
    let sources = Set(book.entries.compactMap { $0.head.notes["source-sha256"] })
    return (files.logs + files.declared).filter { !sources.contains($0.digest) }.map {
      .closeLeavesOut($0.name)
    }
  }

  /// The figures of a period as the Book gives them, with the plan that is being worked on where there is one.
  private func counted(_ scope: PeriodClose.Scope, _ reach: CloseReach, stamp: PeriodClose.Stamp)
    -> CountedClose
  {
    let working = files.map { StationFiles(plan: $0.plan) }
    var terms = Terms()
    if reach.isStated { terms.asOf = reach.day } else { terms.lastRead = reach.day }
    var year = StationYear(book, working, terms: terms)
    // Logs of which every row was withdrawn tell nothing, and still reach as far as they were read.
    guard let held = year.held(), let last = held.lastRead ?? reach.day else {
      return countedWithoutLogs(&year, scope, stamp)
    }
    if reach.day == nil, stamp.closed.day < last {
      // What will go out after the day of the close is not known on it.
      terms.lastRead = stamp.closed.day
      year = StationYear(book, working, terms: terms)
    }
    guard let plan = year.plan, let held = year.held(),
      let last = held.lastRead ?? reach.day,
      let profile = plan.profiles.first(where: { $0.code == scope.profile }),
      let period = ReportingPeriod(scope.period, profile: profile),
      let (tally, doubts) = year.tally(period, against: scope.against)
    else { return CountedClose(findings: year.planFindings) }
    let consolidated = year.consolidated(tally)
    let close = Closing.close(
      plan: plan, tally: tally, log: held.log, asOf: last, stamp: stamp, inputs: [],
      declared: consolidated?.consolidation.rows ?? [])
    return CountedClose(
      close: close,
      findings: held.findings + doubts + (consolidated?.findings ?? []) + year.closeDoubts(period, held),
      short: ShortLog.all(of: plan, held.reconciled, in: period.days),
      gaps: consolidated?.consolidation.gaps ?? [],
      notAdded: consolidated?.consolidation.notAdded ?? [])
  }

  /// The figures of a period of which no log tells, but lower units do.
  private func countedWithoutLogs(
    _ year: inout StationYear, _ scope: PeriodClose.Scope, _ stamp: PeriodClose.Stamp
  ) -> CountedClose {
    guard let plan = year.plan, !year.book.entries(.declared).isEmpty,
      let profile = plan.profiles.first(where: { $0.code == scope.profile }),
      let period = ReportingPeriod(scope.period, profile: profile),
      let (tally, doubts) = year.tally(period, against: scope.against),
      let (consolidation, found) = year.consolidated(tally)
    else { return CountedClose(findings: year.planFindings) }
    // No day of a log was read, so all of the period's is not known.
    let close = Closing.close(
      plan: plan, tally: tally, log: AsRunLog(entries: [], rowsLeftOut: 0),
      asOf: period.days.lowerBound.advanced(by: -1), stamp: stamp, inputs: [], declared: consolidation.rows)
    return CountedClose(
      close: close, findings: doubts + found, gaps: consolidation.gaps, notAdded: consolidation.notAdded)
  }

  /// Works all closes out again: of what each had seen, and the latest of each period of the whole Book.
  ///
  /// - Parameter certified: Hashes, or their first digits, that stand on certificates: a close must have each.
  /// - Returns: The closes in order, and what is wrong or doubtful with them.
  public func verified(certified: [String] = []) -> (closes: [VerifiedClose], findings: [Finding]) {
    let records = closes()
    var findings = book.findings
    for hash in certified where !records.contains(where: { $0.digest.hasPrefix(hash.lowercased()) }) {
      findings.append(.closeMissing(hash))
    }
    let closes = records.map { record in
      let isLatest = records.last { $0.close.scope == record.close.scope } == record
      let after = book.entry(record.digest)?.head.after ?? []
      let isWhole = book.missing(below: after).isEmpty
      let reach = self.reach(of: record)
      let recount =
        isWhole ? StationYear(book.upTo(after), nil).recounted(record, reach, asThen: true) : nil
      return VerifiedClose(
        record: record, isLatest: isLatest, recount: recount,
        today: isLatest ? StationYear(book, nil).recounted(record, reach) : nil,
        renamed: isLatest ? renamed(since: record) : [])
    }
    return (closes, findings + closes.compactMap(Finding.of))
  }

  /// How far the logs were read for a close that is recorded.
  private func reach(of record: CloseRecord) -> CloseReach {
    let notes = book.entry(record.digest)?.head.notes
    // Where no log was read, one that came in later is read to its end.
    if record.close.isWithoutLogs { return CloseReach() }
    return CloseReach(day: record.close.asOf, isStated: notes?[CloseReach.note] == nil)
  }

  /// What the certificate of a recorded close says besides its figures.
  public struct Certified: Sendable {
    /// How a restatement differs from the close before; `nil` for a first close.
    public let difference: CloseDifference?
    /// What lines lacked because units had not reported; empty where the entries below the close are not all there.
    public let gaps: [LineGaps]
    /// What units had reported for the period and was not added, with the reason; empty where ``gaps`` is not known.
    public let notAdded: [JudgedFigure]
    /// The plan as it was when the period was closed, whose names, office and signer the certificate has; `nil` where the
    /// Book does not have it any more, or nobody can read it.
    public let plan: Plan?
  }

  /// What the certificate of a recorded close says besides its figures: how a restatement differs from the close before,
  /// which units had not reported, and the names of the moment.
  ///
  /// - Complexity: A count of the year as it was known at the close.
  public func certified(_ record: CloseRecord) -> Certified {
    let before = closes().last {
      $0.close.scope == record.close.scope && $0.close.stamp.sequence < record.close.stamp.sequence
    }
    let difference = before.map { self.difference(from: $0.close, to: record.close) }
    guard let seen = seen(at: record) else {
      return Certified(difference: difference, gaps: [], notAdded: [], plan: nil)
    }
    let then = seen.counted(record.close.scope, reach(of: record), stamp: record.close.stamp)
    return Certified(difference: difference, gaps: then.gaps, notAdded: then.notAdded, plan: seen.plan)
  }

  /// The names on the certificate of a close that the plan has changed since.
  public func renamed(since record: CloseRecord) -> [NameChange] {
    guard let plan, let then = seen(at: record)?.plan else { return [] }
    return NameChange.all(on: record.close, from: then, to: plan)
  }

  /// The year as it was known when a period was closed; `nil` where entries below the close are missing.
  private func seen(at record: CloseRecord) -> StationYear? {
    let after = book.entry(record.digest)?.head.after ?? []
    guard book.missing(below: after).isEmpty else { return nil }
    return StationYear(book.upTo(after), nil)
  }

  /// What comes out when a close is recomputed; `nil` when it cannot be.
  ///
  /// - Parameter asThen: Whether figures of units that the close does not have are left out: a close of before 30 November
  ///   2026 has none of a unit that reported for a part of the period only.
  private func recounted(_ record: CloseRecord, _ reach: CloseReach, asThen: Bool = false) -> CloseDifference?
  {
    let close = record.close
    guard let again = counted(close.scope, reach, stamp: close.stamp).close else { return nil }
    guard asThen else { return difference(from: close, to: again) }
    let (known, found) = (Set(close.figures.map(\.subject)), Set(again.figures.map(\.subject)))
    let figures = again.figures.filter { figure in
      guard figure.subject.kind == .declared, !known.contains(figure.subject) else { return true }
      // Older closes do not say the days of a part.
      let whole = ClosedFigure.Subject(kind: .declared, id: figure.subject.id)
      return known.contains(whole) && !found.contains(whole)
    }
    return difference(
      from: close,
      to: PeriodClose(
        scope: again.scope, days: again.days, asOf: again.asOf, stamp: again.stamp, inputs: again.inputs,
        rowsLeftOut: again.rowsLeftOut, figures: figures, rows: again.rows))
  }

  /// What differs, with rows named by the station's own file and line.
  private func difference(from before: PeriodClose, to after: PeriodClose) -> CloseDifference {
    let difference = CloseDifference(from: before, to: after)
    guard !difference.rows.isEmpty else { return difference }
    var names = RecordedRowNames(book)
    return difference.naming { names.name(of: $0) }
  }

  /// Whether a period that is reported on was closed with other figures: a finding, or none.
  public func closeFindings(_ tally: Tally) -> [Finding] {
    guard let plan else { return [] }
    let scope = PeriodClose.Scope(
      plan: plan.id, period: tally.period.description, profile: tally.period.profile.code,
      against: tally.against)
    guard let record = closes().last(where: { $0.close.scope == scope }) else { return [] }
    var year = self
    let now =
      Closing.figures(of: tally, in: plan)
      + Closing.figures(declared: year.consolidated(tally)?.consolidation.rows ?? [], in: tally.period)
    let changed = CloseDifference.figures(from: record.close.figures, to: now).map(\.subject)
    let subjects = changed.indices.filter { changed.firstIndex(of: changed[$0]) == $0 }.map { changed[$0].id }
    return subjects.isEmpty ? [] : [.closedOtherwise(record, subjects)]
  }
}

/// A period as it is counted to be closed.
private struct CountedClose {
  /// `nil` when there is no such period, or no log.
  var close: PeriodClose?
  var findings: [Finding] = []
  /// The outlets whose logs fall short of the period.
  var short: [ShortLog] = []
  var gaps: [LineGaps] = []
  var notAdded: [JudgedFigure] = []
}

/// How far logs are read for a close.
private struct CloseReach {
  /// The last day that is read; `nil` for the last there is.
  var day: CivilDay?
  /// Whether somebody says that the logs of all outlets are complete up to it; if not, each outlet's logs tell up to
  /// its own last row.
  var isStated = false

  /// The note of a close entry that goes by the last row of each outlet.
  static let note = "reach"

  /// What the entry notes of it.
  var notes: [String: String] { isStated ? [:] : [Self.note: "outlets"] }
}

extension Finding {
  fileprivate static func closeLeavesOut(_ file: String) -> Finding {
    Finding(
      .notRecorded, .warning, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "“\(file)” chưa ghi vào sổ nên không nằm trong bản chốt.",
        en: "“\(file)” is not recorded in the Book, so the close leaves it out."),
      remedy: Words(
        vi: "Nếu cần chốt cả tệp này: lichsong import KẾ-HOẠCH \(file), rồi chốt.",
        en: "If it belongs to the period: lichsong import PLAN \(file), then close."))
  }
}
