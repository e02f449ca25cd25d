import Foundation
public import Planning

extension InputFile {
  /// What a file is for, which limits how much of it is read.
  public enum Kind: Sendable {
    /// A text that people write: a plan, published figures, a password. Up to 64 MB.
    case text
    /// Rows of logs and schedules. A log of a million rows has about 100 MB; up to 2 GB.
    case rows

    /// The most that is read of such a file, in octets.
    public var limit: Int {
      switch self {
      case .text: 1 << 26
      case .rows: 1 << 31
      }
    }
  }

  /// Reads a file of rows that the program found in a folder.
  public static func read(_ path: String) throws(FileRefusal) -> InputFile { try read(path, as: .rows) }

  /// Reads a file that the program found in a folder. It must be a regular file within its limit: a pipe would be waited
  /// for, and a device may never end.
  public static func read(_ path: String, as kind: Kind) throws(FileRefusal) -> InputFile {
    // A pipe without a writer is opened at once this way, and then refused.
    try read(path, kind, O_NONBLOCK) { $0 & S_IFMT == S_IFREG }
  }

  /// Reads a file of rows that the user named.
  public static func readNamed(_ path: String) throws(FileRefusal) -> InputFile {
    try readNamed(path, as: .rows)
  }

  /// Reads a file that the user named, which may also be a pipe or a device, such as `/dev/stdin`.
  public static func readNamed(_ path: String, as kind: Kind) throws(FileRefusal) -> InputFile {
    try read(path, kind, 0) { _ in true }
  }

  private static func read(
    _ path: String, _ kind: Kind, _ flags: Int32, isTaken: (mode_t) -> Bool
  ) throws(FileRefusal) -> InputFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags)
    guard descriptor >= 0 else {
      // A socket cannot be opened at all.
      if errno == ENXIO { throw FileRefusal(.read, path, .notAFile) }
      throw FileRefusal.explained(.read, path, code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileRefusal(.read, path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileRefusal(.read, path, code: EISDIR) }
    guard isTaken(status.st_mode) else { throw FileRefusal(.read, path, .notAFile) }
    guard status.st_size <= kind.limit else { throw FileRefusal(.read, path, .tooLarge(limit: kind.limit)) }
    return InputFile(name: path, bytes: try all(of: descriptor, path, limit: kind.limit))
  }

  /// Everything from a descriptor's position to its end.
  static func all(of descriptor: Int32, _ path: String, limit: Int) throws(FileRefusal) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileRefusal(.read, path, code: errno) }
    // Straight into the array, a pipe too: Foundation's ways copy a large file twice.
    var bytes: [UInt8] = []
    var piece = max(Int(status.st_size) + 1, 1 << 16)
    while piece > 0 {
      let (next, code) = read(descriptor, atMost: piece)
      guard code == 0 else { throw FileRefusal(.read, path, code: code) }
      piece = next.count < piece ? 0 : 1 << 20
      if bytes.isEmpty { bytes = next } else { bytes += next }
      guard bytes.count <= limit else { throw FileRefusal(.read, path, .tooLarge(limit: limit)) }
    }
    return bytes
  }

  /// The next bytes, fewer only at the end, and the system's error number or 0.
  private static func read(_ descriptor: Int32, atMost count: Int) -> (bytes: [UInt8], code: Int32) {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got == 0 { return }
        if got > 0 {
          filled += got
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    return (bytes, code)
  }
}

extension FileRefusal {
  /// The errno behind an error of Foundation; EIO when it tells none.
  static func systemCode(of error: any Error) -> Int32 {
    let outer = error as NSError
    if outer.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: outer.code) }
    if let inner = outer.userInfo[NSUnderlyingErrorKey] as? any Error { return systemCode(of: inner) }
    switch outer.code {
    case CocoaError.fileWriteOutOfSpace.rawValue: return ENOSPC
    case CocoaError.fileWriteNoPermission.rawValue, CocoaError.fileReadNoPermission.rawValue: return EACCES
    case CocoaError.fileWriteVolumeReadOnly.rawValue: return EROFS
    case CocoaError.fileWriteFileExists.rawValue: return EEXIST
    case CocoaError.fileNoSuchFile.rawValue, CocoaError.fileReadNoSuchFile.rawValue: return ENOENT
    default: return EIO
    }
  }
}
