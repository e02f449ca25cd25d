import ScheduleModel

/// How many, as a row of an annex says it, by the grammar of quantities.
enum AnnexFigure: Equatable {
  /// Nothing is said.
  case none
  /// A figure for the year.
  case year(Quantity)
  /// A rate: a number, a range or a limit for each month, quarter, day …; never in words.
  case rate(Quantity)
  /// Words that are not understood whole, and why.
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
    guard let quantity = Quantity(Self.inOrder(words), unit: unit), Self.isPlain(quantity.unit),
      quantity.isInWords ? quantity.rate == nil : (quantity.upperValue ?? 0) > 0
    else {
      self = .unread(words)
      return
    }
    self = quantity.rate == nil ? .year(quantity) : .rate(quantity)
  }

  /// A number for each month, or for each quarter; `nil` when it is neither.
  var rate: (month: Quantity?, quarter: Quantity?)? {
    guard case .rate(let quantity) = self, quantity.unit.time == nil else { return nil }
    let each = Quantity(quantity.amount, quantity.qualifier, quantity.unit)
    switch quantity.rate {
    case .every(1, .month): return (each, nil)
    case .every(1, .quarter), .every(3, .month): return (nil, each)
    default: return nil
    }
  }

  /// Whether a unit is the name of something counted, and no more.
  private static func isPlain(_ unit: CountingUnit) -> Bool {
    let words = unit.description.lowercased()
    return words.count <= 40 && !words.contains(where: \.isNumber)
      && !words.contains { "/()[]:;.+".contains($0) }
      && !words.contains(/\b(mỗi|hằng|hàng|một|trên|trong|nếu|theo|tháng|quý|tuần|ngày|năm)\b/)
  }

  /// “3 tin trên tháng” and “Mỗi quý: 01 bài”, as annexes have them, in the words of the grammar.
  private static func inOrder(_ words: String) -> String {
    words.replacing(/\s+trên\s+(?=(?:ngày|tuần|tháng|quý|năm)\s*$)/, with: "/")
      .replacing(/^(\S+\s+(?:ngày|tuần|tháng|quý|năm))\s*:\s*/) { "\($0.output.1) " }
  }
}

/// The least and the most of a month or a quarter; either may be left open.
struct AnnexLimits: Equatable {
  /// `nil` for none.
  var floor: Int?
  /// `nil` for none.
  var ceiling: Int?

  /// What a figure for each of them asks for. One number alone is the least, so that what one month missed can be made good
  /// in another.
  init(_ each: Quantity) { (floor, ceiling) = (each.floor, each.ceiling) }

  init(floor: Int?, ceiling: Int? = nil) { (self.floor, self.ceiling) = (floor, ceiling) }

  /// Whether they say nothing.
  var isOpen: Bool { floor == nil && ceiling == nil }

  /// As the key `months` has them.
  var month: String {
    if floor == 0, ceiling == 0 { return "0" }
    return "\(floor.map(String.init) ?? "")..\(ceiling.map(String.init) ?? "")"
  }

  /// As a counting rule has them.
  var rule: String {
    [floor.map { "floor: \($0)" }, ceiling.map { "ceiling: \($0)" }].compactMap(\.self).joined(
      separator: ", ")
  }
}
