import ScheduleModel
import Testing

@testable import PlanFiles

/// The example plan has every key; each is read into the value that it means, with its place.
struct PlanKeysTests {
  private let plan: Plan

  init() throws {
    let reading = Reading.of(ExamplePlan.text)
    try #require(Reading.listing(reading.findings, in: .english) == "")
    plan = try #require(reading.plan)
  }

  @Test("the example has every key of every part of a plan")
  func example_hasEveryKey() throws {
    // A key stands before a colon, at the start of a line or after a brace or comma.
    let words = ExamplePlan.text.split { !($0.isLetter || $0.isNumber || "-:".contains($0)) }
    let keys = Set(words.filter { $0.last == ":" }.map { String($0.dropLast()) })
    let published = [
      KeySet.published, .figure, .sum, .ratio, .interval, .hours, .product, .shares, .noise, .logMapping,
      .logColumns,
    ].map(\.what)
    let all = Set(KeySet.everySet.filter { !published.contains($0.what) }.flatMap(\.all))
    #expect(all.subtracting(keys) == [])
  }

  @Test("the plan: id, title, year, days, what follows it, day of revision")
  func plan_itself() throws {
    #expect(plan.id == "vi-du-2026")
    #expect(plan.title == "Tuyên truyền cải cách hành chính năm 2026 (số liệu minh họa)")
    #expect(plan.year == 2026)
    #expect(plan.days == (try day("2026-02-01"))..<(try day("2026-12-01")))
    #expect(plan.successor == "vi-du-2026-2")
    #expect(plan.revised == (try day("2026-03-02")))
  }

