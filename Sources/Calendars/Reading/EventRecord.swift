import ScheduleModel

/// One event of a calendar, understood: a single one, a recurring one, or the change of one occurrence.
struct EventRecord {
  let line: Int
  let uid: String
  let title: String
  let revision: EventRevision
  let isCancelled: Bool
  let kind: ReadEvent.Kind
  /// Why it may not go out; `nil` for what is certain.
  var doubt: EventDoubt?
  let start: EventTime
  let length: EventLength
  /// How it recurs; `nil` when no rule says so.
  let rule: EventRule?
  /// Further times (`RDATE`), with a length of their own where they have one.
  let added: [(time: EventTime, length: EventLength?)]
  /// Times that are taken out (`EXDATE`), and the line of each.
  let removed: [(time: EventTime, line: Int)]
  /// Which occurrence of the event of the same UID this one takes the place of.
  let replaces: EventTime?
  /// Whether it stands for all occurrences after that one, too.
  let isForFuture: Bool

  var recurs: Bool { rule != nil || !added.isEmpty || !removed.isEmpty }
}

/// Which of two versions of an event is the newer one (RFC 5546 §2.1.5): by `SEQUENCE`, then by `DTSTAMP`.
struct EventRevision: Comparable {
  let sequence: Int
  /// As it is written, in UTC; empty without one.
  let stamp: String

  static func < (left: EventRevision, right: EventRevision) -> Bool {
    (left.sequence, left.stamp) < (right.sequence, right.stamp)
  }
}

/// A rule as a calendar states it, with its end taken out.
struct EventRule {
  /// Without `COUNT` and `UNTIL`, and with what it left to the first occurrence to say.
  let rule: RecurrenceRule
  /// It ends after this number of occurrences.
  let count: Int?
  /// The last second at which one may begin, on the clock of the event.
  let until: Int?
  /// Whether `UNTIL` is a day, though occurrences have an hour; it is taken to be the last day.
  let endsWithDay: Bool

  /// The days on which it occurs on the clock of the event, through a last day.
  ///
  /// - Parameter first: The day from which it counts; that of the event when left out.
  func days(from start: EventTime, first: CivilDay? = nil, through last: CivilDay) -> [CivilDay] {
    let first = first ?? start.local.day
    let end = until.map { min(last, LocalTime(seconds: $0 - start.secondOfDay).day) } ?? last
    guard first <= end else { return [] }
    let days = RecurrenceDays.days(of: rule, from: first, through: end)
    return Array(days.prefix(count ?? days.count))
  }

  /// When a rule can end, in the years that are reckoned with.
  private static let ends =
    LocalTime(
      CivilDay.year(CivilDay.years.lowerBound).lowerBound)...LocalTime(
      CivilDay.year(CivilDay.years.upperBound).upperBound.advanced(by: -1))

  /// Reads the value of an `RRULE`.
  ///
  /// - Parameter local: Puts an instant in UTC on the event's clock.
  init(_ text: String, start: EventTime, local: (Int) -> Int) throws(RecurrenceRule.Refusal) {
    var kept: [String] = []
    var names: Set<String> = []
    var count: Int?
    var until: Int?
    var endsWithDay = false
    for part in text.uppercased().split(separator: ";") {
      let name = part.prefix { $0 != "=" }
      let value = part.dropFirst(name.count + 1)
      names.insert(String(name))
      switch name {
      case "COUNT":
        // As many as one likes: the days of the plan are an end, too.
        let digits = value.allSatisfy { $0.isASCII && $0.isNumber }
        guard digits, !value.isEmpty, value != "0", count == nil else {
          throw .value(part: "COUNT", value: String(value))
        }
        count = Int(value) ?? Int.max
      case "UNTIL":
        guard until == nil, let stated = LocalTime(basic: Array(value.utf8)[...], anyYear: true) else {
          throw .value(part: "UNTIL", value: String(value))
        }
        // “99991231” is how programs write that a rule has no end.
        let end = min(max(stated, Self.ends.lowerBound), Self.ends.upperBound)
        endsWithDay = value.utf8.count == 8 && !start.isDay
        until =
          value.utf8.count == 8
          ? end.seconds + 86_399 : value.hasSuffix("Z") && !start.isDay ? local(end.seconds) : end.seconds
      default: kept.append(String(part))
      }
    }
    if count != nil, until != nil { throw .together("COUNT", "UNTIL") }
    let day = start.local.day
    func complete(_ frequency: String, _ parts: [String]) {
      guard kept.contains("FREQ=\(frequency)") else { return }
      kept += parts
    }
    if names.isDisjoint(with: ["BYDAY", "BYMONTHDAY", "BYSETPOS"]) {
      complete("WEEKLY", ["BYDAY=\(Weekday(of: day).code)"])
      complete("MONTHLY", ["BYMONTHDAY=\(day.components.day)"])
      complete(
        "YEARLY",
        (names.contains("BYMONTH") ? [] : ["BYMONTH=\(day.month)"]) + ["BYMONTHDAY=\(day.components.day)"])
    }
    rule = try RecurrenceRule(kept.joined(separator: ";"))
    self.count = count
    self.until = until
    self.endsWithDay = endsWithDay
  }
}
