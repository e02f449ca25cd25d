import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// Makes the statement of what is said by hand: of the year, who says so, on what evidence, and when in UTC.
typealias HandLink =
  @Sendable (inout StationYear, String, String, LocalTime) -> Result<
    Book.Statement, StationYear.LinkRefusal
  >

/// What is said by hand about rows of the logs, on a page or by a program.
extension Visit {
  /// Records what a row is, or of which line a title is.
  ///
  /// - Parameter reason: On what evidence.
  /// - Returns: The entry; `nil` where the Book says so already.
  func record(_ link: @escaping HandLink, reason: String) async throws -> BookEntry? {
    try await record([link], reason: reason).first
  }

  /// Records what several rows are, all or none of it.
  ///
  /// - Returns: The entries, without those of what the Book says already.
  func record(_ links: [HandLink], reason: String) async throws -> [BookEntry] {
    guard let plan, let visitor else { throw Refusal.notFound }
    try Self.checkEvidence(reason)
    let (book, files) = try await station.desk.contents(of: plan.plan)
    let (author, now) = (visitor.person.name, caller.now)
    let results = try await station.years.work.run {
      var year = StationYear(book, files)
      return links.map { link in link(&year, author, reason, now) }
    }
    var statements: [Book.Statement] = []
    for result in results {
      switch result {
      case .success(let statement): statements.append(statement)
      case .failure(.known): continue
      case .failure(.rows(let count)):
        throw Refusal(
          status: .unprocessableContent,
          words: count == 0
            ? Words(vi: "Nhật ký không còn dòng này.", en: "The logs do not have this row any more.")
            : Words(vi: "Có \(count) dòng như vậy.", en: "There are \(count) such rows."))
      case .failure(.findings(let findings)):
        let words = findings.first?.message ?? Words(vi: "Không ghi được.", en: "It cannot be recorded.")
        throw Refusal(status: .unprocessableContent, words: words)
      }
    }
    return statements.isEmpty ? [] : try await record(statements, seen: book, reason: reason)
  }

  /// Records statements, when the Book is still what was read.
  private func record(
    _ statements: [Book.Statement], seen book: Book, reason: String
  ) async throws -> [BookEntry] {
    guard let plan, let visitor else { throw Refusal.notFound }
    do {
      return try await station.desk.record(statements, in: plan, seen: book, by: visitor, reason: reason)
    } catch is Book.Overtaken {
      throw Refusal.seenAnew
    }
  }

  /// Records that something said by hand does not hold any more.
  ///
  /// - Parameter id: The id of a ``HandStatement``.
  func takeBack(statement id: String, reason: String) async throws -> BookEntry? {
    guard let plan, let visitor else { throw Refusal.notFound }
    try Self.checkEvidence(reason)
    let (book, files) = try await station.desk.contents(of: plan.plan)
    let (author, now) = (visitor.person.name, caller.now)
    let result = try await station.years.work.run {
      var year = StationYear(book, files)
      return year.withdrawing(id, author: author, reason: reason, time: now)
    }
    switch result {
    case .success(let statement):
      return try await record([statement], seen: book, reason: reason).first
    case .failure(.unknown): throw Refusal.notFound
    case .failure(.holdsNoMore):
      throw Refusal(
        status: .conflict,
        words: Words(
          vi: "Điều này không còn hiệu lực nữa: đã có người nói khác hoặc rút lại. Chưa ghi gì.",
          en: "This does not hold any more: somebody said otherwise, or took it back. Nothing was recorded."))
    case .failure(.findings(let findings)):
      throw Refusal(
        status: .unprocessableContent,
        words: findings.first?.message ?? Words(vi: "Không ghi được.", en: "It cannot be recorded."))
    }
  }

  private static func checkEvidence(_ reason: String) throws(Refusal) {
    guard reason.contains(where: { !$0.isWhitespace }), reason.count <= 500 else { throw .noReason }
  }
}
