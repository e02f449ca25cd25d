import Digests
import Foundation
public import Planning
public import ScheduleModel
public import StationStore

/// Reads a file that was sent in as `lichsong import --preview` does, and prepares what is recorded when its sender says so.
public enum UploadWork {
  /// What was read of a file.
  public struct Reading: Sendable {
    /// By which it is known again: another one for another state of the plan, another file and other terms.
    public let id: String
    /// What its sender is shown.
    public let preview: UploadPreview
    /// What is recorded when they say so; the time is set then.
    public let statements: [Book.Statement]
  }

  /// What a job is told in its argument.
  private struct Argument: Codable {
    let upload: String
    let language: String
    let terms: UploadTerms
  }

  /// A file of more octets is a large one, which small ones do not wait for.
  private static let largeFile = 512 << 10

  /// Asks for the reading of a file.
  public static func ask(
    for upload: StoredUpload, _ terms: UploadTerms, _ language: ReaderLanguage, of plan: Int, person: Int,
    on now: LocalTime, _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> StoredJob {
    let argument = text(Argument(upload: upload.id, language: language.rawValue, terms: terms))
    return try transaction.ask(
      JobRequest(
        plan: plan, kind: upload.size > largeFile ? .largePreview : .preview,
        input: try key(upload, terms, language, of: plan, transaction),
        argument: argument, person: person), on: now)
  }

  /// What was read of a file; `nil` before it was, with the plan and its Book as they are now.
  public static func reading(
    of upload: StoredUpload, _ terms: UploadTerms, _ language: ReaderLanguage, of plan: Int,
    by program: String, _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> Reading? {
    let key = try key(upload, terms, language, of: plan, transaction)
    guard let octets = try transaction.derived("preview", of: key, by: program),
      let parts = WorkParts.read(octets)
    else { return nil }
    return reading(key, parts)
  }

  /// What was read of a file, by the name that the reading has; `nil` for one that is none of this file and this author's, or
  /// that was made of another state of the plan and its Book.
  public static func reading(
    _ id: String, of upload: StoredUpload, for author: String, of plan: Int, by program: String,
    _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> Reading? {
    guard let octets = try transaction.derived("preview", of: id, by: program),
      let parts = WorkParts.read(octets),
      let argument = parts.first(where: { $0.name == "argument" }).flatMap({
        Self.argument(String(decoding: $0.bytes, as: UTF8.self))
      }),
      argument.upload == upload.id, argument.terms.author == author,
      let language = ReaderLanguage(rawValue: argument.language),
      try key(upload, argument.terms, language, of: plan, transaction) == id
    else { return nil }
    return reading(id, parts)
  }

  private static func reading(_ id: String, _ parts: [InputFile]) -> Reading? {
    guard let shown = parts.first(where: { $0.name == "preview" }),
      let preview = try? JSONDecoder().decode(UploadPreview.self, from: Data(shown.bytes))
    else { return nil }
    let statements = parts.filter { $0.name.hasPrefix("statement ") }.compactMap(Self.statement)
    guard statements.count == preview.entries else { return nil }
    return Reading(id: id, preview: preview, statements: statements)
  }

  /// By which a reading is kept: the plan with its Book, the file, and how it is read.
  private static func key(
    _ upload: StoredUpload, _ terms: UploadTerms, _ language: ReaderLanguage, of plan: Int,
    _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> String {
    let parts = [
      try transaction.state(of: plan), upload.id, upload.digest, language.rawValue, text(terms),
    ]
    return Digest.sha256(parts.joined(separator: "\n").utf8)
  }

  private static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(value) else { preconditionFailure("texts can be JSON") }
    return String(decoding: data, as: UTF8.self)
  }

  // MARK: - In the worker process

  static func perform(_ order: WorkOrder, _ say: (InputFile) throws -> Void) throws {
    guard let upload = order.upload, let argument = Self.argument(order.argument),
      let language = ReaderLanguage(rawValue: argument.language)
    else { throw WorkProcess.NoOrder() }
    let (book, files) = order.contents()
    var year = StationYear(book, files)
    let request = argument.terms.request(at: order.now)
    let prepared = year.importing([upload], request)
    var preview = UploadPreview(
      prepared, before: &year, mappings: year.savedMappingNames, language)
    // A table of declared figures has columns of its own.
    if prepared.declared.isEmpty { preview.head = request.firstRows(of: upload).map(UploadPreview.Head.init) }
    try say(InputFile(name: "argument", bytes: Array(order.argument.utf8)))
    try say(InputFile(name: "preview", bytes: Array(text(preview).utf8)))
    for statement in prepared.statements {
      let head = statement.head
      let name = text(
        [head.kind.rawValue, head.author]
          + head.notes.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
      try say(InputFile(name: "statement \(name)", bytes: statement.body))
    }
  }

  private static func argument(_ text: String) -> Argument? {
    try? JSONDecoder().decode(Argument.self, from: Data(text.utf8))
  }

  private static func statement(_ part: InputFile) -> Book.Statement? {
    let text = part.name.dropFirst("statement ".count)
    guard let words = try? JSONDecoder().decode([String].self, from: Data(text.utf8)), words.count >= 2,
      words.count.isMultiple(of: 2), let kind = BookEntry.Kind(rawValue: words[0])
    else { return nil }
    var head = BookEntry.Head(kind: kind, time: LocalTime(seconds: 0), author: words[1])
    for index in stride(from: 2, to: words.count, by: 2) { head.notes[words[index]] = words[index + 1] }
    return Book.Statement(head, body: part.bytes)
  }

  // MARK: - Around it

  /// The file that a job is about; `nil` when it is not there any more.
  static func upload(
    of job: StoredJob, _ transaction: StoreTransaction
  ) throws(StoreRefusal) -> (file: InputFile, input: String)? {
    guard let argument = argument(job.argument), let language = ReaderLanguage(rawValue: argument.language),
      let stored = try transaction.uploads(to: job.plan).first(where: { $0.id == argument.upload }),
      let octets = try transaction.uploadedOctets(stored.id, to: job.plan)
    else { return nil }
    return (
      InputFile(name: stored.name, bytes: octets),
      try key(stored, argument.terms, language, of: job.plan, transaction)
    )
  }

  static func keep(
    _ made: [InputFile], input: String, by program: String, on now: LocalTime,
    _ transaction: StoreTransaction
  ) throws(StoreRefusal) {
    let octets = made.flatMap(WorkParts.octets) + WorkParts.end
    try transaction.keepDerived(octets, "preview", of: input, by: program, on: now)
  }
}
