import ScheduleModel

@testable import PlanFiles

/// Plans with everything that a plan file can say, made up at random; any text may stand in them.
struct RandomPlan {
  var random: LinearCongruential
  let year: Int
  let days: Range<CivilDay>
  let run: MonthRun
  private let units: [String]
  let outlets: [String]
  let lines: [String]
  private let topics: [String]
  private let grid: [String]
  private let translators: [String]

  static func plan(seed: UInt64) -> Plan {
    var maker = RandomPlan(seed: seed)
    return maker.plan()
  }

  private init(seed: UInt64) {
    var random = LinearCongruential(seed: seed)
    year = random.number(2000...2100)
    let first = random.number(0...100)
    let whole = CivilDay.year(year)
    if random.chance(30) {
      // A year that begins in another month, or several.
      let start = whole.lowerBound.advanced(by: random.number(0...360) - 180)
      days = start..<start.advanced(by: random.number(185...1_180))
    } else {
      days = whole.lowerBound.advanced(by: first)..<whole.upperBound.advanced(by: -random.number(0...100))
    }
    run = MonthRun(ofPlan: year, days: days)
    units = Self.ids("u", random.number(0...4))
    outlets = Self.ids("o", random.number(0...4))
    lines = Self.ids("l", random.number(0...6))
    topics = Self.ids("t", random.number(0...3))
    grid = Self.ids("g", outlets.isEmpty ? 0 : 3)
    translators = Self.ids("d", random.number(0...2))
    self.random = random
  }

  /// Ids of all shapes, among them what YAML would take for numbers, yes and no.
  private static func ids(_ letter: String, _ count: Int) -> [String] {
    let shapes = ["\(letter)", "0", "2026", "no", "null", "\(letter)-", "1e3", "true"]
    return shapes.prefix(count).enumerated().map {
      $0.offset == 0 ? letter : letter == "l" ? $0.element : "\(letter)\($0.element)"
    }
  }

  private mutating func plan() -> Plan {
    let outlets = outlets.enumerated().map { outlet($0.element, isFirst: $0.offset == 0) }
    return Plan(
      id: "p-\(random.number(0...99))", title: text(), year: year, days: days, revised: day(),
      documents: (0..<random.number(0...3)).map { _ in document() }, units: units.map { unit($0) },
      outlets: outlets, blackouts: (0..<random.number(0...2)).map { _ in blackout() },
      topics: topics.map { Topic(id: $0, title: text(), place: Self.nowhere) }, lines: lines.map { line($0) },
      totals: random.chance(50)
        ? [PlanTotal(id: "tong", title: text(), lines: random.some(of: lines), place: Self.nowhere)] : [],
      matching: MatchingTolerance(
        onTimeMinutes: random.number(1...1_440), movedDays: random.number(0...366),
        partialPercent: random.number(1...100), titlePercent: random.number(1...100)),
      remarks: Remark.Part.allCases.compactMap { part in
        random.chance(50) ? Remark(part: part, text: (0...random.number(0...2)).map { _ in text() }) : nil
      }, translators: translators.map { translator($0) },
      counts: (0..<random.number(0...2)).map { _ in rule(isOfPlan: true) }, score: maybe { $0.score() },
      reporting: maybe { $0.reporting() }, office: office(),
      calendars: calendars())
  }

  private mutating func office() -> ReportingOffice {
    ReportingOffice(
      name: maybe { $0.text() }, above: maybe { $0.text() }, place: maybe { $0.text() },
      signs: (0..<random.number(0...2)).map { _ in text() }, signer: maybe { $0.text() },
      recipients: (0..<random.number(0...3)).map { _ in text() })
  }

  private mutating func calendars() -> CalendarPolicy {
    guard random.chance(50) else { return .usual }
    return CalendarPolicy(
      series: random.some(of: CalendarPolicy.Series.allCases), link: maybe { _ in "https://x.vn/?a=1&b=2#c" },
      keptDays: maybe { $0.random.number(0...366) }, showsCancelled: random.chance(50),
      feeds: Self.ids("f", random.number(0...3)).map { feed($0) })
  }

  private mutating func feed(_ id: String) -> CalendarFeed {
    let period = random.one(of: [
      CalendarFeed.Period.year, .parts(random.one(of: YearPart.allCases)),
      .window(back: random.number(0...366), ahead: random.number(0...366)),
    ])
    return CalendarFeed(
      id: id, title: maybe { $0.text() }, outlets: random.some(of: outlets),
      languages: random.some(of: Self.languages), lines: random.some(of: lines),
      topics: random.some(of: topics), producers: random.some(of: units), leads: random.some(of: units),
      persons: (0..<random.number(0...2)).map { _ in text() }, period: period, place: Self.nowhere,
      translators: random.some(of: translators),
      tasks: maybe { $0.random.one(of: CalendarFeed.Tasks.allCases) })
  }

