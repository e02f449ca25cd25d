import Allocation
import Planning
import Reports
import ScheduleModel

/// Why a work is not placed, for people.
enum UnplacedWords {
  /// The lines with a figure that the plan itself leaves out of the schedule; `nil` for none.
  static func countedOnly(_ plan: Plan) -> Words? {
    let lines = plan.lines.filter { $0.placing == nil && $0.quota != nil && !$0.isEmbedded }
    guard !lines.isEmpty else { return nil }
    func list(_ language: ReaderLanguage) -> String {
      lines.prefix(8).map { line in
        "“\(plan.title(ofLine: line.id, in: language))” (\(line.quota?.text(in: language) ?? ""))"
      }.joined(separator: ", ") + (lines.count > 8 ? ", …" : "")
    }
    return Words(
      vi: "Kế hoạch ghi không xếp lịch, nên không có trong lịch này và chỉ được đếm: \(list(.vietnamese)).",
      en:
        "The plan says that these are not scheduled; they are not in this schedule, and only counted: \(list(.english))."
    )
  }

  static func reason(_ outlook: UnplacedWork.Outlook, _ work: DeskReading.Work) -> Words {
    if let open = outlook.open {
      let (vi, en) = (
        work.time(of: open.timing, on: open.outlet, .vietnamese),
        work.time(of: open.timing, on: open.outlet, .english)
      )
      return Words(
        vi: "Chưa ai xếp; còn chỗ, tốt nhất là \(vi).",
        en: "Nobody has placed it yet; there is room, best on \(en).")
    }
    guard outlook.candidates > 0 else {
      return Words(
        vi: "Kế hoạch không còn mở khung nào cho tác phẩm này; hãy thêm khung giờ.",
        en: "The plan opens no slot for it any more; add openings.")
    }
    let most = outlook.obstacles.prefix(3).map { obstacle in
      let name = name(of: obstacle.rule)
      return Words(
        vi: "\(name.vi): \(grouped(obstacle.slots, in: .vietnamese)) khung",
        en: "\(name.en): \(grouped(obstacle.slots, in: .english))")
    }
    return Words(
      vi:
        "Không khung nào trong \(grouped(outlook.candidates, in: .vietnamese)) khung xếp được (\(most.map(\.vi).joined(separator: "; "))).",
      en:
        "None of \(counted(outlook.candidates, "slot")) takes it (\(most.map(\.en).joined(separator: "; ")))."
    )
  }

  /// What hinders, in a few words.
  private static func name(of rule: RuleViolation.Rule) -> Words {
    switch rule {
    case .slotCapacity: Words(vi: "hết chỗ", en: "full")
    case .slotMinutes: Words(vi: "không đủ phút", en: "not enough minutes left")
    case .perDay: Words(vi: "chỉ tiêu đã đủ số trong ngày", en: "the line has its number of the day")
    case .monthMost: Words(vi: "chỉ tiêu đã đủ số trong tháng", en: "the line has its number of the month")
    case .gapDays: Words(vi: "quá gần kỳ khác", en: "too near to another one")
    case .outletPerDay: Words(vi: "kênh đã đủ số trong ngày", en: "the outlet has its number of the day")
    case .outletPerMonth: Words(vi: "kênh đã đủ số trong tháng", en: "the outlet has its number of the month")
    case .beforeOriginal: Words(vi: "trước lượt phát đầu", en: "before the airing that it follows")
    case .tooEarly: Words(vi: "quá sớm sau lượt phát đầu", en: "too early after the airing that it follows")
    case .tooLate: Words(vi: "quá muộn sau lượt phát đầu", en: "too late after the airing that it follows")
    case .originalMissing: Words(vi: "chưa xếp lượt phát đầu", en: "what it follows is not placed")
    case .languagesApart: Words(vi: "các thứ tiếng phải cùng khung", en: "its languages must share a slot")
    case .translatorWeeks: Words(vi: "người dịch không kịp", en: "the translator has no time")
    default: Words(vi: "trái quy định khác", en: "breaks another rule")
    }
  }
}
