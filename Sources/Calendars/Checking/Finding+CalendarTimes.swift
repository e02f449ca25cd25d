import ContentLines
import ScheduleModel

/// The words of what the strict check finds in times and zones; each names the rule.
extension Finding {
  // MARK: Zones

  static func unknownZone(_ zone: String, at place: SourcePlace) -> Finding {
    time(
      place, vi: "TZID “\(zone.prefix(60))” không có VTIMEZONE trong lịch (RFC 5545 §3.2.19).",
      en: "TZID “\(zone.prefix(60))” has no VTIMEZONE in the calendar (RFC 5545 §3.2.19).",
      Words(vi: "Thêm VTIMEZONE cho múi giờ này.", en: "Add a VTIMEZONE for this zone."))
  }

  static func zoneTwice(_ zone: String, _ earlier: Int, at place: SourcePlace) -> Finding {
    time(
      place, vi: "VTIMEZONE “\(zone.prefix(60))” đã có ở dòng \(earlier) (RFC 5545 §3.6.5).",
      en: "Line \(earlier) has the VTIMEZONE “\(zone.prefix(60))” already (RFC 5545 §3.6.5).",
      Words(vi: "Chỉ giữ một.", en: "Keep one of them."))
  }

  static func emptyZone(_ zone: String, at place: SourcePlace) -> Finding {
    time(
      place, vi: "VTIMEZONE “\(zone.prefix(60))” không có STANDARD hoặc DAYLIGHT (RFC 5545 §3.6.5).",
      en: "The VTIMEZONE “\(zone.prefix(60))” has no STANDARD or DAYLIGHT (RFC 5545 §3.6.5).",
      Words(
        "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\nEND:STANDARD"))
  }

  static func zoneStart(_ start: ContentProperty, at place: SourcePlace) -> Finding {
    time(
      place,
      vi:
        "DTSTART của múi giờ phải là giờ địa phương, không có TZID hay Z: “\(start.value.prefix(60))” (RFC 5545 §3.6.5).",
      en:
        "DTSTART of a zone must be a local time without TZID and Z: “\(start.value.prefix(60))” (RFC 5545 §3.6.5).",
      Words("DTSTART:19700101T000000"))
  }

  static func zoneWithUTC(_ of: ContentProperty, at place: SourcePlace) -> Finding {
    time(
      place, vi: "\(of.name) vừa có TZID vừa có Z (RFC 5545 §3.2.19).",
      en: "\(of.name) has both TZID and Z (RFC 5545 §3.2.19).",
      Words(vi: "Bỏ TZID hoặc bỏ Z.", en: "Take away one of them."))
  }

  static func zoneOfDay(_ of: ContentProperty, at place: SourcePlace) -> Finding {
    time(
      place, vi: "\(of.name) là ngày mà có TZID (RFC 5545 §3.2.19).",
      en: "\(of.name) is a day, and has a TZID (RFC 5545 §3.2.19).",
      Words(vi: "Bỏ TZID.", en: "Take the TZID away."))
  }

  // MARK: Times

  static func badTime(_ of: ContentProperty, at place: SourcePlace) -> Finding {
    let section = CalendarStandard.section(ofProperty: of.name)
    return time(
      place,
      vi: "\(of.name) không phải ngày giờ, hoặc không đúng VALUE: “\(of.value.prefix(60))” (\(section)).",
      en: "\(of.name) is no date or time, or not what VALUE says: “\(of.value.prefix(60))” (\(section)).",
      Words("\(of.name);VALUE=DATE:20200402\n\(of.name);TZID=Asia/Ho_Chi_Minh:20200402T201500"))
  }

  static func otherKind(
    _ of: ContentProperty, than start: ContentProperty, at place: SourcePlace
  ) -> Finding {
    let section = CalendarStandard.section(ofProperty: of.name)
    return time(
      place,
      vi: "\(of.name) và DTSTART khác kiểu: ngày, giờ không có múi giờ, hoặc giờ có múi giờ (\(section)).",
      en: "\(of.name) and DTSTART differ in kind: day, time without a zone, or time in one (\(section)).",
      Words(
        vi: "Ghi cùng kiểu với DTSTART ở dòng \(start.number).",
        en: "Write it in the kind of DTSTART in line \(start.number)."))
  }

