import ScheduleModel

/// What keeps a row of a timetable from being read, once it is known to be a row.
enum TimetableFault: Hashable {
  /// It has more or fewer fields than the header.
  case fieldCount(found: Int, expected: Int)
  /// A field that has to be there is empty.
  case missing(TimetableColumn)
  /// The text is not a day with a time.
  case notAnInstant(String)
  /// No calendar has such a day.
  case noSuchDay(String)
  /// The text is not a number of seconds.
  case notALength(String)
  /// No language has that name or tag.
  case unknownLanguage(String)

  /// What is wrong with a record as a text, whatever its fields mean; `nil` when nothing is.
  static func unreadable(
    _ record: RecordScanner.Record, in scanner: RecordScanner, file: String, isHeader: Bool
  ) -> Finding? {
    func place(_ range: Range<Int>) -> LogPlace {
      scanner.place(of: range.lowerBound, width: range.count, in: record, file: file)
    }
    let start = record.range.lowerBound
    if record.fault == .tooLong {
      return .lineTooLong(place(start..<start + 1), bytes: record.range.count, isHeader: isHeader)
    }
    if let invalid = RowReader.firstInvalidUTF8(in: scanner.bytes, record.range) {
      return .notUTF8(place(invalid..<invalid + 1), isHeader: isHeader)
    }
    return RowReader.brokenText(of: record, in: scanner).map {
      .rowBroken([$0.fault], place($0.range), isHeader: isHeader)
    }
  }

  /// What is wrong, as a part of a sentence.
  var words: Words {
    switch self {
    case .fieldCount(let found, let expected): RowFault.fieldCount(found: found, expected: expected).words
    case .missing(let column):
      Words(vi: "thiếu \(column.vietnameseName)", en: "the \(column) is missing")
    case .notAnInstant(let text):
      Words(vi: "“\(cut(text))” không phải là ngày giờ", en: "“\(cut(text))” is not a day with a time")
    case .noSuchDay(let text): RowFault.noSuchDay(text).words
    case .notALength(let text):
      Words(
        vi: "thời lượng “\(cut(text))” không phải là số giây",
        en: "the length “\(cut(text))” is not a number of seconds")
    case .unknownLanguage(let text): RowFault.unknownLanguage(text).words
    }
  }

  /// What to do about it.
  var remedy: Words {
    switch self {
    case .fieldCount(let found, let expected): RowFault.fieldCount(found: found, expected: expected).remedy
    case .missing(let column):
      Words(vi: "Ghi \(column.vietnameseName) vào ô trống.", en: "Fill in the \(column).")
    case .notAnInstant, .noSuchDay:
      Words(
        vi: "Viết 2026-01-31T20:15:00, giờ của kênh, không kèm múi giờ.",
        en: "Write 2026-01-31T20:15:00, on the outlet's clock, without a zone.")
    case .notALength:
      Words(vi: "Chỉ viết số giây, ví dụ 900.", en: "Write the seconds in digits alone, such as 900.")
    case .unknownLanguage(let text): RowFault.unknownLanguage(text).remedy
    }
  }
}
