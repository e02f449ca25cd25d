import Allocation
import ScheduleModel
import Testing

/// Why a plan cannot be met, word for word.
@Suite("The reason when not everything fits")
struct PlanShortageTests {
  /// What a test reads of a finding.
  private struct Told: Equatable {
    var code: FindingCode
    var vi: String
    var en: String
    var remedyVI: String?
    var remedyEN: String?
  }

  /// The findings with causes and changes; blackouts take the slots that lie in them.
  private static func told(
    _ lines: [PlanLine], _ slots: [Slot], blackouts: [Blackout] = [], outlets: [Outlet] = [],
    translators: [Translator] = []
  ) -> [Told] {
    let sample = Sample.plan(lines, outlets: outlets, blackouts: blackouts)
    let plan = Plan(
      id: sample.id, title: sample.title, year: sample.year, days: sample.days, revised: sample.revised,
      documents: [], units: [], outlets: outlets, blackouts: blackouts, topics: [], lines: lines, totals: [],
      matching: sample.matching, remarks: [], translators: translators)
    func open(_ plan: Plan) -> [Slot] {
      slots.filter { slot in !plan.blackouts.contains { $0.closes(outlet: slot.outlet, on: slot.timing.day) }
      }
      .sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
    }
    return Allocator.allocate(plan: plan, slots: open(plan), reopening: open).findings.map {
      Told(
        code: $0.code, vi: $0.message.vi, en: $0.message.en, remedyVI: $0.remedy?.vi, remedyEN: $0.remedy?.en)
    }
  }

  private static func spread(
    _ line: PlanLine, minutes: Int? = nil, weekdays: [Weekday] = [], gapDays: Int? = nil,
    repeats: [Repeats] = []
  ) -> PlanLine {
    let placing = line.placing.map {
      Placing(
        grid: $0.grid, window: $0.window, weights: $0.weights, months: $0.months, perDay: $0.perDay,
        pins: $0.pins, minutes: minutes, weekdays: weekdays, gapDays: gapDays)
    }
    return PlanLine(
      id: line.id, title: line.title, form: line.form, outlets: line.outlets, quota: line.quota,
      basis: line.basis, placing: placing, versions: line.versions, responsibility: line.responsibility,
      topics: line.topics, tone: line.tone, overlap: line.overlap, note: line.note, place: line.place,
      repeats: repeats)
  }

  private static func outlet(perDay: Int? = nil, perMonth: [Int]? = nil) -> Outlet {
    let plain = Sample.outlet("tv", grid: ["g", "m"])
    return Outlet(
      id: "tv", name: "Truyền hình", kind: plain.kind, level: nil, owner: nil, zone: plain.zone,
      validity: .always, grid: plain.grid, place: plain.place, perDay: perDay, perMonth: perMonth)
  }

