import Foundation

extension Command {
  /// Runs a script in which `$lichsong` is the built command and `$1`, `$2` … are the arguments; it is ended after a
  /// minute.
  static func shell(_ script: String, _ arguments: String...) throws -> Command {
    try Command(
      program: "/usr/bin/timeout",
      ["-s", "KILL", "60", "/bin/bash", "-c", script, "test"] + arguments, environment: ["lichsong": path])
  }
}
