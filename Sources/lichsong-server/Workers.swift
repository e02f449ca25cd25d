import Foundation
import Logging
import StationStore
import StationWork

/// The runners of this process: each starts this very program for a piece of work.
enum Workers {
  static func runners(_ count: Int, of store: Store, logger: Logger) -> [JobRunner] {
    let child = WorkChild(program: program, arguments: [PerformCommand.name])
    // A name that no other process has, nor had: its number, and when it was started.
    let process =
      "\(ProcessInfo.processInfo.hostName) \(getpid()) \(Int(Date().timeIntervalSince1970 * 1_000))"
    return (0..<count).map { number in
      JobRunner(
        store, child: child, program: LichSongServer.version, owner: "\(process) \(number)",
        now: { StoreOptions.now }, log: { logger.error("work", metadata: ["error": "\($0)"]) })
    }
  }

  /// This program; a symbolic link in `/proc`, so that an update does not mix two versions.
  private static let program = "/proc/self/exe"
}
