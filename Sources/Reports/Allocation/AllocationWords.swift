import ScheduleModel

/// The words of the allocation report and of the month's broadcast schedule.
enum AllocationWords {
  static func title(of plan: Plan) -> Words {
    let months = plan.months
    guard !months.isCalendarYear else {
      return Words(vi: "PHÂN BỔ THEO THÁNG NĂM \(plan.year)", en: "ALLOCATION BY MONTH, \(plan.year)")
    }
    let (first, last) = (months.days.lowerBound, months.days.upperBound.advanced(by: -1))
    let span = "\(first.monthForPeople) – \(last.monthForPeople)"
    return Words(vi: "PHÂN BỔ THEO THÁNG, \(span)", en: "ALLOCATION BY MONTH, \(span)")
  }
  static func basis(of plan: Plan) -> Words {
    plan.hasOtherOriginals
      ? Words(
        vi: "Đếm tác phẩm gốc theo ngôn ngữ của từng chỉ tiêu, phát hoặc đăng lần đầu.",
        en: "Counted are originals in the language of each line, at their first airing or publication.")
      : Words(
        vi: "Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu.",
        en: "Counted are Vietnamese originals, at their first airing or publication.")
  }
  static let line = Words(vi: "Chỉ tiêu", en: "Line")
  static let content = Words(vi: "Nội dung", en: "Content")
  static func year(of plan: Plan) -> Words {
    plan.months.isToldByNumbers ? Words(vi: "Cả năm", en: "Year") : Words(vi: "Cả kỳ", en: "All")
  }
  static let quota = Words(vi: "Số giao", en: "Quota")
  static let fixedBy = Words(vi: "Ràng buộc", en: "Bound by")
  static let nothing = Words(
    vi: "Kế hoạch không có chỉ tiêu nào cần xếp lịch.", en: "The plan has no line to schedule.")

  static let pinned = Words(vi: "có ngày ấn định", en: "has a pinned day")
  static let least = Words(vi: "bằng mức ít nhất", en: "at its least")
  static let most = Words(vi: "bằng mức nhiều nhất", en: "at its most")
  static let exactly = Words(vi: "đúng số đã định", en: "a fixed number")
  static let weighted = Words(vi: "chia theo trọng số tháng", en: "spread by month weights")
  static let window = Words(vi: "chỉ xếp trong khoảng ngày này", en: "placed within these days only")

  static let weights = Words(vi: "trọng số tháng", en: "month weights")
  /// What follows from a work; `nil` for a work itself.
  static func what(_ run: Placement.Run) -> Words? {
    switch run {
    case .first: nil
    case .part: Words(vi: "phần sau", en: "later parts")
    case .repeat: Words(vi: "phát lại", en: "repeats")
    case .crossPost: Words(vi: "đăng, phát thêm", en: "on further outlets")
    case .relay: Words(vi: "tiếp sóng", en: "relays")
    }
  }

  static let unplaced = Words(vi: "Chưa xếp được:", en: "Not placed:")

  static func spoken(_ tag: LanguageTag, in language: ReaderLanguage) -> String {
    Words(vi: "tiếng ", en: "")[language] + BroadcastLanguage.name(of: tag, in: language)
  }

  static func kinds(
    _ originals: Int, laterParts: Int, _ versions: Int, _ others: Int, of plan: Plan,
    in language: ReaderLanguage
  ) -> String {
    let (first, second, third) = (
      grouped(originals, in: language), grouped(versions, in: language), grouped(others, in: language)
    )
    let all = originals + laterParts + versions + others
    let total = grouped(all, in: language)
    let parts = Words(
      vi: laterParts == 0 ? "" : "\(grouped(laterParts, in: language)) phần tiếp theo, ",
      en: laterParts == 0 ? "" : "\(counted(laterParts, "later part")), ")
    let version = LanguageVersions.name(in: plan).vi
    return Words(
      vi: "Lịch có \(total) lượt: \(first) bản gốc phát mới, \(parts.vi)\(second) \(version) phát mới, "
        + "\(third) lượt phát lại, tiếp sóng hoặc phát thêm kênh.",
      en: "The schedule has \(counted(all, "placement")): "
        + "\(counted(originals, "first run")) of originals, \(parts.en)\(counted(versions, "first run")) of language versions, "
        + "\(counted(others, "repeat, relay or cross-post", "repeats, relays or cross-posts")).")[language]
  }

  static func proof(_ proof: Schedule.Proof, in language: ReaderLanguage) -> String {
    let placed = grouped(proof.placed, in: language)
    let demanded = grouped(proof.demanded, in: language)
    let short = grouped(proof.short, in: language)
    let have = proof.placed == 1 ? "has" : "have"
    let isMost = proof.levels.first { $0.objective == .shortage }?.isOptimal ?? (proof.short == 0)
    let words =
      if proof.demanded == 0 {
        Words(
          vi: "Kế hoạch không yêu cầu xếp tác phẩm nào.", en: "The plan asks for nothing to be placed.")
      } else if proof.short == 0 {
        Words(
          vi: "Đã xếp đủ \(placed)/\(demanded) lượt; không lịch nào xếp được nhiều hơn.",
          en: proof.demanded == 1
            ? "The one placement has a slot; no schedule places more."
            : "All \(placed) of \(demanded) placements have a slot; no schedule places more.")
      } else if isMost {
        Words(
          vi: "Đã xếp \(placed)/\(demanded) lượt, còn thiếu \(short); không lịch nào xếp được nhiều hơn.",
          en:
            "\(placed) of \(counted(proof.demanded, "placement")) \(have) a slot, \(short) short; no schedule places more."
        )
      } else {
        Words(
          vi: "Đã xếp \(placed)/\(demanded) lượt, còn thiếu \(short); chưa chứng minh được "
            + "rằng không thể xếp nhiều hơn.",
          en:
            "\(placed) of \(counted(proof.demanded, "placement")) \(have) a slot, \(short) short; it is not proven that "
            + "no schedule places more.")
      }
    return words[language]
  }

