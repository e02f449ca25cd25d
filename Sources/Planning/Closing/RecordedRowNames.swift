import ScheduleModel

/// Finds the station's own file and line of rows that a close names by their ids in the Book.
struct RecordedRowNames {
  private let logs: [String: BookEntry]
  /// Where the lines of an entry begin, by the entry's first digits.
  private var starts: [String: [Int]] = [:]

  init(_ book: Book) {
    logs = Dictionary(book.entries(.log).map { ($0.shortID, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `dai.csv:7` for a row that was recorded from there; the id itself where the Book does not have it.
  mutating func name(of id: String) -> String {
    let parts = id.split(separator: ":")
    guard parts.count == 2, let log = logs[String(parts[0])], let source = log.head.notes["source"],
      let line = Int(parts[1])
    else { return id }
    let starts = lineStarts(of: log)
    guard starts.indices.contains(line - 1) else { return id }
    let row = log.bytes[starts[line - 1]...].prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\n") }
    return row.isEmpty ? id : "\(source):\(String(decoding: row, as: UTF8.self))"
  }

  private mutating func lineStarts(of log: BookEntry) -> [Int] {
    if let known = starts[log.shortID] { return known }
    let found = [0] + log.bytes.indices.filter { log.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    starts[log.shortID] = found
    return found
  }
}
