import ContentLines
import ScheduleModel

/// The words of what the strict check finds in properties; each names the rule.
extension Finding {
  // MARK: How often and where

  static func missing(_ name: String, _ kind: String, at place: SourcePlace) -> Finding {
    let section = CalendarStandard.section(ofComponent: kind)
    return property(
      place, vi: "\(kind) không có \(name) (\(section)).", en: "This \(kind) has no \(name) (\(section)).",
      Words(vi: "Thêm một dòng \(name).", en: "Add a line \(name)."))
  }

  static func repeated(_ name: String, _ kind: String, at place: SourcePlace) -> Finding {
    let section = CalendarStandard.section(ofComponent: kind)
    return property(
      place, vi: "\(name) có nhiều hơn một lần trong cùng \(kind) (\(section)).",
      en: "\(name) occurs more than once in the same \(kind) (\(section)).",
      Words(vi: "Chỉ giữ một dòng.", en: "Keep one of them."))
  }

  static func misplaced(_ name: String, _ kind: String, at place: SourcePlace) -> Finding {
    let section = CalendarStandard.section(ofProperty: name)
    return property(
      place, .warning, vi: "\(name) không thuộc \(kind) (\(section)); nhiều chương trình bỏ qua.",
      en: "\(name) does not belong in \(kind) (\(section)); many programs pass over it.",
      Words(vi: "Xóa dòng này.", en: "Delete the line."))
  }

  static func repeatedUID(_ uid: String, _ earlier: Int, at place: SourcePlace) -> Finding {
    Finding(
      .calendarUIDRepeated, .error, at: place,
      Words(
        vi: "UID “\(uid.prefix(120))” đã có ở dòng \(earlier), với cùng RECURRENCE-ID (RFC 5545 §3.8.4.7).",
        en:
          "Line \(earlier) has the UID “\(uid.prefix(120))” already, with the same RECURRENCE-ID (RFC 5545 §3.8.4.7)."
      ),
      remedy: Words(
        vi: "Mỗi sự kiện một UID riêng; chỉ giữ bản có SEQUENCE cao hơn.",
        en: "Each event has a UID of its own; of two revisions keep the one with the higher SEQUENCE."))
  }

  // MARK: Parameters

  static func repeatedParameter(_ of: ContentProperty, at place: SourcePlace) -> Finding {
    property(
      place, vi: "\(of.name) có cùng một tham số nhiều lần (RFC 5545 §3.2).",
      en: "\(of.name) has the same parameter twice (RFC 5545 §3.2).",
      Words(vi: "Chỉ giữ một tham số.", en: "Keep one of them."))
  }

