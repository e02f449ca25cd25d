import Digests

/// A file that was read whole.
public struct InputFile: Hashable, Sendable {
  /// The file as the user named it.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// A file from its bytes, as if it had been read.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The SHA-256 of its bytes, in hexadecimal.
  public var digest: String { Digest.sha256(bytes) }
}
