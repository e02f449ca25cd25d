/// The environment refused a file: it is not there, must not be read, or has no room.
public struct FileRefusal: Error, Hashable, Sendable {
  /// What was to be done.
  public let action: Action
  /// The file or folder, as the user named it.
  public let path: String
  /// The system's number for the reason (errno); 0 when the program itself refuses.
  public let code: Int32

  /// What was to be done with a file.
  public enum Action: Sendable {
    case read, write
  }

  /// A refusal with the system's error number.
  public init(_ action: Action, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }
}
