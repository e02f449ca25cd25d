public import ScheduleModel

extension AllocationReport {
  /// The broadcast schedule of a month of the plan, by its place in it, as a station posts it: by day and hour, then
  /// outlet; what has no fixed day comes first.
  public static func gridText(
    plan: Plan, schedule: Schedule, month: Int, language: ReaderLanguage, width: Int? = nil
  ) -> String {
    let days = plan.months.days(of: month)
    let placements = schedule.placements.filter { days.contains($0.timing.day) }
    var table = TextTable(columns: [
      .words(AllocationWords.day[language]), .number(AllocationWords.hour[language]),
      .number(AllocationWords.length[language]), .words(AllocationWords.outlet[language], width: 28),
      .name(AllocationWords.programme[language], width: 44), .words(AllocationWords.language[language]),
      .words(AllocationWords.run[language]), .words(AllocationWords.person[language], width: 28),
    ])
    let slots = Dictionary(schedule.slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for placement in placements {
      table.append(gridRow(placement, in: slots[placement.slot], plan, language))
    }
    let head =
      "\(AllocationWords.gridTitle(plan.months.month(of: month), plan.months.year(of: month))[language])\n(\(days.text(in: language)))\n"
      + "\(plan.title.visible())\n"
    let body = placements.isEmpty ? AllocationWords.empty[language] + "\n" : table.text(width: width)
    return head + "\n" + body
  }

  private static func gridRow(
    _ placement: Placement, in slot: Slot?, _ plan: Plan, _ language: ReaderLanguage
  ) -> [TextTable.Cell] {
    let line = plan.line(placement.line)
    let answers = line?.responsibility
    let edition = AllocationWords.edition(placement.edition)[language]
    let outlet = plan.outlet(placement.outlet)
    let (day, hour) = timing(placement.timing, on: outlet?.kind, language)
    var minutes = slot?.minutes
    if case .timed(_, let own) = placement.timing { minutes = own > 0 ? own : nil }
    // The work's own length; that of an opening with room for several is none of theirs.
    if let own = line?.placing?.minutes {
      minutes = own
    } else if let slot, slot.pieces > 1 {
      minutes = nil
    }
    return [
      .words(day), .stated(hour), .stated(minutes.map { AllocationWords.minutes($0)[language] }),
      .words(outlet?.name ?? placement.outlet), "\(line?.title ?? placement.line), \(edition)",
      .words(plan.language(of: placement, in: language)), .words(plan.runName(of: placement)[language]),
      .words(answers?.person ?? answers?.producer.map { plan.unit($0)?.name ?? $0 } ?? ""),
    ]
  }

  private static func timing(
    _ timing: SlotTiming, on kind: Outlet.Kind?, _ language: ReaderLanguage
  ) -> (day: String, hour: String?) {
    let day = "\(weekdayName(timing.day.weekday, language)), \(timing.day.forPeople)"
    switch timing {
    case .timed(let start, _): return (day, "\(start.time)")
    case .allDay:
      let isBroadcast = kind.map { [.television, .radio, .loudspeaker].contains($0) } ?? false
      return (day, (isBroadcast ? AllocationWords.hourUnknown : AllocationWords.wholeDay)[language])
    case .span(let days):
      let last = days.upperBound.advanced(by: -1)
      let through = "\(weekdayName(last.weekday, language)), \(last.forPeople)"
      return ("\(day) – \(through)", AllocationWords.severalDays(days.count)[language])
    case .inMonth: return (AllocationWords.inMonth[language], nil)
    }
  }
}
