public import ScheduleModel

extension DeclaredForm {
  /// What a unit fills in for each row, or once for all of them.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case value, evidence, includes, note
    /// Who reports, and when that came in: for all rows of the form.
    case author, received

    /// The fields of a row.
    public static let ofRow: [Field] = [.value, .evidence, .includes, .note]

    /// The heading, by which the column is read.
    public var heading: Words {
      switch self {
      case .value: FormWords.columns[4].heading
      case .evidence: FormWords.columns[5].heading
      case .author: FormWords.columns[6].heading
      case .includes: FormWords.columns[7].heading
      case .received: FormWords.columns[8].heading
      case .note: FormWords.columns[9].heading
      }
    }
  }

  /// The form as somebody filled it in on a page: the table that the same form would be as a spreadsheet. A row of which
  /// nothing is filled in is left out, and stays not reported.
  ///
  /// - Parameters:
  ///   - rows: What is filled in for each of ``rows``.
  ///   - all: What is filled in for all of them.
  /// - Returns: `nil` when no row is filled in.
  public func filled(_ answers: [[Field: String]], all: [Field: String]) -> [UInt8]? {
    let columns = [0, 1, 2].map { FormWords.columns[$0].heading[language] }
    var table = CSVTable(heading: columns + Field.allCases.map { $0.heading[language] })
    var isEmpty = true
    for (row, answer) in zip(rows, answers) where Field.ofRow.contains(where: { answer[$0] != nil }) {
      isEmpty = false
      let texts = answer.merging(all) { own, _ in own }
      table.append(
        [unitName, periodName(row.period), lineName(row.line)] + Field.allCases.map { texts[$0] })
    }
    return isEmpty ? nil : Array(table.text().utf8)
  }
}
