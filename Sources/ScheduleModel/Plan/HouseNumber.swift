/// The number that a station gives to the works of a line: `CCHC-###`, where `#` stands for the digits of the edition.
///
/// Without `#` all works of the line have the same one.
public struct HouseNumber: Hashable, Sendable {
  /// As the plan writes it.
  public let pattern: String
  private let before: String
  private let after: String
  /// How many `#` there are, the least digits that a number has; 0 without an edition.
  private let digits: Int

  /// A pattern with at most one run of `#` and something beside it; `nil` for anything else.
  public init?(_ pattern: String) {
    let runs = pattern.split(separator: "#", omittingEmptySubsequences: true)
    let first = pattern.firstIndex(of: "#") ?? pattern.endIndex
    let rest = pattern[first...].drop { $0 == "#" }
    guard !runs.isEmpty, !rest.contains("#") else { return nil }
    self.pattern = pattern
    before = Self.plain(pattern[..<first])
    after = Self.plain(rest)
    digits = pattern.count { $0 == "#" }
    if before.isEmpty, after.isEmpty { return nil }
    // Digits beside those of the edition could not be told from them.
    if digits > 0, before.last?.isNumber ?? false || after.first?.isNumber ?? false { return nil }
  }

  /// Whether a work bears the number, and which edition it is then; `edition` is `nil` where the pattern has none.
  ///
  /// Case, blanks and hyphens do not count, nor zeros before the edition: `cchc 7` is `CCHC-007`.
  public func matches(_ number: String) -> (isMatch: Bool, edition: Int?) {
    let number = Self.plain(number)
    guard digits > 0 else { return (number == before, nil) }
    guard number.count > before.count + after.count, number.hasPrefix(before), number.hasSuffix(after) else {
      return (false, nil)
    }
    let middle = number.dropFirst(before.count).dropLast(after.count)
    guard middle.count <= 9, middle.allSatisfy({ "0"..."9" ~= $0 }), let edition = Int(middle), edition > 0
    else { return (false, nil) }
    return (true, edition)
  }

  private static func plain(_ text: some StringProtocol) -> String {
    text.lowercased().filter { !$0.isWhitespace && !"-–_./".contains($0) }
  }
}
