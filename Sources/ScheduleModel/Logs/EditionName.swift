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

  private static let words: Set<String> = ["kỳ", "kì", "ky", "ki", "số", "so", "edition", "no", "episode"]
}
