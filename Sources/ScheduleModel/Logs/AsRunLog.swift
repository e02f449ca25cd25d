/// What the logs say went out.
public struct AsRunLog: Hashable, Sendable {
  /// The entries, in the order of the files and their rows.
  public let entries: [AsRunEntry]
  /// Rows that could not be read, repeat another, or lie outside the days asked for, and were left out; findings
  /// tell of them.
  public let rowsLeftOut: Int
  /// Rows that count and that would be unclear if they were recorded now, with the words that make them so, by their
  /// places: what was recorded earlier is not changed in silence.
  public let doubts: [SourcePlace: String]

  /// A log.
  public init(entries: [AsRunEntry], rowsLeftOut: Int, doubts: [SourcePlace: String] = [:]) {
    self.entries = entries
    self.rowsLeftOut = rowsLeftOut
    self.doubts = doubts
  }

  /// The last broadcast day of which it tells; `nil` when it is empty.
  public var lastDay: CivilDay? { entries.lazy.filter(\.showsItsDay).map(\.broadcastDay).max() }
}

/// One row of a log: something went out.
///
/// A value that is one pointer wide: a year has a million of them, and they are copied into outcomes, works and
/// reports.
public struct AsRunEntry: Sendable {
  @usableFromInline let fields: Fields

  /// What every row says, packed, because a year has a million.
  @usableFromInline final class Fields: Sendable {
    @usableFromInline let file: String
    @usableFromInline let heading: Heading
    @usableFromInline let rest: Rest?
    @usableFromInline let recording: Recording?
    /// Its line in the entry that recorded it.
    @usableFromInline let recordedLine: Int32
    @usableFromInline let row: Int32
    @usableFromInline let column: Int32
    @usableFromInline let day: Int32
    @usableFromInline let broadcastDay: Int32
    /// Seconds after midnight, or ``none``.
    @usableFromInline let time: Int32
    /// The length in seconds, or ``none``.
    @usableFromInline let length: Int32
    @usableFromInline let status: Status
    @usableFromInline let isRepeat: Bool

    @usableFromInline init(
      place: SourcePlace, day: CivilDay, broadcastDay: CivilDay, time: TimeOfDay?, heading: Heading,
      length: Int?, status: Status, isRepeat: Bool, rest: Rest?,
      recorded: (recording: Recording, line: Int)?
    ) {
      self.isRepeat = isRepeat
      file = place.file
      row = Int32(place.line)
      column = Int32(place.column)
      self.day = Int32(day.daysSince1970)
      self.broadcastDay = Int32(broadcastDay.daysSince1970)
      self.time = time.map { Int32($0.seconds) } ?? Self.none
      self.heading = heading
      self.length = length.map { Int32(clamping: $0) } ?? Self.none
      self.status = status
      self.rest = rest
      recording = recorded?.recording
      recordedLine = Int32(clamping: recorded?.line ?? 0)
    }

    @usableFromInline static let none: Int32 = .min
  }

  /// What rows about one programme have in common.
  ///
  /// A log has few of them: readers make each once, and what follows from it is worked out once (``SharedNumbers``).
  public final class Heading: Hashable, Sendable {
    /// The outlet's id.
    public let outlet: String
    /// The language of what went out.
    public let language: LanguageTag
    /// The title, as logged.
    public let title: String

    /// An outlet, a language and a title.
    public init(outlet: String, language: LanguageTag, title: String) {
      self.outlet = outlet
      self.language = language
      self.title = title
    }

    /// By what they say.
    public static func == (left: Heading, right: Heading) -> Bool {
      left === right
        || (left.outlet == right.outlet && left.title == right.title && left.language == right.language)
    }

