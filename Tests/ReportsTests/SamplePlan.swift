import ScheduleModel
import Testing

/// A small plan of 2018 with one of everything: quotas exact, at least, more than and none; versions; a line
/// inside another, an embedded one, and one figure for several outlets; three levels, of which one has no data.
enum SamplePlan {
  static let plan = Plan(
    id: "mau", title: "Tuyên truyền cải cách hành chính năm 2018", year: 2018, days: CivilDay.year(2018),
    revised: day(4, 4),
    documents: [
      PlanDocument(
        number: "424/KH-UBND", date: day(4, 4), issuer: "UBND tỉnh", subject: nil, role: .plan,
        place: place(2))
    ],
    units: [
      AdminUnit(
        id: "dai", name: "Đài PT-TH tỉnh", level: .province, validity: .always, planMode: nil, place: place(3)
      )
    ],
    outlets: [
      outlet("truyen-hinh", "Truyền hình tỉnh", .television, .province),
      outlet("bao", "Báo tỉnh", .newspaper, .province),
      outlet("dai-huyen", "Đài truyền thanh huyện", .loudspeaker, .district),
    ],
    blackouts: [],
    topics: [
      Topic(id: "tthc", title: "Thủ tục hành chính", place: place(60)),
      Topic(id: "cong-vu", title: "Kỷ luật công vụ", place: place(61)),
    ],
    lines: [columns, articles, slogans, reports, district, contest],
    totals: [
      PlanTotal(id: "tong", title: "Tổng cấp tỉnh", lines: ["chuyen-muc", "bai-bao"], place: place(70))
    ],
    matching: MatchingTolerance(),
    remarks: [
      Remark(part: .results, text: ["Công tác tuyên truyền đi vào nề nếp."]),
      Remark(part: .limitations, text: ["Hình thức chưa phong phú.", "Cấp xã hiệu quả chưa cao."]),
    ])

  static let columns = line(
    "chuyen-muc", "Cải cách hành chính Nhà nước", "chuyên mục", each("truyen-hinh"), quota("4 kỳ"),
    placing: Placing(
      grid: [], window: day(4, 4)..<day(12, 31).advanced(by: 1),
      weights: Array(repeating: 1, count: 11) + [2],
      months: [0...0] + Array(repeating: 0...1, count: 11), perDay: nil,
      pins: [Placing.Pin(day: day(4, 5), grid: nil, place: place(12))], minutes: 15),
    versions: [language("hmn"), language("tai")], topics: ["tthc"], number: 10)

  static let articles = line(
    "bai-bao", "Bài trên Báo tỉnh", "tin, bài, ảnh", each("bao"), quota("3 tin, bài, ảnh"), basis: .result,
    placing: free, topics: ["tthc"], number: 20)

  static let slogans = line(
    "khau-hieu", "Khẩu hiệu", "khẩu hiệu", each("dai-huyen", "truyen-hinh"), quota("ít nhất 2 khẩu hiệu"),
    placing: free, level: .district, number: 30)

  static let reports = line(
    "phong-su", "Phóng sự trong chuyên mục", "phóng sự", each("truyen-hinh"), quota("2 phóng sự"),
    overlap: .partOf("chuyen-muc"), number: 40)

  static let district = line(
    "trang-huyen", "Trang tin và đài huyện", "tin, bài, ảnh", .together(["dai-huyen", "bao"]), nil,
    level: .district, note: "gồm cả trang tin của các sở", number: 45)

  static let contest = line(
    "hoi-thi", "Hội thi dân vận khéo", "hội thi", each("truyen-hinh"), quota("1 hội thi"),
    overlap: .embedded(in: "Hội nghị dân vận"), number: 50)

  static let free = Placing(
    grid: [], window: CivilDay.year(2018), weights: Array(repeating: 1, count: 12),
    months: Array(repeating: Placing.anyCount, count: 12), perDay: nil, pins: [], minutes: nil)

  static func line(
    _ id: String, _ title: String, _ form: String, _ outlets: PlanLine.OutletUse, _ quota: Quantity?,
    basis: PlanLine.QuotaBasis = .plan, placing: Placing? = nil, versions: [LanguageTag] = [],
    topics: [String] = [], level: AdminLevel? = nil, overlap: PlanLine.Overlap = .unsaid,
    note: String? = nil, number: Int
  ) -> PlanLine {
    PlanLine(
      id: id, title: title, form: unit(form), outlets: outlets, quota: quota, basis: basis, placing: placing,
      versions: versions.isEmpty
        ? nil
        : LanguageVersions(into: versions, leadDays: 7, outlet: nil, grid: [], works: nil, sentTo: []),
      responsibility: Responsibility(level: level, producer: "dai"), topics: topics, tone: nil,
      overlap: overlap, note: note, place: place(number))
  }

  static func outlet(
    _ id: String, _ name: String, _ kind: Outlet.Kind, _ level: AdminLevel
  ) -> Outlet {
    Outlet(
      id: id, name: name, kind: kind, level: level, owner: nil, zone: "Asia/Ho_Chi_Minh", validity: .always,
      grid: [], place: place(4))
  }

  static func each(_ outlets: String...) -> PlanLine.OutletUse { .each(outlets) }

  static func place(_ line: Int, _ file: String = "plan.yaml") -> SourcePlace {
    SourcePlace(file: file, line: line)
  }
}

/// A day of 2018 that the test knows to exist.
func day(_ month: Int, _ day: Int) -> CivilDay {
  CivilDay.month(month, of: 2018).lowerBound.advanced(by: day - 1)
}

func unit(_ text: String) -> CountingUnit { CountingUnit(text) ?? CountingUnit(["?"]) }

func quota(_ text: String) -> Quantity? { Quantity(text, unit: nil) }

func language(_ tag: String) -> LanguageTag { LanguageTag(tag) ?? .vietnamese }

func time(_ text: String) -> TimeOfDay { TimeOfDay(text) ?? .midnight }
