import Foundation

/// JSON for scripts.
enum JSONText {
  /// Keys in order, one value a line, slashes as they are; ends with a line feed.
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("a row of plain values has no JSON: \(error)")
    }
  }
}
