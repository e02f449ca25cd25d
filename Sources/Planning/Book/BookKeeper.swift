/// Where a Book is kept: a plan's folder, or a server's store.
///
/// All keepers keep the same octets and follow the same rules, so that a Book can move from one to another.
public protocol BookKeeper: Sendable {
  /// Reads the Book; empty where there is none. Damaged entries have a finding and are left out.
  func read() async throws -> Book

  /// Appends statements that rest on what was seen of the Book: a publication, a close.
  ///
  /// - Returns: The new entries.
  /// - Throws: ``Book/Overtaken`` when somebody appended since; then nothing is recorded.
  func append(_ statements: [Book.Statement], seen: Book) async throws -> [BookEntry]

  /// Appends statements that are worked out from the Book as it is then, whoever appended before: a log, a link.
  ///
  /// - Parameter work: Says what is to be appended and what to answer. It may be asked again with a newer Book.
  func record<Answer: Sendable>(
    _ work: @escaping @Sendable (Book) throws -> (statements: [Book.Statement], answer: Answer)
  ) async throws -> (entries: [BookEntry], answer: Answer)
}

extension Book {
  /// The Book was appended to by somebody else since it was read.
  public struct Overtaken: Error, Sendable {
    /// The entries that came in between, in order.
    public let entries: [BookEntry]

    /// These entries came in between.
    public init(entries: [BookEntry]) { self.entries = entries }
  }
}
