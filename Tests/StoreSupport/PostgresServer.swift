import Foundation
import Synchronization

/// A PostgreSQL server of a test run, with a socket in a temporary folder and no network.
///
/// PostgreSQL refuses to run as root, so it runs as user `postgres` then. It is started by the first test that needs it
/// and ended, by its process, when the test process ends.
public final class PostgresServer: Sendable {
  /// The server of this test process.
  public static let shared = PostgresServer()

  private let folder: String
  private let process: Process

  private init() {
    // Short: the path of a socket has at most 107 octets.
    var template = Array("/tmp/lichsong-pg-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a temporary folder can be made")
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let bin = Self.bin
    if geteuid() == 0, let user = getpwnam("postgres") {
      chown(folder, user.pointee.pw_uid, user.pointee.pw_gid)
    }
    let begun = Self.command([
      "\(bin)/initdb", "-D", "\(folder)/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C",
      "-N",
    ])
    begun.standardOutput = FileHandle.nullDevice
    try? begun.run()
    begun.waitUntilExit()
    precondition(begun.terminationStatus == 0, "initdb makes a database cluster")
    process = Self.command([
      "\(bin)/postgres", "-D", "\(folder)/data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off",
      "-c", "max_connections=1000",
    ])
    process.standardError = FileHandle.nullDevice
    try? process.run()
    for _ in 0..<600 where !isReady { usleep(50_000) }
    Self.ended.withLock { $0 = (process.processIdentifier, folder) }
    atexit { PostgresServer.end() }
  }

  private var isReady: Bool {
    let asked = Self.command(["\(Self.bin)/pg_isready", "-q", "-h", folder, "-U", "postgres"])
    try? asked.run()
    asked.waitUntilExit()
    return asked.terminationStatus == 0
  }

  /// Makes an empty database.
  ///
  /// - Parameter locale: How it sorts, in the words of CREATE DATABASE.
  /// - Returns: Its address.
  public func newDatabase(_ locale: String = "LC_COLLATE 'C' LC_CTYPE 'C'") -> String {
    let name = Self.number.withLock { number in
      number += 1
      return "test\(number)"
    }
    let made = Self.command([
      "\(Self.bin)/psql", "-h", folder, "-U", "postgres", "-q", "-c",
      "CREATE DATABASE \(name) ENCODING 'UTF8' \(locale) TEMPLATE template0",
    ])
    try? made.run()
    made.waitUntilExit()
    precondition(made.terminationStatus == 0, "a database can be made")
    return "postgresql:///\(name)?host=\(folder)&user=postgres"
  }

  private static let number = Mutex(0)
  private static let ended = Mutex<(pid: Int32, folder: String)?>(nil)

  private static func end() {
    guard let (pid, folder) = ended.withLock({ $0 }) else { return }
    kill(pid, SIGINT)
    for _ in 0..<100 where kill(pid, 0) == 0 { usleep(20_000) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The newest server that Debian has installed.
  private static let bin: String = {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let newest = versions.compactMap { Int($0) }.max()
    return "/usr/lib/postgresql/\(newest ?? 15)/bin"
  }()

  private static func command(_ arguments: [String]) -> Process {
    let process = Process()
    process.currentDirectoryURL = URL(filePath: "/tmp")
    let asPostgres =
      geteuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : []
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = asPostgres + arguments
    return process
  }
}
