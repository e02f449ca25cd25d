import ScheduleModel

extension Paper {
  /// The paper as plain text: the head side by side, the title in the middle, tables as wide as they need.
  ///
  /// - Parameter bound: The columns into which all of it must fit; `nil` for no such bound.
  public func text(width bound: Int? = nil) -> String {
    let tables = blocks.compactMap { block in
      if case .table(let table) = block { table.text(width: bound) } else { nil }
    }
    let lines = tables.flatMap { $0.split(separator: "\n") }
    let width = max(min(100, bound ?? 100), lines.map(\.displayWidth).max() ?? 0)
    var parts: [String] = []
    if let letterhead { parts.append(Self.beside(letterhead.columns(language), width)) }
    parts.append((title + subtitle).map { Self.centred($0, in: width) }.joined())
    var next = tables[...]
    for block in blocks {
      switch block {
      case .heading(let text): parts.append(text.visible() + "\n")
      case .paragraph(let text): parts.append(Self.wrapped(text, to: width))
      case .table: parts.append(next.popFirst() ?? "")
      case .notes(let notes): parts.append(notes.map { Self.wrapped($0, to: width) }.joined())
      }
    }
    if !signatures.isEmpty { parts.append(Self.beside(ends, width)) }
    return parts.joined(separator: "\n")
  }

  /// The recipients on the left, or the first signature where there are two, and the signature on the right.
  private var ends: [[String]] {
    // Hints and names stand at one height whatever the offices above them take.
    let height = signatures.map(\.office.count).max() ?? 0
    let signatures = signatures.map { signature in
      signature.office + Array(repeating: "", count: height - signature.office.count)
        + [signature.hint, "", "", signature.name ?? ""]
    }
    let list = recipients.isEmpty ? [] : [PaperWords.recipients[language]] + recipients.map { "- \($0)" }
    return signatures.count > 1 ? signatures : [list] + signatures
  }

  private static func beside(_ columns: [[String]], _ width: Int) -> String {
    let half = width / max(1, columns.count)
    let columns = columns.map { column in
      column.flatMap { $0.displayWidth < half ? [$0] : $0.wrapped(to: max(1, half - 2)) }
    }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { index in
      let line = columns.map { column in
        let text = index < column.count ? column[index].visible() : ""
        let blanks = max(0, half - text.displayWidth)
        return String(repeating: " ", count: blanks / 2) + text
          + String(repeating: " ", count: blanks - blanks / 2)
      }.joined()
      return trimmed(line) + "\n"
    }.joined()
  }

  private static func centred(_ text: String, in width: Int) -> String {
    text.wrapped(to: width).map { line in
      let shown = line.visible()
      return String(repeating: " ", count: max(0, width - shown.displayWidth) / 2) + shown + "\n"
    }.joined()
  }

  private static func wrapped(_ text: String, to width: Int) -> String {
    text.wrapped(to: min(width, 110)).map { $0.visible() + "\n" }.joined()
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
