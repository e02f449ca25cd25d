/// One row of the plan's annex: how many works of a form, on which outlet, by whom, in which languages.
public struct PlanLine: Hashable, Sendable {
  /// The id by which everything else refers to it.
  public let id: String
  /// The title, as printed.
  public let title: String
  /// The form or forms of the works ("chuyên mục", "tin, bài, ảnh").
  public let form: CountingUnit
  /// The outlets, and what several of them mean.
  public let outlets: OutletUse
  /// The year's figure; `nil` when the plan states none.
  public let quota: Quantity?
  /// Where the figure comes from.
  public let basis: QuotaBasis
  /// What is scheduled and how; `nil` when the line is only counted.
  public let placing: Placing?
  /// The languages in which its works are made.
  public let languages: WorkLanguages
  /// Languages in which its works were published before and are made no longer; only for the reading of logs.
  public var formerLanguages: [LanguageTag] = []
  /// The language versions that are made of its works; `nil` for none.
  public let versions: LanguageVersions?
  /// Level, units, people, document: who answers for it and where that is written.
  public let responsibility: Responsibility
  /// The ids of the topics it serves.
  public let topics: [String]
  /// What it says of its subject; `nil` when the plan does not tell.
  public let tone: Tone?
  /// How it relates to other lines when they are counted.
  public let overlap: Overlap
  /// A remark, as the plan's annex has it.
  public let note: String?
  /// How it is counted, beyond its quota.
  public let counting: LineCounting
  /// What it is to cost, in đồng; `nil` when the plan does not say.
  public let cost: Int?
  /// Where the plan has it.
  public let place: SourcePlace
  /// How its works are aired again; empty when they are not, or when the line is not scheduled.
  public let repeats: [Repeats]
  /// What must be done before its works go out, instead of what the outlet says of the same work.
  public let deadlines: [Deadline]
  /// The house number of its works, by which a log names them; `nil` when the plan gives none.
  public let houseNumber: HouseNumber?
  /// The id that it had when something was published under it; `nil` for the same.
  public let was: String?
  /// What the station calls its works in logs and reports, besides the title; compared folded.
  public let aliases: [String]

  /// The outlets of a line.
  public enum OutletUse: Hashable, Sendable {
    /// Each work appears on the first, and again on each of the others (10 slogans on two: 20 placements).
    case each([String])
    /// One figure for several outlets together, which cannot be split.
    case together([String])

    /// The ids, the main one first.
    public var ids: [String] {
      switch self {
      case .each(let ids), .together(let ids): ids
      }
    }
  }

  /// Where a line's figure comes from. Only a plan's own figure is shown as planned.
  public enum QuotaBasis: String, CaseIterable, Sendable {
    /// The signed plan states it.
    case plan
    /// A result report states it; what was planned is not known, and is printed as "–".
    case result
    /// The office drafts it; nothing is signed yet.
    case draft
  }

  /// What a line says of its subject.
  public enum Tone: String, CaseIterable, Sendable {
    /// What goes well.
    case positive
    /// What does not.
    case critical
    /// Both.
    case balanced

    /// What it means, for a reader.
    public var name: Words {
      switch self {
      case .positive: Words(vi: "nêu mặt tích cực", en: "says what goes well")
      case .critical: Words(vi: "nêu mặt hạn chế", en: "says what does not go well")
      case .balanced: Words(vi: "nêu cả mặt tích cực và hạn chế", en: "says what goes well and what does not")
      }
    }
  }

  /// How a line relates to others when they are counted.
  public enum Overlap: Hashable, Sendable {
    /// Nobody said.
    case unsaid
    /// It overlaps with none.
    case disjoint
    /// Its works are among those of another line, which counts them.
    case partOf(String)
    /// It happens inside another activity (lồng ghép): no slot of its own, and no count.
    case embedded(in: String)
  }

  /// The days and months that the signed document states of a line that is not scheduled; `nil` where it states none.
  public let signed: Placing?

