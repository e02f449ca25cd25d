public import ScheduleModel

/// A text file of the user's, by lines, for the excerpts under findings.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The text, without a byte order mark.
  public let text: String
  private let lines: [Substring]

  /// The most bytes that a plan file may have. A plan of 5,000 lines has about 1 MB.
  public static let largestFile = 8 << 20
  /// The most bytes that a line of it may have.
  public static let longestLine = 64 << 10

  init(file: String, text: String) {
    self.file = file
    self.text = text
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The findings, each with the line of this file that it is about.
  public func excerpted(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      guard finding.excerpt == nil, let place = finding.place, place.file == file,
        lines.indices.contains(place.line - 1)
      else { return finding }
      return Finding(
        finding.code, finding.severity, at: place, width: finding.width,
        excerpt: String(lines[place.line - 1].prefix(400)),
        finding.message, remedy: finding.remedy)
    }
  }

  /// Decodes a file, and refuses what no plan file has before a parser sees it.
  ///
  /// - Returns: `nil` with the reasons when the text must not be parsed: too large, not UTF-8, control
  ///   characters, nesting beyond ``YAMLGuard/deepest`` or aliases.
  static func checked(_ bytes: [UInt8], file: String) -> (source: SourceText?, findings: [Finding]) {
    guard bytes.count <= largestFile else { return (nil, [.fileTooLarge(file, bytes: bytes.count)]) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      return (nil, [.notUTF8(at: SourcePlace(file: file, line: firstBrokenLine(body)))])
    }
    let source = SourceText(file: file, text: text)
    let findings = YAMLGuard.findings(in: body, file: file)
    return (findings.hasErrors ? nil : source, source.excerpted(findings))
  }

  private static func firstBrokenLine(_ bytes: ArraySlice<UInt8>) -> Int {
    var line = 1
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: piece, as: UTF8.self) == nil { return line }
      line += 1
    }
    return 1
  }
}
