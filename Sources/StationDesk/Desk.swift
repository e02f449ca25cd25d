public import Digests
public import ScheduleModel
public import StationStore

/// Where everything that people ask of a store is decided: who may, what is done, what is noted in the audit trail.
///
/// It reads no clock and draws no lots itself; each call is told the time, and secrets come from ``secrets``.
public struct Desk: Sendable {
  /// What is kept.
  public let store: Store
  let passwords: PasswordKeeper
  /// Draws a number of octets by lot, which cannot be guessed.
  let secrets: @Sendable (Int) -> [UInt8]

  /// A desk.
  ///
  /// - Parameters:
  ///   - cost: What a guess at a password costs.
  ///   - secrets: Draws a number of octets by lot, which cannot be guessed.
  public init(_ store: Store, cost: Scrypt.Cost = .standard, secrets: @escaping @Sendable (Int) -> [UInt8]) {
    self.store = store
    self.secrets = secrets
    passwords = PasswordKeeper(cost)
  }

  /// A secret as a text that can stand in an address: 64 hexadecimal digits.
  func secret() -> String { Hexadecimal.text(secrets(32)) }

  /// A name that nobody guesses, for what is kept in memory: 32 hexadecimal digits.
  public func newName() -> String { Hexadecimal.text(secrets(16)) }
}

/// From where something is asked, and when.
public struct Caller: Hashable, Sendable {
  /// The network address, as the server knows it.
  public let address: String
  /// What the browser or program calls itself.
  public let agent: String
  /// The time in UTC.
  public let now: LocalTime

  /// A caller.
  public init(address: String, agent: String, now: LocalTime) {
    self.address = address
    self.agent = String(agent.prefix(200).filter { $0 != "\0" })
    self.now = now
  }
}

/// Why the desk does not do what it is asked. The server answers each with a page and a status of its own.
public enum DeskRefusal: Error, Hashable, Sendable {
  /// Nobody is signed in (401).
  case notSignedIn
  /// Login and password do not belong together; which of them is wrong is not said (401).
  case wrongPassword
  /// Too many attempts; the seconds until the next one (429).
  case tooManyAttempts(retryAfter: Int)
  /// Too many people are signing in just now (503).
  case busy(retryAfter: Int)
  /// The thing is not there, or the person may not even know that it is (404).
  case notFound
  /// The person may see the thing, but not do this to it (403).
  case forbidden(Right)
  /// The person has to give the password again first (403).
  case confirmationNeeded
  /// The new password breaks a rule (422).
  case password(PasswordRule)
  /// The code of the second factor is wrong, or was used already (401).
  case wrongCode
  /// A token cannot have this name, these scopes or this time (422).
  case token
  /// The link was used, is too old, or never was one (404).
  case linkUsed
  /// Somebody has this login already (422).
  case loginTaken(String)
  /// This cannot be a login (422).
  case login(String)
  /// A plan has this short name already (422).
  case planTaken(String)
  /// This cannot be a plan's short name (422).
  case planName(String)
  /// Nobody would be left who manages people (422).
  case lastAdministrator
  /// Too many files wait to be recorded in the plan (507).
  case uploadsFull
}

/// Octets as hexadecimal digits.
enum Hexadecimal {
  static func text(_ octets: [UInt8]) -> String {
    octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
