import Foundation

/// An entry of a Book with another body and all digests to match: what somebody could write who means to deceive.
enum ForgedEntry {
  /// Puts another body in place of an entry's, and gives the entry the size, the digests and the name that go with it.
  ///
  /// - Returns: The name of its file.
  static func replacing(_ name: String, inBookOf folder: String, body: (String) -> String) throws -> String {
    let path = "\(folder)/book/\(name)"
    let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n\n")
    let text = body(parts.dropFirst().joined(separator: "\n\n"))
    let lines = parts[0].split(separator: "\n").filter {
      !$0.hasPrefix("# size:") && !$0.hasPrefix("# sha256:")
    }
    let head =
      lines.joined(separator: "\n") + "\n# size: \(text.utf8.count)\n# sha256: \(try digest(text))\n\n"
    let forged = "\(name.dropLast(16))\(try digest(head).prefix(12)).csv"
    try FileManager.default.removeItem(atPath: path)
    try (head + text).write(toFile: "\(folder)/book/\(forged)", atomically: true, encoding: .utf8)
    return forged
  }

  private static func digest(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return String(try Command.shell("sha256sum < $1", file.path).output.prefix(64))
  }
}
