import CCrypto

/// A key from a password that costs whoever guesses as much memory and time as it costs us (RFC 7914).
public enum Scrypt {
  /// How much one key costs.
  public struct Cost: Hashable, Sendable {
    /// The binary logarithm of N, which memory and time grow with.
    public let logN: Int
    /// The block size r; memory is 128 · N · r octets.
    public let blockSize: Int
    /// The parallelism p, which time grows with.
    public let parallelism: Int

    /// A cost.
    public init(logN: Int, blockSize: Int, parallelism: Int) {
      self.logN = logN
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// 32 MiB and about half a second: OWASP's least for three passes.
    public static let standard = Cost(logN: 15, blockSize: 8, parallelism: 3)
  }

  /// The key of a password; `nil` when the cost is none that scrypt knows or takes more than 256 MiB.
  ///
  /// - Parameter count: Its length in octets.
  public static func key(_ password: [UInt8], salt: [UInt8], _ cost: Cost, count: Int) -> [UInt8]? {
    guard (1...20).contains(cost.logN), (1...32).contains(cost.blockSize), (1...16).contains(cost.parallelism)
    else {
      return nil
    }
    precondition(Libcrypto.isReady, "libcrypto begins")
    var key = [UInt8](repeating: 0, count: count)
    let done = password.withUnsafeBytes { octets in
      EVP_PBE_scrypt(
        octets.baseAddress?.assumingMemoryBound(to: CChar.self), octets.count, salt, salt.count,
        UInt64(1) << UInt64(cost.logN), UInt64(cost.blockSize), UInt64(cost.parallelism), 256 << 20, &key,
        count)
    }
    return done == 1 ? key : nil
  }
}
