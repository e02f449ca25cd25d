import ScheduleModel

extension SourceText {
  /// Decodes a file, and refuses what no plan file has before a parser sees it.
  ///
  /// - Returns: `nil` with the reasons when the text must not be parsed: too large, not UTF-8, a line beyond
  ///   ``longestLine``, or too many control characters for a text.
  static func checked(_ bytes: [UInt8], file: String) -> (source: SourceText?, findings: [Finding]) {
    guard bytes.count <= largestFile else { return (nil, [.fileTooLarge(file, bytes: bytes.count)]) }
    if isUTF16(bytes) { return (nil, [.utf16(file)]) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      let source = SourceText(file: file, text: String(decoding: body, as: UTF8.self))
      return (nil, source.excerpted([.notUTF8(at: firstBroken(body, file: file))]))
    }
    let source = SourceText(file: file, text: text)
    var findings = FindingList()
    var isRefused = false
    for number in source.suspiciousLines where findings.told.count <= mostControlCharacters {
      let line = source.line(number)
      let bytes = line.utf8.count
      if bytes > longestLine {
        findings.append(.lineTooLong(at: SourcePlace(file: file, line: number), bytes: bytes))
        isRefused = true
      } else if let (offset, scalar) = line.unicodeScalars.enumerated().first(where: { isControl($0.element) }
      ) {
        let place = SourcePlace(file: file, line: number, column: offset + 1)
        findings.append(.controlCharacter(scalar, at: SourceSpan(place, width: 1)))
      }
    }
    isRefused = isRefused || findings.told.count > mostControlCharacters
    return (isRefused ? nil : source, source.excerpted(findings.all(in: file)))
  }

  /// With more control characters than this the file is no text; a few strays must not hide what else is
  /// wrong.
  private static let mostControlCharacters = 20

  /// Lines that are too long or may have control characters, found in one pass over the bytes.
  private var suspiciousLines: [Int] {
    var text = text
    return text.withUTF8 { bytes in
      var lines: [Int] = []
      var line = 1
      var start = 0
      for index in 0...bytes.count {
        let isEnd = index == bytes.count || bytes[index] == 0x0A
        let isSuspicious = isEnd ? index - start > Self.longestLine : Self.mayBeControl(bytes, index)
        if isSuspicious, lines.last != line { lines.append(line) }
        if isEnd {
          line += 1
          start = index + 1
        }
      }
      return lines
    }
  }

  /// The lines that have control characters, for the YAML parser: each is replaced, so that lines and
  /// columns stay.
  var linesWithoutControlCharacters: [Int: String] {
    var lines: [Int: String] = [:]
    for number in suspiciousLines {
      let line = line(number)
      guard line.unicodeScalars.contains(where: Self.isControl) else { continue }
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: line.unicodeScalars.lazy.map { Self.isControl($0) ? "\u{FFFD}" : $0 })
      lines[number] = String(scalars)
    }
    return lines
  }

  /// What YAML does not allow (YAML 1.2 §5.1), what it takes for a line end though nobody sees one, and a
  /// byte order mark in the middle of a text.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether the bytes at an index begin such a character; some others begin alike.
  private static func mayBeControl(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x20..<0x7F, 0x09: false
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] != 0x0A
    case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  /// UTF-16 has a mark of its own, or zeros between the letters of `plan`.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || (bytes[0] == 0) != (bytes[1] == 0) && (bytes[0] == 0) == (bytes[2] == 0)
        && (bytes[1] == 0) == (bytes[3] == 0)
  }

  private static func firstBroken(_ bytes: ArraySlice<UInt8>, file: String) -> SourcePlace {
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      column = scalar == "\n" ? 1 : column + 1
      line += scalar == "\n" ? 1 : 0
    }
    return SourcePlace(file: file, line: line, column: column)
  }
}
