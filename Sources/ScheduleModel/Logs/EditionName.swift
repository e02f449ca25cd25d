/// The edition that a title names behind the name of its programme: “Hỏi đáp kỳ 3”, “Hỏi đáp (số 3)”, “Hỏi đáp – no. 3”.
public struct EditionName: Hashable, Sendable {
  /// The number.
  public let number: Int

  /// - Parameters:
  ///   - title: A title, as logged.
  ///   - names: The names of its line; a name that has such words itself says nothing of an edition.
  /// - Returns: `nil` when it names none. “Kỳ 3/2024” and “Nghị định số 15” name none.
  public init?(in title: String, of names: [String]) {
    if let edition = RepeatName(in: title)?.edition {
      number = edition
      return
    }
    let text = MarkedWords(title.composed)
    for index in text.words.indices.dropFirst() {
      guard Self.words.contains(text.words[index].text) else { continue }
      var next = index + 1
      if next < text.words.count, ["thứ", "thu"].contains(text.words[next].text) { next += 1 }
      guard next < text.words.count, let number = Int(text.words[next].text), number > 0,
        text.words[next].after.isDisjoint(with: ["/", "-", ".", "%"]) || next + 1 == text.words.count
      else { continue }
      let isMarked = !text.words[index].before.isDisjoint(
        with: MarkedWords.opening.union(MarkedWords.parting))
      let before = FoldedText(text.words[..<index].map(\.text).joined(separator: " "))
      let isLast = next + 1 == text.words.count
      guard isLast && (isMarked || names.contains { FoldedText($0) == before }) else { continue }
      self.number = number
      return
    }
    return nil
  }

  /// The edition of a title that is the name of a programme and nothing more but that: “Hỏi đáp số 3”, “Hỏi đáp (kỳ 3)”,
  /// “Hỏi đáp tập 3”.
  ///
  /// - Parameters:
  ///   - names: The names of its line. One that is the title itself, or has such words, leaves no edition.
  ///   - hasParts: Whether its works go out in parts, so that “tập 3” is one of them and no edition.
  public init?(behindNameIn title: String, of names: [String], hasParts: Bool = false) {
    let text = MarkedWords(title.composed)
    let folded = FoldedText(title)
    guard text.words.count > 2, !names.contains(where: { FoldedText($0) == folded }),
      let number = text.words.last.flatMap({ Int($0.text) }), (1...Quantity.largest).contains(number)
    else { return nil }
    var name = text.words.dropLast()
    // “Ngày 5/3” and “số 3/2025” are days and numbers of documents.
    guard let last = name.last, last.after.isSubset(of: [".", ":", "#"]) else { return nil }
    if ["thứ", "thu"].contains(last.text) { name.removeLast() }
    guard let word = name.popLast(),
      Self.words.contains(word.text) || !hasParts && Self.instalments.contains(word.text),
      word.after.isSubset(of: [".", ":", "#"])
    else { return nil }
    let before = FoldedText(name.map(\.text).joined(separator: " "))
    guard names.contains(where: { FoldedText($0) == before }),
      !names.contains(where: { EditionName(in: $0, of: []) != nil })
    else { return nil }
    self.number = number
  }

  /// The edition in a cell of its own: `9`, `số 9`, `Kỳ thứ 10`, `#9`; `nil` for anything else, such as `12/2025`.
  ///
  /// - Parameter hasParts: Whether the work may go out in parts, so that `tập 9` is one of them and no edition.
  public init?(cell: String, hasParts: Bool = true) {
    var words = MarkedWords(cell.composed).words[...]
    if let first = words.first,
      Self.words.contains(first.text) || !hasParts && Self.instalments.contains(first.text)
    {
      words.removeFirst()
    }
    if let first = words.first, ["thứ", "thu"].contains(first.text) { words.removeFirst() }
    guard words.count == 1, let word = words.first, let number = Int(word.text),
      (1...Quantity.largest).contains(number), word.before.isSubset(of: Self.marks),
      word.after.isSubset(of: Self.marks)
    else { return nil }
    self.number = number
  }

  /// What may stand beside the number in a cell of its own.
  private static let marks: Set<Character> = [".", ":", "#", "(", ")", "[", "]", "°", "º"]

  /// Words for the works of a series. “Phần 2” is no such word: it goes on with a work after a break.
  private static let instalments: Set<String> = ["tập", "tap"]

  private static let words: Set<String> = ["kỳ", "kì", "ky", "ki", "số", "so", "edition", "no", "episode"]
}
