public import Foundation

/// The address of a calendar on a CalDAV server.
public struct CollectionAddress: Hashable, Sendable {
  /// The address, with a slash at its end.
  public let url: URL

  /// Why a text is no address of a calendar.
  public enum Mistake: Error, Hashable, Sendable {
    /// It is no `http` or `https` address with a host.
    case noAddress
    /// It holds a user or a password, which would be seen in the list of processes.
    case credentials
  }

  /// Reads an address; a query or fragment does not belong to it.
  public init(_ text: String) throws(Mistake) {
    guard var parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme?.lowercased()),
      parts.host?.isEmpty == false, parts.query == nil, parts.fragment == nil
    else { throw .noAddress }
    guard parts.user == nil, parts.password == nil else { throw .credentials }
    if !parts.percentEncodedPath.hasSuffix("/") { parts.percentEncodedPath += "/" }
    guard let url = parts.url else { throw .noAddress }
    self.url = url
  }

  /// Whether others in the network can read along: not over `https`, and not on this machine.
  public var isOpen: Bool {
    url.scheme?.lowercased() == "http"
      && !["localhost", "127.0.0.1", "::1", "[::1]"].contains(url.host ?? "")
  }
}
