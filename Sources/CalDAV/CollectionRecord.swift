/// What was last sent to a collection, kept beside the calendars: without it there is no telling whether a resource
/// that differs from ours was changed by somebody else or is only older.
///
/// It holds no password, and may be lost: then what the server has is read once, and what is the same counts as
/// ours again.
public struct CollectionRecord: Hashable, Sendable, Codable {
  /// The resources by UID.
  public var resources: [String: Sent]

  /// A record of nothing.
  public init() { resources = [:] }

  /// A resource that was sent.
  public struct Sent: Hashable, Sendable, Codable {
    /// What the server calls its state since (RFC 9110 §8.8.3); `nil` when it did not say.
    public let etag: String?
    /// What it said.
    public let digest: ResourceDigest
  }
}