  /// How evenly the schedule is spread, and whether a better one can exist; `nil` when nothing is proven of it.
  static func quality(_ proof: Schedule.Proof) -> Words? {
    guard proof.demanded > 0, proof.levels.contains(where: { $0.objective == .deviation }) else { return nil }
    // What found no slot is told by itself.
    let levels = proof.levels.filter { $0.objective != .shortage }
    let gap = levels.map { LevelWords(level: $0).percent }.max() ?? 0
    if levels.allSatisfy(\.isOptimal) {
      return Words(
        vi: "Lịch trải đều trong năm: không có lịch nào tốt hơn.",
        en: "Evenly spread: no better schedule exists.")
    }
    return gap >= 100
      ? Words(
        vi: "Lịch trải đều trong năm; chưa chứng minh được là tốt nhất.",
        en: "Evenly spread; it is not proven that no schedule is better.")
      : Words(
        vi: "Lịch trải đều trong năm; chưa chứng minh được là tốt nhất: kém lịch tốt nhất không quá \(gap)%.",
        en: "Evenly spread; not proven to be the best: at most \(gap) % from it.")
  }

  // How good the schedule is, objective by objective

  static let levels = Words(
    vi: "Mức tốt của lịch, mục tiêu trước quan trọng hơn mục tiêu sau:",
    en: "How good the schedule is, the objective that counts more first:")
  static let optimal = Words(vi: "tối ưu", en: "optimal")

  /// How far at most from the best: `kém tối ưu không quá 2,4%`.
  static func gap(_ percent: String) -> Words {
    Words(vi: "kém tối ưu không quá \(percent)%", en: "at most \(percent)% from the best")
  }

  static func objective(_ objective: Schedule.Objective) -> Words {
    switch objective {
    case .shortage: Words(vi: "số lượt chưa có chỗ", en: "placements without a slot")
    case .deviation:
      Words(
        vi: "độ lệch xa nhất so với đường đều, cộng các nhóm kênh (tác phẩm)",
        en: "largest distance from the even lines, added over groups of outlets (works)")
    case .moves:
      Words(vi: "số lượt rời chỗ đã công bố", en: "placements moved from where they were published")
    case .squares:
      Words(vi: "tổng bình phương độ lệch mỗi ngày", en: "sum of the squared distances of each day")
    case .preference: Words(vi: "mức không ưa của khung giờ", en: "how little the grid lines are liked")
    }
  }

  // The month's broadcast schedule

  static func gridTitle(_ month: Int, _ year: Int) -> Words {
    Words(
      vi: "LỊCH PHÁT SÓNG THÁNG \(twoDigits(month))/\(year)",
      en: "BROADCAST SCHEDULE, \(twoDigits(month))/\(year)")
  }
  static let day = Words(vi: "Thứ, ngày", en: "Day")
  static let hour = Words(vi: "Giờ phát", en: "Time")
  static let length = Words(vi: "Thời lượng", en: "Length")
  static let outlet = Words(vi: "Kênh", en: "Outlet")
  static let programme = Words(vi: "Tên chương trình, chuyên mục", en: "Programme")
  static let language = Words(vi: "Ngôn ngữ", en: "Language")
  static let run = Words(vi: "Phát mới/Phát lại", en: "Run")
  static let person = Words(vi: "Người thực hiện", en: "Responsible")
  /// In place of an hour, of what lasts several days.
  static func severalDays(_ count: Int) -> Words { Words(vi: "\(count) ngày", en: "\(count) days") }
  /// In place of an hour that is not stated.
  static let hourUnknown = Words(vi: "không nêu giờ", en: "no hour stated")
  static let wholeDay = Words(vi: "trong ngày", en: "all day")
  static let inMonth = Words(vi: "Trong tháng", en: "In the month")
  static let empty = Words(
    vi: "Không có lượt phát nào trong tháng.", en: "Nothing is scheduled in this month.")

  static func minutes(_ count: Int) -> Words { Words(vi: "\(count) phút", en: "\(count) min") }
  static func edition(_ number: Int) -> Words { Words(vi: "kỳ \(number)", en: "no. \(number)") }

  /// `kỳ 5`, and of a work in parts `kỳ 5, phần 2/3`.
  static func number(of placement: Placement, in plan: Plan) -> Words {
    let number = edition(placement.edition)
    guard let part = plan.part(of: placement)?.name else { return number }
    return Words(vi: "\(number.vi), \(part.vi)", en: "\(number.en), \(part.en)")
  }
}

extension Schedule.Proof {
  /// Works and versions that found no slot.
  var short: Int { demanded - placed }
}
