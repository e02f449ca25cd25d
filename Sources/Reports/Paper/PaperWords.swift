import ScheduleModel

/// The words that only papers have.
enum PaperWords {
  static let blank = "………………………"
  static let shortBlank = "……………"
  static let nation = Words(
    vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM")
  static let motto = Words(vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness")
  static let recipients = Words(vi: "Nơi nhận:", en: "Recipients:")
  static let signed = Words(vi: "(Ký tên, ghi rõ họ tên, đóng dấu)", en: "(Signature, full name, seal)")

  static func number(_ number: String?) -> Words {
    Words(vi: "Số: \(number ?? "……/……")", en: "No.: \(number ?? "……/……")")
  }

  static func placeAndDate(_ place: String, _ date: CivilDay?) -> Words {
    guard let (year, month, day) = date?.components else {
      return Words(vi: "\(place), ngày …… tháng …… năm ……", en: "\(place), day …… month …… year ……")
    }
    return Words(
      vi: "\(place), ngày \(twoDigits(day)) tháng \(month < 3 ? "0" : "")\(month) năm \(year)",
      en: "\(place), \(day) \(CivilDay.englishMonths[month - 1]) \(year)")
  }

  // The result
  static let report = Words(vi: "BÁO CÁO", en: "REPORT")
  static func resultOf(_ plan: String) -> Words {
    // “Kế hoạch …” by its own title is not called a plan once more.
    Words(
      vi: "Kết quả thực hiện \(FoldedText(plan).text.hasPrefix("ke hoach") ? "" : "kế hoạch ")“\(plan)”",
      en: "Results of the plan “\(plan)”")
  }
  static func period(_ period: ReportingPeriod) -> Words {
    let (first, last) = (period.days.lowerBound, period.days.upperBound.advanced(by: -1))
    return Words(
      vi: "(Kỳ báo cáo: \(period.name.vi), từ ngày \(first.forPeople) đến hết ngày "
        + "\(last.forPeople))",
      en: "(Period: \(period.name.en), from \(first.forPeople) to \(last.forPeople), both included)")
  }
  static func carryingOut(_ document: String) -> Words {
    Words(
      vi: "Thực hiện \(document), kết quả như sau:", en: "Under \(document), the results are as follows:")
  }
  static let results = Words(vi: "Kết quả theo chỉ tiêu", en: "Results by target")
  static let content = Words(vi: "Nội dung/Hình thức", en: "Content/form")
  static func planned(of plan: Plan) -> Words {
    plan.isOfSeveralYears
      ? Words(vi: "Kế hoạch cả kỳ", en: "The whole plan") : Words(vi: "Kế hoạch năm", en: "Plan of the year")
  }
  static let aired = Words(vi: "Thực hiện kỳ báo cáo", en: "Done in the period")
  static func sinceStart(of plan: Plan) -> Words {
    plan.isOfSeveralYears
      ? Words(vi: "Lũy kế từ đầu kế hoạch", en: "Done since the plan began")
      : Words(vi: "Lũy kế từ đầu năm", en: "Done since the year began")
  }
  static let percent = Words(vi: "Tỷ lệ % TH/KH", en: "% of plan")
  static let ofYearBefore = Words(vi: "So cùng kỳ (%)", en: "% of last year")
  static func yearBefore(_ figure: String) -> Words {
    Words(vi: "cùng kỳ: \(figure)", en: "last year: \(figure)")
  }
  static func timeAired(_ time: String, of planned: String, _ plan: Plan) -> Words {
    Words(
      vi: "lũy kế \(time) trên \(planned)",
      en: "\(time) of \(planned) since the \(plan.isOfSeveralYears ? "plan" : "year") began")
  }
  static let unstated = Words(vi: "KH không nêu số", en: "plan states no figure")
  static let published = Words(
    vi: "(*) Số đã công bố; không có nhật ký để đếm.", en: "(*) As published; no log tells of it.")

  static func total(_ title: String) -> Words { Words(vi: "Cộng: \(title)", en: "Total: \(title)") }
  static func publishedTotal(_ figure: String) -> Words {
    Words(vi: "số đã công bố: \(figure)", en: "published: \(figure)")
  }

  // The annex
  static let annex = Words(vi: "PHỤ LỤC", en: "ANNEX")
  static func attached(to document: String) -> Words {
    Words(vi: "(Kèm theo \(document))", en: "(Attached to \(document))")
  }
  static let task = Words(vi: "Nội dung nhiệm vụ", en: "Task")
  static let product = Words(vi: "Hình thức tuyên truyền/Sản phẩm", en: "Form/product")
  static let quota = Words(vi: "Chỉ tiêu", en: "Target")
  static let lead = Words(vi: "Đơn vị chủ trì", en: "Lead unit")
  static let support = Words(vi: "Đơn vị phối hợp", en: "Supporting units")
  static let when = Words(vi: "Thời gian thực hiện", en: "When")
  static let budget = Words(vi: "Kinh phí (đồng)", en: "Cost (đồng)")
  static let channel = Words(vi: "Kênh, phương tiện", en: "Outlet")
  static let sum = Words(vi: "TỔNG CỘNG", en: "TOTAL")
  static func together(_ outlets: String) -> Words {
    Words(vi: "Chung: \(outlets)", en: "Together: \(outlets)")
  }
  static func perMonth(_ figure: String, _ unit: String) -> Words {
    Words(vi: "\(figure) \(unit)/tháng", en: "\(figure) \(unit) a month")
  }
  static func perQuarter(_ figure: String, _ unit: String) -> Words {
    Words(vi: "\(figure) \(unit)/quý", en: "\(figure) \(unit) a quarter")
  }
  static let everyMonth = Words(vi: "Hằng tháng", en: "Every month")
  static let everyQuarter = Words(vi: "Hằng quý", en: "Every quarter")
  static func months(_ names: String, _ year: Int) -> Words {
    Words(vi: "Tháng \(names) năm \(year)", en: "Months \(names) of \(year)")
  }
  static let draftShort = Words(vi: "dự thảo", en: "draft")
  static func within(_ year: Int) -> Words { Words(vi: "Trong năm \(year)", en: "During \(year)") }
  static func quarter(_ number: Int, _ year: Int) -> Words {
    Words(vi: "Quý \(roman(number))/\(year)", en: "Q\(number) \(year)")
  }
  static func months(_ first: Int, _ last: Int, _ year: Int) -> Words {
    guard first < last else {
      return Words(vi: "Tháng \(first)/\(year)", en: "\(CivilDay.englishMonths[first - 1]) \(year)")
    }
    return Words(
      vi: "Tháng \(first) - \(last)/\(year)",
      en: "\(CivilDay.englishMonths[first - 1]) - \(CivilDay.englishMonths[last - 1]) \(year)")
  }
  static let notScheduled = Words(vi: "Không xếp lịch", en: "Not scheduled")
  static let embedded = Words(vi: "Lồng ghép", en: "Inside the activity above")
  static let withinPlan = Words(vi: "Trong thời gian kế hoạch", en: "In the time of the plan")
  static func fromTo(_ first: CivilDay, _ last: CivilDay) -> Words {
    Words(
      vi: "Từ \(first.forPeople) đến \(last.forPeople)",
      en: "From \(first.forPeople) to \(last.forPeople)")
  }

  // The broadcast schedule
  static func broadcasts(_ days: Range<CivilDay>) -> Words {
    let (year, month, date) = days.lowerBound.components
    if days == CivilDay.month(month, of: year) {
      return Words(
        vi: "LỊCH PHÁT SÓNG THÁNG \(twoDigits(month))/\(year)",
        en: "BROADCAST SCHEDULE, \(CivilDay.englishMonths[month - 1].uppercased()) \(year)")
    }
    if days.count == 7 { return Words(vi: "LỊCH PHÁT SÓNG TUẦN", en: "BROADCAST SCHEDULE OF THE WEEK") }
    if date == 1, month == 1, days == CivilDay.year(year) {
      return Words(vi: "LỊCH PHÁT SÓNG NĂM \(year)", en: "BROADCAST SCHEDULE \(year)")
    }
    return Words(vi: "LỊCH PHÁT SÓNG", en: "BROADCAST SCHEDULE")
  }
  static func days(_ days: Range<CivilDay>) -> Words {
    let (first, last) = (days.lowerBound, days.upperBound.advanced(by: -1))
    return Words(
      vi: "(Từ ngày \(first.forPeople) đến ngày \(last.forPeople))",
      en: "(From \(first.forPeople) to \(last.forPeople))")
  }
  static let day = Words(vi: "Thứ, ngày", en: "Day")
  static let hour = Words(vi: "Giờ phát", en: "Time")
  static let length = Words(vi: "Thời lượng", en: "Length")
  static let outlet = Words(vi: "Kênh", en: "Outlet")
  static let programme = Words(vi: "Tên chương trình, chuyên mục", en: "Programme, column")
  static let topic = Words(vi: "Chủ đề/Nội dung", en: "Topic")
  static let run = Words(vi: "Phát mới / Phát lại", en: "First run / repeat")
  static let person = Words(vi: "Người thực hiện", en: "By")
  static let repeated = Words(vi: "PL", en: "R")
  static let repeatedMeans = Words(vi: "PL: phát lại.", en: "R: repeat.")
  static func days(from first: String, through last: String) -> Words {
    Words(vi: "Từ \(first) đến \(last)", en: "\(first) to \(last)")
  }
  static let inMonth = Words(vi: "Trong tháng", en: "In the month")
  static func minutes(_ minutes: ClosedRange<Int>) -> Words {
    func span(_ number: (Int) -> String) -> String {
      minutes.count == 1
        ? number(minutes.lowerBound) : "\(number(minutes.lowerBound)) - \(number(minutes.upperBound))"
    }
    return Words(
      vi: span { paperNumber($0, in: .vietnamese) } + " phút", en: span { "\($0)" } + " min")
  }
  static func placements(_ count: Int) -> Words {
    Words(
      vi: "Cộng: \(paperNumber(count, in: .vietnamese)) lượt phát, đăng.",
      en: "In all: \(counted(count, "placement")).")
  }
  static let nothing = Words(
    vi: "Không có lượt phát nào trong những ngày này.", en: "Nothing is scheduled in these days.")
  static let compiler = Words(vi: "NGƯỜI LẬP", en: "COMPILED BY")
  static let approved = Words(vi: "(duyệt)", en: "(approved)")
  static let signedByHand = Words(vi: "(Ký, ghi rõ họ tên)", en: "(Signature, full name)")

  // The list of work before air
  static let tasks = Words(vi: "VIỆC CẦN LÀM TRƯỚC KHI PHÁT", en: "WORK TO DO BEFORE AIR")
  static let overdue = Words(
    vi: "Đã quá hạn, chưa phát (sổ không ghi việc đã làm xong hay chưa)",
    en: "Past its deadline, not on the air yet (the Book does not tell what is done)")
  static func week(_ days: Range<CivilDay>) -> Words {
    let (first, last) = (days.lowerBound, days.upperBound.advanced(by: -1))
    return Words(
      vi: "Tuần từ \(first.forPeople) đến \(last.forPeople)",
      en: "Week of \(first.forPeople) to \(last.forPeople)")
  }
  static let noTasks = Words(
    vi: "Không có việc nào đến hạn trong những ngày này.", en: "Nothing is due in these days.")

  /// All that was due is before placements of which the logs tell.
  static func tasksBehind(_ count: Int) -> Words {
    Words(
      vi:
        "\(count) việc đến hạn trong những ngày này đều thuộc lượt mà nhật ký đã cho biết kết quả; không còn việc nào phải làm.",
      en: count == 1
        ? "The one piece of work due in these days belongs to a placement of which the logs tell; nothing is left to do."
        : "All \(count) pieces of work due in these days belong to placements of which the logs tell; nothing is left to do."
    )
  }

  static let due = Words(vi: "Hạn", en: "Due")
  static let whatToDo = Words(vi: "Việc", en: "What")
  static let originalDay = Words(vi: "Bản gốc", en: "Original")
  static let onAir = Words(vi: "Phát", en: "On the air")
  static let unassigned = Words(vi: "chưa phân công", en: "nobody is named")
  static func shortDay(_ day: CivilDay) -> Words {
    let (_, month, date) = day.components
    let number = "\(twoDigits(date))/\(twoDigits(month))"
    return Words(
      vi: "\(["T2", "T3", "T4", "T5", "T6", "T7", "CN"][day.weekday - 1]) \(number)",
      en: "\(weekdayName(day.weekday, .english)) \(number)")
  }

  // The months
  static let byMonths = Words(vi: "KẾ HOẠCH VÀ THỰC HIỆN THEO THÁNG", en: "PLANNED AND DONE BY MONTH")
  static let monthCell = Words(
    vi: "Mỗi ô: số thực hiện/số xếp lịch trong tháng dương lịch; phát bù không cộng vào số xếp lịch.",
    en: "Each cell: aired/scheduled in the calendar month; make-goods add nothing to what is scheduled.")
  static let monthsInFull = Words(
    vi: "Tháng chỉ có một phần trong kỳ báo cáo được tính trọn tháng.",
    en: "A month of which only a part lies in the period is counted in full.")
  static let monthSum = Words(vi: "Cộng", en: "Sum")

  // The week as a grid
  static let wholeDay = Words(vi: "Trong ngày", en: "That day")

  /// A document as a sentence names it: "Kế hoạch số 424/KH-UBND ngày 04/4/2018 của UBND tỉnh".
  static func named(_ document: PlanDocument?) -> Words {
    let number = document?.number ?? "……/……"
    let date = document?.date
    let issuer = document?.issuer
    return Words(
      vi: "Kế hoạch số \(number) ngày \(date.map(\.forPeople) ?? "……/……/……")"
        + (issuer.map { " của \($0)" } ?? ""),
      en: "Plan no. \(number) of \(date.map(\.forPeople) ?? "……/……/……")" + (issuer.map { ", \($0)" } ?? ""))
  }
}
