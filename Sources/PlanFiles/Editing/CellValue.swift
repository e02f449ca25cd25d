import ScheduleModel

/// Texts of cells as values of a plan file.
enum CellValue {
  static func of(_ text: String, _ column: PlanTable.Column) -> MappingEditor.Value {
    switch column.content {
    case .list, .several, .languages, .days, .weekdays:
      let items = PlanCell.items(text)
      let one = items.count == 1 ? single(items[0], isPlainNumber: column.content == .days) : nil
      if let one, column.content == .languages { return one }
      let list = YAMLText.list(items)
      return MappingEditor.Value(
        inBrackets: list, onLine: list,
        items: items.map { YAMLText.scalar($0, isInBrackets: false, isPlainNumber: true) },
        onlyItem: one.map { ($0.inBrackets, $0.onLine) })
    case .time:
      let quoted = YAMLText.quoted(text)
      return MappingEditor.Value(inBrackets: quoted, onLine: quoted, items: nil)
    case .day, .number, .month: return single(text, isPlainNumber: true)
    case .text: return single(text, isPlainNumber: column.key == "quota")
    case .identity, .shown, .length, .kind, .level, .one, .every, .blackout:
      return single(text, isPlainNumber: false)
    }
  }

  private static func single(_ text: String, isPlainNumber: Bool) -> MappingEditor.Value {
    MappingEditor.Value(
      inBrackets: YAMLText.scalar(text, isInBrackets: true, isPlainNumber: isPlainNumber),
      onLine: YAMLText.scalar(text, isInBrackets: false, isPlainNumber: isPlainNumber), items: nil,
      quoted: YAMLText.quoted(text))
  }
}
