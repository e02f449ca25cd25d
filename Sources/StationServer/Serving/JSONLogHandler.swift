public import Logging

/// A log of one JSON object a line, for journald and whatever reads it.
///
/// Line ends and control characters in values are escaped, so that one request makes one line whatever it holds.
public struct JSONLogHandler: LogHandler {
  /// What stands in every line.
  public var metadata: Logger.Metadata = [:]
  /// The least level that is written.
  public var logLevel: Logger.Level = .info
  /// What else stands in every line.
  public var metadataProvider: Logger.MetadataProvider?
  private let label: String
  private let time: @Sendable () -> String
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - label: What the log is of.
  ///   - time: The time in UTC, as the log has it: `2026-11-30T08:15:02Z`.
  ///   - write: Takes a line, with its end, and writes it whole.
  public init(
    label: String, time: @escaping @Sendable () -> String, write: @escaping @Sendable (String) -> Void
  ) {
    self.label = label
    self.time = time
    self.write = write
  }

  /// A value that stands in every line.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes a line.
  public func log(event: LogEvent) {
    var line = "{"
    line.reserveCapacity(256)
    Self.add("at", time(), to: &line)
    Self.add("level", event.level.rawValue, to: &line)
    Self.add("log", label, to: &line)
    Self.add("message", event.message.description, to: &line)
    var all = metadata
    if let provided = metadataProvider?.get() { all.merge(provided) { own, _ in own } }
    if let told = event.metadata { all.merge(told) { _, own in own } }
    for (name, value) in all.sorted(by: { $0.key < $1.key }) {
      if case .string(let text) = value {
        Self.add(name, text, to: &line)
      } else {
        Self.add(name, value.description, to: &line)
      }
    }
    line += "}\n"
    write(line)
  }

  private static func add(_ name: String, _ value: String, to line: inout String) {
    if line.utf8.count > 1 { line += "," }
    line += quoted(name)
    line += ":"
    line += quoted(value)
  }

  /// A text as JSON has it.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    if isPlain { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
