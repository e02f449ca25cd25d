public import ScheduleModel

/// Everything that a station has said about a plan's year, in order; everything else is a projection of it.
///
/// Nothing in it is changed or removed: a correction is a new entry that names what it replaces. Entries follow each
/// other by predecessor; entries whose authors did not see each other, as after two folders were joined, by time, then
/// by id. Any cut of a Book is a Book.
public struct Book: Sendable {
  /// The entries, each after those that it names.
  public private(set) var entries: [BookEntry]
  /// The ids of the newest entries, which no other names: what a new entry stands after.
  public let newest: [String]
  /// Entries that are damaged, and predecessors that are missing; in file order.
  public let findings: [Finding]

  private let numbers: [String: Int]

  /// A Book of entries in any order; each once.
  ///
  /// - Parameters:
  ///   - path: The Book, as the user named it, for findings.
  ///   - findings: What is wrong with entries that could not be read.
  public init(_ entries: [BookEntry], path: String = "book", findings: [Finding] = []) {
    let all = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var missing: [Finding] = []
    var followers: [String: [String]] = [:]
    var waiting: [String: Int] = [:]
    for entry in all.values {
      let known = Set(entry.head.after).filter { all[$0] != nil }
      waiting[entry.id] = known.count
      for id in known { followers[id, default: []].append(entry.id) }
      for id in entry.head.after where all[id] == nil {
        missing.append(.bookEntryMissing(id, before: entry, in: path))
      }
    }
    var ready = all.values.filter { waiting[$0.id] == 0 }.sorted(by: Self.isNewer)
    var ordered: [BookEntry] = []
    while let entry = ready.popLast() {
      ordered.append(entry)
      for id in followers[entry.id, default: []] {
        waiting[id, default: 0] -= 1
        guard waiting[id] == 0, let next = all[id] else { continue }
        ready.insert(next, at: ready.firstIndex { Self.isNewer(next, $0) } ?? ready.count)
      }
    }
    self.entries = ordered
    newest = ordered.map(\.id).filter { followers[$0] == nil }
    numbers = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.id, $0) })
    self.findings = findings + missing.sorted { $0.message.en < $1.message.en }
  }

  /// Nothing was said yet.
  public static let empty = Book([])

  /// Whether nothing was said yet.
  public var isEmpty: Bool { entries.isEmpty }

  /// The entry with an id; `nil` when there is none.
  public func entry(_ id: String) -> BookEntry? { numbers[id].map { entries[$0] } }

  /// The entries of a kind, in order.
  public func entries(_ kind: BookEntry.Kind) -> [BookEntry] { entries.filter { $0.head.kind == kind } }

  /// The newest entry of a kind; `nil` when there is none.
  public func last(_ kind: BookEntry.Kind) -> BookEntry? { entries.last { $0.head.kind == kind } }

  /// Whether any schedule was published.
  public var isPublished: Bool { entries.contains { $0.head.kind == .publication } }

  /// The Book as it was when these entries were the newest: they and all that they stand on.
  public func upTo(_ ids: [String]) -> Book {
    var seen: Set<String> = []
    var open = ids
    while let id = open.popLast() {
      guard let entry = entry(id), seen.insert(id).inserted else { continue }
      open += entry.head.after
    }
    return cut { seen.contains($0.id) }
  }

  /// The ids of entries on which these stand and that are not there, or damaged.
  func missing(below ids: [String]) -> [String] {
    var seen: Set<String> = []
    var open = ids
    var missing: [String] = []
    while let id = open.popLast() {
      guard seen.insert(id).inserted else { continue }
      if let entry = entry(id) { open += entry.head.after } else { missing.append(id) }
    }
    return missing.sorted()
  }

  /// The Book as it was known at the end of a day: what was recorded up to then.
  ///
  /// - Parameter clock: The clock on which the day ends.
  public func knownOn(_ day: CivilDay, clock: StationClock) -> Book {
    cut { clock.local($0.head.time).day <= day }
  }

  /// The Book of its entries up to one of them, in its order, that one included.
  func through(_ number: Int) -> Book {
    let kept = Set(entries[...number].map(\.id))
    return cut { kept.contains($0.id) }
  }

  /// Drops the bodies of the entries of a kind, once they have been read.
  mutating func dropBodies(of kind: BookEntry.Kind) {
    for index in entries.indices where entries[index].head.kind == kind {
      entries[index] = entries[index].withoutBody
    }
  }

  /// The Book without entries of a kind, to look at a year without them.
  public func without(_ kind: BookEntry.Kind) -> Book { cut { $0.head.kind != kind } }

  /// The Book with more entries.
  public func adding(_ more: [BookEntry]) -> Book {
    var book = Book(entries + more)
    book = Book(copying: book, findings: findings)
    return book
  }

  private init(copying book: Book, findings: [Finding]) {
    (entries, newest, numbers) = (book.entries, book.newest, book.numbers)
    self.findings = findings
  }

  /// Fewer entries; what a kept one stands on is kept too, or was missing before.
  private func cut(_ isKept: (BookEntry) -> Bool) -> Book {
    let book = Book(entries.filter(isKept))
    return Book(copying: book, findings: findings)
  }

  /// When an entry that is recorded now stands: a second after everything that it stands on, if the clock is not later.
  public func time(at now: LocalTime) -> LocalTime { earliestNext.map { max(now, $0) } ?? now }

  /// A second after the newest entries; `nil` while there are none.
  private var earliestNext: LocalTime? {
    newest.compactMap { entry($0)?.head.time }.max().map { LocalTime(seconds: $0.seconds + 1) }
  }

  /// The entries that follow on the newest, one after the other, a second apart.
  ///
  /// - Parameter statements: In order; their times are raised where the clock is not later than the Book, and their
  ///   predecessors are set.
  public func following(_ statements: [Statement]) -> [BookEntry] {
    var succession = Succession(after: self)
    return statements.map { succession.entry(of: $0) }
  }

  /// Makes statements entries, each after the one before it: whoever knows the Book knows their ids before they are recorded.
  struct Succession {
    private var after: [String]
    private var earliest: LocalTime?

    /// Those that follow on the newest entries of a Book.
    init(after book: Book) {
      after = book.newest
      earliest = book.earliestNext
    }

    /// The entry of the next statement.
    mutating func entry(of statement: Statement) -> BookEntry {
      var head = statement.head
      head.time = earliest.map { max(head.time, $0) } ?? head.time
      head.after = after
      let entry = BookEntry(head, body: statement.body)
      after = [entry.id]
      earliest = LocalTime(seconds: head.time.seconds + 1)
      return entry
    }
  }

  /// What is to become an entry.
  public struct Statement: Sendable {
    /// The head, without predecessors.
    public let head: BookEntry.Head
    /// The body.
    public let body: [UInt8]

    /// A statement.
    public init(_ head: BookEntry.Head, body: [UInt8]) {
      self.head = head
      self.body = body
    }
  }

  private static func isNewer(_ left: BookEntry, _ right: BookEntry) -> Bool {
    (left.head.time, left.id) > (right.head.time, right.id)
  }
}
