import ScheduleModel

extension Plan {
  /// The same with some parts replaced.
  private func with(
    outlets: [Outlet]? = nil, blackouts: [Blackout]? = nil, lines: [PlanLine]? = nil,
    translators: [Translator]? = nil
  ) -> Plan {
    Plan(
      id: id, title: title, year: year, days: days, revised: revised, documents: documents, units: units,
      outlets: outlets ?? self.outlets, blackouts: blackouts ?? self.blackouts, topics: topics,
      lines: lines ?? self.lines, totals: totals, matching: matching, remarks: remarks, successor: successor,
      translators: translators ?? self.translators, months: months)
  }

  /// The same, scheduling only some lines.
  func scheduling(_ ids: Set<String>) -> Plan {
    with(lines: lines.map { ids.contains($0.id) ? $0 : $0.with(placing: nil, versions: $0.versions) })
  }

  /// The same without one of its blackouts.
  func without(blackout number: Int) -> Plan {
    with(blackouts: blackouts.enumerated().filter { $0.offset != number }.map(\.element))
  }

  /// The same, with the openings of some grid lines moved off blackouts by a number of days.
  func moving(_ grids: Set<PlanChanges.GridName>, by days: Int) -> Plan {
    with(
      outlets: outlets.map { outlet in
        guard grids.contains(where: { $0.outlet == outlet.id }) else { return outlet }
        let grid = outlet.grid.map { line in
          guard grids.contains(PlanChanges.GridName(outlet: outlet.id, grid: line.id)) else { return line }
          return GridLine(
            id: line.id, recurrence: line.recurrence, at: line.at, minutes: line.minutes, pieces: line.pieces,
            languages: line.languages, validity: line.validity, inBlackout: .shift(days: days),
            place: line.place,
            except: line.except)
        }
        return Outlet(
          id: outlet.id, name: outlet.name, kind: outlet.kind, level: outlet.level, owner: outlet.owner,
          zone: outlet.zone, validity: outlet.validity, grid: grid, place: outlet.place,
          perDay: outlet.perDay,
          perMonth: outlet.perMonth, relays: outlet.relays)
      })
  }

  /// The same with another placing of a line.
  func placing(_ id: String, _ change: (Placing) -> Placing) -> Plan {
    with(
      lines: lines.map { $0.id == id ? $0.with(placing: $0.placing.map(change), versions: $0.versions) : $0 })
  }

  /// The same with a line's versions made after other days.
  func leading(_ id: String, days: Int) -> Plan {
    with(
      lines: lines.map { line in
        guard line.id == id, let old = line.versions else { return line }
        let new = LanguageVersions(
          into: old.into, leadDays: days, outlet: old.outlet, grid: old.grid, works: old.works,
          sentTo: old.sentTo, together: old.together, translators: old.translators)
        return line.with(placing: line.placing, versions: new)
      })
  }

  /// The same with other limits of an outlet.
  func limiting(_ id: String, perDay: Int?, perMonth: [Int]?) -> Plan {
    with(
      outlets: outlets.map { outlet in
        guard outlet.id == id else { return outlet }
        return Outlet(
          id: outlet.id, name: outlet.name, kind: outlet.kind, level: outlet.level, owner: outlet.owner,
          zone: outlet.zone, validity: outlet.validity, grid: outlet.grid, place: outlet.place,
          perDay: perDay, perMonth: perMonth, relays: outlet.relays)
      })
  }

  /// The same with a translator who makes other numbers a week.
  func translating(_ id: String, perWeek: Int) -> Plan {
    with(
      translators: translators.map {
        $0.id == id
          ? Translator(id: $0.id, name: $0.name, perWeek: perWeek, off: $0.off, place: $0.place) : $0
      })
  }
}

extension PlanLine {
  fileprivate func with(placing: Placing?, versions: LanguageVersions?) -> PlanLine {
    PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis, placing: placing,
      versions: versions, responsibility: responsibility, topics: topics, tone: tone, overlap: overlap,
      note: note, place: place, repeats: repeats, counting: counting, houseNumber: houseNumber,
      aliases: aliases, languages: languages)
  }
}

extension Placing {
  /// The same with some parts replaced.
  func with(
    grid: [String]? = nil, window: Range<CivilDay>? = nil, weights: [Int]? = nil,
    months: [ClosedRange<Int>]? = nil, perDay: Int?? = .none, pins: [Pin]? = nil, minutes: Int?? = .none,
    weekdays: [Weekday]? = nil, gapDays: Int?? = .none
  ) -> Placing {
    Placing(
      grid: grid ?? self.grid, window: window ?? self.window, weights: weights ?? self.weights,
      months: months ?? self.months, perDay: perDay ?? self.perDay, pins: pins ?? self.pins,
      minutes: minutes ?? self.minutes, weekdays: weekdays ?? self.weekdays, gapDays: gapDays ?? self.gapDays,
      preferred: preferred, peaks: peaks, leastMinutes: minutes == nil ? leastMinutes : nil)
  }
}

extension Slot {
  /// The same with room for more works.
  func holding(_ more: Int) -> Slot { with(pieces: pieces + more) }
}
