import ScheduleModel

/// One objective of a proof in words.
struct LevelWords {
  let level: Schedule.Level

  /// The objective, its value, and how far at most it is from the best: `số lượt chưa có chỗ: 0, tối ưu`.
  func text(in language: ReaderLanguage) -> String {
    let grade =
      level.isOptimal
      ? AllocationWords.optimal : AllocationWords.gap(Self.decimal(permille, of: 10, in: language))
    return
      "\(AllocationWords.objective(level.objective)[language]): \(shown(in: language)), \(grade[language])"
  }

  private func shown(in language: ReaderLanguage) -> String {
    switch level.objective {
    case .shortage, .moves, .preference: Self.decimal(level.value, of: 1, in: language)
    case .deviation: Self.decimal(level.value, of: 1_000, in: language)
    case .squares: Self.decimal((level.value + 500) / 1_000, of: 1_000, in: language)
    }
  }

  /// How much of the value may be too much, in percent, rounded up; 0 when it is proven.
  var percent: Int { level.isOptimal ? 0 : Int(clamping: (permille + 9) / 10) }

  /// How much of the value may be too much, in thousandths, rounded up. A bound below 0 says no more than 0.
  private var permille: Int128 {
    let value = level.value
    guard value > 0 else { return 0 }
    let gap = value - max(0, level.bound)
    let (quotient, rest) = gap.quotientAndRemainder(dividingBy: value)
    return 1_000 * quotient + (rest <= Int128.max / 1_000 ? (1_000 * rest + value - 1) / value : 1_000)
  }

  /// A number of tenths or thousandths with its decimal mark.
  static func decimal(_ number: Int128, of unit: Int128, in language: ReaderLanguage) -> String {
    let whole = grouped(Int(clamping: number / unit), in: language)
    guard unit > 1 else { return whole }
    let digits = String(abs(number % unit))
    let zeros = String(repeating: "0", count: String(unit).count - 1 - digits.count)
    return whole + (language == .vietnamese ? "," : ".") + zeros + digits
  }
}