  static func otherKindIsDoubtful(
    _ of: ContentProperty, than start: ContentProperty, at place: SourcePlace
  ) -> Finding {
    Finding(
      .calendarTime, .warning, at: place,
      Words(
        vi:
          "\(of.name) và DTSTART khác kiểu (ngày và giờ); các chương trình hiểu khác nhau (\(CalendarStandard.section(ofProperty: of.name))).",
        en:
          "\(of.name) and DTSTART differ in kind (day and time), of which programs make different things (\(CalendarStandard.section(ofProperty: of.name)))."
      ),
      remedy: Words(
        vi: "Ghi cùng kiểu với DTSTART ở dòng \(start.number).",
        en: "Write it in the kind of DTSTART in line \(start.number)."))
  }

  static func otherKindThanEvent(_ id: ContentProperty, at place: SourcePlace) -> Finding {
    time(
      place,
      vi: "RECURRENCE-ID không cùng kiểu (ngày hay giờ) với DTSTART của sự kiện lặp (RFC 5545 §3.8.4.4).",
      en:
        "RECURRENCE-ID is not of the kind (day or time) of the recurring event's DTSTART (RFC 5545 §3.8.4.4).",
      Words(
        vi: "Ghi ngày giờ mà buổi ấy lẽ ra bắt đầu, cùng kiểu với DTSTART.",
        en: "Write when the occurrence would have begun, in the kind of DTSTART."))
  }

  static func endAndDuration(_ name: String, at place: SourcePlace) -> Finding {
    time(
      place, vi: "Có cả \(name) và DURATION (\(CalendarStandard.section(ofProperty: name))).",
      en: "There are both \(name) and DURATION (\(CalendarStandard.section(ofProperty: name))).",
      Words(vi: "Chỉ giữ một.", en: "Keep one of them."))
  }

  static func withoutAnchor(_ kind: String, _ name: String, at place: SourcePlace) -> Finding {
    time(
      place, vi: "TRIGGER tính từ \(name), mà \(kind) không có \(name) (RFC 5545 §3.8.6.3).",
      en: "TRIGGER is reckoned from \(name), which the \(kind) does not have (RFC 5545 §3.8.6.3).",
      name == "DTSTART"
        ? Words(vi: "Thêm dòng DTSTART.", en: "Add a line DTSTART.")
        : Words(
          vi: "Thêm dòng \(name), hoặc DURATION bên cạnh DTSTART; hoặc bỏ RELATED=END.",
          en: "Add a line \(name), or DURATION beside DTSTART; or leave out RELATED=END."))
  }

  static func hoursOfDays(_ duration: ContentProperty, at place: SourcePlace) -> Finding {
    time(
      place, vi: "Sự kiện cả ngày có DURATION theo giờ: “\(duration.value.prefix(60))” (RFC 5545 §3.6.1).",
      en:
        "An event of whole days has a DURATION with hours: “\(duration.value.prefix(60))” (RFC 5545 §3.6.1).",
      Words("DURATION:P1D"))
  }

  static func endNotAfterStart(
    _ end: ContentProperty, _ start: ContentProperty, at place: SourcePlace
  ) -> Finding {
    let section = CalendarStandard.section(ofProperty: end.name)
    return time(
      place,
      vi: "\(end.name) “\(end.value.prefix(60))” không sau DTSTART “\(start.value.prefix(60))” (\(section)).",
      en:
        "\(end.name) “\(end.value.prefix(60))” is not after DTSTART “\(start.value.prefix(60))” (\(section)).",
      CalendarValue.isDay(start)
        ? Words(
          vi: "Ngày kết thúc của sự kiện cả ngày là ngày hôm sau.",
          en: "An event of a whole day ends on the day after it.")
        : Words(
          vi: "Hỏi người giữ lịch giờ kết thúc đúng; nếu không ai biết, bỏ dòng \(end.name).",
          en: "Ask whoever keeps the calendar when it ends; if nobody knows, delete the line \(end.name)."))
  }

  private static func time(_ place: SourcePlace, vi: String, en: String, _ remedy: Words?) -> Finding {
    Finding(.calendarTime, .error, at: place, Words(vi: vi, en: en), remedy: remedy)
  }
}
