public import ScheduleModel

/// What the allocation engine found, for a person: each objective, its proven bound, and how much was placed.
public struct SolveReport: Hashable, Sendable {
  /// The objectives, in the order in which they count.
  public let rows: [Row]
  /// New units in slots.
  public let placed: Int
  /// New units that the quotas ask for.
  public let wanted: Int
  /// How long the search took, in milliseconds.
  public let milliseconds: Int
  /// Whether it was ended before it was done.
  public let isCutShort: Bool

  /// One objective.
  public struct Row: Hashable, Sendable {
    /// What is measured.
    public let measure: Measure
    /// What the schedule has.
    public let value: Int128
    /// What no schedule can be below.
    public let bound: Int128

    /// An objective of a schedule.
    public init(_ measure: Measure, value: Int128, bound: Int128) {
      self.measure = measure
      self.value = value
      self.bound = bound
    }
  }

  /// What a schedule is measured by.
  public enum Measure: Sendable {
    /// Units without a slot.
    case shortage
    /// The largest distance from an ideal line, in thousandths of a piece.
    case deviation
    /// The sum of the squares of all distances.
    case squares
    /// Preference costs.
    case preference
    /// Published units that were moved.
    case moves
  }

  /// What was found.
  public init(rows: [Row], placed: Int, wanted: Int, milliseconds: Int, isCutShort: Bool) {
    self.rows = rows
    self.placed = placed
    self.wanted = wanted
    self.milliseconds = milliseconds
    self.isCutShort = isCutShort
  }

  /// A table of the objectives, then a line on what was placed and how long that took.
  public func text(_ language: ReaderLanguage, width: Int? = nil) -> String {
    var table = TextTable(columns: [
      .name(Words(vi: "Mục tiêu", en: "Objective")[language]),
      .number(Words(vi: "Đạt được", en: "Value")[language]),
      .number(Words(vi: "Cận dưới", en: "Bound")[language]),
      .words(Words(vi: "Chênh lệch", en: "Gap")[language]),
    ])
    for row in rows {
      table.append([
        Self.name(of: row.measure)[language], Self.figure(row.value, row.measure, language),
        Self.figure(row.bound, row.measure, language), Self.gap(row)[language],
      ])
    }
    let count = { grouped($0, in: language) }
    let seconds = Self.decimal(Int128(milliseconds), language)
    let placed = Words(
      vi: "Đã xếp \(count(placed)) trên \(count(wanted)) lượt trong \(seconds) giây.",
      en: "Placed \(count(placed)) of \(count(wanted)) units in \(seconds) seconds.")
    return table.text(width: width) + placed[language] + "\n"
      + (isCutShort ? Self.cutShort[language] + "\n" : "")
  }

  private static let cutShort = Words(
    vi: "Việc tìm kiếm dừng trước khi xong; đây là lịch tốt nhất đã tìm được.",
    en: "The search was ended before it was done; this is the best schedule found so far.")

  private static func name(of measure: Measure) -> Words {
    switch measure {
    case .shortage: Words(vi: "Chưa xếp được (lượt)", en: "Not placed (units)")
    case .deviation: Words(vi: "Lệch nhiều nhất (lượt)", en: "Largest deviation (pieces)")
    case .squares: Words(vi: "Tổng bình phương độ lệch", en: "Squares of deviations")
    case .preference: Words(vi: "Mức kém ưa thích", en: "Preference cost")
    case .moves: Words(vi: "Đổi so với lịch đã công bố", en: "Moved from the published")
    }
  }

  private static func figure(_ value: Int128, _ measure: Measure, _ language: ReaderLanguage) -> String {
    switch measure {
    case .deviation: decimal(value, language)
    // Only squares can be larger than a machine word, and digits in groups do not help there.
    default: Int(exactly: value).map { grouped($0, in: language) } ?? "\(value)"
    }
  }

  /// Thousandths with three decimals: 1,673 → 1.673.
  private static func decimal(_ thousandths: Int128, _ language: ReaderLanguage) -> String {
    let rest = String(thousandths % 1000)
    let whole = grouped(Int(clamping: thousandths / 1000), in: language)
    let point = Words(vi: ",", en: ".")[language]
    return whole + point + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// How far the value may be above the best: in percent of the value, rounded up to a hundredth.
  private static func gap(_ row: Row) -> Words {
    guard row.value > row.bound else { return Words(vi: "tối ưu", en: "optimal") }
    let hundredths = ((row.value - row.bound) * 10_000 + row.value - 1) / row.value
    let rest = String(hundredths % 100)
    let digits = (String(hundredths / 100), (rest.count == 1 ? "0" : "") + rest)
    return Words(vi: "\(digits.0),\(digits.1)%", en: "\(digits.0).\(digits.1)%")
  }
}
