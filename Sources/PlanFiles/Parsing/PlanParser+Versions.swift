import ScheduleModel
import Yams

extension PlanParser {
  /// The languages of a line's works: one, or several of which each work is in one, or in all when it is bilingual.
  mutating func languages(_ mapping: YAMLReader.Mapping) -> WorkLanguages {
    let tags = reader.list(mapping.values["language"]).compactMap { reader.language($0) }
    let areTogether = reader.truth(mapping.values["bilingual"]) ?? false
    if areTogether, Set(tags).count < 2, !mapping.reported.contains("language") {
      reader.findings.append(.bilingualInOneLanguage(tags.first, at: mapping.span(of: "bilingual")))
    }
    let languages = WorkLanguages(tags, areTogether: areTogether) ?? .vietnamese
    if languages.areAlternatives {
      for key in ["also-on", "parts", "repeats", "versions"] where mapping.values[key] != nil {
        reader.findings.append(.followsFromSeveralLanguages(key, at: mapping.span(of: key)))
      }
    }
    for node in reader.list(mapping.values["versions"]?.mapping?["into"]) {
      guard let tag = node.scalar.flatMap({ BroadcastLanguage.tag(named: $0.string) }),
        languages.contains(tag)
      else { continue }
      let span = reader.span(node)
      reader.findings.append(.versionInOriginalLanguage(tag, at: span))
    }
    return languages
  }

  /// The language versions of a line.
  mutating func versions(_ node: Node?, at span: SourceSpan) -> LanguageVersions? {
    guard let node, let mapping = reader.mapping(node, .versions, named: span) else { return nil }
    let values = mapping.values
    let into = reader.list(values["into"]).compactMap { reader.language($0) }
    return LanguageVersions(
      into: into, leadDays: reader.days(values["after"]) ?? 0,
      outlet: reader.reference(values["outlet"], to: Reference.outlet),
      grid: reader.references(values["grid"], to: Reference.grid),
      works: reader.number(values["works"], in: 1...Quantity.largest),
      sentTo: reader.references(values["sent-to"], to: Reference.outlet),
      together: reader.truth(values["together"]) ?? false,
      translators: translators(values["translator"], into: into))
  }

  /// One translator for all languages, or a mapping whose keys are languages.
  private mutating func translators(_ node: Node?, into: [LanguageTag]) -> [LanguageTag: String] {
    guard let pairs = node?.mapping else {
      guard let id = reader.reference(node, to: Reference.translator) else { return [:] }
      return Dictionary(into.map { ($0, id) }, uniquingKeysWith: { first, _ in first })
    }
    var translators: [LanguageTag: String] = [:]
    for (key, value) in pairs {
      let id = reader.reference(value, to: Reference.translator)
      guard let language = reader.language(key) else { continue }
      let span = reader.span(key)
      if translators[language] != nil {
        reader.findings.append(.languageTwice(language, at: span))
      } else if !into.contains(language) {
        reader.findings.append(.translatorWithoutVersions(language, at: span))
      } else {
        translators[language] = id
      }
    }
    return translators
  }

  /// Who makes language versions.
  mutating func translator(_ entry: Entry) -> Translator? {
    guard let mapping = item(entry.value, .translator, named: entry.span) else { return nil }
    let values = mapping.values
    let name = reader.text(values["name"])
    let perWeek = reader.number(values["per-week"], in: 1...1_000)
    let off = reader.items(values["off"], .daysOff).compactMap { daysOff($0) }
    guard let name, let perWeek else { return nil }
    return Translator(id: entry.id, name: name, perWeek: perWeek, off: off, place: entry.span.place)
  }

  private mutating func daysOff(_ node: Node) -> Range<CivilDay>? {
    reader.mapping(node, .daysOff).flatMap { stretch($0) }
  }
}
