public import ScheduleModel
public import StationStore

/// The scan of a certificate with its signatures, kept beside the close that it certifies.
///
/// It is a working file of the plan, `signed/2018-H1-c4d85e17b3aa.pdf`: the period and the first digits of the close's hash, which the
/// certificate has in print. A paper that takes the place of another removes none: all are kept.
public struct SignedPaper: Hashable, Sendable {
  /// The most octets of one.
  public static let largest = 25 << 20

  /// Its place in the plan's folder.
  public let path: String
  /// The SHA-256 of its octets.
  public let digest: String
  /// How many octets it has.
  public let size: Int
  /// When it was put there, in UTC.
  public let at: LocalTime
  /// Who put it there; `nil` where it came with a folder.
  public let author: String?

  /// Where the paper of a close is kept.
  public static func path(of close: CloseRecord) -> String {
    "signed/\(close.close.scope.period)-\(close.digest.prefix(12)).pdf"
  }

  /// Whether octets begin and end as a PDF file does (ISO 32000-1 §7.5.2 and §7.5.5; readers look in the first and the last
  /// kilobyte).
  public static func isWholePDF(_ octets: [UInt8]) -> Bool {
    octets.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil
      && octets.suffix(1_024).firstRange(of: Array("%%EOF".utf8)) != nil
  }
}

extension Desk {
  /// The signed papers that a close has, newest first.
  public func signedPapers(of close: CloseRecord, in plan: StoredPlan) async throws -> [SignedPaper] {
    let path = SignedPaper.path(of: close)
    return try await store.read { transaction in
      try transaction.versions(of: path, in: plan.number).compactMap { file in
        guard let digest = file.digest else { return nil }
        return SignedPaper(
          path: path, digest: digest, size: try transaction.octets(of: file).count, at: file.changedAt,
          author: try file.person.flatMap { number throws(StoreRefusal) in
            try transaction.person(number)?.name
          })
      }
    }
  }

  /// Puts a signed paper beside a close, with a row in the audit trail.
  ///
  /// - Returns: Whether it is another than the newest one.
  /// - Throws: ``DeskRefusal/forbidden(_:)``.
  public func putSignedPaper(
    _ octets: [UInt8], beside close: CloseRecord, in plan: VisiblePlan, by visitor: Visitor
  ) async throws -> Bool {
    let path = SignedPaper.path(of: close)
    var change = PlanChange(in: plan, by: visitor, reason: nil)
    change.files = [PlanChange.File(path: path, octets: octets, seen: nil)]
    try change.check()
    return try await store.write(.plan(plan.plan.number)) { [change] transaction in
      let before = try transaction.versions(of: path, in: plan.plan.number).first
      return try change.keep(transaction).files.first != before
    }
  }
}
