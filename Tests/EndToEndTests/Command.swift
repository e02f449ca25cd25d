import Foundation

/// The built command, run as a user runs it.
struct Command {
  let status: Int32
  let output: String
  let errors: String

  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The built command: it lies beside the test bundle, unless `LICHSONG_COMMAND` names another.
  static let path = ProcessInfo.processInfo.environment["LICHSONG_COMMAND"] ?? built("lichsong")

  /// The built engine tool, beside the command.
  static let engine = URL(filePath: path).deletingLastPathComponent().appending(path: "lichsong-engine").path

  private static func built(_ name: String) -> String {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return root + "/.build/debug/" + name
  }

  /// The environment of a command: this machine's, without what it says of languages and terminals.
  private static let environment = ProcessInfo.processInfo.environment.filter {
    !["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "COLUMNS", "LINES"].contains($0.key)
  }.merging(["LANG": "C.UTF-8"]) { $1 }

  /// Runs `lichsong-engine` in the package's root and waits for it.
  init(engine arguments: String...) throws { try self.init(program: Self.engine, arguments) }

  /// Runs `lichsong` in the package's root and waits for it.
  init(_ arguments: String..., environment: [String: String] = [:]) throws {
    try self.init(program: Self.path, arguments, environment: environment)
  }

  init(program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: Self.root)
    process.environment = Self.environment.merging(environment) { $1 }
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: a pipe that nobody empties would stop the command.
    let outputFile = folder.appending(path: "output")
    let errorFile = folder.appending(path: "errors")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }

  /// What `allocate --json` prints for the plan of a case alone, as if nothing had been published yet.
  static func firstAllocation(of name: String) throws -> Command {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      atPath: root + "/schedules/\(name)/plan.yaml", toPath: folder.path + "/plan.yaml")
    return try Command("allocate", folder.path, "--json")
  }
}
