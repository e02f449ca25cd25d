import ScheduleModel

/// Rows of a log that are not read because a day or a length in them could be read in two ways.
struct DoubtfulCells {
  private var days: (first: String, place: LogPlace, count: Int)?
  private var turned: (first: String, place: LogPlace, count: Int)?
  private var lengths: (first: String, place: LogPlace, count: Int)?
  private var numbers: (first: String, place: LogPlace, count: Int)?

  /// No rows yet.
  init() {}

  /// Whether that is what is wrong with a row; then it is noted.
  mutating func takes(_ faults: [(fault: RowFault, range: Range<Int>)], at place: LogPlace) -> Bool {
    for (fault, _) in faults {
      switch fault {
      case .dayOrderUnknown(let text):
        days = (days?.first ?? text, days?.place ?? place, (days?.count ?? 0) + 1)
        return true
      case .dayTurned(let text):
        turned = (turned?.first ?? text, turned?.place ?? place, (turned?.count ?? 0) + 1)
        return true
      case .lengthOrderUnknown(let text):
        lengths = (lengths?.first ?? text, lengths?.place ?? place, (lengths?.count ?? 0) + 1)
        return true
      case .numberSignsUnknown(let text):
        numbers = (numbers?.first ?? text, numbers?.place ?? place, (numbers?.count ?? 0) + 1)
        return true
      default: continue
      }
    }
    return false
  }

  /// One finding for all days, one for all lengths, one for all numbers.
  var findings: [Finding] {
    [
      days.map { Finding.dayOrderUnknown($0.first, rows: $0.count, at: $0.place) },
      turned.map { Finding.daysTurned(rows: $0.count, at: $0.place) },
      lengths.map { Finding.lengthOrderUnknown($0.first, rows: $0.count, at: $0.place) },
      numbers.map { Finding.numberSignsUnknown($0.first, rows: $0.count, at: $0.place) },
    ].compactMap(\.self)
  }
}

extension DayReadings {
  /// The two days that a text may be; `nil` when it has one reading alone.
  init?(_ text: String) {
    let bytes = Array(text.utf8)[...]
    guard ColumnEvidence.isOpen(day: bytes),
      let (first, second, year) = LogValue.slashed(ColumnEvidence.date(in: bytes)),
      let dayFirst = CivilDay(year: year, month: second, day: first),
      let monthFirst = CivilDay(year: year, month: first, day: second)
    else { return nil }
    self.init(text: text, dayFirst: dayFirst, monthFirst: monthFirst)
  }
}

extension LengthReadings {
  /// The two lengths that a text with a colon may be; `nil` when it has one reading alone.
  init?(colon text: String) {
    let bytes = Array(text.utf8)[...]
    guard LogValue.halves(bytes) != nil, let minutesFirst = LogValue.length(bytes, .minutesFirst),
      let hoursFirst = LogValue.length(bytes, .hoursFirst)
    else { return nil }
    self.init(text: text, kind: .colon, first: (minutesFirst + 30) / 60, second: (hoursFirst + 30) / 60)
  }

  /// The two lengths that a text with a point or comma may be; `nil` when it has one reading alone.
  init?(signs text: String) {
    guard let number = SignedNumber(Array(text.utf8)[...]), number.isOpen, let comma = number.withComma,
      let point = number.withPoint
    else { return nil }
    self.init(text: text, kind: .signs, first: (comma + 500) / 1_000, second: (point + 500) / 1_000)
  }
}

