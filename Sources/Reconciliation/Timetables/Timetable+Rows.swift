extension Timetable {
  /// Makes room for so many rows.
  mutating func reserve(_ rows: Int) {
    outlets.reserveCapacity(rows)
    starts.reserveCapacity(rows)
    titles.reserveCapacity(rows)
    lengths.reserveCapacity(rows)
    languages.reserveCapacity(rows)
    ids.reserveCapacity(rows)
  }

  /// Adds a row.
  mutating func append(_ row: TimetableReader.Row, _ bytes: UnsafeRawBufferPointer) {
    outlets.append(outletNames.number(of: row.outlet, in: bytes))
    starts.append(row.start)
    titles.append(row.title.count == 0 ? Self.absent : titleTexts.number(of: row.title, in: bytes))
    lengths.append(row.length)
    languages.append(
      row.language.count == 0 ? Self.absent : languageNames.number(of: row.language, in: bytes))
    ids.append(row.id)
  }

  /// Adds a row that could not be read, so that the rows after it keep their numbers.
  mutating func appendUnread() {
    outlets.append(Self.unread)
    starts.append(0)
    titles.append(Self.absent)
    lengths.append(Self.absent)
    languages.append(Self.absent)
    ids.append(.none)
  }

  /// Takes the last row away again.
  mutating func removeLast() {
    outlets.removeLast()
    starts.removeLast()
    titles.removeLast()
    lengths.removeLast()
    languages.removeLast()
    ids.removeLast()
  }

  /// How many different texts there are.
  var textCount: (outlets: Int, titles: Int, languages: Int) {
    (outletNames.count, titleTexts.count, languageNames.count)
  }

  /// Whether the texts that came after those counted are UTF-8 without control characters.
  func latestTextsAreValid(
    since count: (outlets: Int, titles: Int, languages: Int), _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    func areValid(_ texts: NumberedTexts, since count: Int) -> Bool {
      texts.ranges[count...].allSatisfy { range in
        let text = bytes[range.bytes]
        return !text.contains(0x7F) && String(validating: text, as: UTF8.self) != nil
      }
    }
    return areValid(outletNames, since: count.outlets) && areValid(titleTexts, since: count.titles)
      && areValid(languageNames, since: count.languages)
  }
}
