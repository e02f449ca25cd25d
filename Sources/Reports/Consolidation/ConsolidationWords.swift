import ScheduleModel

/// The words of the report over all units.
enum ConsolidationWords {
  static let kind = Words(vi: "TỔNG HỢP SỐ LIỆU CÁC ĐƠN VỊ", en: "FIGURES OF ALL UNITS")
  static let lines = Words(vi: "Theo chỉ tiêu và cấp", en: "By line and level")
  static let territories = Words(vi: "Theo địa bàn", en: "By territory")
  static let rows = Words(vi: "Báo cáo của từng đơn vị", en: "What each unit reports")
  static func missing(_ findings: [Finding]) -> Words {
    hasUnreadRows(findings)
      ? Words(
        vi: "Chưa báo cáo, hoặc dòng báo cáo không đọc được",
        en: "Not reported yet, or in a row that cannot be read")
      : Words(vi: "Chưa báo cáo", en: "Not reported yet")
  }

  /// Whether rows of declared figures could not be read: whose they are is not known then.
  static func hasUnreadRows(_ findings: [Finding]) -> Bool {
    findings.contains { $0.code == .declaredRowBroken }
  }
  static let nothing = Words(
    vi: "Chưa có chỉ tiêu nào được đếm hoặc báo cáo trong kỳ này.",
    en: "No line is counted or reported on in this period.")

  static let level = Words(vi: "Cấp", en: "Level")
  static let allLevels = Words(vi: "Tất cả", en: "All")
  static let figure = Words(vi: "Số liệu", en: "Figure")
  static let share = Words(vi: "Tỷ trọng", en: "Share")
  static let percent = Words(vi: "Tỷ lệ TH/KH", en: "Of plan")
  static let logged = Words(vi: "Trong đó theo nhật ký", en: "Of it by logs")
  static let reported = Words(vi: "Đã báo cáo", en: "Reported")
  static let withoutFigure = Words(vi: "Chưa có số", en: "Without a figure")
  static let territory = Words(vi: "Địa bàn", en: "Territory")
  static let unit = Words(vi: "Đơn vị", en: "Unit")
  static let period = Words(vi: "Kỳ", en: "Period")
  static let trust = Words(vi: "Độ tin cậy", en: "Trust")
  static let evidence = Words(vi: "Minh chứng", en: "Evidence")
  static let author = Words(vi: "Người báo cáo", en: "Reported by")
  static func declared(_ period: ReportingPeriod) -> Words {
    Words(
      vi: "Đơn vị kê khai, \(period.name.vi)", en: "Reported by units, \(period.name.en)")
  }
  static let received = Words(vi: "Ngày nhận", en: "Received")
  static let fate = Words(vi: "Cộng vào tổng", en: "Added")
  static let place = Words(vi: "Tệp: dòng", en: "File: row")
  static let due = Words(vi: "Hạn báo cáo", en: "Due")
  static let exact = Words(vi: "Bằng số", en: "As a number")
  static let dueUnits = Words(vi: "Phải báo cáo", en: "Should report")
  static let daysLate = Words(vi: "Số ngày muộn", en: "Days late")
  static let emptyCell = Words(
    vi: "Ô trống: chưa biết, không phải là 0. Cột “Bằng số” chỉ có khi số liệu là một số đúng.",
    en:
      "An empty cell is not known, which is not 0. “As a number” is filled where a figure is one exact number."
  )
  static let noData = Words(vi: "không có số liệu", en: "no data")
  static func saysNoData(_ names: String) -> Words {
    Words(vi: "không có số liệu: \(names)", en: "no data: \(names)")
  }
  static func saysNothing(_ names: String, _ findings: [Finding]) -> Words {
    hasUnreadRows(findings)
      ? Words(
        vi: "chưa báo cáo, hoặc dòng báo cáo không đọc được: \(names)",
        en: "not reported, or in a row that cannot be read: \(names)")
      : Words(vi: "chưa báo cáo: \(names)", en: "not reported: \(names)")
  }
  static func saysTwice(_ names: String) -> Words {
    Words(
      vi: "có số khác nhau, chưa biết số nào đúng: \(names)",
      en: "reported different figures, and which holds is not known: \(names)")
  }
  static let partly = Words(vi: "Báo cáo một phần kỳ", en: "Reported for part of the period")
  static let known = Words(vi: "Đã có", en: "Reported")
  static let lacking = Words(vi: "Còn thiếu", en: "Missing")
  static func saysPart(_ reports: String) -> Words {
    Words(vi: "báo cáo một phần kỳ: \(reports)", en: "reported for part of the period: \(reports)")
  }

