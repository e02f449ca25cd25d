import ScheduleModel

/// The words of what the strict check finds in a calendar.
extension Finding {
  // MARK: Octets and lines

  static func byteOrderMark(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Tệp bắt đầu bằng BOM; Google Calendar không nhận.",
      en: "The file begins with a byte order mark, which Google Calendar refuses.",
      remedy: Words(vi: "Lưu lại dạng UTF-8 không có BOM.", en: "Save it as UTF-8 without BOM."))
  }

  static func unendedLine(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Dòng cuối không kết thúc bằng CR LF; tệp có thể đã bị cắt.",
      en: "The last line does not end with CR LF; the file may have been cut off.", remedy: lineEnds)
  }

  static func lineWithoutCR(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Dòng kết thúc bằng LF mà không có CR (RFC 5545 §3.1).",
      en: "The line ends with LF without CR (RFC 5545 §3.1).", remedy: lineEnds)
  }

  static func emptyLine(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Dòng trống.", en: "The line is empty.",
      remedy: Words(vi: "Xóa dòng này.", en: "Delete the line."))
  }

  static func longLine(_ count: Int, at place: SourcePlace) -> Finding {
    Finding(
      .lineTooLong, .error, at: place,
      Words(
        vi: "Dòng dài \(count) octet, nhiều nhất là 75 (RFC 5545 §3.1).",
        en: "The line has \(count) octets; 75 are the most (RFC 5545 §3.1)."),
      remedy: Words(
        vi: "Ngắt dòng trước octet thứ 76, không ngắt giữa một ký tự; dòng sau bắt đầu bằng một dấu cách.",
        en: "Break it before the 76th octet, not inside a character; the next line begins with a blank."))
  }

  static func controlInCalendar(at place: SourcePlace) -> Finding {
    Finding(
      .controlCharacter, .error, at: place,
      Words(
        vi: "Dòng có ký tự điều khiển (RFC 5545 §3.1).",
        en: "The line has a control character (RFC 5545 §3.1)."),
      remedy: Words(vi: "Xóa ký tự đó.", en: "Delete it."))
  }

  static func splitCharacter(at place: SourcePlace) -> Finding {
    Finding(
      .notUTF8, .error, at: place,
      Words(
        vi: "Chỗ ngắt dòng nằm giữa một ký tự: dòng bắt đầu bằng phần sau của ký tự ấy.",
        en: "The fold lies inside a character: this line begins with the rest of it."),
      remedy: Words(vi: "Ngắt dòng trước ký tự đó.", en: "Break the line before that character."))
  }

  static func brokenCharacter(at place: SourcePlace) -> Finding {
    Finding(
      .notUTF8, .error, at: place,
      Words(vi: "Dòng có octet không phải UTF-8.", en: "The line has octets that are not UTF-8."),
      remedy: Words(vi: "Lưu lại tệp dạng UTF-8.", en: "Save the file as UTF-8."))
  }

  static func brokenLine(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Dòng không có dạng TÊN:GIÁ TRỊ hoặc TÊN;THAM SỐ=…:GIÁ TRỊ.",
      en: "The line is no NAME:VALUE, nor NAME;PARAMETER=…:VALUE.",
      remedy: Words(
        vi: "Nếu đây là phần tiếp của dòng trước, thêm một dấu cách ở đầu dòng.",
        en: "If it goes on with the line before, begin it with a blank."))
  }

  // MARK: Components

  static func noCalendar(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Tệp không có lịch nào: không có BEGIN:VCALENDAR.",
      en: "The file has no calendar: there is no BEGIN:VCALENDAR.", remedy: nil)
  }

  static func outsideCalendar(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Dòng nằm ngoài BEGIN:VCALENDAR và END:VCALENDAR; mỗi tệp có đúng một lịch.",
      en: "The line is outside BEGIN:VCALENDAR and END:VCALENDAR; a file has one calendar.",
      remedy: Words(vi: "Xóa dòng này và các dòng ngoài lịch.", en: "Delete what is outside."))
  }

  static func unended(_ kind: String, at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "BEGIN:\(kind) không có END:\(kind).", en: "BEGIN:\(kind) has no END:\(kind).",
      remedy: Words("END:\(kind)"))
  }

  static func endWithoutBegin(_ kind: String, at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "END:\(kind) không có BEGIN:\(kind).", en: "END:\(kind) has no BEGIN:\(kind).",
      remedy: Words("BEGIN:\(kind)"))
  }

  static func tooMuchInComponent(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Từ đây có quá nhiều lớp hoặc thuộc tính lồng nhau; phần còn lại không được đọc.",
      en: "From here on there are too many properties or components in one another; the rest is not read.",
      remedy: nil)
  }

  // MARK: Properties

  static func missing(_ name: String, _ kind: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "\(kind) không có \(name).", en: "This \(kind) has no \(name).",
      remedy: Words(vi: "Thêm một dòng \(name).", en: "Add a line \(name)."))
  }

  static func repeated(_ name: String, _ kind: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "\(name) có nhiều hơn một lần trong cùng \(kind).",
      en: "\(name) occurs more than once in the same \(kind).",
      remedy: Words(vi: "Chỉ giữ một dòng.", en: "Keep one of them."))
  }

  static func repeatedParameter(_ of: ContentProperty, at place: SourcePlace) -> Finding {
    property(
      place, vi: "\(of.name) có cùng một tham số nhiều lần.", en: "\(of.name) has the same parameter twice.",
      remedy: Words(vi: "Chỉ giữ một tham số.", en: "Keep one of them."))
  }

  static func badValue(_ of: ContentProperty, _ example: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "\(of.name) không thể là “\(of.value.prefix(60))”.",
      en: "\(of.name) cannot be “\(of.value.prefix(60))”.",
      remedy: Words(vi: "Ghi như: \(example)", en: "Write it like: \(example)"))
  }

  static func badRulePart(_ part: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "RRULE sai, thiếu hoặc lặp phần “\(part.prefix(60))” (RFC 5545 §3.3.10).",
      en: "“\(part.prefix(60))” is missing in the RRULE, repeated or unknown (RFC 5545 §3.3.10).",
      remedy: Words("RRULE:FREQ=WEEKLY;BYDAY=MO"))
  }

  static func notEscaped(_ name: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "\(name) có dấu phẩy, chấm phẩy hoặc gạch chéo ngược chưa được thoát (RFC 5545 §3.3.11).",
      en: "\(name) has a comma, semicolon or backslash that is not escaped (RFC 5545 §3.3.11).",
      remedy: Words(vi: "Ghi \\, \\; hoặc \\\\.", en: "Write \\, \\; or \\\\."))
  }

  static func repeatedUID(_ uid: String, _ earlier: Int, at place: SourcePlace) -> Finding {
    Finding(
      .calendarUIDRepeated, .error, at: place,
      Words(
        vi: "UID \(uid.prefix(120)) đã có ở dòng \(earlier), với cùng RECURRENCE-ID.",
        en: "Line \(earlier) has the UID \(uid.prefix(120)) already, with the same RECURRENCE-ID."),
      remedy: Words(
        vi: "Mỗi sự kiện một UID riêng; chỉ giữ bản có SEQUENCE cao hơn.",
        en: "Each event has a UID of its own; of two revisions keep the one with the higher SEQUENCE."))
  }

  // MARK: Times

  static func unknownZone(_ zone: String, at place: SourcePlace) -> Finding {
    time(
      place, vi: "TZID “\(zone.prefix(60))” không có VTIMEZONE trong tệp (RFC 5545 §3.6.5).",
      en: "TZID “\(zone.prefix(60))” has no VTIMEZONE in the file (RFC 5545 §3.6.5).",
      remedy: Words(vi: "Thêm VTIMEZONE cho múi giờ này.", en: "Add a VTIMEZONE for this zone."))
  }

  static func zoneWithUTC(_ of: ContentProperty, at place: SourcePlace) -> Finding {
    time(
      place, vi: "\(of.name) vừa có TZID vừa có Z.", en: "\(of.name) has both TZID and Z.",
      remedy: Words(vi: "Bỏ TZID hoặc bỏ Z.", en: "Take away one of them."))
  }

  static func badTime(_ of: ContentProperty, at place: SourcePlace) -> Finding {
    time(
      place, vi: "\(of.name) không phải ngày giờ, hoặc không đúng VALUE: “\(of.value.prefix(60))”.",
      en: "\(of.name) is no date or time, or not what VALUE says: “\(of.value.prefix(60))”.",
      remedy: Words("\(of.name);VALUE=DATE:20200402\n\(of.name);TZID=Asia/Ho_Chi_Minh:20200402T201500"))
  }

  static func otherKind(
    _ of: ContentProperty, than start: ContentProperty, at place: SourcePlace
  ) -> Finding {
    time(
      place, vi: "\(of.name) và DTSTART khác kiểu (ngày, giờ UTC, hoặc TZID).",
      en: "\(of.name) and DTSTART differ in kind (day, time in UTC, or TZID).",
      remedy: Words(
        vi: "Ghi cùng kiểu với DTSTART ở dòng \(start.number).",
        en: "Write it in the kind of DTSTART in line \(start.number)."))
  }

  static func endAndDuration(_ name: String, at place: SourcePlace) -> Finding {
    time(
      place, vi: "Có cả \(name) và DURATION.", en: "There are both \(name) and DURATION.",
      remedy: Words(vi: "Chỉ giữ một.", en: "Keep one of them."))
  }

  static func endNotAfterStart(
    _ end: ContentProperty, _ start: ContentProperty, at place: SourcePlace
  ) -> Finding {
    time(
      place, vi: "\(end.name) \(end.value) không sau DTSTART \(start.value).",
      en: "\(end.name) \(end.value) is not after DTSTART \(start.value).",
      remedy: Words(
        vi: "Ngày kết thúc của sự kiện cả ngày là ngày hôm sau.",
        en: "An event of a whole day ends on the day after it."))
  }

  static func moreInCalendar(_ count: Int, in file: String) -> Finding {
    Finding(
      .moreFindings, .error, at: nil,
      Words(
        vi: "\(file) còn \(count) lỗi khác không nêu ở đây.",
        en: "\(file) has \(count) more errors, which are not shown."),
      remedy: Words(
        vi: "Sửa các lỗi đã nêu rồi kiểm tra lại.", en: "Fix those that are shown, then check again."))
  }

  // MARK: Kinds

  private static let lineEnds = Words(
    vi: "Kết thúc mỗi dòng bằng CR LF, cả dòng cuối.", en: "End every line with CR LF, the last one too.")

  private static func syntax(_ place: SourcePlace, vi: String, en: String, remedy: Words?) -> Finding {
    Finding(.calendarSyntax, .error, at: place, Words(vi: vi, en: en), remedy: remedy)
  }

  private static func property(_ place: SourcePlace, vi: String, en: String, remedy: Words?) -> Finding {
    Finding(.calendarProperty, .error, at: place, Words(vi: vi, en: en), remedy: remedy)
  }

  private static func time(_ place: SourcePlace, vi: String, en: String, remedy: Words?) -> Finding {
    Finding(.calendarTime, .error, at: place, Words(vi: vi, en: en), remedy: remedy)
  }
}
