import ScheduleModel
import Yams

extension PlanWriter {
  static func calendars(_ policy: CalendarPolicy) -> Node? {
    guard policy != .usual else { return nil }
    return .keyed([
      ("by", .items(policy.series.map { .text($0.rawValue) })), ("link", policy.link.map(Node.text)),
      ("kept", policy.keptDays.map(Node.days)), ("show-cancelled", policy.showsCancelled ? .yes : nil),
      ("feeds", .items(policy.feeds.map(feed))),
    ])
  }

  private static func feed(_ feed: CalendarFeed) -> Node {
    let period: Node? =
      switch feed.period {
      case .year: nil
      case .parts(let part): .text(part.rawValue)
      case .window(let back, let ahead): .keyed([("back", .days(back)), ("ahead", .days(ahead))])
      }
    return .keyed([
      ("id", .text(feed.id)), ("title", feed.title.map(Node.text)),
      ("outlets", .items(feed.outlets.map(Node.text))), ("languages", .items(feed.languages.map(Node.tag))),
      ("lines", .items(feed.lines.map(Node.text))), ("topics", .items(feed.topics.map(Node.text))),
      ("producers", .items(feed.producers.map(Node.text))), ("leads", .items(feed.leads.map(Node.text))),
      ("persons", .items(feed.persons.map(Node.text))),
      ("translators", .items(feed.translators.map(Node.text))),
      ("tasks", feed.tasks.map { .text($0.rawValue) }),
      ("period", period),
    ])
  }

  static func deadlines(_ deadlines: [Deadline]) -> Node? {
    guard !deadlines.isEmpty else { return nil }
    return .keyed(deadlines.map { ($0.work.rawValue, deadline($0)) })
  }

  private static func deadline(_ deadline: Deadline) -> Node {
    guard deadline.at != nil || deadline.reminderDays != nil else { return .days(deadline.daysBefore) }
    return .keyed([
      ("before", .days(deadline.daysBefore)), ("at", deadline.at.map { .quoted($0.description) }),
      ("remind", deadline.reminderDays.map(Node.days)),
    ])
  }
}
