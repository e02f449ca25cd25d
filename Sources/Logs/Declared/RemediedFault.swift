import ScheduleModel

/// What keeps a row of declared figures from being read, with what to do about that.
struct RemediedFault {
  /// What is wrong, as a part of a sentence.
  let words: Words
  /// What to do, as a sentence.
  let remedy: Words

  init(_ words: Words, remedy: Words) {
    self.words = words
    self.remedy = remedy
  }

  /// A fault that rows of other tables have too.
  init(_ fault: RowFault) {
    self.init(fault.words, remedy: fault.remedy)
  }

  /// The period is understood and lies in another year than the plan.
  static func otherYear(_ text: String, _ period: ReportingPeriod, of year: Int) -> RemediedFault {
    RemediedFault(
      Words(
        vi: "kỳ “\(cut(text))” nằm ngoài năm \(year) của kế hoạch",
        en: "“\(cut(text))” lies outside \(year), the year of the plan"),
      remedy: Words(
        vi: "Chép sai năm thì chép lại như báo cáo; số của năm khác thì nhập vào kế hoạch của năm đó.",
        en:
          "If the year was copied wrongly, copy it again from the report; import figures of another year into the plan of that year."
      ))
  }

  /// The words are those of a stretch on which the profile has no report.
  static func noSuchReport(_ known: ReportingPeriod, profile: String, samples: String) -> RemediedFault {
    RemediedFault(
      Words(
        vi: "theo \(profile) không có báo cáo \(known.name.vi) (các kỳ: \(samples))",
        en: "\(profile) has no report on \(known.name.en) (its periods: \(samples))"),
      remedy: Words(
        vi: "Hỏi lại đơn vị để có số của một trong các kỳ đó.",
        en: "Ask the unit for its figure of one of these periods."))
  }

  /// The figure counts what the line does not.
  static func otherUnit(_ figure: Quantity, _ line: PlanLine) -> RemediedFault {
    let counted = line.countedUnit
    return RemediedFault(
      Words(
        vi:
          "\(figure.text(in: .vietnamese)) không cộng được với chỉ tiêu “\(line.title)”, là chỉ tiêu đếm \(counted)",
        en:
          "\(figure.text(in: .english)) cannot be added on the line “\(line.title)”, which counts \(counted)"),
      remedy: Words(
        vi:
          "Chép nhầm chỉ tiêu hay đơn vị tính thì chép lại như báo cáo; báo cáo ghi đúng như vậy thì hỏi lại đơn vị số \(counted), "
          + "chưa có câu trả lời thì để trống số liệu của dòng này.",
        en:
          "If the line or what is counted was copied wrongly, copy it again from the report; if the report says so, ask the "
          + "unit for its figure of \(counted), and leave the value of this row empty until it answers."))
  }

  /// A unit says that its own figure is in its figure.
  static func includesItself(_ unit: String) -> RemediedFault {
    RemediedFault(
      Words(
        vi: "cột “gồm cả” ghi chính đơn vị báo cáo, “\(unit)”",
        en: "“includes” names the reporting unit itself, “\(unit)”"),
      remedy: Words(
        vi:
          "Cột “gồm cả” chỉ ghi các đơn vị khác có số đã nằm trong số này, như báo cáo ghi; không có thì ghi: không.",
        en:
          "Name in “includes” only other units whose figures this one has in it, as the report says; where there are none, write: none."
      ))
  }

  /// A remark says that the figures of other units are in this one, and “includes” does not.
  static func includedInWords(_ text: String) -> RemediedFault {
    RemediedFault(
      Words(
        vi: "“\(cut(text))” cho biết số của đơn vị khác nằm trong số này, mà cột “gồm cả” để trống",
        en: "“\(cut(text))” says that figures of another unit are in this one, and “includes” is empty"),
      remedy: Words(
        vi:
          "Ghi vào cột “gồm cả” các đơn vị có số đã nằm trong số này, như báo cáo nêu; không đơn vị nào thì ghi: không. Báo cáo "
          + "không rõ thì hỏi lại đơn vị.",
        en:
          "Write in “includes” the units whose figures are in this one, as the report says; where there are none, write: none. If "
          + "the report is not clear, ask the unit."))
  }

  /// One cell of a spreadsheet is the figure of several rows.
  static func sharedFigure(_ rows: ClosedRange<Int>) -> RemediedFault {
    let (first, last) = (rows.lowerBound, rows.upperBound)
    return RemediedFault(
      Words(
        vi: "ô số liệu gộp chung cho các dòng \(first)–\(last), không phải số riêng của dòng nào",
        en: "one merged cell holds the figure of rows \(first) to \(last), which is that of none of them"),
      remedy: Words(
        vi:
          "Hỏi lại đơn vị số của từng dòng; nếu là số chung thì ghi một dòng với đúng kỳ và chỉ tiêu của số đó.",
        en:
          "Ask the unit for the figure of each row; if it is one figure for all, write one row with its period and line."
      ))
  }

