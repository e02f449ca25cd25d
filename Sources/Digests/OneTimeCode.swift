import CCrypto

/// Codes of six digits that follow from a key and the time (RFC 6238, over HMAC-SHA-1 as telephones expect it).
public enum OneTimeCode {
  /// The seconds for which a code is shown.
  public static let period = 30

  /// The code of a half-minute.
  ///
  /// - Parameters:
  ///   - key: At least 16 octets (RFC 4226 §4).
  ///   - step: How many half-minutes have passed since 1970 in UTC.
  /// - Returns: Six digits.
  public static func code(key: [UInt8], step: Int) -> String {
    precondition(Libcrypto.isReady, "libcrypto begins")
    let message = (0..<8).map { UInt8(truncatingIfNeeded: UInt64(step) >> (56 - 8 * UInt64($0))) }
    var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length = 0
    let done = EVP_Q_mac(
      nil, "HMAC", nil, "SHA1", nil, key, key.count, message, message.count, &hash, hash.count, &length)
    precondition(done != nil && length == 20, "libcrypto has HMAC-SHA-1")
    let offset = Int(hash[19] & 0x0F)
    let number =
      hash[offset..<offset + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Octets as people type them: groups of letters and of the digits 2 to 7 (RFC 4648 §6), without padding.
  public static func base32(_ octets: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (text, bits, held) = ("", 0, 0 as UInt32)
    for octet in octets {
      held = held << 8 | UInt32(octet)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(held >> UInt32(bits)) & 31])
      }
      held &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { text.append(alphabet[Int(held << UInt32(5 - bits)) & 31]) }
    return text
  }
}
