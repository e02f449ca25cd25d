import ScheduleModel

/// The words of what the strict check finds in the octets of a calendar.
extension Finding {
  static func byteOrderMark(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Tệp bắt đầu bằng BOM (RFC 5545 §3.1 không cho phép); Google Calendar không nhận.",
      en:
        "The file begins with a byte order mark (not allowed by RFC 5545 §3.1), which Google Calendar refuses.",
      remedy: Words(vi: "Lưu lại dạng UTF-8 không có BOM.", en: "Save it as UTF-8 without BOM."))
  }

  static func unendedLine(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Dòng cuối không kết thúc bằng CR LF; tệp có thể đã bị cắt (RFC 5545 §3.1).",
      en: "The last line does not end with CR LF; the file may have been cut off (RFC 5545 §3.1).",
      remedy: lineEnds)
  }

  static func unendedCalendar(at place: SourcePlace) -> Finding {
    Finding(
      .calendarSyntax, .warning, at: place,
      Words(
        vi: "Dòng cuối không kết thúc bằng CR LF (RFC 5545 §3.1).",
        en: "The last line does not end with CR LF (RFC 5545 §3.1)."), remedy: lineEnds)
  }

  static func linesWithoutCR(_ count: Int, of all: Int, at place: SourcePlace) -> Finding {
    syntax(
      place,
      vi: "\(count) trong \(all) dòng kết thúc bằng LF mà không có CR, đầu tiên ở đây (RFC 5545 §3.1).",
      en:
        "\(count) of \(counted(all, "line")) \(count == 1 ? "ends" : "end") with LF without CR, first here (RFC 5545 §3.1).",
      remedy: lineEnds)
  }

  static func emptyLine(at place: SourcePlace) -> Finding {
    syntax(
      place, vi: "Dòng trống (RFC 5545 §3.1).", en: "The line is empty (RFC 5545 §3.1).",
      remedy: Words(vi: "Xóa dòng này.", en: "Delete the line."))
  }

  static func longLine(_ count: Int, at place: SourcePlace) -> Finding {
    Finding(
      .lineTooLong, .warning, at: place,
      Words(
        vi: "Dòng dài \(count) octet; nên nhiều nhất là 75 (RFC 5545 §3.1).",
        en: "The line has \(count) octets; it should have 75 at most (RFC 5545 §3.1)."),
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
        vi: "Chỗ ngắt dòng nằm giữa một ký tự: dòng bắt đầu bằng phần sau của ký tự ấy (RFC 5545 §3.1).",
        en: "The fold lies inside a character: this line begins with the rest of it (RFC 5545 §3.1)."),
      remedy: Words(vi: "Ngắt dòng trước ký tự đó.", en: "Break the line before that character."))
  }

  static func brokenCharacter(at place: SourcePlace) -> Finding {
    Finding(
      .notUTF8, .error, at: place,
      Words(
        vi: "Dòng có octet không phải UTF-8 (RFC 5545 §3.1.4).",
        en: "The line has octets that are not UTF-8 (RFC 5545 §3.1.4)."),
      remedy: Words(vi: "Lưu lại tệp dạng UTF-8.", en: "Save the file as UTF-8."))
  }

  // MARK: Kinds

  private static let lineEnds = Words(
    vi: "Kết thúc mỗi dòng bằng CR LF, cả dòng cuối.", en: "End every line with CR LF, the last one too.")

  private static func syntax(_ place: SourcePlace, vi: String, en: String, remedy: Words?) -> Finding {
    Finding(.calendarSyntax, .error, at: place, Words(vi: vi, en: en), remedy: remedy)
  }
}