  /// A day that reads in two ways, in a column that has the month first elsewhere.
  static func receivedOpen(_ text: String, beside sample: String) -> RemediedFault {
    RemediedFault(
      Words(
        vi:
          "không rõ ngày nhận “\(cut(text))” là ngày nào: cột này có ngày ghi tháng trước (“\(cut(sample))”)",
        en:
          "which day of receipt “\(cut(text))” is, is not known: the column has days with the month first (“\(cut(sample))”)"
      ),
      remedy: Words(
        vi: "Ghi ngày nhận theo năm-tháng-ngày, như 2018-04-05.",
        en: "Write days of receipt as year-month-day, such as 2018-04-05."))
  }

  /// The day of receipt has not come yet.
  static func receivedLater(_ day: CivilDay, today: CivilDay) -> RemediedFault {
    RemediedFault(
      Words(
        vi: "ngày nhận \(day.forPeople) chưa đến: hôm nay là \(today.forPeople)",
        en: "the day of receipt \(day.forPeople) is still to come: today is \(today.forPeople)"),
      remedy: Words(
        vi: "Ghi ngày thật sự nhận được báo cáo; không rõ ngày nào thì để trống.",
        en: "Write the day on which the report was received; leave it empty if that is not known."))
  }

  /// Several quarters in one figure: `9 tháng đầu năm`.
  static func quartersTogether(_ text: String, _ months: Int, samples: String) -> RemediedFault {
    RemediedFault(
      Words(
        vi: "“\(cut(text))” là quý I đến quý III cộng lại, không phải một kỳ báo cáo (các kỳ: \(samples))",
        en:
          "“\(cut(text))” is quarters 1 to 3 together, which is no period of a report (write it like \(samples))"
      ),
      remedy: Words(
        vi: "Ghi số của từng kỳ, mỗi kỳ một dòng; báo cáo chỉ nêu số cộng thì hỏi lại đơn vị từng kỳ.",
        en:
          "Write a row for each period; if the report has only the sum, ask the unit for the figure of each.")
    )
  }

  /// The words are no period.
  static func notAPeriod(_ text: String, profile: String, samples: String) -> RemediedFault {
    RemediedFault(
      Words(
        vi: "“\(cut(text))” không phải kỳ báo cáo theo \(profile) (viết như \(samples))",
        en: "“\(cut(text))” is no period of \(profile) (write it like \(samples))"),
      remedy: Words(
        vi:
          "Viết kỳ theo một trong các cách đó, hoặc: Quý I, 6 tháng đầu năm, Tháng 4; không rõ kỳ thì hỏi lại đơn vị.",
        en:
          "Write the period in one of these forms, or: Quý I, 6 tháng đầu năm, Tháng 4; if it is not clear, ask the unit."
      ))
  }
}

extension RowFaults {
  /// Adds a fault with what to do about it.
  mutating func add(_ fault: RemediedFault) {
    all.append(fault.words)
    if !remedies.contains(fault.remedy) { remedies.append(fault.remedy) }
  }

  /// That a row holds no data.
  static let noData: RowFaults = {
    var faults = RowFaults()
    faults.holdsNoData = true
    return faults
  }()
}

extension DeclaredColumn {
  /// That a row says nothing in it.
  var missing: RemediedFault {
    switch self {
    case .unit:
      RemediedFault(
        Words(vi: "chưa ghi đơn vị", en: "the unit is missing"),
        remedy: Words(
          vi: "Ghi mã hoặc tên đơn vị đã báo cáo.",
          en: "Write the id or the name of the unit that reported it."))
    case .period:
      RemediedFault(
        Words(vi: "chưa ghi kỳ báo cáo", en: "the period is missing"),
        remedy: Words(
          vi: "Ghi kỳ như báo cáo của đơn vị; báo cáo không nêu thì hỏi lại đơn vị.",
          en: "Write the period of the unit's report; if it states none, ask the unit."))
    case .line:
      RemediedFault(
        Words(vi: "chưa ghi chỉ tiêu", en: "the line is missing"),
        remedy: Words(
          vi: "Ghi mã hoặc tên chỉ tiêu trong kế hoạch.",
          en: "Write the id or the title of a line of the plan."))
    default:
      RemediedFault(
        Words(
          vi: "chưa ghi số liệu (chưa có thì ghi “không có số liệu”)",
          en: "the value is missing (where there is none, write “no data”)"),
        remedy: Words(
          vi: "Ghi số như báo cáo của đơn vị; báo cáo không nêu thì hỏi lại đơn vị.",
          en: "Write the figure of the unit's report; if it states none, ask the unit."))
    }
  }
}
