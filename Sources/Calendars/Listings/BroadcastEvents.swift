import Foundation
import ScheduleModel

/// A schedule in the words of schema.org, as JSON-LD that a station puts on its pages.
///
/// A programme is a `BroadcastEvent`, on a `BroadcastService`, of a work: an `Episode` of a series, one for each
/// language version, which names the version that it translates. schema.org has no property that calls an
/// event a repeat: a first run and its repeats are events of one work, told apart by their dates. Nothing says
/// whether a programme is live (`isLiveBroadcast`), or part of a larger event (`superEvent`), for no plan does.
///
/// A line of text holds one node. Each has an `@id` relative to where the file is published.
struct BroadcastEvents {
  let plan: Plan
  let language: ReaderLanguage
  let link: String?

  func octets(_ listed: ListedProgrammes) -> [UInt8] {
    let words = PlacementWords(plan: plan, language: language)
    var text = Array("{\"@context\":\"https://schema.org\",\"@graph\":[\n".utf8)
    var isFirst = true
    func put(_ node: some Encodable) {
      if !isFirst { text += Array(",\n".utf8) }
      isFirst = false
      text += Self.json(node)
    }
    for outlet in listed.channels { put(service(outlet)) }
    var known: Set<String> = []
    for programme in listed.programmes {
      let series = "#\(programme.line.id)"
      if known.insert(series).inserted {
        put(Series(id: series, name: programme.title, genre: programme.line.form.description))
      }
    }
    for programme in listed.programmes where known.insert(workID(programme.placement)).inserted {
      put(work(programme))
    }
    for programme in listed.programmes { put(event(programme, words)) }
    return text + Array("\n]}\n".utf8)
  }

  /// JSON on one line, keys in order. `<` is escaped, so that the text may be put into a page's script.
  private static func json(_ node: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let octets = try? encoder.encode(node) else { preconditionFailure("a node of plain values") }
    return octets.flatMap { $0 == 0x3C ? Array("\\u003c".utf8) : [$0] }
  }

  // MARK: Nodes

  private struct Reference: Encodable {
    let id: String
    enum CodingKeys: String, CodingKey { case id = "@id" }
  }

  /// The tag of a programme's language, or those of a bilingual one.
  private struct Languages: Encodable {
    let tags: [LanguageTag]

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      if tags.count == 1 { try value.encode(tags[0].tag) } else { try value.encode(tags.map(\.tag)) }
    }
  }

  private struct Organisation: Encodable {
    let type = "Organization"
    let name: String
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case name
    }
  }

  private struct Service: Encodable {
    let type: String
    let id, name: String
    let broadcaster: Organisation?
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case id = "@id"
      case name, broadcaster
    }
  }

  private struct Series: Encodable {
    let type = "CreativeWorkSeries"
    let id, name, genre: String
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case id = "@id"
      case name, genre
    }
  }

  private struct Work: Encodable {
    let type = "Episode"
    let id, name: String
    let episodeNumber: Int
    let inLanguage: Languages
    let partOfSeries: Reference
    let producer: Organisation?
    let translationOfWork: Reference?
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case id = "@id"
      case name, episodeNumber, inLanguage, partOfSeries, producer, translationOfWork
    }
  }

  private struct Event: Encodable {
    let type = "BroadcastEvent"
    let id, identifier, name, description, startDate: String
    let endDate: String?
    let inLanguage: Languages
    let publishedOn, workPerformed: Reference
    let url: String?
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case id = "@id"
      case identifier, name, description, startDate, endDate, inLanguage, publishedOn, workPerformed, url
    }
  }

  private func service(_ outlet: Outlet) -> Service {
    Service(
      type: outlet.kind == .radio ? "RadioBroadcastService" : "BroadcastService",
      id: outletID(outlet.id), name: outlet.name, broadcaster: organisation(outlet.owner))
  }

  private func work(_ programme: ListedProgramme) -> Work {
    let placement = programme.placement
    let isOriginal = programme.line.languages.contains(placement.language)
    return Work(
      id: workID(placement), name: programme.title, episodeNumber: placement.edition,
      inLanguage: Languages(tags: plan.spoken(in: placement)),
      partOfSeries: Reference(id: "#\(placement.line)"),
      producer: organisation(programme.line.responsibility.producer),
      translationOfWork: isOriginal ? nil : original(of: placement, programme.line).map(Reference.init))
  }

  /// The id of the work that a version translates; `nil` where each work is in one of several languages.
  private func original(of version: Placement, _ line: PlanLine) -> String? {
    line.languages.areAlternatives ? nil : workID(version, in: line.languages.main)
  }

  private func event(_ programme: ListedProgramme, _ words: PlacementWords) -> Event {
    let placement = programme.placement
    return Event(
      id: "#\(placement.uid)", identifier: placement.uid,
      name: words.summary(of: placement),
      description: words.description(of: placement),
      startDate: programme.start.iso, endDate: programme.end?.iso,
      inLanguage: Languages(tags: plan.spoken(in: placement)),
      publishedOn: Reference(id: outletID(placement.outlet)),
      workPerformed: Reference(id: workID(placement)), url: link.map { $0 + placement.uid })
  }

  private func organisation(_ unit: String?) -> Organisation? {
    unit.map { Organisation(name: plan.unit($0)?.name ?? $0) }
  }

  private func outletID(_ outlet: String) -> String { "#outlet:\(outlet)" }

  private func workID(_ placement: Placement, in language: LanguageTag? = nil) -> String {
    let known = plan.languages(ofLine: placement.line).known(language ?? placement.language)
    return "#\(placement.line).\(placement.edition).\(known)"
  }
}
