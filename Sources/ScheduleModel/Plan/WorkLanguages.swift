/// The languages in which the works of a line are made: its originals, not their versions.
public struct WorkLanguages: Hashable, Sendable {
  /// The languages in the plan's order, each once, never empty. The first names a work that is in several.
  public let all: [LanguageTag]
  /// Whether each work is in all of them at once, a bilingual programme; otherwise each is in one of them.
  public let areTogether: Bool

  /// Vietnamese alone, which is meant when a plan says nothing.
  public static let vietnamese = WorkLanguages(of: [.vietnamese])

  /// One language.
  public init(_ language: LanguageTag) { self.init(of: [language]) }

  /// Some languages; of one that is named twice the first counts. `nil` for none.
  public init?(_ languages: some Sequence<LanguageTag>, areTogether: Bool) {
    var all: [LanguageTag] = []
    for language in languages where !all.contains(language) { all.append(language) }
    guard !all.isEmpty else { return nil }
    self.init(of: all, areTogether: areTogether)
  }

  private init(of all: [LanguageTag], areTogether: Bool = false) {
    self.all = all
    self.areTogether = areTogether && all.count > 1
  }

  /// The first language; that of every work of the line, unless each is in one of several.
  public var main: LanguageTag { all[0] }

  /// Whether each work is in one of several languages.
  public var areAlternatives: Bool { all.count > 1 && !areTogether }

  /// Their names: "Khmer", "Việt và Mông" of a bilingual programme, "Khmer hoặc Chăm" of works in one of several.
  public func names(in language: ReaderLanguage) -> String {
    let names = all.map { BroadcastLanguage.name(of: $0, in: language) }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    let joint = areTogether ? Words(vi: " và ", en: " and ") : Words(vi: " hoặc ", en: " or ")
    return names.dropLast().joined(separator: ", ") + joint[language] + last
  }

  /// Whether works are made in a language.
  public func contains(_ language: LanguageTag) -> Bool { all.contains(language) }

  /// The language by which a work is known that went out in one of them, in its UID and where works are counted: of
  /// several the first, so that a work stays the same in whatever opening it lies.
  public func known(_ language: LanguageTag) -> LanguageTag { contains(language) ? main : language }

  /// The language of a work in an opening: the first that it carries; of a bilingual work the first if it carries all.
  ///
  /// - Returns: `nil` when no work can be there.
  public func language(where carries: (LanguageTag) -> Bool) -> LanguageTag? {
    areTogether ? (all.allSatisfy(carries) ? main : nil) : all.first(where: carries)
  }

  /// The first language that keeps a work out of an opening; `nil` when nothing does.
  public func missing(where carries: (LanguageTag) -> Bool) -> LanguageTag? {
    language(where: carries) == nil ? all.first { !carries($0) } : nil
  }
}

extension GridLine {
  /// Whether works in those languages go into it.
  public func carries(_ languages: WorkLanguages) -> Bool { languages.language(where: carries) != nil }
}

extension Slot {
  /// Whether works in those languages go into it.
  public func carries(_ languages: WorkLanguages) -> Bool { languages.language(where: carries) != nil }
}
