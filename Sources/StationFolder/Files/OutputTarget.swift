import Foundation

/// What a path for output really is, after all symbolic links.
enum OutputTarget {
  /// A regular file, or a name where there is none yet, and what the new file takes over from the one that is there.
  case file(String, Access?)
  /// A device, a pipe or a socket; it is written to as it is.
  case device(String)
  /// An open file descriptor of this process, as in `/dev/stdout`; it is written to as it is.
  case descriptor(Int32)

  /// Who may do what with a file.
  struct Access {
    let owner: uid_t
    let group: gid_t
    let permissions: mode_t

    /// Gives them to an open file: the owner only as far as the system lets us.
    ///
    /// - Returns: The system's error number; 0 when the permissions are set.
    func give(to descriptor: Int32) -> Int32 {
      _ = fchown(descriptor, owner, group)
      return fchmod(descriptor, permissions) == 0 ? 0 : errno
    }
  }

  /// Follows a path to what it names.
  init(of path: String) throws(FileRefusal) {
    guard !path.isEmpty else { throw FileRefusal(.write, path, code: ENOENT) }
    guard !path.hasSuffix("/") else { throw FileRefusal(.write, path, code: EISDIR) }
    var place = path
    // As many links as the system follows.
    for _ in 0..<40 {
      if let number = Self.descriptor(at: place) {
        self = .descriptor(number)
        return
      }
      var status = stat()
      guard lstat(place, &status) == 0 else {
        guard errno == ENOENT else { throw FileRefusal(.write, path, code: errno) }
        self = .file(place, nil)
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        self = .file(
          place, Access(owner: status.st_uid, group: status.st_gid, permissions: status.st_mode & 0o777))
        return
      case S_IFDIR: throw FileRefusal(.write, path, code: EISDIR)
      case S_IFLNK:
        guard let link = SymbolicLink(place) else { throw FileRefusal(.write, path, code: EIO) }
        place = link.targetPath
      default:
        self = .device(place)
        return
      }
    }
    throw FileRefusal(.write, path, code: ELOOP)
  }

  /// The number of a descriptor that a path names in `/proc/self/fd`, whatever that folder is called.
  private static func descriptor(at path: String) -> Int32? {
    guard let number = Int32((path as NSString).lastPathComponent), number >= 0 else { return nil }
    var own = stat()
    var folder = stat()
    guard stat("/proc/self/fd", &own) == 0, stat(path.parentFolder, &folder) == 0,
      own.st_dev == folder.st_dev, own.st_ino == folder.st_ino
    else { return nil }
    return number
  }
}
