extension PlanLine {
  /// The part of one of its works that a row shows: the one that it states, else the one that its title names (“phần 2”,
  /// “tập 2/3”, “phần cuối”); `nil` where its works go out as a whole, or the row names none.
  public func part(shownBy entry: AsRunEntry) -> WorkPart? {
    guard parts > 1 else { return nil }
    if let part = entry.part {
      return WorkPart(number: part, of: entry.partCount)
    }
    // Where the line's own title has such words, those of a row say nothing.
    guard PartName(in: title, of: parts) == nil else { return nil }
    return PartName(in: entry.title, of: parts)?.part
  }
}

/// The part that a title names.
public struct PartName {
  /// The part.
  public let part: WorkPart

  /// The part of a cell of its own: `2`, `2/3`, `III`, `phần 2`; `nil` for anything else.
  public init?(cell: String) {
    var words = cell.split(whereSeparator: \.isWhitespace).map { FoldedText($0.lowercased()).text }
    let numbers = cell.split(separator: "/", omittingEmptySubsequences: false)
    if numbers.count == 2, let last = Int(numbers[1].filter { !$0.isWhitespace }) {
      guard let first = Self(cell: String(numbers[0])), first.part.count == nil, (2...100).contains(last)
      else {
        return nil
      }
      part = WorkPart(number: first.part.number, of: last)
      return
    }
    if let first = words.first, Self.names.contains(first) { words.removeFirst() }
    if words.first == "thu" { words.removeFirst() }
    guard words.count == 1, let word = words.first,
      let number = Int(word) ?? Self.numbers[word], (1...100).contains(number)
    else { return nil }
    part = WorkPart(number: number, of: nil)
  }

  /// - Parameter count: How many parts the work has, of which “cuối” is the last.
  init?(in title: String, of count: Int) {
    let words = title.split { !$0.isLetter && !$0.isNumber && $0 != "/" }.map { word in
      word.split(separator: "/", omittingEmptySubsequences: false).map { FoldedText($0).text }
    }
    guard let name = words.lastIndex(where: { $0.count == 1 && Self.names.contains($0[0]) }) else {
      return nil
    }
    var rest = words[(name + 1)...]
    if rest.first == ["thu"] { rest.removeFirst() }
    guard let word = rest.first else { return nil }
    let last = word.count == 2 ? Int(word[1]) : nil
    guard word.count == 1 || last != nil,
      let number = Int(word[0]) ?? Self.numbers[word[0]] ?? (word[0] == "cuoi" ? count : nil), number > 0
    else { return nil }
    part = WorkPart(number: number, of: last)
  }

  private static let names: Set<String> = ["phan", "tap", "part"]

  /// Numbers in words and Roman ones, as ``FoldedText`` has them.
  private static let numbers: [String: Int] = [
    "mot": 1, "nhat": 1, "dau": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bai": 7,
    "tam": 8,
    "chin": 9, "muoi": 10, "one": 1, "two": 2, "three": 3, "four": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "v": 5,
    "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
  ]
}
