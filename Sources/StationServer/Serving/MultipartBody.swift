/// The parts of a form with files (`multipart/form-data`, RFC 7578).
struct MultipartBody {
  /// The texts, by the name of their field; the first of a name counts.
  private(set) var fields: [String: String] = [:]
  /// The files, by the name of their field.
  private(set) var files: [String: File] = [:]

  /// A file.
  struct File: Hashable, Sendable {
    /// Its name without folders, control characters and what could hide; never empty.
    let name: String
    /// What it holds.
    let octets: [UInt8]
  }

  /// More parts than any form of ours has are no form of ours.
  private static let mostParts = 100

  /// What parts the parts, from the header that says so; `nil` for another type.
  static func boundary(in type: String) -> String? {
    let pieces = type.split(separator: ";").map { $0.drop { $0 == " " } }
    guard pieces.first?.lowercased() == "multipart/form-data",
      let piece = pieces.first(where: { $0.lowercased().hasPrefix("boundary=") })
    else { return nil }
    let text = piece.dropFirst("boundary=".count).filter { $0 != "\"" }
    return (1...70).contains(text.utf8.count) ? text : nil
  }

  /// - Returns: `nil` for octets that are no whole form.
  init?(_ octets: [UInt8], boundary: String) {
    let mark = Array("--\(boundary)".utf8)
    guard octets.starts(with: mark) else { return nil }
    var start = mark.count
    for _ in 0...Self.mostParts {
      let rest = octets[start...]
      if rest.starts(with: Array("--".utf8)) { return }
      guard rest.starts(with: Self.lineEnd), let headEnd = Self.find(Self.headEnd, in: octets, from: start),
        let end = Self.find(Self.lineEnd + mark, in: octets, from: headEnd + Self.headEnd.count)
      else { return nil }
      let head = String(decoding: octets[start..<headEnd], as: UTF8.self)
      guard let name = Self.parameter("name", of: head) else { return nil }
      let body = Array(octets[(headEnd + Self.headEnd.count)..<end])
      if let file = Self.parameter("filename", of: head) {
        if files[name] == nil { files[name] = File(name: Self.plain(file), octets: body) }
      } else {
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        if fields[name] == nil { fields[name] = text }
      }
      start = end + Self.lineEnd.count + mark.count
    }
    return nil
  }

  private static let lineEnd = Array("\r\n".utf8)
  private static let headEnd = Array("\r\n\r\n".utf8)

  /// A parameter of the `Content-Disposition` in a part's head. Browsers write `"` in it as `%22`.
  private static func parameter(_ name: String, of head: String) -> String? {
    let line = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let line, let found = line.firstRange(of: "; \(name)=\"") else { return nil }
    let value = line[found.upperBound...].prefix { $0 != "\"" }
    return String(value).replacing("%22", with: "\"")
  }

  private static func plain(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let kept = String(
      String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    ).drop { $0 == "." }
    var text = String(kept)
    while text.utf8.count > 200 { text.removeFirst() }
    return text.isEmpty ? "tep.csv" : text
  }

  /// Where some octets begin first at or behind a place; `nil` for nowhere.
  private static func find(_ wanted: [UInt8], in octets: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first else { return nil }
    return octets.withUnsafeBufferPointer { octets in
      var place = start
      while place + wanted.count <= octets.count {
        guard octets[place] == first else {
          place += 1
          continue
        }
        if wanted.indices.allSatisfy({ octets[place + $0] == wanted[$0] }) { return place }
        place += 1
      }
      return nil
    }
  }
}
