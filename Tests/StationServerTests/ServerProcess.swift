import Foundation
import StoreSupport
import Testing

/// The server's command, run as people run it.
struct ServerProcess {
  /// What browsers call it.
  let address: String
  /// The name and the password for one time.
  let first: (login: String, password: String)
  let process: Process

  /// Takes a plan's folder in and serves it on a free port of this machine.
  ///
  /// - Parameters:
  ///   - options: Further options of the command; the last of each counts.
  ///   - environment: What else stands in its environment.
  static func start(
    _ folder: String = "schedules/lai-chau-2018", options: [String] = [], environment: [String: String] = [:]
  ) throws -> ServerProcess {
    let data = TestedDatabase.newFolder()
    let (importing, _) = try command(["import", "--data", data, folder])
    importing.waitUntilExit()
    try #require(importing.terminationStatus == 0)
    let (process, output) = try command(
      ["serve", "--data", data, "--port", "0"] + options, environment)
    var lines: [String] = []
    while lines.count < 2, let line = output.next() { lines.append(line) }
    let address = try #require(
      lines.first?.firstMatch(of: /^The server is at (https?:\/\/[a-z0-9.:-]+)$/))
    let first = try #require(
      lines.last?.firstMatch(
        of: /^First sign-in: name (\S+), password ([0-9a-f]{20}); good once, within 24 hours/))
    return ServerProcess(
      address: String(address.1), first: (String(first.1), String(first.2)), process: process)
  }

  /// Runs the command to its end.
  static func run(_ arguments: [String]) throws -> (status: Int32, errors: String) {
    let errors = Pipe()
    let (process, _) = try command(arguments, [:], errors: errors)
    let data = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Tells the server to end, and gives its exit status.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func command(
    _ arguments: [String], _ environment: [String: String] = [:], errors: Pipe? = nil
  ) throws -> (Process, Lines) {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appending(path: "lichsong-server")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "en_US.UTF-8"]) { $1 }
      .merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = errors ?? FileHandle.nullDevice
    try process.run()
    return (process, Lines(output.fileHandleForReading))
  }

  /// The lines that a program prints, as they come.
  private final class Lines {
    private let handle: FileHandle
    private var rest: [UInt8] = []

    init(_ handle: FileHandle) { self.handle = handle }

    func next() -> String? {
      while true {
        if let end = rest.firstIndex(of: 0x0A) {
          let line = String(decoding: rest[..<end], as: UTF8.self)
          rest.removeFirst(end + 1)
          return line
        }
        let more = handle.availableData
        if more.isEmpty { return nil }
        rest += more
      }
    }
  }
}
