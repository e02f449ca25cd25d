import ScheduleModel

extension StatusReport {
  /// The whole of it for scripts: keys are stable and English; nothing is cut.
  public func json() -> String {
    let stage =
      switch status.stage {
      case .planBroken: "plan-broken"
      case .unpublished: "unpublished"
      case .published: "published"
      }
    return JSONText.of(
      Page(
        asOf: status.asOf,
        countedInDoubt: status.countedInDoubt.map {
          DoubtfulRow(planned: $0.timing.startText, uid: $0.uid)
        },
        doubtful: status.doubtful.map { DoubtfulRow(planned: $0.timing.startText, uid: $0.uid) },
        inPart: status.inPart.map(InPartRow.init), lines: status.lines.map { LineRow($0, plan) },
        logs: plan.map { LogsRow.rows(status.coverage, $0) } ?? [],
        missed: status.missed.map { MissedRow($0, language) },
        needless: status.needless.map { DoubtfulRow(planned: $0.timing.startText, uid: $0.uid) },
        overdue: status.overdue.map(OverdueRow.init),
        short: status.short.map(ShortageRow.init), stage: stage,
        steps: status.steps.map { StepRow($0, folder: folder, language) }, today: status.today))
  }

  private struct Page: Encodable {
    @OrNull var asOf: CivilDay?
    let countedInDoubt: [DoubtfulRow]
    let doubtful: [DoubtfulRow]
    let inPart: [InPartRow]
    let lines: [LineRow]
    let logs: [LogsRow]
    let missed: [MissedRow]
    let needless: [DoubtfulRow]
    let overdue: [OverdueRow]
    let short: [ShortageRow]
    let stage: String
    let steps: [StepRow]
    let today: CivilDay
  }

  private struct LineRow: Encodable {
    let aired, behind, due, expected: Int
    @OrNull var lateSince: CivilDay?
    let line: String
    @OrNull var quota: Int?
    let title: String
    /// `works` or `minutes`.
    let unit: String

    init(_ row: YearStatus.Line, _ plan: Plan?) {
      aired = row.aired
      behind = row.behind
      due = row.due
      expected = row.expected
      _lateSince = OrNull(wrappedValue: row.lateSince)
      line = row.line
      _quota = OrNull(wrappedValue: row.quota)
      title = plan?.line(row.line)?.title ?? row.line
      unit = row.time == nil ? "works" : "minutes"
    }
  }

  private struct MissedRow: Encodable {
    @OrNull var makeGood: String?
    let planned: String
    @OrNull var reason: String?
    let uid: String

    init(_ row: YearStatus.Missed, _ language: ReaderLanguage) {
      _makeGood = OrNull(wrappedValue: row.makeGood?.timing.startText)
      planned = row.placement.timing.startText
      _reason = OrNull(wrappedValue: row.reason?[language])
      uid = row.placement.uid
    }
  }

  private struct DoubtfulRow: Encodable {
    let planned, uid: String
  }

  private struct InPartRow: Encodable {
    let minutes: Int
    let planned: String
    let plannedMinutes: Int
    let uid: String

    init(_ row: YearStatus.InPart) {
      (minutes, plannedMinutes) = (row.minutes, row.planned)
      (planned, uid) = (row.placement.timing.startText, row.placement.uid)
    }
  }

  private struct OverdueRow: Encodable {
    let due: CivilDay
    let planned: String
    @OrNull var translator: String?
    let uid, work: String

    init(_ row: YearStatus.Overdue) {
      due = row.day
      planned = row.placement.timing.startText
      _translator = OrNull(wrappedValue: row.translator)
      uid = row.placement.uid
      work = row.work.rawValue
    }
  }

  private struct StepRow: Encodable {
    let commands: [String]
    let why: String

    init(_ step: YearStatus.Step, folder: String, _ language: ReaderLanguage) {
      commands = StatusWords.commands(step, folder: folder, language)
      why = StatusWords.why(step)[language]
    }
  }
}