extension Finding {
  fileprivate static func numberSignsUnknown(_ text: String, rows: Int, at: LogPlace) -> Finding {
    let both = LengthReadings(signs: text).map { [$0.first, $0.second] } ?? []
    func list(_ language: ReaderLanguage) -> String {
      both.map { grouped($0, in: language) }.joined(separator: language == .vietnamese ? " hoặc " : " or ")
    }
    return Finding(
      .logLengthDoubtful, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi:
          "Thời lượng “\(cut(text))” có thể là \(list(.vietnamese)) phút, và cả cột không cho biết dấu nào đứng trước "
          + "phần thập phân; số dòng không đọc vì vậy: \(grouped(rows, in: .vietnamese)).",
        en:
          "The length “\(cut(text))” may be \(list(.english)) minutes, and nothing in the column shows which sign comes "
          + "before decimals; rows not read for that: \(grouped(rows, in: .english))."),
      remedy: Words(
        vi:
          "Hỏi nơi gửi rồi thêm --numbers 1.234,5 hoặc --numbers 1,234.5 khi import; hoặc xin thời lượng không có dấu.",
        en:
          "Ask the sender, then add --numbers 1.234,5 or --numbers 1,234.5 to import; or ask for lengths without signs."
      ))
  }

  fileprivate static func dayOrderUnknown(_ text: String, rows: Int, at: LogPlace) -> Finding {
    let days = DayReadings(text)
    let both = Words(
      vi: days.map { "\($0.dayFirst.forPeople) hoặc \($0.monthFirst.forPeople)" } ?? "hai ngày khác nhau",
      en: days.map { "\($0.dayFirst) or \($0.monthFirst)" } ?? "two different days")
    return Finding(
      .logDayDoubtful, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "“\(cut(text))” có thể là \(both.vi), và cả cột không cho biết ngày hay tháng đứng trước; "
          + "số dòng không đọc vì vậy: \(grouped(rows, in: .vietnamese)).",
        en:
          "“\(cut(text))” may be \(both.en), and nothing in the column shows whether day or month comes first; "
          + "rows not read for that: \(grouped(rows, in: .english))."),
      remedy: Words(
        vi: "Hỏi nơi gửi rồi thêm --dates dd/MM hoặc --dates MM/dd; hoặc xin tệp ghi ngày dạng 2018-04-05.",
        en: "Ask the sender, then add --dates dd/MM or --dates MM/dd; or ask for days such as 2018-04-05."))
  }

  fileprivate static func daysTurned(rows: Int, at: LogPlace) -> Finding {
    Finding(
      .logDayDoubtful, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi:
          "Cột ngày có ô kiểu ngày, đều là ngày 1 đến 12, và ô chữ, đều là ngày sau 12: có thể bảng tính đã đảo ngày và tháng "
          + "của các ô kiểu ngày; số dòng không đọc vì vậy: \(grouped(rows, in: .vietnamese)).",
        en:
          "The column has date cells, all of a day up to the 12th, and texts, all of a later day: a spreadsheet may have turned "
          + "day and month of the date cells; rows not read for that: \(grouped(rows, in: .english))."),
      remedy: Words(
        vi:
          "Xem nhật ký gốc hoặc hỏi nơi gửi. Các ô kiểu ngày đúng như đang hiện thì thêm --date-cells kept khi import, bị đảo thì "
          + "thêm --date-cells turned; hoặc xin tệp ghi ngày dạng 2018-04-05.",
        en:
          "See the station's own log, or ask the sender. If the date cells are right as they show, add --date-cells kept to import; "
          + "if they are turned, --date-cells turned; or ask for days such as 2018-04-05."))
  }

  fileprivate static func lengthOrderUnknown(_ text: String, rows: Int, at: LogPlace) -> Finding {
    Finding(
      .logLengthDoubtful, .error, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi:
          "Thời lượng “\(cut(text))” có thể là giờ:phút hoặc phút:giây, và cả cột không cho biết là cách nào; "
          + "số dòng không đọc vì vậy: \(grouped(rows, in: .vietnamese)).",
        en:
          "The length “\(cut(text))” may be hours and minutes or minutes and seconds, and nothing in the column "
          + "shows which; rows not read for that: \(grouped(rows, in: .english))."),
      remedy: Words(
        vi: "Hỏi nơi gửi rồi thêm --lengths mm:ss hoặc --lengths h:mm; hoặc xin thời lượng bằng phút.",
        en: "Ask the sender, then add --lengths mm:ss or --lengths h:mm; or ask for minutes."))
  }

  /// Days of a log are read with the month first, because a row can be read in no other way.
  static func monthFirst(_ proof: (text: String, line: Int), file: String) -> Finding {
    Finding(
      .logDayDoubtful, .info, at: SourcePlace(file: file, line: proof.line),
      Words(
        vi: "“\(cut(proof.text))” chỉ đọc được khi tháng đứng trước; cả cột được đọc như vậy.",
        en: "“\(cut(proof.text))” can only be read with the month first; so the whole column is."),
      remedy: Words(
        vi: "Nếu sai, thêm --dates dd/MM và chép lại ô này theo nhật ký gốc của đài.",
        en: "If that is wrong, add --dates dd/MM and copy the cell again from the station's own log."))
  }

  /// A row counts without the length that its cells state.
  static func lengthDoubtful(_ doubt: LengthDoubt, _ at: LogPlace) -> Finding {
    let (message, remedy): (Words, Words)
    switch doubt {
    case .endBeforeStart:
      message = Words(
        vi: "Giờ kết thúc trước giờ bắt đầu; dòng này được tính nhưng không có thời lượng.",
        en: "The end lies before the start; the row counts, but without a length.")
      remedy = Words(
        vi:
          "Hỏi lại nơi ghi nhật ký và chép giờ họ xác nhận; nếu kết thúc vào ngày khác, ghi cả ngày kết thúc.",
        en:
          "Ask whoever kept the log, and copy the time that they confirm; if it ended on another day, give that day too."
      )
    case .disagreement:
      message = Words(
        vi: "Thời lượng và giờ kết thúc không khớp nhau; dòng này được tính nhưng không có thời lượng.",
        en: "The length and the end contradict each other; the row counts, but without a length.")
      remedy = Words(
        vi: "Hỏi lại nơi ghi nhật ký ô nào đúng, rồi ghi ô kia như họ xác nhận hoặc để trống.",
        en:
          "Ask whoever kept the log which of the two holds, and write the other as they confirm it, or leave it empty."
      )
    case .twoReadings(let clock, let decimal):
      func text(_ seconds: Int) -> Words {
        Words(
          vi: "\(seconds / 60) phút \(seconds % 60) giây",
          en: "\(counted(seconds / 60, "minute")) \(seconds % 60) s")
      }
      message = Words(
        vi:
          "Thời lượng này có thể là \(text(clock).vi), hoặc \(text(decimal).vi) (số thập phân); dòng được tính nhưng "
          + "không có thời lượng.",
        en:
          "This length may be \(text(clock).en), or \(text(decimal).en) (with decimals); the row counts, but without a "
          + "length.")
      remedy = Words(
        vi:
          "Hỏi đài. Phút và giây thì chép thành \(clock / 60)'\(clock % 60)''; số thập phân thì thêm --numbers 1.234,5 "
          + "hoặc --numbers 1,234.5 khi import.",
        en:
          "Ask the station. If it is minutes and seconds, copy it as \(clock / 60)'\(clock % 60)''; if it has decimals, "
          + "add --numbers 1.234,5 or --numbers 1,234.5 to import.")
    case .tooLong:
      message = Words(
        vi: "Thời lượng quá 24 giờ; dòng này được tính nhưng không có thời lượng.",
        en: "The length is more than 24 hours; the row counts, but without a length.")
      remedy = Words(
        vi: "Kiểm tra đơn vị của cột thời lượng (phút) và ngày, giờ kết thúc.",
        en: "See whether the column has minutes, and which day and time the end is.")
    }
    return Finding(
      .logLengthDoubtful, .warning, at: at.place, width: at.width, excerpt: at.excerpt, message,
      remedy: remedy)
  }

  /// Rows that an office program does not show, and that count like any other.
  static func rowsHidden(_ lines: [Int], file: String) -> Finding {
    let rows = LineRanges(lines).text
    return Finding(
      .logHidden, .warning, at: SourcePlace(file: file, line: lines.first ?? 1),
      Words(
        vi: "Các dòng bị ẩn hoặc bị lọc trong bảng tính vẫn được đọc: \(rows).",
        en: "Rows that the spreadsheet hides or filters away are read all the same: \(rows)."),
      remedy: Words(
        vi: "Hỏi người gửi các dòng này có được tính không; nếu không, xin tệp không có các dòng này.",
        en: "Ask whoever sent them whether they count; if not, ask for the file without them."))
  }

  /// Rows whose cells are all struck through, and that count like any other.
  static func rowsStruckThrough(_ lines: [Int], file: String) -> Finding {
    let rows = LineRanges(lines).text
    return Finding(
      .logHidden, .warning, at: SourcePlace(file: file, line: lines.first ?? 1),
      Words(
        vi: "Các dòng bị gạch ngang trong bảng tính vẫn được đọc: \(rows).",
        en: "Rows that are struck through in the spreadsheet are read all the same: \(rows)."),
      remedy: Words(
        vi:
          "Hỏi người gửi các dòng này có được tính không; nếu không, ghi “không phát” vào cột “trạng thái”, hoặc xin tệp không "
          + "có các dòng này.",
        en:
          "Ask whoever sent them whether they count; if not, write “off-air” in a column “status”, or ask for the file without "
          + "them."))
  }

  /// A sheet that an office program does not show, and that counts like any other.
  static func sheetHidden(_ sheet: String, file: String) -> Finding {
    Finding(
      .logHidden, .warning, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Trang tính “\(cut(sheet))” bị ẩn nhưng vẫn được đọc.",
        en: "The sheet “\(cut(sheet))” is hidden, and is read all the same."),
      remedy: Words(
        vi: "Hỏi người gửi trang này có được tính không; nếu không, xin tệp không có trang này.",
        en: "Ask whoever sent it whether it counts; if not, ask for the file without it."))
  }
}
