import Digests
public import ScheduleModel

/// An entry as text.
///
///     # lichsong: book/1
///     # kind: publication
///     # time: 2018-04-04T02:00:01Z
///     # author: Nguyễn Thị A
///     # after: 5c1f0a9e…
///     # size: 1842
///     # sha256: 91d2c7b4…
///
///     uid,kind,line,…
///
/// There is one way to write a head: the keys in this order, then notes by name. Values stand on one line, so a line
/// break in a comment becomes a blank.
extension BookEntry {
  /// The format that this program writes; it reads every older one.
  private static let format = "book/1"

  /// The entry that says this.
  public init(_ head: Head, body: [UInt8]) {
    var lines = ["lichsong: \(Self.format)", "kind: \(head.kind.rawValue)", "time: \(head.time.utcText)"]
    lines.append("author: \(Self.line(head.author))")
    if let comment = head.comment.map(Self.line), !comment.isEmpty { lines.append("comment: \(comment)") }
    lines += head.after.sorted().map { "after: \($0)" }
    for (name, value) in head.notes.sorted(by: { $0.key < $1.key }) {
      lines.append("\(name): \(Self.line(value))")
    }
    lines.append("size: \(body.count)")
    let digest = Digest.sha256(body)
    lines.append("sha256: \(digest)")
    let text = Array(lines.map { "# \($0)\n" }.joined().utf8) + [UInt8(ascii: "\n")]
    guard let entry = try? BookEntry(reading: text + body, digest: digest) else {
      preconditionFailure("an entry that was just written can be read")
    }
    self = entry
  }

  /// What is wrong with an entry's text.
  enum Fault: Error, Hashable {
    /// It does not begin with the head of an entry.
    case noHead
    /// It was written by a newer version of the program.
    case newerFormat(String)
    /// The body is not as long as the head says, or not the one of which it holds the digest.
    case bodyAltered
  }

  /// Reads an entry; `nil` when its text is not whole.
  public init?(bytes: [UInt8]) {
    guard let entry = try? BookEntry(reading: bytes) else { return nil }
    self = entry
  }

  /// Why a file of a Book is not used.
  public struct Damage: Error {
    /// What to tell.
    public let finding: Finding
  }

  /// Reads the file of an entry; the digits in its name must be those of its id.
  public static func reading(_ file: InputFile) -> Result<BookEntry, Damage> {
    do throws(Fault) {
      let entry = try BookEntry(reading: file.bytes)
      guard file.name.split(separator: "/").last.map(String.init) == entry.fileName else {
        return .failure(Damage(finding: .bookEntryDamaged(file: file.name)))
      }
      return .success(entry)
    } catch {
      if case .newerFormat(let format) = error {
        return .failure(Damage(finding: .bookEntryNewer(format, file: file.name)))
      }
      return .failure(Damage(finding: .bookEntryDamaged(file: file.name)))
    }
  }

  /// Reads an entry.
  ///
  /// - Parameter known: The SHA-256 of the body, where somebody has just worked it out.
  init(reading bytes: [UInt8], digest known: String? = nil) throws(Fault) {
    var values: [(name: String, value: String)] = []
    var start = 0
    while true {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")), end - start <= Self.longestLine
      else { throw .noHead }
      let line = bytes[start..<end]
      start = end + 1
      if line.isEmpty { break }
      guard line.starts(with: "# ".utf8), let colon = line.firstIndex(of: UInt8(ascii: ":")),
        colon + 1 < end, line[colon + 1] == UInt8(ascii: " ")
      else { throw .noHead }
      values.append(
        (
          String(decoding: line[(line.startIndex + 2)..<colon], as: UTF8.self),
          String(decoding: line[(colon + 2)...], as: UTF8.self)
        ))
    }
    func value(_ name: String) -> String? { values.first { $0.name == name }?.value }
    guard let format = value("lichsong"), format.hasPrefix("book/") else { throw .noHead }
    guard format == Self.format else { throw .newerFormat(format) }
    guard let kind = value("kind").flatMap(Kind.init), let author = value("author"),
      let time = value("time").flatMap(LocalTime.init(utc:)), let size = value("size").flatMap({ Int($0) }),
      let digest = value("sha256")
    else { throw .noHead }
    guard bytes.count - start == size, known ?? Digest.sha256(bytes[start...]) == digest else {
      throw .bodyAltered
    }
    let own: Set = ["lichsong", "kind", "time", "author", "comment", "after", "size", "sha256"]
    head = Head(
      kind: kind, time: time, author: author, comment: value("comment"),
      after: values.filter { $0.name == "after" }.map(\.value),
      notes: Dictionary(
        values.filter { !own.contains($0.name) }.map { ($0.name, $0.value) },
        uniquingKeysWith: { first, _ in first }))
    id = Digest.sha256(bytes[..<start])
    bodyDigest = digest
    self.bytes = bytes
    bodyStart = start
  }

  /// A longer line, in bytes, is none of a head.
  private static let longestLine = 10_000

  /// A text on one line, composed, of a length that can be read again.
  private static func line(_ text: String) -> String {
    let blanked = text.map {
      $0.isNewline || ($0.unicodeScalars.first.map { $0.value < 0x20 } ?? false) ? " " : $0
    }
    return String(String(blanked).trimmed.prefix(1_000))
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.drop(while: \.isWhitespace)
  }
}
