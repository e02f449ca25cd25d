import ScheduleModel

extension RecordScanner {
  /// The bytes of a field without the blanks around it.
  func trimmed(_ field: Field) -> Range<Int> { bytes.trimmed(field) }

  /// The text of a field in composed form, without the blanks around it, its quotation marks single again.
  func text(of field: Field) -> String { bytes.text(of: field) }

  /// Where a byte of a record stands, for a finding: its place, and the line around it.
  ///
  /// The column counts Unicode scalars. It is 1, for "somewhere on this line", when the byte lies behind what
  /// the excerpt shows.
  func place(of index: Int, width: Int, in record: Record, file: String) -> LogPlace {
    var lineStart = record.range.lowerBound
    var line = record.line
    var cursor = lineStart
    while cursor < min(index, record.range.upperBound) {
      let byte = bytes[cursor]
      cursor += 1
      let isFirstOfPair = byte == .carriageReturn && cursor < bytes.count && bytes[cursor] == .lineFeed
      if byte == .lineFeed || (byte == .carriageReturn && !isFirstOfPair) {
        line += 1
        lineStart = cursor
      }
    }
    // Four bytes are the most that a scalar takes; what lies behind is cut anyway.
    let most = min(record.range.upperBound, lineStart + 4 * (LogPlace.longestExcerpt + 1))
    var lineEnd = lineStart
    while lineEnd < most, bytes[lineEnd] != .lineFeed, bytes[lineEnd] != .carriageReturn { lineEnd += 1 }
    let before = index - lineStart < most - lineStart ? scalars(lineStart..<max(index, lineStart)) : most
    let isShown = before < LogPlace.longestExcerpt
    let shownEnd = min(index + width, lineEnd)
    let shown = isShown && shownEnd > index ? scalars(index..<shownEnd) : 1
    return LogPlace(
      place: SourcePlace(file: file, line: line, column: isShown ? before + 1 : 1),
      width: max(1, min(shown, LogPlace.longestExcerpt - before)),
      excerpt: LogPlace.excerpt(bytes[lineStart..<lineEnd]))
  }

  private func scalars(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
}

extension [UInt8] {
  /// The bytes of a field without the blanks around them.
  ///
  /// Blanks are spaces, tabs, line ends and the no-break space that spreadsheets like to leave.
  func trimmed(_ field: RecordScanner.Field) -> Range<Int> {
    var (start, end) = (field.range.lowerBound, field.range.upperBound)
    // Neither a blank nor a part of one, as nearly always.
    if start == end || ((0x21..<0xC2) ~= self[start] && (0x21..<0x80) ~= self[end - 1]) { return field.range }
    while start < end {
      if self[start].isBlank {
        start += 1
      } else if end - start >= 2, self[start] == 0xC2, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if self[end - 1].isBlank {
        end -= 1
      } else if end - start >= 2, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The text of a field in composed form, without the blanks around it, its quotation marks single again.
  func text(of field: RecordScanner.Field) -> String {
    let range = trimmed(field)
    guard !range.isEmpty else { return "" }
    var letters = self[range]
    if field.hasDoubledQuotes {
      var isSecond = false
      letters.removeAll { byte in
        isSecond = byte == .quote && !isSecond
        return byte == .quote && !isSecond
      }
    }
    let text = String(decoding: letters, as: UTF8.self)
    return isSurelyComposed(range) ? text : text.composed
  }

  /// The text in composed form; bytes that are no UTF-8 stay as they are, for their row to tell.
  var composedText: [UInt8] {
    // Combining marks begin with one of two bytes, and almost no file has them.
    guard contains(where: { $0 == 0xCC || $0 == 0xCD }), RowReader.firstInvalidUTF8(in: self, indices) == nil
    else {
      return self
    }
    return Array(String(decoding: self, as: UTF8.self).composed.utf8)
  }

  /// Whether the bytes hold nothing but letters of Latin blocks that have no other form, and no combining mark.
  ///
  /// Normalising costs a hundred times as much as this look, and almost every log is composed already.
  private func isSurelyComposed(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = self[index]
      if byte >= 0xC7 {
        let second = index + 1 < range.upperBound ? self[index + 1] : 0
        let third = index + 2 < range.upperBound ? self[index + 2] : 0
        let isVietnamese = byte == 0xE1 && (second == 0xBA || second == 0xBB)
        let isPunctuation = byte == 0xE2 && second == 0x80 && third >= 0x90
        guard isVietnamese || isPunctuation else { return false }
      }
      index += 1
    }
    return true
  }
}
