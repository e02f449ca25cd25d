public import ScheduleModel

/// A calendar that people subscribe to or download, as a file (RFC 5545).
///
/// It is not in memory but composed stretch by stretch, by whoever writes it:
///
///     for stretch in calendar.stretches { calendar.append(stretch, to: &octets) }
public struct CalendarFile: Sendable {
  /// The file's name, such as `outlet-truyen-hinh.ics`: lower-case letters, digits and hyphens.
  public let name: String
  /// What it holds, for a list of calendars: "Tiếng Mông".
  public let title: Words
  /// The stretches of the file, one after the other; each but the last has at least half a megabyte.
  public let stretches: [Stretch]
  /// What is known of how it differs from the earlier file of its name.
  public let difference: Difference
  private let pieces: [CalendarPiece]
  private let publisher: Publisher

  /// A stretch of a file, to be composed by itself.
  public struct Stretch: Sendable {
    /// Where in the file its octets stand.
    public let octets: Range<Int>
    fileprivate let pieces: Range<Int>
  }

  /// How a calendar differs from the earlier file of its name.
  public enum Difference: Sendable {
    /// It has an event or a task that stands in no earlier calendar as it stands here.
    case entries
    /// If at all, before its first event or task: its ``CalendarFile/head``, or its size.
    case headAtMost
    /// That is not known before the two are compared.
    case unknown
  }

  init(
    name: String, title: Words, pieces: [CalendarPiece], _ difference: Difference, _ publisher: Publisher
  ) {
    self.name = name
    self.title = title
    self.pieces = pieces
    self.difference = difference
    self.publisher = publisher
    var stretches: [Stretch] = []
    var (size, first) = (0, 0)
    for (index, piece) in pieces.enumerated() {
      size += piece.size
      let start = stretches.last?.octets.upperBound ?? 0
      if size - start >= CalendarPiece.usualSize || index + 1 == pieces.count {
        stretches.append(Stretch(octets: start..<size, pieces: first..<index + 1))
        first = index + 1
      }
    }
    self.stretches = stretches
  }

  /// How many octets it has.
  public var size: Int { stretches.last?.octets.upperBound ?? 0 }

  /// Its octets before the first event or task.
  public var head: [UInt8] {
    var octets: [UInt8] = []
    if let first = pieces.first { publisher.append(first, to: &octets) }
    return octets
  }

  /// The names of the earlier files that parts of it are taken from: they must stand there until it is composed.
  public var sources: Set<String> {
    var names: Set<String> = []
    for piece in pieces {
      if case .remains(let remains) = piece.content { names.formUnion(remains.map(\.file.name)) }
    }
    return names
  }

  /// Appends the octets of a stretch: UTF-8, CRLF after every line, no line over 75 octets.
  ///
  /// Stretches may be composed on several threads. Cost: O(placements of the stretch's days).
  public func append(_ stretch: Stretch, to octets: inout [UInt8]) {
    octets.reserveCapacity(octets.count + stretch.octets.count)
    for piece in pieces[stretch.pieces] { publisher.append(piece, to: &octets) }
  }

  /// The whole file. Composed at each call.
  public var octets: [UInt8] {
    var octets: [UInt8] = []
    for stretch in stretches { append(stretch, to: &octets) }
    return octets
  }

  /// The whole file as text. Composed at each call.
  public var text: String { String(decoding: octets, as: UTF8.self) }
}