  /// The parts of a period of which a unit reported a figure: “quý I, tháng 4”; empty when of none.
  static func known(_ report: PartialReport, in period: ReportingPeriod, _ language: ReaderLanguage) -> String
  {
    report.reported.map { period.shortName(of: $0)[language] }.joined(separator: ", ")
  }

  /// The parts of which it reported none, and why: “quý III; không có số liệu: quý II”.
  static func lacking(_ report: PartialReport, in period: ReportingPeriod, _ language: ReaderLanguage)
    -> String
  {
    func list(_ periods: [ReportingPeriod]) -> String {
      periods.map { period.shortName(of: $0)[language] }.joined(separator: ", ")
    }
    let missing = report.missing.flatMap { period.names(of: $0) }.map { $0[language] }
    var parts = missing.isEmpty ? [] : [missing.joined(separator: ", ")]
    if !report.withoutData.isEmpty { parts.append(saysNoData(list(report.withoutData))[language]) }
    if !report.contradicted.isEmpty { parts.append(saysTwice(list(report.contradicted))[language]) }
    return parts.joined(separator: "; ")
  }

  /// What a unit reported and what not, behind its name: “UBND huyện B (có quý I; thiếu quý II)”.
  static func part(
    _ report: PartialReport, named name: String, in period: ReportingPeriod, _ language: ReaderLanguage
  ) -> String {
    func list(_ periods: [ReportingPeriod]) -> String {
      periods.map { period.shortName(of: $0)[language] }.joined(separator: ", ")
    }
    let missing = report.missing.flatMap { period.names(of: $0) }.map { $0[language] }.joined(separator: ", ")
    var parts: [Words] = []
    if !report.reported.isEmpty {
      let known = list(report.reported)
      parts.append(Words(vi: "có \(known)", en: "has \(known)"))
    }
    if !report.withoutData.isEmpty {
      let periods = list(report.withoutData)
      parts.append(Words(vi: "không có số liệu \(periods)", en: "no data for \(periods)"))
    }
    if !report.contradicted.isEmpty {
      let periods = list(report.contradicted)
      parts.append(Words(vi: "\(periods) có số khác nhau", en: "different figures for \(periods)"))
    }
    if !missing.isEmpty { parts.append(Words(vi: "thiếu \(missing)", en: "lacks \(missing)")) }
    return "\(name) (\(parts.map { $0[language] }.joined(separator: "; ")))"
  }

  static let logOpen = Words(vi: "nhật ký chưa hết kỳ", en: "the logs end earlier")

  /// What a sum lacks, a phrase each; empty when it is whole.
  static func open(
    _ sum: ConsolidatedSum, in period: ReportingPeriod, names: ([String]) -> String, _ findings: [Finding],
    _ language: ReaderLanguage
  ) -> [String] {
    var open: [Words] = []
    if !sum.withoutData.isEmpty { open.append(saysNoData(names(sum.withoutData))) }
    let silent = sum.missing.filter { !sum.contradicted.contains($0) }
    if !silent.isEmpty { open.append(saysNothing(names(silent), findings)) }
    if !sum.contradicted.isEmpty { open.append(saysTwice(names(sum.contradicted))) }
    if !sum.partial.isEmpty {
      let reports = sum.partial.map { part($0, named: names([$0.unit]), in: period, language) }
      open.append(saysPart(reports.joined(separator: ", ")))
    }
    if sum.isLogOpen { open.append(logOpen) }
    return open.map { $0[language] }
  }

  static func late(_ days: Int) -> Words {
    Words(vi: "muộn \(days) ngày", en: "\(days) \(days == 1 ? "day" : "days") late")
  }

