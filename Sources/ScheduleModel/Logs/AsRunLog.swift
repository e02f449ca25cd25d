/// What the logs say went out.
public struct AsRunLog: Hashable, Sendable {
  /// The entries, in the order of the files and their rows.
  public let entries: [AsRunEntry]
  /// Rows that could not be read, repeat another, or lie outside the days asked for, and were left out; findings
  /// tell of them.
  public let rowsLeftOut: Int

  /// A log.
  public init(entries: [AsRunEntry], rowsLeftOut: Int) {
    self.entries = entries
    self.rowsLeftOut = rowsLeftOut
  }

  /// The last broadcast day of which it tells; `nil` when it is empty.
  public var lastDay: CivilDay? { entries.lazy.map(\.broadcastDay).max() }
}

/// One row of a log: something went out.
public struct AsRunEntry: Hashable, Sendable {
  /// The file and row, which every figure counted from it can be opened to.
  public let place: SourcePlace
  /// The day, on the outlet's clock.
  public let day: CivilDay
  /// The broadcast day to which it belongs and for which it is counted: the day before where the outlet's day
  /// starts later than the row's time, and ``day`` otherwise.
  public let broadcastDay: CivilDay
  /// The time; `nil` for a newspaper's issue or when nobody wrote it down.
  public let time: TimeOfDay?
  /// The outlet's id.
  public let outlet: String
  /// The line's id; `nil` when the row names only a title.
  public let line: String?
  /// The number of the work within its line.
  public let edition: Int?
  /// The language of what went out.
  public let language: LanguageTag
  /// The title, as logged.
  public let title: String
  /// The length, in minutes.
  public let minutes: Int?
  /// What the row says happened.
  public let status: Status
  /// The UID of the placement, when the log carries it.
  public let uid: String?
  /// What proves it: an issue and page, an address, a signed sheet.
  public let evidence: String?
  /// How far it can be relied on; `nil` when nobody says.
  public let trust: Trust?
  /// Who noted it down or answers for it; `nil` when nobody says.
  public let author: String?
  /// Its id in the ledger, by which it is named for ever; `nil` when it was read straight from a file.
  public let id: String?
  /// The station's own number of the work or its tape; `nil` when the log carries none.
  public let houseNumber: String?
  /// The UID of the placement that it makes good, because that did not go out; `nil` when it makes good none.
  public let makesGood: String?

  /// What a row says happened.
  public enum Status: String, CaseIterable, Sendable {
    /// It went out.
    case aired
    /// It was sent to another broadcaster; whether it aired there is not known, so it is not counted as aired.
    case sent
    /// Something with precedence took its place (an emergency bulletin).
    case preempted = "pre-empted"
    /// It was played while the studio was not on the air, so it shows nothing.
    case offAir = "off-air"
  }

  /// How far a row can be relied on.
  public enum Trust: String, CaseIterable, Comparable, Sendable {
    /// Somebody remembers it.
    case memory
    /// The outlet states it.
    case statement
    /// A sheet that somebody signed, with its number, or a printed issue.
    case signedSheet = "signed-sheet"
    /// A playout system wrote it down by itself.
    case automation

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .memory: Words(vi: "theo trí nhớ", en: "from memory")
      case .statement: Words(vi: "kê khai", en: "statement")
      case .signedSheet: Words(vi: "phiếu ký xác nhận", en: "signed sheet")
      case .automation: Words(vi: "máy phát sóng ghi", en: "automation file")
      }
    }

    /// Less reliable comes first.
    public static func < (left: Trust, right: Trust) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A row of a log; its broadcast day is its day unless another is given.
  public init(
    place: SourcePlace, day: CivilDay, time: TimeOfDay?, outlet: String, line: String?, edition: Int?,
    language: LanguageTag, title: String, minutes: Int?, status: Status, uid: String?, evidence: String?,
    trust: Trust? = nil, author: String? = nil, id: String? = nil, broadcastDay: CivilDay? = nil,
    houseNumber: String? = nil, makesGood: String? = nil
  ) {
    self.place = place
    self.day = day
    self.broadcastDay = broadcastDay ?? day
    self.time = time
    self.outlet = outlet
    self.line = line
    self.edition = edition
    self.language = language
    self.title = title
    self.minutes = minutes
    self.status = status
    self.uid = uid
    self.evidence = evidence
    self.trust = trust
    self.author = author
    self.id = id
    self.houseNumber = houseNumber
    self.makesGood = makesGood
  }
}
