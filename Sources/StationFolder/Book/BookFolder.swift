import Foundation
public import Planning
import ScheduleModel

/// The Book of a plan's folder: one text file an entry, in `book`.
///
/// A file is written whole or not at all and never touched again. Two people's folders are joined by copying the files
/// of one into the other. Whoever appends holds a lock, so that each new entry follows all that were there.
public struct BookFolder: BookKeeper {
  private let folder: RecordFolder

  /// The folder, as the user named the plan's.
  public var path: String { folder.path }

  /// The Book of the plan in a folder; it need not be there yet.
  public init(ofPlanIn folder: String) {
    self.folder = RecordFolder("book", ofPlanIn: folder)
  }

  /// Reads the Book; empty where there is none.
  ///
  /// An entry that is not as it was recorded has a finding and is left out. Files that are not named like entries are not
  /// looked at.
  public func read() throws(FileRefusal) -> Book {
    var entries: [BookEntry] = []
    var findings: [Finding] = []
    for name in try folder.names() where Self.isEntry(name) {
      let file = try InputFile.read("\(path)/\(name)")
      switch BookEntry.reading(file) {
      case .success(let entry): entries.append(entry)
      case .failure(let damage): findings.append(damage.finding)
      }
    }
    return Book(entries, path: path, findings: findings)
  }

  /// Appends statements that rest on what was seen of the Book: a publication, a close.
  ///
  /// - Returns: The new entries.
  /// - Throws: `Book.Overtaken` when somebody appended since; then nothing is written. What the system refuses.
  public func append(_ statements: [Book.Statement], seen: Book) throws -> [BookEntry] {
    try folder.locked {
      let book = try read()
      guard Set(book.newest) == Set(seen.newest) else {
        throw Book.Overtaken(entries: book.entries.filter { seen.entry($0.id) == nil })
      }
      return try add(statements, to: book)
    }
  }

  /// Appends statements that are worked out from the Book as it is then, whoever appended before: a log, a link.
  ///
  /// - Parameter work: Is given the Book while no other process appends, and says what is to be appended and what to answer.
  public func record<Answer>(_ work: (Book) throws -> (statements: [Book.Statement], answer: Answer)) throws
    -> (entries: [BookEntry], answer: Answer)
  {
    try folder.locked {
      let book = try read()
      let (statements, answer) = try work(book)
      return (try add(statements, to: book), answer)
    }
  }

  private func add(_ statements: [Book.Statement], to book: Book) throws(FileRefusal) -> [BookEntry] {
    let entries = book.following(statements)
    for entry in entries { try folder.add(entry.fileName, entry.bytes) }
    return entries
  }

  /// Whether a file is named like an entry: `20180404T020001Z-publication-91d2c7b4a0e1.csv`.
  private static func isEntry(_ name: String) -> Bool {
    let parts = name.split(separator: "-")
    guard parts.count >= 3, parts[0].count == 16, parts[0].hasSuffix("Z"), parts[0].dropFirst(8).first == "T",
      parts[0].prefix(8).allSatisfy(\.isNumber)
    else { return false }
    return BookEntry.Kind(rawValue: String(parts[1])) != nil
      && (name.hasSuffix(".csv") || name.hasSuffix(".yaml"))
  }
}
