import ScheduleModel

/// What a row of an annex is to cost.
enum AnnexCost {
  /// An amount in đồng: “60 triệu đồng”, or a number below the heading “Kinh phí (triệu đồng)”; `nil` when it is not
  /// understood whole, or not exact.
  static func amount(_ text: String, heading: String) -> Int? {
    let head = FoldedText(heading)
    let scale = ["triệu đồng", "nghìn đồng", "ngàn đồng", "đồng"].first { head.contains(FoldedText($0)) }
    let words = text.lowercased().contains("đồng") ? text : scale.map { "\(text) \($0)" }
    let unit = CountingUnit(["đồng"])
    guard let words, let amount = Quantity(words, unit: nil, limit: 1_000_000_000_000_000),
      amount.qualifier == .exact, amount.rate == nil, amount.unit == unit,
      amount.upperValue == amount.value, amount.value > 0
    else { return nil }
    return amount.value
  }
}
