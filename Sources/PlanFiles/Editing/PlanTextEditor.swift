public import ScheduleModel
import Yams

/// Changes the text of a plan at the places of what changed; everything else stays octet for octet.
public struct PlanTextEditor {
  /// The text as it is now.
  public private(set) var bytes: [UInt8]
  /// What could not be changed, and what is wrong with the plan that the changes make.
  public private(set) var findings: [Finding] = []

  private let file: String
  private let months: MonthRun
  private var changes: [PlanChange] = []
  private var additions: [PlanAddition] = []

  /// An editor of a plan file that is read without errors; `nil` for any other.
  public init?(_ bytes: [UInt8], file: String) {
    guard let outline = PlanOutline(bytes, file: file) else { return nil }
    self.bytes = bytes
    self.file = file
    months = outline.months
  }

  /// An editor of a plan file that may have errors to mend; `nil` where its text is no YAML of a plan.
  public init?(mending bytes: [UInt8], file: String) {
    let reading = PlanReader.read(bytes, file: file)
    months = reading.plan?.months ?? MonthRun(year: 2000)
    guard let source = reading.source, PlanOutline(source, months: months) != nil else { return nil }
    self.bytes = bytes
    self.file = file
  }

  /// The table of a part, as the text is now.
  ///
  /// - Parameter isForm: Whether it has all that a form asks for, and not the columns of a sheet alone.
  public func table(
    _ part: PlanTable.Part, in language: ReaderLanguage, isForm: Bool = false
  ) -> PlanTable {
    outline?.table(part, in: language, isForm: isForm) ?? PlanTable(part, months: months, rows: [])
  }

  /// Makes changes; those that cannot be made have findings, and the text is then not to be used.
  ///
  /// - Parameter row: Cells of a row that are as they were, so that what is wrong with them is told at them, and the place of
  ///   the row as a whole.
  public mutating func apply(
    _ changes: [PlanChange], _ additions: [PlanAddition], removing removals: [PlanRemoval] = [],
    row: (cells: [PlanChange], place: SourcePlace)? = nil
  ) {
    self.changes = changes
    self.additions = additions
    remove(removals)
    // Units and outlets first, which the others name.
    for part in [
      PlanTable.Part.units, .outlets, .grid, .topics, .translators, .lines, .weights, .months, .blackouts,
      .counts, .lineCounts, .peaks, .repeats,
    ] {
      change(changes.filter { $0.part == part }, in: part)
      add(additions.filter { $0.part == part }, to: part)
    }
    guard !findings.hasErrors else { return }
    findings += PlanFindings(changes: changes, additions: additions, row: row, file: file)
      .of(bytes, months)
  }

  /// The keys of a plan in the order of the reference.
  static let sections = [
    "plan", "title", "year", "from", "to", "successor", "revised", "zone", "documents", "units", "outlets",
    "blackouts",
    "topics", "translators", "lines", "totals", "counts", "score", "reporting", "matching", "office",
    "remarks",
    "calendars",
  ]

  private var outline: PlanOutline? {
    SourceText.checked(bytes, file: file).source.flatMap { PlanOutline($0, months: months) }
  }

