import ScheduleModel

/// The words of what is found while somebody else's calendar is read.
extension Finding {
  /// Why a rule is not read.
  enum RuleFault {
    case exrule
    case refused(RecurrenceRule.Refusal)
  }

  static func ruleNotRead(_ rule: String, _ fault: RuleFault, at place: SourcePlace) -> Finding {
    let why: Words
    switch fault {
    case .exrule:
      why = Words(
        vi: "EXRULE đã bị bỏ khỏi tiêu chuẩn (RFC 5545)",
        en: "EXRULE is no part of the standard any more (RFC 5545)")
    case .refused(let refusal): why = refusal.why
    }
    return Finding(
      .calendarRule, .error, at: place,
      Words(
        vi: "Không đọc được quy tắc lặp “\(rule.prefix(120))”: \(why.vi). Sự kiện này bị bỏ qua.",
        en: "The rule “\(rule.prefix(120))” is not read: \(why.en). The event is left out."),
      remedy: Words(
        vi:
          "Trong lịch gốc, đặt lặp hằng ngày, hằng tuần, hằng tháng hoặc hằng năm với các phần đơn giản, hoặc tách "
          + "thành nhiều sự kiện, rồi xuất lại; hay tự ghi `dates:` trong khung giờ.",
        en:
          "In the calendar, let it repeat daily, weekly, monthly or yearly with plain parts, or split it into several "
          + "events, and export again; or write `dates:` in a grid line yourself."))
  }

  static func zoneNotRead(_ name: String, at place: SourcePlace) -> Finding {
    Finding(
      .calendarZone, .error, at: place,
      Words(
        vi: "Không biết múi giờ “\(name.prefix(60))”, và tệp không có VTIMEZONE đọc được cho nó. "
          + "Sự kiện này bị bỏ qua.",
        en:
          "The zone “\(name.prefix(60))” is not known, and the file has no VTIMEZONE of it that can be read. "
          + "The event is left out."),
      remedy: Words(
        vi: "Thay bằng tên IANA trong tệp, ví dụ TZID=Asia/Ho_Chi_Minh.",
        en: "Put an IANA name into the file, such as TZID=Asia/Ho_Chi_Minh."))
  }

  static func eventTooLong(at place: SourcePlace) -> Finding {
    Finding(
      .lineTooLong, .error, at: place,
      Words(
        vi: "Sự kiện có dòng dài quá 64 KB, hoặc quá nhiều ngày; nó bị bỏ qua.",
        en: "The event has a line of more than 64 KB, or too many dates; it is left out."),
      remedy: Words(
        vi: "Tách thành nhiều sự kiện trong lịch gốc rồi xuất lại.",
        en: "Split it into several events in the calendar, and export again."))
  }

  static func readTwice(_ uid: String, earlier: Int, isNewer: Bool, at place: SourcePlace) -> Finding {
    let kept =
      isNewer
      ? Words(vi: "Bản này mới hơn nên được dùng", en: "This one is newer and is used")
      : Words(vi: "Bản ở dòng \(earlier) được dùng", en: "The one in line \(earlier) is used")
    return Finding(
      .calendarUIDRepeated, .warning, at: place,
      Words(
        vi: "UID “\(uid.prefix(120))” đã có ở dòng \(earlier). \(kept.vi).",
        en: "Line \(earlier) has the UID “\(uid.prefix(120))” already. \(kept.en)."),
      remedy: Words(
        vi: "Nếu là hai sự kiện khác nhau, cho mỗi sự kiện một UID riêng.",
        en: "If they are two events, give each a UID of its own."))
  }

  /// Two changes of one occurrence, of which one is used.
  static func changedTwice(_ uid: String, used: Int, other: Int, at place: SourcePlace) -> Finding {
    Finding(
      .calendarUIDRepeated, .warning, at: place,
      Words(
        vi:
          "Dòng \(min(used, other)) và dòng \(max(used, other)) sửa cùng một buổi của “\(uid.prefix(120))”; bản mới hơn, ở dòng \(used), được dùng.",
        en:
          "Lines \(min(used, other)) and \(max(used, other)) change the same occurrence of “\(uid.prefix(120))”; the newer one, in line \(used), is used."
      ),
      remedy: Words(
        vi: "Nếu muốn dùng bản kia, xóa bản này trong lịch gốc rồi xuất lại.",
        en: "If the other one is meant, delete this one in the calendar, and export again."))
  }