    /// Hashes the outlet and the title.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(outlet)
      hasher.combine(title)
    }
  }

  /// What only some rows say.
  @usableFromInline final class Rest: Hashable, Sendable {
    @usableFromInline let line: String?
    @usableFromInline let edition: Int?
    /// Of how many parts, or 0.
    @usableFromInline let partCount: Int8
    /// Which part of the work, or 0; it lies in the room that ``edition`` leaves.
    @usableFromInline let part: Int32
    @usableFromInline let uid: String?
    @usableFromInline let evidence: String?
    @usableFromInline let trust: Trust?
    @usableFromInline let author: String?
    @usableFromInline let houseNumber: String?
    @usableFromInline let makesGood: String?
    @usableFromInline let doubt: Doubt?
    @usableFromInline let note: String?

    init(
      line: String?, edition: Int?, part: Int?, partCount: Int?, uid: String?, evidence: String?,
      trust: Trust?, author: String?, houseNumber: String?, makesGood: String?, doubt: Doubt?, note: String?
    ) {
      self.note = note
      self.doubt = doubt
      self.partCount = Int8(clamping: partCount ?? 0)
      self.part = Int32(clamping: part ?? 0)
      self.line = line
      self.edition = edition
      self.uid = uid
      self.evidence = evidence
      self.trust = trust
      self.author = author
      self.houseNumber = houseNumber
      self.makesGood = makesGood
    }

    @usableFromInline static func == (left: Rest, right: Rest) -> Bool {
      left === right
        || (left.line == right.line && left.edition == right.edition && left.part == right.part
          && left.partCount == right.partCount && left.uid == right.uid
          && left.evidence == right.evidence && left.trust == right.trust && left.author == right.author
          && left.houseNumber == right.houseNumber && left.makesGood == right.makesGood
          && left.doubt == right.doubt)
    }

    @usableFromInline func hash(into hasher: inout Hasher) {
      hasher.combine(line)
      hasher.combine(edition)
      hasher.combine(uid)
    }
  }

  /// The entry of a Book that recorded rows, which all of them share.
  public final class Recording: Hashable, Sendable {
    /// The first digits of the entry's id; `nil` for a working file that counts as if it were recorded.
    public let key: String?
    /// Who answers for rows that name nobody; `nil` when not stated.
    public let author: String?
    /// Whether its rows were entered by hand, so that each tells of its own work alone.
    public let isByHand: Bool

    /// An entry.
    public init(key: String?, author: String?, isByHand: Bool = false) {
      self.key = key
      self.author = author
      self.isByHand = isByHand
    }

    /// By what they say.
    public static func == (left: Recording, right: Recording) -> Bool {
      left === right
        || (left.key == right.key && left.author == right.author && left.isByHand == right.isByHand)
    }

    /// Hashes the key.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
  }

  /// The file and row, which every figure counted from it can be opened to.
  @inlinable public var place: SourcePlace {
    SourcePlace(file: fields.file, line: Int(fields.row), column: Int(fields.column))
  }
  /// The day, on the outlet's clock.
  @inlinable public var day: CivilDay { CivilDay(daysSince1970: Int(fields.day)) }
  /// The broadcast day to which it belongs and for which it is counted: the day before where the outlet's day
  /// starts later than the row's time, and ``day`` otherwise.
  @inlinable public var broadcastDay: CivilDay { CivilDay(daysSince1970: Int(fields.broadcastDay)) }
  /// The time; `nil` for a newspaper's issue or when nobody wrote it down.
  @inlinable public var time: TimeOfDay? {
    fields.time == Fields.none ? nil : TimeOfDay(seconds: Int(fields.time))
  }
  /// The outlet's id.
  @inlinable public var outlet: String { fields.heading.outlet }
  /// The line's id; `nil` when the row names only a title.
  @inlinable public var line: String? { fields.rest?.line }
  /// The number of the work within its line.
  @inlinable public var edition: Int? { fields.rest?.edition }
  /// Which part of the work it was, from 1; `nil` when the row does not say it.
  @inlinable public var part: Int? { fields.rest.flatMap { $0.part > 0 ? Int($0.part) : nil } }
  /// Of how many parts the row says that it was one; `nil` when it does not say it.
  @inlinable public var partCount: Int? { fields.rest.flatMap { $0.partCount > 0 ? Int($0.partCount) : nil } }
  /// The language of what went out.
  @inlinable public var language: LanguageTag { fields.heading.language }
  /// The title, as logged.
  @inlinable public var title: String { fields.heading.title }
  /// What it has in common with other rows about its programme.
  @inlinable public var heading: Heading { fields.heading }
  /// The length, in seconds; `nil` when not stated.
  @inlinable public var length: Int? { fields.length == Fields.none ? nil : Int(fields.length) }
  /// The length, in minutes to the nearest.
  @inlinable public var minutes: Int? { length.map { ($0 + 30) / 60 } }
  /// What the row says happened.
  @inlinable public var status: Status { fields.status }
  /// Whether its status says that a work was aired again; a title may say it too (``RepeatName``).
  @inlinable public var isRepeat: Bool { fields.isRepeat }
  /// The UID of the placement, when the log carries it.
  @inlinable public var uid: String? { fields.rest?.uid }
  /// What proves it: an issue and page, an address, a signed sheet.
  @inlinable public var evidence: String? { fields.rest?.evidence }
  /// How far it can be relied on; `nil` when not stated.
  @inlinable public var trust: Trust? { fields.rest?.trust }
  /// Who noted it down or answers for it; `nil` when not stated.
  @inlinable public var author: String? { fields.rest?.author ?? fields.recording?.author }
  /// Its id in the ledger, by which it is named for ever; `nil` when it was read straight from a file.
  public var id: String? { fields.recording?.key.map { "\($0):\(fields.recordedLine)" } }
  /// Whether somebody entered it by hand: no log tells of it, and it tells of no day but by its own work.
  public var isByHand: Bool { fields.recording?.isByHand ?? false }
  /// The station's own number of the work or its tape; `nil` when the log carries none.
  @inlinable public var houseNumber: String? { fields.rest?.houseNumber }
  /// The UID of the placement that it makes good, because that did not go out; `nil` when it makes good none.
  @inlinable public var makesGood: String? { fields.rest?.makesGood }
  /// The remark that stands beside it in the station's log; `nil` for none.
  public var note: String? { fields.rest?.note }
  /// Why it is open whether the row shows that something aired; `nil` where its status is not ``Status/unclear``, or does
  /// not say why.
  public var doubt: Doubt? { fields.rest?.doubt }

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
    /// What the row says can be read in two ways (``Doubt``), so it shows nothing until somebody says which holds.
    case unclear

    /// The name for a reader; logs may use it, too.
    public var name: Words {
      switch self {
      case .aired: Words(vi: "đã phát", en: "aired")
      case .sent: Words(vi: "đã gửi", en: "sent")
      case .preempted: Words(vi: "nhường sóng", en: "pre-empted")
      case .offAir: Words(vi: "không lên sóng", en: "off-air")
      case .unclear: Words(vi: "chưa rõ", en: "unclear")
      }
    }
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
  ///
  /// - Parameters:
  ///   - minutes: Its length, where that has no seconds.
  ///   - recorded: The entry of the Book that recorded it, and its line there; `nil` for a row that was read straight
  ///     from a file.
  ///   - length: Its length in seconds; `nil` for that in `minutes`.
  public init(
    place: SourcePlace, day: CivilDay, time: TimeOfDay?, outlet: String, line: String?, edition: Int?,
    language: LanguageTag, title: String, minutes: Int?, status: Status, uid: String?, evidence: String?,
    trust: Trust? = nil, author: String? = nil, recorded: (recording: Recording, line: Int)? = nil,
    broadcastDay: CivilDay? = nil, houseNumber: String? = nil, makesGood: String? = nil, length: Int? = nil,
    part: Int? = nil, partCount: Int? = nil, isRepeat: Bool = false, doubt: Doubt? = nil
  ) {
    self.init(
      place: place, day: day, time: time,
      heading: Heading(outlet: outlet, language: language, title: title), line: line, edition: edition,
      length: length ?? minutes.map { $0 * 60 }, status: status, uid: uid, evidence: evidence, trust: trust,
      author: author, recorded: recorded, broadcastDay: broadcastDay, houseNumber: houseNumber,
      makesGood: makesGood, part: part, partCount: partCount, isRepeat: isRepeat, doubt: doubt)
  }

  /// The same under a heading that is known, with its length in seconds.
  public init(
    place: SourcePlace, day: CivilDay, time: TimeOfDay?, heading: Heading, line: String?, edition: Int?,
    length: Int?, status: Status, uid: String?, evidence: String?, trust: Trust?, author: String?,
    recorded: (recording: Recording, line: Int)?, broadcastDay: CivilDay?, houseNumber: String?,
    makesGood: String?, part: Int?, partCount: Int? = nil, isRepeat: Bool = false, doubt: Doubt? = nil,
    note: String? = nil
  ) {
    let isPlain =
      line == nil && edition == nil && part == nil && uid == nil && evidence == nil && trust == nil
      && author == nil
      && houseNumber == nil && makesGood == nil && doubt == nil && note == nil
    let rest =
      isPlain
      ? nil
      : Rest(
        line: line, edition: edition, part: part, partCount: partCount, uid: uid, evidence: evidence,
        trust: trust, author: author, houseNumber: houseNumber, makesGood: makesGood, doubt: doubt, note: note
      )
    fields = Fields(
      place: place, day: day, broadcastDay: broadcastDay ?? day, time: time, heading: heading,
      length: length, status: status, isRepeat: isRepeat, rest: rest, recorded: recorded)
  }
}

