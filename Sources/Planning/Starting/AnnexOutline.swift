import ScheduleModel

/// Which rows of an annex lie below which, by how they are numbered: A, I, 1, 1.1, a), -, +.
struct AnnexOutline {
  /// How a row is numbered.
  enum Mark: Hashable {
    case capital, roman
    /// `1` has one part, `1.1` two.
    case number(parts: Int)
    case letter, dash, plus
  }

  /// The rows above the one taken last that it lies in, the outermost first; `nil` for a heading that is no line.
  private var above: [(mark: Mark, line: Int?)] = []

  /// Takes the next row.
  ///
  /// - Parameters:
  ///   - mark: How it is numbered; a row without a number lies in nothing.
  ///   - line: Which line of the plan it is; `nil` for a heading.
  /// - Returns: The line in which it lies.
  mutating func take(_ mark: Mark?, line: Int?) -> Int? {
    guard let mark else { return nil }
    if let same = above.firstIndex(where: { $0.mark == mark }) { above.removeSubrange(same...) }
    let host = above.last { $0.line != nil }?.line
    above.append((mark, line))
    return host
  }

  /// Ends what the next rows could lie in.
  mutating func end() { above = [] }

  /// How deep a mark of a heading is: what stands below “A” lies deeper than what stands below “I”.
  static func depth(_ mark: Mark?) -> Int {
    switch mark {
    case .capital: 0
    case .roman: 1
    default: 2
    }
  }

  /// Whether rows of one mark lie below those of another wherever both are used.
  static func isBelow(_ mark: Mark, _ other: Mark) -> Bool {
    func rank(_ mark: Mark) -> Int {
      switch mark {
      case .capital: 0
      case .roman: 1
      case .number(let parts): 1 + parts
      case .letter: 50
      case .dash: 51
      case .plus: 52
      }
    }
    return rank(mark) > rank(other)
  }

  /// The mark in a cell of numbers; `nil` when it is none of the usual ones.
  static func mark(_ number: String) -> Mark? {
    let text = number.filter { !$0.isWhitespace && !"()".contains($0) }.replacing(",", with: ".")
    var words = Substring(text)
    while words.hasSuffix(".") { words.removeLast() }
    if words.wholeMatch(of: /[IVX]+/) != nil { return .roman }
    // “I.1” is the first row of part I.
    if let match = words.wholeMatch(of: /(?:[IVXA-H]+\.)?(\d+(?:\.\d+)*)/) {
      return .number(parts: match.output.1.split(separator: ".").count)
    }
    if words.wholeMatch(of: /[A-Z]/) != nil { return .capital }
    if words.wholeMatch(of: /[a-zđ]/) != nil { return .letter }
    switch words {
    case "-", "–", "—": return .dash
    case "+", "*", "•": return .plus
    default: return nil
    }
  }

  /// The mark with which the contents of a row begin, and the contents without it: “- Tin trên báo”, “a) Tin”.
  static func leadingMark(of content: String) -> (number: String, content: String)? {
    guard
      let (_, number, rest) = content.wholeMatch(of: /([-–—+*•]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)])\s+(.+)/)?
        .output
    else { return nil }
    return (String(number), String(rest))
  }
}
