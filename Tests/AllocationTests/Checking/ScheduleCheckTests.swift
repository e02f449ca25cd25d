import Allocation
import ScheduleModel
import Testing

/// Each rule: a legal schedule, one change by hand, everything that it breaks.
struct ScheduleCheckTests {
  private let weekly = Sample.slots(on: Sample.weekly(4))
  private let monthly = Sample.slots(on: Sample.each(10))

  // MARK: - Slots

  @Test("too many in a slot, in words and numbers")
  func slotCapacity() throws {
    var draft = Draft([Sample.line("a", 12)], monthly)
    draft.move("a.4.vi", to: draft.slot(5, 10))
    let violation = try #require(draft.violations.first)
    #expect(draft.broken == ["slot-capacity a.4.vi+a.5.vi 1 2"])
    #expect(
      violation.slot == "tv.g.2018-05-10" && violation.day == Sample.day(5, 10) && violation.line == nil)
    #expect(
      violation.message
        == Words(
          vi:
            "Khung giờ “g” (tv) 20:00 ngày 10/05/2018 chỉ có 1 chỗ, dự thảo xếp 2: kỳ 4 “Dòng a”, kỳ 5 “Dòng a”.",
          en:
            "The slot “g” (tv) 20:00 on 10/05/2018 holds 1, the draft has 2: no. 4 of “Dòng a”, no. 5 of “Dòng a”."
        ))
    #expect(
      violation.remedy
        == Words(
          vi: "Dời 1 lượt sang khung khác, hoặc ghi pieces: 2 cho “g”.",
          en: "Move 1 of them to another slot, or write pieces: 2 for “g”."))
  }

  @Test("languages of one programme take one piece")
  func programmes() {
    let line = Sample.line(
      "a", 12, versions: Sample.versions(into: ["hmn", "tai"], on: "ethnic", together: true))
    let slots = monthly + Sample.slots(on: Sample.each(20), of: "ethnic", "t", languages: ["hmn", "tai"])
    var draft = Draft([line], slots)
    draft.move("a.3.tai", to: draft.slot(4, 20, "t"))
    #expect(
      draft.broken == ["slot-capacity a.3.tai+a.4.hmn+a.4.tai 1 2", "languages-apart a.3.hmn+a.3.tai 1 2"])
  }

  @Test("works that are longer than their slot together")
  func slotMinutes() {
    let slots = Sample.slots(on: Sample.each(10), minutes: 30, pieces: 3)
    var draft = Draft([Sample.line("a", 12, minutes: 20)], slots)
    draft.move("a.4.vi", to: draft.slot(5, 10))
    #expect(draft.broken == ["slot-minutes a.4.vi+a.5.vi 30 40"])
  }

  @Test("a slot that the plan does not open, or opens at another hour")
  func slotNotOpen() {
    var draft = Draft([Sample.line("a", 12)], monthly)
    draft.move("a.4.vi", to: Sample.slots(on: [Sample.day(4, 11)])[0])
    draft.move("a.5.vi", to: Sample.slots(on: [Sample.day(5, 10)], at: 21)[0])
    #expect(draft.broken == ["slot-not-open a.4.vi – –", "slot-not-open a.5.vi – –"])
    #expect(
      draft.violations.map(\.message.en) == [
        "The plan does not open the slot “tv.g.2018-04-11”: no. 4 of “Dòng a”.",
        "The slot that opens is “g” (tv) 20:00 on 10/05/2018, the draft says 21:00 on 10/05/2018: no. 5 of “Dòng a”.",
      ])
  }

  @Test("a slot of another outlet, grid line or language, or one that is too short")
  func wrongSlot() {
    let more =
      Sample.slots(on: [Sample.day(4, 12)], of: "radio", "r") + Sample.slots(on: [Sample.day(4, 13)], "h")
      + Sample.slots(on: [Sample.day(4, 14)], "e", languages: ["hmn"])
      + Sample.slots(on: [Sample.day(4, 15)], "k", minutes: 5)
    let lines = [
      Sample.line("a", 3, grid: ["g", "k"], minutes: 10), Sample.line("b", 3, grid: ["g", "e"], minutes: 15),
    ]
    var draft = Draft(lines, Sample.slots(on: Sample.each(10, 20)) + more)
    draft.move("a.1.vi", to: draft.slot(4, 12, "r"))
    draft.move("a.2.vi", to: draft.slot(4, 13, "h"))
    draft.move("b.1.vi", to: draft.slot(4, 14, "e"))
    draft.move("a.3.vi", to: draft.slot(4, 15, "k"))
    #expect(
      draft.broken == [
        "outlet-not-of-line a.1.vi – –", "grid-not-of-line a.2.vi – –", "language-not-carried b.1.vi – –",
        "work-too-long a.3.vi 5 10",
      ])
  }

  // MARK: - Days

  @Test("days outside the plan, outside the window, on other weekdays, in blackouts")
  func days() {
    let slots = Sample.slots(on: Sample.daily())
    let lines = [
      Sample.line("a", 4, window: Sample.days(from: (3, 1), through: (10, 31))),
      Sample.line("b", 4, weekdays: [.monday]), Sample.line("c", 4), Sample.line("d", 4),
    ]
    var draft = Draft(
      Sample.plan(
        lines, days: Sample.days(from: (1, 1), through: (11, 30)),
        blackouts: [Sample.blackout(Sample.days(from: (7, 1), through: (7, 9)), lines: ["c"])]), slots)
    let free = Set(draft.placements.map(\.slot))
    draft.move("a.1.vi", to: slots.first { $0.timing.day == Sample.day(2, 1) && !free.contains($0.id) })
    draft.move("b.1.vi", to: draft.slot(2, 6))
    draft.move("c.1.vi", to: draft.slot(7, 4))
    draft.move("d.1.vi", to: draft.slot(12, 5))
    #expect(
      draft.broken == [
        "outside-plan d.1.vi – –", "outside-window a.1.vi – –", "weekday b.1.vi – –", "blackout c.1.vi – –",
      ])
    #expect(
      draft.violations.map(\.message.vi) == [
        "Ngày 05/12/2018 nằm ngoài kế hoạch: kỳ 1 “Dòng d”.",
        "“Dòng a” chỉ phát từ 01/03/2018 đến 31/10/2018, dự thảo xếp ngày 01/02/2018: kỳ 1 “Dòng a”.",
        "“Dòng b” chỉ phát thứ Hai, ngày 06/02/2018 là thứ Ba: kỳ 1 “Dòng b”.",
        "Ngày 04/07/2018 “Dòng c” không phát (Nghỉ): kỳ 1 “Dòng c”.",
      ])
  }

  // MARK: - Lines

  @Test("more of a line on a day, more and less in a month, than it may have")
  func dayAndMonth() {
    let slots = Sample.slots(on: Sample.each(10, 20), pieces: 2)
    var draft = Draft([Sample.line("a", 12, months: [4: 1...1, 5: 1...2], perDay: 1)], slots)
    let day = draft.placement("a.4.vi")?.timing.day.components.day ?? 10
    draft.move("a.5.vi", to: draft.slot(4, day))
    #expect(
      draft.broken == ["per-day a.4.vi+a.5.vi 1 2", "month-least 1 0", "month-most a.4.vi+a.5.vi 1 2"])
  }

  @Test("a month of weight 0 takes nothing")
  func closedMonth() {
    var draft = Draft([Sample.line("a", 11, weights: [7: 0])], monthly)
    draft.move("a.6.vi", to: draft.slot(7, 10))
    #expect(draft.broken == ["month-most a.6.vi 0 1"])
    #expect(draft.violations[0].remedy.en.contains("weight"))
  }

  @Test("two works that lie too near to each other")
  func gap() {
    var draft = Draft([Sample.line("a", 12, gap: 10)], Sample.slots(on: Sample.each(10, 15)))
    for edition in 1...12 { draft.move("a.\(edition).vi", to: draft.slot(edition, 10)) }
    #expect(draft.broken == [])
    draft.move("a.4.vi", to: draft.slot(5, 15))
    #expect(draft.broken == ["gap-days a.4.vi+a.5.vi 10 5"])
  }

  @Test("a pinned day that has nothing, or nothing in its grid line")
  func pin() {
    let slots = monthly + Sample.slots(on: Sample.each(10), "h")
    let line = Sample.line("a", 11, pins: [Sample.pin(4, 10), Sample.pin(6, 10, grid: "h")])
    var draft = Draft([line], slots)
    let pinned = draft.placements.first { $0.timing.day == Sample.day(4, 10) }
    let used = Set(draft.placements.map(\.slot))
    let free = draft.slots.first { $0.timing.day.month == 1 && !used.contains($0.id) }
    draft.move("a.\(pinned?.edition ?? 0).vi", to: free)
    draft.move(
      "a.\(draft.placements.first { $0.slot.contains("h.2018-06-10") }?.edition ?? 0).vi",
      to: draft.slot(6, 10))
    #expect(draft.broken == ["pin-not-kept 1 0", "pin-not-kept 1 0"])
    #expect(draft.violations.map(\.day) == [Sample.day(4, 10), Sample.day(6, 10)])
  }

  // MARK: - Outlets

  @Test("more than an outlet takes on a day or in a month, over all lines")
  func outlet() {
    let outlet = Sample.outlet("tv", grid: ["g", "h"], perDay: 1, perMonth: Array(repeating: 2, count: 12))
    let slots = monthly + Sample.slots(on: Sample.each(10, 20), "h", at: 9)
    var draft = Draft(
      [Sample.line("a", 12, grid: ["g"]), Sample.line("b", 12, grid: ["h"])], slots, outlets: [outlet])
    #expect(draft.placement("b.4.vi")?.timing.day == Sample.day(4, 20))
    draft.move("b.4.vi", to: draft.slot(4, 10, "h"))
    #expect(draft.broken == ["outlet-per-day a.4.vi+b.4.vi 1 2"])
    draft.move("b.4.vi", to: draft.slot(5, 10, "h"))
    #expect(
      draft.broken == ["outlet-per-day a.5.vi+b.4.vi 1 2", "outlet-per-month a.5.vi+b.4.vi+b.5.vi 2 3"])
  }

  // MARK: - What follows from works

  private func followers() -> Draft {
    let line = Sample.line(
      "a", 12, versions: Sample.versions(into: ["hmn"], after: 7, on: "ethnic"),
      repeats: [Sample.repeats(after: 2, within: 9, grid: ["r"])])
    let slots =
      Sample.slots(on: Sample.each(10), pieces: 2) + Sample.slots(on: Sample.each(3, 5, 14, 21), "r")
      + Sample.slots(on: Sample.each(2, 12, 20), of: "ethnic", "t", languages: ["hmn"])
    return Draft([line], slots)
  }

  @Test("a version too early after its original, or before it")
  func versions() {
    var draft = followers()
    draft.move("a.4.hmn", to: draft.slot(4, 12, "t"))
    draft.move("a.6.hmn", to: draft.slot(6, 2, "t"))
    #expect(draft.broken == ["before-original a.6.hmn+a.6.vi 7 -8", "too-early a.4.hmn+a.4.vi 7 2"])
    #expect(
      draft.violations[1].message.vi
        == "Kỳ 4 “Dòng a” (tiếng Mông) phải sau kỳ 4 “Dòng a” ít nhất 7 ngày, dự thảo chỉ để 2 ngày (20:00 ngày 10/04/2018; "
        + "20:00 ngày 12/04/2018).")
  }

  @Test("a repeat too late after its first run, or before it")
  func repeats() {
    var draft = followers()
    draft.move("a.4.vi.repeat.tv", to: draft.slot(4, 21, "r"))
    draft.move("a.6.vi.repeat.tv", to: draft.slot(6, 5, "r"))
    #expect(
      draft.broken == [
        "before-original a.6.vi.repeat.tv+a.6.vi 2 -5", "too-late a.4.vi.repeat.tv+a.4.vi 9 11",
      ])
  }

  @Test("an original that moves away from what follows it, and one that is taken out")
  func originalMoves() {
    var draft = followers()
    draft.move("a.4.vi", to: draft.slot(6, 10))
    #expect(
      draft.broken == [
        "before-original a.4.vi.repeat.tv+a.4.vi 2 -57", "before-original a.4.hmn+a.4.vi 7 -51",
      ])
    draft.remove("a.4.vi")
    #expect(
      draft.broken == [
        "original-missing a.4.vi.repeat.tv – –", "original-missing a.4.hmn – –", "works-missing 12 11",
      ])
  }

  @Test("more versions than a translator makes in the weeks between")
  func translator() {
    let line = Sample.line(
      "a", 12,
      versions: Sample.versions(into: ["hmn"], after: 0, on: "ethnic", translators: ["hmn": "t"]))
    let slots =
      Sample.slots(on: Sample.each(10), pieces: 2)
      + Sample.slots(on: Sample.each(28), of: "ethnic", "t", pieces: 3, languages: ["hmn"])
    var draft = Draft([line], slots, translators: [Sample.translator("t", perWeek: 1)])
    draft.move("a.4.vi", to: draft.slot(5, 10))
    draft.move("a.4.hmn", to: draft.slot(5, 28, "t"))
    #expect(draft.broken == [], "there are two whole weeks for the two")
    var busy = Draft(
      draft,
      in: Sample.plan(
        [line],
        translators: [Sample.translator("t", perWeek: 1, off: [Sample.days(from: (5, 14), through: (5, 20))])]
      ))
    #expect(busy.broken == ["translator-weeks a.5.hmn 1 –"])
    busy.from = Sample.day(6, 1)
    #expect(busy.broken == [], "it is past")
  }

  @Test("versions without a whole week after their original are told so; a number a week does not help them")
  func translatorWithoutWeek() throws {
    let line = Sample.line(
      "a", 12,
      versions: Sample.versions(into: ["hmn"], after: 0, on: "ethnic", translators: ["hmn": "t"]))
    let slots =
      Sample.slots(on: Sample.each(10))
      + Sample.slots(on: Sample.each(14, 28), of: "ethnic", "t", languages: ["hmn"])
    var draft = Draft([line], slots, translators: [Sample.translator("t", perWeek: 1)])
    draft.move("a.5.hmn", to: draft.slot(5, 14, "t"))
    #expect(draft.broken == ["translator-weeks a.5.hmn 1 –"])
    let violation = try #require(draft.violations.first)
    #expect(
      violation.message.en
        == "“t” needs a whole week (Monday to Sunday) between the original and its version; 1 has none: no. 5 of “Dòng a” (Hmong)."
    )
    #expect(violation.remedy.en.hasSuffix("raising per-week does not help."))
    #expect(violation.remedy.vi.hasSuffix("nâng số bản một tuần (per-week) không giúp được."))
  }

  @Test("a rule that grows worse is not told as mended, one that is broken less is")
  func grownWorse() throws {
    // Three works in a month that must have four: a further one that leaves it makes it worse.
    let line = Sample.line("a", 24, months: [5: 4...4])
    let slots = Sample.slots(on: Sample.weekly(4), pieces: 4)
    let plan = Sample.plan([line])
    var draft = Draft(plan, slots)
    let may = draft.placements.filter { $0.timing.day.month == 5 }.sorted { $0.timing < $1.timing }
    #expect(may.count == 4)
    let june = try #require(draft.slots.first { $0.timing.day.month == 6 })
    draft.move(Draft.short(may[0].uid), to: june)
    #expect(draft.broken.contains("month-least 4 3"))
    func effect(of placement: Placement, in slot: Slot) throws -> MoveEffect {
      try #require(
        ScheduleCheck.effects(
          of: placement.uid, in: [slot], plan: plan, slots: draft.slots, placements: draft.placements
        ).first)
    }
    let worse = try effect(of: may[1], in: june)
    #expect(worse.mended.isEmpty && worse.eased.isEmpty)
    #expect(worse.broken.contains { $0.rule == .monthLeast && $0.found == 2 })
    draft.move(Draft.short(may[1].uid), to: june)
    let moved = try #require(draft.placements.first { $0.uid == may[1].uid })
    let back = try #require(draft.slots.first { $0.id == may[1].slot })
    let better = try effect(of: moved, in: back)
    #expect(better.eased.map(\.rule).contains(.monthLeast))
    #expect(!better.mended.map(\.rule).contains(.monthLeast))
  }

  // MARK: - Counts

  @Test("works that are missing, too many, there twice, or not asked for")
  func counts() throws {
    var draft = Draft(
      [Sample.line("a", 12, versions: Sample.versions(into: ["hmn"], on: "ethnic", works: 3))],
      monthly
        + weekly.map {
          Slot(
            outlet: "ethnic", grid: "t", ruleDay: $0.timing.day, timing: $0.timing, pieces: 1,
            languages: [Sample.tag("hmn")])
        })
    let version = try #require(draft.placements.first { $0.language.tag == "hmn" })
    draft.remove("a.\(version.edition).hmn")
    #expect(draft.broken == ["works-missing 3 2"])
    #expect(
      draft.violations[0].message.en == "The plan asks for 3 versions of “Dòng a” in Hmong, the draft has 2.")
    draft.add(version)
    draft.add(
      Placement(
        plan: "p", line: "a", edition: 13, language: .vietnamese, run: .first,
        slot: Sample.slots(on: [Sample.day(4, 10)])[0]))
    draft.add(
      Placement(
        plan: "p", line: "a", edition: 1, language: Sample.tag("tai"), run: .first,
        slot: Sample.slots(on: [Sample.day(4, 10)])[0]))
    draft.add(
      Placement(
        plan: "p", line: "a", edition: 4, language: .vietnamese, run: .first,
        slot: Sample.slots(on: [Sample.day(6, 10)])[0]))
    #expect(
      draft.broken == [
        "not-asked-for a.1.tai – –", "edition-twice a.4.vi+a.4.vi 1 2",
        "slot-capacity a.1.tai+a.13.vi+a.4.vi 1 3", "slot-capacity a.4.vi+a.6.vi 1 2", "works-too-many 12 13",
      ])
  }

  @Test("what is past is not judged, but it counts")
  func past() {
    var draft = Draft([Sample.line("a", 12, months: [4: 0...1])], Sample.slots(on: Sample.each(10, 20)))
    draft.move("a.3.vi", to: Sample.slots(on: [Sample.day(3, 11)])[0])
    draft.move("a.4.vi", to: draft.slot(4, 10))
    draft.from = Sample.day(4, 15)
    #expect(draft.broken == [])
    draft.move("a.5.vi", to: draft.slot(4, 20))
    #expect(draft.broken.map { $0.prefix(10) } == ["month-most"])
  }

  @Test("every rule has a raw value of its own")
  func allRules() {
    #expect(Set(RuleViolation.Rule.allCases.map(\.rawValue)).count == RuleViolation.Rule.allCases.count)
  }

  // MARK: - Ways out

  @Test("a placement is offered the slots that take it, the most even first")
  func openSlots() {
    let lines = [
      Sample.line("a", 12), Sample.line("b", 2, window: Sample.days(from: (7, 1), through: (7, 31))),
    ]
    var draft = Draft(lines, Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(12, 20), "h"))
    for edition in 1...12 { draft.move("a.\(edition).vi", to: draft.slot(edition, 10)) }
    draft.move("b.1.vi", to: draft.slot(7, 12, "h"))
    draft.move("b.2.vi", to: draft.slot(7, 20, "h"))
    draft.move("a.7.vi", to: draft.slot(12, 20, "h"))
    let open = ScheduleCheck.openSlots(
      for: "p.a.7.vi@lichsong", plan: draft.plan, slots: draft.slots, placements: draft.placements)
    #expect(open.count == 10 && open[0].id == "tv.g.2018-07-10")
    #expect(!open.contains { $0.timing.day == Sample.day(7, 12) || $0.timing.day == Sample.day(7, 20) })
    let july = ScheduleCheck.openSlots(
      for: "p.b.2.vi@lichsong", plan: draft.plan, slots: draft.slots, placements: draft.placements)
    #expect(july.map(\.id) == ["tv.g.2018-07-10"])
    let past = ScheduleCheck.openSlots(
      for: "p.a.3.vi@lichsong", plan: draft.plan, slots: draft.slots, placements: draft.placements,
      from: Sample.day(4, 1))
    #expect(past == [])
  }
}
