import Digests
import Foundation
import StationStore

/// Makes and checks the keys of passwords: `$scrypt$ln=15,r=8,p=3$salt$key`, by the rules for PHC strings.
///
/// At most two are computed at a time, on threads of their own: each takes 32 MiB, and half a second of a core.
final class PasswordKeeper: Sendable {
  private let threads = WorkerThreads<Void>(2, named: "scrypt") {}
  private let cost: Scrypt.Cost
  /// What is checked for somebody who is not there, so that the answer takes as long.
  private let nobody: String

  /// So many may wait: about five seconds.
  private static let mostWaiting = 20
  private static let keyLength = 32

  init(_ cost: Scrypt.Cost) {
    self.cost = cost
    let salt = [UInt8](repeating: 0, count: 16)
    nobody = Self.text(cost, salt: salt, key: [UInt8](repeating: 0, count: Self.keyLength))
  }

  deinit { threads.end() }

  /// The key of a new password.
  ///
  /// - Parameter salt: 16 octets drawn by lot.
  func key(_ password: String, salt: [UInt8]) async throws -> String {
    try refuseWhenBusy()
    return try await threads.run { [cost] _ in
      guard let key = Scrypt.key(Self.octets(password), salt: salt, cost, count: Self.keyLength) else {
        throw StoreRefusal.unexpected("scrypt has no memory")
      }
      return Self.text(cost, salt: salt, key: key)
    }
  }

  /// Whether a password is the one of a key; `nil` for the key of somebody who is not there, which no password is.
  func holds(_ password: String, _ key: String?) async throws -> Bool {
    try refuseWhenBusy()
    let (expected, isSomebody) = (key ?? nobody, key != nil)
    return try await threads.run { _ in
      guard let (cost, salt, key) = Self.parts(expected),
        let made = Scrypt.key(Self.octets(password), salt: salt, cost, count: key.count)
      else { return false }
      return Self.areEqual(made, key) && isSomebody
    }
  }

  /// Whether a key was made at another cost than new ones are.
  func isOutdated(_ key: String) -> Bool { Self.parts(key)?.cost != cost }

  private func refuseWhenBusy() throws(DeskRefusal) {
    if threads.waitingCount >= Self.mostWaiting { throw .busy(retryAfter: 10) }
  }

  /// The same letters give the same octets, however a keyboard composes them.
  private static func octets(_ password: String) -> [UInt8] {
    Array(password.precomposedStringWithCanonicalMapping.utf8)
  }

  private static func text(_ cost: Scrypt.Cost, salt: [UInt8], key: [UInt8]) -> String {
    "$scrypt$ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)$\(base64(salt))$\(base64(key))"
  }

  private static func parts(_ text: String) -> (cost: Scrypt.Cost, salt: [UInt8], key: [UInt8])? {
    guard
      let match = text.wholeMatch(
        of: /\$scrypt\$ln=([0-9]{1,2}),r=([0-9]{1,2}),p=([0-9]{1,2})\$([A-Za-z0-9+\/]+)\$([A-Za-z0-9+\/]+)/),
      let logN = Int(match.1), let blockSize = Int(match.2), let parallelism = Int(match.3),
      let salt = octets(base64: match.4), let key = octets(base64: match.5)
    else { return nil }
    return (Scrypt.Cost(logN: logN, blockSize: blockSize, parallelism: parallelism), salt, key)
  }

  private static func base64(_ octets: [UInt8]) -> Substring {
    let text = Data(octets).base64EncodedString()
    return text[..<(text.firstIndex(of: "=") ?? text.endIndex)]
  }

  private static func octets(base64 text: Substring) -> [UInt8]? {
    let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    return Data(base64Encoded: String(padded)).map(Array.init)
  }

  /// Compares without telling by the time it takes how much is equal.
  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
