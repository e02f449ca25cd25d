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
    case .pins:
      let items = PlanCell.items(text).map(pin)
      let list = "[" + items.joined(separator: ", ") + "]"
      return MappingEditor.Value(inBrackets: list, onLine: list, items: items, replacesParts: true)
    case .ranges:
      let items = PlanCell.items(text).map { item in
        PlanCell.ends(of: item).map { ends in
          let (from, to) = (
            YAMLText.scalar(ends.from, isInBrackets: true, isPlainNumber: true),
            YAMLText.scalar(ends.to, isInBrackets: true, isPlainNumber: true)
          )
          return "{ from: \(from), to: \(to) }"
        } ?? YAMLText.scalar(item, isInBrackets: true, isPlainNumber: true)
      }
      let list = "[" + items.joined(separator: ", ") + "]"
      return MappingEditor.Value(inBrackets: list, onLine: list, items: items, replacesParts: true)
    case .words(let all) where all.contains { $0.written == text }:
      return MappingEditor.Value(inBrackets: text, onLine: text, items: nil)
    case .time:
      let quoted = YAMLText.quoted(text)
      return MappingEditor.Value(inBrackets: quoted, onLine: quoted, items: nil)
    case .day, .number, .month: return single(text, isPlainNumber: true)
    case .text: return single(text, isPlainNumber: column.key == "quota")
    case .identity, .shown, .length, .kind, .level, .one, .every, .blackout, .words:
      return single(text, isPlainNumber: false)
    }
  }

  /// The keys and values of some cells; those below one key are its value together.
  static func pairs(_ cells: [(column: PlanTable.Column, text: String)]) -> [(
    key: String, value: MappingEditor.Value
  )] {
    var pairs: [(key: String, value: MappingEditor.Value)] = []
    var below: [String: [String]] = [:]
    for (column, text) in cells {
      let path = column.path
      guard path.count == 2 else {
        pairs.append((column.key, of(text, column)))
        continue
      }
      if below[path[0]] == nil {
        pairs.append((path[0], MappingEditor.Value(inBrackets: "", onLine: "", items: nil)))
      }
      below[path[0], default: []].append("\(path[1]): \(of(text, column).inBrackets)")
    }
    return pairs.map { key, value in
      guard let own = below[key] else { return (key, value) }
      let text = "{ " + own.joined(separator: ", ") + " }"
      return (key, MappingEditor.Value(inBrackets: text, onLine: text, items: nil))
    }
  }

  private static func pin(_ text: String) -> String {
    func scalar(_ text: Substring) -> String {
      YAMLText.scalar(String(text), isInBrackets: true, isPlainNumber: true)
    }
    guard let blank = text.firstIndex(of: " "), CivilDay(iso: String(text[..<blank])) != nil else {
      return scalar(text[...])
    }
    return "{ on: \(text[..<blank]), grid: \(scalar(text[text.index(after: blank)...])) }"
  }

  private static func single(_ text: String, isPlainNumber: Bool) -> MappingEditor.Value {
    MappingEditor.Value(
      inBrackets: YAMLText.scalar(text, isInBrackets: true, isPlainNumber: isPlainNumber),
      onLine: YAMLText.scalar(text, isInBrackets: false, isPlainNumber: isPlainNumber), items: nil,
      quoted: YAMLText.quoted(text))
  }
}