  @Test("documents, one in a line and one with a key a line")
  func documents() throws {
    #expect(
      plan.documents == [
        PlanDocument(
          number: "12/KH-UBND", date: try day("2026-01-20"), issuer: "UBND tỉnh",
          subject: "Kế hoạch tuyên truyền", role: .plan, place: at(9, 15)),
        PlanDocument(
          number: "76/NQ-CP", date: try day("2021-07-15"), issuer: nil, subject: nil, role: .basis,
          place: at(10, 13)),
      ])
  }

  @Test("units with their level, validity, successor and kind of plan")
  func units() throws {
    let validity = Validity(
      from: try day("2020-01-01"), through: try day("2027-06-30"), successor: "cap-xa")
    #expect(
      plan.units == [
        AdminUnit(
          id: "dai-tinh", name: "Đài Phát thanh và Truyền hình tỉnh", level: .province, validity: .always,
          planMode: nil, place: at(14, 3)),
        AdminUnit(
          id: "toa-soan", name: "Báo tỉnh", level: .province, validity: .always, planMode: .merged,
          place: at(15, 3)),
        AdminUnit(
          id: "cap-huyen", name: "UBND các huyện", level: .district, validity: validity,
          planMode: .standalone, place: at(16, 3)),
        AdminUnit(
          id: "cap-xa", name: "UBND các xã", level: .commune, parent: "cap-huyen", validity: .always,
          planMode: AdminUnit.PlanMode.none, place: at(21, 3)),
      ])
  }

  @Test("outlets with their owner, zone and validity; the plan's zone where they have none")
  func outlets() throws {
    let television = try #require(plan.outlet("truyen-hinh"))
    #expect(
      television
        == Outlet(
          id: "truyen-hinh", name: "Truyền hình tỉnh", kind: .television, level: .province,
          owner: "dai-tinh", zone: "Asia/Ho_Chi_Minh",
          validity: Validity(from: try day("2000-01-01"), successor: "bao"), grid: television.grid,
          place: at(23, 3)))
    #expect(
      plan.outlet("trang-xa-hoi")
        == Outlet(
          id: "trang-xa-hoi", name: "Trang mạng xã hội", kind: .socialPage, level: nil, owner: nil,
          zone: "Asia/Bangkok", validity: .always, grid: [], place: at(42, 3), perDay: 5,
          perMonth: (1...12).map { $0 == 2 ? 20 : $0 == 11 ? 60 : Quantity.largest },
          dayStarts: try #require(TimeOfDay("05:00")), relays: ["truyen-hinh"], was: "trang-cu",
          minutesPerDay: 120))
    #expect(plan.outlets.map(\.id) == ["truyen-hinh", "bao", "trang-xa-hoi"])
  }

  @Test("grid lines: rule, dates or month; hour and length; languages; what a blackout does")
  func grid() throws {
    let weekly = try RecurrenceRule("FREQ=WEEKLY;BYDAY=TH")
    let lastSaturday = try RecurrenceRule("FREQ=MONTHLY;BYDAY=-1SA")
    let daily = try RecurrenceRule("FREQ=DAILY")
    let languages = try ["hmn", "tai", "ium"].map { try #require(LanguageTag($0)) }
    let grid = plan.outlets.flatMap(\.grid)
    try #require(grid.count == 6)
    #expect(grid[0] == line("toi-thu-nam", at(31, 15), .rule(weekly), "20:15", 15))
    #expect(
      grid[1]
        == line(
          "xuan", at(32, 15), .rule(lastSaturday), "18:45", 15, Validity(through: try day("2026-06-30")),
          .shift(days: -7), inside: "thu"))
    #expect(
      grid[2]
        == line(
          "thu", at(33, 15), .rule(daily), "18:45", 90, Validity(from: try day("2026-07-01")), .keep,
          except: [try day("2026-09-02")]))
    #expect(
      grid[3]
        == GridLine(
          id: "khuya", recurrence: .rule(daily), at: TimeOfDay(seconds: 86_400), minutes: 60, pieces: 3,
          languages: languages, validity: .always, inBlackout: .drop, place: at(34, 15)))
    #expect(grid[4] == line("trong-thang", at(35, 15), .monthly, nil, 0, .always, .shift(days: 7)))
    let dates = try ["2026-03-08", "2026-05-17"].map(day)
    #expect(grid[5] == line("so-bao", at(40, 15), .dates(dates), nil, 0, spanDays: 2))
  }

  private func line(
    _ id: String, _ place: SourcePlace, _ recurrence: GridLine.Recurrence, _ time: String?, _ minutes: Int,
    _ validity: Validity = .always, _ inBlackout: GridLine.InBlackout = .drop, except: [CivilDay] = [],
    inside: String? = nil, spanDays: Int = 1
  ) -> GridLine {
    GridLine(
      id: id, recurrence: recurrence, at: time.flatMap { TimeOfDay($0) }, minutes: minutes, pieces: 1,
      languages: [], validity: validity, inBlackout: inBlackout, place: place, except: except, inside: inside,
      spanDays: spanDays)
  }

  @Test("blackouts, for everything and for some outlets and lines")
  func blackouts() throws {
    #expect(
      plan.blackouts == [
        Blackout(
          name: "Tết Nguyên đán", days: (try day("2026-02-14"))..<(try day("2026-02-21")), outlets: [],
          lines: [], place: at(44, 13)),
        Blackout(
          name: "Bảo trì", days: (try day("2026-04-01"))..<(try day("2026-04-02")),
          outlets: ["truyen-hinh", "bao"], lines: ["chuyen-muc"], place: at(45, 13)),
      ])
  }

  @Test("translators with their week and their days off")
  func translators() throws {
    let off = (try day("2026-07-01"))..<(try day("2026-07-16"))
    #expect(
      plan.translators == [
        Translator(id: "to-mong", name: "Tổ dịch tiếng Mông", perWeek: 6, off: [off], place: at(142, 3)),
        Translator(id: "to-thai", name: "Lò Văn C", perWeek: 3, off: [], place: at(143, 3)),
      ])
    #expect(plan.translator("to-thai") == plan.translators.last)
  }

  @Test("topics, totals, tolerances and remarks")
  func topicsTotalsAndWords() {
    #expect(
      plan.topics == [
        Topic(id: "mot-cua", title: "Cơ chế một cửa", place: at(47, 3)),
        Topic(id: "chi-so", title: "Chỉ số: PAR INDEX, SIPAS", place: at(48, 3)),
      ])
    #expect(
      plan.totals == [
        PlanTotal(id: "tong", title: "Toàn tỉnh", lines: ["chuyen-muc", "bao-in"], place: at(133, 11))
      ])
    #expect(
      plan.matching
        == MatchingTolerance(onTimeMinutes: 10, movedDays: 3, partialPercent: 80, titlePercent: 90))
    #expect(
      plan.remarks == [
        Remark(part: .results, text: ["Hoàn thành kế hoạch."]),
        Remark(part: .limitations, text: ["Chưa phong phú.", "Còn đơn điệu; chưa sâu."]),
        Remark(part: .causes, text: ["Nguồn lực."]), Remark(part: .next, text: ["Đổi mới."]),
      ])
    #expect(
      plan.office
        == ReportingOffice(
          name: "Sở Nội vụ", above: "UBND tỉnh", place: "Lai Châu", signs: ["KT. Giám đốc", "Phó Giám đốc"],
          signer: "Nguyễn Văn A", recipients: ["Bộ Nội vụ (để báo cáo)", "Lưu: VT."]))
  }
}

