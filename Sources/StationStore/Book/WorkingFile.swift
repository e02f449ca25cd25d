public import Planning
public import ScheduleModel

/// A version of a working file of a plan.
public struct WorkingFile: Hashable, Sendable {
  /// Its path in the plan's folder: `plan.yaml`, `as-run/tv.csv`.
  public let path: String
  /// From 1, each change one more.
  public let version: Int
  /// The SHA-256 of its octets; `nil` when this version removed the file.
  public let digest: String?
  /// The number of the person who made this version; `nil` for an import at the terminal.
  public let person: Int?
  /// When, in UTC.
  public let changedAt: LocalTime

  /// The files that make a draft.
  public static let draftPaths: Set<String> = ["draft.csv", "draft.xlsx", "draft.base"]

  /// Somebody changed a file since it was seen.
  public struct Overtaken: Error, Hashable, Sendable {
    /// The version that is there now.
    public let newest: WorkingFile
  }
}

extension StoreTransaction {
  /// The working files that a plan has, by path.
  public func workingFiles(of plan: Int) throws(StoreRefusal) -> [WorkingFile] {
    try rows(
      """
      SELECT path, version, document, person, changed_at FROM working_file AS file
      WHERE plan = $1 AND document IS NOT NULL
        AND version = (SELECT MAX(version) FROM working_file AS other
          WHERE other.plan = file.plan AND other.path = file.path)
      ORDER BY path
      """, .integer(plan)
    ).map(WorkingFile.init)
  }

  /// All versions of a working file, newest first, removals too.
  public func versions(of path: String, in plan: Int) throws(StoreRefusal) -> [WorkingFile] {
    try rows(
      """
      SELECT path, version, document, person, changed_at FROM working_file
      WHERE plan = $1 AND path = $2 ORDER BY version DESC
      """, .integer(plan), .text(path)
    ).map(WorkingFile.init)
  }

  /// The octets of a version; empty when it removed the file.
  public func octets(of file: WorkingFile) throws(StoreRefusal) -> [UInt8] {
    guard let digest = file.digest else { return [] }
    return try document(digest)
  }

  /// Changes or removes a working file. Its transaction names ``StoreLock/plan(_:)``.
  ///
  /// - Parameters:
  ///   - octets: The new content; `nil` to remove the file.
  ///   - seen: The version that the change rests on; 0 for a file that was not there.
  /// - Throws: ``StoreRefusal/pathOfBook(_:)`` for a path in `book`, which only entries have; ``WorkingFile/Overtaken`` when there is a newer version; then nothing of the transaction is kept.
  @discardableResult
  public func put(
    _ octets: [UInt8]?, at path: String, in plan: Int, seen: Int, by person: Int? = nil, on now: LocalTime
  ) throws -> WorkingFile {
    guard octets == nil || !Self.isInBook(path) else { throw StoreRefusal.pathOfBook(path) }
    return try putAnywhere(octets, at: path, in: plan, seen: seen, by: person, on: now)
  }

  /// Changes or removes a working file as earlier versions did: in `book`, too.
  func putAnywhere(
    _ octets: [UInt8]?, at path: String, in plan: Int, seen: Int, by person: Int? = nil, on now: LocalTime
  ) throws -> WorkingFile {
    guard Self.isSafe(path) else { throw StoreRefusal.unsuitablePath(path) }
    let newest = try versions(of: path, in: plan).first
    if let newest, newest.version != seen { throw WorkingFile.Overtaken(newest: newest) }
    let file = WorkingFile(
      path: path, version: seen + 1,
      digest: try octets.map { octets throws(StoreRefusal) in try keep(octets) },
      person: person, changedAt: now)
    if newest == nil, seen != 0 { throw StoreRefusal.dangling }
    if newest?.digest == file.digest { return newest ?? file }
    try run(
      """
      INSERT INTO working_file (plan, path, version, document, person, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
      """, .integer(plan), .text(path), .integer(file.version), .text(file.digest), .integer(person),
      .time(now))
    try noteFiguresAreOld(of: plan, path: path)
    return file
  }

  /// The working files as a year is made from them. Their names are their paths in the plan's folder.
  ///
  /// - Parameters:
  ///   - book: The plan's Book; a log that it has is not held twice.
  ///   - withLogs: Whether logs are read at all.
  /// - Returns: `nil` when there is no plan file.
  public func stationFiles(of plan: Int, book: Book, withLogs: Bool = true) throws -> StationFiles? {
    let known = Set(book.entries(.log).compactMap { $0.head.notes["source-sha256"] })
    let files = try workingFiles(of: plan).filter {
      !($0.path.hasPrefix("as-run/") && known.contains($0.digest ?? ""))
    }
    guard let planFile = files.first(where: { $0.path == "plan.yaml" }) else { return nil }
    let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
    return try StationFiles.gathered(
      plan: InputFile(name: planFile.path, bytes: try octets(of: planFile)),
      among: files.map(\.path).sorted(),
      withLogs: withLogs
    ) { path in
      InputFile(
        name: path, bytes: try byPath[path].map { file throws(StoreRefusal) in try octets(of: file) } ?? [])
    }
  }

  /// Whether a path stays in its folder and shows no hidden file, wherever it is written to.
  static func isSafe(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.utf8.count <= 1_000
      && parts.allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".") && part.utf8.count <= 255
          && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
      }
  }
}

extension WorkingFile {
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    self.init(
      path: try row.text(0), version: try row.integer(1), digest: row.optionalText(2),
      person: row.optionalInteger(3), changedAt: try row.time(4))
  }
}
