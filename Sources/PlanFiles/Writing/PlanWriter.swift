public import ScheduleModel
import Yams

/// Writes a plan as a plan file.
public enum PlanWriter {
  /// The text of a plan file which reads back as the same plan, except for the places in the file.
  ///
  /// Keys stand in the order of `schedules/README.md`; what has its default is left out.
  public static func text(_ plan: Plan) -> String {
    let outlets = plan.outlets.map { ($0.id, outlet($0, of: plan)) }
    let units = plan.units.map { ($0.id, unit($0)) }
    let topics = plan.topics.map { ($0.id, Node.text($0.title)) }
    let year = CivilDay.year(plan.year)
    let isInYear = plan.days.clamped(to: year) == plan.days
    let root = Node.keyed([
      ("plan", .text(plan.id)), ("title", .text(plan.title)), ("year", .number(plan.year)),
      ("from", isInYear && plan.days.lowerBound == year.lowerBound ? nil : .day(plan.days.lowerBound)),
      (
        "to",
        isInYear && plan.days.upperBound == year.upperBound
          ? nil : .day(plan.days.upperBound.advanced(by: -1))
      ),
      ("successor", plan.successor.map(Node.text)), ("revised", .day(plan.revised)),
      ("documents", .items(plan.documents.map(document))),
      ("units", .byID(units)), ("outlets", .byID(outlets) ?? .keyed([])),
      ("blackouts", .items(plan.blackouts.map(blackout))), ("topics", .byID(topics)),
      ("translators", .byID(plan.translators.map { ($0.id, translator($0)) })),
      ("lines", .list(plan.lines.map { line($0, of: plan) })), ("totals", .items(plan.totals.map(total))),
      ("counts", .items(plan.counts.map(rule))), ("score", plan.score.map(score)),
      ("reporting", plan.reporting.map(reporting)), ("matching", matching(plan.matching)),
      ("remarks", remarks(plan.remarks)),
      ("office", office(plan.office)),
      ("calendars", calendars(plan.calendars)),
    ])
    do {
      return try Yams.serialize(node: root, width: -1, allowUnicode: true)
    } catch {
      preconditionFailure("texts, numbers and lists of them can be written: \(error)")
    }
  }

  private static func document(_ document: PlanDocument) -> Node {
    .keyed([
      ("number", document.number.map(Node.text)), ("date", document.date.map(Node.day)),
      ("issuer", document.issuer.map(Node.text)), ("subject", document.subject.map(Node.text)),
      ("role", document.role == .plan ? nil : .text(document.role.rawValue)),
    ])
  }

  private static func unit(_ unit: AdminUnit) -> Node {
    .keyed([
      ("name", .text(unit.name)), ("level", unit.level.map { .text($0.rawValue) }),
      ("parent", unit.parent.map(Node.text)), ("valid", validity(unit.validity)),
      ("plan", unit.planMode.map { .text($0.rawValue) }),
    ])
  }

  private static func validity(_ validity: Validity) -> Node? {
    guard validity != .always else { return nil }
    return .keyed([
      ("from", validity.from.map(Node.day)), ("to", validity.through.map(Node.day)),
      ("successor", validity.successor.map(Node.text)),
    ])
  }

  static func outlet(_ outlet: Outlet, of plan: Plan) -> Node {
    .keyed([
      ("name", .text(outlet.name)), ("kind", .text(outlet.kind.rawValue)),
      ("level", outlet.level.map { .text($0.rawValue) }), ("owner", outlet.owner.map(Node.text)),
      ("zone", .text(outlet.zone)),
      ("day-starts", outlet.dayStarts == .midnight ? nil : .quoted("\(outlet.dayStarts)")),
      ("valid", validity(outlet.validity)), ("grid", .items(outlet.grid.map(gridLine))),
      ("per-day", outlet.perDay.map(Node.number)),
      ("minutes-per-day", outlet.minutesPerDay.map { .text("\($0)m") }),
      ("per-month", outlet.perMonth.flatMap { perMonth($0, of: plan.months) }),
      ("relays", .items(outlet.relays.map(Node.text))),
      ("deadlines", deadlines(outlet.deadlines)), ("was", outlet.was.map(Node.text)),
    ])
  }

