/// A rule by which output is counted, as a plan states it: what, which of it, and within which limits.
///
/// Anyone can recompute what it gives: each row of the log either counts or has one ``UncountedRow/Reason``.
public struct CountingRule: Hashable, Sendable {
  /// What is counted.
  public let measure: Measure
  /// What the plan calls it; `nil` when it has no title.
  public let title: String?
  /// The least in each of its windows; `nil` for none.
  public let floor: Int?
  /// The most in each of its windows; `nil` for none.
  public let ceiling: Int?
  /// The windows in which it counts, one after another or overlapping.
  public let cycle: Cycle
  /// Which appearances of a work it takes.
  public let runs: Runs
  /// The languages that it takes; empty for those that its measure takes by itself (``takes(_:of:)``).
  public let languages: [LanguageTag]
  /// The ids of the outlets that it takes; empty for all.
  public let outlets: [String]
  /// The hours in which a start counts, and of minutes what lies inside; `nil` for all day.
  public let hours: Hours?
  /// The least trust in a row; `nil` for any row.
  public let trust: AsRunEntry.Trust?
  /// How many points each counted thing makes; `nil` for a rule that counts no points.
  public let weights: Weights?
  /// Whether what passes the floor of one window counts for the next too.
  public let carriesOver: Bool
  /// What is left out, and why.
  public let exclusions: [Exclusion]
  /// The ids of the lines that it counts together; empty for a line's own rule, or for all of a plan's lines.
  public let lines: [String]
  /// Where the plan states it.
  public let place: SourcePlace

  /// What a rule counts.
  public enum Measure: String, CaseIterable, Sendable {
    /// Works, each once, however often and in however many languages it went out.
    case works
    /// Works in a language, each once in each language.
    case versions
    /// Everything that went out, as often as it did.
    case placements
    /// The minutes that the logs state.
    case minutes
    /// Points for each work or each minute.
    case points
  }

  /// Which appearances of a work count.
  public enum Runs: String, CaseIterable, Sendable {
    /// One of each work: its first run, or its earliest appearance when the first run did not go out.
    case first
    /// Every one; of works and versions still each once.
    case all
  }

  /// Hours of a day, half-open; they may pass midnight.
  public struct Hours: Hashable, Sendable {
    /// The first that counts.
    public let start: TimeOfDay
    /// The first that does not; not after `start` when they pass midnight.
    public let end: TimeOfDay

    /// Hours from a time up to another.
    public init(from start: TimeOfDay, to end: TimeOfDay) {
      self.start = start
      self.end = end
    }

    /// Whether a time lies within them.
    public func contains(_ time: TimeOfDay) -> Bool {
      let seconds = time.seconds % 86_400
      let end = end.seconds == 0 ? 86_400 : end.seconds
      return start.seconds < end
        ? (start.seconds..<end).contains(seconds) : seconds >= start.seconds || seconds < end
    }

    /// How many of the minutes from a time on lie within them, on that day and those after it. The seconds of the time
    /// are left out, so that what lies inside and what lies outside add up to all.
    public func minutes(from time: TimeOfDay, lasting minutes: Int) -> Int {
      let first = time.seconds % 86_400 / 60
      let begin = start.seconds / 60
      let stop = end.seconds / 60 > begin ? end.seconds / 60 : end.seconds / 60 + 1_440
      let last = first + minutes
      // From the hours that began the day before on.
      return stride(from: -1_440, to: last, by: 1_440).reduce(0) { sum, day in
        sum + max(0, min(last, stop + day) - max(first, begin + day))
      }
    }
  }

  /// What is left out of the count.
  public struct Exclusion: Hashable, Sendable {
    /// Why.
    public let reason: String
    /// The days; `nil` for all.
    public let days: Range<CivilDay>?
    /// The outlets; empty for all.
    public let outlets: [String]
    /// The editions; empty for all.
    public let editions: [Int]

    /// Leaves out what lies in these days, on these outlets and is one of these editions.
    public init(reason: String, days: Range<CivilDay>?, outlets: [String], editions: [Int]) {
      self.reason = reason
      self.days = days
      self.outlets = outlets
      self.editions = editions
    }
  }

