import ScheduleModel

/// What is refused before the YAML parser sees it: it recurses without a limit and copies aliases.
///
/// Knows just enough of YAML to skip comments, quoted text and block scalars. One pass over the bytes.
enum YAMLGuard {
  /// How deep mappings and lists may be nested; a plan needs six.
  static let deepest = 24

  static func findings(in bytes: ArraySlice<UInt8>, file: String) -> [Finding] {
    var scan = Scan(file: file)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      scan.read(line.last == 0x0D ? line.dropLast() : line)
    }
    return scan.findings
  }

  private struct Scan {
    let file: String
    var findings: [Finding] = []
    var line = 0
    /// Open brackets of flow collections.
    var brackets = 0
    /// The quote that is open, across lines.
    var quote: UInt8?
    /// The indentation of the line that opened a block scalar, while inside it.
    var blockScalar: Int?

    init(file: String) { self.file = file }

    mutating func read(_ bytes: ArraySlice<UInt8>) {
      line += 1
      if bytes.count > SourceText.longestLine {
        findings.append(.lineTooLong(at: SourcePlace(file: file, line: line), bytes: bytes.count))
        return
      }
      if let at = bytes.firstIndex(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
        let before = String(decoding: bytes[bytes.startIndex..<at], as: UTF8.self).unicodeScalars.count
        findings.append(
          .controlCharacter(bytes[at], at: SourcePlace(file: file, line: line, column: before + 1)))
      }
      let indent = bytes.prefix { $0 == 0x20 }.count
      if let opened = blockScalar {
        if indent > opened || indent == bytes.count { return }
        blockScalar = nil
      }
      if quote == nil, Self.lead(of: bytes) > YAMLGuard.deepest { tooDeep(column: 1) }
      tokens(of: bytes, indent: indent)
    }

    /// How many levels the indentation and the indicators at the start of a line may open.
    private static func lead(of bytes: ArraySlice<UInt8>) -> Int {
      let lead = bytes.prefix { $0 == 0x20 || $0 == 0x2D || $0 == 0x3F || $0 == 0x3A }
      return max(lead.filter { $0 != 0x20 }.count, lead.count / 4)
    }

    private mutating func tokens(of bytes: ArraySlice<UInt8>, indent: Int) {
      var column = 0
      var onlyIndicators = true
      var last: UInt8 = 0x20
      var lastSolid: UInt8 = 0
      for (offset, byte) in bytes.enumerated() {
        if byte & 0xC0 != 0x80 { column += 1 }
        defer {
          last = byte
          if byte != 0x20, byte != 0x09 { lastSolid = byte }
          if byte != 0x20, byte != 0x2D, byte != 0x3F { onlyIndicators = false }
        }
        if let open = quote {
          if byte == open, !(open == 0x22 && escaped(bytes, offset)) { quote = nil }
          continue
        }
        let afterBlank = last == 0x20 || last == 0x09
        if byte == 0x23, afterBlank { return }
        let opensFlow = brackets > 0 && [0x5B, 0x7B, 0x2C].contains(lastSolid)
        guard onlyIndicators || opensFlow || (afterBlank && lastSolid == 0x3A) else {
          if byte == 0x5D || byte == 0x7D { brackets = max(0, brackets - 1) }
          continue
        }
        switch byte {
        case 0x22, 0x27: quote = byte
        case 0x26, 0x2A: findings.append(.yamlAlias(at: SourcePlace(file: file, line: line, column: column)))
        case 0x5B, 0x7B:
          brackets += 1
          if brackets > YAMLGuard.deepest { tooDeep(column: column) }
        case 0x5D, 0x7D: brackets = max(0, brackets - 1)
        case 0x7C where brackets == 0, 0x3E where brackets == 0:
          blockScalar = indent
          return
        default: break
        }
      }
    }

    private func escaped(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> Bool {
      var slashes = 0
      var index = bytes.startIndex + offset - 1
      while index >= bytes.startIndex, bytes[index] == 0x5C {
        slashes += 1
        index -= 1
      }
      return slashes % 2 == 1
    }

    private mutating func tooDeep(column: Int) {
      guard !findings.contains(where: { $0.code == .yamlTooDeep }) else { return }
      findings.append(.yamlTooDeep(at: SourcePlace(file: file, line: line, column: column)))
    }
  }
}
