/// Whether a row says that it airs a work again.
public enum Repetition: Sendable {
  /// It does not.
  case unsaid
  /// It may: words such as “(PL)” may mean something else.
  case unclear
  /// It does.
  case stated
  /// It does, and nothing of the work was due or aired before it.
  case unfounded
}

/// How a title says that a work is aired again: “Hỏi đáp (phát lại)”, “Phát lại: Hỏi đáp”, “Hỏi đáp – phát lại kỳ 3”.
public struct RepeatName: Hashable, Sendable {
  /// Whether the words leave no doubt: they stand in brackets, before a colon or a dash, or at the end. “Tin: phát lại
  /// sổ đỏ” and “Hỏi đáp (PL)” may be something else.
  public let isSure: Bool
  /// The edition that is aired again, as far as the words name one.
  public let edition: Int?

  /// - Parameter title: A title, as logged.
  /// - Returns: `nil` when it does not speak of a repeat.
  public init?(in title: String) {
    let text = MarkedWords(title.composed)
    var best: RepeatName?
    for index in text.words.indices {
      guard let name = Self.name(at: index, in: text) else { continue }
      if name.isSure {
        self = name
        return
      }
      best = best ?? name
    }
    guard let best else { return nil }
    self = best
  }

  /// The same of a note beside a row: what is short for a repeat needs no brackets there.
  /// - Parameter note: What the note says.
  public init?(inNote note: String) {
    guard !note.isEmpty else { return nil }
    if Self.marks.contains(FoldedText(note).text) {
      self.init(isSure: false)
    } else {
      self.init(in: note)
    }
  }

  /// “Phát lại Hỏi đáp số 3”, with nothing between the words and the name of a programme: there they leave no doubt.
  ///
  /// - Parameters:
  ///   - names: The names of a line; one that has such words itself is no sign of a repeat.
  ///   - title: A title, as logged.
  /// - Returns: `nil` when the title is anything else.
  public init?(aheadOf names: [String], in title: String) {
    let text = MarkedWords(title.composed)
    guard !text.words.isEmpty, let phrase = Self.phrases.first(where: { text.has($0, at: 0) }) else {
      return nil
    }
    let rest = text.words[phrase.count...].map(\.text)
    for name in names {
      let own = MarkedWords(name.composed).words.map(\.text)
      guard !own.isEmpty, rest.starts(with: own, by: { FoldedText($0) == FoldedText($1) }) else { continue }
      var behind = text.words[(phrase.count + own.count)...]
      let edition = Self.edition(&behind)
      guard behind.isEmpty else { continue }
      self.init(isSure: true, edition: edition)
      return
    }
    return nil
  }

  private init(isSure: Bool, edition: Int? = nil) { (self.isSure, self.edition) = (isSure, edition) }

  private typealias Word = MarkedWords.Word

  /// What the words from an index on say of a repeat; `nil` when they say nothing of one.
  private static func name(at index: Int, in text: MarkedWords) -> RepeatName? {
    let words = text.words
    func isMarked(_ length: Int) -> Bool {
      let last = words[index + length - 1]
      return !words[index].before.isDisjoint(with: MarkedWords.opening)
        || (index == 0 && !last.after.isDisjoint(with: MarkedWords.parting))
    }
    if Self.marks.contains(words[index].text) {
      let isLast = index == words.count - 1 && !words[index].before.isDisjoint(with: MarkedWords.parting)
      return isMarked(1) || isLast ? RepeatName(isSure: false) : nil
    }
    guard let phrase = Self.phrases.first(where: { text.has($0, at: index) }) else { return nil }
    var rest = words[(index + phrase.count)...]
    if phrase == ["phát", "lần"] || phrase == ["phat", "lan"] {
      // “Phát lần 1” is no repeat.
      guard let number = rest.popFirst().flatMap({ Int($0.text) }), number > 1 else { return nil }
    }
    let edition = Self.edition(&rest)
    // “Không phát lại” and “sẽ phát lại” are no repeat.
    if index > 0, words[index].before.isEmpty, Self.denials.contains(words[index - 1].text) { return nil }
    // “Cấp phát lại” hands something out once more.
    let isOther =
      index > 0 && words[index - 1].text.hasPrefix("c") && words[index].before.isEmpty
      && ["cấp", "cap"].contains(words[index - 1].text)
    return RepeatName(isSure: !isOther && (rest.isEmpty || isMarked(phrase.count)), edition: edition)
  }

  /// Takes “kỳ 3”, “lần 2”, “ngày 5/4/2026”, “lúc 20h15” off the words behind; the edition that they name.
  private static func edition(_ rest: inout ArraySlice<Word>) -> Int? {
    var edition: Int?
    var words = rest
    while let word = words.popFirst() {
      switch word.text {
      case "của", "cua", "chương", "trình", "of", "no": continue
      case "kỳ", "ky", "kì", "số", "so", "edition":
        guard let number = words.popFirst().flatMap({ Int($0.text) }), number > 0 else { return nil }
        edition = number
      case "lần", "lan", "thứ", "thu", "ngày", "ngay", "tháng", "thang", "năm", "nam", "lúc", "luc":
        guard let first = words.first, first.text.first?.isNumber ?? false else { return nil }
        while let next = words.first, next.text.first?.isNumber ?? false {
          words.removeFirst()
          // “Ngày 5/4/2026” is three numbers.
          if next.after.isDisjoint(with: ["/", "-", ".", ":"]) { break }
        }
      default: return nil
      }
    }
    rest = words
    return edition
  }

  private static let denials: Set<String> = [
    "không", "khong", "chưa", "chua", "sẽ", "se", "no", "not", "will",
  ]

  /// The longest first.
  private static let phrases: [[String]] = [
    "tái phát sóng", "phát sóng lại", "phát lại", "chiếu lại", "đăng lại", "tái phát", "phát lần",
    "tai phat song", "phat song lai", "phat lai", "chieu lai", "dang lai", "tai phat", "phat lan",
    "repeat", "rerun", "re run", "rebroadcast",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Short for a repeat, and for other things.
  private static let marks: Set<String> = ["pl", "rpt", "r"]
}
