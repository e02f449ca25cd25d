import Calendars
import ScheduleModel

extension CalendarExport {
  /// The calendars of a schedule that is published for the first time, on the day on which its plan was revised.
  static func files(plan: Plan, schedule: Schedule, language: ReaderLanguage) -> [CalendarFile] {
    let published = PublishedSchedule(draft: plan, schedule: schedule, at: LocalTime(plan.revised))
    return publication(of: published, on: plan.revised, language: language)?.composed().files ?? []
  }
}

/// A schedule with one of everything that a calendar shows.
enum SampleSchedule {
  /// Titles that a careless writer breaks calendars with.
  static let hardTitle =
    "Cải cách; hành chính, “một cửa” \\ \"liên thông\"\u{7}\r\nnăm 2020:\tTiê\u{301}ng nói 🇻🇳 của nhân dân"

  /// Television in Vietnamese and in two other languages, a newspaper, a monthly programme, an outlet in Paris.
  static func plan(calendars: CalendarPolicy = .usual, deadlines: [Deadline] = []) throws -> Plan {
    let (mong, thai) = (try Sample.tag("hmn"), try Sample.tag("tai"))
    let weekly = try Sample.rule("FREQ=WEEKLY;BYDAY=TH")
    let outlets = [
      Sample.outlet(
        name: "Truyền hình, kênh 1; tỉnh Lai Châu",
        grid: [
          try Sample.grid(weekly, id: "toi"),
          try Sample.grid(weekly, id: "mong", at: "23:50", languages: [mong]),
          try Sample.grid(weekly, id: "thai", at: "24:00", languages: [thai]),
        ], deadlines: deadlines),
      Sample.outlet(
        "bao", name: "Báo Lai Châu", kind: .newspaper,
        grid: [try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=MO,WE,FR"), at: nil)]),
      Sample.outlet(
        "it", name: "IT-Today", kind: .website,
        grid: [
          try Sample.grid(.monthly, id: "thang"), try Sample.grid(.monthly, id: "mong", languages: [mong]),
        ]),
      Sample.outlet(
        "paris", name: "Góc kiều bào", kind: .radio, zone: "Europe/Paris",
        grid: [try Sample.grid(Sample.rule("FREQ=WEEKLY;BYDAY=SU"), at: "23:30", minutes: 45)]),
      Sample.outlet("pano", name: "Pa nô", kind: .outdoor, grid: [try Sample.grid(.monthly)]),
    ]
    let responsibility = Responsibility(
      producer: "dai", lead: "so", document: "424/KH-UBND", row: "I.1")
    return Sample.plan(
      title: "Kế hoạch tuyên truyền, phổ biến; cải cách hành chính",
      documents: [
        PlanDocument(
          number: "44/KH-UBND", date: nil, issuer: nil, subject: nil, role: .plan, place: Sample.place)
      ],
      units: [Sample.unit("dai", "Đài PT-TH tỉnh"), Sample.unit("so", "Sở Nội vụ")], outlets: outlets,
      topics: [
        Topic(id: "mot-cua", title: "Một cửa, một cửa liên thông", place: Sample.place),
        Topic(id: "dvc", title: "Dịch vụ công", place: Sample.place),
      ],
      lines: [
        Sample.line(
          "chuyen-muc", title: hardTitle, responsibility: responsibility, topics: ["mot-cua", "dvc"]),
        Sample.line(
          "bai", form: "tin, bài, ảnh", outlets: ["bao"], responsibility: Responsibility(producer: "bao")),
        Sample.line("it", title: "IT-Today", outlets: ["it"]),
        Sample.line("kieu-bao", title: "Kiều bào", outlets: ["paris"]),
        Sample.line("pano", title: "Khẩu hiệu", form: "pa nô", outlets: ["pano"]),
      ], calendars: calendars)
  }

  /// Every slot of the plan, filled in order with the works of the lines.
  static func schedule(of plan: Plan) throws -> Schedule {
    let (mong, thai) = (try Sample.tag("hmn"), try Sample.tag("tai"))
    let slots = GridExpansion.slots(of: plan).slots
    var placements: [Placement] = []
    func fill(
      _ line: String, _ outlet: String, _ grid: String, _ language: LanguageTag = .vietnamese, after: Int = 0
    ) {
      for (index, slot) in slots.filter({ $0.outlet == outlet && $0.grid == grid }).dropFirst(after)
        .enumerated()
      {
        placements.append(
          Placement(
            plan: plan.id, line: line, edition: index + 1, language: language, run: .first, slot: slot))
      }
    }
    fill("chuyen-muc", "tv", "toi")
    fill("chuyen-muc", "tv", "mong", mong, after: 1)
    fill("chuyen-muc", "tv", "thai", thai)
    fill("bai", "bao", "g")
    fill("it", "it", "thang")
    fill("it", "it", "mong", mong)
    fill("kieu-bao", "paris", "g")
    fill("pano", "pano", "g")
    if let slot = slots.first(where: { $0.outlet == "paris" }) {
      placements.append(
        Placement(
          plan: plan.id, line: "chuyen-muc", edition: 1, language: .vietnamese, run: .repeat, slot: slot))
    }
    return Sample.schedule(slots, placements)
  }
}
