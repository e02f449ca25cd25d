public import ScheduleModel

extension TimetableMatch {
  /// `row,id,outcome`: a line for each row of the log, numbered from 1 in the file's order; the id is empty where
  /// the row shows no placement, the outcome too where the row could not be read.
  public var pairs: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(asRun.count * 24 + 32)
    text += "row,id,outcome\n".utf8
    for row in 0..<asRun.count {
      text.append(number: row + 1)
      text.append(.comma)
      if placements[row] >= 0 { append(planned.ids[Int(placements[row])], to: &text) }
      text.append(.comma)
      if let outcome = outcomes[row] { text += outcome.rawValue.utf8 }
      text.append(.lineFeed)
    }
    return text
  }

  /// How many rows of the log have each outcome.
  public var counts: [Outcome: Int] {
    Dictionary(
      uniqueKeysWithValues: Outcome.allCases.map { outcome in (outcome, outcomes.count { $0 == outcome }) })
  }

  /// How many placements no row shows.
  public var missed: Int {
    planned.outlets.count { $0 != Timetable.unread } - placements.count { $0 >= 0 }
  }

  /// Writes an id as a field: as it stands in its own file, and in quotation marks where it needs them.
  private func append(_ id: TextRange, to text: inout [UInt8]) {
    let letters = planned.bytes[id.bytes]
    guard
      letters.contains(where: { $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn })
    else {
      text += letters
      return
    }
    // Inside quotation marks a mark is written twice already.
    let wasQuoted = id.start > 0 && planned.bytes[Int(id.start) - 1] == .quote
    text.append(.quote)
    for letter in letters {
      if letter == .quote, !wasQuoted { text.append(.quote) }
      text.append(letter)
    }
    text.append(.quote)
  }
}

extension [UInt8] {
  /// Adds a number, not below zero, in decimal digits.
  fileprivate mutating func append(number: Int) {
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(0x30 + number / power % 10))
      power /= 10
    }
  }
}