extension AsRunEntry {
  /// Its length as the Book has it: minutes, `5`, or with the seconds that make no whole minute, `0:04:40`.
  public var lengthText: String? {
    length.map { length in
      guard length % 60 != 0 else { return "\(length / 60)" }
      let parts = [length / 60 % 60, length % 60].map { "\($0 + 100)".dropFirst() }
      return "\(length / 3600):\(parts[0]):\(parts[1])"
    }
  }

  /// Its number within its line as the Book has it, with its part: `5`, `5 part 2`, `part 2/3`; empty for neither.
  public var editionText: String {
    let part = part.map { "part \($0)" + (partCount.map { "/\($0)" } ?? "") }
    return [edition.map(String.init), part].compactMap(\.self).joined(separator: " ")
  }

  /// What it says happened, as the Book has it: a status, `repeat`, or `unclear` with the reason.
  public var statusText: String {
    if let doubt { return Self.unclearMark + doubt.text }
    return isRepeat ? Self.repeatStatus : status.rawValue
  }

  /// The word in data for what aired again.
  public static let repeatStatus = "repeat"

  /// What the file of rows is called that somebody entered by hand.
  public static let sourceByHand = "nhap-tay.csv"

  /// The same as somebody entered it by hand.
  public var byHand: AsRunEntry {
    AsRunEntry(
      place: place, day: day, time: time, heading: heading, line: line, edition: edition, length: length,
      status: status, uid: uid, evidence: evidence, trust: trust, author: fields.rest?.author,
      recorded: (
        Recording(key: fields.recording?.key, author: fields.recording?.author, isByHand: true),
        Int(fields.recordedLine)
      ), broadcastDay: broadcastDay, houseNumber: houseNumber, makesGood: makesGood, part: part,
      partCount: partCount, isRepeat: isRepeat, doubt: doubt, note: note)
  }