  private mutating func deadlines() -> [Deadline] {
    random.some(of: Deadline.Work.allCases).map { work in
      Deadline(
        work: work, daysBefore: random.number(0...366),
        at: maybe { TimeOfDay(seconds: $0.random.number(0...1_440) * 60) },
        reminderDays: maybe { $0.random.number(0...366) }, place: Self.nowhere)
    }
  }

  static let nowhere = SourcePlace(file: "", line: 1)

  private mutating func document() -> PlanDocument {
    PlanDocument(
      number: maybe { $0.text() }, date: maybe { $0.day() }, issuer: maybe { $0.text() },
      subject: maybe { $0.text() }, role: random.one(of: PlanDocument.Role.allCases), place: Self.nowhere)
  }

  mutating func unit(_ id: String) -> AdminUnit {
    AdminUnit(
      id: id, name: text(), level: maybe { $0.random.one(of: AdminLevel.allCases) }, validity: validity(),
      planMode: maybe { $0.random.one(of: AdminUnit.PlanMode.allCases) }, place: Self.nowhere)
  }

  private mutating func translator(_ id: String) -> Translator {
    Translator(
      id: id, name: text(), perWeek: random.number(1...1_000),
      off: (0..<random.number(0...2)).map { _ in stretch() }, place: Self.nowhere)
  }

  private mutating func validity() -> Validity {
    guard random.chance(50) else { return .always }
    let from = maybe { $0.day() }
    let through = maybe { maker in (from ?? maker.day()).advanced(by: maker.random.number(0...500)) }
    return Validity(
      from: from, through: through, successor: maybe { $0.random.one(of: $0.units + $0.outlets + ["u"]) })
  }

  private mutating func outlet(_ id: String, isFirst: Bool) -> Outlet {
    let kind = random.one(of: Outlet.Kind.allCases)
    let isBroadcast = [.television, .radio, .loudspeaker].contains(kind)
    return Outlet(
      id: id, name: text(), kind: kind,
      level: maybe { $0.random.one(of: AdminLevel.allCases) },
      owner: units.isEmpty ? nil : maybe { $0.random.one(of: $0.units) },
      zone: random.one(of: ["Asia/Ho_Chi_Minh", "Asia/Bangkok", "UTC"]), validity: validity(),
      grid: isFirst ? grid.map { gridLine($0, isBroadcast) } : [], place: Self.nowhere,
      perDay: maybe { $0.random.number(1...10_000) }, perMonth: perMonth(), deadlines: deadlines(),
      minutesPerDay: maybe { $0.random.number(1...1_440) })
  }

  private mutating func perMonth() -> [Int]? {
    switch random.number(0...2) {
    case 0: nil
    case 1: Array(repeating: random.number(0...999_999), count: run.count)
    default: run.indices.map { $0 == 3 ? 7 : random.one(of: [0, random.number(1...99), Quantity.largest]) }
    }
  }

  private mutating func gridLine(_ id: String, _ isBroadcast: Bool) -> GridLine {
    let rules = [
      "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=MONTHLY;BYDAY=-1SA", "FREQ=YEARLY;BYMONTH=1,7",
    ]
    let rule = (try? RecurrenceRule(random.one(of: rules))).map(GridLine.Recurrence.rule)
    let dates = GridLine.Recurrence.dates(Set((0..<random.number(0...5)).map { _ in dayOfYear() }).sorted())
    let recurrence = random.one(of: [rule ?? .monthly, dates, .monthly])
    let isTimed = isBroadcast && recurrence != .monthly || random.chance(70)
    let at = isTimed ? TimeOfDay(seconds: random.number(0...86_400)) : nil
    let from = maybe { $0.dayOfYear() }
    let through = maybe { maker in
      maker.random.one(of: Array((from ?? maker.dayOfYear())..<maker.wholeYear.upperBound))
    }
    var except: Set<CivilDay> = []
    if case .rule = recurrence { except = Set((0..<random.number(0...2)).map { _ in dayOfYear() }) }
    return GridLine(
      id: id, recurrence: recurrence, at: at,
      minutes: at == nil ? 0 : random.number(0...1_440), pieces: random.number(1...3),
      languages: random.some(of: Self.languages), validity: Validity(from: from, through: through),
      inBlackout: random.one(of: [.drop, .keep, .shift(days: -7), .shift(days: 366)]), place: Self.nowhere,
      except: except.sorted())
  }

