import Foundation

/// browse.py, in a virtual environment of the package that is installed when it is missing.
enum BrowserProgram {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let environment = folder.appending(path: "../../.venv-browser").standardizedFileURL

  /// Looks at every page; the output is what is wrong, and empty when nothing is.
  static func browse(_ address: String, login: String, password: String, pictures: URL) throws -> (
    status: Int32, output: String
  ) { try run("browse.py", address, login, password, pictures.path) }

  /// Works on the desk of a plan, in the week of a day; the output is what is wrong, and empty when nothing is.
  static func work(
    _ address: String, login: String, password: String, pictures: URL, plan: String, day: String
  ) throws -> (status: Int32, output: String) {
    try run("desk.py", address, login, password, pictures.path, plan, day)
  }

  /// Measures every page of a plan; the output is what is too heavy, moves or is wrong otherwise, and empty when nothing is.
  static func measure(
    _ address: String, login: String, password: String, pictures: URL, plan: String, day: String
  ) throws -> (status: Int32, output: String) {
    try run("measure.py", address, login, password, pictures.path, plan, day)
  }

  private static func run(_ program: String, _ arguments: String...) throws -> (status: Int32, output: String)
  {
    try installation.get()
    return try run([environment.path + "/bin/python", folder.appending(path: program).path] + arguments)
  }

  /// Lets schemathesis ask everything of the API; the output is what is wrong, and empty when nothing is.
  static func probe(_ address: String, login: String, password: String) throws -> (
    status: Int32, output: String
  ) {
    try installation.get()
    return try run([
      environment.path + "/bin/python", folder.appending(path: "probe.py").path, address, login, password,
      environment.path + "/bin/schemathesis",
    ])
  }

  /// How many sheets a PDF has.
  static func sheets(_ pdf: Data) -> Int {
    String(decoding: pdf, as: UTF8.self).matches(of: /\/Type\s*\/Page\b(?!s)/).count
  }

  private static let installation = Result { try install() }

  private static func install() throws {
    let requirements = try Data(contentsOf: folder.appending(path: "requirements.txt"))
    let installed = environment.appending(path: "requirements.txt")
    if let text = try? Data(contentsOf: installed), text == requirements { return }
    let steps = [
      ["python3", "-m", "venv", "--clear", environment.path],
      [
        environment.path + "/bin/python", "-m", "pip", "install", "--quiet", "-r",
        folder.appending(path: "requirements.txt").path,
      ],
    ]
    for step in steps {
      let (status, output) = try run(step)
      guard status == 0 else { throw Missing(description: "\(step.joined(separator: " ")) says: \(output)") }
    }
    try requirements.write(to: installed)
  }

  private struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