  /// The same with a remark.
  public func noting(_ note: String) -> AsRunEntry {
    AsRunEntry(
      place: place, day: day, time: time, heading: heading, line: line, edition: edition, length: length,
      status: status, uid: uid, evidence: evidence, trust: trust, author: fields.rest?.author,
      recorded: fields.recording.map { ($0, Int(fields.recordedLine)) }, broadcastDay: broadcastDay,
      houseNumber: houseNumber, makesGood: makesGood, part: part, partCount: partCount, isRepeat: isRepeat,
      doubt: doubt, note: note)
  }

  /// The same with another length, in seconds; `nil` when it is not known.
  public func lasting(_ length: Int?) -> AsRunEntry {
    AsRunEntry(
      place: place, day: day, time: time, heading: heading, line: line, edition: edition, length: length,
      status: status, uid: uid, evidence: evidence, trust: trust, author: fields.rest?.author,
      recorded: fields.recording.map { ($0, Int(fields.recordedLine)) }, broadcastDay: broadcastDay,
      houseNumber: houseNumber, makesGood: makesGood, part: part, partCount: partCount, isRepeat: isRepeat,
      doubt: doubt, note: note)
  }

  /// The same with another word on what happened; the edition only where the row names none.
  public func saying(_ status: Status, doubt: Doubt? = nil, isRepeat: Bool = false, edition: Int? = nil)
    -> AsRunEntry
  {
    AsRunEntry(
      place: place, day: day, time: time, heading: heading, line: line, edition: self.edition ?? edition,
      length: length, status: status, uid: uid, evidence: evidence, trust: trust, author: fields.rest?.author,
      recorded: fields.recording.map { ($0, Int(fields.recordedLine)) }, broadcastDay: broadcastDay,
      houseNumber: houseNumber, makesGood: makesGood, part: part, partCount: partCount, isRepeat: isRepeat,
      doubt: doubt, note: note)
  }
}

extension AsRunEntry: Hashable {
  /// Whether two rows say the same at the same place.
  public static func == (left: AsRunEntry, right: AsRunEntry) -> Bool {
    if left.fields === right.fields { return true }
    let (one, other) = (left.fields, right.fields)
    return left.place == right.place && left.isPlainlyEqual(to: right)
      && one.broadcastDay == other.broadcastDay && one.rest == other.rest
      && one.recordedLine == other.recordedLine && one.recording == other.recording
  }

  /// Whether two rows tell of the same, wherever they stand, whoever says it and however far it can be relied on.
  public func tells(theSameAs other: AsRunEntry) -> Bool {
    isPlainlyEqual(to: other)
      && ((fields.rest == nil && other.fields.rest == nil)
        || (line == other.line && edition == other.edition && part == other.part
          && partCount == other.partCount
          && uid == other.uid
          && evidence == other.evidence
          && houseNumber == other.houseNumber && makesGood == other.makesGood))
  }

  private func isPlainlyEqual(to other: AsRunEntry) -> Bool {
    let (own, others) = (fields, other.fields)
    return own.day == others.day && own.time == others.time && own.length == others.length
      && own.status == others.status && own.isRepeat == others.isRepeat && own.heading == others.heading
  }

  /// Hashes the place and what few rows share.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    hasher.combine(fields.day)
    hasher.combine(fields.time)
    hasher.combine(fields.rest)
    hasher.combine(fields.recordedLine)
  }
}
