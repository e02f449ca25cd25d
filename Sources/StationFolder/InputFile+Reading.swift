import Foundation
public import Planning

extension InputFile {
  /// The most that is read of one file, in bytes. A log of a million rows has about 100 MB.
  public static let largest = 1 << 31

  /// Reads a file; refuses folders, and files larger than ``largest``.
  public static func read(_ path: String) throws(FileRefusal) -> InputFile {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileRefusal(.read, path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileRefusal(.read, path, code: EISDIR) }
    guard status.st_size <= largest else { throw FileRefusal(.read, path, code: EFBIG) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileRefusal(.read, path, code: errno) }
    defer { close(descriptor) }
    // Straight into the array, a pipe too: Foundation's ways copy a large file twice.
    var bytes: [UInt8] = []
    var piece = max(Int(status.st_size) + 1, 1 << 16)
    while piece > 0 {
      let (next, code) = read(descriptor, atMost: piece)
      guard code == 0 else { throw FileRefusal(.read, path, code: code) }
      piece = next.count < piece ? 0 : 1 << 20
      if bytes.isEmpty { bytes = next } else { bytes += next }
      guard bytes.count <= largest else { throw FileRefusal(.read, path, code: EFBIG) }
    }
    return InputFile(name: path, bytes: bytes)
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
