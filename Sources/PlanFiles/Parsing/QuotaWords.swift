import ScheduleModel

/// What the words of a quota's unit say besides what is counted: “kỳ phát lại”, “kỳ tiếng Khmer”, “bản dịch”.
///
/// A quota counts works, each at its first run and in its line's languages. Words that say otherwise contradict what is
/// scheduled.
struct QuotaWords {
  /// Why a quota is not of the line's works.
  enum Contradiction {
    /// It counts what is aired again.
    case repeats
    /// It counts versions of works in other languages.
    case versions
    /// It is in another language than the line; the name as the quota has it.
    case language(said: String, tag: LanguageTag?, of: WorkLanguages)
    /// It is in two languages at once, and the line is not.
    case bilingual
  }

  private let unit: CountingUnit
  /// Whether the words are the plan's own name for the form, in which “Thái” or “Dao” may be no language.
  private let isOwnForm: Bool

  /// - Parameter form: The line's own form.
  init(_ unit: CountingUnit, besides form: CountingUnit) {
    self.unit = unit
    isOwnForm = unit == form
  }

  /// What contradicts the line; `nil` when nothing does.
  ///
  /// - Parameter languages: The languages of its works; `nil` when they could not be read, and nothing is said of them.
  func contradiction(in languages: WorkLanguages?) -> Contradiction? {
    if unit.forms.contains(where: { RepeatName(in: $0) != nil }) { return .repeats }
    guard let languages else { return nil }
    for form in unit.forms {
      let words = form.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
      if let (said, tag) = language(words), !agrees(tag, with: languages) {
        return .language(said: said, tag: tag, of: languages)
      }
      if words.suffix(2) == ["song", "ngữ"], languages.all.count < 2 { return .bilingual }
    }
    return !isOwnForm && unit.kind == .versions ? .versions : nil
  }

  /// A minority's language that is not named agrees with each but Vietnamese.
  private func agrees(_ tag: LanguageTag?, with languages: WorkLanguages) -> Bool {
    guard let tag else { return languages.all.contains { $0 != .vietnamese } }
    return languages.contains(tag)
  }

  /// The language that some words name, with “tiếng” before it or, in a unit of the grammar, without; a `nil` tag for
  /// “tiếng dân tộc”.
  private func language(_ words: [String]) -> (said: String, tag: LanguageTag?)? {
    for start in words.indices.dropFirst() {
      let isNamed = words[start - 1] == "tiếng"
      guard isNamed || !isOwnForm else { continue }
      if isNamed, words[start...].starts(with: ["dân", "tộc"]) {
        return (words[(start - 1)...].joined(separator: " "), nil)
      }
      for count in [3, 2, 1] where start + count <= words.count {
        let name = words[start..<start + count].joined(separator: " ")
        if let tag = BroadcastLanguage.tag(named: name), isNamed || Self.bare.contains(name) {
          return ("tiếng \(BroadcastLanguage.name(of: tag, in: .vietnamese))", tag)
        }
      }
    }
    return nil
  }

  /// Languages that a unit may name without “tiếng”.
  private static let bare: Set<String> = [
    "mông", "thái", "dao", "khmer", "chăm", "hà nhì", "tày", "nùng", "ê đê", "gia rai", "ba na",
  ]
}

extension Finding {
  /// A quota whose words say that it is not of the line's works.
  static func quotaOfOthers(
    _ quota: Quantity, _ other: QuotaWords.Contradiction, at span: SourceSpan
  ) -> Finding {
    let text = Words(vi: quota.text(in: .vietnamese), en: quota.text(in: .english))
    let (message, remedy) = words(text, other)
    return Finding(.badQuantity, .error, at: span, message, remedy: remedy)
  }

  private static func words(_ quota: Words, _ other: QuotaWords.Contradiction) -> (Words, Words) {
    switch other {
    case .repeats:
      (
        Words(
          vi:
            "“\(quota.vi)” là lượt phát lại, còn quota đếm tác phẩm mới, mỗi tác phẩm một lần khi phát lần đầu.",
          en: "“\(quota.en)” is of repeats, and a quota counts works, each once, at its first run."),
        Words(
          vi:
            "Ghi số tác phẩm mới vào quota, phát lại vào repeats, ví dụ repeats: { after: 1d }; văn bản chỉ nêu số lượt phát lại "
            + "thì bỏ quota, giữ nguyên lời trong note.",
          en:
            "Write the number of new works as quota and the repeats as repeats, such as repeats: { after: 1d }; where the "
            + "document states repeats alone, leave quota out and keep its words in note.")
      )
    case .versions:
      (
        Words(
          vi: "“\(quota.vi)” là bản dịch, còn quota đếm tác phẩm gốc, mỗi tác phẩm một lần.",
          en: "“\(quota.en)” is of language versions, and a quota counts the works of which they are made."),
        Words(
          vi:
            "Ghi số tác phẩm gốc vào quota, bản dịch vào versions, ví dụ versions: { into: [Khmer] }; văn bản chỉ nêu số bản dịch "
            + "thì bỏ quota, giữ nguyên lời trong note.",
          en:
            "Write the number of original works as quota and the versions as versions, such as versions: { into: [Khmer] }; "
            + "where the document states versions alone, leave quota out and keep its words in note.")
      )
    case .language(let said, let tag, let languages):
      otherLanguage(quota, said, tag, languages)
    case .bilingual:
      (
        Words(
          vi: "“\(quota.vi)” là song ngữ, còn chỉ tiêu chỉ có một thứ tiếng (language).",
          en: "“\(quota.en)” is bilingual, and the line is in one language (language)."),
        Words(
          vi: "Ghi hai thứ tiếng của tác phẩm, ví dụ: language: [Việt, Khmer], bilingual: true",
          en: "Name the two languages of the works, such as: language: [Việt, Khmer], bilingual: true")
      )
    }
  }

  private static func otherLanguage(
    _ quota: Words, _ said: String, _ tag: LanguageTag?, _ languages: WorkLanguages
  ) -> (Words, Words) {
    let name = tag.map { BroadcastLanguage.name(of: $0, in: .vietnamese) }
    let (example, isExample) = (name ?? "Khmer", name == nil)
    let message = Words(
      vi:
        "“\(quota.vi)” nói \(said), còn tác phẩm của chỉ tiêu bằng tiếng \(languages.names(in: .vietnamese)).",
      en:
        "“\(quota.en)” says \(said.quoted), and the line's works are in \(languages.names(in: .english)).")
    let such = isExample ? Words(vi: "ví dụ ", en: "such as ") : Words("")
    guard tag != .vietnamese else {
      return (
        message,
        Words(
          vi: "Tác phẩm gốc bằng tiếng Việt thì bỏ language; nếu không, bỏ “\(said)” khỏi quota.",
          en:
            "Where the works are made in Vietnamese, leave language out; if not, take “\(said)” out of quota."
        )
      )
    }
    return (
      message,
      Words(
        vi:
          "Tác phẩm gốc bằng tiếng ấy thì thêm \(such.vi)language: \(example). Nếu là bản dịch, ghi số tác phẩm gốc vào quota "
          + "và \(such.vi)versions: { into: [\(example)] }.",
        en:
          "Where the works are made in that language, add \(such.en)language: \(example). Where they are versions, write the "
          + "number of original works as quota, and \(such.en)versions: { into: [\(example)] }.")
    )
  }
}