  static func calendarNotUTF8(at place: SourcePlace) -> Finding {
    Finding(
      .notUTF8, .error, at: place,
      Words(vi: "Tệp là UTF-16, không phải UTF-8.", en: "The file is UTF-16, not UTF-8."),
      remedy: Words(
        vi: "Lưu lại tệp dạng UTF-8: iconv -f UTF-16 -t UTF-8 cu.ics > moi.ics",
        en: "Save it as UTF-8: iconv -f UTF-16 -t UTF-8 old.ics > new.ics"))
  }

  /// What is so for many events, once.
  static func read(_ note: ReadingFindings.Note, count: Int, at place: SourcePlace) -> Finding {
    let times = Words(
      vi: "\(count) lần, đầu tiên ở đây", en: count == 1 ? "once, here" : "\(count) times, first here")
    func finding(_ code: FindingCode, _ severity: Severity, vi: String, en: String, _ remedy: Words? = nil)
      -> Finding
    {
      Finding(
        code, severity, at: place, Words(vi: "\(vi) (\(times.vi)).", en: "\(en) (\(times.en))."),
        remedy: remedy)
    }
    switch note {
    case .floating:
      return finding(
        .calendarZone, .warning, vi: "Giờ không ghi múi giờ; được hiểu là giờ của kênh",
        en: "A time without a zone is taken for the outlet's own",
        Words(
          vi: "Nếu không đúng, ghi TZID vào tệp, ví dụ DTSTART;TZID=Asia/Ho_Chi_Minh:…",
          en: "If it is not, write a TZID into the file, such as DTSTART;TZID=Asia/Ho_Chi_Minh:…"))
    case .takenZone(let name, let other):
      return finding(
        .calendarZone, .info, vi: "Múi giờ “\(name.prefix(60))” được hiểu là \(other)",
        en: "The zone “\(name.prefix(60))” is taken for \(other)")
    case .cancelled:
      return finding(
        .calendarLeftOut, .info, vi: "Sự kiện đã hủy (STATUS:CANCELLED), bỏ qua",
        en: "A cancelled event (STATUS:CANCELLED) is left out")
    case .outside:
      return finding(
        .calendarLeftOut, .info, vi: "Sự kiện nằm ngoài thời gian của kế hoạch, bỏ qua",
        en: "An event outside the days of the plan is left out")
    case .other(let component):
      return finding(
        .calendarLeftOut, .info, vi: "\(component.prefix(40)) không phải sự kiện, bỏ qua",
        en: "\(component.prefix(40)) is no event, and is left out")
    case .longLine:
      return finding(
        .lineTooLong, .info, vi: "Dòng dài quá 64 KB, không dùng đến, bỏ qua",
        en: "A line of more than 64 KB, which is not needed, is passed over")
    case .withoutUID:
      return finding(
        .calendarProperty, .warning,
        vi: "Sự kiện không có UID; không biết lần sửa nào thuộc về nó",
        en: "An event has no UID; what changes it cannot be told")
    case .brokenText:
      return finding(
        .notUTF8, .warning, vi: "Tiêu đề có octet không phải UTF-8, được thay bằng “�”",
        en: "A title has octets that are not UTF-8; they became “�”",
        Words(vi: "Lưu lại tệp dạng UTF-8.", en: "Save the file as UTF-8."))
    case .control:
      return finding(
        .controlCharacter, .warning, vi: "Tiêu đề có ký tự điều khiển, đã bỏ",
        en: "A title has control characters; they were taken out")
    case .untilDay:
      return finding(
        .calendarRule, .warning,
        vi: "UNTIL chỉ ghi ngày, trong khi sự kiện có giờ; buổi của ngày đó được tính",
        en: "UNTIL is a day though the event has an hour; the occurrence on that day counts",
        Words(
          vi: "Ghi UNTIL theo giờ UTC: UNTIL=20261231T165959Z", en: "Write it in UTC: UNTIL=20261231T165959Z")
      )
    case .startOutsideRule:
      return finding(
        .calendarRule, .warning,
        vi:
          "DTSTART không khớp quy tắc lặp; nó vẫn được tính là một buổi, ngoài số buổi của COUNT (RFC 5545 để ngỏ, các lịch khác cũng hiện như vậy)",
        en:
          "DTSTART is none of the rule's days; it counts as an occurrence all the same, besides those of COUNT (RFC 5545 leaves it "
          + "open, and other calendars show it so)",
        Words(
          vi: "Đặt DTSTART vào buổi đầu tiên của quy tắc.", en: "Let DTSTART be the rule's first occurrence.")
      )
    case .idleChange:
      return finding(
        .calendarRule, .warning, vi: "RECURRENCE-ID không trùng buổi nào của sự kiện; được tính là buổi thêm",
        en: "RECURRENCE-ID is no occurrence of its event; it counts as one more")
    case .idleRemoval:
      return finding(
        .calendarRule, .warning, vi: "EXDATE không trùng buổi nào của sự kiện; không bỏ buổi nào",
        en: "EXDATE is no occurrence of its event; nothing is taken out",
        Words(
          vi: "Nếu buổi ấy phải nghỉ, sửa EXDATE cho đúng ngày giờ của buổi.",
          en: "If an occurrence is to be left out, give EXDATE the day and hour of that one."))
    case .removalOfDay:
      return finding(
        .calendarRule, .warning,
        vi:
          "EXDATE chỉ ghi ngày, trong khi sự kiện có giờ; các buổi của ngày đó được bỏ, phần mềm khác có thể vẫn giữ",
        en:
          "EXDATE is a day though the event has an hour; the occurrences of that day are taken out, and other programs may "
          + "keep them",
        Words(
          vi: "Hỏi đài ngày đó có nghỉ không; nếu có, để họ ghi EXDATE kèm giờ của buổi rồi xuất lại.",
          en:
            "Ask the station whether that day is off; where it is, have EXDATE written with the hour and exported again."
        ))
    case .tooMany:
      return finding(
        .calendarTooLarge, .error,
        vi:
          "Lịch có quá nhiều sự kiện trong thời gian của kế hoạch (nhiều nhất \(EventCollection.mostSpans) buổi); "
          + "phần còn lại bị bỏ qua",
        en:
          "There are too many events in the days of the plan (\(EventCollection.mostSpans) times are the most); "
          + "the rest is left out",
        Words(
          vi: "Chia lịch thành nhiều tệp, mỗi kênh một tệp.",
          en: "Split the calendar, a file for each outlet."))
    }
  }
}

extension RecurrenceRule.Refusal {
  /// What it is that is not accepted.
  fileprivate var why: Words {
    switch self {
    case .frequency(let value):
      value.isEmpty
        ? Words(vi: "thiếu FREQ", en: "FREQ is missing")
        : Words(
          vi: "FREQ=\(value.prefix(20)) không dùng được", en: "FREQ=\(value.prefix(20)) is not accepted")
    case .part(let part):
      Words(vi: "phần “\(part.prefix(40))” không dùng được", en: "“\(part.prefix(40))” is not accepted")
    case .repeated(let name):
      Words(vi: "\(name) có hai lần", en: "\(name) comes twice")
    case .value(let part, let value):
      Words(
        vi: "\(part) không thể là “\(value.prefix(40))”", en: "\(part) cannot be “\(value.prefix(40))”")
    case .together(let one, let other):
      Words(
        vi: "\(one.prefix(40)) và \(other.prefix(40)) không đi cùng nhau",
        en: "\(one.prefix(40)) and \(other.prefix(40)) do not go together")
    }
  }
}
