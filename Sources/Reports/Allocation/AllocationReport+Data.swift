public import ScheduleModel

extension AllocationReport {
  /// The placements as a table for spreadsheets, in time order, with stable English headings.
  ///
  /// `start` and `end` are local wall time of the outlet, ISO 8601; the end is not part of it. UTF-8 with a
  /// byte order mark; a cell that a spreadsheet would run as a formula gets an apostrophe in front.
  public static func csv(plan: Plan, schedule: Schedule) -> String {
    var table = CSVTable(heading: [
      "uid", "line", "edition", "language", "run", "outlet", "slot", "start", "end", "title",
    ])
    for placement in schedule.placements {
      table.add(placement.uid)
      table.add(placement.line)
      table.add(placement.edition)
      table.add(placement.language.tag)
      table.add(placement.run.rawValue)
      table.add(placement.outlet)
      table.add(placement.slot)
      table.add(placement.timing.startText)
      table.add(placement.timing.endText)
      table.add(plan.line(placement.line)?.title)
      table.endRow()
    }
    return table.text()
  }

  /// The months of each scheduled line, the placements, the proof, what found no slot, and the findings.
  ///
  /// `months` counts first runs of originals in the months of `monthNames`. Intervals are half-open, in local wall time of the outlet. Of a
  /// re-plan, `replan` says in addition from which day, what moved, what was missed and where it goes (`null`
  /// when it found no slot), what was dropped, and the curve with the slack that was chosen, in thousandths of a
  /// work; deviations in thousandths, squares in millionths.
  public static func json(
    plan: Plan, schedule: Schedule, replan: Replan? = nil, findings: [Finding], language: ReaderLanguage
  ) -> String {
    let lines = plan.lines.filter { $0.placing != nil }
    let months = schedule.months(of: plan)
    return JSONText.of(
      Page(
        monthNames: plan.months.names,
        months: lines.map {
          Months(line: $0.id, counts: months[$0.id] ?? Array(repeating: 0, count: plan.months.count))
        },
        placements: JSONRows(schedule.placements, PlacementRow.init),
        proof: Proof(
          demanded: schedule.proof.demanded, placed: schedule.proof.placed, short: schedule.proof.short,
          levels: schedule.proof.levels.map(Level.init)),
        unplaced: schedule.unplaced.map {
          UnplacedRow(
            line: $0.line, language: $0.language.tag, count: $0.count, reason: $0.reason[language])
        },
        replan: replan.map(ReplanRow.init), findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    let monthNames: [String]
    let months: [Months]
    let placements: JSONRows<[Placement], PlacementRow>
    let proof: Proof
    let unplaced: [UnplacedRow]
    let replan: ReplanRow?
    let findings: [FindingRow]
  }

  private struct Months: Encodable {
    let line: String
    let counts: [Int]
  }

  private struct PlacementRow: Encodable {
    let uid: String
    let line: String
    let edition: Int
    let language: String
    let run: String
    let outlet: String
    let slot: String
    let start: String
    let end: String

    init(_ placement: Placement) {
      uid = placement.uid
      line = placement.line
      edition = placement.edition
      language = placement.language.tag
      run = placement.run.rawValue
      outlet = placement.outlet
      slot = placement.slot
      start = placement.timing.startText
      end = placement.timing.endText
    }
  }

  private struct Proof: Encodable {
    let demanded: Int
    let placed: Int
    let short: Int
    let levels: [Level]
  }

  /// An objective, in the engine's unit: pieces, or thousandths and millionths of them.
  private struct Level: Encodable {
    let objective: String
    let value: Int128
    let bound: Int128
    let optimal: Bool

    init(_ level: Schedule.Level) {
      objective = level.objective.rawValue
      value = level.value
      bound = level.bound
      optimal = level.isOptimal
    }
  }

  private struct ReplanRow: Encodable {
    let from: String
    let slack: Int
    let notLogged: [NotLoggedRow]
    let moves: [MoveRow]
    let missed: [MoveRow]
    let dropped: [String]
    let needless: [String]
    let curve: [PointRow]

    init(_ replan: Replan) {
      from = replan.start.from.description
      slack = replan.slack
      notLogged = replan.start.unknownByOutlet.sorted { $0.key < $1.key }.map {
        NotLoggedRow(outlet: $0.key, placements: $0.value, until: replan.start.lastLogged[$0.key])
      }
      moves = replan.moves.map { MoveRow($0.old, to: $0.new) }
      missed = replan.missed.map { MoveRow($0.old, to: $0.new) }
      dropped = replan.dropped.map(\.uid)
      needless = replan.needless.map(\.uid)
      curve = replan.curve.map(PointRow.init)
    }
  }

  /// How many past placements of an outlet no log tells of yet, and the last day of its logs.
  private struct NotLoggedRow: Encodable {
    let outlet: String
    let placements: Int
    @OrNull var until: String?

    init(outlet: String, placements: Int, until: CivilDay?) {
      self.outlet = outlet
      self.placements = placements
      _until = OrNull(wrappedValue: until?.description)
    }
  }

  /// A placement that went from one time to another.
  private struct MoveRow: Encodable {
    let uid: String
    let from: String
    @OrNull var to: String?

    init(_ old: Placement, to new: Placement?) {
      uid = old.uid
      from = old.timing.startText
      _to = OrNull(wrappedValue: new?.timing.startText)
    }
  }

  private struct PointRow: Encodable {
    let slack: Int
    let moves: Int
    let deviation: Int
    let squares: Int128

    init(_ point: Replan.Point) {
      (slack, moves, deviation) = (point.slack, point.moves, point.deviation)
      squares = point.squares
    }
  }

  private struct UnplacedRow: Encodable {
    let line: String
    let language: String
    let count: Int
    let reason: String
  }
}
