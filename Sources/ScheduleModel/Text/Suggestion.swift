/// The word that somebody probably meant.
public enum Suggestion {
  /// The candidate whose letters lie nearest to `text`; of equals, the first.
  ///
  /// - Returns: `nil` when more than a third of the letters would have to change (one may always), or the text is
  ///   too long to be a name.
  /// - Complexity: the product of the lengths, for each candidate.
  public static func nearest(to text: String, among candidates: [String]) -> String? {
    let wanted = Array(FoldedText(String(text.prefix(longest + 1))).text)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let letters = Array(FoldedText(candidate).text.prefix(longest))
      let distance = EditDistance.between(wanted, letters)
      guard distance <= max(1, wanted.count / 3), distance < wanted.count else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.candidate
  }

  private static let longest = 60
}
