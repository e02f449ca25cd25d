public import ScheduleModel

/// Writes a schedule as calendars that editors subscribe to.
public enum CalendarExport {
  /// One calendar for each outlet, language and producer that has a placement, and one of the whole year.
  ///
  /// They are `outlet-ID.ics`, `language-TAG.ics`, `producer-UNIT.ics` and `year.ics`. What has no placement
  /// has no file, since a calendar must hold something (RFC 5545 §3.6). Every placement is an event of its
  /// own, since many clients ignore exceptions of a recurring one; newspaper issues are events of a whole
  /// day, and what is due "in the month" covers the month without an hour. A first run in another language
  /// than Vietnamese brings the task of translating it (VTODO) into the same calendars.
  ///
  /// `year.ics` is a download: feeds over 1 MB lose events in some clients, and it may be larger.
  ///
  /// - Parameters:
  ///   - plan: The plan; its ids are checked, its zones known.
  ///   - schedule: A schedule of that plan.
  ///   - language: The language of what a person reads. Titles and names stay as printed.
  /// - Returns: The files by name. The same plan and schedule give the same bytes: no clock, locale or host
  ///   is read, and all time stamps are the plan's day of revision.
  /// - Complexity: O(placements × files); each event is worked out and written by libical
  ///   once, at some 25,000 a second.
  public static func files(plan: Plan, schedule: Schedule, language: ReaderLanguage) -> [CalendarFile] {
    let components = PlacementComponents(plan: plan, schedule: schedule, language: language)
    let entries = schedule.placements.map { placement in
      CalendarEntry(
        outlet: placement.outlet, language: placement.language, zone: components.zone(of: placement),
        producer: components.line(of: placement).responsibility.producer,
        event: ComponentText.text(of: components.event(of: placement)),
        task: components.task(of: placement).map(ComponentText.text(of:)))
    }
    guard !entries.isEmpty else { return [] }
    let writer = CalendarWriter(plan: plan, language: language, entries: entries)
    let year = Words(vi: "Cả năm \(plan.year)", en: "The whole year \(plan.year)")
    var files = [writer.file("year", title: year, of: entries)]
    for (outlet, own) in grouped(entries, by: \.outlet) {
      let title = Words(plan.outlet(outlet)?.name ?? outlet)
      files.append(writer.file("outlet-\(outlet)", title: title, of: own))
    }
    for (tag, own) in grouped(entries, by: \.language) {
      let title = Words(
        vi: "Tiếng \(BroadcastLanguage.name(of: tag, in: .vietnamese))",
        en: "In \(BroadcastLanguage.name(of: tag, in: .english))")
      files.append(writer.file("language-\(tag)", title: title, of: own))
    }
    for (unit, own) in grouped(entries, by: \.producer) {
      let name = plan.unit(unit)?.name ?? unit
      let title = Words(vi: "\(name) sản xuất", en: "Produced by \(name)")
      files.append(writer.file("producer-\(unit)", title: title, of: own))
    }
    return files.sorted { $0.name < $1.name }
  }

  /// The entries of each key, by key; within a key, in the schedule's order. Those without a key are in none.
  private static func grouped<Key: Hashable & Comparable>(
    _ entries: [CalendarEntry], by key: (CalendarEntry) -> Key?
  ) -> [(Key, [CalendarEntry])] {
    var groups: [Key: [CalendarEntry]] = [:]
    for entry in entries {
      if let key = key(entry) { groups[key, default: []].append(entry) }
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
