/// A server refused what was asked of it, or could not be asked.
public struct ServerRefusal: Error, Hashable, Sendable {
  /// The address, without a password.
  public let address: String
  /// Why.
  public let reason: Reason

  /// Why a server refuses, or cannot be asked.
  public enum Reason: Hashable, Sendable {
    /// It answers with this status of HTTP; whether we named a user.
    case status(Int, named: Bool)
    /// It says that the collection is at another address.
    case moved(to: String)
    /// There is no host of that name.
    case unknownHost
    /// No server answers there.
    case unreachable
    /// No answer came in time.
    case timeout
    /// Its certificate is not trusted, or the connection cannot be secured.
    case insecure
    /// The connection broke, with the system's number for it.
    case broken(Int)
    /// It answers with something else than a calendar collection.
    case noCalendar
    /// Its answer is longer than ``DAVConnection/largest``.
    case tooLong
    /// Its answer cannot be read.
    case unreadable
  }

  /// A refusal.
  public init(_ address: String, _ reason: Reason) {
    self.address = address
    self.reason = reason
  }
}