  /// One number when all months have the same, otherwise the months that have a limit.
  private static func perMonth(_ most: [Int], of run: MonthRun) -> Node? {
    let limited = most.enumerated().filter { $0.element < Quantity.largest }
    guard let first = limited.first else { return nil }
    if limited.count == most.count, most.allSatisfy({ $0 == first.element }) { return .number(first.element) }
    return Node(limited.map { (month($0.offset, of: run), Node.number($0.element)) }, Tag(.map))
  }

  /// What a month is called: `7`, or `2026-07` where the plan has several Julys.
  static func month(_ index: Int, of run: MonthRun) -> Node {
    run.isToldByNumbers ? .number(run.month(of: index)) : .text(run.name(of: index))
  }

  static func translator(_ translator: Translator) -> Node {
    .keyed([
      ("name", .text(translator.name)), ("per-week", .number(translator.perWeek)),
      ("off", .items(translator.off.map { .keyed(stretch($0)) })),
    ])
  }

  static func gridLine(_ grid: GridLine) -> Node {
    var rule: Node?
    var dates: Node?
    var every: Node?
    switch grid.recurrence {
    case .rule(let text): rule = .text(text.text)
    case .dates(let days): dates = .list(days.map(Node.day))
    case .monthly: every = .text("month")
    }
    var inBlackout: Node?
    switch grid.inBlackout {
    case .drop: break
    case .keep: inBlackout = .text("keep")
    case .shift(let days): inBlackout = .text("\(days > 0 ? "+" : "")\(days)d")
    }
    return .keyed([
      ("id", .text(grid.id)), ("rule", rule), ("except", .items(grid.except.map(Node.day))), ("dates", dates),
      ("every", every),
      ("at", grid.at.map { .quoted($0.description) }),
      ("length", grid.minutes == 0 ? nil : .text("\(grid.minutes)m")),
      ("pieces", grid.pieces == 1 ? nil : .number(grid.pieces)),
      ("languages", .items(grid.languages.map(Node.tag))),
      ("from", grid.validity.from.map(Node.day)), ("to", grid.validity.through.map(Node.day)),
      ("in-blackout", inBlackout), ("inside", grid.inside.map(Node.text)),
      ("lasts", grid.spanDays == 1 ? nil : .days(grid.spanDays)),
    ])
  }

  static func blackout(_ blackout: Blackout) -> Node {
    .keyed([
      ("name", .text(blackout.name)), ("from", .day(blackout.days.lowerBound)),
      ("to", .day(blackout.days.upperBound.advanced(by: -1))),
      ("outlets", .items(blackout.outlets.map(Node.text))),
      ("lines", .items(blackout.lines.map(Node.text))),
    ])
  }

  private static func total(_ total: PlanTotal) -> Node {
    .keyed([
      ("id", .text(total.id)), ("title", .text(total.title)), ("lines", .list(total.lines.map(Node.text))),
    ])
  }

  private static func matching(_ tolerance: MatchingTolerance) -> Node? {
    guard tolerance != MatchingTolerance() else { return nil }
    return .keyed([
      ("on-time", .text("\(tolerance.onTimeMinutes)m")), ("moved-within", .text("\(tolerance.movedDays)d")),
      ("partial-below", .text("\(tolerance.partialPercent)%")),
      ("title-alike", .text("\(tolerance.titlePercent)%")),
    ])
  }

  private static func office(_ office: ReportingOffice) -> Node? {
    guard office != .unnamed else { return nil }
    return .keyed([
      ("name", office.name.map(Node.text)), ("above", office.above.map(Node.text)),
      ("place", office.place.map(Node.text)), ("signs", .items(office.signs.map(Node.text))),
      ("signer", office.signer.map(Node.text)), ("recipients", .items(office.recipients.map(Node.text))),
    ])
  }

  private static func remarks(_ remarks: [Remark]) -> Node? {
    guard !remarks.isEmpty else { return nil }
    return .keyed(remarks.map { ($0.part.rawValue, .list($0.text.map(Node.text))) })
  }
}
