import Digests
public import ScheduleModel

/// A close as the text that lies in the folder of closes.
///
///     lichsong-close,1
///     plan,lai-chau-2018
///     period,2018-Q1
///     profile,CALENDAR_YEAR
///     …
///     rows-sha256,9f86d081…
///     input,plan,plan.yaml,60303ae2…
///
///     figure,id,language,from,to,planned,scheduled,aired,…
///     line,chuyen-muc,,,,23 kỳ,6,6,…
///
///     counts-for,row,date,time,outlet,line,…
///     chuyen-muc,truyen-hinh.csv:7,2018-01-04,20:15,truyen-hinh,chuyen-muc,…
///
/// A head, the figures and the rows, parted by blank lines. The file is named after its own hash, and there is one
/// way only to write a close, so that a file that says the same in other octets is not one.
public enum CloseText {
  /// The first line of every file.
  static let signature = "lichsong-close,1\n"

  /// The names of the head's values, in order; those without a value are left out.
  enum Key: String, CaseIterable {
    case plan, period, profile, from, to, against
    case asOf = "as-of"
    case sequence, number, reason, closed, author, previous
    case leftOut = "left-out"
    case rows = "rows-sha256"
    /// A file, with its role, its name and its hash; there are several.
    case input
  }

  /// The columns of the figures that tell what they are about; the measures follow.
  static let figureColumns = ["figure", "id", "language", "from", "to", "planned"]
  /// The columns of the rows that the row itself does not say; its cells follow.
  static let rowColumns = ["counts-for", "row"]

  /// The whole file.
  public static func bytes(of close: PeriodClose) -> [UInt8] {
    let rows = rows(of: close)
    var text = TextBytes()
    text.append(signature)
    for key in Key.allCases.dropLast() {
      guard let value = value(of: key, in: close, rows) else { continue }
      line([key.rawValue, value], in: &text)
    }
    for input in close.inputs {
      line([Key.input.rawValue, input.role.rawValue, input.name, input.digest], in: &text)
    }
    text.end()
    line(figureColumns + ClosedFigure.Measure.allCases.map(\.rawValue), in: &text)
    for figure in close.figures {
      let subject = figure.subject
      let head = [
        subject.kind.rawValue, subject.id, subject.language?.tag ?? "",
        subject.days?.lowerBound.description ?? "", subject.days?.upperBound.description ?? "",
        figure.planned ?? "",
      ]
      line(
        head + ClosedFigure.Measure.allCases.map { figure.values[$0].map(String.init) ?? "" }, in: &text)
    }
    text.end()
    return text.bytes + rows
  }

  /// The name of the file whose octets have this SHA-256: `001-2018-Q1-9f86d081.csv`.
  public static func name(of close: PeriodClose, digest: String) -> String {
    let sequence = String(close.stamp.sequence)
    let zeros = String(repeating: "0", count: max(0, 3 - sequence.count))
    return "\(zeros)\(sequence)-\(close.scope.period)-\(LedgerKey(hash: digest).digits).csv"
  }

  private static func value(of key: Key, in close: PeriodClose, _ rows: [UInt8]) -> String? {
    switch key {
    case .plan: close.scope.plan
    case .period: close.scope.period
    case .profile: close.scope.profile
    case .from: close.days.lowerBound.description
    case .to: close.days.upperBound.description
    case .against: close.scope.against.rawValue
    case .asOf: close.asOf.description
    case .sequence: String(close.stamp.sequence)
    case .number: String(close.stamp.number)
    case .reason: close.stamp.reason
    case .closed: close.stamp.closed.description
    case .author: close.stamp.author
    case .previous: close.stamp.previous
    case .leftOut: String(close.rowsLeftOut)
    case .rows: Digest.sha256(rows)
    case .input: nil
    }
  }

  private static func rows(of close: PeriodClose) -> [UInt8] {
    var text = TextBytes()
    line(rowColumns + ClosedRow.Column.allCases.map(\.rawValue), in: &text)
    for row in close.rows {
      line([row.countsFor.joined(separator: " "), row.name] + row.cells, in: &text)
    }
    return text.bytes
  }

  private static func line(_ cells: [String], in text: inout TextBytes) {
    for (index, cell) in cells.enumerated() {
      if index == 0 { text.cell(cell) } else { text.field(cell) }
    }
    text.end()
  }
}