  /// Days of the year, at least one.
  mutating func stretch() -> Range<CivilDay> {
    let from = dayOfYear()
    return from..<random.one(of: Array(from..<wholeYear.upperBound)).advanced(by: 1)
  }

  private mutating func blackout() -> Blackout {
    Blackout(
      name: text(), days: stretch(), outlets: random.some(of: outlets),
      lines: random.some(of: lines), place: Self.nowhere)
  }

  private mutating func line(_ id: String) -> PlanLine {
    let quota = maybe { maker in
      maker.quota()
    }
    let host = random.one(of: lines)
    let overlap = random.one(of: [
      PlanLine.Overlap.unsaid, .unsaid, .disjoint, .partOf(host), .embedded(in: host),
    ])
    var isEmbedded = false
    if case .embedded = overlap { isEmbedded = true }
    let isPlaced = quota.map { !$0.isInWords } ?? false && !isEmbedded && random.chance(80)
    let counting = counting(inForce: quota)
    let works = works()
    return PlanLine(
      id: id, title: text(), form: unit(),
      outlets: random.chance(70) && !works.areAlternatives
        ? .each(random.some(of: outlets)) : .together(random.some(of: outlets)),
      quota: quota, basis: random.one(of: PlanLine.QuotaBasis.allCases), placing: isPlaced ? placing() : nil,
      versions: works.areAlternatives ? nil : maybe { $0.versions(besides: works) },
      responsibility: responsibility(), topics: random.some(of: topics),
      tone: maybe { $0.random.one(of: PlanLine.Tone.allCases) }, overlap: overlap, note: maybe { $0.text() },
      place: Self.nowhere,
      repeats: isPlaced && !works.areAlternatives
        ? (0..<random.number(0...2)).map { _ in repeats(quota?.works(of: nil) ?? 0) } : [],
      deadlines: deadlines(), counting: counting,
      houseNumber: maybe { HouseNumber($0.random.one(of: ["CM-##", "#/TS", "BĂNG 7"])) } ?? nil,
      was: maybe { $0.random.one(of: ["cu", "dong-cu"]) }, languages: works)
  }

  private mutating func placing() -> Placing {
    let from = random.chance(50) ? days.lowerBound : random.one(of: Array(days))
    let to =
      random.chance(50) ? days.upperBound : random.one(of: Array(from..<days.upperBound)).advanced(by: 1)
    let minutes = maybe { $0.random.number(1...1_440) }
    return Placing(
      grid: random.some(of: grid), window: from..<to,
      weights: random.chance(50)
        ? run.indices.map { _ in 1 } : run.indices.map { $0 == 0 ? 1 : random.number(0...1_000) },
      months: run.indices.map { _ in months() }, perDay: maybe { $0.random.number(1...1_000) },
      pins: (0..<random.number(0...3)).map { _ in
        Placing.Pin(
          day: dayOfYear(), grid: grid.isEmpty ? nil : maybe { $0.random.one(of: $0.grid) },
          place: Self.nowhere)
      }, minutes: minutes, weekdays: random.some(of: Weekday.allCases),
      gapDays: maybe { $0.random.number(0...366) }, preferred: random.some(of: grid),
      peaks: (0..<random.number(0...2)).map { _ in
        Placing.Peak(days: stretch(), weight: random.number(1...1_000), place: Self.nowhere)
      }, leastMinutes: minutes.flatMap { $0 > 1 && random.chance(30) ? random.number(1...($0 - 1)) : nil })
  }

  private mutating func repeats(_ quota: Int) -> Repeats {
    let after = random.number(0...366)
    return Repeats(
      afterDays: after, withinDays: maybe { $0.random.number(after...366) },
      outlet: outlets.isEmpty ? nil : maybe { $0.random.one(of: $0.outlets) }, grid: random.some(of: grid),
      works: quota == 0 ? nil : maybe { $0.random.number(1...quota) }, times: random.number(1...100),
      nextYearDays: random.one(of: [0, 0, 10]), place: Self.nowhere)
  }

  private mutating func months() -> ClosedRange<Int> {
    let least = random.number(0...9)
    return random.one(of: [
      Placing.anyCount, Placing.anyCount, least...least, least...(least + 3), least...Quantity.largest,
      0...least,
    ])
  }

