import ScheduleModel

extension RowFault {
  /// What is wrong, as a part of a sentence.
  var words: Words {
    switch self {
    case .quoteNotClosed:
      Words(vi: "dấu ngoặc kép mở ra mà không đóng lại", en: "a quotation mark is opened and not closed")
    case .textAfterQuote:
      Words(vi: "có chữ ngay sau dấu ngoặc kép đóng", en: "text follows a closing quotation mark")
    case .overBorder(let word):
      Words(
        vi: "“\(cut(word))” nằm vắt qua ranh giới của một cột cố định",
        en: "“\(cut(word))” goes over the border of a fixed column")
    case .dayTurned(let text):
      Words(
        vi: "“\(cut(text))” có thể đã bị bảng tính đảo ngày và tháng",
        en: "day and month of “\(cut(text))” may have been turned by a spreadsheet")
    case .fieldCount(let found, let expected):
      Words(
        vi: "có \(found) ô, trong khi dòng tiêu đề có \(expected) cột",
        en: "it has \(found) \(found == 1 ? "field" : "fields"), the header \(expected)")
    case .controlCharacter(let byte):
      Words(
        vi: "có ký tự điều khiển \(Self.name(of: byte))",
        en: "it holds the control character \(Self.name(of: byte))")
    case .missing(let column):
      Words(vi: "thiếu \(column.vietnameseName)", en: "the \(column) is missing")
    case .notADay(let text):
      Words(vi: "“\(cut(text))” không phải là ngày", en: "“\(cut(text))” is not a date")
    case .noSuchDay(let text):
      Words(
        vi: "không có ngày “\(cut(text))” (năm từ \(Self.years.vi))",
        en: "there is no day “\(cut(text))” (years run from \(Self.years.en))")
    case .otherWeekday(let text):
      Words(
        vi: "thứ và ngày trong “\(cut(text))” không khớp nhau",
        en: "weekday and date of “\(cut(text))” do not agree")
    case .notATime(let text):
      Words(vi: "“\(cut(text))” không phải là giờ", en: "“\(cut(text))” is not a time")
    case .timeAfterMidnight(let text, _):
      Words(
        vi: "“\(cut(text))” đã sang ngày hôm sau, mà ngày phát sóng của kênh này kết thúc lúc nửa đêm",
        en: "“\(cut(text))” lies in the next day, and the outlet's day ends at midnight")
    case .timeRange(let text):
      Words(
        vi: "ô giờ ghi cả giờ bắt đầu và giờ kết thúc, “\(cut(text))”",
        en: "the time has a start and an end, “\(cut(text))”")
    case .timesContradict(let date, let time):
      Words(
        vi: "ô ngày ghi “\(cut(date))” còn ô giờ ghi “\(cut(time))”",
        en: "the date says “\(cut(date))”, the time says “\(cut(time))”")
    case .dayOrderUnknown(let text):
      Words(
        vi: "“\(cut(text))” có thể hiểu theo hai cách", en: "“\(cut(text))” may be two different days")
    case .lengthOrderUnknown(let text):
      Words(
        vi: "“\(cut(text))” có thể là giờ:phút hoặc phút:giây",
        en: "“\(cut(text))” may be hours and minutes or minutes and seconds")
    case .numberSignsUnknown(let text):
      Words(
        vi: "“\(cut(text))” có thể là hàng nghìn hoặc có phần thập phân",
        en: "“\(cut(text))” may be thousands or have decimals")
    case .notCalculated(let column):
      Words(
        vi: "ô “\(cut(column))” có công thức chưa được tính",
        en: "the cell “\(cut(column))” has a formula that was not calculated")
    case .errorValue(let column, let error):
      Words(
        vi: "ô “\(cut(column))” báo lỗi \(cut(error))",
        en: "the cell “\(cut(column))” has the error \(cut(error))")
    case .notANumber(let column, let text, let least):
      Words(
        vi: "\(column.vietnameseName) “\(cut(text))” không phải là số nguyên từ \(least) "
          + "đến \(grouped(Quantity.largest, in: .vietnamese))",
        en: "the \(column) “\(cut(text))” is not a whole number from \(least) "
          + "to \(grouped(Quantity.largest, in: .english))")
    case .notAPart(let text):
      Words(
        vi: "“\(cut(text))” không phải là phần của một tác phẩm",
        en: "“\(cut(text))” is not a part of a work")
    case .unknownOutlet(let text, _):
      Words(
        vi: "kế hoạch không có kênh, báo, đài nào là “\(cut(text))”",
        en: "the plan has no outlet “\(cut(text))”")
    case .unknownLine(let text, _):
      Words(vi: "kế hoạch không có chỉ tiêu “\(cut(text))”", en: "the plan has no line “\(cut(text))”")
    case .unknownLanguage(let text):
      Words(vi: "không rõ ngôn ngữ “\(cut(text))”", en: "the language “\(cut(text))” is not known")
    case .unknownStatus(let text):
      Words(vi: "không rõ trạng thái “\(cut(text))”", en: "the status “\(cut(text))” is not known")
    case .unknownRow(let text):
      Words(
        vi: "sổ không có dòng nào là “\(cut(text))”", en: "the Book has no row “\(cut(text))”")
    case .ambiguousRow(let text, let candidates):
      Words(
        vi: "sổ có \(candidates.count) dòng “\(cut(text))”, của các lần nhập khác nhau",
        en: "the Book has \(candidates.count) rows “\(cut(text))”, of different imports")
    case .unknownTrust(let text):
      Words(
        vi: "không rõ độ tin cậy “\(cut(text))”", en: "the level of trust “\(cut(text))” is not known")
    }
  }