  static func changing(_ units: String) -> Words {
    Words(
      vi:
        "Trong kỳ có đơn vị kết thúc hoặc thành lập; số của mỗi đơn vị tính cho những ngày đơn vị đó tồn tại: \(units).",
      en:
        "Units ended or began within the period; the figure of each is for the days on which it existed: \(units)."
    )
  }
  static func until(_ name: String, _ day: String) -> Words {
    Words(vi: "\(name) (đến hết ngày \(day))", en: "\(name) (until \(day))")
  }
  static func since(_ name: String, _ day: String) -> Words {
    Words(vi: "\(name) (từ ngày \(day))", en: "\(name) (from \(day))")
  }

  static let bound = Words(
    vi:
      "Còn đơn vị chưa có số, hoặc mới có số của một phần kỳ, thì tổng ghi “ít nhất”; không đơn vị nào có số thì ghi “không có số liệu”, không phải là 0.",
    en:
      "While a unit has no figure, or one for part of the period only, the sum is “at least”; where none has one it is “no data”, which is not 0."
  )
  /// Why a period that does not begin with the year is not held against the year's plan.
  ///
  /// - Parameter other: A period from the beginning of the year to the same day; `nil` when there is none.
  static func noPercent(_ other: ReportingPeriod?) -> Words {
    Words(
      vi: "Tỷ lệ TH/KH so với kế hoạch cả năm nên chỉ tính cho kỳ bắt đầu từ đầu năm"
        + (other.map { "; xem bản tổng hợp \($0.name.vi)" } ?? "") + ".",
      en:
        "“Of plan” is held against the plan of the whole year, so only a period from the beginning of the year has it"
        + (other.map { "; see the figures of \($0.name.en)" } ?? "") + ".")
  }
  static let noExactPercent = Words(
    vi:
      "Tỷ lệ TH/KH chỉ tính khi tổng là một số đúng, cùng đơn vị tính với kế hoạch; tổng ghi “ít nhất” thì để “–”.",
    en:
      "“Of plan” is worked out only where the sum is one exact figure, counted as the plan counts; for “at least” it is “–”."
  )
  static let once = Words(
    vi:
      "Số đơn vị kê khai chỉ cộng một lần: không cộng lại số đã gồm trong đơn vị khác, hoặc đã đếm theo nhật ký.",
    en: "A declared figure is added once: not when another unit's has it already, or the logs count it.")
  static let apart = Words(
    vi:
      "Các đơn vị tính khác nhau không cộng với nhau; chỉ trong tổng mà kế hoạch nêu mới cộng các loại tác phẩm báo chí.",
    en:
      "Different units of counting are not added to each other, except works of several forms in a total of the plan."
  )

  static func of(_ fate: JudgedFigure.Fate, unit: (String) -> String, from here: SourcePlace) -> Words {
    func row(_ place: SourcePlace) -> Words {
      place == here
        ? Words(
          vi: "dòng \(place.line) của tệp khác cùng tên",
          en: "line \(place.line) of another file of that name")
        : place.file == here.file
          ? Words(vi: "dòng \(place.line)", en: "line \(place.line)") : Words("\(place.file):\(place.line)")
    }
    return switch fate {
    case .counted: Words(vi: "đã cộng", en: "added")
    case .partial: Words(vi: "đã cộng, là một phần của kỳ", en: "added, for part of the period")
    case .noData: Words(vi: "không có số để cộng", en: "nothing to add")
    case .replaced(let place):
      Words(vi: "đã thay bằng \(row(place).vi)", en: "replaced by \(row(place).en)")
    case .contradicted(let place):
      Words(vi: "trái với \(row(place).vi)", en: "contradicted by \(row(place).en)")
    case .included(let other): Words(vi: "đã gồm trong \(unit(other))", en: "in the figure of \(unit(other))")
    case .logged: Words(vi: "đã đếm theo nhật ký", en: "counted by the logs")
    case .notValid: Words(vi: "đơn vị không tồn tại trong kỳ", en: "the unit did not exist then")
    case .otherPeriod: Words(vi: "kỳ khác", en: "another period")
    }
  }
}
