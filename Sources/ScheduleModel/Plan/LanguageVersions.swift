/// The language versions made of a line's works.
public struct LanguageVersions: Hashable, Sendable {
  /// The languages, in the plan's order.
  public let into: [LanguageTag]
  /// Days between the original's airing and the earliest airing of a version.
  public let leadDays: Int
  /// The outlet that carries them; `nil` for the line's own.
  public let outlet: String?
  /// The ids of the grid lines they may use; empty for any of the outlet in that language.
  public let grid: [String]
  /// How many of the works are translated; `nil` for all.
  public let works: Int?
  /// Outlets to which the versions are sent without a sure airing, such as a national channel.
  public let sentTo: [String]
  /// Whether all languages of one work go out in one programme: one opening that carries them all, and one
  /// piece of its room.
  public let together: Bool
  /// The id of the translator of each language, for those of ``into`` that have one.
  public let translators: [LanguageTag: String]

  /// Versions into these languages.
  public init(
    into: [LanguageTag], leadDays: Int, outlet: String?, grid: [String], works: Int?, sentTo: [String],
    together: Bool = false, translators: [LanguageTag: String] = [:]
  ) {
    self.into = into
    self.leadDays = leadDays
    self.outlet = outlet
    self.grid = grid
    self.works = works
    self.sentTo = sentTo
    self.together = together
    self.translators = translators
  }

  /// What versions are called in a plan: those of Vietnamese works are in the languages of ethnic minorities, those of
  /// others may be in Vietnamese.
  public static func name(in plan: Plan) -> Words {
    Words(vi: plan.hasOtherOriginals ? "bản dịch" : "bản tiếng dân tộc", en: "language versions")
  }
}
