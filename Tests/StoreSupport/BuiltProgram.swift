import Foundation

/// A program of this package, run as a user runs it.
public struct BuiltProgram {
  /// How it ended.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String

  /// Where a built program is: beside the tests.
  public static func path(_ name: String) -> String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
  }

  /// Runs a program to its end.
  public init(_ name: String, _ arguments: String...) throws { try self.init(name, arguments) }

  /// The same with arguments in a list.
  public init(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.path(name))
    process.arguments = arguments
    let folder = TestedDatabase.newFolder()
    // Files, not pipes: a pipe that nobody empties would stop the program.
    for name in ["output", "errors"] { try Data().write(to: URL(filePath: "\(folder)/\(name)")) }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(folder)/output"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(folder)/errors"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: URL(filePath: "\(folder)/output"), encoding: .utf8)
    errors = try String(contentsOf: URL(filePath: "\(folder)/errors"), encoding: .utf8)
  }
}
