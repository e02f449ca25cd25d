import Foundation

/// A file that was read whole.
public struct InputFile: Sendable {
  /// The file as the user named it.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// A file from its bytes, as if it had been read.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The most that is read of one file, in bytes. A log of a million rows has about 100 MB.
  public static let largest = 1 << 31

  /// Reads a file; refuses folders, and files larger than ``largest``.
  public static func read(_ path: String) throws(FileRefusal) -> InputFile {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileRefusal(.read, path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileRefusal(.read, path, code: EISDIR) }
    guard status.st_size <= largest else { throw FileRefusal(.read, path, code: EFBIG) }
    do {
      // Not Data(contentsOf:), which refuses pipes.
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      let data = try handle.read(upToCount: largest + 1) ?? Data()
      guard data.count <= largest else { throw FileRefusal(.read, path, code: EFBIG) }
      return InputFile(name: path, bytes: [UInt8](data))
    } catch let refusal as FileRefusal {
      throw refusal
    } catch {
      throw FileRefusal(.read, path, code: FileRefusal.systemCode(of: error))
    }
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
