import ScheduleModel

/// The words by which a report says that one figure lies in another: “trong đó huyện Bắc Sơn 62”.
enum InclusionWords {
  /// Whether a text has such words.
  static func areIn(_ text: String) -> Bool {
    let words = " \(FoldedText(text).text) "
    return phrases.contains { words.contains(" \($0) ") }
  }

  private static let phrases = [
    "trong đó", "gồm cả", "bao gồm", "đã gồm", "kể cả", "tính cả", "including", "includes", "of which",
  ].map { FoldedText($0).text }
}
