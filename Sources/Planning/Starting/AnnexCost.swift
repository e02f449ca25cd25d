import ScheduleModel

/// What a row of an annex is to cost.
enum AnnexCost {
  /// An amount in đồng: “60 triệu đồng”, or a number below the heading “Kinh phí (nghìn đồng)”; `nil` when it is not
  /// understood whole, or is no whole number of đồng.
  ///
  /// - Parameters:
  ///   - heading: The heading of its column.
  ///   - scale: What a number is multiplied by when neither the cell nor the heading says it; `nil` when not known.
  static func amount(_ text: String, heading: String, scale: Int? = nil) -> Int? {
    let words = text.composed.lowercased().onOneLine
    guard
      let (_, number, multiple, money) = words.wholeMatch(
        of: /([0-9][0-9.,]*)\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn)?\.?\s*(đồng|vnđ|vnd|đ)?\.?/)?.output
    else { return nil }
    let around = Self.scale(in: heading) ?? scale
    let own: Int? =
      switch multiple {
      case "tỷ"?, "tỉ"?: 1_000_000_000
      case "triệu"?, "tr"?: 1_000_000
      case "nghìn"?, "ngàn"?: 1_000
      default: money == nil ? nil : 1
      }
    // “60 triệu” alone does not say of what.
    guard let scale = own ?? around, own == nil || money != nil || around != nil else { return nil }
    return whole(String(number), times: scale)
  }

  /// What numbers are multiplied by, as a heading or a line above the table says it: “Kinh phí (triệu đồng)”,
  /// “ĐVT: 1.000 đồng”; `nil` when it does not say that they are amounts of money.
  static func scale(in text: String) -> Int? {
    let words = text.composed.lowercased().replacing(/(?:hợp|hội|cộng) đồng/, with: "")
    if words.contains(/t[ỷỉ] đồng/) { return 1_000_000_000 }
    if words.contains(/triệu (?:đồng|vnđ|đ)|triệu\)|tr\.? ?đ(?:ồng)?\b/) { return 1_000_000 }
    if words.contains(/(?:nghìn|ngàn) (?:đồng|vnđ|đ)|ngh?ìn\)|\b1[.,]?000 ?(?:đồng|vnđ|đ)\b/) { return 1_000 }
    return words.contains(/\b(?:đồng|vnđ|vnd|đ)\b/) ? 1 : nil
  }

  /// A number with points between thousands and a comma before its decimals, or with commas between thousands where there
  /// are two of them. “1,500” alone has two readings and is none.
  private static func whole(_ number: String, times scale: Int) -> Int? {
    var (digits, decimals) = (number, "")
    if number.wholeMatch(of: /\d{1,3}(?:,\d{3}){2,}/) != nil {
      digits = number.replacing(",", with: "")
    } else if let match = number.wholeMatch(of: /(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?/) {
      digits = String(match.output.1).replacing(".", with: "")
      decimals = match.output.2.map(String.init) ?? ""
      guard decimals.count != 3 else { return nil }
    } else {
      return nil
    }
    while decimals.hasSuffix("0") { decimals.removeLast() }
    guard digits.count + decimals.count <= 15, let units = Int(digits + decimals) else { return nil }
    let parts = (0..<decimals.count).reduce(1) { parts, _ in parts * 10 }
    let (amount, isTooLarge) = units.multipliedReportingOverflow(by: scale)
    guard !isTooLarge, amount % parts == 0, amount > 0, amount / parts <= 1_000_000_000_000_000 else {
      return nil
    }
    return amount / parts
  }
}
