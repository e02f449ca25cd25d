import Foundation

/// A server on loopback that refuses what it is asked, in the way that the path says: see collection.py.
public final class RefusingServer: Sendable {
  /// Its address.
  public let address: String
  private let process: Process

  /// Starts one on a port that nobody uses, and waits until it answers.
  public init() throws {
    let port = try ClientPrograms.collection(["port"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    address = "http://127.0.0.1:\(port)"
    process = Process()
    process.executableURL = URL(filePath: try ClientPrograms.python())
    process.arguments = [ClientPrograms.script, "serve", port]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    for _ in 0..<50 where try ClientPrograms.collection(["delete", address, "/"]).output.contains("refused") {
      guard process.isRunning else { break }
      Thread.sleep(forTimeInterval: 0.1)
    }
  }

  /// Ends it.
  public func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
