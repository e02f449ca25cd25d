import Digests
import Planning
public import ScheduleModel
public import StationStore

/// A text that a plan had, or has.
public struct PlanTextVersion: Hashable, Sendable {
  /// By which addresses name it: the number of the working file's version, or the digits of the Book's entry where the
  /// server has seen the text in the Book alone.
  public let name: String
  /// Since when, in UTC.
  public let at: LocalTime
  /// Who stored or recorded it; `nil` where it came with an import at the terminal.
  public let author: String?
  /// What its author said about it; `nil` for nothing.
  public let comment: String?
  /// The SHA-256 of the text.
  public let digest: String
  /// The text.
  public let octets: [UInt8]
}

extension Desk {
  /// The texts that a plan had, oldest first; the last is the one in work.
  ///
  /// A text that is in work and in the Book, too, is there once, with what was said when it was recorded.
  public func texts(of plan: StoredPlan) async throws -> [PlanTextVersion] {
    try await store.read { transaction in
      let object = "plan \(plan.slug) plan.yaml"
      let notes = try transaction.trail(of: object).map(\.note)
      let entries = try transaction.book(of: plan.number).entries(.plan).map { entry in
        (entry, Digest.sha256(entry.body))
      }
      let people = Dictionary(
        try transaction.people().map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
      let stored = try transaction.versions(of: "plan.yaml", in: plan.number).filter { $0.digest != nil }
        .reversed()
      let versions = try stored.map { file in
        let said = notes.last { $0.after == file.digest && $0.at == file.changedAt }?.reason
        let recorded = entries.last { $0.1 == file.digest }?.0
        return PlanTextVersion(
          name: "\(file.version)", at: file.changedAt,
          author: file.person.flatMap { people[$0] } ?? recorded?.head.author,
          comment: said ?? recorded?.head.comment, digest: file.digest ?? "",
          octets: try transaction.octets(of: file))
      }
      let known = Set(versions.map(\.digest))
      let others = entries.filter { !known.contains($0.1) }.map { entry, digest in
        PlanTextVersion(
          name: entry.shortID, at: entry.head.time, author: entry.head.author, comment: entry.head.comment,
          digest: digest, octets: Array(entry.body))
      }
      // What came with an import is older than the server, whenever it was imported.
      return others + versions
    }
  }
}
