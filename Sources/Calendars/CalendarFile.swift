public import ScheduleModel

/// A calendar that people subscribe to or download, as the text of a file (RFC 5545).
public struct CalendarFile: Hashable, Sendable {
  /// The file's name, such as `outlet-truyen-hinh.ics`: lower-case letters, digits and hyphens.
  public let name: String
  /// What it holds, for a list of calendars: "Tiếng Mông".
  public let title: Words
  /// The whole text: UTF-8, CRLF after every line, no line over 75 octets.
  public let text: String
}
