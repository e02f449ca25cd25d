import ScheduleModel

/// Holds the sums that an annex states against its rows: of costs, and of figures.
struct AnnexSums {
  /// What one row says of an amount.
  enum Amount: Equatable {
    /// Nothing.
    case none
    /// A number.
    case number(Int)
    /// Words that are not understood, or no exact number.
    case unclear
  }

  /// What is summed.
  enum Kind: Hashable, CaseIterable {
    case cost, figure
  }

  /// A line as far as sums are concerned.
  struct Row {
    let title: String
    let amounts: [Kind: Amount]
    /// The line below which it stands; where that has an amount, it has this one's already.
    let host: Int?
  }

  /// A sum that the annex states.
  struct Stated {
    let title: String
    let place: SourcePlace
    let amounts: [Kind: Amount]
    /// The lines that it should add: of all, or of a part; the second where the words leave it open.
    let lines: [Range<Int>]
  }

  let rows: [Row]

  /// What a stated sum comes to.
  enum Verdict: Equatable {
    case agrees
    case differs(stated: Int, computed: Int)
    /// A row whose amount is not a number.
    case open(String)
    /// Nothing is stated that could be held against the rows.
    case nothing
  }

  /// Holds one stated sum against its rows.
  func verdict(_ sum: Stated, _ kind: Kind) -> Verdict {
    guard case .number(let stated)? = sum.amounts[kind] else { return .nothing }
    var first: Verdict?
    for lines in sum.lines {
      let verdict = verdict(stated, lines, kind)
      if verdict == .agrees { return verdict }
      first = first ?? verdict
    }
    return first ?? .nothing
  }

  private func verdict(_ stated: Int, _ lines: Range<Int>, _ kind: Kind) -> Verdict {
    var computed = 0
    var hasNumber = false
    for line in lines where !isCounted(line, kind) {
      switch rows[line].amounts[kind] ?? .none {
      case .none: continue
      case .number(let amount): (computed, hasNumber) = (computed + amount, true)
      case .unclear: return .open(rows[line].title)
      }
    }
    guard hasNumber else { return .nothing }
    return computed == stated ? .agrees : .differs(stated: stated, computed: computed)
  }

  /// Whether an amount is in that of a line above it already.
  private func isCounted(_ line: Int, _ kind: Kind) -> Bool {
    var host = rows[line].host
    while let above = host {
      if rows[above].amounts[kind] ?? .none != .none { return true }
      host = rows[above].host
    }
    return false
  }
}
