public import Foundation

/// A Radicale of one's own on loopback, with the user `anna`; it ends with ``stop()``.
public final class CalDAVServer: Sendable {
  /// The address of anna's calendars.
  public let home: String
  /// Where its files, its log and the password file stand.
  public let folder: URL
  private let process: Process

  /// A file with the password, for `--password-file`.
  public var passwordFile: String { folder.appending(path: "password").path }

  private static let password = "Bí-mật-7391"

  /// What a client reads in a calendar.
  public struct Contents: Decodable, Equatable, Sendable {
    /// What takes place, without what is cancelled.
    public let events: [Event]
    /// The UIDs of cancelled events.
    public let cancelled: [String]
    /// The UIDs of tasks.
    public let tasks: [String]

    /// An occurrence.
    public struct Event: Decodable, Equatable, Sendable {
      /// Its UID.
      public let uid: String
      /// Its start and its end: instants in UTC, or days.
      public let start, end: String
      /// Its revision.
      public let sequence: Int
      /// Its title.
      public let title: String

      /// Reads a list of the five.
      public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        uid = try list.decode(String.self)
        start = try list.decode(String.self)
        end = try list.decode(String.self)
        sequence = try list.decode(Int.self)
        title = try list.decode(String.self)
      }
    }
  }

  /// Starts one on a port that nobody uses, and waits until it answers.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "radicale-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let port = try ClientPrograms.collection(["port"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    home = "http://127.0.0.1:\(port)/anna/"
    for (name, text) in [
      ("users", "anna:\(Self.password)\n"), ("password", "\(Self.password)\n"), ("log", ""),
      (
        "config",
        """
        [server]
        hosts = 127.0.0.1:\(port)
        [auth]
        type = htpasswd
        htpasswd_filename = \(folder.path)/users
        htpasswd_encryption = plain
        delay = 0
        [storage]
        filesystem_folder = \(folder.path)/data
        [logging]
        level = info

        """
      ),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    process = Process()
    process.executableURL = URL(filePath: try ClientPrograms.python())
    process.arguments = ["-m", "radicale", "--config", folder.appending(path: "config").path]
    let log = try FileHandle(forWritingTo: folder.appending(path: "log"))
    process.standardOutput = log
    process.standardError = log
    process.standardInput = FileHandle.nullDevice
    try process.run()
    for _ in 0..<300 where !(try text("log").contains("Radicale server ready")) {
      guard process.isRunning else { break }
      Thread.sleep(forTimeInterval: 0.1)
    }
  }

  /// Ends it and removes its files. Nothing milder than this signal reaches it: what a test starts inherits a
  /// thread's mask, which blocks the others.
  public func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Makes a calendar, and returns its address.
  public func calendar(_ name: String) throws -> String {
    let run = try ClientPrograms.collection(["make", "\(home)\(name)/"])
    guard run.status == 0 else { throw ClientPrograms.Missing(description: run.output + (try text("log"))) }
    return "\(home)\(name)/"
  }

  /// What a client reads in a calendar.
  public func contents(of calendar: String) throws -> Contents {
    let run = try ClientPrograms.collection(["read", calendar])
    guard run.status == 0 else { throw ClientPrograms.Missing(description: run.output) }
    return try JSONDecoder().decode(Contents.self, from: Data(run.output.utf8))
  }

  /// Does to a calendar what another client would: `retitle`, `delete` or `put`.
  public func edit(_ calendar: String, _ edit: String, _ arguments: String...) throws {
    let run = try ClientPrograms.collection([edit, calendar] + arguments)
    guard run.status == 0 else { throw ClientPrograms.Missing(description: run.output) }
  }

  /// The names of the resources that were written or deleted, by the server's own log, in order.
  public func written(in calendar: String) throws -> [String] {
    let path = URL(string: calendar)?.path ?? calendar
    return try text("log").split(separator: "\n").compactMap { line in
      guard line.contains("PUT request for '") || line.contains("DELETE request for '"),
        let name = line.split(separator: "'").dropFirst().first, name.hasPrefix(path)
      else { return nil }
      return String(name.dropFirst(path.count).drop { $0 == "/" })
    }
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