  /// The octets of a byte order mark before the text.
  private var mark: [UInt8] { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.prefix(3)) : [] }

  private mutating func take(_ editor: MappingEditor) {
    guard !editor.edits.isEmpty else { return }
    let body = Array(bytes.dropFirst(mark.count))
    guard let edited = editor.edits.applied(to: body) else {
      findings.append(.planTextUnchangeable(SourcePlace(file: file, line: 1)))
      return
    }
    bytes = mark + edited
  }

  // MARK: - Changes

  private mutating func change(_ changes: [PlanChange], in part: PlanTable.Part) {
    guard !changes.isEmpty, let outline else { return }
    var editor = MappingEditor(outline)
    let byRow = Dictionary(grouping: changes, by: \.row)
    for item in outline.items(of: part) {
      guard let own = byRow[item.id] else { continue }
      do throws(MappingEditor.Obstacle) {
        if part == .topics {
          // A topic is its text.
          for change in own {
            editor.replace(
              item.node, with: YAMLText.scalar(change.text, isInBrackets: true))
          }
        } else if [.weights, .months].contains(part) {
          try setMonths(own, of: item, in: outline, &editor)
        } else {
          try set(own, of: item, in: part, &editor)
        }
      } catch {
        findings += own.map { .cellNotChangeable($0, error) }
      }
    }
    take(editor)
  }

  /// Keys of a thing, and those below one of its keys.
  private func set(
    _ changes: [PlanChange], of item: PlanOutline.Item, in part: PlanTable.Part, _ editor: inout MappingEditor
  ) throws(MappingEditor.Obstacle) {
    var values: [(key: String, value: MappingEditor.Value?)] = []
    var below: [String: [PlanChange]] = [:]
    for change in changes {
      if change.column.path.count == 2 {
        below[change.column.path[0], default: []].append(change)
      } else {
        values.append(
          (change.column.key, change.text.isEmpty ? nil : CellValue.of(change.text, change.column)))
      }
    }
    for (key, own) in below.sorted(by: { $0.key < $1.key }) {
      guard let node = item.node[key] else {
        values += CellValue.pairs(own.filter { !$0.text.isEmpty }.map { ($0.column, $0.text) })
          .map { ($0.key, $0.value) }
        continue
      }
      guard let mapping = node.mapping else { throw .severalParts }
      let gone = Set(own.filter(\.text.isEmpty).map { $0.column.path[1] })
      let isEmptied =
        own.allSatisfy(\.text.isEmpty) && mapping.keys.allSatisfy { gone.contains($0.scalar?.string ?? "") }
      if isEmptied {
        values.append((key, nil))
      } else {
        try editor.set(
          own.map { change in
            (change.column.path[1], change.text.isEmpty ? nil : CellValue.of(change.text, change.column))
          }, in: node, order: (key == "versions" ? KeySet.versions : .deadlines).all)
      }
    }
    try editor.set(values, in: item.node, order: part.keys)
  }

  /// Weights or counts of months: a list with one for each, a mapping by months, or nothing yet.
  private func setMonths(
    _ changes: [PlanChange], of item: PlanOutline.Item, in outline: PlanOutline,
    _ editor: inout MappingEditor
  ) throws(MappingEditor.Obstacle) {
    guard let key = changes.first?.column.key else { return }
    var texts: [Int: String] = [:]
    for change in changes {
      if case .month(let month) = change.column.content { texts[month] = change.text }
    }
    let ordered = texts.sorted { $0.key < $1.key }
    guard let node = item.node[key] else {
      let entries = ordered.filter { !$0.value.isEmpty }.map {
        "\(months.key(of: $0.key)): \(Self.monthText($0.value))"
      }
      guard !entries.isEmpty else { return }
      let text = "{ " + entries.joined(separator: ", ") + " }"
      return try editor.set(
        [(key, MappingEditor.Value(inBrackets: text, onLine: text, items: nil))], in: item.node,
        order: KeySet.line.all)
    }
    if let items = node.sequence {
      for (month, text) in ordered where items.indices.contains(month) {
        editor.replace(items[month], with: text.isEmpty ? "1" : Self.monthText(text))
      }
      return
    }
    guard let mapping = node.mapping else { throw .severalParts }
    let kept =
      mapping.count - ordered.count { $0.value.isEmpty && outline.monthEntry($0.key, of: node) != nil }
    if kept == 0, ordered.allSatisfy({ $0.value.isEmpty }) {
      return try editor.set([(key, nil)], in: item.node, order: KeySet.line.all)
    }
    let names = mapping.keys.compactMap { $0.scalar?.string }
    let values = ordered.map { month, text in
      let name = outline.monthEntry(month, of: node)?.key.scalar?.string ?? months.key(of: month)
      let value = Self.monthText(text)
      return (
        name, text.isEmpty ? nil : MappingEditor.Value(inBrackets: value, onLine: value, items: nil)
      )
    }
    let order = months.indices.map { month in
      names.first { outline.monthEntry(month, of: node)?.key.scalar?.string == $0 } ?? months.key(of: month)
    }
    do throws(MappingEditor.Obstacle) {
      try editor.set(values, in: node, order: order)
    } catch {
      // The first month cannot be taken out by itself; the others are written anew in its place.
      let left = months.indices.compactMap { month -> String? in
        let entry = outline.monthEntry(month, of: node)
        guard let text = texts[month] ?? entry?.value.scalar?.string, !text.isEmpty else { return nil }
        return "\(months.key(of: month)): \(Self.monthText(text))"
      }
      guard extentsAreOneLine(node, outline) else { throw error }
      editor.replace(node, with: "{ " + left.joined(separator: ", ") + " }")
    }
  }

  /// What a cell of a month says, in quotes where it is neither a number nor limits: “2,5” in brackets would be two things.
  private static func monthText(_ text: String) -> String {
    text.wholeMatch(of: /[0-9.]+/) == nil
      ? YAMLText.scalar(text, isInBrackets: true, isPlainNumber: true) : text
  }

  private func extentsAreOneLine(_ node: Node, _ outline: PlanOutline) -> Bool {
    outline.extents.isInBrackets(node)
      && !outline.extents.text(outline.extents.extent(node)).contains(where: \.isNewline)
  }

  // MARK: - Rows that go

  private mutating func remove(_ removals: [PlanRemoval]) {
    for removal in removals {
      guard let outline else { return }
      var editor = MappingEditor(outline)
      do throws(MappingEditor.Obstacle) {
        try remove(removal, of: outline, &editor)
      } catch {
        findings.append(.planTextUnchangeable(removal.place))
      }
      take(editor)
    }
  }

  private func remove(
    _ removal: PlanRemoval, of outline: PlanOutline, _ editor: inout MappingEditor
  ) throws(MappingEditor.Obstacle) {
    let id = String(removal.row.split(separator: "/").last ?? "")
    switch removal.part {
    case .units, .outlets, .topics, .translators:
      let section = "\(removal.part)"
      guard let entries = outline.root[section] else { throw .severalParts }
      if entries.mapping?.count == 1 {
        try editor.set([(section, nil)], in: outline.root, order: Self.sections)
      } else {
        try editor.remove(key: removal.row, of: entries)
      }
    case .lines, .blackouts, .counts:
      let key = "\(removal.part)"
      let index =
        removal.part == .lines
        ? outline.root[key]?.sequence?.firstIndex { $0["id"]?.scalar?.string == id }
        : Int(removal.row).map { $0 - 1 }
      try remove(index, of: key, in: outline.root, &editor)
    case .grid:
      let outlet = removal.row.prefix { $0 != "/" }
      guard let item = outline.items(of: .outlets).first(where: { $0.id == outlet }) else {
        throw .severalParts
      }
      try remove(
        item.node["grid"]?.sequence?.firstIndex { $0["id"]?.scalar?.string == id }, of: "grid", in: item.node,
        &editor)
    case .lineCounts, .peaks, .repeats:
      let line = removal.row.prefix { $0 != "/" }
      guard let key = removal.part.keyOfLine,
        let item = outline.items(of: .lines).first(where: { $0.id == line })
      else { throw .severalParts }
      try remove(Int(id).map { $0 - 1 }, of: key, in: item.node, &editor)
    case .weights, .months: preconditionFailure("months have the rows of the lines")
    }
  }

  /// Takes an item out of a list; with the last one the list goes.
  private func remove(
    _ index: Int?, of key: String, in node: Node, _ editor: inout MappingEditor
  ) throws(MappingEditor.Obstacle) {
    guard let list = node[key] else { throw .severalParts }
    guard let items = list.sequence, items.count > 1 else {
      return try editor.set([(key, nil)], in: node, order: [])
    }
    guard let index else { throw .severalParts }
    try editor.remove(item: index, of: list)
  }

  // MARK: - New rows

  private mutating func add(_ additions: [PlanAddition], to part: PlanTable.Part) {
    // One after the other, so that each finds those before it.
    for addition in additions {
      guard let outline else { return }
      var editor = MappingEditor(outline)
      do throws(MappingEditor.Obstacle) {
        try add(addition, to: part, of: outline, &editor)
      } catch {
        findings.append(.planTextUnchangeable(addition.place))
      }
      take(editor)
    }
  }

  private mutating func add(
    _ addition: PlanAddition, to part: PlanTable.Part, of outline: PlanOutline, _ editor: inout MappingEditor
  ) throws(MappingEditor.Obstacle) {
    let row = PlanRowText(addition)
    switch part {
    case .units: try row.addEntry(to: "units", outline, &editor)
    case .outlets: try row.addEntry(to: "outlets", outline, &editor)
    case .lines: try row.addItem(to: "lines", of: outline.root, Self.sections, outline, &editor)
    case .topics: try row.addEntry(to: "topics", outline, &editor)
    case .translators: try row.addEntry(to: "translators", outline, &editor)
    case .blackouts, .counts:
      try row.addItem(to: "\(part)", of: outline.root, Self.sections, outline, &editor)
    case .lineCounts, .peaks, .repeats:
      let line = addition.row.prefix { $0 != "/" }
      guard let key = part.keyOfLine, let item = outline.items(of: .lines).first(where: { $0.id == line })
      else {
        findings.append(.rowWithoutLine(String(line), at: addition.place))
        return
      }
      try row.addItem(to: key, of: item.node, KeySet.line.all, outline, &editor)
    case .grid:
      let outlet = String(addition.row.prefix { $0 != "/" })
      guard let item = outline.items(of: .outlets).first(where: { $0.id == outlet }) else {
        findings.append(.rowWithoutOutlet(outlet, at: addition.place))
        return
      }
      try row.addItem(to: "grid", of: item.node, KeySet.outlet.all, outline, &editor)
    case .weights, .months: preconditionFailure("months have the rows of the lines")
    }
  }
}

extension PlanTable.Part {
  /// The keys of its things in the order of the reference.
  var keys: [String] {
    switch self {
    case .lines, .weights, .months: KeySet.line.all
    case .grid: KeySet.gridLine.all
    case .blackouts: KeySet.blackout.all
    case .outlets: KeySet.outlet.all
    case .units: KeySet.unit.all
    case .topics: []
    case .translators: KeySet.translator.all
    case .counts: KeySet.planCount.all
    case .lineCounts: KeySet.count.all
    case .peaks: KeySet.peak.all
    case .repeats: KeySet.repeats.all
    }
  }
}
