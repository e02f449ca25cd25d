extension String {
  /// The folder of a path; empty for a name alone.
  ///
  /// Foundation's `deletingLastPathComponent` is not asked: it traps for a name of one character.
  var parentFolder: String {
    let slash = UInt8(ascii: "/")
    let path = utf8.prefix(through: utf8.lastIndex { $0 != slash } ?? utf8.startIndex)
    guard let end = path.lastIndex(of: slash) else { return "" }
    guard let last = path[..<end].lastIndex(where: { $0 != slash }) else { return "/" }
    return String(self[...last])
  }
}
