public import ScheduleModel

/// A text file of the user's, by lines, for the excerpts under findings.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The text, without a byte order mark.
  public let text: String
  /// Where each line begins, in UTF-8 code units, and where the text ends.
  private let starts: [Int]

  /// The most bytes that a plan file may have. A plan of 5,000 lines has about 1 MB.
  public static let largestFile = 8 << 20
  /// The most bytes that a line of it may have.
  public static let longestLine = 64 << 10

  init(file: String, text: String) {
    self.file = file
    self.text = text
    var text = text
    starts = text.withUTF8 { bytes in
      var starts = [0]
      for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
      return starts + [bytes.count]
    }
  }

  /// How many lines it has; an empty text has one.
  var lineCount: Int { starts.count - 1 }

  /// A line, counted from 1, without its end.
  func line(_ number: Int) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: starts[number - 1])
    let line = utf8[start..<utf8.index(utf8.startIndex, offsetBy: starts[number])]
    let end = line.last == 0x0A ? line.dropLast() : line
    return Substring(end.last == 0x0D ? end.dropLast() : end)
  }

  /// Where a line, counted from 1, begins in the text, in UTF-8 code units.
  func start(ofLine number: Int) -> Int { starts[number - 1] }

  /// The text with other lines in place of some, counted from 1.
  func text(replacing lines: [Int: String]) -> String {
    guard !lines.isEmpty else { return text }
    return (1...lineCount).map { lines[$0] ?? String(line($0)) }.joined(separator: "\n")
  }

  /// The findings, each with the line of this file that it is about; of a very long line, its beginning and
  /// somewhat more than the place.
  public func excerpted(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      guard finding.excerpt == nil, let place = finding.place, place.file == file, place.line <= lineCount
      else { return finding }
      let shown = line(place.line).unicodeScalars.prefix(max(400, place.column + 200))
      return Finding(
        finding.code, finding.severity, at: place, width: finding.width, excerpt: String(shown),
        finding.message, remedy: finding.remedy)
    }
  }

  /// The rest of a line from a place on, as Unicode scalars.
  func rest(from place: SourcePlace) -> Substring.UnicodeScalarView.SubSequence {
    guard place.line <= lineCount else { return Substring.UnicodeScalarView.SubSequence() }
    return line(place.line).unicodeScalars.dropFirst(place.column - 1)
  }
}
