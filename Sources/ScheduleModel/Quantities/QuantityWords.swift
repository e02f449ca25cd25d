/// The words of the grammar of quantities, in lower case; of phrases that begin alike the longest comes first.
enum QuantityWords {
  /// What comes before a number and says how exact it is.
  static let qualifiers: [([String], Quantity.Qualifier)] = phrases([
    (.atLeastAbout, "ít nhất khoảng, tối thiểu khoảng, at least about"),
    (
      .atLeast,
      "không dưới, không ít hơn, không thấp hơn, không nhỏ hơn, ít nhất là, ít nhất, tối thiểu là, tối thiểu, at least, no fewer than, not fewer than, no less than, not less than, ≥"
    ),
    (.moreThan, "nhiều hơn, hơn, trên, more than, over, above, >"),
    (
      .atMost,
      "tối đa là, tối đa, không quá, không vượt quá, không nhiều hơn, không lớn hơn, không hơn, nhiều nhất là, nhiều nhất, at most, no more than, not more than, up to, ≤"
    ),
    (.lessThan, "dưới, chưa đến, chưa tới, chưa đầy, ít hơn, fewer than, less than, under, below, <"),
    (.nearly, "gần, ngót, nearly, almost, close to"),
    (
      .about,
      "khoảng gần, khoảng chừng, khoảng, trên dưới, xấp xỉ, ước tính, ước đạt, ước khoảng, ước, chừng, about, around, approximately, roughly, ~, ≈"
    ),
  ])

  /// What comes after a number and says the same.
  static let suffixes: [([String], Quantity.Qualifier)] = phrases([
    (.atLeast, "trở lên, hoặc hơn, or more, and more"), (.atMost, "trở xuống, or fewer, or less"),
  ])

  /// Words that stand for a number that nobody knows.
  static let unnumbered: [[String]] = list(
    """
    hàng chục nghìn, hàng chục ngàn, hàng chục vạn, hàng trăm nghìn, hàng trăm ngàn, hàng chục, hàng trăm, hàng nghìn, \
    hàng ngàn, hàng vạn, hàng triệu, hàng loạt, vài chục, vài trăm, vài nghìn, vài ngàn, một vài, vài ba, vài, dăm ba, \
    dăm, mấy chục, mấy trăm, rất nhiều, nhiều, dozens of, hundreds of, thousands of, dozens, hundreds, thousands, \
    several, many, some, a few
    """)

  /// What stands between the ends of a range.
  static let through: Set<String> = ["-", "–", "—", "÷", "..", "đến", "tới", "to"]

  /// Powers of ten in words.
  static let multipliers: [String: Int] = [
    "chục": 10, "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000,
    "tỷ": 1_000_000_000, "tỉ": 1_000_000_000, "thousand": 1_000, "million": 1_000_000, "hundred": 100,
  ]

  /// What comes before the period of a rate: "3 kỳ mỗi tuần", "3 a week".
  static let each: Set<String> = ["/", "mỗi", "một", "hằng", "hàng", "a", "an", "per", "each", "every"]
  /// What comes before a period at the head of a rate: "mỗi tuần 3 kỳ".
  static let eachFirst: Set<String> = ["mỗi", "hằng", "hàng", "cứ", "each", "every"]

  /// Words that are rates by themselves.
  static let adverbs: [String: Quantity.Rate] = [
    "daily": .every(1, .day), "weekly": .every(1, .week), "fortnightly": .every(2, .week),
    "monthly": .every(1, .month), "quarterly": .every(1, .quarter), "yearly": .every(1, .year),
    "annually": .every(1, .year),
  ]

  static let hours: Set<String> = ["giờ", "gio", "h", "g", "hour", "hours"]
  static let minutes: Set<String> = ["phút", "phut", "p", "ph", "m", "min", "minute", "minutes"]
  /// What a newspaper has for an opening; no rate by itself, for “một số” is also one issue.
  static let issues: Set<String> = ["số", "issue"]
  static let sessions: Set<String> = ["buổi", "phiên", "session", "sessions", "opening", "openings"]

  /// The numbers in words, up to ten. “Không” is none of them: “không báo cáo” is no report, or no data.
  static let digits: [String: Int] = [
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "once": 1, "twice": 2,
  ]

  private static func phrases(
    _ rows: [(Quantity.Qualifier, String)]
  ) -> [([String], Quantity.Qualifier)] {
    rows.flatMap { meaning, text in list(text).map { ($0, meaning) } }.sorted { $0.0.count > $1.0.count }
  }

  private static func list(_ text: String) -> [[String]] {
    text.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
  }
}
