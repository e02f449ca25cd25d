import ScheduleModel

/// The broadcast schedule of a week or a month.
extension PaperSetter {
  func broadcasts() -> Paper {
    let days = terms.days ?? input.tally.period.days
    let placements = (input.schedule?.placements ?? []).filter { placement in
      overlaps(placement.timing, days) && (terms.outlet == nil || placement.outlet == terms.outlet)
    }
    let outlet = terms.outlet.flatMap(plan.outlet)
    let station = outlet.map { unitName($0.owner) ?? $0.name }
    let hasRepeats = placements.contains { $0.run == .repeat }
    let table = table(of: placements)
    return Paper(
      language: language, subject: plan.title, created: plan.revised, isLandscape: true,
      letterhead: letterhead(office: station, numbered: false),
      title: [PaperWords.broadcasts(days)[language]] + [outlet?.name].compactMap(\.self),
      subtitle: [PaperWords.days(days)[language]],
      blocks: placements.isEmpty
        ? [.paragraph(PaperWords.nothing[language])]
        : [
          .table(table),
          // Behind the table, for a signature alone on the last page signs nothing.
          .notes(
            (hasRepeats ? [PaperWords.repeatedMeans] : []).map { $0[language] }
              + [PaperWords.placements(placements.count)[language]]),
        ],
      recipients: [],
      signatures: [
        Paper.Signature(
          office: [PaperWords.compiler[language]], hint: PaperWords.signedByHand[language], name: nil),
        approval,
      ])
  }

  /// The head of the station approves; who that is only the office's own papers know.
  private var approval: Paper.Signature {
    let signs = plan.office.signs.isEmpty ? [PaperWords.blank] : plan.office.signs.map { $0.uppercased() }
    return Paper.Signature(
      office: signs + [PaperWords.approved[language]], hint: PaperWords.signed[language],
      name: plan.office.signer)
  }

  private func table(of placements: [Placement]) -> TextTable {
    var table = TextTable(columns: [
      .words(PaperWords.day[language], width: 12), .words(PaperWords.hour[language], width: 7),
      .words(PaperWords.length[language], width: 9), .words(PaperWords.outlet[language], width: 18),
      .name(PaperWords.programme[language], width: 23), .words(PaperWords.topic[language], width: 20),
      .words(TallyWords.language[language], width: 12), .words(PaperWords.run[language], width: 10),
      .words(PaperWords.person[language], width: 18), .words(TallyWords.note[language], width: 8),
    ])
    var last = ""
    for placement in placements {
      let day = dayName(placement.timing)
      table.rows.append(
        TextTable.Row(
          cells: ([day == last ? "" : day] + cells(placement)).map(TextTable.Cell.words),
          continuesFirst: day == last))
      last = day
    }
    return table
  }

  private func dayName(_ timing: SlotTiming) -> String {
    if case .inMonth(let days) = timing {
      return "\(PaperWords.inMonth[language]) \(days.lowerBound.monthForPeople)"
    }
    if case .span(let days) = timing {
      return PaperWords.days(
        from: days.lowerBound.forPeople,
        through: days.upperBound.advanced(by: -1).forPeople)[language]
    }
    return "\(weekdayName(timing.day.weekday, language)), \(timing.day.forPeople)"
  }

  private func cells(_ placement: Placement) -> [String] {
    let line = plan.line(placement.line)
    let edition = AllocationWords.edition(placement.edition)[language]
    let topics = line?.topics.compactMap { id in plan.topics.first { $0.id == id }?.title } ?? []
    let run = placement.run == .repeat ? PaperWords.repeated[language] : plan.runName(of: placement)[language]
    return [
      hour(placement.timing), length(placement, line),
      plan.outlet(placement.outlet)?.name ?? placement.outlet,
      "\(line?.title ?? placement.line), \(edition)", topics.joined(separator: "; "),
      plan.language(of: placement, in: language), run,
      who(makes: placement, line), "",
    ]
  }

  /// Of a version its translator; else who answers for the line, or makes its works.
  private func who(makes placement: Placement, _ line: PlanLine?) -> String {
    let translator = line?.versions?.translators[placement.language].flatMap(plan.translator)
    return translator?.name ?? line?.responsibility.person ?? unitName(line?.responsibility.producer) ?? ""
  }

  private func hour(_ timing: SlotTiming) -> String {
    if case .timed(let start, _) = timing { start.time.description } else { "" }
  }

  /// The work's own length; the opening's only where nothing else goes into it.
  private func length(_ placement: Placement, _ line: PlanLine?) -> String {
    if let lengths = line?.placing?.lengths { return PaperWords.minutes(lengths)[language] }
    guard let slot = slots[placement.slot], slot.pieces == 1, let minutes = slot.minutes else { return "" }
    return PaperWords.minutes(minutes...minutes)[language]
  }

  private func overlaps(_ timing: SlotTiming, _ days: Range<CivilDay>) -> Bool {
    timing.days.overlaps(days)
  }
}