  /// Points for each counted thing.
  public enum Weights: Hashable, Sendable {
    /// The same for every line.
    case same(Weight)
    /// A weight for each line, by its id; other lines make none.
    case byLine([String: Weight])
  }

  /// Points for each minute or each work.
  public struct Weight: Hashable, Sendable {
    /// The points.
    public let points: Int
    /// Whether each minute makes them, rather than each work.
    public let isPerMinute: Bool

    /// Points a minute, or a work.
    public init(points: Int, perMinute: Bool) {
      self.points = points
      isPerMinute = perMinute
    }
  }

  /// A rule.
  public init(
    _ measure: Measure, title: String? = nil, floor: Int? = nil, ceiling: Int? = nil,
    every cycle: Cycle = .year, runs: Runs? = nil, languages: [LanguageTag] = [], outlets: [String] = [],
    between hours: Hours? = nil, trust: AsRunEntry.Trust? = nil, weights: Weights? = nil,
    carriesOver: Bool = false,
    exclusions: [Exclusion] = [], lines: [String] = [], place: SourcePlace
  ) {
    self.measure = measure
    self.title = title
    self.floor = floor
    self.ceiling = ceiling
    self.cycle = cycle
    self.runs = runs ?? measure.usualRuns
    self.languages = languages
    self.outlets = outlets
    self.hours = hours
    self.trust = trust
    self.weights = weights
    self.carriesOver = carriesOver
    self.exclusions = exclusions
    self.lines = lines
    self.place = place
  }

  /// The rule that a plain quota is: works a year, each at its first run; for a quota in time, minutes.
  ///
  /// - Returns: A rule without limits when the line's figure is missing, or sets none.
  public static func quota(_ quota: Quantity?, of line: PlanLine, in plan: Plan) -> CountingRule {
    CountingRule(
      quota?.unit.time == nil ? .works : .minutes, floor: quota?.floor, ceiling: quota?.ceiling,
      every: plan.months.count > 14 ? .whole : .year, place: line.place)
  }

  /// Whether it takes a language of a line whose works are in some: these by themselves, of versions all others.
  public func takes(_ language: LanguageTag, of works: WorkLanguages) -> Bool {
    guard languages.isEmpty else {
      // A bilingual work is in each of its languages, and counted under the first.
      return works.areTogether && works.contains(language)
        ? languages.contains(where: works.contains) : languages.contains(language)
    }
    return works.contains(language) != (measure == .versions)
  }

  /// Whether each work counts once, and not each of its appearances.
  public var countsOnce: Bool { runs == .first || measure == .works || measure == .versions }

  /// Whether it counts minutes, as they are or in points.
  public var countsMinutes: Bool {
    switch weights {
    case .same(let weight): weight.isPerMinute
    case .byLine(let weights): weights.values.contains(where: \.isPerMinute)
    case nil: measure == .minutes
    }
  }

  /// How many points a line's works or minutes make; `nil` for a line that makes none.
  public func weight(of line: String) -> Weight? {
    switch weights {
    case .same(let weight): weight
    case .byLine(let weights): weights[line]
    case nil: nil
    }
  }
}

extension CountingRule.Measure {
  /// What a rule takes that does not say which runs.
  public var usualRuns: CountingRule.Runs { self == .placements ? .all : .first }

  /// What it counts, for a reader.
  public var name: Words {
    switch self {
    case .works: Words(vi: "tác phẩm", en: "works")
    case .versions: Words(vi: "bản tiếng dân tộc", en: "language versions")
    case .placements: Words(vi: "lượt phát, đăng", en: "placements")
    case .minutes: Words(vi: "phút", en: "minutes")
    case .points: Words(vi: "điểm", en: "points")
    }
  }
}

extension CountingRule.Hours: CustomStringConvertible {
  /// `18:00-23:00`.
  public var description: String { "\(start)-\(end)" }
}

extension CountingRule.Weight: CustomStringConvertible {
  /// `2 a minute`, `3 a work`.
  public var description: String { "\(points) a \(isPerMinute ? "minute" : "work")" }
}
