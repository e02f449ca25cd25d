import ScheduleModel
import Yams

/// A new row, as it is written into a plan file: like the one before it, in brackets or a key on each line.
struct PlanRowText {
  private let addition: PlanAddition
  private let id: String

  init(_ addition: PlanAddition) {
    self.addition = addition
    id = String(addition.row.split(separator: "/").last ?? "")
  }

  /// The keys and values; the id first.
  private func pairs(withID: Bool, inBrackets: Bool) -> [String] {
    let own = CellValue.pairs(addition.cells.map { ($0.column, $0.text) }).map { key, value in
      "\(key): \(inBrackets ? value.inBrackets : value.onLine)"
    }
    return (withID && !id.isEmpty ? ["id: \(id)"] : []) + own
  }

  private func bracketed(withID: Bool) -> String {
    // A topic is its text.
    if addition.part == .topics {
      return YAMLText.scalar(addition.cells.first?.text ?? "", isInBrackets: true)
    }
    return "{ " + pairs(withID: withID, inBrackets: true).joined(separator: ", ") + " }"
  }

  // MARK: - Lists

  /// Adds it to a list below a key.
  func addItem(
    to key: String, of parent: Node, _ order: [String], _ outline: PlanOutline,
    _ editor: inout MappingEditor
  ) throws(MappingEditor.Obstacle) {
    let hasID = !addition.part.isNumbered && addition.part.keyOfLine == nil
    // One that stands alone may be written without a list.
    if let single = parent[key], single.mapping != nil {
      guard outline.extents.isInBrackets(single) else { throw .severalParts }
      editor.insert("[", before: single)
      editor.insert(", \(bracketed(withID: hasID))]", behind: single)
      return
    }
    guard let list = parent[key], let items = list.sequence,
      !items.isEmpty || outline.extents.isInBrackets(list)
    else { return try addList(key, of: parent, order, hasID: hasID, outline, &editor) }
    let previous = items.enumerated().first { index, node in
      hasID ? node["id"]?.scalar?.string == rowID(addition.after) : addition.after == "\(index + 1)"
    }
    guard let neighbour = previous?.element ?? items.last else {
      editor.insertFirst(" \(bracketed(withID: hasID)) ", in: list)
      return
    }
    if outline.extents.isInBrackets(list) {
      editor.insert(", \(bracketed(withID: hasID))", behind: neighbour)
      return
    }
    let dash = String(repeating: " ", count: outline.extents.indent(of: outline.extents.start(list))) + "- "
    editor.insert(
      line: dash + item(like: neighbour, indent: dash.count, hasID, outline, editor), behind: neighbour)
  }

  private func rowID(_ row: String?) -> String? {
    row.flatMap { $0.split(separator: "/").last.map(String.init) }
  }

  private func item(
    like neighbour: Node, indent: Int, _ hasID: Bool, _ outline: PlanOutline, _ editor: MappingEditor
  ) -> String {
    guard !outline.extents.isInBrackets(neighbour) else { return bracketed(withID: hasID) }
    let blanks = editor.newline + String(repeating: " ", count: indent)
    return pairs(withID: hasID, inBrackets: false).joined(separator: blanks)
  }

  /// The list with it as its only item.
  private func addList(
    _ key: String, of parent: Node, _ order: [String], hasID: Bool, _ outline: PlanOutline,
    _ editor: inout MappingEditor
  ) throws(MappingEditor.Obstacle) {
    let text = bracketed(withID: hasID)
    let first = parent.mapping?.first.map { outline.extents.indent(of: outline.extents.start($0.key)) } ?? 0
    let blanks = editor.newline + String(repeating: " ", count: first + 2)
    let value = MappingEditor.Value(inBrackets: "[\(text)]", onLine: "\(blanks)- \(text)", items: nil)
    try editor.set([(key, value)], in: parent, order: order)
  }

  // MARK: - Things by id

  /// Adds it to a mapping of things by their ids.
  func addEntry(to section: String, _ outline: PlanOutline, _ editor: inout MappingEditor)
    throws(MappingEditor.Obstacle)
  {
    let items = outline.items(of: addition.part)
    guard let mapping = outline.root[section],
      let neighbour = items.first(where: { $0.id == addition.after }) ?? items.last,
      let key = neighbour.key
    else {
      let text = bracketed(withID: false)
      let value = MappingEditor.Value(
        inBrackets: "{ \(id): \(text) }", onLine: "\(editor.newline)  \(id): \(text)", items: nil)
      if let empty = outline.root[section] {
        editor.replace(empty, with: "{ \(id): \(text) }")
      } else {
        try editor.set([(section, value)], in: outline.root, order: PlanTextEditor.sections)
      }
      return
    }
    if outline.extents.isInBrackets(mapping) {
      editor.insert(", \(id): \(bracketed(withID: false))", behind: neighbour.node)
      return
    }
    let indent = outline.extents.indent(of: outline.extents.start(key))
    let blanks = String(repeating: " ", count: indent)
    let isInBrackets = addition.part == .topics || outline.extents.isInBrackets(neighbour.node)
    let below = editor.newline + blanks + "  "
    let text =
      isInBrackets
      ? " " + bracketed(withID: false)
      : below + pairs(withID: false, inBrackets: false).joined(separator: below)
    editor.insert(line: "\(blanks)\(id):\(text)", behind: neighbour.node)
  }
}
