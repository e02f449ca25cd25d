/// The two languages in which the program speaks to people.
public enum ReaderLanguage: String, CaseIterable, Sendable {
  /// Vietnamese, as an official writes it.
  case vietnamese = "vi"
  /// English.
  case english = "en"
}

/// A text for people, in both languages.
public struct Words: Hashable, Sendable {
  /// The Vietnamese text.
  public let vi: String
  /// The English text.
  public let en: String

  /// A text that differs between the languages.
  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// A text that is the same in both, such as a piece of a plan to paste.
  public init(_ both: String) { self.init(vi: both, en: both) }

  /// The text in one language.
  public subscript(language: ReaderLanguage) -> String {
    switch language {
    case .vietnamese: vi
    case .english: en
    }
  }
}
