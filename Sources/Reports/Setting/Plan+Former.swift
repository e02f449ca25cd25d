package import ScheduleModel

extension Plan {
  /// The title of a line for a reader; its id, marked, where the plan does not have it any more.
  package func title(ofLine id: String, in language: ReaderLanguage) -> String {
    line(id)?.title ?? Self.former(id, language)
  }

  /// The name of an outlet for a reader; its id, marked, where the plan does not have it any more.
  package func name(ofOutlet id: String, in language: ReaderLanguage) -> String {
    outlet(id)?.name ?? Self.former(id, language)
  }

  /// The name of a language in which a line has versions, marked where versions were scheduled that the plan does not ask
  /// for any more.
  func name(ofVersion version: VersionTally, in language: ReaderLanguage) -> String {
    let name = BroadcastLanguage.name(of: version.language, in: language)
    return version.counts.scheduled > 0 && version.isFormer(in: self) ? Self.former(name, language) : name
  }

  /// The language of a placement for a reader; of a bilingual programme all of them: “Việt và Mông”.
  package func language(of placement: Placement, in language: ReaderLanguage) -> String {
    WorkLanguages(spoken(in: placement), areTogether: true)?.names(in: language)
      ?? BroadcastLanguage.name(of: placement.language, in: language)
  }

  private static func former(_ name: String, _ language: ReaderLanguage) -> String {
    Words(vi: "\(name) (không còn trong kế hoạch)", en: "\(name) (no longer in the plan)")[language]
  }
}
