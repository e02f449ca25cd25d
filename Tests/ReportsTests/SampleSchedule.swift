import ScheduleModel

/// The sample plan scheduled and aired: an hour, a whole day and a month without a day; each outcome but two.
enum SampleSchedule {
  static let schedule = Schedule(
    slots: [], placements: placements,
    unplaced: [
      Unplaced(
        line: "chuyen-muc", language: language("tai"), count: 1,
        reason: Words(vi: "Khung tiếng Thái đã hết chỗ.", en: "The Tai slots are full."))
    ],
    proof: Schedule.Proof(demanded: 15, placed: 14))

  static let placements: [Placement] =
    [
      original("chuyen-muc", 1, evening(day(4, 5))), original("chuyen-muc", 2, evening(day(4, 12))),
      original("chuyen-muc", 3, evening(day(5, 3))), original("chuyen-muc", 4, evening(day(12, 6))),
      version(1, "hmn", day(4, 13)), version(2, "hmn", day(4, 20)), version(1, "tai", day(4, 13)),
      original("bai-bao", 1, slot("bao", .allDay(day(4, 6)))),
      original("bai-bao", 2, slot("bao", .allDay(day(5, 7)))),
      original("bai-bao", 3, slot("bao", .allDay(day(6, 4)))),
    ]
    + (1...2).flatMap { number in
      let month = CivilDay.month(number + 3, of: 2018)
      return [
        original("khau-hieu", number, slot("dai-huyen", .inMonth(month))),
        Placement(
          plan: "mau", line: "khau-hieu", edition: number, language: .vietnamese, run: .crossPost,
          slot: evening(month.lowerBound)),
      ]
    }

  static func original(_ line: String, _ edition: Int, _ slot: Slot) -> Placement {
    Placement(plan: "mau", line: line, edition: edition, language: .vietnamese, run: .first, slot: slot)
  }

  static func version(_ edition: Int, _ tag: String, _ day: CivilDay) -> Placement {
    Placement(
      plan: "mau", line: "chuyen-muc", edition: edition, language: language(tag), run: .first,
      slot: evening(day))
  }

  static func evening(_ day: CivilDay) -> Slot {
    slot("truyen-hinh", .timed(start: LocalTime(day, time("20:15")), minutes: 15))
  }

  static func slot(_ outlet: String, _ timing: SlotTiming) -> Slot {
    Slot(outlet: outlet, grid: "k", ruleDay: timing.day, timing: timing, pieces: 1, languages: [])
  }

  static func entry(
    _ row: Int, _ day: CivilDay, _ clock: String?, _ outlet: String, _ title: String,
    status: AsRunEntry.Status = .aired, language: LanguageTag = .vietnamese
  ) -> AsRunEntry {
    AsRunEntry(
      place: SamplePlan.place(row, "nhat-ky.csv"), day: day, time: clock.map(time), outlet: outlet, line: nil,
      edition: nil, language: language, title: title, minutes: nil, status: status, uid: nil, evidence: nil)
  }

  static let reconciled = Reconciled(
    outcomes: schedule.placements.map { placement in
      let (outcome, entry) = fates[placement.uid] ?? (.pending, nil)
      return PlacementOutcome(placement: placement, outcome: outcome, entry: entry)
    },
    unplanned: [
      UnplannedEntry(entry: entry(9, day(5, 20), nil, "bao", "Tin ngoài lịch"), line: "bai-bao")
    ],
    sent: [
      UnplannedEntry(
        entry: entry(10, day(5, 21), "06:00", "vtv5", "Gửi phát", status: .sent), line: nil)
    ], asOf: day(6, 30))

  private static let fates: [String: (Outcome, AsRunEntry?)] = [
    "mau.chuyen-muc.1.vi@lichsong": (
      .aired, entry(2, day(4, 5), "20:15", "truyen-hinh", "CCHC kỳ 1")
    ),
    "mau.chuyen-muc.2.vi@lichsong": (.late, entry(3, day(4, 12), "21:00", "truyen-hinh", "CCHC kỳ 2")),
    "mau.chuyen-muc.3.vi@lichsong": (.missed, nil),
    "mau.chuyen-muc.1.hmn@lichsong": (
      .moved, entry(4, day(4, 14), "20:15", "truyen-hinh", "CCHC kỳ 1", language: language("hmn"))
    ),
    "mau.chuyen-muc.2.hmn@lichsong": (
      .preempted,
      entry(5, day(4, 20), nil, "truyen-hinh", "Tin bão", status: .preempted, language: language("hmn"))
    ),
    "mau.bai-bao.1.vi@lichsong": (.aired, entry(6, day(4, 6), nil, "bao", "Bài 1")),
    "mau.khau-hieu.1.vi@lichsong": (.aired, entry(7, day(4, 9), nil, "dai-huyen", "Khẩu hiệu 1")),
    "mau.khau-hieu.1.vi.cross-post.truyen-hinh@lichsong": (
      .aired, entry(8, day(4, 1), "20:15", "truyen-hinh", "Khẩu hiệu 1")
    ),
  ]
}
