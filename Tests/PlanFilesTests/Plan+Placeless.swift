import ScheduleModel

extension Plan {
  /// The plan with all its places at one spot, to compare what it says.
  var placeless: Plan {
    let nowhere = RandomPlan.nowhere
    return Plan(
      id: id, title: title, year: year, days: days, revised: revised,
      documents: documents.map {
        PlanDocument(
          number: $0.number, date: $0.date, issuer: $0.issuer, subject: $0.subject, role: $0.role,
          place: nowhere)
      },
      units: units.map {
        AdminUnit(
          id: $0.id, name: $0.name, level: $0.level, validity: $0.validity, planMode: $0.planMode,
          place: nowhere)
      },
      outlets: outlets.map(\.placeless),
      blackouts: blackouts.map {
        Blackout(name: $0.name, days: $0.days, outlets: $0.outlets, lines: $0.lines, place: nowhere)
      },
      topics: topics.map { Topic(id: $0.id, title: $0.title, place: nowhere) }, lines: lines.map(\.placeless),
      totals: totals.map { PlanTotal(id: $0.id, title: $0.title, lines: $0.lines, place: nowhere) },
      matching: matching, remarks: remarks, successor: successor,
      translators: translators.map {
        Translator(id: $0.id, name: $0.name, perWeek: $0.perWeek, off: $0.off, place: nowhere)
      }, counts: counts.map(\.placeless), score: score?.placeless, reporting: reporting, office: office,
      calendars: CalendarPolicy(
        series: calendars.series, link: calendars.link, keptDays: calendars.keptDays,
        showsCancelled: calendars.showsCancelled, feeds: calendars.feeds.map(\.placeless)))
  }
}

extension Outlet {
  fileprivate var placeless: Outlet {
    Outlet(
      id: id, name: name, kind: kind, level: level, owner: owner, zone: zone, validity: validity,
      grid: grid.map {
        GridLine(
          id: $0.id, recurrence: $0.recurrence, at: $0.at, minutes: $0.minutes, pieces: $0.pieces,
          languages: $0.languages, validity: $0.validity, inBlackout: $0.inBlackout,
          place: RandomPlan.nowhere,
          except: $0.except, inside: $0.inside, spanDays: $0.spanDays)
      }, place: RandomPlan.nowhere, perDay: perDay, perMonth: perMonth, dayStarts: dayStarts,
      relays: relays, deadlines: deadlines.map(\.placeless), minutesPerDay: minutesPerDay)
  }
}

extension PlanLine {
  fileprivate var placeless: PlanLine {
    PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis,
      placing: placing.map {
        Placing(
          grid: $0.grid, window: $0.window, weights: $0.weights, months: $0.months, perDay: $0.perDay,
          pins: $0.pins.map { Placing.Pin(day: $0.day, grid: $0.grid, place: RandomPlan.nowhere) },
          minutes: $0.minutes, weekdays: $0.weekdays, gapDays: $0.gapDays, preferred: $0.preferred,
          peaks: $0.peaks.map {
            Placing.Peak(days: $0.days, weight: $0.weight, place: RandomPlan.nowhere)
          }, leastMinutes: $0.leastMinutes)
      }, versions: versions, responsibility: responsibility, topics: topics, tone: tone, overlap: overlap,
      note: note, place: RandomPlan.nowhere,
      repeats: repeats.map {
        Repeats(
          afterDays: $0.afterDays, withinDays: $0.withinDays, outlet: $0.outlet, grid: $0.grid,
          works: $0.works, times: $0.times, nextYearDays: $0.nextYearDays, place: RandomPlan.nowhere)
      }, deadlines: deadlines.map(\.placeless),
      counting: LineCounting(
        rules: counting.rules.map(\.placeless),
        amended: counting.amended.map { amended in
          AmendedQuota(
            original: amended.original,
            changes: amended.changes.map {
              .init(from: $0.from, quota: $0.quota, document: $0.document, place: RandomPlan.nowhere)
            })
        }, done: counting.done, leastMinutes: counting.leastMinutes,
        parts: counting.parts), houseNumber: houseNumber)
  }
}

extension CountingRule {
  fileprivate var placeless: CountingRule {
    CountingRule(
      measure, title: title, floor: floor, ceiling: ceiling, every: cycle, runs: runs, languages: languages,
      outlets: outlets, between: hours, trust: trust, weights: weights, carriesOver: carriesOver,
      exclusions: exclusions, lines: lines, place: RandomPlan.nowhere)
  }
}

extension ScoreRule {
  fileprivate var placeless: ScoreRule {
    ScoreRule(
      version: version, full: full, fullAt: fullAt, partialFrom: partialFrom, partial: partial, below: below,
      place: RandomPlan.nowhere)
  }
}

extension CalendarFeed {
  fileprivate var placeless: CalendarFeed {
    CalendarFeed(
      id: id, title: title, outlets: outlets, languages: languages, lines: lines, topics: topics,
      producers: producers, leads: leads, persons: persons, period: period, place: RandomPlan.nowhere,
      translators: translators, tasks: tasks)
  }
}

extension Deadline {
  fileprivate var placeless: Deadline {
    Deadline(
      work: work, daysBefore: daysBefore, at: at, reminderDays: reminderDays, place: RandomPlan.nowhere)
  }
}
