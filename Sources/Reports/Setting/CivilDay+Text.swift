package import ScheduleModel

extension CivilDay {
  /// The month as people write it, `04/2018`.
  var monthForPeople: String {
    let (year, month, _) = components
    return "\(twoDigits(month))/\(year)"
  }
}

extension Range<CivilDay> {
  /// The limits as people write them, both days included.
  func text(in language: ReaderLanguage) -> String {
    let (first, last) = (lowerBound.forPeople, upperBound.advanced(by: -1).forPeople)
    return switch language {
    case .vietnamese: "từ ngày \(first) đến hết ngày \(last)"
    case .english: "from \(first) to \(last), both included"
    }
  }
}

extension SlotTiming {
  /// When it is, for people: a day and an hour, a day, or a month.
  package func text(in language: ReaderLanguage) -> String {
    switch self {
    case .timed(let start, _): "\(start.day.forPeople) \(start.time)"
    case .allDay(let day): day.forPeople
    case .span(let days): "\(days.lowerBound.forPeople)–\(days.upperBound.advanced(by: -1).forPeople)"
    case .inMonth(let days):
      Words(vi: "tháng ", en: "in ")[language] + days.lowerBound.monthForPeople
    }
  }
}

/// The short names of the twelve months.
func monthHeadings(_ language: ReaderLanguage) -> [String] {
  switch language {
  case .vietnamese: (1...12).map { "T\($0)" }
  case .english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  }
}

/// The short names of a plan's months, with the year where it has several of one name: `T7`, `T7/26`.
package func monthHeadings(of run: MonthRun, _ language: ReaderLanguage) -> [String] {
  let names = monthHeadings(language)
  return run.indices.map { index in
    let name = names[run.month(of: index) - 1]
    return run.isToldByNumbers ? name : "\(name)/\(twoDigits(run.year(of: index) % 100))"
  }
}

/// The name of an ISO 8601 weekday, 1 for Monday.
package func weekdayName(_ weekday: Int, _ language: ReaderLanguage) -> String {
  switch language {
  case .vietnamese:
    ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"][weekday - 1]
  case .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
