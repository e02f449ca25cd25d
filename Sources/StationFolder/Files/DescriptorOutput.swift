import Foundation

/// Checked writing to an open file descriptor.
public enum DescriptorOutput {
  /// Writes octets at the descriptor's position, all of them.
  ///
  /// - Returns: The system's error number; 0 when everything was written.
  public static func write(_ octets: [UInt8], to descriptor: Int32) -> Int32 {
    all(octets, descriptor) { Foundation.write(descriptor, $0, $1) }
  }

  /// Writes octets at an offset; may be called on several threads. The offset of `write` does not move.
  static func write(_ octets: [UInt8], to descriptor: Int32, at offset: Int) -> Int32 {
    var done = off_t(offset)
    return all(octets, descriptor) { start, count in
      let wrote = pwrite(descriptor, start, count, done)
      done += off_t(max(0, wrote))
      return wrote
    }
  }

  private static func all(
    _ octets: [UInt8], _ descriptor: Int32, _ write: (UnsafeRawPointer, Int) -> Int
  ) -> Int32 {
    octets.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      var done = 0
      while done < buffer.count {
        let wrote = write(start + done, buffer.count - done)
        if wrote > 0 {
          done += wrote
        } else if wrote == 0 {
          return EIO
        } else if errno == EAGAIN {
          waitForRoom(descriptor)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Waits until a pipe or terminal that does not wait by itself takes more.
  private static func waitForRoom(_ descriptor: Int32) {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&wanted, 1, -1)
  }
}
