import ScheduleModel

/// Rivendell's playout reports for people (`lib/export_textlog.cpp`, `export_technical.cpp`, `export_cutlog.cpp`,
/// `export_musicplayout.cpp`): two centred lines, one with the names of the columns between dashes, then rows.
///
/// The rows have a time and no day; the day stands in the first line, in the form that the station set up
/// (`MM/dd/yy` unless it did). Over several days, the clock goes back where the next one begins.
struct RivendellReport {
  /// The rows.
  let rows: FixedRows
  /// The names of the columns, dashes left away.
  let names: [String]
  /// The day in the heading, as it is written there; of a range, the first.
  let day: String?

  /// Whether a line has the names of the columns.
  static func isHeading(_ line: Substring) -> Bool {
    line.drop { $0 == " " }.hasPrefix("--Time-") && line.contains("-Cart-")
  }

  /// The report in a text; `nil` when no line has the names of the columns.
  init?(_ bytes: [UInt8]) {
    var position = bytes.starts(with: LogHeader.byteOrderMark) ? 3 : 0
    var line = 1
    var day: String?
    while position < bytes.count, line <= 20 {
      let end = bytes[position...].firstIndex(of: .lineFeed) ?? bytes.count
      let text = String(decoding: bytes[position..<end], as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
      if Self.isHeading(text[...]) {
        var names: [String] = []
        var starts: [Int] = []
        var isInside = false
        for (index, letter) in text.enumerated() {
          if letter == " " {
            isInside = false
          } else if isInside {
            names[names.count - 1].append(letter)
          } else {
            isInside = true
            names.append(String(letter))
            starts.append(index + 1)
          }
        }
        let ends = starts.dropFirst().map { $0 - 1 } + [RecordScanner.longestLine]
        rows = FixedRows(
          bytes, position: min(bytes.count, end + 1), line: line + 1,
          columns: zip(starts, ends).map { $0...$1 })
        self.names = names.map { $0.filter { $0 != "-" } }
        self.day = day
        return
      }
      if let found = text.firstRange(of: "Report for ") {
        day = text[found.upperBound...].split(separator: " ").first.map(String.init)
      }
      position = end + 1
      line += 1
    }
    return nil
  }

  /// What its columns tell.
  static let columns: [String: LogColumn] = [
    "Time": .time, "Title": .title, "ALen": .minutes, "Len": .minutes, "OnAir": .status,
  ]

  /// What the column of the technical report says whose flag the studio's on-air light sets.
  static let statuses: [FoldedText: AsRunEntry.Status] = [
    FoldedText("Yes"): .aired, FoldedText("No"): .offAir,
  ]

  /// The day in a heading; doubtful when day and month could be either.
  static func day(_ text: String, _ pattern: ClockPattern?) -> (day: CivilDay, isDoubtful: Bool)? {
    if let pattern {
      guard let read = pattern.read(Array(text.utf8)[...]) else { return nil }
      return CivilDay(year: read.year, month: read.month, day: read.day).map { ($0, false) }
    }
    if let day = CivilDay(iso: text) { return (day, false) }
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
    let american = CivilDay(year: year, month: parts[0], day: parts[1])
    let european = CivilDay(year: year, month: parts[1], day: parts[0])
    if let american { return (american, european != nil && european != american) }
    return european.map { ($0, false) }
  }
}

/// Rivendell's reconciliation for traffic systems (`lib/export_radiotraffic.cpp`): the planned time, the time on air,
/// two lengths, the cart, the title in 34 characters, and what the traffic system wants to see again.
enum RivendellELR {
  /// What the cells tell.
  static let names = ["time", "minutes", "title", "cart", "planned"]

  /// The cells of a line; `nil` when it is none.
  static func cells(of line: Substring) -> [String]? {
    var rest = line
    var words: [String] = []
    for _ in 0..<5 {
      rest = rest.drop { $0 == " " }
      let word = rest.prefix { $0 != " " }
      words.append(String(word))
      rest = rest.dropFirst(word.count)
    }
    guard words.prefix(4).allSatisfy(isClock), !words[4].isEmpty, words[4].allSatisfy(\.isNumber) else {
      return nil
    }
    let title = String(rest.dropFirst().prefix(34))
    return [words[1], words[3], title.trimmingBlanks, words[4], words[0]]
  }

  private static func isClock(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }
}

/// Rivendell's reconciliation for CBSI DeltaFlex (`lib/export_deltaflex.cpp`): a head with the day, then bars between
/// the time on air, the planned time, the title, two carts and two lengths in seconds.
enum RivendellDeltaFlex {
  /// What the cells tell.
  static let names = ["time", "minutes", "title", "cart", "planned"]

  /// The day in the head, `Air Log for CBSI 001|18/04/05|03|…`.
  static func day(_ head: Substring) -> CivilDay? {
    let parts = head.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count > 1, let read = ClockPattern("yy/MM/dd")?.read(Array(parts[1].utf8)[...]) else {
      return nil
    }
    return CivilDay(year: read.year, month: read.month, day: read.day)
  }

  /// The cells of a line; `nil` when it is none.
  static func cells(of line: Substring) -> [String]? {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
    guard parts.count >= 7, parts[0].count == 4, let seconds = Int(parts[5]) else { return nil }
    return [
      "\(parts[0].prefix(2)):\(parts[0].suffix(2))", String((seconds + 30) / 60), parts[2], parts[3],
      parts[1],
    ]
  }
}

extension String {
  /// The text without blanks around it.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
