/// The address before the UIDs of placements, as the user wrote it.
public enum CalendarLink {
  /// Whether a text is a web address that a calendar can have: `http` or `https`, a host, ASCII without blanks.
  public static func isAddress(_ text: String) -> Bool {
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else { return false }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    guard let first = rest.first, first != 0x2F else { return false }
    return rest.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
  }
}
