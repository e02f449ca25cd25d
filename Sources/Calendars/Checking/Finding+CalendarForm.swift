import ContentLines
import ScheduleModel

/// The words of what breaks the form of a calendar, whoever reads it.
extension Finding {
  static func broken(_ fault: ComponentReader.Fault, at place: SourcePlace) -> Finding {
    switch fault {
    case .brokenLine:
      form(
        place, vi: "Dòng không có dạng TÊN:GIÁ TRỊ hoặc TÊN;THAM SỐ=…:GIÁ TRỊ (RFC 5545 §3.1).",
        en: "The line is no NAME:VALUE, nor NAME;PARAMETER=…:VALUE (RFC 5545 §3.1).",
        Words(
          vi: "Nếu đây là phần tiếp của dòng trước, thêm một dấu cách ở đầu dòng.",
          en: "If it goes on with the line before, begin it with a blank."))
    case .outside:
      form(
        place, vi: "Dòng nằm ngoài BEGIN:VCALENDAR và END:VCALENDAR (RFC 5545 §3.4).",
        en: "The line is outside BEGIN:VCALENDAR and END:VCALENDAR (RFC 5545 §3.4).",
        Words(vi: "Xóa dòng này và các dòng ngoài lịch.", en: "Delete what is outside."))
    case .unended(let kind):
      form(
        place, vi: "BEGIN:\(kind) không có END:\(kind) (RFC 5545 §3.6).",
        en: "BEGIN:\(kind) has no END:\(kind) (RFC 5545 §3.6).", Words("END:\(kind)"))
    case .endWithoutBegin(let kind):
      form(
        place, vi: "END:\(kind) không có BEGIN:\(kind) (RFC 5545 §3.6).",
        en: "END:\(kind) has no BEGIN:\(kind) (RFC 5545 §3.6).", Words("BEGIN:\(kind)"))
    case .overflow(let kind):
      form(
        place, vi: "\(kind) có quá nhiều thuộc tính; từ đây không được đọc.",
        en: "This \(kind) has too many properties; from here on they are not read.",
        Words(vi: "Tách thành nhiều \(kind).", en: "Split it into several."))
    case .tooDeep:
      form(
        place, vi: "Từ đây có quá nhiều lớp lồng nhau; phần còn lại không được đọc.",
        en: "From here on there are too many components in one another; the rest is not read.", nil)
    case .cutLine(let name):
      Finding(
        .lineTooLong, .warning, at: place,
        Words(
          vi: "\(name) dài hơn 64 KB; phần sau không được kiểm tra.",
          en: "\(name) has more than 64 KB; the rest of it is not checked."),
        remedy: Words(
          vi: "Thay nội dung bằng một liên kết (ATTACH:https://…).",
          en: "Replace the content by a link (ATTACH:https://…)."))
    case .utf16:
      calendarNotUTF8(at: place)
    case .noCalendar:
      form(
        place, vi: "Tệp không có lịch nào: không có BEGIN:VCALENDAR.",
        en: "The file has no calendar: there is no BEGIN:VCALENDAR.",
        Words(
          vi: "Xuất lại từ chương trình lịch ở dạng iCalendar (.ics).",
          en: "Export it again from the calendar program, as iCalendar (.ics)."))
    }
  }

  /// vCalendar 1.0, which looks like iCalendar and means other things by it.
  static func vCalendar(at place: SourcePlace) -> Finding {
    form(
      place, vi: "Tệp là vCalendar 1.0 (.vcs, năm 1996), không phải iCalendar; không đọc gì từ tệp này.",
      en: "The file is vCalendar 1.0 (.vcs, of 1996), not iCalendar; nothing of it is read.",
      Words(
        vi: "Trong chương trình lịch, xuất lại ở dạng iCalendar (.ics, VERSION:2.0).",
        en: "In the calendar program, export it again as iCalendar (.ics, VERSION:2.0)."))
  }

  static func emptyCalendar(at place: SourcePlace) -> Finding {
    form(
      place, vi: "Lịch không có thành phần nào (RFC 5545 §3.6).",
      en: "The calendar has no component (RFC 5545 §3.6).",
      Words(
        vi: "Thêm ít nhất một VEVENT, VTODO hoặc VTIMEZONE.",
        en: "Add a VEVENT, VTODO or VTIMEZONE at least."))
  }

  static func misplacedComponent(_ kind: String, in parent: String, at place: SourcePlace) -> Finding {
    let section = CalendarStandard.section(ofComponent: kind)
    return form(
      place, vi: "\(kind) không được nằm trong \(parent) (\(section)).",
      en: "\(kind) must not be in \(parent) (\(section)).",
      kind == "VALARM"
        ? Words(vi: "Đặt nó trong một VEVENT hoặc VTODO.", en: "Put it into a VEVENT or VTODO.")
        : kind == "STANDARD" || kind == "DAYLIGHT"
          ? Words(vi: "Đặt nó trong một VTIMEZONE.", en: "Put it into a VTIMEZONE.")
          : Words(vi: "Đặt nó ngay trong VCALENDAR.", en: "Put it into the VCALENDAR itself."))
  }

  static func lateProperty(_ kind: String, at place: SourcePlace) -> Finding {
    Finding(
      .calendarSyntax, .warning, at: place,
      Words(
        vi:
          "Thuộc tính của \(kind) đứng sau một thành phần con (\(CalendarStandard.section(ofComponent: kind))).",
        en:
          "A property of \(kind) follows a component in it (\(CalendarStandard.section(ofComponent: kind)))."
      ),
      remedy: Words(
        vi: "Đặt các thuộc tính trước BEGIN của thành phần con.",
        en: "Put the properties before the component's BEGIN."))
  }

  static func moreInCalendar(_ count: Int, like finding: Finding) -> Finding {
    Finding(
      .moreFindings, finding.severity, at: finding.place,
      Words(
        vi: "Từ đây còn \(count) chỗ cùng loại, không nêu hết: \(finding.message.vi)",
        en: "From here on there are \(count) more of this kind, not shown one by one: \(finding.message.en)"),
      remedy: finding.remedy)
  }

  private static func form(_ place: SourcePlace, vi: String, en: String, _ remedy: Words?) -> Finding {
    Finding(.calendarSyntax, .error, at: place, Words(vi: vi, en: en), remedy: remedy)
  }
}
