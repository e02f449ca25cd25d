import Foundation

/// The environment refused a file: it is not there, must not be read, or has no room.
public struct FileRefusal: Error, Hashable, Sendable {
  /// What was to be done.
  public let action: Action
  /// The file or folder, as the user named it.
  public let path: String
  /// Why it could not be done.
  public let reason: Reason

  /// What was to be done with a file.
  public enum Action: Sendable {
    case read, write
    /// Write to a stream: standard output, a device or a pipe, which have no earlier content to keep.
    case send
  }

  /// Why something could not be done with a file.
  public enum Reason: Hashable, Sendable {
    /// The system's error number (errno).
    case system(Int32)
    /// It has more octets than are read of such a file.
    case tooLarge(limit: Int)
    /// It is a pipe, a device or a socket, where a file is needed.
    case notAFile
    /// A symbolic link on the way names something that cannot be reached.
    case brokenLink(String, to: String)
    /// A record of this name is already there, with another content.
    case taken
  }

  /// The path under which a refusal names standard output.
  public static let standardOutput = "/dev/stdout"

  /// A refusal with the system's error number.
  public init(_ action: Action, _ path: String, code: Int32) {
    self.init(action, path, .system(code))
  }

  /// A refusal with a reason.
  public init(_ action: Action, _ path: String, _ reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// A refusal with the system's error number; for a file that is not there, it names the symbolic link that leads
  /// nowhere, if there is one on the way.
  static func explained(_ action: Action, _ path: String, code: Int32) -> FileRefusal {
    if code == ENOENT, let link = SymbolicLink.broken(in: path) {
      return FileRefusal(action, path, .brokenLink(link.path, to: link.target))
    }
    return FileRefusal(action, path, code: code)
  }

  /// The error number that is nearest to the reason.
  public var code: Int32 {
    switch reason {
    case .system(let code): code
    case .tooLarge: EFBIG
    case .notAFile: ESPIPE
    case .brokenLink: ENOENT
    case .taken: EEXIST
    }
  }
}
