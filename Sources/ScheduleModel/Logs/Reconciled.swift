/// Schedule and log held against each other.
public struct Reconciled: Hashable, Sendable {
  /// What became of each placement, in the schedule's order.
  public private(set) var outcomes: [PlacementOutcome]
  /// The entries that belong to no placement, by their index in the log.
  public private(set) var unplanned: [UnplannedEntry]
  /// The entries that tell of something sent to another broadcaster, by their index in the log.
  ///
  /// Whether it aired there is not known, so they never show that a placement aired.
  public let sent: [UnplannedEntry]
  /// The entries by which an outlet carried what another aired at the same time, by their index in the log.
  public let relays: [RelayedEntry]
  /// Entries that tell of one broadcast, or may do so; the parts are among no others when that is sure.
  public let joined: [JoinedEntries]
  /// Entries of one line that began in the same minute on one outlet and name different editions; both count.
  public let clashing: [JoinedEntries]
  /// Entries that say that a work aired, each with one that says that it did not (the part); none of them counts.
  public let opposed: [JoinedEntries]
  /// Entries whose titles name a number of their line that an earlier one names too; both count.
  public let numberedAlike: [NumberedAlike]
  /// The last day up to which the logs of any outlet go on, or that of a row entered by hand where there is no log; `nil`
  /// without either.
  public let asOf: CivilDay?
  /// Of which days the logs of each outlet tell; what is due on others is pending.
  public let coverage: LogCoverage

  /// Schedule and log held against each other.
  public init(
    outcomes: [PlacementOutcome], unplanned: [UnplannedEntry], sent: [UnplannedEntry] = [],
    relays: [RelayedEntry] = [], joined: [JoinedEntries] = [], clashing: [JoinedEntries] = [],
    opposed: [JoinedEntries] = [], numberedAlike: [NumberedAlike] = [], asOf: CivilDay?,
    coverage: LogCoverage? = nil
  ) {
    self.clashing = clashing
    self.opposed = opposed
    self.numberedAlike = numberedAlike
    self.coverage = coverage ?? LogCoverage(stated: asOf)
    self.outcomes = outcomes
    self.unplanned = unplanned
    self.sent = sent
    self.relays = relays
    self.joined = joined
    self.asOf = asOf
  }
}

extension Reconciled {
  /// The same with other outcomes, and other entries that belong to no placement; `nil` for those that are there.
  public func with(outcomes: [PlacementOutcome], unplanned: [UnplannedEntry]? = nil) -> Reconciled {
    var copy = self
    copy.outcomes = outcomes
    copy.unplanned = unplanned ?? self.unplanned
    return copy
  }

  /// The last day up to which it is known what went out on an outlet; `nil` when no log tells of it.
  public func lastDay(of outlet: String) -> CivilDay? { coverage.end(of: outlet) }

  /// The rows that show no placement, and of which nobody has said by hand what they are: what is left to settle.
  public var unsettled: [UnplannedEntry] { unplanned.filter { $0.sign != .link } }

  /// Whether rows contradict each other, or may tell of one broadcast, while nobody says which holds.
  public var hasOpenRows: Bool {
    !opposed.isEmpty || !clashing.isEmpty
      || joined.contains {
        !$0.isSure || ($0.statesOtherLength && abs($0.part.seconds - $0.head.seconds) <= 90)
      }
  }

  /// The rows of which somebody said by hand that they belong to nothing that the plan has.
  public var setAside: [UnplannedEntry] { unplanned.filter { $0.sign == .link && $0.line == nil } }
}

/// Two entries that tell of one broadcast: it went on after a break, or was noted twice.
public struct JoinedEntries: Hashable, Sendable {
  /// The one that counts.
  public let head: AsRunEntry
  /// The one that is counted with it; by itself when that is not sure.
  public let part: AsRunEntry
  /// Whether they surely do.
  public let isSure: Bool
  /// The length that the row of the head states, in seconds; ``head`` may have that of several rows together. `nil` for none.
  public let stated: Int?

  /// Two entries.
  ///
  /// - Parameter stated: The length that the head's own row states, where that is not the head's.
  public init(head: AsRunEntry, part: AsRunEntry, isSure: Bool, stated: Int?? = nil) {
    self.head = head
    self.part = part
    self.isSure = isSure
    self.stated = stated ?? head.length
  }

  /// Whether both rows state a length, and the two differ by a minute or more.
  public var statesOtherLength: Bool {
    guard let one = part.length, let other = stated else { return false }
    return abs(one - other) >= 60
  }
}

/// An entry whose title names a number of its line, “số 3”, that an earlier one names too, while the station does not number
/// as the schedule does.
public struct NumberedAlike: Hashable, Sendable {
  /// The entry.
  public let entry: AsRunEntry
  /// The first one that names the number.
  public let earlier: AsRunEntry
  /// The number.
  public let number: Int

  /// An entry, and the first one of its number.
  public init(entry: AsRunEntry, earlier: AsRunEntry, number: Int) {
    self.entry = entry
    self.earlier = earlier
    self.number = number
  }
}

