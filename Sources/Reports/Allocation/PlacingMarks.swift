import ScheduleModel

/// What held a line's months where they are.
struct PlacingMarks {
  /// The marks with their months: `* T3; ≤ T2; w`. Empty when nothing bound them.
  let text: String
  /// What each mark in ``text`` means.
  let legend: [String]

  /// The marks of a line whose months got `counts`.
  init(_ placing: Placing, counts: [Int], plan: Plan, _ language: ReaderLanguage) {
    let names = monthHeadings(of: plan.months, language)
    var parts: [String] = []
    var meanings: [String] = []
    func mark(_ sign: String, _ meaning: Words, months: [Int]) {
      guard !months.isEmpty else { return }
      parts.append("\(sign) " + months.map { names[$0] }.joined(separator: ", "))
      meanings.append("\(sign) \(meaning[language])")
    }

    let pinned = Set(placing.pins.compactMap { plan.months.index(of: $0.day) })
    let limits = Array(zip(placing.months, counts).enumerated())
    mark("*", AllocationWords.pinned, months: pinned.sorted())
    mark(
      "=", AllocationWords.exactly,
      months: limits.filter { $1.0.lowerBound == $1.0.upperBound && $1.0.lowerBound == $1.1 }.map(\.offset))
    mark(
      "≥", AllocationWords.least,
      months: limits.filter { $1.0.count > 1 && $1.0.lowerBound > 0 && $1.0.lowerBound == $1.1 }
        .map(\.offset))
    mark(
      "≤", AllocationWords.most,
      months: limits.filter {
        $1.0.count > 1 && $1.0.upperBound < Placing.anyCount.upperBound && $1.0.upperBound == $1.1
      }.map(\.offset))
    if Set(placing.weights).count > 1 {
      parts.append("w")
      meanings.append("w \(AllocationWords.weighted[language])")
    }
    if placing.window != plan.days, !placing.window.isEmpty {
      let (first, last) = (placing.window.lowerBound, placing.window.upperBound.advanced(by: -1))
      parts.append("[\(first.forPeople)–\(last.forPeople)]")
      meanings.append("[…] \(AllocationWords.window[language])")
    }
    text = parts.joined(separator: "; ")
    legend = meanings
  }
}