  @Test("one line wants more than its grid line holds")
  func grid_one() {
    #expect(
      Self.told([Sample.line("a", 30)], Sample.slots(on: Sample.each(10, 20)), outlets: [Self.outlet()]) == [
        Told(
          code: .quotaNotMet,
          vi: "Thiếu 6 chỗ: chỉ tiêu “Dòng a” cần 30 chỗ, khung giờ “g” (Truyền hình) chỉ có 24. "
            + "Tháng đầu tiên không xếp kịp: tháng 12.",
          en: "Short by 6: “Dòng a” needs 30 places, the grid line “g” (Truyền hình) has 24. "
            + "The first month that fails: month 12.",
          remedyVI:
            "Chỉ cần một trong các thay đổi: khung giờ “g” (Truyền hình): pieces: 2; “Dòng a”: quota: 24 (phải có quyết định điều chỉnh, ghi vào amended).",
          remedyEN:
            "Any one of these is enough: grid line “g” (Truyền hình): pieces: 2; “Dòng a”: quota: 24 (takes an amending decision, written as amended)."
        )
      ])
  }

  @Test("two lines on two grid lines, one of which is too many alone; a blackout and a window take places")
  func grid_two() {
    let lines = [
      Sample.line("a", 12, grid: ["g"], window: Sample.days(from: (2, 1), through: (9, 30))),
      Sample.line("b", 17),
    ]
    let slots = Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(20), "m")
    let blackout = Sample.blackout(Sample.days(from: (5, 1), through: (5, 15)))
    #expect(
      Self.told(lines, slots, blackouts: [blackout], outlets: [Self.outlet()]) == [
        Told(
          code: .quotaNotMet,
          vi:
            "Thiếu 6 chỗ: các chỉ tiêu “Dòng a”, “Dòng b” cần 29 chỗ, khung giờ “g” (Truyền hình), “m” (Truyền hình) "
            + "chỉ có 23. Riêng “Dòng a” đã cần 12, chỉ có 7. Tháng đầu tiên không xếp kịp: tháng 9 "
            + "(đến hết tháng phải xếp 23, chỉ có 17 chỗ). Bỏ riêng từng điều sau thì xếp thêm được: "
            + "khoảng nghỉ “Nghỉ” 1.",
          en: "Short by 6: “Dòng a”, “Dòng b” need 29 places, the grid lines “g” (Truyền hình), "
            + "“m” (Truyền hình) have 23. “Dòng a” alone needs 12, with room for 7. The first month that fails: "
            + "month 9 (by its end 23 must be placed, with room for 17). Lifting one of these alone would place more: "
            + "the blackout “Nghỉ” 1.",
          remedyVI:
            "Chỉ cần một trong các thay đổi: khung giờ “g” (Truyền hình): pieces: 2; “Dòng a”: quota: 6 (phải có quyết định điều chỉnh, ghi vào amended).",
          remedyEN:
            "Any one of these is enough: grid line “g” (Truyền hình): pieces: 2; “Dòng a”: quota: 6 (takes an amending decision, written as amended)."
        )
      ])
  }

  @Test("lines that compete for the slots of a year, and the month by whose end it shows")
  func grid_shared() {
    let lines = [Sample.line("a", 12), Sample.line("b", 4, window: Sample.days(through: (3, 31)))]
    #expect(
      Self.told(lines, Sample.slots(on: Sample.each(10)), outlets: [Self.outlet()]).map(\.vi) == [
        "Thiếu 4 chỗ: các chỉ tiêu “Dòng a”, “Dòng b” cần 16 chỗ, khung giờ “g” (Truyền hình) chỉ có 12. "
          + "Riêng “Dòng b” đã cần 4, chỉ có 3. Tháng đầu tiên không xếp kịp: tháng 1 "
          + "(đến hết tháng phải xếp 2, chỉ có 1 chỗ)."
      ])
  }

  @Test("a window that is too short: until when it would have to last")
  func window_later() {
    let line = Sample.line("a", 8, window: Sample.days(from: (3, 1), through: (6, 30)))
    #expect(
      Self.told([line], Sample.slots(on: Sample.each(10)), outlets: [Self.outlet()]).map(\.remedyEN) == [
        "Any one of these is enough: “Dòng a”: to: 2018-10-10; grid line “g” (Truyền hình): pieces: 2; "
          + "“Dòng a”: quota: 4 (takes an amending decision, written as amended)."
      ])
  }

  @Test("what a day takes of a line, the gap, and the weekdays")
  func rules_line() {
    let perDay = Self.told(
      [Sample.line("a", 20, perDay: 1)], Sample.slots(on: Sample.each(10), pieces: 3),
      outlets: [Self.outlet()])
    let gap = Self.told(
      [Self.spread(Sample.line("a", 20), gapDays: 20)], Sample.slots(on: Sample.each(10, 20)),
      outlets: [Self.outlet()])
    let weekdays = Self.told(
      [Self.spread(Sample.line("a", 60), weekdays: [.monday])], Sample.slots(on: Sample.weekly(1, 4)),
      outlets: [Self.outlet()])
    let all: [Told] = perDay + gap + weekdays
    #expect(
      all.map(\.en) == [
        "Short by 8: “Dòng a” needs 20 places, the most of a day (per-day) of “Dòng a” allows 12. "
          + "The first month that fails: month 12. Lifting one of these alone would place more: "
          + "the most of a day of “Dòng a” (per-day) 8.",
        "Short by 8: “Dòng a” needs 20 places, the gap (gap) of “Dòng a” allows 12. "
          + "The first month that fails: month 12. Lifting one of these alone would place more: "
          + "the gap of “Dòng a” (gap) 8.",
        "Short by 7: “Dòng a” needs 60 places, the grid line “g” (Truyền hình) has 53. "
          + "The first month that fails: month 12. Lifting one of these alone would place more: "
          + "the weekdays of “Dòng a” (days) 7.",
      ])
    #expect(
      all.map(\.remedyEN) == [
        "Any one of these is enough: “Dòng a”: per-day: 2; “Dòng a”: quota: 12 (takes an amending decision, written as amended).",
        "Any one of these is enough: “Dòng a”: gap: 10d; “Dòng a”: quota: 12 (takes an amending decision, written as amended).",
        "Any one of these is enough: grid line “g” (Truyền hình): pieces: 2; “Dòng a”: quota: 53 (takes an amending decision, written as amended).",
      ])
  }

  @Test("what an outlet takes on a day and in a month")
  func rules_outlet() {
    let slots = Sample.slots(on: Sample.each(10), pieces: 3)
    let perDay = Self.told([Sample.line("a", 20)], slots, outlets: [Self.outlet(perDay: 1)])
    let perMonth = Self.told(
      [Sample.line("a", 20)], slots, outlets: [Self.outlet(perMonth: Array(repeating: 1, count: 12))])
    let all: [Told] = perDay + perMonth
    #expect(
      all.map(\.vi) == [
        "Thiếu 8 chỗ: chỉ tiêu “Dòng a” cần 20 chỗ, số nhiều nhất một ngày của Truyền hình (per-day) chỉ cho 12. "
          + "Tháng đầu tiên không xếp kịp: tháng 12. Bỏ riêng từng điều sau thì xếp thêm được: "
          + "số nhiều nhất một ngày của Truyền hình (per-day) 8.",
        "Thiếu 8 chỗ: chỉ tiêu “Dòng a” cần 20 chỗ, số nhiều nhất một tháng của Truyền hình (per-month) chỉ cho 12. "
          + "Tháng đầu tiên không xếp kịp: tháng 12. Bỏ riêng từng điều sau thì xếp thêm được: "
          + "số nhiều nhất một tháng của Truyền hình (per-month) 8.",
      ])
    #expect(
      all.map(\.remedyVI) == [
        "Chỉ cần một trong các thay đổi: “Truyền hình”: per-day: 2; “Dòng a”: quota: 12 (phải có quyết định điều chỉnh, ghi vào amended).",
        "Chỉ cần một trong các thay đổi: “Truyền hình”: per-month: 2; “Dòng a”: quota: 12 (phải có quyết định điều chỉnh, ghi vào amended).",
      ])
  }

  @Test("pins of other lines hold places")
  func pins_others() {
    let pin = Placing.Pin(day: Sample.day(1, 10), grid: "g", place: Sample.place)
    let lines = [
      Sample.line("a", 12, grid: ["g"]), Sample.line("b", 5, pins: [pin]),
    ]
    let slots = Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(20), "m")
    let told = Self.told(lines, slots, outlets: [Self.outlet()])
    #expect(
      told.map(\.vi) == [
        "Thiếu 1 chỗ: chỉ tiêu “Dòng a” cần 12 chỗ, khung giờ “g” (Truyền hình) chỉ có 11 (đã trừ 1 chỗ cố định của chỉ "
          + "tiêu khác). Tháng đầu tiên không xếp kịp: tháng 1 (đến hết tháng phải xếp 1, chỉ có 0 chỗ). "
          + "Bỏ riêng từng điều sau thì xếp thêm được: giới hạn khung giờ của “Dòng a” (grid) 1; "
          + "các ngày cố định của “Dòng b” (pins) 1."
      ])
    #expect(told.map { $0.en.contains("has 11 (less 1 that pins of others hold).") } == [true])
  }

  @Test("leasts of a month that go only one by one")
  func leasts_together() {
    let lines = [Sample.line("a", 6, months: [3: 2...4]), Sample.line("b", 6, months: [3: 1...9])]
    #expect(
      Self.told(lines, Sample.slots(on: Sample.each(10, 20)), outlets: [Self.outlet()]) == [
        Told(
          code: .quotaNotMet,
          vi: "Tháng 3 thiếu 1: “Dòng a”, “Dòng b” cần ít nhất 3, khung giờ “g” (Truyền hình) chỉ có 2.",
          en:
            "Month 3 lacks 1: “Dòng a”, “Dòng b” ask for at least 3, the grid line “g” (Truyền hình) has 2.",
          remedyVI:
            "Chỉ cần một trong các thay đổi: “Dòng a”: months: { 3: 1..4 }; “Dòng b”: months: { 3: 0..9 }.",
          remedyEN:
            "Any one of these is enough: “Dòng a”: months: { 3: 1..4 }; “Dòng b”: months: { 3: 0..9 }.")
      ])
  }

  @Test("versions that no slot takes so long after their originals")
  func versions_lead() {
    let line = Sample.line("a", 3, grid: ["g"], versions: Sample.versions(into: ["hmn"], after: 40))
    let slots =
      Sample.slots(on: [Sample.day(11, 1), Sample.day(11, 20), Sample.day(12, 1)])
      + Sample.slots(on: Sample.weekly(1), "m", languages: ["hmn"])
    #expect(
      Self.told([line], slots, outlets: [Self.outlet()]) == [
        Told(
          code: .versionNotPlaced,
          vi: "Thiếu 1 chỗ: chỉ tiêu “Dòng a” (bản tiếng Mông) cần 3 chỗ, số ngày chờ (after) của “Dòng a” "
            + "(bản tiếng Mông) chỉ cho 2. Tháng đầu tiên không xếp kịp: tháng 12. "
            + "Bỏ riêng từng điều sau thì xếp thêm được: thời gian dịch của “Dòng a” (after) 1.",
          en:
            "Short by 1: “Dòng a” (in Hmong) needs 3 places, the wait (after) of “Dòng a” (in Hmong) allows 2. "
            + "The first month that fails: month 12. Lifting one of these alone would place more: "
            + "the days for translating “Dòng a” (after) 1.",
          remedyVI: "Ghi “Dòng a”: versions: after: 30d.", remedyEN: "Write “Dòng a”: versions: after: 30d.")
      ])
  }

  @Test("a translator whose weeks are too few")
  func versions_translator() {
    let versions = LanguageVersions(
      into: [Sample.tag("hmn")], leadDays: 0, outlet: nil, grid: ["m"], works: nil, sentTo: [],
      translators: [Sample.tag("hmn"): "t"])
    let line = Sample.line("a", 3, grid: ["g"], versions: versions)
    let slots =
      Sample.slots(on: [Sample.day(12, 3)], pieces: 3)
      + Sample.slots(on: [Sample.day(12, 19), Sample.day(12, 20)], "m", pieces: 2, languages: ["hmn"])
    let translator = Translator(
      id: "t", name: "Tổ dịch", perWeek: 2, off: [Sample.days(from: (12, 10), through: (12, 14))],
      place: Sample.place)
    #expect(
      Self.told([line], slots, outlets: [Self.outlet()], translators: [translator]) == [
        Told(
          code: .versionNotPlaced,
          vi:
            "Thiếu 3 chỗ: chỉ tiêu “Dòng a” (bản tiếng Mông) cần 3 chỗ, số bản dịch mỗi tuần của Tổ dịch (per-week) "
            + "chỉ cho 0. Tháng đầu tiên không xếp kịp: tháng 12. Bỏ riêng từng điều sau thì xếp thêm được: "
            + "số bản dịch mỗi tuần của Tổ dịch (per-week) 3.",
          en:
            "Short by 3: “Dòng a” (in Hmong) needs 3 places, the versions a week of Tổ dịch (per-week) allows 0. "
            + "The first month that fails: month 12. Lifting one of these alone would place more: "
            + "the versions a week of Tổ dịch (per-week) 3.",
          remedyVI: "Ghi “Tổ dịch”: per-week: 11.", remedyEN: "Write “Tổ dịch”: per-week: 11.")
      ])
  }

  @Test("without slots to open again only what is too many is told, and the quotas that would do")
  func plain_noCauses() {
    let allocated = Allocated([Sample.line("a", 30)], in: Sample.slots(on: Sample.each(10, 20)))
    #expect(
      allocated.findings.map(\.remedy?.en) == [
        "Write “Dòng a”: quota: 24 (takes an amending decision, written as amended)."
      ])
    #expect(
      allocated.schedule.unplaced.map(\.reason.en) == [
        "“Dòng a” needs 30 places, the grid line “g” (tv) has 24"
      ])
  }

  @Test("where everything fits there is nothing to tell")
  func none() {
    #expect(Self.told([Sample.line("a", 24)], Sample.slots(on: Sample.each(10, 20))) == [])
  }
}
