import Foundation

/// What a new password must be.
public enum PasswordRule: String, CaseIterable, Sendable {
  /// At least 12 characters.
  case tooShort
  /// At most 256 octets.
  case tooLong
  /// At least five different characters.
  case tooUniform
  /// It contains the login.
  case containsLogin
  /// It is one or two words that people choose everywhere, with figures and signs.
  case tooCommon

  /// The first rule that a password breaks; `nil` for one that may be used. Any characters may stand in it.
  public static func broken(by password: String, login: String) -> PasswordRule? {
    let plain = password.precomposedStringWithCanonicalMapping
    if plain.count < 12 { return .tooShort }
    if plain.utf8.count > 256 { return .tooLong }
    if Set(plain).count < 5 { return .tooUniform }
    if login.count >= 3, plain.lowercased().contains(login.lowercased()) { return .containsLogin }
    if CommonPasswords.contain(plain) { return .tooCommon }
    return nil
  }
}