/// What became of one placement.
public struct PlacementOutcome: Hashable, Sendable {
  /// The placement.
  public let placement: Placement
  /// What became of it.
  public let outcome: Outcome
  /// The entry that shows it; `nil` when there is none.
  public let entry: AsRunEntry?
  /// By what the entry was found; `nil` without one.
  public let sign: MatchSign?
  @usableFromInline let exception: Exception

  /// What became of one placement.
  public init(
    placement: Placement, outcome: Outcome, entry: AsRunEntry?, sign: MatchSign? = nil,
    substitute: UnplannedEntry? = nil, makeGood: AsRunEntry? = nil, attempt: Placement? = nil
  ) {
    self.placement = placement
    self.outcome = outcome
    self.entry = entry
    self.sign = sign
    exception =
      switch (substitute, makeGood) {
      case (let substitute, nil) where attempt != nil: attempt.map { .again($0, substitute) } ?? .none
      case (nil, nil): .none
      case (let substitute?, nil): .substituted(by: substitute)
      case (nil, let makeGood?): .madeGood(by: makeGood)
      case (let substitute?, let makeGood?): .both(substitute, makeGood)
      }
  }

  /// What went out instead, when it was ``Outcome/substituted``; `nil` otherwise.
  @inlinable public var substitute: UnplannedEntry? {
    switch exception {
    case .substituted(let substitute), .both(let substitute, _): substitute
    case .again(_, let substitute): substitute
    case .none, .madeGood: nil
    }
  }

  /// The entry that makes the placement good: aired later for what did not go out. It is the same work, once.
  @inlinable public var makeGood: AsRunEntry? {
    switch exception {
    case .madeGood(let makeGood), .both(_, let makeGood): makeGood
    case .none, .substituted, .again: nil
    }
  }

  /// The placement by which the work is to go out after all, of which no log tells yet; `nil` when there is none, or it is
  /// made good already.
  @inlinable public var attempt: Placement? {
    if case .again(let attempt, _) = exception { attempt } else { nil }
  }

  /// Whether an entry makes it good; asking for that entry copies it.
  @inlinable public var isMadeGood: Bool {
    switch exception {
    case .madeGood, .both: true
    case .none, .substituted, .again: false
    }
  }

  /// What few placements have, so that a million others take half the room.
  @usableFromInline indirect enum Exception: Hashable, Sendable {
    case none
    case substituted(by: UnplannedEntry)
    case madeGood(by: AsRunEntry)
    case both(UnplannedEntry, AsRunEntry)
    case again(Placement, UnplannedEntry?)
  }

  /// The entry that shows that the work went out, as planned or as a make-good; `nil` when it did not.
  public var airing: AsRunEntry? { outcome.countsAsAired ? entry : makeGood }
}

/// An entry that belongs to no placement.
public struct UnplannedEntry: Hashable, Sendable {
  /// The entry.
  public let entry: AsRunEntry
  /// The line that it was recognised to belong to; `nil` when no line is.
  public let line: String?
  /// The number of the work that it is one more airing of; `nil` when that is not known.
  public let edition: Int?
  /// Which part of the work it shows, from 1; `nil` for a whole work, and when that is not known.
  public let part: Int?
  /// By what the line was recognised; ``MatchSign/link`` when somebody said that the entry belongs to nothing;
  /// `nil` when no line was.
  public let sign: MatchSign?
  /// Whether it says that it airs a work again: then it is never a new one.
  public let repetition: Repetition

  /// An entry that belongs to no placement.
  public init(
    entry: AsRunEntry, line: String?, edition: Int? = nil, part: Int? = nil, sign: MatchSign? = nil,
    repetition: Repetition = .unsaid
  ) {
    self.repetition = repetition
    self.part = part
    self.entry = entry
    self.line = line
    self.edition = edition
    self.sign = sign
  }

  /// Whether it may be a repeat, and names no edition that would say of which work: then it shows no new one.
  public var mayBeRepeat: Bool { repetition == .unclear && edition == nil }
}

/// An entry by which an outlet carried what another aired at the same time: the same work, once more.
public struct RelayedEntry: Hashable, Sendable {
  /// The entry of the outlet that relays.
  public let entry: AsRunEntry
  /// What it relays.
  public let source: Source

  /// What a relay carries.
  public enum Source: Hashable, Sendable {
    /// A placement, whether or not a log shows it.
    case placement(Placement)
    /// An entry that belongs to no placement.
    case entry(UnplannedEntry)
  }

  /// An entry and what it relays.
  public init(entry: AsRunEntry, source: Source) {
    self.entry = entry
    self.source = source
  }

  /// Which part of the work it carries, from 1; 1 for a whole work, 0 when it is not known which part.
  public func part(ofParts count: Int) -> Int {
    switch source {
    case .placement(let placement): placement.partNumber
    case .entry(let unplanned): unplanned.part ?? (count > 1 ? 0 : 1)
    }
  }

  /// The line of the work; `nil` when that is not known.
  public var line: String? {
    switch source {
    case .placement(let placement): placement.line
    case .entry(let unplanned): unplanned.line
    }
  }
}
