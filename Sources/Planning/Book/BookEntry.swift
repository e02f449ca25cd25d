public import ScheduleModel

/// One thing that a station has said about its plan's year: recorded once, never changed.
///
/// An entry is a text: a head of `# key: value` lines, an empty line, and a body (a plan's YAML octet for octet, or
/// CSV). The head names the digest of the body and the entries that its author had seen, and ``id`` is the digest of the
/// head: whoever holds the newest entries' ids can tell whether anything before them was altered.
public struct BookEntry: Hashable, Sendable {
  /// What sort of statement it is, when and by whom it was made.
  public let head: Head
  /// The SHA-256 of the head as text, in hexadecimal.
  public let id: String
  /// The SHA-256 of the body, in hexadecimal.
  public let bodyDigest: String
  /// The whole text: the head, an empty line, the body.
  public let bytes: [UInt8]
  /// The index in ``bytes`` at which the body begins.
  public let bodyStart: Int

  /// What an entry says. The raw values stand in heads and in file names.
  public enum Kind: String, CaseIterable, Sendable {
    /// The plan's text.
    case plan
    /// Placements and tasks that are new or changed since the publication before.
    case publication
    /// Rows of a log, as recorded.
    case log
    /// What rows show, said by hand.
    case link
    /// Figures that lower units reported.
    case declared
    /// The figures of a period.
    case close
  }

  /// The lines above the body.
  public struct Head: Hashable, Sendable {
    /// What sort of statement it is.
    public var kind: Kind
    /// When it was recorded, in UTC, to the second.
    public var time: LocalTime
    /// Who recorded it; empty when not named.
    public var author: String
    /// Why, or what for; `nil` for none.
    public var comment: String?
    /// The ids of the newest entries that its author had seen; empty for the first of a Book, several after two folders
    /// were joined.
    public var after: [String]
    /// What the kind of entry needs besides: the source of a log, the period of a close. Names in small letters.
    public var notes: [String: String]

    /// A head; the digest of the body is added when it becomes text.
    public init(
      kind: Kind, time: LocalTime, author: String, comment: String? = nil, after: [String] = [],
      notes: [String: String] = [:]
    ) {
      self.kind = kind
      self.time = time
      self.author = author
      self.comment = comment
      self.after = after
      self.notes = notes
    }
  }

  /// The body.
  public var body: ArraySlice<UInt8> { bytes[bodyStart...] }

  /// The line of the text on which the body begins, from 1.
  public var bodyLine: Int { bytes[..<bodyStart].count { $0 == UInt8(ascii: "\n") } + 1 }

  /// The first digits of the id, by which people name an entry.
  public var shortID: String { String(id.prefix(Self.shortLength)) }

  /// How many digits of an id are used in file names and before the rows of a log.
  public static let shortLength = 12

  /// The name of its file: `20180404T020001Z-publication-91d2c7b4a0e1.csv`.
  public var fileName: String {
    let time = head.time.utcText.filter { $0 != "-" && $0 != ":" }
    let label = head.notes["period"].map { "-\($0)" } ?? ""
    return "\(time)-\(head.kind.rawValue)\(label)-\(shortID).\(head.kind == .plan ? "yaml" : "csv")"
  }
}
