import Calendars
import ScheduleModel
import Synchronization

/// The work of writing a publication into a folder, chunk by chunk.
struct CalendarWriting {
  private let folder: String
  private let readers: [String: FileReader]
  /// The names under which somebody else has a file.
  private let blocked: Set<String>
  private let threads: Int
  /// The calendars in writing, by name.
  private var streams: [String: CalendarStream] = [:]

  /// The most octets that wait to be written, besides those of a chunk.
  private static let mostPending = 1 << 25

  init(_ folder: String, _ readers: [String: FileReader], blocked: Set<String>, threads: Int) {
    self.folder = folder
    self.readers = readers
    self.blocked = blocked
    self.threads = threads
  }

  /// The names of all calendars, parts included.
  var names: Set<String> { Set(streams.keys) }

  /// Writes all calendars; returns which are too large for some clients.
  mutating func write(_ publication: Publication) throws(FileRefusal) -> [Finding] {
    var numbered: [CalendarStream?] = Array(repeating: nil, count: publication.numbers)
    for calendar in publication.calendars {
      let stream = stream(calendar.name)
      stream.append(calendar.head[...])
      numbered[calendar.number] = stream
    }
    try writeEntries(of: publication, into: numbered)
    let wholes = publication.calendars.compactMap { calendar in
      numbered[calendar.number].map { (calendar: calendar, stream: $0) }
    }
    try each(wholes.map(\.stream)) { (stream) throws(FileRefusal) in
      stream.append(Publication.end[...])
      _ = try stream.end()
    }
    var findings: [Finding] = []
    for (calendar, whole) in wholes {
      let (parts, told) = publication.parts(of: calendar, size: whole.size, whole.marks)
      findings += told
      for part in parts {
        let stream = stream(part.name)
        stream.append(part.head[...])
        try whole.copy(part.octets, to: stream)
        stream.append(part.tail[...])
        _ = try stream.end()
      }
    }
    try each(streams.sorted { $0.key < $1.key }.map(\.value)) { (stream) throws(FileRefusal) in
      try stream.commit()
    }
    return findings
  }

  /// Removes what is not in its place yet.
  func discard() {
    for stream in streams.values { stream.discard() }
  }

  private mutating func stream(_ name: String) -> CalendarStream {
    let stream = CalendarStream(
      "\(folder)/\(name)", over: readers[name], isBlocked: blocked.contains(name))
    streams[name] = stream
    return stream
  }

  /// Composes as many chunks at once as there are threads, and copies each entry into the calendars that carry it.
  private func writeEntries(of publication: Publication, into streams: [CalendarStream?]) throws(FileRefusal)
  {
    for first in stride(from: 0, to: publication.chunks, by: threads) {
      let numbers = Array(first..<min(first + threads, publication.chunks))
      var pending = Array(repeating: 0, count: streams.count)
      for chunk in Concurrently.map(numbers, publication.compose) {
        for piece in chunk.pieces {
          let octets = chunk.octets[piece.octets]
          for number in piece.calendars {
            pending[number] = streams[number]?.append(octets, month: piece.month) ?? 0
          }
        }
      }
      let all = streams.lazy.compactMap(\.self).reduce(0) { $0 + $1.pendingCount }
      let full = streams.enumerated().filter { number, _ in
        all > Self.mostPending || pending[number] >= CalendarStream.blockSize
      }
      try each(full.compactMap(\.element)) { (stream) throws(FileRefusal) in try stream.flush() }
    }
  }

  /// Does something with each calendar, on several threads.
  private func each(
    _ streams: [CalendarStream], _ work: @Sendable (CalendarStream) throws(FileRefusal) -> Void
  ) throws(FileRefusal) {
    let refusal = Mutex<FileRefusal?>(nil)
    Concurrently.each(streams.count, threads) { index, _ in
      guard refusal.withLock({ $0 == nil }) else { return }
      do throws(FileRefusal) {
        try work(streams[index])
      } catch {
        refusal.withLock { $0 = $0 ?? error }
      }
    }
    if let refusal = refusal.withLock({ $0 }) { throw refusal }
  }
}
