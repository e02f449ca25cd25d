import CCrypto

/// A SHA-256 in hexadecimal, by which files, rows and entries are known again.
public enum Digest {
  /// The SHA-256 (FIPS 180-4) of some bytes: 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    let array = Array(bytes)
    var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = EVP_Digest(array, array.count, &hash, &length, EVP_sha256(), nil)
    precondition(done == 1 && length == 32, "libcrypto has SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash[..<Int(length)].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