  /// A line of the plan.
  public init(
    id: String, title: String, form: CountingUnit, outlets: OutletUse, quota: Quantity?, basis: QuotaBasis,
    placing: Placing?, versions: LanguageVersions?, responsibility: Responsibility, topics: [String],
    tone: Tone?,
    overlap: Overlap, note: String?, place: SourcePlace, repeats: [Repeats] = [],
    deadlines: [Deadline] = [], counting: LineCounting = .plain, houseNumber: HouseNumber? = nil,
    was: String? = nil, aliases: [String] = [], languages: WorkLanguages = .vietnamese, cost: Int? = nil,
    signed: Placing? = nil
  ) {
    self.signed = signed
    self.id = id
    self.title = title
    self.form = form
    self.outlets = outlets
    self.quota = quota
    self.basis = basis
    self.placing = placing
    self.versions = versions
    self.responsibility = responsibility
    self.topics = topics
    self.tone = tone
    self.overlap = overlap
    self.note = note
    self.place = place
    self.repeats = repeats
    self.deadlines = deadlines
    self.counting = counting
    self.houseNumber = houseNumber
    self.was = was
    self.languages = languages
    self.aliases = aliases
    self.cost = cost
  }

  /// The same with further names that logs may use.
  public func adding(aliases more: [String]) -> PlanLine {
    PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis, placing: placing,
      versions: versions, responsibility: responsibility, topics: topics, tone: tone, overlap: overlap,
      note: note,
      place: place, repeats: repeats, deadlines: deadlines, counting: counting, houseNumber: houseNumber,
      was: was,
      aliases: aliases + more, languages: languages, cost: cost)
  }

  /// Whether its quota is a number of works for each opening of its grid line that is not counted yet.
  public var asksForEveryOpening: Bool { quota?.rate == .session }

  /// The same with the figure that its openings make.
  ///
  /// - Parameters:
  ///   - placing: How it is spread then.
  ///   - each: How many works the plan asks for at each opening.
  public func asking(for quota: Quantity, placing: Placing, perOpening each: Quantity) -> PlanLine {
    var line = PlanLine(
      id: id, title: title, form: form, outlets: outlets, quota: quota, basis: basis, placing: placing,
      versions: versions, responsibility: responsibility, topics: topics, tone: tone, overlap: overlap,
      note: note, place: place, repeats: repeats, deadlines: deadlines,
      counting: LineCounting(
        rules: counting.rules, amended: counting.amended, done: counting.done,
        leastMinutes: counting.leastMinutes, perOpening: each, parts: counting.parts),
      houseNumber: houseNumber, was: was, aliases: aliases, languages: languages, cost: cost)
    line.formerLanguages = formerLanguages
    return line
  }

  /// The figure that the signed plan states; `nil` when it states none, whatever else is known.
  public var plannedQuantity: Quantity? { basis == .plan ? quota : nil }

  /// How many works fill the quota: the least that it asks for, or the most that it allows where it asks for none.
  ///
  /// A quota in time takes as many works as reach it even when all are of the least length; one that states only the most, as
  /// many as do not pass it when all are of the greatest. `nil` when there is no
  /// quota, it is in words, or it is in time and no length is said.
  public var works: Int? {
    quota.flatMap { quota in
      quota.works(of: placing?.lengths.map { $0.times(parts) })
    }
  }

  /// Whether its figure is in a unit that can be part of another line's; true where one of them states no figure.
  public func isCountedLike(_ host: PlanLine) -> Bool {
    guard let own = quota?.unit, let other = host.quota?.unit else { return true }
    return own.canBeAdded(to: other)
  }

  /// Whether the line happens inside another activity.
  public var isEmbedded: Bool {
    if case .embedded = overlap { true } else { false }
  }
}

/// Who answers for a line, and where that is written.
public struct Responsibility: Hashable, Sendable {
  /// The level whose output it is; `nil` when unsaid.
  public let level: AdminLevel?
  /// The unit that makes it (đơn vị sản xuất), which need not own the outlet.
  public let producer: String?
  /// The lead unit (đơn vị chủ trì).
  public let lead: String?
  /// The supporting units (đơn vị phối hợp).
  public let support: [String]
  /// The person who answers for it.
  public let person: String?
  /// The number of the document that says so.
  public let document: String?
  /// The row of that document's annex.
  public let row: String?

  /// Who answers for a line.
  public init(
    level: AdminLevel? = nil, producer: String? = nil, lead: String? = nil, support: [String] = [],
    person: String? = nil, document: String? = nil, row: String? = nil
  ) {
    self.level = level
    self.producer = producer
    self.lead = lead
    self.support = support
    self.person = person
    self.document = document
    self.row = row
  }
}
