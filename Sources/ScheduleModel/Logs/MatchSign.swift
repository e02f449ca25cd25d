/// By what an entry was found to show a placement, or to belong to a line; the surest first.
public enum MatchSign: String, CaseIterable, Sendable {
  /// Somebody linked the two by hand.
  case link
  /// The row carries the placement's UID.
  case uid
  /// The row carries the house number of the work.
  case houseNumber = "house-number"
  /// The row names the line and the edition.
  case edition
  /// The row names the line; of its placements this is the nearest.
  case line
  /// The title is that of the line, and the row names the edition.
  case titleAndEdition = "title-edition"
  /// The title is that of the line, or holds it; of the line's placements this is the nearest.
  case title
  /// The title is like that of the line (``MatchingTolerance/titlePercent``).
  case titleAlike = "title-alike"
  /// Nothing but the time: the row names nothing, and this is the only placement near it.
  case time

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .link: Words(vi: "gắn tay", en: "a link made by hand")
    case .uid: Words("UID")
    case .houseNumber: Words(vi: "mã băng", en: "the house number")
    case .edition: Words(vi: "chỉ tiêu và kỳ", en: "line and edition")
    case .line: Words(vi: "chỉ tiêu và thời gian", en: "line and time")
    case .titleAndEdition: Words(vi: "tên và kỳ", en: "title and edition")
    case .title: Words(vi: "tên và thời gian", en: "title and time")
    case .titleAlike: Words(vi: "tên gần giống", en: "a title that is alike")
    case .time: Words(vi: "chỉ giờ phát", en: "the time alone")
    }
  }

  /// Whether it leaves no doubt which work is meant, so that nobody has to look.
  public var isSure: Bool {
    switch self {
    case .link, .uid, .houseNumber, .edition: true
    case .line, .titleAndEdition, .title, .titleAlike, .time: false
    }
  }
}