  /// What to do about it.
  var remedy: Words {
    switch self {
    case .quoteNotClosed, .textAfterQuote:
      Words(
        vi: "Đặt cả ô trong một cặp dấu ngoặc kép; dấu ngoặc kép bên trong thì viết hai lần: \"\".",
        en: "Put the whole field in one pair of quotation marks, and write a mark inside it twice: \"\".")
    case .overBorder:
      Words(
        vi: "Xem dòng này trong nhật ký gốc; nếu cột rộng hơn, sửa số ký tự của cột trong mappings.yaml.",
        en:
          "See the row in the station's own log; if the columns are wider, correct their characters in mappings.yaml."
      )
    case .dayTurned:
      Words(
        vi: "Thêm --date-cells kept hoặc --date-cells turned.",
        en: "Add --date-cells kept or --date-cells turned.")
    case .fieldCount:
      Words(
        vi:
          "Ô nào có dấu phân cách bên trong thì đặt cả ô trong dấu ngoặc kép; ô trống vẫn giữ dấu phân cách.",
        en: "Quote a field that holds the separator; an empty field keeps its separator.")
    case .controlCharacter:
      Words(vi: "Xóa ký tự này, hoặc xuất lại tệp.", en: "Delete it, or export the file again.")
    case .missing(.author):
      Words(
        vi: "Ghi người đính chính vào cột “người ghi”, hoặc thêm khi nhập: --by \"HỌ TÊN\".",
        en: "Fill in the author, or add to import: --by \"NAME\".")
    case .missing(let column):
      Words(vi: "Ghi \(column.vietnameseName) vào ô trống.", en: "Fill in the \(column).")
    case .notADay, .noSuchDay:
      Words(
        vi: "Viết 2018-04-05, 05/04/2018 (ngày trước, tháng sau) hoặc “ngày 5 tháng 4 năm 2018”.",
        en: "Write 2018-04-05 or 05/04/2018 (day first).")
    case .otherWeekday:
      Words(
        vi: "Hỏi lại nơi ghi nhật ký thứ hay ngày là đúng rồi sửa ô này.",
        en: "Ask whoever kept the log which of the two holds, and correct the cell.")
    case .timeAfterMidnight(_, let seconds):
      Words(
        vi:
          "Ghi ngày hôm sau và \(LocalTime(seconds: seconds % 86_400).time). Nếu ngày phát sóng của đài kéo dài qua nửa đêm, "
          + "khai báo cho kênh trong kế hoạch, ví dụ day-starts: \"05:00\".",
        en:
          "Write the next day and \(LocalTime(seconds: seconds % 86_400).time). If the station's day goes on past midnight, say "
          + "so of the outlet in the plan, such as day-starts: \"05:00\".")
    case .timeRange:
      Words(
        vi: "Ghi giờ bắt đầu vào cột “giờ”, giờ kết thúc vào cột “giờ kết thúc”.",
        en: "Write the start in the column “time” and the end in a column “end”.")
    case .notATime: Words(vi: "Viết 20:15 hoặc 20h15.", en: "Write 20:15 or 20h15.")
    case .timesContradict:
      Words(
        vi: "Hỏi lại nơi ghi nhật ký giờ nào đúng, rồi ghi ô còn lại như họ xác nhận.",
        en: "Ask whoever kept the log which of the two holds, and write the other as they confirm it.")
    case .dayOrderUnknown:
      Words(vi: "Thêm --dates dd/MM hoặc --dates MM/dd.", en: "Add --dates dd/MM or --dates MM/dd.")
    case .lengthOrderUnknown:
      Words(vi: "Thêm --lengths mm:ss hoặc --lengths h:mm.", en: "Add --lengths mm:ss or --lengths h:mm.")
    case .numberSignsUnknown:
      Words(
        vi: "Thêm --numbers 1.234,5 hoặc --numbers 1,234.5.",
        en: "Add --numbers 1.234,5 or --numbers 1,234.5.")
    case .notCalculated:
      Words(
        vi: "Mở bằng Excel hoặc LibreOffice để tính công thức, rồi lưu lại.",
        en: "Open it in Excel or LibreOffice, so that formulas are calculated, and save it again.")
    case .errorValue:
      Words(
        vi: "Sửa công thức báo lỗi trong bảng tính rồi lưu lại.",
        en: "Mend the formula in the spreadsheet and save it again.")
    case .notANumber: Words(vi: "Chỉ viết chữ số, ví dụ 15.", en: "Write digits alone, such as 15.")
    case .notAPart:
      Words(
        vi: "Viết 2, 2/3, II hoặc “phần 2” (từ 1 đến 100).",
        en: "Write 2, 2/3, II or “part 2” (from 1 to 100).")
    case .unknownOutlet(_, let nearest):
      Self.meant(nearest)
        ?? Words(
          vi: "Dùng mã hoặc đúng tên kênh, báo, đài trong kế hoạch.",
          en: "Use an outlet's id or its exact name.")
    case .unknownLine(_, let nearest):
      Self.meant(nearest)
        ?? Words(
          vi: "Dùng mã chỉ tiêu trong kế hoạch, hoặc để trống và ghi tiêu đề.",
          en: "Use a line's id, or leave it empty and give the title.")
    case .unknownLanguage:
      Words(
        vi: "Viết tên tiếng hoặc mã, ví dụ Mông hoặc hmn.", en: "Write its name or tag, such as Mông or hmn.")
    case .unknownStatus:
      Words(
        vi:
          "Viết “đã phát”, “phát lại”, “đã gửi”, “nhường sóng” hoặc “không phát”; để trống là đã phát.",
        en: "Write “aired”, “repeat”, “sent”, “pre-empted” or “off-air”; empty means aired.")
    case .unknownRow:
      Words(
        vi: "Ghi mã dòng trong sổ, ví dụ 3f2a9c1b04de:17, hoặc tệp gốc và dòng, ví dụ thang-4.csv:12.",
        en: "Name the Book's row, such as 3f2a9c1b04de:17, or file and line, such as april.csv:12.")
    case .ambiguousRow(_, let candidates):
      Words(
        vi: "Ghi mã của đúng dòng đó: \(candidates.joined(separator: "; ")).",
        en: "Name the one that is meant by its id: \(candidates.joined(separator: "; ")).")
    case .unknownTrust:
      Words(
        vi: "Viết một trong: " + AsRunEntry.Trust.allCases.map(\.name.vi).joined(separator: ", ") + ".",
        en: "Write one of: " + AsRunEntry.Trust.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
  }

  private static func meant(_ nearest: String?) -> Words? {
    nearest.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") }
  }

  private static let years = Words(
    vi: "\(CivilDay.years.lowerBound) đến \(CivilDay.years.upperBound)",
    en: "\(CivilDay.years.lowerBound) to \(CivilDay.years.upperBound)")

  private static func name(of byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
