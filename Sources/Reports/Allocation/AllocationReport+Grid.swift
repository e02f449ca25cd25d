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
    for placement in placements { table.append(gridRow(placement, plan, language)) }
    let head =
      "\(AllocationWords.gridTitle(plan.months.month(of: month), plan.months.year(of: month))[language])\n(\(days.text(in: language)))\n"
      + "\(plan.title.visible())\n"
    let body = placements.isEmpty ? AllocationWords.empty[language] + "\n" : table.text(width: width)
    return head + "\n" + body
  }

  private static func gridRow(_ placement: Placement, _ plan: Plan, _ language: ReaderLanguage) -> [String] {
    let line = plan.line(placement.line)
    let answers = line?.responsibility
    let edition = AllocationWords.edition(placement.edition)[language]
    let (day, hour, length) = timing(placement.timing, language)
    return [
      day, hour, length, plan.outlet(placement.outlet)?.name ?? placement.outlet,
      "\(line?.title ?? placement.line), \(edition)",
      BroadcastLanguage.name(of: placement.language, in: language), placement.run.name[language],
      answers?.person ?? answers?.producer.map { plan.unit($0)?.name ?? $0 } ?? "",
    ]
  }

  private static func timing(
    _ timing: SlotTiming, _ language: ReaderLanguage
  ) -> (day: String, hour: String, length: String) {
    let day = "\(weekdayName(timing.day.weekday, language)), \(timing.day.forPeople)"
    switch timing {
    case .timed(let start, let minutes):
      return (day, "\(start.time)", minutes > 0 ? AllocationWords.minutes(minutes)[language] : "–")
    case .allDay: return (day, AllocationWords.wholeDay[language], "–")
    case .inMonth: return (AllocationWords.inMonth[language], "–", "–")
    }
  }
}