  private mutating func works() -> WorkLanguages {
    guard random.chance(40) else { return .vietnamese }
    return WorkLanguages(random.some(of: Self.languages), areTogether: random.chance(50)) ?? .vietnamese
  }

  private mutating func versions(besides works: WorkLanguages) -> LanguageVersions {
    let into = random.some(of: Self.languages).filter { !works.contains($0) }
    let someone = maybe { maker in
      maker.translators.isEmpty ? nil : maker.random.one(of: maker.translators)
    }
    let assigned = random.chance(50) ? into : random.some(of: into)
    let translators = someone.map { id in
      assigned.map { ($0, random.chance(80) ? id : random.one(of: self.translators)) }
    }
    return LanguageVersions(
      into: into, leadDays: random.number(0...366),
      outlet: outlets.isEmpty ? nil : maybe { $0.random.one(of: $0.outlets) }, grid: random.some(of: grid),
      works: maybe { $0.random.number(1...1_000_000) }, sentTo: random.some(of: outlets),
      together: random.chance(30), translators: Dictionary(uniqueKeysWithValues: translators ?? []))
  }

  private mutating func responsibility() -> Responsibility {
    Responsibility(
      level: maybe { $0.random.one(of: AdminLevel.allCases) },
      producer: units.isEmpty ? nil : maybe { $0.random.one(of: $0.units) },
      lead: units.isEmpty ? nil : maybe { $0.random.one(of: $0.units) }, support: random.some(of: units),
      person: maybe { $0.text() }, document: maybe { $0.text() }, row: maybe { $0.text() })
  }

  // MARK: - Values

  static let languages =
    BroadcastLanguage.all.map(\.tag) + ["kdt", "vi-latn"].compactMap { LanguageTag($0) }

  private var wholeYear: Range<CivilDay> { run.days }

  mutating func dayOfYear() -> CivilDay { random.one(of: Array(wholeYear)) }

  mutating func day() -> CivilDay { CivilDay(daysSince1970: random.number(-20_000...80_000)) }

  /// A figure of any kind that the grammar of quantities has, in units that it knows.
  private mutating func quota() -> Quantity {
    let value = random.number(0...2_000_000) / 2
    let unit = CountingUnit(
      random.one(of: [["tin"], ["tin", "bài", "ảnh"], ["kỳ phát"], ["“số”"], ["lượt nghe"], ["“lượt: x”"]]))
    switch random.number(0...9) {
    case 0...1: return Quantity(.range(value / 2, value / 2 + 1 + random.number(0...9)), .exact, unit)
    case 2: return Quantity(.words(random.one(of: ["hàng chục", "nhiều", "một số"])), .exact, unit)
    default: return Quantity(value, random.one(of: Quantity.Qualifier.allCases), unit)
    }
  }

  mutating func unit() -> CountingUnit {
    CountingUnit(
      (0...random.number(0...2)).map { _ in
        random.one(of: ["tin", "bài", "ảnh", "kỳ phát", "“số”", "lượt: x"])
      })
  }

  mutating func maybe<Value>(_ make: (inout RandomPlan) -> Value?) -> Value? {
    random.chance(50) ? make(&self) : nil
  }

  mutating func text() -> String {
    (0...random.number(0...2)).map { _ in random.one(of: Self.pieces) }.joined(
      separator: random.one(of: ["", " ", "\n", "\n\n"]))
  }

  /// What is hard to write in YAML. NFC, and without blanks at the ends, as texts are read.
  static let pieces = [
    "null", "~", "true", "No", "on", "2018", "1e3", "0x1F", "2018-04-04", "20:15", ".5", "-1", "<<", "=",
    "- mục", "-",
    "--- x", "...", "? a", ": b", "a: b", "a:", "a #b", "#b", "*a", "&b", "!tag", "|", ">", "%YAML", "@x",
    "`x", "{a}",
    "[b]", "a, b", "}", "]", "\"x\"", "'y'", "it's", "C:\\d", "\\", "“ngoặc”", "Cải cách hành chính", "Đài",
    "ệ", "😀",
    "👨‍👩‍👧", "a\tb", "x\u{200B}y", "\u{202E}x", "日本", "a  b", "R&D * nghiên cứu", "http://x.vn/?a=1&b=2#c",
    "{{x}}", "a\n  b",
    "a\n\tb", "a\n# b", "a\n- b", "a\n\n\nb", "ﬁ", "\u{FFFD}", "\u{1F1FB}\u{1F1F3}",
  ]
}
