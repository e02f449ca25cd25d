public import ScheduleModel
import Yams

/// Reads the saved mappings of a plan's folder, `as-run/mappings.yaml`.
public enum LogMappingReader {
  /// Reads mappings from the bytes of their file; never throws.
  ///
  /// - Returns: Those that can be read, and everything that is wrong, in file order, with excerpts.
  public static func read(_ bytes: [UInt8], file: String) -> (mappings: [LogMapping], findings: [Finding]) {
    let (source, refused) = SourceText.checked(bytes, file: file)
    guard let source else { return ([], refused) }
    var parser = LogMappingParser(reader: YAMLReader(source: source))
    let mappings = parser.mappings()
    let findings = parser.reader.findings.all(in: file).without(linesOf: refused) + refused
    return (mappings, source.excerpted(findings.inFileOrder))
  }
}

private struct LogMappingParser {
  var reader: YAMLReader

  mutating func mappings() -> [LogMapping] {
    guard let root = reader.root() else { return [] }
    return reader.byID(root, what: KeySet.logMapping.what).compactMap { entry in
      mapping(entry.value, named: entry.id, at: entry.span)
    }
  }

  private mutating func mapping(_ node: Node, named name: String, at span: SourceSpan) -> LogMapping? {
    guard let found = reader.mapping(node, .logMapping, named: span) else { return nil }
    let values = found.values
    var mapping = LogMapping(name: name, place: span.place)
    mapping.form = reader.word(values["form"], of: LogMapping.Form.self) ?? .separated
    mapping.skip = reader.number(values["skip"], in: 0...1000) ?? 0
    mapping.separator = reader.value(
      values["separator"], { text in text == "tab" ? 9 : text.utf8.count == 1 ? text.utf8.first : nil },
      refused: { .unknownWord($0, [";", ",", "|", "tab"], at: $1) })
    mapping.sheet = reader.text(values["sheet"])
    mapping.dates = pattern(values["dates"], \.hasDay, "dd/MM/yyyy")
    mapping.times = pattern(values["times"], \.hasTime, "HH:mm:ss")
    mapping.outlet = reader.text(values["outlet"])
    mapping.language = values["language"].flatMap { reader.language($0) }
    mapping.trust = reader.word(values["trust"], of: AsRunEntry.Trust.self, name: \.name.vi)
    mapping.zone = reader.zone(values["zone"])
    mapping.lengthsInHours = reader.value(
      values["lengths"], { ["h:mm": true, "mm:ss": false][$0] },
      refused: { .unknownWord($0, ["mm:ss", "h:mm"], at: $1) })
    mapping.decimalPoint = reader.value(
      values["numbers"], { ["1,234.5": true, "1.234,5": false][$0] },
      refused: { .unknownWord($0, ["1.234,5", "1,234.5"], at: $1) })
    mapping.encoding = reader.value(
      values["encoding"], { LogMapping.encodings.contains($0.lowercased()) ? $0.lowercased() : nil },
      refused: { .unknownWord($0, LogMapping.encodings, at: $1) })
    mapping.files = reader.list(values["files"]).compactMap { reader.text($0) }
    // Without columns it says how files are written whose header is understood; then it must say which files.
    let needsColumns = mapping.form == .fixed || mapping.files.isEmpty
    if values["columns"] == nil, needsColumns, !found.reported.contains("columns") {
      reader.findings.append(.missingKey("columns", .logMapping, at: span))
    }
    mapping.countsBroadcastDays =
      reader.value(
        values["day"], { ["broadcast": true, "calendar": false][$0] },
        refused: { .unknownWord($0, ["calendar", "broadcast"], at: $1) }) ?? false
    for (word, value) in values["statuses"]?.mapping.map({ Array($0) }) ?? [] {
      let again = AsRunEntry.repeatStatus
      let words = AsRunEntry.Status.allCases.map(\.rawValue) + [again]
      guard let text = reader.text(word),
        let status = reader.value(
          value, { $0 == again ? .aired : AsRunEntry.Status(rawValue: $0) },
          refused: { .unknownWord($0, words, at: $1) })
      else { continue }
      mapping.statuses[text] = status
      if reader.text(value) == again { mapping.repeats.insert(text) }
    }
    if let node = values["columns"], let columns = reader.mapping(node, .logColumns) {
      for (name, value) in columns.values.sorted(by: { $0.key < $1.key }) {
        mapping.columns[name] = position(value, mapping.form)
      }
    }
    return mapping
  }

  private mutating func pattern(
    _ node: Node?, _ isEnough: (ClockPattern) -> Bool, _ example: String
  ) -> ClockPattern? {
    reader.value(
      node, { text in ClockPattern(text).flatMap { isEnough($0) ? $0 : nil } },
      refused: { .unknownWord($0, [example], at: $1) })
  }

  private mutating func position(_ node: Node, _ form: LogMapping.Form) -> LogMapping.Position? {
    reader.value(
      node,
      { text in
        if form == .fixed {
          let ends = text.split(separator: "-").map { Int($0) }
          guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 1, last >= first,
            last <= 10_000
          else { return nil }
          return .characters(first...last)
        }
        if let index = Int(text) { return (1...200).contains(index) ? .index(index) : nil }
        return .name(text)
      }, refused: { .unknownWord($0, [form == .fixed ? "1-10" : "1"], at: $1) })
  }
}
