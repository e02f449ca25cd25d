import Digests

extension StoreTransaction {
  /// Keeps octets, once for all who have the same.
  ///
  /// - Returns: Their SHA-256, by which they are found again.
  func keep(_ octets: [UInt8]) throws(StoreRefusal) -> String {
    let digest = Digest.sha256(octets)
    try run(
      "INSERT INTO document (sha256, size, octets) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING",
      .text(digest), .integer(octets.count), .bytes(octets))
    return digest
  }

  /// The octets with a SHA-256.
  ///
  /// - Throws: ``StoreRefusal/damaged(_:)`` when they are not those that were kept.
  func document(_ digest: String) throws(StoreRefusal) -> [UInt8] {
    guard let row = try row("SELECT octets FROM document WHERE sha256 = $1", .text(digest)) else {
      throw .damaged(["document \(digest) is missing"])
    }
    let octets = try row.bytes(0)
    guard Digest.sha256(octets) == digest else { throw .damaged(["document \(digest) was altered"]) }
    return octets
  }
}
