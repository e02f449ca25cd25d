public import ScheduleModel

/// A calendar that people subscribe to or download, as a file (RFC 5545).
///
/// It is kept as pieces, most of which it shares with other calendars of the publication: a placement stands
/// in three or four of them, and in memory once.
public struct CalendarFile: Sendable {
  /// The file's name, such as `outlet-truyen-hinh.ics`: lower-case letters, digits and hyphens.
  public let name: String
  /// What it holds, for a list of calendars: "Tiếng Mông".
  public let title: Words
  /// The text in pieces.
  let pieces: [ArraySlice<UInt8>]

  /// How many octets it has.
  public var size: Int { pieces.reduce(0) { $0 + $1.count } }

  /// The whole file: UTF-8, CRLF after every line, no line over 75 octets. Put together at each call.
  public var octets: [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(size)
    for piece in pieces { octets.append(contentsOf: piece) }
    return octets
  }

  /// The whole file as text. Put together at each call.
  public var text: String { String(decoding: octets, as: UTF8.self) }
}
