import Foundation
import Testing

/// A text held against a file that says what it should be.
enum Golden {
  /// Whether the files are to be written anew; the test fails all the same, so that this is never left on.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  /// Expects a text to be what the file says, to the byte. A missing file fails.
  static func expect(_ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    if isRecording {
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
      Issue.record("recorded \(path)", sourceLocation: sourceLocation)
      return
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      Issue.record("\(path) is missing; RECORD_GOLDENS=1 writes it", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: bytes, as: UTF8.self)
    guard text != expected else { return }
    Issue.record("\(path): \(firstDifference(text, expected))", sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ text: String, _ expected: String) -> String {
    let got = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let wanted = expected.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, pair) in zip(got, wanted).enumerated() where pair.0 != pair.1 {
      return "line \(index + 1) is\n  \(pair.0)\nnot\n  \(pair.1)"
    }
    return got.count == wanted.count ? "only line ends differ" : "\(got.count) lines, not \(wanted.count)"
  }
}
