import CCrypto

/// A SHA-256 in hexadecimal, by which files, rows and entries are known again.
public enum Digest {
  private static let digits = Array("0123456789abcdef".utf8)

  /// The SHA-256 (FIPS 180-4) of some bytes: 64 lower-case hexadecimal digits.
  ///
  /// - Complexity: Linear in the bytes; an array or a slice of one is not copied.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    precondition(Libcrypto.isReady, "libcrypto begins")
    var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = bytes.withContiguousStorageIfAvailable {
      EVP_Digest($0.baseAddress, $0.count, &hash, &length, EVP_sha256(), nil)
    }
    guard let done else { return sha256(Array(bytes)) }
    precondition(done == 1 && length == 32, "libcrypto has SHA-256")
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in hash[..<Int(length)] {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