  static func brokenQuotes(_ of: ContentProperty, _ parameter: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "Tham số \(parameter) của \(of.name) có dấu ngoặc kép đặt sai (RFC 5545 §3.2).",
      en: "The parameter \(parameter) of \(of.name) has a quotation mark out of place (RFC 5545 §3.2).",
      Words(
        vi: "Đặt cả giá trị trong ngoặc kép; dấu ngoặc kép bên trong ghi là ^' (RFC 6868).",
        en: "Put the whole value into quotation marks; one within it is written ^' (RFC 6868)."))
  }

  static func notQuoted(_ of: ContentProperty, _ parameter: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "Giá trị của tham số \(parameter) phải nằm trong ngoặc kép (RFC 5545 §3.2).",
      en: "The value of the parameter \(parameter) must be in quotation marks (RFC 5545 §3.2).",
      Words("\(of.name);\(parameter)=\"\(of[parameter]?.prefix(60) ?? "")\":…"))
  }

  static func badParameter(
    _ of: ContentProperty, _ parameter: String, _ words: [String], at place: SourcePlace
  ) -> Finding {
    property(
      place,
      vi:
        "Tham số \(parameter) của \(of.name) không thể là “\(of[parameter]?.prefix(60) ?? "")” (RFC 5545 §3.2).",
      en:
        "The parameter \(parameter) of \(of.name) cannot be “\(of[parameter]?.prefix(60) ?? "")” (RFC 5545 §3.2).",
      Words(words.map { "\(parameter)=\($0)" }.joined(separator: ", ")))
  }

  // MARK: Values

  static func badValue(_ of: ContentProperty, _ example: String, at place: SourcePlace) -> Finding {
    let section = CalendarStandard.section(ofProperty: of.name)
    let written = of.valueType.map { ";VALUE=\($0.prefix(20)):" } ?? ""
    return property(
      place, vi: "\(of.name) không thể là “\(written)\(of.value.prefix(60))” (\(section)).",
      en: "\(of.name) cannot be “\(written)\(of.value.prefix(60))” (\(section)).",
      Words(vi: "Ghi như: \(example)", en: "Write it like: \(example)"))
  }

  static func notEscaped(_ name: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "\(name) có dấu phẩy, chấm phẩy hoặc gạch chéo ngược chưa được thoát (RFC 5545 §3.3.11).",
      en: "\(name) has a comma, semicolon or backslash that is not escaped (RFC 5545 §3.3.11).",
      Words(vi: "Ghi \\, \\; hoặc \\\\.", en: "Write \\, \\; or \\\\."))
  }

  // MARK: Rules

  static func badRulePart(_ part: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "RRULE sai, thiếu hoặc lặp phần “\(part.prefix(60))” (RFC 5545 §3.3.10).",
      en:
        "“\(part.prefix(60))” is missing in the RRULE, repeated, unknown or out of bounds (RFC 5545 §3.3.10).",
      Words("RRULE:FREQ=WEEKLY;BYDAY=MO"))
  }

  static func rulePartsTogether(_ one: String, _ other: String, at place: SourcePlace) -> Finding {
    property(
      place, vi: "RRULE không được có cả \(one) và \(other) (RFC 5545 §3.3.10).",
      en: "An RRULE must not have both \(one) and \(other) (RFC 5545 §3.3.10).",
      Words(vi: "Chỉ giữ một phần.", en: "Keep one of them."))
  }

  static func misplacedRulePart(_ part: String, _ frequency: String, at place: SourcePlace) -> Finding {
    property(
      place,
      vi:
        "RRULE không được có “\(part.prefix(60))” khi FREQ=\(frequency) hoặc khi thiếu phần đi kèm (RFC 5545 §3.3.10).",
      en:
        "“\(part.prefix(60))” must not be in an RRULE with FREQ=\(frequency), or not without another part (RFC 5545 §3.3.10).",
      Words("RRULE:FREQ=MONTHLY;BYDAY=2MO\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"))
  }

  static func hourOfDayRule(_ part: String, _ start: ContentProperty, at place: SourcePlace) -> Finding {
    property(
      place,
      vi: "RRULE có \(part), mà DTSTART ở dòng \(start.number) là ngày không có giờ (RFC 5545 §3.3.10).",
      en:
        "The RRULE has \(part), but DTSTART in line \(start.number) is a day without an hour (RFC 5545 §3.3.10).",
      Words(vi: "Bỏ \(part).", en: "Take \(part) away."))
  }

  static func untilOfOtherKind(
    _ until: String, _ start: ContentProperty, _ example: String, at place: SourcePlace
  ) -> Finding {
    time(
      place,
      vi:
        "UNTIL “\(until.prefix(20))” không cùng kiểu với DTSTART ở dòng \(start.number) (RFC 5545 §3.3.10).",
      en:
        "UNTIL “\(until.prefix(20))” is not of the kind that DTSTART in line \(start.number) asks for (RFC 5545 §3.3.10).",
      Words(vi: "Ghi như: \(example)", en: "Write it like: \(example)"))
  }

  static func severalRules(at place: SourcePlace) -> Finding {
    property(
      place, .warning, vi: "Có nhiều RRULE; các chương trình hiểu khác nhau (RFC 5545 §3.8.5.3).",
      en: "There are several RRULEs, of which programs make different things (RFC 5545 §3.8.5.3).",
      Words(
        vi: "Giữ một RRULE; các buổi khác ghi bằng RDATE hoặc sự kiện riêng.",
        en: "Keep one; write the other occurrences as RDATE, or as events of their own."))
  }

  static func oldRule(at place: SourcePlace) -> Finding {
    property(
      place, .warning,
      vi: "EXRULE đã bị bỏ khỏi tiêu chuẩn (RFC 5545 phụ lục A.3); nhiều chương trình bỏ qua.",
      en: "EXRULE is no part of the standard any more (RFC 5545 appendix A.3); many programs pass over it.",
      Words(vi: "Ghi từng ngày bằng EXDATE.", en: "Write each day as EXDATE."))
  }

  private static func property(
    _ place: SourcePlace, _ severity: Severity = .error, vi: String, en: String, _ remedy: Words?
  ) -> Finding {
    Finding(.calendarProperty, severity, at: place, Words(vi: vi, en: en), remedy: remedy)
  }

  private static func time(_ place: SourcePlace, vi: String, en: String, _ remedy: Words?) -> Finding {
    Finding(.calendarTime, .error, at: place, Words(vi: vi, en: en), remedy: remedy)
  }
}
