import ScheduleModel
import Yams

/// The things of a plan file that have a row in a table, with their nodes.
struct PlanOutline {
  let source: SourceText
  let root: Node
  let extents: NodeExtents
  /// The months of the plan.
  let months: MonthRun

  /// A thing of the plan.
  struct Item {
    let id: String
    /// Its mapping.
    let node: Node
    /// Its key, where it is written below its id.
    let key: Node?
  }

  /// The outline of a plan file that is read without errors; `nil` for any other.
  init?(_ bytes: [UInt8], file: String) {
    let reading = PlanReader.read(bytes, file: file)
    guard let source = reading.source, let plan = reading.plan, !reading.findings.hasErrors else {
      return nil
    }
    self.init(source, months: plan.months)
  }

  /// The outline of a text that may have other mistakes than those of YAML.
  init?(_ source: SourceText, months: MonthRun) {
    var composer = YAMLComposer(source: source)
    guard let root = composer.root(), root.mapping != nil else { return nil }
    self.source = source
    self.root = root
    self.months = months
    extents = NodeExtents(source)
  }

  /// The things of a part, in the file's order.
  func items(of part: PlanTable.Part) -> [Item] {
    switch part {
    case .lines, .weights, .months: list(root["lines"]).compactMap(identified)
    case .outlets: entries("outlets")
    case .units: entries("units")
    case .topics: entries("topics")
    case .translators: entries("translators")
    case .counts: numbered(root["counts"])
    case .lineCounts, .peaks, .repeats:
      list(root["lines"]).compactMap(identified).flatMap { line in
        numbered(part.keyOfLine.flatMap { line.node[$0] }, of: "\(line.id)/")
      }
    case .blackouts: numbered(root["blackouts"])
    case .grid:
      entries("outlets").flatMap { outlet in
        list(outlet.node["grid"]).compactMap(identified).map {
          Item(id: "\(outlet.id)/\($0.id)", node: $0.node, key: nil)
        }
      }
    }
  }

  private func numbered(_ node: Node?, of owner: String = "") -> [Item] {
    list(node).enumerated().map { Item(id: "\(owner)\($0.offset + 1)", node: $0.element, key: nil) }
  }

  private func identified(_ node: Node) -> Item? {
    node["id"]?.scalar.map { Item(id: $0.string, node: node, key: nil) }
  }

  private func entries(_ section: String) -> [Item] {
    (root[section]?.mapping.map { Array($0) } ?? []).compactMap { key, value in
      key.scalar.map { Item(id: $0.string, node: value, key: key) }
    }
  }

  private func list(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    return node.sequence.map { Array($0) } ?? (node.mapping == nil ? [] : [node])
  }

  // MARK: - Cells

  /// What a cell of a thing says, on one line; empty where the plan does not say it.
  func cell(_ column: PlanTable.Column, of item: Item, in language: ReaderLanguage) -> String {
    if column.key == "number" { return String(item.id.split(separator: "/").last ?? "") }
    if ["outlet", "line"].contains(column.key), column.content == .identity {
      return String(item.id.prefix { $0 != "/" })
    }
    if column.key == "id", column.content == .identity {
      return String(item.id.split(separator: "/").last ?? "")
    }
    guard let value = value(column, of: item)?.value else { return "" }
    if case .month(let month) = column.content { return self.month(month, of: value) }
    return text(of: value, as: column.content, in: language)
  }

  /// What a thing says of a column: the key and its value; `nil` where it says nothing.
  func value(_ column: PlanTable.Column, of item: Item) -> (key: Node, value: Node)? {
    // A topic is its text.
    if item.node.scalar != nil { return item.key.map { ($0, item.node) } }
    var (node, found) = (item.node, (key: Node, value: Node)?.none)
    for key in column.path {
      guard let pair = node.mapping?.first(where: { $0.key.scalar?.string == key }) else { return nil }
      (node, found) = (pair.value, (pair.key, pair.value))
    }
    return found
  }

