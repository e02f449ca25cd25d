/// A BCP 47 language tag (RFC 5646), such as `vi` or `hmn`.
public struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The tag as written in data and in the `LANGUAGE` parameter of a calendar.
  public let tag: String

  /// Vietnamese, the common language, in which originals are made.
  public static let vietnamese = LanguageTag(known: "vi")

  private init(known tag: String) { self.tag = tag }

  /// A tag of letters, digits and hyphens, at most 35 characters; `nil` otherwise.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count <= 35, let first = parts.first, first.utf8.allSatisfy({ isLetter($0) }),
      (2...8).contains(first.utf8.count) || (first.lowercased() == "x" && parts.count > 1),
      parts.dropFirst().allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) })
    else { return nil }
    tag = text.lowercased()
  }

  /// By the letters of the tag.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.tag < right.tag }

  /// The tag.
  public var description: String { tag }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
