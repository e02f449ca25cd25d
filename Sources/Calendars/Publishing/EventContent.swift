import Digests
public import ScheduleModel

/// Digests of what the events and tasks of a plan show, besides place, time, number and outcome.
///
/// Two publications compare them: where the digest is another, the event gets a new stamp. It is made of the values and
/// not of the words, so that another language of the reader, or another wording in a later version, makes nothing new.
/// It begins with its own version, `1-`; digests of different versions must not be compared.
public struct EventContent: Sendable {
  private let plan: Plan
  private let common: String
  private var known: [Key: String] = [:]

  /// All of a placement on which its digest depends.
  private struct Key: Hashable {
    let line: String
    let outlet: String
    let language: LanguageTag
    let run: Placement.Run
    let part: Int
  }

  /// Nothing is computed yet.
  public init(plan: Plan) {
    self.plan = plan
    let document = plan.ownDocument?.number
    common = Self.joined([plan.title, document])
  }

  /// The digest of a placement's event and tasks, such as `1-5c1f0a9e`.
  ///
  /// - Complexity: O(1) after the first placement of the same line, outlet, language and run.
  public mutating func digest(of placement: Placement) -> String {
    let key = Key(
      line: placement.line, outlet: placement.outlet, language: placement.language, run: placement.run,
      part: placement.partNumber)
    if let digest = known[key] { return digest }
    let digest = "1-" + Digest.sha256(values(of: placement).utf8).prefix(8)
    known[key] = digest
    return digest
  }

  private func values(of placement: Placement) -> String {
    let (line, outlet) = (plan.line(placement.line), plan.outlet(placement.outlet))
    let who = line?.responsibility ?? Responsibility()
    func unit(_ id: String) -> String { plan.unit(id)?.name ?? id }
    let translator = line?.versions?.translators[placement.language].flatMap(plan.translator)?.name
    let reminders = plan.deadlines(of: placement).map { deadline in
      "\(deadline.work.rawValue) \(deadline.reminderDays.map(String.init) ?? "")"
    }
    // What existing Books have digests of adds nothing: a bilingual programme, a version in Vietnamese, a part.
    let spoken = plan.spoken(in: placement)
    let isToldVersion = plan.tellsLanguage(of: placement) != (placement.language != .vietnamese)
    let language = spoken.count > 1 ? spoken.map(\.tag) : isToldVersion ? ["version"] : []
    return Self.joined(
      [
        common, line?.title, line?.form.description, who.level?.rawValue, who.producer.map(unit),
        who.lead.map(unit), Self.joined(who.support.map(unit)), who.person, who.document, who.row,
        Self.joined((line?.topics ?? []).map { plan.topic($0)?.title ?? $0 }), line?.tone?.rawValue,
        line?.note,
        line?.placing?.minutes.map { "\($0)" }, outlet?.name, outlet?.kind.rawValue, translator,
        Self.joined(reminders),
      ] + language + [plan.part(of: placement)?.name.en].compactMap(\.self))
  }

  /// Values one after the other, each with its length, so that no two lists are the same text.
  private static func joined(_ values: [String?]) -> String {
    values.map { value in value.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ",")
  }
}
