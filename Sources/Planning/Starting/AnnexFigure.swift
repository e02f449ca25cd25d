import ScheduleModel

/// How many, as a row of an annex says it.
enum AnnexFigure: Equatable {
  /// Nothing is said.
  case none
  /// A figure for the year.
  case year(Quantity)
  /// A number for each month of the row's time.
  case month(Quantity)
  /// A number for each quarter of the row's time.
  case quarter(Quantity)
  /// Words that are not understood whole.
  case unread(String)

  /// Reads a cell.
  ///
  /// - Parameter unit: What is counted when the cell does not say it.
  init(_ text: String, unit: CountingUnit?) {
    let words = text.composed
    guard !words.isEmpty, words != "-", words != "–" else {
      self = .none
      return
    }
    // “02 kỳ/tháng” and “3 tin mỗi tháng” are rates, not figures in an odd unit.
    let rate = Self.rate(words, unit)
    if case .unread = rate, let quantity = Quantity(words, unit: unit), quantity.value > 0,
      quantity.rate == nil,
      Self.isPlain(quantity.unit)
    {
      self = .year(quantity)
    } else {
      self = rate
    }
  }

  /// A number for each month, or for each quarter; `nil` when it is neither.
  var rate: (month: Quantity?, quarter: Quantity?)? {
    switch self {
    case .month(let each): (each, nil)
    case .quarter(let each): (nil, each)
    case .none, .year, .unread: nil
    }
  }

  /// Whether a unit is the name of something counted, and no more.
  private static func isPlain(_ unit: CountingUnit) -> Bool {
    let words = unit.description.lowercased()
    return words.count <= 40 && !words.contains(where: \.isNumber)
      && !words.contains { "/()[]:;.+".contains($0) }
      && !words.contains(/\b(mỗi|hằng|hàng|một|trên|trong|nếu|theo|tháng|quý|tuần|ngày|năm)\b/)
  }

  /// “02 kỳ/tháng”, “mỗi quý 01 bài”, “3 tin mỗi tháng”. A week is not taken: a year has 52 or 53.
  private static func rate(_ words: String, _ unit: CountingUnit?) -> AnnexFigure {
    let lower = words.lowercased()
    let found =
      lower.wholeMatch(of: /(.+?)\s*(?:\/|trên|mỗi|một)\s*(tháng|quý|năm)/).map { ($0.output.1, $0.output.2) }
      ?? lower.wholeMatch(of: /(?:mỗi|hằng|hàng|một)\s+(tháng|quý|năm)\s*:?\s*(.+)/).map {
        ($0.output.2, $0.output.1)
      }
    guard let (figure, period) = found, let quantity = Quantity(String(figure), unit: unit),
      quantity.value > 0, quantity.rate == nil, quantity.qualifier == .exact, isPlain(quantity.unit)
    else { return .unread(words) }
    switch period {
    case "tháng": return .month(quantity)
    case "quý": return .quarter(quantity)
    default: return .year(quantity)
    }
  }
}
