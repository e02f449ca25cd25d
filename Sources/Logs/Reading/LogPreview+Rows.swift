import ScheduleModel
import Spreadsheets

extension LogPreview {
  /// The columns of a log.
  init(file: String, form: Words, encoding: TextEncoding?, _ header: LogHeader) {
    self.init(
      file: file, form: form, encoding: encoding?.name,
      columns: header.names.enumerated().map { index, name in
        let column = LogColumn.allCases.first { header.index(of: $0) == index }
        return Column(name: name, meaning: column.map { Words(vi: $0.vietnameseName, en: "\($0)") })
      })
  }

  /// Takes a row into account whose day or length could be read in two ways, as long as it is one of the first.
  mutating func note(_ faults: [(fault: RowFault, range: Range<Int>)]) {
    for (fault, _) in faults {
      switch fault {
      case .dayOrderUnknown(let text):
        if let days = DayReadings(text), !doubtfulDays.contains(days), doubtfulDays.count < Self.rowsShown {
          doubtfulDays.append(days)
        }
      case .lengthOrderUnknown(let text): note(LengthReadings(colon: text))
      case .numberSignsUnknown(let text): note(LengthReadings(signs: text))
      default: continue
      }
    }
  }

  private mutating func note(_ lengths: LengthReadings?) {
    guard let lengths, !doubtfulLengths.contains(lengths), doubtfulLengths.count < Self.rowsShown else {
      return
    }
    doubtfulLengths.append(lengths)
  }

  /// Whether it shows more rows.
  var isOpen: Bool { entries.count < Self.rowsShown }

  /// Takes a row into account, as long as it is one of the first.
  ///
  /// - Parameter lines: The lines to which a row belongs.
  mutating func note(
    _ reading: RowReader.Reading, _ row: LogRow, _ header: LogHeader, lines: [String]
  ) {
    if case .record = reading { rows += 1 }
    guard entries.count < Self.rowsShown else { return }
    if columns.allSatisfy(\.sample.isEmpty) {
      for index in columns.indices { columns[index].sample = row.text(at: index) }
    }
    if case .record(let record) = reading {
      entries.append(record.entry)
      self.lines.append(lines)
    }
  }
}
