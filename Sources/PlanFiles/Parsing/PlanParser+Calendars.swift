import ScheduleModel
import Yams

extension PlanParser {
  /// How the plan's calendars are published.
  mutating func calendars(_ node: Node?, at span: SourceSpan) -> CalendarPolicy {
    guard let node, let mapping = item(node, .calendars, named: span) else { return .usual }
    let values = mapping.values
    let feeds = reader.items(values["feeds"], .feed).compactMap { feed($0) }
    reader.unique(values["feeds"])
    return CalendarPolicy(
      series: series(values["by"]),
      link: reader.value(
        values["link"], { CalendarLink.isAddress($0) ? $0 : nil }, refused: { .badLink($0, at: $1) }),
      keptDays: reader.days(values["kept"]), showsCancelled: reader.truth(values["show-cancelled"]) ?? false,
      feeds: feeds)
  }

  /// Each once, in the order in which they are documented, whatever the order in the file.
  private mutating func series(_ node: Node?) -> [CalendarPolicy.Series] {
    let named = Set(
      reader.list(node).compactMap { reader.word($0, of: CalendarPolicy.Series.self) })
    return CalendarPolicy.Series.allCases.filter(named.contains)
  }

  private mutating func feed(_ node: Node) -> CalendarFeed? {
    guard let mapping = item(node, .feed) else { return nil }
    let values = mapping.values
    let id = reader.id(values["id"])
    let title = reader.text(values["title"])
    let outlets = reader.distinctReferences(values["outlets"], to: Reference.outlet)
    let languages = reader.list(values["languages"]).compactMap { reader.language($0) }
    let lines = reader.distinctReferences(values["lines"], to: Reference.line)
    let topics = reader.distinctReferences(values["topics"], to: Reference.topic)
    let producers = reader.distinctReferences(values["producers"], to: Reference.unit)
    let leads = reader.distinctReferences(values["leads"], to: Reference.unit)
    let persons = reader.list(values["persons"]).compactMap { reader.text($0) }
    let translators = reader.distinctReferences(values["translators"], to: Reference.translator)
    let tasks = reader.word(values["tasks"], of: CalendarFeed.Tasks.self)
    let period = period(values["period"], at: mapping.span(of: "period"))
    guard let id else { return nil }
    return CalendarFeed(
      id: id, title: title, outlets: outlets, languages: languages, lines: lines, topics: topics,
      producers: producers, leads: leads, persons: persons, period: period, place: mapping.span.place,
      translators: translators, tasks: tasks)
  }

  /// `year`, a part of it, or the days around the revision.
  private mutating func period(_ node: Node?, at span: SourceSpan) -> CalendarFeed.Period {
    guard let node else { return .year }
    guard node.mapping != nil else {
      let words = ["year"] + YearPart.allCases.map(\.rawValue)
      let period = reader.value(
        node, { text in text == "year" ? .year : YearPart(rawValue: text).map(CalendarFeed.Period.parts) },
        refused: { .unknownWord($0, words, at: $1) })
      return period ?? .year
    }
    guard let mapping = reader.mapping(node, .feedWindow, named: span) else { return .year }
    let back = reader.days(mapping.values["back"])
    let ahead = reader.days(mapping.values["ahead"])
    guard let back, let ahead else { return .year }
    return .window(back: back, ahead: ahead)
  }

  // MARK: - Work before air

  /// What must be done before something goes out, in the order in which it is done.
  mutating func deadlines(_ node: Node?, at span: SourceSpan) -> [Deadline] {
    guard let node, let mapping = reader.mapping(node, .deadlines, named: span) else { return [] }
    return Deadline.Work.allCases.compactMap { work in
      mapping.values[work.rawValue].flatMap { deadline($0, work, at: mapping.span(of: work.rawValue)) }
    }
  }

  /// `3d`, or a mapping that also says the hour and when somebody is reminded.
  private mutating func deadline(
    _ node: Node, _ work: Deadline.Work, at span: SourceSpan
  ) -> Deadline? {
    guard node.mapping != nil else {
      return reader.days(node).map {
        Deadline(work: work, daysBefore: $0, at: nil, reminderDays: nil, place: span.place)
      }
    }
    guard let mapping = reader.mapping(node, .deadline, named: span) else { return nil }
    let before = reader.days(mapping.values["before"])
    let at = reader.value(mapping.values["at"], { TimeOfDay($0) }, refused: { .badTime($0, at: $1) })
    let remind = reader.days(mapping.values["remind"])
    return before.map {
      Deadline(work: work, daysBefore: $0, at: at, reminderDays: remind, place: span.place)
    }
  }
}