extension PlanKeysTests {
  @Test("a line with all keys: spread, versions, who answers for it, topics")
  func line_withAllKeys() throws {
    let responsibility = Responsibility(
      level: .province, producer: "dai-tinh", lead: "toa-soan", support: ["dai-tinh", "cap-xa"],
      person: "Nguyễn Văn A", document: "12/KH-UBND", row: "II.3")
    #expect(
      plan.lines.first
        == PlanLine(
          id: "chuyen-muc", title: "Chuyên mục “Cải cách hành chính”", form: CountingUnit(["chuyên mục"]),
          outlets: .each(["truyen-hinh", "trang-xa-hoi"]), quota: Quantity(23, CountingUnit(["kỳ"])),
          basis: .draft, placing: try placing(), versions: try versions(), responsibility: responsibility,
          topics: ["mot-cua", "chi-so"], tone: .balanced, overlap: .disjoint,
          note: "Dòng một.\n\nDòng hai: “có * và & trong khối”.", place: at(50, 9), repeats: repeats(),
          deadlines: [
            Deadline(
              work: .translation, daysBefore: 5, at: nil, reminderDays: 3, place: at(83, 33)),
            Deadline(work: .recording, daysBefore: 2, at: nil, reminderDays: nil, place: at(83, 18)),
          ]))
  }

  private func placing() throws -> Placing {
    let any = Placing.anyCount
    return Placing(
      grid: ["toi-thu-nam", "xuan"], window: (try day("2026-03-01"))..<(try day("2026-11-01")),
      weights: [1, 1, 1, 2, 0, 1, 1, 1, 1, 1, 1, 1],
      months: [any, any, 1...1, 2...4, 0...3, 2...Quantity.largest, any, any, any, any, any, any],
      perDay: 2,
      pins: [
        Placing.Pin(day: try day("2026-05-14"), grid: nil, place: at(63, 12)),
        Placing.Pin(day: try day("2026-09-03"), grid: "toi-thu-nam", place: at(63, 30)),
      ], minutes: 12, weekdays: [.thursday, .saturday], gapDays: 3, preferred: ["xuan", "toi-thu-nam"],
      peaks: [
        Placing.Peak(
          days: (try day("2026-09-01"))..<(try day("2026-09-08")), weight: 3, place: at(67, 17)),
        Placing.Peak(
          days: (try day("2026-10-10"))..<(try day("2026-10-11")), weight: 1_000, place: at(68, 17)),
      ])
  }

  private func repeats() -> [Repeats] {
    [
      Repeats(
        afterDays: 3, withinDays: 7, outlet: "truyen-hinh", grid: ["thu"], works: 12, times: 2,
        nextYearDays: 5, place: at(72, 18)),
      Repeats(afterDays: 30, withinDays: nil, outlet: nil, grid: [], works: nil, place: at(73, 16)),
    ]
  }

  private func versions() throws -> LanguageVersions {
    let into = try ["hmn", "tai", "ium"].map { try #require(LanguageTag($0)) }
    return LanguageVersions(
      into: into, leadDays: 7, outlet: "truyen-hinh", grid: ["khuya"], works: 12, sentTo: ["trang-xa-hoi"],
      together: true, translators: [into[0]: "to-mong", into[1]: "to-thai"])
  }

  @Test("one figure for several outlets, with its qualifier and compound unit, only counted")
  func line_overSeveralOutlets() throws {
    let form = CountingUnit(["tin", "bài", "ảnh"])
    #expect(
      plan.line("bao-chi")
        == PlanLine(
          id: "bao-chi", title: "Tin, bài, ảnh", form: form, outlets: .together(["bao", "trang-xa-hoi"]),
          quota: Quantity(1_600, .moreThan, form), basis: .result, placing: nil, versions: nil,
          responsibility: Responsibility(), topics: [], tone: nil, overlap: .unsaid, note: nil,
          place: at(98, 9)))
  }

  @Test("a figure without a unit counts the form; weights may be a list of twelve; a line may be part of one")
  func line_withBareFigure() throws {
    let form = CountingUnit(["phóng sự"])
    let placing = Placing(
      grid: [], window: plan.days, weights: [1, 1, 2, 1, 3, 1, 1, 1, 1, 1, 1, 1],
      months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: nil)
    #expect(
      plan.line("bao-in")
        == PlanLine(
          id: "bao-in", title: "Phóng sự trên báo", form: form, outlets: .each(["bao"]),
          quota: Quantity(3, form), basis: .plan, placing: placing, versions: nil,
          responsibility: Responsibility(), topics: [], tone: nil, overlap: .partOf("chuyen-muc"),
          note: nil, place: at(105, 9), counting: try counting(form)))
  }

  /// Three rules, a figure amended twice, and a share that makes the task done.
  private func counting(_ form: CountingUnit) throws -> LineCounting {
    let vietnamese = try #require(LanguageTag("vi"))
    let hmong = try #require(LanguageTag("hmn"))
    let hours = CountingRule.Hours(
      from: try #require(TimeOfDay("18:00")), to: try #require(TimeOfDay("23:00")))
    return LineCounting(
      rules: [
        CountingRule(
          .minutes, floor: 72, ceiling: 90, every: .quarter, runs: .all, languages: [vietnamese, hmong],
          outlets: ["bao"], place: at(113, 18)),
        CountingRule(
          .points, title: "Điểm giờ cao điểm", floor: 720, every: .rolling(6), between: hours,
          trust: .signedSheet, weights: .same(CountingRule.Weight(points: 2, perMinute: true)),
          place: at(114, 16)),
        CountingRule(
          .works, floor: 1, every: .half, carriesOver: true,
          exclusions: [
            CountingRule.Exclusion(
              reason: "Phát thử", days: (try day("2026-03-01"))..<(try day("2026-04-01")), outlets: ["bao"],
              editions: [1, 2])
          ], place: at(121, 16)),
      ],
      amended: AmendedQuota(
        original: Quantity(2, form),
        changes: [
          .init(from: try day("2026-07-01"), quota: Quantity(4, form), document: nil, place: at(129, 17)),
          .init(
            from: try day("2026-09-01"), quota: Quantity(3, form), document: "30/QĐ-UBND", place: at(128, 17)),
        ]), done: .share(90))
  }

  @Test("rules over several lines, a table of points, and how the year is cut into reports")
  func countingOfThePlan() throws {
    #expect(
      plan.counts == [
        CountingRule(
          .points, title: "Điểm cả hai",
          weights: .byLine([
            "bao-in": CountingRule.Weight(points: 1, perMinute: false),
            "chuyen-muc": CountingRule.Weight(points: 2, perMinute: true),
          ]), lines: ["chuyen-muc", "bao-in"], place: at(147, 14))
      ])
    #expect(
      plan.score
        == ScoreRule(
          version: "Bảng thử", full: 150, fullAt: 100, partialFrom: 80, partial: .half, below: 25,
          place: at(148, 1)))
    let days = (try day("2026-03-01"))..<(try day("2026-05-16"))
    #expect(
      plan.reporting
        == ReportingProfile(
          code: "SO_NOI_VU", name: "Kỳ báo cáo của tỉnh", cutOff: 20,
          parts: [.quarter(1), .half(1), .month(4), .year],
          stretches: [ReportingProfile.Stretch(id: "dot-1", name: "Đợt một", year: 2026, days: days)],
          due: DueRule(
            nil,
            byPart: [
              .quarter(1): .next(day: 25), .half(1): .later(day: 31, months: 1),
              .year: .date(day: 15, month: 1, years: 1),
            ], roll: .next, holidays: [try day("2026-03-25"), try day("2026-04-30")],
            earlier: [.commune: 5, .district: 3])))
  }

  @Test("a line embedded in another has no figure and is not scheduled")
  func line_embedded() throws {
    let hmong = try #require(LanguageTag("hmn"))
    let both = try #require(WorkLanguages([.vietnamese, hmong], areTogether: true))
    #expect(
      plan.line("long-ghep")
        == PlanLine(
          id: "long-ghep", title: "Tiểu phẩm", form: CountingUnit(["tiểu phẩm"]),
          outlets: .each(["truyen-hinh"]), quota: nil, basis: .plan, placing: nil, versions: nil,
          responsibility: Responsibility(), topics: [], tone: .critical, overlap: .embedded(in: "chuyen-muc"),
          note: nil, place: at(131, 11), counting: LineCounting(leastMinutes: 5, parts: 2),
          houseNumber: HouseNumber("TP-###"), was: "tieu-pham",
          aliases: ["TP CCHC", "Tiếng cười"], languages: both, cost: 1_500_000))
  }

  @Test("deadlines of an outlet, with the hour and the reminder that they may have")
  func deadlines() {
    #expect(
      plan.outlet("bao")?.deadlines == [
        Deadline(work: .approval, daysBefore: 2, at: nil, reminderDays: nil, place: at(41, 72)),
        Deadline(
          work: .pageClosing, daysBefore: 1, at: TimeOfDay("16:00"), reminderDays: 0, place: at(41, 18)),
      ])
  }

  @Test("how the calendars are published: further ones, the address, the days kept, feeds with their days")
  func calendars() throws {
    let languages = try ["hmn", "tai"].map { try #require(LanguageTag($0)) }
    #expect(
      plan.calendars
        == CalendarPolicy(
          series: [.line, .topic], link: "https://lich.example.vn/luot/", keptDays: 30,
          showsCancelled: true,
          feeds: [
            CalendarFeed(
              id: "mong", title: "Tiếng Mông trên truyền hình", outlets: ["truyen-hinh"],
              languages: languages, lines: ["chuyen-muc"], topics: ["mot-cua"], producers: ["dai-tinh"],
              leads: ["toa-soan"], persons: ["Nguyễn Văn A"], period: .window(back: 30, ahead: 90),
              place: at(172, 11), translators: ["to-mong"], tasks: .both),
            CalendarFeed(
              id: "bao", title: nil, outlets: ["bao"], languages: [], lines: [], topics: [], producers: [],
              leads: [], persons: [], period: .parts(.quarter), place: at(184, 13)),
          ]))
  }

  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(iso: text)) }

  private func at(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: "plan.yaml", line: line, column: column)
  }
}
