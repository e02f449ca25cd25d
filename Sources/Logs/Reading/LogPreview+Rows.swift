import ScheduleModel
import Spreadsheets

extension LogPreview {
  /// The columns of a log.
  init(file: String, form: String, encoding: TextEncoding?, _ header: LogHeader) {
    self.init(
      file: file, form: form, encoding: encoding?.name,
      columns: header.names.enumerated().map { index, name in
        let column = LogColumn.allCases.first { header.index(of: $0) == index }
        return Column(name: name, meaning: column.map { Words(vi: $0.vietnameseName, en: "\($0)") })
      })
  }

  /// Takes a row into account whose day could be read in two ways, as long as it is one of the first.
  mutating func note(_ faults: [(fault: RowFault, range: Range<Int>)]) {
    guard doubtfulDays.count < Self.rowsShown else { return }
    for case (.dayOrderUnknown(let text), _) in faults {
      if let days = DayReadings(text), !doubtfulDays.contains(days) { doubtfulDays.append(days) }
    }
  }

  /// Takes a row into account, as long as it is one of the first.
  mutating func note(_ reading: RowReader.Reading, _ row: LogRow, _ header: LogHeader) {
    guard entries.count < Self.rowsShown else { return }
    if columns.allSatisfy(\.sample.isEmpty) {
      for index in columns.indices { columns[index].sample = row.text(at: index) }
    }
    if case .record(let record) = reading { entries.append(record.entry) }
  }
}
