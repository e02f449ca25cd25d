import ScheduleModel

/// A week as people draw it: for each outlet the hours down, the days across.
extension PaperSetter {
  func grid() -> Paper {
    let days = terms.days ?? input.tally.period.days
    let broadcast = BroadcastDays(plan: plan)
    let shown = (input.schedule?.placements ?? []).filter {
      terms.outlet == nil || $0.outlet == terms.outlet
    }
    var blocks: [Paper.Block] = []
    for outlet in plan.outlets {
      let cells = shown.filter { $0.outlet == outlet.id }.flatMap { placement -> [GridCell] in
        let own = broadcast.days(of: placement)
        return switch placement.timing {
        case .inMonth: []
        // What goes on for several days stands on each of them.
        case .span: own.clamped(to: days).map { GridCell(placement, on: $0) }
        default: days.contains(own.lowerBound) ? [GridCell(placement, on: own.lowerBound)] : []
        }
      }
      guard !cells.isEmpty else { continue }
      blocks += [.heading(outlet.name), .table(table(of: cells, days))]
    }
    let isRepeated = shown.contains { $0.run == .repeat && days.contains($0.timing.day) }
    return Paper(
      language: language, subject: plan.title, created: plan.revised, isLandscape: true, letterhead: nil,
      title: [PaperWords.broadcasts(days)[language], plan.title], subtitle: [PaperWords.days(days)[language]],
      blocks: blocks.isEmpty
        ? [.paragraph(PaperWords.nothing[language])]
        : blocks + (isRepeated ? [.notes([PaperWords.repeatedMeans[language]])] : []),
      recipients: [], signatures: [])
  }

  /// A placement in a week, by its broadcast day and its place in that day.
  private struct GridCell {
    let placement: Placement
    let day: CivilDay
    /// Minutes since the broadcast day's midnight: beyond 24 hours after the next one; `nil` without an hour.
    let minute: Int?

    init(_ placement: Placement, on day: CivilDay) {
      self.placement = placement
      self.day = day
      minute =
        placement.timing.hasHour ? (placement.timing.seconds - LocalTime(day).seconds) / 60 : nil
    }
  }

  private func table(of cells: [GridCell], _ days: Range<CivilDay>) -> TextTable {
    let columns = (0..<days.count).map { days.lowerBound.advanced(by: $0) }
    var table = TextTable(
      columns: [.name(PaperWords.hour[language], width: 8)]
        + columns.map { .words(PaperWords.shortDay($0)[language], width: 16) })
    let rows = Dictionary(grouping: cells, by: \.minute)
    // What has no hour stands first: nobody said at what time of the day it is.
    for minute in rows.keys.sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
      let label = minute.map(Self.hour) ?? PaperWords.wholeDay[language]
      let row = rows[minute] ?? []
      table.append(
        [label]
          + columns.map { day in
            row.filter { $0.day == day }.map { what($0.placement) }.joined(separator: "; ")
          })
    }
    return table
  }

  /// The hour by its minutes after a broadcast day's midnight; an opening at its very end is at 24:00.
  private static func hour(_ minute: Int) -> String {
    minute == 1_440 ? "24:00" : TimeOfDay(seconds: minute * 60 % 86_400)?.description ?? ""
  }

  private func what(_ placement: Placement) -> String {
    let edition = AllocationWords.number(of: placement, in: plan)[language]
    let tongue =
      plan.line(placement.line)?.languages.all.contains(placement.language) == true
      ? "" : " (\(AllocationWords.spoken(placement.language, in: language)))"
    let run = placement.run == .repeat ? " (\(PaperWords.repeated[language]))" : ""
    return "\(plan.title(ofLine: placement.line, in: language)), \(edition)\(tongue)\(run)"
  }
}