  private func text(
    of value: Node, as content: PlanTable.Content, in language: ReaderLanguage
  ) -> String {
    if let scalar = value.scalar {
      let text = scalar.string.composed.onOneLine
      return content.words(for: text, in: language) ?? text
    }
    if content == .pins, let pins = pins(value) { return PlanCell.joined(pins) }
    if content == .ranges, let ranges = ranges(value) { return PlanCell.joined(ranges) }
    guard let items = texts(of: value) else { return written(value) }
    return PlanCell.joined(items.map { content.words(for: $0, in: language) ?? $0 })
  }

  /// Days with or without a grid line; `nil` for a node that has more to say.
  private func pins(_ value: Node) -> [String]? {
    guard let items = value.sequence else { return nil }
    let pins = items.compactMap { item -> String? in
      if let scalar = item.scalar { return scalar.string.composed.onOneLine }
      guard let mapping = item.mapping, let day = mapping["on"]?.scalar?.string,
        let grid = mapping["grid"]?.scalar?.string, mapping.count == 2
      else { return nil }
      return "\(day) \(grid)"
    }
    return pins.count == items.count ? pins : nil
  }

  /// Ranges of days; `nil` for a node that has something else to say.
  private func ranges(_ value: Node) -> [String]? {
    let items = list(value)
    let ranges = items.compactMap { item -> String? in
      guard let from = item["from"]?.scalar?.string, let to = item["to"]?.scalar?.string,
        item.mapping?.count == 2
      else { return nil }
      return "\(from)..\(to)"
    }
    return ranges.count == items.count ? ranges : nil
  }

  /// The texts of a list that has nothing else; `nil` for another node.
  func texts(of value: Node) -> [String]? {
    guard let items = value.sequence else { return nil }
    let texts = items.compactMap { $0.scalar?.string.composed.onOneLine }
    return texts.count == items.count ? texts : nil
  }

  /// A value of several parts as it stands in the file.
  private func written(_ value: Node) -> String { extents.text(extents.extent(value)).composed.onOneLine }

  private func month(_ month: Int, of value: Node) -> String {
    if let items = value.sequence {
      return items.indices.contains(month) ? items[month].scalar?.string ?? "" : ""
    }
    return monthEntry(month, of: value)?.value.scalar?.string ?? ""
  }

  /// The entry of a month in a mapping whose keys are months.
  func monthEntry(_ month: Int, of value: Node) -> (key: Node, value: Node)? {
    value.mapping?.first { key, _ in
      let name = key.scalar?.string ?? ""
      return months.index(named: name) == month
        || Int(name).map { months.indices(ofMonth: $0) == [month] } ?? false
    }
  }

  /// The table of a part.
  ///
  /// - Parameter isForm: Whether it has all that a form asks for.
  func table(_ part: PlanTable.Part, in language: ReaderLanguage, isForm: Bool = false) -> PlanTable {
    let columns = isForm ? part.formColumns(months) : part.columns(months)
    let rows = items(of: part).map { item in
      PlanTable.Row(id: item.id, cells: columns.map { cell($0, of: item, in: language) })
    }
    return PlanTable(part, months: months, columns: columns, rows: rows)
  }
}

extension PlanTable.Content {
  /// The word for a reader that means what the plan says; `nil` where it is no such word.
  func words(for text: String, in language: ReaderLanguage) -> String? {
    switch self {
    case .kind: Outlet.Kind(rawValue: text)?.name[language]
    case .level: AdminLevel(rawValue: text)?.name[language]
    case .weekdays: language == .vietnamese ? Weekday(named: text)?.name.vi : nil
    case .words(let all): all.first { $0.written == text }?.name[language]
    case .every, .blackout, .one: language == .vietnamese ? Self.vietnamese[text] : nil
    default: nil
    }
  }

  /// The Vietnamese words for some of the plan's.
  static let vietnamese = ["month": "tháng", "keep": "giữ", "drop": "bỏ", "none": "không"]
}
